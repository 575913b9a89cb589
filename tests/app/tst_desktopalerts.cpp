// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/desktopalerts.h"
#include "tests/support/inboxfixture.h"
#include "tests/support/notificationserver.h"
#include "ui/text/notificationwords.h"
#include "ui/window/mainwindow.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace inbox;
using namespace inbox::domain;
using models::NotificationPrivacy;
using models::PreferenceValues;
using test::InboxFixture;
using test::kNoon;
using tests::NotificationServer;
using tests::PrivateBus;

namespace {

const QString kName = QStringLiteral("Zerlina Quux");
const QString kWords = QStringLiteral("xylophone");

Conversation mine(const QString &id)
{
    Conversation c = test::conversation(id, 60);
    c.customer->name = kName;
    c.customer->displayId = QStringLiteral("+49 152 7777777");
    c.assignee = test::ben();
    c.latestCustomerMessage = c.latestMessage;
    return c;
}

// The window and the desktop's notifications as the program puts them together.
class Desk : public InboxFixture {
public:
    explicit Desk(int conversations = 1)
        : server(bus.address())
        , workspace(inbox)
        , window(std::make_unique<ui::MainWindow>(workspace, QString()))
        , alerts(inbox, workspace, bus.address())
        , backend(add())
    {
        for (int i = 1; i <= conversations; ++i)
            backend.conversationList << mine(QString::number(i));
        window->show();
        alerts.start(window->commands());
        alerts.model().setActive(false);
        QObject::connect(&alerts, &app::DesktopAlerts::conversationWanted, &alerts,
                         [this](const ConversationKey &key) { window->present(key); });
        start();
    }
    void writes(const QString &id, const QString &text = kWords)
    {
        clock.advanceSeconds(60);
        Conversation &c = backend.at(id);
        ++c.unreadCount;
        c.latestMessage = test::message(QStringLiteral("n%1").arg(++m_messages), text, clock.now());
        c.latestCustomerMessage = c.latestMessage;
    }

    PrivateBus bus;
    NotificationServer server;
    models::Workspace workspace;
    std::unique_ptr<ui::MainWindow> window;
    app::DesktopAlerts alerts;
    test::ScriptedBackend &backend;

private:
    int m_messages = 0;
};

} // namespace

