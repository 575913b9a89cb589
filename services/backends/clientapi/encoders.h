// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"

namespace inbox::backends::clientapi {

// Strict: what the API does not document is refused here, with ErrorKind::LocalFailure and Outcome::NotSent,
// instead of being sent. Ids are whole numbers to this API.

using Bytes = domain::Result<QByteArray>;

// One segment of a path.
domain::Result<QString> encodeId(const QString &id);
Bytes encodeText(const QString &text, const domain::MessageId &quoted);
// Holds only what changes; null takes the conversation from its colleague.
Bytes encodeUpdate(const ConversationUpdate &change);
Bytes encodeReaction(const QString &emoji);
Bytes encodeNote(const QString &text);

} // namespace inbox::backends::clientapi
