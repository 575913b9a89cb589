// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/records/ledgercsv.h"

#include "services/domain/csv.h"
#include "ui/text/recordwords.h"

#include <QLocale>

namespace inbox::ui {

using models::LedgerRow;

QByteArray LedgerCsv::of(const QList<LedgerRow> &rows)
{
    constexpr int kCents = 100;
    domain::CsvWriter csv;
    csv.add({tr("Time"), tr("Account"), tr("Customer"), tr("Conversation"), tr("Line"), tr("Agent"),
             tr("Price in EUR, about"), tr("Outcome"), tr("Answered")});
    const auto price = [](const std::optional<int> &cents) {
        return cents ? QLocale().toString(double(*cents) / kCents, 'f', 2) : tr("not known");
    };
    const auto answer = [](LedgerRow::Answer answer) {
        return answer == LedgerRow::Answer::Yes ? tr("yes")
            : answer == LedgerRow::Answer::No   ? tr("no")
                                                : tr("not known");
    };
    for (const LedgerRow &row : rows) {
        csv.add({row.payment.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                 row.accountName, row.payment.customer, row.payment.conversation.value(), row.payment.line,
                 row.payment.agent, price(row.payment.cents), RecordWords::outcome(row.outcome),
                 answer(row.answer)});
    }
    return csv.bytes();
}

} // namespace inbox::ui
