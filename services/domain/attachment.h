// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/message.h"

namespace inbox::domain {

// Bytes. WhatsApp takes documents up to 100 MB, everything else less; what an account's server takes is
// written nowhere. One file at a time is held in memory.
constexpr qint64 largestAttachment = 64LL * 1024 * 1024;
constexpr int mostAttachments = 10; // of one reply

// A file that the person chose to send. It stays where it lies and is read when it goes out; what was noted
// here is what the person saw when they chose it.
struct Attachment {
    QString path; // absolute
    QString name; // as the customer will see it
    MediaKind kind = MediaKind::Document;
    QString mimeType;
    qint64 size = 0; // bytes
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

// What a server gave for a file that was handed to it; good for one message, and not for long.
struct UploadedFile {
    QString uuid;
    QString mimeType; // what the server made of it may differ from what was sent
    qint64 size = 0; // bytes
    friend bool operator==(const UploadedFile &, const UploadedFile &) = default;
};

// What goes back to where it was written, because it was not sent.
struct Unsent {
    QString text;
    QList<Attachment> files;
    bool isEmpty() const { return text.isEmpty() && files.isEmpty(); }
    friend bool operator==(const Unsent &, const Unsent &) = default;
};

} // namespace inbox::domain
