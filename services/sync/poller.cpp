// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/poller.h"

#include "services/sync/accountsession.h"
#include "services/sync/history.h"
#include "services/sync/outbox.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace inbox::sync {

using namespace domain;
using Phase = SyncStatus::Phase;

namespace {

// A poll may use at most this share of the server's time.
constexpr int kPausePerDuration = 20;
constexpr int kWakeCheck = 5'000; // ms
constexpr int kSleptAtLeast = 30; // s of clock time between two checks that only a sleeping machine explains
constexpr int kMaxDoublings = 16;
// A list of thousands is taken in by parts: all at once it would hold up the window for a tenth of a second.
constexpr qsizetype kPart = 500; // conversations

} // namespace

Poller::Poller(AccountSession &session, const PollTimings &timings)
    : m_session(session)
    , m_timings(timings)
{
    for (QTimer *timer : {&m_listTimer, &m_sweepTimer, &m_openTimer})
        timer->setSingleShot(true);
    connect(&m_listTimer, &QTimer::timeout, this, &Poller::readList);
    connect(&m_sweepTimer, &QTimer::timeout, this, &Poller::readSweepPage);
    connect(&m_openTimer, &QTimer::timeout, this, &Poller::readOpen);
    m_wakeTimer.setInterval(kWakeCheck);
    connect(&m_wakeTimer, &QTimer::timeout, this, [this] {
        const QDateTime now = m_session.m_clock.now();
        if (m_lastTick.secsTo(now) > kSleptAtLeast) {
            m_cameBack = true;
            refreshNow();
        }
        m_lastTick = now;
    });
}

void Poller::start()
{
    m_started = true;
    m_lastTick = m_session.m_clock.now();
    m_wakeTimer.start();
    readList();
    readOpen();
}

void Poller::setOpenConversation(const ConversationId &id)
{
    m_open = id;
    if (m_open.isEmpty()) {
        m_openTimer.stop();
        return;
    }
    m_session.threadFor(id);
    // Somebody who runs through the list reads nothing on the way: only where they stop is read.
    const bool isRunning = m_opened.isValid() && m_opened.elapsed() < m_timings.openRest;
    m_opened.start();
    if (isRunning)
        m_openTimer.start(m_timings.openRest);
    else
        readOpen();
}

void Poller::setAttentive(bool attentive)
{
    if (m_attentive == attentive)
        return;
    m_attentive = attentive;
    if (attentive)
        refreshNow();
}

void Poller::refreshNow()
{
    if (!m_started)
        return;
    m_listTimer.stop();
    m_readAgain = m_listBusy; // what is being read may be older than what this is asked for
    readList();
    readOpen();
}

void Poller::recallSynced(const QDateTime &time)
{
    if (m_status.lastSynced)
        return;
    SyncStatus status = m_status;
    status.lastSynced = time;
    setStatus(status);
}

void Poller::noticeRecalled(const QList<ConversationId> &recalled)
{
    // Nothing is known when a page could not be read whole.
    if (m_sweeping && !m_sweepKnown.isEmpty())
        m_sweepKnown.unite({recalled.cbegin(), recalled.cend()});
}

void Poller::credentialChanged()
{
    if (m_status.phase == Phase::NeedsSignIn) {
        SyncStatus status = m_status;
        status.phase = Phase::Starting;
        status.error.reset();
        setStatus(status);
    }
    if (m_started)
        refreshNow();
    else
        m_session.start();
}

void Poller::credentialMissing()
{
    SyncStatus status = m_status;
    status.phase = Phase::NeedsSignIn;
    setStatus(status);
}

void Poller::noticeFailure(const Error &error)
{
    if (error.kind == ErrorKind::Canceled)
        return;
    SyncStatus status = m_status;
    status.refreshing = m_listBusy;
    status.error = error;
    if (!status.failingSince)
        status.failingSince = m_session.m_clock.now();
    if (error.kind == ErrorKind::BadCredential) {
        status.phase = Phase::NeedsSignIn;
        status.nextAttempt.reset();
        m_listTimer.stop();
        m_sweepTimer.stop();
        m_openTimer.stop();
        setStatus(status);
        return;
    }
    // The list is about to be read anyway: what others run into meanwhile neither counts nor puts that off.
    if (m_status.phase == Phase::Failing && (m_listBusy || m_listTimer.isActive())) {
        setStatus(status);
        return;
    }
    ++m_failures;
    const double doublings = std::min(m_failures - 1, kMaxDoublings);
    double pause = std::min(m_timings.firstRetry * std::pow(2.0, doublings), double(m_timings.longestRetry));
    pause *= 0.8 + 0.4 * QRandomGenerator::global()->generateDouble();
    if (error.retryAt)
        pause = std::max(pause, double(m_session.m_clock.now().msecsTo(*error.retryAt)));
    status.phase = Phase::Failing;
    status.nextAttempt = m_session.m_clock.now().addMSecs(qint64(pause));
    m_listTimer.start(int(pause));
    setStatus(status);
}

