// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/store.h"
#include "services/sync/accountsession.h"
#include "services/sync/journal.h"
#include "tests/support/clientapiaccount.h"
#include "tests/support/tinyserver.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using store::AccountDatabase;
using tests::FaultReply;
using tests::TinyServer;
using Act = FaultReply::Act;
using Kind = Intent::Kind;
using State = Intent::State;

namespace {

const QByteArray kSend = "POST /conversations/1/messages";
const QByteArray kRestart = "POST /conversations/1/restart";
const QByteArray kPatch = "PATCH /conversations/1";
const QByteArray kRead = "GET /conversations/1";
const QByteArray kReact = "POST /conversations/1/messages/101/set-reaction";
const QByteArray kThread = "GET /conversations/1/messages";
const MessageId question(QStringLiteral("101"));
const AccountId account(QStringLiteral("a"));
const ConversationId one(QStringLiteral("1"));

sync::PollTimings quick()
{
    sync::PollTimings t;
    t.openThread = 50;
    t.list = 50;
    t.lookAgain = 30;
    t.firstRetry = 30;
    t.longestRetry = 100;
    return t;
}

} // namespace

// What the person asked for, through lost connections and the program's own end. The server is the witness.
class TestOutbox : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<TinyServer> m_server;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<sync::AccountSession> m_session;

    void open()
    {
        m_store = std::make_unique<store::Store>(m_profile->path());
        AccountConfig config = tests::clientApiAccount(m_server->url());
        config.id = account;
        auto backend = backends::createBackend(config, QStringLiteral("secret"));
        QVERIFY(backend);
        m_session = std::make_unique<sync::AccountSession>(config, std::move(backend), m_clock, quick(),
                                                           m_store.get());
        m_session->restore();
    }
    void start()
    {
        open();
        m_session->start();
        QTRY_VERIFY(m_session->conversation(one));
        m_session->setOpenConversation(one);
        QTRY_VERIFY(m_session->thread(one) && m_session->thread(one)->loaded);
    }
    void close()
    {
        m_session.reset();
        m_store.reset();
    }
    // As an earlier run of the program left it behind.
    void leaveBehind(Intent intent, State state, const std::optional<Payment> &payment = {})
    {
        const auto database = AccountDatabase::open(path());
        QVERIFY(database);
        const auto added = (*database)->intents().add(intent, payment);
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
        QVERIFY(*added);
        intent.state = state;
        QVERIFY((*database)->intents().update(intent));
    }
    // On disk.
    QList<Intent> unfinished()
    {
        const auto database = AccountDatabase::open(path());
        return database ? (*database)->intents().unfinished().value_or(QList<Intent>()) : QList<Intent>();
    }
    QList<Payment> payments()
    {
        const auto database = AccountDatabase::open(path());
        return database ? (*database)->intents().payments().value_or(QList<Payment>()) : QList<Payment>();
    }
    QString draft()
    {
        const auto database = AccountDatabase::open(path());
        return database ? (*database)->drafts().all()->value(one).text : QString();
    }
    QString path() const { return m_profile->filePath(QStringLiteral("accounts/a.sqlite")); }
    static Intent intent(Kind kind, const char *text = "")
    {
        Intent i;
        i.id = IntentId(QStringLiteral("left behind"));
        i.conversation = one;
        i.kind = kind;
        i.text = QString::fromUtf8(text);
        i.createdAt = QDateTime::currentDateTimeUtc();
        i.seen.message = question; // the customer's first
        i.seen.status.value = ConversationStatus::ToDo;
        return i;
    }
    QList<Intent> outgoing() const
    {
        const sync::Thread *t = m_session->thread(one);
        return t ? t->outgoing : QList<Intent>();
    }
    // The server is asked so often that whatever is to be sent would have been.
    bool readsOften() const
    {
        constexpr int kOften = 3;
        constexpr int kPatience = 20'000; // ms
        const int wanted = m_server->count("GET /conversations") + kOften;
        return QTest::qWaitFor([&] { return m_server->count("GET /conversations") >= wanted; }, kPatience);
    }
    ReplyStateKind state() const { return m_session->replyState(one).kind; }

