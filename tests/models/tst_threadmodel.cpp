// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/threadmodel.h"

#include "models/heartbeat.h"
#include "tests/support/inboxfixture.h"
#include "tests/support/rowshadow.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;

namespace {

const ConversationId kOne(QStringLiteral("1"));

// One conversation with a few messages; nothing is open yet.
struct Desk : InboxFixture {
    Desk()
        : heartbeat(clock)
        , model(inbox, heartbeat)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
        , backend(add())
        , shadow(model, [this](int row) -> QString {
            return plainText(model.row(row).message) + QString::number(model.row(row).revision);
        })
    {
        backend.conversationList = {conversation(QStringLiteral("1"), 5),
                                    conversation(QStringLiteral("2"), 6)};
        for (int i = 1; i <= 4; ++i)
            customerWrites(i, DeliveryStatus::Read);
    }

    // Message `id`, sent `id` minutes after noon.
    void customerWrites(int id, DeliveryStatus status = DeliveryStatus::Delivered)
    {
        backend.messagesOf[kOne] << message(QString::number(id), QStringLiteral("text %1").arg(id),
                                            kNoon.addSecs(60 * id), MessageAuthor::Customer, status);
    }
    // As the window does it.
    void open(const QString &id = QStringLiteral("1"))
    {
        model.setConversation(key(id));
        inbox.setOpenConversation(key(id));
        settle();
        shadow.steps = shadow.changes = shadow.resets = 0;
    }
    QStringList texts() const
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row) {
            const ThreadRow &r = model.row(row);
            switch (r.kind) {
            case ThreadRow::Kind::Day:
                result << QStringLiteral("day");
                break;
            case ThreadRow::Kind::NewMessages:
                result << QStringLiteral("%1 new").arg(r.newCount);
                break;
            case ThreadRow::Kind::Older:
                result << QStringLiteral("older");
                break;
            case ThreadRow::Kind::Note:
                result << QStringLiteral("note");
                break;
            default:
                result << plainText(r.message);
            }
        }
        return result;
    }
    QString last() const { return texts().value(model.rowCount() - 1); }

    Heartbeat heartbeat;
    ThreadModel model;
    QAbstractItemModelTester tester;
    ScriptedBackend &backend;
    RowShadow shadow;
};

} // namespace

#define COMPARE_SHADOW(desk) QCOMPARE((desk).shadow.rows, (desk).shadow.present())

class TestThreadModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nothingIsShownForNoConversation();
    void firstPageIsOneInsertion();
    void openingAnotherResets();
    void unchangedAnswerChangesNothing();
    void refreshingEndsThoughNothingIsNew();
    void newMessageIsOneInsertion();
    void arrivalsAreToldApart();
    void ownMessageArrivesInPlace();
    void failedSendStays();
    void whatCannotLeaveYetSaysWhyItWaits();
    void deliveryProgressIsOneChange();
    void newLineStaysWhenRead();
    void newLineWaitsForWhatIsNotReadYet();
    void newLineCountsWhatIsFurtherUp();
    void noNewLineWhenAllWasRead();
    void messagesArrivingWhileOpenMakeNoLine();
    void olderPageComesAtTheTop();
    void noteOfTheConversationIsShown();
    void retryFollowsTheReplyState();
    void colleagueIsNamedOnceKnown();
    void newDayTouchesDayLinesOnly();
    void rowOfFindsMessages();
    void errorIsTold();
    void removedAccountLeavesNothing();
    void rolesGiveRowAndId();
};

void TestThreadModel::nothingIsShownForNoConversation()
{
    Desk desk;
    desk.start();
    QCOMPARE(desk.model.rowCount(), 0);
    desk.open();
    QVERIFY(desk.model.rowCount() > 0);
    desk.model.setConversation({});
    QCOMPARE(desk.model.rowCount(), 0);
    QVERIFY(!desk.model.isLoaded());
}

