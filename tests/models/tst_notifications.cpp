// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/notifications.h"
#include "models/workspace.h"
#include "tests/support/inboxfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;

namespace {

const QString kWords = QStringLiteral("My secret order");

Conversation mine(const QString &id, int minutesAgo = 60)
{
    Conversation c = conversation(id, minutesAgo);
    c.assignee = ben();
    c.latestCustomerMessage = c.latestMessage;
    return c;
}

// One account, already read once, at noon; nobody looks at the window.
class Desk : public InboxFixture {
public:
    explicit Desk(const QList<Conversation> &conversations = {mine(QStringLiteral("1"))})
        : workspace(inbox)
        , notifications(inbox, workspace.list, workspace.current, workspace.drafts, workspace.preferences)
        , backend(add())
    {
        QObject::connect(&notifications, &Notifications::raised, &notifications,
                         [this](const QList<Alert> &alerts) { raised << alerts; });
        QObject::connect(&notifications, &Notifications::settled, &notifications,
                         [this](const ConversationKey &key) { settled << key.id.value(); });
        backend.conversationList = conversations;
        start();
    }

    void writes(const QString &id, const QString &text = kWords)
    {
        clock.advanceSeconds(60);
        Conversation &c = backend.at(id);
        ++c.unreadCount;
        c.latestMessage = message(QStringLiteral("n%1").arg(++m_messages), text, clock.now());
        c.latestCustomerMessage = c.latestMessage;
    }
    void change(const std::function<void(PreferenceValues &)> &edit) { workspace.preferences.change(edit); }

    Workspace workspace;
    Notifications notifications;
    ScriptedBackend &backend;
    QList<QList<Alert>> raised;
    QStringList settled;

private:
    int m_messages = 0;
};

} // namespace

