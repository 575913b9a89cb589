// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/recipients/recipientlist.h"

#include "services/domain/text.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace inbox::recipients {

using domain::Recipient;

namespace {

constexpr int kLongestName = 200;
constexpr int kLongestRow = 300;
constexpr int kLongestEmail = 254; // RFC 5321

RowProblem problemOf(PhoneProblem problem)
{
    switch (problem) {
    case PhoneProblem::NotANumber:
        return RowProblem::NotANumber;
    case PhoneProblem::NoCountry:
        return RowProblem::NoCountry;
    case PhoneProblem::UnknownCountry:
        return RowProblem::UnknownCountry;
    case PhoneProblem::TooShort:
        return RowProblem::TooShort;
    case PhoneProblem::TooLong:
        return RowProblem::TooLong;
    case PhoneProblem::NotInUse:
        return RowProblem::NotInUse;
    case PhoneProblem::Extension:
        return RowProblem::Extension;
    case PhoneProblem::None:
    case PhoneProblem::Empty:
        break;
    }
    return RowProblem::NoPhone;
}

// One piece of a typed line.
struct Piece {
    enum class Kind { Words, Number, Email };
    Kind kind = Kind::Words;
    QString text;
};

bool hasDigit(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

QStringList cut(const QString &line)
{
    QStringList parts;
    QString part;
    const auto end = [&] {
        if (const QString words = part.trimmed(); !words.isEmpty())
            parts << words;
        part.clear();
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (QStringView(u"\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF")
                .contains(c))
            continue; // marks of direction, pasted along with a number
        if (QStringView(u",;\t|<>\"\u060C\uFF0C\uFF1B").contains(c)) {
            end();
        } else if (c.isSpace()) {
            if (i + 1 < line.size() && line[i + 1].isSpace())
                end();
            else
                part += u' ';
        } else if (c == u'+' && part.endsWith(u' ') && hasDigit(part)) {
            end(); // two international numbers with one blank between them
            part += c;
        } else {
            part += c;
        }
    }
    end();
    return parts;
}

// A number with words beside it ("Maria 0151 2345678") is both; a number with a letter glued to it is none,
// and is said to be wrong as a whole.
QList<Piece> pieces(const QString &part)
{
    if (part.contains(u'@') && !part.contains(u' '))
        return {{Piece::Kind::Email, part}};
    if (!hasDigit(part))
        return {{Piece::Kind::Words, part}};
    static const QRegularExpression number(
        QStringLiteral("(?<=^|\\s)(?:tel:)?\\+?[\\d(][\\d\\s().\\-/\\x{2010}-\\x{2014}]*\\d(?=$|\\s)"),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression extension(QStringLiteral("^\\s*(x|ext\\.?|#)\\s*\\d+\\s*$"),
                                              QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = number.match(part);
    const auto digits = [](const QString &text) {
        return std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    };
    constexpr int kFewestDigits = 5; // "Filiale 12" is a name
    if (!match.hasMatch() || digits(match.captured()) < kFewestDigits) {
        const bool onlyNumber =
            std::none_of(part.cbegin(), part.cend(), [](QChar c) { return c.isLetter(); });
        // "0151abc" was meant as a number, "Filiale 12" was not.
        const bool meant = onlyNumber || digits(part) >= kFewestDigits;
        return {{meant ? Piece::Kind::Number : Piece::Kind::Words, part}};
    }
    const QString before = part.first(match.capturedStart()).trimmed();
    const QString after = part.sliced(match.capturedEnd());
    if (extension.match(after).hasMatch())
        return {{Piece::Kind::Number, part}};
    QList<Piece> result;
    if (!before.isEmpty())
        result << Piece{Piece::Kind::Words, before};
    result << Piece{Piece::Kind::Number, match.captured()};
    if (!after.trimmed().isEmpty())
        result << pieces(after.trimmed());
    return result;
}

} // namespace

bool looksLikeEmail(const QString &text)
{
    static const QRegularExpression address(
        QStringLiteral("^[^\\s@<>,;\"]+@[^\\s@<>,;\".]+(\\.[^\\s@<>,;\".]+)+$"));
    return text.size() <= kLongestEmail && address.match(text).hasMatch();
}

void Collector::keepOut(int row, const QString &text, RowProblem problem)
{
    m_list.bad << BadRow{row, domain::oneLine(text, kLongestRow), problem};
}

void Collector::add(int row, const QString &text, Recipient recipient)
{
    const auto keepOut = [&](RowProblem problem) { this->keepOut(row, text, problem); };
    recipient.name = domain::oneLine(recipient.name, kLongestName);
    recipient.email = m_rules.takesEmail ? recipient.email.trimmed() : QString();
    const CheckedPhone phone = checkedPhone(recipient.phone, m_rules.region);
    if (phone.problem == PhoneProblem::Empty) {
        if (m_rules.needsPhone)
            return keepOut(RowProblem::NoPhone);
        if (recipient.name.isEmpty() && recipient.email.isEmpty())
            return keepOut(RowProblem::Empty);
    } else if (phone.problem != PhoneProblem::None) {
        return keepOut(problemOf(phone.problem));
    }
    recipient.phone = phone.e164;
    if (!recipient.email.isEmpty() && !looksLikeEmail(recipient.email))
        return keepOut(RowProblem::BadEmail);
    if (m_rules.needsName && recipient.name.isEmpty())
        return keepOut(RowProblem::NoName);
    for (auto it = m_rules.takes.cbegin(); it != m_rules.takes.cend(); ++it) {
        const QString value = recipient.variables.value(it.key());
        if (!value.trimmed().isEmpty() && !domain::fits(it.value(), value)) {
            return keepOut(it.value() == domain::TemplateVariable::Takes::HttpsAddress
                               ? RowProblem::BadAddress
                               : RowProblem::BadDegrees);
        }
    }
    const QString key = !recipient.phone.isEmpty() ? recipient.phone
        : !recipient.email.isEmpty()               ? recipient.email.toCaseFolded()
                                                   : QString(u'\n' + recipient.name);
    const auto known = m_known.constFind(key);
    if (known == m_known.cend()) {
        m_known.insert(key, m_list.recipients.size());
        m_list.recipients << recipient;
        m_list.rows << row;
        return;
    }
    ++m_list.merged;
    Recipient &first = m_list.recipients[*known];
    if (first.name.isEmpty())
        first.name = recipient.name;
    if (first.email.isEmpty())
        first.email = recipient.email;
    for (auto it = recipient.variables.cbegin(); it != recipient.variables.cend(); ++it) {
        if (first.variables.value(it.key()).isEmpty())
            first.variables.insert(it.key(), it.value());
    }
}

RecipientList Collector::take()
{
    m_known.clear();
    return std::exchange(m_list, {});
}

RecipientList typedRecipients(const QString &text, const Rules &rules)
{
    Collector collector(rules);
    static const QRegularExpression lineEnd(QStringLiteral("\\r\\n|[\\n\\r\\x{2028}\\x{2029}]"));
    const QStringList lines = text.split(lineEnd);
    for (int i = 0; i < int(lines.size()); ++i) {
        QList<Piece> all;
        const QStringList parts = cut(lines.at(i));
        for (const QString &part : parts)
            all << pieces(part);
        if (all.isEmpty())
            continue;
        const auto numbers = std::count_if(
            all.cbegin(), all.cend(), [](const Piece &piece) { return piece.kind == Piece::Kind::Number; });
        // With one number the whole line is about it. With several, what stands before a number belongs to
        // it, or what stands after, as the line begins.
        const bool wordsFirst = all.first().kind != Piece::Kind::Number;
        QList<QList<Piece>> groups{{}};
        auto left = numbers;
        for (const Piece &piece : std::as_const(all)) {
            const bool isNumber = piece.kind == Piece::Kind::Number;
            if (isNumber && !wordsFirst && !groups.last().isEmpty())
                groups.append(QList<Piece>());
            groups.last() << piece;
            if (isNumber && --left > 0 && wordsFirst)
                groups.append(QList<Piece>());
        }
        // Without any number each name and each address is somebody, where that will do.
        if (numbers == 0 && !rules.needsPhone && all.size() > 1
            && std::none_of(all.cbegin(), all.cend(),
                            [](const Piece &piece) { return piece.kind == Piece::Kind::Email; })) {
            groups.clear();
            for (const Piece &piece : std::as_const(all))
                groups.append(QList<Piece>{piece});
        }
        for (const QList<Piece> &group : std::as_const(groups)) {
            Recipient recipient;
            QStringList words;
            QStringList whole;
            for (const Piece &piece : group) {
                whole << piece.text;
                if (piece.kind == Piece::Kind::Number)
                    recipient.phone = piece.text;
                else if (piece.kind == Piece::Kind::Email)
                    recipient.email = piece.text;
                else
                    words << piece.text;
            }
            recipient.name = words.join(u' ');
            collector.add(i + 1, groups.size() == 1 ? lines.at(i) : whole.join(u' '), recipient);
        }
    }
    return collector.take();
}

void putFirst(RecipientList &list, const QList<Recipient> &contacts)
{
    if (contacts.isEmpty())
        return;
    QSet<QString> known;
    for (const Recipient &one : contacts)
        known << one.phone << one.email.toCaseFolded();
    known.remove({});
    QList<Recipient> all = contacts;
    QList<int> rows(contacts.size(), 0);
    for (qsizetype i = 0; i < list.recipients.size(); ++i) {
        const Recipient &one = list.recipients.at(i);
        if (known.contains(one.phone) || known.contains(one.email.toCaseFolded())) {
            ++list.merged;
            continue;
        }
        all << one;
        rows << list.rows.at(i);
    }
    list.recipients = all;
    list.rows = rows;
}

} // namespace inbox::recipients
