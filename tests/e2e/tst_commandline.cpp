// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QByteArray token = "tok-5ecret-of-the-command-line";
const QString connectNowhere = QStringLiteral("--connect=client-api=http://127.0.0.1:1");

} // namespace

// The program itself, as the shell sees it.
class CommandLineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("HOME"), m_home->path());
        m_environment.insert(QStringLiteral("TMPDIR"), m_home->path());
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home->path());
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "AGENT_INBOX_TOKEN", "DISPLAY",
                                 "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE", "LC_ALL"})
            m_environment.remove(QString::fromLatin1(name));
        m_environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
        m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *line) {
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ');
        };
        row("--colour");
        row("hello");
        row("--demo-reset");
        row("--theme pink");
        row("--language xx");
        row("--connect mail=https://example.com");
        row("--connect client-api=http://example.com");
        row("--connect client-api");
        row("--connect chatcaptain=https://example.com");
        row("--connect chatcaptain=https://example.com --option chatbott=x");
        row("-platform offscreen");
    }
    void mistakes()
    {
        QFETCH(QStringList, arguments);
        QProcess program;
        run(program, arguments);
        QCOMPARE(program.exitCode(), 2);
        QCOMPARE(program.readAllStandardOutput(), QByteArray());
        const QByteArray said = program.readAllStandardError();
        QVERIFY2(said.startsWith("agent-inbox: "), said.constData());
        QCOMPARE(said.count('\n'), 1);
    }

    void mistakesAreExplainedInThePersonsLanguage()
    {
        m_environment.insert(QStringLiteral("LANG"), QStringLiteral("de_DE.UTF-8"));
        m_environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("de"));
        QProcess program;
        run(program, {QStringLiteral("--demo-reset")});
        QVERIFY(program.readAllStandardError().contains("braucht"));
    }

    void version()
    {
        m_environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        QProcess program;
        run(program, {QStringLiteral("--version")});
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardOutput(), QByteArray("Agent Inbox " INBOX_VERSION "\n"));
        QCOMPARE(program.readAllStandardError(), QByteArray());
    }

    void helpNeedsNoDisplay()
    {
        m_environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        QProcess program;
        run(program, {QStringLiteral("--help")});
        QCOMPARE(program.exitCode(), 0);
        const QByteArray help = program.readAllStandardOutput();
        QVERIFY2(help.contains("--connect"), help.constData());
        QCOMPARE(program.readAllStandardError(), QByteArray());
    }

    void withoutDisplayItSaysSo()
    {
        m_environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        QProcess program;
        run(program, {});
        QCOMPARE(program.exitCode(), 1);
        QCOMPARE(program.readAllStandardError().count('\n'), 1);
    }

    void connectingWithoutATokenIsAMistake()
    {
        QProcess program;
        run(program, {connectNowhere});
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAllStandardError().contains("AGENT_INBOX_TOKEN"));
    }

    void theTokenIsNowhereToBeRead_data()
    {
        QTest::addColumn<bool>("throughInput");
        QTest::newRow("from the environment") << false;
        QTest::newRow("from standard input") << true;
    }
    void theTokenIsNowhereToBeRead()
    {
        QFETCH(bool, throughInput);
        const QString profile = m_home->filePath(QStringLiteral("profile"));
        if (!throughInput)
            m_environment.insert(QStringLiteral("AGENT_INBOX_TOKEN"), QString::fromLatin1(token));
        QProcess program;
        start(program, {connectNowhere, QStringLiteral("--profile"), profile});
        if (throughInput)
            program.write(token + '\n');
        QTRY_VERIFY(isHeld(profile));

        const QString proc = QStringLiteral("/proc/%1/").arg(program.processId());
        QVERIFY(!content(proc + QStringLiteral("cmdline")).contains(token));
        // Empty when even its own user may not look.
        QVERIFY(!content(proc + QStringLiteral("environ")).contains(token));
        end(program);
        QVERIFY(!program.readAllStandardError().contains(token));
        QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            QVERIFY2(!content(file).contains(token), qPrintable(file));
        }
    }

    void aConnectedAccountLeavesNothingBehind()
    {
        m_environment.insert(QStringLiteral("AGENT_INBOX_TOKEN"), QString::fromLatin1(token));
        QProcess program;
        start(program, {connectNowhere});
        const auto throwAway = [this] {
            return QDir(m_home->path()).entryList({QStringLiteral("agent-inbox-*")}, QDir::Dirs);
        };
        QTRY_COMPARE(throwAway().size(), 1);
        QTRY_VERIFY(isHeld(m_home->filePath(throwAway().value(0))));
        end(program);
        QCOMPARE(throwAway(), QStringList());
    }

    void theProfileBelongsToItsUserOnly()
    {
        const QString profile = m_home->filePath(QStringLiteral("profile"));
        QProcess program;
        start(program, {QStringLiteral("--profile"), profile});
        QTRY_VERIFY(isHeld(profile));
        end(program);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QDirIterator entries(profile, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
        QCOMPARE(QFile::permissions(profile) & others, QFile::Permissions());
        while (entries.hasNext()) {
            const QString entry = entries.next();
            QVERIFY2(!(QFile::permissions(entry) & others), qPrintable(entry));
        }
    }

    void aSecondOneOnTheSameProfileSaysSo()
    {
        const QString profile = m_home->filePath(QStringLiteral("profile"));
        QProcess first;
        start(first, {QStringLiteral("--profile"), profile});
        QTRY_VERIFY(isHeld(profile));
        QProcess second;
        run(second, {QStringLiteral("--profile"), profile});
        QCOMPARE(second.exitCode(), 0);
        const QByteArray said = second.readAllStandardOutput();
        QVERIFY2(said.contains("already open"), said.constData());
        QCOMPARE(said.count('\n'), 1);
        end(first);
    }

private:
    void start(QProcess &program, const QStringList &arguments)
    {
        program.setProcessEnvironment(m_environment);
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/agent-inbox"),
                      arguments);
        QVERIFY(program.waitForStarted());
    }
    void run(QProcess &program, const QStringList &arguments)
    {
        start(program, arguments);
        program.closeWriteChannel();
        QTRY_COMPARE(program.state(), QProcess::NotRunning);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    }
    void end(QProcess &program)
    {
        program.terminate();
        QTRY_COMPARE(program.state(), QProcess::NotRunning);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }
    static bool isHeld(const QString &profile) { return QFile::exists(profile + QStringLiteral("/lock")); }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
