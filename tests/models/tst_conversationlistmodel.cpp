// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/conversationlistmodel.h"

#include "models/drafts.h"
#include "models/heartbeat.h"
#include "tests/support/inboxfixture.h"
#include "tests/support/rowshadow.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;

namespace {

// A list over one scripted account, watched by the model tester and by a shadow from before its first row.
struct Desk : InboxFixture {
    explicit Desk(int page = ConversationListModel::usualPage)
        : heartbeat(clock)
        , model(inbox, drafts, heartbeat, page)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
        , backend(add())
        , shadow(model, [this](int row) { return text(row); })
    {
        model.setView(View::All);
    }

    // Begins with these conversations, in the order of the list of the model.
    void begin(const QList<Conversation> &conversations)
    {
        backend.conversationList = conversations;
        start();
        shadow.steps = shadow.changes = shadow.resets = 0;
    }
    QString text(int row) const
    {
        const ConversationRow &r = model.row(row);
        return r.key.id.value() + u' ' + r.name + u' ' + QString::number(r.unread) + u' '
            + QString::number(r.revision);
    }
    QStringList ids() const
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row)
            result << model.row(row).key.id.value();
        return result;
    }
    QString order() const { return ids().join(u' '); }
    // Something happens in conversation `id`, `minutes` after noon.
    void write(const QString &id, int minutes)
    {
        backend.at(id).latestMessage = message(QStringLiteral("n%1-%2").arg(id).arg(minutes),
                                               QStringLiteral("News"), kNoon.addSecs(60 * minutes));
    }
    void beatAt(const QDateTime &time)
    {
        clock.set(time);
        heartbeat.beatNow();
    }

    Drafts drafts{inbox};
    Heartbeat heartbeat;
    ConversationListModel model;
    QAbstractItemModelTester tester;
    ScriptedBackend &backend;
    RowShadow shadow;
};

QList<Conversation> abc()
{
    return {conversation(QStringLiteral("1"), 30), conversation(QStringLiteral("2"), 20),
            conversation(QStringLiteral("3"), 10)};
}

Conversation closingIn(const QString &id, int minutes)
{
    Conversation c = conversation(id, 5);
    c.replyUntil = kNoon.addSecs(60 * minutes);
    return c;
}

} // namespace

#define COMPARE_SHADOW(desk) QCOMPARE((desk).shadow.rows, (desk).shadow.present())

class TestConversationListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void latestActivityComesFirst();
    void tiesAreSortedById();
    void viewHoldsWhatBelongs_data();
    void viewHoldsWhatBelongs();
    void firstAnswerIsOneInsertion();
    void unchangedAnswerChangesNothing();
    void changeTouchesOneRow();
    void newsMovesOneRow();
    void rowMovesDownToo();
    void rowLeavesAndComesBack();
    void removedConversationLeaves();
    void frozenListHoldsStill();
    void frozenListCountsOnlyWhatWouldMove();
    void frozenRowStaysWhenItsConversationIsGone();
    void waitingChangesAreAppliedOnce();
    void changeThatUndoesItselfDoesNotWait();
    void ownActionCutsThroughTheFreeze();
    void unfreezingAppliesWhatWaits();
    void countsFollow();
    void closingViewFollowsTheDeadlines();
    void nextToCloseGoesRound();
    void countdownTouchesOnlyRowsWhoseMinuteChanged();
    void urgencyChangesOnTheSecond();
    void windowThatClosesLeavesTheClosingView();
    void snoozeEndsByItself();
    void jumpOfTheServersClockIsNoticed();
    void newDayRepaintsAll();
    void searchFinds_data();
    void searchFinds();
    void searchLeavesByExactSteps();
    void largeSearchResets();
    void draftIsPreviewed();
    void aColleaguesWordsHaveTheirName();
    void messageOnItsWayIsPreviewed();
    void failedSendIsMarked();
    void whatTheThreadHidesTheRowHidesToo();
    void unconfirmedChangeIsMarked();
    void readingIsNotMarked();
    void accountNameShowsOnlyWithSeveral();
    void changedMeMovesMine();
    void neighbourOfALeavingRow();
    void rolesGiveRowAndKey();
    void onlyThePageThatIsLookedAtIsARow();
    void whatABotAnswersIsCounted();
    void whatLeavesTheListIsCheckedNoMore();
    void randomChangesMatchARebuild_data();
    void randomChangesMatchARebuild();
    void oneChangeAmongTenThousandIsCheap();
};

void TestConversationListModel::latestActivityComesFirst()
{
    Desk desk;
    desk.begin(abc());
    QCOMPARE(desk.order(), QStringLiteral("3 2 1"));
}

void TestConversationListModel::tiesAreSortedById()
{
    Desk desk;
    desk.begin({conversation(QStringLiteral("10"), 5), conversation(QStringLiteral("9"), 5),
                conversation(QStringLiteral("07"), 5), conversation(QStringLiteral("7"), 5)});
    QCOMPARE(desk.order(), QStringLiteral("07 7 9 10"));
}

