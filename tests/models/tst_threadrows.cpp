// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/threadrows.h"

#include "tests/support/inboxfixture.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;

namespace {

using Kind = ThreadRow::Kind;

QString name(DeliveryMark mark)
{
    static const char *const names[] = {"none",        "waiting", "checking",  "unknown", "not sent",
                                        "handed over", "sent",    "delivered", "read",    "failed"};
    return QString::fromLatin1(names[int(mark)]);
}

// A row as one line: what it is, who wrote it, `[` and `]` where a group begins and ends.
QString line(const ThreadRow &row)
{
    switch (row.kind) {
    case Kind::Day:
        return QStringLiteral("-- ") + row.day.toString(Qt::ISODate);
    case Kind::NewMessages:
        return QStringLiteral("== %1 new").arg(row.newCount);
    case Kind::Older:
        return row.loading ? QStringLiteral("^ loading") : QStringLiteral("^ older");
    case Kind::Note:
        return QStringLiteral("note ") + row.note.text;
    case Kind::System:
        return QStringLiteral("system ") + plainText(row.message);
    case Kind::Message:
        break;
    }
    QString text = row.firstOfGroup ? QStringLiteral("[") : QStringLiteral(" ");
    text += row.authorName;
    text += QStringLiteral(": ");
    text += plainText(row.message);
    if (row.fromUs) {
        text += QStringLiteral(" (");
        text += name(row.mark);
        text += u')';
    }
    if (row.lastOfGroup)
        text += u']';
    return text;
}

QStringList lines(const QList<ThreadRow> &rows)
{
    QStringList result;
    for (const ThreadRow &row : rows)
        result << line(row);
    return result;
}

Message customer(const char *id, const char *text, int seconds,
                 DeliveryStatus status = DeliveryStatus::Delivered)
{
    return message(QString::fromLatin1(id), QString::fromUtf8(text), kNoon.addSecs(seconds),
                   MessageAuthor::Customer, status);
}

Message agent(const char *id, const char *text, int seconds, DeliveryStatus status = DeliveryStatus::Sent)
{
    return message(QString::fromLatin1(id), QString::fromUtf8(text), kNoon.addSecs(seconds),
                   MessageAuthor::Agent, status);
}

Intent outgoing(const char *id, const char *text, int seconds, Intent::State state = Intent::State::Sending)
{
    Intent o;
    o.id = IntentId(QString::fromLatin1(id));
    o.text = QString::fromUtf8(text);
    o.createdAt = kNoon.addSecs(seconds);
    o.state = state;
    return o;
}

ThreadContext context()
{
    ThreadContext c;
    c.customerName = QStringLiteral("Maria");
    c.me = ben().id;
    c.colleagueName = [](const UserId &id) {
        return id == ben().id ? ben().name : id == aylin().id ? aylin().name : QString();
    };
    c.canRetry = [](const Message &) { return true; };
    c.canReact = true;
    return c;
}

sync::Thread threadOf(const QList<Message> &messages, const QList<Intent> &onTheirWay = {})
{
    sync::Thread t;
    t.messages = messages;
    t.outgoing = onTheirWay;
    t.loaded = true;
    return t;
}

// Applies steps as a view would.
QList<ThreadRow> applied(QList<ThreadRow> rows, const QList<ThreadRow> &after, const QList<RowStep> &steps)
{
    for (const RowStep &step : steps) {
        switch (step.kind) {
        case RowStep::Kind::Remove:
            rows.remove(step.first, step.last - step.first + 1);
            break;
        case RowStep::Kind::Move:
            rows.move(step.first, step.to);
            break;
        case RowStep::Kind::Insert:
            for (int i = step.first; i <= step.last; ++i)
                rows.insert(i, after.at(i));
            break;
        case RowStep::Kind::Change:
            for (int i = step.first; i <= step.last; ++i)
                rows[i] = after.at(i);
            break;
        }
    }
    return rows;
}

QList<RowStep::Kind> kinds(const QList<RowStep> &steps)
{
    QList<RowStep::Kind> result;
    for (const RowStep &step : steps)
        result << step.kind;
    return result;
}

} // namespace

class TestThreadRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void daysAreLocal();
    void clockThatGoesBackMakesNoSecondDay();
    void groupsEndAfterFiveMinutes();
    void groupsEndWithTheAuthor();
    void linesEndGroups();
    void systemMessagesAreRowsOfTheirOwn();
    void olderStandsAtTheTop();
    void noteStandsWhereItsTimePutsIt_data();
    void noteStandsWhereItsTimePutsIt();
    void noteOlderThanWhatIsHereIsNotShown();
    void newLineStandsBeforeTheFirstUnread();
    void firstUnreadCountsBack_data();
    void firstUnreadCountsBack();
    void markFollowsTheStatus_data();
    void markFollowsTheStatus();
    void onTheirWayStandAtTheEnd_data();
    void onTheirWayStandAtTheEnd();
    void retryIsOfferedOnlyForFailed();
    void reactionNeedsTheCapability();
    void quoteNamesItsAuthor();
    void quoteOfAMessageOnItsWay();
    void sameRowsNeedNoStep();
    void appendedMessageIsOneInsertion();
    void olderPageIsOneInsertion();
    void changedMessageIsOneChange();
    void messageOnItsWayBecomesTheSentOneInPlace();
    void messageOverAFailedOneIsAMove();
    void otherConversationIsRemoveAndInsert();
    void randomThreadsMatchARebuild_data();
    void randomThreadsMatchARebuild();
    void threeThousandMessagesAreQuick();
};

void TestThreadRows::daysAreLocal()
{
    // 22:59 and 23:01 UTC are two days in Berlin, 23:01 and 00:30 UTC are one.
    const QList<ThreadRow> rows =
        threadRows(threadOf({message(QStringLiteral("1"), QStringLiteral("a"),
                                     QDateTime(QDate(2026, 11, 18), QTime(22, 59), Qt::UTC)),
                             message(QStringLiteral("2"), QStringLiteral("b"),
                                     QDateTime(QDate(2026, 11, 18), QTime(23, 1), Qt::UTC)),
                             message(QStringLiteral("3"), QStringLiteral("c"),
                                     QDateTime(QDate(2026, 11, 19), QTime(0, 30), Qt::UTC))}),
                   context());
    QCOMPARE(lines(rows),
             QStringList({QStringLiteral("-- 2026-11-18"), QStringLiteral("[Maria: a]"),
                          QStringLiteral("-- 2026-11-19"), QStringLiteral("[Maria: b]"),
                          QStringLiteral("[Maria: c]")}));
}

