// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/keycap.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace inbox::ui {

KeyCap::KeyCap(const QString &keys, QWidget *parent)
    : PlainLabel(Tone::Normal, Size::Small, parent)
{
    setText(keys);
    setAlignment(Qt::AlignCenter);
    setContentsMargins(metrics::kSmall, 2, metrics::kSmall, 2);
}

void KeyCap::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::colors().border);
    painter.setBrush(Theme::colors().window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kGrid, metrics::kGrid);
    painter.end();
    PlainLabel::paintEvent(event);
}

} // namespace inbox::ui
