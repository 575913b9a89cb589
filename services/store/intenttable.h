// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/intent.h"
#include "services/store/database.h"

namespace inbox::store {

class DraftTable;

// What the person asked of the server, and the ledger of what was paid for. Lives on the store's thread;
// everything is on disk when a function returns.
class IntentTable {
public:
    IntentTable(Database &database, DraftTable &drafts)
        : m_database(database)
        , m_drafts(drafts)
    {
    }

    // False: a restart of this conversation is open already. What is sent leaves the conversation's draft in
    // the same step.
    Result<bool> add(const domain::Intent &intent, const std::optional<domain::Payment> &payment = {});
    Result<void> update(const domain::Intent &intent);
    // Gives it up; its words go back into the conversation's draft in the same step.
    Result<void> takeBack(domain::Intent intent);
    // In the order they were asked for.
    Result<QList<domain::Intent>> unfinished();
    // Failed messages that were sent again with success since `since`.
    Result<QList<domain::MessageId>> duplicated(const QDateTime &since);
    // Latest first.
    Result<QList<domain::Payment>> payments();
    Result<void> setAnswered(const domain::IntentId &payment);
    // Forgets finished intents older than that; what was paid for stays.
    Result<void> forgetBefore(const QDateTime &time);

private:
    Database &m_database;
    DraftTable &m_drafts;
};

} // namespace inbox::store
