// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/threadmodel.h"

#include "models/heartbeat.h"
#include "models/threadrows.h"
#include "services/sync/colleagues.h"

#include <algorithm>

namespace inbox::models {

using namespace domain;

namespace {

struct ThreadState {
    bool loaded = false;
    bool refreshing = false;
    bool hasOlder = false;
    bool loadingOlder = false;
    std::optional<Error> error;
    friend bool operator==(const ThreadState &, const ThreadState &) = default;
};

bool isMessage(const ThreadRow &row)
{
    return row.kind == ThreadRow::Kind::Message || row.kind == ThreadRow::Kind::System;
}

} // namespace

struct ThreadModel::Private {
    Private(ThreadModel &model, sync::Inbox &theInbox)
        : q(model)
        , inbox(theInbox)
    {
    }

    ThreadModel &q;
    sync::Inbox &inbox;
    ConversationKey key;
    QList<ThreadRow> rows;
    QHash<MessageId, int> rowById; // made when asked for, thrown away with each change of the rows
    ThreadState state;
    quint64 lastRevision = 0;

    // Where reading had stopped when the conversation was shown.
    int unreadAtOpen = 0;
    QDateTime openedAt; // our clock
    MessageId firstUnread;
    int unreadFound = 0;
    int newCount = 0; // what the line says
    bool lineIsFinal = true;

