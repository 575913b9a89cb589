// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/notifications.h"
#include "models/workspace.h"
#include "services/desktop/notifier.h"
#include "ui/window/trayicon.h"

#include <QPointer>
#include <QSystemTrayIcon>
#include <QTimer>

#include <memory>

namespace inbox::app {

// What is told outside the window: the model's alerts become the desktop's notifications, or the tray's where
// the desktop has none; the unread count stands on the tray's icon. Owned by the application and outlives the
// windows: what a click wants leaves by signals. GUI thread.
class DesktopAlerts : public QObject {
    Q_OBJECT
public:
    using HasTray = bool (*)();

    // `inbox` and `workspace` outlive this. `busAddress` empty: the session's bus.
    DesktopAlerts(sync::Inbox &inbox, models::Workspace &workspace, const QString &busAddress = {},
                  QObject *parent = nullptr, HasTray hasTray = &QSystemTrayIcon::isSystemTrayAvailable);
    ~DesktopAlerts() override;

    // Once there is a window, and again for each new one: the tray's menu is made of its commands.
    void start(ui::Commands &commands);
    models::Notifications &model() { return m_model; }
    const ui::TrayIcon *tray() const { return m_tray.get(); } // null where there is none yet

Q_SIGNALS:
    void conversationWanted(const inbox::domain::ConversationKey &key);
    void inboxWanted(); // what was clicked is about several conversations

private:
    void onRaised(const QList<models::Alert> &alerts);
    void onSettled(const domain::ConversationKey &key);
    void onActivated(const QString &tag);
    void onClosed(const QString &tag);
    void updateUnread();
    void lookForTray();

    models::Workspace &m_workspace;
    models::Notifications m_model;
    desktop::Notifier m_notifier;
    const HasTray m_hasTray;
    std::unique_ptr<ui::TrayIcon> m_tray; // only where there is a tray
    QPointer<ui::Commands> m_commands;
    QTimer m_look; // while there is none
    QHash<QString, domain::ConversationKey> m_keys; // by tag
    QHash<QString, QList<models::Alert>> m_groups; // by tag; what is told in one, and not settled
};

} // namespace inbox::app
