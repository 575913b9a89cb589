// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/composer/composer.h"

#include "tests/ui/panedesk.h"
#include "ui/composer/replyedit.h"
#include "ui/dialogs/restartdialog.h"
#include "ui/text/recordwords.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::test;

namespace {

struct Desk : PaneDesk {
    Desk()
        : composer(current, actions, drafts, thread, workspace.sendGuard, attachments)
    {
        composer.resize(640, composer.sizeHint().height());
        composer.show();
        QTest::qWaitForWindowActive(&composer) ? void() : qFatal("no window");
        edit = composer.findChild<ui::ReplyEdit *>();
        // As the window does when somebody presses R.
        QObject::connect(&current, &models::CurrentConversation::opened, &composer,
                         [this] { composer.focusReply(); });
    }
    QString label(const char *name) const
    {
        const auto *found = composer.findChild<QLabel *>(QLatin1String(name));
        return found && !found->isHidden() ? found->text() : QString();
    }
    QPushButton *button(const char *name) const
    {
        return composer.findChild<QPushButton *>(QLatin1String(name));
    }
    ui::RestartDialog *dialog() const { return composer.findChild<ui::RestartDialog *>(); }
    // Presses Enter in the dialog until it takes it: it is deaf at first.
    bool enterClosesDialog() const
    {
        if (ui::RestartDialog *open = dialog(); open && open->isVisible())
            QTest::keyClick(open->focusWidget(), Qt::Key_Return);
        return !dialog() || !dialog()->isVisible();
    }

    models::Attachments attachments{QString()};
    ui::Composer composer;
    ui::ReplyEdit *edit;
};

Conversation openOne(const QString &id)
{
    return conversation(id, 5);
}

void holdReturn(QWidget *widget, Qt::KeyboardModifiers modifiers = {})
{
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, modifiers, QStringLiteral("\r"), true);
    QCoreApplication::sendEvent(widget, &press);
}

} // namespace

class TestComposer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

    void sendKeySendsTheTextOnce();
    void enterMakesANewLine();
    void heldSendKeySendsNothing();
    void enterSendsWhenThatIsChosen();
    void enterBelongsToTheInputMethodWhileItComposes_data();
    void enterBelongsToTheInputMethodWhileItComposes();
    void sendKeyIsShown();
    void emojiGoesInAtTheCaretAsOneStep();
    void marksGoAroundWordsAndAwayAgain_data();
    void marksGoAroundWordsAndAwayAgain();
    void sendButtonNeedsText();
    void draftStaysWithItsConversationAndCaret();
    void undoNeverBringsAnotherConversationsWords();
    void aNoticeOfAWindowThatHasClosedAgainIsGone();
    void arrivingMessagesLeaveTextAndCaretAlone();
    void unsentTextComesBackBeforeTheCaretsWords();
    void pasteIsPlainAndClean();
    void pasteThatIsTooLongIsRefusedAsAWhole();
    void copiedFilesAreNotPasted();
    void fieldGrowsToEightLines();
    void replyStateDecides_data();
    void replyStateDecides();
    void closedFieldKeepsItsTextAndTakesNone();
    void emptyClosedFieldClaimsToKeepNothing();
    void textOfAConversationThatIsGoneCanBeCopied();
    void reopenedWindowBringsTheFieldBackAndSaysSo();
    void passedDeadlineLeavesTheFieldOpen();
    void estimateIsCalledAnEstimate();
    void countdownFollowsTheClock();
    void passingSecondPaintsNothing();
    void restartIsPaidOnceByKeys();
    void restartQuestionIsDeafToHeldKeys();
    void restartQuestionClosesWhenTheWindowReopens();
    void unansweredRestartAsksASecondTime();
    void cancelledRestartPaysNothing();
    void refusedRestartIsToldAndMayBeAskedAgain();
    void lostRestartAsksThePersonOnlyAfterLooking();
    void quoteIsShownAndDropped();
    void backspaceInTheEmptyFieldDropsTheQuote();
    void quoteStaysWithItsConversation();
    void namesAreSaidToScreenReaders();
};

