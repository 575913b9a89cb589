// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/messageformat.h"

#include "services/domain/text.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <vector>

namespace inbox::ui {

namespace {

constexpr int kPhoneDigitsMin = 8;
constexpr int kPhoneDigitsMax = 15; // E.164
constexpr int kFence = 3; // back-ticks around mono
constexpr int kItemDigits = 2; // of a numbered item; more is a year or an amount
constexpr char16_t kBullet = 0x2022;
constexpr char32_t kAsEmoji = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;

// What Unicode shows as pictures below U+1F000 (Emoji_Presentation), as first and last of a run.
constexpr std::array<std::pair<char32_t, char32_t>, 39> kPictures = {{
    {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},
    {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},   {0x26D4, 0x26D4},
    {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},   {0x26FA, 0x26FA},   {0x26FD, 0x26FD},
    {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},
    {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},   {0x27BF, 0x27BF},
    {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF},
    {0x1F18E, 0x1F19A}, {0x1F1E6, 0x1F1FF}, {0x1F200, 0x1F251}, {0x1F300, 0x1FAFF},
}};

// How long the beginning of a list's item is at `at`, the beginning of a line; 0 when it is none.
int itemLead(const QString &text, qsizetype at)
{
    const auto is = [&text](qsizetype i, QChar c) { return i < text.size() && text.at(i) == c; };
    const auto filled = [&text](qsizetype i) { return i < text.size() && !text.at(i).isSpace(); };
    if ((is(at, u'-') || is(at, u'*')) && is(at + 1, u' ') && filled(at + 2))
        return 2;
    int digits = 0;
    while (digits <= kItemDigits && at + digits < text.size() && text.at(at + digits) >= u'0'
           && text.at(at + digits) <= u'9')
        ++digits;
    if (digits == 0 || digits > kItemDigits || !is(at + digits, u'.') || !is(at + digits + 1, u' ')
        || !filled(at + digits + 2))
        return 0;
    return digits + 2;
}

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

    // Then `code`, within a line.
    for (qsizetype i = 0; i < n; ++i) {
        if (text.at(i) != u'`' || opaque[i])
            continue;
        qsizetype j = i + 1;
        while (j < n && text.at(j) != u'`' && text.at(j) != u'\n' && !opaque[j])
            ++j;
        if (j < n && text.at(j) == u'`' && !opaque[j] && !text.mid(i + 1, j - i - 1).trimmed().isEmpty()) {
            isMark[i] = isMark[j] = true;
            std::fill(opaque.begin() + i, opaque.begin() + j + 1, true);
            std::fill(style.begin() + i, style.begin() + j, quint8(TextStyle::Mono));
        }
        i = j;
    }

    // Lists and quoted lines: what begins a line.
    struct Block {
        qsizetype start; // after what is taken out
        BlockKind kind;
        int lead;
    };
    std::vector<Block> blocks;
    std::vector<qsizetype> bullets;
    for (qsizetype start = 0; start < n;) {
        const bool free = !opaque[start];
        if (const int lead = free ? itemLead(text, start) : 0; lead > 0) {
            blocks.push_back({start, BlockKind::Item, lead});
            opaque[start] = true; // a star here is no mark
            if (text.at(start) == u'-' || text.at(start) == u'*')
                bullets.push_back(start);
        } else if (free && text.at(start) == u'>' && start + 2 < n && text.at(start + 1) == u' '
                   && text.at(start + 2) != u'\n') {
            isMark[start] = isMark[start + 1] = true;
            blocks.push_back({start + 2, BlockKind::Quote, 0});
        }
        const qsizetype end = text.indexOf(u'\n', start);
        start = end < 0 ? n : end + 1;
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
    for (const Block &block : blocks)
        out.blocks << TextBlockMark{moved[block.start], block.kind, block.lead};
    for (const qsizetype bullet : bullets)
        out.text[moved[bullet]] = QChar(kBullet);
    for (TextLink link : links) {
        const int end = moved[link.start + link.length];
        link.start = moved[link.start];
        link.length = end - link.start;
        out.links << link;
    }
    return out;
}

bool isPicture(char32_t c)
{
    const auto *run =
        std::lower_bound(kPictures.begin(), kPictures.end(), c,
                         [](const auto &pictures, char32_t wanted) { return pictures.second < wanted; });
    return run != kPictures.end() && run->first <= c;
}

int emojiAlone(const QString &text, int most)
{
    constexpr int kLongest = 40; // UTF-16 units of one emoji with all its joiners, twice over
    const QString alone = text.trimmed();
    if (alone.isEmpty() || alone.size() > most * kLongest)
        return 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, alone);
    int count = 0;
    for (qsizetype start = 0; start < alone.size();) {
        const qsizetype end = finder.toNextBoundary();
        if (end < 0)
            return 0;
        const QList<uint> cluster = QStringView(alone).mid(start, end - start).toUcs4();
        start = end;
        if (cluster.size() == 1 && QChar::isSpace(cluster.first()))
            continue;
        if (!isPicture(cluster.first()) && !cluster.contains(kAsEmoji) && !cluster.contains(kKeycap))
            return 0;
        if (++count > most)
            return 0;
    }
    return count;
}

QString withoutFormatMarks(const QString &text)
{
    return parseMessage(text).text;
}

} // namespace inbox::ui
