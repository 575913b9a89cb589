// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/records/ledgercsv.h"

#include "services/domain/csv.h"
#include "ui/text/recordwords.h"

namespace inbox::ui {

using models::LedgerRow;

QByteArray LedgerCsv::of(const QList<LedgerRow> &rows)
{
    constexpr int kCents = 100;
    domain::CsvWriter csv;
    csv.add({tr("Time"), tr("Account"), tr("Customer"), tr("Conversation"), tr("Line"), tr("Agent"),
             tr("Price in EUR, about"), tr("Outcome"), tr("Answered")});
    for (const LedgerRow &row : rows) {
        csv.add({row.payment.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                 row.accountName, row.payment.customer, row.payment.conversation.value(), row.payment.line,
                 row.payment.agent, QString::number(double(row.payment.cents) / kCents, 'f', 2),
                 RecordWords::outcome(row.outcome), row.payment.answered ? tr("yes") : tr("no")});
    }
    return csv.bytes();
}

} // namespace inbox::ui
