// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/waiting.h"

#include <QTimer>

#include <algorithm>
#include <cmath>

namespace inbox::sync::waiting {

using namespace domain;

namespace {

constexpr int kMaxDoublings = 16; // the longest pause is reached long before

} // namespace

bool mayWait(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::RateLimited:
        return error.outcome != Outcome::Unknown;
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::ConnectionLost:
        return error.outcome == Outcome::NotSent;
    default:
        return false;
    }
}

bool mayBeReadLater(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Rejected:
    case ErrorKind::Unsupported:
        return false;
    default:
        return true;
    }
}

qint64 pauseAfter(const Error &error, int attempts, const QDateTime &now, const PollTimings &timings)
{
    double pause = std::min(timings.firstRetry * std::pow(2.0, std::min(attempts, kMaxDoublings)),
                            double(timings.longestRetry));
    if (error.retryAt)
        pause = std::max(pause, double(now.msecsTo(*error.retryAt)));
    return qint64(std::ceil(pause));
}

void putOff(Intent &intent, const Error &error, const QDateTime &now, const PollTimings &timings)
{
    intent.state = Intent::State::Queued;
    intent.error = error;
    intent.retryAt = now.addMSecs(pauseAfter(error, intent.attempts, now, timings));
    ++intent.attempts;
}

void noLonger(Intent &intent)
{
    if (intent.error && !intent.error->retryAt)
        intent.retryAt.reset();
}

bool isOver(const Intent &intent, const QDateTime &now, QTimer &timer)
{
    const qint64 pause = intent.retryAt ? now.msecsTo(*intent.retryAt) : 0;
    if (pause <= 0)
        return true;
    if (!timer.isActive() || timer.remainingTime() > pause)
        timer.start(int(pause));
    return false;
}

} // namespace inbox::sync::waiting