void Poller::noticeFailedWrite(Error error)
{
    error.retryAt.reset();
    noticeFailure(error);
}

void Poller::succeeded()
{
    const bool wasFailing = m_failures > 0;
    m_cameBack |= wasFailing;
    m_failures = 0;
    SyncStatus status = m_status;
    status.phase = Phase::Synced;
    status.lastSynced = m_session.m_clock.now();
    status.error.reset();
    status.failingSince.reset();
    status.nextAttempt.reset();
    status.refreshing = m_listBusy;
    setStatus(status);
    if (wasFailing)
        readOpen();
    if (m_sweeping && !m_sweepBusy && !m_sweepTimer.isActive()) // it was stopped for want of a credential
        m_sweepTimer.start(m_timings.sweepPage);
    if (std::exchange(m_cameBack, false))
        catchUp();
}

void Poller::catchUp()
{
    m_behind.clear();
    for (const auto &[id, thread] : m_session.m_threads) {
        const Conversation *c = m_session.conversation(id);
        const bool isBehind = c && c->latestMessage && thread.loaded && id != m_open
            && std::none_of(thread.messages.crbegin(), thread.messages.crend(),
                            [&c](const Message &m) { return m.id == c->latestMessage->id; });
        if (isBehind)
            m_behind << id;
    }
    readBehind();
}

void Poller::readBehind()
{
    while (!m_behind.isEmpty()) {
        const ConversationId id = m_behind.takeLast();
        if (!m_session.thread(id) || m_threadBusy.contains(id))
            continue;
        readThread(id);
        return;
    }
}

void Poller::setStatus(SyncStatus status)
{
    if (m_status == status)
        return;
    m_status = std::move(status);
    Q_EMIT m_session.statusChanged();
}

void Poller::schedule(QTimer &timer, int interval, qint64 lastDuration)
{
    timer.start(int(std::max<qint64>(interval, lastDuration * kPausePerDuration)));
}

void Poller::readList()
{
    if (!m_started || m_listBusy)
        return;
    if (m_session.readsNothing()) {
        // Nothing can be behind. Only a refused credential is a trouble, and a new one its end.
        if (m_status.phase == Phase::NeedsSignIn)
            return;
        SyncStatus status = m_status;
        status.phase = Phase::Synced;
        status.error.reset();
        status.failingSince.reset();
        setStatus(status);
        return;
    }
    m_listBusy = true;
    SyncStatus status = m_status;
    status.refreshing = true;
    setStatus(status);
    QElapsedTimer took;
    took.start();
    const auto asOf = m_session.nextMoment();
    m_session.m_backend->conversations({}).whenDone(
        this, [this, took, asOf](const Result<backends::Page<Conversation>> &result) {
            if (!result) {
                m_listBusy = false;
                noticeFailure(result.error());
                return;
            }
            takeFirstPage(*result, asOf, [this, took] {
                m_listBusy = false;
                succeeded();
                if (std::exchange(m_readAgain, false))
                    readList();
                else
                    schedule(m_listTimer, m_attentive ? m_timings.list : m_timings.listAway, took.elapsed());
            });
        });
}

void Poller::takeFirstPage(const backends::Page<Conversation> &page, quint64 asOf,
                           const std::function<void()> &taken)
{
    QSet<ConversationId> gone;
    QSet<ConversationId> seen;
    for (const Conversation &c : page.items)
        seen.insert(c.key.id);
    // A page with a row that could not be read does not prove that anything is gone, nor one of several of
    // which only this was told.
    if (page.next.isEmpty() && page.unreadable == 0 && page.total.value_or(0) <= page.items.size()) {
        for (const ConversationId &id : m_session.conversationIds()) {
            // The open one is read by itself, and may be of those that the account's list leaves out.
            if (!seen.contains(id) && id != m_open)
                gone.insert(id);
        }
    }
    if (m_sweeping)
        m_sweepSeen.unite(seen);
    takeParts(page.items, 0, gone, asOf, [this, seen, next = page.next, whole = page.unreadable == 0, taken] {
        beginSweep(seen, next, whole);
        taken();
    });
}

