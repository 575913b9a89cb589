// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/server.h"

#include "services/demo/captain.h"
#include "services/demo/connection.h"
#include "services/demo/routes.h"
#include "services/demo/zild.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QSaveFile>

#include <httplib.h>

#include <algorithm>
#include <cstdio>

namespace inbox::demo {

namespace {

constexpr size_t kThreads = 32; // an idle kept-alive connection occupies one
constexpr time_t kKeepAliveSeconds = 10;
constexpr size_t kKeepAliveRequests = 100000;
constexpr size_t kLargestRequest = size_t(32) * 1024 * 1024;
constexpr auto kSaveEvery = std::chrono::seconds(1);
constexpr int kNoAnswerMs = 30000;
constexpr int kSlowMs = 2000;
constexpr qsizetype kLoggedBody = 16 * 1024;
constexpr qsizetype kPacedFrom = 512 * 1024;
constexpr qsizetype kPiece = 64 * 1024;
constexpr int kPieceMs = 20;

const QString kPrefix = QStringLiteral("/third-party/v1");
const QString kCaptainPrefix = QStringLiteral("/v1/");
const QString kZildPrefix = QStringLiteral("/api/");
const QString kControl = QStringLiteral("/demo-control/");

QString textOf(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool sameText(const std::string &a, const QByteArray &b)
{
    // Takes the same time wherever the two differ.
    if (a.size() != size_t(b.size()))
        return false;
    unsigned difference = 0;
    for (size_t i = 0; i < a.size(); ++i)
        difference |= unsigned(quint8(a[i]) ^ quint8(b.at(qsizetype(i))));
    return difference == 0;
}

} // namespace

struct Server::Body {
    QByteArray bytes;
    std::map<std::string, std::pair<MediaFile, bool>> parts;
    bool complete = true; // false: the connection broke off before the end
};

Server::Server(const ServerOptions &options)
    : m_options(options)
    , m_http(std::make_unique<httplib::Server>())
    , m_savedAt(std::chrono::steady_clock::now())
{
}

Server::~Server()
{
    stop();
}

QString Server::baseUrl() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port) + kPrefix;
}

QJsonObject Server::captain() const
{
    return {{QStringLiteral("base_url"), QStringLiteral("http://127.0.0.1:%1").arg(m_port)},
            {QStringLiteral("chatbot"), CaptainRoutes::chatbotId()},
            {QStringLiteral("workspace"), CaptainRoutes::workspaceId()},
            {QStringLiteral("user_id"), CaptainRoutes::userId(userId())}};
}

QJsonObject Server::zild() const
{
    return {{QStringLiteral("base_url"), QStringLiteral("http://127.0.0.1:%1").arg(m_port)}};
}

qint64 Server::userId() const
{
    return m_world->users().front().id; // the first one is never removed and never changes
}

bool Server::start(QString *error)
{
    if (!m_options.logFile.isEmpty()) {
        m_log.setFileName(m_options.logFile);
        if (!m_log.open(QIODevice::WriteOnly | QIODevice::Append)) {
            *error = QStringLiteral("The log file cannot be written: %1").arg(m_log.errorString());
            return false;
        }
    }
    configure();
    const std::string host = "127.0.0.1";
    if (m_options.port > 0)
        m_port = m_http->bind_to_port(host, m_options.port) ? m_options.port : -1;
    else
        m_port = m_http->bind_to_any_port(host);
    if (m_port <= 0) {
        *error = QStringLiteral("Port %1 cannot be opened on 127.0.0.1.").arg(m_options.port);
        return false;
    }

    m_world = std::make_unique<World>(m_options.world);
    QFile state(m_options.stateFile);
    if (!m_options.stateFile.isEmpty() && state.open(QIODevice::ReadOnly))
        m_world->restore(state.readAll());
    m_savedRevision = m_world->revision();
    m_routes = std::make_unique<Routes>(*m_world, baseUrl());
    m_captain = std::make_unique<CaptainRoutes>(*m_world, baseUrl());
    m_zild = std::make_unique<ZildRoutes>(*m_world);
    m_thread = std::thread([this] { m_http->listen_after_bind(); });
    return true;
}

void Server::stop()
{
    {
        const std::lock_guard lock(m_stopMutex);
        m_stopping = true;
    }
    m_stopSignal.notify_all();
    if (m_thread.joinable()) {
        // stop() before the accept loop runs would be forgotten.
        while (!m_http->is_running())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        m_http->stop();
        m_thread.join();
    }
    const std::lock_guard lock(m_worldMutex);
    if (m_world)
        saveLocked();
}

