// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/theme/painting.h"

#include <QPainter>

namespace inbox::ui {

QColor mixed(const QColor &base, const QColor &over, qreal share)
{
    return QColor::fromRgbF(float(base.redF() * (1 - share) + over.redF() * share),
                            float(base.greenF() * (1 - share) + over.greenF() * share),
                            float(base.blueF() * (1 - share) + over.blueF() * share));
}

void drawTextLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
                  const QColor &color, Qt::LayoutDirection windowDirection, bool centred)
{
    if (rect.isEmpty() || text.isEmpty())
        return;
    painter->setFont(font);
    painter->setPen(color);
    painter->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    Qt::Alignment side = windowDirection == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    if (centred)
        side = Qt::AlignHCenter;
    // Not clipped: the place is measured by advance, and a glyph may overhang it.
    painter->drawText(
        rect, int(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, text);
}

} // namespace inbox::ui