void TestConversationListModel::viewHoldsWhatBelongs_data()
{
    QTest::addColumn<View>("view");
    QTest::addColumn<QString>("expected");
    QTest::newRow("mine") << View::Mine << QStringLiteral("mine");
    QTest::newRow("unassigned") << View::Unassigned << QStringLiteral("nobody was-snoozed");
    QTest::newRow("all") << View::All
                         << QStringLiteral("mine nobody theirs snoozed was-snoozed strange closing");
    QTest::newRow("closing") << View::Closing << QStringLiteral("closing");
    QTest::newRow("done") << View::Done << QStringLiteral("done done-snoozed");
    QTest::newRow("snoozed") << View::Snoozed << QStringLiteral("snoozed");
    QTest::newRow("mentions") << View::Mentions << QStringLiteral("theirs snoozed");
}

void TestConversationListModel::viewHoldsWhatBelongs()
{
    QFETCH(View, view);
    QFETCH(QString, expected);
    int age = 0;
    const auto named = [&age](const char *name) { return conversation(QString::fromLatin1(name), ++age); };
    Conversation mine = named("mine");
    mine.assignee = ben();
    Conversation theirs = named("theirs");
    theirs.assignee = aylin();
    theirs.mentions = {aylin().id, ben().id};
    Conversation snoozed = named("snoozed");
    snoozed.snoozeUntil = kNoon.addSecs(60);
    snoozed.assignee = ben();
    snoozed.mentions = snoozed.mentionsSeen = {ben().id};
    Conversation wasSnoozed = named("was-snoozed");
    wasSnoozed.snoozeUntil = kNoon;
    Conversation done = named("done");
    done.status.value = ConversationStatus::Done;
    done.replyUntil = kNoon.addSecs(3600);
    done.assignee = ben();
    done.mentions = {ben().id};
    Conversation doneSnoozed = named("done-snoozed");
    doneSnoozed.status.value = ConversationStatus::Done;
    doneSnoozed.snoozeUntil = kNoon.addSecs(60);
    Conversation strange = named("strange");
    strange.status = {ConversationStatus::Unknown, QStringLiteral("parked")};
    strange.assignee = user(QStringLiteral("7"), QString()); // a colleague without a name is not nobody
    Conversation closing = named("closing");
    closing.replyUntil = kNoon.addSecs(3600);
    closing.assignee = aylin();
    closing.mentions = {aylin().id};
    Conversation nobody = conversation(QStringLiteral("nobody"), 2);

    Desk desk;
    desk.model.setView(view);
    desk.begin({mine, theirs, nobody, snoozed, wasSnoozed, done, doneSnoozed, strange, closing});
    QCOMPARE(desk.order(), expected);
    QCOMPARE(desk.model.count(view), desk.model.rowCount());
}

void TestConversationListModel::firstAnswerIsOneInsertion()
{
    Desk desk;
    QSignalSpy inserted(&desk.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&desk.model, &QAbstractItemModel::dataChanged);
    desk.begin(abc());
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(changed.size(), 0);
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::unchangedAnswerChangesNothing()
{
    Desk desk;
    desk.begin(abc());
    QSignalSpy counts(&desk.model, &ConversationListModel::countsChanged);
    desk.poll();
    QCOMPARE(desk.shadow.steps, 0);
    QCOMPARE(desk.shadow.changes, 0);
    QCOMPARE(counts.size(), 0);
}

void TestConversationListModel::changeTouchesOneRow()
{
    Desk desk;
    desk.begin(abc());
    QSignalSpy changed(&desk.model, &QAbstractItemModel::dataChanged);
    desk.backend.at(QStringLiteral("2")).unreadCount = 4;
    desk.poll();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(2).value<QList<int>>(), QList<int>({ConversationListModel::RowRole}));
    QCOMPARE(desk.shadow.steps, 0);
    QCOMPARE(desk.model.row(1).unread, 4);
}

