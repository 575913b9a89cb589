// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace inbox::net {

// How far the server's clock is ahead of ours, learnt from the Date header of its answers. A Date of D says
// that the server's clock stood in [D, D+1 s) at some moment between sending and receiving; each answer so
// narrows the offset further. A contradiction means that one of the clocks was set, and learning begins anew.
class ServerClock {
public:
    // Answers slower than this say too little.
    static constexpr std::chrono::seconds longestRoundTrip{10};

    // Returns whether the offset changed. `sent` and `received` are our UTC time around the exchange.
    bool learn(const QByteArray &dateHeader, const QDateTime &sent, const QDateTime &received);
    // Server time minus ours; 0 until something was learnt.
    std::chrono::milliseconds offset() const;

private:
    std::optional<std::chrono::milliseconds> m_least;
    std::optional<std::chrono::milliseconds> m_most;
};

// An HTTP date as RFC 9110 has servers write it ("Fri, 20 Nov 2026 18:00:00 GMT"), in UTC.
std::optional<QDateTime> parseHttpDate(const QByteArray &text);

// How long a Retry-After header asks to wait: seconds or a date of the server's clock, clamped to 0 … 1 h;
// the longest of several numbers. nullopt: no header, or nothing that can be understood.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &header, const QDateTime &serverNow);

} // namespace inbox::net
