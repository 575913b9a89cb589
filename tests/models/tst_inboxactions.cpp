// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/inboxactions.h"

#include "models/conversationlistmodel.h"
#include "models/drafts.h"
#include "models/heartbeat.h"
#include "tests/support/inboxfixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;

namespace {

struct Desk : InboxFixture {
    Desk()
        : heartbeat(clock)
        , list(inbox, drafts, heartbeat)
        , actions(inbox, drafts, list)
        , backend(add())
        , one(key(QStringLiteral("1")))
    {
        list.setView(View::All);
        for (int i = 1; i <= 3; ++i)
            backend.conversationList << conversation(QString::number(i), i);
        backend.conversationList[1].assignee = ben();
        backend.conversationList[2].assignee = aylin();
        start();
    }
    // The conversation is on screen: its thread is known.
    void open()
    {
        inbox.setOpenConversation(one);
        settle();
    }
    QString order() const
    {
        QStringList ids;
        for (int row = 0; row < list.rowCount(); ++row)
            ids << list.row(row).key.id.value();
        return ids.join(u' ');
    }

    Drafts drafts{inbox};
    Heartbeat heartbeat;
    ConversationListModel list;
    InboxActions actions;
    ScriptedBackend &backend;
    const ConversationKey one;
};

} // namespace

class TestInboxActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void sentDraftStandsInTheThread();
    void blankDraftIsNotSent();
    void closedReplyStateKeepsTheDraft();
    void unknownConversationKeepsTheDraft();
    void acceptedMessageIsTold();
    void unsentTextComesBackBeforeTheDraft();
    void sentTextDoesNotComeBack();
    void missingCapabilityDoesNothing_data();
    void missingCapabilityDoesNothing();
    void statusActsAtOnceInAFrozenList();
    void refusedStatusComesBackInAFrozenList();
    void assignKnowsItsPeople();
    void assignToMeNeedsToKnowWhoIAm();
    void restartEndsWithItsOutcome();
    void restartIsAskedOnce();
    void whatOneCommandChangedIsUndoneAsOne();
    void aCommandForManyAsksForAFewAtOnce();
    void onlyReadingOnPurposeIsUndone();
    void conversationsAreBegun();
    void retryIsAskedOnce();
    void removedAccountForgetsItsDrafts();
};

void TestInboxActions::sentDraftStandsInTheThread()
{
    Desk desk;
    desk.open();
    desk.drafts.setDraft(desk.one, {QStringLiteral(" Hello \n"), 3, MessageId(QStringLiteral("m1"))});
    QVERIFY(desk.actions.sendDraft(desk.one));
    QCOMPARE(desk.backend.log, QStringList({QStringLiteral("send 1 Hello m1")}));
    QVERIFY(desk.drafts.draft(desk.one).isEmpty());
    QCOMPARE(desk.session().thread(desk.one.id)->outgoing.size(), 1);
    QVERIFY(!desk.actions.sendDraft(desk.one)); // the draft is gone: a second press sends nothing
    QCOMPARE(desk.backend.log.size(), 1);
}

void TestInboxActions::blankDraftIsNotSent()
{
    Desk desk;
    desk.drafts.setDraft(desk.one, {QStringLiteral(" \n "), 0, {}});
    QVERIFY(!desk.actions.sendDraft(desk.one));
    QCOMPARE(desk.backend.log, QStringList());
}

void TestInboxActions::closedReplyStateKeepsTheDraft()
{
    Desk desk;
    desk.backend.at(QStringLiteral("1")).replyPossible = false;
    desk.poll();
    desk.drafts.setDraft(desk.one, {QStringLiteral("Hello"), 0, {}});
    QVERIFY(!desk.actions.sendDraft(desk.one));
    QCOMPARE(desk.drafts.draft(desk.one).text, QStringLiteral("Hello"));
    QCOMPARE(desk.backend.log, QStringList());
}

void TestInboxActions::unknownConversationKeepsTheDraft()
{
    Desk desk;
    const ConversationKey unknown = Desk::key(QStringLiteral("99"));
    desk.drafts.setDraft(unknown, {QStringLiteral("Hello"), 0, {}});
    QVERIFY(!desk.actions.sendDraft(unknown));
    QCOMPARE(desk.drafts.draft(unknown).text, QStringLiteral("Hello"));
    QVERIFY(desk.actions.unavailable(unknown, Capability::SendText).has_value());
}

