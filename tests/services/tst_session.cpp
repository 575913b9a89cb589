// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/accountsession.h"
#include "services/sync/colleagues.h"
#include "tests/support/clientapiaccount.h"
#include "tests/support/tinyserver.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using tests::FaultReply;
using tests::TinyServer;
using Act = FaultReply::Act;

namespace {

const QByteArray kSend = "POST /conversations/1/messages";
const QByteArray kRestart = "POST /conversations/1/restart";
const QByteArray kPatch = "PATCH /conversations/1";

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

class TestSession : public QObject {
    Q_OBJECT

    const ConversationId m_id{QStringLiteral("1")};
    SystemClock m_clock;
    std::unique_ptr<TinyServer> m_server;
    std::unique_ptr<sync::AccountSession> m_session;

    void open()
    {
        AccountConfig config = tests::clientApiAccount(m_server->url());
        config.id = AccountId(QStringLiteral("a"));
        auto backend = backends::createBackend(config, QStringLiteral("secret"));
        QVERIFY(backend);
        m_session = std::make_unique<sync::AccountSession>(config, std::move(backend), m_clock, quick());
        m_session->start();
        QTRY_VERIFY(m_session->conversation(m_id));
        m_session->setOpenConversation(m_id);
        QTRY_VERIFY(m_session->thread(m_id) && m_session->thread(m_id)->loaded);
    }

    ReplyStateKind state() const { return m_session->replyState(m_id).kind; }
    const QList<Intent> &outgoing() const { return m_session->thread(m_id)->outgoing; }
    const QList<Message> &messages() const { return m_session->thread(m_id)->messages; }

private Q_SLOTS:
    void init()
    {
        // Qt's word for a re-send that the one-shot body has prevented.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!QIODevice::seek)")));
        m_server = std::make_unique<TinyServer>();
    }
    void cleanup()
    {
        m_session.reset();
        m_server.reset();
    }

