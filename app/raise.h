// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

class QLocalServer;
class QLocalSocket;

namespace inbox::app {

// Waits for a second start of the program with the same profile, which then asks for the window of this one.
// To be made only by who holds the profile: a socket left behind by a program that was killed is taken over.
// Owned by Application; GUI thread.
class RaiseListener : public QObject {
    Q_OBJECT
public:
    explicit RaiseListener(const QString &profileDir, QObject *parent = nullptr);

Q_SIGNALS:
    void raiseWanted();

private:
    QLocalServer *m_server;
};

// Asks the program that holds this profile for its window, once, and tells whether it has heard.
class RaiseRequest : public QObject {
    Q_OBJECT
public:
    // Between taking the profile and listening the other program needs a moment: it is asked again until
    // `patience` ends.
    explicit RaiseRequest(const QString &profileDir,
                          std::chrono::milliseconds patience = std::chrono::seconds(2),
                          QObject *parent = nullptr);

Q_SIGNALS:
    void answered(bool heard);

private:
    void ask();
    void end(bool heard);

    const QString m_name;
    QDeadlineTimer m_deadline;
    QLocalSocket *m_socket;
    QTimer m_retry;
    bool m_ended = false;
};

} // namespace inbox::app
