// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/encoders.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

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

Bytes withReference(QJsonObject message, const domain::MessageId &quoted)
{
    if (!quoted.isEmpty()) {
        const auto reference = number(quoted.value());
        if (!reference)
            return refused();
        message.insert(QStringLiteral("reference_id"), *reference);
    }
    return bytes(message);
}

QString typeOf(domain::MediaKind kind)
{
    switch (kind) {
    case domain::MediaKind::Image:
        return QStringLiteral("image");
    case domain::MediaKind::Video:
        return QStringLiteral("video");
    case domain::MediaKind::Audio:
        return QStringLiteral("audio");
    case domain::MediaKind::Document:
        break;
    }
    return QStringLiteral("document");
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
    return withReference({{QStringLiteral("type"), QStringLiteral("text")},
                          {QStringLiteral("text"), QJsonObject{{QStringLiteral("content"), text}}}},
                         quoted);
}

Bytes encodeFile(const domain::Attachment &file, const domain::UploadedFile &uploaded, const QString &caption,
                 const domain::MessageId &quoted)
{
    const QString type = typeOf(file.kind);
    const bool isSound = file.kind == domain::MediaKind::Audio;
    if (uploaded.uuid.isEmpty() || (isSound && !caption.isEmpty()))
        return refused();
    QJsonObject own;
    if (isSound)
        own.insert(QStringLiteral("voice"), false);
    else if (!caption.isEmpty())
        own.insert(QStringLiteral("caption"), caption);
    if (file.kind == domain::MediaKind::Document)
        own.insert(QStringLiteral("filename"), file.name);
    return withReference({{QStringLiteral("type"), type},
                          {type, own},
                          {QStringLiteral("file"),
                           QJsonObject{{QStringLiteral("internal_uuid"), uploaded.uuid},
                                       {QStringLiteral("mime_type"), uploaded.mimeType},
                                       {QStringLiteral("size"), uploaded.size}}}},
                         quoted);
}

FormData encodeUpload(const domain::Attachment &file, const QByteArray &bytes)
{
    // Long and random: no file has it inside.
    const QByteArray boundary = "inbox-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    // What would end the quoted name or the line goes as browsers write it.
    QByteArray name = file.name.toUtf8();
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    QByteArray body;
    body.reserve(bytes.size() + 1024);
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n"
        + typeOf(file.kind).toUtf8() + "\r\n";
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
        + "\"\r\nContent-Type: " + file.mimeType.toUtf8() + "\r\n\r\n";
    body += bytes;
    body += "\r\n--" + boundary + "--\r\n";
    return {body, "multipart/form-data; boundary=" + boundary};
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
