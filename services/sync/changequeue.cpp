// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/changequeue.h"

#include "services/sync/accountsession.h"
#include "services/sync/colleagues.h"
#include "services/sync/journal.h"
#include "services/sync/poller.h"
#include "services/sync/waiting.h"

#include <algorithm>

namespace inbox::sync {

using namespace domain;
using Kind = Intent::Kind;
using State = Intent::State;

namespace {

// After so many answers that were lost it is the person's turn.
constexpr int kLostAnswers = 2;
constexpr int kUndoDepth = 2'000; // one command can ask for a thousand
// One command can change many conversations: reads must still find a connection free.
constexpr int kAtOnce = 4;

UserId idOf(const std::optional<User> &user)
{
    return user ? user->id : UserId();
}

ActionKind actionOf(Kind kind)
{
    switch (kind) {
    case Kind::Assign:
        return ActionKind::Assign;
    case Kind::MarkRead:
        return ActionKind::MarkRead;
    case Kind::React:
        return ActionKind::React;
    case Kind::EditNote:
        return ActionKind::EditNote;
    case Kind::SetTags:
        return ActionKind::SetTags;
    case Kind::Snooze:
        return ActionKind::Snooze;
    case Kind::AssignTeam:
        return ActionKind::AssignTeam;
    case Kind::AddNote:
        return ActionKind::AddNote;
    case Kind::DeleteNote:
        return ActionKind::DeleteNote;
    case Kind::TakeOver:
        return ActionKind::TakeOver;
    case Kind::MarkUnread:
        return ActionKind::MarkUnread;
    case Kind::Archive:
        return ActionKind::Archive;
    case Kind::Rename:
        return ActionKind::Rename;
    case Kind::SetLanguage:
        return ActionKind::SetLanguage;
    case Kind::SetMetadata:
        return ActionKind::SetMetadata;
    case Kind::Mention:
        return ActionKind::Mention;
    default:
        return ActionKind::SetStatus;
    }
}

// Most changes are taken back by one of their own kind.
Kind oppositeOf(Kind kind)
{
    switch (kind) {
    case Kind::AddNote:
        return Kind::DeleteNote;
    case Kind::DeleteNote:
        return Kind::AddNote;
    case Kind::MarkRead:
        return Kind::MarkUnread;
    case Kind::MarkUnread:
        return Kind::MarkRead;
    default:
        return kind;
    }
}

bool hasNote(const Conversation &conversation, const QString &text)
{
    return std::any_of(conversation.notes.cbegin(), conversation.notes.cend(),
                       [&text](const Note &note) { return note.text == text; });
}

// A set: servers give it back in an order of their own.
template <typename Id> bool sameSet(const QList<Id> &a, const QList<Id> &b)
{
    return QSet<Id>(a.cbegin(), a.cend()) == QSet<Id>(b.cbegin(), b.cend());
}

QString nameOf(const Conversation &conversation)
{
    return conversation.customer ? conversation.customer->name : QString();
}

// To the second, as some servers keep them.
OptionalTime seconds(const OptionalTime &time)
{
    return time ? OptionalTime(QDateTime::fromSecsSinceEpoch(time->toSecsSinceEpoch(), Qt::UTC)) : time;
}

// It may have been done, and nobody can tell.
Error lostAnswer(const Intent &intent)
{
    Error error = intent.error.value_or(Error());
    if (!intent.error)
        error.kind = ErrorKind::ConnectionLost; // the run that would have heard it is over
    error.outcome = Outcome::Unknown;
    return error;
}

// What the server holds, seen from one wish.
enum class Standing { Fulfilled, AsSeen, Overtaken };

template <typename T> Standing standing(const T &now, const T &wanted, const T &seen)
{
    if (now == wanted)
        return Standing::Fulfilled;
    return now == seen ? Standing::AsSeen : Standing::Overtaken;
}

template <typename Id>
Standing standingOfSet(const QList<Id> &now, const QList<Id> &wanted, const QList<Id> &seen)
{
    if (sameSet(now, wanted))
        return Standing::Fulfilled;
    return sameSet(now, seen) ? Standing::AsSeen : Standing::Overtaken;
}

Standing standingOf(const Intent &intent, const Conversation *c, const Message *m)
{
    switch (intent.kind) {
    case Kind::SetStatus:
        return standing(c->status.value, intent.status.value, intent.seen.status.value);
    case Kind::Assign:
        return standing(idOf(c->assignee), idOf(intent.assignee), intent.seen.assignee);
    case Kind::MarkRead:
        if (c->unreadCount == 0)
            return Standing::Fulfilled;
        // What came since was not before the person's eyes.
        return c->latestCustomerMessage && c->latestCustomerMessage->sentAt
                && *c->latestCustomerMessage->sentAt > intent.createdAt
            ? Standing::Overtaken
            : Standing::AsSeen;
    case Kind::React:
        return standing(m->agentReaction, intent.text, intent.before);
    case Kind::EditNote:
        // Another note than the latest cannot be read.
        return c->latestNote && c->latestNote->id == intent.note
            ? standing(c->latestNote->text, intent.text, intent.before)
            : Standing::AsSeen;
    case Kind::SetTags:
        return standingOfSet(c->tags, intent.tags, intent.seen.tags);
    case Kind::Snooze:
        return standing(seconds(c->snoozeUntil), seconds(intent.until), seconds(intent.seen.snoozeUntil));
    case Kind::AssignTeam:
        return standing(c->team, intent.team, intent.seen.team);
    case Kind::AddNote:
        return hasNote(*c, intent.text) ? Standing::Fulfilled : Standing::AsSeen;
    case Kind::DeleteNote:
        return hasNote(*c, intent.text) ? Standing::AsSeen : Standing::Fulfilled;
    case Kind::TakeOver:
        // From whom the bot was taken in the meantime does not matter: it is silent.
        if (c->status.value == ConversationStatus::Bot)
            return Standing::AsSeen;
        return !intent.assignee || idOf(c->assignee) == idOf(intent.assignee) ? Standing::Fulfilled
                                                                              : Standing::Overtaken;
    case Kind::MarkUnread:
        return c->unreadCount > 0 ? Standing::Fulfilled : Standing::AsSeen;
    case Kind::Archive:
        return c->archived == intent.archived ? Standing::Fulfilled : Standing::AsSeen;
    case Kind::Rename:
        return standing(nameOf(*c), intent.text, intent.before);
    case Kind::SetLanguage:
        return standing(c->language, intent.text, intent.before);
    case Kind::SetMetadata:
        return standing(c->metadata, intent.metadata, intent.seen.metadata);
    case Kind::Mention:
        return standingOfSet(c->mentions, intent.mentions, intent.seen.mentions);
    default:
        return Standing::AsSeen;
    }
}

} // namespace

ChangeQueue::ChangeQueue(AccountSession &session, const PollTimings &timings)
    : m_session(session)
    , m_timings(timings)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ChangeQueue::wake);
}

