// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/desktop/notifier.h"
#include "tests/support/notificationserver.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace inbox;
using desktop::Notification;
using desktop::Notifier;
using tests::NotificationServer;
using tests::PrivateBus;

namespace {

Notification hello(const QString &tag = QStringLiteral("a"), const QString &body = QStringLiteral("Hello"))
{
    return {tag, QStringLiteral("Maria Keller"), body, QStringLiteral("Open")};
}

} // namespace

// Notifications against a real bus and a server of the test's own.
class TestNotifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PrivateBus::isInstalled())
            QSKIP("dbus-daemon is not installed");
        qRegisterMetaType<Notification>();
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }

    void showsWhatItIsGiven()
    {
        const PrivateBus bus;
        NotificationServer server(bus.address());
        QVERIFY(server.isUp());
        Notifier notifier(bus.address());
        notifier.show(hello());
        QTRY_COMPARE(server.notified.size(), 1);
        const NotificationServer::Notified &shown = server.notified.constFirst();
        QCOMPARE(shown.summary, QStringLiteral("Maria Keller"));
        QCOMPARE(shown.body, QStringLiteral("Hello"));
        QCOMPARE(shown.actions, (QStringList{QStringLiteral("default"), QStringLiteral("Open")}));
        QCOMPARE(shown.hints.value(QStringLiteral("desktop-entry")).toString(),
                 QStringLiteral("agent-inbox"));
    }

    void capabilitiesAreAskedOnce()
    {
        const PrivateBus bus;
        NotificationServer server(bus.address());
        Notifier notifier(bus.address());
        notifier.show(hello(QStringLiteral("a")));
        notifier.show(hello(QStringLiteral("b")));
        QTRY_COMPARE(server.notified.size(), 2);
        notifier.show(hello(QStringLiteral("c")));
        QTRY_COMPARE(server.notified.size(), 3);
        QCOMPARE(server.asked, 1);
    }

    void markupIsEscaped()
    {
        const PrivateBus bus;
        NotificationServer server(bus.address());
        Notifier notifier(bus.address());
        notifier.show(hello({}, QStringLiteral("<b>R&D</b> <img src=\"file:///etc/passwd\">")));
        QTRY_COMPARE(server.notified.size(), 1);
        QCOMPARE(server.notified.constFirst().body,
                 QStringLiteral("&lt;b&gt;R&amp;D&lt;/b&gt; &lt;img src=&quot;file:///etc/passwd&quot;&gt;"));
    }

    void plainServerGetsPlainText()
    {
        const PrivateBus bus;
        NotificationServer server(bus.address());
        server.capabilities = {QStringLiteral("body")};
        Notifier notifier(bus.address());
        notifier.show(hello({}, QStringLiteral("R&D")));
        QTRY_COMPARE(server.notified.size(), 1);
        QCOMPARE(server.notified.constFirst().body, QStringLiteral("R&D"));
        QVERIFY(server.notified.constFirst().actions.isEmpty());
    }

    void sameTagReplaces()
    {
        const PrivateBus bus;
        NotificationServer server(bus.address());
        Notifier notifier(bus.address());
        notifier.show(hello(QStringLiteral("a"), QStringLiteral("one")));
        QTRY_COMPARE(server.notified.size(), 1);
        // Before and after the answer with the id has come.
        notifier.show(hello(QStringLiteral("a"), QStringLiteral("two")));
        notifier.show(hello(QStringLiteral("a"), QStringLiteral("three")));
        QTRY_VERIFY(server.notified.constLast().body == QLatin1String("three"));
        QCOMPARE(server.notified.constFirst().replaces, 0u);
        for (const NotificationServer::Notified &n : server.notified.mid(1))
            QCOMPARE(n.replaces, server.notified.constFirst().id);
        notifier.show(hello(QStringLiteral("b")));
        QTRY_COMPARE(server.notified.constLast().replaces, 0u);
    }

    void clickTellsTheTag()
    {
        const PrivateBus bus;
        NotificationServer server(bus.address());
        Notifier notifier(bus.address());
        QSignalSpy activated(&notifier, &Notifier::activated);
        notifier.show(hello(QStringLiteral("a")));
        notifier.show(hello(QStringLiteral("b")));
        QTRY_COMPARE(server.notified.size(), 2);
        notifier.show(hello(QStringLiteral("c"))); // by its arrival both ids are known
        QTRY_COMPARE(server.notified.size(), 3);
        Q_EMIT server.ActivationToken(server.notified.at(1).id, QStringLiteral("leave"));
        Q_EMIT server.ActionInvoked(server.notified.at(1).id, QStringLiteral("default"));
        Q_EMIT server.ActionInvoked(4711, QStringLiteral("default")); // another program's
        QTRY_COMPARE(activated.size(), 1);
        QCOMPARE(activated.constFirst().constFirst().toString(), QStringLiteral("b"));
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("leave"));
    }

    void closeTakesItAway()
    {
        const PrivateBus bus;
        NotificationServer server(bus.address());
        Notifier notifier(bus.address());
        notifier.show(hello());
        QTRY_COMPARE(server.notified.size(), 1);
        notifier.close(QStringLiteral("a")); // perhaps before the answer has come
        QTRY_COMPARE(server.closed, QList<uint>{server.notified.constFirst().id});
        notifier.show(hello());
        QTRY_COMPARE(server.notified.size(), 2);
        QCOMPARE(server.notified.constLast().replaces, 0u);
    }

    void closedByThePersonIsForgotten()
    {
        const PrivateBus bus;
        NotificationServer server(bus.address());
        Notifier notifier(bus.address());
        QSignalSpy closed(&notifier, &Notifier::closed);
        notifier.show(hello());
        QTRY_COMPARE(server.notified.size(), 1);
        notifier.show(hello(QStringLiteral("b")));
        QTRY_COMPARE(server.notified.size(), 2);
        Q_EMIT server.NotificationClosed(server.notified.constFirst().id, 2);
        QTRY_COMPARE(closed.size(), 1);
        notifier.show(hello());
        QTRY_COMPARE(server.notified.size(), 3);
        QCOMPARE(server.notified.constLast().replaces, 0u);
    }

    void endTakesAwayWhatIsShown()
    {
        const PrivateBus bus;
        NotificationServer server(bus.address());
        {
            Notifier notifier(bus.address());
            notifier.show(hello());
            notifier.show(hello(QStringLiteral("b")));
            QTRY_COMPARE(server.notified.size(), 2);
            notifier.show(hello(QStringLiteral("c")));
            QTRY_COMPARE(server.notified.size(), 3);
        }
        QTRY_VERIFY(server.closed.size() >= 2);
    }

    void withoutABusItComesBackAtOnce()
    {
        Notifier notifier(QStringLiteral("unix:path=/nonexistent/bus"));
        QSignalSpy undelivered(&notifier, &Notifier::undelivered);
        notifier.show(hello());
        QTRY_COMPARE_WITH_TIMEOUT(undelivered.size(), 1, Notifier::defaultPatience / 2);
        QCOMPARE(undelivered.constFirst().constFirst().value<Notification>().tag, QStringLiteral("a"));
    }

    void withoutAServerItComesBack()
    {
        const PrivateBus bus;
        Notifier notifier(bus.address());
        QSignalSpy undelivered(&notifier, &Notifier::undelivered);
        notifier.show(hello());
        QTRY_COMPARE_WITH_TIMEOUT(undelivered.size(), 1, 2 * Notifier::defaultPatience);
    }

    void silentServerCostsOnlyPatience()
    {
        const PrivateBus bus;
        NotificationServer server(bus.address());
        server.silent = true;
        constexpr int kPatience = 300;
        Notifier notifier(bus.address(), kPatience);
        QSignalSpy undelivered(&notifier, &Notifier::undelivered);
        notifier.show(hello());
        QTRY_COMPARE(undelivered.size(), 1);
        // It is not given up for ever.
        server.silent = false;
        notifier.show(hello());
        QTRY_COMPARE(server.notified.size(), 1);
    }

    void silentBusDoesNotFreezeTheProgram()
    {
        const QTemporaryDir dir;
        QLocalServer bus; // takes the connection and never says a word
        QVERIFY(bus.listen(dir.filePath(QStringLiteral("bus"))));
        constexpr int kPatience = 300;
        Notifier notifier(QStringLiteral("unix:path=") + bus.fullServerName(), kPatience);
        QSignalSpy undelivered(&notifier, &Notifier::undelivered);
        QElapsedTimer time;
        time.start();
        notifier.show(hello());
        QVERIFY2(time.elapsed() < 100, "show() waited");
        qint64 longest = 0;
        QTimer beat;
        QElapsedTimer since;
        since.start();
        connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
        beat.start(10);
        QTRY_COMPARE(undelivered.size(), 1);
        QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
        // So that the thread which waits for the bus comes back.
        while (QLocalSocket *socket = bus.nextPendingConnection())
            socket->abort();
        bus.close();
    }

    void serverThatDiesIsMissedAndItsSuccessorUsed()
    {
        const PrivateBus bus;
        auto server = std::make_unique<NotificationServer>(bus.address());
        Notifier notifier(bus.address());
        QSignalSpy undelivered(&notifier, &Notifier::undelivered);
        notifier.show(hello());
        QTRY_COMPARE(server->notified.size(), 1);
        server.reset();
        notifier.show(hello());
        QTRY_COMPARE(undelivered.size(), 1);
        NotificationServer successor(bus.address());
        QVERIFY(successor.isUp());
        successor.capabilities = {QStringLiteral("body")};
        notifier.show(hello({}, QStringLiteral("R&D")));
        QTRY_COMPARE(successor.notified.size(), 1);
        QCOMPARE(successor.notified.constFirst().replaces, 0u);
        QCOMPARE(successor.notified.constFirst().body, QStringLiteral("R&D"));
    }
};

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
