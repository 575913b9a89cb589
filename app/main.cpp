// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/application.h"
#include "app/commandline.h"
#include "app/language.h"
#include "app/logging.h"
#include "app/processguard.h"
#include "app/profile.h"
#include "app/raise.h"

#include "services/sync/inbox.h"
#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>

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

QList<CommandLine::Kind> accountKinds()
{
    QList<CommandLine::Kind> kinds;
    const auto descriptors = sync::Inbox::descriptors();
    for (const domain::BackendDescriptor &descriptor : descriptors) {
        CommandLine::Kind kind{descriptor.id, {}, {}};
        for (const domain::SettingField &field : descriptor.fields) {
            if (field.id == domain::baseUrlSetting)
                continue; // stands after --connect
            kind.settings << field.id;
            if (field.required)
                kind.required << field.id;
        }
        kinds << kind;
    }
    return kinds;
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

// For what is said in the terminal before there is a window, in the person's language.
template <typename Answer> int inTerminal(int argc, char **argv, Answer answer)
{
    const QCoreApplication application(argc, argv);
    app::installLanguage({});
    return answer();
}

int runWindow(int argc, char **argv, const CommandLine &line, const QByteArray &token)
{
    int ownName = qMin(argc, 1); // our options are not Qt's
    QApplication application(ownName, argv);
    QApplication::setApplicationName(QStringLiteral("agent-inbox"));
    QApplication::setApplicationVersion(QStringLiteral(INBOX_VERSION));
    QApplication::setApplicationDisplayName(QStringLiteral("Agent Inbox"));
    QApplication::setDesktopFileName(QStringLiteral("agent-inbox"));
    QApplication::setWindowIcon(ui::Icons::application());
    QApplication::setQuitOnLastWindowClosed(false); // Application::leave() ends the program
    app::installLanguage(line.language);
    ui::Theme::instance().install(application);

    // Before the profile is held: from here on it is always given back. Nothing runs it before exec().
    app::Application *running = nullptr;
    app::onEndSignals(&application, [&running] { running->leave(); });

    const bool throwAway = line.connect && line.profileDir.isEmpty();
    const auto profile = throwAway ? Profile::openThrowAway() : Profile::open(profileDirectory(line));
    if (!profile) {
        if (profile.error() == Profile::Problem::InUse) {
            const app::RaiseRequest request(profileDirectory(line));
            QObject::connect(&request, &app::RaiseRequest::answered, &application, [](bool heard) {
                print(stdout,
                      heard ? CommandLine::tr("Agent Inbox is already open; its window comes to the front.")
                            : CommandLine::tr("Agent Inbox is already open with this profile."));
                QApplication::exit(exitFine);
            });
            return QApplication::exec();
        }
        return complain(exitCannotRun, CommandLine::tr("The profile directory cannot be written."));
    }

    app::Application inbox(line, profile->directory(), QString::fromUtf8(token));
    running = &inbox;
    inbox.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    app::makeFilesPrivate();
    app::forbidMemoryDumps();
    QByteArray token = app::takeFromEnvironment("AGENT_INBOX_TOKEN").trimmed();
    app::installRedactedLogging();

    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto parse = [&arguments] {
        return CommandLine::parse(arguments, accountKinds(), app::availableLanguages());
    };
    const auto line = parse();
    if (!line) {
        return inTerminal(argc, argv, [&] {
            // Once more, now that the sentence comes out translated.
            return complain(exitBadCommandLine, parse().error());
        });
    }
    if (line->help) {
        return inTerminal(argc, argv, [] {
            print(stdout, CommandLine::helpText().trimmed());
            return exitFine;
        });
    }
    if (line->version) {
        print(stdout, QStringLiteral("Agent Inbox %1").arg(QStringLiteral(INBOX_VERSION)));
        return exitFine;
    }
    if (line->connect && token.isEmpty() && !app::standardInputIsTerminal())
        token = readToken();
    if (line->connect && token.isEmpty()) {
        return inTerminal(argc, argv, [] {
            return complain(exitBadCommandLine,
                            CommandLine::tr("--connect needs a token, in the environment variable "
                                            "AGENT_INBOX_TOKEN or on standard input."));
        });
    }
    if (!app::hasDisplay()) {
        return inTerminal(argc, argv, [] {
            return complain(exitCannotRun, CommandLine::tr("There is no display to show a window on."));
        });
    }
    return runWindow(argc, argv, *line, token);
}
