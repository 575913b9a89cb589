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
        november.accepted = november.unknown = 1;
        november.acceptedCents = november.unknownCents = 11;
        QCOMPARE(ledger.months(), QList<LedgerMonth>{november});

        desk.session().settleRestart(ConversationId(QStringLiteral("2")), true);
        QTRY_COMPARE(ledger.row(1).outcome, LedgerRow::Outcome::Accepted);
        QCOMPARE(ledger.months().constFirst().acceptedCents, 22);
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