void ChangeQueue::setStatus(const ConversationId &id, ConversationStatus status)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || status == ConversationStatus::Unknown || c->status == status)
        return; // it is so already, or is about to be
    Intent intent = m_session.newIntent(Kind::SetStatus, id);
    intent.status.value = status;
    ask(intent);
}

void ChangeQueue::assign(const ConversationId &id, const std::optional<User> &user)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || idOf(c->assignee) == idOf(user))
        return;
    Intent intent = m_session.newIntent(Kind::Assign, id);
    intent.assignee = user;
    ask(intent);
}

void ChangeQueue::noteRead(const ConversationId &id)
{
    const Conversation *c = m_session.conversation(id);
    if (c && c->unreadCount > 0)
        add(m_session.newIntent(Kind::MarkRead, id), false);
}

void ChangeQueue::setRead(const ConversationId &id, bool read)
{
    const Conversation *c = m_session.conversation(id);
    if (c && read == (c->unreadCount > 0))
        ask(m_session.newIntent(read ? Kind::MarkRead : Kind::MarkUnread, id));
}

void ChangeQueue::setArchived(const ConversationId &id, bool archived)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || c->archived == archived)
        return;
    Intent intent = m_session.newIntent(Kind::Archive, id);
    intent.archived = archived;
    ask(intent);
}

