// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/notifications.h"

#include <QCoreApplication>

namespace inbox::ui {

// What a notification says: plain text.
struct NotificationText {
    QString summary;
    QString body; // may be empty
};

// Sentences for what is told outside the window: notifications, the window's title, the tray. Pure functions
// over the application's translator; nothing is said that the alert does not hold.
class NotificationWords {
    Q_DECLARE_TR_FUNCTIONS(NotificationWords)

public:
    static NotificationText one(const models::Alert &alert);
    // Several of one kind.
    static NotificationText several(const QList<models::Alert> &alerts);
    static QString openConversation(); // the notification's action
    static QString openInbox();
    static QString windowTitle(int unread); // "(3) Agent Inbox"
    static QString unreadMine(int unread); // "3 unread conversations of yours"
};

} // namespace inbox::ui
