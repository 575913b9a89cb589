// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>

namespace inbox::net {

// A request under way. The future ends exactly once, on the thread that started it, with a value or an error;
// canceling ends the request itself with ErrorKind::Canceled (canceling a QFuture would not reach it).
template <typename T> struct Call {
    QFuture<domain::Result<T>> future;
    std::function<void()> cancel = [] {};

    // Runs `done` with the result on context's thread; never when `context` died first.
    template <typename Function> void whenDone(QObject *context, Function done)
    {
        future.then(context,
                    [done = std::move(done)](domain::Result<T> result) mutable { done(std::move(result)); });
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
