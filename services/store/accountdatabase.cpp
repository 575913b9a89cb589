// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/accountdatabase.h"

namespace inbox::store {

using namespace domain;

QList<Migration> AccountDatabase::migrations()
{
    return {
        {QStringLiteral("CREATE TABLE draft(conversation TEXT PRIMARY KEY, text TEXT NOT NULL,"
                        " caret INTEGER NOT NULL, quoted TEXT NOT NULL) STRICT, WITHOUT ROWID")},
    };
}

AccountDatabase::AccountDatabase(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

Result<std::unique_ptr<AccountDatabase>> AccountDatabase::open(const QString &path)
{
    return Database::open(path, migrations()).map([](std::unique_ptr<Database> database) {
        return std::unique_ptr<AccountDatabase>(new AccountDatabase(std::move(database)));
    });
}

Result<Drafts> AccountDatabase::drafts()
{
    auto rows = m_database->run(QStringLiteral("SELECT conversation, text, caret, quoted FROM draft"));
    if (!rows)
        return Failure(rows.error());
    Drafts all;
    while (rows->next()) {
        all.insert(ConversationId(rows->value(0).toString()),
                   {rows->value(1).toString(), rows->value(2).toInt(), MessageId(rows->value(3).toString())});
    }
    return all;
}

Result<void> AccountDatabase::saveDraft(const ConversationId &conversation, const Draft &draft)
{
    // A null QString would be bound as NULL.
    const auto text = [](const QString &value) { return value.isNull() ? QStringLiteral("") : value; };
    const auto done = draft.isWorthKeeping()
        ? m_database->run(QStringLiteral("INSERT INTO draft(conversation, text, caret, quoted)"
                                         " VALUES(?, ?, ?, ?) ON CONFLICT(conversation) DO UPDATE SET"
                                         " text=excluded.text, caret=excluded.caret, quoted=excluded.quoted"),
                          {conversation.value(), text(draft.text), draft.caret, text(draft.quoted.value())})
        : m_database->run(QStringLiteral("DELETE FROM draft WHERE conversation=?"), {conversation.value()});
    return done ? Result<void>() : Failure(done.error());
}

} // namespace inbox::store
