// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/outbox.h"

#include "services/sync/accountsession.h"
#include "services/sync/poller.h"

#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace inbox::sync {

using namespace domain;

namespace {

// The thread is read this often for a message whose answer was lost, before the person is asked.
constexpr int kLooks = 3;

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
bool isNewer(const Thread &thread, const Message &message, const Outgoing &than)
{
    bool countsUp = false;
    message.id.value().toLongLong(&countsUp);
    if (than.lastSeen.isEmpty())
        return true;
    if (countsUp)
        return idLess(than.lastSeen.value(), message.id.value());
    const auto placeOf = [&thread](const MessageId &id) {
        const auto it = std::find_if(thread.messages.cbegin(), thread.messages.cend(),
                                     [&id](const Message &m) { return m.id == id; });
        return it == thread.messages.cend() ? -1 : int(it - thread.messages.cbegin());
    };
    if (const int seen = placeOf(than.lastSeen); seen >= 0)
        return placeOf(message.id) > seen;
    constexpr qint64 slowClock = 2'000; // ms between a server's two clocks
    return message.sentAt && message.sentAt->msecsTo(than.createdAt) < slowClock;
}

void giveUp(Outgoing &outgoing)
{
    Error error;
    error.kind = ErrorKind::Canceled;
    error.outcome = Outcome::NotSent;
    outgoing.state = Outgoing::State::Failed;
    outgoing.error = error;
}

} // namespace

Outbox::Outbox(AccountSession &session, const PollTimings &timings)
    : m_session(session)
    , m_timings(timings)
{
}

IntentId Outbox::sendText(const ConversationId &id, const QString &text, const MessageId &quoted)
{
    Outgoing outgoing;
    outgoing.conversation = id;
    outgoing.text = text;
    outgoing.quoted = quoted;
    return add(std::move(outgoing));
}

IntentId Outbox::duplicate(const ConversationId &id, const Message &message)
{
    Outgoing outgoing;
    outgoing.conversation = id;
    outgoing.text = plainText(message);
    outgoing.duplicateOf = message.id;
    const IntentId intent = add(std::move(outgoing));
    m_originals.insert(intent, message);
    sendNext(id);
    return intent;
}

IntentId Outbox::add(Outgoing outgoing)
{
    outgoing.id = IntentId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    outgoing.createdAt = m_session.serverNow();
    const ConversationId id = outgoing.conversation;
    const IntentId intent = outgoing.id;
    const bool isDuplicate = !outgoing.duplicateOf.isEmpty();
    m_session.threadFor(id).outgoing << std::move(outgoing);
    Q_EMIT m_session.threadChanged(id);
    if (!isDuplicate)
        sendNext(id);
    return intent;
}

Outgoing *Outbox::find(const ConversationId &id, const IntentId &intent)
{
    QList<Outgoing> &all = m_session.threadFor(id).outgoing;
    const auto it = std::find_if(all.begin(), all.end(), [&](const Outgoing &o) { return o.id == intent; });
    return it == all.end() ? nullptr : &*it;
}

MessageId Outbox::newestMessage(const ConversationId &id) const
{
    const Thread *t = m_session.thread(id);
    if (t && t->loaded && !t->messages.isEmpty())
        return t->messages.constLast().id;
    const Conversation *c = m_session.conversation(id);
    return c && c->latestMessage ? c->latestMessage->id : MessageId();
}

void Outbox::sendNext(const ConversationId &id)
{
    if (m_sending.contains(id))
        return;
    Thread &t = m_session.threadFor(id);
    // What was written later must not overtake a message whose fate is open.
    const auto blocks = [](const Outgoing &o) {
        return o.state == Outgoing::State::Checking || o.state == Outgoing::State::Unknown;
    };
    if (std::any_of(t.outgoing.cbegin(), t.outgoing.cend(), blocks))
        return;
    const auto next = std::find_if(t.outgoing.begin(), t.outgoing.end(),
                                   [](const Outgoing &o) { return o.state == Outgoing::State::Queued; });
    if (next == t.outgoing.end())
        return;
    if (!m_session.replyState(id).composerOpen()) { // the window closed while it waited for its turn
        for (Outgoing &o : t.outgoing) {
            if (o.state == Outgoing::State::Queued)
                giveUp(o);
        }
        Q_EMIT m_session.threadChanged(id);
        return;
    }
    next->state = Outgoing::State::Sending;
    next->error.reset();
    next->lastSeen = newestMessage(id);
    const Outgoing outgoing = *next;
    m_sending.insert(id, outgoing.id);
    net::Call<Message> call = outgoing.duplicateOf.isEmpty()
        ? m_session.m_backend->sendText(id, outgoing.text, outgoing.quoted)
        : m_session.m_backend->duplicate(id, outgoing.duplicateOf);
    call.whenDone(this, [this, id, intent = outgoing.id](const Result<Message> &result) {
        finish(id, intent, result);
    });
    Q_EMIT m_session.threadChanged(id);
}

