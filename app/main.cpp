// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/application.h"
#include "app/commandline.h"
#include "app/language.h"
#include "app/logging.h"
#include "app/processguard.h"
#include "app/profile.h"

#include "services/sync/inbox.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QIcon>
#include <QSettings>

#include <cstdio>

using namespace inbox;
using app::CommandLine;
using app::Profile;

namespace {

constexpr int exitFine = 0;
constexpr int exitCannotRun = 1;
constexpr int exitBadCommandLine = 2;
constexpr qint64 tokenCap = 64 * 1024; // bytes

void print(FILE *where, const QString &text)
{
    const QByteArray line = text.toLocal8Bit() + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), where);
}

int complain(int exitCode, const QString &sentence)
{
    print(stderr, QStringLiteral("agent-inbox: ") + sentence);
    return exitCode;
}

QStringList backendIds()
{
    QStringList ids;
    const auto descriptors = sync::Inbox::descriptors();
    for (const domain::BackendDescriptor &descriptor : descriptors)
        ids.append(descriptor.id);
    return ids;
}

// The first line of standard input.
QByteArray readToken()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return input.readLine(tokenCap).trimmed();
}

QString profileDirectory(const CommandLine &line)
{
    if (!line.profileDir.isEmpty())
        return line.profileDir;
    // A workspace of invented people never mixes with the accounts of real ones.
    return line.demo ? QDir(Profile::defaultDirectory()).filePath(QStringLiteral("demo"))
                     : Profile::defaultDirectory();
}

// For what is answered in the terminal, without any window: only here a second application object may be made.
int answerInTerminal(int argc, char **argv, const QStringList &arguments)
{
    const QCoreApplication application(argc, argv);
    app::installLanguage({});
    // Once more, now that sentences come out in the person's language.
    const auto line = CommandLine::parse(arguments, backendIds(), app::availableLanguages());
    if (!line) {
        complain(exitBadCommandLine, line.error());
        return exitBadCommandLine;
    }
    if (line->help)
        print(stdout, CommandLine::helpText().trimmed());
    else
        print(stdout, QStringLiteral("Agent Inbox %1").arg(QStringLiteral(INBOX_VERSION)));
    return exitFine;
}

int runWindow(int argc, char **argv, const CommandLine &line, const QByteArray &token)
{
    int ownName = qMin(argc, 1); // our options are not Qt's
    QApplication application(ownName, argv);
    QApplication::setApplicationName(QStringLiteral("agent-inbox"));
    QApplication::setApplicationVersion(QStringLiteral(INBOX_VERSION));
    QApplication::setApplicationDisplayName(QStringLiteral("Agent Inbox"));
    QApplication::setDesktopFileName(QStringLiteral("agent-inbox"));
    app::installLanguage(line.language);

    const bool throwAway = line.connect && line.profileDir.isEmpty();
    const auto profile = throwAway ? Profile::openThrowAway() : Profile::open(profileDirectory(line));
    if (!profile) {
        if (profile.error() == Profile::Problem::InUse) {
            print(stdout, CommandLine::tr("Agent Inbox is already open with this profile."));
            return exitFine;
        }
        return complain(exitCannotRun, CommandLine::tr("The profile directory cannot be written."));
    }

    app::Application inbox(line, profile->directory(), QString::fromUtf8(token));
    app::onEndSignals(&inbox, [&inbox] { inbox.leave(); });
    inbox.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    app::makeFilesPrivate();
    app::forbidMemoryDumps();
    QByteArray token = app::takeFromEnvironment("AGENT_INBOX_TOKEN");
    app::installRedactedLogging();

    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto line = CommandLine::parse(arguments, backendIds(), app::availableLanguages());
    if (!line || line->help || line->version)
        return answerInTerminal(argc, argv, arguments);

    if (line->connect && token.isEmpty() && !app::standardInputIsTerminal())
        token = readToken();
    if (line->connect && token.isEmpty())
        return complain(exitBadCommandLine,
                        CommandLine::tr("--connect needs a token, in the environment variable AGENT_INBOX_TOKEN or "
                                        "on standard input."));
    if (!app::hasDisplay())
        return complain(exitCannotRun, CommandLine::tr("There is no display to show a window on."));
    return runWindow(argc, argv, *line, token);
}
