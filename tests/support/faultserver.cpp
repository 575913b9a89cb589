// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/support/faultserver.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/socket.h>

namespace inbox::tests {

QByteArray ReceivedRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

namespace {

bool openssl(const QString &directory, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

struct Certificates {
    QSslConfiguration server;
    QSslCertificate authority;
    bool ready = false;
};

const Certificates &certificates()
{
    static const Certificates made = [] {
        Certificates result;
        const QTemporaryDir directory;
        const QStringList key{QStringLiteral("req"),      QStringLiteral("-x509"),
                              QStringLiteral("-newkey"),  QStringLiteral("ec"),
                              QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
                              QStringLiteral("-nodes"),   QStringLiteral("-days"),
                              QStringLiteral("2")};
        if (!openssl(directory.path(),
                     key
                         + QStringList{QStringLiteral("-subj"), QStringLiteral("/CN=Test authority"),
                                       QStringLiteral("-keyout"), QStringLiteral("ca.key"),
                                       QStringLiteral("-out"), QStringLiteral("ca.pem")}))
            return result;
        if (!openssl(directory.path(),
                     key
                         + QStringList{
                             QStringLiteral("-CA"), QStringLiteral("ca.pem"), QStringLiteral("-CAkey"),
                             QStringLiteral("ca.key"), QStringLiteral("-subj"),
                             QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-addext"),
                             QStringLiteral("subjectAltName=IP:127.0.0.1,DNS:localhost"),
                             QStringLiteral("-addext"), QStringLiteral("basicConstraints=critical,CA:FALSE"),
                             QStringLiteral("-keyout"), QStringLiteral("server.key"), QStringLiteral("-out"),
                             QStringLiteral("server.pem")}))
            return result;
        QFile keyFile(directory.filePath(QStringLiteral("server.key")));
        if (!keyFile.open(QIODevice::ReadOnly))
            return result;
        result.server.setPrivateKey(QSslKey(keyFile.readAll(), QSsl::Ec));
        result.server.setLocalCertificateChain(
            QSslCertificate::fromPath(directory.filePath(QStringLiteral("server.pem"))));
        const auto authority = QSslCertificate::fromPath(directory.filePath(QStringLiteral("ca.pem")));
        result.ready = !authority.isEmpty() && !result.server.localCertificateChain().isEmpty();
        result.authority = authority.value(0);
        return result;
    }();
    return made;
}

} // namespace

TrustedTestCa::TrustedTestCa()
    : m_before(QSslConfiguration::defaultConfiguration())
{
    QSslConfiguration trusting = m_before;
    trusting.addCaCertificate(certificates().authority);
    QSslConfiguration::setDefaultConfiguration(trusting);
}

TrustedTestCa::~TrustedTestCa()
{
    QSslConfiguration::setDefaultConfiguration(m_before);
}

const QSslConfiguration *TrustedTestCa::serverConfiguration()
{
    return certificates().ready ? &certificates().server : nullptr;
}

// One accepted connection; lives on the server's thread, dies with its socket.
class FaultConnection : public QObject {
public:
    FaultConnection(FaultServer &server, QTcpSocket *socket, int number)
        : QObject(socket)
        , m_server(server)
        , m_socket(socket)
        , m_number(number)
    {
        connect(socket, &QTcpSocket::readyRead, this, &FaultConnection::read);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void read()
    {
        m_pending += m_socket->readAll();
        while (!m_silent && takeRequest()) { }
    }

    bool takeRequest()
    {
        const qsizetype headEnd = m_pending.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return false;
        ReceivedRequest request;
        const QList<QByteArray> lines = m_pending.left(headEnd).replace("\r\n", "\n").split('\n');
        const QList<QByteArray> first = lines.value(0).split(' ');
        request.verb = first.value(0);
        request.target = first.value(1);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            request.headers.append({lines[i].left(colon), lines[i].mid(colon + 1).trimmed()});
        }
        const qsizetype bodySize = request.header("Content-Length").toLongLong();
        constexpr qsizetype separator = 4;
        if (m_pending.size() < headEnd + separator + bodySize)
            return false;
        request.body = m_pending.mid(headEnd + separator, bodySize);
        m_pending.remove(0, headEnd + separator + bodySize);
        request.connection = m_number;
        request.onConnection = ++m_count;
        answer(m_server.replyTo(request));
        return true;
    }