void TestComposer::sendKeySendsTheTextOnce()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("Good morning"));
    QTest::keyClick(desk.edit, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(desk.edit, Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(desk.backend.log.filter(QStringLiteral("send")),
             QStringList{QStringLiteral("send 1 Good morning")});
    QVERIFY(desk.edit->toPlainText().isEmpty());
}

void TestComposer::enterMakesANewLine()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("a"));
    QTest::keyClick(desk.edit, Qt::Key_Return);
    QTest::keyClicks(desk.edit, QStringLiteral("b"));
    QTest::keyClick(desk.edit, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(desk.edit, QStringLiteral("c"));
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("a\nb\nc"));
    QCOMPARE(desk.edit->document()->blockCount(), 3);
    QCOMPARE(desk.asked(QStringLiteral("send")), 0);
}

void TestComposer::heldSendKeySendsNothing()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("a"));
    holdReturn(desk.edit, Qt::ControlModifier);
    QCOMPARE(desk.asked(QStringLiteral("send")), 0);
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("a"));
}

void TestComposer::enterSendsWhenThatIsChosen()
{
    Desk desk;
    desk.composer.setSendKey(models::SendKey::Enter);
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("a"));
    QTest::keyClick(desk.edit, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(desk.edit, QStringLiteral("b"));
    holdReturn(desk.edit);
    QCOMPARE(desk.asked(QStringLiteral("send")), 0);
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("a\nb"));
    QTest::keyClick(desk.edit, Qt::Key_Return);
    QTest::keyClick(desk.edit, Qt::Key_Return); // a double press
    settle();
    QTest::keyClicks(desk.edit, QStringLiteral("c"));
    QTest::keyClick(desk.edit, Qt::Key_Enter, Qt::KeypadModifier);
    settle();
    QTest::keyClicks(desk.edit, QStringLiteral("d"));
    QTest::keyClick(desk.edit, Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(desk.backend.log.filter(QStringLiteral("send")).first(), QStringLiteral("send 1 a\nb"));
    QVERIFY(desk.edit->toPlainText().isEmpty());
}

void TestComposer::enterBelongsToTheInputMethodWhileItComposes_data()
{
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Enter") << Qt::KeyboardModifiers();
    QTest::newRow("Ctrl+Enter") << Qt::KeyboardModifiers(Qt::ControlModifier);
}

void TestComposer::enterBelongsToTheInputMethodWhileItComposes()
{
    QFETCH(Qt::KeyboardModifiers, modifiers);
    Desk desk;
    desk.composer.setSendKey(models::SendKey::Enter);
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("a"));
    QInputMethodEvent composing(QStringLiteral("\u3042"), {});
    QCoreApplication::sendEvent(desk.edit, &composing);
    QTest::keyClick(desk.edit, Qt::Key_Return, modifiers);
    QCOMPARE(desk.asked(QStringLiteral("send")), 0);
    QInputMethodEvent committing;
    committing.setCommitString(QStringLiteral("\u3042"));
    QCoreApplication::sendEvent(desk.edit, &committing);
    QTest::keyClick(desk.edit, Qt::Key_Return, modifiers);
    settle();
    QCOMPARE(desk.backend.log.filter(QStringLiteral("send")), QStringList{QStringLiteral("send 1 a\u3042")});
}

void TestComposer::sendKeyIsShown()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    const auto shows = [&desk](const QString &key) {
        const auto labels = desk.composer.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&key](const QLabel *label) {
            return label->isVisible() && label->text() == key;
        });
    };
    QVERIFY(shows(QStringLiteral("Ctrl+Enter")));
    desk.composer.setSendKey(models::SendKey::Enter);
    QVERIFY(shows(QStringLiteral("Enter")));
}

void TestComposer::emojiGoesInAtTheCaretAsOneStep()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("ab"));
    QTest::keyClick(desk.edit, Qt::Key_Left);
    const QString family = QStringLiteral("\U0001F468\u200D\U0001F469\u200D\U0001F467");
    desk.composer.insert(family);
    QCOMPARE(desk.edit->toPlainText(), QString(u'a' + family + u'b'));
    QTest::keyClicks(desk.edit, QStringLiteral("c"));
    QTest::keyClick(desk.edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.edit->toPlainText(), QString(u'a' + family + u'b'));
    QTest::keyClick(desk.edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("ab"));
}