void Server::tick()
{
    const std::lock_guard lock(m_worldMutex);
    m_world->run();
    if (m_world->revision() != m_savedRevision && std::chrono::steady_clock::now() - m_savedAt >= kSaveEvery)
        saveLocked();
}

bool Server::save()
{
    const std::lock_guard lock(m_worldMutex);
    return saveLocked();
}

void Server::clearFaults()
{
    const std::lock_guard lock(m_worldMutex);
    m_faults.clear();
}

bool Server::saveLocked()
{
    if (m_options.stateFile.isEmpty())
        return true;
    m_savedAt = std::chrono::steady_clock::now();
    QSaveFile file(m_options.stateFile);
    if (!file.open(QIODevice::WriteOnly)) {
        if (!m_saveFailed)
            std::fprintf(stderr, "agent-inbox-demo-server: the world cannot be saved: %s\n",
                         qPrintable(file.errorString()));
        m_saveFailed = true;
        return false;
    }
    m_saveFailed = false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(m_world->saved());
    if (!file.commit())
        return false;
    m_savedRevision = m_world->revision();
    return true;
}

void Server::configure()
{
    m_http->new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    m_http->set_keep_alive_max_count(kKeepAliveRequests);
    m_http->set_keep_alive_timeout(kKeepAliveSeconds);
    m_http->set_payload_max_length(kLargestRequest);
    m_http->set_tcp_nodelay(true);
    m_http->set_socket_options(preferFreePort);
    const auto plain = [this](const httplib::Request &request, httplib::Response &response) {
        handle(request, {}, response);
    };
    const auto withBody = [this](const httplib::Request &request, httplib::Response &response,
                                 const httplib::ContentReader &reader) {
        handle(request, readBody(request, reader), response);
    };
    m_http->Get(".*", plain);
    m_http->Options(".*", plain);
    m_http->Post(".*", withBody);
    m_http->Put(".*", withBody);
    m_http->Patch(".*", withBody);
    m_http->Delete(".*", withBody);
    // RFC 7231, 7.1.1.1. The library sends no Date of its own.
    m_http->set_post_routing_handler([this](const httplib::Request &, httplib::Response &response) {
        qint64 time = QDateTime::currentMSecsSinceEpoch();
        if (m_world) {
            const std::lock_guard lock(m_worldMutex);
            time = m_world->absolute(m_world->now());
        }
        const QString date = QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC),
                                                   QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        response.set_header("Date", date.toStdString());
    });
}

// A request that states no length has no body (RFC 7230, 3.3.3); the library would wait for the end of the
// connection.
Server::Body Server::readBody(const httplib::Request &request, const httplib::ContentReader &reader)
{
    Body body;
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
        return body;
    if (!request.is_multipart_form_data()) {
        body.complete = reader([&body](const char *data, size_t size) {
            body.bytes.append(data, qsizetype(size));
            return true;
        });
        return body;
    }
    std::pair<MediaFile, bool> *part = nullptr;
    body.complete = reader(
        [&](const httplib::MultipartFormData &header) {
            part = &body.parts[header.name];
            part->first.name = textOf(header.filename);
            part->first.mimeType = textOf(header.content_type);
            part->second = !header.filename.empty();
            return true;
        },
        [&](const char *data, size_t size) {
            part->first.bytes.append(data, qsizetype(size));
            return true;
        });
    return body;
}

void Server::handle(const httplib::Request &request, const Body &body, httplib::Response &response)
{
    QString fault;
    respond(request, body, response, &fault);
    log(request, body, response.status, fault);
    if (fault == QLatin1String("close") || fault == QLatin1String("no-answer"))
        closeConnection(request.remote_port, request.local_port);
}

