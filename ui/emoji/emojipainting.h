// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QString>

class QPainter;

namespace inbox::ui {

enum class EmojiEffort { Whole, OnlyKept };

// One emoji in the middle of `rect`, smaller where it would not fit. `font`: Theme::emoji(). Emoji fonts hold
// compressed pictures that are unpacked anew for every painting: what was painted is kept for the next time.
// False: nothing was kept, and no more than that was wanted.
bool paintEmoji(QPainter *painter, const QRect &rect, const QString &emoji, const QFont &font,
                const QColor &color, EmojiEffort effort = EmojiEffort::Whole);

} // namespace inbox::ui
