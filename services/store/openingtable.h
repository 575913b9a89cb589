// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/intent.h"
#include "services/domain/opening.h"
#include "services/store/database.h"

#include <QHash>

namespace inbox::store {

// The conversations that were begun from our side, a row for each recipient. Lives on the store's thread;
// everything is on disk when a function returns.
class OpeningTable {
public:
    using Changes = QList<std::pair<qsizetype, domain::RecipientResult>>; // by place
    // A message that was or may have been sent, and whose customer has not answered yet.
    struct Unanswered {
        domain::OpeningId opening;
        qsizetype place = 0;
        QString phone;
        domain::ConversationId conversation;
        QDateTime sentAt; // UTC
    };

    explicit OpeningTable(Database &database)
        : m_database(database)
    {
    }

    // What is here already stays as it is.
    Result<void> add(const domain::Opening &opening);
    // Its own state, without its recipients.
    Result<void> setState(const domain::Opening &opening);
    // `at`: when they were set to Sending; others keep their time.
    Result<void> setResults(const domain::OpeningId &opening, const Changes &changes, const QDateTime &at);
    // It is no longer listed; what was sent and paid stays known.
    Result<void> forget(const domain::OpeningId &opening);
    // In the order they were begun. What a crash left Sending is Unknown.
    Result<QList<domain::Opening>> all();
    // When each number was last written to.
    Result<QHash<QString, QDateTime>> writtenSince(const QDateTime &since);
    // Of what the ledger lists, forgotten openings included.
    Result<QList<Unanswered>> unanswered();
    Result<void> setAnswered(const domain::OpeningId &opening, qsizetype place);
    // What was sent or may have been, and costs; the latest first.
    Result<QList<domain::Payment>> payments();

private:
    Result<void> addRecipients(const domain::Opening &opening, qint64 number);

    Database &m_database;
};

} // namespace inbox::store
