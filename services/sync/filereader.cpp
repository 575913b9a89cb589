// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/filereader.h"

#include "services/domain/attachment.h"
#include "services/threads/inpool.h"

#include <QFile>
#include <QFileInfo>

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
    threads::inPool(
        context, [path] { return bytesOf(path); }, std::move(done), threads::PoolPriority::Usual);
}

} // namespace inbox::sync
