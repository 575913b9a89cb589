// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/popup.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

namespace inbox::ui {

Popup::Popup(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
{
    setAttribute(Qt::WA_DeleteOnClose);
}

void Popup::popupAt(QWidget *anchor)
{
    popup(QRect(anchor->mapToGlobal(QPoint(0, 0)), anchor->size()), Side::Below, false);
}

void Popup::popupAbove(QWidget *anchor)
{
    popup(QRect(anchor->mapToGlobal(QPoint(0, 0)), anchor->size()), Side::Above, true);
}

void Popup::popupAbove(const QRect &globalAnchor)
{
    popup(globalAnchor, Side::Above, false);
}

void Popup::popupAt(const QRect &globalAnchor)
{
    popup(globalAnchor, Side::Below, false);
}

void Popup::popup(const QRect &globalAnchor, Side side, bool endsTogether)
{
    ensurePolished();
    adjustSize();
    const QScreen *screen = QGuiApplication::screenAt(globalAnchor.center());
    if (!screen)
        screen = QGuiApplication::primaryScreen();
    const QRect room = screen->availableGeometry();
    const int below = globalAnchor.bottom() + metrics::kGrid;
    const int above = globalAnchor.top() - metrics::kGrid - height();
    const bool wantsBelow = side == Side::Below;
    const bool fits = wantsBelow ? below + height() <= room.bottom() : above >= room.top();
    const bool atRight = isRightToLeft() != endsTogether;
    QPoint place(atRight ? globalAnchor.right() - width() + 1 : globalAnchor.left(),
                 fits == wantsBelow ? below : above);
    place.setX(qBound(room.left(), place.x(), qMax(room.left(), room.right() - width())));
    place.setY(qBound(room.top(), place.y(), qMax(room.top(), room.bottom() - height())));
    move(place);
    show();
}

void Popup::resizeEvent(QResizeEvent *event)
{
    // Cut to shape rather than translucent: without a compositor the corners would be black.
    setMask(roundedRegion(rect(), metrics::kControlRadius));
    QFrame::resizeEvent(event);
}

void Popup::paintEvent(QPaintEvent *)
{
    const Tokens &colors = Theme::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.control, 1));
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kControlRadius,
                            metrics::kControlRadius);
}

void Popup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace inbox::ui
