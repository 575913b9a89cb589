// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/domain/attachment.h"

namespace inbox::backends::clientapi {

// Strict: what the API does not document is refused here, with ErrorKind::LocalFailure and Outcome::NotSent,
// instead of being sent. Ids are whole numbers to this API.

using Bytes = domain::Result<QByteArray>;

// One segment of a path.
domain::Result<QString> encodeId(const QString &id);
Bytes encodeText(const QString &text, const domain::MessageId &quoted);
// A file that was uploaded. A sound takes no caption.
Bytes encodeFile(const domain::Attachment &file, const domain::UploadedFile &uploaded, const QString &caption,
                 const domain::MessageId &quoted);
struct FormData {
    QByteArray body;
    QByteArray contentType; // names the boundary
};
// RFC 7578: the fields `type` and `file`.
FormData encodeUpload(const domain::Attachment &file, const QByteArray &bytes);
// Holds only what changes; null takes the conversation from its colleague.
Bytes encodeUpdate(const ConversationUpdate &change);
Bytes encodeReaction(const QString &emoji);
Bytes encodeNote(const QString &text);

} // namespace inbox::backends::clientapi
