// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/changequeue.h"

#include "services/sync/accountsession.h"

namespace inbox::sync {

using namespace domain;

namespace {

bool isFulfilled(const PendingChange &wish, const Conversation &c)
{
    const auto idOf = [](const std::optional<User> &user) { return user ? user->id : UserId(); };
    return (!wish.status || c.status == *wish.status)
        && (!wish.assignee || idOf(*wish.assignee) == idOf(c.assignee))
        && (!wish.markRead || c.unreadCount == 0);
}

} // namespace

ChangeQueue::ChangeQueue(AccountSession &session)
    : m_session(session)
{
}

void ChangeQueue::setStatus(const ConversationId &id, ConversationStatus status)
{
    if (status == ConversationStatus::Unknown)
        return;
    PendingChange change;
    change.status = status;
    add(id, ActionKind::SetStatus, change);
}

void ChangeQueue::assign(const ConversationId &id, const std::optional<User> &user)
{
    PendingChange change;
    change.assignee = user;
    add(id, ActionKind::Assign, change);
}

void ChangeQueue::markRead(const ConversationId &id)
{
    PendingChange change;
    change.markRead = true;
    add(id, ActionKind::MarkRead, change);
}

PendingChange ChangeQueue::pending(const ConversationId &id) const
{
    PendingChange all;
    const auto it = m_queues.find(id);
    if (it == m_queues.cend())
        return all;
    for (const Wish &wish : it->second.wishes) {
        if (wish.change.status)
            all.status = wish.change.status;
        if (wish.change.assignee)
            all.assignee = wish.change.assignee;
        all.markRead = all.markRead || wish.change.markRead;
    }
    return all;
}

void ChangeQueue::add(const ConversationId &id, ActionKind kind, PendingChange change)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || isFulfilled(change, *c))
        return; // it is so already, or is about to be
    m_queues[id].wishes << Wish{kind, std::move(change)};
    m_session.rebuildEffective(id);
    Q_EMIT m_session.conversationsChanged({id}, {});
    sendNext(id);
}

void ChangeQueue::sendNext(const ConversationId &id)
{
    Queue &queue = m_queues[id];
    if (queue.busy || queue.wishes.isEmpty())
        return;
    queue.busy = true;
    const PendingChange change = queue.wishes.constFirst().change;
    backends::ConversationUpdate update;
    update.status = change.status;
    if (change.assignee)
        update.assignee = *change.assignee ? (*change.assignee)->id : UserId();
    auto call = change.markRead ? m_session.m_backend->markRead(id) : m_session.m_backend->update(id, update);
    call.whenDone(this, [this, id](const Result<Conversation> &result) { finish(id, result); });
}

void ChangeQueue::finish(const ConversationId &id, const Result<Conversation> &result)
{
    if (result) {
        drop(id);
        // An answer without the conversation in it still means yes.
        if (result->key.id.isEmpty())
            m_session.refreshConversation(id);
        else
            m_session.mergeConversation(*result, m_session.nextMoment());
        Q_EMIT m_session.conversationsChanged({id}, {});
        sendNext(id);
        return;
    }
    const Error &error = result.error();
    if (error.outcome != Outcome::Unknown) {
        const ActionKind kind = m_queues[id].wishes.constFirst().kind;
        drop(id);
        Q_EMIT m_session.conversationsChanged({id}, {});
        Q_EMIT m_session.actionFailed({kind, id, error});
        sendNext(id);
        return;
    }
    // It may have been done: the conversation itself knows.
    const auto asOf = m_session.nextMoment();
    m_session.m_backend->conversation(id).whenDone(
        this, [this, id, error, asOf](const Result<Conversation> &now) {
            const Wish wish = m_queues[id].wishes.constFirst();
            drop(id);
            if (now)
                m_session.mergeConversation(*now, asOf);
            Q_EMIT m_session.conversationsChanged({id}, {});
            if (!now || !isFulfilled(wish.change, *now))
                Q_EMIT m_session.actionFailed({wish.kind, id, error});
            sendNext(id);
        });
}

void ChangeQueue::drop(const ConversationId &id)
{
    Queue &queue = m_queues[id];
    queue.busy = false;
    queue.wishes.removeFirst();
    m_session.rebuildEffective(id);
}

} // namespace inbox::sync
