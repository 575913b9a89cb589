// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/conversationlistmodel.h"

#include "models/drafts.h"
#include "models/heartbeat.h"
#include "models/listrules.h"
#include "services/domain/text.h"
#include "services/sync/colleagues.h"

#include <QCache>
#include <QSet>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace inbox::models {

using namespace domain;

namespace {

constexpr std::array kViews{View::Mine, View::Unassigned, View::All,     View::Closing,
                            View::Done, View::Snoozed,    View::Mentions};
// A view relays out everything at each step: beyond this many a reset is quicker and looks the same.
constexpr qsizetype kMostSteps = 100;
// A clock was set while we run: all rows are judged again. What is smaller only shifts when they are due.
constexpr qint64 kClockJump = 2'000; // milliseconds
// Rows that were looked at are kept; more than any screen shows.
constexpr int kRowsKept = 1'000;

// One conversation. There may be a hundred thousand, so it holds no words.
struct Entry {
    Standing standing;
    qint64 due = kNever; // our clock, milliseconds
    bool gone = false; // its conversation is no more, the row still stands in a frozen list
    bool wanted = false; // belongs into the list as it should be
    bool shown = false; // stands in the list as it is
    bool checked = false;
    Place place; // where it should stand
    Place shownPlace; // where it stands: rows are always sorted by this
    quint64 revision = 0; // of its row
    std::unique_ptr<Searchable> searchable; // while a search goes on
    std::unique_ptr<ConversationRow> last; // of one that is gone: what was last seen of it

    const ConversationKey &key() const { return *place.key; }
};

struct KeyHash {
    size_t operator()(const ConversationKey &key) const { return qHash(key); }
};

QString wordsOf(const Intent &outgoing)
{
    return outgoing.text.isEmpty() && outgoing.file ? outgoing.file->name : outgoing.text;
}

struct Counts {
    int total = 0;
    int unread = 0;
    std::array<int, size_t(ConversationStatus::Bot) + 1> byStatus{}; // Bot is the last
    friend bool operator==(const Counts &, const Counts &) = default;
};

} // namespace

struct ConversationListModel::Private {
    Private(ConversationListModel &model, sync::Inbox &theInbox, Drafts &theDrafts, Heartbeat &theHeartbeat,
            int thePage)
        : page(thePage)
        , q(model)
        , inbox(theInbox)
        , drafts(theDrafts)
        , heartbeat(theHeartbeat)
    {
    }

    const int page;
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
    QList<Entry *> rows; // the whole list
    int window = 0; // as many of them, from the first on, are the model's rows
    mutable QCache<const Entry *, ConversationRow> rowCache{kRowsKept};
    QSet<Entry *> waiting;
    int checkedCount = 0;
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
    void forgetRows(const AccountId &id);
    void beat();

    ConversationRow build(const sync::AccountSession &session, const Conversation &c) const;
    const ConversationRow &rowFor(const Entry &entry) const;
    Entry &entryFor(const ConversationKey &key);
    void erase(Entry &entry);
    bool matches(Entry &entry) const;
    void count(const Entry &entry, int sign);
    void judge(Entry &entry);
    void schedule(Entry &entry, const ConversationRow &row);
    int indexOf(const Entry &entry) const;
    int firstNotBefore(const Place &place) const;
    int rowInList(const ConversationKey &key) const;
    bool isInPlace(const Entry &entry, int index) const;
    bool needsStep(Entry &entry);
    void settle(const QList<Entry *> &touched);
    void apply(const QList<Entry *> &touched);
    void removeRows(const QList<Entry *> &leaving);
    void moveRow(Entry &entry);
    void insertRows(QList<Entry *> coming);
    void widen(qsizetype to);
    bool uncheck(Entry &entry);
    void check(const QList<Entry *> &changed, bool checked);
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
    // Names and colours: nothing moves, and a row is made when it is looked at.
    const auto anew = [this, id] { forgetRows(id); };
    QObject::connect(session, &sync::AccountSession::teamworkChanged, &q, anew);
    QObject::connect(session, &sync::AccountSession::peopleChanged, &q, anew);
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
        context.outgoingText = wordsOf(thread->outgoing.constLast());
    context.failedSend = session.hasFailedSend(c.key.id);
    // Reading is silent: a mark that comes and goes with each opened conversation would only disturb.
    const sync::PendingChange pending = session.pendingChange(c.key.id);
    context.pending = pending.status || pending.assignee || pending.snoozeUntil || pending.archived;
    if (offsets.size() > 1) {
        context.accountName = session.config().name;
        context.accountColor = session.config().color;
    }
    context.colleagueName = [&session](const UserId &id) {
        const std::optional<User> user = session.colleagues().person(id);
        return user ? user->name : QString();
    };
    if (session.capabilities().has(Capability::Tags))
        context.tags = &session.colleagues().tags();
    ConversationRow row = conversationRow(c, context);
    row.key.account = session.id();
    return row;
}

