// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <functional>

class QObject;

// What the process does to keep others on the machine from reading along. The one file of this room that
// speaks to the operating system directly; each call does nothing where the system has no such thing.
namespace inbox::app {

// Everything the program creates is for its user alone. Belongs first in main().
void makeFilesPrivate();
// Release builds: no memory image of customers' messages and tokens after a crash, no other process of the
// user looks into this one's memory.
void forbidMemoryDumps();
// The value of an environment variable, which is then overwritten in place and unset, so that neither
// children nor /proc show it. Only before the first thread. Null when it was not set.
QByteArray takeFromEnvironment(const char *name);
// Whether a person could be typing on standard input.
bool standardInputIsTerminal();
// Whether a window can be shown at all. True where one always can.
bool hasDisplay();
// Ctrl+C in the terminal and the end of the session: `react` runs once, in the event loop, on context's
// thread. A second signal ends the program at once. May be called once.
void onEndSignals(QObject *context, const std::function<void()> &react);

} // namespace inbox::app
