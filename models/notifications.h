// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversationrow.h"
#include "models/preferences.h"
#include "services/sync/inbox.h"

#include <QSet>
#include <QTimer>

namespace inbox::models {

class ConversationListModel;
class CurrentConversation;

// Something a person should hear of although they look elsewhere: data without words. It never holds more
// than the privacy they chose lets others see: what is empty here cannot leak later.
struct Alert {
    enum class Kind {
        NewMessage, // in a conversation that is mine
        WindowClosing, // mine, and the customer waits for an answer
        FailedSend,
        ReplyReady, // a reply was held until the customer answered, and can be sent now
        Mention, // a colleague wants me to look at it
    };
    Kind kind = Kind::NewMessage;
    domain::ConversationKey key;
    NotificationPrivacy privacy = NotificationPrivacy::Nothing;
    QString customer; // Name and Everything; may be empty all the same
    PreviewKind preview = PreviewKind::Nothing; // Everything, as are the words
    QString text; // one line
    int unread = 0; // NewMessage: of the conversation
    qint64 secondsLeft = 0; // WindowClosing
    bool outcomeUnknown = false; // FailedSend: it may have arrived
};

// Decides what is worth a notification, once, and when it is none any more. Says nothing about what was there
// when the account was first read, about what is on screen in the active window, or in quiet hours; nothing
// is lost by that, for the unread count goes on. Owned by the application; GUI thread.
class Notifications : public QObject {
    Q_OBJECT
public:
    // All outlive this.
    Notifications(sync::Inbox &inbox, ConversationListModel &list, CurrentConversation &current,
                  const Drafts &drafts, const Preferences &preferences, QObject *parent = nullptr);
    ~Notifications() override;

    // Whether a window of ours has the person's attention.
    void setActive(bool active);
    // Looks for windows that are about to close; comes by itself twice a minute. Also for a clock that a test
    // has moved.
    void lookForClosingWindows();

    // A span that ends before it begins goes through midnight; one of no length is the whole day.
    static bool isQuiet(const PreferenceValues &values, const QTime &local);

Q_SIGNALS:
    // What one answer of the server, or one moment, has brought. Of one kind; more than two belong together.
    void raised(const QList<inbox::models::Alert> &alerts);
    // It has been seen or done: what is shown about it can go.
    void settled(const inbox::domain::ConversationKey &key);

private:
    void follow(const domain::AccountId &account);
    void onCustomerMessage(const domain::ConversationKey &key);
    void lookForFailedSend(const domain::ConversationKey &key);
    bool isNewMention(const domain::ConversationKey &key);
    void takeMentionsAsKnown(const domain::AccountId &account);
    bool isMentionWaiting(const domain::ConversationKey &key) const;
    void settleWhatIsDone(const domain::ConversationKey &key);
    void settle(const domain::ConversationKey &key);
    void forget(const domain::AccountId &account);
    void onLooked();
    bool isOnScreen(const domain::ConversationKey &key) const;
    bool isMine(const domain::ConversationKey &key) const;
    bool wants(Alert::Kind kind) const;
    Alert alert(Alert::Kind kind, const domain::ConversationKey &key) const;
    void raise(const QList<Alert> &alerts);
    void tellMessages();

    sync::Inbox &m_inbox;
    ConversationListModel &m_list;
    CurrentConversation &m_current;
    const Drafts &m_drafts;
    const Preferences &m_preferences;
    bool m_active = false;
    QTimer m_look;
    QTimer m_gather; // messages of one answer come one by one
    QList<domain::ConversationKey> m_wrote;
    QList<domain::ConversationKey> m_ready; // whose held reply can be sent now
    QHash<domain::ConversationKey, QDateTime> m_warned; // which window's end was told
    QHash<domain::ConversationKey, QString> m_failed; // the message or intent whose failure is known
    QSet<domain::AccountId> m_read; // whose list has come
    QSet<domain::ConversationKey> m_mentioned; // of which that is known
    QHash<domain::ConversationKey, Alert::Kind> m_raised; // and not settled; the latest
};

} // namespace inbox::models

Q_DECLARE_METATYPE(inbox::models::Alert)
