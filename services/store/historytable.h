// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"
#include "services/store/database.h"

namespace inbox::store {

// What is known of the place just before a stored message. A later word never takes back an earlier, better
// one.
enum class Before {
    Unknown = 0, // messages may be missing there
    Follows = 1, // the stored message before this one is the one before it at the server, too
    Beginning = 2, // there is none: the conversation begins here
};

// Messages of one conversation that were learned, changed or deleted.
struct ThreadChange {
    struct Item {
        domain::Message message;
        Before before = Before::Unknown;
    };
    domain::ConversationId conversation;
    QList<Item> messages;
    QList<domain::MessageId> gone;
};

// A run of messages without a hole.
struct ThreadPage {
    QList<domain::Message> messages; // oldest first
    bool reachesBeginning = false; // of the conversation
};

// Where a reading of the conversations stands. A new one begins with the newest.
struct ConversationMark {
    qint64 activity = std::numeric_limits<qint64>::max();
    qint64 number = std::numeric_limits<qint64>::max();
};

struct ConversationSlice {
    QList<domain::Conversation> conversations; // latest activity first
    std::optional<ConversationMark> next; // nullopt: that was all
};

// How much of what was seen is kept.
struct HistoryLimits {
    int days = 0; // what is older is forgotten; 0: nothing is for its age
    qint64 bytes = 0; // at most on disk, the oldest goes first; 0: no limit
    friend bool operator==(const HistoryLimits &, const HistoryLimits &) = default;
};

// The conversations and messages that were seen, and what is known about the account. Lives on the store's
// thread. Each call is one transaction and, for at most `sliceRows` values, short: a draft that has to be
// saved waits for one call only. Never touches drafts, intents and payments.
class HistoryTable {
public:
    static constexpr int sliceRows = 200;

    explicit HistoryTable(Database &database)
        : m_database(database)
    {
    }

    Result<void> saveConversations(const QList<domain::Conversation> &conversations);
    // With their messages.
    Result<void> removeConversations(const QList<domain::ConversationId> &conversations);
    // Of a conversation that is not stored nothing is kept.
    Result<void> saveMessages(const QList<ThreadChange> &changes);

    // What cannot be read is left out.
    Result<ConversationSlice> conversations(const domain::AccountId &account, const ConversationMark &from,
                                            int limit);
    // The newest ones before `before`, as far as no hole lies between; the very newest when it is empty.
    Result<ThreadPage> messages(const domain::ConversationId &conversation, const domain::MessageId &before,
                                int limit);

    // Small things known about the account, by name; empty when not known.
    Result<QByteArray> fact(const QString &name);
    Result<void> setFact(const QString &name, const QByteArray &value);

    // Forgets a part of what lies beyond the limits. True: there is more to forget.
    Result<bool> forget(const HistoryLimits &limits, const QDateTime &now);
    // Forgets a part of everything. True: there is more to forget.
    Result<bool> forgetAll();
    // What the account's database takes on disk, in bytes.
    Result<qint64> size();

private:
    Result<void> saveThread(const ThreadChange &change);
    Result<qint64> number(const char *statement);
    Result<bool> forgetOldestMessages(qint64 until);
    Result<bool> forgetOldestConversations(qint64 until);
    Result<bool> giveBackRoom();

    Database &m_database;
};

} // namespace inbox::store
