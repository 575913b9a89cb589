// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/net/httpclient.h"

#include "services/net/origin.h"
#include "services/net/outcome.h"
#include "services/net/requestjob.h"

#include <QCoreApplication>
#include <QJsonParseError>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTimer>

namespace inbox::net {

Q_LOGGING_CATEGORY(lcRequests, "inbox.net", QtInfoMsg)

HttpClient::HttpClient(QUrl base, QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_reads(makeManager(this))
    , m_writes(makeManager(this))
    , m_files(makeManager(this))
{
}

HttpClient::~HttpClient()
{
    // While the managers still live: a manager that dies takes its replies along without a signal.
    const QList<RequestJob *> jobs = std::exchange(m_jobs, {});
    for (RequestJob *job : jobs)
        job->abandon();
    qDeleteAll(jobs);
}

// A manager that dies waits for its thread, in Qt 6.4 up to 5 s, and the thread may be busy with what a
// server pours out. It gets the time to notice that nobody wants that any more.
void HttpClient::retire(QNetworkAccessManager *manager)
{
    if (!QCoreApplication::instance())
        return delete manager;
    // No longer than the application, without which TLS connections cannot be closed.
    static QObject *waitingRoom = nullptr;
    if (!waitingRoom) {
        waitingRoom = new QObject;
        qAddPostRoutine([] { delete std::exchange(waitingRoom, nullptr); });
    }
    constexpr auto grace = std::chrono::seconds(3);
    manager->setParent(waitingRoom);
    QTimer::singleShot(grace, manager, &QObject::deleteLater);
}

void HttpClient::setCredential(QList<Header> headers)
{
    m_credential = std::move(headers);
}

QNetworkAccessManager *HttpClient::makeManager(QObject *parent) const
{
    auto *manager = new QNetworkAccessManager(parent);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    // A proxy between this machine and itself could only read along.
    if (isLoopback(m_base))
        manager->setProxy(QNetworkProxy::NoProxy);
    return manager;
}

std::function<void()> HttpClient::start(Request request, Prepare prepare)
{
    auto *job = new RequestJob(*this, std::move(request), std::move(prepare));
    m_jobs.append(job);
    job->start();
    return [job = QPointer<RequestJob>(job)] {
        if (job)
            job->cancel();
    };
}

Call<qint64> HttpClient::download(Request request)
{
    Q_ASSERT(request.file && request.effect == domain::Effect::Read);
    auto promise = std::make_shared<QPromise<domain::Result<qint64>>>();
    promise->start();
    Prepare prepare = [promise](const domain::Result<RawAnswer> &raw) {
        return [promise, size = raw.map([](const RawAnswer &answer) { return answer.fileSize; })] {
            promise->addResult(size);
            promise->finish();
        };
    };
    return {promise->future(), start(std::move(request), std::move(prepare))};
}

domain::Result<Answer> HttpClient::read(const domain::Result<RawAnswer> &raw)
{
    if (!raw)
        return domain::Failure(raw.error());
    const QByteArray body = raw->body.trimmed();
    if (body.isEmpty() || body == "null") {
        if (raw->answerNeeded)
            return domain::Failure(domain::Error{domain::ErrorKind::NotThisApi});
        return Answer{raw->httpStatus, {}};
    }
    QJsonParseError problem;
    Answer answer{raw->httpStatus, {}};
    if (isJsonType(raw->contentType))
        answer.json = QJsonDocument::fromJson(raw->body, &problem);
    if (answer.json.isNull())
        return domain::Failure(domain::Error{domain::ErrorKind::NotThisApi});
    return answer;
}

void HttpClient::complete(domain::Error &error, const RawAnswer &raw)
{
    // What became of it stays as the decoder says: a yes in words nobody understands leaves it open, an
    // answer that tells of a refusal does not.
    error.httpStatus = raw.httpStatus;
    error.requestId = raw.requestId;
}

void HttpClient::learnTime(const QByteArray &date, const QDateTime &sent, const QDateTime &received)
{
    if (m_clock.learn(date, sent, received))
        Q_EMIT serverOffsetChanged(m_clock.offset());
}

} // namespace inbox::net
