// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace inbox::desktop {

// Hands a file to the program that the person uses for such files. It is judged here once more, whoever asks:
// an ordinary file that nobody may execute, whose bytes are of a type on the allow-list (domain::fileType)
// and whose name says the same type, because names choose the program. False when it is none of these, or
// when nothing on this machine takes it. GUI thread.
bool openFile(const QString &path);

// Opens the folder that holds the file, with the file selected where the file manager can do that.
bool showInFolder(const QString &path);

} // namespace inbox::desktop
