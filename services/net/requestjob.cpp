// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/net/requestjob.h"

#include "services/net/oncebody.h"
#include "services/net/origin.h"
#include "services/threads/inpool.h"

#include <QNetworkAccessManager>
#include <QRandomGenerator>

namespace inbox::net {

using domain::Effect;
using domain::ErrorKind;
using Stopped = Ending::Stopped;

namespace {

constexpr int mostRedirects = 5;
constexpr qint64 errorAnswer = 64 * kibibyte;
constexpr qint64 largeJson = 256 * kibibyte;
constexpr qint64 readBuffer = mebibyte;
constexpr qint64 decompressionCheckFrom = 2 * mebibyte;
constexpr int firstSuccess = 200;
constexpr int firstRedirect = 300;
constexpr int firstRefusal = 400;

QString newRequestId()
{
    constexpr int digits = 12;
    constexpr int hex = 16;
    return QString::number(QRandomGenerator::global()->generate64(), hex)
        .rightJustified(digits, u'0')
        .right(digits);
}

QUrl urlFor(const QUrl &base, const Request &request)
{
    if (!request.url.isEmpty())
        return request.url;
    QUrl url = base;
    QString path = base.path(QUrl::FullyEncoded);
    path += request.path;
    url.setPath(path, QUrl::StrictMode); // both are percent-encoded; a slash inside an id stays one
    if (!request.query.isEmpty())
        url.setQuery(request.query);
    return url;
}

bool isRedirect(int status)
{
    switch (status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
        return true;
    default:
        return false;
    }
}

} // namespace

RequestJob::RequestJob(HttpClient &client, Request request, HttpClient::Prepare prepare)
    : QObject(&client)
    , m_client(client)
    , m_request(std::move(request))
    , m_prepare(std::move(prepare))
    , m_id(newRequestId())
{
    for (const Header &header : client.m_credential)
        m_secrets.append(header.value.mid(header.value.lastIndexOf(' ') + 1));
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(Stopped::Deadline); });
}

RequestJob::~RequestJob()
{
    if (!m_ended)
        dropFile();
    m_client.m_jobs.removeOne(this);
    // An answer that was cut short may still be pouring in. Otherwise the connection ends here and now.
    if (m_ownManager && m_stopped != Stopped::No)
        HttpClient::retire(m_ownManager);
}

void RequestJob::start()
{
    m_elapsed.start();
    m_deadline.start(
        std::min(m_request.file ? m_request.silence : m_request.deadline, m_client.m_longestWait));
    open(urlFor(m_client.m_base, m_request));
}

void RequestJob::cancel()
{
    if (m_ended)
        return;
    m_stopped = Stopped::Canceled;
    const domain::Error canceled = error(ErrorKind::Canceled);
    dropReply();
    end(domain::Failure(canceled));
}

void RequestJob::abandon()
{
    if (std::exchange(m_ended, true))
        return;
    m_stopped = Stopped::Canceled;
    const domain::Error canceled = error(ErrorKind::Canceled);
    dropReply();
    dropFile();
    log(&canceled);
    m_prepare(domain::Failure(canceled))();
}

QNetworkRequest RequestJob::networkRequest(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setDecompressedSafetyCheckThreshold(decompressionCheckFrom);
    request.setTransferTimeout(int(std::min(m_request.silence, m_client.m_longestWait).count()));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("AgentInbox/" INBOX_VERSION));
    request.setRawHeader("Accept", m_request.file ? "*/*" : "application/json");
    if (m_request.file)
        request.setRawHeader("Accept-Encoding", "identity"); // also keeps Qt from unpacking
    if (m_leftHome || m_request.anonymous || !sameOrigin(url, m_client.m_base))
        return request;
    for (const Header &header : m_client.m_credential)
        request.setRawHeader(header.name, header.value);
    return request;
}

// The last gate before the request and its credential leave: nothing else may decide where they go.
bool RequestJob::mayGoTo(const QUrl &url) const
{
    if (m_request.file)
        return mayFetchFrom(url, m_client.m_base);
    return url.isValid() && sameOrigin(url, m_client.m_base);
}

