// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/filereader.h"

#include "services/domain/attachment.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

namespace inbox::sync {

using namespace domain;

namespace {

Result<QByteArray> bytesOf(const QString &path)
{
    const auto failure = [](const QString &detail) {
        Error error;
        error.kind = ErrorKind::FileUnreadable;
        error.outcome = Outcome::NotSent;
        error.detail = detail;
        return Failure(error);
    };
    QFile file(path);
    // A pipe would be waited for, for ever.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(file.errorString());
    const QByteArray bytes = file.read(largestAttachment + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(file.errorString());
    if (bytes.size() > largestAttachment)
        return failure({});
    return bytes;
}

} // namespace

void readFile(const QString &path, QObject *context, std::function<void(const Result<QByteArray> &)> done)
{
    QThreadPool::globalInstance()->start(
        [path, context = QPointer<QObject>(context), done = std::move(done)]() mutable {
            // The application outlives the pool; the context may not.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [context = std::move(context), done = std::move(done), bytes = bytesOf(path)] {
                    if (context)
                        done(bytes);
                },
                Qt::QueuedConnection);
        });
}

} // namespace inbox::sync
