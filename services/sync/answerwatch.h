// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"
#include "services/domain/opening.h"

#include <QMultiHash>

namespace inbox::sync {

QString digitsOf(const QString &phone);
// What the customer of this conversation can be called at, digits only.
QStringList numbersOf(const domain::Conversation &conversation);
// When the customer last wrote in it, as far as it says.
domain::OptionalTime customerWroteAt(const domain::Conversation &conversation);

// Whom we wrote to first and who has not answered yet, found by their conversation or their number. Owned by
// Openings; decides nothing else.
class AnswerWatch {
public:
    struct Row {
        domain::OpeningId opening;
        qsizetype place = 0; // of the recipient
        friend bool operator==(const Row &, const Row &) = default;
        friend size_t qHash(const Row &row, size_t seed = 0)
        {
            return qHashMulti(seed, row.opening, row.place);
        }
    };

    bool isEmpty() const { return m_sentAt.isEmpty(); }
    // `sentAt`: what the customer writes after it is an answer. Both ways of finding them may be empty.
    void add(const Row &row, const QDateTime &sentAt, const domain::ConversationId &conversation,
             const QString &phone);
    void remove(const Row &row);
    // Who has answered in this conversation; they are no longer waited for.
    QList<Row> answeredIn(const domain::Conversation &conversation);

private:
    QHash<Row, QDateTime> m_sentAt;
    // Rows that were taken out may still stand in these.
    QMultiHash<domain::ConversationId, Row> m_byConversation;
    QMultiHash<QString, Row> m_byNumber;
};

} // namespace inbox::sync
