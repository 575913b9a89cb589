// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/restarter.h"

#include "services/sync/accountsession.h"
#include "services/sync/colleagues.h"
#include "services/sync/journal.h"
#include "services/sync/poller.h"
#include "services/sync/waiting.h"

#include <QTimer>

#include <algorithm>

namespace inbox::sync {

using namespace domain;
using State = RestartRecord::State;
using IntentState = Intent::State;

namespace {

// The conversation is read this often for a template whose answer was lost, before the person is asked.
constexpr int kLooks = 3;

// What the vendor's documentation says one restart costs, "about"; the API never says what was charged.
constexpr int restartCents = 11;

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

QList<Intent> Restarter::unfinished() const
{
    QList<Intent> all;
    for (const auto &[id, entry] : m_entries) {
        if (isOpen(entry.record.state))
            all << entry.intent;
    }
    return all;
}

Payment Restarter::paymentOf(const Conversation &conversation) const
{
    Payment payment;
    if (conversation.line)
        payment.line =
            conversation.line->name.isEmpty() ? conversation.line->displayId : conversation.line->name;
    if (const auto me = m_session.colleagues().person(m_session.config().me))
        payment.agent = me->name.isEmpty() ? me->email : me->name;
    payment.cents = restartCents;
    return payment;
}

void Restarter::restart(const ConversationId &id)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || !m_session.capabilities().has(Capability::RestartPaid))
        return;
    Entry &entry = m_entries[id];
    if (!m_ready || isOpen(entry.record.state)) {
        Q_EMIT m_session.restartFinished(id, RestartOutcome::AlreadyRunning, std::nullopt);
        return;
    }
    entry.before = entry.record;
    entry.intent = m_session.newIntent(Intent::Kind::Restart, id);
    // The template will be newer than what the list knows now, whatever the thread has read.
    entry.intent.seen.message = c->latestMessage ? c->latestMessage->id : MessageId();
    entry.record = {State::InProgress, entry.intent.createdAt, false};
    Q_EMIT m_session.replyStateChanged(id);
    m_session.m_journal->add(entry.intent, paymentOf(*c), this, [this, id](const Result<bool> &added) {
        if (added.value_or(false)) {
            readThenPay(id);
            return;
        }
        m_entries[id].record = m_entries[id].before;
        if (added)
            end(id, RestartOutcome::AlreadyRunning);
        else
            end(id, RestartOutcome::NotSent, added.error());
    });
}

void Restarter::readThenPay(const ConversationId &id)
{
    const auto asOf = m_session.nextMoment();
    m_session.m_backend->conversation(id).whenDone(
        this, [this, id, asOf](const Result<Conversation> &result) {
            if (!result) {
                Error error = result.error();
                error.outcome = Outcome::NotSent; // the read failed: the paid request never began
                giveUp(id, RestartOutcome::NotSent, error);
                return;
            }
            const Entry &entry = m_entries[id];
            const MessageId seen = entry.intent.seen.message;
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
            if (stop)
                giveUp(id, *stop);
            else
                pay(id);
        });
}

void Restarter::pay(const ConversationId &id)
{
    Entry &entry = m_entries[id];
    entry.intent.state = IntentState::Sending;
    m_session.m_journal->update(entry.intent, this, [this, id](const Result<Nothing> &written) {
        if (!written) {
            giveUp(id, RestartOutcome::NotSent, written.error());
            return;
        }
        m_session.m_backend->restart(id).whenDone(this, [this, id](const Result<Message> &result) {
            if (result) {
                if (!result->id.isEmpty())
                    m_session.mergeMessage(id, *result);
                m_entries[id].intent.result = result->id;
                accept(id);
                return;
            }
            const Error &error = result.error();
            if (error.outcome == Outcome::Unknown) {
                m_entries[id].record.state = State::OutcomeUnknown;
                write(id, IntentState::Unknown, error);
                end(id, RestartOutcome::Unknown, error);
                look(id, kLooks);
                return;
            }
            giveUp(id, error.outcome == Outcome::NotSent ? RestartOutcome::NotSent : RestartOutcome::Refused,
                   error);
            m_session.refreshConversation(id);
        });
    });
}

void Restarter::write(const ConversationId &id, IntentState state, const std::optional<Error> &error)
{
    Intent &intent = m_entries[id].intent;
    intent.state = state;
    intent.error = error;
    m_session.m_journal->update(intent);
}

void Restarter::giveUp(const ConversationId &id, RestartOutcome outcome, const std::optional<Error> &error)
{
    m_entries[id].record = m_entries[id].before;
    write(id, IntentState::Withdrawn, error);
    end(id, outcome, error);
    conversationChanged(id); // the one before may have been answered meanwhile
}

void Restarter::setPaid(const ConversationId &id)
{
    Entry &entry = m_entries[id];
    entry.record.state = State::Accepted;
    entry.paid = entry.intent.id;
    write(id, IntentState::Accepted);
}

