// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace inbox::demo {

// A file a customer or an agent sent. The bytes are made in code, so nothing binary lives in the repository.
struct MediaFile {
    QString name;
    QString mimeType;
    QByteArray bytes;
};

// The UUID of one more copy of a catalogue entry ("parcel", "invoice", "voice"…). The entry can be read back
// from the UUID alone, so a download works for conversations that are not in memory.
QString catalogueUuid(const QString &entry, quint64 salt);
std::optional<MediaFile> catalogueFile(const QString &uuid);
QString catalogueName(const QString &entry);

} // namespace inbox::demo
