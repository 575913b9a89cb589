// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

// The demo server as a program: how it starts, what it prints, and when it ends.
class TestDemoProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void printsOneReadyLine();
    void takesTheTokenFromAFile();
    void endsWithoutAToken();
    void endsWithoutAFreePort();
    void endsWhenAskedAndSavesTheWorld();
    void endsWithStandardInput();
    void endsWithAnotherProcess();

private:
    static void prepare(QProcess &process, const QStringList &arguments, bool withToken = true)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("AGENT_INBOX_DEMO_TOKEN"));
        if (withToken)
            environment.insert(QStringLiteral("AGENT_INBOX_DEMO_TOKEN"), QStringLiteral("secret"));
        process.setProcessEnvironment(environment);
        process.setProgram(QString::fromUtf16(INBOX_DEMO_SERVER));
        process.setArguments(arguments);
        process.start();
    }
    static QJsonObject readyLine(QProcess &process)
    {
        QByteArray output;
        while (!output.contains('\n') && process.waitForReadyRead(10000))
            output += process.readAllStandardOutput();
        return output.count('\n') == 1 ? QJsonDocument::fromJson(output).object() : QJsonObject();
    }
    static QByteArray statusLine(int port, const QByteArray &token)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(port));
        if (!socket.waitForConnected(5000))
            return {};
        socket.write("GET /third-party/v1/settings/general HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                     + token + "\r\n\r\n");
        while (!socket.canReadLine() && socket.waitForReadyRead(5000)) { }
        return socket.readLine();
    }
};

void TestDemoProgram::printsOneReadyLine()
{
    QProcess process;
    prepare(process, {});
    const QJsonObject ready = readyLine(process);
    const int port = ready.value(QLatin1String("port")).toInt();
    QVERIFY(port > 0);
    QCOMPARE(ready.value(QLatin1String("base_url")).toString(),
             QStringLiteral("http://127.0.0.1:%1/third-party/v1").arg(port));
    QVERIFY(statusLine(port, "secret").startsWith("HTTP/1.1 200"));
    QVERIFY(statusLine(port, "guess").startsWith("HTTP/1.1 401"));
    process.terminate();
    QVERIFY(process.waitForFinished(5000));
    QVERIFY(process.readAllStandardOutput().isEmpty());
}

void TestDemoProgram::takesTheTokenFromAFile()
{
    QTemporaryDir folder;
    QFile token(folder.filePath(QStringLiteral("token")));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write("from-a-file\n");
    token.close();
    QProcess process;
    prepare(process, {QStringLiteral("--token-file"), token.fileName()}, false);
    const QJsonObject ready = readyLine(process);
    QVERIFY(statusLine(ready.value(QLatin1String("port")).toInt(), "from-a-file").startsWith("HTTP/1.1 200"));
    process.terminate();
    QVERIFY(process.waitForFinished(5000));
}

void TestDemoProgram::endsWithoutAToken()
{
    QProcess process;
    prepare(process, {}, false);
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardError().count('\n'), 1);
}

void TestDemoProgram::endsWithoutAFreePort()
{
    QProcess first;
    prepare(first, {});
    const QString port = QString::number(readyLine(first).value(QLatin1String("port")).toInt());
    QProcess second;
    prepare(second, {QStringLiteral("--port"), port});
    QVERIFY(second.waitForFinished(10000));
    QCOMPARE(second.exitCode(), 2);
    first.terminate();
    QVERIFY(first.waitForFinished(5000));
}

void TestDemoProgram::endsWhenAskedAndSavesTheWorld()
{
    QTemporaryDir folder;
    const QString state = folder.filePath(QStringLiteral("state.json"));
    QProcess process;
    prepare(process, {QStringLiteral("--state"), state});
    QVERIFY(readyLine(process).contains(QLatin1String("port")));
    process.terminate();
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(QFileInfo(state).size() > 0);
    QCOMPARE(QFileInfo(state).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
}

void TestDemoProgram::endsWithStandardInput()
{
    QProcess process;
    prepare(process, {QStringLiteral("--exit-on-stdin-eof")});
    QVERIFY(readyLine(process).contains(QLatin1String("port")));
    QCOMPARE(process.state(), QProcess::Running);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 0);
}

void TestDemoProgram::endsWithAnotherProcess()
{
    QProcess parent;
    parent.start(QStringLiteral("cat"), {});
    QVERIFY(parent.waitForStarted(5000));
    QProcess process;
    prepare(process, {QStringLiteral("--parent-pid"), QString::number(parent.processId())});
    QVERIFY(readyLine(process).contains(QLatin1String("port")));
    QCOMPARE(process.state(), QProcess::Running);
    parent.kill();
    QVERIFY(parent.waitForFinished(5000));
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestDemoProgram)
#include "tst_demoprogram.moc"
