// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/heartbeat.h"
#include "models/sendguard.h"
#include "tests/support/inboxfixture.h"

#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::test;
using models::SendGuard;
using Verdict = SendGuard::Verdict;

namespace {

struct Desk : InboxFixture {
    Desk()
        : backend(add())
        , heartbeat(clock)
        , current(inbox, heartbeat)
        , guard(current)
    {
        backend.conversationList << conversation(QStringLiteral("1"), 5);
        backend.messagesOf[one.id] = {said("101", MessageAuthor::Customer)};
        backend.at(QStringLiteral("1")).latestMessage = backend.messagesOf[one.id].constLast();
        start();
        current.open(one);
        settle();
    }
    static Message said(const char *id, MessageAuthor author)
    {
        return message(QString::fromLatin1(id), QStringLiteral("Hello"), kNoon, author);
    }
    void arrive(const Message &m)
    {
        backend.messagesOf[one.id] << m;
        backend.at(QStringLiteral("1")).latestMessage = m;
        poll();
    }

    const ConversationKey one = key(QStringLiteral("1"));
    ScriptedBackend &backend;
    models::Heartbeat heartbeat;
    models::CurrentConversation current;
    SendGuard guard;
};

} // namespace

class TestSendGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutNewsItGoes()
    {
        Desk desk;
        QCOMPARE(desk.guard.judge(), Verdict::Go);
        desk.poll();
        QCOMPARE(desk.guard.judge(), Verdict::Go);
    }

    void aMessageThatNobodySawStopsOnce()
    {
        Desk desk;
        desk.arrive(Desk::said("102", MessageAuthor::Customer));
        desk.arrive(Desk::said("103", MessageAuthor::Agent)); // a colleague's
        QCOMPARE(desk.guard.judge(), Verdict::Stop);
        QCOMPARE(desk.guard.news().messages, 2);
        QVERIFY(!desk.guard.news().assignee);
        // A key held down is no second look.
        for (int i = 0; i < 20; ++i)
            QCOMPARE(desk.guard.judge(), Verdict::TooSoon);
        QTRY_COMPARE(desk.guard.judge(), Verdict::Go);
    }

    void whatArrivesAfterAStopStopsAgain()
    {
        Desk desk;
        desk.arrive(Desk::said("102", MessageAuthor::Customer));
        QCOMPARE(desk.guard.judge(), Verdict::Stop);
        desk.arrive(Desk::said("103", MessageAuthor::Customer));
        QCOMPARE(desk.guard.judge(), Verdict::Stop);
        QCOMPARE(desk.guard.news().messages, 1);
    }

    void whatWasOnScreenForASecondIsSeen()
    {
        Desk desk;
        bool looking = true;
        int looks = 0;
        desk.guard.setEyes([&] {
            ++looks;
            return looking;
        });
        desk.arrive(Desk::said("102", MessageAuthor::Customer));
        QVERIFY(desk.guard.hasNews());
        QTRY_VERIFY(!desk.guard.hasNews());
        QCOMPARE(desk.guard.judge(), Verdict::Go);

        looking = false;
        looks = 0;
        desk.arrive(Desk::said("103", MessageAuthor::Customer));
        QTRY_VERIFY(looks > 0);
        QCOMPARE(desk.guard.judge(), Verdict::Stop);
    }

    void aGlanceIsNotEnough()
    {
        Desk desk;
        desk.guard.setEyes([] { return true; });
        desk.arrive(Desk::said("102", MessageAuthor::Customer));
        QCOMPARE(desk.guard.judge(), Verdict::Stop);
    }

    void anotherAssigneeStops()
    {
        Desk desk;
        User other = user(QStringLiteral("9"), QStringLiteral("Aylin"));
        desk.backend.at(QStringLiteral("1")).assignee = other;
        desk.poll();
        QCOMPARE(desk.guard.judge(), Verdict::Stop);
        QVERIFY(desk.guard.news().assignee);
        QCOMPARE((*desk.guard.news().assignee)->id, other.id);
        QTRY_COMPARE(desk.guard.judge(), Verdict::Go);
        desk.backend.at(QStringLiteral("1")).assignee.reset();
        desk.poll();
        QCOMPARE(desk.guard.judge(), Verdict::Stop);
        QVERIFY(desk.guard.news().assignee && !*desk.guard.news().assignee);
    }

    void takingItOneselfIsNoNews()
    {
        Desk desk;
        desk.backend.at(QStringLiteral("1")).assignee = ben();
        desk.poll();
        QCOMPARE(desk.guard.judge(), Verdict::Go);
    }

    void ourOwnMessageIsNoNews()
    {
        Desk desk;
        desk.session().sendText(desk.one.id, QStringLiteral("Yes"));
        settle();
        const Message sent = Desk::said("102", MessageAuthor::Agent);
        desk.backend.messagesOf[desk.one.id] << sent;
        desk.backend.sends.answer(sent);
        settle();
        desk.poll();
        QCOMPARE(desk.guard.judge(), Verdict::Go);
    }

    void anotherConversationBeginsAnew()
    {
        Desk desk;
        desk.arrive(Desk::said("102", MessageAuthor::Customer));
        desk.current.open({});
        desk.current.open(desk.one); // its newest message is on screen from the start
        QCOMPARE(desk.guard.judge(), Verdict::Go);
    }
};

QTEST_GUILESS_MAIN(TestSendGuard)
#include "tst_sendguard.moc"
