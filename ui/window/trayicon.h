// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/commands.h"

#include <QMenu>
#include <QPointer>
#include <QSystemTrayIcon>

namespace inbox::ui {

// The program's icon with the number of unread conversations drawn on it; 0: the icon alone. For trays and
// task bars, in the sizes they ask for.
QIcon badgedIcon(int unread);

// The icon in the desktop's tray: how much is unread, the way back to the window, and the place of
// notifications on a desktop that has no better one. Owned by the application and outlives the windows; GUI
// thread. Make it only where QSystemTrayIcon::isSystemTrayAvailable().
class TrayIcon : public QObject {
    Q_OBJECT
public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    // The menu's entries are those of the present window.
    void setCommands(Commands &commands);
    void setUnread(int unread);
    // `tag` comes back with messageClicked().
    void showMessage(const QString &tag, const QString &summary, const QString &body);

    const QMenu &menu() const { return m_menu; }
    QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void messageClicked(const QString &tag);

private:
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QPointer<Commands> m_commands;
    QString m_tag; // of the message that was shown last
    int m_unread = -1;
};

} // namespace inbox::ui
