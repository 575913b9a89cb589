// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/drafts.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox::domain;
using namespace inbox::models;

class TestDrafts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void draftIsKeptPerAccountAndConversation();
    void sameDraftIsNotTold();
    void clearingTellsOnce();
    void quoteAloneIsKept();
    void caretAloneIsNotKept();
    void accountIsForgotten();

private:
    const ConversationKey m_one{AccountId(QStringLiteral("a")), ConversationId(QStringLiteral("1"))};
    const ConversationKey m_same{AccountId(QStringLiteral("b")), ConversationId(QStringLiteral("1"))};
    const Draft m_hello{QStringLiteral("Hello"), 2, {}};
};

void TestDrafts::draftIsKeptPerAccountAndConversation()
{
    Drafts drafts;
    drafts.setDraft(m_one, m_hello);
    QCOMPARE(drafts.draft(m_one), m_hello);
    QVERIFY(drafts.draft(m_same).isEmpty());
}

void TestDrafts::sameDraftIsNotTold()
{
    Drafts drafts;
    QSignalSpy changed(&drafts, &Drafts::draftChanged);
    drafts.setDraft(m_one, m_hello);
    drafts.setDraft(m_one, m_hello);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).value<ConversationKey>(), m_one);
}

void TestDrafts::clearingTellsOnce()
{
    Drafts drafts;
    drafts.setDraft(m_one, m_hello);
    QSignalSpy changed(&drafts, &Drafts::draftChanged);
    drafts.clear(m_one);
    drafts.clear(m_one);
    QCOMPARE(changed.size(), 1);
    QVERIFY(drafts.draft(m_one).isEmpty());
}

void TestDrafts::quoteAloneIsKept()
{
    Drafts drafts;
    drafts.setDraft(m_one, {QString(), 0, MessageId(QStringLiteral("7"))});
    QCOMPARE(drafts.draft(m_one).quoted.value(), QStringLiteral("7"));
}

void TestDrafts::caretAloneIsNotKept()
{
    Drafts drafts;
    QSignalSpy changed(&drafts, &Drafts::draftChanged);
    drafts.setDraft(m_one, {QString(), 4, {}});
    QCOMPARE(changed.size(), 0);
    QCOMPARE(drafts.draft(m_one).caret, 0);
}

void TestDrafts::accountIsForgotten()
{
    Drafts drafts;
    drafts.setDraft(m_one, m_hello);
    drafts.setDraft(m_same, m_hello);
    drafts.forgetAccount(m_one.account);
    QVERIFY(drafts.draft(m_one).isEmpty());
    QCOMPARE(drafts.draft(m_same), m_hello);
}

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
