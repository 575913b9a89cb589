// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/sync/inbox.h"

#include <QTimer>

namespace inbox::models {

class Heartbeat;

// The conversation on screen: its facts and its reply state for header, composer and details pane. Reads
// follow it (polling of the thread), and it is marked as read after one second of rest, unless peeking. GUI
// thread.
class CurrentConversation : public QObject {
    Q_OBJECT
public:
    CurrentConversation(sync::Inbox &inbox, Heartbeat &heartbeat, QObject *parent = nullptr);

    const domain::ConversationKey &key() const { return m_key; }
    // `peek`: never marks as read.
    void open(const domain::ConversationKey &key, bool peek = false);
    // Reading happens only while the thread can be seen.
    // It was marked as unread: what stands there is not marked as read for having been looked at.
    void keepUnread();
    void setVisible(bool visible);
    bool isVisible() const { return m_visible; }

    bool isEmpty() const { return m_key.isEmpty(); }
    sync::AccountSession *session() const;
    const domain::Conversation *conversation() const; // nullptr: none, or it is gone
    const domain::ReplyState &replyState() const { return m_replyState; }
    domain::Capabilities capabilities() const;
    QDateTime serverNow() const;
    sync::PendingChange pending() const;
    QString accountName() const;
    // Name and colour tell accounts apart: worth showing only when there are several.
    bool hasOtherAccounts() const;
    int accountColor() const;
    bool needsSignIn() const;
    // Other conversations of the same profile, latest first; without this one.
    QList<domain::Conversation> others() const;
    // What the account's settings call the profile's custom fields, one name each; "" where nobody named it.
    QStringList customFieldNames() const;

Q_SIGNALS:
    void opened(); // another conversation, or none
    void changed(); // its facts
    void replyStateChanged(const inbox::domain::ReplyState &before);
    void countdownMoved(); // the heartbeat, while there is a deadline

private:
    void follow(const domain::AccountId &account);
    void update();
    void updateReplyState();
    void considerMarkingRead();
    void markRead();

    sync::Inbox &m_inbox;
    Heartbeat &m_heartbeat;
    domain::ConversationKey m_key;
    domain::ReplyState m_replyState;
    bool m_peek = false;
    bool m_visible = true;
    bool m_needsSignIn = false;
    QTimer m_restTimer;
    // The newest message when reading was last reported: a refusal is not asked for again and again.
    std::optional<domain::MessageId> m_reportedRead;
};

} // namespace inbox::models