    const sync::AccountSession *session() const { return inbox.session(key.account); }
    const sync::Thread *thread() const;
    void follow(const AccountId &id);
    void findNewLine(const sync::Thread &thread, int unreadNow);
    QList<ThreadRow> build();
    ThreadState currentState() const;
    void update();
    void apply(const QList<ThreadRow> &after);
};

const sync::Thread *ThreadModel::Private::thread() const
{
    const sync::AccountSession *s = session();
    return s ? s->thread(key.id) : nullptr;
}

void ThreadModel::Private::follow(const AccountId &id)
{
    sync::AccountSession *s = inbox.session(id);
    if (!s)
        return;
    const auto ours = [this, id](const ConversationId &changed) {
        if (key.account == id && key.id == changed)
            update();
    };
    QObject::connect(s, &sync::AccountSession::threadChanged, &q, ours);
    QObject::connect(s, &sync::AccountSession::threadRead, &q, [this, id](const ConversationId &read) {
        if (key.account != id || key.id != read || state == currentState())
            return;
        state = currentState();
        Q_EMIT q.stateChanged();
    });
    QObject::connect(s, &sync::AccountSession::replyStateChanged, &q, ours);
    QObject::connect(s, &sync::AccountSession::conversationsChanged, &q,
                     [this, id](const QList<ConversationId> &changed, const QList<ConversationId> &removed) {
                         if (key.account == id && (changed.contains(key.id) || removed.contains(key.id)))
                             update();
                     });
    const auto account = [this, id] {
        if (key.account == id)
            update();
    };
    QObject::connect(s, &sync::AccountSession::peopleChanged, &q, account);
    QObject::connect(s, &sync::AccountSession::capabilitiesChanged, &q, account);
    QObject::connect(s, &sync::AccountSession::configChanged, &q, account);
}

// Looks for the line until all messages that were unread at the opening are found. It only ever moves up:
// that they are being read now changes nothing about where reading had stopped.
void ThreadModel::Private::findNewLine(const sync::Thread &thread, int unreadNow)
{
    if (lineIsFinal || !thread.canBeShown())
        return;
    const int unread = std::max(unreadAtOpen, unreadNow);
    int found = 0;
    const MessageId first = models::firstUnread(thread.messages, unread, &found);
    if (found > unreadFound) {
        unreadFound = found;
        firstUnread = first;
    }
    // The oldest message here is unread too: the others are further up.
    const bool goesOn =
        found > 0 && found < unread && thread.hasOlder
        && std::none_of(thread.messages.cbegin(), thread.messages.cend(), [](const Message &message) {
               return message.author == MessageAuthor::Customer && message.status == DeliveryStatus::Read;
           });
    newCount = goesOn ? unread : unreadFound;
    const bool readSinceOpening = thread.loadedAt && *thread.loadedAt > openedAt;
    lineIsFinal = found >= unread || (readSinceOpening && !goesOn);
}

QList<ThreadRow> ThreadModel::Private::build()
{
    const sync::AccountSession *s = session();
    const sync::Thread *t = thread();
    const Conversation *c = s ? s->conversation(key.id) : nullptr;
    if (!t || !c)
        return {};
    findNewLine(*t, c->unreadCount);
    ThreadContext context;
    context.customerName = customerName(*c);
    context.me = s->config().me;
    context.colleagueName = [s](const UserId &id) {
        const std::optional<User> user = s->colleagues().person(id);
        return user ? user->name : QString();
    };
    context.canRetry = [this, s](const Message &message) { return s->canRetry(key.id, message); };
    context.canReact = s->capabilities().has(Capability::React);
    if (t->canBeShown())
        context.note = c->latestNote;
    context.firstUnread = firstUnread;
    context.newCount = newCount;
    return threadRows(*t, context);
}

ThreadState ThreadModel::Private::currentState() const
{
    const sync::Thread *t = thread();
    if (!t)
        return {};
    return {t->canBeShown(), t->refreshing, t->hasOlder, t->loadingOlder, t->error};
}

void ThreadModel::Private::update()
{
    if (key.isEmpty())
        return;
    const ThreadState before = state;
    const bool hadLine = !firstUnread.isEmpty();
    state = currentState();
    QList<ThreadRow> after = build();

    // Counted before the rows change: what stands behind the last message that was known.
    int arrived = 0;
    int fromCustomer = 0;
    if (before.loaded) {
        const auto known = std::find_if(rows.crbegin(), rows.crend(), [](const ThreadRow &row) {
            return isMessage(row) && !row.message.id.isEmpty();
        });
        for (auto it = after.crbegin(); it != after.crend(); ++it) {
            if (known != rows.crend() && sameThing(*it, *known))
                break;
            if (!isMessage(*it))
                continue;
            const bool wasThere =
                std::any_of(rows.crbegin(), known, [&](const ThreadRow &row) { return sameThing(row, *it); });
            if (wasThere)
                continue;
            ++arrived;
            if (it->message.author == MessageAuthor::Customer)
                ++fromCustomer;
        }
    }

    apply(after);
    if (!(state == before))
        Q_EMIT q.stateChanged();
    if (arrived > 0)
        Q_EMIT q.messagesArrived(arrived, fromCustomer);
    if (before.loaded && !hadLine && !firstUnread.isEmpty())
        Q_EMIT q.newLineFound();
}

void ThreadModel::Private::apply(const QList<ThreadRow> &after)
{
    const QList<RowStep> steps = rowSteps(rows, after);
    if (steps.isEmpty())
        return;
    rowById.clear();
    for (const RowStep &step : steps) {
        switch (step.kind) {
        case RowStep::Kind::Remove:
            q.beginRemoveRows({}, step.first, step.last);
            rows.remove(step.first, step.last - step.first + 1);
            q.endRemoveRows();
            break;
        case RowStep::Kind::Move:
            q.beginMoveRows({}, step.first, step.first, {}, step.to > step.first ? step.to + 1 : step.to);
            rows.move(step.first, step.to);
            q.endMoveRows();
            break;
        case RowStep::Kind::Insert:
            q.beginInsertRows({}, step.first, step.last);
            rows.insert(step.first, step.last - step.first + 1, ThreadRow());
            for (int i = step.first; i <= step.last; ++i) {
                rows[i] = after.at(i);
                rows[i].revision = ++lastRevision;
            }
            q.endInsertRows();
            break;
        case RowStep::Kind::Change:
            for (int i = step.first; i <= step.last; ++i) {
                rows[i] = after.at(i);
                rows[i].revision = ++lastRevision;
            }
            Q_EMIT q.dataChanged(q.index(step.first), q.index(step.last), {RowRole, MessageIdRole});
            break;
        }
        rowById.clear(); // a view may have asked in between
    }
}

ThreadModel::ThreadModel(sync::Inbox &inbox, Heartbeat &heartbeat, QObject *parent)
    : QAbstractListModel(parent)
    , d(std::make_unique<Private>(*this, inbox))
{
    connect(&inbox, &sync::Inbox::sessionAdded, this, [this](const AccountId &id) {
        d->follow(id);
        if (d->key.account == id)
            d->update();
    });
    connect(&inbox, &sync::Inbox::sessionRemoved, this, [this](const AccountId &id) {
        if (d->key.account == id)
            d->update();
    });
    // A window that closes takes Retry away.
    connect(&heartbeat, &Heartbeat::minuteChanged, this, [this] { d->update(); });
    connect(&heartbeat, &Heartbeat::dayChanged, this, [this] {
        // "Today" has become "Yesterday".
        for (int i = 0; i < rowCount(); ++i) {
            if (d->rows.at(i).kind != ThreadRow::Kind::Day)
                continue;
            d->rows[i].revision = ++d->lastRevision;
            Q_EMIT dataChanged(index(i), index(i), {RowRole});
        }
    });
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        d->follow(session->id());
    d->openedAt = inbox.clock().now();
}

ThreadModel::~ThreadModel() = default;

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ThreadRow &row = d->rows.at(index.row());
    switch (role) {
    case RowRole:
        return QVariant::fromValue(row);
    case MessageIdRole:
        return QVariant::fromValue(row.message.id);
    default:
        return {};
    }
}

