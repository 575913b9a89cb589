// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/workspace.h"
#include "tests/support/inboxfixture.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;
using State = ContactSearch::State;

namespace {

Customer contact(const char *id, const char *name)
{
    Customer one;
    one.id = CustomerId(QLatin1String(id));
    one.name = QString::fromUtf8(name);
    return one;
}

backends::Page<Customer> page(const QList<Customer> &items, const QString &next = {})
{
    backends::Page<Customer> made;
    made.items = items;
    made.next = next;
    return made;
}

class Bench {
public:
    Bench()
        : backend(desk.add())
        , workspace(desk.inbox)
        , search(workspace.newConversation.contacts())
        , m_tester(&search.found(), QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        OpeningForm form;
        form.takesContact = true;
        backend.form = form;
        backend.setCapability(Capability::StartConversation, true);
        backend.setCapability(Capability::SearchContacts, true);
        desk.start();
        workspace.newConversation.begin();
    }
    QStringList names() const
    {
        QStringList all;
        for (const Customer &one : search.found().rows())
            all << one.name;
        return all;
    }

    InboxFixture desk;
    ScriptedBackend &backend;
    Workspace workspace;
    ContactSearch &search;

private:
    QAbstractItemModelTester m_tester;
};

} // namespace

class TestContactSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }

    void typingIsOneQuestion()
    {
        Bench bench;
        QCOMPARE(bench.search.state(), State::Idle);
        for (const char *words : {"m", "ma", " mar "})
            bench.search.setWords(QLatin1String(words));
        QCOMPARE(bench.search.state(), State::Searching);
        QVERIFY(bench.backend.contactQueries.isEmpty()); // not before the typing rests
        QTRY_COMPARE(bench.backend.contactQueries, QStringList{QStringLiteral("mar")});
        bench.backend.contacts.answer(
            page({contact("1", "Maria"), contact("", "Nobody"), contact("1", "Maria")}));
        QTRY_COMPARE(bench.search.state(), State::There);
        QCOMPARE(bench.names(), QStringList{QStringLiteral("Maria")}); // once, and who can be named at all
        QVERIFY(!bench.search.hasMore());
        bench.search.setWords(QStringLiteral("mar"));
        QCOMPARE(bench.names().size(), 1); // the same words are no new question
        bench.search.setWords({});
        QCOMPARE(bench.search.state(), State::Idle);
        QCOMPARE(bench.search.found().rowCount(), 0);
    }

    void whatWasAskedBeforeIsDropped()
    {
        Bench bench;
        bench.search.setWords(QStringLiteral("ma"));
        QTRY_COMPARE(bench.backend.contacts.waiting(), 1);
        bench.search.setWords(QStringLiteral("ben"));
        QTRY_COMPARE(bench.backend.contacts.waiting(), 2);
        QSignalSpy changed(&bench.search, &ContactSearch::changed);
        bench.backend.contacts.answer(page({contact("1", "Maria")})); // ended already, and late
        settle();
        QVERIFY(changed.isEmpty());
        QCOMPARE(bench.search.found().rowCount(), 0);
        bench.backend.contacts.answer(page({contact("2", "Ben")}));
        QTRY_COMPARE(bench.names(), QStringList{QStringLiteral("Ben")});
    }

    void aLateAnswerShowsNothingOnceTheFieldIsEmpty()
    {
        Bench bench;
        bench.search.setWords(QStringLiteral("ma"));
        QTRY_COMPARE(bench.backend.contacts.waiting(), 1);
        bench.search.setWords({});
        bench.backend.contacts.answer(page({contact("1", "Maria")}));
        settle();
        QCOMPARE(bench.search.state(), State::Idle);
        QCOMPARE(bench.search.found().rowCount(), 0);
    }

    void pagesFollowEachOther()
    {
        Bench bench;
        bench.search.setWords(QStringLiteral("ma"));
        QTRY_COMPARE(bench.backend.contacts.waiting(), 1);
        bench.backend.contacts.answer(
            page({contact("1", "Maria"), contact("2", "Marco")}, QStringLiteral("2")));
        QTRY_VERIFY(bench.search.hasMore());
        bench.search.readMore();
        QCOMPARE(bench.search.state(), State::Searching);
        bench.search.readMore(); // one at a time
        QCOMPARE(bench.backend.contactQueries, (QStringList{QStringLiteral("ma"), QStringLiteral("ma 2")}));
        QCOMPARE(bench.search.found().rowCount(), 2); // what is there stays
        bench.backend.contacts.answer(
            page({contact("2", "Marco"), contact("3", "Marta")}, QStringLiteral("3")));
        QTRY_COMPARE(bench.names().join(u' '), QStringLiteral("Maria Marco Marta"));
        QVERIFY(bench.search.hasMore());
        bench.search.readMore();
        bench.backend.contacts.answer(page({contact("3", "Marta")}, QStringLiteral("4"))); // nobody new
        QTRY_COMPARE(bench.search.state(), State::There);
        QVERIFY(!bench.search.hasMore());
        bench.search.readMore();
        QCOMPARE(bench.backend.contactQueries.size(), 3);
    }

    void aFailureIsToldAndTriedAgain()
    {
        Bench bench;
        bench.search.setWords(QStringLiteral("ma"));
        QTRY_COMPARE(bench.backend.contacts.waiting(), 1);
        bench.backend.contacts.fail(ErrorKind::ServerError, Outcome::Refused);
        QTRY_COMPARE(bench.search.state(), State::Failed);
        QCOMPARE(bench.search.error()->kind, ErrorKind::ServerError);
        bench.search.readMore();
        QCOMPARE(bench.search.state(), State::Searching);
        QVERIFY(!bench.search.error());
        bench.backend.contacts.answer(page({contact("1", "Maria")}));
        QTRY_COMPARE(bench.names(), QStringList{QStringLiteral("Maria")});
    }

    void withoutThePermissionNothingIsAsked()
    {
        Bench bench;
        bench.backend.setCapability(Capability::SearchContacts, false);
        QVERIFY(bench.workspace.newConversation.contactsUnavailable());
        bench.search.setWords(QStringLiteral("ma"));
        QTRY_COMPARE(bench.search.state(), State::Failed);
        QCOMPARE(bench.search.error()->kind, ErrorKind::Unsupported);
        QVERIFY(bench.backend.contactQueries.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestContactSearch)
#include "tst_contactsearch.moc"
