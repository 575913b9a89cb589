// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QStringList>

class QPainter;

namespace inbox::ui {

// The program's own drawings (resources/icons), coloured at run time and crisp at every device pixel ratio.
// GUI thread only; pixmaps are kept in a cache of limited size.
class Icons {
public:
    // `name` as the file's without ".svg"; `size` in logical pixels. An unknown name gives a null pixmap.
    static QPixmap pixmap(QLatin1String name, const QColor &color, int size, qreal devicePixelRatio);
    // Draws into `target` (logical pixels, square) with the painter's own pixel ratio.
    static void paint(QPainter *painter, QLatin1String name, const QColor &color, const QRect &target);
    // Follows the theme by itself: text colour, muted when disabled, accent when on.
    static QIcon icon(QLatin1String name);
    // As icon(), always in this colour.
    static QIcon icon(QLatin1String name, const QColor &color);
    // Draws an icon made by icon() in `color` instead of its own; any other icon as it is.
    static void paintIcon(QPainter *painter, const QIcon &icon, const QColor &color, const QRect &target,
                          bool enabled);
    // The program's own icon, in the sizes a desktop asks for.
    static QIcon application();
    // The name of a channel's glyph.
    static QLatin1String channel(domain::Channel channel);
    // Every name there is, sorted.
    static QStringList names();
};

} // namespace inbox::ui
