// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/theme/tokens.h"

#include <QString>

#include <cmath>

namespace inbox::ui {

namespace {

constexpr int kAvatarHues = 12;

QColor rgb(quint32 value)
{
    return QColor::fromRgb(0xFF000000u | value);
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Tokens &lightTokens()
{
    static const Tokens tokens = [] {
        Tokens t;
        t.dark = false;
        t.window = rgb(0xF5F6F8);
        t.surface = rgb(0xFFFFFF);
        t.raised = rgb(0xFFFFFF);
        t.border = rgb(0xDFE3E9);
        t.control = rgb(0x868E9B);
        t.text = rgb(0x1A1E26);
        t.muted = rgb(0x586170);
        t.accent = rgb(0x3257D6);
        t.onAccent = rgb(0xFFFFFF);
        t.selection = rgb(0xE3EAFF);
        t.hover = rgb(0xF0F2F6);
        t.bubbleCustomer = rgb(0xFFFFFF);
        t.bubbleCustomerBorder = rgb(0xDFE3E9);
        t.bubbleAgent = rgb(0xE4ECFF);
        t.note = rgb(0xFFF4CC);
        t.noteBorder = rgb(0xE3CB78);
        t.danger = rgb(0xC0272D);
        t.dangerSurface = rgb(0xFDECEC);
        t.onDanger = rgb(0xFFFFFF);
        t.warning = rgb(0x8A5200);
        t.warningSurface = rgb(0xFFF0D9);
        t.success = rgb(0x1B7544);
        t.successSurface = rgb(0xE4F5EB);
        t.read = rgb(0x3257D6);
        t.focus = t.accent;
        return t;
    }();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = [] {
        Tokens t;
        t.dark = true;
        t.window = rgb(0x14171C);
        t.surface = rgb(0x1B1F26);
        t.raised = rgb(0x232831);
        t.border = rgb(0x2E343E);
        t.control = rgb(0x717B8A);
        t.text = rgb(0xE9EBEF);
        t.muted = rgb(0xA0A9B6);
        t.accent = rgb(0x8CA6FF);
        t.onAccent = rgb(0x10131A);
        t.selection = rgb(0x28345C);
        t.hover = rgb(0x22272F);
        t.bubbleCustomer = rgb(0x252B34);
        t.bubbleCustomerBorder = rgb(0x252B34);
        t.bubbleAgent = rgb(0x263560);
        t.note = rgb(0x3A3314);
        t.noteBorder = rgb(0x6B5E22);
        t.danger = rgb(0xFF8A8A);
        t.dangerSurface = rgb(0x40201F);
        t.onDanger = rgb(0x10131A);
        t.warning = rgb(0xF2BD66);
        t.warningSurface = rgb(0x3A2C12);
        t.success = rgb(0x63CF95);
        t.successSurface = rgb(0x17342A);
        t.read = rgb(0x8CA6FF);
        t.focus = t.accent;
        return t;
    }();
    return tokens;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

AvatarColors avatarColorsAt(int index, bool dark)
{
    // Even steps round the wheel; yellow-green hues are lighter to the eye and are darkened until text reads.
    const double hue = std::fmod(index * (1.0 / kAvatarHues) + 0.02, 1.0);
    constexpr double kLightSurface = 0.90;
    constexpr double kDarkSurface = 0.27;
    AvatarColors colors;
    colors.background =
        QColor::fromHslF(float(hue), dark ? 0.30f : 0.55f, float(dark ? kDarkSurface : kLightSurface));
    constexpr double kEnough = 5.0;
    constexpr double kStep = 0.02;
    double lightness = dark ? 0.70 : 0.42;
    do {
        colors.text = QColor::fromHslF(float(hue), dark ? 0.60f : 0.60f, float(lightness));
        lightness += dark ? kStep : -kStep;
    } while (contrastRatio(colors.background, colors.text) < kEnough && lightness > 0.05 && lightness < 0.97);
    return colors;
}

int avatarColorCount()
{
    return kAvatarHues;
}

AvatarColors avatarColors(const QString &seed, bool dark)
{
    // FNV-1a: qHash is seeded anew in every process, and a person's colour should stay.
    quint32 hash = 2166136261u;
    for (const QChar c : seed) {
        hash ^= c.unicode();
        hash *= 16777619u;
    }
    return avatarColorsAt(int(hash % kAvatarHues), dark);
}

} // namespace inbox::ui
