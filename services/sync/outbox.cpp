// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/outbox.h"

#include "services/sync/accountsession.h"
#include "services/sync/filereader.h"
#include "services/sync/journal.h"
#include "services/sync/poller.h"
#include "services/sync/waiting.h"

#include <QUuid>

#include <algorithm>

namespace inbox::sync {

using namespace domain;
using Kind = Intent::Kind;
using State = Intent::State;

namespace {

// The thread is read this often for a message whose answer was lost, before the person is asked.
constexpr int kLooks = 3;
// The server keeps an upload for 24 hours at most.
constexpr int kUploadsTried = 8; // before the person is told that it does not work
constexpr qint64 kUploadLasts = 20 * 60 * 60; // seconds

// Servers trim and may change line ends.
QString comparable(QString text)
{
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n")).trimmed();
}

bool sameKinds(const QList<MessageContent> &a, const QList<MessageContent> &b)
{
    return std::equal(
        a.cbegin(), a.cend(), b.cbegin(), b.cend(),
        [](const MessageContent &x, const MessageContent &y) { return x.index() == y.index(); });
}

// Where ids do not count up, the place in the thread tells what came later; where it does not show either,
// the time does.
bool isNewer(const Thread &thread, const Message &message, const Intent &than)
{
    bool countsUp = false;
    message.id.value().toLongLong(&countsUp);
    if (than.seen.message.isEmpty())
        return true;
    if (countsUp)
        return idLess(than.seen.message.value(), message.id.value());
    const auto placeOf = [&thread](const MessageId &id) {
        const auto it = std::find_if(thread.messages.cbegin(), thread.messages.cend(),
                                     [&id](const Message &m) { return m.id == id; });
        return it == thread.messages.cend() ? -1 : int(it - thread.messages.cbegin());
    };
    if (const int seen = placeOf(than.seen.message); seen >= 0)
        return placeOf(message.id) > seen;
    constexpr qint64 slowClock = 2'000; // ms between a server's two clocks
    return message.sentAt && message.sentAt->msecsTo(than.createdAt) < slowClock;
}

// The server may rename a picture or a sound, and make it smaller; what a document is called it is told.
bool holds(const Message &message, const Attachment &file)
{
    return std::any_of(message.contents.cbegin(), message.contents.cend(), [&file](const MessageContent &c) {
        const auto *media = std::get_if<MediaContent>(&c);
        return media && media->kind == file.kind
            && (file.kind != MediaKind::Document || media->name.isEmpty() || media->name == file.name);
    });
}

bool isOpen(const Intent &intent)
{
    return intent.state == State::Checking || intent.state == State::Unknown;
}

} // namespace

Outbox::Outbox(AccountSession &session, const PollTimings &timings)
    : m_session(session)
    , m_timings(timings)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Outbox::wake);
}

IntentId Outbox::sendText(const ConversationId &id, const QString &text, const MessageId &quoted)
{
    Intent intent = m_session.newIntent(Kind::SendText, id);
    intent.text = text;
    intent.quoted = quoted;
    return add(std::move(intent));
}

IntentId Outbox::sendFile(const ConversationId &id, const Attachment &file, const QString &caption,
                          const MessageId &quoted)
{
    Intent intent = m_session.newIntent(Kind::SendFile, id);
    intent.file = file;
    intent.text = caption;
    intent.quoted = quoted;
    return add(std::move(intent));
}

IntentId Outbox::duplicate(const ConversationId &id, const Message &message)
{
    Intent intent = m_session.newIntent(Kind::Duplicate, id);
    intent.text = plainText(message);
    intent.message = message.id;
    m_originals.insert(intent.id, message);
    return add(std::move(intent));
}

IntentId Outbox::add(Intent intent)
{
    const ConversationId id = intent.conversation;
    const IntentId added = intent.id;
    m_unwritten.insert(added);
    if (!m_session.isFresh(id))
        m_old.insert(added); // it is looked at once more before it goes out
    m_session.threadFor(id).outgoing << intent;
    Q_EMIT m_session.threadChanged(id);
    m_session.m_journal->add(intent, {}, this, [this, id, added](const Result<bool> &written) {
        m_unwritten.remove(added);
        if (!written)
            giveBack(id, added, written.error());
        sendNext(id);
    });
    return added;
}

