// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/currentconversation.h"

#include "models/heartbeat.h"
#include "tests/support/inboxfixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;

namespace {

constexpr int kPatience = 3'000; // milliseconds, for something that is due after one second

struct Desk : InboxFixture {
    Desk()
        : heartbeat(clock)
        , current(inbox, heartbeat)
        , backend(add())
    {
        for (int i = 1; i <= 3; ++i) {
            backend.conversationList << conversation(QString::number(i), i);
            backend.conversationList.last().unreadCount = 2;
        }
    }
    void open(const QString &id, bool peek = false)
    {
        current.open(key(id), peek);
        settle();
    }
    void beatAt(const QDateTime &time)
    {
        clock.set(time);
        heartbeat.beatNow();
    }

    // Opens conversation 3 in another place and waits until its rest is reported: whatever began to rest
    // before that has had its time.
    bool restElsewhere(const QStringList &expected)
    {
        CurrentConversation elsewhere(inbox, heartbeat);
        elsewhere.open(key(QStringLiteral("3")));
        return QTest::qWaitFor([&] { return backend.log.contains(QStringLiteral("read 3")); }, kPatience)
            && backend.log == expected + QStringList{QStringLiteral("read 3")};
    }

    Heartbeat heartbeat;
    CurrentConversation current;
    ScriptedBackend &backend;
};

const QStringList kReadOne{QStringLiteral("read 1")};

} // namespace

class TestCurrentConversation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nothingIsOpenAtFirst();
    void openingTellsOnce();
    void openThreadIsRead();
    void changeOfItsFactsIsTold();
    void changeOfAnotherIsNotTold();
    void replyStateMovesWithTheBeat();
    void beatIsQuietWithoutADeadline();
    void restIsReported();
    void passingByIsNotReported();
    void peekingIsNotReported();
    void endOfPeekingIsReported();
    void hiddenWindowReadsNothing();
    void missingCapabilityReportsNothing();
    void refusalIsNotRepeated();
    void newMessageIsReportedAgain();
    void othersAreOfTheSameProfile();
    void customFieldsHaveTheAccountsNames();
    void goneConversationIsTold();
    void removedAccountCloses();
};

void TestCurrentConversation::nothingIsOpenAtFirst()
{
    Desk desk;
    QVERIFY(desk.current.isEmpty());
    QVERIFY(!desk.current.conversation());
    QVERIFY(!desk.current.session());
    QVERIFY(desk.current.others().isEmpty());
    QCOMPARE(desk.current.customFieldNames(), QStringList(5));
    QCOMPARE(desk.current.serverNow(), kNoon);
}

void TestCurrentConversation::openingTellsOnce()
{
    Desk desk;
    desk.start();
    QSignalSpy opened(&desk.current, &CurrentConversation::opened);
    desk.current.open(Desk::key(QStringLiteral("1")));
    desk.current.open(Desk::key(QStringLiteral("1")));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(desk.current.replyState().kind, ReplyStateKind::Open);
    desk.current.open({});
    QCOMPARE(opened.size(), 2);
}

void TestCurrentConversation::openThreadIsRead()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"));
    const sync::Thread *thread = desk.session().thread(ConversationId(QStringLiteral("1")));
    QVERIFY(thread);
    QVERIFY(thread->loaded);
}

void TestCurrentConversation::changeOfItsFactsIsTold()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"));
    QSignalSpy changed(&desk.current, &CurrentConversation::changed);
    QSignalSpy reply(&desk.current, &CurrentConversation::replyStateChanged);
    desk.backend.at(QStringLiteral("1")).assignee = aylin();
    desk.poll();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reply.size(), 0);
    desk.backend.at(QStringLiteral("1")).replyPossible = false;
    desk.poll();
    QCOMPARE(reply.size(), 1);
    QCOMPARE(reply.at(0).at(0).value<ReplyState>().kind, ReplyStateKind::Open);
    QCOMPARE(desk.current.replyState().kind, ReplyStateKind::ExpiredRestartable);
}

void TestCurrentConversation::changeOfAnotherIsNotTold()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"));
    QSignalSpy changed(&desk.current, &CurrentConversation::changed);
    desk.backend.at(QStringLiteral("2")).assignee = aylin();
    desk.poll();
    QCOMPARE(changed.size(), 0);
}

void TestCurrentConversation::replyStateMovesWithTheBeat()
{
    Desk desk;
    desk.backend.at(QStringLiteral("1")).replyUntil = kNoon.addSecs(10);
    desk.start();
    desk.open(QStringLiteral("1"));
    QSignalSpy reply(&desk.current, &CurrentConversation::replyStateChanged);
    QSignalSpy countdown(&desk.current, &CurrentConversation::countdownMoved);
    desk.beatAt(kNoon.addSecs(9));
    QCOMPARE(reply.size(), 0);
    QCOMPARE(countdown.size(), 1);
    desk.beatAt(kNoon.addSecs(10));
    QCOMPARE(reply.size(), 1);
    QCOMPARE(desk.current.replyState().kind, ReplyStateKind::ClosingRace);
}

void TestCurrentConversation::beatIsQuietWithoutADeadline()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"));
    QSignalSpy countdown(&desk.current, &CurrentConversation::countdownMoved);
    QSignalSpy changed(&desk.current, &CurrentConversation::changed);
    desk.beatAt(kNoon.addSecs(1));
    QCOMPARE(countdown.size(), 0);
    QCOMPARE(changed.size(), 0);
}

void TestCurrentConversation::restIsReported()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"));
    QCOMPARE(desk.backend.log, QStringList()); // not at once
    QTRY_COMPARE_WITH_TIMEOUT(desk.backend.log, kReadOne, kPatience);
}