void TestInboxActions::acceptedMessageIsTold()
{
    Desk desk;
    desk.open();
    QSignalSpy accepted(&desk.actions, &InboxActions::messageAccepted);
    desk.drafts.setDraft(desk.one, {QStringLiteral("Hello"), 0, {}});
    desk.actions.sendDraft(desk.one);
    desk.backend.sends.answer(
        message(QStringLiteral("50"), QStringLiteral("Hello"), kNoon, MessageAuthor::Agent));
    settle();
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(accepted.at(0).at(0).value<ConversationKey>(), desk.one);
}

void TestInboxActions::unsentTextComesBackBeforeTheDraft()
{
    Desk desk;
    desk.open();
    desk.drafts.setDraft(desk.one, {QStringLiteral("first"), 0, {}});
    desk.actions.sendDraft(desk.one);
    desk.backend.sends.fail(ErrorKind::ConnectionRefused, Outcome::NotSent);
    settle();
    const IntentId intent = desk.session().thread(desk.one.id)->outgoing.constFirst().id;
    desk.drafts.setDraft(desk.one, {QStringLiteral("second"), 6, {}});
    desk.actions.settleMessage(desk.one, intent, false);
    QCOMPARE(desk.drafts.draft(desk.one).text, QStringLiteral("first\nsecond"));
    QCOMPARE(desk.drafts.draft(desk.one).caret, 12);
    QVERIFY(desk.session().thread(desk.one.id)->outgoing.isEmpty());
}

void TestInboxActions::sentTextDoesNotComeBack()
{
    Desk desk;
    desk.open();
    desk.drafts.setDraft(desk.one, {QStringLiteral("first"), 0, {}});
    desk.actions.sendDraft(desk.one);
    desk.backend.sends.fail(ErrorKind::ConnectionLost, Outcome::Unknown);
    QTRY_COMPARE(desk.session().thread(desk.one.id)->outgoing.constFirst().state, Intent::State::Unknown);
    desk.actions.settleMessage(desk.one, desk.session().thread(desk.one.id)->outgoing.constFirst().id, true);
    QVERIFY(desk.drafts.draft(desk.one).isEmpty());
}

void TestInboxActions::missingCapabilityDoesNothing_data()
{
    QTest::addColumn<Capability>("capability");
    QTest::newRow("send") << Capability::SendText;
    QTest::newRow("status") << Capability::SetStatus;
    QTest::newRow("assign") << Capability::Assign;
    QTest::newRow("unassign") << Capability::Unassign;
    QTest::newRow("read") << Capability::MarkRead;
    QTest::newRow("react") << Capability::React;
    QTest::newRow("note") << Capability::EditNote;
    QTest::newRow("restart") << Capability::RestartPaid;
    QTest::newRow("retry") << Capability::DuplicateMessage;
}

void TestInboxActions::missingCapabilityDoesNothing()
{
    QFETCH(Capability, capability);
    Desk desk;
    desk.backend.messagesOf[desk.one.id] << message(QStringLiteral("5"), QStringLiteral("x"), kNoon,
                                                    MessageAuthor::Agent, DeliveryStatus::Error);
    desk.backend.at(QStringLiteral("1")).unreadCount = 1;
    desk.backend.at(QStringLiteral("1")).assignee = aylin();
    if (capability == Capability::RestartPaid)
        desk.backend.at(QStringLiteral("1")).replyPossible = false;
    desk.open();
    desk.poll();
    const auto tryIt = [&desk, capability] {
        switch (capability) {
        case Capability::SendText:
            desk.drafts.setDraft(desk.one, {QStringLiteral("Hello"), 0, {}});
            desk.actions.sendDraft(desk.one);
            break;
        case Capability::SetStatus:
            desk.actions.setStatus(desk.one, ConversationStatus::Done);
            break;
        case Capability::Assign:
            desk.actions.assign(desk.one, ben().id);
            break;
        case Capability::Unassign:
            desk.actions.assign(desk.one, {});
            break;
        case Capability::MarkRead:
            desk.actions.setRead(desk.one, true);
            break;
        case Capability::React:
            desk.actions.react(desk.one, MessageId(QStringLiteral("5")), QStringLiteral("👍"));
            break;
        case Capability::EditNote:
            desk.actions.editNote(desk.one, NoteId(QStringLiteral("1")), QStringLiteral("x"));
            break;
        case Capability::RestartPaid:
            desk.actions.restart(desk.one);
            break;
        default:
            desk.actions.retry(desk.one, MessageId(QStringLiteral("5")));
        }
        settle();
    };
    desk.backend.setCapability(capability, false);
    tryIt();
    QCOMPARE(desk.backend.log, QStringList());
    QCOMPARE(desk.actions.unavailable(desk.one, capability)->why, Unavailable::Why::Forbidden);
    // With it, the same does something: the test above can fail.
    desk.backend.setCapability(capability, true);
    tryIt();
    QCOMPARE(desk.backend.log.size(), 1);
    QVERIFY(!desk.actions.unavailable(desk.one, capability).has_value());
}