void RequestJob::open(const QUrl &url)
{
    if (!mayGoTo(url)) {
        const ErrorKind kind = m_request.file ? ErrorKind::Unsupported : ErrorKind::LocalFailure;
        const domain::Error refused{kind, domain::Outcome::NotSent, 0, {}, {}, {}, m_id};
        QMetaObject::invokeMethod(
            this,
            [this, refused] {
                if (!m_ended)
                    end(domain::Failure(refused));
            },
            Qt::QueuedConnection);
        return;
    }
    m_leftHome = m_leftHome || !sameOrigin(url, m_client.m_base);
    QNetworkRequest request = networkRequest(url);
    m_sentAt = QDateTime::currentDateTimeUtc();
    m_answeredAt = {};
    if (m_request.effect == Effect::Read) {
        m_reply = (m_request.file ? m_client.m_files : m_client.m_reads)->get(request);
    } else {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        request.setHeader(QNetworkRequest::ContentTypeHeader, m_request.contentType);
        // An old connection leaves it open whether the request was taken before the server closed. What is
        // paid for, or cannot be counted as sent, gets a new one.
        if (m_request.effect == Effect::CostsMoney || m_request.body.isEmpty())
            m_ownManager = m_client.makeManager(this);
        QNetworkAccessManager *manager = m_ownManager ? m_ownManager : m_client.m_writes;
        m_upload = new OnceBody(m_request.body);
        m_reply = m_request.verb == "POST" ? manager->post(request, m_upload)
                                           : manager->sendCustomRequest(request, m_request.verb, m_upload);
        m_upload->setParent(m_reply);
    }
    m_reply->setReadBufferSize(readBuffer);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { ++m_requestsSent; });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_encrypted = true; });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &problems) {
        if (!problems.isEmpty())
            m_tlsProblem = problems.constFirst().errorString();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        if (!m_answeredAt.isValid())
            m_answeredAt = QDateTime::currentDateTimeUtc();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &RequestJob::takeBytes);
    // Queued: the end may delete the client, which must not happen while its reply is still talking.
    connect(m_reply, &QNetworkReply::finished, this, &RequestJob::onFinished, Qt::QueuedConnection);
}

void RequestJob::takeBytes()
{
    if (m_stopped != Stopped::No || !m_reply->isOpen()) // Qt closes what timed out
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_request.file && status >= firstSuccess && status < firstRedirect)
        return takeFileBytes();
    const QByteArray bytes = m_reply->readAll();
    if (status >= firstRefusal) {
        // The status has said it all; of an endless explanation the beginning will do.
        m_body += bytes.left(errorAnswer - m_body.size());
        return;
    }
    m_body += bytes;
    if (m_body.size() > m_request.cap)
        stop(Stopped::TooLarge);
}

std::optional<qint64> RequestJob::announcedSize() const
{
    bool known = false;
    const qint64 size = m_reply->rawHeader("Content-Length").toLongLong(&known);
    return known && size >= 0 ? std::optional(size) : std::nullopt;
}

void RequestJob::takeFileBytes()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray packed = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    // Qt drops a header beyond its limits without a word, the length and the encoding of the file with it.
    if (status != firstSuccess || m_reply->rawHeaderPairs().isEmpty()
        || (!packed.isEmpty() && packed != "identity"))
        return stop(Stopped::Unreadable);
    const std::optional<qint64> total = announcedSize();
    const FileSink &sink = *m_request.file;
    if (total && *total > sink.cap) {
        if (sink.progress)
            sink.progress(0, total);
        return stop(Stopped::TooLarge);
    }
    if (!m_fileMade) {
        m_file.setFileName(sink.path);
        m_fileMade = m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                                 QFile::ReadOwner | QFile::WriteOwner);
        if (!m_fileMade)
            return stop(Stopped::Unwritable);
    }
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty())
        return;
    m_deadline.start(m_request.silence);
    if (m_file.pos() + bytes.size() > sink.cap)
        return stop(Stopped::TooLarge);
    if (m_file.write(bytes) != bytes.size())
        return stop(Stopped::Unwritable);
    if (sink.progress)
        sink.progress(m_file.pos(), total);
}

void RequestJob::closeFile()
{
    m_fileSize = m_file.pos();
    m_file.close();
    if (m_file.error() != QFile::NoError)
        m_stopped = Stopped::Unwritable;
    else if (m_fileSize != announcedSize().value_or(m_fileSize))
        m_stopped = Stopped::Truncated;
}

void RequestJob::dropFile()
{
    if (std::exchange(m_fileMade, false))
        m_file.remove();
}

void RequestJob::stop(Stopped why)
{
    if (m_stopped != Stopped::No || !m_reply)
        return;
    m_stopped = why;
    m_reply->abort(); // its finished() comes back through the event loop
}