void ChangeQueue::react(const ConversationId &id, const MessageId &message, const QString &emoji)
{
    ask(newReaction(id, message, emoji));
}

void ChangeQueue::editNote(const ConversationId &id, const NoteId &note, const QString &text)
{
    Intent intent = m_session.newIntent(Kind::EditNote, id);
    intent.note = note;
    intent.text = text;
    const Conversation *c = m_session.conversation(id);
    if (c && c->latestNote && c->latestNote->id == note)
        intent.before = c->latestNote->text;
    ask(intent);
}

void ChangeQueue::setTags(const ConversationId &id, const QList<TagId> &tags)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || sameSet(c->tags, tags))
        return;
    Intent intent = m_session.newIntent(Kind::SetTags, id);
    intent.tags = tags;
    ask(intent);
}

void ChangeQueue::snooze(const ConversationId &id, const OptionalTime &until)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || seconds(c->snoozeUntil) == seconds(until))
        return;
    Intent intent = m_session.newIntent(Kind::Snooze, id);
    intent.until = until;
    ask(intent);
}

void ChangeQueue::assignTeam(const ConversationId &id, const TeamId &team)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || c->team == team)
        return;
    Intent intent = m_session.newIntent(Kind::AssignTeam, id);
    intent.team = team;
    ask(intent);
}

void ChangeQueue::rename(const ConversationId &id, const QString &name)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || name.trimmed().isEmpty() || nameOf(*c) == name)
        return;
    Intent intent = m_session.newIntent(Kind::Rename, id);
    intent.text = name;
    intent.before = nameOf(*c);
    ask(intent);
}

void ChangeQueue::setLanguage(const ConversationId &id, const QString &code)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || code.trimmed().isEmpty() || c->language == code)
        return;
    Intent intent = m_session.newIntent(Kind::SetLanguage, id);
    intent.text = code;
    intent.before = c->language;
    ask(intent);
}

void ChangeQueue::setMetadata(const ConversationId &id, const QMap<QString, QString> &metadata)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || c->metadata == metadata)
        return;
    Intent intent = m_session.newIntent(Kind::SetMetadata, id);
    intent.metadata = metadata;
    ask(intent);
}

void ChangeQueue::setMentions(const ConversationId &id, const QList<UserId> &mentions)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || sameSet(c->mentions, mentions))
        return;
    Intent intent = m_session.newIntent(Kind::Mention, id);
    intent.mentions = mentions;
    ask(intent);
}

void ChangeQueue::addNote(const ConversationId &id, const QString &text)
{
    // A note has no other name than its words: one more with the same words could neither be found again
    // after a lost answer nor be deleted alone.
    const Conversation *c = m_session.conversation(id);
    if (!c || text.trimmed().isEmpty() || hasNote(*c, text))
        return;
    Intent intent = m_session.newIntent(Kind::AddNote, id);
    intent.text = text;
    ask(intent);
}

void ChangeQueue::deleteNote(const ConversationId &id, const QString &text)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || !hasNote(*c, text))
        return;
    Intent intent = m_session.newIntent(Kind::DeleteNote, id);
    intent.text = text;
    ask(intent);
}

void ChangeQueue::takeOverFromBot(const ConversationId &id, const std::optional<User> &by)
{
    const Conversation *c = m_session.conversation(id);
    if (!c || c->status != ConversationStatus::Bot)
        return;
    Intent intent = m_session.newIntent(Kind::TakeOver, id);
    intent.status.value = ConversationStatus::InProgress;
    intent.assignee = by;
    ask(intent);
}

Intent ChangeQueue::newReaction(const ConversationId &id, const MessageId &message,
                                const QString &emoji) const
{
    Intent intent = m_session.newIntent(Kind::React, id);
    intent.message = message;
    intent.text = emoji;
    if (const Thread *t = m_session.thread(id)) {
        const auto known = std::find_if(t->messages.cbegin(), t->messages.cend(),
                                        [&](const Message &m) { return m.id == message; });
        if (known != t->messages.cend())
            intent.before = t->reacting.value(message, known->agentReaction);
    }
    return intent;
}

