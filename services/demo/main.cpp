// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/commandline.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

// Speaks to the operating system: POSIX signals and processes, and Linux's word of a parent's death.
namespace {

constexpr auto kHeartbeat = std::chrono::milliseconds(50);
constexpr const char *kTokenVariable = "AGENT_INBOX_DEMO_TOKEN";

std::atomic<bool> endAsked = false; // lock-free: the signal handler may write it
static_assert(std::atomic<bool>::is_always_lock_free);

void askToEnd(int)
{
    endAsked = true;
}

QString readToken(const QString &file, QString *error)
{
    QByteArray token;
    if (!file.isEmpty()) {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly)) {
            *error = QStringLiteral("The token file cannot be read: %1").arg(source.errorString());
            return {};
        }
        token = source.readAll();
    } else if (char *value = std::getenv(kTokenVariable)) {
        token = value;
        std::memset(value, 0, std::strlen(value)); // out of /proc/…/environ too
    }
    unsetenv(kTokenVariable);
    token = token.trimmed();
    if (token.isEmpty())
        *error =
            QStringLiteral("There is no token: give --token-file or %1.").arg(QLatin1String(kTokenVariable));
    return QString::fromUtf8(token);
}

void dieWithParent()
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
}

bool parentGone(qint64 pid, bool wasMyParent)
{
    return wasMyParent ? getppid() != pid_t(pid) : kill(pid_t(pid), 0) != 0;
}

int complain(const QString &text)
{
    std::fprintf(stderr, "agent-inbox-demo-server: %s\n", qPrintable(text));
    return 2;
}

} // namespace

int main(int argc, char *argv[])
{
    umask(077);
    std::signal(SIGTERM, askToEnd);
    std::signal(SIGINT, askToEnd);
    std::signal(SIGHUP, askToEnd);

    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const inbox::demo::CommandLine line = inbox::demo::parseCommandLine(arguments);
    if (!line.error.isEmpty())
        return complain(line.error);
    if (line.help) {
        std::fputs(inbox::demo::usage().toUtf8().constData(), stdout);
        return 0;
    }
    bool wasMyParent = false;
    if (line.parentPid > 0) {
        dieWithParent();
        wasMyParent = getppid() == pid_t(line.parentPid);
        if (!wasMyParent && parentGone(line.parentPid, false))
            return 0;
    }

    inbox::demo::ServerOptions options = line.server;
    QString error;
    options.token = readToken(line.tokenFile, &error);
    if (!error.isEmpty())
        return complain(error);
    inbox::demo::Server server(options);
    if (!server.start(&error))
        return complain(error);
    const QByteArray captain = QJsonDocument(server.captain()).toJson(QJsonDocument::Compact);
    const QByteArray zild = QJsonDocument(server.zild()).toJson(QJsonDocument::Compact);
    std::printf("{\"port\":%d,\"base_url\":\"%s\",\"user_id\":%lld,\"chatcaptain\":%s,\"zild\":%s}\n",
                server.port(), qPrintable(server.baseUrl()), static_cast<long long>(server.userId()),
                captain.constData(), zild.constData());
    std::fflush(stdout);

    if (line.exitOnStdinEof) {
        std::thread([] {
            while (std::fgetc(stdin) != EOF) { }
            endAsked = true;
        }).detach();
    }
    while (!endAsked && !(line.parentPid > 0 && parentGone(line.parentPid, wasMyParent))) {
        server.tick();
        std::this_thread::sleep_for(kHeartbeat);
    }
    server.save();
    // Idle kept-alive connections would hold an orderly end for seconds; everything is on disk already.
    std::_Exit(0);
}
