// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace inbox::ui {

// `share` (0 to 1) of `over` on `base`, opaque.
QColor mixed(const QColor &base, const QColor &over, qreal share);

// One line, already elided, in the text's own direction; it stands at the leading side of a window that reads
// in `windowDirection`, or in the middle.
void drawTextLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
                  const QColor &color, Qt::LayoutDirection windowDirection, bool centred = false);

} // namespace inbox::ui
