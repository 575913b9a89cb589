// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/demoserver.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using inbox::app::DemoServer;

// How the child process is looked after; small shell scripts stand for the server.
class DemoServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        qunsetenv("AGENT_INBOX_DEMO_LOG");
        qunsetenv("AGENT_INBOX_DEMO_SPEED");
    }

    void saysWhereItAnswers()
    {
        DemoServer server(
            script("echo '{\"port\":4711,\"base_url\":\"http://127.0.0.1:4711\",\"user_id\":11}'; exec sleep "
                   "60"),
            state());
        const QSignalSpy ready(&server, &DemoServer::ready);
        server.start();
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(ready.first().at(0).toUrl(), QUrl(QStringLiteral("http://127.0.0.1:4711")));
        QCOMPARE(ready.first().at(2).value<inbox::domain::UserId>(),
                 inbox::domain::UserId(QStringLiteral("11")));
        QVERIFY(server.isRunning());
    }

    void saysWhereTheOtherApiIs()
    {
        DemoServer server(
            script("echo '{\"port\":1,\"base_url\":\"http://127.0.0.1:1/x\",\"chatcaptain\":"
                   "{\"base_url\":\"http://127.0.0.1:1\",\"chatbot\":\"b\",\"workspace\":\"w\","
                   "\"user_id\":\"u\"},\"zild\":{\"base_url\":\"http://127.0.0.1:1\"}}'; exec sleep 60"),
            state());
        const QSignalSpy captain(&server, &DemoServer::captainReady);
        const QSignalSpy zild(&server, &DemoServer::zildReady);
        server.start();
        QTRY_COMPARE(captain.count(), 1);
        QCOMPARE(zild.count(), 1);
        QCOMPARE(zild.first().at(1).toString().count(u'.'), 2);
        QVERIFY(zild.first().at(1).toString().endsWith(captain.first().at(1).toString()));
        const auto settings = captain.first().at(0).value<QMap<QString, QString>>();
        QCOMPARE(settings.value(QStringLiteral("chatbot")), QStringLiteral("b"));
        QCOMPARE(settings.value(QStringLiteral("url")), QStringLiteral("http://127.0.0.1:1"));
        QVERIFY(!captain.first().at(1).toString().isEmpty());
    }

    void theTokenTravelsInTheEnvironmentOnly()
    {
        DemoServer server(
            script("printf '%s' \"$AGENT_INBOX_DEMO_TOKEN\" > token; printf '%s ' \"$@\" > arguments\n"
                   "echo '{\"port\":1,\"base_url\":\"http://127.0.0.1:1\"}'; exec sleep 60"),
            state());
        const QSignalSpy ready(&server, &DemoServer::ready);
        server.start();
        QTRY_COMPARE(ready.count(), 1);
        const QByteArray token = ready.first().at(1).toString().toUtf8();
        QCOMPARE(token.size(), 64);
        QCOMPARE(content("token"), token);
        const QByteArray arguments = content("arguments");
        QVERIFY(!arguments.contains(token));
        QVERIFY2(arguments.contains(QByteArray("--state " + state().toUtf8())), arguments.constData());
        QVERIFY2(arguments.contains(
                     QByteArray("--parent-pid " + QByteArray::number(QCoreApplication::applicationPid()))),
                 arguments.constData());
        QVERIFY2(!arguments.contains("--log"), arguments.constData());
    }

    void eachRunHasItsOwnToken()
    {
        const QString program =
            script("echo '{\"port\":1,\"base_url\":\"http://127.0.0.1:1\"}'; exec sleep 60");
        QStringList tokens;
        for (int run = 0; run < 2; ++run) {
            DemoServer server(program, state());
            const QSignalSpy ready(&server, &DemoServer::ready);
            server.start();
            QTRY_COMPARE(ready.count(), 1);
            tokens.append(ready.first().at(1).toString());
        }
        QVERIFY(tokens.first() != tokens.last());
    }

    void passesLogAndSpeedOn()
    {
        qputenv("AGENT_INBOX_DEMO_LOG", "requests.log");
        qputenv("AGENT_INBOX_DEMO_SPEED", "4");
        DemoServer server(script("printf '%s ' \"$@\" > arguments\n"
                                 "echo '{\"port\":1,\"base_url\":\"http://127.0.0.1:1\"}'; exec sleep 60"),
                          state());
        const QSignalSpy ready(&server, &DemoServer::ready);
        server.start();
        QTRY_COMPARE(ready.count(), 1);
        QVERIFY(content("arguments").contains("--log requests.log --speed 4"));
    }

    void resettingForgetsTheWorld()
    {
        QFile world(state());
        QVERIFY(world.open(QIODevice::WriteOnly));
        DemoServer server(script("echo '{\"port\":1,\"base_url\":\"http://127.0.0.1:1\"}'; exec sleep 60"),
                          state());
        server.start(true);
        QVERIFY(!QFile::exists(state()));
    }

    void startsAgainOnTheSamePortWhenItDied()
    {
        DemoServer server(script("echo run >> runs; printf '%s ' \"$@\" > arguments\n"
                                 "echo '{\"port\":4711,\"base_url\":\"http://127.0.0.1:4711\"}'\n"
                                 "if [ \"$(wc -l < runs)\" = 1 ]; then exit 1; fi; exec sleep 60"),
                          state());
        const QSignalSpy ready(&server, &DemoServer::ready);
        const QSignalSpy restarted(&server, &DemoServer::restarted);
        server.start();
        QTRY_COMPARE(ready.count(), 2);
        QCOMPARE(restarted.count(), 1);
        QVERIFY(content("arguments").contains("--port 4711"));
        QCOMPARE(ready.at(0).at(1), ready.at(1).at(1));
    }

    void givesUpOnOneThatKeepsDying()
    {
        DemoServer server(script("exit 3"), state());
        const QSignalSpy failed(&server, &DemoServer::failed);
        server.start();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!failed.first().first().toString().isEmpty());
    }

    void saysWhenItsProgramIsMissing()
    {
        DemoServer server(m_dir->filePath(QStringLiteral("none")), state());
        const QSignalSpy failed(&server, &DemoServer::failed);
        server.start();
        QTRY_COMPARE(failed.count(), 1);
    }

    void trustsOnlyThisMachine()
    {
        DemoServer server(script("echo '{\"port\":80,\"base_url\":\"http://example.com\"}'; exec sleep 60"),
                          state());
        const QSignalSpy failed(&server, &DemoServer::failed);
        const QSignalSpy ready(&server, &DemoServer::ready);
        const QSignalSpy stopped(&server, &DemoServer::stopped);
        server.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(ready.count(), 0);
        QTRY_VERIFY(!server.isRunning());
        QCOMPARE(stopped.count(), 0); // nobody asked it to: the program goes on
    }

    void letsItSaveItsWorldBeforeItStops()
    {
        DemoServer server(
            script("trap 'echo saved > saved; exit 0' TERM\n"
                   "echo '{\"port\":1,\"base_url\":\"http://127.0.0.1:1\"}'; while :; do sleep 0.05; done"),
            state());
        const QSignalSpy ready(&server, &DemoServer::ready);
        const QSignalSpy stopped(&server, &DemoServer::stopped);
        server.start();
        QTRY_COMPARE(ready.count(), 1);
        server.stop();
        QTRY_COMPARE(stopped.count(), 1);
        QCOMPARE(content("saved"), QByteArray("saved\n"));
        QVERIFY(!server.isRunning());
    }

    void stopsOneThatDoesNotWantTo()
    {
        DemoServer server(
            script("trap '' TERM\n"
                   "echo '{\"port\":1,\"base_url\":\"http://127.0.0.1:1\"}'; while :; do sleep 0.05; done"),
            state());
        const QSignalSpy ready(&server, &DemoServer::ready);
        const QSignalSpy stopped(&server, &DemoServer::stopped);
        server.start();
        QTRY_COMPARE(ready.count(), 1);
        server.stop();
        QTRY_COMPARE(stopped.count(), 1);
    }

    void stoppingWhatNeverRanEndsToo()
    {
        DemoServer server(m_dir->filePath(QStringLiteral("none")), state());
        const QSignalSpy stopped(&server, &DemoServer::stopped);
        server.stop();
        QTRY_COMPARE(stopped.count(), 1);
    }

private:
    QString state() const { return m_dir->filePath(QStringLiteral("world.json")); }

    QString script(const char *body)
    {
        QFile file(m_dir->filePath(QStringLiteral("server.sh")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\ncd " + m_dir->path().toUtf8() + "\n" + body + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    QByteArray content(const char *name) const
    {
        QFile file(m_dir->filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(DemoServerTest)
#include "tst_demoserver.moc"
