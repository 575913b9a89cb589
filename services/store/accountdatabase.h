// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/draft.h"
#include "services/store/database.h"

#include <QHash>

namespace inbox::store {

using Drafts = QHash<domain::ConversationId, domain::Draft>;

// What is kept of one account. Lives on the store's thread.
class AccountDatabase {
public:
    static Result<std::unique_ptr<AccountDatabase>> open(const QString &path);
    // One step for each version ever released.
    static QList<Migration> migrations();

    const std::optional<Problem> &problem() const { return m_database->problem(); }

    Result<Drafts> drafts();
    // On disk when this returns. A draft that is not worth keeping is taken out.
    Result<void> saveDraft(const domain::ConversationId &conversation, const domain::Draft &draft);

private:
    explicit AccountDatabase(std::unique_ptr<Database> database);

    std::unique_ptr<Database> m_database;
};

} // namespace inbox::store