PendingChange ChangeQueue::pending(const ConversationId &id) const
{
    PendingChange all;
    const auto it = m_queues.find(id);
    if (it == m_queues.cend())
        return all;
    for (const Intent &wish : it->second.wishes) {
        if (wish.kind == Kind::SetStatus)
            all.status = wish.status.value;
        if (wish.kind == Kind::Assign)
            all.assignee = wish.assignee;
        if (wish.kind == Kind::MarkRead || wish.kind == Kind::MarkUnread) {
            all.markRead = wish.kind == Kind::MarkRead;
            all.markUnread = !all.markRead;
        }
        if (wish.kind == Kind::Archive)
            all.archived = wish.archived;
        if (wish.kind == Kind::TakeOver) {
            all.status = wish.status.value;
            if (wish.assignee)
                all.assignee = wish.assignee;
        }
        if (wish.kind == Kind::SetTags)
            all.tags = wish.tags;
        if (wish.kind == Kind::AssignTeam)
            all.team = wish.team;
        if (wish.kind == Kind::Snooze)
            all.snoozeUntil = wish.until;
        if (wish.kind == Kind::Rename)
            all.name = wish.text;
        if (wish.kind == Kind::SetLanguage)
            all.language = wish.text;
        if (wish.kind == Kind::SetMetadata)
            all.metadata = wish.metadata;
        if (wish.kind == Kind::Mention)
            all.mentions = wish.mentions;
        if (wish.kind == Kind::AddNote || wish.kind == Kind::DeleteNote) {
            const bool adds = wish.kind == Kind::AddNote;
            (adds ? all.deletedNotes : all.addedNotes).removeAll(wish.text);
            (adds ? all.addedNotes : all.deletedNotes) << wish.text;
        }
    }
    return all;
}

QList<Intent> ChangeQueue::unfinished() const
{
    QList<Intent> all;
    for (const auto &[id, queue] : m_queues)
        all << queue.wishes;
    return all;
}

void ChangeQueue::ask(const Intent &intent)
{
    m_undone.clear();
    if (canRevert(intent)) {
        m_done << intent;
        if (m_done.size() > kUndoDepth)
            m_done.removeFirst();
    }
    add(intent, false);
}

bool ChangeQueue::canRevert(const Intent &change) const
{
    const Capabilities &can = m_session.capabilities();
    switch (change.kind) {
    case Kind::SetStatus:
        // Where a bot can be told to be silent, it can be told to go on.
        return change.seen.status != ConversationStatus::Bot || can.has(Capability::TakeOverFromBot);
    case Kind::Assign:
        return !change.seen.assignee.isEmpty() || can.has(Capability::Unassign);
    case Kind::Snooze:
        return change.seen.snoozeUntil || can.has(Capability::Unsnooze);
    case Kind::AssignTeam:
        return !change.seen.team.isEmpty();
    case Kind::AddNote:
        return can.has(Capability::DeleteNote);
    case Kind::DeleteNote:
        return can.has(Capability::CreateNote);
    case Kind::MarkRead:
        return can.has(Capability::MarkUnread);
    case Kind::MarkUnread:
        return can.has(Capability::MarkRead);
    case Kind::Rename:
    case Kind::SetLanguage:
    case Kind::EditNote: // what stood in another note than the latest is not known
        return !change.before.isEmpty(); // how any of them is emptied is written nowhere
    case Kind::TakeOver:
        return false;
    default:
        return true;
    }
}

const Intent *ChangeQueue::undoable() const
{
    return m_done.isEmpty() ? nullptr : &m_done.constLast();
}

const Intent *ChangeQueue::redoable() const
{
    return m_undone.isEmpty() ? nullptr : &m_undone.constLast();
}

void ChangeQueue::undo()
{
    if (!m_done.isEmpty())
        revert(m_done.takeLast(), m_undone);
}

