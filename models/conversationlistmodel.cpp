// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/conversationlistmodel.h"

#include "models/drafts.h"
#include "models/heartbeat.h"
#include "models/listrules.h"
#include "services/domain/text.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace inbox::models {

using namespace domain;

namespace {

constexpr std::array kViews{View::Mine,    View::Unassigned, View::All,
                            View::Closing, View::Done,       View::Snoozed};
// A view relays out everything at each step: beyond this many a reset is quicker and looks the same.
constexpr qsizetype kMostSteps = 100;
// A clock was set while we run: all rows are judged again. What is smaller only shifts when they are due.
constexpr qint64 kClockJump = 2'000; // milliseconds

struct Entry {
    ConversationRow row;
    qint64 due = kNever; // our clock, milliseconds
    bool gone = false; // its conversation is no more, the row still stands in a frozen list
    bool wanted = false; // belongs into the list as it should be
    bool shown = false; // stands in the list as it is
    Place place; // where it should stand
    Place shownPlace; // where it stands: rows are always sorted by this
    std::optional<Searchable> searchable; // made when first searched
};

struct KeyHash {
    size_t operator()(const ConversationKey &key) const { return qHash(key); }
};

struct Counts {
    int total = 0;
    int unread = 0;
    std::array<int, 4> byStatus{};
    friend bool operator==(const Counts &, const Counts &) = default;
};

} // namespace

struct ConversationListModel::Private {
    Private(ConversationListModel &model, sync::Inbox &theInbox, Drafts &theDrafts, Heartbeat &theHeartbeat)
        : q(model)
        , inbox(theInbox)
        , drafts(theDrafts)
        , heartbeat(theHeartbeat)
    {
    }

    ConversationListModel &q;
    sync::Inbox &inbox;
    Drafts &drafts;
    Heartbeat &heartbeat;

    View view = View::Mine;
    std::optional<AccountView> saved; // shown instead
    QString searchText;
    QStringList words;
    QString number;
    bool frozen = false;

    std::unordered_map<ConversationKey, Entry, KeyHash> entries; // addresses are stable
    QList<Entry *> rows;
    QSet<Entry *> waiting;
    std::array<Counts, kViews.size()> counts;
    std::set<Place> closing;
    int closingSoon = 0;
    quint64 lastRevision = 0;
    qint64 nextDue = kNever; // no entry is due earlier
    QHash<AccountId, qint64> offsets; // server time minus ours, milliseconds

    void follow(const AccountId &id);
    void rebuild();
    void refresh(const QList<ConversationKey> &keys);
    void refreshAccount(const AccountId &id);
    void beat();

    ConversationRow build(const sync::AccountSession &session, const Conversation &c) const;
    bool matches(Entry &entry) const;
    void count(const ConversationRow &row, int sign);
    void judge(Entry &entry);
    void schedule(Entry &entry, const sync::AccountSession &session);
    int indexOf(const Entry &entry) const;
    bool isInPlace(const Entry &entry, int index) const;
    bool needsStep(Entry &entry);
    void settle(const QList<Entry *> &touched);
    void apply(const QList<Entry *> &touched);
    void removeRows(const QList<Entry *> &leaving);
    void moveRow(Entry &entry);
    void insertRows(QList<Entry *> coming);
    void setWaiting(const QSet<Entry *> &now);
    void reset();
    void showAnew();
    void show();
};

void ConversationListModel::Private::follow(const AccountId &id)
{
    sync::AccountSession *session = inbox.session(id);
    if (!session)
        return;
    const auto keyOf = [id](const ConversationId &conversation) { return ConversationKey{id, conversation}; };
    QObject::connect(
        session, &sync::AccountSession::conversationsChanged, &q,
        [this, keyOf](const QList<ConversationId> &changed, const QList<ConversationId> &removed) {
            QList<ConversationKey> keys;
            for (const ConversationId &c : changed)
                keys << keyOf(c);
            for (const ConversationId &c : removed)
                keys << keyOf(c);
            refresh(keys);
        });
    const auto one = [this, keyOf](const ConversationId &c) { refresh({keyOf(c)}); };
    QObject::connect(session, &sync::AccountSession::threadChanged, &q, one);
    QObject::connect(session, &sync::AccountSession::replyStateChanged, &q, one);
    const auto all = [this, id] { refreshAccount(id); };
    QObject::connect(session, &sync::AccountSession::capabilitiesChanged, &q, all);
    QObject::connect(session, &sync::AccountSession::configChanged, &q, all);
}

