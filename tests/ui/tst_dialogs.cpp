// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/accountsmodel.h"
#include "tests/support/faultserver.h"
#include "tests/ui/panedesk.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/choicelist.h"
#include "ui/dialogs/choicepopups.h"
#include "ui/dialogs/colorswatches.h"
#include "ui/dialogs/emojipicker.h"
#include "ui/dialogs/messageinfodialog.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/reactionpopup.h"
#include "ui/dialogs/settingrow.h"
#include "ui/dialogs/whoamidialog.h"
#include "ui/settings/accountspanel.h"
#include "ui/theme/tagcolors.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::test;
using inbox::tests::FaultReply;
using inbox::tests::FaultServer;

namespace {

// The offscreen platform cannot grab the keyboard for a popup, and says so.
QRegularExpression warningsOfNoPlatform()
{
    return QRegularExpression(QStringLiteral("^(?!This plugin does not support)"));
}

struct Desk : PaneDesk {
    Desk()
    {
        window.resize(600, 400);
        window.show();
        QTest::qWaitForWindowActive(&window) ? void() : qFatal("no window");
        Conversation assigned = conversation(QStringLiteral("2"), 9);
        assigned.assignee = aylin();
        Conversation mine = conversation(QStringLiteral("3"), 9);
        mine.assignee = ben();
        begin({conversation(QStringLiteral("1"), 5), assigned, mine});
        open(QStringLiteral("1"));
    }
    template <typename P> P *pop()
    {
        auto *popup = new P(actions, {current.key()}, &window);
        popup->popupAt(&window);
        return popup;
    }

    ui::ReactionPopup *popReactions(const Message &target)
    {
        auto *popup =
            new ui::ReactionPopup(actions, workspace.preferences, key(QStringLiteral("1")), target, &window);
        popup->popupAt(QRect(window.mapToGlobal(QPoint()), window.size()));
        return popup;
    }

    QWidget window;
};

void press(QWidget *popup, const QString &text, Qt::Key last)
{
    QWidget *target = popup->focusWidget() ? popup->focusWidget() : popup;
    QTest::keyClicks(target, text);
    QTest::keyClick(target, last);
    settle();
}

// What is said about the field `setting`; empty: nothing.
QString problemAt(const QWidget &dialog, const QString &setting)
{
    const auto rows = dialog.findChildren<ui::SettingRow *>();
    for (const ui::SettingRow *row : rows)
        if (row->id() == setting)
            return row->findChild<QLabel *>(QStringLiteral("problem"))->text();
    return QStringLiteral("no such field");
}

QString urlSetting()
{
    const auto fields = models::AccountsModel::descriptors().first().fields;
    for (const SettingField &field : fields)
        if (field.kind == SettingField::Kind::Url)
            return field.id;
    return {};
}

struct AccountDesk : InboxFixture {
    AccountDesk()
        : accounts(inbox)
    {
    }
    // A dialog with this address and token, shown.
    std::unique_ptr<ui::AccountDialog> dialog(const QString &url, const QString &token)
    {
        auto result = std::make_unique<ui::AccountDialog>(accounts, std::nullopt);
        result->show();
        QTest::keyClicks(result->findChild<QLineEdit *>(urlSetting()), url);
        QTest::keyClicks(result->findChild<QLineEdit *>(QStringLiteral("token")), token);
        return result;
    }
    static void click(QWidget &dialog, const char *name)
    {
        QTest::mouseClick(dialog.findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
    }

    models::AccountsModel accounts;
};

} // namespace

class TestDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(warningsOfNoPlatform()); }

    void typedNameIsAssignedByEnter();
    void nobodyIsOfferedOnlyWhereItCanBeDone();
    void escapeAssignsNobodyElse();
    void unknownNameSaysSo();
    void statusIsPickedWithArrows();
    void aBotIsAStatusWhereThereAreBots();
    void aTagsColourStandsForItsIcon();
    void reactionIsPickedWithArrows();
    void reactionCanBeTakenBack();
    void presentReactionIsTakenBackByPressingIt();
    void reactionUsedLastIsOfferedAndAnyOtherCanBeSearched();
    void whatGoesOnStandsLast_data();
    void whatGoesOnStandsLast();
    void messageInfoCopiesAll();
    void whoAmIPicksAPerson();
    void missingFieldsAreToldBesideThem();
    void badAddressIsToldBesideIt();
    void connectionTestSays_data();
    void connectionTestSays();
    void nobodyListeningIsTold();
    void changedFieldForgetsTheTestsAnswer();
    void tokenIsMaskedUntilAskedFor();
    void accountIsSavedWithItsToken();
    void editedAccountKeepsItsTokenAndShowsNone();
    void colourIsChosenWithTheKeys();
    void enterOnAButtonMeansThatButton();
    void removingAsksPlainlyFirst();
};