void ChangeQueue::redo()
{
    if (!m_undone.isEmpty())
        revert(m_undone.takeLast(), m_done);
}

// The opposite of `change`; it waits on the other stack to be reverted in turn.
void ChangeQueue::revert(const Intent &change, QList<Intent> &onto)
{
    const Kind kind = oppositeOf(change.kind);
    Intent opposite = m_session.newIntent(kind, change.conversation);
    opposite.message = change.message;
    opposite.note = change.note;
    // Whoever changed it since will be found by this, and is not overwritten.
    opposite.seen.status = change.status;
    opposite.seen.assignee = idOf(change.assignee);
    opposite.before = change.text;
    opposite.status = change.seen.status;
    if (!change.seen.assignee.isEmpty()) {
        opposite.assignee = m_session.colleagues().person(change.seen.assignee);
        if (!opposite.assignee) {
            opposite.assignee = User();
            opposite.assignee->id = change.seen.assignee;
        }
    }
    opposite.text = kind == change.kind ? change.before : change.text;
    opposite.seen.tags = change.tags;
    opposite.tags = change.seen.tags;
    opposite.seen.team = change.team;
    opposite.team = change.seen.team;
    opposite.seen.snoozeUntil = change.until;
    opposite.until = change.seen.snoozeUntil;
    opposite.archived = !change.archived;
    opposite.seen.metadata = change.metadata;
    opposite.metadata = change.seen.metadata;
    opposite.seen.mentions = change.mentions;
    opposite.mentions = change.seen.mentions;
    onto << opposite;
    add(opposite, true);
}

void ChangeQueue::add(const Intent &intent, bool afterLook)
{
    const ConversationId id = intent.conversation;
    m_queues[id].wishes << intent;
    m_unwritten.insert(intent.id);
    if (afterLook)
        m_old.insert(intent.id);
    show(intent, true);
    m_session.m_journal->add(intent, {}, this, [this, id, added = intent.id](const Result<bool> &written) {
        m_unwritten.remove(added);
        if (written) {
            sendNext(id);
            return;
        }
        QList<Intent> &wishes = m_queues[id].wishes;
        const auto it =
            std::find_if(wishes.begin(), wishes.end(), [&](const Intent &wish) { return wish.id == added; });
        if (it == wishes.end())
            return;
        const Intent unwritten = *it;
        wishes.erase(it); // another one of this conversation may be under way
        close(unwritten, State::Withdrawn, written.error());
    });
}

void ChangeQueue::sendNext(const ConversationId &id)
{
    Queue &queue = m_queues[id];
    if (!m_ready || queue.busy || queue.wishes.isEmpty()
        || m_session.status().phase == SyncStatus::Phase::NeedsSignIn)
        return;
    const Intent next = queue.wishes.constFirst();
    if (m_unwritten.contains(next.id) || !waiting::isOver(next, m_session.m_clock.now(), m_retry))
        return;
    if (m_underWay >= kAtOnce) {
        if (!m_inLine.contains(id))
            m_inLine << id;
        return;
    }
    queue.busy = true;
    ++m_underWay;
    if (m_old.contains(next.id))
        lookThenSend(next);
    else
        send(next);
}

void ChangeQueue::lookThenSend(const Intent &intent)
{
    const ConversationId id = intent.conversation;
    if (intent.kind == Kind::React) {
        m_session.m_backend->message(id, intent.message)
            .whenDone(this, [this, intent, id](const Result<Message> &now) {
                if (!now) {
                    lookFailed(id, now.error());
                    return;
                }
                m_session.mergeMessage(id, *now);
                judge(intent, nullptr, &*now);
            });
        return;
    }
    const quint64 asOf = m_session.nextMoment();
    m_session.m_backend->conversation(id).whenDone(this,
                                                   [this, intent, id, asOf](const Result<Conversation> &now) {
                                                       if (!now) {
                                                           lookFailed(id, now.error());
                                                           return;
                                                       }
                                                       m_session.mergeConversation(*now, asOf);
                                                       judge(intent, &*now, nullptr);
                                                   });
}