ConversationRow ConversationListModel::Private::build(const sync::AccountSession &session,
                                                      const Conversation &c) const
{
    ConversationRowContext context;
    context.now = session.serverNow();
    context.me = session.config().me;
    context.reply = session.replyState(c.key.id);
    context.draft = drafts.draft(c.key);
    context.draftOffered = drafts.isOffered(c.key);
    if (const sync::Thread *thread = session.thread(c.key.id); thread && !thread->outgoing.isEmpty())
        context.outgoingText = thread->outgoing.constLast().text;
    context.failedSend = session.hasFailedSend(c.key.id);
    // Reading is silent: a mark that comes and goes with each opened conversation would only disturb.
    const sync::PendingChange pending = session.pendingChange(c.key.id);
    context.pending = pending.status || pending.assignee || pending.snoozeUntil || pending.archived;
    if (offsets.size() > 1) {
        context.accountName = session.config().name;
        context.accountColor = session.config().color;
    }
    ConversationRow row = conversationRow(c, context);
    row.key.account = session.id();
    return row;
}

bool ConversationListModel::Private::matches(Entry &entry) const
{
    if (words.isEmpty())
        return true;
    if (!entry.searchable) {
        const Conversation *c = inbox.conversation(entry.row.key);
        if (!c)
            return false;
        entry.searchable = searchable(*c);
    }
    return isFound(*entry.searchable, words, number);
}

void ConversationListModel::Private::count(const ConversationRow &row, int sign)
{
    for (const View v : kViews) {
        if (!belongs(row, v))
            continue;
        Counts &c = counts[size_t(v)];
        c.total += sign;
        c.unread += row.unread > 0 ? sign : 0;
        c.byStatus[size_t(row.status.value)] += sign;
    }
    if (closesSoon(row))
        closingSoon += sign;
    if (closes(row)) {
        if (sign > 0)
            closing.insert(placeOf(row, View::Closing));
        else
            closing.erase(placeOf(row, View::Closing));
    }
}

void ConversationListModel::Private::judge(Entry &entry)
{
    entry.place = placeOf(entry.row, view);
    if (!saved) {
        entry.wanted = !entry.gone && belongs(entry.row, view) && matches(entry);
        return;
    }
    const Conversation *c =
        entry.gone || entry.row.key.account != saved->account ? nullptr : inbox.conversation(entry.row.key);
    entry.wanted = c && belongs(*c, entry.row, saved->view) && matches(entry);
    if (c)
        entry.place = placeOf(*c, entry.row, saved->view);
}

void ConversationListModel::Private::schedule(Entry &entry, const sync::AccountSession &session)
{
    const qint64 next = nextChange(entry.row);
    entry.due = next == kNever ? kNever : next - offsets.value(session.id());
    nextDue = std::min(nextDue, entry.due);
}

int ConversationListModel::Private::indexOf(const Entry &entry) const
{
    const auto it =
        std::lower_bound(rows.cbegin(), rows.cend(), entry.shownPlace,
                         [](const Entry *e, const Place &place) { return e->shownPlace < place; });
    return int(it - rows.cbegin());
}

// Would it stay where it is?
bool ConversationListModel::Private::isInPlace(const Entry &entry, int index) const
{
    return (index == 0 || rows.at(index - 1)->shownPlace < entry.place)
        && (index == rows.size() - 1 || entry.place < rows.at(index + 1)->shownPlace);
}

// Whether the row has to appear, leave or move. One that stays where it is takes its new place silently.
bool ConversationListModel::Private::needsStep(Entry &entry)
{
    if (entry.shown != entry.wanted)
        return true;
    if (!entry.shown || entry.place == entry.shownPlace)
        return false;
    if (!isInPlace(entry, indexOf(entry)))
        return true;
    entry.shownPlace = entry.place;
    return false;
}

void ConversationListModel::Private::refresh(const QList<ConversationKey> &keys)
{
    const std::array<Counts, kViews.size()> countsBefore = counts;
    const int closingSoonBefore = closingSoon;
    QList<Entry *> touched;
    QList<ConversationKey> repaint;
    for (const ConversationKey &key : keys) {
        const sync::AccountSession *session = inbox.session(key.account);
        const Conversation *c = session ? session->conversation(key.id) : nullptr;
        const auto known = entries.find(key);
        if (!c) {
            if (known == entries.end() || known->second.gone)
                continue;
            Entry &entry = known->second;
            count(entry.row, -1);
            entry.gone = true;
            entry.due = kNever;
            judge(entry);
            touched << &entry;
            continue;
        }
        ConversationRow row = build(*session, *c);
        const bool isNew = known == entries.end();
        Entry &entry = isNew ? entries[key] : known->second;
        const bool visible = isNew || !(row == entry.row) || minutesLeft(row) != minutesLeft(entry.row);
        row.revision = visible ? ++lastRevision : entry.row.revision;
        if (!isNew && !entry.gone)
            count(entry.row, -1);
        entry.gone = false;
        entry.row = std::move(row);
        entry.searchable.reset();
        count(entry.row, 1);
        schedule(entry, *session);
        judge(entry);
        touched << &entry;
        if (visible && entry.shown)
            repaint << key;
    }

    settle(touched);
    for (const ConversationKey &key : std::as_const(repaint)) {
        const int row = q.rowOf(key);
        if (row < 0)
            continue; // it has just left
        const QModelIndex index = q.index(row);
        Q_EMIT q.dataChanged(index, index, {RowRole});
    }
    if (counts != countsBefore || closingSoon != closingSoonBefore)
        Q_EMIT q.countsChanged();
}

