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
    popupAt(QRect(anchor->mapToGlobal(QPoint(0, 0)), anchor->size()));
}

void Popup::popupAt(const QRect &globalAnchor)
{
    ensurePolished();
    adjustSize();
    const QScreen *screen = QGuiApplication::screenAt(globalAnchor.center());
    if (!screen)
        screen = QGuiApplication::primaryScreen();
    const QRect room = screen->availableGeometry();
    QPoint place(isRightToLeft() ? globalAnchor.right() - width() + 1 : globalAnchor.left(),
                 globalAnchor.bottom() + metrics::kGrid);
    if (place.y() + height() > room.bottom())
        place.setY(globalAnchor.top() - metrics::kGrid - height());
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
