// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/theme/tagcolors.h"

#include "ui/theme/theme.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace inbox::ui {

namespace {

constexpr qsizetype kLongestName = 40;
constexpr qsizetype kKept = 256; // more than an account has; what comes from outside must not pile up

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

QColor fromHex(const QString &digits)
{
    const bool isShort = digits.size() < 6;
    const auto part = [&](int i) {
        return isShort ? digits.mid(i, 1).toInt(nullptr, 16) * 0x11 : digits.mid(2 * i, 2).toInt(nullptr, 16);
    };
    const bool hasAlpha = digits.size() % 4 == 0; // the last part, as in CSS
    return hasAlpha && part(3) == 0 ? QColor() : QColor(part(0), part(1), part(2));
}

QColor colorOf(const QString &raw)
{
    QString word = raw.toLower();
    word.removeIf([](QChar c) { return c.isSpace() || c == u'_' || c == u'-'; });
    const QString digits = word.startsWith(u'#') ? word.mid(1) : word;
    constexpr std::array<qsizetype, 4> kLengths{3, 4, 6, 8};
    if (std::find(kLengths.begin(), kLengths.end(), digits.size()) != kLengths.end()
        && std::all_of(digits.cbegin(), digits.cend(), isHexDigit))
        return fromHex(digits);
    const auto isLetter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    if (word.isEmpty() || !std::all_of(word.cbegin(), word.cend(), isLetter))
        return {};
    const QColor named = QColor::fromString(word);
    return named.alpha() == 0 ? QColor() : named; // "transparent"
}

QColor readable(QColor color, const Tokens &t)
{
    const std::array grounds{t.surface, t.raised, t.window, t.hover, t.selection};
    const auto isReadable = [&] {
        constexpr double kEnough = 3;
        return std::all_of(grounds.begin(), grounds.end(),
                           [&](const QColor &ground) { return contrastRatio(color, ground) >= kEnough; });
    };
    constexpr float kStep = 0.02f;
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    while (!isReadable()) {
        lightness = std::clamp(lightness + (t.dark ? kStep : -kStep), 0.0f, 1.0f);
        color = QColor(QColor::fromHslF(hue, saturation, lightness).rgb()); // as it will be painted
    }
    return color;
}

} // namespace

QColor tagColor(const QString &raw, bool dark)
{
    if (raw.isEmpty() || raw.size() > kLongestName)
        return {};
    static std::array<QHash<QString, QColor>, 2> known;
    QHash<QString, QColor> &ofTheme = known.at(dark ? 1 : 0);
    if (const auto found = ofTheme.constFind(raw); found != ofTheme.cend())
        return *found;
    QColor color = colorOf(raw);
    if (color.isValid())
        color = readable(color, dark ? darkTokens() : lightTokens());
    if (ofTheme.size() >= kKept)
        ofTheme.clear();
    ofTheme.insert(raw, color);
    return color;
}

QColor tagColor(const QString &raw)
{
    return tagColor(raw, Theme::colors().dark);
}

} // namespace inbox::ui
