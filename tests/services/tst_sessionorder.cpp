// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/support/inboxfixture.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::test;
using State = Intent::State;

namespace {

const ConversationId kOne(QStringLiteral("1"));

// One conversation, known and not opened yet.
struct Desk : InboxFixture {
    Desk()
        : backend(add())
    {
        backend.conversationList = {conversation(QStringLiteral("1"), 5)};
        start();
    }
    void open()
    {
        session().setOpenConversation(kOne);
        settle();
    }
    QList<Intent> outgoing()
    {
        const sync::Thread *thread = session().thread(kOne);
        return thread ? thread->outgoing : QList<Intent>();
    }

    ScriptedBackend &backend;
};

} // namespace

// What comes late, twice, or not at all: answers that overtake each other and things that vanish meanwhile.
class TestSessionOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aListReadBeforeAChangeDoesNotUndoIt()
    {
        Desk desk;
        desk.backend.holdLists = true;
        desk.session().refresh();
        backends::Page<Conversation> late;
        late.items = desk.backend.conversationList;

        desk.session().setStatus(kOne, ConversationStatus::Done);
        desk.backend.at(QStringLiteral("1")).status = {ConversationStatus::Done, {}};
        desk.backend.updates.answer(desk.backend.at(QStringLiteral("1")));
        settle();
        desk.backend.lists.answer(late);
        settle();
        QVERIFY(desk.session().pendingChange(kOne).isEmpty());
        QCOMPARE(desk.session().conversation(kOne)->status.value, ConversationStatus::Done);
    }

    void aListReadBeforeAMessageAnnouncesNothing()
    {
        Desk desk;
        Conversation &c = desk.backend.at(QStringLiteral("1"));
        c.latestCustomerMessage = c.latestMessage;
        desk.poll();
        backends::Page<Conversation> late;
        late.items = {c};
        desk.backend.holdLists = true;
        desk.session().refresh();
        c.latestCustomerMessage->id = MessageId(QStringLiteral("m2"));
        desk.session().refreshConversation(kOne);
        settle();
        QSignalSpy arrived(&desk.session(), &sync::AccountSession::customerMessageArrived);
        desk.backend.lists.answer(late);
        settle();
        QCOMPARE(arrived.size(), 0);
    }

    void aListThatTookLongIsAskedForTwentyTimesLater()
    {
        constexpr int slow = 60; // milliseconds
        constexpr int pausePerDuration = 20;
        auto scripted = std::make_unique<ScriptedBackend>();
        ScriptedBackend &backend = *scripted;
        backend.holdLists = true;
        AccountConfig config;
        config.id = AccountId(QStringLiteral("slow"));
        config.sessionOnly = true;
        sync::PollTimings timings;
        timings.list = 10;
        const SystemClock clock;
        sync::AccountSession session(config, std::move(scripted), clock, timings);
        session.restore();
        QElapsedTimer time;
        session.start();
        time.start();
        QCOMPARE(backend.lists.waiting(), 1);
        QTRY_VERIFY(time.elapsed() >= slow);
        backend.lists.answer(backends::Page<Conversation>());
        time.start();
        QVERIFY(QTest::qWaitFor([&] { return backend.lists.waiting() == 1; }, 60'000));
        QVERIFY2(time.elapsed() >= slow * pausePerDuration - pausePerDuration,
                 qPrintable(QString::number(time.elapsed())));
    }

    void runningThroughTheListReadsOnlyWhereItStops()
    {
        Desk desk;
        const ConversationId two(QStringLiteral("2"));
        const ConversationId three(QStringLiteral("3"));
        desk.backend.conversationList << conversation(two.value(), 6) << conversation(three.value(), 7);
        desk.poll();
        desk.open();
        desk.session().setOpenConversation(two);
        desk.session().setOpenConversation(three);
        QTRY_VERIFY(desk.session().thread(three)->loaded);
        QVERIFY(desk.session().thread(kOne)->loaded);
        QVERIFY(!desk.session().thread(two)->loaded);
    }

    void aListOfThousandsComesInPartsAndIsSyncedWithTheLast()
    {
        constexpr int many = 2'300;
        constexpr qsizetype longestPart = 500;
        Desk desk;
        QList<Conversation> list;
        for (int id = 2; id <= many; ++id)
            list << conversation(QString::number(id), id);
        desk.backend.conversationList = list; // the first one is gone
        QList<qsizetype> parts;
        QList<qsizetype> removedWith;
        QObject::connect(&desk.session(), &sync::AccountSession::conversationsChanged, &desk.session(),
                         [&](const QList<ConversationId> &changed, const QList<ConversationId> &removed) {
                             parts << changed.size();
                             if (!removed.isEmpty())
                                 removedWith << parts.size();
                             QVERIFY(desk.session().status().refreshing);
                         });
        desk.session().refresh();
        QTRY_VERIFY(!desk.session().status().refreshing);
        QCOMPARE(desk.session().conversationIds().size(), list.size());
        QVERIFY(parts.size() > 1);
        QVERIFY(*std::max_element(parts.cbegin(), parts.cend()) <= longestPart);
        QCOMPARE(removedWith, QList<qsizetype>{parts.size()});
    }

    void aConversationReadWhileAListOfThousandsComesInStaysAsItWasRead()
    {
        constexpr int many = 1'200;
        Desk desk;
        const ConversationId last(QString::number(many));
        for (int id = 2; id <= many; ++id)
            desk.backend.conversationList << conversation(QString::number(id), id);
        desk.poll();
        backends::Page<Conversation> late;
        late.items = desk.backend.conversationList;
        late.items[0].unreadCount = 7; // so that the first part is noticed
        desk.backend.holdLists = true;
        desk.session().refresh();
        QObject::connect(&desk.session(), &sync::AccountSession::conversationsChanged, &desk.session(),
                         [&](const QList<ConversationId> &changed) {
                             if (changed != QList<ConversationId>{kOne})
                                 return;
                             desk.backend.at(last.value()).unreadCount = 9;
                             desk.session().refreshConversation(last);
                         });
        desk.backend.lists.answer(late);
        QTRY_VERIFY(!desk.session().status().refreshing);
        QTRY_COMPARE(desk.session().conversation(last)->unreadCount, 9);
    }

    void aConversationThatStandsTwiceOnAPageChangesOnce()
    {
        Desk desk;
        Conversation other = desk.backend.at(QStringLiteral("1"));
        other.unreadCount = 1;
        desk.backend.conversationList << other;
        desk.backend.at(QStringLiteral("1")).unreadCount = 2;
        QSignalSpy changed(&desk.session(), &sync::AccountSession::conversationsChanged);
        desk.poll();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.constFirst().constFirst().value<QList<ConversationId>>().size(), 1);
    }

    void aConversationThatIsGoneStaysWhileItHoldsAnUnsentMessage()
    {
        Desk desk;
        desk.open();
        const IntentId intent = desk.session().sendText(kOne, QStringLiteral("Long answer"));
        desk.backend.sends.fail(ErrorKind::NotFound, Outcome::Refused);
        settle();
        QCOMPARE(desk.outgoing().value(0).state, State::Failed);
        desk.backend.conversationList.clear();
        desk.poll();
        QVERIFY(desk.session().conversation(kOne));
        QCOMPARE(desk.session().settle(kOne, intent, false).text, QStringLiteral("Long answer"));
        desk.poll();
        QVERIFY(!desk.session().conversation(kOne));
    }

    void whatWaitsForItsTurnIsHeldWhenTheWindowCloses()
    {
        Desk desk;
        desk.open();
        QSignalSpy held(&desk.session(), &sync::AccountSession::repliesHeld);
        desk.session().sendText(kOne, QStringLiteral("one"));
        desk.session().sendText(kOne, QStringLiteral("two"));
        desk.backend.at(QStringLiteral("1")).replyPossible = false;
        desk.poll();
        desk.backend.sends.answer(
            message(QStringLiteral("m9"), QStringLiteral("one"), kNoon, MessageAuthor::Agent));
        settle();
        QCOMPARE(desk.backend.log, QStringList{QStringLiteral("send 1 one")});
        QVERIFY(desk.outgoing().isEmpty());
        QCOMPARE(held.size(), 1);
        QCOMPARE(held.constFirst().at(1).value<domain::Unsent>().text, QStringLiteral("two"));
        QCOMPARE(held.constFirst().at(2).value<domain::HeldBecause>(), domain::HeldBecause::WindowClosed);
    }

    void theSameWordsFromBeforeAreNoProofInAThreadThatWasNotReadYet()
    {
        Desk desk;
        const Message old =
            message(QStringLiteral("101"), QStringLiteral("ok"), kNoon.addSecs(-60), MessageAuthor::Agent);
        desk.backend.messagesOf[kOne] = {old};
        desk.backend.at(QStringLiteral("1")).latestMessage = old;
        desk.poll();
        desk.session().sendText(kOne, QStringLiteral("ok"));
        settle(); // the thread is read first
        desk.backend.sends.fail(ErrorKind::Timeout, Outcome::Unknown);
        QTRY_COMPARE(desk.outgoing().value(0).state, State::Unknown);
    }

    // Ids that are words tell nothing of the order: the place in the thread does, and before it was read the
    // time.
    void aLostAnswerIsFoundWhereIdsHaveNoOrder()
    {
        for (const bool isRead : {true, false}) {
            Desk desk;
            const Message old =
                message(QStringLiteral("zz"), QStringLiteral("ok"), kNoon.addSecs(-60), MessageAuthor::Agent);
            desk.backend.messagesOf[kOne] = {old};
            desk.backend.at(QStringLiteral("1")).latestMessage = old;
            if (isRead)
                desk.open();
            else
                desk.poll();
            desk.session().sendText(kOne, QStringLiteral("ok"));
            settle();
            desk.backend.messagesOf[kOne] << message(QStringLiteral("aa"), QStringLiteral("ok"),
                                                     kNoon.addSecs(2), MessageAuthor::Agent);
            desk.backend.sends.fail(ErrorKind::Timeout, Outcome::Unknown);
            QTRY_VERIFY(desk.outgoing().isEmpty());
            QCOMPARE(desk.session().thread(kOne)->messages.size(), 2);
        }
    }

    void theSameWordsFromBeforeAreNoProofWhereIdsHaveNoOrder()
    {
        for (const bool isRead : {true, false}) {
            Desk desk;
            const Message old =
                message(QStringLiteral("aa"), QStringLiteral("ok"), kNoon.addSecs(-60), MessageAuthor::Agent);
            desk.backend.messagesOf[kOne] = {old};
            desk.backend.at(QStringLiteral("1")).latestMessage = old;
            if (isRead)
                desk.open();
            else
                desk.poll();
            desk.session().sendText(kOne, QStringLiteral("ok"));
            settle();
            desk.backend.sends.fail(ErrorKind::Timeout, Outcome::Unknown);
            QTRY_COMPARE(desk.outgoing().value(0).state, State::Unknown);
        }
    }

    void aThreadFirstReadForALostAnswerLeadsToItsOlderMessages()
    {
        Desk desk;
        for (int i = 1; i <= 5; ++i)
            desk.backend.messagesOf[kOne]
                << message(QString::number(i), QStringLiteral("text %1").arg(i), kNoon.addSecs(i));
        desk.backend.at(QStringLiteral("1")).latestMessage = desk.backend.messagesOf[kOne].constLast();
        desk.backend.messagesPerPage = 2;
        desk.poll();
        desk.session().sendText(kOne, QStringLiteral("ok"));
        settle(); // the thread is read first
        desk.backend.sends.fail(ErrorKind::Timeout, Outcome::Unknown);
        QTRY_COMPARE(desk.outgoing().value(0).state, State::Unknown);
        QVERIFY(desk.session().thread(kOne)->hasOlder);
        desk.session().loadOlder(kOne);
        settle();
        QCOMPARE(desk.session().thread(kOne)->messages.size(), 4);
    }

    void anOlderPageOfAThreadThatBeginsElsewhereByNowIsLeftOut()
    {
        Desk desk;
        const auto text = [](int i) {
            return message(QString::number(i), QStringLiteral("text %1").arg(i), kNoon.addSecs(i));
        };
        for (int i = 1; i <= 4; ++i)
            desk.backend.messagesOf[kOne] << text(i);
        desk.backend.messagesPerPage = 2;
        desk.open();
        desk.backend.holdThreads = true;
        desk.session().loadOlder(kOne);
        desk.backend.holdThreads = false;
        for (int i = 5; i <= 9; ++i)
            desk.backend.messagesOf[kOne] << text(i);
        desk.session().refresh(); // a gap: the thread begins with 8 now
        settle();
        backends::Page<Message> older;
        older.items = {text(2), text(1)};
        desk.backend.threads.answer(older);
        settle();
        QCOMPARE(desk.session().thread(kOne)->messages.constFirst().id.value(), QStringLiteral("8"));
        QVERIFY(!desk.session().thread(kOne)->loadingOlder);
    }
};

QTEST_GUILESS_MAIN(TestSessionOrder)
#include "tst_sessionorder.moc"