private Q_SLOTS:
    void init()
    {
        // Qt's word for a re-send that the one-shot body has prevented.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!QIODevice::seek)")));
        m_profile = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TinyServer>();
        QVERIFY(QDir(m_profile->path()).mkpath(QStringLiteral("accounts")));
    }
    void cleanup()
    {
        close();
        m_server.reset();
    }

    void aMessageIsOnDiskBeforeItLeaves()
    {
        start();
        m_server->failNext(kSend, FaultReply::fault(Act::Stall), false);
        m_session->sendText(one, QStringLiteral("Yes."));
        QTRY_COMPARE(m_server->count(kSend), 1);
        const QList<Intent> kept = unfinished();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.constFirst().state, State::Sending);
        QCOMPARE(kept.constFirst().text, QStringLiteral("Yes."));
        QCOMPARE(kept.constFirst().customer, QStringLiteral("Maria"));
    }

    void anAcceptedMessageLeavesNothingBehind()
    {
        start();
        m_session->sendText(one, QStringLiteral("Yes."));
        QTRY_VERIFY(outgoing().isEmpty());
        close();
        QVERIFY(unfinished().isEmpty());
        start();
        QVERIFY(readsOften());
        QCOMPARE(m_server->count(kSend), 1);
    }

    // The program ended between the server's answer and the note of it.
    void whatWasBeingSentIsFoundAfterAStart()
    {
        m_server->addAgentMessage("Yes.");
        leaveBehind(intent(Kind::SendText, "Yes."), State::Sending);
        start();
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(m_server->count(kSend), 0);
        close();
        QVERIFY(unfinished().isEmpty());
    }

    // The program ended before the first byte left, but nobody can know.
    void whatWasBeingSentAndIsNowhereIsForThePersonToDecide()
    {
        leaveBehind(intent(Kind::SendText, "Yes."), State::Sending);
        start();
        QTRY_COMPARE(outgoing().value(0).state, State::Unknown);
        QVERIFY(readsOften());
        QCOMPARE(m_server->count(kSend), 0);
        QCOMPARE(m_session->settle(one, IntentId(QStringLiteral("left behind")), false).text,
                 QStringLiteral("Yes."));
        close();
        QVERIFY(unfinished().isEmpty());
        QCOMPARE(draft(), QStringLiteral("Yes."));
        QCOMPARE(m_server->count(kSend), 0);
    }

    void whatHadNotBegunIsSentOnceAfterAStart()
    {
        leaveBehind(intent(Kind::SendText, "Yes."), State::Queued);
        start();
        QTRY_COMPARE(m_server->messages(), 2);
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(m_server->count(kSend), 1);
    }

    void whatHadNotBegunIsHeldWhenTheCustomerWroteMeanwhile()
    {
        leaveBehind(intent(Kind::SendText, "Yes."), State::Queued);
        m_server->customerSays("Never mind");
        open();
        QSignalSpy held(m_session.get(), &sync::AccountSession::repliesHeld);
        m_session->start();
        QTRY_COMPARE(held.size(), 1);
        QCOMPARE(held.constFirst().at(1).value<domain::Unsent>().text, QStringLiteral("Yes."));
        QCOMPARE(held.constFirst().at(2).value<domain::HeldBecause>(), domain::HeldBecause::Changed);
        close();
        QCOMPARE(draft(), QStringLiteral("Yes."));
        QVERIFY(unfinished().isEmpty());
        QCOMPARE(m_server->count(kSend), 0);
    }

    void whatHadNotBegunIsHeldWhenTheWindowHasClosed()
    {
        leaveBehind(intent(Kind::SendText, "Yes."), State::Queued);
        m_server->expire();
        open();
        QSignalSpy held(m_session.get(), &sync::AccountSession::repliesHeld);
        m_session->start();
        QTRY_COMPARE(held.size(), 1);
        QCOMPARE(held.constFirst().at(2).value<domain::HeldBecause>(), domain::HeldBecause::WindowClosed);
        close();
        QCOMPARE(draft(), QStringLiteral("Yes."));
        QCOMPARE(m_server->count(kSend), 0);
    }

    void aSlowedMessageWaitsAndIsSentOnce()
    {
        start();
        m_server->failNext(kSend, FaultReply::json(R"({"message":"Slowly."})", 429), false);
        m_session->sendText(one, QStringLiteral("Yes."));
        QTRY_VERIFY(outgoing().value(0).error);
        QCOMPARE(outgoing().constFirst().error->kind, ErrorKind::RateLimited);
        QCOMPARE(outgoing().constFirst().state, State::Queued);
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(m_server->count(kSend), 2);
        QCOMPARE(m_server->messages(), 2);
    }

    void offlineMessagesGoOutInOrderWhenTheServerIsBack()
    {
        start();
        m_server->refuseConnections(true);
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::Failing);
        m_session->sendText(one, QStringLiteral("one"));
        m_session->sendText(one, QStringLiteral("two"));
        QTRY_VERIFY(outgoing().value(0).error);
        QCOMPARE(outgoing().size(), 2);
        QCOMPARE(m_server->count(kSend), 0);
        m_server->refuseConnections(false);
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(m_server->messages(), 3);
        const QList<Message> &messages = m_session->thread(one)->messages;
        QTRY_COMPARE(messages.size(), 3);
        QCOMPARE(plainText(messages.at(1)), QStringLiteral("one"));
        QCOMPARE(plainText(messages.at(2)), QStringLiteral("two"));
        QCOMPARE(m_server->count(kSend), 2);
    }

    void whatWaitsCanBeTakenBack()
    {
        start();
        m_server->refuseConnections(true);
        const IntentId waiting = m_session->sendText(one, QStringLiteral("one"));
        QTRY_VERIFY(outgoing().value(0).error);
        QCOMPARE(m_session->settle(one, waiting, false).text, QStringLiteral("one"));
        m_server->refuseConnections(false);
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::Synced);
        QVERIFY(readsOften());
        QCOMPARE(m_server->count(kSend), 0);
    }

    void withoutAPlaceToWriteNothingIsSent()
    {
        {
            const auto database = store::Database::open(path(), AccountDatabase::migrations());
            QVERIFY(database && (*database)->run(QStringLiteral("PRAGMA user_version=999")));
        }
        start();
        QSignalSpy held(m_session.get(), &sync::AccountSession::repliesHeld);
        m_session->sendText(one, QStringLiteral("Yes."));
        QTRY_COMPARE(held.size(), 1);
        QCOMPARE(held.constFirst().at(1).value<domain::Unsent>().text, QStringLiteral("Yes."));
        QCOMPARE(held.constFirst().at(2).value<domain::HeldBecause>(), domain::HeldBecause::NotWritten);
        QVERIFY(outgoing().isEmpty());
        m_server->expire();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        QSignalSpy finished(m_session.get(), &sync::AccountSession::restartFinished);
        m_session->restart(one);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().at(1).value<sync::RestartOutcome>(), sync::RestartOutcome::NotSent);
        QVERIFY(readsOften());
        QCOMPARE(m_server->count(kSend), 0);
        QCOMPARE(m_server->count(kRestart), 0);
    }

    void whatIsSentAgainIsHeldWhereSomethingNewStands()
    {
        start();
        m_server->failNext(kSend, FaultReply::json(R"({"message":"Too long."})", 422), false);
        const IntentId refused = m_session->sendText(one, QStringLiteral("Yes."));
        QTRY_COMPARE(outgoing().value(0).state, State::Failed);
        m_server->customerSays("Never mind");
        QTRY_COMPARE(m_session->thread(one)->messages.size(), 2);
        QSignalSpy held(m_session.get(), &sync::AccountSession::repliesHeld);
        m_session->sendAgain(one, refused);
        QTRY_COMPARE(held.size(), 1);
        QCOMPARE(held.constFirst().at(2).value<domain::HeldBecause>(), domain::HeldBecause::Changed);
        QCOMPARE(m_server->count(kSend), 1);
    }

    void aThreadThatMayNotBeReadEndsTheChecking()
    {
        start();
        m_session->setOpenConversation({});
        m_server->failNext(kSend, FaultReply::fault(Act::Close), false);
        m_server->failNext(kThread, FaultReply::json(R"({"message":"Not yours."})", 403), false);
        m_session->sendText(one, QStringLiteral("Yes."));
        QTRY_COMPARE(outgoing().value(0).state, State::Unknown);
        const int looks = m_server->count(kThread);
        QVERIFY(readsOften());
        QCOMPARE(m_server->count(kThread), looks); // it would be refused again
    }

    void whatCouldNotBeReadIsLookedForWhenTheServerIsBack()
    {
        start();
        m_server->vanishAt(kSend);
        m_session->sendText(one, QStringLiteral("Yes."));
        QTRY_COMPARE(outgoing().value(0).state, State::Unknown); // not "checking" for ever
        QCOMPARE(m_server->messages(), 2);
        m_server->refuseConnections(false);
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(m_server->count(kSend), 1);
    }

    void anotherServerGetsNothingOfWhatWaited()
    {
        start();
        m_server->refuseConnections(true);
        m_session->sendText(one, QStringLiteral("one"));
        m_session->setStatus(one, ConversationStatus::Done);
        QTRY_VERIFY(outgoing().value(0).error);
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::Failing);
        QSignalSpy held(m_session.get(), &sync::AccountSession::repliesHeld);
        m_session->leaveServer();
        QCOMPARE(held.size(), 1);
        QCOMPARE(held.constFirst().at(1).value<domain::Unsent>().text, QStringLiteral("one"));
        QVERIFY(outgoing().isEmpty());
        close();
        QVERIFY(unfinished().isEmpty());
        QCOMPARE(draft(), QStringLiteral("one"));
    }

    void whatWasAskedOfAnotherServerIsNotAskedOfThisOne()
    {
        Intent done = intent(Kind::SetStatus);
        done.status.value = ConversationStatus::Done;
        done.server = QStringLiteral("https://elsewhere.example.com/v1");
        leaveBehind(done, State::Queued);
        Intent message = intent(Kind::SendText, "Not for Maria");
        message.id = IntentId(QStringLiteral("another"));
        message.server = done.server;
        leaveBehind(message, State::Failed);
        start();
        QVERIFY(readsOften());
        QVERIFY(outgoing().isEmpty());
        QVERIFY(m_session->pendingChange(one).isEmpty());
        QCOMPARE(m_server->count(kPatch), 0);
        QCOMPARE(m_server->count(kSend), 0);
    }

    void aChangeWaitsHoweverOftenItCannotBeLookedAt()
    {
        Intent done = intent(Kind::SetStatus);
        done.status.value = ConversationStatus::Done;
        leaveBehind(done, State::Queued);
        m_server->failNext(kRead, FaultReply::html(502), false, 4);
        open();
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_session->start();
        QTRY_COMPARE(m_server->count(kPatch), 1);
        QTRY_VERIFY(m_session->pendingChange(one).isEmpty());
        QVERIFY(failed.isEmpty());
        QCOMPARE(m_session->conversation(one)->status.value, ConversationStatus::Done);
    }

    void aChangeWaitsForANewToken()
    {
        start();
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_server->failNext(kPatch, FaultReply::json("{}", 401), false);
        m_session->setStatus(one, ConversationStatus::Done);
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::NeedsSignIn);
        QCOMPARE(m_session->pendingChange(one).status, ConversationStatus::Done);
        m_session->setSecret(QStringLiteral("a new one"));
        QTRY_VERIFY(m_session->pendingChange(one).isEmpty());
        QCOMPARE(m_session->conversation(one)->status.value, ConversationStatus::Done);
        QCOMPARE(m_server->count(kPatch), 2);
        QVERIFY(failed.isEmpty());
    }

    void aNoteThatWasNotReadIsNotUndone()
    {
        start();
        m_session->editNote(one, NoteId(QStringLiteral("an older one")), QStringLiteral("words"));
        QVERIFY(!m_session->undoable()); // it would be emptied
    }

    void aPaymentIsAnsweredAlsoWhenTheNextIsNotMade()
    {
        m_server->expire();
        start();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        m_session->restart(one);
        QTRY_COMPARE(state(), ReplyStateKind::AwaitingCustomer);
        close();
        const IntentId paid = payments().constFirst().intent;
        start();
        QTRY_COMPARE(state(), ReplyStateKind::AwaitingCustomer);
        QSignalSpy finished(m_session.get(), &sync::AccountSession::restartFinished);
        m_server->customerSays("Here I am");
        m_session->restart(one); // from what is on screen
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().at(1).value<sync::RestartOutcome>(),
                 sync::RestartOutcome::AlreadyOpen);
        QTRY_COMPARE(state(), ReplyStateKind::Open);
        close();
        QCOMPARE(m_server->count(kRestart), 1);
        for (const Payment &payment : payments())
            QCOMPARE(payment.answered, payment.intent == paid);
    }

    void whatCameOfItIsWrittenWhenThereIsRoomAgain()
    {
        store::Store store(m_profile->path());
        sync::Journal journal(&store, account);
        Intent sent = intent(Kind::SendText, "words");
        bool isAdded = false;
        journal.add(sent, {}, this,
                    [&](const domain::Result<bool> &added) { isAdded = added.value_or(false); });
        QTRY_VERIFY(isAdded);
        const auto other = store::Database::open(path(), AccountDatabase::migrations());
        QVERIFY(other && (*other)->run(QStringLiteral("BEGIN IMMEDIATE"))); // nobody else can write
        sent.state = State::Accepted;
        journal.update(sent);
        Intent next = sent;
        next.id = IntentId(QStringLiteral("next"));
        bool wasRefused = false;
        journal.add(next, {}, this, [&](const domain::Result<bool> &added) { wasRefused = !added; });
        constexpr int busy = 30'000; // ms: SQLite waits for some seconds, twice
        QTRY_VERIFY_WITH_TIMEOUT(wasRefused, busy);
        QVERIFY((*other)->run(QStringLiteral("COMMIT")));
        QCOMPARE(unfinished().size(), 1);
        next.id = IntentId(QStringLiteral("a third"));
        next.state = State::Accepted;
        isAdded = false;
        journal.add(next, {}, this,
                    [&](const domain::Result<bool> &added) { isAdded = added.value_or(false); });
        QTRY_VERIFY(isAdded);
        QTRY_VERIFY(unfinished().isEmpty());
    }

    void aRestartIsInTheLedger()
    {
        m_server->expire();
        start();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        m_session->restart(one);
        QTRY_COMPARE(state(), ReplyStateKind::AwaitingCustomer);
        close();
        QList<Payment> ledger = payments();
        QCOMPARE(ledger.size(), 1);
        QCOMPARE(ledger.constFirst().state, State::Accepted);
        QCOMPARE(ledger.constFirst().customer, QStringLiteral("Maria"));
        QCOMPARE(ledger.constFirst().line, QStringLiteral("Support"));
        QCOMPARE(ledger.constFirst().cents, 11);
        QVERIFY(!ledger.constFirst().answered);

        start(); // and it is still known
        QTRY_COMPARE(state(), ReplyStateKind::AwaitingCustomer);
        m_server->customerSays("Here I am");
        QTRY_COMPARE(state(), ReplyStateKind::Open);
        close();
        ledger = payments();
        QVERIFY(ledger.constFirst().answered);
        QCOMPARE(m_server->count(kRestart), 1);
    }

    void aRestartThatWasBeingPaidIsNeverPaidAgain()
    {
        m_server->expire();
        leaveBehind(intent(Kind::Restart), State::Sending, Payment());
        start();
        QCOMPARE(state(), ReplyStateKind::RestartUnknown);
        QCOMPARE(m_session->unfinished().size(), 1);
        QCOMPARE(m_session->unfinished().constFirst().state, State::Unknown); // and not "on its way"
        QSignalSpy finished(m_session.get(), &sync::AccountSession::restartFinished);
        m_session->restart(one);
        QTRY_VERIFY(!finished.isEmpty());
        QVERIFY(readsOften());
        QCOMPARE(m_server->count(kRestart), 0);
        m_session->settleRestart(one, false);
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        m_session->restart(one); // the person says so
        QTRY_COMPARE(m_server->count(kRestart), 1);
        QTRY_COMPARE(state(), ReplyStateKind::AwaitingCustomer);
    }

    void aRestartThatHadNotBegunIsForgotten()
    {
        m_server->expire();
        leaveBehind(intent(Kind::Restart), State::Queued, Payment());
        start();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        QVERIFY(readsOften());
        QCOMPARE(m_server->count(kRestart), 0);
        close();
        QVERIFY(unfinished().isEmpty());
    }

    void aRestartThatThisRunDoesNotKnowOfCannotBeDoubled()
    {
        m_server->expire();
        start();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        Intent other = intent(Kind::Restart);
        leaveBehind(other, State::Unknown);
        QSignalSpy finished(m_session.get(), &sync::AccountSession::restartFinished);
        m_session->restart(one);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().at(1).value<sync::RestartOutcome>(),
                 sync::RestartOutcome::AlreadyRunning);
        QCOMPARE(m_server->count(kRestart), 0);
    }

    // Two agents, each with a program and a profile of their own.
    void whatAColleagueRestartedIsNotPaidForAgain()
    {
        m_server->expire();
        start();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        const QTemporaryDir profile;
        store::Store store(profile.path());
        AccountConfig config = tests::clientApiAccount(m_server->url());
        config.id = account;
        sync::PollTimings slow; // knows nothing but what it reads before it pays
        slow.list = slow.openThread = 3'600'000;
        sync::AccountSession colleague(config, backends::createBackend(config, QStringLiteral("secret")),
                                       m_clock, slow, &store);
        colleague.start();
        QTRY_COMPARE(colleague.replyState(one).kind, ReplyStateKind::ExpiredRestartable);

        m_session->restart(one);
        QTRY_COMPARE(state(), ReplyStateKind::AwaitingCustomer);
        QSignalSpy finished(&colleague, &sync::AccountSession::restartFinished);
        QCOMPARE(colleague.replyState(one).kind, ReplyStateKind::ExpiredRestartable); // it believes
        colleague.restart(one);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().at(1).value<sync::RestartOutcome>(),
                 sync::RestartOutcome::AlreadyRestarted);
        QCOMPARE(m_server->count(kRestart), 1);
    }

    void aChangeGoesOutWhenTheServerIsBack()
    {
        start();
        m_server->refuseConnections(true);
        m_session->setStatus(one, ConversationStatus::Done);
        QCOMPARE(m_session->conversation(one)->status.value, ConversationStatus::Done);
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::Failing);
        QCOMPARE(m_session->pendingChange(one).status, ConversationStatus::Done);
        close(); // also through the program's end
        QCOMPARE(unfinished().size(), 1);
        m_server->refuseConnections(false);
        start();
        QTRY_VERIFY(m_session->pendingChange(one).isEmpty());
        QCOMPARE(m_session->conversation(one)->status.value, ConversationStatus::Done);
        QCOMPARE(m_server->count(kPatch), 1);
    }

    void aColleaguesNewerChangeStands()
    {
        Intent done = intent(Kind::SetStatus);
        done.status.value = ConversationStatus::Done;
        leaveBehind(done, State::Queued);
        m_server->set("status", QStringLiteral("in-progress"));
        open();
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_session->start();
        QTRY_COMPARE(failed.size(), 1);
        const auto failure = failed.constFirst().constFirst().value<sync::ActionFailure>();
        QCOMPARE(failure.error.kind, ErrorKind::Overtaken);
        QCOMPARE(m_session->conversation(one)->status.value, ConversationStatus::InProgress);
        QCOMPARE(m_server->count(kPatch), 0);
    }

    void aChangeWhoseAnswerWasLostIsLookedAtFirst()
    {
        start();
        m_server->failNext(kPatch, FaultReply::fault(Act::Close), true);
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_session->setStatus(one, ConversationStatus::Done);
        QTRY_VERIFY(m_session->pendingChange(one).isEmpty());
        QCOMPARE(m_session->conversation(one)->status.value, ConversationStatus::Done);
        QCOMPARE(m_server->count(kPatch), 1);
        QVERIFY(failed.isEmpty());
    }

    void aChangeThatDidNotArriveIsMadeAgain()
    {
        start();
        m_server->failNext(kPatch, FaultReply::fault(Act::Close), false);
        m_session->setStatus(one, ConversationStatus::Done);
        QTRY_VERIFY(m_session->pendingChange(one).isEmpty());
        QCOMPARE(m_session->conversation(one)->status.value, ConversationStatus::Done);
        QCOMPARE(m_server->count(kPatch), 2);
    }

    // Each one rings the customer's phone.
    void aReactionThatMayHaveLeftIsNotSentAgain()
    {
        start();
        m_server->failNext(kReact, FaultReply::fault(Act::Close), false);
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_session->react(one, question, QStringLiteral("👍"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<sync::ActionFailure>().error.outcome,
                 Outcome::Unknown);
        QVERIFY(readsOften());
        QCOMPARE(m_server->count(kReact), 1);
        close();
        QVERIFY(unfinished().isEmpty());
    }

    void aReactionOfAnEarlierRunIsNotSentAgain()
    {
        Intent reaction = intent(Kind::React, "👍");
        reaction.message = question;
        leaveBehind(reaction, State::Sending);
        start();
        QTRY_VERIFY(m_session->unfinished().isEmpty());
        QVERIFY(readsOften());
        QCOMPARE(m_server->count(kReact), 0);
    }

    void failedWritesDoNotPutTheListOff()
    {
        start();
        constexpr int kWrites = 12;
        for (int i = 0; i < kWrites; ++i) {
            // An hour, of the writes alone.
            m_server->failNext(kPatch, FaultReply::json("{}", 503).with("Retry-After", "3600"), false);
            const int sent = m_server->count(kPatch);
            m_session->setStatus(one, i % 2 ? ConversationStatus::ToDo : ConversationStatus::Done);
            QTRY_VERIFY(m_server->count(kPatch) > sent || !m_session->pendingChange(one).isEmpty());
        }
        QVERIFY(readsOften());
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::Synced);
    }

    void aThreadThatFellBehindIsReadWhenTheServerIsBack()
    {
        start();
        m_session->setOpenConversation({});
        QCOMPARE(m_session->thread(one)->messages.size(), 1);
        m_server->refuseConnections(true);
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::Failing);
        m_server->customerSays("And where is it?");
        m_server->refuseConnections(false);
        QTRY_COMPARE(m_session->thread(one)->messages.size(), 2);
    }

    void theOpenConversationStaysWhenAListLeavesItOut()
    {
        start();
        m_server->leaveOutOfList(true);
        QVERIFY(readsOften());
        QVERIFY(m_session->conversation(one));
        m_session->setOpenConversation({});
        QTRY_VERIFY(!m_session->conversation(one));
    }

    void aChangeIsUndoneAndDoneAgain()
    {
        start();
        QVERIFY(!m_session->undoable());
        m_session->setStatus(one, ConversationStatus::Done);
        m_session->setStatus(one, ConversationStatus::InProgress);
        QTRY_VERIFY(m_session->pendingChange(one).isEmpty());
        const auto status = [this] { return m_session->conversation(one)->status.value; };
        m_session->undo();
        QCOMPARE(status(), ConversationStatus::Done); // at once
        m_session->undo();
        QCOMPARE(status(), ConversationStatus::ToDo);
        QVERIFY(!m_session->undoable());
        QTRY_VERIFY(m_session->pendingChange(one).isEmpty());
        m_session->redo();
        m_session->redo();
        QVERIFY(!m_session->redoable());
        QTRY_VERIFY(m_session->pendingChange(one).isEmpty());
        QCOMPARE(status(), ConversationStatus::InProgress);
        QCOMPARE(m_server->count(kPatch), 6);
    }

    void undoDoesNotOverwriteAColleague()
    {
        start();
        m_session->setStatus(one, ConversationStatus::Done);
        QTRY_VERIFY(m_session->pendingChange(one).isEmpty());
        m_server->set("status", QStringLiteral("in-progress"));
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_session->undo();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<sync::ActionFailure>().error.kind,
                 ErrorKind::Overtaken);
        QCOMPARE(m_session->conversation(one)->status.value, ConversationStatus::InProgress);
        QCOMPARE(m_server->count(kPatch), 1);
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