void Poller::takeParts(const QList<Conversation> &items, qsizetype from, const QSet<ConversationId> &gone,
                       quint64 asOf, const std::function<void()> &taken)
{
    if (items.size() - from > kPart) {
        m_session.mergeConversations(items.mid(from, kPart), {}, asOf);
        QTimer::singleShot(0, this, [this, items, from, gone, asOf, taken] {
            takeParts(items, from + kPart, gone, asOf, taken);
        });
        return;
    }
    m_session.mergeConversations(items.mid(from), gone, asOf);
    taken();
}

void Poller::beginSweep(const QSet<ConversationId> &seen, const backends::PageToken &next, bool whole)
{
    if (next.isEmpty() || m_sweeping)
        return;
    const bool due = !m_sweptAt || m_sweptAt->msecsTo(m_session.m_clock.now()) >= m_timings.sweep;
    if (!due)
        return;
    m_sweeping = true;
    const QList<ConversationId> known = m_session.conversationIds();
    m_sweepKnown = QSet<ConversationId>(known.cbegin(), known.cend());
    m_sweepSeen = seen;
    m_sweepNext = next;
    if (!whole)
        m_sweepKnown.clear();
    m_sweepTimer.start(m_timings.sweepPage);
}

void Poller::readSweepPage()
{
    if (!m_sweeping || m_sweepBusy || !mayAsk())
        return;
    m_sweepBusy = true;
    QElapsedTimer took;
    took.start();
    const auto asOf = m_session.nextMoment();
    m_session.m_backend->conversations(m_sweepNext)
        .whenDone(this, [this, took, asOf](const Result<backends::Page<Conversation>> &result) {
            m_sweepBusy = false;
            if (!result) {
                // The list poll begins another sweep once the server answers again.
                m_sweeping = false;
                noticeFailure(result.error());
                return;
            }
            for (const Conversation &c : result->items)
                m_sweepSeen.insert(c.key.id);
            if (result->unreadable > 0)
                m_sweepKnown.clear();
            m_session.mergeConversations(result->items, {}, asOf);
            if (result->next.isEmpty() || result->next == m_sweepNext
                || (result->items.isEmpty() && result->unreadable == 0)) {
                endSweep();
                return;
            }
            m_sweepNext = result->next;
            m_sweepTimer.start(int(std::max<qint64>(m_timings.sweepPage, took.elapsed())));
        });
}

void Poller::endSweep()
{
    m_sweeping = false;
    m_sweptAt = m_session.m_clock.now();
    // Pages shift while they are read, so being on none of them is a suspicion: the server is asked for each.
    m_suspects = (m_sweepKnown - m_sweepSeen).values();
    askForSuspect();
}

void Poller::askForSuspect()
{
    if (m_suspects.isEmpty() || !mayAsk())
        return;
    const ConversationId id = m_suspects.takeLast();
    const quint64 asOf = m_session.nextMoment();
    m_session.m_backend->conversation(id).whenDone(
        this, [this, id, asOf](const Result<Conversation> &result) {
            if (result)
                m_session.mergeConversation(*result, asOf);
            else if (result.error().kind == ErrorKind::NotFound
                     || result.error().kind == ErrorKind::Forbidden)
                m_session.dropConversation(id);
            else if (result.error().kind == ErrorKind::RateLimited) {
                m_suspects.clear(); // the next sweep finds them again
                noticeFailure(result.error());
            }
            QTimer::singleShot(m_timings.sweepPage, this, &Poller::askForSuspect);
        });
}

void Poller::readOpen()
{
    if (m_open.isEmpty() || !mayAsk() || m_session.readsNothing())
        return;
    const ConversationId id = m_open;
    const auto asOf = m_session.nextMoment();
    m_session.m_backend->conversation(id).whenDone(this,
                                                   [this, id, asOf](const Result<Conversation> &result) {
                                                       if (result)
                                                           m_session.mergeConversation(*result, asOf);
                                                       else if (result.error().kind == ErrorKind::NotFound)
                                                           m_session.dropConversation(id);
                                                   });
    readThread(id);
}

void Poller::refreshThread(const ConversationId &id)
{
    if (m_session.thread(id))
        readThread(id);
}