void Outbox::finish(const ConversationId &id, const IntentId &intent, const Result<Message> &result)
{
    m_sending.remove(id);
    Outgoing *outgoing = find(id, intent);
    if (!outgoing)
        return;
    if (result && !result->id.isEmpty()) {
        Thread &t = m_session.threadFor(id);
        t.sentAs.insert(result->id, intent);
        accept(id, intent, result->id);
        m_session.mergeMessage(id, *result);
        Q_EMIT m_session.threadChanged(id);
        sendNext(id);
        m_session.refreshConversation(id);
        return;
    }
    if (!result && result.error().outcome != Outcome::Unknown) {
        outgoing->state = Outgoing::State::Failed;
        outgoing->error = result.error();
        Q_EMIT m_session.threadChanged(id);
        sendNext(id);
        return;
    }
    outgoing->state = Outgoing::State::Checking;
    if (!result)
        outgoing->error = result.error();
    Q_EMIT m_session.threadChanged(id);
    look(id, intent, kLooks);
}

void Outbox::accept(const ConversationId &id, const IntentId &intent, const MessageId &message)
{
    Thread &t = m_session.threadFor(id);
    const auto it = std::find_if(t.outgoing.cbegin(), t.outgoing.cend(),
                                 [&](const Outgoing &o) { return o.id == intent; });
    if (it == t.outgoing.cend())
        return;
    if (!it->duplicateOf.isEmpty())
        m_session.m_retried.insert(it->duplicateOf);
    t.sentAs.insert(message, intent);
    t.outgoing.erase(it);
    m_originals.remove(intent);
    Q_EMIT m_session.messageAccepted(id, intent);
}

void Outbox::look(const ConversationId &id, const IntentId &intent, int looksLeft)
{
    m_session.m_backend->messages(id, {}).whenDone(
        this, [this, id, intent, looksLeft](const Result<backends::Page<Message>> &result) {
            if (result)
                m_session.m_poller->takeThread(id, result);
            Outgoing *outgoing = find(id, intent);
            if (!outgoing || outgoing->state != Outgoing::State::Checking) {
                sendNext(id);
                return;
            }
            // A failed read proves nothing: only looks that saw the thread count.
            const int left = result ? looksLeft - 1 : looksLeft;
            if (left > 0) {
                QTimer::singleShot(m_timings.lookAgain, this,
                                   [this, id, intent, left] { look(id, intent, left); });
                return;
            }
            outgoing->state = Outgoing::State::Unknown;
            Q_EMIT m_session.threadChanged(id);
            Q_EMIT m_session.conversationsChanged({id}, {}); // the list marks it
        });
}

void Outbox::takeOver(const Outbox &before)
{
    m_originals = before.m_originals;
    for (const auto &[id, thread] : before.m_session.m_threads) {
        for (Outgoing outgoing : thread.outgoing) {
            if (outgoing.state == Outgoing::State::Sending)
                outgoing.state = Outgoing::State::Checking; // its answer will not come any more
            else if (outgoing.state == Outgoing::State::Queued)
                giveUp(outgoing);
            m_session.threadFor(id).outgoing << outgoing;
            if (outgoing.state == Outgoing::State::Checking)
                look(id, outgoing.id, kLooks);
        }
    }
}

void Outbox::reconcile(const ConversationId &id)
{
    Thread &t = m_session.threadFor(id);
    const QList<Outgoing> waiting = t.outgoing;
    for (const Outgoing &o : waiting) {
        if (o.state != Outgoing::State::Checking && o.state != Outgoing::State::Unknown)
            continue;
        const Message original = m_originals.value(o.id);
        const auto isIt = [&](const Message &m) {
            if (m.author.value != MessageAuthor::Agent || t.sentAs.contains(m.id) || !isNewer(t, m, o))
                return false;
            if (!o.duplicateOf.isEmpty() && !sameKinds(m.contents, original.contents))
                return false;
            return comparable(plainText(m)) == comparable(o.text);
        };
        const auto found = std::find_if(t.messages.cbegin(), t.messages.cend(), isIt);
        if (found == t.messages.cend())
            continue;
        const MessageId message = found->id;
        accept(id, o.id, message);
        Q_EMIT m_session.threadChanged(id);
        QTimer::singleShot(0, this, [this, id] { sendNext(id); });
    }
}

QString Outbox::settle(const ConversationId &id, const IntentId &intent, bool wasSent)
{
    Thread &t = m_session.threadFor(id);
    const auto it = std::find_if(t.outgoing.cbegin(), t.outgoing.cend(),
                                 [&](const Outgoing &o) { return o.id == intent; });
    if (it == t.outgoing.cend() || it->state == Outgoing::State::Sending
        || it->state == Outgoing::State::Checking)
        return {};
    const QString text = wasSent || !it->duplicateOf.isEmpty() ? QString() : it->text;
    if (wasSent && !it->duplicateOf.isEmpty())
        m_session.m_retried.insert(it->duplicateOf);
    t.outgoing.erase(it);
    m_originals.remove(intent);
    Q_EMIT m_session.threadChanged(id);
    Q_EMIT m_session.conversationsChanged({id}, {});
    sendNext(id);
    return text;
}

void Outbox::sendAgain(const ConversationId &id, const IntentId &intent)
{
    Outgoing *outgoing = find(id, intent);
    if (!outgoing || outgoing->state != Outgoing::State::Failed)
        return;
    outgoing->state = Outgoing::State::Queued;
    Q_EMIT m_session.threadChanged(id);
    Q_EMIT m_session.conversationsChanged({id}, {});
    sendNext(id);
}

} // namespace inbox::sync
