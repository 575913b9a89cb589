// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/connection.h"

// POSIX sockets; the only file of the demo server that uses them by hand.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace inbox::demo {

namespace {

int portOf(const sockaddr_storage &address)
{
    return address.ss_family == AF_INET ? ntohs(reinterpret_cast<const sockaddr_in &>(address).sin_port) : -1;
}

} // namespace

void closeConnection(int remotePort, int localPort)
{
    const long most =
        sysconf(_SC_OPEN_MAX) > 0 && sysconf(_SC_OPEN_MAX) < 4096 ? sysconf(_SC_OPEN_MAX) : 4096;
    for (int fd = 0; fd < int(most); ++fd) {
        sockaddr_storage address{};
        socklen_t length = sizeof address;
        if (getpeername(fd, reinterpret_cast<sockaddr *>(&address), &length) != 0
            || portOf(address) != remotePort)
            continue;
        length = sizeof address;
        if (getsockname(fd, reinterpret_cast<sockaddr *>(&address), &length) == 0
            && portOf(address) == localPort)
            shutdown(fd, SHUT_RDWR);
    }
}

void preferFreePort(int socket)
{
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

} // namespace inbox::demo
