// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/net/httpclient.h"
#include "services/net/outcome.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

namespace inbox::net {

class OnceBody;

// One request from start to its single end: sends it, follows a read's redirects, holds its limits, and says
// what became of it. Owned by its HttpClient, deletes itself after its end.
class RequestJob final : public QObject {
    Q_OBJECT
public:
    RequestJob(HttpClient &client, Request request, HttpClient::Prepare prepare);
    ~RequestJob() override;

    void start();
    void cancel();
    // Ends the call at once, without signals, because the client is going away.
    void abandon();

private:
    using Finish = std::function<void()>;

    void open(const QUrl &url);
    QNetworkRequest networkRequest(const QUrl &url) const;
    bool mayGoTo(const QUrl &url) const;
    void takeBytes();
    void takeFileBytes();
    std::optional<qint64> announcedSize() const;
    void closeFile();
    void dropFile();
    void stop(Ending::Stopped why);
    void onFinished();
    bool followRedirect();
    domain::Error error(domain::ErrorKind kind) const;
    Ending ending() const;
    void dropReply();
    void end(const domain::Result<HttpClient::RawAnswer> &raw);
    void deliver(const Finish &finish, const domain::Error *error);
    void log(const domain::Error *error) const;

    HttpClient &m_client;
    const Request m_request;
    HttpClient::Prepare m_prepare;
    const QString m_id;
    QList<QByteArray> m_secrets; // as sent, to be taken out of error texts
    QNetworkReply *m_reply = nullptr;
    OnceBody *m_upload = nullptr; // a write's body; m_reply's
    QNetworkAccessManager *m_ownManager = nullptr; // for a write that needs a new connection
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    QDateTime m_sentAt;
    QDateTime m_answeredAt;
    QByteArray m_body;
    QFile m_file; // downloads only
    bool m_fileMade = false;
    qint64 m_fileSize = 0;
    bool m_leftHome = false; // was at another origin than the account's: the credential does not come back
    int m_requestsSent = 0;
    int m_redirects = 0;
    bool m_encrypted = false;
    QString m_tlsProblem;
    Ending::Stopped m_stopped = Ending::Stopped::No;
    bool m_ended = false;
};

} // namespace inbox::net
