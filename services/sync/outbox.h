// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/sync/types.h"

#include <QHash>
#include <QObject>

namespace inbox::sync {

class AccountSession;

// Messages on their way: one at a time per conversation, in order, each handed to the backend exactly once.
// An answer that never came is settled by reading the thread, then by the person; never by sending again.
// Owned by its session; GUI thread.
class Outbox : public QObject {
    Q_OBJECT
public:
    Outbox(AccountSession &session, const PollTimings &timings);

    domain::IntentId sendText(const domain::ConversationId &id, const QString &text,
                              const domain::MessageId &quoted);
    domain::IntentId duplicate(const domain::ConversationId &id, const domain::Message &message);
    QString settle(const domain::ConversationId &id, const domain::IntentId &intent, bool wasSent);
    void sendAgain(const domain::ConversationId &id, const domain::IntentId &intent);

    // A request of this conversation is under way: what a poll reads meanwhile may already show its message.
    bool isSending(const domain::ConversationId &id) const { return m_sending.contains(id); }
    // Goes on with what the session before this one had not finished. What may have been sent is looked for,
    // what had not begun waits for the person.
    void takeOver(const Outbox &before);
    // Looks among the messages just read for those whose answer was lost.
    void reconcile(const domain::ConversationId &id);

private:
    domain::IntentId add(Outgoing outgoing);
    Outgoing *find(const domain::ConversationId &id, const domain::IntentId &intent);
    // Of what is known; empty when nothing is.
    domain::MessageId newestMessage(const domain::ConversationId &id) const;
    void sendNext(const domain::ConversationId &id);
    void finish(const domain::ConversationId &id, const domain::IntentId &intent,
                const domain::Result<domain::Message> &result);
    void accept(const domain::ConversationId &id, const domain::IntentId &intent,
                const domain::MessageId &message);
    void look(const domain::ConversationId &id, const domain::IntentId &intent, int looksLeft);

    AccountSession &m_session;
    const PollTimings m_timings;
    QHash<domain::ConversationId, domain::IntentId> m_sending;
    QHash<domain::IntentId, domain::Message> m_originals; // of duplicates
};

} // namespace inbox::sync