void TestInboxActions::statusActsAtOnceInAFrozenList()
{
    Desk desk;
    desk.list.setFrozen(true);
    desk.actions.setStatus(desk.one, ConversationStatus::Done);
    QCOMPARE(desk.order(), QStringLiteral("2 3"));
    QCOMPARE(desk.list.waitingChanges(), 0);
    QCOMPARE(desk.backend.log, QStringList({QStringLiteral("update 1 status 3")}));
}

void TestInboxActions::refusedStatusComesBackInAFrozenList()
{
    Desk desk;
    desk.list.setFrozen(true);
    QSignalSpy failed(&desk.actions, &InboxActions::failed);
    desk.actions.setStatus(desk.one, ConversationStatus::Done);
    desk.backend.updates.fail(ErrorKind::Forbidden, Outcome::Refused);
    settle();
    QCOMPARE(desk.order(), QStringLiteral("1 2 3"));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).value<ConversationKey>(), desk.one);
    QCOMPARE(failed.at(0).at(1).value<sync::ActionFailure>().error.kind, ErrorKind::Forbidden);
}

void TestInboxActions::assignKnowsItsPeople()
{
    Desk desk;
    desk.actions.assign(desk.one, aylin().id);
    QCOMPARE(desk.list.row(0).assigneeName, QStringLiteral("Aylin"));
    desk.actions.assign(desk.one, UserId(QStringLiteral("stranger")));
    QCOMPARE(desk.backend.log, QStringList({QStringLiteral("update 1 assignee 2")}));
    QStringList names;
    for (const User &person : desk.actions.people(desk.one))
        names << person.name;
    QCOMPARE(names, QStringList({QStringLiteral("Aylin"), QStringLiteral("Ben")}));
}

void TestInboxActions::assignToMeNeedsToKnowWhoIAm()
{
    Desk desk;
    QVERIFY(desk.actions.assignToMe(desk.one));
    QVERIFY(desk.list.row(0).assignedToMe);
    desk.actions.setMe(desk.one.account, UserId());
    QVERIFY(desk.actions.me(desk.one).isEmpty());
    QVERIFY(!desk.actions.assignToMe(desk.one));
    desk.actions.setMe(desk.one.account, aylin().id);
    QCOMPARE(desk.actions.me(desk.one), aylin().id);
}

void TestInboxActions::restartEndsWithItsOutcome()
{
    Desk desk;
    desk.backend.at(QStringLiteral("1")).replyPossible = false;
    desk.poll();
    QSignalSpy finished(&desk.actions, &InboxActions::restartFinished);
    desk.actions.restart(desk.one);
    settle();
    QCOMPARE(desk.backend.log, QStringList({QStringLiteral("restart 1")}));
    desk.backend.restarts.answer(
        message(QStringLiteral("60"), QStringLiteral("Template"), kNoon, MessageAuthor::Agent));
    settle();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.at(0).at(0).value<ConversationKey>(), desk.one);
    QCOMPARE(finished.at(0).at(1).value<sync::RestartOutcome>(), sync::RestartOutcome::Accepted);
}

void TestInboxActions::restartIsAskedOnce()
{
    Desk desk;
    desk.backend.at(QStringLiteral("1")).replyPossible = false;
    desk.poll();
    for (int i = 0; i < 100; ++i)
        desk.actions.restart(desk.one);
    settle();
    for (int i = 0; i < 100; ++i)
        desk.actions.restart(desk.one);
    settle();
    QCOMPARE(desk.backend.log, QStringList({QStringLiteral("restart 1")}));
}