    // Set back or forward by days: the server says what time it is, and what may be written.
    void aWrongClockOpensAndClosesNoWindow_data()
    {
        QTest::addColumn<qint64>("serverAhead");
        constexpr qint64 days = 3 * 86'400;
        QTest::newRow("ours set back") << days;
        QTest::newRow("ours set forward") << -days;
    }
    void aWrongClockOpensAndClosesNoWindow()
    {
        QFETCH(qint64, serverAhead);
        m_server = std::make_unique<TinyServer>(serverAhead);
        open();
        QCOMPARE(state(), ReplyStateKind::Open);
        const ReplyState reply = m_session->replyState(m_id);
        QVERIFY(reply.deadline);
        constexpr qint64 slack = 10; // s
        QVERIFY(qAbs(m_session->serverNow().secsTo(*reply.deadline) - 3'600) < slack);
        QVERIFY(qAbs(m_session->serverNow().secsTo(m_server->now())) < slack);
        m_session->sendText(m_id, QStringLiteral("Yes, it left today."));
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(plainText(messages().constLast()), QStringLiteral("Yes, it left today."));

        m_server->expire();
        m_session->refresh();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        m_session->restart(m_id);
        QTRY_COMPARE(m_server->count(kRestart), 1);
        QTRY_COMPARE(state(), ReplyStateKind::AwaitingCustomer);
    }

    void aSentMessageIsWaitingAtOnceAndThenTheServers()
    {
        open();
        const IntentId intent = m_session->sendText(m_id, QStringLiteral("Yes, it left today."));
        QCOMPARE(outgoing().size(), 1);
        QCOMPARE(outgoing().constFirst().state, Intent::State::Sending);
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(plainText(messages().constLast()), QStringLiteral("Yes, it left today."));
        QCOMPARE(m_session->thread(m_id)->sentAs.value(messages().constLast().id), intent);
        QCOMPARE(m_server->count(kSend), 1);
    }

    void messagesOfAConversationGoOneAfterTheOther()
    {
        open();
        m_session->sendText(m_id, QStringLiteral("one"));
        m_session->sendText(m_id, QStringLiteral("two"));
        QCOMPARE(outgoing().at(1).state, Intent::State::Queued);
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(plainText(messages().at(1)), QStringLiteral("one"));
        QCOMPARE(plainText(messages().at(2)), QStringLiteral("two"));
        QCOMPARE(m_server->count(kSend), 2);
    }

    void aLostAnswerIsFoundInTheThread_data()
    {
        QTest::addColumn<FaultReply>("fault");
        QTest::newRow("closed") << FaultReply::fault(Act::Close);
        QTest::newRow("reset") << FaultReply::fault(Act::Reset);
        QTest::newRow("cut") << FaultReply::fault(Act::Truncate);
        QTest::newRow("502") << FaultReply::html(502);
        QTest::newRow("a web page") << FaultReply::html(200);
        QTest::newRow("nothing") << FaultReply::empty(204);
    }
    void aLostAnswerIsFoundInTheThread()
    {
        QFETCH(FaultReply, fault);
        m_server->failNext(kSend, fault, true);
        open();
        m_session->sendText(m_id, QStringLiteral("Yes."));
        QTRY_COMPARE(messages().size(), 2);
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(m_server->count(kSend), 1);
        QCOMPARE(m_server->messages(), 2);
    }

    void aMessageThatIsNowhereIsUnknownAndNeverSentAgain()
    {
        m_server->failNext(kSend, FaultReply::fault(Act::Close), false);
        open();
        const IntentId intent = m_session->sendText(m_id, QStringLiteral("Yes."));
        QTRY_COMPARE(outgoing().value(0).state, Intent::State::Unknown);
        QVERIFY(m_session->hasFailedSend(m_id));
        m_session->sendAgain(m_id, intent);
        QCOMPARE(outgoing().constFirst().state, Intent::State::Unknown);
        QCOMPARE(m_session->settle(m_id, intent, false).text, QStringLiteral("Yes."));
        QVERIFY(outgoing().isEmpty());
        QCOMPARE(m_server->count(kSend), 1);
    }

    void anUnknownMessageThatTurnsUpLaterIsAccepted()
    {
        m_server->failNext(kSend, FaultReply::fault(Act::Close), false);
        open();
        m_session->sendText(m_id, QStringLiteral("Yes."));
        QTRY_COMPARE(outgoing().value(0).state, Intent::State::Unknown);
        m_server->addAgentMessage("Yes.");
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(messages().size(), 2);
    }

    void theSameWordsSentTwiceAreTwoMessages()
    {
        open();
        m_session->sendText(m_id, QStringLiteral("ok"));
        QTRY_VERIFY(outgoing().isEmpty());
        m_server->failNext(kSend, FaultReply::fault(Act::Close), false);
        m_session->sendText(m_id, QStringLiteral("ok"));
        // The first "ok" in the thread is no proof of the second.
        QTRY_COMPARE(outgoing().value(0).state, Intent::State::Unknown);
    }

    void aRefusedMessageKeepsItsTextAndReason()
    {
        m_server->failNext(kSend, FaultReply::json(R"({"message":"Too long."})", 422), false);
        open();
        const IntentId intent = m_session->sendText(m_id, QStringLiteral("Yes."));
        QTRY_COMPARE(outgoing().value(0).state, Intent::State::Failed);
        QCOMPARE(outgoing().constFirst().error->kind, ErrorKind::Rejected);
        QCOMPARE(outgoing().constFirst().error->detail, QStringLiteral("Too long."));
        m_session->sendAgain(m_id, intent);
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(m_server->messages(), 2);
    }

    void whatWasWrittenLaterWaitsForAnOpenFate()
    {
        m_server->failNext(kSend, FaultReply::fault(Act::Close), false);
        open();
        const IntentId first = m_session->sendText(m_id, QStringLiteral("one"));
        m_session->sendText(m_id, QStringLiteral("two"));
        QTRY_COMPARE(outgoing().value(0).state, Intent::State::Unknown);
        QCOMPARE(outgoing().at(1).state, Intent::State::Queued);
        QCOMPARE(m_server->count(kSend), 1);
        m_session->settle(m_id, first, true);
        QTRY_VERIFY(outgoing().isEmpty());
        QCOMPARE(m_server->count(kSend), 2);
    }

    void aRestartIsPaidForOnceHoweverOftenItIsAsked()
    {
        m_server->expire();
        open();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        QSignalSpy finished(m_session.get(), &sync::AccountSession::restartFinished);
        for (int i = 0; i < 100; ++i)
            m_session->restart(m_id);
        QCOMPARE(state(), ReplyStateKind::Restarting);
        QTRY_COMPARE(state(), ReplyStateKind::AwaitingCustomer);
        QCOMPARE(m_server->count(kRestart), 1);
        m_session->restart(m_id);
        QTRY_COMPARE(finished.constLast().at(1).value<sync::RestartOutcome>(),
                     sync::RestartOutcome::AlreadyRestarted);
        QCOMPARE(m_server->count(kRestart), 1);
        m_server->customerSays("No");
        QTRY_COMPARE(state(), ReplyStateKind::Open);
        QTRY_VERIFY(m_session->restartRecord(m_id).answered);
    }

    void nothingIsPaidWhenTheWindowHasReopened()
    {
        m_server->expire();
        open();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        QSignalSpy finished(m_session.get(), &sync::AccountSession::restartFinished);
        m_server->customerSays("I am back");
        m_session->restart(m_id);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().at(1).value<sync::RestartOutcome>(),
                 sync::RestartOutcome::AlreadyOpen);
        QCOMPARE(m_server->count(kRestart), 0);
    }

    void nothingIsPaidWhenTheFreshReadFails()
    {
        m_server->expire();
        open();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        m_session->setOpenConversation({}); // or a poll might take the fault
        QTRY_VERIFY(!m_session->status().refreshing);
        QSignalSpy finished(m_session.get(), &sync::AccountSession::restartFinished);
        m_server->failNext("GET /conversations/1", FaultReply::json("{}", 500), false);
        m_session->restart(m_id);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().at(1).value<sync::RestartOutcome>(), sync::RestartOutcome::NotSent);
        QCOMPARE(m_server->count(kRestart), 0);
        QCOMPARE(state(), ReplyStateKind::ExpiredRestartable);
    }

