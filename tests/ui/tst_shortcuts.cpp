// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/preferences.h"
#include "tests/ui/panedesk.h"
#include "ui/commands/commands.h"
#include "ui/dialogs/noticebar.h"
#include "ui/settings/shortcutsfile.h"
#include "ui/settings/shortcutspage.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace inbox;
using namespace inbox::ui;

namespace {

// The page in a window, used as a person does.
struct Desk {
    models::Preferences preferences;
    Commands commands{preferences};
    QWidget window;
    ShortcutsPage *page = new ShortcutsPage(commands, preferences);

    Desk()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(page);
        window.resize(600, 400);
        window.show();
        QTest::qWaitForWindowActive(&window) ? void() : qFatal("no window");
    }
    template <typename T> T *in(const char *row, const char *name) const
    {
        T *found = page->findChild<QWidget *>(QLatin1String(row))->findChild<T *>(QLatin1String(name));
        return found && found->isVisible() ? found : nullptr;
    }
    void click(const char *row, const char *name) const
    {
        auto *button = in<QAbstractButton>(row, name);
        QVERIFY2(button, name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void click(const char *name) const
    {
        auto *button = page->findChild<QPushButton *>(QLatin1String(name));
        QVERIFY2(button && button->isVisible(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.windowHandle(), key, modifiers);
    }
    bool recording() const
    {
        const auto *field = page->findChild<QWidget *>(QStringLiteral("recorder"));
        return field && field->isVisible();
    }
    QString problem() const { return page->findChild<QLabel *>(QStringLiteral("recorderProblem"))->text(); }
    QString notice() const { return page->findChild<NoticeBar *>()->text(); }
    QString stored(const char *command) const
    {
        return preferences.values().keys.value(QLatin1String(command), QStringLiteral("-"));
    }
};

} // namespace

class TestShortcuts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    // --- the page ----------------------------------------------------------------------------------------
    void everyCommandHasARowThatNamesItsKeys()
    {
        const Desk desk;
        QCOMPARE(desk.page->matches(), int(Commands::table().size()));
        for (const CommandSpec &spec : Commands::table()) {
            for (const QKeySequence &keys : desk.commands.keyMap().keys(spec.id)) {
                auto *cap = desk.in<QToolButton>(
                    spec.name, keys.toString(QKeySequence::PortableText).toLatin1().constData());
                QVERIFY2(cap, spec.name);
                QVERIFY(cap->accessibleName().contains(Commands::text(spec.id)));
            }
        }
    }

    void pressedKeyTakesThePlaceOfTheOld()
    {
        Desk desk;
        desk.click("done", "E");
        QVERIFY(desk.recording());
        desk.press(Qt::Key_D);
        QTRY_COMPARE(desk.stored("done"), QStringLiteral("D"));
        QVERIFY(!desk.recording());
        // The rows are made anew from what was stored.
        QTRY_VERIFY(desk.in<QToolButton>("done", "D"));
        QVERIFY(desk.in<QToolButton>("done", "D")->hasFocus());
        QVERIFY(!desk.in<QToolButton>("done", "E"));
        QCOMPARE(desk.commands.keysText(Command::MarkDone), QStringLiteral("D"));
    }

    void twoKeysInASecondAreASequence()
    {
        Desk desk;
        desk.click("peek", "addKeys");
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_Slash, Qt::ShiftModifier); // as a German keyboard writes it
        QCOMPARE(desk.stored("peek"), QStringLiteral("V; G, /"));
    }