const ThreadRow &ThreadModel::row(int row) const
{
    return d->rows.at(row);
}

int ThreadModel::rowOf(const MessageId &id) const
{
    if (id.isEmpty())
        return -1;
    if (d->rowById.isEmpty()) {
        for (int i = 0; i < rowCount(); ++i) {
            if (!d->rows.at(i).message.id.isEmpty())
                d->rowById.insert(d->rows.at(i).message.id, i);
        }
    }
    return d->rowById.value(id, -1);
}

int ThreadModel::firstUnreadRow() const
{
    const auto line = std::find_if(d->rows.cbegin(), d->rows.cend(), [](const ThreadRow &row) {
        return row.kind == ThreadRow::Kind::NewMessages;
    });
    return line == d->rows.cend() ? -1 : int(line - d->rows.cbegin());
}

ConversationKey ThreadModel::conversation() const
{
    return d->key;
}

void ThreadModel::setConversation(const ConversationKey &key)
{
    if (d->key == key)
        return;
    beginResetModel();
    d->key = key;
    d->rowById.clear();
    const Conversation *c = d->inbox.conversation(key);
    d->unreadAtOpen = c ? c->unreadCount : 0;
    d->openedAt = d->inbox.clock().now();
    d->firstUnread = {};
    d->unreadFound = 0;
    d->newCount = 0;
    d->lineIsFinal = d->unreadAtOpen == 0;
    d->state = d->currentState();
    d->rows = key.isEmpty() ? QList<ThreadRow>() : d->build();
    for (ThreadRow &row : d->rows)
        row.revision = ++d->lastRevision;
    endResetModel();
    Q_EMIT conversationChanged();
    Q_EMIT stateChanged();
}

bool ThreadModel::isLoaded() const
{
    return d->state.loaded;
}

bool ThreadModel::isRefreshing() const
{
    return d->state.refreshing;
}

std::optional<Error> ThreadModel::error() const
{
    return d->state.error;
}

bool ThreadModel::hasOlder() const
{
    return d->state.hasOlder;
}

bool ThreadModel::isLoadingOlder() const
{
    return d->state.loadingOlder;
}

void ThreadModel::loadOlder()
{
    sync::AccountSession *session = d->inbox.session(d->key.account);
    if (session && d->state.hasOlder && !d->state.loadingOlder)
        session->loadOlder(d->key.id);
}

} // namespace inbox::models
