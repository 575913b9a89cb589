// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>

namespace inbox::threads {

// Called on the giving and on the taking thread of a hand-over. Qt's pool and futures order these by
// themselves, but inside Qt's library, where no thread sanitizer looks: this lock it sees.
inline void handOver()
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
}

enum class PoolPriority { BehindTheWindow = -1, Usual = 0 };

// Runs `work` in the global thread pool. What it holds is destroyed there.
template <typename Work> void inPool(Work work, PoolPriority priority = PoolPriority::BehindTheWindow)
{
    std::function<void()> task = [work = std::move(work)]() mutable {
        handOver();
        work();
    };
    handOver();
    QThreadPool::globalInstance()->start(std::move(task), int(priority));
}

// The same, then `done` with its result on this thread; never when `context` died first.
template <typename Work, typename Done>
void inPool(QObject *context, Work work, Done done, PoolPriority priority = PoolPriority::BehindTheWindow)
{
    using Value = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::move(done)]() mutable {
                         handOver();
                         watcher->deleteLater();
                         done(watcher->future().result());
                     });
    watcher->setFuture(promise->future());
    inPool(
        [promise, work = std::move(work)]() mutable {
            promise->addResult(work());
            handOver();
            promise->finish();
        },
        priority);
}

} // namespace inbox::threads
