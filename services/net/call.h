// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <functional>

namespace inbox::net {

// A request under way. The future ends exactly once, on the thread that started it, with a value or an error;
// canceling ends the request itself with ErrorKind::Canceled (canceling a QFuture would not reach it).
template <typename T> struct Call {
    QFuture<domain::Result<T>> future;
    std::function<void()> cancel = [] {};

    // Runs `done` with the result on context's thread, from its event loop: never inside this function, never
    // inside cancel(), and never when `context` died first. (QFuture::then(context) of Qt 6.4 asserts then.)
    template <typename Function> void whenDone(QObject *context, Function done)
    {
        using Watcher = QFutureWatcher<domain::Result<T>>;
        auto *watcher = new Watcher(context);
        QObject::connect(
            watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
                watcher->deleteLater();
                const auto ended = watcher->future();
                if (ended.resultCount() > 0)
                    done(ended.result());
                else // somebody canceled the future itself
                    done(domain::Result<T>(domain::Failure(domain::Error{domain::ErrorKind::Canceled})));
            });
        watcher->setFuture(future);
    }
};

// A call that ended before it began.
template <typename T> Call<T> finishedCall(domain::Result<T> result)
{
    QPromise<domain::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return {promise.future(), [] {}};
}

} // namespace inbox::net