void TestThreadRows::clockThatGoesBackMakesNoSecondDay()
{
    const QList<ThreadRow> rows = threadRows(
        threadOf({customer("1", "a", 0), customer("2", "b", -86'400), customer("3", "c", 60)}), context());
    QCOMPARE(
        std::count_if(rows.cbegin(), rows.cend(), [](const ThreadRow &row) { return row.kind == Kind::Day; }),
        1);
}

void TestThreadRows::groupsEndAfterFiveMinutes()
{
    const QList<ThreadRow> rows = threadRows(
        threadOf({customer("1", "a", 0), customer("2", "b", 300), customer("3", "c", 601)}), context());
    QCOMPARE(lines(rows).mid(1),
             QStringList(
                 {QStringLiteral("[Maria: a"), QStringLiteral(" Maria: b]"), QStringLiteral("[Maria: c]")}));
}

void TestThreadRows::groupsEndWithTheAuthor()
{
    Message other = agent("3", "c", 20);
    other.userId = aylin().id;
    const QList<ThreadRow> rows = threadRows(
        threadOf({customer("1", "a", 0), agent("2", "b", 10), other, agent("4", "d", 30)}), context());
    QCOMPARE(lines(rows).mid(1),
             QStringList({QStringLiteral("[Maria: a]"), QStringLiteral("[Ben: b (sent)]"),
                          QStringLiteral("[Aylin: c (sent)]"), QStringLiteral("[Ben: d (sent)]")}));
}

void TestThreadRows::linesEndGroups()
{
    ThreadContext c = context();
    c.firstUnread = MessageId(QStringLiteral("2"));
    c.newCount = 1;
    const QList<ThreadRow> rows = threadRows(threadOf({customer("1", "a", 0), customer("2", "b", 10)}), c);
    QCOMPARE(lines(rows).mid(1),
             QStringList(
                 {QStringLiteral("[Maria: a]"), QStringLiteral("== 1 new"), QStringLiteral("[Maria: b]")}));
}

void TestThreadRows::systemMessagesAreRowsOfTheirOwn()
{
    Message system = customer("2", "Assigned", 5);
    system.author.value = MessageAuthor::System;
    const QList<ThreadRow> rows =
        threadRows(threadOf({customer("1", "a", 0), system, customer("3", "b", 10)}), context());
    QCOMPARE(lines(rows).mid(1),
             QStringList({QStringLiteral("[Maria: a]"), QStringLiteral("system Assigned"),
                          QStringLiteral("[Maria: b]")}));
    QVERIFY(!rows.at(2).canReact);
}

void TestThreadRows::olderStandsAtTheTop()
{
    sync::Thread t = threadOf({customer("1", "a", 0)});
    t.hasOlder = true;
    QCOMPARE(line(threadRows(t, context()).constFirst()), QStringLiteral("^ older"));
    t.loadingOlder = true;
    QCOMPARE(line(threadRows(t, context()).constFirst()), QStringLiteral("^ loading"));
}

void TestThreadRows::noteStandsWhereItsTimePutsIt_data()
{
    QTest::addColumn<QVariant>("seconds");
    QTest::addColumn<int>("row");
    QTest::newRow("first") << QVariant(-10) << 1;
    QTest::newRow("between") << QVariant(5) << 2;
    QTest::newRow("with a message") << QVariant(10) << 3;
    QTest::newRow("last") << QVariant(20) << 3;
    QTest::newRow("without a time") << QVariant() << 3;
}

void TestThreadRows::noteStandsWhereItsTimePutsIt()
{
    QFETCH(QVariant, seconds);
    QFETCH(int, row);
    ThreadContext c = context();
    c.note = Note();
    c.note->text = QStringLiteral("Call back");
    if (seconds.isValid())
        c.note->createdAt = kNoon.addSecs(seconds.toInt());
    const QList<ThreadRow> rows =
        threadRows(threadOf({customer("1", "a", 0), customer("2", "b", 10)}, {outgoing("x", "c", 30)}), c);
    QCOMPARE(rows.at(row).kind, Kind::Note);
    QCOMPARE(
        std::count_if(rows.cbegin(), rows.cend(), [](const ThreadRow &r) { return r.kind == Kind::Note; }),
        1);
}

void TestThreadRows::noteOlderThanWhatIsHereIsNotShown()
{
    ThreadContext c = context();
    c.note = Note();
    c.note->createdAt = kNoon.addSecs(-10);
    sync::Thread t = threadOf({customer("1", "a", 0)});
    const auto hasNote = [&] {
        const QList<ThreadRow> rows = threadRows(t, c);
        return std::any_of(rows.cbegin(), rows.cend(),
                           [](const ThreadRow &r) { return r.kind == Kind::Note; });
    };
    t.hasOlder = true;
    QVERIFY(!hasNote());
    t.hasOlder = false;
    QVERIFY(hasNote());
}

void TestThreadRows::newLineStandsBeforeTheFirstUnread()
{
    ThreadContext c = context();
    c.firstUnread = MessageId(QStringLiteral("2"));
    c.newCount = 2;
    const QList<ThreadRow> rows =
        threadRows(threadOf({customer("1", "a", -86'400), customer("2", "b", 0), customer("3", "c", 1)}), c);
    QCOMPARE(lines(rows).mid(2),
             QStringList({QStringLiteral("-- 2026-11-19"), QStringLiteral("== 2 new"),
                          QStringLiteral("[Maria: b"), QStringLiteral(" Maria: c]")}));
}

void TestThreadRows::firstUnreadCountsBack_data()
{
    QTest::addColumn<QString>("thread"); // r read, u unread, a agent; oldest first
    QTest::addColumn<int>("unread");
    QTest::addColumn<int>("first"); // index; -1 none
    QTest::addColumn<int>("found");
    QTest::newRow("none") << "uu" << 0 << -1 << 0;
    QTest::newRow("one") << "ruu" << 1 << 2 << 1;
    QTest::newRow("two") << "ruu" << 2 << 1 << 2;
    QTest::newRow("agents do not count") << "uaua" << 2 << 0 << 2;
    QTest::newRow("stops at what was read") << "urru" << 3 << 3 << 1;
    QTest::newRow("not all are here") << "uu" << 5 << 0 << 2;
    QTest::newRow("all were read") << "rr" << 2 << -1 << 0;
    QTest::newRow("empty") << "" << 2 << -1 << 0;
}

void TestThreadRows::firstUnreadCountsBack()
{
    QFETCH(QString, thread);
    QFETCH(int, unread);
    QFETCH(int, first);
    QFETCH(int, found);
    QList<Message> messages;
    for (int i = 0; i < int(thread.size()); ++i) {
        const bool isAgent = thread.at(i) == u'a';
        messages << message(QString::number(i), QString(), kNoon,
                            isAgent ? MessageAuthor::Agent : MessageAuthor::Customer,
                            thread.at(i) == u'r' ? DeliveryStatus::Read : DeliveryStatus::Delivered);
    }
    int count = -1;
    const MessageId id = firstUnread(messages, unread, &count);
    QCOMPARE(count, found);
    QCOMPARE(id.value(), first < 0 ? QString() : QString::number(first));
}

void TestThreadRows::markFollowsTheStatus_data()
{
    QTest::addColumn<DeliveryStatus>("status");
    QTest::addColumn<DeliveryMark>("mark");
    QTest::newRow("not said") << DeliveryStatus::Unknown << DeliveryMark::HandedOver;
    QTest::newRow("created") << DeliveryStatus::Created << DeliveryMark::HandedOver;
    QTest::newRow("sent") << DeliveryStatus::Sent << DeliveryMark::Sent;
    QTest::newRow("delivered") << DeliveryStatus::Delivered << DeliveryMark::Delivered;
    QTest::newRow("read") << DeliveryStatus::Read << DeliveryMark::Read;
    QTest::newRow("error") << DeliveryStatus::Error << DeliveryMark::Failed;
}

void TestThreadRows::markFollowsTheStatus()
{
    QFETCH(DeliveryStatus, status);
    QFETCH(DeliveryMark, mark);
    const QList<ThreadRow> rows =
        threadRows(threadOf({customer("1", "a", 0, status), agent("2", "b", 0, status)}), context());
    QCOMPARE(rows.at(1).mark, DeliveryMark::None);
    QCOMPARE(rows.at(2).mark, mark);
}

void TestThreadRows::onTheirWayStandAtTheEnd_data()
{
    QTest::addColumn<Intent::State>("state");
    QTest::addColumn<QString>("mark");
    using State = Intent::State;
    QTest::newRow("queued") << State::Queued << "waiting";
    QTest::newRow("sending") << State::Sending << "waiting";
    QTest::newRow("checking") << State::Checking << "checking";
    QTest::newRow("unknown") << State::Unknown << "unknown";
    QTest::newRow("failed") << State::Failed << "not sent";
}

void TestThreadRows::onTheirWayStandAtTheEnd()
{
    QFETCH(Intent::State, state);
    QFETCH(QString, mark);
    const QList<ThreadRow> rows =
        threadRows(threadOf({agent("1", "a", 0)}, {outgoing("x", "b", 10, state)}), context());
    QCOMPARE(lines(rows).mid(1),
             QStringList({QStringLiteral("[Ben: a (sent)"), QStringLiteral(" Ben: b (%1)]").arg(mark)}));
    QVERIFY(rows.constLast().message.id.isEmpty());
    QCOMPARE(rows.constLast().outgoing.value(), QStringLiteral("x"));
}

void TestThreadRows::retryIsOfferedOnlyForFailed()
{
    ThreadContext c = context();
    const sync::Thread t = threadOf({agent("1", "a", 0), agent("2", "b", 0, DeliveryStatus::Error),
                                     customer("3", "c", 0, DeliveryStatus::Error)});
    QList<ThreadRow> rows = threadRows(t, c);
    QVERIFY(!rows.at(1).canRetry);
    QVERIFY(rows.at(2).canRetry);
    QVERIFY(!rows.at(3).canRetry);
    c.canRetry = [](const Message &) { return false; };
    rows = threadRows(t, c);
    QVERIFY(!rows.at(2).canRetry);
}

void TestThreadRows::reactionNeedsTheCapability()
{
    ThreadContext c = context();
    const sync::Thread t = threadOf({customer("1", "a", 0)}, {outgoing("x", "b", 1)});
    QVERIFY(threadRows(t, c).at(1).canReact);
    QVERIFY(!threadRows(t, c).at(2).canReact); // has no id to react to
    c.canReact = false;
    QVERIFY(!threadRows(t, c).at(1).canReact);
}

void TestThreadRows::quoteNamesItsAuthor()
{
    Message quoting = customer("3", "b", 0);
    quoting.reference = agent("1", "a", 0);
    Message quotingCustomer = agent("4", "c", 0);
    quotingCustomer.reference = customer("2", "a", 0);
    const QList<ThreadRow> rows = threadRows(threadOf({quoting, quotingCustomer}), context());
    QCOMPARE(rows.at(1).quotedAuthor, QStringLiteral("Ben"));
    QCOMPARE(rows.at(2).quotedAuthor, QStringLiteral("Maria"));
}

void TestThreadRows::quoteOfAMessageOnItsWay()
{
    Intent o = outgoing("x", "b", 1);
    o.quoted = MessageId(QStringLiteral("1"));
    const QList<ThreadRow> rows = threadRows(threadOf({customer("1", "a", 0)}, {o}), context());
    QVERIFY(bool(rows.constLast().message.reference));
    QCOMPARE(plainText(*rows.constLast().message.reference), QStringLiteral("a"));
    QCOMPARE(rows.constLast().quotedAuthor, QStringLiteral("Maria"));
}

void TestThreadRows::sameRowsNeedNoStep()
{
    const sync::Thread t = threadOf({customer("1", "a", 0), agent("2", "b", 1)}, {outgoing("x", "c", 2)});
    QCOMPARE(rowSteps(threadRows(t, context()), threadRows(t, context())), QList<RowStep>());
}

void TestThreadRows::appendedMessageIsOneInsertion()
{
    const QList<ThreadRow> before = threadRows(threadOf({customer("1", "a", 0)}), context());
    const QList<ThreadRow> after =
        threadRows(threadOf({customer("1", "a", 0), agent("2", "b", 1), agent("3", "c", 2)}), context());
    QCOMPARE(rowSteps(before, after), QList<RowStep>({{RowStep::Kind::Insert, 2, 3, 0}}));
}

void TestThreadRows::olderPageIsOneInsertion()
{
    sync::Thread t = threadOf({customer("3", "c", 1000), customer("4", "d", 2000)});
    t.hasOlder = true;
    const QList<ThreadRow> before = threadRows(t, context());
    t.messages.prepend(customer("2", "b", 500));
    t.messages.prepend(customer("1", "a", 1));
    const QList<ThreadRow> after = threadRows(t, context());
    QCOMPARE(rowSteps(before, after), QList<RowStep>({{RowStep::Kind::Insert, 2, 3, 0}}));
}

void TestThreadRows::changedMessageIsOneChange()
{
    QList<Message> messages{agent("1", "a", 0), customer("2", "b", 10), agent("3", "c", 20)};
    const QList<ThreadRow> before = threadRows(threadOf(messages), context());
    messages[0].status.value = DeliveryStatus::Read;
    QCOMPARE(rowSteps(before, threadRows(threadOf(messages), context())),
             QList<RowStep>({{RowStep::Kind::Change, 1, 1, 0}}));
}

void TestThreadRows::messageOnItsWayBecomesTheSentOneInPlace()
{
    const QList<ThreadRow> before =
        threadRows(threadOf({customer("1", "a", 0)}, {outgoing("x", "b", 10)}), context());
    sync::Thread t = threadOf({customer("1", "a", 0), agent("2", "b", 11, DeliveryStatus::Created)});
    t.sentAs.insert(MessageId(QStringLiteral("2")), IntentId(QStringLiteral("x")));
    const QList<ThreadRow> after = threadRows(t, context());
    QCOMPARE(rowSteps(before, after), QList<RowStep>({{RowStep::Kind::Change, 2, 2, 0}}));
    QVERIFY(after.constLast().outgoing.isEmpty());
    QCOMPARE(after.constLast().mark, DeliveryMark::HandedOver);

    // With an answer of the customer in between, which continues the customer's group.
    t.messages.insert(1, customer("7", "wait", 10));
    QCOMPARE(rowSteps(before, threadRows(t, context())),
             QList<RowStep>({{RowStep::Kind::Insert, 2, 2, 0},
                             {RowStep::Kind::Change, 1, 1, 0},
                             {RowStep::Kind::Change, 3, 3, 0}}));
}

void TestThreadRows::messageOverAFailedOneIsAMove()
{
    using State = Intent::State;
    const QList<ThreadRow> before =
        threadRows(threadOf({customer("1", "a", 0)},
                            {outgoing("x", "failed", 10, State::Failed), outgoing("y", "b", 20)}),
                   context());
    sync::Thread t =
        threadOf({customer("1", "a", 0), agent("2", "b", 21)}, {outgoing("x", "failed", 10, State::Failed)});
    t.sentAs.insert(MessageId(QStringLiteral("2")), IntentId(QStringLiteral("y")));
    const QList<ThreadRow> after = threadRows(t, context());
    const QList<RowStep> steps = rowSteps(before, after);
    QCOMPARE(std::count_if(steps.cbegin(), steps.cend(),
                           [](const RowStep &s) { return s.kind == RowStep::Kind::Move; }),
             1);
    QVERIFY(std::none_of(steps.cbegin(), steps.cend(), [](const RowStep &s) {
        return s.kind == RowStep::Kind::Insert || s.kind == RowStep::Kind::Remove;
    }));
    QCOMPARE(applied(before, after, steps), after);
}

void TestThreadRows::otherConversationIsRemoveAndInsert()
{
    const QList<ThreadRow> before = threadRows(threadOf({customer("1", "a", -86'400)}), context());
    const QList<ThreadRow> after = threadRows(threadOf({customer("2", "b", 0)}), context());
    QCOMPARE(rowSteps(before, after),
             QList<RowStep>({{RowStep::Kind::Remove, 0, 1, 0}, {RowStep::Kind::Insert, 0, 1, 0}}));
}

void TestThreadRows::randomThreadsMatchARebuild_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestThreadRows::randomThreadsMatchARebuild()
{
    QFETCH(int, seed);
    QRandomGenerator random(seed);
    sync::Thread t = threadOf({});
    ThreadContext c = context();
    QList<ThreadRow> rows;
    int nextId = 1000;
    int oldest = 999;
    int seconds = 0;
    for (int round = 0; round < 120; ++round) {
        const auto pick = [&random](const auto &list) { return int(random.bounded(int(list.size()))); };
        seconds += int(random.bounded(20'000));
        switch (random.bounded(10)) {
        case 0:
            t.messages << message(QString::number(++nextId), QStringLiteral("m"), kNoon.addSecs(seconds),
                                  random.bounded(2) ? MessageAuthor::Customer : MessageAuthor::Agent);
            break;
        case 1:
            t.outgoing << outgoing(qPrintable(QStringLiteral("x%1").arg(++nextId)), "o", seconds);
            break;
        case 2: // one on its way arrives, not always the first
            if (!t.outgoing.isEmpty()) {
                const Intent o = t.outgoing.takeAt(pick(t.outgoing));
                t.messages << message(QString::number(++nextId), o.text, kNoon.addSecs(seconds),
                                      MessageAuthor::Agent);
                t.sentAs.insert(t.messages.constLast().id, o.id);
            }
            break;
        case 3: // put away
            if (!t.outgoing.isEmpty())
                t.outgoing.removeAt(pick(t.outgoing));
            break;
        case 4: // its state moves on
            if (!t.messages.isEmpty())
                t.messages[pick(t.messages)].status.value = DeliveryStatus(random.bounded(6));
            break;
        case 5: // deleted
            if (!t.messages.isEmpty())
                t.messages.removeAt(pick(t.messages));
            break;
        case 6: // an older page
            for (int i = 0; i < 3; ++i, --oldest)
                t.messages.prepend(message(QString::number(oldest), QStringLiteral("old"),
                                           kNoon.addSecs(-3600 * (1000 - oldest))));
            break;
        case 7:
            t.hasOlder = random.bounded(2);
            t.loadingOlder = random.bounded(2);
            break;
        case 8:
            c.note = Note();
            c.note->id = NoteId(QString::number(random.bounded(3)));
            c.note->createdAt = kNoon.addSecs(random.bounded(qMax(1, seconds)));
            break;
        case 9:
            if (!t.messages.isEmpty())
                c.firstUnread = t.messages.at(pick(t.messages)).id;
            break;
        }
        const QList<ThreadRow> after = threadRows(t, c);
        const QList<RowStep> steps = rowSteps(rows, after);
        rows = applied(rows, after, steps);
        QCOMPARE(lines(rows), lines(after));
        QVERIFY(rows == after);
        QCOMPARE(rowSteps(rows, after), QList<RowStep>());
    }
}

void TestThreadRows::threeThousandMessagesAreQuick()
{
    QList<Message> messages;
    for (int i = 0; i < 3'000; ++i)
        messages << (i % 3 ? customer(qPrintable(QString::number(i)), "Hello there", i * 600)
                           : agent(qPrintable(QString::number(i)), "Good morning", i * 600));
    sync::Thread t = threadOf(messages);
    const QList<ThreadRow> before = threadRows(t, context());
    t.messages << customer("3000", "And now?", 3'000 * 600);
    QElapsedTimer timer;
    timer.start();
    const QList<ThreadRow> after = threadRows(t, context());
    const QList<RowStep> steps = rowSteps(before, after);
    const double took = double(timer.nsecsElapsed()) / 1e6;
    QCOMPARE(kinds(steps), QList<RowStep::Kind>({RowStep::Kind::Insert}));
    QVERIFY2(took < 200, qPrintable(QStringLiteral("%1 ms").arg(took)));
    qInfo("one message more among 3,000: %.2f ms", took);
}

QTEST_GUILESS_MAIN(TestThreadRows)
#include "tst_threadrows.moc"