// It stands nowhere but in memory, and is not sent from there.
void Outbox::giveBack(const ConversationId &id, const IntentId &intent, const Error &error)
{
    const Intent *unwritten = find(id, intent);
    if (!unwritten)
        return;
    const Unsent unsent = unwritten->unsent();
    if (unsent.isEmpty()) { // the failed message that it would have repeated still stands there
        fail(id, intent, error);
        return;
    }
    remove(id, intent);
    changed(id);
    Q_EMIT m_session.repliesHeld(id, unsent, HeldBecause::NotWritten);
}

bool Outbox::isSending(const ConversationId &id) const
{
    const Thread *t = m_session.thread(id);
    return t && std::any_of(t->outgoing.cbegin(), t->outgoing.cend(), [](const Intent &intent) {
               return intent.state == State::Sending;
           });
}

Intent *Outbox::find(const ConversationId &id, const IntentId &intent)
{
    QList<Intent> &all = m_session.threadFor(id).outgoing;
    const auto it = std::find_if(all.begin(), all.end(), [&](const Intent &o) { return o.id == intent; });
    return it == all.end() ? nullptr : &*it;
}

void Outbox::sendNext(const ConversationId &id)
{
    if (!m_ready || m_sending.contains(id) || m_reading.contains(id)
        || m_session.status().phase == SyncStatus::Phase::NeedsSignIn)
        return;
    Thread &t = m_session.threadFor(id);
    // What was written later must not overtake a message whose fate is open.
    if (std::any_of(t.outgoing.cbegin(), t.outgoing.cend(), isOpen))
        return;
    const auto next = std::find_if(t.outgoing.cbegin(), t.outgoing.cend(),
                                   [](const Intent &o) { return o.state == State::Queued; });
    if (next == t.outgoing.cend() || m_unwritten.contains(next->id))
        return;
    if (!m_session.replyState(id).composerOpen()) { // the window closed while it waited for its turn
        hold(id, HeldBecause::WindowClosed);
        return;
    }
    if (!waiting::isOver(*next, m_session.m_clock.now(), m_retry))
        return;
    if (needsUpload(*next))
        upload(id, next->id);
    else if (m_old.contains(next->id))
        readThenSend(id, next->id);
    else
        send(id, next->id);
}

bool Outbox::needsUpload(const Intent &intent) const
{
    if (intent.kind != Kind::SendFile)
        return false;
    const auto done = m_uploads.constFind(intent.id);
    return done == m_uploads.cend() || done->at.secsTo(m_session.m_clock.now()) > kUploadLasts;
}

// Nothing of the message leaves by this: until it is sent it stays queued.
void Outbox::upload(const ConversationId &id, const IntentId &intent)
{
    m_sending.insert(id, intent);
    const Attachment file = *find(id, intent)->file;
    readFile(file.path, this, [this, id, intent, file](const Result<QByteArray> &bytes) {
        if (!bytes) {
            uploaded(id, intent, Failure(bytes.error()));
            return;
        }
        m_session.m_backend->upload(file, *bytes)
            .whenDone(this, [this, id, intent](const Result<UploadedFile> &result) {
                uploaded(id, intent, result);
            });
    });
}

void Outbox::uploaded(const ConversationId &id, const IntentId &intent, const Result<UploadedFile> &result)
{
    m_sending.remove(id);
    const Intent *waits = find(id, intent);
    if (!waits) { // given up meanwhile
        sendNext(id);
        return;
    }
    if (result) {
        m_uploads.insert(intent, {*result, m_session.m_clock.now()});
        if (!m_session.isFresh(id))
            m_old.insert(intent); // it may have taken long
        sendNext(id);
        return;
    }
    // Whatever became of the upload: no customer has received anything.
    Error error = result.error();
    const bool mayBeLater =
        waiting::mayWait(error) || (error.outcome == Outcome::Unknown && waits->attempts < kUploadsTried);
    error.outcome = Outcome::NotSent;
    if (mayBeLater) {
        m_session.m_poller->noticeFailedWrite(error);
        wait(id, intent, error);
        return;
    }
    fail(id, intent, error);
    sendNext(id);
}

net::Call<Message> Outbox::request(const Intent &intent)
{
    const ConversationId &id = intent.conversation;
    switch (intent.kind) {
    case Kind::SendText:
        return m_session.m_backend->sendText(id, intent.text, intent.quoted);
    case Kind::SendFile:
        return m_session.m_backend->sendFile(id, *intent.file, m_uploads.value(intent.id).file, intent.text,
                                             intent.quoted);
    default:
        return m_session.m_backend->duplicate(id, intent.message);
    }
}