    void aRestartWithoutAnAnswerIsReadNotRepeated()
    {
        m_server->expire();
        m_server->failNext(kRestart, FaultReply::fault(Act::Close), true);
        open();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        QSignalSpy finished(m_session.get(), &sync::AccountSession::restartFinished);
        m_session->restart(m_id);
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(finished.at(0).at(1).value<sync::RestartOutcome>(), sync::RestartOutcome::Unknown);
        QCOMPARE(finished.at(1).at(1).value<sync::RestartOutcome>(), sync::RestartOutcome::Accepted);
        QTRY_COMPARE(state(), ReplyStateKind::AwaitingCustomer);
        QCOMPARE(m_server->count(kRestart), 1);
    }

    void aRestartThatIsNowhereWaitsForThePerson()
    {
        m_server->expire();
        m_server->failNext(kRestart, FaultReply::fault(Act::Close), false);
        open();
        QTRY_COMPARE(state(), ReplyStateKind::ExpiredRestartable);
        m_session->restart(m_id);
        QTRY_COMPARE(state(), ReplyStateKind::RestartUnknown);
        const int looks = m_server->count("GET /conversations/1/messages");
        QTRY_VERIFY(m_server->count("GET /conversations/1/messages") > looks + 3);
        QCOMPARE(state(), ReplyStateKind::RestartUnknown);
        m_session->restart(m_id);
        QCOMPARE(m_server->count(kRestart), 1);
        m_session->settleRestart(m_id, false);
        QCOMPARE(state(), ReplyStateKind::ExpiredRestartable);
        m_session->restart(m_id);
        QTRY_COMPARE(state(), ReplyStateKind::AwaitingCustomer);
        QCOMPARE(m_server->count(kRestart), 2);
    }

    void aFailedMessageIsRetriedOnce()
    {
        m_server->addAgentMessage("Here you are.");
        m_server->messageFails(1);
        open();
        QVERIFY(m_session->canRetry(m_id, messages().at(1)));
        QVERIFY(!m_session->canRetry(m_id, messages().at(0)));
        const MessageId failed = messages().at(1).id;
        for (int i = 0; i < 10; ++i)
            m_session->retry(m_id, failed);
        QTRY_VERIFY(outgoing().isEmpty());
        m_session->retry(m_id, failed);
        QCOMPARE(
            m_server->count("POST /conversations/1/messages/" + failed.value().toLatin1() + "/duplicate"), 1);
        QCOMPARE(m_server->messages(), 3);
    }

    void aFailedMessageIsNotRetriedThroughAClosedWindow()
    {
        m_server->addAgentMessage("Here you are.");
        m_server->messageFails(1);
        m_server->expire();
        open();
        QVERIFY(!m_session->canRetry(m_id, messages().at(1)));
        QVERIFY(m_session->retry(m_id, messages().at(1).id).isEmpty());
    }