void Restarter::accept(const ConversationId &id)
{
    // Until it was read again the conversation still looks expired: the offer to pay must not come back.
    const auto asOf = m_session.nextMoment();
    m_session.m_backend->conversation(id).whenDone(this, [this, id, asOf](const Result<Conversation> &fresh) {
        setPaid(id);
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

void Restarter::look(const ConversationId &id, int looksLeft, int failures)
{
    Entry &entry = m_entries[id];
    if (entry.looking || entry.record.state != State::OutcomeUnknown)
        return;
    entry.looking = true;
    m_session.m_backend->messages(id, {}).whenDone(
        this, [this, id, looksLeft, failures](const Result<backends::Page<Message>> &thread) {
            Entry &entry = m_entries[id];
            entry.looking = false;
            if (thread) {
                m_session.m_poller->takeThread(id, thread);
                // The template is the first message of ours that is newer than what stood there before.
                const auto isTemplate = [&](const Message &m) {
                    if (m.author.value == MessageAuthor::Customer || m.author.value == MessageAuthor::System)
                        return false;
                    const MessageId &lastSeen = entry.intent.seen.message;
                    if (lastSeen.isEmpty())
                        return m.sentAt && entry.record.at && *m.sentAt >= *entry.record.at;
                    return idLess(lastSeen.value(), m.id.value());
                };
                if (entry.record.state == State::OutcomeUnknown
                    && std::any_of(thread->items.cbegin(), thread->items.cend(), isTemplate)) {
                    setPaid(id);
                    end(id, RestartOutcome::Accepted);
                }
            }
            if (!thread && thread.error().kind == ErrorKind::BadCredential) {
                m_session.m_poller->noticeFailure(thread.error());
                return; // with a new credential it is looked for again
            }
            const int left = thread ? looksLeft - 1 : waiting::mayBeReadLater(thread.error()) ? looksLeft : 0;
            m_session.refreshConversation(id);
            if (entry.record.state != State::OutcomeUnknown)
                return;
            if (left > 0 && thread)
                QTimer::singleShot(m_timings.lookAgain, this, [this, id, left] { look(id, left); });
            else if (left > 0) // not faster than anything else asks a server that is not well
                QTimer::singleShot(
                    int(waiting::pauseAfter(thread.error(), failures, m_session.m_clock.now(), m_timings)),
                    this, [this, id, left, failures] { look(id, left, failures + 1); });
            else
                Q_EMIT m_session.restartFinished(id, RestartOutcome::NotFound, std::nullopt);
        });
}

void Restarter::settle(const ConversationId &id, bool wasSent)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end() || it->second.record.state != State::OutcomeUnknown)
        return;
    if (wasSent) {
        setPaid(id);
    } else {
        it->second.record = it->second.before;
        write(id, IntentState::Withdrawn);
    }
    Q_EMIT m_session.replyStateChanged(id);
    conversationChanged(id); // the one before may have been answered meanwhile
    m_session.refreshConversation(id);
}

void Restarter::takeOver(const Restarter &before)
{
    m_ready = true;
    m_entries = before.m_entries;
    for (auto &[id, entry] : m_entries) {
        entry.looking = false;
        if (entry.record.state == State::InProgress) {
            entry.record.state = State::OutcomeUnknown;
            write(id, IntentState::Unknown);
        }
        if (entry.record.state == State::OutcomeUnknown)
            look(id, kLooks);
    }
}

void Restarter::restore(const QList<Intent> &unfinished, const QList<Payment> &payments)
{
    m_ready = true;
    for (const Payment &payment : payments) { // the latest one first
        Entry &entry = m_entries[payment.conversation];
        if (payment.state != IntentState::Accepted || entry.record.state != State::None)
            continue;
        entry.paid = entry.intent.id = payment.intent;
        entry.intent.conversation = payment.conversation;
        entry.intent.kind = Intent::Kind::Restart;
        entry.intent.state = payment.state;
        entry.record = {State::Accepted, payment.at, payment.answered};
    }
    for (const Intent &intent : unfinished) {
        const ConversationId &id = intent.conversation;
        if (intent.kind != Intent::Kind::Restart || intent.state == IntentState::Failed)
            continue;
        Entry &entry = m_entries[id];
        entry.before = entry.record;
        entry.intent = intent;
        if (intent.state == IntentState::Queued) {
            write(id, IntentState::Withdrawn);
            continue;
        }
        entry.record = {State::OutcomeUnknown, intent.createdAt, false};
        if (intent.state == IntentState::Sending) // the run that would have heard the answer is over
            write(id, IntentState::Unknown);
        Q_EMIT m_session.replyStateChanged(id);
    }
    if (m_session.status().phase == SyncStatus::Phase::Synced)
        serverIsBack();
}

void Restarter::serverIsBack()
{
    for (const auto &[id, entry] : m_entries) {
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
        setPaid(id);
    if (record.state == State::Accepted && !record.answered && record.at && c->lastCustomerReplyAt
        && *c->lastCustomerReplyAt > *record.at)
        record.answered = true;
    if (record == before)
        return;
    if (record.answered && !before.answered)
        m_session.m_journal->setAnswered(it->second.paid);
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
