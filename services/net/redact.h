// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace inbox::net {

// The text without what a log must never hold: credentials, queries and user names in URLs, e-mail addresses,
// phone numbers (the last three digits stay), and the words of messages in JSON. For the program's message
// handler: every line passes through it, whoever wrote it.
QString redact(const QString &text);

} // namespace inbox::net