void TestThreadModel::firstPageIsOneInsertion()
{
    Desk desk;
    desk.start();
    QSignalSpy inserted(&desk.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy arrived(&desk.model, &ThreadModel::messagesArrived);
    QSignalSpy state(&desk.model, &ThreadModel::stateChanged);
    desk.open();
    QCOMPARE(desk.texts(),
             QStringList({QStringLiteral("day"), QStringLiteral("text 1"), QStringLiteral("text 2"),
                          QStringLiteral("text 3"), QStringLiteral("text 4")}));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(arrived.size(), 0); // nothing arrived: it was there
    QVERIFY(desk.model.isLoaded());
    QVERIFY(state.size() >= 1);
    COMPARE_SHADOW(desk);
}

void TestThreadModel::openingAnotherResets()
{
    Desk desk;
    desk.start();
    desk.open();
    QSignalSpy reset(&desk.model, &QAbstractItemModel::modelReset);
    QSignalSpy conversation(&desk.model, &ThreadModel::conversationChanged);
    desk.model.setConversation(Desk::key(QStringLiteral("2")));
    desk.model.setConversation(Desk::key(QStringLiteral("2")));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(conversation.size(), 1);
    QCOMPARE(desk.model.rowCount(), 0);
    desk.model.setConversation(Desk::key(QStringLiteral("1")));
    QCOMPARE(desk.model.rowCount(), 5); // known from before: there at once
}

void TestThreadModel::unchangedAnswerChangesNothing()
{
    Desk desk;
    desk.start();
    desk.open();
    desk.poll();
    QCOMPARE(desk.shadow.steps, 0);
    QCOMPARE(desk.shadow.changes, 0);
}

void TestThreadModel::refreshingEndsThoughNothingIsNew()
{
    Desk desk;
    desk.start();
    desk.open();
    const QList<Message> known = desk.session().thread(kOne)->messages;
    desk.backend.holdThreads = true;
    desk.inbox.refreshAll();
    desk.model.setConversation({});
    desk.model.setConversation(Desk::key(QStringLiteral("1")));
    QVERIFY(desk.model.isRefreshing());
    backends::Page<Message> same;
    same.items = QList<Message>(known.crbegin(), known.crend());
    desk.backend.threads.answer(same);
    settle();
    QVERIFY(!desk.model.isRefreshing());
}

void TestThreadModel::newMessageIsOneInsertion()
{
    Desk desk;
    desk.start();
    desk.open();
    desk.customerWrites(20);
    desk.poll();
    QCOMPARE(desk.last(), QStringLiteral("text 20"));
    QCOMPARE(desk.shadow.steps, 1);
    QCOMPARE(desk.shadow.changes, 0); // too late for the group before
    COMPARE_SHADOW(desk);
}

void TestThreadModel::arrivalsAreToldApart()
{
    Desk desk;
    desk.start();
    desk.open();
    QSignalSpy arrived(&desk.model, &ThreadModel::messagesArrived);
    desk.customerWrites(20);
    desk.customerWrites(21);
    desk.backend.messagesOf[kOne] << message(QStringLiteral("22"), QStringLiteral("from Ben"),
                                             kNoon.addSecs(60 * 22), MessageAuthor::Agent);
    desk.poll();
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(arrived.at(0).at(0).toInt(), 3);
    QCOMPARE(arrived.at(0).at(1).toInt(), 2);
}

void TestThreadModel::ownMessageArrivesInPlace()
{
    Desk desk;
    desk.start();
    desk.open();
    QSignalSpy arrived(&desk.model, &ThreadModel::messagesArrived);
    desk.clock.advanceSeconds(3600);
    desk.session().sendText(kOne, QStringLiteral("Hello"));
    QCOMPARE(desk.last(), QStringLiteral("Hello"));
    const int row = desk.model.rowCount() - 1;
    QCOMPARE(desk.model.row(row).mark, DeliveryMark::Waiting);
    QCOMPARE(desk.shadow.steps, 1);
    QCOMPARE(arrived.size(), 1);

    const Message sent = message(QStringLiteral("50"), QStringLiteral("Hello"), kNoon.addSecs(3601),
                                 MessageAuthor::Agent, DeliveryStatus::Created);
    settle(); // after an hour the thread is read once more before the message goes out
    desk.backend.messagesOf[kOne] << sent;
    desk.backend.sends.answer(sent);
    settle();
    QCOMPARE(desk.model.rowCount(), row + 1);
    QCOMPARE(desk.model.row(row).message.id, sent.id);
    QCOMPARE(desk.model.row(row).mark, DeliveryMark::HandedOver);
    QVERIFY(desk.model.row(row).outgoing.isEmpty());
    QCOMPARE(desk.shadow.steps, 1); // the same row
    QCOMPARE(arrived.size(), 1); // it was there already
    COMPARE_SHADOW(desk);
}

void TestThreadModel::failedSendStays()
{
    Desk desk;
    desk.start();
    desk.open();
    desk.session().sendText(kOne, QStringLiteral("Hello"));
    desk.backend.sends.fail(ErrorKind::Rejected, Outcome::Refused);
    settle();
    const ThreadRow &row = desk.model.row(desk.model.rowCount() - 1);
    QCOMPARE(row.mark, DeliveryMark::NotSent);
    QVERIFY(row.outgoingError.has_value());
    QCOMPARE(row.outgoingError->kind, ErrorKind::Rejected);
}

void TestThreadModel::whatCannotLeaveYetSaysWhyItWaits()
{
    Desk desk;
    desk.start();
    desk.open();
    desk.session().sendText(kOne, QStringLiteral("Hello"));
    desk.backend.sends.fail(ErrorKind::ConnectionRefused, Outcome::NotSent);
    settle();
    const ThreadRow &row = desk.model.row(desk.model.rowCount() - 1);
    QCOMPARE(row.mark, DeliveryMark::Waiting);
    QVERIFY(row.outgoingError.has_value());
    QCOMPARE(row.outgoingError->kind, ErrorKind::ConnectionRefused);
}

void TestThreadModel::deliveryProgressIsOneChange()
{
    Desk desk;
    desk.backend.messagesOf[kOne] << message(QStringLiteral("20"), QStringLiteral("ours"),
                                             kNoon.addSecs(60 * 20), MessageAuthor::Agent);
    desk.customerWrites(40, DeliveryStatus::Read);
    desk.start();
    desk.open();
    QSignalSpy changed(&desk.model, &QAbstractItemModel::dataChanged);
    desk.backend.messagesOf[kOne][4].status.value = DeliveryStatus::Read;
    desk.poll();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 5);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 5);
    QVERIFY(!changed.at(0).at(2).value<QList<int>>().isEmpty());
    QCOMPARE(desk.model.row(5).mark, DeliveryMark::Read);
    QCOMPARE(desk.shadow.steps, 0);
}