std::optional<HeldBecause> Outbox::isOvertaken(const Intent &intent) const
{
    const ConversationId &id = intent.conversation;
    if (!m_session.replyState(id).composerOpen())
        return HeldBecause::WindowClosed;
    const Conversation *c = m_session.conversation(id);
    const UserId assignee = c && c->assignee ? c->assignee->id : UserId();
    if (assignee != intent.seen.assignee && assignee != m_session.config().me)
        return HeldBecause::Changed;
    const Thread *t = m_session.thread(id);
    const bool isNew = t && std::any_of(t->messages.cbegin(), t->messages.cend(), [&](const Message &m) {
                           return m.author.value != MessageAuthor::System && !t->sentAs.contains(m.id)
                               && isNewer(*t, m, intent);
                       });
    // Without a newest message seen everything is newer: then nothing can be said.
    return isNew && !intent.seen.message.isEmpty() ? std::optional(HeldBecause::Changed) : std::nullopt;
}

void Outbox::readThenSend(const ConversationId &id, const IntentId &intent)
{
    m_reading.insert(id);
    const auto failed = [this, id, intent](const Error &error) {
        m_reading.remove(id);
        m_session.m_poller->noticeFailure(error);
        wait(id, intent, error);
    };
    const quint64 asOf = m_session.nextMoment();
    m_session.m_backend->conversation(id).whenDone(
        this, [this, id, asOf, failed](const Result<Conversation> &conversation) {
            if (!conversation) {
                failed(conversation.error());
                return;
            }
            m_session.mergeConversation(*conversation, asOf);
            m_session.m_backend->messages(id, {}).whenDone(
                this, [this, id, failed](const Result<backends::Page<Message>> &page) {
                    if (!page) {
                        failed(page.error());
                        return;
                    }
                    m_session.m_poller->takeThread(id, page);
                    m_reading.remove(id);
                    const QList<Intent> all = m_session.threadFor(id).outgoing;
                    for (const Intent &intent : all) {
                        if (intent.state != State::Queued)
                            continue;
                        if (const auto why = isOvertaken(intent)) {
                            hold(id, *why);
                            return;
                        }
                        m_old.remove(intent.id);
                    }
                    sendNext(id);
                });
        });
}

void Outbox::send(const ConversationId &id, const IntentId &intent)
{
    Intent *sending = find(id, intent);
    sending->state = State::Sending;
    sending->error.reset();
    sending->retryAt.reset();
    // Only what is newer than what stands there now can be this message.
    if (const MessageId newest = m_session.newestMessage(id); !newest.isEmpty())
        sending->seen.message = newest;
    m_sending.insert(id, intent);
    Q_EMIT m_session.threadChanged(id);
    m_session.m_journal->update(*sending, this, [this, id, intent](const Result<Nothing> &written) {
        const Intent *now = find(id, intent);
        if (!written) {
            m_sending.remove(id);
            fail(id, intent, written.error());
            sendNext(id);
            return;
        }
        request(*now).whenDone(
            this, [this, id, intent](const Result<Message> &result) { finish(id, intent, result); });
    });
}

void Outbox::finish(const ConversationId &id, const IntentId &intent, const Result<Message> &result)
{
    m_sending.remove(id);
    Intent *sent = find(id, intent);
    if (!sent)
        return;
    if (result && !result->id.isEmpty()) {
        accept(id, intent, result->id);
        m_session.mergeMessage(id, *result);
        Q_EMIT m_session.threadChanged(id);
        sendNext(id);
        m_session.refreshConversation(id);
        return;
    }
    if (!result && waiting::mayWait(result.error())) {
        sent->state = State::Queued;
        m_session.m_poller->noticeFailedWrite(result.error());
        wait(id, intent, result.error());
        return;
    }
    if (!result && result.error().outcome != Outcome::Unknown) {
        fail(id, intent, result.error());
        sendNext(id);
        return;
    }
    sent->state = State::Checking;
    if (!result)
        sent->error = result.error();
    m_session.m_journal->update(*sent);
    Q_EMIT m_session.threadChanged(id);
    look(id, intent, kLooks);
}

void Outbox::wait(const ConversationId &id, const IntentId &intent, const Error &error)
{
    Intent *waiter = find(id, intent);
    if (!waiter || waiter->state != State::Queued) { // settled while it was read
        sendNext(id);
        return;
    }
    Error notSent = error;
    notSent.outcome = Outcome::NotSent; // of the message: it was a read that failed, or nothing had left
    if (!waiting::mayBeReadLater(error)) {
        fail(id, intent, notSent);
        sendNext(id);
        return;
    }
    waiting::putOff(*waiter, notSent, m_session.m_clock.now(), m_timings);
    for (const Intent &other : std::as_const(m_session.threadFor(id).outgoing)) {
        if (other.state == State::Queued)
            m_old.insert(other.id);
    }
    m_session.m_journal->update(*waiter);
    changed(id);
    sendNext(id);
}

