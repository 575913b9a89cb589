// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/drafts.h"

#include "services/secrets/memorystore.h"
#include "tests/support/inboxfixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
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
    void whatWasTypedOutlivesTheProgram();
    void savingIsNotPutOffByTyping();
    void whatIsTypedBeforeTheDiskAnsweredIsAdded();
    void forgottenAccountStaysForgotten();

private:
    // A program's run with this profile: an inbox with the account, and its drafts.
    struct Run {
        explicit Run(const QString &profile)
            : inbox(profile, secrets, clock)
            , drafts(inbox)
        {
            AccountConfig config;
            config.id = AccountId(QStringLiteral("a"));
            config.backend = QStringLiteral("client-api");
            config.settings.insert(baseUrlSetting, QStringLiteral("https://127.0.0.1:1/v1"));
            config.sessionOnly = true;
            if (!inbox.saveAccount(config, QStringLiteral("token")))
                qFatal("the account was refused");
        }
        FakeClock clock{test::kNoon};
        secrets::MemoryStore secrets;
        sync::Inbox inbox;
        Drafts drafts;
    };

    test::InboxFixture m_fixture;
    const ConversationKey m_one{AccountId(QStringLiteral("a")), ConversationId(QStringLiteral("1"))};
    const ConversationKey m_same{AccountId(QStringLiteral("b")), ConversationId(QStringLiteral("1"))};
    const Draft m_hello{QStringLiteral("Hello"), 2, {}};
};

void TestDrafts::draftIsKeptPerAccountAndConversation()
{
    Drafts drafts(m_fixture.inbox);
    drafts.setDraft(m_one, m_hello);
    QCOMPARE(drafts.draft(m_one), m_hello);
    QVERIFY(drafts.draft(m_same).isEmpty());
}

void TestDrafts::sameDraftIsNotTold()
{
    Drafts drafts(m_fixture.inbox);
    QSignalSpy changed(&drafts, &Drafts::draftChanged);
    drafts.setDraft(m_one, m_hello);
    drafts.setDraft(m_one, m_hello);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).value<ConversationKey>(), m_one);
}

void TestDrafts::clearingTellsOnce()
{
    Drafts drafts(m_fixture.inbox);
    drafts.setDraft(m_one, m_hello);
    QSignalSpy changed(&drafts, &Drafts::draftChanged);
    drafts.clear(m_one);
    drafts.clear(m_one);
    QCOMPARE(changed.size(), 1);
    QVERIFY(drafts.draft(m_one).isEmpty());
}

void TestDrafts::quoteAloneIsKept()
{
    Drafts drafts(m_fixture.inbox);
    drafts.setDraft(m_one, {QString(), 0, MessageId(QStringLiteral("7"))});
    QCOMPARE(drafts.draft(m_one).quoted.value(), QStringLiteral("7"));
}

void TestDrafts::caretAloneIsNotKept()
{
    Drafts drafts(m_fixture.inbox);
    QSignalSpy changed(&drafts, &Drafts::draftChanged);
    drafts.setDraft(m_one, {QString(), 4, {}});
    QCOMPARE(changed.size(), 0);
    QCOMPARE(drafts.draft(m_one).caret, 0);
}

void TestDrafts::accountIsForgotten()
{
    Drafts drafts(m_fixture.inbox);
    drafts.setDraft(m_one, m_hello);
    drafts.setDraft(m_same, m_hello);
    drafts.forgetAccount(m_one.account);
    QVERIFY(drafts.draft(m_one).isEmpty());
    QCOMPARE(drafts.draft(m_same), m_hello);
}

void TestDrafts::whatWasTypedOutlivesTheProgram()
{
    QTemporaryDir profile;
    const Draft typed{QStringLiteral("Guten Tag\n\U0001F600 \u0627"), 3, MessageId(QStringLiteral("7"))};
    {
        Run first(profile.path());
        first.drafts.setDraft(m_one, typed); // and the program ends at once
    }
    {
        Run second(profile.path());
        QTRY_COMPARE(second.drafts.draft(m_one), typed);
        second.drafts.clear(m_one);
    }
    Run third(profile.path());
    QSignalSpy read(&third.inbox, &sync::Inbox::draftsRead);
    QVERIFY(read.wait());
    QCOMPARE(third.drafts.draft(m_one), Draft());
}

void TestDrafts::savingIsNotPutOffByTyping()
{
    QTemporaryDir profile;
    Run run(profile.path());
    QSignalSpy read(&run.inbox, &sync::Inbox::draftsRead);
    QVERIFY(read.wait());
    // A letter every 20 ms, for as long as it takes.
    QTimer typing;
    int letters = 0;
    connect(&typing, &QTimer::timeout, this, [&] {
        run.drafts.setDraft(m_one, {QString(++letters, u'x'), letters, {}});
    });
    typing.start(20);
    const auto onDisk = [&] {
        read.clear();
        run.inbox.readDrafts(m_one.account);
        return read.wait()
            && !read.first().at(1).value<QHash<ConversationId, Draft>>().value(m_one.id).isEmpty();
    };
    QTRY_VERIFY(onDisk());
    QVERIFY(typing.isActive());
}

void TestDrafts::whatIsTypedBeforeTheDiskAnsweredIsAdded()
{
    QTemporaryDir profile;
    {
        Run first(profile.path());
        first.drafts.setDraft(m_one, m_hello);
    }
    Run second(profile.path());
    second.drafts.setDraft(m_one, {QStringLiteral("Quick"), 5, {}});
    QTRY_COMPARE(second.drafts.draft(m_one), (Draft{QStringLiteral("Hello\nQuick"), 11, {}}));
}

void TestDrafts::forgottenAccountStaysForgotten()
{
    QTemporaryDir profile;
    {
        Run first(profile.path());
        first.drafts.setDraft(m_one, m_hello);
    }
    {
        Run second(profile.path());
        QTRY_COMPARE(second.drafts.draft(m_one), m_hello);
        second.inbox.removeAccount(m_one.account);
        second.drafts.forgetAccount(m_one.account);
    }
    const QStringList left =
        QDir(profile.filePath(QStringLiteral("accounts"))).entryList(QDir::Files | QDir::Hidden);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
}

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
