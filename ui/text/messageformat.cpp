// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/messageformat.h"

#include "services/domain/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

namespace inbox::ui {

namespace {

constexpr int kPhoneDigitsMin = 8;
constexpr int kPhoneDigitsMax = 15; // E.164
constexpr int kFence = 3; // back-ticks around mono

bool isWord(QChar c)
{
    return c.isLetterOrNumber();
}

// A sentence's own punctuation after an address is not part of it; a closing bracket is if it was opened
// there.
qsizetype trimmedUrlLength(QStringView url)
{
    static const QString kTail = QStringLiteral(".,;:!?'\"*_~…»”’");
    qsizetype length = url.size();
    qsizetype depth = 0;
    for (const QChar c : url) {
        if (c == u'(')
            ++depth;
        else if (c == u')')
            --depth;
    }
    while (length > 0) {
        const QChar last = url.at(length - 1);
        if (last == u')' && depth < 0)
            ++depth;
        else if (last != u']' && last != u'}' && !kTail.contains(last))
            break;
        --length;
    }
    return length;
}

bool looksLikePhone(QStringView text)
{
    static const QRegularExpression date(QStringLiteral("^\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}$"));
    if (date.match(text.toString()).hasMatch())
        return false;
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (digits < kPhoneDigitsMin || digits > kPhoneDigitsMax)
        return false;
    if (text.startsWith(u'+') || text.startsWith(u"00"))
        return true;
    // Without a country code only what is written like a number people dial, not an order number.
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c == u' ' || c == u'-' || c == u'/' || c == u'('; });
}

QString dialled(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isDigit() || (c == u'+' && out.isEmpty()))
            out += c;
    }
    if (out.startsWith(QLatin1String("00")))
        out.replace(0, 2, u'+');
    return out;
}

} // namespace

QList<TextLink> findLinks(const QString &text)
{
    // Every repetition is bounded or possessive, so that no text makes this slow.
    static const QRegularExpression candidates(
        QStringLiteral(
            "(?<url>(?<![\\p{L}\\p{N}])(?:https?://|www\\.)[^\\s<>\"«»]++)"
            "|(?<mail>(?:mailto:)?(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}+"
            "(?:\\.[A-Za-z0-9-]{1,63}+){1,8})"
            "|(?<phone>(?:tel:)?(?<![\\p{L}\\p{N}.,/-])(?:\\+|00|\\(?0)[0-9][0-9 ()/.\\-]{5,22}[0-9]"
            "(?![\\p{L}\\p{N}]))"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);

    QList<TextLink> links;
    auto it = candidates.globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        TextLink link;
        link.start = int(match.capturedStart());
        QStringView found = match.capturedView();
        QString address = found.toString();
        if (!match.capturedView(QStringLiteral("url")).isEmpty()) {
            found = found.left(trimmedUrlLength(found));
            const bool bare = found.startsWith(u"www.", Qt::CaseInsensitive);
            if (bare && !found.mid(4).contains(u'.'))
                continue;
            address = bare ? QString(QLatin1String("https://") + found) : found.toString();
        } else if (!match.capturedView(QStringLiteral("mail")).isEmpty()) {
            if (!found.startsWith(u"mailto:", Qt::CaseInsensitive))
                address.prepend(QLatin1String("mailto:"));
        } else {
            QStringView number = found;
            if (number.startsWith(u"tel:", Qt::CaseInsensitive))
                number = number.mid(4);
            if (!looksLikePhone(number))
                continue;
            address = QLatin1String("tel:") + dialled(number);
        }
        const std::optional<QUrl> target = domain::safeLink(address);
        if (!target || found.isEmpty())
            continue;
        link.target = *target;
        link.length = int(found.size());
        links << link;
    }
    return links;
}

FormattedText parseMessage(const QString &text)
{
    const qsizetype n = text.size();
    std::vector<quint8> style(n, 0);
    std::vector<bool> isMark(n, false); // taken out
    std::vector<bool> opaque(n, false); // no mark counts here

    const QList<TextLink> links = findLinks(text);
    for (const TextLink &link : links)
        std::fill_n(opaque.begin() + link.start, link.length, true);

    // Mono first: what it holds is shown as it stands.
    const QLatin1String fence("```");
    for (qsizetype open = text.indexOf(fence); open >= 0;) {
        const qsizetype close = text.indexOf(fence, open + kFence);
        if (close < 0)
            break;
        if (close > open + kFence && !text.mid(open + kFence, close - open - kFence).trimmed().isEmpty()) {
            std::fill_n(isMark.begin() + open, kFence, true);
            std::fill_n(isMark.begin() + close, kFence, true);
            std::fill(opaque.begin() + open, opaque.begin() + close + kFence, true);
            std::fill(style.begin() + open, style.begin() + close, quint8(TextStyle::Mono));
            // A fence on its own line leaves no empty line behind.
            if (text.at(open + kFence) == u'\n')
                isMark[open + kFence] = true;
            if (text.at(close - 1) == u'\n')
                isMark[close - 1] = true;
        }
        open = text.indexOf(fence, close + kFence);
    }

    struct Mark {
        QChar character;
        TextStyle style;
        qsizetype hopelessUntil = -1; // no partner before this position: do not search again
    };
    std::array<Mark, 3> marks{
        {{u'*', TextStyle::Bold}, {u'_', TextStyle::Italic}, {u'~', TextStyle::Strike}}};
    for (qsizetype i = 0; i < n; ++i) {
        for (Mark &mark : marks) {
            if (text.at(i) != mark.character || isMark[i] || opaque[i] || i < mark.hopelessUntil)
                continue;
            const bool opens = (i == 0 || !isWord(text.at(i - 1))) && i + 1 < n && !text.at(i + 1).isSpace()
                && text.at(i + 1) != mark.character;
            if (!opens)
                continue;
            qsizetype j = i + 2;
            bool found = false;
            for (; j < n && text.at(j) != u'\n'; ++j) {
                if (text.at(j) == mark.character && !opaque[j] && !isMark[j] && !text.at(j - 1).isSpace()
                    && (j + 1 == n || !isWord(text.at(j + 1)))) {
                    found = true;
                    break;
                }
            }
            if (!found) {
                mark.hopelessUntil = j;
                continue;
            }
            isMark[i] = isMark[j] = true;
            for (qsizetype k = i + 1; k < j; ++k)
                style[k] |= quint8(mark.style);
        }
    }

    FormattedText out;
    out.text.reserve(n);
    std::vector<int> moved(n + 1, 0);
    for (qsizetype i = 0; i < n; ++i) {
        moved[i] = int(out.text.size());
        if (isMark[i])
            continue;
        if (style[i] != 0) {
            const auto styles = TextStyles(int(style[i]));
            if (!out.runs.isEmpty() && out.runs.last().styles == styles
                && out.runs.last().start + out.runs.last().length == out.text.size())
                ++out.runs.last().length;
            else
                out.runs << StyledRun{int(out.text.size()), 1, styles};
        }
        out.text += text.at(i);
    }
    moved[n] = int(out.text.size());
    for (TextLink link : links) {
        const int end = moved[link.start + link.length];
        link.start = moved[link.start];
        link.length = end - link.start;
        out.links << link;
    }
    return out;
}

QString withoutFormatMarks(const QString &text)
{
    return parseMessage(text).text;
}

} // namespace inbox::ui
