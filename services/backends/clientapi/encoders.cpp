// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/encoders.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace inbox::backends::clientapi {

namespace {

domain::Failure refused()
{
    return domain::Failure(domain::Error{domain::ErrorKind::LocalFailure, domain::Outcome::NotSent});
}

std::optional<qint64> number(const QString &id)
{
    const bool digits =
        !id.isEmpty() && std::all_of(id.begin(), id.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 value = id.toLongLong(&fits);
    return digits && fits ? std::optional(value) : std::nullopt;
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

domain::Result<QString> encodeId(const QString &id)
{
    const auto value = number(id);
    if (!value)
        return refused();
    return QString::number(*value);
}

Bytes encodeText(const QString &text, const domain::MessageId &quoted)
{
    if (text.trimmed().isEmpty())
        return refused();
    QJsonObject message{{QStringLiteral("type"), QStringLiteral("text")},
                        {QStringLiteral("text"), QJsonObject{{QStringLiteral("content"), text}}}};
    if (!quoted.isEmpty()) {
        const auto reference = number(quoted.value());
        if (!reference)
            return refused();
        message.insert(QStringLiteral("reference_id"), *reference);
    }
    return bytes(message);
}

Bytes encodeUpdate(const ConversationUpdate &change)
{
    QJsonObject object;
    if (change.status) {
        const QString key = QStringLiteral("status");
        switch (*change.status) {
        case domain::ConversationStatus::Unknown:
        case domain::ConversationStatus::Bot: // not of this API
            return refused();
        case domain::ConversationStatus::ToDo:
            object.insert(key, QStringLiteral("to-do"));
            break;
        case domain::ConversationStatus::InProgress:
            object.insert(key, QStringLiteral("in-progress"));
            break;
        case domain::ConversationStatus::Done:
            object.insert(key, QStringLiteral("done"));
            break;
        }
    }
    if (change.assignee) {
        const QString key = QStringLiteral("user_id");
        if (change.assignee->isEmpty()) {
            object.insert(key, QJsonValue::Null);
        } else {
            const auto user = number(change.assignee->value());
            if (!user)
                return refused();
            object.insert(key, *user);
        }
    }
    if (object.isEmpty())
        return refused();
    return bytes(object);
}

Bytes encodeReaction(const QString &emoji)
{
    return bytes({{QStringLiteral("reaction"), emoji.isEmpty() ? QJsonValue() : QJsonValue(emoji)}});
}

Bytes encodeNote(const QString &text)
{
    return bytes({{QStringLiteral("text"), text}});
}

} // namespace inbox::backends::clientapi
