// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/demo/server.h"

#include <QStringList>

namespace inbox::demo {

struct CommandLine {
    ServerOptions server;
    QString tokenFile;
    qint64 parentPid = 0; // 0: whoever
    bool exitOnStdinEof = false;
    bool help = false;
    QString error; // not empty: nothing else counts
};

// Reads the program's arguments (without its name).
CommandLine parseCommandLine(const QStringList &arguments);
QString usage();

} // namespace inbox::demo
