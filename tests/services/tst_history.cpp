// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/store.h"
#include "services/sync/accountsession.h"
#include "services/sync/colleagues.h"
#include "tests/support/inboxfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using sync::AccountSession;

namespace {

const AccountId account(QStringLiteral("demo"));
const ConversationId one(QStringLiteral("1"));
constexpr int kHour = 3'600'000;

// One run of the program: ends with the value.
struct Run {
    Run(const QString &profile, const std::function<void(test::ScriptedBackend &)> &world,
        const QString &url = QStringLiteral("https://one.example"))
        : store(profile)
    {
        auto made = std::make_unique<test::ScriptedBackend>();
        backend = made.get();
        world(*backend);
        AccountConfig config;
        config.id = account;
        config.backend = QStringLiteral("scripted");
        config.settings.insert(baseUrlSetting, url);
        sync::PollTimings timings;
        timings.openThread = timings.openThreadAway = timings.list = timings.listAway = kHour;
        timings.sweepPage = timings.sweep = timings.firstRetry = timings.longestRetry = kHour;
        session = std::make_unique<AccountSession>(config, std::move(made), clock, timings, &store);
    }

    // Everything that was asked of the disk so far has been answered.
    void settleDisk()
    {
        for (int i = 0; i < 4; ++i) { // answers may ask again
            bool done = false;
            store.ask(
                account, [](store::AccountDatabase &) { return store::Result<void>(); }, &store,
                [&done](const store::Result<void> &) { done = true; });
            QVERIFY(QTest::qWaitFor([&done] { return done; }));
            test::settle();
        }
    }
    void start()
    {
        session->start();
        test::settle();
    }
    void poll()
    {
        session->refresh();
        test::settle();
    }
    void open(const ConversationId &id)
    {
        session->setOpenConversation(id);
        test::settle();
        settleDisk();
    }
    void loadOlder(const ConversationId &id)
    {
        session->loadOlder(id);
        settleDisk();
    }
    QStringList conversations() const
    {
        QStringList ids;
        for (const ConversationId &id : session->conversationIds())
            ids << id.value();
        ids.sort();
        return ids;
    }
    const sync::Thread &thread(const ConversationId &id = one) const
    {
        static const sync::Thread none;
        const sync::Thread *t = session->thread(id);
        return t ? *t : none;
    }
    // "first-last" when these are all that lie between.
    QString messages(const ConversationId &id = one) const
    {
        const QList<Message> all = thread(id).messages;
        if (all.isEmpty())
            return QStringLiteral("none");
        const int first = all.constFirst().id.value().toInt();
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all.at(i).id.value().toInt() != first + i)
                return QStringLiteral("a hole");
        }
        return QStringLiteral("%1-%2").arg(first).arg(all.constLast().id.value());
    }

    FakeClock clock{test::kNoon};
    store::Store store;
    test::ScriptedBackend *backend = nullptr;
    std::unique_ptr<AccountSession> session;
};

Message numbered(int n)
{
    return test::message(QString::number(n), QStringLiteral("text %1").arg(n),
                         test::kNoon.addSecs(n - 100'000));
}

void say(test::ScriptedBackend &backend, const ConversationId &id, int first, int last)
{
    for (int n = first; n <= last; ++n)
        backend.messagesOf[id] << numbered(n);
    backend.at(id.value()).latestMessage = numbered(last);
    backend.at(id.value()).latestCustomerMessage = numbered(last);
}

void threeConversations(test::ScriptedBackend &backend)
{
    for (int n = 1; n <= 3; ++n)
        backend.conversationList << test::conversation(QString::number(n), n);
    say(backend, one, 1, 5);
}

void offline(test::ScriptedBackend &backend)
{
    Error error;
    error.kind = ErrorKind::Offline;
    error.outcome = Outcome::NotSent;
    backend.readError = error;
}

const QStringList all{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};

} // namespace

class TestHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }
    void whatWasSeenIsThereWithoutAServer();
    void itIsThereBeforeTheServerAnswers();
    void manyComeInParts();
    void nothingFromDiskIsNews();
    void theServerWins();
    void theServerWinsOverALateDisk();
    void whatIsGoneStaysGone();
    void deletedMessagesGo();
    void olderMessagesComeFromDiskFirst();
    void aHoleIsReadFromTheServer();
    void anotherServerHasAnotherHistory();
    void peopleAreKnown();
    void forgottenIsForgotten();
    void oldConversationsAreNotKept();
    void sessionOnlyAccountsLeaveNothing();

