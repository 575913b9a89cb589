// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/windowbench.h"

#include "services/sync/colleagues.h"
#include "ui/details/factrow.h"
#include "ui/dialogs/choicedelegate.h"
#include "ui/dialogs/choicelist.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/dialogs/teamworkpopups.h"
#include "ui/list/conversationlistview.h"
#include "ui/records/recordswindow.h"
#include "ui/text/typedtime.h"
#include "ui/thread/threadheader.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

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
        if (!QTest::qWaitFor(
                [s] { return !s->colleagues().tags().isEmpty() && !s->colleagues().teams().isEmpty(); },
                10'000))
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
    // As somebody types it into the palette.
    static void command(WindowBench &bench, const QString &words)
    {
        bench.press(Qt::Key_K, Qt::ControlModifier);
        bench.type(words);
        bench.press(Qt::Key_Return);
    }
    // With snippets at hand.
    static bool openToWrite(WindowBench &bench)
    {
        const auto ready = [&bench] { return !bench.actions.snippets(bench.current.key()).isEmpty(); };
        return open(bench, &anyone) && QTest::qWaitFor(ready, 10'000);
    }
    // A fact of the details pane.
    static bool shows(const WindowBench &bench, const QString &value)
    {
        const QList<FactRow *> facts = bench.window.findChildren<FactRow *>();
        return std::any_of(facts.begin(), facts.end(), [&value](const FactRow *fact) {
            return fact->value() == value && fact->isVisible();
        });
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
        const auto *tags = QApplication::activePopupWidget()->findChild<QListView *>();
        QCOMPARE(tags->currentIndex().data(ChoiceDelegate::ColorRole).toString(), QStringLiteral("#D0021B"));
        press(bench, Qt::Key_Escape);
        QVERIFY(shows(bench, QStringLiteral("Urgent"))); // the dot beside it is no part of the words
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

    void whatSleepsIsWokenByKey()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        const auto offersToWake = [&] {
            auto *popup = bench.window.findChild<SnoozePopup *>();
            const auto *usual = popup ? popup->findChild<ChoiceList *>() : nullptr;
            return usual && usual->pickedId() == QLatin1String("wake");
        };
        press(bench, Qt::Key_H);
        QVERIFY(!offersToWake()); // it is awake
        type(QStringLiteral("2h"));
        press(bench, Qt::Key_Return);
        QVERIFY(confirmed(bench, [](const Conversation &c) { return c.snoozeUntil.has_value(); }));
        QTRY_VERIFY(!bench.window.findChild<SnoozePopup *>());

        press(bench, Qt::Key_H);
        QTRY_VERIFY(offersToWake());
        press(bench, Qt::Key_Return);
        QVERIFY(confirmed(bench, [](const Conversation &c) { return !c.snoozeUntil; }));
        QVERIFY(bench.actions.canUndo());
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

    void theBotIsToldToGoOn()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        bench.window.findChild<ThreadHeader *>()->statusButton()->click();
        auto *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        const auto *list = popup->findChild<QListView *>();
        const QModelIndex last = list->model()->index(list->model()->rowCount() - 1, 0);
        QCOMPARE(last.data().toString(), QStringLiteral("Hand to the bot"));
        for (int row = 0; row < list->model()->rowCount(); ++row)
            press(bench, Qt::Key_Down);
        press(bench, Qt::Key_Return);
        QVERIFY(confirmed(bench, [](const Conversation &c) { return c.status == ConversationStatus::Bot; }));
        QVERIFY(bench.window.findChild<QWidget *>(QStringLiteral("botBanner"))->isVisible());
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
        TestTeamwork::command(bench, command);
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
        command(bench, QStringLiteral("find by provider"));
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
        command(bench, QStringLiteral("into the archive"));
        QVERIFY(confirmed(bench, [](const Conversation &c) { return c.archived; }));
        QTRY_COMPARE(bench.list.rowOf(key), -1);
        bench.list.setView(models::View::Done);
        QTRY_VERIFY(bench.list.rowOf(key) >= 0);
        command(bench, QStringLiteral("into the archive"));
        QVERIFY(confirmed(bench, [](const Conversation &c) { return !c.archived; }));
    }

    void deletingWantsTheNameTyped()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        const ConversationKey key = bench.current.key();
        const QString name = customerName(*bench.open());
        command(bench, QStringLiteral("delete conversation"));
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto *button = bench.window.findChild<QPushButton *>(QStringLiteral("deleteConfirm"));
        QVERIFY(button && !button->isEnabled());
        press(bench, Qt::Key_Return);
        QVERIFY(QApplication::activeModalWidget());
        type(name);
        QVERIFY(button->isEnabled());
        press(bench, Qt::Key_Return);
        QTRY_VERIFY(!bench.inbox.conversation(key));
        QVERIFY(bench.current.key() != key);
        QVERIFY(bench.atServer(key).key.id.isEmpty()); // at the server too
    }

    void aCustomerIsRenamedByKey()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        const QString before = customerName(*bench.open());
        command(bench, QStringLiteral("rename"));
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto *confirm = bench.window.findChild<QPushButton *>(QStringLiteral("renameConfirm"));
        QVERIFY(confirm && !confirm->isEnabled()); // it is called so already
        press(bench, Qt::Key_Delete); // the whole name is selected
        QVERIFY(!confirm->isEnabled());
        type(QStringLiteral(" Ada  Lovelace "));
        press(bench, Qt::Key_Return);
        QCOMPARE(customerName(*bench.open()), QStringLiteral("Ada Lovelace")); // at once
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QVERIFY(confirmed(
            bench, [](const Conversation &c) { return customerName(c) == QLatin1String("Ada Lovelace"); }));
        bench.actions.undo();
        QVERIFY(confirmed(bench, [&](const Conversation &c) { return customerName(c) == before; }));
    }

    void theLanguageIsPickedByNameOrByCode()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        command(bench, QStringLiteral("language"));
        type(QStringLiteral("portug"));
        press(bench, Qt::Key_Return);
        QVERIFY(confirmed(bench, [](const Conversation &c) { return c.language == QLatin1String("pt"); }));
        QVERIFY(shows(bench, QStringLiteral("Português")));
        bench.window.findChild<ConversationListView *>()->setFocus();
        command(bench, QStringLiteral("language"));
        type(QStringLiteral("no language!"));
        press(bench, Qt::Key_Return); // nothing to pick
        QVERIFY(QApplication::activePopupWidget());
        for (int i = 0; i < 12; ++i)
            press(bench, Qt::Key_Backspace);
        type(QStringLiteral("tlh-Latn"));
        press(bench, Qt::Key_Return);
        QVERIFY(
            confirmed(bench, [](const Conversation &c) { return c.language == QLatin1String("tlh-Latn"); }));
    }

    void metadataIsEditedByKey()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, [](const Conversation &c) {
            return c.status != ConversationStatus::Bot && c.metadata.size() == 2;
        }));
        const QMap<QString, QString> before = bench.open()->metadata; // campaign, page
        QVERIFY(shows(bench, before.value(QStringLiteral("page"))));
        command(bench, QStringLiteral("metadata"));
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto *confirm = bench.window.findChild<QPushButton *>(QStringLiteral("metadataConfirm"));
        auto *problem = bench.window.findChild<PlainLabel *>(QStringLiteral("metadataProblem"));
        QVERIFY(confirm && problem && !confirm->isEnabled()); // nothing has changed
        type(QStringLiteral("summer")); // over the first value, campaign's
        press(bench, Qt::Key_Down);
        press(bench, Qt::Key_Down); // the empty line
        type(QStringLiteral("M"));
        QVERIFY(!confirm->isEnabled()); // it has no name
        QVERIFY(!problem->text().isEmpty());
        press(bench, Qt::Key_Backtab, Qt::ShiftModifier);
        type(QStringLiteral("page"));
        QVERIFY(problem->text().contains(QStringLiteral("page"))); // there already
        type(QStringLiteral("-size"));
        QVERIFY(problem->text().isEmpty());
        // And the second line away: up, and over the value to its button.
        press(bench, Qt::Key_Up);
        press(bench, Qt::Key_Tab);
        press(bench, Qt::Key_Tab);
        press(bench, Qt::Key_Space);
        press(bench, Qt::Key_Return);
        const QMap<QString, QString> wanted{{QStringLiteral("campaign"), QStringLiteral("summer")},
                                            {QStringLiteral("page-size"), QStringLiteral("M")}};
        QCOMPARE(bench.open()->metadata, wanted); // at once
        QVERIFY(confirmed(bench, [&](const Conversation &c) { return c.metadata == wanted; }));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        bench.actions.undo();
        QVERIFY(confirmed(bench, [&](const Conversation &c) { return c.metadata == before; }));
    }

    void colleaguesAreMentionedByKey()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, [](const Conversation &c) { return anyone(c) && c.mentions.isEmpty(); }));
        // Somebody else than me, and by name: of some only an id is known until the colleagues have been
        // read.
        const auto somebodyElse = [&bench] {
            const QList<User> people = bench.actions.people(bench.current.key());
            const auto found = std::find_if(people.crbegin(), people.crend(), [](const User &user) {
                return user.id != WindowBench::captainMe() && !user.name.isEmpty();
            });
            return found == people.crend() ? User() : *found;
        };
        QTRY_VERIFY(!somebodyElse().name.isEmpty());
        const User somebody = somebodyElse();
        command(bench, QStringLiteral("mention"));
        type(somebody.name);
        press(bench, Qt::Key_Return);
        QCOMPARE(bench.open()->mentions, QList<UserId>{somebody.id}); // at once
        QVERIFY(QApplication::activePopupWidget()); // for more
        press(bench, Qt::Key_Escape);
        QVERIFY(confirmed(bench,
                          [&](const Conversation &c) { return c.mentions == QList<UserId>{somebody.id}; }));
        QVERIFY(shows(bench, somebody.name));
        bench.window.findChild<ConversationListView *>()->setFocus();
        press(bench, Qt::Key_Z);
        QVERIFY(confirmed(bench, [](const Conversation &c) { return c.mentions.isEmpty(); }));
    }

    void mentionsOfMeAreAViewOfTheirOwn()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, [](const Conversation &c) {
            return c.channel != Channel::Telegram && anyone(c)
                && c.mentions.isEmpty(); // the demo's are mentioned
        }));
        const ConversationKey key = bench.current.key();
        bench.actions.setMention(key, WindowBench::captainMe(), true);
        QVERIFY(confirmed(bench, [](const Conversation &c) { return !c.mentions.isEmpty(); }));
        press(bench, Qt::Key_G);
        press(bench, Qt::Key_Y);
        QCOMPARE(bench.list.view(), models::View::Mentions);
        QVERIFY(bench.list.rowOf(key) >= 0);
        for (int row = 0; row < bench.list.rowCount(); ++row)
            QVERIFY(bench.list.row(row).mentionsMe);
        QVERIFY(bench.list.rowCount() < bench.list.count(models::View::All));
    }

    void aSnippetGoesIntoTheReply_data()
    {
        QTest::addColumn<QString>("before"); // what stands there; the caret is at its end
        QTest::addColumn<bool>("bySlash");
        QTest::newRow("by key, into an empty reply") << QString() << false;
        QTest::newRow("by key, into a word") << QStringLiteral("Dear") << false;
        QTest::newRow("by slash, into an empty reply") << QString() << true;
        QTest::newRow("by slash, behind a word") << QStringLiteral("Dear Ada. ") << true;
        QTest::newRow("by slash, on a new line") << QStringLiteral("Dear Ada,\n") << true;
    }
    void aSnippetGoesIntoTheReply()
    {
        QFETCH(const QString, before);
        QFETCH(const bool, bySlash);
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(openToWrite(bench));
        auto *reply = bench.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"));
        press(bench, Qt::Key_R);
        reply->insertPlainText(before);
        if (bySlash)
            QTest::keyClicks(reply, QStringLiteral("/"));
        else
            press(bench, Qt::Key_Semicolon, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QCOMPARE(reply->toPlainText(), before);
        type(QStringLiteral("monday")); // its words are searched too
        press(bench, Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        const QString snippet = QStringLiteral("We are here Monday to Friday, 8 to 18.");
        QCOMPARE(reply->toPlainText(), QString(before + snippet));
        reply->insertPlainText(QStringLiteral(" Bye"));
        reply->undo();
        reply->undo();
        QCOMPARE(reply->toPlainText(), before); // one step
    }

    void noKeyOfASlashIsLost_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stands");
        QTest::newRow("no snippet fits")
            << QString() << QStringLiteral("/home/ada") << QStringLiteral("/home/ada");
        QTest::newRow("a blank follows")
            << QStringLiteral("one ") << QStringLiteral("/ two") << QStringLiteral("one / two");
        QTest::newRow("inside a word")
            << QStringLiteral("and") << QStringLiteral("/or") << QStringLiteral("and/or");
    }
    void noKeyOfASlashIsLost()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, typed);
        QFETCH(const QString, stands);
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(openToWrite(bench));
        auto *reply = bench.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"));
        press(bench, Qt::Key_R);
        reply->insertPlainText(before);
        for (const QChar letter : typed) {
            QWidget *there = QApplication::activePopupWidget();
            QTest::keyClicks(there ? there->focusWidget() : reply, QString(letter));
        }
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QCOMPARE(reply->toPlainText(), stands);
    }

    void escapeLeavesTheSlashAndBackspaceTakesIt()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(openToWrite(bench));
        auto *reply = bench.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"));
        press(bench, Qt::Key_R);
        QTest::keyClicks(reply, QStringLiteral("/"));
        QTRY_VERIFY(QApplication::activePopupWidget());
        type(QStringLiteral("hel"));
        press(bench, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QCOMPARE(reply->toPlainText(), QStringLiteral("/hel"));
        reply->clear();
        QTest::keyClicks(reply, QStringLiteral("/"));
        QTRY_VERIFY(QApplication::activePopupWidget());
        press(bench, Qt::Key_Backspace);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QCOMPARE(reply->toPlainText(), QString());
    }

    void withoutSnippetsASlashIsASlash()
    {
        WindowBench bench; // an account without them
        QVERIFY(bench.openFirst());
        auto *reply = bench.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"));
        QVERIFY(!reply->isReadOnly());
        press(bench, Qt::Key_R);
        QTest::keyClicks(reply, QStringLiteral("/help"));
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(reply->toPlainText(), QStringLiteral("/help"));
        press(bench, Qt::Key_Semicolon, Qt::ControlModifier);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(reply->toPlainText(), QStringLiteral("/help"));
        QVERIFY(!bench.window.noticeTexts().isEmpty()); // and says why
    }

    void aSnippetGoesIntoTheNote()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(openToWrite(bench));
        press(bench, Qt::Key_C);
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto *note = bench.window.findChild<QPlainTextEdit *>(QStringLiteral("newNote"));
        for (const bool bySlash : {true, false}) {
            note->clear();
            QTest::keyClicks(note, QStringLiteral("Said: "));
            if (bySlash)
                QTest::keyClicks(note, QStringLiteral("/"));
            else
                QTest::keyClick(note, Qt::Key_Semicolon, Qt::ControlModifier);
            QTRY_VERIFY(QApplication::activePopupWidget());
            type(QStringLiteral("hello"));
            press(bench, Qt::Key_Return);
            QTRY_VERIFY(!QApplication::activePopupWidget());
            QCOMPARE(note->toPlainText(), QStringLiteral("Said: Hello! How can we help?"));
            note->undo();
            QCOMPARE(note->toPlainText(), QStringLiteral("Said: "));
        }
    }

    void iAmSeenAsOnlineOrAway()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        const AccountId account = bench.current.key().account;
        QTRY_VERIFY(bench.actions.amOnline(account).has_value());
        const bool before = *bench.actions.amOnline(account);
        const auto shown = [&bench](bool online) {
            const QString word = online ? QStringLiteral("Online") : QStringLiteral("Away");
            const QList<QToolButton *> buttons = bench.window.findChildren<QToolButton *>();
            return std::any_of(buttons.begin(), buttons.end(), [&word](const QToolButton *button) {
                return button->text().endsWith(word) && button->accessibleName().contains(word);
            });
        };
        QVERIFY(shown(before));
        command(bench, QStringLiteral("be online"));
        QTRY_COMPARE(bench.actions.amOnline(account), std::optional(!before));
        QTRY_COMPARE(bench.actions.isOnline(account, WindowBench::captainMe()), std::optional(!before));
        QVERIFY(shown(!before));
        QTRY_VERIFY(!bench.window.noticeTexts().isEmpty());
        // Where a colleague is chosen a word says so too, of everybody.
        press(bench, Qt::Key_A);
        QTRY_VERIFY(QApplication::activePopupWidget());
        const auto *people = QApplication::activePopupWidget()->findChild<QListView *>();
        for (int row = 0; row < people->model()->rowCount(); ++row) {
            const QString spoken = people->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
            const bool isMe = spoken.contains(QStringLiteral("(me)"));
            const bool saysOnline = spoken.contains(QStringLiteral("Online"));
            QVERIFY2(saysOnline != spoken.contains(QStringLiteral("Away")), qPrintable(spoken));
            if (isMe)
                QCOMPARE(saysOnline, !before);
        }
        press(bench, Qt::Key_Escape);
    }

    void whatColleaguesSavedIsAView()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        QTRY_COMPARE(bench.accounts.savedViews().size(), 2);
        const auto conversations = [&bench] {
            QList<Conversation> all;
            for (int row = 0; row < bench.list.rowCount(); ++row)
                all << *bench.inbox.conversation(bench.list.row(row).key);
            return all;
        };
        press(bench, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(bench.list.savedView());
        QCOMPARE(bench.list.savedView()->view.name, QStringLiteral("Urgent"));
        const TagId urgent(QStringLiteral("tagUrgent"));
        QVERIFY(!conversations().isEmpty());
        const QList<Conversation> inUrgent = conversations();
        for (const Conversation &c : inUrgent) {
            QVERIFY(c.tags.contains(urgent));
            QVERIFY(c.status != ConversationStatus::Done);
        }
        // Without its tag it goes, there and then.
        const int before = bench.list.rowCount();
        const ConversationKey first = bench.list.row(0).key;
        bench.actions.setTag(first, urgent, false);
        bench.list.applyWaiting();
        QCOMPARE(bench.list.rowCount(), before - 1);
        QCOMPARE(bench.list.rowOf(first), -1);

        command(bench, QStringLiteral("waiting longest"));
        QCOMPARE(bench.list.savedView()->view.name, QStringLiteral("Waiting longest"));
        const QList<Conversation> waiting = conversations();
        QVERIFY(waiting.size() > 1);
        for (qsizetype i = 0; i < waiting.size(); ++i) {
            QVERIFY(waiting.at(i).unreadCount > 0);
            QVERIFY(i == 0 || *waiting.at(i - 1).createdAt <= *waiting.at(i).createdAt);
        }
        press(bench, Qt::Key_9, Qt::ControlModifier); // there is none
        QVERIFY(bench.window.noticeTexts().constLast().contains(QStringLiteral("saved view")));
        press(bench, Qt::Key_G);
        press(bench, Qt::Key_A);
        QVERIFY(!bench.list.savedView());
        QCOMPARE(bench.list.rowCount(), bench.list.count(models::View::All));
    }

    void whatMayHaveGoneOutStandsInTheOutbox()
    {
        WindowBench bench(WindowBench::Account::Captain);
        QVERIFY(open(bench, &anyone));
        bench.spoil(QStringLiteral("custom-event"), QStringLiteral("close"));
        command(bench, QStringLiteral("trigger event"));
        QTRY_VERIFY(QApplication::activeModalWidget());
        type(QStringLiteral("parcel.sent"));
        auto *confirm = bench.window.findChild<QPushButton *>(QStringLiteral("automationConfirm"));
        while (QApplication::focusWidget() != confirm)
            press(bench, Qt::Key_Tab);
        press(bench, Qt::Key_Space);
        QTRY_COMPARE(bench.workspace.outbox.waitingCount(), 1);
        QCOMPARE(bench.workspace.outbox.row(0).state, models::OutboxRow::State::Unknown);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        bench.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        bench.window.findChild<ConversationListView *>()->setFocus();
        press(bench, Qt::Key_G);
        press(bench, Qt::Key_O);
        QWidget *records = nullptr;
        QTRY_VERIFY((records = bench.window.findChild<RecordsWindow *>()) && records->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(records));
        // Enter asks what is known; the first answer is that it was sent.
        QTest::keyClick(records->windowHandle(), Qt::Key_Return);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_COMPARE(bench.workspace.outbox.rowCount(), 0);
        QVERIFY(bench.inbox.session(bench.current.key().account)->unfinished().isEmpty());
    }

    void whereTheAccountCannotTheKeySaysWhy()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        for (const Command command :
             {Command::SetTags, Command::Snooze, Command::AssignTeam, Command::TakeOver, Command::AddNote,
              Command::Archive, Command::TriggerEvent, Command::RunStep, Command::SimulateMessage,
              Command::SimulateEvent, Command::FindConversation, Command::DeleteConversation, Command::Rename,
              Command::SetLanguage, Command::SetMetadata, Command::Mention, Command::InsertSnippet,
              Command::ToggleOnline})
            QVERIFY(!bench.window.commands().whyNot(command).isEmpty());
        bench.press(Qt::Key_L);
        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY(!bench.window.noticeTexts().isEmpty());
    }
};

QTEST_MAIN(TestTeamwork)
#include "tst_teamwork.moc"
