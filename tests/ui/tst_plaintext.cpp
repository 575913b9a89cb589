// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/ui/panedesk.h"
#include "ui/composer/quotestrip.h"
#include "ui/details/factrow.h"
#include "ui/details/notecard.h"
#include "ui/details/otherrow.h"
#include "ui/dialogs/choicelist.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/restartdialog.h"
#include "ui/list/conversationrowlayout.h"
#include "ui/text/notificationwords.h"
#include "ui/text/words.h"
#include "ui/thread/bubblelayout.h"
#include "ui/thread/threadview.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QToolTip>

#include <array>
#include <chrono>
#include <ctime>
#include <functional>
#include <optional>
#include <sys/inotify.h>
#include <unistd.h>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::test;
using inbox::ui::Command;

namespace {

constexpr int kPayloadsADesk = 20;

// By this word a text is known to come from a stranger.
const QString kStranger = QStringLiteral("R&D");

// What a stranger may be called, or write: marks, a file of ours, tables that cost seconds to lay out, and
// letters that turn the rest of the line around.
QString &payload()
{
    static QString text =
        QStringLiteral("<b>Eve</b> \u202Egpj.exe \u2066x <img src=\"file:///etc/hostname\">"
                       "<table><tr><td><table><tr><td>&lt;b&gt;</td></tr></table></td></tr></table>");
    return text;
}
QString hostile()
{
    return kStranger + u' ' + payload();
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

// Ten dozen kinds of harm and their variations. `file` is one that nobody may open.
QStringList payloads(const QString &file)
{
    QStringList all;
    const QStringList tags{QStringLiteral("b"),      QStringLiteral("a href='https://example.org'"),
                           QStringLiteral("script"), QStringLiteral("style"),
                           QStringLiteral("h1"),     QStringLiteral("font size=99"),
                           QStringLiteral("iframe"), QStringLiteral("pre"),
                           QStringLiteral("ul"),     QStringLiteral("svg onload=x"),
                           QStringLiteral("hr"),     QStringLiteral("qt"),
                           QStringLiteral("html"),   QStringLiteral("body bgcolor=red"),
                           QStringLiteral("center"), QStringLiteral("!-- x --")};
    for (const QString &tag : tags) {
        all << u'<' + tag + QStringLiteral(">x") << QStringLiteral("a < b <") + tag + QStringLiteral("/>")
            << QStringLiteral("&lt;") + tag + QStringLiteral("&gt;");
    }
    constexpr int deepest = 30;
    for (int depth = 1; depth <= deepest; ++depth)
        all << QStringLiteral("<table><tr><td>").repeated(depth);
    for (const char *form : {"<img src=\"file://%1\">",
                             "<img src='%1'>",
                             "<img src=%1>",
                             "<IMG SRC=\"%1\"/>",
                             "<body background=\"%1\">",
                             "<table background='%1'><tr><td>",
                             "<td background='file:%1'>",
                             "<link rel=stylesheet href='%1'>",
                             "<style>@import '%1';</style>",
                             "<ul style='list-style-image:url(%1)'>",
                             "<p style=\"background-image:url('file://%1')\">",
                             "<object data='%1'>",
                             "<video src='%1'>",
                             "<a href='file://%1'><img src='%1' width=9 height=9></a>",
                             "![x](%1)",
                             "file://%1",
                             "url(%1)",
                             "<!DOCTYPE html><img src=\"%1\">",
                             "<qt><img src=\"%1\"></qt>",
                             "x\n<br><img src='%1'>"})
        all << QString::fromLatin1(form).arg(file);
    for (const char16_t c :
         {0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
        all << QString(QChar(c)) + QStringLiteral("gpj.exe") << QStringLiteral("photo") + QChar(c)
            << QString(200, QChar(c)) + u'x';
    for (const int marks : {1, 8, 9, 64, 100'000})
        all << u'e' + QString(marks, QChar(0x0301)) << QStringLiteral("a\u0489").repeated(marks);
    all << QString(1'000'000, u'x');
    // Beyond the short caps, and beyond all of them.
    for (const int length : {201, 100'000})
        all << QString(length, u'x') << QString(length, u'W') << QString(length, QChar(0x4E00))
            << QString(length, QChar(0x00A0)) << QStringLiteral("\U0001F468\u200D").repeated(length / 3)
            << QStringLiteral("a b ").repeated(length / 4) << QString(length, u'\n');
    for (const char16_t *word : {u"مرحبا بالعالم", u"שלום עולם", u"abc שלום 123 def", u"مرحبا <b>x</b> 12/3",
                                 u"\u0600\u0601", u"\uFDFA\uFDFD", u"न\u094D\u200Dषि", u"กำ\u0E4D\u0E4D",
                                 u"\u1100\u1161\u11A8", u"\U00012031\U0001242B"})
        all << QString::fromUtf16(word) << QString::fromUtf16(word).repeated(300);
    for (const char16_t *emoji : {u"👍🏿", u"👩‍👩‍👧‍👦", u"🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                                  u"🇩🇪🇧🇷", u"❤️‍🔥", u"1️⃣", u"🧑🏽‍🚀", u"☺\uFE0E"})
        all << QString::fromUtf16(emoji) << QString::fromUtf16(emoji).repeated(2000);
    for (char16_t c = 0; c < 0x20; ++c)
        all << QStringLiteral("a") + QChar(c) + u'b';
    for (char16_t c = 0x7F; c < 0xA0; ++c)
        all << QString(QChar(c)) + u'x';
    for (const char16_t c : {0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFFFE, 0xFFFF, 0xFFFC, 0xFFFD, 0xFEFF, 0x2028,
                             0x2029, 0x00AD, 0x200B, 0x034F})
        all << QString(QChar(c)) << u'x' + QString(QChar(c)) + u'y' << QString(5000, QChar(c));
    for (const char *text :
         {"%1 %2 %n %L1 %99", "%s%n%x", "&Save && &Exit", "&amp;&#60;b&#62;", "\tTab\tTab", "{0} {{x}}",
          "*bold* _it_ ~no~ ```x```", "javascript:alert(1)", "data:text/html,<b>x</b>",
          "https://user:pw@example.org/<b>", "\\\\host\\share\\x.exe", "../../etc/passwd"})
        all << QString::fromLatin1(text);
    for (const QChar mark : {u'*', u'_', u'~', u'`'})
        all << QString(20'000, mark) << QString(QString(mark) + u'x').repeated(5000);
    all.removeDuplicates();
    return all;
}

// Says when a file is opened by anybody.
class Watch {
public:
    explicit Watch(const QString &file)
        : m_queue(::inotify_init1(IN_NONBLOCK))
    {
        ::inotify_add_watch(m_queue, file.toLocal8Bit().constData(), IN_OPEN | IN_ACCESS);
    }
    ~Watch() { ::close(m_queue); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
    bool wasOpened() const
    {
        std::array<char, 4096> events;
        return ::read(m_queue, events.data(), events.size()) > 0;
    }

private:
    int m_queue;
};

std::chrono::milliseconds workOfThisThread()
{
    timespec t{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(t.tv_sec)
                                                                 + std::chrono::nanoseconds(t.tv_nsec));
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

// Where a text is laid out and painted.
struct Place {
    const char *name;
    std::function<void(const QString &text)> layOut;
};

void paint(QWidget &widget)
{
    widget.resize(300, qMax(40, widget.hasHeightForWidth() ? widget.heightForWidth(300) : 40));
    widget.grab();
}

models::ThreadRow threadRow(const QString &text)
{
    models::ThreadRow row;
    row.message = message(QStringLiteral("m"), text, kNoon);
    row.authorName = row.quotedAuthor = text;
    row.message.reference = message(QStringLiteral("quoted"), text, kNoon);
    return row;
}

void layOutRow(const models::ThreadRow &row)
{
    static const ui::BubbleFonts fonts(QApplication::font());
    ui::BubbleOptions options;
    options.width = 700;
    options.today = kNoon.date();
    ui::layoutThreadRow(row, fonts, options);
}

QList<Place> places()
{
    return {
        {"bubble", [](const QString &text) { layOutRow(threadRow(text)); }},
        {"file card",
         [](const QString &text) {
             models::ThreadRow row = threadRow({});
             row.message.contents = {
                 MediaContent{MediaKind::Document, text, text, text, 12, text, false, {}, {}}};
             layOutRow(row);
         }},
        {"place card",
         [](const QString &text) {
             models::ThreadRow row = threadRow({});
             row.message.contents = {LocationContent{1.0, 2.0, text, text, text}};
             layOutRow(row);
         }},
        {"person card",
         [](const QString &text) {
             models::ThreadRow row = threadRow({});
             ContactContent contact;
             contact.formattedName = contact.company = contact.department = contact.title = text;
             contact.phones = contact.emails = contact.addresses = {{text, text}};
             row.message.contents = {contact};
             layOutRow(row);
         }},
        {"system line",
         [](const QString &text) {
             models::ThreadRow row = threadRow(text);
             row.kind = models::ThreadRow::Kind::System;
             layOutRow(row);
         }},
        {"note in the thread",
         [](const QString &text) {
             models::ThreadRow row;
             row.kind = models::ThreadRow::Kind::Note;
             row.note =
                 Note{NoteId(QStringLiteral("n")), ConversationId(QStringLiteral("1")), text, kNoon, kNoon};
             layOutRow(row);
         }},
        {"list row",
         [](const QString &text) {
             static const ui::ConversationRowFonts fonts(QApplication::font());
             models::ConversationRow row;
             row.name = row.previewText = row.assigneeName = row.accountName = text;
             row.preview = models::PreviewKind::Text;
             ui::layoutConversationRow(row, fonts, 320, models::Density::Comfortable, Qt::LeftToRight);
         }},
        {"note",
         [](const QString &text) {
             ui::NoteCard card;
             card.setNote(
                 Note{NoteId(QStringLiteral("n")), ConversationId(QStringLiteral("1")), text, kNoon, kNoon},
                 true, {});
             paint(card);
         }},
        {"fact",
         [](const QString &text) {
             ui::FactRow row(QStringLiteral("Fact"));
             row.setValue(text);
             paint(row);
         }},
        {"custom field's name",
         [](const QString &text) {
             ui::FactRow row(ui::Words::safeLine(text));
             row.setValue(QStringLiteral("value"));
             paint(row);
         }},
        {"other conversation",
         [](const QString &text) {
             Conversation other = hostileConversation(QStringLiteral("1"));
             other.latestMessage = message(QStringLiteral("m"), text, kNoon);
             other.line->name = text;
             ui::OtherRow row;
             row.setConversation(other, kNoon);
             paint(row);
         }},
        {"notice",
         [](const QString &text) {
             Error error;
             error.kind = ErrorKind::Rejected;
             error.detail = text;
             ui::NoticeBar bar;
             bar.showNotice(ui::NoticeBar::Kind::Problem, ui::Words::errorReason(error));
             paint(bar);
         }},
        {"quote",
         [](const QString &text) {
             ui::QuoteStrip strip;
             strip.setQuote(text, text);
             paint(strip);
         }},
        {"choices",
         [](const QString &text) {
             ui::ChoiceList list(QStringLiteral("Choices"), {});
             list.setChoices({{QStringLiteral("1"), text, text, {}, true}});
             paint(list);
         }},
        {"restart dialog",
         [](const QString &text) {
             Conversation conversation = expired(QStringLiteral("1"));
             conversation.customer->name = conversation.customer->displayId = text;
             conversation.line->name = conversation.line->displayId = text;
             ui::RestartDialog dialog(conversation, {}, kNoon);
             paint(dialog);
         }},
        {"notification",
         [](const QString &text) {
             models::Alert alert;
             alert.privacy = models::NotificationPrivacy::Everything;
             alert.preview = models::PreviewKind::Text;
             alert.customer = alert.text = text;
             const ui::NotificationText told = ui::NotificationWords::one(alert);
             constexpr int most = 2000;
             QVERIFY(isStraight(told.summary) && isStraight(told.body));
             QVERIFY(told.summary.size() + told.body.size() < most);
         }},
        {"tool tip",
         [](const QString &text) {
             const QString tip = ui::Words::safeToolTip(text);
             QVERIFY(isHarmlessToolTip(tip));
             QLabel label(tip); // as Qt's own: guesses
             label.setWordWrap(true);
             label.adjustSize();
         }},
    };
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

} // namespace

class TestPlainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The off-screen platform says of windows what it cannot do.
    void init()
    {
        // The second is said of the machine's own fonts, now and then, about characters none of them has.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not|\\s*OpenType support missing for)")));
    }

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
    void everyPayloadIsCheapInEveryPlace();
    void everyPayloadIsPlain();
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

// Each place where such text is laid out, by itself. Processor time: a busy machine is no slow layout.
void TestPlainText::everyPayloadIsCheapInEveryPlace()
{
    const QList<Place> all = places();
    const QStringList texts = payloads(QStringLiteral("/etc/hostname"));
    QVERIFY(texts.size() >= 300);
    constexpr auto cheap = std::chrono::milliseconds(100) * INBOX_TEST_PATIENCE;
    for (const Place &place : all) {
        for (const QString &text : texts) {
            const auto cost = [&] {
                const auto begun = workOfThisThread();
                place.layOut(text);
                return workOfThisThread() - begun;
            };
            auto took = cost();
            if (took >= cheap) // a font may have been loaded, which happens once
                took = cost();
            if (took >= cheap)
                QFAIL(qPrintable(QStringLiteral("%1: %2 ms for %3 characters, %4")
                                     .arg(QLatin1String(place.name))
                                     .arg(took.count())
                                     .arg(text.size())
                                     .arg(text.left(40))));
        }
    }
}

// Each payload stands in every place of the window at once, under one of the screens in turn; what that shows
// stays from one payload to the next as long as it is open.
void TestPlainText::everyPayloadIsPlain()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("secret.png"));
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(file));
    const Watch watch(file);
    {
        // The watch sees what rich text does.
        QLabel trap(QStringLiteral("<img src=\"%1\">").arg(file));
        trap.setTextFormat(Qt::RichText);
        trap.adjustSize();
        QVERIFY(watch.wasOpened());
    }
    const QStringList all = payloads(file);
    QVERIFY2(all.size() >= 300, QByteArray::number(all.size()).constData());
    const auto restore = qScopeGuard([before = payload()] { payload() = before; });
    std::optional<Desk> desk;
    for (int number = 0; number < all.size(); ++number) {
        payload() = all.at(number);
        const QByteArray what = QByteArray::number(number) + ": " + payload().left(80).toUtf8();
        const bool fresh = number % kPayloadsADesk == 0;
        // A desk that is new was made of this payload altogether, and so is every screen then.
        if (fresh) {
            desk.emplace();
            screens().at(number / kPayloadsADesk % screens().size()).go(*desk);
        }
        const QString id = QStringLiteral("p%1").arg(number);
        desk->backend.messagesOf[ConversationId(id)] = {
            hostileMessage(QStringLiteral("mine in ") + id, MessageAuthor::Agent),
            hostileMessage(QStringLiteral("last of ") + id, MessageAuthor::Customer)};
        Conversation conversation = hostileConversation(id);
        conversation.customer->id = CustomerId(id); // else all before it would be listed beside it
        desk->backend.conversationList = {conversation};
        desk->poll();
        desk->show(id);
        desk->window.grab();
        int fromStranger = 0;
        const QList<QWidget *> widgets = allWidgets();
        for (QWidget *widget : widgets) {
            if (widget->inherits("QTipLabel"))
                continue;
            QVERIFY2(!qobject_cast<const QTextEdit *>(widget), what.constData());
            QString shown = widget->accessibleName();
            if (const auto *label = qobject_cast<const QLabel *>(widget)) {
                if (label->textFormat() != Qt::PlainText)
                    QFAIL(qPrintable(nameOf(*label) + u' ' + label->text()));
                shown += label->text();
            } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
                shown += button->text();
            }
            fromStranger += shown.contains(kStranger) ? 1 : 0;
            QVERIFY2(isStraight(shown), what.constData());
            QVERIFY2(isHarmlessToolTip(widget->toolTip()), what.constData());
        }
        QVERIFY2(fromStranger > 5, what.constData());
        QVERIFY2(!watch.wasOpened(), what.constData());
    }
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
