// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/net/serverclock.h"

#include <QLocale>

#include <algorithm>

namespace inbox::net {

using namespace std::chrono_literals;

bool ServerClock::learn(const QByteArray &dateHeader, const QDateTime &sent, const QDateTime &received)
{
    const std::chrono::milliseconds roundTrip{sent.msecsTo(received)};
    const std::optional<QDateTime> date = parseHttpDate(dateHeader);
    if (!date || roundTrip < 0ms || roundTrip > longestRoundTrip)
        return false;
    const std::chrono::milliseconds before = offset();
    const std::chrono::milliseconds least{received.msecsTo(*date)};
    const std::chrono::milliseconds most{sent.msecsTo(*date) + 1000};
    const bool contradicts = m_least && (least > *m_most || most < *m_least);
    m_least = m_least && !contradicts ? std::max(*m_least, least) : least;
    m_most = m_most && !contradicts ? std::min(*m_most, most) : most;
    return offset() != before;
}

std::chrono::milliseconds ServerClock::offset() const
{
    return m_least ? (*m_least + *m_most) / 2 : 0ms;
}

std::optional<QDateTime> parseHttpDate(const QByteArray &text)
{
    // Date and time apart: as one local time, an hour of the year that summer time skips would be moved.
    constexpr qsizetype length = 29;
    const QString date = QString::fromLatin1(text.trimmed());
    if (date.size() != length || !date.endsWith(QLatin1String(" GMT"))
        || date.mid(3, 2) != QLatin1String(", "))
        return std::nullopt;
    const QDate day = QLocale::c().toDate(date.mid(5, 11), QStringLiteral("dd MMM yyyy"));
    const QTime time = QTime::fromString(date.mid(17, 8), QStringLiteral("hh:mm:ss"));
    if (!day.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(day, time, Qt::UTC);
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &header, const QDateTime &serverNow)
{
    constexpr std::chrono::seconds longest = 1h;
    const auto clamped = [longest](qint64 seconds) {
        return std::chrono::seconds(std::clamp<qint64>(seconds, 0, longest.count()));
    };
    if (const auto date = parseHttpDate(header))
        return clamped(serverNow.secsTo(*date));
    std::optional<std::chrono::seconds> result;
    for (const QByteArray &part : header.split(',')) {
        const QByteArray number = part.trimmed();
        if (number.isEmpty()
            || !std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return std::nullopt;
        bool fits = false;
        const qint64 seconds = number.toLongLong(&fits);
        const std::chrono::seconds wait = fits ? clamped(seconds) : longest;
        result = std::max(result.value_or(0s), wait);
    }
    return result;
}

} // namespace inbox::net
