// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/ledgermodel.h"
#include "services/sync/openings.h"
#include "tests/support/inboxfixture.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;

namespace {

Conversation expired(const QString &id)
{
    Conversation c = conversation(id, 3 * 24 * 60);
    c.replyPossible = false;
    c.replyUntil = kNoon.addDays(-2);
    c.lastCustomerReplyAt = kNoon.addDays(-3);
    return c;
}

// The one recipient of the request was sent their message, in this conversation if it is told.
backends::OpeningAnswer sent(const QByteArray &conversation)
{
    backends::OpeningAnswer answer;
    answer.results.resize(1);
    answer.results[0].state = RecipientResult::State::Sent;
    answer.results[0].conversation = ConversationId(QString::fromLatin1(conversation));
    return answer;
}

} // namespace

class TestLedgerModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyPaidActIsListedAndSummed()
    {
        QTemporaryDir profile;
        InboxFixture desk(profile.path());
        ScriptedBackend &backend = desk.add();
        backend.conversationList = {expired(QStringLiteral("1")), expired(QStringLiteral("2")),
                                    expired(QStringLiteral("3"))};
        desk.start();
        LedgerModel ledger(desk.inbox);
        const QAbstractItemModelTester tester(&ledger,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(desk.session().conversation(ConversationId(QStringLiteral("3"))));
        const auto restart = [&](const char *id) {
            desk.clock.advanceSeconds(60);
            // Not before the store has answered.
            QVERIFY(QTest::qWaitFor([&] {
                desk.session().restart(ConversationId(QLatin1String(id)));
                return backend.restarts.waiting() == 1;
            }));
        };
        restart("1");
        backend.restarts.answer(
            message(QStringLiteral("t"), QStringLiteral("Template"), desk.clock.now(), MessageAuthor::Agent));
        QTRY_COMPARE(ledger.rowCount(), 1);
        QTRY_COMPARE(ledger.row(0).outcome, LedgerRow::Outcome::Accepted);
        restart("2");
        backend.restarts.fail(ErrorKind::Timeout, domain::Outcome::Unknown);
        QTRY_COMPARE(ledger.rowCount(), 2);
        QTRY_COMPARE(ledger.row(0).outcome, LedgerRow::Outcome::Unknown);
        restart("3");
        backend.restarts.fail(ErrorKind::Rejected, domain::Outcome::Refused);
        QTRY_COMPARE(ledger.rowCount(), 3);
        QTRY_COMPARE(ledger.row(0).outcome, LedgerRow::Outcome::NotSent);

        QCOMPARE(ledger.row(0).payment.customer, QStringLiteral("Customer 3")); // the latest first
        QCOMPARE(ledger.row(2).payment.customer, QStringLiteral("Customer 1"));
        QVERIFY(ledger.row(2).isKnown);
        LedgerMonth november;
        november.month = QDate(2026, 11, 1);
        november.accepted = november.unknown = {1, 11, 0};
        QCOMPARE(ledger.months(), QList<LedgerMonth>{november});

        desk.session().settleRestart(ConversationId(QStringLiteral("2")), true);
        QTRY_COMPARE(ledger.row(1).outcome, LedgerRow::Outcome::Accepted);
        QCOMPARE(ledger.months().constFirst().accepted, (LedgerSum{2, 22, 0}));
        desk.inbox.removeAccount(AccountId(QStringLiteral("demo")));
        QTRY_COMPARE(ledger.rowCount(), 0);
    }

    void messagesThatBeginConversationsAreListed()
    {
        QTemporaryDir profile;
        InboxFixture desk(profile.path());
        ScriptedBackend &backend = desk.add();
        backend.form = OpeningForm();
        backend.setCapability(Capability::StartConversation, true);
        desk.start();
        LedgerModel ledger(desk.inbox);
        QList<Recipient> recipients(3);
        recipients[0].name = QStringLiteral("Maria");
        recipients[1].phone = QStringLiteral("+491511234567");
        OpeningPlan plan;
        plan.lineName = QStringLiteral("Support");
        desk.session().openings().start(plan, recipients);
        QTRY_COMPARE(backend.opens.waiting(), 1);
        backends::OpeningAnswer answer;
        answer.results.resize(1);
        answer.results[0].state = RecipientResult::State::Sent;
        desk.clock.advanceSeconds(60); // the next one leaves as soon as this one is known
        backend.opens.answer(answer);
        QTRY_COMPARE(backend.opens.waiting(), 1);
        backend.opens.fail(ErrorKind::Timeout, domain::Outcome::Unknown);
        QTRY_COMPARE(backend.opens.waiting(), 1);
        backend.opens.fail(ErrorKind::Rejected, domain::Outcome::Refused);
        QTRY_COMPARE(ledger.rowCount(), 2); // what was refused costs nothing
        QCOMPARE(ledger.row(0).payment.customer, QStringLiteral("+491511234567"));
        QCOMPARE(ledger.row(0).outcome, LedgerRow::Outcome::Unknown);
        QCOMPARE(ledger.row(1).payment.customer, QStringLiteral("Maria"));
        QCOMPARE(ledger.row(1).payment.line, QStringLiteral("Support"));
        QCOMPARE(ledger.row(1).outcome, LedgerRow::Outcome::Accepted);
        QVERIFY(ledger.row(1).payment.isOpening);
        QVERIFY(!ledger.row(1).payment.cents); // nobody says what it costs: that is not nothing
        QCOMPARE(ledger.months().constFirst().accepted, (LedgerSum{1, 0, 1}));
        QCOMPARE(ledger.months().constFirst().unknown, (LedgerSum{1, 0, 1}));
    }

    void aPriceIsSummedWhereThereIsOne()
    {
        QTemporaryDir profile;
        InboxFixture desk(profile.path());
        ScriptedBackend &backend = desk.add();
        backend.form = OpeningForm();
        backend.setCapability(Capability::StartConversation, true);
        desk.start();
        const LedgerModel ledger(desk.inbox);
        for (const std::optional<int> cents : {std::optional<int>(7), std::optional<int>()}) {
            backend.form->cents = cents;
            desk.session().openings().start({}, QList<Recipient>(1));
            QTRY_COMPARE(backend.opens.waiting(), 1);
            backend.opens.answer(sent({}));
        }
        QTRY_COMPARE(ledger.rowCount(), 2);
        QTRY_COMPARE(ledger.months().constFirst().accepted, (LedgerSum{2, 7, 1}));
    }

    void whoAnswersIsNoticed()
    {
        QTemporaryDir profile;
        const auto people = [] {
            QList<Recipient> all(4);
            int number = 0;
            for (Recipient &one : all)
                one.phone = QStringLiteral("+4915112345%1").arg(670 + number++);
            return all;
        };
        // Two are found by the conversation the answer told, two by the number only.
        const auto theirs = [](const char *id, const char *number) {
            Conversation c = conversation(QLatin1String(id), 60);
            c.customer->displayId = QLatin1String(number);
            return c;
        };
        const QList<Conversation> world{theirs("1", "widget"), theirs("2", "widget"),
                                        theirs("3", "49 1511 2345672"), theirs("4", "491511 2345673")};
        const auto wrote = [](ScriptedBackend &backend, const char *id, const QDateTime &at) {
            backend.at(QLatin1String(id)).lastCustomerReplyAt = at;
        };
        const auto answers = [](const LedgerModel &ledger) {
            QString all(ledger.rowCount(), u' ');
            for (int i = 0; i < ledger.rowCount(); ++i) // all at one moment: in their order
                all[i] = u"nY?"[int(ledger.row(i).answer)];
            return all;
        };
        OpeningId id;
        {
            InboxFixture desk(profile.path());
            ScriptedBackend &backend = desk.add();
            backend.form = OpeningForm();
            backend.setCapability(Capability::StartConversation, true);
            backend.conversationList = world;
            desk.start();
            LedgerModel ledger(desk.inbox);
            desk.clock.advanceSeconds(60);
            const QDateTime sentAt = desk.clock.now();
            id = desk.session().openings().start({}, people());
            for (const char *conversation : {"1", "2", "", ""}) {
                QTRY_COMPARE(backend.opens.waiting(), 1);
                backend.opens.answer(sent(conversation));
            }
            QTRY_COMPARE(answers(ledger), QStringLiteral("nnnn"));
            wrote(backend, "1", sentAt); // not after it
            wrote(backend, "3", sentAt.addSecs(-1));
            desk.poll();
            QCOMPARE(answers(ledger), QStringLiteral("nnnn"));
            wrote(backend, "1", sentAt.addSecs(1));
            wrote(backend, "3", sentAt.addSecs(1));
            desk.poll();
            QTRY_COMPARE(answers(ledger), QStringLiteral("YnYn"));
            QVERIFY(desk.session().openings().find(id)->results.at(0).answered);
            QVERIFY(!desk.session().openings().find(id)->results.at(1).answered);
            // Also once the opening itself is out of the list.
            desk.session().openings().forget(id);
            wrote(backend, "2", sentAt.addSecs(5));
            desk.poll();
            QTRY_COMPARE(answers(ledger), QStringLiteral("YYYn"));
        }
        // In the next run, what was noticed is known, and what was not is noticed.
        InboxFixture desk(profile.path());
        ScriptedBackend &backend = desk.add();
        backend.conversationList = {theirs("4", "491511 2345673")};
        wrote(backend, "4", kNoon.addDays(2));
        const LedgerModel ledger(desk.inbox);
        QTRY_COMPARE(answers(ledger), QStringLiteral("YYYn"));
        desk.start();
        QTRY_COMPARE(answers(ledger), QStringLiteral("YYYY"));
    }

    void whatWasSettledAsNotSentIsNotWaitedFor()
    {
        QTemporaryDir profile;
        InboxFixture desk(profile.path());
        ScriptedBackend &backend = desk.add();
        backend.form = OpeningForm();
        backend.setCapability(Capability::StartConversation, true);
        Conversation c = conversation(QStringLiteral("1"), 60);
        c.customer->displayId = QStringLiteral("+491511234567");
        backend.conversationList = {c};
        desk.start();
        QList<Recipient> one(1);
        one[0].phone = QStringLiteral("+491511234567");
        const OpeningId id = desk.session().openings().start({}, one);
        QTRY_COMPARE(backend.opens.waiting(), 1);
        backend.opens.fail(ErrorKind::Timeout, domain::Outcome::Unknown);
        QTRY_COMPARE(desk.session().openings().find(id)->state, Opening::State::Finished);
        desk.session().openings().settle(id, 0, false);
        backend.conversationList[0].lastCustomerReplyAt = kNoon.addSecs(600);
        desk.poll();
        QVERIFY(!desk.session().openings().find(id)->results.at(0).answered);
        QVERIFY(!desk.session().openings().find(id)->results.at(0).sentAt);
    }

    void whereNoCustomerIsReadAnAnswerIsNotKnown()
    {
        QTemporaryDir profile;
        InboxFixture desk(profile.path());
        ScriptedBackend &backend = desk.add();
        backend.form = OpeningForm();
        backend.setCapability(Capability::StartConversation, true);
        backend.setCapability(Capability::ListConversations, false);
        desk.start();
        const LedgerModel ledger(desk.inbox);
        desk.session().openings().start({}, QList<Recipient>(1));
        QTRY_COMPARE(backend.opens.waiting(), 1);
        backend.opens.answer(sent({}));
        QTRY_COMPARE(ledger.rowCount(), 1);
        QCOMPARE(ledger.row(0).answer, LedgerRow::Answer::NotKnown);
    }

    void withoutAProfileThereIsNone()
    {
        InboxFixture desk;
        desk.add();
        desk.start();
        const LedgerModel ledger(desk.inbox);
        QVERIFY(!QTest::qWaitFor([&ledger] { return ledger.rowCount() > 0; }, 50));
        QCOMPARE(ledger.rowCount(), 0);
        QVERIFY(ledger.months().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLedgerModel)
#include "tst_ledgermodel.moc"
