// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/openingcsv.h"

#include "services/domain/csv.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"

namespace inbox::ui {

using namespace domain;

QByteArray OpeningCsv::bad(const QList<models::BadRow> &rows)
{
    CsvWriter csv;
    csv.add({tr("Row"), tr("Reason"), tr("As it stood")});
    for (const models::BadRow &row : rows)
        csv.add({QString::number(row.row), OpeningWords::problem(row.problem), row.text});
    return csv.bytes();
}

QByteArray OpeningCsv::results(const Opening &opening)
{
    CsvWriter csv;
    csv.add({tr("Phone"), tr("Name"), tr("E-mail"), tr("State"), tr("Reason"), tr("Conversation"),
             tr("Message")});
    const qsizetype count = std::min(opening.recipients.size(), opening.results.size());
    for (qsizetype i = 0; i < count; ++i) {
        const Recipient &recipient = opening.recipients.at(i);
        const RecipientResult &result = opening.results.at(i);
        const QString reason = !result.reason.isEmpty() ? result.reason
            : result.error                              ? Words::errorReason(*result.error)
                                                        : QString();
        csv.add({recipient.phone, recipient.name, recipient.email, OpeningWords::state(result.state), reason,
                 result.conversation.value(), result.message.value()});
    }
    return csv.bytes();
}

} // namespace inbox::ui
