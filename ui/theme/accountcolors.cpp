// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/theme/accountcolors.h"

#include "services/domain/account.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

#include <array>

namespace inbox::ui {

namespace {

struct AccountColor {
    QRgb light;
    QRgb dark;
    const char *name;
};

// Neighbours differ most: accounts get them in this order.
constexpr std::array<AccountColor, domain::accountColorCount> kColors{{
    {0xFF2F6FDE, 0xFF7AA7FF, QT_TRANSLATE_NOOP("AccountColors", "Blue")},
    {0xFFC2410C, 0xFFFF9A62, QT_TRANSLATE_NOOP("AccountColors", "Orange")},
    {0xFF2E7D32, 0xFF7CCB80, QT_TRANSLATE_NOOP("AccountColors", "Green")},
    {0xFF7A3EC8, 0xFFC39BFF, QT_TRANSLATE_NOOP("AccountColors", "Purple")},
    {0xFF0E7C86, 0xFF4FC3CB, QT_TRANSLATE_NOOP("AccountColors", "Teal")},
    {0xFFB0246B, 0xFFFF8FC0, QT_TRANSLATE_NOOP("AccountColors", "Pink")},
    {0xFF8A6200, 0xFFE0B34C, QT_TRANSLATE_NOOP("AccountColors", "Ochre")},
    {0xFF5B6472, 0xFFA8B1BD, QT_TRANSLATE_NOOP("AccountColors", "Grey")},
}};

bool isColor(int index)
{
    return index >= 0 && index < int(kColors.size());
}

} // namespace

QColor accountColor(int index, bool dark)
{
    if (!isColor(index))
        return {};
    const AccountColor &color = kColors.at(size_t(index));
    return QColor::fromRgb(dark ? color.dark : color.light);
}

QColor accountColor(int index)
{
    return accountColor(index, Theme::colors().dark);
}

QString accountColorName(int index)
{
    return isColor(index) ? QCoreApplication::translate("AccountColors", kColors.at(size_t(index)).name)
                          : QString();
}

} // namespace inbox::ui
