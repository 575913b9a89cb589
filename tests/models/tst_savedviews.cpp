// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/conversationlistmodel.h"
#include "models/listrules.h"

#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;

namespace {

const TagId urgent(QStringLiteral("urgent"));
const TagId vip(QStringLiteral("vip"));
const UserId me(QStringLiteral("me"));

QDateTime hour(int h)
{
    return QDateTime(QDate(2026, 11, 20), QTime(h, 0), Qt::UTC);
}

} // namespace

// Which conversations stand in a view that colleagues have saved, and in which order.
class TestSavedViews : public QObject {
    Q_OBJECT

    Conversation m_conversation;

private Q_SLOTS:
    void init()
    {
        m_conversation = Conversation();
        m_conversation.tags = {vip};
        m_conversation.createdAt = hour(8);
        m_conversation.status = {ConversationStatus::ToDo, {}};
        m_conversation.latestMessage = Message();
        m_conversation.latestMessage->sentAt = hour(12);
    }

    void aViewOfEverythingHasEverything()
    {
        QVERIFY(belongs(m_conversation, me, SavedView()));
        m_conversation.archived = true;
        QVERIFY(!belongs(m_conversation, me, SavedView()));
    }

    void oneOfItsTagsIsEnough()
    {
        SavedView view;
        view.tags = {urgent};
        QVERIFY(!belongs(m_conversation, me, view));
        view.tags = {urgent, vip};
        QVERIFY(belongs(m_conversation, me, view));
    }

    void unreadAndMine()
    {
        SavedView view;
        view.unreadOnly = true;
        QVERIFY(!belongs(m_conversation, me, view));
        m_conversation.unreadCount = 1;
        QVERIFY(belongs(m_conversation, me, view));
        view.mineOnly = true;
        QVERIFY(!belongs(m_conversation, me, view));
        m_conversation.assignee = User();
        m_conversation.assignee->id = me;
        QVERIFY(belongs(m_conversation, me, view));
    }

    void states_data()
    {
        QTest::addColumn<ConversationStatus>("status");
        QTest::addColumn<bool>("open");
        QTest::addColumn<bool>("inProgress");
        QTest::addColumn<bool>("closed");
        QTest::newRow("to do") << ConversationStatus::ToDo << true << false << false;
        QTest::newRow("bot") << ConversationStatus::Bot << true << false << false;
        QTest::newRow("in progress") << ConversationStatus::InProgress << false << true << false;
        QTest::newRow("done") << ConversationStatus::Done << false << false << true;
        QTest::newRow("nameless") << ConversationStatus::Unknown << false << false << false;
    }
    void states()
    {
        QFETCH(const ConversationStatus, status);
        QFETCH(const bool, open);
        QFETCH(const bool, inProgress);
        QFETCH(const bool, closed);
        m_conversation.status = {status, {}};
        SavedView view;
        QVERIFY(belongs(m_conversation, me, view));
        view.open = view.inProgress = view.closed = false;
        QVERIFY(!belongs(m_conversation, me, view));
        for (bool SavedView::*only : {&SavedView::open, &SavedView::inProgress, &SavedView::closed}) {
            SavedView one = view;
            one.*only = true;
            const bool wanted = only == &SavedView::open ? open
                : only == &SavedView::closed             ? closed
                                                         : inProgress;
            QCOMPARE(belongs(m_conversation, me, one), wanted);
        }
    }

    void orderIsTheVendors()
    {
        Conversation other = m_conversation; // begun later, quiet for longer
        other.latestMessage->sentAt = hour(11);
        other.createdAt = hour(9);
        SavedView view;
        const auto isFirst = [&] { return rankIn(m_conversation, view) < rankIn(other, view); };
        view.sorting = QStringLiteral("updated");
        QVERIFY(isFirst());
        view.newestFirst = false;
        QVERIFY(!isFirst());
        view.sorting = QStringLiteral("created");
        QVERIFY(isFirst());
        view.newestFirst = true;
        QVERIFY(!isFirst());
        m_conversation.createdAt.reset(); // what has no time comes last
        QVERIFY(!isFirst());
        view.newestFirst = false;
        QVERIFY(!isFirst());
    }
};

QTEST_GUILESS_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
