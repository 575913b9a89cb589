// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// Strangers' text made harmless.
#include "ui/text/words.h"

#include "ui/text/messageformat.h"

#include <QTextDocument>

#include <algorithm>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kMaximumMarks = 8; // combining marks on one letter
constexpr int kInitialsReach = 200; // characters of a name that are looked at
// Every character of a short text costs the same: half a name of emoji helps nobody.
constexpr int kEvenlyPriced = 32;
constexpr int kToolTipLength = 600;
constexpr int kToolTipLine = 80; // longer ones are left to Qt to break

// The direction controls that can make text read differently from what it is. LRM, RLM and ALM stay: they
// turn nothing around, and right-to-left keyboards and phone books put them everywhere.
QLatin1String bidiControlName(char32_t c)
{
    switch (c) {
    case 0x202A:
        return QLatin1String("LRE");
    case 0x202B:
        return QLatin1String("RLE");
    case 0x202C:
        return QLatin1String("PDF");
    case 0x202D:
        return QLatin1String("LRO");
    case 0x202E:
        return QLatin1String("RLO");
    case 0x2066:
        return QLatin1String("LRI");
    case 0x2067:
        return QLatin1String("RLI");
    case 0x2068:
        return QLatin1String("FSI");
    case 0x2069:
        return QLatin1String("PDI");
    default:
        return {};
    }
}

// What laying a character out takes, in Latin letters. For one that the font lacks Qt asks every other font,
// and an emoji is a picture to be loaded.
int priceOf(char32_t c)
{
    constexpr int kForeign = 4;
    constexpr int kPicture = 32;
    constexpr char32_t kJoiner = 0x200D;
    if (c == kJoiner || isPicture(c) || c >= 0xE0000)
        return kPicture;
    if (c >= 0x10000)
        return 2 * kForeign;
    const bool common = c < 0x1100 || (c >= 0x1E00 && c < 0x2E80) || c == QChar::ReplacementCharacter;
    return common ? 1 : kForeign;
}

} // namespace

QString Words::isolated(const QString &text)
{
    if (text.isEmpty())
        return text;
    constexpr QChar kFirstStrongIsolate(0x2068);
    constexpr QChar kPopIsolate(0x2069);
    return kFirstStrongIsolate + safe(text) + kPopIsolate;
}

QString Words::safe(const QString &text, int maximum, bool *cut)
{
    QString out;
    const qsizetype end = maximum > 0 ? qMin<qsizetype>(text.size(), maximum) : text.size();
    out.reserve(end + 1);
    int marks = 0;
    int dear = 0; // what was paid for more than its place
    bool whole = end == text.size();
    for (qsizetype i = 0; i < end; ++i) {
        if (maximum > 0 && i + dear >= qMax(maximum, kEvenlyPriced)) {
            whole = false;
            break;
        }
        char32_t c = text.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            if (i + 1 >= end)
                break; // never half a character
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        } else if (QChar::isSurrogate(c)) {
            c = QChar::ReplacementCharacter;
        }
        if (i >= kEvenlyPriced)
            dear += priceOf(c) - 1;
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing) {
            if (++marks > kMaximumMarks)
                continue;
        } else {
            marks = 0;
        }
        if (const QLatin1String name = bidiControlName(c); !name.isEmpty()) {
            const int before = int(out.size());
            out += QChar(0x2039) + name + QChar(0x203A); // ‹RLO›
            dear += int(out.size()) - before - 1;
            continue;
        }
        if (c == u'\r') {
            if (i + 1 < text.size() && text.at(i + 1) == u'\n')
                continue;
            c = u'\n';
        } else if (c == 0x2028 || c == 0x2029 || c == 0x0085 || c == 0x000B || c == 0x000C) {
            c = u'\n';
        } else if (c < 0x20 && c != u'\n' && c != u'\t') {
            c += 0x2400; // the picture of the control character
        } else if ((c >= 0x7F && c < 0xA0) || c == 0xFFFC) {
            c = QChar::ReplacementCharacter; // U+FFFC would ask the layout for an inline object
        }
        out += QChar::fromUcs4(c);
    }
    if (!whole)
        out += QChar(0x2026);
    if (cut)
        *cut = !whole;
    return out;
}

QString Words::safeLine(const QString &text, int maximum)
{
    // Cut before the costly part; white space may shrink, so take somewhat more than asked for.
    const QString line = (maximum > 0 ? text.left(4 * maximum) : text).simplified();
    return safe(line, maximum);
}

QString Words::safeButton(const QString &text, int maximum)
{
    return safeLine(text, maximum).replace(u'&', QLatin1String("&&"));
}

QString Words::safeToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QString shown = safe(text, kToolTipLength);
    // A tool tip is also what a screen reader reads where nothing else is said, and that reads marks aloud:
    // only what Qt would take for HTML, and what is too long to stand on its lines unbroken, is wrapped in
    // it.
    const QStringList lines = shown.split(u'\n');
    const bool fits = std::all_of(lines.cbegin(), lines.cend(),
                                  [](const QString &line) { return line.size() <= kToolTipLine; });
    if (fits && !Qt::mightBeRichText(shown))
        return shown;
    return Qt::convertFromPlainText(shown, Qt::WhiteSpaceNormal);
}

QString Words::initials(const QString &name)
{
    QList<char32_t> letters;
    bool wordStart = true;
    const auto points = name.left(kInitialsReach).toUcs4();
    for (const uint c : points) {
        if (QChar::isLetter(c)) {
            if (wordStart)
                letters << char32_t(QChar::toUpper(c));
            wordStart = false;
        } else if (!QChar::isMark(c) && c != u'\'' && c != 0x2019) {
            wordStart = true;
        }
    }
    if (letters.isEmpty())
        return {};
    QString out;
    out += QChar::fromUcs4(letters.first());
    if (letters.size() > 1) {
        // Two Arabic letters would join into a word of their own.
        if (QChar::direction(letters.first()) == QChar::DirAL)
            out += QChar(0x200C);
        out += QChar::fromUcs4(letters.last());
    }
    return out;
}

} // namespace inbox::ui
