// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/windowbench.h"

#include "ui/dialogs/emojipicker.h"
#include "ui/dialogs/reactionpopup.h"
#include "ui/thread/messagedelegate.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QPlainTextEdit>

using namespace inbox;
using namespace inbox::ui;
using tests::WindowBench;

namespace {

template <typename Popup> Popup *opened(WindowBench &bench)
{
    const auto all = bench.window.findChildren<Popup *>();
    for (Popup *popup : all) {
        if (popup->isVisible())
            return popup;
    }
    return nullptr;
}

// A popup takes the keys of its window.
void press(QWidget *popup, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(popup->focusWidget() ? popup->focusWidget() : popup, key, modifiers);
}

QPlainTextEdit *field(WindowBench &bench)
{
    return bench.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"));
}

// Opens a conversation with many pages of messages.
bool openLongOne(WindowBench &bench)
{
    if (!bench.waitForList())
        return false;
    bench.press(Qt::Key_G);
    bench.press(Qt::Key_A);
    bench.press(Qt::Key_Slash);
    bench.type(QStringLiteral("morgenrot"));
    bench.press(Qt::Key_Return);
    return bench.waitForThread();
}

bool selectByKey(WindowBench &bench, const std::function<bool(const models::ThreadRow &)> &wanted)
{
    auto *view = bench.window.findChild<ThreadView *>();
    for (int i = 0; i < bench.thread.rowCount(); ++i) {
        bench.press(Qt::Key_P);
        if (view->selected() && wanted(*view->selected()))
            return true;
    }
    return false;
}

} // namespace

