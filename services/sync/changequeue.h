// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/sync/types.h"

#include <QObject>

#include <map>

namespace inbox::sync {

class AccountSession;

// Status, assignment and read state: shown at once, sent one at a time per conversation, put back with the
// reason when refused. Owned by its session; GUI thread.
class ChangeQueue : public QObject {
    Q_OBJECT
public:
    explicit ChangeQueue(AccountSession &session);

    void setStatus(const domain::ConversationId &id, domain::ConversationStatus status);
    void assign(const domain::ConversationId &id, const std::optional<domain::User> &user);
    void markRead(const domain::ConversationId &id);
    // Everything unconfirmed of this conversation, the latest wish winning.
    PendingChange pending(const domain::ConversationId &id) const;

private:
    void add(const domain::ConversationId &id, ActionKind kind, PendingChange change);
    void sendNext(const domain::ConversationId &id);
    void finish(const domain::ConversationId &id, const domain::Result<domain::Conversation> &result);
    void drop(const domain::ConversationId &id);

    struct Wish {
        ActionKind kind = ActionKind::SetStatus;
        PendingChange change;
    };
    struct Queue {
        QList<Wish> wishes; // the first is under way when `busy`
        bool busy = false;
    };

    AccountSession &m_session;
    std::map<domain::ConversationId, Queue> m_queues;
};

} // namespace inbox::sync
