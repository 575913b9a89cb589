// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/history.h"

#include "services/store/codec.h"
#include "services/store/store.h"
#include "services/sync/accountsession.h"
#include "services/sync/colleagues.h"
#include "services/sync/poller.h"

#include <utility>

namespace inbox::sync {

using namespace domain;
using store::AccountDatabase;
using store::Before;
using store::HistoryTable;
using store::ThreadChange;

namespace {

constexpr int kFirst = 200; // conversations: more than any screen shows
constexpr int kPart = HistoryTable::sliceRows;
constexpr int kMessages = 50; // of a thread that is opened
constexpr int kOlderMessages = 100;
constexpr int kGather = 1'000; // milliseconds: what changes in that time is written together
constexpr int kTrimEvery = 3'600'000; // milliseconds
constexpr qint64 kSyncedEvery = 60; // seconds

const QString kOriginFact = QStringLiteral("origin");
const QString kPeopleFact = QStringLiteral("people");
const QString kSyncedFact = QStringLiteral("synced");
// Stands in the origin's place until everything is forgotten.
const QByteArray kForgetting("forgetting");

} // namespace

struct History::Start {
    bool isForeign = false;
    QByteArray people;
    QByteArray synced;
    store::ConversationSlice slice;
};

// What one transaction or two write.
struct History::Batch {
    QList<ConversationId> removed;
    QList<Conversation> conversations;
    QList<ThreadChange> threads;
    std::optional<QByteArray> people;
    std::optional<QByteArray> synced;

