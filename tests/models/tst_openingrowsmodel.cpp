// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/openingrowsmodel.h"
#include "models/workspace.h"
#include "services/sync/openings.h"
#include "tests/support/inboxfixture.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;
using State = RecipientResult::State;

namespace {

const AccountId kAccount(QStringLiteral("demo"));

// Four people are written to, one a request; the test answers each.
class Bench {
public:
    Bench()
        : backend(desk.add())
        , workspace(desk.inbox)
    {
        backend.form = OpeningForm();
        backend.setCapability(Capability::StartConversation, true);
        desk.start();
        QList<Recipient> recipients(4);
        int number = 0;
        for (const char *name : {"Maria Keller", "Jörg Ott", "Aylin Demir", ""}) {
            recipients[number].name = QString::fromUtf8(name);
            recipients[number].phone = QStringLiteral("+4915112345%1").arg(670 + number);
            ++number;
        }
        id = workspace.actions.startOpening(kAccount, OpeningPlan(), recipients);
        model = std::make_unique<OpeningRowsModel>(workspace.actions, kAccount, id);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    // What became of the next one.
    bool answer(State state, const QString &reason = {})
    {
        if (!QTest::qWaitFor([this] { return backend.opens.waiting() == 1; }))
            return false;
        backends::OpeningAnswer answer;
        answer.results.resize(1);
        answer.results[0].state = state;
        answer.results[0].reason = reason;
        const int done = ++m_answered;
        backend.opens.answer(answer);
        return QTest::qWaitFor([this, done] {
            return std::count_if(model->opening().results.cbegin(), model->opening().results.cend(),
                                 [](const RecipientResult &one) {
                                     return one.state != State::Waiting && one.state != State::Sending;
                                 })
                == done;
        });
    }
    // The places that are shown, with their state: w: waiting, +: sending, s: sent, ?: unknown, f: failed, l:
    // left
    QString rows() const
    {
        QString all;
        for (int row = 0; row < model->rowCount(); ++row)
            all += QString::number(model->placeOf(row))
                + QLatin1String("w+s?fl").at(int(model->result(row).state));
        return all;
    }

    InboxFixture desk;
    ScriptedBackend &backend;
    Workspace workspace;
    OpeningId id;
    std::unique_ptr<OpeningRowsModel> model;

private:
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    int m_answered = 0;
};

} // namespace

class TestOpeningRowsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }

    void followsByExactSteps()
    {
        Bench bench;
        QCOMPARE(bench.model->rowCount(), 4);
        QTRY_COMPARE(bench.rows(), QStringLiteral("0+1w2w3w"));
        QSignalSpy reset(bench.model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(bench.model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(bench.model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(bench.model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(bench.answer(State::Sent));
        QTRY_COMPARE(bench.rows(), QStringLiteral("0s1+2w3w"));
        // Neighbours together, and nobody else.
        QSet<int> told;
        for (const QList<QVariant> &one : changed) {
            for (int row = one.at(0).toModelIndex().row(); row <= one.at(1).toModelIndex().row(); ++row)
                told << row;
        }
        QCOMPARE(told, (QSet<int>{0, 1}));
        QVERIFY(reset.isEmpty());
        QVERIFY(inserted.isEmpty());
        QVERIFY(removed.isEmpty());
    }

    void aStateIsLeftAndEntered()
    {
        Bench bench;
        bench.model->setState(State::Waiting); // who is being sent to still waits, for people
        QTRY_COMPARE(bench.rows(), QStringLiteral("0+1w2w3w"));
        QSignalSpy reset(bench.model.get(), &QAbstractItemModel::modelReset);
        QVERIFY(bench.answer(State::Sent));
        QTRY_COMPARE(bench.rows(), QStringLiteral("1+2w3w"));
        QVERIFY(reset.isEmpty());
        bench.model->setState(State::Unknown);
        QCOMPARE(bench.model->rowCount(), 0);
        QSignalSpy inserted(bench.model.get(), &QAbstractItemModel::rowsInserted);
        QVERIFY(bench.answer(State::Unknown));
        QTRY_COMPARE(bench.rows(), QStringLiteral("1?"));
        QVERIFY(bench.answer(State::Sent));
        QVERIFY(bench.answer(State::Unknown));
        QTRY_COMPARE(bench.rows(), QStringLiteral("1?3?"));
        QCOMPARE(inserted.size(), 2);
        // The person knows about the first: it goes, the other stays where it is.
        bench.workspace.actions.settleOpening(kAccount, bench.id, bench.model->placeOf(0), true);
        QTRY_COMPARE(bench.rows(), QStringLiteral("3?"));
        QCOMPARE(bench.model->recipient(0).phone, QStringLiteral("+4915112345673"));
        bench.model->setState(std::nullopt);
        QCOMPARE(bench.rows(), QStringLiteral("0s1s2s3?"));
    }

    void wordsAndNumbersNarrow_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("places");
        QTest::newRow("nothing") << QString() << QStringLiteral("0123");
        QTest::newRow("a name, without its accent") << QStringLiteral("jorg") << QStringLiteral("1");
        QTest::newRow("two words, in any order") << QStringLiteral("keller mar") << QStringLiteral("0");
        QTest::newRow("both words count") << QStringLiteral("keller ott") << QString();
        QTest::newRow("a number as people write it")
            << QStringLiteral("+49 1511 2345 673") << QStringLiteral("3");
        QTest::newRow("a national number") << QStringLiteral("0151 12345671") << QStringLiteral("1");
        QTest::newRow("a reason") << QStringLiteral("whatsapp") << QStringLiteral("0");
        QTest::newRow("nobody") << QStringLiteral("zzz") << QString();
    }
    void wordsAndNumbersNarrow()
    {
        QFETCH(QString, search);
        QFETCH(QString, places);
        Bench bench;
        QVERIFY(bench.answer(State::Failed, QStringLiteral("Not on WhatsApp")));
        bench.model->setSearch(search);
        QString shown;
        for (int row = 0; row < bench.model->rowCount(); ++row)
            shown += QString::number(bench.model->placeOf(row));
        QCOMPARE(shown, places);
    }

    void whatIsForgottenIsGone()
    {
        Bench bench;
        QVERIFY(!bench.model->isGone());
        QVERIFY(bench.answer(State::Sent));
        bench.workspace.actions.stopOpening(kAccount, bench.id);
        backends::OpeningAnswer answer; // of the one under way
        answer.results.resize(1);
        answer.results[0].state = State::Sent;
        bench.backend.opens.answer(answer);
        QTRY_COMPARE(bench.rows(), QStringLiteral("0s1s2l3l"));
        QSignalSpy told(bench.model.get(), &OpeningRowsModel::openingChanged);
        bench.workspace.actions.forgetOpening(kAccount, bench.id);
        QTRY_VERIFY(bench.model->isGone());
        QCOMPARE(told.size(), 1);
        QCOMPARE(bench.model->rowCount(), 4); // who shows it closes; no row is torn away before
    }

    void anUnknownOpeningIsGoneFromTheStart()
    {
        Bench bench;
        const OpeningRowsModel none(bench.workspace.actions, kAccount, OpeningId(QStringLiteral("nope")));
        QVERIFY(none.isGone());
        QCOMPARE(none.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOpeningRowsModel)
#include "tst_openingrowsmodel.moc"
