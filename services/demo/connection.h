// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

namespace inbox::demo {

// Drops this process's end of the connection between the two local TCP ports, without another byte. The HTTP
// library gives no access to its sockets, so the connection is found by its ports.
void closeConnection(int remotePort, int localPort);

// Lets a listening socket take a port that was just in use, but not one that still is: the library's own
// choice, SO_REUSEPORT, would let two servers share a port and its requests.
void preferFreePort(int socket);

} // namespace inbox::demo
