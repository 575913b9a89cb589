// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fuzz/bytes.h"

#include <QJsonDocument>

namespace inbox::fuzz {

// An answer of the Client API as the bytes want it: the documented fields of `kind` ("conversation",
// "message", "note", "profile", "user", "settings"), each of them as documented, of another type, null,
// unknown, twice as deep or missing.
// ChatCaptain's kinds begin with "captain-". `wrapper` is the key that its answers have around it.
QJsonDocument answerOf(const char *kind, Bytes &bytes, const char *wrapper = "data");
// The same as a page: rows, links and meta.
QJsonDocument pageOf(const char *kind, Bytes &bytes, const char *wrapper = "data");

} // namespace inbox::fuzz
