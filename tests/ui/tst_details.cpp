// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/details/detailspane.h"

#include "tests/ui/cutoff.h"
#include "tests/ui/panedesk.h"
#include "ui/details/factrow.h"
#include "ui/details/otherrow.h"
#include "ui/details/windowmeter.h"
#include "ui/dialogs/noticebar.h"
#include "ui/theme/tagcolors.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::test;

namespace {

struct Desk : PaneDesk {
    Desk()
        : pane(current, actions, drafts)
    {
        pane.resize(320, 500);
        pane.show();
        QTest::qWaitForWindowActive(&pane) ? void() : qFatal("no window");
    }
    // "Name: value" of the facts that can be seen.
    QStringList facts() const
    {
        QStringList result;
        const auto rows = pane.findChildren<ui::FactRow *>();
        for (const ui::FactRow *row : rows)
            if (row->isVisible())
                result << row->name() + QStringLiteral(": ") + row->value();
        return result;
    }
    ui::FactRow *fact(const QString &name) const
    {
        const auto rows = pane.findChildren<ui::FactRow *>();
        for (ui::FactRow *row : rows)
            if (row->isVisible() && row->name() == name)
                return row;
        return nullptr;
    }
    QPushButton *button(const char *name) const { return pane.findChild<QPushButton *>(QLatin1String(name)); }
    QPlainTextEdit *noteField() const
    {
        return pane.findChild<QPlainTextEdit *>(QStringLiteral("noteField"));
    }
    // Opens the note of conversation 1 for editing and types `text` in its place.
    void typeNote(const QString &text) const
    {
        QTest::mouseClick(button("editNote"), Qt::LeftButton);
        QTest::keyClick(noteField(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(noteField(), text);
    }

    ui::DetailsPane pane;
};

Conversation known(const QString &id)
{
    Conversation c = expired(id);
    Profile profile;
    profile.id = ProfileId(QStringLiteral("p"));
    profile.name = QStringLiteral("Maria Keller");
    profile.email = QStringLiteral("maria@example.com");
    profile.custom[2] = QStringLiteral("Gold");
    c.customer->profile = profile;
    Note note;
    note.id = NoteId(QStringLiteral("n1"));
    note.text = QStringLiteral("Call in the afternoon");
    c.latestNote = note;
    return c;
}

} // namespace

class TestDetails : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning()); }

    void emptyFactsAreLeftOut();
    void clickCopiesTheValueAndSaysSo();
    void tagsHaveADotInTheirColour();
    void linksAreAskedForAndSafe();
    void scrollStaysWhileFactsChange();
    void meterNamesTheTimeLeft();
    void passingSecondPaintsNoMeter();
    void otherConversationsOpenByKey();
    void limitsAreFoldedAndGiveReasons();
    void noteIsSavedAndShown();
    void refusedNoteKeepsItsText();
    void noteBeingTypedSurvivesAnotherConversation();
    void noteBeingTypedSurvivesTheProgram();
    void noteOfAnotherFailureComesBackLater();
    void missingCapabilityTakesTheNoteButtonAway();
    void markupOfStrangersIsText();
    void largeTextIsWhole();
};

void TestDetails::emptyFactsAreLeftOut()
{
    Desk desk;
    Conversation c = known(QStringLiteral("1"));
    desk.begin({c});
    desk.open(QStringLiteral("1"));
    const QStringList facts = desk.facts();
    QVERIFY(facts.contains(QStringLiteral("E-mail: maria@example.com")));
    QVERIFY(facts.contains(QStringLiteral("Connection: Connected")));
    QVERIFY(facts.contains(QStringLiteral("Custom field 3: Gold")));
    QVERIFY(facts.filter(QStringLiteral("Address")).isEmpty());
    QVERIFY(facts.filter(QStringLiteral("Custom field 1")).isEmpty());
    QVERIFY(facts.filter(QStringLiteral("Snoozed")).isEmpty());
    QCOMPARE(desk.pane.accessibleName(), QStringLiteral("Details"));
}

