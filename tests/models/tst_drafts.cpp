// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/drafts.h"

#include "services/secrets/memorystore.h"
#include "services/store/accountdatabase.h"
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
    void aNoteIsKeptBesideTheReply();
    void whatIsTypedBeforeTheDiskAnsweredIsAdded();
    void forgottenAccountStaysForgotten();
    void whatIsEmptiedAtOnceCanBeBroughtBack();
    void whatIsSentIsNotThrownAway();
    void whatIsTypedAgainIsNoLongerThrownAway();
    void whatWasThrownAwayOutlivesTheProgram();
    void aDraftIsHeldWhenItsWindowCloses();
    void aHeldDraftIsOfferedWhenTheCustomerAnswers();
    void whoChangesAHeldDraftHasLookedAtIt();
    void aDraftStaysHeldInTheNextRun();
    void whatIsDiscardedKeepsItsFiles();
    void whatTheDiskRefusedIsSavedLater();
    void aRefusedNoteStandsBeforeTheNext();
    void whatWasTypedAtOneServerStaysOutOfAnother();

private:
    // A program's run with this profile: an inbox with the account, and its drafts.
    struct Run {
        explicit Run(const QString &profile, const QString &url = QStringLiteral("https://127.0.0.1:1/v1"))
            : inbox(profile, secrets, clock)
            , drafts(inbox)
        {
            AccountConfig config;
            config.id = AccountId(QStringLiteral("a"));
            config.backend = QStringLiteral("client-api");
            config.settings.insert(baseUrlSetting, url);
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

void TestDrafts::aNoteIsKeptBesideTheReply()
{
    const NoteEdit edit{NoteId(QStringLiteral("n")), QStringLiteral("VIP"), QStringLiteral("VIP?")};
    QTemporaryDir profile;
    {
        Run first(profile.path());
        first.drafts.setNote(m_one, QStringLiteral("Rings twice"));
        first.drafts.setNoteEdit(m_one, edit);
        first.drafts.setDraft(m_one, m_hello);
        QCOMPARE(first.drafts.draft(m_one).note, QStringLiteral("Rings twice"));
        first.drafts.clear(m_one); // sent
        QCOMPARE(first.drafts.draft(m_one).note, QStringLiteral("Rings twice"));
        QCOMPARE(first.drafts.draft(m_one).noteEdit, edit);
    }
    {
        Run second(profile.path());
        QTRY_COMPARE(second.drafts.draft(m_one).note, QStringLiteral("Rings twice"));
        QCOMPARE(second.drafts.draft(m_one).noteEdit, edit);
        QVERIFY(second.drafts.draft(m_one).isEmpty()); // of a reply
        second.drafts.setNote(m_one, {});
        second.drafts.setNoteEdit(m_one, {edit.note, edit.before, edit.before}); // as it was again
    }
    Run third(profile.path());
    QSignalSpy read(&third.inbox, &sync::Inbox::draftsRead);
    QVERIFY(read.wait());
    QVERIFY(third.drafts.conversations().isEmpty());
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

void TestDrafts::whatIsEmptiedAtOnceCanBeBroughtBack()
{
    Drafts drafts(m_fixture.inbox);
    drafts.setDraft(m_one, {QStringLiteral("Short"), 0, {}});
    drafts.setDraft(m_one, {});
    QVERIFY(drafts.discarded().isEmpty());

    const QString words = QStringLiteral("Your parcel is on its way");
    drafts.setDraft(m_one, {words, 3, {}});
    QSignalSpy changed(&drafts, &Drafts::discardedChanged);
    drafts.discard(m_one);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(drafts.discarded().size(), 1);
    QCOMPARE(drafts.discarded().constFirst().key(), m_one);
    QCOMPARE(drafts.discarded().constFirst().draft.text, words);
    QVERIFY(drafts.draft(m_one).isEmpty());

    drafts.setDraft(m_one, m_hello);
    drafts.bringBack(drafts.discarded().constFirst().draft.id);
    QVERIFY(drafts.discarded().isEmpty());
    QCOMPARE(drafts.draft(m_one).text, QString(words + QStringLiteral("\nHello")));
}

void TestDrafts::whatIsSentIsNotThrownAway()
{
    Drafts drafts(m_fixture.inbox);
    drafts.setDraft(m_one, {QStringLiteral("Your parcel is on its way"), 3, {}});
    drafts.clear(m_one);
    QVERIFY(drafts.discarded().isEmpty());
}

void TestDrafts::whatIsTypedAgainIsNoLongerThrownAway()
{
    Drafts drafts(m_fixture.inbox);
    const Draft typed{QStringLiteral("Your parcel is on its way"), 3, {}};
    drafts.setDraft(m_one, typed);
    drafts.setDraft(m_one, {});
    QCOMPARE(drafts.discarded().size(), 1);
    drafts.setDraft(m_one, typed); // as undo does
    QVERIFY(drafts.discarded().isEmpty());
}

void TestDrafts::whatWasThrownAwayOutlivesTheProgram()
{
    QTemporaryDir profile;
    const QString words = QStringLiteral("Your parcel is on its way");
    {
        Run run(profile.path());
        run.drafts.setDraft(m_one, {words, 0, {}});
        run.drafts.discard(m_one);
    }
    {
        Run run(profile.path());
        QTRY_COMPARE(run.drafts.discarded().size(), 1);
        QCOMPARE(run.drafts.discarded().constFirst().draft.text, words);
        run.drafts.bringBack(run.drafts.discarded().constFirst().draft.id);
    }
    {
        Run run(profile.path());
        QTRY_COMPARE(run.drafts.draft(m_one).text, words);
        QVERIFY(run.drafts.discarded().isEmpty());
        run.inbox.removeAccount(m_one.account);
        run.drafts.forgetAccount(m_one.account);
    }
    {
        Run run(profile.path());
        QVERIFY(!QTest::qWaitFor([&] { return !run.drafts.draft(m_one).isEmpty(); }, 50));
    }
}

void TestDrafts::aDraftIsHeldWhenItsWindowCloses()
{
    test::InboxFixture desk;
    test::ScriptedBackend &backend = desk.add();
    backend.conversationList = {test::conversation(QStringLiteral("1"), 5)};
    desk.start();
    Drafts drafts(desk.inbox);
    const ConversationKey key = desk.key(QStringLiteral("1"));
    drafts.setDraft(key, m_hello);
    QVERIFY(!drafts.draft(key).held);
    backend.at(QStringLiteral("1")).replyPossible = false;
    backend.at(QStringLiteral("1")).replyUntil = test::kNoon.addSecs(-60);
    desk.poll();
    QCOMPARE(drafts.draft(key).held, OptionalTime(test::kNoon));
    QVERIFY(!drafts.isOffered(key));
}

void TestDrafts::aHeldDraftIsOfferedWhenTheCustomerAnswers()
{
    test::InboxFixture desk;
    test::ScriptedBackend &backend = desk.add();
    Conversation closed = test::conversation(QStringLiteral("1"), 5);
    closed.replyPossible = false;
    closed.replyUntil = test::kNoon.addSecs(-60);
    backend.conversationList = {closed};
    desk.start();
    Drafts drafts(desk.inbox);
    const ConversationKey key = desk.key(QStringLiteral("1"));
    drafts.setDraft(key, m_hello); // came back into a closed conversation
    QVERIFY(drafts.draft(key).held);
    QSignalSpy offered(&drafts, &Drafts::offered);
    backend.conversationList = {test::conversation(QStringLiteral("1"), 0)};
    desk.poll();
    QCOMPARE(offered.size(), 1);
    QVERIFY(drafts.isOffered(key));
    QVERIFY(drafts.draft(key).held);
    QVERIFY(backend.log.isEmpty()); // never sent unasked
    desk.poll();
    QCOMPARE(offered.size(), 1);
    backend.conversationList = {closed};
    desk.poll();
    QVERIFY(!drafts.isOffered(key));
}

void TestDrafts::whoChangesAHeldDraftHasLookedAtIt()
{
    test::InboxFixture desk;
    test::ScriptedBackend &backend = desk.add();
    backend.conversationList = {test::conversation(QStringLiteral("1"), 5)};
    desk.start();
    Drafts drafts(desk.inbox);
    const ConversationKey key = desk.key(QStringLiteral("1"));
    drafts.setDraft(key, m_hello);
    drafts.hold(key);
    QVERIFY(drafts.isOffered(key));
    Draft moved = m_hello;
    moved.caret = 4;
    drafts.setDraft(key, moved); // a caret is no change of the words
    QVERIFY(drafts.isOffered(key));
    moved.text += u'!';
    drafts.setDraft(key, moved);
    QVERIFY(!drafts.isOffered(key));
    QVERIFY(!drafts.draft(key).held);
}

void TestDrafts::aDraftStaysHeldInTheNextRun()
{
    QTemporaryDir profile;
    {
        Run run(profile.path());
        run.drafts.setDraft(m_one, m_hello);
        run.drafts.hold(m_one);
    }
    Run run(profile.path());
    QTRY_COMPARE(run.drafts.draft(m_one).held, OptionalTime(test::kNoon));
}

void TestDrafts::whatIsDiscardedKeepsItsFiles()
{
    QTemporaryDir profile;
    Draft file;
    file.text = QStringLiteral("ok");
    file.files = {{QStringLiteral("/tmp/a.pdf"), QStringLiteral("a.pdf"), MediaKind::Document,
                   QStringLiteral("application/pdf"), 4}};
    {
        Run first(profile.path());
        first.drafts.setDraft(m_one, file);
        first.drafts.discard(m_one);
        QVERIFY(first.drafts.draft(m_one).isEmpty());
        QCOMPARE(first.drafts.discarded().size(), 1);
    }
    Run second(profile.path());
    QTRY_COMPARE(second.drafts.discarded().size(), 1);
    second.drafts.bringBack(second.drafts.discarded().constFirst().draft.id);
    QCOMPARE(second.drafts.draft(m_one).text, file.text);
    QCOMPARE(second.drafts.draft(m_one).files, file.files);
}

void TestDrafts::whatTheDiskRefusedIsSavedLater()
{
    QTemporaryDir profile;
    Run run(profile.path());
    QTRY_VERIFY(run.drafts.hasRead(m_one.account));
    const QString path = profile.filePath(QStringLiteral("accounts/a.sqlite"));
    const auto disk = store::Database::open(path, store::AccountDatabase::migrations());
    const auto database = store::AccountDatabase::open(path);
    QVERIFY(disk && database);
    const auto onDisk = [&] { return (*database)->drafts().all()->value(m_one.id).text; };
    QVERIFY((*disk)->run(
        QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'full'); END")));
    QSignalSpy refused(&run.inbox, &sync::Inbox::draftNotKept);
    run.drafts.setDraft(m_one, m_hello);
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(onDisk().isEmpty());
    QVERIFY((*disk)->run(QStringLiteral("DROP TRIGGER full")));
    // With the next that is typed anywhere.
    run.drafts.setDraft({m_one.account, ConversationId(QStringLiteral("2"))}, m_hello);
    QTRY_COMPARE(onDisk(), m_hello.text);
}

void TestDrafts::aRefusedNoteStandsBeforeTheNext()
{
    Drafts drafts(m_fixture.inbox);
    drafts.setNote(m_one, QStringLiteral("Rings twice"));
    drafts.takeBackNote(m_one, QStringLiteral("VIP"));
    QCOMPARE(drafts.draft(m_one).note, QStringLiteral("VIP\nRings twice"));
}

void TestDrafts::whatWasTypedAtOneServerStaysOutOfAnother()
{
    QTemporaryDir profile;
    Run run(profile.path());
    QTRY_VERIFY(run.drafts.hasRead(m_one.account));
    run.drafts.setDraft(m_one, {QStringLiteral("ok"), 2, {}});
    run.drafts.setNote(m_one, QStringLiteral("VIP"));
    run.drafts.setNoteEdit(m_one, {NoteId(QStringLiteral("n")), {}, QStringLiteral("Rings twice")});
    AccountConfig moved = run.inbox.session(m_one.account)->config();
    moved.settings.insert(baseUrlSetting, QStringLiteral("https://127.0.0.1:2/v1"));
    QVERIFY(run.inbox.saveAccount(moved, QStringLiteral("token")));
    QVERIFY(run.drafts.conversations().isEmpty());
    QStringList thrownAway;
    for (const auto &one : run.drafts.discarded())
        thrownAway << one.draft.text;
    thrownAway.sort();
    QCOMPARE(thrownAway,
             (QStringList{QStringLiteral("Rings twice"), QStringLiteral("VIP"), QStringLiteral("ok")}));
}

QTEST_GUILESS_MAIN(TestDrafts)
#include "tst_drafts.moc"
