// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/historytable.h"

#include "services/store/codec.h"

#include <algorithm>

namespace inbox::store {

using namespace domain;

namespace {

constexpr qint64 kNoTime = std::numeric_limits<qint64>::max();
constexpr qint64 kDay = 24LL * 3600 * 1000; // milliseconds
// Free pages a file may have before they are given back: soon they are needed again.
constexpr qint64 kFreePages = 1024;
constexpr int kPagesAtOnce = 500;

// Where a message stands among those of its conversation. Ids of one conversation grow where they are
// numbers; else time has to tell, and what was only just handed over has none yet.
qint64 placeOf(const Message &message)
{
    bool isNumber = false;
    const qint64 number = message.id.value().toLongLong(&isNumber);
    if (isNumber)
        return number;
    return message.sentAt ? message.sentAt->toMSecsSinceEpoch() : kNoTime;
}

bool hasFixedPlace(const MessageId &id)
{
    bool isNumber = false;
    id.value().toLongLong(&isNumber);
    return isNumber;
}

QVariant toVariant(const OptionalTime &time)
{
    return time ? QVariant(time->toMSecsSinceEpoch()) : QVariant(QMetaType(QMetaType::LongLong));
}

Result<void> done(const Result<QSqlQuery> &ran)
{
    return ran ? Result<void>() : Failure(ran.error());
}

} // namespace

Result<void> HistoryTable::saveConversations(const QList<Conversation> &conversations)
{
    QList<QVariantList> rows;
    for (const Conversation &c : conversations) {
        const OptionalTime activity = lastActivity(c);
        rows << QVariantList{c.key.id.value(), activity ? activity->toMSecsSinceEpoch() : 0, encode(c)};
    }
    return m_database.atomically([&] {
        return m_database.runEach(
            // What is not kept may have changed, a photo's address for one: comparing is cheaper than
            // writing.
            QStringLiteral("INSERT INTO conversation(id, activity, data) VALUES(?, ?, ?)"
                           " ON CONFLICT(id) DO UPDATE SET activity=excluded.activity, data=excluded.data"
                           " WHERE activity<>excluded.activity OR data<>excluded.data"),
            rows);
    });
}

Result<void> HistoryTable::removeConversations(const QList<ConversationId> &conversations)
{
    QList<QVariantList> rows;
    for (const ConversationId &id : conversations)
        rows << QVariantList{id.value()};
    return m_database.atomically(
        [&] { return m_database.runEach(QStringLiteral("DELETE FROM conversation WHERE id=?"), rows); });
}

Result<void> HistoryTable::saveMessages(const QList<ThreadChange> &changes)
{
    return m_database.atomically([&]() -> Result<void> {
        for (const ThreadChange &change : changes) {
            if (const auto saved = saveThread(change); !saved)
                return saved;
        }
        return {};
    });
}

Result<void> HistoryTable::saveThread(const ThreadChange &change)
{
    auto found = m_database.run(QStringLiteral("SELECT number FROM conversation WHERE id=?"),
                                {change.conversation.value()});
    if (!found)
        return done(found);
    if (!found->next())
        return {};
    const qint64 conversation = found->value(0).toLongLong();
    found->finish();

    QList<QVariantList> gone;
    for (const MessageId &id : change.gone)
        gone << QVariantList{conversation, id.value()};
    QList<QVariantList> moved;
    QList<QVariantList> rows;
    qint64 oldest = kNoTime;
    for (const auto &[message, before] : change.messages) {
        const qint64 place = placeOf(message);
        if (!hasFixedPlace(message.id))
            moved << QVariantList{conversation, message.id.value(), place};
        rows << QVariantList{conversation, place,          message.id.value(), toVariant(message.sentAt),
                             int(before),  encode(message)};
        if (message.sentAt)
            oldest = std::min(oldest, message.sentAt->toMSecsSinceEpoch());
    }
    Result<void> saved =
        m_database.runEach(QStringLiteral("DELETE FROM message WHERE conversation=? AND id=?"), gone);
    if (saved) {
        saved = m_database.runEach(
            QStringLiteral("DELETE FROM message WHERE conversation=? AND id=? AND place<>?"), moved);
    }
    if (saved) {
        saved = m_database.runEach(
            QStringLiteral("INSERT INTO message(conversation, place, id, sent, joined, data)"
                           " VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(conversation, place, id) DO UPDATE SET"
                           " sent=excluded.sent, joined=max(joined, excluded.joined), data=excluded.data"),
            rows);
    }
    if (saved && oldest != kNoTime) {
        saved = m_database.runEach(
            QStringLiteral("UPDATE conversation SET oldest=min(ifnull(oldest, ?), ?) WHERE number=?"),
            {QVariantList{oldest, oldest, conversation}});
    }
    return saved;
}

Result<ConversationSlice> HistoryTable::conversations(const AccountId &account, const ConversationMark &from,
                                                      int limit)
{
    auto rows = m_database.run(QStringLiteral("SELECT activity, number, data FROM conversation"
                                              " WHERE (activity, number)<(?, ?)"
                                              " ORDER BY activity DESC, number DESC LIMIT ?"),
                               {from.activity, from.number, limit});
    if (!rows)
        return Failure(rows.error());
    ConversationSlice slice;
    int count = 0;
    ConversationMark last;
    while (rows->next()) {
        ++count;
        last = {rows->value(0).toLongLong(), rows->value(1).toLongLong()};
        if (auto conversation = decodeConversation(account, rows->value(2).toByteArray()))
            slice.conversations << std::move(*conversation);
    }
    if (const auto whole = Database::readWhole(*rows); !whole)
        return Failure(whole.error());
    if (count == limit)
        slice.next = last;
    return slice;
}

Result<ThreadPage> HistoryTable::messages(const ConversationId &conversation, const MessageId &before,
                                          int limit)
{
    ThreadPage page;
    auto found =
        m_database.run(QStringLiteral("SELECT number FROM conversation WHERE id=?"), {conversation.value()});
    if (!found)
        return Failure(found.error());
    if (!found->next())
        return page;
    const qint64 number = found->value(0).toLongLong();
    qint64 place = kNoTime;
    QString id = QStringLiteral("\U0010FFFF"); // behind every other
    if (!before.isEmpty()) {
        // Where ids are numbers the place is known, and nothing has to be searched.
        auto start = hasFixedPlace(before)
            ? m_database.run(
                QStringLiteral("SELECT place, joined FROM message WHERE conversation=? AND place=? AND id=?"),
                {number, before.value().toLongLong(), before.value()})
            : m_database.run(
                QStringLiteral("SELECT place, joined FROM message WHERE conversation=? AND id=?"),
                {number, before.value()});
        if (!start)
            return Failure(start.error());
        if (!start->next())
            return page;
        const auto joined = Before(start->value(1).toInt());
        page.reachesBeginning = joined == Before::Beginning;
        if (joined != Before::Follows)
            return page;
        place = start->value(0).toLongLong();
        id = before.value();
    }
    auto rows = m_database.run(QStringLiteral("SELECT joined, data FROM message"
                                              " WHERE conversation=? AND (place, id)<(?, ?)"
                                              " ORDER BY place DESC, id DESC LIMIT ?"),
                               {number, place, id, limit});
    if (!rows)
        return Failure(rows.error());
    while (rows->next()) {
        auto message = decodeMessage(rows->value(1).toByteArray());
        if (!message)
            break; // a hole
        page.messages << std::move(*message);
        const auto joined = Before(rows->value(0).toInt());
        page.reachesBeginning = joined == Before::Beginning;
        if (joined != Before::Follows)
            break;
    }
    if (const auto whole = Database::readWhole(*rows); !whole)
        return Failure(whole.error());
    std::reverse(page.messages.begin(), page.messages.end());
    return page;
}

Result<QByteArray> HistoryTable::fact(const QString &name)
{
    auto rows = m_database.run(QStringLiteral("SELECT value FROM fact WHERE name=?"), {name});
    if (!rows)
        return Failure(rows.error());
    return rows->next() ? rows->value(0).toByteArray() : QByteArray();
}

Result<void> HistoryTable::setFact(const QString &name, const QByteArray &value)
{
    return done(m_database.run(QStringLiteral("INSERT INTO fact(name, value) VALUES(?, ?)"
                                              " ON CONFLICT(name) DO UPDATE SET value=excluded.value"),
                               {name, value}));
}

Result<bool> HistoryTable::forget(const HistoryLimits &limits, const QDateTime &now)
{
    if (limits.days > 0) {
        const qint64 until = now.toMSecsSinceEpoch() - limits.days * kDay;
        for (const auto part :
             {&HistoryTable::forgetOldestMessages, &HistoryTable::forgetOldestConversations}) {
            if (const auto forgotten = (this->*part)(until); !forgotten || *forgotten)
                return forgotten;
        }
    }
    if (limits.bytes > 0) {
        const auto pages = number("PRAGMA page_count");
        const auto free = number("PRAGMA freelist_count");
        const auto pageSize = number("PRAGMA page_size");
        const auto oldest = number("SELECT min(oldest) FROM conversation");
        for (const auto *read : {&pages, &free, &pageSize, &oldest}) {
            if (!*read)
                return Failure(read->error());
        }
        if ((*pages - *free) * *pageSize > limits.bytes) {
            // A day at a time: the oldest goes first, whichever conversation it stands in.
            const auto messages = forgetOldestMessages(*oldest + kDay);
            if (!messages || *messages)
                return messages;
            const auto least = number("SELECT min(activity) FROM conversation");
            if (!least)
                return Failure(least.error());
            const auto conversations = forgetOldestConversations(*least + kDay);
            if (!conversations || *conversations)
                return conversations;
        }
    }
    const auto free = number("PRAGMA freelist_count");
    if (!free)
        return Failure(free.error());
    return *free > kFreePages ? giveBackRoom() : Result<bool>(false);
}

Result<bool> HistoryTable::forgetAll()
{
    bool more = false;
    const auto parts = {
        QStringLiteral("DELETE FROM message WHERE (conversation, place, id) IN"
                       " (SELECT conversation, place, id FROM message LIMIT %1)")
            .arg(sliceRows),
        QStringLiteral("DELETE FROM conversation WHERE number IN (SELECT number FROM conversation LIMIT %1)")
            .arg(sliceRows),
        QStringLiteral("DELETE FROM fact")};
    for (const QString &part : parts) {
        const auto deleted = m_database.run(part);
        if (!deleted)
            return Failure(deleted.error());
        more = deleted->numRowsAffected() > 0;
        if (more)
            return true;
    }
    if (const auto given = giveBackRoom(); !given || *given)
        return given;
    // Else the journal would keep what the file no longer holds.
    const auto emptied = m_database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    return emptied ? Result<bool>(false) : Failure(emptied.error());
}

Result<qint64> HistoryTable::size()
{
    const auto pages = number("PRAGMA page_count");
    const auto pageSize = number("PRAGMA page_size");
    if (!pages || !pageSize)
        return pages ? pageSize : pages;
    return *pages * *pageSize;
}

Result<qint64> HistoryTable::number(const char *statement)
{
    auto row = m_database.run(QLatin1String(statement));
    if (!row)
        return Failure(row.error());
    return row->next() ? row->value(0).toLongLong() : 0;
}

Result<bool> HistoryTable::forgetOldestMessages(qint64 until)
{
    bool found = false;
    const Result<void> forgotten = m_database.atomically([&]() -> Result<void> {
        auto rows = m_database.run(
            QStringLiteral("SELECT number FROM conversation WHERE oldest<? ORDER BY oldest LIMIT ?"),
            {until, sliceRows / 4});
        if (!rows)
            return done(rows);
        QList<qint64> conversations;
        while (rows->next())
            conversations << rows->value(0).toLongLong();
        rows->finish();
        qint64 left = sliceRows;
        for (const qint64 conversation : std::as_const(conversations)) {
            // From the beginning on, so that no hole comes about.
            const auto deleted = m_database.run(
                QStringLiteral("DELETE FROM message WHERE conversation=? AND (place, id) IN"
                               " (SELECT place, id FROM message WHERE conversation=? AND place<="
                               " (SELECT max(place) FROM message WHERE conversation=? AND sent<?)"
                               " ORDER BY place, id LIMIT ?)"),
                {conversation, conversation, conversation, until, left});
            if (!deleted)
                return done(deleted);
            left -= deleted->numRowsAffected();
            const auto noted =
                m_database.run(QStringLiteral("UPDATE conversation SET oldest=(SELECT min(sent) FROM message"
                                              " WHERE conversation=?) WHERE number=?"),
                               {conversation, conversation});
            const auto parted = m_database.run(
                QStringLiteral("UPDATE message SET joined=0 WHERE conversation=? AND (place, id)="
                               " (SELECT place, id FROM message WHERE conversation=?"
                               " ORDER BY place, id LIMIT 1)"),
                {conversation, conversation});
            for (const auto *ran : {&noted, &parted}) {
                if (!*ran)
                    return done(*ran);
            }
            found = true;
            if (left <= 0)
                break;
        }
        return {};
    });
    return forgotten ? Result<bool>(found) : Failure(forgotten.error());
}

Result<bool> HistoryTable::forgetOldestConversations(qint64 until)
{
    const auto deleted =
        m_database.run(QStringLiteral("DELETE FROM conversation WHERE number IN (SELECT number FROM"
                                      " conversation WHERE activity<? ORDER BY activity LIMIT ?)"),
                       {until, sliceRows});
    return deleted ? Result<bool>(deleted->numRowsAffected() > 0) : Failure(deleted.error());
}

// True: there was room to give back.
Result<bool> HistoryTable::giveBackRoom()
{
    const auto before = number("PRAGMA freelist_count");
    if (!before || *before == 0)
        return before ? Result<bool>(false) : Failure(before.error());
    // One page each: Qt does not step through a statement without columns.
    const Result<void> given = m_database.atomically([this] {
        return m_database.runEach(QStringLiteral("PRAGMA incremental_vacuum(1)"),
                                  QList<QVariantList>(kPagesAtOnce));
    });
    if (!given)
        return Failure(given.error());
    const auto after = number("PRAGMA freelist_count");
    return after ? Result<bool>(*after < *before) : Failure(after.error());
}

} // namespace inbox::store
