// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/net/outcome.h"

#include "services/net/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace inbox::net {

using domain::ErrorKind;
using domain::Outcome;
using Stopped = Ending::Stopped;

namespace {

enum HttpStatus {
    MultipleChoices = 300,
    Found = 302,
    SeeOther = 303,
    BadRequest = 400,
    Unauthorized = 401,
    Forbidden = 403,
    NotFound = 404,
    RequestTimeout = 408,
    Gone = 410,
    TooManyRequests = 429,
    InternalServerError = 500,
};

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case Unauthorized:
        return ErrorKind::BadCredential;
    case Forbidden:
        return ErrorKind::Forbidden;
    case NotFound:
    case Gone:
        return ErrorKind::NotFound;
    case RequestTimeout:
        return ErrorKind::ServerError;
    case TooManyRequests:
        return ErrorKind::RateLimited;
    default:
        break;
    }
    if (status < BadRequest)
        return ErrorKind::Redirected;
    return status < InternalServerError ? ErrorKind::Rejected : ErrorKind::ServerError;
}

ErrorKind kindOfNetworkError(QNetworkReply::NetworkError error, bool answered)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return ErrorKind::ConnectionRefused;
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return ErrorKind::HostNotFound;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::OperationCanceledError: // what setTransferTimeout() reports
        return ErrorKind::Timeout;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::BadCertificate;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return ErrorKind::Offline;
    case QNetworkReply::UnknownContentError:
        // With a 2xx this is Qt's guard against decompression bombs.
        return answered ? ErrorKind::TooLarge : ErrorKind::ConnectionLost;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return ErrorKind::LocalFailure;
    case QNetworkReply::UnknownNetworkError:
        return answered ? ErrorKind::ConnectionLost : ErrorKind::Offline;
    default:
        return ErrorKind::ConnectionLost;
    }
}

bool provenUnsent(const Ending &ending)
{
    if (ending.httpStatus != 0 || ending.requestsSent > 0 || ending.bodyTaken)
        return false;
    if (!ending.emptyBody)
        return true;
    // Qt does not count an empty body as sent: only what fails before the first byte can be trusted.
    switch (ending.networkError) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return true;
    case QNetworkReply::SslHandshakeFailedError:
        return !ending.encrypted;
    default:
        return false;
    }
}

bool isBidiControl(QChar c)
{
    const ushort u = c.unicode();
    return u == 0x200E || u == 0x200F || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

QString shownText(QString text, const QList<QByteArray> &secrets)
{
    // Much more than is shown; some of the patterns below take time with the square of the length.
    constexpr qsizetype longestRead = 2'000;
    if (text.size() > longestRead) {
        const qsizetype blank = text.lastIndexOf(u' ', longestRead); // half a secret would not be known
        text.truncate(blank > 0 ? blank : longestRead);
    }
    // First of all: without them a secret that was parted by one would be whole again.
    text.removeIf(isBidiControl);
    for (const QByteArray &secret : secrets) {
        constexpr int shortest = 4; // shorter ones would blank half the sentence
        if (secret.size() >= shortest)
            text.replace(QString::fromUtf8(secret), QStringLiteral("[redacted]"));
    }
    static const QRegularExpression url(QStringLiteral(R"re([a-z][a-z0-9+.-]{0,30}://\S+)re"),
                                        QRegularExpression::CaseInsensitiveOption);
    text.replace(url, QStringLiteral("…"));
    text = redact(text);
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : std::as_const(text)) {
        if (c.isSpace() || c.category() == QChar::Other_Control)
            clean.append(u' ');
        else
            clean.append(c);
    }
    clean = clean.simplified();
    constexpr int longest = 300;
    if (clean.size() > longest) {
        clean.truncate(longest - 1);
        if (clean.back().isHighSurrogate())
            clean.chop(1);
        clean.append(u'…');
    }
    return clean;
}

// The first string below `value`, the way validators answer: {"field": ["what is wrong"]}.
QString firstString(const QJsonValue &value, int depth = 0)
{
    constexpr int deepest = 3;
    if (value.isString())
        return value.toString();
    if (depth == deepest)
        return {};
    QJsonArray children = value.toArray();
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        children.append(object.value(QLatin1String("message"))); // rather than a code beside it
        for (const QJsonValue &child : object)
            children.append(child);
    }
    for (const QJsonValue &child : std::as_const(children)) {
        if (const QString found = firstString(child, depth + 1); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

std::optional<ErrorKind> failureOf(const Ending &ending)
{
    // A refusal counts from its status line on, however its body ended.
    if (ending.httpStatus >= MultipleChoices)
        return kindOfStatus(ending.httpStatus);
    switch (ending.stopped) {
    case Stopped::Canceled:
        return ErrorKind::Canceled;
    case Stopped::Deadline:
        return ErrorKind::Timeout;
    case Stopped::TooLarge:
        return ErrorKind::TooLarge;
    case Stopped::Truncated:
        return ErrorKind::ConnectionLost;
    case Stopped::Unwritable:
        return ErrorKind::LocalFailure;
    case Stopped::Unreadable:
        return ErrorKind::NotThisApi;
    case Stopped::No:
        break;
    }
    if (ending.networkError != QNetworkReply::NoError)
        return kindOfNetworkError(ending.networkError, ending.httpStatus != 0);
    constexpr int ok = 200;
    if (ending.httpStatus < ok)
        return ErrorKind::NotThisApi;
    return std::nullopt;
}

Outcome outcomeOf(const Ending &ending)
{
    if (provenUnsent(ending))
        return Outcome::NotSent;
    const int status = ending.httpStatus;
    // 302 and 303 are also how web programs answer after having done what was asked.
    if (status >= MultipleChoices && status < InternalServerError && status != RequestTimeout
        && status != Found && status != SeeOther)
        return Outcome::Refused;
    return Outcome::Unknown;
}

ErrorText errorText(const QByteArray &body, const QList<QByteArray> &secrets)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QString text;
    for (const char *key : {"message", "error", "detail", "errors", "title"}) {
        text = firstString(object.value(QLatin1String(key)));
        if (!text.isEmpty())
            break;
    }
    // "The given data was invalid." says nothing without what a validator has against it.
    const QString reason = firstString(object.value(QLatin1String("errors")));
    if (!text.contains(reason))
        text += u' ' + reason;
    ErrorText result{shownText(text, secrets), {}};
    for (const char *key : {"permission", "missing_permission", "required_permission"}) {
        if (result.permission.isEmpty())
            result.permission = shownText(object.value(QLatin1String(key)).toString(), secrets);
    }
    static const QRegularExpression named(
        QStringLiteral(R"re(permissions?\b\W{0,4}([A-Za-z]\w*(?:[.:-]\w+)+))re"),
        QRegularExpression::CaseInsensitiveOption);
    if (result.permission.isEmpty())
        result.permission = named.match(result.detail).captured(1);
    return result;
}

bool isJsonType(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type == "application/json" || type.endsWith("+json");
}

} // namespace inbox::net