// It was the reading that failed: what is known of the change itself stays.
void ChangeQueue::lookFailed(const ConversationId &id, Error error)
{
    Intent &intent = m_queues[id].wishes.first();
    const bool mayBeDone = intent.error && intent.error->outcome == Outcome::Unknown;
    error.outcome = mayBeDone ? Outcome::Unknown : Outcome::NotSent;
    if (!waiting::mayBeReadLater(error)) {
        end(id, State::Withdrawn, error);
    } else if (error.kind == ErrorKind::BadCredential) {
        putOffUntilSignIn(id, error);
    } else if (error.kind == ErrorKind::ServerError || error.kind == ErrorKind::NotThisApi) {
        // Of this conversation only, perhaps: that others can be read must not cut the pause short.
        const QDateTime now = m_session.m_clock.now();
        const qint64 pause = waiting::pauseAfter(error, intent.attempts, now, m_timings);
        error.retryAt = now.addMSecs(pause);
        waiting::putOff(intent, error, now, m_timings);
        m_old.insert(intent.id);
        m_session.m_journal->update(intent);
        goOn(id);
    } else {
        putOff(id, error);
    }
}

void ChangeQueue::judge(const Intent &intent, const Conversation *conversation, const Message *message)
{
    m_old.remove(intent.id);
    switch (standingOf(intent, conversation, message)) {
    case Standing::Fulfilled:
        end(intent.conversation, State::Accepted);
        break;
    case Standing::AsSeen:
        // A reaction rings the customer's phone each time: one that may have left is not sent again.
        if (m_perhapsLeft.contains(intent.id))
            end(intent.conversation, State::Withdrawn, lostAnswer(intent));
        else
            send(intent);
        break;
    case Standing::Overtaken:
        Error error;
        error.kind = ErrorKind::Overtaken;
        error.outcome = Outcome::NotSent;
        end(intent.conversation, State::Withdrawn,
            intent.kind == Kind::MarkRead ? std::nullopt : std::optional(error));
        break;
    }
}

void ChangeQueue::send(Intent intent)
{
    intent.state = State::Sending;
    const ConversationId id = intent.conversation;
    m_session.m_journal->update(intent, this, [this, intent, id](const Result<Nothing> &written) {
        if (written)
            perform(intent);
        else
            end(id, State::Withdrawn, written.error());
    });
}