// What is worth a notification. The clock stands unless a test moves it.
class TestNotifications : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void whatWasThereAtTheStartIsNoNews()
    {
        Conversation unread = mine(QStringLiteral("1"));
        unread.unreadCount = 3;
        Conversation closing = mine(QStringLiteral("2"));
        closing.replyUntil = kNoon.addSecs(10 * 60);
        Conversation failed = mine(QStringLiteral("3"));
        failed.latestMessage = message(QStringLiteral("f"), QStringLiteral("Ours"), kNoon.addSecs(-600),
                                       MessageAuthor::Agent, DeliveryStatus::Error);
        Desk desk({unread, closing, failed});
        desk.poll();
        desk.notifications.lookForClosingWindows();
        QVERIFY(desk.raised.isEmpty());
    }

    void aHeldReplyThatCanBeSentIsTold()
    {
        Conversation closed = mine(QStringLiteral("1"));
        closed.replyPossible = false;
        closed.replyUntil = kNoon.addSecs(-60);
        Desk desk({closed});
        const ConversationKey key = desk.key(QStringLiteral("1"));
        desk.workspace.drafts.setDraft(key, {QStringLiteral("My answer"), 0, {}});
        desk.writes(QStringLiteral("1"));
        Conversation &open = desk.backend.at(QStringLiteral("1"));
        open.replyPossible = true;
        open.replyUntil = desk.clock.now().addDays(1);
        desk.poll();
        QCOMPARE(desk.raised.size(), 1); // and not once more for the message itself
        QCOMPARE(desk.raised.constFirst().size(), 1);
        QCOMPARE(desk.raised.constFirst().constFirst().kind, Alert::Kind::ReplyReady);
        QCOMPARE(desk.raised.constFirst().constFirst().key, key);
        desk.workspace.drafts.clear(key);
        QVERIFY(desk.settled.contains(QStringLiteral("1")));
    }

    void aMentionIsToldOnce()
    {
        Conversation theirs = conversation(QStringLiteral("1"), 60);
        Conversation before = conversation(QStringLiteral("2"), 60);
        before.mentions = {ben().id};
        Desk desk({theirs, before});
        desk.poll();
        QVERIFY(desk.raised.isEmpty()); // it was there at the start
        Conversation &c = desk.backend.at(QStringLiteral("1"));
        c.mentions = {aylin().id};
        desk.poll();
        QVERIFY(desk.raised.isEmpty());
        c.mentions << ben().id;
        desk.poll();
        desk.poll();
        QCOMPARE(desk.raised.size(), 1);
        QCOMPARE(desk.raised.constFirst().constFirst().kind, Alert::Kind::Mention);
        QCOMPARE(desk.raised.constFirst().constFirst().key, Desk::key(QStringLiteral("1")));
        QVERIFY(!desk.settled.contains(QStringLiteral("1")));
        c.mentionsSeen = {ben().id}; // looked at elsewhere
        desk.poll();
        QVERIFY(desk.settled.contains(QStringLiteral("1")));
        desk.change([](PreferenceValues &values) { values.notifyMentions = false; });
        desk.backend.at(QStringLiteral("2")).mentions.clear();
        desk.poll();
        desk.backend.at(QStringLiteral("2")).mentions = {ben().id};
        desk.poll();
        QCOMPARE(desk.raised.size(), 1);
    }

    void whoIAmNowIsNotToldOfOldMentions()
    {
        Conversation c = conversation(QStringLiteral("1"), 60);
        c.mentions = {aylin().id};
        Desk desk({c});
        desk.workspace.actions.setMe(Desk::key(QStringLiteral("1")).account, aylin().id);
        desk.writes(QStringLiteral("1")); // something else changes
        desk.poll();
        QVERIFY(desk.raised.isEmpty());
    }

    void whatIMentionOrTakeBackMyselfIsNoNews()
    {
        Conversation c = conversation(QStringLiteral("1"), 60);
        Desk desk({c});
        desk.backend.setCapability(Capability::Mention, true);
        InboxActions &actions = desk.workspace.actions;
        const ConversationKey key = Desk::key(QStringLiteral("1"));
        const auto answered = [&](const QList<UserId> &mentions) {
            QCOMPARE(desk.backend.updates.waiting(), 1);
            desk.backend.at(QStringLiteral("1")).mentions = mentions;
            desk.backend.updates.answer(desk.backend.at(QStringLiteral("1")));
            desk.poll();
        };
        actions.setMention(key, ben().id, true);
        settle();
        answered({ben().id});
        QCOMPARE(desk.inbox.conversation(key)->mentions, QList<UserId>{ben().id});
        actions.setMention(key, ben().id, false);
        settle();
        answered({});
        actions.undo(); // mentions me again
        settle();
        answered({ben().id});
        QCOMPARE(desk.inbox.conversation(key)->mentions, QList<UserId>{ben().id});
        QVERIFY(desk.raised.isEmpty());
    }

    void newMessageInMineIsTold()
    {
        Desk desk;
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QCOMPARE(desk.raised.size(), 1);
        const Alert &alert = desk.raised.constFirst().constFirst();
        QCOMPARE(alert.kind, Alert::Kind::NewMessage);
        QCOMPARE(alert.key, Desk::key(QStringLiteral("1")));
        desk.poll(); // nothing new
        QCOMPARE(desk.raised.size(), 1);
    }

    void othersConversationsAreNot()
    {
        Conversation theirs = mine(QStringLiteral("1"));
        theirs.assignee = aylin();
        Conversation nobodys = mine(QStringLiteral("2"));
        nobodys.assignee.reset();
        Desk desk({theirs, nobodys});
        desk.writes(QStringLiteral("1"));
        desk.writes(QStringLiteral("2"));
        desk.poll();
        QVERIFY(desk.raised.isEmpty());
    }

    void aConversationNotSeenBeforeIsToldWhenItIsNew()
    {
        Desk desk;
        desk.clock.advanceSeconds(60);
        Conversation fresh = mine(QStringLiteral("2"));
        fresh.latestCustomerMessage->sentAt = desk.clock.now();
        fresh.latestMessage = fresh.latestCustomerMessage;
        desk.backend.conversationList << fresh << mine(QStringLiteral("3")); // 3: from a later page, old
        desk.poll();
        QCOMPARE(desk.raised.size(), 1);
        QCOMPARE(desk.raised.constFirst().size(), 1);
        QCOMPARE(desk.raised.constFirst().constFirst().key, Desk::key(QStringLiteral("2")));
    }

    void whatIsOnScreenIsNotTold()
    {
        Desk desk;
        desk.workspace.current.open(Desk::key(QStringLiteral("1")), true);
        desk.workspace.current.setVisible(true);
        desk.notifications.setActive(true);
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QVERIFY(desk.raised.isEmpty());
        desk.notifications.setActive(false); // another program's window is in front
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QCOMPARE(desk.raised.size(), 1);
    }

    void oneAnswerTellsAllAtOnce()
    {
        Desk desk({mine(QStringLiteral("1")), mine(QStringLiteral("2")), mine(QStringLiteral("3"))});
        for (const char *id : {"1", "2", "3"})
            desk.writes(QString::fromLatin1(id));
        desk.poll();
        QCOMPARE(desk.raised.size(), 1);
        QCOMPARE(desk.raised.constFirst().size(), 3);
    }

    void privacyDecidesWhatAnAlertHolds_data()
    {
        QTest::addColumn<NotificationPrivacy>("privacy");
        QTest::addColumn<bool>("name");
        QTest::addColumn<bool>("text");
        QTest::newRow("nothing") << NotificationPrivacy::Nothing << false << false;
        QTest::newRow("name") << NotificationPrivacy::Name << true << false;
        QTest::newRow("everything") << NotificationPrivacy::Everything << true << true;
    }
    void privacyDecidesWhatAnAlertHolds()
    {
        QFETCH(NotificationPrivacy, privacy);
        QFETCH(bool, name);
        QFETCH(bool, text);
        Desk desk;
        desk.change([&](PreferenceValues &values) { values.notificationPrivacy = privacy; });
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QCOMPARE(desk.raised.size(), 1);
        const Alert &alert = desk.raised.constFirst().constFirst();
        QCOMPARE(alert.customer, name ? QStringLiteral("Customer 1") : QString());
        QCOMPARE(alert.text, text ? kWords : QString());
    }

    void quietHours_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("until");
        QTest::addColumn<QTime>("now");
        QTest::addColumn<bool>("quiet");
        const QTime eight(8, 0);
        const QTime twenty(20, 0);
        QTest::newRow("by day, before") << eight << twenty << QTime(7, 59) << false;
        QTest::newRow("by day, begins") << eight << twenty << eight << true;
        QTest::newRow("by day, ends") << eight << twenty << twenty << false;
        QTest::newRow("by night, evening") << twenty << eight << QTime(23, 0) << true;
        QTest::newRow("by night, midnight") << twenty << eight << QTime(0, 0) << true;
        QTest::newRow("by night, morning") << twenty << eight << QTime(7, 59) << true;
        QTest::newRow("by night, over") << twenty << eight << eight << false;
        QTest::newRow("all day") << eight << eight << QTime(12, 0) << true;
    }
    void quietHours()
    {
        QFETCH(QTime, from);
        QFETCH(QTime, until);
        QFETCH(QTime, now);
        PreferenceValues values;
        values.quietFrom = from;
        values.quietUntil = until;
        QVERIFY(!Notifications::isQuiet(values, now));
        values.quietHours = true;
        QTEST(Notifications::isQuiet(values, now), "quiet");
    }

    void quietHoursAreThePersonsOwn()
    {
        // The tests run in Berlin: noon UTC is 13:00 there.
        Desk desk;
        desk.change([](PreferenceValues &values) {
            values.quietHours = true;
            values.quietFrom = QTime(13, 0);
            values.quietUntil = QTime(13, 30);
        });
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QVERIFY(desk.raised.isEmpty());
        QCOMPARE(desk.workspace.list.unreadCount(View::Mine), 1); // nothing is lost
        desk.clock.advanceSeconds(30 * 60);
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QCOMPARE(desk.raised.size(), 1);
    }

    void eachKindCanBeTurnedOff()
    {
        Desk desk;
        desk.change([](PreferenceValues &values) { values.notifyNewMessages = false; });
        desk.writes(QStringLiteral("1"));
        desk.poll();
        QVERIFY(desk.raised.isEmpty());
    }

    void windowAboutToCloseIsToldOnce()
    {
        Conversation c = mine(QStringLiteral("1"));
        c.replyUntil = kNoon.addSecs(40 * 60);
        Desk desk({c});
        desk.notifications.lookForClosingWindows();
        QVERIFY(desk.raised.isEmpty()); // still time
        desk.clock.advanceSeconds(11 * 60);
        desk.notifications.lookForClosingWindows();
        desk.notifications.lookForClosingWindows();
        QCOMPARE(desk.raised.size(), 1);
        const Alert &alert = desk.raised.constFirst().constFirst();
        QCOMPARE(alert.kind, Alert::Kind::WindowClosing);
        QCOMPARE(alert.secondsLeft, 29 * 60);
        // A later window of the same conversation is another one.
        desk.backend.at(QStringLiteral("1")).replyUntil = kNoon.addSecs(60 * 60);
        desk.poll();
        desk.clock.advanceSeconds(20 * 60);
        desk.notifications.lookForClosingWindows();
        QCOMPARE(desk.raised.size(), 2);
    }

    void windowIsNoNewsWhenNobodyWaits()
    {
        Conversation answered = mine(QStringLiteral("1"));
        answered.latestMessage =
            message(QStringLiteral("a"), QStringLiteral("Answer"), kNoon.addSecs(-60), MessageAuthor::Agent);
        answered.replyUntil = kNoon.addSecs(40 * 60);
        Conversation theirs = mine(QStringLiteral("2"));
        theirs.assignee = aylin();
        theirs.replyUntil = answered.replyUntil;
        Desk desk({answered, theirs});
        desk.clock.advanceSeconds(20 * 60);
        desk.notifications.lookForClosingWindows();
        QVERIFY(desk.raised.isEmpty());
    }

    void windowIsToldAfterQuietHours()
    {
        Conversation c = mine(QStringLiteral("1"));
        c.replyUntil = kNoon.addSecs(40 * 60);
        Desk desk({c});
        desk.change([](PreferenceValues &values) {
            values.quietHours = true;
            values.quietFrom = QTime(13, 0);
            values.quietUntil = QTime(13, 20);
        });
        desk.clock.advanceSeconds(15 * 60);
        desk.notifications.lookForClosingWindows();
        QVERIFY(desk.raised.isEmpty());
        desk.clock.advanceSeconds(6 * 60);
        desk.notifications.lookForClosingWindows();
        QCOMPARE(desk.raised.size(), 1);
    }

    void failedSendIsTold()
    {
        Desk desk;
        desk.session().sendText(ConversationId(QStringLiteral("1")), kWords);
        settle();
        desk.backend.sends.fail(ErrorKind::Rejected, Outcome::Refused);
        settle();
        QCOMPARE(desk.raised.size(), 1);
        QCOMPARE(desk.raised.constFirst().constFirst().kind, Alert::Kind::FailedSend);
        QVERIFY(!desk.raised.constFirst().constFirst().outcomeUnknown);
        QCOMPARE(desk.raised.constFirst().constFirst().text, QString()); // the name only
    }

    void deliveryThatFailsIsTold()
    {
        Desk desk;
        desk.clock.advanceSeconds(60);
        desk.backend.at(QStringLiteral("1")).latestMessage =
            message(QStringLiteral("f"), QStringLiteral("Ours"), desk.clock.now(), MessageAuthor::Agent,
                    DeliveryStatus::Error);
        desk.poll();
        QCOMPARE(desk.raised.size(), 1);
        QCOMPARE(desk.raised.constFirst().constFirst().kind, Alert::Kind::FailedSend);
        desk.poll();
        QCOMPARE(desk.raised.size(), 1);
    }

    void whatWasOpenedIsSettled()
    {
        Desk desk;
        desk.writes(QStringLiteral("1"));
        desk.poll();
        desk.workspace.current.setVisible(true);
        desk.workspace.current.open(Desk::key(QStringLiteral("1")), true);
        QVERIFY(desk.settled.isEmpty()); // the window is not in front
        desk.notifications.setActive(true);
        QCOMPARE(desk.settled, QStringList{QStringLiteral("1")});
    }

    void whatWasReadElsewhereIsSettled()
    {
        Desk desk;
        desk.writes(QStringLiteral("1"));
        desk.poll();
        desk.backend.at(QStringLiteral("1")).unreadCount = 0;
        desk.poll();
        QCOMPARE(desk.settled, QStringList{QStringLiteral("1")});
    }

    void whatIsGoneIsSettled()
    {
        Desk desk;
        desk.writes(QStringLiteral("1"));
        desk.poll();
        desk.inbox.removeAccount(AccountId(QStringLiteral("demo")));
        QCOMPARE(desk.settled, QStringList{QStringLiteral("1")});
    }
};

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