void TestDetails::clickCopiesTheValueAndSaysSo()
{
    Desk desk;
    desk.begin({known(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    ui::FactRow *row = desk.fact(QStringLiteral("E-mail"));
    QVERIFY(row);
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Return);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("maria@example.com"));
    QCOMPARE(row->accessibleDescription(), QStringLiteral("Copied"));
    QTest::mouseClick(desk.fact(QStringLiteral("Our line")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("+49 30 5557700"));
}

void TestDetails::tagsHaveADotInTheirColour()
{
    using Colored = ui::FactRow::Colored;
    ui::FactRow row(QStringLiteral("Tags"));
    row.resize(300, 60);
    const QColor red = ui::tagColor(QStringLiteral("#D0021B"));
    const auto hasRed = [&] {
        const QImage image = row.grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == red)
                    return true;
            }
        }
        return false;
    };
    const QString urgent = QStringLiteral("Urgent\u202E");
    row.setColored({Colored{QStringLiteral("VIP"), {}}, Colored{urgent, QStringLiteral("#D0021B")}});
    QVERIFY(!row.isHidden());
    QVERIFY(hasRed());
    // The dot belongs neither to the words nor to what is copied.
    QVERIFY2(row.value().contains(QStringLiteral("Urgent‹RLO›")), qPrintable(row.value()));
    QVERIFY(!row.value().contains(QChar(0x25CF)));
    QVERIFY(row.accessibleName().contains(row.value()));
    row.click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("VIP")));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QChar(0x25CF)));
    row.setColored({Colored{QStringLiteral("VIP"), {}}, Colored{urgent, QStringLiteral("none")}});
    QVERIFY(!hasRed());
    row.setColored({});
    QVERIFY(row.isHidden());
}

