// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/records/ledgercsv.h"

#include "ui/text/recordwords.h"

namespace inbox::ui {

using models::LedgerRow;

QString LedgerCsv::cell(const QString &text)
{
    QString cell = text;
    if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front()))
        cell.prepend(u'\'');
    if (std::none_of(cell.cbegin(), cell.cend(),
                     [](QChar c) { return c == u'"' || c == u',' || c == u'\r' || c == u'\n'; }))
        return cell;
    return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QByteArray LedgerCsv::of(const QList<LedgerRow> &rows)
{
    constexpr int kCents = 100;
    QString text(QChar::ByteOrderMark);
    const auto add = [&text](const QStringList &cells) {
        QStringList safe;
        for (const QString &one : cells)
            safe << cell(one);
        text += safe.join(u',') + QStringLiteral("\r\n");
    };
    add({tr("Time"), tr("Account"), tr("Customer"), tr("Conversation"), tr("Line"), tr("Agent"),
         tr("Price in EUR, about"), tr("Outcome"), tr("Answered")});
    for (const LedgerRow &row : rows) {
        add({row.payment.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), row.accountName,
             row.payment.customer, row.payment.conversation.value(), row.payment.line, row.payment.agent,
             QString::number(double(row.payment.cents) / kCents, 'f', 2), RecordWords::outcome(row.outcome),
             row.payment.answered ? tr("yes") : tr("no")});
    }
    return text.toUtf8();
}

} // namespace inbox::ui