void TestDialogs::typedNameIsAssignedByEnter()
{
    Desk desk;
    auto *popup = desk.pop<ui::AssignPopup>();
    press(popup, QStringLiteral("ayl"), Qt::Key_Return);
    QCOMPARE(desk.backend.log, QStringList{QStringLiteral("update 1 assignee 2")});
    QCOMPARE(desk.current.conversation()->assignee->name, QStringLiteral("Aylin"));
}

void TestDialogs::nobodyIsOfferedOnlyWhereItCanBeDone()
{
    Desk desk;
    desk.open(QStringLiteral("2"));
    press(desk.pop<ui::AssignPopup>(), QStringLiteral("nob"), Qt::Key_Return);
    QCOMPARE(desk.asked(QStringLiteral("update")), 1);
    QVERIFY(!desk.current.conversation()->assignee);

    Desk other;
    other.backend.setCapability(Capability::Unassign, false);
    other.open(QStringLiteral("2"));
    press(other.pop<ui::AssignPopup>(), QStringLiteral("nob"), Qt::Key_Return);
    QCOMPARE(other.asked(QStringLiteral("update")), 0);
}

void TestDialogs::escapeAssignsNobodyElse()
{
    Desk desk;
    QPointer<ui::AssignPopup> popup = desk.pop<ui::AssignPopup>();
    press(popup, QStringLiteral("ayl"), Qt::Key_Escape);
    QTRY_VERIFY(!popup);
    QVERIFY(desk.backend.log.isEmpty());
}

void TestDialogs::unknownNameSaysSo()
{
    Desk desk;
    auto *popup = desk.pop<ui::AssignPopup>();
    press(popup, QStringLiteral("zzz"), Qt::Key_Return);
    QVERIFY(popup->isVisible());
    QVERIFY(desk.backend.log.isEmpty());
    const auto labels = popup->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *l) {
        return l->isVisible() && l->text().startsWith(QStringLiteral("Nobody known"));
    }));
    popup->close();
}

void TestDialogs::statusIsPickedWithArrows()
{
    Desk desk;
    auto *popup = desk.pop<ui::StatusPopup>();
    QWidget *list = popup->findChild<QListView *>();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    settle();
    QVERIFY(desk.current.conversation()->status == ConversationStatus::InProgress);
    QCOMPARE(desk.asked(QStringLiteral("update")), 1);
}

void TestDialogs::aBotIsAStatusWhereThereAreBots()
{
    Desk desk;
    const auto choices = [&desk] {
        auto *popup = desk.pop<ui::StatusPopup>();
        const int rows = popup->findChild<QListView *>()->model()->rowCount();
        popup->close();
        return rows;
    };
    QCOMPARE(choices(), 3);
    desk.backend.setCapability(Capability::TakeOverFromBot, true);
    QCOMPARE(choices(), 4);
}

