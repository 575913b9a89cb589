// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/net/call.h"
#include "services/net/request.h"
#include "services/net/serverclock.h"

#include <QLoggingCategory>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace inbox::net {

Q_DECLARE_LOGGING_CATEGORY(lcRequests) // "inbox.net": method, path without query, status, time, our id

class RequestJob;

// The one way an account talks to its server. Owned by the account's backend; lives on the GUI thread. The
// credential goes to the base URL's scheme, host and port and nowhere else; a write is sent at most once and
// never follows a redirect. Never retries, never writes a body or a credential to a log.
class HttpClient final : public QObject {
    Q_OBJECT
public:
    // `base` comes from parseBaseUrl().
    explicit HttpClient(QUrl base, QObject *parent = nullptr);
    // Ends all requests with ErrorKind::Canceled.
    ~HttpClient() override;

    const QUrl &base() const { return m_base; }
    // Headers that prove who we are, for requests from now on.
    void setCredential(QList<Header> headers);
    // No request waits longer than this, in silence or altogether, whatever it says itself.
    void setLongestWait(std::chrono::milliseconds wait) { m_longestWait = wait; }

    // `decode` makes a value of a 2xx answer and may run on another thread: it must be pure. Its error, if
    // any, needs a kind only; its outcome is Unknown unless the answer itself tells that nothing was done.
    // JSON over 256 KiB is read and decoded in the global pool.
    template <typename T>
    Call<T> send(Request request, std::function<domain::Result<T>(const Answer &)> decode)
    {
        auto promise = std::make_shared<QPromise<domain::Result<T>>>();
        promise->start();
        Prepare prepare = [promise, decode = std::move(decode)](const domain::Result<RawAnswer> &raw) {
            domain::Result<T> result = read(raw).and_then(decode);
            if (!result && raw)
                complete(result.error(), *raw);
            return [promise, result = std::move(result)] {
                promise->addResult(result);
                promise->finish();
            };
        };
        return {promise->future(), start(std::move(request), std::move(prepare))};
    }

    // Streams the 2xx body of a Read into request.file; gives its size in bytes. Ends with TooLarge over the
    // cap, with ConnectionLost when fewer bytes came than were announced, with NotThisApi when the server
    // packs what was asked for as it is, with Unsupported when the address is none that may be fetched from.
    Call<qint64> download(Request request);

    // Server time minus ours; 0 until an answer told.
    std::chrono::milliseconds serverOffset() const { return m_clock.offset(); }

Q_SIGNALS:
    // Before the call's future ends. `operation` is Request::name.
    void failed(const QByteArray &operation, const inbox::domain::Error &error);
    void serverOffsetChanged(std::chrono::milliseconds offset);

private:
    friend class RequestJob;

    struct RawAnswer {
        int httpStatus = 0;
        QByteArray contentType;
        QByteArray body;
        qint64 fileSize = 0; // downloads only
        bool answerNeeded = true;
        QString requestId;
    };
    // Reads and decodes on any thread; what it returns ends the call and runs on the GUI thread.
    using Prepare = std::function<std::function<void()>(const domain::Result<RawAnswer> &)>;

    static domain::Result<Answer> read(const domain::Result<RawAnswer> &raw);
    static void complete(domain::Error &error, const RawAnswer &raw);
    std::function<void()> start(Request request, Prepare prepare);
    QNetworkAccessManager *makeManager(QObject *parent) const;
    static void retire(QNetworkAccessManager *manager);
    void learnTime(const QByteArray &date, const QDateTime &sent, const QDateTime &received);

    QUrl m_base;
    QList<Header> m_credential;
    std::chrono::milliseconds m_longestWait = std::chrono::hours(1);
    ServerClock m_clock;
    QNetworkAccessManager *m_reads = nullptr;
    QNetworkAccessManager *m_writes = nullptr;
    QNetworkAccessManager *m_files = nullptr;
    QList<RequestJob *> m_jobs;
};

} // namespace inbox::net