    void answer(const FaultReply &reply)
    {
        QByteArray bytes = "HTTP/1.1 " + QByteArray::number(reply.status) + " Scripted\r\n";
        if (!reply.contentType.isEmpty())
            bytes += "Content-Type: " + reply.contentType + "\r\n";
        constexpr int noContent = 204;
        using Act = FaultReply::Act;
        if (reply.act == Act::TruncateChunked) {
            bytes += "Transfer-Encoding: chunked\r\n";
        } else if (reply.status != noContent && reply.announced) {
            const qint64 size = reply.act == Act::Pour ? reply.pour : reply.body.size();
            bytes += "Content-Length: " + QByteArray::number(size) + "\r\n";
        }
        for (const auto &[name, value] : reply.headers)
            bytes += name + ": " + value + "\r\n";
        bytes += "\r\n";
        if (reply.act == Act::TruncateChunked) {
            m_silent = true;
            constexpr int hex = 16;
            m_socket->write(bytes + QByteArray::number(reply.body.size(), hex) + "\r\n" + reply.body
                            + "\r\n");
            m_socket->disconnectFromHost();
            return;
        }
        const QByteArray head = bytes;
        const QByteArray half = bytes + reply.body.left(reply.body.size() / 2);
        bytes += reply.body;
        switch (reply.act) {
        case Act::Answer:
            m_socket->write(bytes);
            return;
        case Act::Close:
            m_silent = true;
            m_socket->abort();
            return;
        case Act::Fin:
            m_silent = true;
            m_socket->disconnectFromHost();
            return;
        case Act::Reset: {
            m_silent = true;
            const linger atOnce{1, 0};
            ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
            m_socket->abort();
            return;
        }
        case Act::Stall:
            m_silent = true;
            return;
        case Act::StallBody:
            m_silent = true;
            m_socket->write(half);
            return;
        case Act::Truncate:
            m_silent = true;
            m_socket->write(half);
            m_socket->disconnectFromHost();
            return;
        case Act::DripBody:
        case Act::Drip: {
            m_silent = true;
            const qsizetype atOnce = reply.act == Act::DripBody ? head.size() : 0;
            m_socket->write(bytes.left(atOnce));
            auto *timer = new QTimer(this);
            connect(timer, &QTimer::timeout, this, [this, timer, bytes, sent = atOnce]() mutable {
                if (sent == bytes.size())
                    timer->stop();
                else
                    m_socket->write(bytes.mid(sent++, 1));
            });
            timer->start(reply.between);
            return;
        }
        case Act::Pour: {
            m_silent = true;
            const auto more = [this, body = reply.body, left = reply.pour]() mutable {
                constexpr qint64 ahead = 1024 * 1024;
                while (left > 0 && m_socket->bytesToWrite() < ahead) {
                    const QByteArray piece = body.left(qMin<qint64>(left, body.size()));
                    left -= piece.size();
                    m_socket->write(piece);
                }
                if (left == 0)
                    m_socket->disconnectFromHost();
            };
            connect(m_socket, &QTcpSocket::bytesWritten, this, more);
            m_socket->write(head);
            return;
        }
        case Act::Last:
            m_silent = true;
            m_socket->write(bytes);
            m_socket->disconnectFromHost();
            return;
        case Act::Late:
            m_silent = true;
            QTimer::singleShot(reply.between, this, [this, bytes] {
                m_socket->write(bytes);
                m_silent = false; // what was asked meanwhile has its turn
                read();
            });
            return;
        case Act::TruncateChunked: // above
            return;
        }
    }

    FaultServer &m_server;
    QTcpSocket *m_socket;
    const int m_number;
    int m_count = 0;
    QByteArray m_pending;
    bool m_silent = false; // the script has said its last word on this connection
};

class FaultServer::Listener : public QTcpServer {
public:
    explicit Listener(FaultServer &server)
        : m_server(server)
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        const int number = ++m_server.m_connections;
        if (m_server.m_transport == Transport::Plain) {
            auto *socket = new QTcpSocket(this);
            socket->setSocketDescriptor(descriptor);
            new FaultConnection(m_server, socket, number);
            return;
        }
        auto *socket = new QSslSocket(this);
        socket->setSslConfiguration(*TrustedTestCa::serverConfiguration());
        socket->setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setSocketDescriptor(descriptor);
        new FaultConnection(m_server, socket, number);
        socket->startServerEncryption();
    }

private:
    FaultServer &m_server;
};

FaultServer::FaultServer(Script script, Transport transport)
    : m_script(std::move(script))
    , m_transport(transport)
{
    certificates(); // made here, not inside the first handshake
    m_thread.start();
    m_listener = new Listener(*this);
    m_listener->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        m_listener,
        [this] {
            if (m_listener->listen(QHostAddress::LocalHost))
                m_port = m_listener->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

FaultServer::~FaultServer()
{
    m_listener->deleteLater(); // on its own thread
    m_thread.quit();
    m_thread.wait();
}

QUrl FaultServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_transport == Transport::Tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

QList<ReceivedRequest> FaultServer::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

void FaultServer::setScript(Script script)
{
    const QMutexLocker lock(&m_mutex);
    m_script = std::move(script);
}

void FaultServer::stopListening()
{
    QMetaObject::invokeMethod(
        m_listener, [this] { m_listener->close(); }, Qt::BlockingQueuedConnection);
}

void FaultServer::listenAgain()
{
    QMetaObject::invokeMethod(
        m_listener,
        [this] {
            if (!m_listener->isListening() && !m_listener->listen(QHostAddress::LocalHost, m_port))
                qFatal("port %d is taken", m_port);
        },
        Qt::BlockingQueuedConnection);
}

void FaultServer::stopListeningHere()
{
    m_listener->close();
}

FaultReply FaultServer::replyTo(ReceivedRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    request.number = int(m_requests.size()) + 1;
    m_requests.append(request);
    return m_script(request);
}

} // namespace inbox::tests
