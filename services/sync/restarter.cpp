// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/restarter.h"

#include "services/sync/accountsession.h"
#include "services/sync/poller.h"

#include <QTimer>

#include <algorithm>

namespace inbox::sync {

using namespace domain;
using State = RestartRecord::State;

namespace {

// The conversation is read this often for a template whose answer was lost, before the person is asked.
constexpr int kLooks = 3;

bool isOpen(State state)
{
    return state == State::InProgress || state == State::OutcomeUnknown;
}

// What the server shows once a restart has gone through and the customer has not answered yet.
bool showsRestart(const Conversation &c, const QDateTime &now)
{
    return c.customerInteractionRequired == true && c.replyUntil && *c.replyUntil > now;
}

} // namespace

Restarter::Restarter(AccountSession &session, const PollTimings &timings)
    : m_session(session)
    , m_timings(timings)
{
}

RestartRecord Restarter::record(const ConversationId &id) const
{
    const auto it = m_entries.find(id);
    return it == m_entries.cend() ? RestartRecord() : it->second.record;
}

void Restarter::restart(const ConversationId &id)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || !m_session.capabilities().has(Capability::RestartPaid))
        return;
    Entry &entry = m_entries[id];
    if (isOpen(entry.record.state)) {
        Q_EMIT m_session.restartFinished(id, RestartOutcome::AlreadyRunning, std::nullopt);
        return;
    }
    entry.before = entry.record;
    entry.record = {State::InProgress, m_session.serverNow(), false};
    entry.lastSeen = c->latestMessage ? c->latestMessage->id : MessageId();
    Q_EMIT m_session.replyStateChanged(id);
    readThenPay(id);
}

void Restarter::readThenPay(const ConversationId &id)
{
    const auto asOf = m_session.nextMoment();
    m_session.m_backend->conversation(id).whenDone(
        this, [this, id, asOf](const Result<Conversation> &result) {
            Entry &entry = m_entries[id];
            if (!result) {
                entry.record = entry.before;
                Error error = result.error();
                error.outcome = Outcome::NotSent; // the read failed: the paid request never began
                end(id, RestartOutcome::NotSent, error);
                return;
            }
            const MessageId seen = entry.lastSeen;
            m_session.mergeConversation(*result, asOf);
            const ReplyState state =
                domain::replyState(*result, m_session.capabilities(), entry.before, m_session.serverNow());
            std::optional<RestartOutcome> stop;
            if (result->replyPossible == true)
                stop = RestartOutcome::AlreadyOpen;
            else if (state.kind == ReplyStateKind::AwaitingCustomer)
                stop = RestartOutcome::AlreadyRestarted;
            else if (state.kind != ReplyStateKind::ExpiredRestartable)
                stop = RestartOutcome::NotExpired;
            else if (result->latestMessage && result->latestMessage->id != seen)
                stop = RestartOutcome::Changed;
            if (stop) {
                Entry &now = m_entries[id];
                now.record = now.before;
                end(id, *stop);
                return;
            }
            pay(id);
        });
}

void Restarter::pay(const ConversationId &id)
{
    m_session.m_backend->restart(id).whenDone(this, [this, id](const Result<Message> &result) {
        Entry &entry = m_entries[id];
        if (result) {
            if (!result->id.isEmpty())
                m_session.mergeMessage(id, *result);
            accept(id);
            return;
        }
        const Error &error = result.error();
        if (error.outcome == Outcome::Unknown) {
            entry.record.state = State::OutcomeUnknown;
            end(id, RestartOutcome::Unknown, error);
            look(id, kLooks);
            return;
        }
        entry.record = entry.before;
        end(id, error.outcome == Outcome::NotSent ? RestartOutcome::NotSent : RestartOutcome::Refused, error);
        m_session.refreshConversation(id);
    });
}