    bool isEmpty() const
    {
        return removed.isEmpty() && conversations.isEmpty() && threads.isEmpty() && !people && !synced;
    }
    store::Result<void> write(HistoryTable &history, const QByteArray &origin) const
    {
        // Another session has taken over for another server, or everything is being forgotten.
        const auto owner = history.fact(kOriginFact);
        const bool isNew = owner && owner->isEmpty(); // begun in the place of a damaged one
        if (!owner || (*owner != origin && !isNew))
            return owner ? store::Result<void>() : store::Failure(owner.error());
        store::Result<void> done;
        if (isNew)
            done = history.setFact(kOriginFact, origin);
        if (done && !removed.isEmpty())
            done = history.removeConversations(removed);
        if (done && !conversations.isEmpty())
            done = history.saveConversations(conversations);
        if (done && !threads.isEmpty())
            done = history.saveMessages(threads);
        if (done && people)
            done = history.setFact(kPeopleFact, *people);
        if (done && synced)
            done = history.setFact(kSyncedFact, *synced);
        return done;
    }
};

History::History(AccountSession &session, store::Store &store)
    : m_session(session)
    , m_store(store)
    , m_origin(session.config().backend.toUtf8() + '\n'
               + session.config().settings.value(baseUrlSetting).toUtf8())
{
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(kGather);
    connect(&m_writeTimer, &QTimer::timeout, this, &History::write);
    m_trimTimer.setInterval(kTrimEvery);
    connect(&m_trimTimer, &QTimer::timeout, this, &History::trim);
    m_trimTimer.start();
    connect(&session, &AccountSession::conversationsChanged, this, &History::learn);
    connect(&session, &AccountSession::threadChanged, this, &History::learnThread);
    connect(&session, &AccountSession::peopleChanged, this, [this] {
        if (m_recalling)
            return;
        m_peopleChanged = true;
        m_writeTimer.start();
    });
    connect(&session, &AccountSession::statusChanged, this, [this] {
        const OptionalTime &synced = m_session.status().lastSynced;
        if (synced && m_session.status().phase == SyncStatus::Phase::Synced
            && (!m_syncedWritten || m_syncedWritten->secsTo(*synced) >= kSyncedEvery)
            && !m_writeTimer.isActive())
            m_writeTimer.start();
    });
}

History::~History()
{
    // Also when the disk has not answered yet: by then it knows whose it is.
    m_syncedWritten.reset();
    for (Batch batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
        m_store.ask(m_session.id(), [batch, origin = m_origin](AccountDatabase &database) {
            return batch.write(database.history(), origin);
        });
    }
}

void History::recall()
{
    const quint64 run = ++m_run;
    m_store.ask(
        m_session.id(),
        [origin = m_origin, account = m_session.id()](AccountDatabase &database) -> store::Result<Start> {
            HistoryTable &history = database.history();
            const auto owner = history.fact(kOriginFact);
            if (!owner)
                return store::Failure(owner.error());
            Start start;
            start.isForeign = !owner->isEmpty() && *owner != origin;
            if (*owner != origin) {
                const auto set = history.setFact(kOriginFact, start.isForeign ? kForgetting : origin);
                if (!set || start.isForeign)
                    return set ? store::Result<Start>(start) : store::Failure(set.error());
            }
            const auto people = history.fact(kPeopleFact);
            const auto synced = history.fact(kSyncedFact);
            auto slice = history.conversations(account, {}, kFirst);
            if (!people || !synced || !slice)
                return store::Failure(!people ? people.error() : !synced ? synced.error() : slice.error());
            return Start{false, *people, *synced, std::move(*slice)};
        },
        this,
        [this, run](const store::Result<Start> &start) {
            if (start && run == m_run)
                takeStart(*start);
        });
}

void History::takeStart(const Start &start)
{
    if (start.isForeign) {
        forgetParts([this] { recall(); });
        return;
    }
    m_mayWrite = true;
    bool isNumber = false;
    const qint64 synced = start.synced.toLongLong(&isNumber);
    if (isNumber)
        m_session.m_poller->recallSynced(QDateTime::fromMSecsSinceEpoch(synced, Qt::UTC));
    m_recalling = true;
    if (const auto people = store::decodeUsers(start.people))
        m_session.colleagues().recall(*people);
    m_recalling = false;
    takeSlice(start.slice);
    m_writeTimer.start(); // what was learned before
}

void History::recallMore(const store::ConversationMark &from)
{
    m_store.ask(
        m_session.id(),
        [from, account = m_session.id()](AccountDatabase &database) {
            return database.history().conversations(account, from, kPart);
        },
        this,
        [this, run = m_run](const store::Result<store::ConversationSlice> &slice) {
            if (slice && run == m_run)
                takeSlice(*slice);
        });
}

void History::takeSlice(const store::ConversationSlice &slice)
{
    // The disk is read on while these are taken in.
    if (slice.next)
        recallMore(*slice.next);
    QList<Conversation> conversations = slice.conversations;
    if (!m_removed.isEmpty())
        conversations.removeIf([this](const Conversation &c) { return m_removed.contains(c.key.id); });
    m_recalling = true;
    m_session.recallConversations(conversations);
    m_recalling = false;
    if (!slice.next)
        trim();
}

void History::recallThread(const ConversationId &id)
{
    KeptThread &kept = m_kept[id];
    const Thread *thread = m_session.thread(id);
    if (kept.asked || !m_mayWrite || (thread && thread->loaded))
        return;
    kept.asked = true;
    m_store.ask(
        m_session.id(),
        [id](AccountDatabase &database) { return database.history().messages(id, {}, kMessages); }, this,
        [this, id](const store::Result<store::ThreadPage> &page) {
            if (page && !page->messages.isEmpty())
                take(id, {}, *page);
            else if (m_session.readsNothing() && m_session.conversation(id))
                m_session.mergeMessages(id, {}, true); // there are none, and nobody else will say so
        });
}

bool History::hasOlder(const ConversationId &id) const
{
    const auto kept = m_kept.constFind(id);
    const Thread *thread = m_session.thread(id);
    return kept != m_kept.cend() && kept->mayHaveOlder && thread && !thread->messages.isEmpty()
        && thread->messages.constFirst().id == kept->oldest;
}

void History::loadOlder(const ConversationId &id)
{
    Thread &thread = m_session.threadFor(id);
    if (thread.loadingOlder)
        return;
    const MessageId before = thread.messages.isEmpty() ? MessageId() : thread.messages.constFirst().id;
    if (before.isEmpty() || m_kept[id].end == before || !m_mayWrite) {
        m_session.m_poller->loadOlder(id);
        return;
    }
    thread.loadingOlder = true;
    Q_EMIT m_session.threadChanged(id);
    m_store.ask(
        m_session.id(),
        [id, before](AccountDatabase &database) {
            return database.history().messages(id, before, kOlderMessages);
        },
        this,
        [this, id, before](const store::Result<store::ThreadPage> &page) {
            if (!m_session.conversation(id))
                return;
            m_session.threadFor(id).loadingOlder = false;
            take(id, before, page.value_or(store::ThreadPage()));
        });
}

// `before`: what the page stands before; empty when it is the newest one.
void History::take(const ConversationId &id, const MessageId &before, const store::ThreadPage &page)
{
    KeptThread &kept = m_kept[id];
    if (before.isEmpty() || !page.messages.isEmpty()) {
        if (!m_session.recallMessages(id, before, page))
            return;
        // Already on disk, so that only what the server says differently is written.
        m_written[id] = page.messages + (before.isEmpty() ? QList<Message>() : m_written.value(id));
        kept.oldest = page.messages.constFirst().id;
        kept.mayHaveOlder = !page.reachesBeginning;
        return;
    }
    kept.end = before;
    kept.mayHaveOlder = false;
    m_session.m_poller->loadOlder(id);
    if (!m_session.threadFor(id).loadingOlder) // the server is not asked either
        Q_EMIT m_session.threadChanged(id);
}

void History::writeNow()
{
    if (!m_mayWrite)
        return; // it is written as soon as the disk is known to be ours
    for (Batch batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
        m_store.ask(
            m_session.id(),
            [batch, origin = m_origin](AccountDatabase &database) {
                return batch.write(database.history(), origin);
            },
            this,
            [this](const store::Result<void> &written) {
                if (!written)
                    m_written.clear();
            });
    }
}

void History::setLimits(const store::HistoryLimits &limits)
{
    if (m_limits == limits)
        return;
    m_limits = limits;
    if (m_mayWrite)
        trim();
}

void History::forget(const std::function<void()> &done)
{
    ++m_run; // nothing more is recalled
    m_mayWrite = false;
    m_changed.clear();
    m_unwritten.clear();
    m_threadsChanged.clear();
    m_threadQueue.clear();
    m_written.clear();
    for (KeptThread &kept : m_kept)
        kept.mayHaveOlder = false;
    m_store.ask(m_session.id(), [](AccountDatabase &database) {
        return database.history().setFact(kOriginFact, kForgetting);
    });
    forgetParts([this, done] {
        m_store.ask(m_session.id(), [origin = m_origin](AccountDatabase &database) {
            return database.history().setFact(kOriginFact, origin);
        });
        m_mayWrite = true;
        m_writeTimer.start(); // what was learned meanwhile
        done();
    });
}

// Part by part, so that a draft that is saved meanwhile does not wait for all of them.
void History::forgetParts(const std::function<void()> &done)
{
    m_store.ask(
        m_session.id(), [](AccountDatabase &database) { return database.history().forgetAll(); }, this,
        [this, done](const store::Result<bool> &more) {
            if (more.value_or(false))
                forgetParts(done);
            else if (more)
                done();
        });
}

void History::trim()
{
    if (!m_mayWrite || std::exchange(m_trimming, true))
        return;
    m_store.ask(
        m_session.id(),
        [limits = m_limits, now = m_session.m_clock.now()](AccountDatabase &database) {
            return database.history().forget(limits, now);
        },
        this,
        [this](const store::Result<bool> &more) {
            m_trimming = false;
            if (more.value_or(false))
                trim();
        });
}

void History::learn(const QList<ConversationId> &changed, const QList<ConversationId> &removed)
{
    if (m_recalling)
        return;
    for (const ConversationId &id : changed) {
        m_changed.insert(id);
        m_removed.remove(id);
    }
    for (const ConversationId &id : removed) {
        m_changed.remove(id);
        m_threadsChanged.remove(id);
        m_written.remove(id);
        m_kept.remove(id);
        m_removed.insert(id);
        m_unwritten.insert(id);
    }
    if (!m_writeTimer.isActive())
        m_writeTimer.start();
}

void History::learnThread(const ConversationId &id)
{
    const Thread *thread = m_session.thread(id);
    if (m_recalling || !thread || !thread->loaded)
        return;
    m_threadsChanged.insert(id);
    if (!m_writeTimer.isActive())
        m_writeTimer.start();
}

// What differs from the disk, in slices.
void History::queueThread(const ConversationId &id)
{
    const Thread *thread = m_session.thread(id);
    if (!thread || !thread->loaded)
        return;
    const QList<Message> &now = thread->messages;
    const QList<Message> before = m_written.value(id);
    m_written.insert(id, now);
    QHash<MessageId, Message> known;
    for (const Message &m : before)
        known.insert(m.id, m);

    ThreadChange change;
    change.conversation = id;
    QSet<MessageId> present;
    for (qsizetype i = 0; i < now.size(); ++i) {
        const Message &m = now.at(i);
        present.insert(m.id);
        Before what = Before::Follows;
        if (i == 0)
            what = thread->hasOlder ? Before::Unknown : Before::Beginning;
        const auto old = known.constFind(m.id);
        const bool wasFirst = old != known.cend() && m.id == before.constFirst().id;
        // The first one may have turned out to be the very first; one that was first, to follow another.
        if (old == known.cend() || !(*old == m) || (i == 0 && what == Before::Beginning) || wasFirst)
            change.messages << ThreadChange::Item{m, what};
        if (change.messages.size() == kPart) {
            m_threadQueue << change;
            change.messages.clear();
        }
    }
    bool isShared = false;
    for (const Message &m : before) {
        if (present.contains(m.id))
            isShared = true;
        else if (isShared)
            change.gone << m.id; // what comes before may only be out of sight
    }
    if (!change.messages.isEmpty() || !change.gone.isEmpty())
        m_threadQueue << change;
}

bool History::isTooOld(const OptionalTime &time) const
{
    return m_limits.days > 0 && time && time->daysTo(m_session.m_clock.now()) > m_limits.days;
}

History::Batch History::nextBatch()
{
    Batch batch;
    // Going on from where it is: a set that is becoming empty is looked through for its next one each time.
    for (auto it = m_unwritten.begin(); it != m_unwritten.end() && batch.removed.size() < kPart;
         it = m_unwritten.erase(it))
        batch.removed << *it;
    for (auto it = m_changed.begin();
         it != m_changed.end() && batch.conversations.size() + batch.removed.size() < kPart;
         it = m_changed.erase(it)) {
        const Conversation *known = m_session.asServerSaid(*it);
        if (known && !isTooOld(lastActivity(*known)))
            batch.conversations << *known;
    }
    if (batch.removed.isEmpty() && batch.conversations.isEmpty()) {
        qsizetype messages = 0;
        while (messages < kPart && (!m_threadQueue.isEmpty() || !m_threadsChanged.isEmpty())) {
            if (m_threadQueue.isEmpty()) {
                const ConversationId id = *m_threadsChanged.cbegin();
                m_threadsChanged.erase(m_threadsChanged.cbegin());
                queueThread(id);
                continue;
            }
            messages += m_threadQueue.constFirst().messages.size();
            if (messages > kPart && !batch.threads.isEmpty())
                break;
            batch.threads << m_threadQueue.takeFirst();
        }
    }
    if (std::exchange(m_peopleChanged, false))
        batch.people = store::encode(m_session.colleagues().people());
    const OptionalTime &synced = m_session.status().lastSynced;
    if (synced && m_session.status().phase == SyncStatus::Phase::Synced
        && (!m_syncedWritten || m_syncedWritten->secsTo(*synced) >= kSyncedEvery)) {
        m_syncedWritten = synced;
        batch.synced = QByteArray::number(synced->toMSecsSinceEpoch());
    }
    return batch;
}

void History::write()
{
    if (!m_mayWrite || m_writing)
        return;
    const Batch batch = nextBatch();
    if (batch.isEmpty())
        return;
    m_writing = true;
    m_store.ask(
        m_session.id(),
        [batch, origin = m_origin](AccountDatabase &database) {
            return batch.write(database.history(), origin);
        },
        this,
        [this](const store::Result<void> &written) {
            m_writing = false;
            if (written)
                write(); // more may have been waiting
            else
                m_written.clear(); // the person is told by the store; the next change tries again
        });
}

} // namespace inbox::sync