void TestConversationListModel::newsMovesOneRow()
{
    Desk desk;
    desk.begin(abc());
    QSignalSpy moved(&desk.model, &QAbstractItemModel::rowsMoved);
    desk.write(QStringLiteral("1"), 1);
    desk.poll();
    QCOMPARE(desk.order(), QStringLiteral("1 3 2"));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.at(0).at(1).toInt(), 2);
    QCOMPARE(moved.at(0).at(4).toInt(), 0);
    QCOMPARE(desk.shadow.steps, 1);
    QCOMPARE(desk.shadow.changes, 1);
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::rowMovesDownToo()
{
    Desk desk;
    desk.model.setView(View::Closing);
    desk.begin({closingIn(QStringLiteral("1"), 60), closingIn(QStringLiteral("2"), 120),
                closingIn(QStringLiteral("3"), 180)});
    desk.backend.at(QStringLiteral("1")).replyUntil = kNoon.addSecs(150 * 60);
    desk.poll();
    QCOMPARE(desk.order(), QStringLiteral("2 1 3"));
    QCOMPARE(desk.shadow.steps, 1);
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::rowLeavesAndComesBack()
{
    Desk desk;
    desk.begin(abc());
    desk.backend.at(QStringLiteral("2")).status.value = ConversationStatus::Done;
    desk.poll();
    QCOMPARE(desk.order(), QStringLiteral("3 1"));
    QCOMPARE(desk.model.rowOf(Desk::key(QStringLiteral("2"))), -1);
    desk.backend.at(QStringLiteral("2")).status.value = ConversationStatus::InProgress;
    desk.poll();
    QCOMPARE(desk.order(), QStringLiteral("3 2 1"));
    QCOMPARE(desk.model.rowOf(Desk::key(QStringLiteral("2"))), 1);
    QCOMPARE(desk.shadow.steps, 2);
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::removedConversationLeaves()
{
    Desk desk;
    desk.begin(abc());
    desk.backend.conversationList.removeAt(1);
    desk.poll();
    QCOMPARE(desk.order(), QStringLiteral("3 1"));
    QCOMPARE(desk.model.count(View::All), 2);
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::frozenListHoldsStill()
{
    Desk desk;
    desk.begin(abc());
    desk.model.setFrozen(true);
    QSignalSpy waiting(&desk.model, &ConversationListModel::waitingChangesChanged);
    desk.write(QStringLiteral("1"), 1); // would move
    desk.backend.at(QStringLiteral("2")).status.value = ConversationStatus::Done; // would leave
    desk.backend.conversationList << conversation(QStringLiteral("4"), 0); // would appear
    desk.poll();
    QCOMPARE(desk.order(), QStringLiteral("3 2 1"));
    QCOMPARE(desk.shadow.steps, 0);
    QCOMPARE(desk.model.waitingChanges(), 3);
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.at(0).at(0).toInt(), 3);
    // What the rows say is up to date all the same.
    QCOMPARE(desk.model.row(2).previewText, QStringLiteral("News"));
    QVERIFY(desk.model.row(1).status == ConversationStatus::Done);
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::frozenListCountsOnlyWhatWouldMove()
{
    Desk desk;
    desk.begin(abc());
    desk.model.setFrozen(true);
    desk.write(QStringLiteral("3"), 1); // is the first already
    desk.backend.at(QStringLiteral("1")).unreadCount = 2;
    desk.poll();
    QCOMPARE(desk.model.waitingChanges(), 0);
    QCOMPARE(desk.shadow.changes, 2);
}

void TestConversationListModel::frozenRowStaysWhenItsConversationIsGone()
{
    Desk desk;
    desk.begin(abc());
    desk.model.setFrozen(true);
    desk.backend.conversationList.removeAt(1);
    desk.poll();
    QCOMPARE(desk.order(), QStringLiteral("3 2 1"));
    QCOMPARE(desk.model.waitingChanges(), 1);
    QCOMPARE(desk.model.row(1).name, QStringLiteral("Customer 2"));
    desk.model.applyWaiting();
    QCOMPARE(desk.order(), QStringLiteral("3 1"));
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::waitingChangesAreAppliedOnce()
{
    Desk desk;
    desk.begin(abc());
    desk.model.setFrozen(true);
    desk.write(QStringLiteral("1"), 1);
    desk.poll();
    desk.model.applyWaiting();
    QCOMPARE(desk.order(), QStringLiteral("1 3 2"));
    QCOMPARE(desk.model.waitingChanges(), 0);
    QVERIFY(desk.model.isFrozen());
    desk.write(QStringLiteral("2"), 2);
    desk.poll();
    QCOMPARE(desk.order(), QStringLiteral("1 3 2"));
    QCOMPARE(desk.model.waitingChanges(), 1);
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::changeThatUndoesItselfDoesNotWait()
{
    Desk desk;
    desk.begin(abc());
    desk.model.setFrozen(true);
    desk.backend.at(QStringLiteral("2")).status.value = ConversationStatus::Done;
    desk.poll();
    QCOMPARE(desk.model.waitingChanges(), 1);
    desk.backend.at(QStringLiteral("2")).status.value = ConversationStatus::ToDo;
    desk.poll();
    QCOMPARE(desk.model.waitingChanges(), 0);
}

void TestConversationListModel::ownActionCutsThroughTheFreeze()
{
    Desk desk;
    desk.begin(abc());
    desk.model.setFrozen(true);
    desk.write(QStringLiteral("1"), 1);
    desk.poll();
    desk.session().setStatus(ConversationId(QStringLiteral("2")), ConversationStatus::Done);
    desk.model.applyFor(Desk::key(QStringLiteral("2")));
    QCOMPARE(desk.order(), QStringLiteral("3 1"));
    QCOMPARE(desk.model.waitingChanges(), 1);
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::unfreezingAppliesWhatWaits()
{
    Desk desk;
    desk.begin(abc());
    desk.model.setFrozen(true);
    desk.write(QStringLiteral("1"), 1);
    desk.poll();
    desk.model.setFrozen(false);
    QCOMPARE(desk.order(), QStringLiteral("1 3 2"));
    QCOMPARE(desk.model.waitingChanges(), 0);
    QCOMPARE(desk.shadow.resets, 0);
}

void TestConversationListModel::countsFollow()
{
    Desk desk;
    desk.begin(abc());
    QSignalSpy counts(&desk.model, &ConversationListModel::countsChanged);
    QCOMPARE(desk.model.count(View::Unassigned), 3);
    QCOMPARE(desk.model.countWithStatus(ConversationStatus::ToDo), 3);
    QCOMPARE(desk.model.unreadCount(View::All), 0);
    desk.backend.at(QStringLiteral("1")).unreadCount = 5;
    desk.backend.at(QStringLiteral("1")).assignee = ben();
    desk.backend.at(QStringLiteral("2")).status.value = ConversationStatus::InProgress;
    desk.backend.at(QStringLiteral("3")).status.value = ConversationStatus::Done;
    desk.poll();
    QCOMPARE(counts.size(), 1);
    QCOMPARE(desk.model.count(View::Unassigned), 1);
    QCOMPARE(desk.model.count(View::Mine), 1);
    QCOMPARE(desk.model.count(View::Done), 1);
    QCOMPARE(desk.model.count(View::All), 2);
    QCOMPARE(desk.model.unreadCount(View::All), 1);
    QCOMPARE(desk.model.unreadCount(View::Done), 0);
    QCOMPARE(desk.model.countWithStatus(ConversationStatus::ToDo), 1);
    QCOMPARE(desk.model.countWithStatus(ConversationStatus::InProgress), 1);
}

void TestConversationListModel::closingViewFollowsTheDeadlines()
{
    Desk desk;
    desk.model.setView(View::Closing);
    Conversation race = closingIn(QStringLiteral("race"), -1); // should have closed, the server says no
    Conversation estimated = closingIn(QStringLiteral("estimated"), 90);
    estimated.replyPossible = std::nullopt;
    Conversation closed = closingIn(QStringLiteral("closed"), 100);
    closed.replyPossible = false;
    desk.begin({closingIn(QStringLiteral("late"), 300), closingIn(QStringLiteral("soon"), 10), race,
                estimated, closed, conversation(QStringLiteral("endless"), 1)});
    QCOMPARE(desk.order(), QStringLiteral("race soon estimated late"));
    QCOMPARE(desk.model.closingSoonCount(), 3);
}

void TestConversationListModel::nextToCloseGoesRound()
{
    Desk desk;
    QVERIFY(desk.model.nextToClose().isEmpty());
    desk.begin({closingIn(QStringLiteral("1"), 30), closingIn(QStringLiteral("2"), 10),
                closingIn(QStringLiteral("3"), 20), conversation(QStringLiteral("4"), 1)});
    const auto next = [&desk](const char *after) {
        return desk.model.nextToClose(Desk::key(QString::fromLatin1(after))).id.value();
    };
    QCOMPARE(desk.model.nextToClose().id.value(), QStringLiteral("2"));
    QCOMPARE(next("2"), QStringLiteral("3"));
    QCOMPARE(next("3"), QStringLiteral("1"));
    QCOMPARE(next("1"), QStringLiteral("2"));
    QCOMPARE(next("4"), QStringLiteral("2")); // has no deadline itself
}

void TestConversationListModel::countdownTouchesOnlyRowsWhoseMinuteChanged()
{
    Desk desk;
    Conversation half = closingIn(QStringLiteral("half"), 300);
    half.replyUntil = kNoon.addSecs(300 * 60 + 30);
    desk.begin({closingIn(QStringLiteral("full"), 300), half, conversation(QStringLiteral("endless"), 1)});
    desk.beatAt(kNoon);
    QCOMPARE(desk.shadow.changes, 0);
    desk.beatAt(kNoon.addSecs(1)); // 300 min becomes 299 min 59 s
    QCOMPARE(desk.shadow.changes, 1);
    for (int second = 2; second <= 30; ++second)
        desk.beatAt(kNoon.addSecs(second));
    QCOMPARE(desk.shadow.changes, 1);
    desk.beatAt(kNoon.addSecs(31)); // the other's turn
    QCOMPARE(desk.shadow.changes, 2);
    for (int second = 32; second <= 60; ++second)
        desk.beatAt(kNoon.addSecs(second));
    QCOMPARE(desk.shadow.changes, 2);
    desk.beatAt(kNoon.addSecs(61));
    QCOMPARE(desk.shadow.changes, 3);
    QCOMPARE(desk.shadow.steps, 0);
}

void TestConversationListModel::urgencyChangesOnTheSecond()
{
    Desk desk;
    desk.begin({closingIn(QStringLiteral("1"), 241)});
    const auto urgency = [&desk](int seconds) {
        desk.beatAt(kNoon.addSecs(seconds));
        return desk.model.row(0).reply.urgency;
    };
    QCOMPARE(urgency(59), Urgency::Neutral);
    QCOMPARE(desk.model.closingSoonCount(), 0);
    QCOMPARE(urgency(60), Urgency::Amber);
    QCOMPARE(desk.model.closingSoonCount(), 1);
    QCOMPARE(urgency(211 * 60 - 1), Urgency::Amber);
    QCOMPARE(urgency(211 * 60), Urgency::Red);
}

void TestConversationListModel::windowThatClosesLeavesTheClosingView()
{
    Desk desk;
    desk.model.setView(View::Closing);
    Conversation estimated = closingIn(QStringLiteral("estimated"), 1);
    estimated.replyPossible = std::nullopt;
    desk.begin({estimated, closingIn(QStringLiteral("said"), 1)});
    desk.beatAt(kNoon.addSecs(59));
    QCOMPARE(desk.model.rowCount(), 2);
    desk.beatAt(kNoon.addSecs(60));
    // An estimate is over; what the server said is read again first.
    QCOMPARE(desk.order(), QStringLiteral("said"));
    QCOMPARE(desk.model.row(0).reply.kind, ReplyStateKind::ClosingRace);
}

void TestConversationListModel::snoozeEndsByItself()
{
    Desk desk;
    desk.model.setView(View::Unassigned);
    Conversation c = conversation(QStringLiteral("1"), 1);
    c.snoozeUntil = kNoon.addSecs(90);
    desk.begin({c});
    desk.beatAt(kNoon.addSecs(89));
    QCOMPARE(desk.model.rowCount(), 0);
    QCOMPARE(desk.model.count(View::Snoozed), 1);
    desk.beatAt(kNoon.addSecs(90));
    QCOMPARE(desk.model.rowCount(), 1);
    QCOMPARE(desk.model.count(View::Snoozed), 0);
}

void TestConversationListModel::jumpOfTheServersClockIsNoticed()
{
    Desk desk;
    desk.begin({closingIn(QStringLiteral("1"), 60)});
    QCOMPARE(desk.model.row(0).reply.urgency, Urgency::Amber);
    desk.backend.offset = std::chrono::minutes(45); // this machine's clock is slow
    desk.heartbeat.beatNow();
    QCOMPARE(desk.model.row(0).reply.urgency, Urgency::Red);
    desk.backend.offset = std::chrono::minutes(-300);
    desk.heartbeat.beatNow();
    QCOMPARE(desk.model.row(0).reply.urgency, Urgency::Neutral);
}

void TestConversationListModel::newDayRepaintsAll()
{
    Desk desk;
    desk.begin(abc());
    QSignalSpy changed(&desk.model, &QAbstractItemModel::dataChanged);
    desk.beatAt(kNoon.addDays(1));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(desk.shadow.changes, 3);
}

void TestConversationListModel::searchFinds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing typed") << QString() << QStringLiteral("maria jose other");
    QTest::newRow("name") << QStringLiteral("keller") << QStringLiteral("maria");
    QTest::newRow("name without accent") << QStringLiteral("JOSE") << QStringLiteral("jose");
    QTest::newRow("two words") << QStringLiteral("keller parcel") << QStringLiteral("maria");
    QTest::newRow("a word too many") << QStringLiteral("keller banana") << QString();
    QTest::newRow("text") << QStringLiteral("straße") << QStringLiteral("jose");
    QTest::newRow("national number") << QStringLiteral("0152 2356") << QStringLiteral("maria");
    QTest::newRow("number in a word") << QStringLiteral("maria 23567929") << QStringLiteral("maria");
    QTest::newRow("number of the profile") << QStringLiteral("+34 600") << QStringLiteral("jose");
    QTest::newRow("e-mail") << QStringLiteral("jose@example") << QStringLiteral("jose");
    QTest::newRow("not across fields") << QStringLiteral("ParcelMaria") << QString();
}

void TestConversationListModel::searchFinds()
{
    QFETCH(QString, words);
    QFETCH(QString, expected);
    Conversation maria = conversation(QStringLiteral("maria"), 1);
    maria.customer->name = QStringLiteral("Maria Keller");
    maria.customer->displayId = QStringLiteral("4915223567929");
    maria.latestMessage->contents = {TextContent{QStringLiteral("Is my parcel on its way?")}};
    Conversation jose = conversation(QStringLiteral("jose"), 2);
    jose.customer->profile = Profile();
    jose.customer->profile->name = QStringLiteral("José");
    jose.customer->profile->phoneNumber = QStringLiteral("+34 600 123 456");
    jose.customer->profile->email = QStringLiteral("jose@example.com");
    jose.latestMessage->contents = {TextContent{QStringLiteral("Hauptstrasse 5")}};
    Desk desk;
    desk.begin({maria, jose, conversation(QStringLiteral("other"), 3)});
    desk.model.setSearchText(words);
    QCOMPARE(desk.order(), expected);
    QCOMPARE(desk.model.count(View::All), 3);
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::searchLeavesByExactSteps()
{
    Desk desk;
    desk.begin(abc());
    desk.model.setSearchText(QStringLiteral("customer 2"));
    QCOMPARE(desk.order(), QStringLiteral("2"));
    QCOMPARE(desk.shadow.steps, 2);
    desk.model.setSearchText(QString());
    QCOMPARE(desk.order(), QStringLiteral("3 2 1"));
    QCOMPARE(desk.shadow.steps, 4);
    QCOMPARE(desk.shadow.resets, 0);
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::largeSearchResets()
{
    Desk desk;
    QList<Conversation> many;
    for (int i = 0; i < 300; ++i)
        many << conversation(QString::number(i), i);
    desk.begin(many);
    desk.model.setSearchText(QStringLiteral("customer 299"));
    QCOMPARE(desk.order(), QStringLiteral("299"));
    QCOMPARE(desk.shadow.resets, 1);
    QCOMPARE(desk.shadow.steps, 0);
}

void TestConversationListModel::draftIsPreviewed()
{
    Desk desk;
    desk.begin(abc());
    desk.drafts.setDraft(Desk::key(QStringLiteral("2")), {QStringLiteral("I will\nlook"), 3, {}});
    QCOMPARE(desk.model.row(1).preview, PreviewKind::Draft);
    QCOMPARE(desk.model.row(1).previewText, QStringLiteral("I will look"));
    QCOMPARE(desk.shadow.changes, 1);
    desk.drafts.clear(Desk::key(QStringLiteral("2")));
    QCOMPARE(desk.model.row(1).preview, PreviewKind::Text);
}

void TestConversationListModel::aColleaguesWordsHaveTheirName()
{
    Desk desk;
    QList<Conversation> all = abc();
    all[1].latestMessage->author.value = MessageAuthor::Agent;
    all[1].latestMessage->userId = aylin().id;
    desk.begin(all);
    QCOMPARE(desk.model.row(1).previewBy, aylin().id);
    QCOMPARE(desk.model.row(1).previewByName, QString());
    // Met where they have a conversation of their own.
    desk.shadow.steps = 0;
    all[0].assignee = aylin();
    desk.backend.conversationList = all;
    desk.session().refresh();
    settle();
    QCOMPARE(desk.model.row(1).previewByName, aylin().name);
    QCOMPARE(desk.shadow.steps, 0);
}

void TestConversationListModel::messageOnItsWayIsPreviewed()
{
    Desk desk;
    desk.begin(abc());
    desk.session().sendText(ConversationId(QStringLiteral("2")), QStringLiteral("On its way"));
    QCOMPARE(desk.model.row(1).previewText, QStringLiteral("On its way"));
    QVERIFY(desk.model.row(1).previewFromUs);
}

void TestConversationListModel::failedSendIsMarked()
{
    Desk desk;
    desk.begin(abc());
    desk.session().sendText(ConversationId(QStringLiteral("2")), QStringLiteral("Hi"));
    settle(); // its thread was not open and is read first
    QVERIFY(!desk.model.row(1).failedSend);
    desk.backend.sends.fail(ErrorKind::Rejected, Outcome::Refused);
    settle();
    QVERIFY(desk.model.row(1).failedSend);
}

void TestConversationListModel::whatTheThreadHidesTheRowHidesToo()
{
    Desk desk;
    const QList<Conversation> all = abc();
    Message secret = *all.at(1).latestMessage;
    secret.id = MessageId(QStringLiteral("of the thread"));
    secret.sensitive = true;
    desk.backend.messagesOf.insert(ConversationId(QStringLiteral("2")), {secret});
    desk.begin(all);
    QCOMPARE(desk.model.row(1).preview, PreviewKind::Text);
    desk.session().setOpenConversation(ConversationId(QStringLiteral("2")));
    settle();
    QCOMPARE(desk.model.row(1).preview, PreviewKind::Sensitive);
    QCOMPARE(desk.model.row(1).previewText, QString());
    desk.session().refresh(); // the list goes on saying the words
    settle();
    QCOMPARE(desk.model.row(1).preview, PreviewKind::Sensitive);
    desk.model.setSearchText(QStringLiteral("hello"));
    QCOMPARE(desk.ids(), (QStringList{QStringLiteral("3"), QStringLiteral("1")}));
}

void TestConversationListModel::unconfirmedChangeIsMarked()
{
    Desk desk;
    desk.begin(abc());
    desk.session().setStatus(ConversationId(QStringLiteral("2")), ConversationStatus::InProgress);
    QVERIFY(desk.model.row(1).pending);
    QVERIFY(desk.model.row(1).status == ConversationStatus::InProgress);
    desk.backend.updates.fail(ErrorKind::Rejected, Outcome::Refused);
    settle();
    QVERIFY(!desk.model.row(1).pending);
    QVERIFY(desk.model.row(1).status == ConversationStatus::ToDo);
}

void TestConversationListModel::readingIsNotMarked()
{
    Desk desk;
    QList<Conversation> list = abc();
    list[1].unreadCount = 3;
    desk.begin(list);
    desk.session().noteRead(ConversationId(QStringLiteral("2")));
    QCOMPARE(desk.model.row(1).unread, 0);
    QVERIFY(!desk.model.row(1).pending);
}

void TestConversationListModel::accountNameShowsOnlyWithSeveral()
{
    Desk desk;
    desk.begin(abc());
    QCOMPARE(desk.model.row(0).accountName, QString());
    ScriptedBackend &second = desk.add(QStringLiteral("shop"));
    second.conversationList = {conversation(QStringLiteral("1"), 0, QStringLiteral("shop"))};
    desk.session(QStringLiteral("shop")).start();
    settle();
    QCOMPARE(desk.order(), QStringLiteral("1 3 2 1"));
    QCOMPARE(desk.model.row(0).accountName, QStringLiteral("shop"));
    QCOMPARE(desk.model.row(1).accountName, QStringLiteral("demo"));
    desk.inbox.removeAccount(AccountId(QStringLiteral("shop")));
    QCOMPARE(desk.order(), QStringLiteral("3 2 1"));
    QCOMPARE(desk.model.row(0).accountName, QString());
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::changedMeMovesMine()
{
    Desk desk;
    desk.model.setView(View::Mine);
    QList<Conversation> list = abc();
    list[0].assignee = ben();
    list[1].assignee = aylin();
    desk.begin(list);
    QCOMPARE(desk.order(), QStringLiteral("1"));
    desk.session().setNameAndMe(QStringLiteral("demo"), aylin().id);
    QCOMPARE(desk.order(), QStringLiteral("2"));
    desk.session().setNameAndMe(QStringLiteral("demo"), UserId());
    QCOMPARE(desk.order(), QString());
}

void TestConversationListModel::neighbourOfALeavingRow()
{
    Desk desk;
    desk.begin(abc());
    const auto neighbour = [&desk](const char *id) {
        return desk.model.neighbour(Desk::key(QString::fromLatin1(id))).id.value();
    };
    QCOMPARE(neighbour("3"), QStringLiteral("2"));
    QCOMPARE(neighbour("1"), QStringLiteral("2"));
    QCOMPARE(neighbour("9"), QString());
    desk.model.setSearchText(QStringLiteral("customer 1"));
    QCOMPARE(neighbour("1"), QString());
}

void TestConversationListModel::rolesGiveRowAndKey()
{
    Desk desk;
    desk.begin(abc());
    const QModelIndex second = desk.model.index(1);
    QCOMPARE(second.data(ConversationListModel::KeyRole).value<ConversationKey>(),
             Desk::key(QStringLiteral("2")));
    QCOMPARE(second.data(ConversationListModel::RowRole).value<ConversationRow>().name,
             QStringLiteral("Customer 2"));
    QVERIFY(!second.data().isValid()); // the words are the window's
}

void TestConversationListModel::onlyThePageThatIsLookedAtIsARow()
{
    Desk desk(10);
    QList<Conversation> list;
    for (int i = 0; i < 40; ++i)
        list << conversation(QString::number(i), i);
    desk.begin(list);
    QCOMPARE(desk.model.rowCount(), 10);
    QCOMPARE(desk.model.length(), 40);
    QCOMPARE(desk.model.count(View::All), 40);
    const ConversationKey deep{desk.session().id(), ConversationId(QStringLiteral("25"))};
    QCOMPARE(desk.model.rowOf(deep), -1);
    QCOMPARE(desk.model.find(deep)->name, desk.backend.at(QStringLiteral("25")).customer->name);
    QCOMPARE(desk.model.neighbour({deep.account, ConversationId(QStringLiteral("9"))}).id.value(),
             QStringLiteral("10"));

    // What happens out of sight is no step; what comes into sight is one.
    desk.backend.at(QStringLiteral("25")).unreadCount = 3;
    desk.poll();
    QCOMPARE(desk.shadow.steps, 0);
    QCOMPARE(desk.shadow.changes, 0);
    desk.write(QStringLiteral("25"), 200);
    desk.poll();
    QCOMPARE(desk.model.rowOf(deep), 0);
    QCOMPARE(desk.shadow.steps, 1);
    COMPARE_SHADOW(desk);

    // A row that leaves is followed up, so that no screen runs empty.
    for (int i = 0; i < 3; ++i)
        desk.backend.at(QString::number(i)).status.value = ConversationStatus::Done;
    desk.poll();
    QCOMPARE(desk.model.rowCount(), 10);
    COMPARE_SHADOW(desk);

    desk.model.showUpTo({deep.account, ConversationId(QStringLiteral("30"))});
    QVERIFY(desk.model.rowOf({deep.account, ConversationId(QStringLiteral("30"))}) > 0);
    desk.model.showAll();
    QCOMPARE(desk.model.rowCount(), desk.model.length());
    COMPARE_SHADOW(desk);
}

void TestConversationListModel::whatABotAnswersIsCounted()
{
    Desk desk;
    QList<Conversation> list = abc();
    list[0].status.value = ConversationStatus::Bot;
    list[1].assignee = ben();
    desk.begin(list);
    QCOMPARE(desk.model.count(View::All), 3);
    QCOMPARE(desk.model.count(View::Mine), 1);
    QCOMPARE(desk.model.count(View::Unassigned), 2);
    QCOMPARE(desk.model.count(View::Closing), 0);
    QCOMPARE(desk.model.countWithStatus(ConversationStatus::Bot), 1);
}

void TestConversationListModel::whatLeavesTheListIsCheckedNoMore()
{
    Desk desk(2);
    desk.begin(abc());
    QSignalSpy changed(&desk.model, &ConversationListModel::checkedChanged);
    desk.model.checkAll(); // also what is not in the window
    QCOMPARE(desk.model.checkedCount(), 3);
    QCOMPARE(desk.model.data(desk.model.index(0), Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(changed.count(), 1);
    desk.backend.at(QStringLiteral("2")).status.value = ConversationStatus::Done;
    desk.poll();
    QCOMPARE(desk.model.checkedCount(), 2);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(desk.model.checked().constFirst().id.value(), QStringLiteral("3"));
    desk.model.setView(View::Done);
    QCOMPARE(desk.model.checkedCount(), 0);
    QCOMPARE(changed.count(), 3);
    desk.model.setChecked({desk.session().id(), ConversationId(QStringLiteral("1"))}, true); // not here
    QCOMPARE(desk.model.checkedCount(), 0);
    QVERIFY(desk.model.checked().isEmpty());
}

void TestConversationListModel::randomChangesMatchARebuild_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("page");
    for (int seed = 1; seed <= 12; ++seed) {
        QTest::addRow("seed %d", seed) << seed << ConversationListModel::usualPage;
        QTest::addRow("seed %d, rows of the window 4 by 4", seed) << seed << 4;
    }
}

void TestConversationListModel::randomChangesMatchARebuild()
{
    QFETCH(int, seed);
    QFETCH(int, page);
    QRandomGenerator random(seed);
    Desk desk(page);
    QList<Conversation> list;
    for (int i = 0; i < 25; ++i)
        list << conversation(QString::number(i), int(random.bounded(30)));
    desk.begin(list);
    int nextId = 100;
    int minute = 0;
    for (int round = 0; round < 60; ++round) {
        for (int i = int(random.bounded(5)); i >= 0; --i) {
            QList<Conversation> &all = desk.backend.conversationList;
            const int at = all.isEmpty() ? -1 : int(random.bounded(int(all.size())));
            switch (at < 0 ? 0 : random.bounded(7)) {
            case 0:
                all << conversation(QString::number(++nextId), int(random.bounded(30)));
                break;
            case 1:
                all.removeAt(at);
                break;
            case 2:
                desk.write(all.at(at).key.id.value(), ++minute);
                break;
            case 3:
                all[at].status.value =
                    random.bounded(2) ? ConversationStatus::Done : ConversationStatus::ToDo;
                break;
            case 4:
                all[at].assignee = random.bounded(2) ? std::optional(ben()) : std::nullopt;
                break;
            case 5:
                all[at].replyUntil = kNoon.addSecs(60 * random.bounded(600));
                break;
            case 6:
                all[at].unreadCount = int(random.bounded(3));
                break;
            }
        }
        desk.poll();
        switch (random.bounded(12)) {
        case 0:
            desk.model.setFrozen(!desk.model.isFrozen());
            break;
        case 1:
            desk.model.applyWaiting();
            break;
        case 2:
            desk.model.setView(View(random.bounded(6)));
            break;
        case 3:
            desk.model.setSearchText(random.bounded(2) ? QString() : QString::number(random.bounded(10)));
            break;
        case 4:
            desk.model.showMore();
            break;
        case 5:
            if (desk.model.rowCount() > 0)
                desk.model.showUpTo(desk.model.neighbour(desk.model.row(desk.model.rowCount() - 1).key));
            break;
        case 6:
            desk.model.checkAll();
            break;
        case 7:
            if (desk.model.rowCount() > 0)
                desk.model.setChecked(desk.model.row(0).key, random.bounded(2) != 0);
            break;
        }
        COMPARE_SHADOW(desk);
        QVERIFY(desk.model.rowCount() >= std::min(page, desk.model.length()));
        QCOMPARE(desk.model.checked().size(), desk.model.checkedCount());
        if (!desk.model.isFrozen())
            QCOMPARE(desk.model.waitingChanges(), 0);
    }
    desk.model.setFrozen(false);
    desk.model.showAll();
    COMPARE_SHADOW(desk);

    ConversationListModel rebuilt(desk.inbox, desk.drafts, desk.heartbeat);
    rebuilt.setView(desk.model.view());
    rebuilt.setSearchText(desk.model.searchText());
    QStringList expected;
    for (int row = 0; row < rebuilt.rowCount(); ++row)
        expected << rebuilt.row(row).key.id.value();
    QCOMPARE(desk.ids(), expected);
    for (int view = 0; view < 6; ++view) {
        QCOMPARE(desk.model.count(View(view)), rebuilt.count(View(view)));
        QCOMPARE(desk.model.unreadCount(View(view)), rebuilt.unreadCount(View(view)));
    }
    QCOMPARE(desk.model.closingSoonCount(), rebuilt.closingSoonCount());
    QCOMPARE(desk.model.nextToClose(), rebuilt.nextToClose());
}

void TestConversationListModel::oneChangeAmongTenThousandIsCheap()
{
    InboxFixture fixture;
    Drafts drafts(fixture.inbox);
    Heartbeat heartbeat(fixture.clock);
    ConversationListModel model(fixture.inbox, drafts, heartbeat);
    model.setView(View::All);
    ScriptedBackend &backend = fixture.add();
    for (int i = 0; i < 10'000; ++i) {
        Conversation c = conversation(QString::number(i), i);
        c.replyUntil = kNoon.addSecs(60 * (i + 10));
        backend.conversationList << c;
    }
    fixture.start();
    QCOMPARE(model.length(), 10'000);
    model.showAll();
    QCOMPARE(model.rowCount(), 10'000);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    // A message on its way changes the session at once, without a poll of all.
    const auto touch = [&](int i) {
        fixture.session().setStatus(ConversationId(QString::number(i)), ConversationStatus::InProgress);
    };
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
        touch(i * 97);
    const double perChange = double(timer.nsecsElapsed()) / 100 / 1e6;
    QCOMPARE(changed.size(), 100);
    QCOMPARE(moved.size(), 0);
    QVERIFY2(perChange < 5.0, qPrintable(QStringLiteral("%1 ms").arg(perChange)));

    timer.restart();
    fixture.clock.advanceSeconds(1);
    heartbeat.beatNow(); // every countdown falls below its full minute: the dearest beat there is
    fixture.clock.advanceSeconds(1);
    const double allRows = double(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    heartbeat.beatNow();
    const double idle = double(timer.nsecsElapsed()) / 1e6;
    QVERIFY2(idle < 5.0, qPrintable(QStringLiteral("%1 ms").arg(idle)));
    qInfo("one change %.3f ms, beat with all rows %.1f ms, idle beat %.3f ms", perChange, allRows, idle);
}

QTEST_GUILESS_MAIN(TestConversationListModel)
#include "tst_conversationlistmodel.moc"
