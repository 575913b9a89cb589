// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/errorjson.h"

namespace inbox::store {

using namespace domain;

QJsonValue toJson(const OptionalTime &time)
{
    return time ? QJsonValue(double(time->toMSecsSinceEpoch())) : QJsonValue();
}

OptionalTime timeFrom(const QJsonValue &value)
{
    return value.isDouble() ? OptionalTime(QDateTime::fromMSecsSinceEpoch(qint64(value.toDouble()), Qt::UTC))
                            : std::nullopt;
}

QJsonObject toJson(const Error &error)
{
    return {
        {QStringLiteral("kind"), int(error.kind)},        {QStringLiteral("outcome"), int(error.outcome)},
        {QStringLiteral("status"), error.httpStatus},     {QStringLiteral("detail"), error.detail},
        {QStringLiteral("permission"), error.permission}, {QStringLiteral("retryAt"), toJson(error.retryAt)},
        {QStringLiteral("request"), error.requestId}};
}

Error errorFrom(const QJsonObject &json)
{
    Error error;
    error.kind = ErrorKind(json.value(QStringLiteral("kind")).toInt(int(ErrorKind::LocalFailure)));
    error.outcome = Outcome(json.value(QStringLiteral("outcome")).toInt(int(Outcome::Unknown)));
    error.httpStatus = json.value(QStringLiteral("status")).toInt();
    error.detail = json.value(QStringLiteral("detail")).toString();
    error.permission = json.value(QStringLiteral("permission")).toString();
    error.retryAt = timeFrom(json.value(QStringLiteral("retryAt")));
    error.requestId = json.value(QStringLiteral("request")).toString();
    return error;
}

} // namespace inbox::store