void TestThreadModel::newLineStaysWhenRead()
{
    Desk desk;
    desk.customerWrites(20);
    desk.customerWrites(21);
    desk.backend.at(QStringLiteral("1")).unreadCount = 2;
    desk.start();
    desk.open();
    QCOMPARE(desk.texts().mid(5),
             QStringList({QStringLiteral("2 new"), QStringLiteral("text 20"), QStringLiteral("text 21")}));
    QCOMPARE(desk.model.firstUnreadRow(), 5);
    // Read now: the line shows where reading had stopped, so it stays.
    desk.backend.at(QStringLiteral("1")).unreadCount = 0;
    for (Message &m : desk.backend.messagesOf[kOne])
        m.status.value = DeliveryStatus::Read;
    desk.clock.advanceSeconds(1);
    desk.poll();
    QCOMPARE(desk.model.firstUnreadRow(), 5);
    QCOMPARE(desk.model.row(5).newCount, 2);
}

void TestThreadModel::newLineWaitsForWhatIsNotReadYet()
{
    Desk desk;
    desk.start();
    desk.open(); // what is known of the thread grows old while another is open
    desk.open(QStringLiteral("2"));
    desk.customerWrites(20);
    desk.customerWrites(21);
    desk.backend.at(QStringLiteral("1")).unreadCount = 2;
    desk.inbox.refreshAll();
    settle();
    desk.clock.advanceSeconds(60);
    desk.model.setConversation(Desk::key(QStringLiteral("1")));
    QCOMPARE(desk.model.firstUnreadRow(), -1);
    QSignalSpy found(&desk.model, &ThreadModel::newLineFound);
    desk.clock.advanceSeconds(1);
    desk.inbox.setOpenConversation(Desk::key(QStringLiteral("1")));
    QTRY_COMPARE(found.size(), 1); // the third opening at once: it is read after a short rest
    QCOMPARE(desk.texts().mid(5),
             QStringList({QStringLiteral("2 new"), QStringLiteral("text 20"), QStringLiteral("text 21")}));
}

