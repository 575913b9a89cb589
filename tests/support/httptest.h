// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/net/call.h"

#include <QRegularExpression>
#include <QTest>

namespace inbox::tests {

// Turns the event loop until the call has ended, and gives its result; a failure of the test after 10 s.
template <typename T> domain::Result<T> ended(net::Call<T> call)
{
    constexpr int patience = 10'000;
    if (!QTest::qWaitFor([&] { return call.future.isFinished(); }, patience)
        || call.future.resultCount() == 0)
        return domain::Failure(domain::Error{domain::ErrorKind::LocalFailure, domain::Outcome::Unknown, 0,
                                             QStringLiteral("the call did not end")});
    return call.future.result();
}

// Qt says so when it wanted to send a write again and could not.
inline void expectPreventedResend()
{
    QTest::ignoreMessage(
        QtWarningMsg,
        QRegularExpression(QStringLiteral("^QIODevice::seek.*Cannot call seek on a sequential device$")));
}

// Any warning fails the test that is running.
inline void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

} // namespace inbox::tests

// For failure messages that can be read.
namespace inbox::domain {
inline char *toString(ErrorKind kind)
{
    static const char *const names[] = {
        "HostNotFound", "ConnectionRefused", "Offline",    "BadCertificate", "Timeout",     "ConnectionLost",
        "Canceled",     "BadCredential",     "Forbidden",  "NotFound",       "Rejected",    "RateLimited",
        "ServerError",  "Redirected",        "NotThisApi", "TooLarge",       "Unsupported", "LocalFailure"};
    return qstrdup(names[int(kind)]);
}
inline char *toString(Outcome outcome)
{
    static const char *const names[] = {"NotSent", "Refused", "Unknown"};
    return qstrdup(names[int(outcome)]);
}
} // namespace inbox::domain
