// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/commandline.h"

namespace inbox::demo {

QString usage()
{
    return QStringLiteral(
        "agent-inbox-demo-server: a small living world behind two APIs, on 127.0.0.1 only: the Client API "
        "below\n"
        "/third-party/v1, ChatCaptain below /v1.\n"
        "\n"
        "  --port N             the port; 0 (default) takes any free one\n"
        "  --token-file FILE    the bearer token, and the key; otherwise it comes from "
        "AGENT_INBOX_DEMO_TOKEN\n"
        "  --seed N             another world of the same kind (default 1)\n"
        "  --conversations N    how many conversations (default 60, up to 1000000)\n"
        "  --messages N         how many messages in all, about (default: as many as people have to say)\n"
        "  --speed X            people and providers act X times faster; clocks do not (default 1)\n"
        "  --quiet              nobody writes unasked\n"
        "  --state FILE         keeps the world there, so that it survives a restart\n"
        "  --log FILE           appends one JSON line a request; never a credential\n"
        "  --parent-pid PID     ends when that process is gone\n"
        "  --exit-on-stdin-eof  ends when standard input closes\n"
        "\n"
        "Prints one line when it is ready: {\"port\":N,\"base_url\":\"…\",\"user_id\":N,\n"
        "\"chatcaptain\":{…}}.\n"
        "A text with the word \"fail\" fails after a few seconds and its retry goes through; with \"fail "
        "always\" the retry fails too.\n");
}

CommandLine parseCommandLine(const QStringList &arguments)
{
    CommandLine line;
    const auto fail = [&line](const QString &why) {
        line.error = why;
        return line;
    };
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString name = arguments.at(i);
        if (name == QLatin1String("--help")) {
            line.help = true;
            continue;
        }
        if (name == QLatin1String("--quiet")) {
            line.server.world.quiet = true;
            continue;
        }
        if (name == QLatin1String("--exit-on-stdin-eof")) {
            line.exitOnStdinEof = true;
            continue;
        }
        QString value;
        if (const qsizetype equals = name.indexOf(u'='); equals > 0) {
            value = name.mid(equals + 1);
            name.truncate(equals);
        } else if (i + 1 < arguments.size()) {
            value = arguments.at(++i);
        } else {
            return fail(QStringLiteral("%1 is unknown or lacks its value.").arg(name));
        }
        bool ok = true;
        const auto number = [&](qint64 least, qint64 most) {
            const qint64 n = value.toLongLong(&ok);
            ok = ok && n >= least && n <= most;
            return n;
        };
        if (name == QLatin1String("--port"))
            line.server.port = int(number(0, 65535));
        else if (name == QLatin1String("--token-file"))
            line.tokenFile = value;
        else if (name == QLatin1String("--seed"))
            line.server.world.seed = quint64(number(0, INT64_MAX));
        else if (name == QLatin1String("--conversations"))
            line.server.world.conversations = int(number(0, 1000000));
        else if (name == QLatin1String("--messages"))
            line.server.world.messages = number(0, 20000000);
        else if (name == QLatin1String("--state"))
            line.server.stateFile = value;
        else if (name == QLatin1String("--log"))
            line.server.logFile = value;
        else if (name == QLatin1String("--parent-pid"))
            line.parentPid = number(1, INT32_MAX);
        else if (name == QLatin1String("--speed")) {
            line.server.world.speed = value.toDouble(&ok);
            ok = ok && line.server.world.speed >= 0.01 && line.server.world.speed <= 10000;
        } else
            return fail(QStringLiteral("There is no option %1.").arg(name));
        if (!ok)
            return fail(QStringLiteral("%1 does not take %2.").arg(name, value));
    }
    return line;
}

} // namespace inbox::demo
