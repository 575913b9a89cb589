// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QUrl>

namespace inbox::desktop {

// Hands a link to the program that the person uses for such links. The only door out of this program: the
// link is judged here once more (domain::safeLink), whoever asks. False when it is none that may be opened,
// or when nothing on this machine takes it. GUI thread.
bool openLink(const QUrl &link);

} // namespace inbox::desktop
