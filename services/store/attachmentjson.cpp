// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/attachmentjson.h"

#include "services/store/names.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace inbox::store {

using namespace domain;

namespace {

constexpr Names<MediaKind, 4> kinds{{{{MediaKind::Image, QLatin1String("image")},
                                      {MediaKind::Video, QLatin1String("video")},
                                      {MediaKind::Audio, QLatin1String("audio")},
                                      {MediaKind::Document, QLatin1String("document")}}}};

} // namespace

QJsonObject toJson(const Attachment &file)
{
    return {{QStringLiteral("path"), file.path},
            {QStringLiteral("name"), file.name},
            {QStringLiteral("kind"), kinds.of(file.kind)},
            {QStringLiteral("mimeType"), file.mimeType},
            {QStringLiteral("size"), file.size}};
}

std::optional<Attachment> attachmentFrom(const QJsonObject &json)
{
    Attachment file;
    file.path = json.value(QStringLiteral("path")).toString();
    file.name = json.value(QStringLiteral("name")).toString();
    file.kind = kinds.value(json.value(QStringLiteral("kind")).toString()).value_or(MediaKind::Document);
    file.mimeType = json.value(QStringLiteral("mimeType")).toString();
    file.size = json.value(QStringLiteral("size")).toInteger();
    return file.path.isEmpty() ? std::nullopt : std::optional(file);
}

QString filesText(const QList<Attachment> &files)
{
    if (files.isEmpty())
        return {};
    QJsonArray all;
    for (const Attachment &file : files)
        all << toJson(file);
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QList<Attachment> filesFrom(const QString &text)
{
    QList<Attachment> files;
    const QJsonArray all = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : all) {
        if (const auto file = attachmentFrom(value.toObject()))
            files << *file;
    }
    return files;
}

} // namespace inbox::store
