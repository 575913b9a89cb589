// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

namespace inbox::app {

// From now on every line that the program or Qt logs goes to standard error without credentials, addresses
// and customers' words, whoever wrote it. Nothing is logged to a file.
void installRedactedLogging();

} // namespace inbox::app