// "[" and "]" stand for what is selected, "|" for the caret.
void TestComposer::marksGoAroundWordsAndAwayAgain_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after);
    };
    row("a selection", "a [b c] d", "a *[b c]* d");
    row("not the blanks at its ends", "a[ b ]c", "a[ *b* ]c");
    row("marks beside it go", "a *[b c]* d", "a [b c] d");
    row("marks in it go", "a [*b c*] d", "a [b c] d");
    row("each line", "[a\nb]", "*[a*\n*b]*");
    row("no empty line", "[a\n\nb]", "*[a*\n\n*b]*");
    row("each line back", "*[a*\n*b]*", "[a\nb]");
    row("the word at the caret", "one two| three", "one *two|* three");
    row("inside a word", "one t|wo", "one *t|wo*");
    row("its marks go", "one *t|wo*", "one t|wo");
    row("no word", "one | two", "one *|* two");
    row("an empty pair goes", "one *|* two", "one | two");
}

void TestComposer::marksGoAroundWordsAndAwayAgain()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QString text = before;
    const bool caretOnly = before.contains(u'|');
    const int from = int(before.indexOf(caretOnly ? u'|' : u'['));
    const int to = caretOnly ? from : int(before.indexOf(u']')) - 1;
    text.remove(u'|').remove(u'[').remove(u']');
    desk.edit->setDraft(text, from);
    QTextCursor cursor = desk.edit->textCursor();
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    desk.edit->setTextCursor(cursor);

    desk.composer.toggleMark(u'*');

    QString shown = desk.edit->toPlainText();
    cursor = desk.edit->textCursor();
    if (cursor.hasSelection()) {
        shown.insert(cursor.selectionEnd(), u']');
        shown.insert(cursor.selectionStart(), u'[');
    } else {
        shown.insert(cursor.position(), u'|');
    }
    QCOMPARE(shown, after);
    QTest::keyClick(desk.edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.edit->toPlainText(), text);
}

void TestComposer::sendButtonNeedsText()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QVERIFY(!desk.composer.primaryButton()->isEnabled());
    QTest::keyClicks(desk.edit, QStringLiteral(" "));
    QVERIFY(!desk.composer.primaryButton()->isEnabled());
    QTest::keyClicks(desk.edit, QStringLiteral("a"));
    QVERIFY(desk.composer.primaryButton()->isEnabled());
    QTest::mouseClick(desk.composer.primaryButton(), Qt::LeftButton);
    settle();
    QCOMPARE(desk.asked(QStringLiteral("send")), 1);
    QVERIFY(desk.composer.hasReplyFocus());
}

void TestComposer::draftStaysWithItsConversationAndCaret()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1")), openOne(QStringLiteral("2"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("Hello there"));
    QTest::keyClick(desk.edit, Qt::Key_Home);
    desk.open(QStringLiteral("2"));
    QVERIFY(desk.edit->toPlainText().isEmpty());
    QTest::keyClicks(desk.edit, QStringLiteral("Other"));
    desk.open(QStringLiteral("1"));
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("Hello there"));
    QCOMPARE(desk.edit->textCursor().position(), 0);
    QCOMPARE(desk.drafts.draft(desk.key(QStringLiteral("2"))).text, QStringLiteral("Other"));
}

void TestComposer::undoNeverBringsAnotherConversationsWords()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1")), openOne(QStringLiteral("2"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("For one only"));
    QTest::keyClick(desk.edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(desk.edit, Qt::Key_Delete);
    desk.open(QStringLiteral("2"));
    QTest::keyClick(desk.edit, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.edit->toPlainText().isEmpty());
    QVERIFY(desk.drafts.draft(desk.key(QStringLiteral("2"))).isEmpty());
}

