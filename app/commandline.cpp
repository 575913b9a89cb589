// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/commandline.h"

#include "services/net/origin.h"

#include <QCommandLineParser>

#include <algorithm>

namespace inbox::app {

namespace {

struct Options {
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                            CommandLine::tr("Show this help.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               CommandLine::tr("Show the version.")};
    QCommandLineOption demo{
        QStringLiteral("demo"),
        CommandLine::tr("Open the demo workspace: invented customers, on this machine only.")};
    QCommandLineOption demoReset{QStringLiteral("demo-reset"),
                                 CommandLine::tr("With --demo: begin the demo workspace anew.")};
    QCommandLineOption profile{QStringLiteral("profile"),
                               CommandLine::tr("Keep accounts and settings in this directory."),
                               //: Placeholder for a directory in the command line help
                               CommandLine::tr("DIR")};
    QCommandLineOption connect{
        QStringLiteral("connect"),
        CommandLine::tr("Open an account for this run only, for example client-api=https://api.example.com. "
                        "Its token is read from the environment variable AGENT_INBOX_TOKEN or else from "
                        "standard input, and is never stored."),
        //: Placeholder for a kind of account and its address in the command line help
        CommandLine::tr("KIND=URL")};
    QCommandLineOption option{
        QStringLiteral("option"),
        CommandLine::tr(
            "With --connect: one more setting of the account, for example chatbot=ID. May be given "
            "several times."),
        //: Placeholder for an account's setting in the command line help
        CommandLine::tr("NAME=VALUE")};
    QCommandLineOption language{QStringLiteral("language"),
                                CommandLine::tr("Use this language, for example de."),
                                //: Placeholder for a language code in the command line help
                                CommandLine::tr("CODE")};
    QCommandLineOption theme{QStringLiteral("theme"),
                             CommandLine::tr("Use the light or the dark look, or follow the system."),
                             QStringLiteral("light|dark|system")};

    QList<QCommandLineOption> all() const
    {
        return {help, version, demo, demoReset, profile, connect, option, language, theme};
    }
};

const CommandLine::Kind *kindCalled(const QString &id, const QList<CommandLine::Kind> &kinds)
{
    const auto kind = std::find_if(kinds.cbegin(), kinds.cend(),
                                   [&id](const CommandLine::Kind &each) { return each.id == id; });
    return kind == kinds.cend() ? nullptr : &*kind;
}

// What is wrong with one NAME=VALUE for this kind of account; empty: nothing.
QString optionProblem(const QString &name, const CommandLine::Kind &kind)
{
    if (kind.settings.contains(name))
        return {};
    if (kind.settings.isEmpty())
        return CommandLine::tr("Accounts of the kind %1 take no --option.").arg(kind.id);
    return CommandLine::tr("--option %1: accounts of the kind %2 have no such setting. Known: %3.")
        .arg(name, kind.id, kind.settings.join(QStringLiteral(", ")));
}

tl::expected<CommandLine::Connect, QString> parseConnect(const QString &text,
                                                         const QList<CommandLine::Kind> &kinds)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return tl::unexpected(CommandLine::tr(
            "--connect needs a kind of account and its address, like client-api=https://api.example.com."));
    const QString backend = text.left(equals);
    if (!kindCalled(backend, kinds)) {
        QStringList known;
        for (const CommandLine::Kind &kind : kinds)
            known << kind.id;
        return tl::unexpected(CommandLine::tr("There is no kind of account called \"%1\". Known: %2.")
                                  .arg(backend, known.join(QStringLiteral(", "))));
    }
    const auto url = net::parseBaseUrl(text.mid(equals + 1));
    if (url)
        return CommandLine::Connect{backend, *url};
    // The address itself is not repeated: somebody may have typed a password into it.
    switch (url.error()) {
    case net::BaseUrlProblem::NotHttps:
        return tl::unexpected(CommandLine::tr(
            "The address after --connect must begin with https:// (http:// only for this machine)."));
    case net::BaseUrlProblem::HasCredentials:
        return tl::unexpected(
            CommandLine::tr("The address after --connect must not contain a user name or password."));
    case net::BaseUrlProblem::HasQuery:
        return tl::unexpected(CommandLine::tr("The address after --connect must not contain ? or #."));
    case net::BaseUrlProblem::Malformed:
        break;
    }
    return tl::unexpected(CommandLine::tr("The address after --connect is not a web address."));
}

std::optional<CommandLine::Theme> parseTheme(const QString &text)
{
    if (text == QLatin1String("light"))
        return CommandLine::Theme::Light;
    if (text == QLatin1String("dark"))
        return CommandLine::Theme::Dark;
    if (text == QLatin1String("system"))
        return CommandLine::Theme::System;
    return std::nullopt;
}

} // namespace

tl::expected<CommandLine, QString> CommandLine::parse(const QStringList &arguments, const QList<Kind> &kinds,
                                                      const QStringList &languages)
{
    const Options options;
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions(options.all());
    if (!parser.parse(arguments)) {
        const QStringList unknown = parser.unknownOptionNames();
        if (!unknown.isEmpty())
            return tl::unexpected(tr("There is no option \"%1\".").arg(unknown.first()));
        return tl::unexpected(parser.errorText());
    }

    CommandLine result;
    result.help = parser.isSet(options.help);
    result.version = parser.isSet(options.version);
    if (result.help || result.version)
        return result;

    const QStringList rest = parser.positionalArguments();
    if (!rest.isEmpty())
        return tl::unexpected(tr("\"%1\" is not an option.").arg(rest.first()));

    result.demo = parser.isSet(options.demo);
    result.demoReset = parser.isSet(options.demoReset);
    if (result.demoReset && !result.demo)
        return tl::unexpected(tr("--demo-reset needs --demo."));

    result.profileDir = parser.value(options.profile);
    if (parser.isSet(options.profile) && result.profileDir.isEmpty())
        return tl::unexpected(tr("--profile needs a directory."));

    if (parser.isSet(options.connect)) {
        if (result.demo)
            return tl::unexpected(tr("--demo and --connect do not go together."));
        auto connect = parseConnect(parser.value(options.connect), kinds);
        if (!connect)
            return tl::unexpected(connect.error());
        result.connect = *connect;
    }
    const QStringList settings = parser.values(options.option);
    for (const QString &setting : settings) {
        if (!result.connect)
            return tl::unexpected(tr("--option needs --connect."));
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0 || equals == setting.size() - 1)
            return tl::unexpected(tr("--option needs a name and a value, like chatbot=ID."));
        const QString name = setting.left(equals);
        const QString problem = optionProblem(name, *kindCalled(result.connect->backend, kinds));
        if (!problem.isEmpty())
            return tl::unexpected(problem);
        result.connect->options.insert(name, setting.mid(equals + 1));
    }
    if (result.connect) {
        const QStringList required = kindCalled(result.connect->backend, kinds)->required;
        for (const QString &name : required) {
            if (!result.connect->options.contains(name))
                return tl::unexpected(tr("An account of the kind %1 needs --option %2=…, which is missing.")
                                          .arg(result.connect->backend, name));
        }
    }

    if (parser.isSet(options.language)) {
        const QString asked = parser.value(options.language);
        // "de_AT.UTF-8" and "de-AT" are German too.
        const QString code = asked.section(u'.', 0, 0).section(u'_', 0, 0).section(u'-', 0, 0).toLower();
        if (!languages.contains(code))
            return tl::unexpected(tr("There is no translation for the language \"%1\". Known: %2.")
                                      .arg(asked, languages.join(QStringLiteral(", "))));
        result.language = code;
    }

    if (parser.isSet(options.theme)) {
        result.theme = parseTheme(parser.value(options.theme));
        if (!result.theme)
            return tl::unexpected(tr("--theme is light, dark or system."));
    }
    return result;
}

QString CommandLine::helpText()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("A native desktop inbox for people who answer customers."));
    parser.addOptions(Options().all());
    return parser.helpText();
}

} // namespace inbox::app