void Server::respond(const httplib::Request &request, const Body &body, httplib::Response &response,
                     QString *fault)
{
    const QString path = textOf(request.path);
    const bool isPublic = path.startsWith(QString(kPrefix + QStringLiteral("/public/")));
    const std::string expected = "Bearer ";
    const std::string given = request.get_header_value("Authorization");
    const bool isCaptain = path.startsWith(kCaptainPrefix);
    const bool isZild = path.startsWith(kZildPrefix);
    if (isZild) {
        QString problem;
        const std::lock_guard lock(m_worldMutex);
        if (given.compare(0, expected.size(), expected) != 0
            || !m_zild->allows(textOf(given.substr(expected.size())), m_options.token, &problem)) {
            response.set_header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            write(response,
                  jsonAnswer({{QStringLiteral("title"), QStringLiteral("Unauthorized")},
                              {QStringLiteral("status"), 401},
                              {QStringLiteral("message"), problem}},
                             401));
            return;
        }
    }
    const bool allowed = isZild || isCaptain
        ? isZild || sameText(request.get_header_value("x-chatcaptain-key"), m_options.token.toUtf8())
        : given.compare(0, expected.size(), expected) == 0
            && sameText(given.substr(expected.size()), m_options.token.toUtf8());
    if (!isPublic && !allowed && isCaptain) {
        write(response, jsonAnswer({{QStringLiteral("message"), QStringLiteral("Unauthorized")}}, 401));
        return;
    }
    if (!isPublic && !allowed) {
        response.set_header("WWW-Authenticate", "Bearer");
        write(response, jsonAnswer({{QStringLiteral("message"), QStringLiteral("Unauthenticated.")}}, 401));
        return;
    }
    if (!body.complete) {
        write(response,
              jsonAnswer({{QStringLiteral("message"), QStringLiteral("The body broke off.")}}, 400));
        return;
    }
    if (!path.startsWith(kControl) && spoil(request, response, fault))
        return;

    Call call;
    call.method = textOf(request.method);
    if (call.method == QLatin1String("HEAD"))
        call.method = QStringLiteral("GET");
    call.path = path;
    call.query = QUrlQuery(textOf(request.target).section(u'?', 1));
    call.body = body.bytes;
    call.parts = body.parts;
    write(response, answerTo(call));
}

Answer Server::answerTo(Call &call)
{
    const std::lock_guard lock(m_worldMutex);
    m_world->run();
    if (call.path.startsWith(kControl)) {
        try {
            return control(call);
        } catch (const Refusal &refusal) {
            return refusalAnswer(refusal);
        }
    }
    if (call.path.startsWith(kZildPrefix))
        return m_zild->answer(call);
    if (call.path.startsWith(kCaptainPrefix))
        return m_captain->answer(call);
    if (!call.path.startsWith(kPrefix + u'/'))
        return refusalAnswer({404, QStringLiteral("The route %1 could not be found.").arg(call.path), {}});
    call.path.remove(0, kPrefix.size());
    return m_routes->answer(call);
}

Answer Server::control(const Call &call)
{
    const QString what = call.path.mid(kControl.size());
    const QJsonObject body = call.json();
    const auto number = [&body](const char *name) { return body.value(QLatin1String(name)).toInteger(); };
    if (call.method != QLatin1String("POST"))
        throw Refusal{405, QStringLiteral("Test hooks are POST requests."), {}};
    if (what == QLatin1String("advance")) {
        m_world->advance(Millis(body.value(QLatin1String("seconds")).toDouble() * double(kSecond)));
    } else if (what == QLatin1String("customer-says")) {
        Conversation &c = m_world->conversation(number("conversation_id"));
        m_world->customerSays(c, body.value(QLatin1String("text")).toString());
    } else if (what == QLatin1String("expire")) {
        m_world->expire(m_world->conversation(number("conversation_id")));
    } else if (what == QLatin1String("fault")) {
        Fault fault;
        fault.pattern = body.value(QLatin1String("match")).toString();
        const QJsonValue kind = body.value(QLatin1String("kind"));
        fault.kind = kind.isDouble() ? QString::number(kind.toInt()) : kind.toString();
        fault.times = body.value(QLatin1String("times")).toInt(1);
        fault.ms = body.value(QLatin1String("ms")).toInt();
        static const QStringList kinds{QStringLiteral("no-answer"), QStringLiteral("close"),
                                       QStringLiteral("slow"),      QStringLiteral("500"),
                                       QStringLiteral("503"),       QStringLiteral("429"),
                                       QStringLiteral("403"),       QStringLiteral("html")};
        if (!kinds.contains(fault.kind) || !QRegularExpression(fault.pattern).isValid())
            throw Refusal{422, QStringLiteral("Unknown kind of fault or broken pattern."),
                          QStringLiteral("kind")};
        m_faults.push_back(fault);
    } else {
        throw Refusal{404, QStringLiteral("There is no such test hook."), {}};
    }
    return jsonAnswer({{QStringLiteral("ok"), true}});
}

