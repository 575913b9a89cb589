// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/accountsmodel.h"

#include "tests/support/inboxfixture.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;

namespace {

using Phase = sync::SyncStatus::Phase;

struct Desk : InboxFixture {
    Desk()
        : model(inbox)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
    }
    AccountsModel model;
    QAbstractItemModelTester tester;
};

Error error(ErrorKind kind)
{
    Error e;
    e.kind = kind;
    e.outcome = Outcome::NotSent;
    return e;
}

} // namespace

class TestAccountsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void accountsComeAndGo();
    void replacedAccountKeepsOneRow();
    void nameAndMeChangeInPlace();
    void statusOfOneAccount();
    void overallStatusIsTheWorst();
    void noAccountIsStarting();
    void unusableSettingIsNamed();
    void testOfAnUnusableAccountFails();
    void newTestSilencesTheOneBefore();
};

void TestAccountsModel::accountsComeAndGo()
{
    Desk desk;
    QSignalSpy changed(&desk.model, &AccountsModel::accountsChanged);
    desk.add(QStringLiteral("a"));
    desk.add(QStringLiteral("b"));
    QCOMPARE(desk.model.rowCount(), 2);
    QCOMPARE(desk.model.index(1).data().toString(), QStringLiteral("b"));
    QCOMPARE(desk.model.secretState(0), sync::Inbox::SecretState::ForThisRunOnly);
    QVERIFY(desk.model.capabilities(0).has(Capability::SendText));
    desk.model.remove(AccountId(QStringLiteral("a")));
    QCOMPARE(desk.model.rowCount(), 1);
    QCOMPARE(desk.model.config(0).id.value(), QStringLiteral("b"));
    QCOMPARE(changed.size(), 3);
}

void TestAccountsModel::replacedAccountKeepsOneRow()
{
    Desk desk;
    desk.add(QStringLiteral("a"));
    desk.add(QStringLiteral("a"));
    QCOMPARE(desk.model.rowCount(), 1);
}

void TestAccountsModel::nameAndMeChangeInPlace()
{
    Desk desk;
    desk.add(QStringLiteral("a"));
    QSignalSpy changed(&desk.model, &QAbstractItemModel::dataChanged);
    desk.model.setNameAndMe(AccountId(QStringLiteral("a")), QStringLiteral("Shop"), aylin().id);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(2).value<QList<int>>(),
             QList<int>({Qt::DisplayRole, AccountsModel::ConfigRole}));
    QCOMPARE(desk.model.config(0).name, QStringLiteral("Shop"));
    QCOMPARE(desk.model.config(0).me, aylin().id);
}

void TestAccountsModel::statusOfOneAccount()
{
    Desk desk;
    desk.add(QStringLiteral("a"));
    QCOMPARE(desk.model.status(0).phase, Phase::Starting);
    desk.start();
    QCOMPARE(desk.model.status(0).phase, Phase::Synced);
    QCOMPARE(desk.model.status(0).lastSynced.value(), kNoon);
}

void TestAccountsModel::overallStatusIsTheWorst()
{
    Desk desk;
    ScriptedBackend &a = desk.add(QStringLiteral("a"));
    ScriptedBackend &b = desk.add(QStringLiteral("b"));
    desk.start();
    QCOMPARE(desk.model.overallStatus().phase, Phase::Synced);

    QSignalSpy overall(&desk.model, &AccountsModel::overallStatusChanged);
    desk.clock.advanceSeconds(10);
    desk.session(QStringLiteral("b")).refresh();
    settle();
    QVERIFY(overall.size() >= 1);
    QCOMPARE(desk.model.overallStatus().lastSynced.value(), kNoon); // the one read longest ago

    b.readError = error(ErrorKind::Offline);
    desk.poll();
    QCOMPARE(desk.model.overallStatus().phase, Phase::Failing);
    a.readError = error(ErrorKind::BadCredential);
    desk.poll();
    QCOMPARE(desk.model.overallStatus().phase, Phase::NeedsSignIn);
    QCOMPARE(desk.model.overallStatus().error->kind, ErrorKind::BadCredential);
}

void TestAccountsModel::noAccountIsStarting()
{
    Desk desk;
    QCOMPARE(desk.model.overallStatus().phase, Phase::Starting);
    QVERIFY(!desk.model.overallStatus().lastSynced);
}

void TestAccountsModel::unusableSettingIsNamed()
{
    Desk desk;
    AccountConfig config;
    config.backend = AccountsModel::descriptors().constFirst().id;
    config.name = QStringLiteral("Shop");
    config.settings.insert(baseUrlSetting, QStringLiteral("not an address"));
    const auto saved = desk.model.save(config, QStringLiteral("token"));
    QVERIFY(!saved);
    QCOMPARE(saved.error(), QString(baseUrlSetting));
    QCOMPARE(desk.model.rowCount(), 0);
}

void TestAccountsModel::testOfAnUnusableAccountFails()
{
    Desk desk;
    QSignalSpy finished(&desk.model, &AccountsModel::testFinished);
    AccountConfig config;
    config.backend = AccountsModel::descriptors().constFirst().id;
    const int ticket = desk.model.test(config, QStringLiteral("token"));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.at(0).at(0).toInt(), ticket);
    QVERIFY(finished.at(0).at(1).value<std::optional<Error>>().has_value());
}

void TestAccountsModel::newTestSilencesTheOneBefore()
{
    Desk desk;
    QSignalSpy finished(&desk.model, &AccountsModel::testFinished);
    AccountConfig config;
    config.backend = AccountsModel::descriptors().constFirst().id;
    desk.model.test(config, QStringLiteral("token"));
    const int second = desk.model.test(config, QStringLiteral("token"));
    settle();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.at(0).at(0).toInt(), second);
    desk.model.test(config, QStringLiteral("token"));
    desk.model.cancelTest();
    settle();
    QCOMPARE(finished.size(), 1);
}

QTEST_GUILESS_MAIN(TestAccountsModel)
#include "tst_accountsmodel.moc"