void RequestJob::onFinished()
{
    if (m_ended || !m_reply || sender() != m_reply)
        return;
    takeBytes();
    if (m_ended) // whoever heard of the last bytes has canceled
        return;
    if (m_answeredAt.isValid() && sameOrigin(m_reply->url(), m_client.m_base)
        && !m_reply->hasRawHeader("Age"))
        m_client.learnTime(m_reply->rawHeader("Date"), m_sentAt, m_answeredAt);
    if (followRedirect())
        return;
    if (m_fileMade && !failureOf(ending()))
        closeFile();
    auto failure = failureOf(ending());
    // A firewall or a proxy that forbids does so with a page of its own: the API has said nothing.
    if (failure == ErrorKind::Forbidden && !m_request.file && !m_body.trimmed().isEmpty()
        && !isJsonType(m_reply->rawHeader("Content-Type")))
        failure = ErrorKind::NotThisApi;
    if (failure) {
        const domain::Error failed = error(*failure);
        dropReply();
        end(domain::Failure(failed));
        return;
    }
    const Ending ended = ending();
    HttpClient::RawAnswer raw{ended.httpStatus,          m_reply->rawHeader("Content-Type"),
                              std::exchange(m_body, {}), m_fileSize,
                              m_request.answerNeeded,    m_id};
    dropReply();
    end(raw);
}

bool RequestJob::followRedirect()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_request.effect != Effect::Read || m_stopped != Stopped::No || !isRedirect(status)
        || m_redirects == mostRedirects)
        return false;
    const QUrl target =
        m_reply->url().resolved(QUrl::fromEncoded(m_reply->rawHeader("Location"), QUrl::TolerantMode));
    const bool downgrade =
        m_reply->url().scheme() == QLatin1String("https") && target.scheme() != QLatin1String("https");
    if (!m_reply->hasRawHeader("Location") || !mayGoTo(target) || downgrade)
        return false;
    ++m_redirects;
    dropReply();
    m_body.clear();
    open(target);
    return true;
}

Ending RequestJob::ending() const
{
    Ending ending;
    ending.emptyBody = m_request.body.isEmpty();
    ending.requestsSent = m_requestsSent;
    ending.encrypted = m_encrypted;
    ending.stopped = m_stopped;
    if (m_reply) {
        ending.bodyTaken = m_upload && m_upload->isTaken();
        ending.networkError = m_reply->error();
        ending.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    return ending;
}

domain::Error RequestJob::error(ErrorKind kind) const
{
    const Ending ended = ending();
    domain::Error error;
    error.kind = kind;
    error.outcome = outcomeOf(ended);
    error.httpStatus = ended.httpStatus;
    error.requestId = m_id;
    if (kind == ErrorKind::BadCertificate)
        error.detail = m_tlsProblem;
    if (!m_reply || ended.httpStatus < firstRefusal)
        return error;
    if (isJsonType(m_reply->rawHeader("Content-Type"))) {
        const ErrorText text = errorText(m_body, m_secrets);
        error.detail = text.detail;
        if (kind == ErrorKind::Forbidden)
            error.permission = text.permission;
    }
    if (kind == ErrorKind::Forbidden && error.permission.isEmpty())
        error.permission = m_request.permission;
    if (kind == ErrorKind::RateLimited || kind == ErrorKind::ServerError) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QDateTime serverNow = now.addMSecs(m_client.serverOffset().count());
        if (const auto wait = parseRetryAfter(m_reply->rawHeader("Retry-After"), serverNow))
            error.retryAt = now.addSecs(wait->count());
    }
    return error;
}

void RequestJob::dropReply()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    reply->disconnect(this);
    if (reply->isRunning())
        reply->abort();
    reply->deleteLater();
}

void RequestJob::end(const domain::Result<HttpClient::RawAnswer> &raw)
{
    m_deadline.stop();
    if (!raw)
        dropFile();
    if (!raw || raw->body.size() <= largeJson) {
        deliver(m_prepare(raw), raw ? nullptr : &raw.error());
        return;
    }
    threads::inPool(
        this, [raw, prepare = m_prepare] { return prepare(raw); },
        [this](const Finish &finish) {
            if (!m_ended)
                deliver(finish, nullptr);
        },
        threads::PoolPriority::Usual);
}

void RequestJob::deliver(const Finish &finish, const domain::Error *error)
{
    m_ended = true;
    log(error);
    deleteLater();
    // From here on nothing of this job is touched: whoever hears of the end may delete the client.
    const QByteArray operation = m_request.name;
    if (error)
        Q_EMIT m_client.failed(operation, *error);
    finish();
}

void RequestJob::log(const domain::Error *error) const
{
    if (!lcRequests().isDebugEnabled())
        return;
    QString ending = QStringLiteral("ok");
    if (error)
        ending = QStringLiteral("failed, kind %1, outcome %2, status %3")
                     .arg(int(error->kind))
                     .arg(int(error->outcome))
                     .arg(error->httpStatus);
    // The path without its query: that may hold what people searched for, or a signature. The address of a
    // file may be a secret altogether.
    const QString where =
        m_request.file ? QString::fromLatin1(m_request.name) : urlFor(m_client.m_base, m_request).path();
    qCDebug(lcRequests).noquote() << m_id << m_request.verb << where << m_elapsed.elapsed() << "ms" << ending;
}

} // namespace inbox::net
