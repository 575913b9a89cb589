// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/windowbench.h"

#include "ui/details/detailspane.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/dialogs/whoamidialog.h"
#include "ui/list/conversationlistview.h"
#include "ui/thread/threadview.h"
#include "ui/window/notices.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

using namespace inbox;
using namespace inbox::ui;
using tests::WindowBench;

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }
    // The off-screen platform says of every window that it does not take size hints.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)"))); }

    void withoutAccountTheWindowWelcomes()
    {
        WindowBench bench(WindowBench::Account::None);
        QSignalSpy demo(&bench.window, &MainWindow::demoRequested);
        bench.picture(QStringLiteral("welcome"));
        bench.press(Qt::Key_Return); // the first button has the focus
        QCOMPARE(demo.size(), 1);
    }

    void movingByKeyOpensAtOnce()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        QVERIFY(bench.current.isEmpty());
        bench.picture(QStringLiteral("list"));
        bench.press(Qt::Key_J);
        QCOMPARE(bench.current.key(), bench.list.row(0).key);
        bench.press(Qt::Key_J);
        QCOMPARE(bench.current.key(), bench.list.row(1).key);
        bench.press(Qt::Key_K);
        QCOMPARE(bench.current.key(), bench.list.row(0).key);
        QVERIFY(bench.waitForThread());
        bench.picture(QStringLiteral("thread"));
    }

    // --- commands by key ---------------------------------------------------------------------------------
    void keysFollowTheFocusFromListToComposerAndBack()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_Return);
        QVERIFY(qobject_cast<QPlainTextEdit *>(bench.window.focusWidget()));
        bench.press(Qt::Key_E);
        QCOMPARE(bench.open()->status.value, domain::ConversationStatus::ToDo); // it was typed
        bench.press(Qt::Key_Escape);
        QVERIFY(qobject_cast<ThreadView *>(bench.window.focusWidget()));
        bench.press(Qt::Key_Escape);
        QVERIFY(qobject_cast<ConversationListView *>(bench.window.focusWidget()));
        QCOMPARE(bench.drafts.draft(bench.current.key()).text, QStringLiteral("e")); // and is kept
    }

    void focusAloneOpensNothing()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        bench.press(Qt::Key_Slash);
        bench.press(Qt::Key_Escape);
        QVERIFY(bench.window.findChild<ConversationListView *>()->hasFocus());
        QVERIFY(bench.current.isEmpty());
    }

    void doneGoesToTheNextConversation()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        const domain::ConversationKey first = bench.current.key();
        const domain::ConversationKey second = bench.list.row(1).key;
        bench.press(Qt::Key_E);
        QCOMPARE(bench.current.key(), second);
        QCOMPARE(bench.list.rowOf(first), -1);
        QTRY_VERIFY(bench.inbox.conversation(first)->status == domain::ConversationStatus::Done);
    }

    void zTakesTheLastChangeBack()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        const domain::ConversationKey first = bench.current.key();
        const auto status = [&] { return bench.inbox.conversation(first)->status.value; };
        bench.press(Qt::Key_E);
        QTRY_VERIFY(bench.inbox.session(first.account)->pendingChange(first.id).isEmpty());
        QCOMPARE(status(), domain::ConversationStatus::Done);
        bench.press(Qt::Key_Z);
        QCOMPARE(status(), domain::ConversationStatus::ToDo);
        QCOMPARE(bench.current.key(), first); // and is on screen again
        QTRY_VERIFY(bench.inbox.session(first.account)->pendingChange(first.id).isEmpty());
        QCOMPARE(status(), domain::ConversationStatus::ToDo);
        bench.press(Qt::Key_Z, Qt::ShiftModifier);
        QTRY_VERIFY(bench.inbox.session(first.account)->pendingChange(first.id).isEmpty());
        QCOMPARE(status(), domain::ConversationStatus::Done);
        bench.press(Qt::Key_Z);
        bench.press(Qt::Key_Z);
        QVERIFY(bench.window.noticeTexts().contains(QStringLiteral("There is nothing to undo.")));
    }

    void whatArrivedUnseenStopsTheSendKeyOnce()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.window.findChild<ThreadView *>()->scrollToTop(); // reading something older
        bench.press(Qt::Key_R);
        bench.type(QStringLiteral("On its way"));
        const int rows = bench.thread.rowCount();
        bench.customerSays(QStringLiteral("Please cancel it"));
        QTRY_VERIFY(bench.thread.rowCount() > rows);
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.drafts.draft(bench.current.key()).text, QStringLiteral("On its way"));
        QVERIFY2(bench.composerNotice().startsWith(QStringLiteral("1 new message")),
                 qPrintable(bench.composerNotice()));
        bench.picture(QStringLiteral("stopped"));
        const auto sends = [&bench] {
            bench.press(Qt::Key_Return, Qt::ControlModifier);
            return bench.drafts.draft(bench.current.key()).isEmpty();
        };
        QVERIFY(!sends()); // too soon to have read it
        QTRY_VERIFY(sends());
        QTRY_COMPARE(bench.lastWords(), QStringLiteral("On its way"));
    }

    void sendAndDoneIsDoneOnceTheMessageIsAccepted()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        const domain::ConversationKey first = bench.current.key();
        const domain::ConversationKey second = bench.list.row(1).key;
        bench.press(Qt::Key_R);
        bench.type(QStringLiteral("Goodbye"));
        bench.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bench.current.key(), second);
        QCOMPARE(bench.inbox.conversation(first)->status.value, domain::ConversationStatus::ToDo);
        QTRY_COMPARE(bench.inbox.conversation(first)->status.value, domain::ConversationStatus::Done);
    }

    void keyThatCannotHelpSaysWhy()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        bench.press(Qt::Key_E);
        QCOMPARE(bench.window.noticeTexts(), QStringList{QStringLiteral("Open a conversation first.")});
    }

    void sequenceShowsAnotherView()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        bench.press(Qt::Key_G);
        bench.picture(QStringLiteral("sequence"));
        bench.press(Qt::Key_A);
        QCOMPARE(bench.list.view(), models::View::All);
    }

    void searchFiltersAndReturnOpensTheFirstMatch()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        bench.press(Qt::Key_Slash);
        bench.type(QStringLiteral("emily"));
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.list.rowCount(), 1);
        QVERIFY(qobject_cast<ConversationListView *>(bench.window.focusWidget()));
        QCOMPARE(bench.current.key(), bench.list.row(0).key);
    }

    void searchWithoutHitsSaysSoAndEscapeEndsIt()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        const int all = bench.list.rowCount();
        bench.press(Qt::Key_Slash);
        bench.type(QStringLiteral("zzzz"));
        QTRY_COMPARE(bench.list.rowCount(), 0);
        bench.picture(QStringLiteral("nohits"));
        bench.press(Qt::Key_Escape);
        QCOMPARE(bench.list.rowCount(), all);
        QVERIFY(qobject_cast<ConversationListView *>(bench.window.focusWidget()));
    }

    void paletteRunsWhatIsTyped()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_K, Qt::ControlModifier);
        bench.picture(QStringLiteral("palette"));
        bench.type(QStringLiteral("unassigned"));
        bench.picture(QStringLiteral("palette-typed"));
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.list.view(), models::View::Unassigned);
    }

    void aViewThatNoAccountKnowsIsNotOffered()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        const models::View before = bench.list.view();
        bench.press(Qt::Key_G);
        bench.press(Qt::Key_Y); // mentions, which the Client API has not
        QCOMPARE(bench.list.view(), before);
    }

    void paletteOffersFirstWhatIsPossible()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        auto *details = bench.window.findChild<DetailsPane *>();
        bench.press(Qt::Key_K, Qt::ControlModifier);
        bench.type(QStringLiteral("details")); // no message is selected: "Message details" cannot be meant
        bench.press(Qt::Key_Return);
        QVERIFY(!details->isVisible());
    }

    void paletteAssignsToAPerson()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_K, Qt::ControlModifier);
        bench.type(QStringLiteral("aylin"));
        bench.press(Qt::Key_Return);
        QTRY_COMPARE(bench.open()->assignee->name, QStringLiteral("Aylin"));
    }

    void besideAnotherProgramNothingIsRead()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        Q_EMIT qApp->applicationStateChanged(Qt::ApplicationInactive);
        bench.press(Qt::Key_J);
        QVERIFY(bench.waitForThread());
        QVERIFY(bench.open()->unreadCount > 0);
        // Longer than the rest after which a conversation counts as read.
        QVERIFY(!QTest::qWaitFor([&bench] { return bench.open()->unreadCount == 0; }, 1500));
        Q_EMIT qApp->applicationStateChanged(Qt::ApplicationActive);
        QTRY_COMPARE(bench.open()->unreadCount, 0);
    }

    void theListGoesOnWhereARowHasLeft()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        bench.press(Qt::Key_G);
        bench.press(Qt::Key_U); // unassigned
        QTRY_VERIFY(bench.list.rowCount() > 3);
        bench.press(Qt::Key_J);
        bench.press(Qt::Key_J);
        QVERIFY(bench.waitForThread());
        const domain::ConversationKey before = bench.list.row(0).key;
        const domain::ConversationKey next = bench.list.row(2).key;
        bench.press(Qt::Key_M); // mine now, and gone from here
        QTRY_COMPARE(bench.list.rowOf(bench.current.key()), -1);
        bench.press(Qt::Key_J);
        QCOMPARE(bench.current.key(), next);
        bench.press(Qt::Key_K);
        QCOMPARE(bench.current.key(), before);
    }

    void anAccountWhoseSettingsChangeKeepsItsConversationOpen()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        const domain::ConversationKey open = bench.current.key();
        domain::AccountConfig config = bench.inbox.session(open.account)->config();
        config.settings.insert(domain::pollSecondsSetting, QStringLiteral("30"));
        QVERIFY(bench.inbox.saveAccount(config, bench.token()));
        QVERIFY(bench.waitForThread());
        QCOMPARE(bench.current.key(), open);
    }

    void whatIsBroughtToTheFrontLiesUnderNothing()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        const domain::ConversationKey second = bench.list.row(1).key;
        bench.press(Qt::Key_K, Qt::ControlModifier);
        bench.window.present(second); // as a notification does
        QCOMPARE(bench.current.key(), second);
        bench.press(Qt::Key_J); // the keys are heard again
        QCOMPARE(bench.current.key(), bench.list.row(2).key);
    }

    void escapeClosesThePaletteAndReturnsTheFocus()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        QWidget *before = bench.window.focusWidget();
        bench.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(bench.window.focusWidget() != before);
        bench.press(Qt::Key_Escape);
        QCOMPARE(bench.window.focusWidget(), before);
    }

    void questionMarkShowsTheKeysAndAnyKeyEndsIt()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        QWidget *before = bench.window.focusWidget();
        bench.press(Qt::Key_Question, Qt::ShiftModifier);
        bench.picture(QStringLiteral("help"));
        QVERIFY(bench.window.focusWidget() != before);
        bench.press(Qt::Key_E); // ends the help, marks nothing as done
        QCOMPARE(bench.window.focusWidget(), before);
        QCOMPARE(bench.open()->status.value, domain::ConversationStatus::ToDo);
    }

    void peekingNeverMarksAsRead()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_V);
        bench.picture(QStringLiteral("peek"));
        QVERIFY(bench.open()->unreadCount > 0);
        // Longer than the rest after which a conversation counts as read.
        QVERIFY(!QTest::qWaitFor([&bench] { return bench.open()->unreadCount == 0; }, 1500));
        bench.press(Qt::Key_V);
        QTRY_COMPARE(bench.open()->unreadCount, 0);
    }

    void sendingShowsTheMessageAtOnce()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        QVERIFY(bench.waitForThread());
        bench.press(Qt::Key_R);
        bench.type(QStringLiteral("It is on its way"));
        const int rows = bench.thread.rowCount();
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(bench.thread.rowCount() > rows);
        QCOMPARE(domain::plainText(bench.thread.row(bench.thread.rowCount() - 1).message),
                 QStringLiteral("It is on its way"));
        QVERIFY(bench.drafts.draft(bench.current.key()).isEmpty());
        bench.picture(QStringLiteral("sent"));
    }

    void whatIsTypedIsThereAfterTheProgramEnded()
    {
        QTemporaryDir profile;
        const QString words = QStringLiteral("half a sentence");
        domain::ConversationKey where;
        {
            WindowBench first(WindowBench::Account::Demo, profile.path());
            QVERIFY(first.openFirst());
            first.press(Qt::Key_R);
            first.type(words);
            where = first.current.key();
        }
        WindowBench second(WindowBench::Account::Demo, profile.path());
        QVERIFY(second.waitForList());
        QTRY_COMPARE(second.drafts.draft(where).text, words);
        second.window.openConversation(where);
        QTRY_COMPARE(second.window.findChild<QPlainTextEdit *>(QStringLiteral("reply"))->toPlainText(),
                     words);
    }

    void textThatCannotBeKeptIsNoSecret()
    {
        QTemporaryDir profile;
        QFile inTheWay(profile.filePath(QStringLiteral("accounts")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        WindowBench bench(WindowBench::Account::Demo, profile.path());
        const auto warned = [&bench] {
            const QList<PlainLabel *> labels = bench.window.findChildren<PlainLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const PlainLabel *label) {
                return label->isVisible() && label->text().contains(QStringLiteral("lost when you quit"));
            });
        };
        QTRY_VERIFY(warned());
        bench.picture(QStringLiteral("nothing-kept"));
    }

    void refusedChangeGoesBackAndSaysWhy()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        const domain::ConversationKey key = bench.current.key();
        bench.spoil(QStringLiteral("PATCH .*"), QStringLiteral("500"));
        bench.press(Qt::Key_I);
        QCOMPARE(bench.open()->status.value, domain::ConversationStatus::InProgress); // at once
        // It is tried again twice, each time after a look whether it has happened after all.
        QTRY_COMPARE_WITH_TIMEOUT(bench.window.noticeTexts().size(), 1, 30'000);
        QCOMPARE(bench.inbox.conversation(key)->status.value, domain::ConversationStatus::ToDo);
        bench.picture(QStringLiteral("refused"));
    }

    void assigningToMeAsksFirstWhoThatIs()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        bench.actions.setMe(domain::AccountId(QStringLiteral("demo")), {});
        bench.press(Qt::Key_G);
        bench.press(Qt::Key_U);
        bench.press(Qt::Key_J);
        QVERIFY(bench.waitForThread());
        const domain::ConversationKey key = bench.current.key();
        bench.press(Qt::Key_M);
        auto *dialog = bench.window.findChild<WhoAmIDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("aylin"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(bench.inbox.conversation(key)->assignee);
        QCOMPARE(bench.inbox.conversation(key)->assignee->name, QStringLiteral("Aylin"));
    }

    void emptyListOfMineAsksWhoIAm()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        bench.actions.setMe(domain::AccountId(QStringLiteral("demo")), {});
        QTRY_COMPARE(bench.list.rowCount(), 0);
        QVERIFY(bench.visible(QStringLiteral("Which colleague are you?")));
        bench.picture(QStringLiteral("who"));
    }

    void failedMessageIsShownBeforeItIsSentAgain()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        bench.press(Qt::Key_Slash);
        bench.type(QStringLiteral("thomas brandt"));
        bench.press(Qt::Key_Return);
        QVERIFY(bench.waitForThread());
        const int rows = bench.thread.rowCount();
        auto *view = bench.window.findChild<ThreadView *>();
        bench.press(Qt::Key_T);
        QVERIFY(view->selected() && view->selected()->canRetry);
        QCOMPARE(bench.thread.rowCount(), rows);
        bench.picture(QStringLiteral("failed"));
        bench.press(Qt::Key_T);
        QTRY_VERIFY(bench.thread.rowCount() > rows);
    }

    void noticeOfTheOtherConversationGoesWithIt()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.window.showNotice(NoticeBar::Kind::Information, QStringLiteral("This is here"));
        bench.window.showNotice(NoticeBar::Kind::Problem, QStringLiteral("This is wrong"));
        bench.press(Qt::Key_J);
        QCOMPARE(bench.window.noticeTexts(), QStringList{QStringLiteral("This is wrong")});
    }

    void noticeOfOneLineIsOneLineHigh()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        bench.window.showNotice(
            NoticeBar::Kind::Information,
            QStringLiteral("This is the message that failed. Press T once more to send it again."));
        const auto *notices = bench.window.findChild<Notices *>();
        QTRY_VERIFY(notices->isVisible());
        bench.picture(QStringLiteral("notice"));
        QVERIFY2(notices->height() < 3 * notices->fontMetrics().height() + 2 * metrics::kSmall,
                 qPrintable(QString::number(notices->height())));
    }

    void openConversationStaysInSightWhenTheSearchEnds()
    {
        WindowBench bench(WindowBench::Account::Demo, {}, {1280, 500});
        QVERIFY(bench.waitForList());
        bench.press(Qt::Key_G);
        bench.press(Qt::Key_A);
        bench.press(Qt::Key_Slash);
        bench.type(QStringLiteral("emily"));
        bench.press(Qt::Key_Return);
        bench.press(Qt::Key_Escape);
        QVERIFY(bench.list.rowCount() > 20);
        const auto *view = bench.window.findChild<ConversationListView *>();
        QVERIFY(view->viewport()->rect().contains(view->visualRect(view->currentIndex()).center()));
    }

    // --- for screen readers ------------------------------------------------------------------------------
    void rowsAreReadAsSentences()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        auto *list = bench.window.findChild<ConversationListView *>();
        QAccessibleInterface *rows = QAccessible::queryAccessibleInterface(list);
        QCOMPARE(rows->text(QAccessible::Name), QStringLiteral("Conversations"));
        // Child 0 is the column's header.
        const QString first = rows->child(1)->text(QAccessible::Name);
        QVERIFY2(first.contains(QStringLiteral("Maria Keller")) && first.contains(QStringLiteral("WhatsApp")),
                 qPrintable(first));

        auto *thread = bench.window.findChild<ThreadView *>();
        QAccessibleInterface *messages = QAccessible::queryAccessibleInterface(thread);
        QCOMPARE(messages->text(QAccessible::Name), QStringLiteral("Messages"));
        const QString last = messages->child(messages->childCount() - 1)->text(QAccessible::Name);
        QVERIFY2(last.contains(bench.lastWords()), qPrintable(last));
    }

    void everyVisibleButtonHasAName()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_P);
        const QList<QAbstractButton *> buttons = bench.window.findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (!button->isVisible())
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(button);
            QVERIFY2(!interface->text(QAccessible::Name).trimmed().isEmpty(),
                     button->metaObject()->className());
        }
    }

    // --- places ------------------------------------------------------------------------------------------
    void panesFoldAsTheWindowGetsNarrow()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        QVERIFY(bench.waitForThread());
        bench.window.resize(900, 700);
        bench.picture(QStringLiteral("900"));
        QVERIFY(!bench.visible(QStringLiteral("Details")));
        QVERIFY(bench.visible(QStringLiteral("Messages")));
        bench.window.resize(500, 700);
        bench.picture(QStringLiteral("500-list"));
        QVERIFY(bench.visible(QStringLiteral("Conversations")));
        QVERIFY(!bench.visible(QStringLiteral("Messages")));
        bench.press(Qt::Key_Return);
        bench.picture(QStringLiteral("500-thread"));
        QVERIFY(!bench.visible(QStringLiteral("Conversations")));
        QVERIFY(bench.visible(QStringLiteral("Messages")));
        bench.press(Qt::Key_Escape);
        bench.press(Qt::Key_Escape);
        QVERIFY(bench.visible(QStringLiteral("Conversations")));
    }

    void paneSizesAreRemembered()
    {
        const QTemporaryDir dir;
        {
            WindowBench bench(WindowBench::Account::Demo, dir.path());
            auto *splitter = bench.window.findChild<QSplitter *>();
            splitter->setSizes({400, 580, 300});
            Q_EMIT splitter->splitterMoved(400, 1); // as when the handle is dragged
        }
        WindowBench bench(WindowBench::Account::Demo, dir.path());
        QCOMPARE(bench.window.findChild<QSplitter *>()->sizes().first(), 400);
    }

    void paneKeyGoesRound()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        bench.press(Qt::Key_F6);
        QVERIFY(qobject_cast<ThreadView *>(bench.window.focusWidget()));
        bench.press(Qt::Key_F6);
        QVERIFY(qobject_cast<QPlainTextEdit *>(bench.window.focusWidget()));
        bench.press(Qt::Key_F6);
        bench.press(Qt::Key_F6);
        QVERIFY(qobject_cast<ConversationListView *>(bench.window.focusWidget()));
        bench.press(Qt::Key_F6, Qt::ShiftModifier);
        bench.press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(qobject_cast<QPlainTextEdit *>(bench.window.focusWidget()));
    }

    // --- the thread keeps its place ----------------------------------------------------------------------
    void firstStepBackSelectsTheNewestMessage()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        auto *view = bench.window.findChild<ThreadView *>();
        view->scrollToLatest();
        const int place = view->verticalScrollBar()->value();
        bench.press(Qt::Key_F6);
        QVERIFY(view->hasFocus() && !view->selected());
        bench.press(Qt::Key_P);
        QVERIFY(view->selected());
        QCOMPARE(view->currentIndex().row(), bench.thread.rowCount() - 1);
        QCOMPARE(view->verticalScrollBar()->value(), place);
    }

    void stepBackFromTheTopSelectsTheFirstMessage()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        QVERIFY(bench.waitForThread());
        auto *view = bench.window.findChild<ThreadView *>();
        bench.press(Qt::Key_F6);
        bench.press(Qt::Key_Home); // a day line
        QVERIFY(view->currentIndex().row() == 0);
        bench.press(Qt::Key_P);
        QVERIFY(view->selected() && view->selected()->kind == models::ThreadRow::Kind::Message);
        QCOMPARE(view->currentIndex().row(), 1);
    }

    void draggingSelectsWordsAndCopyTakesThem()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        QVERIFY(bench.waitForThread());
        auto *view = bench.window.findChild<ThreadView *>();
        bench.press(Qt::Key_P);
        const auto *delegate = qobject_cast<MessageDelegate *>(view->itemDelegate());
        const QRect words = delegate->textRect(view, view->currentIndex());
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, words.topLeft() + QPoint(1, 4));
        QTest::mouseMove(view->viewport(), words.bottomRight());
        QMouseEvent move(QEvent::MouseMove, words.bottomRight(),
                         view->viewport()->mapToGlobal(words.bottomRight()), Qt::NoButton, Qt::LeftButton,
                         {});
        QCoreApplication::sendEvent(view->viewport(), &move);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, words.bottomRight());
        bench.picture(QStringLiteral("selected-words"));
        view->setFocus();
        bench.press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(!delegate->selectedText(view->currentIndex()).isEmpty());
        QCOMPARE(QApplication::clipboard()->text(), delegate->selectedText(view->currentIndex()));
    }

    void olderMessagesComeAboveWithoutMovingWhatIsRead()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        bench.press(Qt::Key_G);
        bench.press(Qt::Key_A);
        bench.press(Qt::Key_Slash);
        bench.type(QStringLiteral("morgenrot"));
        bench.press(Qt::Key_Return);
        QVERIFY(bench.waitForThread());
        QVERIFY(bench.thread.hasOlder());
        auto *view = bench.window.findChild<ThreadView *>();
        const int rows = bench.thread.rowCount();
        view->verticalScrollBar()->setValue(300); // near the top: older ones are asked for
        const QPersistentModelIndex read = view->indexAt(QPoint(200, 250));
        QVERIFY(read.isValid());
        const int place = view->visualRect(read).top();
        QTRY_VERIFY(bench.thread.rowCount() > rows + 50);
        QCOMPARE(view->visualRect(read).top(), place);
        bench.picture(QStringLiteral("older"));
    }

    void newMessageScrollsOnlyAtTheEnd()
    {
        WindowBench bench;
        QVERIFY(bench.openFirst());
        QVERIFY(bench.waitForThread());
        auto *view = bench.window.findChild<ThreadView *>();
        QScrollBar *bar = view->verticalScrollBar();
        view->scrollToLatest();
        bench.customerSays(QStringLiteral("And one more thing"));
        QTRY_COMPARE(bench.lastWords(), QStringLiteral("And one more thing"));
        QTRY_COMPARE(bar->value(), bar->maximum());

        bar->setValue(bar->maximum() / 3);
        const QModelIndex top = view->indexAt(QPoint(200, 60));
        QVERIFY(top.isValid());
        const int place = view->visualRect(top).top();
        bench.customerSays(QStringLiteral("Hello?"));
        QTRY_COMPARE(bench.lastWords(), QStringLiteral("Hello?"));
        bench.picture(QStringLiteral("new-below"));
        QCOMPARE(view->visualRect(top).top(), place);
        const auto *button = view->findChild<QPushButton *>(QStringLiteral("newBelow"));
        QVERIFY(button && button->isVisible());
    }

    // --- at rest -----------------------------------------------------------------------------------------
    void aSecondThatChangesNothingRepaintsNoFreshness()
    {
        WindowBench bench;
        QVERIFY(bench.waitForList());
        const QList<QToolButton *> buttons = bench.window.findChildren<QToolButton *>();
        const auto freshness = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton *button) {
            return button->accessibleName() == QLatin1String("Up to date. Sync now");
        });
        QVERIFY(freshness != buttons.end());
        const qint64 icon = (*freshness)->icon().cacheKey(); // setting one repaints
        bench.heartbeat.beatNow();
        QCOMPARE((*freshness)->icon().cacheKey(), icon);
        QCOMPARE((*freshness)->text(), QStringLiteral("synced just now"));
    }

    // --- dark, mirrored ----------------------------------------------------------------------------------
    void darkAndMirroredWindowIsShown()
    {
        Theme::instance().setMode(ThemeMode::Dark);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        {
            WindowBench bench;
            QVERIFY(bench.openFirst());
            QVERIFY(bench.waitForThread());
            bench.press(Qt::Key_P);
            bench.picture(QStringLiteral("dark-mirrored"));
            QVERIFY(bench.window.findChild<ConversationListView *>()->mapTo(&bench.window, QPoint()).x()
                    > 600);
        }
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        Theme::instance().setMode(ThemeMode::Light);
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
