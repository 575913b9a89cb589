// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/windowbench.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/list/conversationlistview.h"
#include "ui/text/typedtime.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace inbox;
using namespace inbox::ui;
using namespace inbox::domain;
using tests::WindowBench;

namespace {

const QDateTime kFriday(QDate(2026, 11, 27), QTime(10, 30)); // local

} // namespace

// From key to server and back, over the demo server's ChatCaptain: what colleagues share.
class TestTeamwork : public QObject {
    Q_OBJECT

    // Into the popup or dialog, else into the window.
    static void press(WindowBench &bench, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *top = QApplication::activePopupWidget();
        if (!top)
            top = QApplication::activeModalWidget();
        if (top)
            QTest::keyClick(top->focusWidget() ? top->focusWidget() : top, key, modifiers);
        else
            bench.press(key, modifiers);
    }
    static void type(const QString &text)
    {
        QWidget *top = QApplication::activePopupWidget();
        if (!top)
            top = QApplication::activeModalWidget();
        QVERIFY(top && top->focusWidget());
        QTest::keyClicks(top->focusWidget(), text);
    }
    static bool open(WindowBench &bench, bool (*wanted)(const Conversation &))
    {
        bench.list.setView(models::View::All);
        if (!bench.waitForList())
            return false;
        const sync::AccountSession *s = bench.inbox.sessions().constFirst();
        if (!QTest::qWaitFor([s] { return !s->tags().isEmpty() && !s->teams().isEmpty(); }, 10'000))
            return false;
        for (int row = 0; row < bench.list.rowCount(); ++row) {
            const ConversationKey key = bench.list.row(row).key;
            if (const Conversation *c = bench.inbox.conversation(key); c && wanted(*c)) {
                bench.window.openConversation(key);
                bench.window.findChild<ConversationListView *>()->setFocus();
                return bench.waitForThread();
            }
        }
        return false;
    }
    static bool anyone(const Conversation &c)
    {
        return c.status != ConversationStatus::Bot && c.tags.isEmpty() && c.notes.isEmpty();
    }
    // What the server itself says.
    static bool confirmed(WindowBench &bench, const std::function<bool(const Conversation &)> &is)
    {
        const ConversationKey key = bench.current.key();
        sync::AccountSession *s = bench.inbox.session(key.account);
        if (!QTest::qWaitFor([s, key] { return s->pendingChange(key.id).isEmpty(); }, 10'000))
            return false;
        return is(bench.atServer(key));
    }

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void understandsTypedTimes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDateTime>("until"); // local; not valid: not understood
        const auto row = [](const char *typed, const QDate &date = {}, const QTime &time = {}) {
            QTest::newRow(typed) << QString::fromUtf8(typed)
                                 << (date.isValid() ? QDateTime(date, time) : QDateTime());
        };
        const QDate today = kFriday.date();
        row("tomorrow 9", today.addDays(1), {9, 0});
        row("Tomorrow at 14:15", today.addDays(1), {14, 15});
        row("9am tomorrow", today.addDays(1), {9, 0});
        row("tomorrow 3 pm", today.addDays(1), {15, 0});
        row("monday", today.addDays(3), {9, 0});
        row("mon 8", today.addDays(3), {8, 0});
        row("friday", today.addDays(7), {9, 0}); // the next, not today
        row("2h", today, {12, 30});
        row("in 45 minutes", today, {11, 15});
        row("3 days", today.addDays(3), {9, 0});
        row("2 weeks", today.addDays(14), {9, 0});
        row("14:30", today, {14, 30});
        row("8:00", today.addDays(1), {8, 0}); // past today
        row("today 18", today, {18, 0});
        row("2026-12-24", {2026, 12, 24}, {9, 0});
        row("24.12.", {2026, 12, 24}, {9, 0});
        row("3.1. 7:30", {2027, 1, 3}, {7, 30});
        row("24.12.26 12", {2026, 12, 24}, {12, 0});
        row("");
        row("soon");
        row("25:00");
        row("today 9"); // over
        row("yesterday");
        row("2026-11-01");
        row("tomorrow monday");
        row("0h");
        row("13pm");
        row("2226-12-24");
        row("30.2.");
    }
    void understandsTypedTimes()
    {
        QFETCH(const QString, typed);
        QFETCH(const QDateTime, until);
        const OptionalTime understood = TypedTime::understood(typed, kFriday.toUTC());
        QCOMPARE(understood.has_value(), until.isValid());
        if (until.isValid())
            QCOMPARE(understood->toLocalTime(), until);
    }

    void tagsAreSetByKey()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        press(bench, Qt::Key_L);
        type(QStringLiteral("urg"));
        press(bench, Qt::Key_Return);
        const QList<TagId> urgent{TagId(QStringLiteral("tagUrgent"))};
        QCOMPARE(bench.open()->tags, urgent); // at once
        press(bench, Qt::Key_Escape);
        QVERIFY(confirmed(bench, [&](const Conversation &c) { return c.tags == urgent; }));
        press(bench, Qt::Key_Z);
        QVERIFY(bench.open()->tags.isEmpty());
        QVERIFY(confirmed(bench, [](const Conversation &c) { return c.tags.isEmpty(); }));
    }

    void aTeamIsAssignedByKey()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        press(bench, Qt::Key_A, Qt::ShiftModifier);
        type(QStringLiteral("sal"));
        press(bench, Qt::Key_Return);
        QVERIFY(confirmed(
            bench, [](const Conversation &c) { return c.team.value() == QLatin1String("teamSales"); }));
        QVERIFY(!bench.actions.canUndo()); // no way back to none is documented
    }

    void snoozingSaysWhatItUnderstood()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        press(bench, Qt::Key_H);
        auto *said = bench.window.findChild<PlainLabel *>(QStringLiteral("snoozeUnderstood"));
        QVERIFY(said);
        type(QStringLiteral("3 days"));
        const QDateTime until(QDate::currentDate().addDays(3), QTime(9, 0));
        QVERIFY2(said->text().contains(QStringLiteral("09:00")), qPrintable(said->text()));
        press(bench, Qt::Key_Return);
        QVERIFY(confirmed(bench, [&](const Conversation &c) { return c.snoozeUntil == until.toUTC(); }));
    }

