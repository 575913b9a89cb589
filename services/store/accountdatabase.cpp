// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/accountdatabase.h"

namespace inbox::store {

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
        {QStringLiteral("ALTER TABLE draft ADD COLUMN held INTEGER"),
         QStringLiteral("CREATE TABLE discarded_draft(id TEXT PRIMARY KEY, conversation TEXT NOT NULL,"
                        " customer TEXT NOT NULL, text TEXT NOT NULL, discarded INTEGER NOT NULL)"
                        " STRICT, WITHOUT ROWID")},
    };
}

AccountDatabase::AccountDatabase(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_drafts(*m_database)
    , m_intents(*m_database, m_drafts)
{
}

Result<std::unique_ptr<AccountDatabase>> AccountDatabase::open(const QString &path)
{
    return Database::open(path, migrations()).map([](std::unique_ptr<Database> database) {
        return std::unique_ptr<AccountDatabase>(new AccountDatabase(std::move(database)));
    });
}

} // namespace inbox::store
