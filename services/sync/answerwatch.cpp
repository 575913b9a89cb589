// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/answerwatch.h"

#include <algorithm>

namespace inbox::sync {

using namespace domain;

QString digitsOf(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits;
}

QStringList numbersOf(const Conversation &conversation)
{
    QStringList numbers;
    if (!conversation.customer)
        return numbers;
    const std::optional<Profile> &profile = conversation.customer->profile;
    for (const QString &number :
         {conversation.customer->displayId, profile ? profile->phoneNumber : QString()}) {
        const QString digits = digitsOf(number);
        if (!digits.isEmpty() && !numbers.contains(digits))
            numbers << digits;
    }
    return numbers;
}

OptionalTime customerWroteAt(const Conversation &conversation)
{
    OptionalTime at = conversation.lastCustomerReplyAt;
    if (conversation.latestCustomerMessage)
        at = std::max(at, conversation.latestCustomerMessage->sentAt);
    if (conversation.latestMessage && conversation.latestMessage->author == MessageAuthor::Customer)
        at = std::max(at, conversation.latestMessage->sentAt);
    return at;
}

void AnswerWatch::add(const Row &row, const QDateTime &sentAt, const ConversationId &conversation,
                      const QString &phone)
{
    m_sentAt.insert(row, sentAt);
    if (!conversation.isEmpty() && !m_byConversation.contains(conversation, row))
        m_byConversation.insert(conversation, row);
    const QString digits = digitsOf(phone);
    if (!digits.isEmpty() && !m_byNumber.contains(digits, row))
        m_byNumber.insert(digits, row);
}

void AnswerWatch::remove(const Row &row)
{
    m_sentAt.remove(row);
}

QList<AnswerWatch::Row> AnswerWatch::answeredIn(const Conversation &conversation)
{
    if (m_sentAt.isEmpty())
        return {};
    const OptionalTime written = customerWroteAt(conversation);
    if (!written)
        return {};
    QList<Row> rows = m_byConversation.values(conversation.key.id);
    const QStringList numbers = numbersOf(conversation);
    for (const QString &number : numbers)
        rows += m_byNumber.values(number);
    QList<Row> answered;
    for (const Row &row : std::as_const(rows)) {
        const auto waits = m_sentAt.constFind(row);
        if (waits == m_sentAt.cend() || *written <= *waits)
            continue;
        m_sentAt.erase(waits);
        answered << row;
    }
    return answered;
}

} // namespace inbox::sync