    void escapeLeavesEverythingAsItIs()
    {
        Desk desk;
        desk.click("done", "E");
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.recording());
        QVERIFY(desk.preferences.values().keys.isEmpty());
        QVERIFY(desk.in<QToolButton>("done", "E")->hasFocus());
    }

    void backspaceTakesTheKeyAway()
    {
        Desk desk;
        desk.click("reply", "R");
        desk.press(Qt::Key_Backspace);
        QCOMPARE(desk.stored("reply"), QStringLiteral("Return"));
        desk.click("done", "E");
        desk.click("removeKeys");
        QCOMPARE(desk.stored("done"), QString());
        QVERIFY(desk.commands.keysText(Command::MarkDone).isEmpty());
    }

    void conflictIsNamedAndCanBeTaken()
    {
        Desk desk;
        desk.click("done", "addKeys");
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_M);
        QVERIFY(desk.recording());
        QVERIFY(desk.preferences.values().keys.isEmpty());
        QVERIFY2(desk.problem().contains(QStringLiteral("“Go to mine” (G M)")), qPrintable(desk.problem()));
        desk.click("takeKeys");
        QCOMPARE(desk.stored("done"), QStringLiteral("E; G, M"));
        QCOMPARE(desk.stored("show-mine"), QString());
    }

    void firstKeyOfSequencesIsAConflictWithAllOfThem()
    {
        Desk desk;
        desk.click("done", "addKeys");
        desk.press(Qt::Key_G);
        QTRY_VERIFY(desk.problem().contains(QStringLiteral("“Go to snoozed” (G S)")));
    }

    void reservedKeyIsRefusedWithTheReasonAndOthersMayFollow()
    {
        Desk desk;
        desk.click("done", "E");
        desk.press(Qt::Key_3);
        QTRY_VERIFY(desk.problem().contains(QStringLiteral("Digits")));
        QVERIFY(!desk.page->findChild<QPushButton *>(QStringLiteral("takeKeys"))->isVisible());
        desk.press(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(desk.stored("done"), QStringLiteral("Ctrl+D"));
    }

    void keyOfSendingCannotBeTaken()
    {
        Desk desk;
        QVERIFY(!desk.in<QToolButton>("send", "Ctrl+Return")->isEnabled());
        desk.click("quit", "addKeys");
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(desk.problem().contains(QStringLiteral("“Send”")));
        QVERIFY(!desk.page->findChild<QPushButton *>(QStringLiteral("takeKeys"))->isVisible());
    }

    void tabLeadsOutOfTheRecorder()
    {
        Desk desk;
        desk.click("done", "E");
        desk.press(Qt::Key_Tab);
        QVERIFY(desk.page->findChild<QPushButton *>(QStringLiteral("removeKeys"))->hasFocus());
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.recording());
    }

    void letterOfAnotherScriptIsKeptAsTheLatinOneOfItsPlace()
    {
        Desk desk;
        desk.click("done", "E");
        QKeyEvent event(QEvent::KeyPress, 0x0432, Qt::NoModifier, 40, 0, 0, QStringLiteral("в"));
        QCoreApplication::sendEvent(desk.page->findChild<QWidget *>(QStringLiteral("recorder")), &event);
        QTRY_COMPARE(desk.stored("done"), QStringLiteral("D"));
    }

    void resetPutsBackOneCommandAndSaysWhatIsTaken()
    {
        Desk desk;
        QVERIFY(!desk.in<QToolButton>("done", "resetKeys"));
        desk.click("peek", "V");
        desk.press(Qt::Key_E);
        QTRY_VERIFY(desk.problem().contains(QStringLiteral("“Done and go to the next”")));
        desk.click("takeKeys");
        desk.click("done", "resetKeys");
        QVERIFY2(desk.notice().contains(QStringLiteral("E now belongs to “Peek")), qPrintable(desk.notice()));
        desk.click("peek", "resetKeys");
        QVERIFY(desk.preferences.values().keys.isEmpty());
        QCOMPARE(desk.commands.keysText(Command::MarkDone), QStringLiteral("E"));
    }

    void resetAllCanBeUndone()
    {
        Desk desk;
        auto *button = desk.page->findChild<QPushButton *>(QStringLiteral("resetAllKeys"));
        QVERIFY(!button->isEnabled());
        desk.click("done", "E");
        desk.press(Qt::Key_D);
        QTRY_VERIFY(button->isEnabled());
        desk.click("resetAllKeys");
        QVERIFY(desk.preferences.values().keys.isEmpty());
        desk.click("resetAllKeys");
        QCOMPARE(desk.stored("done"), QStringLiteral("D"));
    }

    void filterFindsTextSectionAndKeys()
    {
        const Desk desk;
        desk.page->setFilter(QStringLiteral("go MINE"));
        QCOMPARE(desk.page->matches(), 1);
        desk.page->setFilter(QStringLiteral("ctrl+k"));
        QCOMPARE(desk.page->matches(), 1);
        desk.page->setFilter(QStringLiteral("views"));
        QVERIFY(desk.page->matches() >= 6);
        desk.page->setFilter(QStringLiteral("nothing has this"));
        QCOMPARE(desk.page->matches(), 0);
        desk.page->setFilter({});
        QCOMPARE(desk.page->matches(), int(Commands::table().size()));
    }

    // --- the file ----------------------------------------------------------------------------------------
    void exportedKeysComeBackOnAnotherComputer()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("keys.ini"));
        Desk first;
        first.click("done", "E");
        first.press(Qt::Key_D);
        QTRY_COMPARE(first.stored("done"), QStringLiteral("D"));
        first.click("exportKeys");
        auto *dialog = first.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        auto *field = dialog->findChild<QLineEdit *>();
        field->setText(name);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save),
                          Qt::LeftButton);
        QTRY_VERIFY2(QFile::exists(name), qPrintable(first.notice()));

        Desk second;
        second.page->importFrom(name);
        QCOMPARE(second.preferences.values().keys, first.preferences.values().keys);
        QVERIFY(second.page->findChild<NoticeBar *>()->kind() == NoticeBar::Kind::Success);
    }

    void everyKeyOfTheTableSurvivesTheFile()
    {
        const ShortcutsFile::Reading reading = ShortcutsFile::read(ShortcutsFile::write(KeyMap()));
        QCOMPARE(reading.problems, QStringList());
        QCOMPARE(reading.commands, int(Commands::table().size()));
        QVERIFY(reading.keys.changed().isEmpty());
    }

    void badLinesAreNamedAndLeftOut()
    {
        const ShortcutsFile::Reading reading = ShortcutsFile::read(QStringLiteral("[keys]\r\n"
                                                                                  "# a comment\r\n"
                                                                                  "done = D\r\n"
                                                                                  "teleport = T\r\n"
                                                                                  "nonsense\r\n"
                                                                                  "peek = Hello\r\n"
                                                                                  "quit = Esc\r\n"
                                                                                  "assign = D\r\n"
                                                                                  "done = X\r\n"));
        QCOMPARE(reading.problems.size(), 6);
        for (const int line : {4, 5, 6, 7, 8, 9}) {
            QVERIFY2(reading.problems.join(u'|').contains(QStringLiteral("Line %1:").arg(line)),
                     qPrintable(reading.problems.join(u'\n')));
        }
        QCOMPARE(KeyMap::text(reading.keys.keys(Command::MarkDone)), QStringLiteral("D"));
        QCOMPARE(KeyMap::text(reading.keys.keys(Command::Peek)), QStringLiteral("V"));
    }

    void fileWithoutKeysChangesNothing()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("cat.jpg")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("\xff\xd8\xff\n", 4).repeated(1000));
        file.close();
        Desk desk;
        desk.preferences.change([](models::PreferenceValues &values) {
            values.keys.insert(QStringLiteral("done"), QStringLiteral("D"));
        });
        desk.page->importFrom(file.fileName());
        QVERIFY(desk.page->findChild<NoticeBar *>()->kind() == NoticeBar::Kind::Problem);
        desk.page->importFrom(folder.filePath(QStringLiteral("none")));
        QVERIFY(desk.page->findChild<NoticeBar *>()->kind() == NoticeBar::Kind::Problem);
        QCOMPARE(desk.stored("done"), QStringLiteral("D"));
    }
};

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