// True: the request has been dealt with, badly; otherwise it is processed as usual. name: the fault that
// applied, if any.
bool Server::spoil(const httplib::Request &request, httplib::Response &response, QString *name)
{
    Fault fault;
    {
        const std::lock_guard lock(m_worldMutex);
        const QString line = textOf(request.method) + u' ' + textOf(request.target);
        const auto found = std::find_if(m_faults.begin(), m_faults.end(), [&line](const Fault &candidate) {
            return candidate.times > 0 && QRegularExpression(candidate.pattern).match(line).hasMatch();
        });
        if (found == m_faults.end())
            return false;
        fault = *found;
        if (--found->times == 0)
            m_faults.erase(found);
    }
    *name = fault.kind;
    if (fault.kind == QLatin1String("close"))
        return false;
    if (fault.kind == QLatin1String("slow")) {
        pause(fault.ms > 0 ? fault.ms : kSlowMs);
        return false;
    }
    if (fault.kind == QLatin1String("no-answer")) {
        pause(fault.ms > 0 ? fault.ms : kNoAnswerMs);
        return true;
    }
    if (fault.kind == QLatin1String("html")) {
        Answer answer;
        answer.type = QStringLiteral("text/html");
        answer.body = "<!DOCTYPE html><html><head><title>Welcome</title></head>"
                      "<body><h1>Please sign in to this network</h1></body></html>";
        write(response, answer);
        return true;
    }
    const int status = fault.kind.toInt();
    Answer answer = jsonAnswer({{QStringLiteral("message"),
                                 status == 429       ? QStringLiteral("Too Many Attempts.")
                                     : status == 403 ? QStringLiteral("This action is unauthorized.")
                                                     : QStringLiteral("Server Error")}},
                               status);
    if (status == 429 || status == 503)
        answer.retryAfter = fault.ms > 0 ? std::max(1, fault.ms / 1000) : 2;
    write(response, answer);
    return true;
}

void Server::pause(int ms)
{
    std::unique_lock lock(m_stopMutex);
    m_stopSignal.wait_for(lock, std::chrono::milliseconds(ms), [this] { return m_stopping; });
}

void Server::write(httplib::Response &response, const Answer &answer)
{
    response.status = answer.status;
    if (answer.retryAfter > 0)
        response.set_header("Retry-After", std::to_string(answer.retryAfter));
    if (!answer.fileName.isEmpty()) {
        const QByteArray name = QUrl::toPercentEncoding(answer.fileName);
        response.set_header("Content-Disposition", "attachment; filename*=UTF-8''" + name.toStdString());
    }
    // Large files come as fast as a phone's line brings them, so that there is a progress to be seen.
    if (!answer.fileName.isEmpty() && answer.body.size() > kPacedFrom) {
        response.set_content_provider(size_t(answer.body.size()), answer.type.toStdString(),
                                      [this, body = answer.body](size_t at, size_t, httplib::DataSink &sink) {
                                          pause(kPieceMs);
                                          const QByteArray piece = body.mid(qsizetype(at), kPiece);
                                          return sink.write(piece.constData(), size_t(piece.size()));
                                      });
        return;
    }
    if (answer.body.isEmpty()) { // a provider of nothing would leave the client waiting
        response.set_content(std::string(), answer.type.toStdString());
        return;
    }
    // A content of known length is sent as it is: set_content() would press it with Brotli's slowest level
    // for clients that take it, four seconds for a page of 500 conversations.
    response.set_content_provider(size_t(answer.body.size()), answer.type.toStdString(),
                                  [body = answer.body](size_t at, size_t length, httplib::DataSink &sink) {
                                      return sink.write(body.constData() + at, length);
                                  });
}

// One JSON line a request, written before the answer leaves; status 0: no answer left. Headers are never
// written, signatures in addresses are cut out.
void Server::log(const httplib::Request &request, const Body &body, int status, const QString &fault)
{
    if (!m_log.isOpen())
        return;
    static const QRegularExpression signature(QStringLiteral("(signature|token)=[^&]*"));
    QString target = textOf(request.target);
    target.replace(signature, QStringLiteral("\\1=…"));
    const bool answered = fault != QLatin1String("close") && fault != QLatin1String("no-answer");
    QJsonObject line{{QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                     {QStringLiteral("method"), textOf(request.method)},
                     {QStringLiteral("path"), target},
                     {QStringLiteral("status"), answered ? status : 0},
                     {QStringLiteral("body"), QString::fromUtf8(body.bytes).left(kLoggedBody)}};
    if (!fault.isEmpty())
        line.insert(QStringLiteral("fault"), fault);
    QJsonArray parts;
    for (const auto &[name, part] : body.parts)
        parts.append(QStringLiteral("%1 (%2 bytes)").arg(textOf(name)).arg(part.first.bytes.size()));
    if (!parts.isEmpty())
        line.insert(QStringLiteral("parts"), parts);
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const std::lock_guard lock(m_logMutex);
    m_log.write(text);
    m_log.flush();
}

} // namespace inbox::demo
