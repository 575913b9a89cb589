// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

namespace inbox::demo {

// Drops this process's end of the connection between the two local TCP ports, without another byte. The HTTP
// library gives no access to its sockets, so the connection is found by its ports.
void closeConnection(int remotePort, int localPort);

} // namespace inbox::demo
