// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/sync/types.h"

class QTimer;

// How an intent waits for its next attempt. Shared by everything that may try again.
namespace inbox::sync::waiting {

// Nothing of it has left this computer, and another time it may go.
bool mayWait(const domain::Error &error);
// A read that failed may go well another time.
bool mayBeReadLater(const domain::Error &error);
// Before something that has failed `attempts` times already is tried once more: milliseconds, doubling; not
// before the server's own time.
qint64 pauseAfter(const domain::Error &error, int attempts, const QDateTime &now, const PollTimings &timings);
// Queued again, after a pause that doubles with each attempt; not before the server's own time.
void putOff(domain::Intent &intent, const domain::Error &error, const QDateTime &now,
            const PollTimings &timings);
// The server can be reached: only a time it named itself still counts.
void noLonger(domain::Intent &intent);
// Whether it may go now. If not, `timer` rings when it may.
bool isOver(const domain::Intent &intent, const QDateTime &now, QTimer &timer);

} // namespace inbox::sync::waiting
