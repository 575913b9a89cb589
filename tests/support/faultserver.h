// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QSslConfiguration>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace inbox::tests {

// What arrived, whole.
struct ReceivedRequest {
    QByteArray verb;
    QByteArray target; // path and query as sent
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int connection = 0; // 1, 2, … in order of their acceptance
    int onConnection = 0; // 1: the first request of its connection
    int number = 0; // 1: the first request of all

    // Empty when there is none.
    QByteArray header(const QByteArray &name) const;
    QByteArray line() const { return verb + ' ' + target; }
};

// What the server does with a request.
struct FaultReply {
    enum class Act {
        Answer,
        Close, // drops the connection without a status line and, over TLS, without a farewell
        Fin, // ends the connection in good order, without a status line
        Reset, // TCP RST
        Stall, // says nothing and keeps the connection
        StallBody, // half the body, then nothing
        Truncate, // half the body, then the connection ends
        TruncateChunked, // the same in chunks, the last of them missing
        Drip, // the answer byte by byte
        DripBody, // its head at once, then the body byte by byte
        Pour, // the body over and over, `pour` bytes of it, then the connection ends
        Last, // the whole answer, then the connection ends
        Late, // the whole answer, after a while
    };
    Act act = Act::Answer;
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds between{50}; // Drip, DripBody: bytes; Late: question and answer
    qint64 pour = 0; // Pour only
    bool announced = true; // else without a Content-Length

    static FaultReply json(const QByteArray &body, int status = 200)
    {
        return {Act::Answer, status, "application/json", body};
    }
    static FaultReply fault(Act act) { return {act, 200, "application/json", R"({"data":{"id":1}})"}; }
    static FaultReply html(int status = 200)
    {
        return {Act::Answer, status, "text/html; charset=utf-8", "<!doctype html><title>Welcome</title>"};
    }
    static FaultReply empty(int status) { return {Act::Answer, status, {}, {}}; }
    FaultReply with(const QByteArray &name, const QByteArray &value) const
    {
        FaultReply copy = *this;
        copy.headers.append({name, value});
        return copy;
    }
};

// A certificate authority of this test run, made with the openssl program, and a server certificate for
// 127.0.0.1 and localhost. While an object of this class lives, Qt's default TLS configuration trusts it.
class TrustedTestCa {
public:
    TrustedTestCa();
    ~TrustedTestCa();
    // Made once a run; null when openssl cannot be run.
    static const QSslConfiguration *serverConfiguration();

private:
    QSslConfiguration m_before;
};

// A small HTTP/1.1 server on 127.0.0.1 that misbehaves on demand, in its own thread so that the program under
// test may block. Counts every copy of a request that arrives.
class FaultServer {
public:
    enum class Transport { Plain, Tls };
    // Runs on the server's thread.
    using Script = std::function<FaultReply(const ReceivedRequest &)>;

    explicit FaultServer(Script script, Transport transport = Transport::Plain);
    ~FaultServer();
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    QUrl url(const QString &path = QString()) const;
    quint16 port() const { return m_port; }
    QList<ReceivedRequest> requests() const;
    int count() const { return int(requests().size()); }
    int connections() const { return m_connections; }
    void setScript(Script script);
    // Refuses new connections from now on; those it has stay.
    void stopListening();
    void listenAgain(); // on the same port; nothing when it listens already
    void stopListeningHere(); // the same, from inside a script

private:
    friend class FaultConnection;
    FaultReply replyTo(ReceivedRequest &request);

    class Listener;
    mutable QMutex m_mutex;
    Script m_script;
    QList<ReceivedRequest> m_requests;
    std::atomic<int> m_connections = 0;
    Transport m_transport;
    quint16 m_port = 0;
    QThread m_thread;
    Listener *m_listener = nullptr; // lives on m_thread
};

} // namespace inbox::tests
