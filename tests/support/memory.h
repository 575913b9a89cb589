// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QList>

#include <unistd.h>

namespace inbox::tests {

// Whether memory tells anything about the program: a sanitizer keeps what was given back.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool memoryCounts = false;
#else
inline constexpr bool memoryCounts = true;
#endif

// Bytes of this process that are in memory now.
inline qint64 residentBytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace inbox::tests
