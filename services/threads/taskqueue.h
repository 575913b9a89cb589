// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace inbox::threads {

// Runs tasks on the thread it lives on, in the order they were enqueued, from that thread's event loop. They
// are handed over under a lock of its own and not inside Qt's events: a thread sanitizer does not see into
// Qt's library, and would take every one of them for a race.
class TaskQueue : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void enqueue(std::function<void()> task); // from any thread

private:
    Q_INVOKABLE void runNext();

    std::mutex m_mutex;
    std::deque<std::function<void()>> m_tasks;
};

} // namespace inbox::threads