// Valid until the next call.
const ConversationRow &ConversationListModel::Private::rowFor(const Entry &entry) const
{
    if (entry.last)
        return *entry.last;
    if (const ConversationRow *kept = rowCache.object(&entry))
        return *kept;
    auto *row = new ConversationRow;
    row->key = entry.key();
    const sync::AccountSession *session = inbox.session(entry.key().account);
    if (const Conversation *c = session ? session->conversation(entry.key().id) : nullptr)
        *row = build(*session, *c);
    row->revision = entry.revision;
    rowCache.insert(&entry, row);
    return *row;
}

Entry &ConversationListModel::Private::entryFor(const ConversationKey &key)
{
    const auto [it, isNew] = entries.try_emplace(key);
    if (isNew)
        it->second.place.key = it->second.shownPlace.key = &it->first;
    return it->second;
}

void ConversationListModel::Private::erase(Entry &entry)
{
    rowCache.remove(&entry);
    entries.erase(entries.find(entry.key()));
}

bool ConversationListModel::Private::matches(Entry &entry) const
{
    if (words.isEmpty())
        return true;
    if (!entry.searchable) {
        const Conversation *c = inbox.conversation(entry.key());
        if (!c)
            return false;
        entry.searchable = std::make_unique<Searchable>(searchable(*c));
    }
    return isFound(*entry.searchable, words, number);
}

void ConversationListModel::Private::count(const Entry &entry, int sign)
{
    const Standing &standing = entry.standing;
    for (const View v : kViews) {
        if (!standing.belongsTo(v))
            continue;
        Counts &c = counts[size_t(v)];
        c.total += sign;
        c.unread += standing.unread ? sign : 0;
        c.byStatus[size_t(standing.status)] += sign;
    }
    if (standing.closesSoon)
        closingSoon += sign;
    if (standing.closes != kNever) {
        if (sign > 0)
            closing.insert({standing.closes, &entry.key()});
        else
            closing.erase({standing.closes, &entry.key()});
    }
}

void ConversationListModel::Private::judge(Entry &entry)
{
    if (!saved) {
        entry.wanted = !entry.gone && entry.standing.belongsTo(view) && matches(entry);
        entry.place.rank = entry.standing.rank(view);
        return;
    }
    const sync::AccountSession *session =
        entry.gone || entry.key().account != saved->account ? nullptr : inbox.session(saved->account);
    const Conversation *c = session ? session->conversation(entry.key().id) : nullptr;
    entry.wanted = c && belongs(*c, session->config().me, saved->view) && matches(entry);
    if (c)
        entry.place.rank = rankIn(*c, saved->view);
}

void ConversationListModel::Private::schedule(Entry &entry, const ConversationRow &row)
{
    const qint64 next = nextChange(row);
    entry.due = next == kNever ? kNever : next - offsets.value(row.key.account);
    nextDue = std::min(nextDue, entry.due);
}

int ConversationListModel::Private::firstNotBefore(const Place &place) const
{
    const auto it = std::lower_bound(rows.cbegin(), rows.cend(), place,
                                     [](const Entry *e, const Place &p) { return e->shownPlace < p; });
    return int(it - rows.cbegin());
}

int ConversationListModel::Private::indexOf(const Entry &entry) const
{
    return firstNotBefore(entry.shownPlace);
}

// -1 when it does not stand in the list.
int ConversationListModel::Private::rowInList(const ConversationKey &key) const
{
    const auto it = entries.find(key);
    return it == entries.end() || !it->second.shown ? -1 : indexOf(it->second);
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
            count(entry, -1);
            const ConversationRow *seen = rowCache.object(&entry);
            entry.last = std::make_unique<ConversationRow>(seen ? *seen : ConversationRow{.key = key});
            entry.last->revision = entry.revision;
            entry.gone = true;
            entry.due = kNever;
            judge(entry);
            touched << &entry;
            continue;
        }
        ConversationRow row = build(*session, *c);
        const bool isNew = known == entries.end();
        Entry &entry = isNew ? entryFor(key) : known->second;
        ConversationRow *seen = rowCache.object(&entry);
        // Of a row that nobody has looked at lately it is not known what changed.
        const bool visible = !seen || entry.gone || !(row == *seen) || minutesLeft(row) != minutesLeft(*seen);
        if (visible)
            entry.revision = ++lastRevision;
        row.revision = entry.revision;
        if (!isNew && !entry.gone)
            count(entry, -1);
        entry.gone = false;
        entry.last.reset();
        entry.searchable.reset();
        entry.standing = standingOf(row);
        count(entry, 1);
        schedule(entry, row);
        judge(entry);
        if (seen)
            *seen = std::move(row);
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
                erase(*entry);
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
    bool unchecked = false;
    for (Entry *entry : std::as_const(leaving))
        unchecked |= uncheck(*entry);
    removeRows(leaving);
    for (Entry *entry : std::as_const(staying)) {
        if (needsStep(*entry))
            moveRow(*entry);
    }
    insertRows(coming);
    widen(std::max(window, page)); // what left made room

    QSet<Entry *> stillWaiting = waiting;
    for (Entry *entry : touched) {
        stillWaiting.remove(entry);
        if (entry->gone)
            erase(*entry);
    }
    setWaiting(stillWaiting);
    if (unchecked)
        Q_EMIT q.checkedChanged();
    if (leaving.size() != coming.size())
        Q_EMIT q.lengthChanged();
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
        const int seen = std::max(0, std::min(last + 1, window) - first); // of them in the window
        if (seen > 0)
            q.beginRemoveRows({}, first, first + seen - 1);
        for (int i = first; i <= last; ++i)
            rows.at(i)->shown = false;
        rows.remove(first, last - first + 1);
        window -= seen;
        if (seen > 0)
            q.endRemoveRows();
    }
}