void TestComposer::aNoticeOfAWindowThatHasClosedAgainIsGone()
{
    Desk desk;
    Conversation closed = openOne(QStringLiteral("1"));
    closed.replyPossible = false;
    closed.replyUntil = kNoon.addSecs(-60);
    desk.begin({closed, openOne(QStringLiteral("2"))});
    desk.open(QStringLiteral("1"));
    desk.backend.at(QStringLiteral("1")).replyPossible = true;
    desk.backend.at(QStringLiteral("1")).replyUntil = kNoon.addSecs(3600);
    desk.poll();
    QVERIFY(desk.composer.notice()->text().contains(QStringLiteral("You can write again")));
    desk.open(QStringLiteral("2"));
    desk.open(QStringLiteral("1"));
    QVERIFY(desk.composer.notice()->text().contains(QStringLiteral("You can write again"))); // it still is so
    desk.open(QStringLiteral("2"));
    desk.backend.at(QStringLiteral("1")).replyPossible = false;
    desk.backend.at(QStringLiteral("1")).replyUntil = kNoon.addSecs(-60);
    desk.poll();
    desk.open(QStringLiteral("1"));
    QVERIFY(desk.composer.notice()->isHidden());
}

void TestComposer::arrivingMessagesLeaveTextAndCaretAlone()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("Half a sen"));
    QTest::keyClick(desk.edit, Qt::Key_Left);
    const int caret = desk.edit->textCursor().position();
    desk.backend.at(QStringLiteral("1")).latestMessage =
        message(QStringLiteral("m99"), QStringLiteral("Are you there?"), kNoon);
    desk.backend.at(QStringLiteral("1")).unreadCount = 3;
    desk.poll();
    QCOMPARE(desk.current.conversation()->unreadCount, 3);
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("Half a sen"));
    QCOMPARE(desk.edit->textCursor().position(), caret);
    QVERIFY(desk.composer.hasReplyFocus());
}

void TestComposer::unsentTextComesBackBeforeTheCaretsWords()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("First"));
    QTest::keyClick(desk.edit, Qt::Key_Return, Qt::ControlModifier);
    settle();
    desk.backend.sends.fail(ErrorKind::ConnectionRefused, Outcome::NotSent);
    settle();
    QTest::keyClicks(desk.edit, QStringLiteral("Second"));
    QTest::keyClick(desk.edit, Qt::Key_Left);
    const auto *thread = desk.session().thread(ConversationId(QStringLiteral("1")));
    QCOMPARE(thread->outgoing.size(), 1);
    desk.actions.settleMessage(desk.key(QStringLiteral("1")), thread->outgoing.first().id, false);
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("First\nSecond"));
    QTest::keyClicks(desk.edit, QStringLiteral("n"));
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("First\nSeconnd"));
}

void TestComposer::pasteIsPlainAndClean()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    auto *data = new QMimeData;
    data->setHtml(QStringLiteral("<b>bold</b>"));
    data->setText(QStringLiteral("a\r\nb\rc\u2028d\u202e\u2066\u0007e\u200fx"));
    QGuiApplication::clipboard()->setMimeData(data);
    QTest::keyClick(desk.edit, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("a\nb\nc\nde\u200fx"));
    QCOMPARE(ui::ReplyEdit::cleaned(QStringLiteral("e") + QString(100, QChar(0x301))).size(), 9);
}

void TestComposer::pasteThatIsTooLongIsRefusedAsAWhole()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("a"));
    QGuiApplication::clipboard()->setText(QString(ui::ReplyEdit::kMaximumLength, u'x'));
    QTest::keyClick(desk.edit, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("a"));
    QVERIFY(desk.composer.notice()->isVisible());
    QTest::keyClick(desk.edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(desk.edit, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(desk.edit->toPlainText().size(), ui::ReplyEdit::kMaximumLength);
    QVERIFY(desk.label("replyLength").contains(QStringLiteral("WhatsApp")));
}

void TestComposer::copiedFilesAreNotPasted()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(QStringLiteral("/home/ben/private.pdf"))});
    data->setText(QStringLiteral("file:///home/ben/private.pdf"));
    QGuiApplication::clipboard()->setMimeData(data);
    QTest::keyClick(desk.edit, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(desk.edit->toPlainText().isEmpty());
}