    void aStatusIsShownAtOnceAndKeptWhenAccepted()
    {
        open();
        m_session->setStatus(m_id, ConversationStatus::Done);
        QCOMPARE(m_session->conversation(m_id)->status.value, ConversationStatus::Done);
        QVERIFY(!m_session->pendingChange(m_id).isEmpty());
        QTRY_VERIFY(m_session->pendingChange(m_id).isEmpty());
        QCOMPARE(m_session->conversation(m_id)->status.value, ConversationStatus::Done);
        QCOMPARE(m_server->last(kPatch).body, QByteArray(R"({"status":"done"})"));
    }

    void aRefusedStatusIsPutBackWithItsReason()
    {
        open();
        m_server->failNext(kPatch, FaultReply::json(R"({"message":"Not yours."})", 403), false);
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_session->setStatus(m_id, ConversationStatus::Done);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_session->conversation(m_id)->status.value, ConversationStatus::ToDo);
        QCOMPARE(failed.constFirst().constFirst().value<sync::ActionFailure>().error.detail,
                 QStringLiteral("Not yours."));
    }

    void aLostAnswerToAStatusIsReadBack()
    {
        open();
        m_server->failNext(kPatch, FaultReply::fault(Act::Close), true);
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_session->setStatus(m_id, ConversationStatus::Done);
        QTRY_VERIFY(m_session->pendingChange(m_id).isEmpty());
        QCOMPARE(m_session->conversation(m_id)->status.value, ConversationStatus::Done);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(m_server->count(kPatch), 1);
    }

    void assigningAndUnassigning()
    {
        open();
        QTRY_COMPARE(m_session->colleagues().people().size(), 1);
        m_session->assign(m_id, m_session->colleagues().people().constFirst());
        QCOMPARE(m_session->conversation(m_id)->assignee->name, QStringLiteral("Aylin"));
        QTRY_VERIFY(m_session->pendingChange(m_id).isEmpty());
        QCOMPARE(m_server->last(kPatch).body, QByteArray(R"({"user_id":2})"));
        m_session->assign(m_id, std::nullopt);
        QTRY_VERIFY(m_session->pendingChange(m_id).isEmpty());
        QCOMPARE(m_server->last(kPatch).body, QByteArray(R"({"user_id":null})"));
        QVERIFY(!m_session->conversation(m_id)->assignee);
    }

    void anUnchangedAnswerChangesNothing()
    {
        open();
        m_session->noteRead(m_id);
        QTRY_VERIFY(m_session->pendingChange(m_id).isEmpty());
        QTRY_COMPARE(m_session->conversation(m_id)->unreadCount, 0);
        QSignalSpy conversations(m_session.get(), &sync::AccountSession::conversationsChanged);
        QSignalSpy thread(m_session.get(), &sync::AccountSession::threadChanged);
        const int before = m_server->count("GET /conversations/1/messages");
        QTRY_VERIFY(m_server->count("GET /conversations/1/messages") > before + 4);
        QCOMPARE(conversations.size(), 0);
        QCOMPARE(thread.size(), 0);
    }

    void aRefusedTokenStopsThePollingUntilThereIsANewOne()
    {
        open();
        m_server->failNext("GET /conversations", FaultReply::json("{}", 401), false);
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::NeedsSignIn);
        QVERIFY(m_session->conversation(m_id));
        const int before = m_server->count("GET /conversations");
        m_session->setSecret(QStringLiteral("new"));
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::Synced);
        QCOMPARE(m_server->count("GET /conversations"), before + 1);
        QCOMPARE(m_server->last("GET /conversations").header("authorization"), QByteArray("Bearer new"));
    }

    void aFailingServerIsTriedAgainAndKeepsWhatIsKnown()
    {
        open();
        // The next try may succeed before anybody has looked.
        bool failed = false;
        bool kept = true;
        connect(m_session.get(), &sync::AccountSession::statusChanged, this, [&] {
            if (m_session->status().phase != sync::SyncStatus::Phase::Failing)
                return;
            failed = true;
            kept = kept && m_session->status().failingSince && m_session->conversation(m_id);
        });
        m_server->failNext("GET /conversations", FaultReply::json("{}", 503), false);
        QTRY_VERIFY(failed);
        QVERIFY(kept);
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::Synced);
        QVERIFY(!m_session->status().failingSince);
    }

    void aNewCustomerMessageIsAnnouncedOnce()
    {
        open();
        QSignalSpy arrived(m_session.get(), &sync::AccountSession::customerMessageArrived);
        m_server->customerSays("One more thing");
        QTRY_COMPARE(arrived.size(), 1);
        QTRY_COMPARE(messages().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