void Outbox::holdAll()
{
    QList<ConversationId> unfinished;
    for (const auto &[id, thread] : m_session.m_threads) {
        if (!thread.outgoing.isEmpty())
            unfinished << id;
    }
    for (const ConversationId &id : std::as_const(unfinished))
        hold(id, HeldBecause::Changed,
             {State::Queued, State::Sending, State::Checking, State::Unknown, State::Failed});
}

void Outbox::hold(const ConversationId &id, HeldBecause why, const QList<State> &states)
{
    Thread &t = m_session.threadFor(id);
    QStringList texts;
    Unsent unsent;
    // The last one first: each is put before what is in the draft already.
    const QList<Intent> all = t.outgoing;
    for (auto it = all.crbegin(); it != all.crend(); ++it) {
        if (!states.contains(it->state))
            continue;
        Intent given = *it;
        given.state = State::Withdrawn;
        if (const Unsent its = given.unsent(); !its.isEmpty()) {
            if (!its.text.isEmpty())
                texts.prepend(its.text);
            unsent.files = its.files + unsent.files;
            m_session.m_journal->takeBack(given);
        } else {
            m_session.m_journal->update(given);
        }
        remove(id, given.id);
    }
    changed(id);
    unsent.text = texts.join(u'\n');
    Q_EMIT m_session.repliesHeld(id, unsent, why);
}

void Outbox::remove(const ConversationId &id, const IntentId &intent)
{
    m_session.threadFor(id).outgoing.removeIf([&](const Intent &o) { return o.id == intent; });
    m_originals.remove(intent);
    m_uploads.remove(intent);
    m_old.remove(intent);
    m_unread.remove(intent);
}

void Outbox::fail(const ConversationId &id, const IntentId &intent, const Error &error)
{
    Intent *failed = find(id, intent);
    if (!failed)
        return;
    failed->state = State::Failed;
    failed->error = error;
    m_uploads.remove(intent); // perhaps it was the upload that the server did not like
    failed->retryAt.reset();
    m_session.m_journal->update(*failed);
    changed(id);
}

void Outbox::accept(const ConversationId &id, const IntentId &intent, const MessageId &message)
{
    const Intent *found = find(id, intent);
    if (!found)
        return;
    Intent accepted = *found;
    accepted.state = State::Accepted;
    accepted.error.reset();
    accepted.result = message;
    if (accepted.kind == Kind::Duplicate)
        m_session.m_retried.insert(accepted.message);
    m_session.threadFor(id).sentAs.insert(message, intent);
    m_session.m_journal->update(accepted);
    remove(id, intent);
    Q_EMIT m_session.messageAccepted(id, intent);
}

void Outbox::look(const ConversationId &id, const IntentId &intent, int looksLeft)
{
    if (m_looking.contains(intent))
        return;
    m_looking.insert(intent);
    m_unread.remove(intent);
    m_session.m_backend->messages(id, {}).whenDone(
        this, [this, id, intent, looksLeft](const Result<backends::Page<Message>> &result) {
            m_looking.remove(intent);
            if (result)
                m_session.m_poller->takeThread(id, result);
            Intent *looked = find(id, intent);
            if (!looked || looked->state != State::Checking) {
                sendNext(id);
                return;
            }
            if (!result && result.error().kind == ErrorKind::BadCredential) {
                m_session.m_poller->noticeFailure(result.error());
                return; // with a new credential it is looked for again
            }
            // A read that failed proves nothing; one that is refused will be refused again.
            const bool isRefused = !result && !waiting::mayBeReadLater(result.error());
            const int left = isRefused ? 0 : looksLeft - 1;
            if (left > 0) {
                QTimer::singleShot(m_timings.lookAgain, this,
                                   [this, id, intent, left] { look(id, intent, left); });
                return;
            }
            looked->state = State::Unknown;
            if (!result && !isRefused)
                m_unread.insert(intent);
            m_session.m_journal->update(*looked);
            changed(id);
        });
}

void Outbox::takeOver(const Outbox &before)
{
    m_originals = before.m_originals;
    m_uploads = before.m_uploads;
    for (const auto &[id, thread] : before.m_session.m_threads) {
        for (const Intent &intent : thread.outgoing)
            adopt(intent);
    }
    m_ready = true;
    wake();
}

