// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/bench/wholelist.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace inbox::bench {

namespace {

void answer(QTcpSocket *socket, const QByteArray &list)
{
    if (!socket->peek(socket->bytesAvailable()).contains("\r\n\r\n"))
        return; // more of the head is to come
    const QByteArray path = socket->readAll().split(' ').value(1);
    const QByteArray body = path.endsWith("/conversations") ? list : QByteArray("{}");
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                  + QByteArray::number(body.size()) + "\r\n\r\n");
    socket->write(body);
    socket->disconnectFromHost(); // once all of it is written
}

} // namespace

WholeListServer::WholeListServer(const QByteArray &list)
    : m_server(std::make_unique<QTcpServer>())
{
    QTcpServer *server = m_server.get();
    QObject::connect(server, &QTcpServer::newConnection, server, [server, list] {
        while (QTcpSocket *socket = server->nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [socket, list] { answer(socket, list); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    if (server->listen(QHostAddress::LocalHost))
        m_url = QStringLiteral("http://127.0.0.1:%1").arg(server->serverPort());
    server->moveToThread(&m_thread);
    m_thread.start();
}

WholeListServer::~WholeListServer()
{
    // It ends where it works.
    QMetaObject::invokeMethod(
        m_server.get(), [this] { m_server.release()->deleteLater(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace inbox::bench