void Poller::readThread(const ConversationId &id)
{
    if (!mayAsk() || m_threadBusy.contains(id) || !m_session.capabilities().has(Capability::ReadMessages))
        return;
    m_threadBusy.insert(id);
    m_session.threadFor(id).refreshing = true;
    if (!m_session.threadFor(id).loaded)
        Q_EMIT m_session.threadChanged(id);
    QElapsedTimer took;
    took.start();
    const bool sendingAtStart = m_session.m_outbox->isSending(id);
    const int reactionsAtStart = m_session.threadFor(id).reactionsEnded;
    m_session.m_backend->messages(id, {}).whenDone(
        this,
        [this, id, took, sendingAtStart, reactionsAtStart](const Result<backends::Page<Message>> &result) {
            m_threadBusy.remove(id);
            // Read around a send or a reaction, the page may or may not show it: a message would appear
            // twice, a reaction be gone again.
            const bool isMixed = sendingAtStart || m_session.m_outbox->isSending(id)
                || reactionsAtStart != m_session.threadFor(id).reactionsEnded;
            m_session.threadFor(id).refreshing = false;
            if (!isMixed || !result)
                takeThread(id, result);
            Q_EMIT m_session.threadRead(id);
            if (id == m_open) {
                const int interval = m_attentive ? m_timings.openThread : m_timings.openThreadAway;
                if (m_failures == 0)
                    schedule(m_openTimer, interval, took.elapsed());
            } else if (m_failures == 0) {
                readBehind();
            }
        });
}

void Poller::takeThread(const ConversationId &id, const Result<backends::Page<Message>> &result)
{
    Thread &thread = m_session.threadFor(id);
    if (!result) {
        thread.error = result.error();
        if (result.error().kind != ErrorKind::NotFound && result.error().kind != ErrorKind::Forbidden)
            noticeFailure(result.error());
        Q_EMIT m_session.threadChanged(id);
        return;
    }
    const bool hadError = thread.error.has_value();
    const MessageId oldestBefore = thread.messages.isEmpty() ? MessageId() : thread.messages.constFirst().id;
    const bool first = !thread.loaded;
    thread.error.reset();
    thread.loadedAt = m_session.m_clock.now();
    if (first)
        thread.hasOlder = !result->next.isEmpty();
    m_session.mergeMessages(id, result->items, true);
    // The first read, or a gap that made the old pages worthless: older messages begin after this page.
    const bool startsHere = !thread.messages.isEmpty() && !result->items.isEmpty()
        && thread.messages.constFirst().id == result->items.constLast().id;
    if (first || (startsHere && oldestBefore != thread.messages.constFirst().id)) {
        m_olderToken[id] = result->next;
        thread.hasOlder =
            !result->next.isEmpty() || (m_session.m_history && m_session.m_history->hasOlder(id));
    }
    if (hadError)
        Q_EMIT m_session.threadChanged(id);
}

void Poller::loadOlder(const ConversationId &id)
{
    Thread &thread = m_session.threadFor(id);
    const auto token = m_olderToken.find(id);
    if (thread.loaded && thread.hasOlder && token != m_olderToken.end() && token->second.isEmpty()) {
        thread.hasOlder = false; // neither on disk nor at the server
        Q_EMIT m_session.threadChanged(id);
    }
    if (!mayAsk() || thread.loadingOlder || token == m_olderToken.end() || token->second.isEmpty())
        return;
    thread.loadingOlder = true;
    Q_EMIT m_session.threadChanged(id);
    m_session.m_backend->messages(id, token->second)
        .whenDone(this, [this, id, asked = token->second](const Result<backends::Page<Message>> &result) {
            Thread &thread = m_session.threadFor(id);
            thread.loadingOlder = false;
            if (m_olderToken[id] != asked) { // the thread begins elsewhere by now: there would be a hole
                Q_EMIT m_session.threadChanged(id);
                return;
            }
            if (!result) {
                thread.error = result.error();
                Q_EMIT m_session.threadChanged(id);
                return;
            }
            // A page without anything is the last one, whatever it says.
            const bool isEmpty = result->items.isEmpty() && result->unreadable == 0;
            const backends::PageToken next = isEmpty ? backends::PageToken() : result->next;
            m_olderToken[id] = next;
            thread.hasOlder = !next.isEmpty();
            const qsizetype before = thread.messages.size();
            m_session.mergeMessages(id, result->items, false);
            // All of it was on disk already: what is wanted comes behind.
            if (thread.messages.size() == before && thread.hasOlder && next != asked) {
                loadOlder(id);
                return;
            }
            Q_EMIT m_session.threadChanged(id);
        });
}

} // namespace inbox::sync