void Outbox::restore(const QList<Intent> &unfinished)
{
    for (const Intent &intent : unfinished) {
        if (intent.isMessage())
            adopt(intent);
    }
    m_ready = true;
    if (m_session.status().phase == SyncStatus::Phase::Synced)
        wake();
}

void Outbox::adopt(Intent intent)
{
    const ConversationId id = intent.conversation;
    if (intent.state == State::Sending || intent.state == State::Unknown)
        intent.state = State::Checking; // its answer will not come any more, but the thread may tell
    else if (intent.state == State::Queued)
        m_old.insert(intent.id);
    m_session.threadFor(id).outgoing << intent;
    changed(id);
}

void Outbox::serverIsBack()
{
    for (auto &[id, thread] : m_session.m_threads) {
        for (Intent &intent : thread.outgoing)
            waiting::noLonger(intent);
    }
    if (m_ready)
        wake();
}

void Outbox::wake()
{
    QList<ConversationId> ids;
    for (const auto &[id, thread] : m_session.m_threads) {
        if (!thread.outgoing.isEmpty())
            ids << id;
    }
    for (const ConversationId &id : std::as_const(ids)) {
        const QList<Intent> all = m_session.threadFor(id).outgoing;
        for (const Intent &intent : all) {
            if (m_unread.contains(intent.id)) {
                find(id, intent.id)->state = State::Checking;
                changed(id);
                look(id, intent.id, kLooks);
            } else if (intent.state == State::Checking && !m_looking.contains(intent.id)) {
                look(id, intent.id, kLooks);
            }
        }
        sendNext(id);
    }
}

std::optional<Message> Outbox::originalOf(const Intent &intent) const
{
    if (const auto known = m_originals.constFind(intent.id); known != m_originals.cend())
        return *known;
    if (const Thread *t = m_session.thread(intent.conversation)) {
        for (const Message &m : t->messages) {
            if (m.id == intent.message)
                return m;
        }
    }
    return std::nullopt;
}

void Outbox::reconcile(const ConversationId &id)
{
    Thread &t = m_session.threadFor(id);
    const QList<Intent> all = t.outgoing;
    for (const Intent &o : all) {
        if (!isOpen(o))
            continue;
        const std::optional<Message> original = originalOf(o);
        const auto isIt = [&](const Message &m) {
            if (m.author.value != MessageAuthor::Agent || t.sentAs.contains(m.id) || !isNewer(t, m, o))
                return false;
            if (o.kind == Kind::Duplicate
                && (original ? !sameKinds(m.contents, original->contents) : o.text.isEmpty()))
                return false;
            if (o.file && !holds(m, *o.file))
                return false;
            return comparable(plainText(m)) == comparable(o.text);
        };
        const auto found = std::find_if(t.messages.cbegin(), t.messages.cend(), isIt);
        if (found == t.messages.cend())
            continue;
        const MessageId message = found->id;
        accept(id, o.id, message);
        changed(id);
        QTimer::singleShot(0, this, [this, id] { sendNext(id); });
    }
}

Unsent Outbox::settle(const ConversationId &id, const IntentId &intent, bool wasSent)
{
    const Intent *found = find(id, intent);
    if (!found || found->state == State::Sending || found->state == State::Checking)
        return {};
    Intent settled = *found;
    settled.state = wasSent ? State::Accepted : State::Withdrawn;
    const Unsent unsent = wasSent ? Unsent() : settled.unsent();
    if (wasSent && settled.kind == Kind::Duplicate)
        m_session.m_retried.insert(settled.message);
    if (unsent.isEmpty())
        m_session.m_journal->update(settled);
    else
        m_session.m_journal->takeBack(settled);
    remove(id, intent);
    changed(id);
    sendNext(id);
    return unsent;
}

void Outbox::sendAgain(const ConversationId &id, const IntentId &intent)
{
    Intent *found = find(id, intent);
    const bool isWaiting = found && found->state == State::Queued && found->retryAt;
    if (!isWaiting && (!found || found->state != State::Failed))
        return;
    // Like any other it is held where something new stands.
    if (!m_session.isFresh(id) || isOvertaken(*found))
        m_old.insert(intent);
    found->state = State::Queued;
    found->retryAt.reset();
    m_session.m_journal->update(*found);
    changed(id);
    sendNext(id);
}

void Outbox::changed(const ConversationId &id)
{
    Q_EMIT m_session.threadChanged(id);
    Q_EMIT m_session.conversationsChanged({id}, {}); // the list marks it
}

} // namespace inbox::sync
