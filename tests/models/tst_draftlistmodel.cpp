// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/draftlistmodel.h"
#include "tests/support/inboxfixture.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;
using Kind = DraftRow::Kind;

class TestDraftListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void kindsStandInTheirOrder()
    {
        InboxFixture desk;
        Conversation closed = conversation(QStringLiteral("2"), 5);
        closed.replyPossible = false;
        closed.replyUntil = kNoon.addSecs(-60);
        desk.add().conversationList = {conversation(QStringLiteral("1"), 5), closed,
                                       conversation(QStringLiteral("3"), 5)};
        desk.start();
        Drafts drafts(desk.inbox);
        DraftListModel model(desk.inbox, drafts);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto type = [&](const char *id, const QString &text) {
            drafts.setDraft(desk.key(QLatin1String(id)), {text, 0, {}});
        };
        type("1", QStringLiteral("Thrown away by mistake"));
        drafts.discard(desk.key(QStringLiteral("1")));
        type("1", QStringLiteral("Open"));
        type("2", QStringLiteral("Held"));
        type("3", QStringLiteral("Ready"));
        drafts.hold(desk.key(QStringLiteral("3")));
        type("4", QStringLiteral("Nowhere"));
        QTRY_COMPARE(model.rowCount(), 5);
        QList<Kind> kinds;
        for (const DraftRow &row : model.rows())
            kinds << row.kind;
        QCOMPARE(kinds, (QList<Kind>{Kind::Offered, Kind::Held, Kind::Open, Kind::Open, Kind::Discarded}));
        QCOMPARE(model.row(0).customer, QStringLiteral("Customer 3"));
        QVERIFY(model.row(0).isKnown);
        QVERIFY(!model.row(2).isKnown); // "4"
        QCOMPARE(model.row(4).text, QStringLiteral("Thrown away by mistake"));
        QCOMPARE(model.row(4).at, OptionalTime(kNoon));
        drafts.bringBack(model.row(4).discarded);
        QTRY_COMPARE(model.rowCount(), 4);
        QCOMPARE(model.row(3).text, QStringLiteral("Thrown away by mistake\nOpen"));
    }
};

QTEST_GUILESS_MAIN(TestDraftListModel)
#include "tst_draftlistmodel.moc"
