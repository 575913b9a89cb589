// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/zild/encoders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace inbox::backends::zild {

using namespace domain;

namespace {

constexpr qint64 mostInt32 = std::numeric_limits<qint32>::max();
constexpr qint64 lastIntegrationType = 18;

std::optional<qint64> number(const QString &text, qint64 most)
{
    const bool digits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 value = text.toLongLong(&fits);
    return digits && fits && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<QJsonArray> numbers(const QString &lines)
{
    QJsonArray all;
    const QStringList words = lines.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.trimmed().isEmpty())
            continue;
        const auto value = number(word.trimmed(), mostInt32);
        if (!value)
            return std::nullopt;
        all.append(*value);
    }
    return all;
}

// nullopt: what was written there is no value of the field.
std::optional<QJsonValue> valueOf(const QString &field, const QString &text)
{
    if (field == QLatin1String("liveAgent")) {
        if (text == QLatin1String("true") || text == QLatin1String("1"))
            return QJsonValue(true);
        if (text == QLatin1String("false") || text == QLatin1String("0"))
            return QJsonValue(false);
        return std::nullopt;
    }
    if (field == QLatin1String("accountIds") || field == QLatin1String("contactIds")) {
        const auto all = numbers(text);
        return all ? std::optional(QJsonValue(*all)) : std::nullopt;
    }
    static const QStringList ids{QStringLiteral("channelId"),
                                 QStringLiteral("botId"),
                                 QStringLiteral("conversationTemplateId"),
                                 QStringLiteral("counterpartUserId"),
                                 QStringLiteral("userId"),
                                 QStringLiteral("queueId"),
                                 QStringLiteral("conversationIntegrationType")};
    if (!ids.contains(field))
        return std::nullopt;
    const bool isEnum = field == QLatin1String("conversationIntegrationType");
    const auto value = number(text, isEnum ? lastIntegrationType : mostInt32);
    return value ? std::optional(QJsonValue(*value)) : std::nullopt;
}

Failure refused(const QString &field)
{
    Error error{ErrorKind::LocalFailure, Outcome::NotSent};
    error.detail = field;
    return Failure(error);
}

} // namespace

bool takesField(const QString &field, const QString &value)
{
    return valueOf(field, value).has_value();
}

Result<QByteArray> encodeOpening(const OpeningRequest &request)
{
    QJsonObject body;
    for (auto it = request.plan.fields.cbegin(); it != request.plan.fields.cend(); ++it) {
        const QString text = it.value().trimmed();
        if (text.isEmpty())
            continue;
        const auto value = valueOf(it.key(), text);
        if (!value)
            return refused(it.key());
        body.insert(it.key(), *value);
    }
    QJsonArray phones;
    for (const Recipient &recipient : request.recipients) {
        // Everybody in a request gets the same words.
        if (recipient.phone.isEmpty() || recipient.variables != request.recipients.constFirst().variables)
            return refused(QStringLiteral("recipient"));
        phones.append(recipient.phone);
    }
    if (phones.isEmpty())
        return refused(QStringLiteral("recipient"));
    body.insert(QStringLiteral("recipient"), phones);
    QJsonObject variables;
    const QMap<QString, QString> &given = request.recipients.constFirst().variables;
    for (auto it = given.cbegin(); it != given.cend(); ++it)
        variables.insert(it.key(), it.value());
    if (!variables.isEmpty())
        body.insert(QStringLiteral("contentVariables"), variables);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace inbox::backends::zild