// Brings the list to where the touched rows want it, or notes that they wait.
void ConversationListModel::Private::settle(const QList<Entry *> &touched)
{
    // An empty list has no row that could move under a pointer.
    if (!frozen || q.rowCount() == 0) {
        apply(touched);
        return;
    }
    QSet<Entry *> now = waiting;
    for (Entry *entry : touched) {
        if (needsStep(*entry)) {
            now.insert(entry);
        } else {
            now.remove(entry);
            if (entry->gone)
                entries.erase(ConversationKey(entry->row.key));
        }
    }
    setWaiting(now);
}

void ConversationListModel::Private::apply(const QList<Entry *> &touched)
{
    QList<Entry *> leaving;
    QList<Entry *> coming;
    QList<Entry *> staying;
    for (Entry *entry : touched) {
        if (entry->shown && !entry->wanted)
            leaving << entry;
        else if (!entry->shown && entry->wanted)
            coming << entry;
        else if (entry->shown)
            staying << entry;
    }
    removeRows(leaving);
    for (Entry *entry : std::as_const(staying)) {
        if (needsStep(*entry))
            moveRow(*entry);
    }
    insertRows(coming);

    QSet<Entry *> stillWaiting = waiting;
    for (Entry *entry : touched) {
        stillWaiting.remove(entry);
        if (entry->gone)
            entries.erase(ConversationKey(entry->row.key));
    }
    setWaiting(stillWaiting);
}

void ConversationListModel::Private::removeRows(const QList<Entry *> &leaving)
{
    QList<int> indexes;
    for (const Entry *entry : leaving)
        indexes << indexOf(*entry);
    std::sort(indexes.begin(), indexes.end());
    while (!indexes.isEmpty()) {
        const int last = indexes.takeLast();
        int first = last;
        while (!indexes.isEmpty() && indexes.constLast() == first - 1)
            first = indexes.takeLast();
        q.beginRemoveRows({}, first, last);
        for (int i = first; i <= last; ++i)
            rows.at(i)->shown = false;
        rows.remove(first, last - first + 1);
        q.endRemoveRows();
    }
}

void ConversationListModel::Private::moveRow(Entry &entry)
{
    const int from = indexOf(entry);
    const auto it =
        std::lower_bound(rows.cbegin(), rows.cend(), entry.place,
                         [](const Entry *e, const Place &place) { return e->shownPlace < place; });
    const int to = int(it - rows.cbegin()); // before the row that is there now
    q.beginMoveRows({}, from, from, {}, to);
    entry.shownPlace = entry.place;
    rows.move(from, to > from ? to - 1 : to);
    q.endMoveRows();
}

void ConversationListModel::Private::insertRows(QList<Entry *> coming)
{
    std::sort(coming.begin(), coming.end(),
              [](const Entry *a, const Entry *b) { return a->place < b->place; });
    const auto before = [this](const Entry *entry) {
        const auto it =
            std::lower_bound(rows.cbegin(), rows.cend(), entry->place,
                             [](const Entry *e, const Place &place) { return e->shownPlace < place; });
        return int(it - rows.cbegin());
    };
    // From the end, so that what is still to come is not shifted; neighbours come together.
    while (!coming.isEmpty()) {
        const int at = before(coming.constLast());
        QList<Entry *> group{coming.takeLast()};
        while (!coming.isEmpty() && before(coming.constLast()) == at)
            group.prepend(coming.takeLast());
        q.beginInsertRows({}, at, at + int(group.size()) - 1);
        rows.insert(at, group.size(), nullptr);
        for (qsizetype i = 0; i < group.size(); ++i) {
            Entry *entry = group.at(i);
            entry->shown = true;
            entry->shownPlace = entry->place;
            rows[at + i] = entry;
        }
        q.endInsertRows();
    }
}