void TestDialogs::aTagsColourStandsForItsIcon()
{
    const QColor red = ui::tagColor(QStringLiteral("#D0021B"));
    ui::ChoiceList list(QStringLiteral("Tags"), {});
    const auto reds = [&](const QString &color) {
        list.setChoices({{QStringLiteral("1"),
                          QStringLiteral("Urgent"),
                          {},
                          QStringLiteral("tag"),
                          false,
                          std::nullopt,
                          color}});
        const QImage image = list.grab().toImage();
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found += image.pixelColor(x, y) == red ? 1 : 0;
        }
        return found;
    };
    list.resize(300, 100);
    QVERIFY(reds(QStringLiteral("#D0021B")) > 20);
    QCOMPARE(reds(QStringLiteral("no colour")), 0);
    QCOMPARE(reds({}), 0);
}

void TestDialogs::reactionIsPickedWithArrows()
{
    Desk desk;
    const Message target = message(QStringLiteral("m1"), QStringLiteral("Hello"), kNoon);
    auto *popup = desk.popReactions(target);
    QTest::keyClick(popup->focusWidget(), Qt::Key_Right);
    QTest::keyClick(popup->focusWidget(), Qt::Key_Return);
    settle();
    QCOMPARE(desk.backend.log, QStringList{QStringLiteral("react 1 m1 \u2764\ufe0f")});
}

void TestDialogs::reactionCanBeTakenBack()
{
    Desk desk;
    Message target = message(QStringLiteral("m1"), QStringLiteral("Hello"), kNoon);
    target.agentReaction = QStringLiteral("\u2764\ufe0f");
    auto *popup = desk.popReactions(target);
    QTest::mouseClick(popup->findChild<QPushButton *>(QStringLiteral("removeReaction")), Qt::LeftButton);
    settle();
    QCOMPARE(desk.backend.log, QStringList{QStringLiteral("react 1 m1")});
}

void TestDialogs::presentReactionIsTakenBackByPressingIt()
{
    Desk desk;
    Message target = message(QStringLiteral("m1"), QStringLiteral("Hello"), kNoon);
    target.agentReaction = QStringLiteral("\U0001F44D");
    auto *popup = desk.popReactions(target);
    QTest::keyClick(popup->focusWidget(), Qt::Key_Return); // the first: thumbs up
    settle();
    QCOMPARE(desk.backend.log, QStringList{QStringLiteral("react 1 m1")});
}

void TestDialogs::reactionUsedLastIsOfferedAndAnyOtherCanBeSearched()
{
    Desk desk;
    const Message target = message(QStringLiteral("m1"), QStringLiteral("Hello"), kNoon);
    desk.workspace.preferences.change(
        [](models::PreferenceValues &values) { values.recentEmoji = {QStringLiteral("\U0001F6B2")}; });
    auto *popup = desk.popReactions(target);
    QTest::keyClick(popup->focusWidget(), Qt::Key_Down);
    QCOMPARE(popup->focusWidget()->accessibleName(), QStringLiteral("bicycle"));
    QTest::keyClick(popup->focusWidget(), Qt::Key_Down);
    QTest::keyClick(popup->focusWidget(), Qt::Key_Return); // More…
    auto *picker = desk.window.findChild<ui::EmojiPicker *>();
    QVERIFY(picker && picker->isVisible());
    QTest::keyClicks(picker->focusWidget(), QStringLiteral("party popper"));
    QTest::keyClick(picker->focusWidget(), Qt::Key_Return);
    settle();
    QCOMPARE(desk.backend.log, QStringList{QStringLiteral("react 1 m1 \U0001F389")});
    QCOMPARE(desk.workspace.preferences.values().recentEmoji.first(), QStringLiteral("\U0001F389"));
}