void TestDetails::linksAreAskedForAndSafe()
{
    Desk desk;
    desk.begin({known(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QSignalSpy links(&desk.pane, &ui::DetailsPane::linkRequested);
    QTest::mouseClick(desk.fact(QStringLiteral("E-mail"))->findChild<QToolButton *>(), Qt::LeftButton);
    QTest::mouseClick(desk.fact(QStringLiteral("Number"))->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(links.count(), 2);
    QCOMPARE(links.at(0).at(0).toUrl(), QUrl(QStringLiteral("mailto:maria@example.com")));
    QCOMPARE(links.at(1).at(0).toUrl(), QUrl(QStringLiteral("tel:+4915223567929")));
}

void TestDetails::scrollStaysWhileFactsChange()
{
    Desk desk;
    desk.begin({known(QStringLiteral("1")), known(QStringLiteral("2"))});
    desk.open(QStringLiteral("1"));
    QTRY_VERIFY(desk.pane.verticalScrollBar()->maximum() > 40);
    desk.pane.verticalScrollBar()->setValue(40);
    ui::FactRow *row = desk.fact(QStringLiteral("Assignee"));
    desk.backend.at(QStringLiteral("1")).assignee = aylin();
    desk.poll();
    QCOMPARE(desk.fact(QStringLiteral("Assignee")), row);
    QCOMPARE(row->value(), QStringLiteral("Aylin"));
    QCOMPARE(desk.pane.verticalScrollBar()->value(), 40);
    desk.open(QStringLiteral("2"));
    QCOMPARE(desk.pane.verticalScrollBar()->value(), 0);
}

void TestDetails::meterNamesTheTimeLeft()
{
    Desk desk;
    Conversation c = known(QStringLiteral("1"));
    c.replyPossible = true;
    c.replyUntil = kNoon.addSecs(2 * 3600);
    desk.begin({c});
    desk.open(QStringLiteral("1"));
    const auto *meter = desk.pane.findChild<ui::WindowMeter *>();
    const QString before = meter->accessibleName();
    QVERIFY2(before.startsWith(QStringLiteral("window closes in 2 hour")), qPrintable(before));
    desk.beatAt(kNoon.addSecs(3600));
    QVERIFY(meter->accessibleName().startsWith(QStringLiteral("window closes in 1 hour")));
    QVERIFY(!meter->toolTip().isEmpty());
}

void TestDetails::passingSecondPaintsNoMeter()
{
    Desk desk;
    Conversation c = conversation(QStringLiteral("1"), 5);
    c.replyUntil = kNoon.addSecs(5 * 3600);
    desk.begin({c});
    desk.open(QStringLiteral("1"));
    desk.beatAt(kNoon.addSecs(10));
    settle();
    auto *meter = desk.pane.findChild<ui::WindowMeter *>();
    QVERIFY(meter);
    PaintCount count(*meter);
    desk.beatAt(kNoon.addSecs(11));
    settle();
    QCOMPARE(count.paints, 0);
    desk.beatAt(kNoon.addSecs(4 * 3600));
    settle();
    QVERIFY(count.paints > 0);
}

void TestDetails::otherConversationsOpenByKey()
{
    Desk desk;
    desk.begin(
        {known(QStringLiteral("1")), known(QStringLiteral("2")), conversation(QStringLiteral("3"), 1)});
    desk.open(QStringLiteral("1"));
    QSignalSpy asked(&desk.pane, &ui::DetailsPane::conversationRequested);
    const auto rows = desk.pane.findChildren<ui::OtherRow *>();
    QCOMPARE(rows.size(), 1);
    rows.first()->setFocus();
    QTest::keyClick(rows.first(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<ConversationKey>(), desk.key(QStringLiteral("2")));
}

void TestDetails::limitsAreFoldedAndGiveReasons()
{
    Desk desk;
    desk.begin({known(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.backend.setCapability(Capability::React, false);
    settle();
    auto *limits = desk.pane.findChild<QLabel *>(QStringLiteral("limits"));
    QVERIFY(!limits->isVisible());
    auto *toggle = desk.pane.findChild<QToolButton *>(QStringLiteral("limitsToggle"));
    QVERIFY(toggle->isVisible());
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(limits->isVisible());
    QVERIFY(limits->text().contains(QStringLiteral("React to a message")));
}

void TestDetails::noteIsSavedAndShown()
{
    Desk desk;
    desk.begin({known(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.typeNote(QStringLiteral("Call at six"));
    QTest::mouseClick(desk.button("saveNote"), Qt::LeftButton);
    settle();
    QCOMPARE(desk.backend.log, QStringList{QStringLiteral("note 1 n1 Call at six")});
    QVERIFY(!desk.button("saveNote")->isEnabled());
    Note note = *desk.backend.at(QStringLiteral("1")).latestNote;
    note.text = QStringLiteral("Call at six");
    desk.backend.at(QStringLiteral("1")).latestNote = note;
    desk.backend.notes.answer(note);
    settle();
    desk.poll();
    QVERIFY(!desk.noteField()->isVisible());
    QCOMPARE(desk.pane.findChild<QLabel *>(QStringLiteral("noteText"))->text(),
             QStringLiteral("Call at six"));
    QCOMPARE(desk.asked(QStringLiteral("note")), 1);
}

void TestDetails::refusedNoteKeepsItsText()
{
    Desk desk;
    desk.begin({known(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.typeNote(QStringLiteral("Call at six"));
    QTest::keyClick(desk.noteField(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    desk.backend.notes.fail(ErrorKind::Rejected, Outcome::Refused);
    settle();
    QVERIFY(desk.noteField()->isVisible());
    QCOMPARE(desk.noteField()->toPlainText(), QStringLiteral("Call at six"));
    QVERIFY(desk.button("saveNote")->isEnabled());
    QVERIFY(desk.pane.findChild<ui::NoticeBar *>()->isVisible());
}

void TestDetails::noteBeingTypedSurvivesAnotherConversation()
{
    Desk desk;
    desk.begin({known(QStringLiteral("1")), known(QStringLiteral("2"))});
    desk.open(QStringLiteral("1"));
    desk.typeNote(QStringLiteral("Half a no"));
    desk.open(QStringLiteral("2"));
    QVERIFY(!desk.noteField()->isVisible());
    desk.open(QStringLiteral("1"));
    QVERIFY(desk.noteField()->isVisible());
    QCOMPARE(desk.noteField()->toPlainText(), QStringLiteral("Half a no"));
}

void TestDetails::noteBeingTypedSurvivesTheProgram()
{
    const QString words = QStringLiteral("Half a no");
    Desk desk;
    desk.begin({known(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    desk.typeNote(words);
    const ConversationKey key = desk.current.key();
    const NoteEdit typed = desk.drafts.draft(key).noteEdit;
    QCOMPARE(typed.text, words);
    desk.drafts.setNoteEdit(key, {});

    // What was on disk comes after the conversation was opened.
    ui::DetailsPane next(desk.current, desk.actions, desk.drafts);
    auto *field = next.findChild<QPlainTextEdit *>(QStringLiteral("noteField"));
    QVERIFY(field->isHidden());
    desk.drafts.setNoteEdit(key, typed);
    QVERIFY(!field->isHidden());
    QCOMPARE(field->toPlainText(), words);
    // Another pane in its place has it at once.
    const ui::DetailsPane third(desk.current, desk.actions, desk.drafts);
    QCOMPARE(third.findChild<QPlainTextEdit *>(QStringLiteral("noteField"))->toPlainText(), words);

    // It had reached the server before that end.
    desk.backend.at(QStringLiteral("1")).latestNote->text = words;
    desk.session().refresh();
    settle();
    QVERIFY(field->isHidden());
    QVERIFY(!desk.drafts.draft(key).noteEdit.isActive());
}

void TestDetails::noteOfAnotherFailureComesBackLater()
{
    Desk desk;
    desk.begin({known(QStringLiteral("1")), known(QStringLiteral("2"))});
    desk.open(QStringLiteral("1"));
    desk.typeNote(QStringLiteral("Call at six"));
    QTest::mouseClick(desk.button("saveNote"), Qt::LeftButton);
    settle();
    desk.open(QStringLiteral("2"));
    desk.backend.notes.fail(ErrorKind::ServerError, Outcome::Refused);
    settle();
    QVERIFY(!desk.noteField()->isVisible());
    desk.open(QStringLiteral("1"));
    QVERIFY(desk.noteField()->isVisible());
    QCOMPARE(desk.noteField()->toPlainText(), QStringLiteral("Call at six"));
}

void TestDetails::missingCapabilityTakesTheNoteButtonAway()
{
    Desk desk;
    desk.begin({known(QStringLiteral("1"))});
    desk.open(QStringLiteral("1"));
    QVERIFY(desk.button("editNote")->isVisible());
    desk.backend.setCapability(Capability::EditNote, false);
    settle();
    QVERIFY(!desk.button("editNote")->isVisible());
}

void TestDetails::markupOfStrangersIsText()
{
    Desk desk;
    Conversation c = known(QStringLiteral("1"));
    c.customer->profile->name = QStringLiteral("<b>Maria</b>");
    c.latestNote->text = QStringLiteral("<img src='x'>");
    desk.begin({c});
    desk.open(QStringLiteral("1"));
    const auto labels = desk.pane.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel *l) { return l->text() == QStringLiteral("<b>Maria</b>"); }));
}

void TestDetails::largeTextIsWhole()
{
    ui::Theme::instance().install(*qApp);
    ui::Theme::instance().setFontPercent(200);
    {
        Desk desk;
        desk.pane.resize(desk.pane.minimumWidth(), 500);
        desk.begin({known(QStringLiteral("1"))});
        desk.open(QStringLiteral("1"));
        desk.backend.setCapability(Capability::React, false);
        settle();
        QVERIFY2(tests::cutOff(desk.pane).isEmpty(), qPrintable(tests::cutOff(desk.pane)));
        desk.typeNote(QStringLiteral("Call in the morning"));
        settle();
        QVERIFY2(tests::cutOff(desk.pane).isEmpty(), qPrintable(tests::cutOff(desk.pane)));
    }
    ui::Theme::instance().setFontPercent(100);
}

QTEST_MAIN(TestDetails)
#include "tst_details.moc"