void ChangeQueue::perform(const Intent &intent)
{
    const ConversationId id = intent.conversation;
    const auto tookConversation = [this, id](const Result<Conversation> &result) {
        if (result && !result->key.id.isEmpty())
            m_session.mergeConversation(*result, m_session.nextMoment());
        else if (result)
            m_session.refreshConversation(id); // an answer without the conversation in it still means yes
        finish(id, result.map([](const Conversation &) { return Nothing(); }));
    };
    backends::ConversationUpdate update;
    switch (intent.kind) {
    case Kind::SetStatus:
        update.status = intent.status.value;
        m_session.m_backend->update(id, update).whenDone(this, tookConversation);
        break;
    case Kind::Assign:
        update.assignee = idOf(intent.assignee);
        m_session.m_backend->update(id, update).whenDone(this, tookConversation);
        break;
    case Kind::MarkRead:
        m_session.m_backend->markRead(id).whenDone(this, tookConversation);
        break;
    case Kind::React:
        m_perhapsLeft.insert(intent.id);
        m_session.m_backend->react(id, intent.message, intent.text)
            .whenDone(this, [this, id, reaction = intent.id](const Result<Message> &result) {
                if (result)
                    m_session.mergeMessage(id, *result);
                else if (result.error().outcome != Outcome::Unknown)
                    m_perhapsLeft.remove(reaction);
                finish(id, result.map([](const Message &) { return Nothing(); }));
            });
        break;
    case Kind::EditNote:
        m_session.m_backend->editNote(id, intent.note, intent.text)
            .whenDone(this, [this, id](const Result<Note> &result) {
                if (result)
                    m_session.mergeNote(id, *result);
                finish(id, result.map([](const Note &) { return Nothing(); }));
            });
        break;
    case Kind::SetTags:
        m_session.m_backend->setTags(id, intent.tags).whenDone(this, tookConversation);
        break;
    case Kind::Snooze:
        m_session.m_backend->snooze(id, intent.until.value_or(QDateTime())).whenDone(this, tookConversation);
        break;
    case Kind::AssignTeam:
        m_session.m_backend->assignTeam(id, intent.team).whenDone(this, tookConversation);
        break;
    case Kind::TakeOver:
        update.status = intent.status.value;
        if (intent.assignee)
            update.assignee = intent.assignee->id;
        m_session.m_backend->update(id, update).whenDone(this, tookConversation);
        break;
    case Kind::MarkUnread:
        m_session.m_backend->markUnread(id).whenDone(this, tookConversation);
        break;
    case Kind::Archive:
        m_session.m_backend->setArchived(id, intent.archived).whenDone(this, tookConversation);
        break;
    case Kind::Rename:
        m_session.m_backend->rename(id, intent.text).whenDone(this, tookConversation);
        break;
    case Kind::SetLanguage:
        m_session.m_backend->setLanguage(id, intent.text).whenDone(this, tookConversation);
        break;
    case Kind::SetMetadata:
        m_session.m_backend->setMetadata(id, intent.metadata).whenDone(this, tookConversation);
        break;
    case Kind::Mention:
        m_session.m_backend->setMentions(id, intent.mentions).whenDone(this, tookConversation);
        break;
    case Kind::AddNote:
    case Kind::DeleteNote:
        performNote(intent);
        break;
    default:
        end(id, State::Withdrawn); // a message is no change
        break;
    }
}

void ChangeQueue::performNote(const Intent &intent)
{
    const ConversationId id = intent.conversation;
    const bool adds = intent.kind == Kind::AddNote;
    (adds ? m_session.m_backend->addNote(id, intent.text) : m_session.m_backend->removeNote(id, intent.text))
        .whenDone(this, [this, id, adds, text = intent.text](const Result<Nothing> &result) {
            // The answer says no more than yes: until the next read it stands as it was asked for.
            if (result)
                m_session.mergeNotes(id, adds ? QStringList{text} : QStringList(),
                                     adds ? QStringList() : QStringList{text});
            finish(id, result);
        });
}

void ChangeQueue::finish(const ConversationId &id, const Result<Nothing> &result)
{
    if (result) {
        end(id, State::Accepted);
        return;
    }
    const Error &error = result.error();
    const IntentId intent = m_queues[id].wishes.constFirst().id;
    const bool isLost = error.outcome == Outcome::Unknown;
    if (error.kind == ErrorKind::BadCredential)
        putOffUntilSignIn(id, error);
    else if (waiting::mayWait(error) || (isLost && ++m_lostAnswers[intent] <= kLostAnswers))
        putOff(id, error);
    else
        end(id, State::Withdrawn, error);
}

// Looked at again, and asked for, when the server can be reached.
void ChangeQueue::putOff(const ConversationId &id, const Error &error)
{
    Intent &intent = m_queues[id].wishes.first();
    waiting::putOff(intent, error, m_session.m_clock.now(), m_timings);
    m_old.insert(intent.id);
    m_session.m_journal->update(intent);
    m_session.m_poller->noticeFailedWrite(error);
    goOn(id);
}

// Everything waits for the new one; this was not done.
void ChangeQueue::putOffUntilSignIn(const ConversationId &id, const Error &error)
{
    const Intent &intent = m_queues[id].wishes.constFirst();
    m_old.insert(intent.id);
    m_session.m_journal->update(intent);
    m_session.m_poller->noticeFailure(error);
    goOn(id);
}

// What was under way for `id` no longer is.
void ChangeQueue::goOn(const ConversationId &id)
{
    m_queues[id].busy = false;
    --m_underWay;
    sendNext(id);
    while (!m_inLine.isEmpty() && m_underWay < kAtOnce)
        sendNext(m_inLine.takeFirst());
}