void TestInboxActions::retryIsAskedOnce()
{
    Desk desk;
    desk.backend.messagesOf[desk.one.id] << message(QStringLiteral("5"), QStringLiteral("x"), kNoon,
                                                    MessageAuthor::Agent, DeliveryStatus::Error);
    desk.open();
    QVERIFY(desk.actions.retry(desk.one, MessageId(QStringLiteral("5"))));
    QVERIFY(!desk.actions.retry(desk.one, MessageId(QStringLiteral("5"))));
    QCOMPARE(desk.backend.log, QStringList({QStringLiteral("duplicate 1 5")}));
}

void TestInboxActions::removedAccountForgetsItsDrafts()
{
    Desk desk;
    const ConversationKey elsewhere = Desk::key(QStringLiteral("1"), QStringLiteral("other"));
    desk.drafts.setDraft(desk.one, {QStringLiteral("Hello"), 0, {}});
    desk.drafts.setDraft(elsewhere, {QStringLiteral("Hello"), 0, {}});
    desk.inbox.removeAccount(desk.one.account);
    QTRY_VERIFY(desk.drafts.draft(desk.one).isEmpty());
    QCOMPARE(desk.drafts.draft(elsewhere).text, QStringLiteral("Hello"));
}

void TestInboxActions::whatOneCommandChangedIsUndoneAsOne()
{
    Desk desk;
    ScriptedBackend &otherBackend = desk.add(QStringLiteral("other"));
    otherBackend.conversationList << conversation(QStringLiteral("9"), 9);
    desk.session(QStringLiteral("other")).start();
    settle();
    const ConversationKey two = Desk::key(QStringLiteral("2"));
    const ConversationKey nine = Desk::key(QStringLiteral("9"), QStringLiteral("other"));
    const auto status = [&desk](const ConversationKey &key) {
        return desk.inbox.conversation(key)->status.value;
    };
    const auto answerAll = [&](ConversationStatus now) {
        for (ScriptedBackend *backend : {&desk.backend, &otherBackend}) {
            for (Conversation &c : backend->conversationList) {
                if (!backend->log.contains(
                        QStringLiteral("update %1 status %2").arg(c.key.id.value()).arg(int(now))))
                    continue;
                c.status.value = now;
            }
            while (backend->updates.waiting() > 0) {
                const QString id =
                    backend->log.at(backend->log.size() - backend->updates.waiting()).section(u' ', 1, 1);
                backend->updates.answer(backend->at(id));
                settle();
            }
        }
    };

    desk.actions.setStatus(desk.one, ConversationStatus::InProgress);
    settle();
    answerAll(ConversationStatus::InProgress);
    desk.actions.together({desk.one, two, nine}, [&desk](const ConversationKey &key) {
        desk.actions.setStatus(key, ConversationStatus::Done);
    });
    for (const ConversationKey &key : {desk.one, two, nine})
        QCOMPARE(status(key), ConversationStatus::Done);
    settle();
    answerAll(ConversationStatus::Done);

    QCOMPARE(desk.actions.undoCount(), 3);
    const QList<ConversationKey> undone = desk.actions.undo();
    QCOMPARE(QSet<ConversationKey>(undone.cbegin(), undone.cend()),
             (QSet<ConversationKey>{desk.one, two, nine}));
    QCOMPARE(status(desk.one), ConversationStatus::InProgress);
    QCOMPARE(status(two), ConversationStatus::ToDo);
    QCOMPARE(status(nine), ConversationStatus::ToDo);
    QCOMPARE(desk.actions.redo().size(), 3);
    for (const ConversationKey &key : {desk.one, two, nine})
        QCOMPARE(status(key), ConversationStatus::Done);
    QCOMPARE(desk.actions.undo().size(), 3);
    // What was asked for alone before is undone alone.
    QCOMPARE(desk.actions.undoCount(), 1);
    QCOMPARE(desk.actions.undo(), QList<ConversationKey>{desk.one});
    QVERIFY(!desk.actions.canUndo());
}

