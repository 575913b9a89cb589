// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/commandline.h"

#include <QTest>

using inbox::app::CommandLine;

namespace {

tl::expected<CommandLine, QString> parse(QStringList arguments)
{
    arguments.prepend(QStringLiteral("agent-inbox"));
    const QStringList settings{QStringLiteral("chatbot"), QStringLiteral("x")};
    return CommandLine::parse(arguments,
                              {{QStringLiteral("client-api"), settings, {}},
                               {QStringLiteral("other"), {}, {}},
                               {QStringLiteral("bots"), settings, {QStringLiteral("chatbot")}}},
                              {QStringLiteral("de"), QStringLiteral("en")});
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class CommandLineParserTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nothingMeansTheDefaults() { QCOMPARE(parse({}).value(), CommandLine()); }

    void demo()
    {
        const CommandLine line = parse(words("--demo --demo-reset")).value();
        QVERIFY(line.demo);
        QVERIFY(line.demoReset);
    }

    void connectTakesKindAndAddress()
    {
        const CommandLine line = parse(words("--connect other=https://api.example.com/v1/")).value();
        QCOMPARE(line.connect->backend, QStringLiteral("other"));
        QCOMPARE(line.connect->baseUrl, QUrl(QStringLiteral("https://api.example.com/v1")));
    }

    void connectTakesPlainHttpToThisMachine()
    {
        QVERIFY(parse(words("--connect client-api=http://127.0.0.1:8080")).has_value());
    }

    void profile()
    {
        QCOMPARE(parse(words("--profile some/where")).value().profileDir, QStringLiteral("some/where"));
    }

    void language_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"de", "DE", "de_AT", "de-CH", "de_DE.UTF-8"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void language()
    {
        QFETCH(QString, typed);
        QCOMPARE(parse({QStringLiteral("--language"), typed}).value().language, QStringLiteral("de"));
    }

    void theme()
    {
        QCOMPARE(parse(words("--theme light")).value().theme.value(), CommandLine::Theme::Light);
        QCOMPARE(parse(words("--theme=dark")).value().theme.value(), CommandLine::Theme::Dark);
        QCOMPARE(parse(words("--theme system")).value().theme.value(), CommandLine::Theme::System);
    }

    void optionsBelongToTheConnectedAccount()
    {
        const auto line =
            parse(words("--connect client-api=https://a.example --option chatbot=b=1 --option x=y"));
        const QMap<QString, QString> expected{{QStringLiteral("chatbot"), QStringLiteral("b=1")},
                                              {QStringLiteral("x"), QStringLiteral("y")}};
        QCOMPARE(line.value().connect->options, expected);
    }

    void helpAndVersionOutrankMistakes()
    {
        QVERIFY(parse(words("--help --theme pink")).value().help);
        QVERIFY(parse(words("--version --demo-reset")).value().version);
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("mentions");
        const auto row = [](const char *name, const char *line, const char *mentions) {
            QTest::newRow(name) << words(line) << QString::fromLatin1(mentions);
        };
        row("unknown option", "--colour", "colour");
        row("unknown short option", "-x", "\"x\"");
        row("stray word", "hello", "hello");
        row("reset without demo", "--demo-reset", "--demo");
        row("demo and connect", "--demo --connect client-api=https://a.example", "--connect");
        row("profile without directory", "--profile", "profile");
        row("connect without kind", "--connect https://a.example", "--connect");
        row("connect without address", "--connect client-api", "--connect");
        row("unknown kind", "--connect mail=https://a.example", "client-api");
        row("no address", "--connect client-api=", "--connect");
        row("not an address", "--connect client-api=https://", "--connect");
        row("plain http", "--connect client-api=http://a.example", "https");
        row("other scheme", "--connect client-api=ftp://a.example", "https");
        row("password in address", "--connect client-api=https://me:pass5ecret@a.example", "password");
        row("query in address", "--connect client-api=https://a.example?token=pass5ecret", "?");
        row("option without connect", "--option chatbot=x", "--connect");
        row("option without a value",
            "--connect client-api=https://a.example --option chatbot=", "chatbot=ID");
        row("option without a name", "--connect client-api=https://a.example --option =x", "chatbot=ID");
        row("unknown setting", "--connect client-api=https://a.example --option chatbott=1",
            "chatbott: accounts of the kind client-api have no such setting. Known: chatbot, x.");
        row("no settings at all", "--connect other=https://a.example --option chatbot=1", "no --option");
        row("missing setting", "--connect bots=https://a.example --option x=1", "--option chatbot=");
        row("unknown language", "--language xx", "de, en");
        row("unknown theme", "--theme pink", "light");
        row("empty theme", "--theme=", "light");
    }
    void mistakes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, mentions);
        const auto result = parse(arguments);
        QVERIFY(!result);
        QVERIFY2(result.error().contains(mentions), qPrintable(result.error()));
        QVERIFY2(!result.error().contains(u'\n'), qPrintable(result.error()));
        QVERIFY2(!result.error().contains(QStringLiteral("pass5ecret")), qPrintable(result.error()));
    }

    void anEmptyProfileIsAMistake() { QVERIFY(!parse({QStringLiteral("--profile"), QString()}).has_value()); }

    void helpNamesEveryOption()
    {
        const QString help = CommandLine::helpText();
        for (const char *option : {"--demo", "--demo-reset", "--profile", "--connect", "--option",
                                   "--language", "--theme", "--version", "--help", "AGENT_INBOX_TOKEN"})
            QVERIFY2(help.contains(QString::fromLatin1(option)), option);
    }
};

QTEST_GUILESS_MAIN(CommandLineParserTest)
#include "tst_commandlineparser.moc"