void Restarter::accept(const ConversationId &id)
{
    // Until it was read again the conversation still looks expired: the offer to pay must not come back.
    const auto asOf = m_session.nextMoment();
    m_session.m_backend->conversation(id).whenDone(this, [this, id, asOf](const Result<Conversation> &fresh) {
        m_entries[id].record.state = State::Accepted;
        if (fresh)
            m_session.mergeConversation(*fresh, asOf);
        end(id, RestartOutcome::Accepted);
        m_session.m_poller->refreshThread(id);
    });
}

void Restarter::check(const ConversationId &id)
{
    if (record(id).state == State::OutcomeUnknown)
        look(id, 1);
}

void Restarter::look(const ConversationId &id, int looksLeft)
{
    Entry &entry = m_entries[id];
    if (entry.looking || entry.record.state != State::OutcomeUnknown)
        return;
    entry.looking = true;
    m_session.m_backend->messages(id, {}).whenDone(
        this, [this, id, looksLeft](const Result<backends::Page<Message>> &thread) {
            Entry &entry = m_entries[id];
            entry.looking = false;
            if (thread) {
                m_session.m_poller->takeThread(id, thread);
                // The template is the first message of ours that is newer than what stood there before.
                const auto isTemplate = [&](const Message &m) {
                    if (m.author.value == MessageAuthor::Customer)
                        return false;
                    if (entry.lastSeen.isEmpty())
                        return m.sentAt && entry.record.at && *m.sentAt >= *entry.record.at;
                    return idLess(entry.lastSeen.value(), m.id.value());
                };
                if (entry.record.state == State::OutcomeUnknown
                    && std::any_of(thread->items.cbegin(), thread->items.cend(), isTemplate)) {
                    entry.record.state = State::Accepted;
                    end(id, RestartOutcome::Accepted);
                }
            }
            m_session.refreshConversation(id);
            const int left = thread ? looksLeft - 1 : looksLeft;
            if (entry.record.state != State::OutcomeUnknown)
                return;
            if (left > 0)
                QTimer::singleShot(m_timings.lookAgain, this, [this, id, left] { look(id, left); });
            else
                Q_EMIT m_session.restartFinished(id, RestartOutcome::NotFound, std::nullopt);
        });
}

void Restarter::settle(const ConversationId &id, bool wasSent)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end() || it->second.record.state != State::OutcomeUnknown)
        return;
    if (wasSent)
        it->second.record.state = State::Accepted;
    else
        it->second.record = it->second.before;
    Q_EMIT m_session.replyStateChanged(id);
    m_session.refreshConversation(id);
}

void Restarter::takeOver(const Restarter &before)
{
    m_entries = before.m_entries;
    for (auto &[id, entry] : m_entries) {
        entry.looking = false;
        if (entry.record.state == State::InProgress)
            entry.record.state = State::OutcomeUnknown;
        if (entry.record.state == State::OutcomeUnknown)
            look(id, kLooks);
    }
}

void Restarter::conversationChanged(const ConversationId &id)
{
    const auto it = m_entries.find(id);
    const Conversation *c = m_session.conversation(id);
    if (it == m_entries.end() || !c)
        return;
    RestartRecord &record = it->second.record;
    const RestartRecord before = record;
    if (record.state == State::OutcomeUnknown && showsRestart(*c, m_session.serverNow()))
        record.state = State::Accepted;
    if (record.state == State::Accepted && !record.answered && record.at && c->lastCustomerReplyAt
        && *c->lastCustomerReplyAt > *record.at)
        record.answered = true;
    if (record == before)
        return;
    if (before.state == State::OutcomeUnknown && record.state == State::Accepted)
        end(id, RestartOutcome::Accepted);
    else
        Q_EMIT m_session.replyStateChanged(id);
}

void Restarter::end(const ConversationId &id, RestartOutcome outcome, const std::optional<Error> &error)
{
    Q_EMIT m_session.replyStateChanged(id);
    Q_EMIT m_session.restartFinished(id, outcome, error);
}

} // namespace inbox::sync
