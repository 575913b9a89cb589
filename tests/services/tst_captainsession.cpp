// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/accountdatabase.h"
#include "services/store/store.h"
#include "services/sync/accountsession.h"
#include "services/sync/colleagues.h"
#include "tests/support/chatcaptaincases.h"
#include "tests/support/faultserver.h"
#include "tests/support/httptest.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace inbox;
using namespace inbox::domain;
using store::AccountDatabase;
using tests::FaultReply;
using tests::FaultServer;
using tests::ReceivedRequest;
using tests::chatcaptain::conversationObject;

namespace {

const AccountId account(QStringLiteral("captain"));
const ConversationId here(QStringLiteral("cv1"));

// One conversation, whatever is asked; of writes nothing is ever heard again.
FaultReply reply(const ReceivedRequest &request)
{
    if (request.verb == "POST")
        return FaultReply::fault(FaultReply::Act::Stall);
    if (request.target.endsWith("/conversations"))
        return FaultReply::json(R"({"conversations":[)" + conversationObject() + "]}");
    if (request.target.endsWith("/cv1"))
        return FaultReply::json(R"({"conversation":)" + conversationObject() + "}");
    return FaultReply::json(R"({"messages":[],"tags":[],"teams":[],"views":[],"channels":[],"users":[],
        "agents":[],"answers":[{"id":"a1","name":"hi","message":"Hello!"}]})");
}

Automation automation(Automation::Kind kind)
{
    Automation automation;
    automation.kind = kind;
    automation.conversation = here;
    automation.text = kind == Automation::Kind::Step ? QString() : QStringLiteral("parcel");
    automation.step.step = kind == Automation::Kind::Step ? QStringLiteral("step7") : QString();
    if (kind == Automation::Kind::CustomerMessage || kind == Automation::Kind::ChannelEvent)
        automation.source = {LineId(QStringLiteral("ch1")),
                             QStringLiteral("Website"),
                             QStringLiteral("p1"),
                             QStringLiteral("Eva"),
                             QString(),
                             QString(),
                             QStringLiteral("de"),
                             QString()};
    return automation;
}

} // namespace

// What a session asks of a server it does not know the answers of, and what it does after the program's end.
class TestCaptainSession : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    QTemporaryDir m_profile;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<sync::AccountSession> m_session;

    void open()
    {
        AccountConfig config;
        config.id = account;
        config.backend = QStringLiteral("chatcaptain");
        config.me = UserId(QStringLiteral("op1"));
        config.settings = {{baseUrlSetting, m_server->url().toString()},
                           {QStringLiteral("chatbot"), QStringLiteral("bot 1")},
                           {QStringLiteral("workspace"), QStringLiteral("ws")}};
        if (!m_store)
            m_store = std::make_unique<store::Store>(m_profile.path());
        m_session = std::make_unique<sync::AccountSession>(
            config, backends::createBackend(config, QStringLiteral("key")), m_clock, sync::PollTimings(),
            m_store.get());
    }
    void start()
    {
        m_session->start();
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::Synced);
    }
    // As when the program dies: nobody writes anything down any more.
    void die()
    {
        m_session.reset();
        m_store.reset();
    }
    int asked(const QByteArray &line) const
    {
        int count = 0;
        const QList<ReceivedRequest> all = m_server->requests();
        for (const ReceivedRequest &request : all)
            count += request.line().startsWith(line) ? 1 : 0;
        return count;
    }
    QList<Intent> kept() const
    {
        const auto database =
            AccountDatabase::open(m_profile.filePath(QStringLiteral("accounts/captain.sqlite")));
        return database ? (*database)->intents().unfinished().value_or(QList<Intent>()) : QList<Intent>();
    }

