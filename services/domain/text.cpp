// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/text.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>
#include <QUrlQuery>

#include <algorithm>

namespace inbox::domain {

namespace {

constexpr QChar kEllipsis = u'\u2026';
// Longer addresses exist, but none that a person wrote to be clicked.
constexpr int kLongestLink = 2048;
constexpr int kLongestSubject = 200;
// Fewer digits find half of all numbers.
constexpr int kShortestPhoneQuery = 3;
// E.164 allows 15; service numbers in national writing stay below this too.
constexpr int kLongestPhoneNumber = 20;
// UTF-16 code units of a joined emoji; what claims to be longer is cut all the same.
constexpr int kLongestCharacter = 32;

// Control, formatting (zero width, direction) and lone halves of characters: nothing a link is written with.
bool isTreacherous(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space:
        return true;
    default:
        return false;
    }
}

bool isPhonePunctuation(QChar c)
{
    return c.isSpace() || c == u'+' || c == u'-' || c == u'(' || c == u')' || c == u'/' || c == u'.';
}

std::optional<QUrl> webLink(const QUrl &url)
{
    if (url.host().isEmpty() || !url.userInfo().isEmpty() || url.authority().contains(u'@'))
        return std::nullopt;
    return url;
}

std::optional<QUrl> mailLink(const QUrl &url)
{
    static const QRegularExpression address(QStringLiteral(R"(^[^\s@,;:<>"\\%?&/]+@[^\s@,;:<>"\\%?&/]+$)"));
    if (!url.authority().isEmpty())
        return std::nullopt;
    const QUrlQuery asked(url);
    QString recipient = url.path(QUrl::FullyDecoded);
    if (recipient.isEmpty())
        recipient = asked.queryItemValue(QStringLiteral("to"), QUrl::FullyDecoded);
    if (!address.match(recipient).hasMatch()
        || std::any_of(recipient.cbegin(), recipient.cend(), isTreacherous))
        return std::nullopt;

    QUrl link;
    link.setScheme(QStringLiteral("mailto"));
    link.setPath(recipient, QUrl::DecodedMode);
    // oneLine(): a line break in a subject would begin another header.
    const QString subject = oneLine(
        asked.queryItemValue(QStringLiteral("subject"), QUrl::FullyDecoded).trimmed(), kLongestSubject);
    if (!subject.isEmpty()) {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("subject"), QString::fromLatin1(QUrl::toPercentEncoding(subject)));
        link.setQuery(query);
    }
    return link;
}

std::optional<QUrl> phoneLink(const QUrl &url)
{
    if (!url.authority().isEmpty() || url.hasQuery() || url.hasFragment())
        return std::nullopt;
    QString number = url.path(QUrl::FullyDecoded);
    if (number.startsWith(u'+'))
        number.remove(QLatin1String("(0)")); // never dialled after a country code
    QString digits;
    for (qsizetype i = 0; i < number.size(); ++i) {
        const QChar c = number.at(i);
        if ((c >= u'0' && c <= u'9') || (c == u'+' && i == 0))
            digits += c;
        else if (!isPhonePunctuation(c) || c == u'+')
            return std::nullopt; // also * and #: network codes that dial themselves
    }
    if (digits.isEmpty() || digits == QLatin1String("+") || digits.size() > kLongestPhoneNumber)
        return std::nullopt;
    QUrl link;
    link.setScheme(QStringLiteral("tel"));
    link.setPath(digits, QUrl::DecodedMode);
    return link;
}

} // namespace

QString capped(const QString &text, int maximum)
{
    if (text.size() <= maximum)
        return text;
    if (maximum <= 0)
        return {};
    // A little more than is kept, so that the finder sees what the last character joins.
    const QString beginning = text.left(qsizetype(maximum) + kLongestCharacter);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, beginning);
    finder.setPosition(maximum - 1);
    const qsizetype end =
        finder.isAtBoundary() ? maximum - 1 : qMax<qsizetype>(finder.toPreviousBoundary(), 0);
    QString result = text.left(end);
    result += kEllipsis;
    return result;
}

QString oneLine(const QString &text, int maximum)
{
    QString result;
    const qsizetype limit = qMax(maximum, 0);
    result.reserve(qMin(text.size(), limit + 1));
    bool blank = false;
    for (const QChar c : text) {
        if (c.isSpace() || c.category() == QChar::Other_Control) {
            blank = !result.isEmpty();
            continue;
        }
        if (blank)
            result += u' ';
        blank = false;
        result += c;
        // Enough to know that it has to be cut, and where: the rest of a megabyte is not looked at.
        if (result.size() > limit + 64)
            break;
    }
    return capped(result, maximum);
}

QString folded(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD)
                                   .toCaseFolded()
                                   .normalized(QString::NormalizationForm_KD);
    QString result;
    result.reserve(decomposed.size());
    bool blank = false;
    for (const QChar c : decomposed) {
        const QChar::Category category = c.category();
        if (c.isMark() || category == QChar::Other_Format)
            continue;
        if (c.isSpace() || category == QChar::Other_Control) {
            blank = !result.isEmpty();
            continue;
        }
        if (blank)
            result += u' ';
        blank = false;
        if (c == u'\u00DF')
            result += QLatin1String("ss");
        else
            result += c;
    }
    return result;
}

QStringList searchWords(const QString &query)
{
    QStringList words = folded(query).split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

QString phoneDigits(const QString &number)
{
    QString compact;
    for (const QChar c : number) {
        // Numbers are also written in Arabic digits.
        if (const int digit = c.digitValue(); digit >= 0 && digit <= 9)
            compact += QChar(u'0' + digit);
        else if (c == u'+' || c == u'(' || c == u')')
            compact += c;
    }
    const bool international = compact.startsWith(u'+') || compact.startsWith(QLatin1String("00"));
    if (international)
        compact.replace(QLatin1String("(0)"), QString());
    QString digits;
    for (const QChar c : std::as_const(compact)) {
        if (c.isDigit())
            digits += c;
    }
    if (digits.startsWith(QLatin1String("00")))
        digits.remove(0, 2);
    return digits;
}

QString phoneQuery(const QString &query)
{
    for (const QChar c : query) {
        if (!c.isDigit() && !isPhonePunctuation(c))
            return {};
    }
    QString digits = phoneDigits(query);
    if (digits.startsWith(u'0'))
        digits.remove(0, 1);
    return digits.size() < kShortestPhoneQuery ? QString() : digits;
}

std::optional<QUrl> safeLink(const QString &text)
{
    if (text.isEmpty() || text.size() > kLongestLink || !text.isValidUtf16()
        || std::any_of(text.cbegin(), text.cend(), isTreacherous) || text.contains(u'\\'))
        return std::nullopt;
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return std::nullopt;
    const QString scheme = url.scheme();
    std::optional<QUrl> link;
    if (scheme == QLatin1String("https") || scheme == QLatin1String("http"))
        link = webLink(url);
    else if (scheme == QLatin1String("mailto"))
        link = mailLink(url);
    else if (scheme == QLatin1String("tel"))
        link = phoneLink(url);
    // It is written in ASCII where it is opened, which can be longer, and judged again.
    return link && link->toString(QUrl::FullyEncoded).size() <= kLongestLink ? link : std::nullopt;
}

} // namespace inbox::domain