void TestDialogs::messageInfoCopiesAll()
{
    models::ThreadRow row;
    row.message = message(QStringLiteral("m1"), QStringLiteral("Hello"), kNoon, MessageAuthor::Agent,
                          DeliveryStatus::Error);
    row.fromUs = true;
    row.authorName = QStringLiteral("Ben");
    row.mark = models::DeliveryMark::Failed;
    MessageError error;
    error.originalMessage = QStringLiteral("131047");
    row.message.latestError = error;
    ui::MessageInfoDialog dialog(row, {AccountId(QStringLiteral("a")), ConversationId(QStringLiteral("c7"))});
    dialog.show();
    const auto buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        if (button->text() == QStringLiteral("Copy all"))
            QTest::mouseClick(button, Qt::LeftButton);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(QStringLiteral("From: Ben")));
    QVERIFY(text.contains(QStringLiteral("Message id: m1")));
    QVERIFY(text.contains(QStringLiteral("Conversation id: c7")));
    QVERIFY(text.contains(QStringLiteral("131047")));
}

void TestDialogs::whoAmIPicksAPerson()
{
    ui::WhoAmIDialog dialog(QStringLiteral("Shop"), {ben(), aylin()}, {});
    dialog.show();
    QSignalSpy chosen(&dialog, &ui::WhoAmIDialog::chosen);
    QTest::keyClicks(dialog.focusWidget(), QStringLiteral("ayl"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<UserId>(), aylin().id);
}

void TestDialogs::missingFieldsAreToldBesideThem()
{
    AccountDesk desk;
    const auto dialog = desk.dialog({}, {});
    AccountDesk::click(*dialog, "saveAccount");
    QCOMPARE(problemAt(*dialog, urlSetting()), QStringLiteral("This is needed."));
    QCOMPARE(problemAt(*dialog, QStringLiteral("token")), QStringLiteral("This is needed."));
    QVERIFY(dialog->isVisible());
    QCOMPARE(desk.accounts.rowCount(), 0);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(urlSetting()), QStringLiteral("h"));
    QVERIFY(problemAt(*dialog, urlSetting()).isEmpty());
}

void TestDialogs::badAddressIsToldBesideIt()
{
    AccountDesk desk;
    // Plain http to another machine would show the token to everybody on the way.
    const auto dialog =
        desk.dialog(QStringLiteral("http://chat.example.com/third-party/v1"), QStringLiteral("t"));
    AccountDesk::click(*dialog, "saveAccount");
    QVERIFY(!problemAt(*dialog, urlSetting()).isEmpty());
    QCOMPARE(desk.accounts.rowCount(), 0);
}

void TestDialogs::connectionTestSays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("good");
    QTest::newRow("right") << QByteArray(R"({"data":[],"links":{},"meta":{}})") << 200
                           << QStringLiteral("accepts the token") << true;
    QTest::newRow("wrong token") << QByteArray("{}") << 401 << QStringLiteral("does not accept this token")
                                 << false;
    QTest::newRow("not this API") << QByteArray("<html></html>") << 200 << QStringLiteral("not with this API")
                                  << false;
    QTest::newRow("wrong path") << QByteArray("{}") << 404 << QStringLiteral("not with this API") << false;
}

void TestDialogs::connectionTestSays()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, words);
    QFETCH(bool, good);
    FaultServer server([=](const tests::ReceivedRequest &) { return FaultReply::json(body, status); });
    AccountDesk desk;
    const auto dialog =
        desk.dialog(server.url(QStringLiteral("/third-party/v1")).toString(), QStringLiteral("t"));
    AccountDesk::click(*dialog, "testConnection");
    const auto *result = dialog->findChild<ui::NoticeBar *>();
    QTRY_VERIFY2(result->text().contains(words), qPrintable(result->text()));
    QCOMPARE(result->kind() == ui::NoticeBar::Kind::Success, good);
    QCOMPARE(desk.accounts.rowCount(), 0);
}

