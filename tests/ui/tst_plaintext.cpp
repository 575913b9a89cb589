// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/panedesk.h"
#include "ui/thread/threadview.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>
#include <QToolTip>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::test;
using inbox::ui::Command;

namespace {

// By this word a text is known to come from a stranger.
const QString kStranger = QStringLiteral("R&D");

// What a stranger may be called, or write: marks, a file of ours, tables that cost seconds to lay out, and
// letters that turn the rest of the line around.
QString hostile()
{
    return kStranger
        + QStringLiteral(" <b>Eve</b> \u202Egpj.exe \u2066x <img src=\"file:///etc/hostname\">"
                         "<table><tr><td><table><tr><td>&lt;b&gt;</td></tr></table></td></tr></table>");
}

User stranger()
{
    User u = user(QStringLiteral("9"), hostile());
    u.email = hostile();
    return u;
}

Message hostileMessage(const QString &id, MessageAuthor author)
{
    Message m = message(id, hostile(), kNoon.addSecs(-7200), author, DeliveryStatus::Error);
    m.author.raw = hostile();
    m.userId = stranger().id;
    m.contents << MediaContent{MediaKind::Document, id, hostile(), hostile(), 12, hostile(), false, {}, {}}
               << LocationContent{1.0, 2.0, hostile(), hostile(), hostile()} << UnknownContent{hostile()};
    ContactContent contact;
    contact.formattedName = contact.company = contact.department = contact.title = hostile();
    contact.phones = contact.emails = contact.addresses = {{hostile(), hostile()}};
    m.contents << contact;
    m.customerReaction = m.agentReaction = hostile();
    m.reference = message(QStringLiteral("quoted"), hostile(), kNoon.addSecs(-7300));
    m.latestError = MessageError{ErrorId(hostile()), {{}, hostile()}, hostile(), kNoon};
    m.campaign = Campaign{CampaignId(hostile()), hostile()};
    return m;
}

Conversation hostileConversation(const QString &id)
{
    Conversation c = expired(id);
    c.assignee = stranger();
    c.customer->id = CustomerId(QStringLiteral("the same"));
    c.customer->name = hostile();
    c.customer->displayId = hostile();
    Profile p;
    p.id = ProfileId(hostile());
    p.name = p.phoneNumber = p.email = p.address = hostile();
    p.salutation.raw = p.gender.raw = hostile();
    p.custom.fill(hostile());
    c.customer->profile = p;
    c.line->name = c.line->displayId = hostile();
    c.latestNote = Note{NoteId(hostile()), c.key.id, hostile(), kNoon, kNoon};
    c.latestMessage = hostileMessage(QStringLiteral("last of ") + id, MessageAuthor::Customer);
    return c;
}

// The whole window, where everything that a server may say was made up by somebody hostile. Conversation 1
// is open and can only be restarted; 2 is the same customer's, can be answered, and its status is unknown.
struct Desk : PaneDesk {
    Desk()
        : window(workspace, {})
    {
        Conversation other = hostileConversation(QStringLiteral("2"));
        other.status = {ConversationStatus::Unknown, hostile()};
        other.replyPossible = true;
        other.replyUntil = kNoon.addSecs(3600);
        for (const QString &id : {QStringLiteral("1"), QStringLiteral("2")})
            backend.messagesOf[ConversationId(id)] = {
                hostileMessage(QStringLiteral("mine in ") + id, MessageAuthor::Agent),
                hostileMessage(QStringLiteral("last of ") + id, MessageAuthor::Customer)};
        begin({hostileConversation(QStringLiteral("1")), other});
        // The account's name is the person's own, and plain all the same.
        accounts.setNameAndMe(AccountId(QStringLiteral("demo")), QStringLiteral("R&D <b>ours</b>"),
                              stranger().id);
        list.setView(models::View::All);
        window.resize(1280, 800);
        window.show();
        show(QStringLiteral("1"));
    }
    // Popups and dialogs that are left open go with the window.
    void show(const QString &id)
    {
        window.openConversation(key(id));
        settle();
    }
    void run(Command command)
    {
        window.commands().run(command);
        settle();
    }
    void click(const QString &objectName)
    {
        if (auto *button = window.findChild<QPushButton *>(objectName))
            button->click();
        settle();
    }