    void nothingIsSnoozedByWhatIsNotUnderstood()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        press(bench, Qt::Key_H);
        type(QStringLiteral("whenever"));
        press(bench, Qt::Key_Return);
        QVERIFY(QApplication::activePopupWidget());
        press(bench, Qt::Key_Escape);
        QVERIFY(!bench.current.pending().snoozeUntil);
    }

    void aNoteIsWrittenByKeyAndUndone()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        press(bench, Qt::Key_C);
        type(QStringLiteral("Rings twice"));
        press(bench, Qt::Key_Escape); // what was typed waits
        QTRY_VERIFY(!bench.window.findChild<QWidget *>(QStringLiteral("newNote")));
        bench.window.findChild<ConversationListView *>()->setFocus();
        press(bench, Qt::Key_C);
        press(bench, Qt::Key_Return, Qt::ControlModifier);
        const auto written = [](const Conversation &c) {
            return c.notes.size() == 1 && c.notes.constFirst().text == QLatin1String("Rings twice");
        };
        QVERIFY(written(*bench.open()));
        QVERIFY(confirmed(bench, written));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        bench.actions.undo();
        QVERIFY(confirmed(bench, [](const Conversation &c) { return c.notes.isEmpty(); }));
    }

    void theBotIsTakenOverFrom()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, [](const Conversation &c) { return c.status == ConversationStatus::Bot; }));
        auto *banner = bench.window.findChild<QWidget *>(QStringLiteral("botBanner"));
        QVERIFY(banner->isVisible());
        press(bench, Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(!banner->isVisible());
        QVERIFY(confirmed(bench, [](const Conversation &c) {
            return c.status == ConversationStatus::InProgress && c.assignee
                && c.assignee->id == WindowBench::captainMe();
        }));
    }

    void aBotIsSetOffByTypedCommands_data()
    {
        QTest::addColumn<QString>("command"); // as somebody types it into the palette
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says"); // the bot, at the end of the thread
        QTest::newRow("event") << QStringLiteral("trigger event") << QStringLiteral("parcel.sent")
                               << QStringLiteral("There is news for you: parcel.sent");
        QTest::newRow("step") << QStringLiteral("run flow step") << QStringLiteral("flow1\tstep7")
                              << QStringLiteral("Here we go on: step7");
        QTest::newRow("message") << QStringLiteral("simulate customer message") << QStringLiteral("Hello bot")
                                 << QStringLiteral("You wrote: Hello bot");
        QTest::newRow("channel") << QStringLiteral("simulate channel event") << QStringLiteral("joined")
                                 << QStringLiteral("The channel says: joined");
    }
    void aBotIsSetOffByTypedCommands()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, typed);
        QFETCH(const QString, says);
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, [](const Conversation &c) { return c.status == ConversationStatus::Bot; }));
        QTRY_VERIFY(!bench.actions.lines(bench.current.key().account).isEmpty());
        bench.press(Qt::Key_K, Qt::ControlModifier);
        bench.type(command);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto *confirm = bench.window.findChild<QPushButton *>(QStringLiteral("automationConfirm"));
        QVERIFY(confirm && !confirm->isEnabled()); // nothing typed yet
        QVERIFY(!bench.window.findChild<PlainLabel *>(QStringLiteral("automationWarning"))->text().isEmpty());
        const QStringList fields = typed.split(u'\t');
        for (const QString &words : fields) {
            type(words);
            press(bench, Qt::Key_Tab);
        }
        QVERIFY(confirm->isEnabled());
        // Tab leads to the button from wherever the words stand.
        while (QApplication::focusWidget() != confirm)
            press(bench, Qt::Key_Tab);
        press(bench, Qt::Key_Space);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QTRY_COMPARE(bench.lastWords(), says);
        QTRY_VERIFY(!bench.window.noticeTexts().isEmpty());
    }

    void aConversationIsFoundByItsProviderId()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        const ConversationKey key = bench.current.key();
        const QString provider = bench.open()->customer->displayId;
        QTRY_VERIFY(!bench.actions.lines(key.account).isEmpty());
        bench.window.commands().run(Command::FindConversation);
        QTRY_VERIFY(QApplication::activeModalWidget());
        type(QStringLiteral("nobody at all"));
        press(bench, Qt::Key_Return);
        auto *said = bench.window.findChild<PlainLabel *>(QStringLiteral("findSaid"));
        QTRY_VERIFY2(said->text().startsWith(QStringLiteral("No conversation")), qPrintable(said->text()));
        type(provider); // over what was typed
        press(bench, Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QCOMPARE(bench.current.key(), key);
    }

    void unreadByKeyStaysUnreadWhileItIsLookedAt()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, [](const Conversation &c) { return anyone(c) && c.unreadCount == 0; }));
        press(bench, Qt::Key_U);
        QVERIFY(bench.open()->unreadCount > 0);
        QVERIFY(confirmed(bench, [](const Conversation &c) { return c.unreadCount > 0; }));
        press(bench, Qt::Key_U);
        QCOMPARE(bench.open()->unreadCount, 0);
        QVERIFY(confirmed(bench, [](const Conversation &c) { return c.unreadCount == 0; }));
    }

    void whatIsArchivedStandsUnderDone()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        const ConversationKey key = bench.current.key();
        bench.window.commands().run(Command::Archive);
        QVERIFY(confirmed(bench, [](const Conversation &c) { return c.archived; }));
        QTRY_COMPARE(bench.list.rowOf(key), -1);
        bench.list.setView(models::View::Done);
        QTRY_VERIFY(bench.list.rowOf(key) >= 0);
        bench.window.commands().run(Command::Archive);
        QVERIFY(confirmed(bench, [](const Conversation &c) { return !c.archived; }));
    }

    void deletingWantsTheNameTyped()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        const ConversationKey key = bench.current.key();
        const QString name = customerName(*bench.open());
        bench.window.commands().run(Command::DeleteConversation);
        auto *button = bench.window.findChild<QPushButton *>(QStringLiteral("deleteConfirm"));
        QVERIFY(button && !button->isEnabled());
        press(bench, Qt::Key_Return);
        QVERIFY(QApplication::activeModalWidget());
        bench.window.findChild<QLineEdit *>(QStringLiteral("deleteName"))->setText(name);
        QVERIFY(button->isEnabled());
        press(bench, Qt::Key_Return);
        QTRY_VERIFY(!bench.inbox.conversation(key));
        QVERIFY(bench.current.key() != key);
        QVERIFY(bench.atServer(key).key.id.isEmpty()); // at the server too
    }

    void whereTheAccountCannotTheKeySaysWhy()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        for (const Command command :
             {Command::SetTags, Command::Snooze, Command::AssignTeam, Command::TakeOver, Command::AddNote,
              Command::Archive, Command::TriggerEvent, Command::RunStep, Command::SimulateMessage,
              Command::SimulateEvent, Command::FindConversation, Command::DeleteConversation})
            QVERIFY(!bench.window.commands().whyNot(command).isEmpty());
        bench.press(Qt::Key_L);
        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY(!bench.window.noticeTexts().isEmpty());
    }
};

QTEST_MAIN(TestTeamwork)
#include "tst_teamwork.moc"