void ConversationListModel::Private::moveRow(Entry &entry)
{
    const int from = indexOf(entry);
    const int before = firstNotBefore(entry.place); // the row that is there now
    const int to = before > from ? before - 1 : before;
    const bool leaves = from < window && to >= window;
    const bool comes = from >= window && to < window;
    if (leaves)
        q.beginRemoveRows({}, from, from);
    else if (comes)
        q.beginInsertRows({}, to, to);
    else if (from < window)
        q.beginMoveRows({}, from, from, {}, before);
    entry.shownPlace = entry.place;
    rows.move(from, to);
    if (leaves) {
        --window;
        q.endRemoveRows();
    } else if (comes) {
        ++window;
        q.endInsertRows();
    } else if (from < window) {
        q.endMoveRows();
    }
}

void ConversationListModel::Private::insertRows(QList<Entry *> coming)
{
    std::sort(coming.begin(), coming.end(),
              [](const Entry *a, const Entry *b) { return a->place < b->place; });
    // From the end, so that what is still to come is not shifted; neighbours come together.
    while (!coming.isEmpty()) {
        const int at = firstNotBefore(coming.constLast()->place);
        QList<Entry *> group{coming.takeLast()};
        while (!coming.isEmpty() && firstNotBefore(coming.constLast()->place) == at)
            group.prepend(coming.takeLast());
        // Behind the window's last row they come only while it is less than a page.
        const int seen = at < window ? int(group.size())
            : at == window           ? std::min(int(group.size()), std::max(0, page - window))
                                     : 0;
        if (seen > 0)
            q.beginInsertRows({}, at, at + seen - 1);
        rows.insert(at, group.size(), nullptr);
        for (qsizetype i = 0; i < group.size(); ++i) {
            Entry *entry = group.at(i);
            entry->shown = true;
            entry->shownPlace = entry->place;
            rows[at + i] = entry;
        }
        window += seen;
        if (seen > 0)
            q.endInsertRows();
    }
}

// The window has at least so many rows, if the list has.
void ConversationListModel::Private::widen(qsizetype to)
{
    const int wanted = int(std::min(to, rows.size()));
    if (wanted <= window)
        return;
    q.beginInsertRows({}, window, wanted - 1);
    window = wanted;
    q.endInsertRows();
}

bool ConversationListModel::Private::uncheck(Entry &entry)
{
    if (!entry.checked)
        return false;
    entry.checked = false;
    --checkedCount;
    return true;
}

void ConversationListModel::Private::check(const QList<Entry *> &changed, bool checked)
{
    int first = window;
    int last = -1;
    for (Entry *entry : changed) {
        if (entry->checked == checked || !entry->shown)
            continue;
        entry->checked = checked;
        checkedCount += checked ? 1 : -1;
        const int index = indexOf(*entry);
        first = std::min(first, index);
        last = std::max(last, std::min(index, window - 1));
    }
    if (first <= last)
        Q_EMIT q.dataChanged(q.index(first), q.index(last), {Qt::CheckStateRole});
    Q_EMIT q.checkedChanged();
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
        uncheck(entry);
        if (entry.gone) {
            rowCache.remove(&entry);
            it = entries.erase(it);
            continue;
        }
        if (words.isEmpty())
            entry.searchable.reset();
        judge(entry);
        entry.shown = entry.wanted;
        entry.shownPlace = entry.place;
        if (entry.shown)
            rows << &entry;
        ++it;
    }
    std::sort(rows.begin(), rows.end(),
              [](const Entry *a, const Entry *b) { return a->shownPlace < b->shownPlace; });
    window = int(std::min<qsizetype>(rows.size(), page));
}