void ConversationListModel::Private::setWaiting(const QSet<Entry *> &now)
{
    const bool changed = now.size() != waiting.size();
    waiting = now;
    if (changed)
        Q_EMIT q.waitingChangesChanged(int(now.size()));
}

// Everything shown as it should be, inside a reset.
void ConversationListModel::Private::show()
{
    rows.clear();
    for (auto it = entries.begin(); it != entries.end();) {
        Entry &entry = it->second;
        if (entry.gone) {
            it = entries.erase(it);
            continue;
        }
        judge(entry);
        entry.shown = entry.wanted;
        entry.shownPlace = entry.place;
        if (entry.shown)
            rows << &entry;
        ++it;
    }
    std::sort(rows.begin(), rows.end(),
              [](const Entry *a, const Entry *b) { return a->shownPlace < b->shownPlace; });
}

void ConversationListModel::Private::reset()
{
    q.beginResetModel();
    waiting.clear(); // before show(), which drops entries that may stand in it
    show();
    q.endResetModel();
}

// Another view.
void ConversationListModel::Private::showAnew()
{
    const bool wereWaiting = !waiting.isEmpty();
    reset();
    if (wereWaiting)
        Q_EMIT q.waitingChangesChanged(0);
    Q_EMIT q.viewChanged();
    Q_EMIT q.countsChanged(); // those within the view
}

void ConversationListModel::Private::rebuild()
{
    const bool wereWaiting = !waiting.isEmpty();
    // A saved view goes with its account.
    const bool lost = saved && !inbox.session(saved->account);
    if (lost)
        saved.reset();
    q.beginResetModel();
    rows.clear();
    waiting.clear();
    entries.clear();
    counts = {};
    closing.clear();
    closingSoon = 0;
    nextDue = kNever;
    offsets.clear();
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        offsets.insert(session->id(), heartbeat.now().msecsTo(session->serverNow()));
    for (const sync::AccountSession *session : sessions) {
        const QList<ConversationId> ids = session->conversationIds();
        for (const ConversationId &id : ids) {
            const Conversation *c = session->conversation(id);
            if (!c)
                continue;
            Entry &entry = entries[{session->id(), id}];
            entry.row = build(*session, *c);
            entry.row.revision = ++lastRevision;
            count(entry.row, 1);
            schedule(entry, *session);
        }
    }
    show();
    q.endResetModel();
    if (wereWaiting)
        Q_EMIT q.waitingChangesChanged(0);
    if (lost)
        Q_EMIT q.viewChanged();
    Q_EMIT q.countsChanged();
}

void ConversationListModel::Private::refreshAccount(const AccountId &id)
{
    const sync::AccountSession *session = inbox.session(id);
    if (!session)
        return;
    QList<ConversationKey> keys;
    const QList<ConversationId> ids = session->conversationIds();
    for (const ConversationId &c : ids)
        keys << ConversationKey{id, c};
    refresh(keys);
}

void ConversationListModel::Private::beat()
{
    const qint64 now = heartbeat.now().toMSecsSinceEpoch();
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions) {
        const qint64 offset = heartbeat.now().msecsTo(session->serverNow());
        const qint64 moved = offset - offsets.value(session->id());
        if (moved == 0)
            continue;
        offsets.insert(session->id(), offset);
        if (qAbs(moved) >= kClockJump) {
            refreshAccount(session->id());
            continue;
        }
        for (auto &[key, entry] : entries) {
            if (key.account != session->id() || entry.due == kNever)
                continue;
            entry.due -= moved;
            nextDue = std::min(nextDue, entry.due);
        }
    }
    if (now < nextDue)
        return;
    QList<ConversationKey> due;
    nextDue = kNever;
    for (auto &[key, entry] : entries) {
        if (entry.due <= now)
            due << key;
        else
            nextDue = std::min(nextDue, entry.due);
    }
    refresh(due);
}

ConversationListModel::ConversationListModel(sync::Inbox &inbox, Drafts &drafts, Heartbeat &heartbeat,
                                             QObject *parent)
    : QAbstractListModel(parent)
    , d(std::make_unique<Private>(*this, inbox, drafts, heartbeat))
{
    connect(&inbox, &sync::Inbox::sessionAdded, this, [this](const AccountId &id) {
        d->follow(id);
        d->rebuild();
    });
    connect(&inbox, &sync::Inbox::sessionRemoved, this, [this] { d->rebuild(); });
    connect(&drafts, &Drafts::draftChanged, this, [this](const ConversationKey &key) { d->refresh({key}); });
    connect(&heartbeat, &Heartbeat::beat, this, [this] { d->beat(); });
    connect(&heartbeat, &Heartbeat::dayChanged, this, [this] {
        // "14:02" has become "Yesterday" everywhere.
        for (auto &[key, entry] : d->entries)
            entry.row.revision = ++d->lastRevision;
        if (!d->rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {RowRole});
    });
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        d->follow(session->id());
    d->rebuild();
}

