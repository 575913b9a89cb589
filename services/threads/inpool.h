// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace inbox::media {

// Runs `work` in the global thread pool, behind what the window waits for, then `done` with its result on
// context's thread; never when `context` died first.
template <typename Work, typename Done> void inPool(QObject *context, Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         done(watcher->future().result());
                     });
    watcher->setFuture(promise->future());
    constexpr int behind = -1;
    QThreadPool::globalInstance()->start(
        [promise, work = std::move(work)]() mutable {
            promise->addResult(work());
            promise->finish();
        },
        behind);
}

} // namespace inbox::media
