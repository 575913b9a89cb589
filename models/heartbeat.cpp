// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/heartbeat.h"

namespace inbox::models {

namespace {

constexpr int kBeatMilliseconds = 1'000;
constexpr qint64 kMinuteSeconds = 60;

} // namespace

Heartbeat::Heartbeat(const domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_last(clock.now())
{
    m_timer.setInterval(kBeatMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beatNow);
}

void Heartbeat::setRunning(bool running)
{
    if (running == m_timer.isActive())
        return;
    if (!running) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    beatNow(); // what was on screen when the window was hidden may be hours old
}

void Heartbeat::beatNow()
{
    const QDateTime before = m_last;
    m_last = now();
    Q_EMIT beat();
    if (before.toSecsSinceEpoch() / kMinuteSeconds != m_last.toSecsSinceEpoch() / kMinuteSeconds)
        Q_EMIT minuteChanged();
    if (before.toLocalTime().date() != m_last.toLocalTime().date())
        Q_EMIT dayChanged();
}

} // namespace inbox::models