void TestDialogs::nobodyListeningIsTold()
{
    QUrl url;
    {
        FaultServer server([](const tests::ReceivedRequest &) { return FaultReply::empty(200); });
        url = server.url(QStringLiteral("/third-party/v1"));
    }
    AccountDesk desk;
    const auto dialog = desk.dialog(url.toString(), QStringLiteral("t"));
    AccountDesk::click(*dialog, "testConnection");
    const auto *result = dialog->findChild<ui::NoticeBar *>();
    QTRY_VERIFY(result->text().startsWith(QStringLiteral("Nothing answers at this address")));
}

void TestDialogs::changedFieldForgetsTheTestsAnswer()
{
    FaultServer server([](const tests::ReceivedRequest &) { return FaultReply::json("{}", 401); });
    AccountDesk desk;
    const auto dialog =
        desk.dialog(server.url(QStringLiteral("/third-party/v1")).toString(), QStringLiteral("t"));
    AccountDesk::click(*dialog, "testConnection");
    const auto *result = dialog->findChild<ui::NoticeBar *>();
    QTRY_VERIFY(result->kind() == ui::NoticeBar::Kind::Problem && result->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("token")), QStringLiteral("u"));
    QVERIFY(!result->isVisible());
}

void TestDialogs::tokenIsMaskedUntilAskedFor()
{
    AccountDesk desk;
    const auto dialog = desk.dialog({}, QStringLiteral("secret"));
    auto *token = dialog->findChild<QLineEdit *>(QStringLiteral("token"));
    QCOMPARE(token->echoMode(), QLineEdit::Password);
    QTest::mouseClick(token->parentWidget()->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(token->echoMode(), QLineEdit::Normal);
}

void TestDialogs::accountIsSavedWithItsToken()
{
    FaultServer server([](const tests::ReceivedRequest &) { return FaultReply::json(R"({"data":[]})"); });
    AccountDesk desk;
    const auto dialog =
        desk.dialog(server.url(QStringLiteral("/third-party/v1")).toString(), QStringLiteral("t0ken"));
    QSignalSpy saved(dialog.get(), &ui::AccountDialog::saved);
    AccountDesk::click(*dialog, "saveAccount");
    QCOMPARE(saved.count(), 1);
    QCOMPARE(desk.accounts.rowCount(), 1);
    QCOMPARE(desk.accounts.config(0).name, QStringLiteral("127.0.0.1"));
    QTRY_VERIFY(server.count() > 0);
    QCOMPARE(server.requests().first().header("Authorization"), QByteArray("Bearer t0ken"));
    QTRY_COMPARE(desk.accounts.secretState(0), sync::Inbox::SecretState::Kept);
}

void TestDialogs::editedAccountKeepsItsTokenAndShowsNone()
{
    FaultServer server([](const tests::ReceivedRequest &) { return FaultReply::json(R"({"data":[]})"); });
    AccountDesk desk;
    const auto first =
        desk.dialog(server.url(QStringLiteral("/third-party/v1")).toString(), QStringLiteral("t0ken"));
    AccountDesk::click(*first, "saveAccount");
    ui::AccountDialog second(desk.accounts, desk.accounts.config(0));
    second.show();
    QVERIFY(second.findChild<QLineEdit *>(QStringLiteral("token"))->text().isEmpty());
    auto *name = second.findChild<QLineEdit *>(QStringLiteral("accountName"));
    QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(name, QStringLiteral("Shop"));
    AccountDesk::click(second, "saveAccount");
    QCOMPARE(desk.accounts.rowCount(), 1);
    QCOMPARE(desk.accounts.config(0).name, QStringLiteral("Shop"));
    QVERIFY(desk.accounts.secretState(0) != sync::Inbox::SecretState::Missing);
}

void TestDialogs::colourIsChosenWithTheKeys()
{
    AccountDesk desk;
    desk.add();
    desk.session().setColor(2);
    ui::AccountDialog dialog(desk.accounts, desk.accounts.config(0));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.findChild<QLineEdit *>(QStringLiteral("accountName"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto *chosen = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    QVERIFY(chosen && chosen->isChecked());
    QCOMPARE(chosen->accessibleName(), QStringLiteral("Green"));
    QTest::keyClick(chosen, Qt::Key_Right);
    auto *next = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    QVERIFY(next && next->isChecked());
    QCOMPARE(next->accessibleName(), QStringLiteral("Purple"));
    QVERIFY(!chosen->isChecked());

    // A new account is offered a colour that nobody has.
    ui::AccountDialog another(desk.accounts, std::nullopt);
    QCOMPARE(another.findChild<ui::ColorSwatches *>()->color(), 0);
}

void TestDialogs::enterOnAButtonMeansThatButton()
{
    AccountDesk desk;
    const auto dialog = desk.dialog(QStringLiteral("http://127.0.0.1:1"), QStringLiteral("t0ken"));
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    auto *test = dialog->findChild<QPushButton *>(QStringLiteral("testConnection"));
    test->setFocus();
    QTest::keyClick(test, Qt::Key_Return);
    QCOMPARE(desk.accounts.rowCount(), 0); // tested, not saved

    desk.add();
    ui::AccountsPanel window(desk.accounts);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *remove = window.findChild<QPushButton *>(QStringLiteral("removeAccount"));
    remove->setFocus();
    QTest::keyClick(remove, Qt::Key_Space);
    QVERIFY(window.findChild<QLabel *>(QStringLiteral("removeText"))->isVisible());
}

void TestDialogs::removingAsksPlainlyFirst()
{
    AccountDesk desk;
    desk.add();
    ui::AccountsPanel window(desk.accounts);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    AccountDesk::click(window, "removeAccount");
    const auto *text = window.findChild<QLabel *>(QStringLiteral("removeText"));
    QVERIFY(text->isVisible());
    QVERIFY(text->text().contains(QStringLiteral("token is deleted")));
    QVERIFY(text->text().contains(QStringLiteral("Nothing changes on the server")));
    QVERIFY(window.findChild<QPushButton *>(QStringLiteral("removeKeep"))->hasFocus());
    AccountDesk::click(window, "removeKeep");
    QCOMPARE(desk.accounts.rowCount(), 1);
    AccountDesk::click(window, "removeAccount");
    AccountDesk::click(window, "removeConfirm");
    QCOMPARE(desk.accounts.rowCount(), 0);
}

void TestDialogs::whatGoesOnStandsLast_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("mirrored") << Qt::RightToLeft;
}

void TestDialogs::whatGoesOnStandsLast()
{
    QFETCH(Qt::LayoutDirection, direction);
    ui::Theme::instance().install(*qApp);
    QDialogButtonBox box;
    box.setLayoutDirection(direction);
    const QPushButton *go = box.addButton(QStringLiteral("Send"), QDialogButtonBox::AcceptRole);
    const QPushButton *back = box.addButton(QStringLiteral("Back"), QDialogButtonBox::RejectRole);
    const QPushButton *apart = box.addButton(QStringLiteral("Test"), QDialogButtonBox::ResetRole);
    ui::ButtonRow row;
    auto *rowGo = new QPushButton(QStringLiteral("Send"));
    auto *rowBack = new QPushButton(QStringLiteral("Back"));
    row.setLayoutDirection(direction);
    row.addButton(rowBack, ui::ButtonRow::Side::Trailing);
    row.addButton(rowGo, ui::ButtonRow::Side::Trailing);
    for (QWidget *buttons : std::initializer_list<QWidget *>{&box, &row}) {
        buttons->resize(600, buttons->sizeHint().height());
        buttons->ensurePolished();
        buttons->grab(); // lays them out
    }
    const bool mirrored = direction == Qt::RightToLeft;
    QCOMPARE(go->x() > back->x(), !mirrored);
    QCOMPARE(back->x() > apart->x(), !mirrored);
    QCOMPARE(rowGo->x() > rowBack->x(), !mirrored); // one order, whichever holds the buttons
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
