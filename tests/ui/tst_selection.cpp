// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/windowbench.h"

#include "services/sync/colleagues.h"
#include "ui/list/conversationlistview.h"

#include <QApplication>
#include <QToolButton>

#include <algorithm>

using namespace inbox;
using namespace inbox::ui;
using namespace inbox::domain;
using models::View;
using tests::WindowBench;

// Several conversations selected with the keys, and changed by one command, over the demo server.
class TestSelection : public QObject {
    Q_OBJECT

    static bool begin(WindowBench &bench)
    {
        bench.list.setView(View::Unassigned);
        return bench.openFirst() && bench.list.rowCount() >= 4;
    }
    // The first so many conversations of the list, from the open one on.
    static QList<ConversationKey> select(WindowBench &bench, int count)
    {
        bench.press(Qt::Key_X);
        for (int i = 1; i < count; ++i)
            bench.press(Qt::Key_J, Qt::ShiftModifier);
        return bench.list.checked();
    }
    static bool settled(WindowBench &bench, const QList<ConversationKey> &keys)
    {
        return QTest::qWaitFor(
            [&] {
                return std::all_of(keys.cbegin(), keys.cend(), [&bench](const ConversationKey &key) {
                    return bench.inbox.session(key.account)->pendingChange(key.id).isEmpty();
                });
            },
            10'000);
    }
    static bool isSaid(const WindowBench &bench, const QString &words)
    {
        const QStringList all = bench.window.noticeTexts();
        return std::any_of(all.cbegin(), all.cend(),
                           [&words](const QString &text) { return text.contains(words); });
    }

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void theKeysSelectAndEscapeEndsIt()
    {
        WindowBench bench;
        QVERIFY(begin(bench));
        QCOMPARE(select(bench, 3).size(), 3);
        QCOMPARE(bench.current.key(), bench.list.row(2).key);
        bench.picture(QStringLiteral("selection"));
        bench.press(Qt::Key_X);
        QCOMPARE(bench.list.checkedCount(), 2);
        bench.press(Qt::Key_Escape);
        QCOMPARE(bench.list.checkedCount(), 0);
        bench.press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(bench.list.checkedCount(), bench.list.length());
        bench.press(Qt::Key_Escape);
        bench.press(Qt::Key_K, Qt::ShiftModifier);
        QCOMPARE(bench.list.checked(),
                 (QList<ConversationKey>{bench.list.row(1).key, bench.list.row(2).key}));
    }

    void theBarActsAtOnceAndThePaletteOnAll()
    {
        WindowBench bench;
        QVERIFY(begin(bench));
        select(bench, 1);
        auto *bar = bench.window.findChild<QWidget *>(QStringLiteral("selectionBar"));
        QVERIFY(bar && bar->isVisible());
        const QList<QToolButton *> buttons = bar->findChildren<QToolButton *>();
        QTRY_VERIFY(buttons.constLast()->isEnabled()); // "Select none"
        QTest::mouseClick(buttons.constLast(), Qt::LeftButton);
        QCOMPARE(bench.list.checkedCount(), 0);
        const QList<ConversationKey> keys = select(bench, 3);
        bench.press(Qt::Key_K, Qt::ControlModifier);
        bench.type(QStringLiteral("aylin"));
        bench.press(Qt::Key_Return);
        QVERIFY(settled(bench, keys));
        for (const ConversationKey &key : keys)
            QCOMPARE(bench.inbox.conversation(key)->assignee->name, QStringLiteral("Aylin"));
        QCOMPARE(bench.list.checkedCount(), 0);
    }

    void theMouseSelectsToo()
    {
        WindowBench bench;
        QVERIFY(begin(bench));
        auto *view = bench.window.findChild<ConversationListView *>();
        const auto click = [view](int row, Qt::KeyboardModifiers with) {
            QTest::mouseClick(view->viewport(), Qt::LeftButton, with,
                              view->visualRect(view->model()->index(row, 0)).center());
        };
        const ConversationKey opened = bench.current.key();
        click(2, Qt::ControlModifier);
        QCOMPARE(bench.list.checked(), QList<ConversationKey>{bench.list.row(2).key});
        click(2, Qt::ControlModifier);
        QCOMPARE(bench.list.checkedCount(), 0);
        click(3, Qt::ShiftModifier);
        QCOMPARE(bench.list.checkedCount(), 4);
        QCOMPARE(bench.current.key(), opened);
    }

    void doneAndUndoneTogether()
    {
        WindowBench bench;
        QVERIFY(begin(bench));
        const QList<ConversationKey> keys = select(bench, 3);
        bench.press(Qt::Key_E);
        for (const ConversationKey &key : keys)
            QCOMPARE(bench.list.rowOf(key), -1); // at once
        QCOMPARE(bench.list.checkedCount(), 0);
        QVERIFY(isSaid(bench, QStringLiteral("3 conversations changed")));
        bench.picture(QStringLiteral("selection-done"));
        QVERIFY(settled(bench, keys));
        for (const ConversationKey &key : keys)
            QVERIFY(bench.atServer(key).status == ConversationStatus::Done);
        bench.press(Qt::Key_Z);
        QVERIFY(isSaid(bench, QStringLiteral("3 conversations are as they were")));
        QVERIFY(settled(bench, keys));
        for (const ConversationKey &key : keys) {
            QVERIFY(bench.atServer(key).status != ConversationStatus::Done);
            QVERIFY(bench.list.rowOf(key) >= 0);
        }
    }

    void assignedTogetherThroughThePopup()
    {
        WindowBench bench;
        QVERIFY(begin(bench));
        const QList<ConversationKey> keys = select(bench, 2);
        bench.press(Qt::Key_A);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QTest::keyClicks(popup->focusWidget(), QStringLiteral("ben"));
        QTest::keyClick(popup->focusWidget(), Qt::Key_Return);
        QCOMPARE(bench.list.checkedCount(), 0);
        QVERIFY(settled(bench, keys));
        for (const ConversationKey &key : keys)
            QCOMPARE(bench.atServer(key).assignee->id.value(), QStringLiteral("11"));
    }

    void taggedAndMarkedTogether()
    {
        WindowBench bench(WindowBench::Account::Captain);
        bench.list.setView(View::All);
        QVERIFY(bench.openFirst());
        const sync::AccountSession *session = bench.inbox.sessions().constFirst();
        QTRY_VERIFY_WITH_TIMEOUT(!session->colleagues().tags().isEmpty(), 10'000);
        const QList<ConversationKey> keys = select(bench, 3);
        bench.press(Qt::Key_L);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        const TagId tag = session->colleagues().tags().constFirst().id;
        QTest::keyClicks(popup->focusWidget(), session->colleagues().tags().constFirst().name);
        QTest::keyClick(popup->focusWidget(), Qt::Key_Return);
        popup->close();
        QCOMPARE(bench.list.checkedCount(), 3); // another tag may follow
        QVERIFY(settled(bench, keys));
        for (const ConversationKey &key : keys)
            QVERIFY(bench.atServer(key).tags.contains(tag));
        bench.window.activateWindow();
        bench.window.findChild<ConversationListView *>()->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        for (const bool someUnread : {std::any_of(keys.cbegin(), keys.cend(),
                                                  [&bench](const ConversationKey &key) {
                                                      return bench.inbox.conversation(key)->unreadCount > 0;
                                                  }),
                                      false}) {
            if (bench.list.checkedCount() == 0) {
                for (const ConversationKey &key : keys)
                    bench.list.setChecked(key, true);
            }
            bench.press(Qt::Key_U);
            QVERIFY(settled(bench, keys));
            for (const ConversationKey &key : keys)
                QCOMPARE(bench.atServer(key).unreadCount == 0, someUnread);
        }
    }

    void refusalsAreToldInOneSentence()
    {
        WindowBench bench;
        QVERIFY(begin(bench));
        bench.spoil(QStringLiteral("PATCH .*"), QStringLiteral("403"));
        const QList<ConversationKey> keys = select(bench, 3);
        bench.press(Qt::Key_E);
        QVERIFY(settled(bench, keys));
        QTRY_VERIFY(isSaid(bench, QStringLiteral("3 of the selected conversations could not be changed")));
        QCOMPARE(bench.window.noticeTexts().filter(QStringLiteral("could not be")).size(), 1);
        for (const ConversationKey &key : keys)
            QVERIFY(bench.list.rowOf(key) >= 0); // back again
    }
};

QTEST_MAIN(TestSelection)
#include "tst_selection.moc"