private:
    // A run that sees three conversations and reads the first.
    void seeThree()
    {
        Run run(m_profile->path(), threeConversations);
        run.start();
        run.open(one);
        QCOMPARE(run.messages(), QStringLiteral("1-5"));
    }
    std::unique_ptr<QTemporaryDir> m_profile;
};

void TestHistory::whatWasSeenIsThereWithoutAServer()
{
    seeThree();
    Run run(m_profile->path(), offline);
    QSignalSpy arrived(run.session.get(), &AccountSession::customerMessageArrived);
    run.start();
    run.settleDisk();
    QCOMPARE(run.conversations(), all);
    QCOMPARE(customerName(*run.session->conversation(one)), QStringLiteral("Customer 1"));
    run.open(one);
    QCOMPARE(run.messages(), QStringLiteral("1-5"));
    QVERIFY(!run.thread().loaded);
    QVERIFY(run.thread().canBeShown());
    QVERIFY(!run.thread().hasOlder);
    QCOMPARE(run.session->status().phase, sync::SyncStatus::Phase::Failing);
    QVERIFY(run.session->status().failingSince);
    QCOMPARE(run.session->status().lastSynced, OptionalTime(test::kNoon));
    QVERIFY(!run.session->listeningSince());
    QVERIFY(arrived.isEmpty());
}

void TestHistory::itIsThereBeforeTheServerAnswers()
{
    seeThree();
    Run run(m_profile->path(), [](test::ScriptedBackend &backend) {
        threeConversations(backend);
        backend.holdLists = backend.holdThreads = true;
    });
    run.settleDisk();
    QCOMPARE(run.conversations(), all); // before it is even asked
    QCOMPARE(run.session->status().phase, sync::SyncStatus::Phase::Starting);
    run.start();
    run.open(one);
    QCOMPARE(run.messages(), QStringLiteral("1-5"));
    QVERIFY(run.thread().refreshing);
}

void TestHistory::manyComeInParts()
{
    constexpr int many = 1'234;
    {
        Run run(m_profile->path(), [](test::ScriptedBackend &backend) {
            for (int n = 1; n <= many; ++n)
                backend.conversationList << test::conversation(QString::number(n), n);
        });
        run.start();
    }
    Run run(m_profile->path(), offline);
    QList<qsizetype> parts;
    QString newest;
    connect(run.session.get(), &AccountSession::conversationsChanged, this,
            [&](const QList<ConversationId> &changed) {
                if (parts.isEmpty())
                    newest = changed.constFirst().value();
                parts << changed.size();
            });
    QTRY_COMPARE(run.session->conversationIds().size(), many);
    QCOMPARE(newest, QStringLiteral("1"));
    QCOMPARE(parts.constFirst(), 200);
    QVERIFY(*std::max_element(parts.cbegin(), parts.cend()) <= 500);
}

void TestHistory::nothingFromDiskIsNews()
{
    seeThree();
    Run run(m_profile->path(), [](test::ScriptedBackend &backend) {
        threeConversations(backend);
        say(backend, one, 6, 6); // while we were not there
    });
    QSignalSpy arrived(run.session.get(), &AccountSession::customerMessageArrived);
    run.settleDisk();
    run.start();
    QVERIFY(run.session->listeningSince());
    QCOMPARE(run.session->conversation(one)->latestMessage->id.value(), QStringLiteral("6"));
    QVERIFY(arrived.isEmpty());
    run.clock.advanceSeconds(60);
    Message now = numbered(7);
    now.sentAt = test::kNoon.addSecs(30);
    run.backend->at(QStringLiteral("1")).latestMessage = now;
    run.backend->at(QStringLiteral("1")).latestCustomerMessage = now;
    run.poll();
    QCOMPARE(arrived.size(), 1);
}