void TestComposer::fieldGrowsToEightLines()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QList<int> heights{desk.edit->height()}; // at 1, 2, 3… lines
    for (int lines = 2; lines <= 20; ++lines) {
        QTest::keyClick(desk.edit, Qt::Key_Return);
        heights << desk.edit->height();
        if (lines <= 8)
            QVERIFY2(desk.edit->verticalScrollBar()->maximum() == 0, qPrintable(QString::number(lines)));
    }
    const int line = heights.at(2) - heights.at(1);
    QVERIFY(line > 0);
    QVERIFY(qAbs(heights.at(1) - heights.at(0)) <= 2); // two lines high from the start
    QCOMPARE(heights.at(7) - heights.at(2), 5 * line);
    QCOMPARE(heights.last(), heights.at(7));
}

void TestComposer::replyStateDecides_data()
{
    QTest::addColumn<Conversation>("conversation");
    QTest::addColumn<bool>("open");
    QTest::addColumn<QString>("button"); // how it begins; empty: there is none
    QTest::addColumn<QString>("words");

    Conversation c = openOne(QStringLiteral("1"));
    c.replyUntil = kNoon.addSecs(3 * 3600 + 12 * 60);
    QTest::newRow("open") << c << true << QStringLiteral("Send") << QStringLiteral("3 h 12 min");
    QTest::newRow("expired") << expired(QStringLiteral("1")) << false
                             << QStringLiteral("Restart conversation") << QStringLiteral("closed");
    c = expired(QStringLiteral("1"));
    c.channel = {Channel::Widget, {}};
    QTest::newRow("expired widget") << c << false << QString() << QStringLiteral("has to write first");
    c = expired(QStringLiteral("1"));
    c.line->inSync = false;
    QTest::newRow("not connected") << c << false << QString() << QStringLiteral("no longer connected");
    c = expired(QStringLiteral("1"));
    c.replyUntil = kNoon.addSecs(3600);
    QTest::newRow("closed by provider")
        << c << false << QStringLiteral("Check again") << QStringLiteral("does not allow a reply");
    c.customerInteractionRequired = true;
    QTest::newRow("waits for the customer")
        << c << false << QString() << QStringLiteral("has to answer first");
    c = openOne(QStringLiteral("1"));
    c.replyPossible.reset();
    QTest::newRow("unknown") << c << true << QStringLiteral("Send") << QString();
}

void TestComposer::replyStateDecides()
{
    QFETCH(Conversation, conversation);
    QFETCH(bool, open);
    QFETCH(QString, button);
    QFETCH(QString, words);
    Desk desk;
    desk.begin({conversation});
    desk.open(QStringLiteral("1"));
    QCOMPARE(desk.edit->isOpen(), open);
    QCOMPARE(desk.composer.primaryButton()->isVisible(), !button.isEmpty());
    if (!button.isEmpty())
        QVERIFY2(desk.composer.primaryButton()->text().startsWith(button),
                 qPrintable(desk.composer.primaryButton()->text()));
    QVERIFY2(desk.label("replyHeadline").contains(words), qPrintable(desk.label("replyHeadline")));
}