void TestThreadModel::newLineCountsWhatIsFurtherUp()
{
    Desk desk;
    for (int i = 20; i < 26; ++i)
        desk.customerWrites(i);
    desk.backend.at(QStringLiteral("1")).unreadCount = 6;
    desk.backend.messagesPerPage = 4;
    desk.start();
    desk.open();
    QCOMPARE(desk.texts().first(4),
             QStringList({QStringLiteral("older"), QStringLiteral("day"), QStringLiteral("6 new"),
                          QStringLiteral("text 22")}));
    desk.model.loadOlder();
    settle();
    QCOMPARE(desk.texts().mid(2, 4),
             QStringList({QStringLiteral("text 3"), QStringLiteral("text 4"), QStringLiteral("6 new"),
                          QStringLiteral("text 20")}));
    COMPARE_SHADOW(desk);
}

void TestThreadModel::noNewLineWhenAllWasRead()
{
    Desk desk;
    desk.start();
    desk.open();
    QCOMPARE(desk.model.firstUnreadRow(), -1);
}

void TestThreadModel::messagesArrivingWhileOpenMakeNoLine()
{
    Desk desk;
    desk.start();
    desk.open();
    desk.customerWrites(20);
    desk.backend.at(QStringLiteral("1")).unreadCount = 1;
    desk.clock.advanceSeconds(10);
    desk.poll();
    QCOMPARE(desk.last(), QStringLiteral("text 20"));
    QCOMPARE(desk.model.firstUnreadRow(), -1);
}

void TestThreadModel::olderPageComesAtTheTop()
{
    Desk desk;
    for (int i = 20; i < 30; ++i)
        desk.customerWrites(i, DeliveryStatus::Read);
    desk.backend.messagesPerPage = 8;
    desk.start();
    desk.open();
    QVERIFY(desk.model.hasOlder());
    QSignalSpy arrived(&desk.model, &ThreadModel::messagesArrived);
    desk.model.loadOlder();
    QVERIFY(desk.model.row(0).loading);
    desk.model.loadOlder(); // asked once
    settle();
    QVERIFY(!desk.model.hasOlder());
    QCOMPARE(desk.model.rowCount(), 15);
    QCOMPARE(desk.texts().at(1), QStringLiteral("text 1"));
    QCOMPARE(arrived.size(), 0);
    COMPARE_SHADOW(desk);
}

void TestThreadModel::noteOfTheConversationIsShown()
{
    Desk desk;
    desk.start();
    desk.open();
    Note note;
    note.id = NoteId(QStringLiteral("1"));
    note.text = QStringLiteral("Call back");
    note.createdAt = kNoon.addSecs(90);
    desk.backend.at(QStringLiteral("1")).latestNote = note;
    desk.poll();
    QCOMPARE(desk.texts().at(2), QStringLiteral("note"));
    QCOMPARE(desk.shadow.steps, 1);
    COMPARE_SHADOW(desk);
}

