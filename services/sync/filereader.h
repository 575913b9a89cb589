// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"

#include <QObject>

#include <functional>

namespace inbox::sync {

// Reads a file in the global thread pool; `done` runs on this thread, unless `context` died first. Fails with
// ErrorKind::FileUnreadable and Outcome::NotSent when it is gone, is no ordinary file, cannot be read or is
// larger than domain::largestAttachment.
void readFile(const QString &path, QObject *context,
              std::function<void(const domain::Result<QByteArray> &)> done);

} // namespace inbox::sync
