// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/draftlistmodel.h"
#include "models/ledgermodel.h"
#include "models/outboxmodel.h"

#include <QCoreApplication>

namespace inbox::ui {

// Sentences about what waits, what was typed and what was paid for. Pure functions over the application's
// locale and translator; everything returned is plain text.
class RecordWords {
    Q_DECLARE_TR_FUNCTIONS(RecordWords)

public:
    // --- Outbox ---
    static QString kind(const domain::Intent &intent); // "Reply", "Status: Done"
    static QString automation(domain::Automation::Kind kind); // "Event triggered"
    static QString words(const domain::Intent &intent); // what was written, on one line; may be empty
    static QString state(const models::OutboxRow &row);
    static QString waiting(int count); // "3 things wait", for the badge's name

    // --- Drafts ---
    static QString state(const models::DraftRow &row, const QDateTime &now);
    static QString offeredPreview(const QString &draft); // "Can be sent now: …"
    // In the composer. `answered`: it is the customer's answer that made it possible.
    static QString offer(const QDateTime &heldSince, const QDateTime &now, bool answered);

    // --- Ledger ---
    static QString price(const std::optional<int> &cents); // "about 0.11 €"
    static QString outcome(models::LedgerRow::Outcome outcome);
    static QString answer(models::LedgerRow::Answer answer); // empty: it cannot be known
    static QString month(const models::LedgerMonth &month); // "November 2026: 3 messages, about 0.33 €"
};

} // namespace inbox::ui
