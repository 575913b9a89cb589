// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/window/trayicon.h"

#include "ui/icons/icons.h"
#include "ui/text/notificationwords.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPainter>

namespace inbox::ui {

namespace {

constexpr int kLargestCount = 99;
constexpr int kDot = 24; // pixels: below this a number cannot be read, so there is a dot

void drawBadge(QPainter &painter, int size, int unread)
{
    // The light tokens on every desktop: the badge stands on the program's own icon, not on a theme.
    const Tokens &colors = lightTokens();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal ring = qMax(1.0, size / 24.0);
    const auto pill = [&](const QRectF &rect) {
        painter.setPen(QPen(colors.onDanger, ring));
        painter.setBrush(colors.danger);
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    };
    if (size < kDot) {
        const qreal side = size * 0.5;
        pill(QRectF(size - side - ring / 2, ring / 2, side, side));
        return;
    }
    const QString text = unread > kLargestCount ? QString(QLocale().toString(kLargestCount) + u'+')
                                                : QLocale().toString(unread);
    QFont font = QGuiApplication::font();
    font.setBold(true);
    font.setPixelSize(qRound(size * (text.size() > 2 ? 0.36 : 0.44)));
    const qreal height = size * 0.58;
    const qreal width = qBound(height, QFontMetricsF(font).horizontalAdvance(text) + size * 0.2, size - ring);
    const QRectF rect(size - width - ring / 2, ring / 2, width, height);
    pill(rect);
    painter.setFont(font);
    painter.setPen(colors.onDanger);
    painter.drawText(rect, Qt::AlignCenter, text);
}

} // namespace

QIcon badgedIcon(int unread)
{
    const QIcon plain = Icons::application();
    if (unread <= 0)
        return plain;
    QIcon icon;
    const QList<QSize> sizes = plain.availableSizes();
    for (const QSize &size : sizes) {
        QPixmap pixmap = plain.pixmap(size, 1.0);
        QPainter painter(&pixmap);
        drawBadge(painter, size.width(), unread);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
{
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context && m_commands)
            m_commands->run(Command::ShowWindow);
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT messageClicked(m_tag); });
    setUnread(0);
    m_icon.show();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setCommands(Commands &commands)
{
    m_commands = &commands;
    m_menu.clear();
    m_menu.addAction(commands.action(Command::ShowWindow));
    m_menu.addSeparator();
    m_menu.addAction(commands.action(Command::Quit));
}

void TrayIcon::setUnread(int unread)
{
    m_icon.setToolTip(NotificationWords::windowTitle(unread) + u'\n' + NotificationWords::unreadMine(unread));
    if (m_unread == unread)
        return; // the icon is; the words may have come in another language
    m_unread = unread;
    m_icon.setIcon(badgedIcon(unread));
}

void TrayIcon::showMessage(const QString &tag, const QString &summary, const QString &body)
{
    m_tag = tag;
    m_icon.showMessage(summary, body, badgedIcon(0));
}

} // namespace inbox::ui
