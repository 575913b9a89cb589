// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/raise.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

namespace inbox::app {

namespace {

const QByteArray wish("raise\n");
const QByteArray heard("heard\n");

// A socket's whole name may have about a hundred letters, so the profile's own folder is no place for it.
QString socketOf(const QString &profileDir)
{
    const QByteArray path = QDir(profileDir).canonicalPath().toUtf8();
    const QString name = QStringLiteral("agent-inbox-")
        + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
    return QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)).filePath(name);
}

} // namespace

RaiseListener::RaiseListener(const QString &profileDir, QObject *parent)
    : QObject(parent)
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                if (socket->bytesAvailable() < wish.size())
                    return;
                if (socket->read(wish.size()) == wish) {
                    socket->write(heard);
                    Q_EMIT raiseWanted();
                }
                socket->disconnectFromServer();
            });
        }
    });
    const QString name = socketOf(profileDir);
    QLocalServer::removeServer(name); // whoever left it behind holds the profile no more
    m_server->listen(name); // if not, a second start only says that there is a first
}

RaiseRequest::RaiseRequest(const QString &profileDir, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_name(socketOf(profileDir))
    , m_deadline(patience)
    , m_socket(new QLocalSocket(this))
{
    constexpr int pause = 20; // milliseconds
    m_retry.setInterval(pause);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_deadline.hasExpired())
            end(false);
        else if (m_socket->state() == QLocalSocket::UnconnectedState)
            ask();
    });
    connect(m_socket, &QLocalSocket::connected, this, [this] { m_socket->write(wish); });
    connect(m_socket, &QLocalSocket::readyRead, this, [this] {
        if (m_socket->bytesAvailable() >= heard.size())
            end(m_socket->readAll() == heard);
    });
    m_retry.start();
}

void RaiseRequest::ask()
{
    m_socket->connectToServer(m_name);
}

void RaiseRequest::end(bool wasHeard)
{
    if (std::exchange(m_ended, true))
        return;
    m_retry.stop();
    Q_EMIT answered(wasHeard);
}

} // namespace inbox::app