private Q_SLOTS:
    void init()
    {
        tests::failOnAnyWarning();
        QDir(m_profile.path()).removeRecursively();
        QVERIFY(QDir().mkpath(m_profile.filePath(QStringLiteral("accounts"))));
        m_server = std::make_unique<FaultServer>(reply);
        open();
        start();
    }
    void cleanup()
    {
        die();
        m_server.reset();
    }

    void whatWasUnderWayIsToldAfterwardsAndNeverRepeated_data()
    {
        QTest::addColumn<Automation::Kind>("kind");
        QTest::addColumn<bool>("wentOut");
        QTest::newRow("event") << Automation::Kind::Event << true;
        QTest::newRow("step") << Automation::Kind::Step << false;
        QTest::newRow("customer's message") << Automation::Kind::CustomerMessage << true;
        QTest::newRow("channel's event") << Automation::Kind::ChannelEvent << false;
    }
    void whatWasUnderWayIsToldAfterwardsAndNeverRepeated()
    {
        QFETCH(const Automation::Kind, kind);
        QFETCH(const bool, wentOut);
        const Automation wanted = automation(kind);
        QVERIFY(m_session->automate(wanted));
        QTRY_COMPARE(asked("POST"), 1); // the server has it, its answer is still out
        die();
        QCOMPARE(kept().size(), 1);
        QCOMPARE(kept().constFirst().state, Intent::State::Sending);

        open();
        QSignalSpy ended(m_session.get(), &sync::AccountSession::automationEnded);
        start();
        QTRY_COMPARE(ended.size(), 1);
        const auto end = ended.constFirst().constFirst().value<AutomationEnd>();
        QCOMPARE(end.kind, kind);
        QCOMPARE(end.conversation, here);
        QVERIFY(end.error);
        QCOMPARE(end.error->outcome, Outcome::Unknown);
        QCOMPARE(m_session->unfinished().size(), 1);
        const Intent left = m_session->unfinished().constFirst();
        QCOMPARE(left.state, Intent::State::Unknown);
        QCOMPARE(left.automation, std::optional(wanted));

        // Told once; it stays until somebody says what they know.
        die();
        QCOMPARE(kept().value(0).state, Intent::State::Unknown);
        open();
        QSignalSpy again(m_session.get(), &sync::AccountSession::automationEnded);
        start();
        QTRY_COMPARE(m_session->unfinished().size(), 1);
        QVERIFY(again.isEmpty());
        QVERIFY(m_session->settle(left.conversation, left.id, wentOut).isEmpty());
        QVERIFY(m_session->unfinished().isEmpty());
        die();
        QVERIFY(kept().isEmpty());
        QCOMPARE(asked("POST"), 1);
    }

    void whatCannotBeWrittenDownIsNotAskedFor()
    {
        // Somebody else holds the file, for longer than anybody waits.
        die();
        QDir(m_profile.filePath(QStringLiteral("accounts"))).removeRecursively();
        QFile inTheWay(m_profile.filePath(QStringLiteral("accounts")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        open();
        start();
        QSignalSpy ended(m_session.get(), &sync::AccountSession::automationEnded);
        QVERIFY(m_session->automate(automation(Automation::Kind::Event)));
        QTRY_COMPARE(ended.size(), 1);
        const auto end = ended.constFirst().constFirst().value<AutomationEnd>();
        QVERIFY(end.error);
        QCOMPARE(end.error->kind, ErrorKind::LocalFailure);
        QCOMPARE(end.error->outcome, Outcome::NotSent);
        QVERIFY(m_session->unfinished().isEmpty());
        QCOMPARE(asked("POST"), 0);
        inTheWay.remove();
    }

    void whatIsKnownOfACustomerIsReadOnceAndStays()
    {
        m_server->setScript([](const ReceivedRequest &request) {
            if (request.target.contains("/contacts/"))
                return FaultReply::json(R"({"contact":{"id":"ct1","name":"Eva","email":"eva@example.com"}})");
            return reply(request);
        });
        const auto email = [this] {
            const Conversation *c = m_session->conversation(here);
            return c && c->customer && c->customer->profile ? c->customer->profile->email : QString();
        };
        m_session->setOpenConversation(here);
        QTRY_COMPARE(email(), QStringLiteral("eva@example.com"));
        const int lists = asked("GET /v1/chatbots/bot%201/conversations");
        m_session->refresh();
        QTRY_VERIFY(asked("GET /v1/chatbots/bot%201/conversations") > lists);
        m_session->setOpenConversation({});
        m_session->setOpenConversation(here);
        QTRY_VERIFY(!m_session->status().refreshing);
        QCOMPARE(email(), QStringLiteral("eva@example.com")); // though the conversation does not tell it
        QCOMPARE(asked("GET /v1/chatbots/bot%201/contacts/"), 1);
    }

    void aNewSessionKeepsWhatNobodyKnows()
    {
        QVERIFY(m_session->automate(automation(Automation::Kind::Event)));
        QTRY_COMPARE(asked("POST"), 1);
        const std::unique_ptr<sync::AccountSession> before = std::move(m_session);
        open();
        m_session->takeOver(*before);
        QCOMPARE(m_session->unfinished().size(), 1);
        QCOMPARE(m_session->unfinished().constFirst().state, Intent::State::Unknown);
    }

    void snippetsAreReadOnceAndWhenAskedFor()
    {
        QTRY_COMPARE(m_session->colleagues().snippets().size(), 1);
        m_session->refresh();
        QTRY_VERIFY(asked("GET /v1/inbox/bot%201/agents/online") > 1); // who is online is read again
        QCOMPARE(asked("GET /v1/inbox/bot%201/answers"), 1);
        QSignalSpy changed(m_session.get(), &sync::AccountSession::teamworkChanged);
        m_server->setScript([](const ReceivedRequest &request) {
            return request.target.endsWith("/answers")
                ? FaultReply::json(R"({"answers":[{"id":"a1","name":"hi","message":"Good morning!"}]})")
                : reply(request);
        });
        m_session->colleagues().readSnippets();
        QTRY_COMPARE(m_session->colleagues().snippets().value(0).text, QStringLiteral("Good morning!"));
        QCOMPARE(asked("GET /v1/inbox/bot%201/answers"), 2);
        QVERIFY(!changed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCaptainSession)
#include "tst_captainsession.moc"