// From a customer's message to what the desktop is asked to show, and back by a click.
class TestDesktopAlerts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PrivateBus::isInstalled())
            QSKIP("dbus-daemon is not installed");
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(
            "^(?!This plugin does not|QObject::connect: No such signal QPlatformNativeInterface::)")));
    }

    void nothingLeaksThatPrivacyForbids_data()
    {
        QTest::addColumn<NotificationPrivacy>("privacy");
        QTest::addColumn<bool>("name");
        QTest::addColumn<bool>("words");
        QTest::newRow("nothing") << NotificationPrivacy::Nothing << false << false;
        QTest::newRow("name") << NotificationPrivacy::Name << true << false;
        QTest::newRow("everything") << NotificationPrivacy::Everything << true << true;
    }
    void nothingLeaksThatPrivacyForbids()
    {
        QFETCH(NotificationPrivacy, privacy);
        QFETCH(bool, name);
        QFETCH(bool, words);
        Desk desk(3);
        desk.workspace.preferences.change(
            [&](PreferenceValues &values) { values.notificationPrivacy = privacy; });
        desk.writes(QStringLiteral("1")); // one alone
        desk.poll();
        QTRY_COMPARE(desk.server.notified.size(), 1);
        for (const char *id : {"1", "2", "3"}) // a group
            desk.writes(QString::fromLatin1(id));
        desk.poll();
        QTRY_COMPARE(desk.server.notified.size(), 2);
        desk.session().sendText(ConversationId(QStringLiteral("2")), kWords); // a failure
        test::settle();
        desk.backend.sends.fail(ErrorKind::Rejected, Outcome::Refused);
        QTRY_COMPARE(desk.server.notified.size(), 3);
        desk.backend.at(QStringLiteral("3")).replyUntil = desk.clock.now().addSecs(40 * 60); // a window
        desk.poll();
        desk.clock.advanceSeconds(15 * 60);
        desk.alerts.model().lookForClosingWindows();
        QTRY_COMPARE(desk.server.notified.size(), 4);
        for (const NotificationServer::Notified &n : std::as_const(desk.server.notified))
            QVERIFY(!n.summary.isEmpty());
        const QString all = desk.server.everything();
        QCOMPARE(all.contains(kName), name);
        QCOMPARE(all.contains(kWords), words);
        QVERIFY(!all.contains(QStringLiteral("7777777")));
    }

    void clickOpensTheConversation()
    {
        Desk desk(2);
        desk.writes(QStringLiteral("2"));
        desk.poll();
        QTRY_COMPARE(desk.server.notified.size(), 1);
        desk.window->showMinimized();
        Q_EMIT desk.server.ActionInvoked(desk.server.notified.constFirst().id, QStringLiteral("default"));
        QTRY_COMPARE(desk.window->openKey(), InboxFixture::key(QStringLiteral("2")));
        QVERIFY(!desk.window->isMinimized());
        QTRY_VERIFY(desk.window->isActiveWindow());
        QCOMPARE(desk.window->focusWidget()->accessibleName(), QStringLiteral("Messages"));
    }

    void clickFindsTheWindowThatIsThere()
    {
        Desk desk(1);
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QTRY_COMPARE(desk.server.notified.size(), 1);
        // As for another language: the window is made anew.
        desk.window = std::make_unique<ui::MainWindow>(desk.workspace, QString());
        desk.window->show();
        desk.alerts.start(desk.window->commands());
        Q_EMIT desk.server.ActionInvoked(desk.server.notified.constFirst().id, QStringLiteral("default"));
        QTRY_COMPARE(desk.window->openKey(), InboxFixture::key(QStringLiteral("1")));
    }

    void oneConversationHasOneNotification()
    {
        Desk desk(2);
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QTRY_COMPARE(desk.server.notified.size(), 1);
        desk.writes(QStringLiteral("1"));
        desk.writes(QStringLiteral("2"));
        desk.poll();
        QTRY_COMPARE(desk.server.notified.size(), 3);
        QSet<uint> ids;
        for (const NotificationServer::Notified &n : std::as_const(desk.server.notified))
            ids << n.id;
        QCOMPARE(ids.size(), 2);
    }

    void readingTakesItAway()
    {
        Desk desk(1);
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QTRY_COMPARE(desk.server.notified.size(), 1);
        desk.backend.at(QStringLiteral("1")).unreadCount = 0;
        desk.poll();
        QTRY_COMPARE(desk.server.closed, QList<uint>{desk.server.notified.constFirst().id});
    }

    void groupGoesWhenAllOfItIsRead()
    {
        Desk desk(3);
        QSignalSpy inboxWanted(&desk.alerts, &app::DesktopAlerts::inboxWanted);
        for (const char *id : {"1", "2", "3"})
            desk.writes(QString::fromLatin1(id));
        desk.poll();
        QTRY_COMPARE(desk.server.notified.size(), 1);
        QVERIFY(desk.server.notified.constFirst().summary.contains(u'3'));
        desk.backend.at(QStringLiteral("1")).unreadCount = 0;
        desk.poll();
        Q_EMIT desk.server.ActionInvoked(desk.server.notified.constFirst().id, QStringLiteral("default"));
        QTRY_COMPARE(inboxWanted.size(), 1);
        QVERIFY(desk.server.closed.isEmpty());
        for (const char *id : {"2", "3"})
            desk.backend.at(QString::fromLatin1(id)).unreadCount = 0;
        desk.poll();
        QTRY_COMPARE(desk.server.closed.size(), 1);
    }

    void titleCountsWhatIsUnread()
    {
        Desk desk(2);
        QCOMPARE(desk.window->windowTitle(), QStringLiteral("Agent Inbox"));
        desk.writes(QStringLiteral("1"));
        desk.writes(QStringLiteral("2"));
        desk.poll();
        QCOMPARE(desk.window->windowTitle(), QStringLiteral("(2) Agent Inbox"));
    }

    void trayThatComesLaterIsFound()
    {
        static bool comeMeanwhile;
        comeMeanwhile = false;
        Desk desk(1);
        const PrivateBus quiet; // nobody shows notifications there
        app::DesktopAlerts alerts(desk.inbox, desk.workspace, quiet.address(), nullptr,
                                  [] { return comeMeanwhile; });
        alerts.start(desk.window->commands());
        alerts.model().setActive(false);
        QVERIFY(!alerts.tray());
        comeMeanwhile = true;
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QTRY_VERIFY(alerts.tray());
        QVERIFY(alerts.tray()->toolTip().contains(ui::NotificationWords::unreadMine(1)));
    }

    void trayShowsTheCountAndTheTablesCommands()
    {
        Desk desk(1);
        ui::TrayIcon tray;
        tray.setCommands(desk.window->commands());
        tray.setUnread(3);
        QVERIFY(tray.toolTip().contains(ui::NotificationWords::unreadMine(3)));
        QVERIFY(tray.menu().actions().contains(desk.window->commands().action(ui::Command::ShowWindow)));
        QVERIFY(tray.menu().actions().contains(desk.window->commands().action(ui::Command::Quit)));
        for (const int size : {16, 32, 64}) {
            const QImage plain = ui::badgedIcon(0).pixmap(size).toImage();
            const QImage three = ui::badgedIcon(3).pixmap(size).toImage();
            QCOMPARE(three.size(), plain.size());
            QVERIFY(three != plain);
        }
        const QString folder = qEnvironmentVariable("AGENT_INBOX_PICTURES");
        if (!folder.isEmpty()) {
            for (const int unread : {1, 12, 240})
                ui::badgedIcon(unread).pixmap(128).save(folder + QStringLiteral("/badge-%1.png").arg(unread));
        }
    }
};

QTEST_MAIN(TestDesktopAlerts)
#include "tst_desktopalerts.moc"