void ChangeQueue::end(const ConversationId &id, State state, const std::optional<Error> &failure)
{
    close(m_queues[id].wishes.takeFirst(), state, failure);
    goOn(id);
}

// It is in no queue any more.
void ChangeQueue::close(Intent intent, State state, const std::optional<Error> &failure)
{
    intent.state = state;
    intent.error = failure;
    m_old.remove(intent.id);
    m_perhapsLeft.remove(intent.id);
    m_lostAnswers.remove(intent.id);
    const auto isIt = [&](const Intent &other) { return other.id == intent.id; };
    // The words of a note go back to where they were typed; what an undo would have written, nobody typed.
    const bool goesBack = state == State::Withdrawn && intent.isNote() && !intent.text.isEmpty()
        && std::none_of(m_undone.cbegin(), m_undone.cend(), isIt);
    if (goesBack)
        m_session.m_journal->takeBack(intent);
    else
        m_session.m_journal->update(intent);
    if (state == State::Withdrawn) {
        m_done.removeIf(isIt);
        m_undone.removeIf(isIt);
    }
    show(intent, false);
    if (goesBack)
        Q_EMIT m_session.noteHeld(intent.conversation, intent.text);
    if (failure)
        Q_EMIT m_session.actionFailed({actionOf(intent.kind), intent.conversation, *failure});
}

void ChangeQueue::show(const Intent &intent, bool isPending)
{
    const ConversationId &id = intent.conversation;
    if (intent.kind == Kind::React) {
        QHash<MessageId, QString> &reacting = m_session.threadFor(id).reacting;
        if (isPending)
            reacting.insert(intent.message, intent.text);
        else if (reacting.value(intent.message) == intent.text) // or a later one is on its way
            reacting.remove(intent.message);
        if (!isPending)
            ++m_session.threadFor(id).reactionsEnded;
        Q_EMIT m_session.threadChanged(id);
        return;
    }
    m_session.rebuildEffective(id);
    Q_EMIT m_session.conversationsChanged({id}, {});
}

void ChangeQueue::takeOver(const ChangeQueue &before)
{
    m_done = before.m_done;
    m_undone = before.m_undone;
    m_perhapsLeft = before.m_perhapsLeft;
    for (const auto &[id, queue] : before.m_queues) {
        for (const Intent &wish : queue.wishes)
            adopt(wish);
    }
    m_ready = true;
}

void ChangeQueue::restore(const QList<Intent> &unfinished)
{
    for (const Intent &intent : unfinished) {
        if (!intent.isMessage() && intent.kind != Kind::Restart && intent.kind != Kind::Automate)
            adopt(intent);
    }
    m_ready = true;
    if (m_session.status().phase == SyncStatus::Phase::Synced)
        wake();
}

void ChangeQueue::adopt(Intent intent)
{
    const bool mayHaveLeft =
        intent.state == State::Sending || (intent.error && intent.error->outcome == Outcome::Unknown);
    if (intent.kind == Kind::React && mayHaveLeft)
        m_perhapsLeft.insert(intent.id);
    intent.state = State::Queued;
    m_old.insert(intent.id);
    m_queues[intent.conversation].wishes << intent;
    show(intent, true);
}

void ChangeQueue::withdrawAll()
{
    // Also the one under way: nobody is there any more when its answer comes.
    for (auto &[id, queue] : m_queues) {
        const QList<Intent> all = std::exchange(queue.wishes, {});
        for (const Intent &intent : all)
            close(intent, State::Withdrawn, std::nullopt);
    }
}

void ChangeQueue::serverIsBack()
{
    for (auto &[id, queue] : m_queues) {
        for (Intent &wish : queue.wishes)
            waiting::noLonger(wish);
    }
    wake();
}

void ChangeQueue::wake()
{
    QList<ConversationId> all;
    for (const auto &[id, queue] : m_queues) {
        if (!queue.wishes.isEmpty())
            all << id;
    }
    for (const ConversationId &id : std::as_const(all))
        sendNext(id);
}

} // namespace inbox::sync