    ui::MainWindow window;
};

// A place where strangers' words are shown, and the way there.
struct Screen {
    const char *name;
    void (*go)(Desk &desk);
};

const QList<Screen> &screens()
{
    static const QList<Screen> all{
        {"conversation and details", [](Desk &) {}},
        {"conversation that can be answered", [](Desk &desk) { desk.show(QStringLiteral("2")); }},
        {"quote and draft",
         [](Desk &desk) {
             desk.drafts.setDraft(PaneDesk::key(QStringLiteral("2")), {hostile(), 0, {}});
             desk.show(QStringLiteral("2"));
             desk.run(Command::PreviousMessage);
             desk.run(Command::Quote);
         }},
        {"restart dialog", [](Desk &desk) { desk.run(Command::Restart); }},
        {"assign popup", [](Desk &desk) { desk.run(Command::Assign); }},
        {"reaction popup",
         [](Desk &desk) {
             desk.run(Command::PreviousMessage);
             desk.run(Command::React);
         }},
        {"message info",
         [](Desk &desk) {
             desk.run(Command::PreviousMessage);
             desk.run(Command::MessageInfo);
         }},
        {"who am I", [](Desk &desk) { desk.run(Command::WhoAmI); }},
        {"accounts", [](Desk &desk) { desk.run(Command::Accounts); }},
        {"removing an account",
         [](Desk &desk) {
             desk.run(Command::Accounts);
             desk.click(QStringLiteral("removeAccount"));
         }},
        {"editing an account",
         [](Desk &desk) {
             desk.run(Command::Accounts);
             desk.click(QStringLiteral("editAccount"));
         }},
        {"palette", [](Desk &desk) { desk.run(Command::Palette); }},
        {"help", [](Desk &desk) { desk.run(Command::Help); }},
        {"notice of a refusal",
         [](Desk &desk) {
             desk.actions.setStatus(PaneDesk::key(QStringLiteral("2")), ConversationStatus::Done);
             settle();
             Error error;
             error.kind = ErrorKind::Rejected;
             error.outcome = Outcome::Refused;
             error.detail = error.requestId = error.permission = hostile();
             desk.backend.updates.answer(Failure(error));
             settle();
         }},
        {"status of a refused list",
         [](Desk &desk) {
             Error error;
             error.kind = ErrorKind::Forbidden;
             error.detail = error.requestId = error.permission = hostile();
             desk.backend.readError = error;
             desk.poll();
         }},
    };
    return all;
}

// Everything on screen and behind it: the window, and what stands over it.
QList<QWidget *> allWidgets()
{
    QList<QWidget *> all;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        all << window << window->findChildren<QWidget *>();
    return all;
}

QList<QAction *> allActions(const Desk &desk)
{
    QList<QAction *> all = desk.window.findChildren<QAction *>();
    const QList<QWidget *> widgets = allWidgets();
    for (const QWidget *widget : widgets)
        all << widget->actions();
    return all;
}

struct Shown {
    QString where;
    QString text;
};

QString nameOf(const QObject &object)
{
    return QLatin1String(object.metaObject()->className()) + u' ' + object.objectName();
}

// The tool tips of widgets and actions, and those that views show over their rows.
QList<Shown> toolTips(const Desk &desk)
{
    QList<Shown> all;
    const QList<QWidget *> widgets = allWidgets();
    for (QWidget *widget : widgets) {
        all << Shown{nameOf(*widget), widget->toolTip()};
        auto *view = qobject_cast<QAbstractItemView *>(widget);
        if (!view || !view->isVisible())
            continue;
        constexpr int kStep = 8;
        for (int y = 0; y < view->viewport()->height(); y += kStep) {
            for (int x = 0; x < view->viewport()->width(); x += kStep) {
                const QPoint at(x, y);
                if (!view->indexAt(at).isValid())
                    continue;
                QHelpEvent event(QEvent::ToolTip, at, view->viewport()->mapToGlobal(at));
                QApplication::sendEvent(view->viewport(), &event);
                const QString text = QToolTip::isVisible() ? QToolTip::text() : QString();
                if (!text.isEmpty() && (all.isEmpty() || all.last().text != text))
                    all << Shown{nameOf(*view), text};
            }
        }
        QToolTip::hideText();
    }
    const QList<QAction *> actions = allActions(desk);
    for (const QAction *action : actions)
        all << Shown{nameOf(*action), action->toolTip()};
    return all;
}

void addSpoken(QAccessibleInterface *item, const QString &where, QList<Shown> *all)
{
    if (!item)
        return;
    for (const QAccessible::Text part : {QAccessible::Name, QAccessible::Description})
        *all << Shown{where, item->text(part)};
}

// What is read by people or by a screen reader. Fields to write in are not among it: they hold what was
// written.
QList<Shown> texts(const Desk &desk)
{
    QList<Shown> all = toolTips(desk);
    const QList<QWidget *> widgets = allWidgets();
    for (QWidget *widget : widgets) {
        const QString where = nameOf(*widget);
        all << Shown{where, widget->windowTitle()};
        if (const auto *label = qobject_cast<QLabel *>(widget))
            all << Shown{where, label->text()};
        else if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            all << Shown{where, button->text()};
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        addSpoken(spoken, where, &all);
        if (spoken && qobject_cast<QAbstractItemView *>(widget)) {
            for (int i = 0; i < spoken->childCount(); ++i)
                addSpoken(spoken->child(i), where + QStringLiteral(" row"), &all);
        }
    }
    const QList<QAction *> actions = allActions(desk);
    for (const QAction *action : actions)
        all << Shown{nameOf(*action), action->text()};
    return all;
}

// Tool tips that Qt reads as HTML may hold paragraphs and line breaks, nothing else.
bool isHarmlessToolTip(QString text)
{
    if (!Qt::mightBeRichText(text))
        return true;
    text.remove(QRegularExpression(QStringLiteral("</?p( style=[^<>]*)?>|<br ?/?>")));
    return !text.contains(u'<');
}

// Turns nothing around, and leaves nothing open that would turn what follows.
bool isStraight(const QString &text)
{
    int open = 0;
    for (const QChar letter : text) {
        const char16_t c = letter.unicode();
        if ((c >= 0x202A && c <= 0x202E) || c == 0x2066 || c == 0x2067)
            return false;
        if (c == 0x2068)
            ++open;
        if (c == 0x2069 && --open < 0)
            return false;
    }
    return open == 0;
}

} // namespace

class TestPlainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The off-screen platform says of windows what it cannot do.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)"))); }

    void strangersAreShown_data() { addScreens(); }
    void strangersAreShown();
    void labelsAreOfPlainText_data() { addScreens(); }
    void labelsAreOfPlainText();
    void noFieldReadsMarkup_data() { addScreens(); }
    void noFieldReadsMarkup();
    void toolTipsShowMarksAsText_data() { addScreens(); }
    void toolTipsShowMarksAsText();
    void ampersandsAreNoKeys_data() { addScreens(); }
    void ampersandsAreNoKeys();
    void nothingTurnsALineAround_data() { addScreens(); }
    void nothingTurnsALineAround();
    void windowTitlesAreOurs_data() { addScreens(); }
    void windowTitlesAreOurs();

private:
    static void addScreens()
    {
        QTest::addColumn<int>("screen");
        for (int i = 0; i < screens().size(); ++i)
            QTest::newRow(screens().at(i).name) << i;
    }
    static void go(Desk &desk)
    {
        QFETCH(int, screen);
        screens().at(screen).go(desk);
    }
};

// Else everything below would be true of nothing.
void TestPlainText::strangersAreShown()
{
    Desk desk;
    const QList<Shown> before = texts(desk);
    go(desk);
    const QList<Shown> all = texts(desk);
    const auto fromStranger = [](const Shown &shown) { return shown.text.contains(kStranger); };
    QVERIFY(std::any_of(all.cbegin(), all.cend(), fromStranger));
    QVERIFY(std::count_if(before.cbegin(), before.cend(), fromStranger) > 20);
}

void TestPlainText::labelsAreOfPlainText()
{
    Desk desk;
    go(desk);
    const QList<QWidget *> widgets = allWidgets();
    for (const QWidget *widget : widgets) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        // Qt's own tool tip is looked at below.
        if (label && !label->inherits("QTipLabel") && label->textFormat() != Qt::PlainText)
            QFAIL(qPrintable(nameOf(*label) + QStringLiteral(" shows ") + label->text()));
    }
}

void TestPlainText::noFieldReadsMarkup()
{
    Desk desk;
    go(desk);
    const QList<QWidget *> widgets = allWidgets();
    for (const QWidget *widget : widgets)
        QVERIFY2(!qobject_cast<const QTextEdit *>(widget), qPrintable(nameOf(*widget)));
}

void TestPlainText::toolTipsShowMarksAsText()
{
    Desk desk;
    go(desk);
    const QList<Shown> all = toolTips(desk);
    for (const Shown &shown : all)
        QVERIFY2(isHarmlessToolTip(shown.text),
                 qPrintable(shown.where + QStringLiteral(" shows ") + shown.text));
}

void TestPlainText::ampersandsAreNoKeys()
{
    Desk desk;
    go(desk);
    QList<Shown> all;
    const QList<QAction *> actions = allActions(desk);
    for (const QAction *action : actions)
        all << Shown{nameOf(*action), action->text()};
    const QList<QWidget *> widgets = allWidgets();
    for (const QWidget *widget : widgets)
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            all << Shown{nameOf(*button), button->text()};
    for (Shown &shown : all)
        QVERIFY2(!shown.text.remove(QStringLiteral("&&")).contains(u'&'),
                 qPrintable(shown.where + QStringLiteral(" shows ") + shown.text));
}

void TestPlainText::nothingTurnsALineAround()
{
    Desk desk;
    go(desk);
    const QList<Shown> all = texts(desk);
    for (const Shown &shown : all)
        QVERIFY2(isStraight(shown.text), qPrintable(shown.where + QStringLiteral(" shows ") + shown.text));
}

void TestPlainText::windowTitlesAreOurs()
{
    Desk desk;
    go(desk);
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows)
        QVERIFY2(!window->windowTitle().contains(kStranger), qPrintable(nameOf(*window)));
}

QTEST_MAIN(TestPlainText)
#include "tst_plaintext.moc"