void TestInboxActions::aCommandForManyAsksForAFewAtOnce()
{
    Desk desk;
    desk.backend.conversationList.clear();
    QList<ConversationKey> keys;
    for (int i = 0; i < 30; ++i) {
        desk.backend.conversationList << conversation(QString::number(i), i);
        keys << Desk::key(QString::number(i));
    }
    desk.poll();
    desk.actions.together(
        keys, [&desk](const ConversationKey &key) { desk.actions.setStatus(key, ConversationStatus::Done); });
    settle();
    int answered = 0;
    while (desk.backend.updates.waiting() > 0) {
        QVERIFY(desk.backend.updates.waiting() <= 4);
        Conversation &c = desk.backend.at(desk.backend.log.at(answered++).section(u' ', 1, 1));
        c.status.value = ConversationStatus::Done;
        if (answered % 5 == 0)
            desk.backend.updates.fail(ErrorKind::Rejected, Outcome::Refused); // the others go on
        else
            desk.backend.updates.answer(c);
        settle();
    }
    QCOMPARE(answered, 30);
}

void TestInboxActions::onlyReadingOnPurposeIsUndone()
{
    Desk desk;
    desk.backend.setCapability(Capability::MarkUnread, true);
    Conversation &c = desk.backend.at(QStringLiteral("1"));
    c.unreadCount = 2;
    desk.poll();
    desk.session().noteRead(desk.one.id);
    settle();
    c.unreadCount = 0;
    desk.backend.reads.answer(c);
    settle();
    QVERIFY(!desk.actions.canUndo());

    desk.actions.setRead(desk.one, false);
    settle();
    c.unreadCount = 1;
    desk.backend.reads.answer(c);
    settle();
    QCOMPARE(desk.actions.undo(), QList<ConversationKey>{desk.one});
    settle();
    QCOMPARE(desk.backend.log,
             (QStringList{QStringLiteral("read 1"), QStringLiteral("unread 1"), QStringLiteral("read 1")}));
    QCOMPARE(desk.inbox.conversation(desk.one)->unreadCount, 0);
}

void TestInboxActions::conversationsAreBegun()
{
    Desk desk;
    const AccountId account = desk.one.account;
    QVERIFY(desk.actions.openingAccounts().isEmpty());
    QVERIFY(!desk.actions.openingForm(account));
    QVERIFY(desk.actions.startOpening(account, {}, {Recipient()}).isEmpty());
    desk.backend.form = OpeningForm();
    desk.backend.setCapability(Capability::StartConversation, true);
    QCOMPARE(desk.actions.openingAccounts(), QList<AccountId>{account});
    QVERIFY(desk.actions.openingForm(account));

    MessageTemplate hello;
    hello.name = QStringLiteral("Hello");
    desk.backend.messageTemplates = {hello};
    QList<MessageTemplate> templates;
    desk.actions.readTemplates(account, &desk.inbox, [&](const Result<QList<MessageTemplate>> &read) {
        templates = read.value_or(QList<MessageTemplate>());
    });
    QTRY_COMPARE(templates, QList<MessageTemplate>{hello});

    const QSignalSpy changed(&desk.actions, &InboxActions::openingChanged);
    Recipient recipient;
    recipient.phone = QStringLiteral("+491511234567");
    const OpeningId id = desk.actions.startOpening(account, {}, {recipient, recipient});
    QCOMPARE(desk.actions.openings(account), QList<OpeningId>{id});
    QTRY_COMPARE(desk.backend.opens.waiting(), 1);
    QVERIFY(desk.actions.writtenTo(account, recipient.phone));
    desk.actions.pauseOpening(account, id);
    backends::OpeningAnswer answer;
    answer.results.resize(1);
    answer.results[0].state = RecipientResult::State::Sent;
    desk.backend.opens.answer(answer);
    QTRY_COMPARE(desk.actions.opening(account, id)->results.at(0).state, RecipientResult::State::Sent);
    QCOMPARE(desk.actions.opening(account, id)->state, Opening::State::Paused);
    desk.actions.resumeOpening(account, id);
    QTRY_COMPARE(desk.backend.opens.waiting(), 1);
    desk.actions.stopOpening(account, id);
    desk.backend.opens.fail(ErrorKind::Timeout, Outcome::Unknown);
    QTRY_COMPARE(desk.actions.opening(account, id)->results.at(1).state, RecipientResult::State::Unknown);
    desk.actions.settleOpening(account, id, 1, false);
    QCOMPARE(desk.actions.opening(account, id)->results.at(1).state, RecipientResult::State::Left);
    desk.actions.forgetOpening(account, id);
    QVERIFY(!desk.actions.opening(account, id));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.constLast().at(1).value<OpeningId>(), id);
    QCOMPARE(desk.backend.openRequests.size(), 2);
}

QTEST_GUILESS_MAIN(TestInboxActions)
#include "tst_inboxactions.moc"