void TestCurrentConversation::passingByIsNotReported()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("2"));
    desk.open(QStringLiteral("3"));
    desk.open(QStringLiteral("1"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.backend.log, kReadOne, kPatience);
}

void TestCurrentConversation::peekingIsNotReported()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("2"), true);
    QVERIFY(desk.restElsewhere({}));
}

void TestCurrentConversation::endOfPeekingIsReported()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"), true);
    desk.open(QStringLiteral("1"), false);
    QTRY_COMPARE_WITH_TIMEOUT(desk.backend.log, kReadOne, kPatience);
}

void TestCurrentConversation::hiddenWindowReadsNothing()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"));
    desk.current.setVisible(false);
    QVERIFY(desk.restElsewhere({}));
    desk.current.setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(desk.backend.log.contains(QStringLiteral("read 1")), kPatience);
}

void TestCurrentConversation::missingCapabilityReportsNothing()
{
    Desk desk;
    desk.start();
    // Another account has the capability: its report tells that the time of a rest is over.
    ScriptedBackend &other = desk.add(QStringLiteral("other"));
    other.conversationList = {conversation(QStringLiteral("3"), 1, QStringLiteral("other"))};
    other.conversationList[0].unreadCount = 1;
    desk.session(QStringLiteral("other")).start();
    settle();
    desk.backend.setCapability(Capability::MarkRead, false);
    desk.open(QStringLiteral("1"));
    CurrentConversation elsewhere(desk.inbox, desk.heartbeat);
    elsewhere.open(Desk::key(QStringLiteral("3"), QStringLiteral("other")));
    QTRY_COMPARE_WITH_TIMEOUT(other.log, QStringList{QStringLiteral("read 3")}, kPatience);
    QCOMPARE(desk.backend.log, QStringList());
}

void TestCurrentConversation::refusalIsNotRepeated()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.backend.log, kReadOne, kPatience);
    desk.backend.reads.fail(ErrorKind::Rejected, Outcome::Refused);
    settle();
    QCOMPARE(desk.current.conversation()->unreadCount, 2);
    QVERIFY(desk.restElsewhere(kReadOne));
}

void TestCurrentConversation::newMessageIsReportedAgain()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.backend.log, kReadOne, kPatience);
    Conversation &c = desk.backend.at(QStringLiteral("1"));
    c.unreadCount = 0;
    desk.backend.reads.answer(c);
    settle();
    c.unreadCount = 1;
    c.latestMessage = message(QStringLiteral("99"), QStringLiteral("One more"), kNoon.addSecs(5));
    desk.poll();
    QTRY_COMPARE_WITH_TIMEOUT(desk.backend.log, kReadOne + kReadOne, kPatience);
}

void TestCurrentConversation::othersAreOfTheSameProfile()
{
    Desk desk;
    Profile maria;
    maria.id = ProfileId(QStringLiteral("7"));
    Profile other;
    other.id = ProfileId(QStringLiteral("8"));
    desk.backend.conversationList << conversation(QStringLiteral("4"), 4);
    desk.backend.at(QStringLiteral("1")).customer->profile = maria;
    desk.backend.at(QStringLiteral("2")).customer->profile = other;
    desk.backend.at(QStringLiteral("3")).customer->profile = maria;
    desk.backend.at(QStringLiteral("4")).customer->profile = maria;
    desk.start();
    desk.open(QStringLiteral("1"));
    const auto others = [&desk] {
        QStringList ids;
        for (const Conversation &c : desk.current.others())
            ids << c.key.id.value();
        return ids;
    };
    QCOMPARE(others(), QStringList({QStringLiteral("3"), QStringLiteral("4")}));
    desk.backend.at(QStringLiteral("2")).customer->profile = maria;
    desk.backend.at(QStringLiteral("3")).customer->profile = other;
    desk.poll();
    QCOMPARE(others(), QStringList({QStringLiteral("2"), QStringLiteral("4")}));
}

void TestCurrentConversation::customFieldsHaveTheAccountsNames()
{
    Desk desk;
    AccountConfig config;
    config.id = AccountId(QStringLiteral("named"));
    config.sessionOnly = true;
    config.settings.insert(customFieldsSetting, QStringLiteral("Contract\n\n Shoe size \na\nb\nc\nd"));
    desk.inbox.addSession(config, std::make_unique<ScriptedBackend>());
    desk.current.open(Desk::key(QStringLiteral("1"), QStringLiteral("named")));
    QCOMPARE(desk.current.customFieldNames(),
             QStringList({QStringLiteral("Contract"), QString(), QStringLiteral("Shoe size"),
                          QStringLiteral("a"), QStringLiteral("b")}));
}

void TestCurrentConversation::goneConversationIsTold()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"));
    QSignalSpy changed(&desk.current, &CurrentConversation::changed);
    desk.backend.conversationList.removeFirst();
    desk.poll();
    QVERIFY(changed.size() >= 1);
    QVERIFY(!desk.current.conversation());
    QVERIFY(!desk.current.isEmpty());
}

void TestCurrentConversation::removedAccountCloses()
{
    Desk desk;
    desk.start();
    desk.open(QStringLiteral("1"));
    QSignalSpy opened(&desk.current, &CurrentConversation::opened);
    desk.inbox.removeAccount(AccountId(QStringLiteral("demo")));
    QVERIFY(!desk.current.conversation());
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(desk.current.isEmpty());
}

QTEST_GUILESS_MAIN(TestCurrentConversation)
#include "tst_currentconversation.moc"
