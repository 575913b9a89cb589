// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/store/drafttable.h"
#include "services/store/historytable.h"
#include "services/store/intenttable.h"
#include "services/store/openingtable.h"

namespace inbox::store {

// What is kept of one account. Lives on the store's thread.
class AccountDatabase {
public:
    // What was read from the server can be large, and read again: it is only looked through for damage when
    // `thoroughly`.
    static Result<std::unique_ptr<AccountDatabase>> open(const QString &path, bool thoroughly = false);
    // One step for each version ever released.
    static QList<Migration> migrations();

    const std::optional<Problem> &problem() const { return m_database->problem(); }

    DraftTable &drafts() { return m_drafts; }
    IntentTable &intents() { return m_intents; }
    HistoryTable &history() { return m_history; }
    OpeningTable &openings() { return m_openings; }
    // Everything that was paid for, whatever way; the latest first.
    Result<QList<domain::Payment>> payments();

private:
    explicit AccountDatabase(std::unique_ptr<Database> database);

    std::unique_ptr<Database> m_database;
    DraftTable m_drafts;
    IntentTable m_intents;
    HistoryTable m_history;
    OpeningTable m_openings;
};

} // namespace inbox::store