ConversationListModel::~ConversationListModel() = default;

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConversationRow &row = d->rows.at(index.row())->row;
    switch (role) {
    case RowRole:
        return QVariant::fromValue(row);
    case KeyRole:
        return QVariant::fromValue(row.key);
    default:
        return {};
    }
}

const ConversationRow &ConversationListModel::row(int row) const
{
    return d->rows.at(row)->row;
}

int ConversationListModel::rowOf(const ConversationKey &key) const
{
    const auto it = d->entries.find(key);
    return it == d->entries.end() || !it->second.shown ? -1 : d->indexOf(it->second);
}

View ConversationListModel::view() const
{
    return d->view;
}

void ConversationListModel::setView(View view)
{
    if (d->view == view && !d->saved)
        return;
    d->view = view;
    d->saved.reset();
    d->showAnew();
}

const std::optional<AccountView> &ConversationListModel::savedView() const
{
    return d->saved;
}

void ConversationListModel::setSavedView(const AccountView &saved)
{
    if (d->saved == saved)
        return;
    d->saved = saved;
    d->showAnew();
}

QString ConversationListModel::searchText() const
{
    return d->searchText;
}

void ConversationListModel::setSearchText(const QString &text)
{
    if (d->searchText == text)
        return;
    d->searchText = text;
    const QStringList words = searchWords(text);
    const QString number = phoneQuery(text);
    if (words == d->words && number == d->number)
        return;
    d->words = words;
    d->number = number;

    QList<Entry *> touched;
    qsizetype steps = 0;
    for (auto &[key, entry] : d->entries) {
        d->judge(entry);
        if (entry.wanted != entry.shown || d->waiting.contains(&entry)) {
            touched << &entry;
            ++steps;
        }
    }
    if (steps <= kMostSteps) {
        d->apply(touched);
        return;
    }
    const bool wereWaiting = !d->waiting.isEmpty();
    d->reset();
    if (wereWaiting)
        Q_EMIT waitingChangesChanged(0);
}

bool ConversationListModel::isFrozen() const
{
    return d->frozen;
}

void ConversationListModel::setFrozen(bool frozen)
{
    if (d->frozen == frozen)
        return;
    d->frozen = frozen;
    if (!frozen)
        applyWaiting();
}

int ConversationListModel::waitingChanges() const
{
    return int(d->waiting.size());
}

void ConversationListModel::applyWaiting()
{
    d->apply(d->waiting.values());
}

void ConversationListModel::applyFor(const ConversationKey &key)
{
    const auto it = d->entries.find(key);
    if (it != d->entries.end())
        d->apply({&it->second});
}

int ConversationListModel::count(View view) const
{
    return d->counts[size_t(view)].total;
}

int ConversationListModel::unreadCount(View view) const
{
    return d->counts[size_t(view)].unread;
}

int ConversationListModel::countWithStatus(ConversationStatus status) const
{
    return d->counts[size_t(d->view)].byStatus[size_t(status)];
}

ConversationKey ConversationListModel::nextToClose(const ConversationKey &after) const
{
    if (d->closing.empty())
        return {};
    auto next = d->closing.cbegin();
    if (const auto it = d->entries.find(after); it != d->entries.end() && closes(it->second.row)) {
        next = d->closing.upper_bound(placeOf(it->second.row, View::Closing));
        if (next == d->closing.cend())
            next = d->closing.cbegin();
    }
    return next->key;
}

int ConversationListModel::closingSoonCount() const
{
    return d->closingSoon;
}

QList<ConversationKey> ConversationListModel::closingBy(const QDateTime &time) const
{
    QList<ConversationKey> keys;
    const qint64 last = time.toMSecsSinceEpoch();
    for (auto it = d->closing.cbegin(); it != d->closing.cend() && it->rank <= last; ++it)
        keys << it->key;
    return keys;
}

ConversationKey ConversationListModel::neighbour(const ConversationKey &key) const
{
    const int row = rowOf(key);
    if (row < 0)
        return {};
    if (row + 1 < d->rows.size())
        return d->rows.at(row + 1)->row.key;
    return row > 0 ? d->rows.at(row - 1)->row.key : ConversationKey();
}

} // namespace inbox::models