void TestThreadModel::retryFollowsTheReplyState()
{
    Desk desk;
    desk.backend.messagesOf[kOne] << message(QStringLiteral("20"), QStringLiteral("ours"),
                                             kNoon.addSecs(60 * 20), MessageAuthor::Agent,
                                             DeliveryStatus::Error);
    desk.start();
    desk.open();
    QCOMPARE(desk.model.row(5).mark, DeliveryMark::Failed);
    QVERIFY(desk.model.row(5).canRetry);
    desk.backend.at(QStringLiteral("1")).replyPossible = false;
    desk.poll();
    QVERIFY(!desk.model.row(5).canRetry);
    desk.backend.at(QStringLiteral("1")).replyPossible = true;
    desk.poll();
    QVERIFY(desk.model.row(5).canRetry);
    desk.session().retry(kOne, MessageId(QStringLiteral("20")));
    QVERIFY(!desk.model.row(5).canRetry);
}

void TestThreadModel::colleagueIsNamedOnceKnown()
{
    Desk desk;
    desk.backend.messagesOf[kOne] << message(QStringLiteral("20"), QStringLiteral("ours"),
                                             kNoon.addSecs(60 * 20), MessageAuthor::Agent);
    desk.start();
    desk.open();
    QCOMPARE(desk.model.row(5).authorName, QString());
    desk.backend.at(QStringLiteral("2")).assignee = ben();
    desk.poll();
    QCOMPARE(desk.model.row(5).authorName, QStringLiteral("Ben"));
    QCOMPARE(desk.shadow.changes, 1);
}

void TestThreadModel::newDayTouchesDayLinesOnly()
{
    Desk desk;
    desk.start();
    desk.open();
    QSignalSpy changed(&desk.model, &QAbstractItemModel::dataChanged);
    desk.clock.set(kNoon.addDays(1));
    desk.heartbeat.beatNow();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 0);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 0);
}

void TestThreadModel::rowOfFindsMessages()
{
    Desk desk;
    desk.start();
    desk.open();
    QCOMPARE(desk.model.rowOf(MessageId(QStringLiteral("3"))), 3);
    QCOMPARE(desk.model.rowOf(MessageId(QStringLiteral("99"))), -1);
    QCOMPARE(desk.model.rowOf(MessageId()), -1);
    desk.customerWrites(20);
    desk.poll();
    QCOMPARE(desk.model.rowOf(MessageId(QStringLiteral("20"))), 5);
}

void TestThreadModel::errorIsTold()
{
    Desk desk;
    desk.start();
    Error error;
    error.kind = ErrorKind::ServerError;
    desk.backend.readError = error;
    desk.open();
    QVERIFY(!desk.model.isLoaded());
    QVERIFY(desk.model.error().has_value());
    QCOMPARE(desk.model.error()->kind, ErrorKind::ServerError);
    desk.backend.readError.reset();
    desk.poll();
    QVERIFY(desk.model.isLoaded());
    QVERIFY(!desk.model.error().has_value());
}

void TestThreadModel::removedAccountLeavesNothing()
{
    Desk desk;
    desk.start();
    desk.open();
    desk.inbox.removeAccount(AccountId(QStringLiteral("demo")));
    QCOMPARE(desk.model.rowCount(), 0);
}

void TestThreadModel::rolesGiveRowAndId()
{
    Desk desk;
    desk.start();
    desk.open();
    const QModelIndex second = desk.model.index(2);
    QCOMPARE(second.data(ThreadModel::MessageIdRole).value<MessageId>().value(), QStringLiteral("2"));
    QCOMPARE(plainText(second.data(ThreadModel::RowRole).value<ThreadRow>().message),
             QStringLiteral("text 2"));
    QVERIFY(!second.data().isValid()); // the words are the window's
}

QTEST_GUILESS_MAIN(TestThreadModel)
#include "tst_threadmodel.moc"
