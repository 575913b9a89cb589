// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/accountdatabase.h"

#include <algorithm>

namespace inbox::store {

using domain::Payment;

QList<Migration> AccountDatabase::migrations()
{
    return {
        {QStringLiteral("CREATE TABLE draft(conversation TEXT PRIMARY KEY, text TEXT NOT NULL,"
                        " caret INTEGER NOT NULL, quoted TEXT NOT NULL) STRICT, WITHOUT ROWID")},
        // `number` keeps the order of asking. Times are milliseconds since 1970, UTC.
        {QStringLiteral("CREATE TABLE intent(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
                        " kind TEXT NOT NULL, state TEXT NOT NULL, conversation TEXT NOT NULL,"
                        " created INTEGER NOT NULL, changed INTEGER NOT NULL, details TEXT NOT NULL) STRICT"),
         QStringLiteral("CREATE INDEX unfinished_intent ON intent(number)"
                        " WHERE state IN('queued','sending','unknown','failed')"),
         // Whatever the program believes: a second paid restart cannot even be written down.
         QStringLiteral("CREATE UNIQUE INDEX one_open_restart ON intent(conversation)"
                        " WHERE kind='restart' AND state IN('queued','sending','unknown')"),
         QStringLiteral("CREATE TABLE payment(intent TEXT PRIMARY KEY REFERENCES intent(id),"
                        " line TEXT NOT NULL, agent TEXT NOT NULL, cents INTEGER NOT NULL,"
                        " answered INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID")},
        // What was read from the server. `oldest` is when the oldest stored message was sent; `joined` is
        // store::Before; `data` is the codec's.
        {QStringLiteral("CREATE TABLE conversation(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
                        " activity INTEGER NOT NULL, oldest INTEGER, data BLOB NOT NULL) STRICT"),
         QStringLiteral("CREATE INDEX latest_conversation ON conversation(activity)"),
         QStringLiteral("CREATE INDEX oldest_message ON conversation(oldest) WHERE oldest IS NOT NULL"),
         // A thread lies together on the disk, in its order.
         QStringLiteral("CREATE TABLE message(conversation INTEGER NOT NULL"
                        " REFERENCES conversation(number) ON DELETE CASCADE, place INTEGER NOT NULL,"
                        " id TEXT NOT NULL, sent INTEGER, joined INTEGER NOT NULL, data BLOB NOT NULL,"
                        " PRIMARY KEY(conversation, place, id)) STRICT, WITHOUT ROWID"),
         QStringLiteral(
             "CREATE TABLE fact(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID")},
        {QStringLiteral("ALTER TABLE draft ADD COLUMN held INTEGER"),
         QStringLiteral("CREATE TABLE discarded_draft(id TEXT PRIMARY KEY, conversation TEXT NOT NULL,"
                        " customer TEXT NOT NULL, text TEXT NOT NULL, discarded INTEGER NOT NULL)"
                        " STRICT, WITHOUT ROWID")},
        // `details` is what all recipients have in common; `sent` is when a byte may first have left. A row
        // each: of thousands one is written at a time.
        {QStringLiteral(
             "CREATE TABLE opening(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
             " state TEXT NOT NULL, created INTEGER NOT NULL, paid INTEGER NOT NULL, cents INTEGER,"
             " agent TEXT NOT NULL, details TEXT NOT NULL, error TEXT NOT NULL) STRICT"),
         QStringLiteral("CREATE TABLE recipient(opening INTEGER NOT NULL"
                        " REFERENCES opening(number) ON DELETE CASCADE, place INTEGER NOT NULL,"
                        " state TEXT NOT NULL, phone TEXT NOT NULL, person TEXT NOT NULL, sent INTEGER,"
                        " conversation TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY(opening, place))"
                        " STRICT, WITHOUT ROWID"),
         QStringLiteral("CREATE INDEX sent_recipient ON recipient(sent) WHERE sent IS NOT NULL")},
        {QStringLiteral("ALTER TABLE draft ADD COLUMN note TEXT NOT NULL DEFAULT ''")},
        {QStringLiteral("ALTER TABLE draft ADD COLUMN files TEXT NOT NULL DEFAULT ''")},
        {QStringLiteral("ALTER TABLE discarded_draft ADD COLUMN files TEXT NOT NULL DEFAULT ''")},
        {QStringLiteral("ALTER TABLE draft ADD COLUMN edited_note TEXT NOT NULL DEFAULT ''"),
         QStringLiteral("ALTER TABLE draft ADD COLUMN edited_note_before TEXT NOT NULL DEFAULT ''"),
         QStringLiteral("ALTER TABLE draft ADD COLUMN edited_note_text TEXT NOT NULL DEFAULT ''")},
    };
}

AccountDatabase::AccountDatabase(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_drafts(*m_database)
    , m_intents(*m_database, m_drafts)
    , m_history(*m_database)
    , m_openings(*m_database)
{
}

Result<QList<Payment>> AccountDatabase::payments()
{
    const auto restarts = m_intents.payments();
    if (!restarts)
        return restarts;
    const auto opened = m_openings.payments();
    if (!opened)
        return opened;
    QList<Payment> all = *restarts + *opened;
    std::stable_sort(all.begin(), all.end(), [](const Payment &a, const Payment &b) { return a.at > b.at; });
    return all;
}

Result<std::unique_ptr<AccountDatabase>> AccountDatabase::open(const QString &path, bool thoroughly)
{
    const QStringList history{QStringLiteral("conversation"), QStringLiteral("message"),
                              QStringLiteral("fact")};
    return Database::open(path, migrations(), thoroughly ? QStringList() : history)
        .and_then([](std::unique_ptr<Database> database) -> Result<std::unique_ptr<AccountDatabase>> {
            // What was typed and asked for exists nowhere else; the history can be read again.
            const auto saved = database->salvage(
                {QStringLiteral("draft"), QStringLiteral("intent"), QStringLiteral("payment"),
                 QStringLiteral("discarded_draft"), QStringLiteral("opening"), QStringLiteral("recipient")});
            if (!saved)
                return Failure(saved.error());
            return std::unique_ptr<AccountDatabase>(new AccountDatabase(std::move(database)));
        });
}

} // namespace inbox::store
