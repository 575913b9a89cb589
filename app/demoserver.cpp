// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/demoserver.h"

#include "services/domain/account.h"
#include "services/net/origin.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRandomGenerator>

#include <array>
#include <chrono>

using namespace std::chrono_literals;

namespace inbox::app {

namespace {

Q_LOGGING_CATEGORY(log, "inbox.demo", QtInfoMsg)

constexpr auto startDeadline = 15s;
constexpr auto stopDeadline = 2s;
constexpr auto restartPause = 500ms;
constexpr auto deathWindow = 60s;
constexpr int deathsAllowed = 3; // within deathWindow
constexpr qsizetype readyLineCap = 4096; // bytes

QString randomToken()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex());
}

// A JSON Web Token as that API wants one; the demo server takes what ends in its token.
QString jwtOf(const QString &token)
{
    constexpr qint64 days = 30;
    const auto part = [](const QJsonObject &object) {
        return QString::fromLatin1(
            QJsonDocument(object)
                .toJson(QJsonDocument::Compact)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    const qint64 end = QDateTime::currentDateTimeUtc().addDays(days).toSecsSinceEpoch();
    return part({{QStringLiteral("alg"), QStringLiteral("none")}}) + u'.'
        + part({{QStringLiteral("exp"), end}}) + u'.' + token;
}

} // namespace

DemoServer::DemoServer(QString program, QString stateFile, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_stateFile(std::move(stateFile))
    , m_token(randomToken())
{
    m_startDeadline.setSingleShot(true);
    m_startDeadline.setInterval(startDeadline);
    connect(&m_startDeadline, &QTimer::timeout, this,
            [this] { giveUp(tr("The demo workspace did not start in time.")); });
    m_stopDeadline.setSingleShot(true);
    m_stopDeadline.setInterval(stopDeadline);
    connect(&m_stopDeadline, &QTimer::timeout, &m_process, &QProcess::kill);
    m_restartPause.setSingleShot(true);
    m_restartPause.setInterval(restartPause);
    connect(&m_restartPause, &QTimer::timeout, this, &DemoServer::launch);

    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoServer::readOutput);
    connect(&m_process, &QProcess::finished, this, &DemoServer::died);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            giveUp(tr("The demo workspace could not be started: its program is missing."));
    });
}

DemoServer::~DemoServer()
{
    m_process.disconnect(this);
}

void DemoServer::start(bool reset)
{
    if (isRunning() || m_restartPause.isActive())
        return;
    if (reset)
        QFile::remove(m_stateFile);
    m_stopping = false;
    m_gaveUp = false;
    m_deaths.clear();
    launch();
}

void DemoServer::launch()
{
    QStringList arguments{
        QStringLiteral("--state"),      m_stateFile,
        QStringLiteral("--port"),       QString::number(m_port),
        QStringLiteral("--parent-pid"), QString::number(QCoreApplication::applicationPid())};
    const QString logFile = qEnvironmentVariable("AGENT_INBOX_DEMO_LOG");
    if (!logFile.isEmpty())
        arguments << QStringLiteral("--log") << logFile;
    const QString speed = qEnvironmentVariable("AGENT_INBOX_DEMO_SPEED");
    if (!speed.isEmpty())
        arguments << QStringLiteral("--speed") << speed;

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("AGENT_INBOX_DEMO_TOKEN"), m_token);
    m_process.setProcessEnvironment(environment);
    m_output.clear();
    m_isReady = false;
    m_startDeadline.start();
    m_process.start(m_program, arguments);
}

void DemoServer::readOutput()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (m_isReady)
        return; // it has nothing more to say
    m_output += bytes;
    const qsizetype end = m_output.indexOf('\n');
    if (end < 0 && m_output.size() < readyLineCap)
        return;
    const QJsonObject ready = QJsonDocument::fromJson(m_output.left(end)).object();
    const QUrl baseUrl(ready.value(QStringLiteral("base_url")).toString(), QUrl::StrictMode);
    if (!baseUrl.isValid() || !net::isLoopback(baseUrl)) {
        giveUp(tr("The demo workspace did not start as expected."));
        return;
    }
    m_isReady = true;
    m_startDeadline.stop();
    m_port = quint16(baseUrl.port(0));
    const qint64 me = ready.value(QStringLiteral("user_id")).toInteger();
    Q_EMIT this->ready(baseUrl, m_token, me > 0 ? domain::UserId(QString::number(me)) : domain::UserId());
    const QJsonObject captain = ready.value(QStringLiteral("chatcaptain")).toObject();
    const QUrl captainUrl(captain.value(QStringLiteral("base_url")).toString(), QUrl::StrictMode);
    if (captainUrl.isValid() && net::isLoopback(captainUrl))
        Q_EMIT captainReady(
            {{QString(domain::baseUrlSetting), captainUrl.toString()},
             {QStringLiteral("chatbot"), captain.value(QStringLiteral("chatbot")).toString()},
             {QStringLiteral("workspace"), captain.value(QStringLiteral("workspace")).toString()}},
            m_token, domain::UserId(captain.value(QStringLiteral("user_id")).toString()));
    const QUrl zildUrl(
        ready.value(QStringLiteral("zild")).toObject().value(QStringLiteral("base_url")).toString(),
        QUrl::StrictMode);
    if (zildUrl.isValid() && net::isLoopback(zildUrl))
        Q_EMIT zildReady({{QString(domain::baseUrlSetting), zildUrl.toString()}}, jwtOf(m_token));
    if (!m_deaths.isEmpty())
        Q_EMIT restarted();
}

void DemoServer::died()
{
    m_startDeadline.stop();
    m_stopDeadline.stop();
    if (m_stopping) {
        Q_EMIT stopped();
        return;
    }
    if (m_gaveUp)
        return;
    qCWarning(log, "the demo server ended with code %d", m_process.exitCode());
    if (!m_isReady)
        m_port = 0; // somebody else may have taken it
    m_deaths.removeIf([](const QElapsedTimer &since) {
        return since.hasExpired(std::chrono::milliseconds(deathWindow).count());
    });
    m_deaths.emplaceBack().start();
    if (m_deaths.size() > deathsAllowed)
        giveUp(tr(
            "The demo workspace keeps stopping. Its world may be damaged; --demo-reset begins a new one."));
    else
        m_restartPause.start();
}

void DemoServer::giveUp(const QString &reason)
{
    m_startDeadline.stop();
    m_restartPause.stop();
    m_gaveUp = true;
    m_process.kill();
    Q_EMIT failed(reason);
}

void DemoServer::stop()
{
    m_stopping = true;
    m_startDeadline.stop();
    m_restartPause.stop();
    if (!isRunning()) {
        QMetaObject::invokeMethod(this, &DemoServer::stopped, Qt::QueuedConnection);
        return;
    }
    m_stopDeadline.start();
    m_process.terminate();
}

} // namespace inbox::app