// What somebody does while answering, by key and on the whole window, over the demo server.
class TestAnswering : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)"))); }

    void emojiGoesIntoTheReplyByKey()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_E, Qt::ControlModifier);
        auto *picker = opened<EmojiPicker>(bench);
        QVERIFY(picker);
        QTest::keyClicks(picker->focusWidget(), QStringLiteral("party popper"));
        press(picker, Qt::Key_Return);
        QCOMPARE(field(bench)->toPlainText(), QStringLiteral("🎉"));
        QVERIFY(field(bench)->hasFocus());
        bench.type(QStringLiteral("ok"));
        QCOMPARE(bench.drafts.draft(bench.current.key()).text, QStringLiteral("🎉ok"));
        QCOMPARE(bench.workspace.preferences.values().recentEmoji, QStringList{QStringLiteral("🎉")});
    }

    void formattingKeysWrapTheSelection()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_R);
        bench.type(QStringLiteral("now"));
        bench.press(Qt::Key_A, Qt::ControlModifier);
        bench.press(Qt::Key_B, Qt::ControlModifier);
        bench.press(Qt::Key_I, Qt::ControlModifier);
        bench.press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(field(bench)->toPlainText(), QStringLiteral("*_~now~_*"));
        bench.press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(field(bench)->toPlainText(), QStringLiteral("*_now_*"));
    }

    void enterSendsOnceThePersonHasChosenThat()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.workspace.preferences.change(
            [](models::PreferenceValues &values) { values.sendKey = models::SendKey::Enter; });
        QVERIFY(bench.window.commands().keysText(Command::Send).startsWith(QStringLiteral("Enter")));
        bench.press(Qt::Key_R);
        bench.type(QStringLiteral("first"));
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.lastWords(), QStringLiteral("first"));
        bench.type(QStringLiteral("second"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.lastWords(), QStringLiteral("second"));
        bench.workspace.preferences.change(
            [](models::PreferenceValues &values) { values.sendKey = models::SendKey::CtrlEnter; });
        QCOMPARE(bench.window.commands().keysText(Command::Send), QStringLiteral("Ctrl+Enter"));
        bench.type(QStringLiteral("a"));
        bench.press(Qt::Key_Return);
        QCOMPARE(field(bench)->toPlainText(), QStringLiteral("a\n"));
    }

    void reactionShowsAtOnceAndCanBeTakenBack()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        auto *view = bench.window.findChild<ThreadView *>();
        QVERIFY(selectByKey(bench, [](const models::ThreadRow &row) {
            return row.canReact && !row.fromUs && row.message.agentReaction.isEmpty();
        }));
        bench.press(Qt::Key_Colon, Qt::ShiftModifier);
        auto *popup = opened<ReactionPopup>(bench);
        QVERIFY(popup);
        press(popup, Qt::Key_Right);
        press(popup, Qt::Key_Return);
        QCOMPARE(view->selected()->message.agentReaction, QStringLiteral("❤️"));
        QVERIFY(view->selected()->reactionPending);
        QTRY_VERIFY(!view->selected()->reactionPending);
        QCOMPARE(view->selected()->message.agentReaction, QStringLiteral("❤️"));

        bench.press(Qt::Key_Colon, Qt::ShiftModifier);
        popup = opened<ReactionPopup>(bench);
        QVERIFY(popup);
        press(popup, Qt::Key_Right);
        press(popup, Qt::Key_Return); // the same once more
        QVERIFY(view->selected()->message.agentReaction.isEmpty());
        QTRY_VERIFY(!view->selected()->reactionPending);
        QVERIFY(view->selected()->message.agentReaction.isEmpty());
    }

    void refusedReactionGoesBackAndSaysWhy()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        auto *view = bench.window.findChild<ThreadView *>();
        QVERIFY(selectByKey(bench, [](const models::ThreadRow &row) {
            return row.canReact && row.message.agentReaction.isEmpty();
        }));
        bench.spoil(QStringLiteral("POST .*set-reaction"), QStringLiteral("500"));
        bench.press(Qt::Key_Colon, Qt::ShiftModifier);
        auto *popup = opened<ReactionPopup>(bench);
        QVERIFY(popup);
        press(popup, Qt::Key_Return);
        QCOMPARE(view->selected()->message.agentReaction, QStringLiteral("👍"));
        constexpr int kTriedAgain = 30'000; // ms: twice, each after a look, with pauses between
        QTRY_COMPARE_WITH_TIMEOUT(bench.window.noticeTexts().size(), 1, kTriedAgain);
        QVERIFY(view->selected()->message.agentReaction.isEmpty());
    }

    void quotedMessageIsFoundAgainByAClick()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        auto *view = bench.window.findChild<ThreadView *>();
        QVERIFY(selectByKey(bench, [](const models::ThreadRow &row) {
            return row.kind == models::ThreadRow::Kind::Message && !row.fromUs;
        }));
        const domain::MessageId original = view->selected()->message.id;
        bench.press(Qt::Key_Q);
        QVERIFY(field(bench)->hasFocus());
        bench.type(QStringLiteral("about that"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        const auto last = [&bench] { return bench.thread.row(bench.thread.rowCount() - 1); };
        QTRY_VERIFY(!last().message.id.isEmpty());
        QVERIFY(last().message.reference);
        QCOMPARE(last().message.reference->id, original);

        const QModelIndex sent = view->model()->index(bench.thread.rowCount() - 1, 0);
        const auto *delegate = qobject_cast<MessageDelegate *>(view->itemDelegate());
        QPoint quote;
        const QRect row = view->visualRect(sent);
        for (int y = row.top(); y <= row.bottom() && quote.isNull(); ++y) {
            const QPoint point(delegate->bubbleRect(view, sent).center().x(), y);
            if (delegate->hitAt(view, sent, point).part == BubbleLayout::Part::Quote)
                quote = point;
        }
        QVERIFY(!quote.isNull());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, quote + QPoint(0, 2));
        QCOMPARE(view->selected()->message.id, original);
        bench.picture(QStringLiteral("found"));
    }

    void originalFurtherUpIsReadFirst()
    {
        domain::MessageId oldest;
        {
            WindowBench bench;
            QVERIFY(openLongOne(bench));
            const int rows = bench.thread.rowCount();
            bench.thread.loadOlder();
            QTRY_VERIFY(bench.thread.rowCount() > rows);
            for (int i = 0; oldest.isEmpty(); ++i)
                oldest = bench.thread.row(i).message.id;
        }
        WindowBench bench;
        QVERIFY(openLongOne(bench));
        QCOMPARE(bench.thread.rowOf(oldest), -1);
        auto *view = bench.window.findChild<ThreadView *>();
        view->showOriginal(oldest);
        QTRY_VERIFY(view->selected() && view->selected()->message.id == oldest);
        QVERIFY(bench.window.noticeTexts().isEmpty());
    }

    void originalThatIsNowhereIsSaid()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.window.findChild<ThreadView *>()->showOriginal(domain::MessageId(QStringLiteral("nowhere")));
        QTRY_COMPARE(
            bench.window.noticeTexts(),
            QStringList{QStringLiteral("The quoted message could not be found in this conversation.")});
    }
};

QTEST_MAIN(TestAnswering)
#include "tst_answering.moc"