void TestComposer::closedFieldKeepsItsTextAndTakesNone()
{
    Desk desk;
    desk.drafts.setDraft(desk.key(QStringLiteral("1")), {QStringLiteral("My answer"), 2, {}});
    desk.begin({expired(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.composer.focusReply();
    QTest::keyClicks(desk.edit, QStringLiteral("x"));
    QTest::keyClick(desk.edit, Qt::Key_Backspace);
    QTest::keyClick(desk.edit, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("My answer"));
    QVERIFY(desk.label("replyDetail").contains(QStringLiteral("Your text is kept")));
    QTest::keyClick(desk.edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(desk.edit, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("My answer"));
    QVERIFY(desk.backend.log.isEmpty());
}

void TestComposer::textOfAConversationThatIsGoneCanBeCopied()
{
    Desk desk;
    desk.begin({openOne(QStringLiteral("1")), openOne(QStringLiteral("2"))});
    desk.open(QStringLiteral("1"));
    QTest::keyClicks(desk.edit, QStringLiteral("Long answer"));
    desk.backend.conversationList.removeFirst();
    desk.poll();
    QVERIFY(!desk.current.conversation());
    QVERIFY(desk.edit->isVisible() && desk.edit->isEnabled());
    QVERIFY(!desk.edit->isOpen());
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("Long answer"));
}

void TestComposer::emptyClosedFieldClaimsToKeepNothing()
{
    Desk desk;
    desk.begin({expired(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QVERIFY(!desk.edit->isOpen());
    QVERIFY(!desk.label("replyDetail").contains(QStringLiteral("kept")));
}

void TestComposer::reopenedWindowBringsTheFieldBackAndSaysSo()
{
    Desk desk;
    desk.drafts.setDraft(desk.key(QStringLiteral("1")), {QStringLiteral("My answer"), 2, {}});
    desk.begin({expired(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QVERIFY(!desk.edit->isOpen());
    desk.backend.at(QStringLiteral("1")).replyPossible = true;
    desk.backend.at(QStringLiteral("1")).replyUntil = kNoon.addSecs(24 * 3600);
    desk.poll();
    QVERIFY(desk.edit->isOpen());
    QCOMPARE(desk.edit->toPlainText(), QStringLiteral("My answer"));
    QVERIFY(desk.composer.notice()->isVisible());
    // The window closed over the text: it was held, and is offered now.
    QCOMPARE(desk.composer.notice()->text(), ui::RecordWords::offer(kNoon, kNoon, false));
    QCOMPARE(desk.composer.primaryButton()->text(), QStringLiteral("Send"));
    QTest::keyClick(desk.edit, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(desk.edit, QStringLiteral("!"));
    QVERIFY(!desk.composer.notice()->isVisible()); // whoever changes it has seen it
}

void TestComposer::passedDeadlineLeavesTheFieldOpen()
{
    Desk desk;
    Conversation c = openOne(QStringLiteral("1"));
    c.replyUntil = kNoon.addSecs(60);
    desk.begin({c});
    desk.open(QStringLiteral("1"));
    desk.beatAt(kNoon.addSecs(61));
    QVERIFY(desk.edit->isOpen());
    QVERIFY(desk.label("replyHeadline").contains(QStringLiteral("should have closed")));
}

void TestComposer::estimateIsCalledAnEstimate()
{
    Desk desk;
    Conversation c = openOne(QStringLiteral("1"));
    c.replyPossible.reset();
    c.lastCustomerReplyAt = kNoon.addSecs(-3600);
    desk.begin({c});
    desk.open(QStringLiteral("1"));
    QVERIFY(desk.label("replyHeadline").contains(QStringLiteral("estimate")));
}

void TestComposer::countdownFollowsTheClock()
{
    Desk desk;
    Conversation c = openOne(QStringLiteral("1"));
    c.replyUntil = kNoon.addSecs(2 * 3600);
    desk.begin({c});
    desk.open(QStringLiteral("1"));
    const QString before = desk.label("replyHeadline");
    desk.beatAt(kNoon.addSecs(3600));
    QVERIFY(desk.label("replyHeadline") != before);
    QVERIFY(desk.label("replyHeadline").contains(QStringLiteral("1 h")));
}

void TestComposer::passingSecondPaintsNothing()
{
    Desk desk;
    Conversation c = openOne(QStringLiteral("1"));
    c.replyUntil = kNoon.addSecs(5 * 3600);
    desk.begin({c});
    desk.open(QStringLiteral("1"));
    desk.edit->clearFocus(); // its cursor blinks
    desk.beatAt(kNoon.addSecs(10));
    settle();
    PaintCount count(desk.composer);
    desk.composer.update();
    settle();
    QCOMPARE(count.paints, 1); // paints are seen at all
    desk.beatAt(kNoon.addSecs(11));
    settle();
    QCOMPARE(count.paints, 1);
}

void TestComposer::restartIsPaidOnceByKeys()
{
    Desk desk;
    desk.begin({expired(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.composer.primaryButton()->setFocus();
    QTest::keyClick(desk.composer.primaryButton(), Qt::Key_Space);
    QVERIFY(desk.dialog());
    QTRY_VERIFY(desk.enterClosesDialog());
    settle();
    QCOMPARE(desk.asked(QStringLiteral("restart")), 1);
    QVERIFY(!desk.composer.primaryButton()->isEnabled());
    QVERIFY(
        desk.composer.primaryButton()->accessibleName().startsWith(QStringLiteral("Restart conversation")));
    desk.composer.askToRestart();
    QTest::mouseDClick(desk.composer.primaryButton(), Qt::LeftButton);
    QTRY_VERIFY(!desk.dialog());
    QCOMPARE(desk.asked(QStringLiteral("restart")), 1);
}

void TestComposer::restartQuestionIsDeafToHeldKeys()
{
    Desk desk;
    desk.begin({expired(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.composer.askToRestart();
    QVERIFY(desk.dialog());
    // Pressed at once: it was meant for something else.
    QTest::keyClick(desk.dialog()->focusWidget(), Qt::Key_Return);
    QVERIFY(desk.dialog()->isVisible());
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(timer.hasExpired(ui::RestartDialog::kDeafMs));
    holdReturn(desk.dialog()->focusWidget());
    holdReturn(desk.dialog());
    QVERIFY(desk.dialog()->isVisible());
    settle();
    QCOMPARE(desk.asked(QStringLiteral("restart")), 0);
}

void TestComposer::restartQuestionClosesWhenTheWindowReopens()
{
    Desk desk;
    desk.begin({expired(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.composer.askToRestart();
    desk.backend.at(QStringLiteral("1")).replyPossible = true;
    desk.backend.at(QStringLiteral("1")).replyUntil = kNoon.addSecs(24 * 3600);
    desk.poll();
    QVERIFY(!desk.dialog() || !desk.dialog()->isVisible());
    QCOMPARE(desk.asked(QStringLiteral("restart")), 0);
    QVERIFY(desk.composer.notice()->isVisible());
}

void TestComposer::unansweredRestartAsksASecondTime()
{
    Desk desk;
    Conversation c = expired(QStringLiteral("1"));
    c.customerInteractionRequired = true;
    desk.begin({c});
    desk.open(QStringLiteral("1"));
    desk.composer.askToRestart();
    QVERIFY(desk.dialog());
    auto *again = desk.dialog()->findChild<QCheckBox *>();
    QVERIFY(again);
    auto *confirm = desk.dialog()->findChild<QPushButton *>(QStringLiteral("restartConfirm"));
    QVERIFY(!confirm->isEnabled());
    QTRY_VERIFY(again->hasFocus());
    const auto tick = [again] {
        if (!again->isChecked())
            QTest::keyClick(again, Qt::Key_Space);
        return again->isChecked();
    };
    QTRY_VERIFY(tick());
    QVERIFY(confirm->isEnabled());
    QTRY_VERIFY(desk.enterClosesDialog());
    settle();
    QCOMPARE(desk.asked(QStringLiteral("restart")), 1);
}

void TestComposer::cancelledRestartPaysNothing()
{
    Desk desk;
    desk.begin({expired(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.composer.askToRestart();
    QTest::keyClick(desk.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!desk.dialog());
    settle();
    QCOMPARE(desk.asked(QStringLiteral("restart")), 0);
    QVERIFY(desk.composer.primaryButton()->isEnabled());
}

void TestComposer::refusedRestartIsToldAndMayBeAskedAgain()
{
    Desk desk;
    desk.begin({expired(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.actions.restart(desk.key(QStringLiteral("1")));
    settle();
    desk.backend.restarts.fail(ErrorKind::Rejected, Outcome::Refused);
    settle();
    QVERIFY(desk.composer.notice()->isVisible());
    QVERIFY(desk.composer.notice()->text().contains(QStringLiteral("not sent")));
    QVERIFY(desk.composer.primaryButton()->isEnabled());
}

void TestComposer::lostRestartAsksThePersonOnlyAfterLooking()
{
    Desk desk;
    desk.begin({expired(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.actions.restart(desk.key(QStringLiteral("1")));
    settle();
    QSignalSpy finished(&desk.actions, &models::InboxActions::restartFinished);
    bool askedTooEarly = false;
    QObject::connect(&desk.actions, &models::InboxActions::restartFinished, &desk.composer,
                     [&](const ConversationKey &, sync::RestartOutcome outcome) {
                         if (outcome == sync::RestartOutcome::Unknown)
                             askedTooEarly = desk.button("restartWasSent")->isVisible();
                     });
    desk.backend.restarts.fail(ErrorKind::Timeout, Outcome::Unknown);
    QTRY_VERIFY(desk.button("restartWasSent")->isVisible());
    QVERIFY(!askedTooEarly);
    QCOMPARE(finished.count(), 2);
    QCOMPARE(desk.composer.primaryButton()->text(), QStringLiteral("Check again"));
    QTest::mouseClick(desk.button("restartWasNotSent"), Qt::LeftButton);
    QVERIFY(!desk.button("restartWasNotSent")->isVisible());
    QVERIFY(desk.composer.primaryButton()->text().startsWith(QStringLiteral("Restart conversation")));
    QCOMPARE(desk.asked(QStringLiteral("restart")), 1);
}

void TestComposer::quoteIsShownAndDropped()
{
    Desk desk;
    desk.backend.messagesOf.insert(
        ConversationId(QStringLiteral("1")),
        {message(QStringLiteral("m1"), QStringLiteral("Where is my parcel?"), kNoon.addSecs(-300))});
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.composer.quote(MessageId(QStringLiteral("m1")));
    const auto labels = desk.composer.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *l) {
        return l->isVisible() && l->text() == QStringLiteral("Where is my parcel?");
    }));
    QTest::keyClicks(desk.edit, QStringLiteral("On its way"));
    QTest::keyClick(desk.edit, Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(desk.backend.log.filter(QStringLiteral("send")),
             QStringList{QStringLiteral("send 1 On its way m1")});
    QVERIFY(desk.drafts.draft(desk.key(QStringLiteral("1"))).quoted.isEmpty());
}

void TestComposer::backspaceInTheEmptyFieldDropsTheQuote()
{
    Desk desk;
    desk.backend.messagesOf.insert(
        ConversationId(QStringLiteral("1")),
        {message(QStringLiteral("m1"), QStringLiteral("Where is my parcel?"), kNoon.addSecs(-300))});
    desk.begin({openOne(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.composer.quote(MessageId(QStringLiteral("m1")));
    QTest::keyClicks(desk.edit, QStringLiteral("a"));
    QTest::keyClick(desk.edit, Qt::Key_Backspace); // takes the letter
    QCOMPARE(desk.drafts.draft(desk.key(QStringLiteral("1"))).quoted, MessageId(QStringLiteral("m1")));
    QTest::keyClick(desk.edit, Qt::Key_Backspace);
    QVERIFY(desk.drafts.draft(desk.key(QStringLiteral("1"))).quoted.isEmpty());
    const auto labels = desk.composer.findChildren<QLabel *>();
    QVERIFY(std::none_of(labels.cbegin(), labels.cend(), [](const QLabel *l) {
        return l->isVisible() && l->text() == QStringLiteral("Where is my parcel?");
    }));
}

void TestComposer::quoteStaysWithItsConversation()
{
    Desk desk;
    desk.backend.messagesOf.insert(
        ConversationId(QStringLiteral("1")),
        {message(QStringLiteral("m1"), QStringLiteral("Where is my parcel?"), kNoon.addSecs(-300))});
    desk.begin({openOne(QStringLiteral("1")), openOne(QStringLiteral("2"))});
    desk.open(QStringLiteral("1"));
    desk.composer.quote(MessageId(QStringLiteral("m1")));
    desk.open(QStringLiteral("2"));
    const auto quoteShown = [&desk] {
        const auto labels = desk.composer.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *l) {
            return l->isVisible() && l->text() == QStringLiteral("Where is my parcel?");
        });
    };
    QVERIFY(!quoteShown());
    desk.open(QStringLiteral("1"));
    QVERIFY(quoteShown());
}

void TestComposer::namesAreSaidToScreenReaders()
{
    Desk desk;
    Conversation c = openOne(QStringLiteral("1"));
    c.replyUntil = kNoon.addSecs(3 * 3600 + 12 * 60);
    desk.begin({c});
    desk.open(QStringLiteral("1"));
    QCOMPARE(desk.edit->accessibleName(), QStringLiteral("Reply"));
    // Without a translation the plural is spelled "hour(s)".
    QVERIFY2(desk.edit->accessibleDescription().startsWith(QStringLiteral("window closes in 3 hour")),
             qPrintable(desk.edit->accessibleDescription()));
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
