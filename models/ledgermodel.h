// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/rowsmodel.h"
#include "services/sync/inbox.h"

#include <QDate>
#include <QTimer>

namespace inbox::models {

// One paid act: data without words.
struct LedgerRow {
    enum class Outcome { Accepted, Unknown, NotSent };
    enum class Answer { No, Yes, NotKnown }; // NotKnown: the account shows no customer's messages
    domain::ConversationKey key;
    bool isKnown = false; // the conversation was read: it can be opened
    domain::Payment payment;
    Outcome outcome = Outcome::Unknown;
    Answer answer = Answer::No;
    QString accountName;
    int accountColor = domain::noAccountColor; // set only when there are several accounts
    friend bool operator==(const LedgerRow &, const LedgerRow &) = default;

    bool isSameAs(const LedgerRow &other) const { return payment.intent == other.payment.intent; }
};

// Messages that were paid for, and what they cost as documented.
struct LedgerSum {
    int count = 0;
    int cents = 0; // of those that have a price
    int withoutPrice = 0; // nobody says what they cost
    friend bool operator==(const LedgerSum &, const LedgerSum &) = default;
};

// What a month cost. What is not known may or may not have been sent and charged.
struct LedgerMonth {
    QDate month; // its first day, local
    LedgerSum accepted;
    LedgerSum unknown;
    friend bool operator==(const LedgerMonth &, const LedgerMonth &) = default;
};

// Everything that was paid for in all accounts, the latest first. Reads itself anew when a restart has moved
// on. Owned by the workspace; GUI thread.
class LedgerModel : public RowsModel<LedgerRow> {
    Q_OBJECT
public:
    // `inbox` outlives the model.
    explicit LedgerModel(sync::Inbox &inbox, QObject *parent = nullptr);

    // The latest first. What was certainly not sent does not count.
    QList<LedgerMonth> months() const;
    bool hasSeveralAccounts() const { return m_inbox.sessions().size() > 1; }

private:
    void follow(const domain::AccountId &account);
    void takeRead(const domain::AccountId &account, const QList<domain::Payment> &payments);
    void update();

    sync::Inbox &m_inbox;
    QHash<domain::AccountId, QList<domain::Payment>> m_payments;
    QTimer m_update; // several signals tell of one change
};

} // namespace inbox::models
