// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/clock.h"

#include <QObject>
#include <QTimer>

namespace inbox::models {

// The one beat that moves everything which depends on the time of day: list chips, header, composer, how old
// what is shown is, day lines. One a second while the window is visible, none while hidden. GUI thread.
class Heartbeat : public QObject {
    Q_OBJECT
public:
    explicit Heartbeat(const domain::Clock &clock, QObject *parent = nullptr);

    QDateTime now() const { return m_clock.now(); }
    void setRunning(bool running);
    void beatNow(); // also after the clock was changed by a test

Q_SIGNALS:
    void beat();
    void minuteChanged();
    void dayChanged();

private:
    const domain::Clock &m_clock;
    QTimer m_timer;
    QDateTime m_last;
};

} // namespace inbox::models