void ConversationListModel::Private::reset()
{
    const bool wereChecked = checkedCount > 0;
    q.beginResetModel();
    waiting.clear(); // before show(), which drops entries that may stand in it
    show();
    q.endResetModel();
    if (wereChecked)
        Q_EMIT q.checkedChanged();
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
    const bool wereChecked = checkedCount > 0;
    // A saved view goes with its account.
    const bool lost = saved && !inbox.session(saved->account);
    if (lost)
        saved.reset();
    q.beginResetModel();
    rows.clear();
    window = 0;
    checkedCount = 0;
    waiting.clear();
    rowCache.clear();
    closing.clear();
    entries.clear();
    counts = {};
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
            Entry &entry = entryFor({session->id(), id});
            const ConversationRow row = build(*session, *c);
            entry.revision = ++lastRevision;
            entry.standing = standingOf(row);
            count(entry, 1);
            schedule(entry, row);
        }
    }
    show();
    q.endResetModel();
    if (wereWaiting)
        Q_EMIT q.waitingChangesChanged(0);
    if (wereChecked)
        Q_EMIT q.checkedChanged();
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

void ConversationListModel::Private::forgetRows(const AccountId &id)
{
    const QList<const Entry *> seen = rowCache.keys();
    for (const Entry *entry : seen) {
        if (entry->key().account != id || entry->last)
            continue;
        entries.find(entry->key())->second.revision = ++lastRevision;
        rowCache.remove(entry);
    }
    if (q.rowCount() > 0)
        Q_EMIT q.dataChanged(q.index(0), q.index(q.rowCount() - 1), {RowRole});
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
                                             int page, QObject *parent)
    : QAbstractListModel(parent)
    , d(std::make_unique<Private>(*this, inbox, drafts, heartbeat, page))
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
            entry.revision = ++d->lastRevision;
        d->rowCache.clear();
        if (rowCount() > 0)
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
    return parent.isValid() ? 0 : d->window;
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = *d->rows.at(index.row());
    switch (role) {
    case RowRole:
        return QVariant::fromValue(d->rowFor(entry));
    case KeyRole:
        return QVariant::fromValue(entry.key());
    case Qt::CheckStateRole:
        return entry.checked ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

ConversationRow ConversationListModel::row(int row) const
{
    return d->rowFor(*d->rows.at(row));
}

int ConversationListModel::rowOf(const ConversationKey &key) const
{
    const int row = d->rowInList(key);
    return row < d->window ? row : -1;
}

std::optional<ConversationRow> ConversationListModel::find(const ConversationKey &key) const
{
    const auto it = d->entries.find(key);
    if (it == d->entries.end())
        return std::nullopt;
    return d->rowFor(it->second);
}

int ConversationListModel::length() const
{
    return int(d->rows.size());
}

void ConversationListModel::showMore()
{
    d->widen(d->window + d->page);
}

void ConversationListModel::showUpTo(const ConversationKey &key)
{
    if (const int row = d->rowInList(key); row >= d->window)
        d->widen(row + d->page);
}

void ConversationListModel::showAll()
{
    d->widen(d->rows.size());
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
    const auto it = d->entries.find(after);
    if (it != d->entries.end() && it->second.standing.closes != kNever) {
        next = d->closing.upper_bound({it->second.standing.closes, &it->first});
        if (next == d->closing.cend())
            next = d->closing.cbegin();
    }
    return *next->key;
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
        keys << *it->key;
    return keys;
}

ConversationKey ConversationListModel::neighbour(const ConversationKey &key) const
{
    const int row = d->rowInList(key);
    if (row < 0)
        return {};
    if (row + 1 < d->rows.size())
        return d->rows.at(row + 1)->key();
    return row > 0 ? d->rows.at(row - 1)->key() : ConversationKey();
}

bool ConversationListModel::isChecked(const ConversationKey &key) const
{
    const auto it = d->entries.find(key);
    return it != d->entries.end() && it->second.checked;
}

void ConversationListModel::setChecked(const ConversationKey &key, bool checked)
{
    const auto it = d->entries.find(key);
    if (it != d->entries.end() && it->second.shown && it->second.checked != checked)
        d->check({&it->second}, checked);
}

void ConversationListModel::checkAll()
{
    d->check(d->rows, true);
}

void ConversationListModel::uncheckAll()
{
    if (d->checkedCount > 0)
        d->check(d->rows, false);
}

int ConversationListModel::checkedCount() const
{
    return d->checkedCount;
}

QList<ConversationKey> ConversationListModel::checked() const
{
    QList<ConversationKey> keys;
    for (const Entry *entry : std::as_const(d->rows)) {
        if (entry->checked)
            keys << entry->key();
    }
    return keys;
}

} // namespace inbox::models
