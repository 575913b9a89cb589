// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/ledgermodel.h"

#include "services/sync/openings.h"

namespace inbox::models {

using namespace domain;
using Outcome = LedgerRow::Outcome;

namespace {

constexpr std::chrono::milliseconds gather{20};

Outcome outcomeOf(Intent::State state)
{
    switch (state) {
    case Intent::State::Accepted:
        return Outcome::Accepted;
    case Intent::State::Queued: // not begun: nothing was paid
    case Intent::State::Failed:
    case Intent::State::Withdrawn:
        return Outcome::NotSent;
    default:
        return Outcome::Unknown;
    }
}

} // namespace

LedgerModel::LedgerModel(sync::Inbox &inbox, QObject *parent)
    : RowsModel(parent)
    , m_inbox(inbox)
{
    m_update.setSingleShot(true);
    m_update.setInterval(gather);
    connect(&m_update, &QTimer::timeout, this, &LedgerModel::update);
    connect(&inbox, &sync::Inbox::paymentsRead, this, &LedgerModel::takeRead);
    connect(&inbox, &sync::Inbox::sessionAdded, this, &LedgerModel::follow);
    connect(&inbox, &sync::Inbox::sessionRemoved, &m_update, qOverload<>(&QTimer::start));
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        follow(session->id());
}

void LedgerModel::follow(const AccountId &account)
{
    const sync::AccountSession *session = m_inbox.session(account);
    if (!session)
        return;
    const auto read = [this, account] { m_inbox.readPayments(account); };
    connect(session, &sync::AccountSession::restartFinished, this, read);
    connect(session, &sync::AccountSession::replyStateChanged, this, read);
    // A long one is looked at when it rests: thousands of payments are not read again after each.
    connect(&session->openings(), &sync::Openings::openingChanged, this,
            [read, session](const OpeningId &id) {
                const Opening *opening = session->openings().find(id);
                if (!opening || opening->state != Opening::State::Running)
                    read();
            });
    // Names come with the conversations.
    connect(session, &sync::AccountSession::conversationsChanged, this, [this, account] {
        if (!m_update.isActive() && !m_payments.value(account).isEmpty())
            m_update.start();
    });
    connect(session, &sync::AccountSession::configChanged, &m_update, qOverload<>(&QTimer::start));
    read();
}

void LedgerModel::takeRead(const AccountId &account, const QList<Payment> &payments)
{
    m_payments.insert(account, payments);
    update();
}

void LedgerModel::update()
{
    m_payments.removeIf([this](const auto &entry) { return !m_inbox.session(entry.key()); });
    QList<LedgerRow> rows;
    for (auto it = m_payments.cbegin(); it != m_payments.cend(); ++it) {
        const sync::AccountSession *session = m_inbox.session(it.key());
        for (const Payment &payment : it.value()) {
            LedgerRow row;
            row.key = {it.key(), payment.conversation};
            row.payment = payment;
            row.outcome = outcomeOf(payment.state);
            if (payment.answered)
                row.answer = LedgerRow::Answer::Yes;
            else if (!session->capabilities().has(Capability::ListConversations))
                row.answer = LedgerRow::Answer::NotKnown;
            row.accountName = session->config().name;
            if (hasSeveralAccounts())
                row.accountColor = session->config().color;
            if (const Conversation *c = session->conversation(payment.conversation)) {
                row.isKnown = true;
                row.payment.customer = customerName(*c);
            }
            rows << row;
        }
    }
    std::sort(rows.begin(), rows.end(), [](const LedgerRow &a, const LedgerRow &b) {
        return a.payment.at != b.payment.at ? a.payment.at > b.payment.at
                                            : a.payment.intent < b.payment.intent;
    });
    become(rows);
}

QList<LedgerMonth> LedgerModel::months() const
{
    QList<LedgerMonth> months;
    for (const LedgerRow &row : rows()) {
        if (row.outcome == Outcome::NotSent)
            continue;
        const QDate day = row.payment.at.toLocalTime().date();
        const QDate month(day.year(), day.month(), 1);
        if (months.isEmpty() || months.constLast().month != month) {
            LedgerMonth next;
            next.month = month;
            months << next;
        }
        LedgerSum &sum = row.outcome == Outcome::Accepted ? months.last().accepted : months.last().unknown;
        ++sum.count;
        if (row.payment.cents)
            sum.cents += *row.payment.cents;
        else
            ++sum.withoutPrice;
    }
    return months;
}

} // namespace inbox::models
