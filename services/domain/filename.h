// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace inbox::domain {

// A name that a stranger gave a file, fit to be shown and to be suggested for saving: the part after the last
// slash or backslash, without control, direction and other invisible characters, without what a file system
// reserves (CON, a stream's colon, leading and trailing dots and blanks), at most 150 bytes of UTF-8 with its
// extension kept. `fallback` when nothing is left. Never a path; says nothing about what is in the file.
QString safeFileName(const QString &offered, const QString &fallback);

} // namespace inbox::domain