void TestHistory::theServerWins()
{
    seeThree();
    {
        Run run(m_profile->path(), [](test::ScriptedBackend &backend) {
            threeConversations(backend);
            backend.at(QStringLiteral("2")).customer->name = QStringLiteral("Renamed");
            backend.messagesOf[one][2].contents = {TextContent{QStringLiteral("edited")}};
        });
        run.settleDisk();
        run.start();
        run.open(one);
        QCOMPARE(customerName(*run.session->conversation(ConversationId(QStringLiteral("2")))),
                 QStringLiteral("Renamed"));
        QVERIFY(run.thread().loaded);
        QCOMPARE(plainText(run.thread().messages.at(2)), QStringLiteral("edited"));
    }
    Run run(m_profile->path(), offline);
    run.settleDisk();
    run.open(one);
    QCOMPARE(customerName(*run.session->conversation(ConversationId(QStringLiteral("2")))),
             QStringLiteral("Renamed"));
    QCOMPARE(plainText(run.thread().messages.at(2)), QStringLiteral("edited"));
}

void TestHistory::theServerWinsOverALateDisk()
{
    seeThree();
    Run run(m_profile->path(), [](test::ScriptedBackend &backend) {
        threeConversations(backend);
        backend.conversationList.removeLast();
        backend.at(QStringLiteral("2")).customer->name = QStringLiteral("Renamed");
    });
    run.session->start(); // it answers first
    run.session->setOpenConversation(one);
    test::settle();
    run.settleDisk();
    QCOMPARE(customerName(*run.session->conversation(ConversationId(QStringLiteral("2")))),
             QStringLiteral("Renamed"));
    QVERIFY(run.thread().loaded);
    run.poll();
    QCOMPARE(run.conversations(), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
}

void TestHistory::whatIsGoneStaysGone()
{
    seeThree();
    {
        Run run(m_profile->path(), [](test::ScriptedBackend &backend) {
            threeConversations(backend);
            backend.conversationList.removeFirst();
        });
        run.settleDisk();
        QCOMPARE(run.conversations(), all);
        run.start();
        QCOMPARE(run.conversations(), (QStringList{QStringLiteral("2"), QStringLiteral("3")}));
    }
    Run run(m_profile->path(), offline);
    run.settleDisk();
    QCOMPARE(run.conversations(), (QStringList{QStringLiteral("2"), QStringLiteral("3")}));
}

void TestHistory::deletedMessagesGo()
{
    seeThree();
    {
        Run run(m_profile->path(), [](test::ScriptedBackend &backend) {
            threeConversations(backend);
            backend.messagesOf[one].removeLast();
            backend.messagesOf[one].removeAt(1);
        });
        run.settleDisk();
        run.session->setOpenConversation(one); // as the disk has it
        run.settleDisk();
        QCOMPARE(run.thread().messages.size(), 5);
        run.start();
        QCOMPARE(run.thread().messages.size(), 3);
    }
    Run run(m_profile->path(), offline);
    run.settleDisk();
    run.open(one);
    QCOMPARE(run.thread().messages.size(), 3);
}

void TestHistory::olderMessagesComeFromDiskFirst()
{
    const auto world = [](test::ScriptedBackend &backend) {
        threeConversations(backend);
        say(backend, one, 6, 200);
        backend.messagesPerPage = 40;
    };
    {
        Run run(m_profile->path(), world);
        run.start();
        run.open(one);
        run.loadOlder(one);
        run.loadOlder(one);
        QCOMPARE(run.messages(), QStringLiteral("81-200"));
    }
    {
        Run run(m_profile->path(), offline);
        run.settleDisk();
        run.start();
        run.open(one);
        QCOMPARE(run.messages(), QStringLiteral("151-200"));
        QVERIFY(run.thread().hasOlder);
        run.loadOlder(one);
        QCOMPARE(run.messages(), QStringLiteral("81-200"));
        run.loadOlder(one);
        QVERIFY(run.thread().hasOlder); // at the server
        QVERIFY(!run.thread().loadingOlder);
    }
    Run run(m_profile->path(), world);
    run.settleDisk();
    run.open(one);
    run.start();
    QVERIFY(run.thread().loaded);
    QCOMPARE(run.messages(), QStringLiteral("151-200"));
    run.loadOlder(one);
    QCOMPARE(run.messages(), QStringLiteral("81-200"));
    run.loadOlder(one); // the disk ends; the server's pages that are known are passed over
    QCOMPARE(run.messages(), QStringLiteral("41-200"));
    run.loadOlder(one);
    QCOMPARE(run.messages(), QStringLiteral("1-200"));
    QVERIFY(!run.thread().hasOlder);
}

void TestHistory::aHoleIsReadFromTheServer()
{
    seeThree();
    const auto world = [](test::ScriptedBackend &backend) {
        threeConversations(backend);
        say(backend, one, 6, 100);
        backend.messagesPerPage = 40;
    };
    {
        Run run(m_profile->path(), world);
        run.settleDisk();
        run.start();
        run.open(one);
        QCOMPARE(run.messages(), QStringLiteral("61-100"));
        QVERIFY(run.thread().hasOlder);
    }
    {
        Run run(m_profile->path(), offline);
        run.settleDisk();
        run.open(one);
        QCOMPARE(run.messages(), QStringLiteral("61-100"));
        run.loadOlder(one);
        QCOMPARE(run.messages(), QStringLiteral("61-100"));
        QVERIFY(run.thread().hasOlder);
    }
    {
        Run run(m_profile->path(), world);
        run.settleDisk();
        run.start();
        run.open(one);
        run.loadOlder(one);
        QCOMPARE(run.messages(), QStringLiteral("21-100"));
        run.loadOlder(one);
        QCOMPARE(run.messages(), QStringLiteral("1-100"));
        QVERIFY(!run.thread().hasOlder);
    }
    Run run(m_profile->path(), offline);
    run.settleDisk();
    run.open(one);
    run.loadOlder(one);
    QCOMPARE(run.messages(), QStringLiteral("1-100"));
    QVERIFY(!run.thread().hasOlder);
}

void TestHistory::anotherServerHasAnotherHistory()
{
    seeThree();
    {
        Run run(m_profile->path(), offline, QStringLiteral("https://two.example"));
        run.settleDisk();
        QCOMPARE(run.conversations(), QStringList());
        run.open(one);
        QCOMPARE(run.messages(), QStringLiteral("none"));
    }
    Run run(m_profile->path(), offline);
    run.settleDisk();
    QCOMPARE(run.conversations(), QStringList());
}

void TestHistory::peopleAreKnown()
{
    {
        Run run(m_profile->path(), [](test::ScriptedBackend &backend) {
            threeConversations(backend);
            backend.at(QStringLiteral("1")).assignee = test::aylin();
        });
        run.start();
        run.backend->at(QStringLiteral("1")).assignee = test::ben();
        run.poll();
    }
    Run run(m_profile->path(), offline);
    run.settleDisk();
    QCOMPARE(run.session->colleagues().people(), (QList<User>{test::aylin(), test::ben()}));
}

void TestHistory::forgottenIsForgotten()
{
    seeThree();
    {
        Run run(m_profile->path(), threeConversations);
        run.settleDisk();
        run.start();
        bool done = false;
        run.session->forgetHistory([&done] { done = true; });
        QTRY_VERIFY(done);
        QCOMPARE(run.conversations(), all); // in memory
        run.backend->at(QStringLiteral("2")).unreadCount = 7; // learned afterwards: kept
        run.poll();
    }
    Run run(m_profile->path(), offline);
    run.settleDisk();
    QCOMPARE(run.conversations(), QStringList{QStringLiteral("2")});
}

void TestHistory::oldConversationsAreNotKept()
{
    {
        Run run(m_profile->path(), [](test::ScriptedBackend &backend) {
            backend.conversationList << test::conversation(QStringLiteral("1"), 60)
                                     << test::conversation(QStringLiteral("2"), 60 * 24 * 9);
        });
        run.session->setHistoryLimits({7, 0});
        run.start();
        QCOMPARE(run.conversations().size(), 2);
        run.settleDisk();
    }
    Run run(m_profile->path(), offline);
    run.settleDisk();
    QCOMPARE(run.conversations(), QStringList{QStringLiteral("1")});
}

void TestHistory::sessionOnlyAccountsLeaveNothing()
{
    store::Store store(m_profile->path());
    FakeClock clock{test::kNoon};
    AccountConfig config;
    config.id = account;
    config.sessionOnly = true;
    auto backend = std::make_unique<test::ScriptedBackend>();
    threeConversations(*backend);
    {
        AccountSession session(config, std::move(backend), clock, {}, &store);
        session.start();
        test::settle();
        QCOMPARE(session.conversationIds().size(), 3);
    }
    QVERIFY(!QFile::exists(store.pathOf(account)));
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
