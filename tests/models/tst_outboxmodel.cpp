// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/outboxmodel.h"
#include "models/workspace.h"
#include "tests/support/inboxfixture.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;
using State = OutboxRow::State;

namespace {

class Desk : public InboxFixture {
public:
    Desk()
        : workspace(inbox)
        , outbox(workspace.outbox)
        , backend(add())
        , tester(&outbox, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        backend.conversationList = {conversation(QStringLiteral("1"), 5),
                                    conversation(QStringLiteral("2"), 6)};
        start();
    }
    void send(const QString &id, const QString &text)
    {
        workspace.drafts.setDraft(key(id), {text, 0, {}});
        QVERIFY(workspace.actions.sendDraft(key(id)));
        settle();
    }
    // Until the model has heard of it.
    bool becomes(int rows) const
    {
        return QTest::qWaitFor([this, rows] { return outbox.rowCount() == rows; });
    }
    bool becomes(int row, State state) const
    {
        return QTest::qWaitFor([&] { return outbox.rowCount() > row && outbox.row(row).state == state; });
    }

    Workspace workspace;
    OutboxModel &outbox;
    ScriptedBackend &backend;
    QAbstractItemModelTester tester;
};

} // namespace

class TestOutboxModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void whatIsBeingSentDoesNotWait()
    {
        Desk desk;
        QSignalSpy counted(&desk.outbox, &OutboxModel::waitingCountChanged);
        desk.send(QStringLiteral("1"), QStringLiteral("Hello"));
        QVERIFY(desk.becomes(1));
        QCOMPARE(desk.outbox.row(0).state, State::Underway);
        QCOMPARE(desk.outbox.row(0).customer, QStringLiteral("Customer 1"));
        QVERIFY(desk.outbox.row(0).accountName.isEmpty()); // there is one only
        QCOMPARE(desk.outbox.waitingCount(), 0);
        desk.backend.sends.answer(
            message(QStringLiteral("s"), QStringLiteral("Hello"), kNoon, MessageAuthor::Agent));
        QVERIFY(desk.becomes(0));
        QCOMPARE(counted.size(), 0);
    }

    void whatWaitsForTheConnectionWaitsWithAllBehindIt()
    {
        Desk desk;
        desk.send(QStringLiteral("1"), QStringLiteral("First"));
        desk.send(QStringLiteral("1"), QStringLiteral("Second"));
        desk.backend.sends.fail(ErrorKind::Offline, Outcome::NotSent);
        QTRY_COMPARE(desk.outbox.waitingCount(), 2);
        QCOMPARE(desk.outbox.row(0).intent.text, QStringLiteral("First"));
        QCOMPARE(desk.outbox.row(0).state, State::Waiting);
        QCOMPARE(desk.outbox.row(1).state, State::Waiting);
        QVERIFY(desk.outbox.row(0).mayWrite);
    }

    void whatIsUnknownIsForThePerson()
    {
        Desk desk;
        desk.send(QStringLiteral("1"), QStringLiteral("Hello"));
        desk.backend.sends.fail(ErrorKind::Timeout, Outcome::Unknown);
        QVERIFY(desk.becomes(0, State::Unknown));
        QCOMPARE(desk.outbox.waitingCount(), 1);
        desk.workspace.actions.settleMessage(desk.outbox.row(0).key, desk.outbox.row(0).intent.id, false);
        QVERIFY(desk.becomes(0));
        QCOMPARE(desk.outbox.waitingCount(), 0);
        QCOMPARE(desk.workspace.drafts.draft(desk.key(QStringLiteral("1"))).text, QStringLiteral("Hello"));
    }

    void whatWaitsComesFirst()
    {
        Desk desk;
        desk.send(QStringLiteral("1"), QStringLiteral("Being sent"));
        desk.send(QStringLiteral("2"), QStringLiteral("Refused"));
        QVERIFY(desk.becomes(2));
        QCOMPARE(desk.outbox.row(0).intent.text, QStringLiteral("Being sent"));
        desk.backend.sends.answer(
            message(QStringLiteral("s"), QStringLiteral("x"), kNoon, MessageAuthor::Agent));
        desk.send(QStringLiteral("1"), QStringLiteral("Being sent"));
        desk.backend.sends.fail(ErrorKind::Rejected, Outcome::Refused);
        QVERIFY(desk.becomes(0, State::NotSent));
        QCOMPARE(desk.outbox.row(0).intent.text, QStringLiteral("Refused"));
        QVERIFY(desk.outbox.row(0).intent.error);
        QCOMPARE(desk.outbox.waitingCount(), 1);
    }

    void changesAreListedToo()
    {
        Desk desk;
        desk.workspace.actions.setStatus(desk.key(QStringLiteral("1")), ConversationStatus::Done);
        QVERIFY(desk.becomes(1));
        QCOMPARE(desk.outbox.row(0).intent.kind, Intent::Kind::SetStatus);
        QCOMPARE(desk.outbox.row(0).state, State::Underway);
        desk.session().noteRead(ConversationId(QStringLiteral("2"))); // nobody asks for that
        QVERIFY(!QTest::qWaitFor([&desk] { return desk.outbox.rowCount() != 1; }, 50));
    }

    void aRestartOfUnknownFateIsForThePerson()
    {
        Desk desk;
        Conversation &closed = desk.backend.at(QStringLiteral("1"));
        closed.replyPossible = false;
        closed.replyUntil = kNoon.addDays(-2);
        closed.lastCustomerReplyAt = kNoon.addDays(-3);
        desk.poll();
        desk.workspace.actions.restart(desk.key(QStringLiteral("1")));
        QTRY_COMPARE(desk.backend.restarts.waiting(), 1);
        QVERIFY(desk.becomes(0, State::Underway));
        desk.backend.restarts.fail(ErrorKind::Timeout, Outcome::Unknown);
        QVERIFY(desk.becomes(0, State::Unknown));
        QCOMPARE(desk.outbox.row(0).intent.kind, Intent::Kind::Restart);
        desk.workspace.actions.settleRestart(desk.key(QStringLiteral("1")), false);
        QVERIFY(desk.becomes(0));
    }

    void severalAccountsAreNamed()
    {
        Desk desk;
        ScriptedBackend &second = desk.add(QStringLiteral("other"));
        second.conversationList = {conversation(QStringLiteral("1"), 5, QStringLiteral("other"))};
        desk.start();
        desk.send(QStringLiteral("1"), QStringLiteral("Hello"));
        QVERIFY(desk.becomes(1));
        QCOMPARE(desk.outbox.row(0).accountName, QStringLiteral("demo"));
        desk.inbox.removeAccount(AccountId(QStringLiteral("demo")));
        QVERIFY(desk.becomes(0));
    }
};

QTEST_GUILESS_MAIN(TestOutboxModel)
#include "tst_outboxmodel.moc"
