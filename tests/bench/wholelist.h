// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QThread>

#include <memory>

class QTcpServer;

namespace inbox::bench {

// A server on 127.0.0.1 that answers the question for the conversations with one long list, at once and as it
// is, and every other question with {}. It works in a thread of its own.
class WholeListServer {
public:
    explicit WholeListServer(const QByteArray &list);
    ~WholeListServer();

    // Empty: it could not listen.
    QString url() const { return m_url; }

private:
    QThread m_thread;
    std::unique_ptr<QTcpServer> m_server;
    QString m_url;
};

} // namespace inbox::bench
