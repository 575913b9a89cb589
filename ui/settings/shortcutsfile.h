// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/keymap.h"

#include <QStringList>

namespace inbox::ui {

// Keys as a text that people can read, change and pass on: a line a command ("done = E; Ctrl+D"), those of a
// section together, comments after "#" or ";".
class ShortcutsFile {
    Q_DECLARE_TR_FUNCTIONS(ShortcutsFile)
public:
    static constexpr qint64 kMostBytes = 256 * 1024;

    struct Reading {
        KeyMap keys; // of the lines that were good; all other commands as the table has them
        int commands = 0; // named by good lines
        QStringList problems; // a sentence for each line that was left out
    };

    static QString write(const KeyMap &keys);
    static Reading read(const QString &text);
};

} // namespace inbox::ui
