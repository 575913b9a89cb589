// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/preferences.h"
#include "ui/commands/commands.h"
#include "ui/commands/fuzzy.h"
#include "ui/commands/keydispatcher.h"
#include "ui/commands/keypress.h"
#include "ui/icons/icons.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace inbox;
using namespace inbox::ui;

namespace {

constexpr std::array kScopes{Scope::List, Scope::Thread, Scope::Composer, Scope::Details, Scope::Elsewhere};

// A window with one widget a scope, and the commands that ran in it.
struct Bench {
    QWidget window;
    models::Preferences preferences;
    Commands commands{preferences};
    KeyDispatcher keys{commands, window};
    QListWidget *list = new QListWidget(&window);
    QListWidget *thread = new QListWidget(&window);
    QLineEdit *composer = new QLineEdit(&window);
    QPushButton *button = new QPushButton(&window);
    QList<Command> ran;
    int clicks = 0;

    Bench()
    {
        auto *layout = new QVBoxLayout(&window);
        for (QWidget *widget : {static_cast<QWidget *>(list), static_cast<QWidget *>(thread),
                                static_cast<QWidget *>(composer), static_cast<QWidget *>(button)})
            layout->addWidget(widget);
        keys.addArea(list, Scope::List);
        keys.addArea(thread, Scope::Thread);
        keys.addArea(composer, Scope::Composer);
        QObject::connect(&commands, &Commands::finished, &window, [this](Command id) { ran.append(id); });
        QObject::connect(button, &QPushButton::clicked, &window, [this] { ++clicks; });
        window.show();
        window.activateWindow();
    }
    void focus(QWidget *widget) { widget->setFocus(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.windowHandle(), key, modifiers);
    }
};

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The off-screen platform says of every window that it does not take size hints.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)"))); }

    // --- the table ---------------------------------------------------------------------------------------
    void tableStandsInTheOrderOfTheEnum()
    {
        const QList<CommandSpec> &table = Commands::table();
        for (int i = 0; i < table.size(); ++i)
            QCOMPARE(int(table.at(i).id), i);
        QCOMPARE(int(Command::Quit), table.size() - 1);
    }

    void eachCommandHasTextIconSectionAndAName()
    {
        QSet<QString> names;
        const QStringList icons = Icons::names();
        for (const CommandSpec &spec : Commands::table()) {
            const QString name = QLatin1String(spec.name);
            QVERIFY2(!name.isEmpty() && !names.contains(name), spec.name);
            names.insert(name);
            QVERIFY2(!Commands::text(spec.id).isEmpty(), spec.name);
            QVERIFY2(icons.contains(QLatin1String(spec.icon)), spec.icon);
            QVERIFY2(!Commands::sectionName(spec.section).isEmpty(), spec.name);
        }
    }

    void noTwoCommandsShareAKeyInOneScope()
    {
        for (const Scope scope : kScopes) {
            QHash<QString, const char *> taken;
            for (const CommandSpec &spec : Commands::table()) {
                for (const KeyBinding &binding : spec.bindings) {
                    if (!binding.scopes.testFlag(scope))
                        continue;
                    const QString keys = binding.keys.toString(QKeySequence::PortableText);
                    QVERIFY2(!taken.contains(keys), qPrintable(keys));
                    taken.insert(keys, spec.name);
                }
            }
            // A first key of a sequence that is a command by itself would never get to its second.
            for (auto it = taken.cbegin(); it != taken.cend(); ++it)
                QVERIFY2(!taken.contains(it.key().section(QStringLiteral(", "), 0, 0))
                             || !it.key().contains(QStringLiteral(", ")),
                         qPrintable(it.key()));
        }
    }

    void bareKeysAreBoundInListAndThreadOnly()
    {
        for (const CommandSpec &spec : Commands::table()) {
            for (const KeyBinding &binding : spec.bindings) {
                const QKeyCombination first = binding.keys[0];
                const bool bare = first.key() < Qt::Key_Escape
                    && !(first.keyboardModifiers() & (Qt::ControlModifier | Qt::MetaModifier));
                if (bare)
                    QVERIFY2(!(binding.scopes & ~Scopes(Scope::List | Scope::Thread)), spec.name);
            }
        }
    }

    void nothingIsBoundToAlt()
    {
        for (const CommandSpec &spec : Commands::table()) {
            for (const KeyBinding &binding : spec.bindings) {
                for (int i = 0; i < binding.keys.count(); ++i)
                    QVERIFY2(!(binding.keys[uint(i)].keyboardModifiers() & Qt::AltModifier), spec.name);
            }
        }
    }

    void keysAreWrittenAsPeopleWriteThem()
    {
        models::Preferences preferences;
        const Commands commands(preferences);
        QCOMPARE(commands.keysText(Command::ShowMine), QStringLiteral("G M"));
        QCOMPARE(commands.keysText(Command::Send), QStringLiteral("Ctrl+Enter"));
        QCOMPARE(commands.keysText(Command::NextConversation), QStringLiteral("J  ↓"));
        QCOMPARE(commands.keysText(Command::NextConversation, Scope::Thread), QStringLiteral("J"));
        QCOMPARE(commands.keysText(Command::Reopen), QStringLiteral("Shift+E"));
    }

    // --- possible or not ---------------------------------------------------------------------------------
    void refusedCommandSaysWhyAndDoesNothing()
    {
        models::Preferences preferences;
        Commands commands(preferences);
        int ran = 0;
        commands.setHandler(Command::MarkDone, [&ran] { ++ran; });
        commands.setJudge([](const CommandSpec &spec) {
            return spec.id == Command::MarkDone ? QStringLiteral("Nothing is open.") : QString();
        });
        QSignalSpy refused(&commands, &Commands::refused);
        commands.run(Command::MarkDone);
        QCOMPARE(ran, 0);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(1).toString(), QStringLiteral("Nothing is open."));
    }

    void refreshDisablesWhatIsNotPossible()
    {
        models::Preferences preferences;
        Commands commands(preferences);
        commands.setJudge([](const CommandSpec &spec) {
            return spec.id == Command::MarkDone ? QStringLiteral("No.") : QString();
        });
        commands.refresh();
        QVERIFY(!commands.action(Command::MarkDone)->isEnabled());
        QVERIFY(commands.action(Command::Search)->isEnabled());
    }

    // --- keys --------------------------------------------------------------------------------------------
    void letterRunsInTheList()
    {
        Bench bench;
        bench.focus(bench.list);
        bench.press(Qt::Key_J);
        QCOMPARE(bench.ran, QList<Command>{Command::NextConversation});
    }

    void letterIsTypedInATextField()
    {
        Bench bench;
        bench.focus(bench.composer);
        bench.press(Qt::Key_J);
        bench.press(Qt::Key_Question);
        QCOMPARE(bench.ran, QList<Command>{});
        QCOMPARE(bench.composer->text(), QStringLiteral("j?"));
    }

    void letterDoesNothingOnAButtonOfTheTopBar()
    {
        Bench bench;
        bench.focus(bench.button);
        bench.press(Qt::Key_E);
        QCOMPARE(bench.ran, QList<Command>{});
    }

    void chordWorksWhileTyping()
    {
        Bench bench;
        bench.focus(bench.composer);
        bench.press(Qt::Key_K, Qt::ControlModifier);
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        bench.press(Qt::Key_Escape);
        QCOMPARE(bench.ran, (QList<Command>{Command::Palette, Command::Send, Command::Back}));
    }

    void arrowMovesWhatHasTheFocus()
    {
        Bench bench;
        bench.focus(bench.list);
        bench.press(Qt::Key_Down);
        bench.focus(bench.thread);
        bench.press(Qt::Key_Down);
        QCOMPARE(bench.ran, (QList<Command>{Command::NextConversation, Command::NextMessage}));
    }

    void shiftTellsLettersApart()
    {
        Bench bench;
        bench.focus(bench.list);
        bench.press(Qt::Key_E, Qt::ShiftModifier);
        bench.press(Qt::Key_E);
        QCOMPARE(bench.ran, (QList<Command>{Command::Reopen, Command::MarkDone}));
    }

    void shiftDoesNotMatterForSigns()
    {
        Bench bench;
        bench.focus(bench.list);
        bench.press(Qt::Key_Slash, Qt::ShiftModifier); // Shift+7 on a German keyboard
        bench.press(Qt::Key_Question, Qt::ShiftModifier);
        QCOMPARE(bench.ran, (QList<Command>{Command::Search, Command::Help}));
    }

    void sequenceRunsWithItsSecondKey()
    {
        Bench bench;
        bench.focus(bench.list);
        QSignalSpy hint(&bench.keys, &KeyDispatcher::pendingChanged);
        bench.press(Qt::Key_G);
        QCOMPARE(hint.size(), 1);
        QCOMPARE(hint.first().first().value<PendingKeys>().next.size(), 11);
        bench.press(Qt::Key_U);
        QCOMPARE(bench.ran, QList<Command>{Command::ShowUnassigned});
        QCOMPARE(hint.size(), 2);
    }

    void wrongSecondKeyDoesNothing()
    {
        Bench bench;
        bench.focus(bench.list);
        bench.press(Qt::Key_G);
        bench.press(Qt::Key_E);
        QCOMPARE(bench.ran, QList<Command>{});
        bench.press(Qt::Key_E);
        QCOMPARE(bench.ran, QList<Command>{Command::MarkDone});
    }

    void sequenceEndsAfterASecond()
    {
        Bench bench;
        bench.focus(bench.list);
        QSignalSpy hint(&bench.keys, &KeyDispatcher::pendingChanged);
        bench.press(Qt::Key_G);
        QTRY_COMPARE_WITH_TIMEOUT(hint.size(), 2, 3000);
        bench.press(Qt::Key_M);
        QCOMPARE(bench.ran, QList<Command>{Command::AssignToMe});
    }

    void enterPressesTheFocusedButton()
    {
        Bench bench;
        bench.focus(bench.button);
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.clicks, 1);
        QCOMPARE(bench.ran, QList<Command>{});
    }

    void heldKeyRepeatsMovingOnly()
    {
        Bench bench;
        bench.focus(bench.list);
        const auto repeat = [&bench](Qt::Key key) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
            QCoreApplication::sendEvent(bench.list, &event);
        };
        repeat(Qt::Key_J);
        repeat(Qt::Key_E);
        QCOMPARE(bench.ran, QList<Command>{Command::NextConversation});
    }

    void suspendedDispatcherLeavesEveryKey()
    {
        Bench bench;
        bench.focus(bench.list);
        bench.keys.setSuspended(true);
        bench.press(Qt::Key_J);
        QCOMPARE(bench.ran, QList<Command>{});
    }

    // --- counts ------------------------------------------------------------------------------------------
    void countGoesSoManySteps()
    {
        Bench bench;
        bench.focus(bench.list);
        QList<int> steps;
        bench.commands.setStepper(Command::NextConversation, [&steps](int times) { steps.append(times); });
        bench.commands.setStepper(Command::PreviousConversation,
                                  [&steps](int times) { steps.append(-times); });
        bench.press(Qt::Key_3);
        bench.press(Qt::Key_J);
        bench.press(Qt::Key_1);
        bench.press(Qt::Key_2);
        bench.press(Qt::Key_K, Qt::NoModifier);
        bench.press(Qt::Key_1, Qt::ShiftModifier); // the digits of a French keyboard
        bench.press(Qt::Key_0, Qt::KeypadModifier);
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_J);
        QCOMPARE(steps, (QList<int>{3, -12, 10, 1}));
    }

    void countIsNineHundredNinetyNineAtMost()
    {
        Bench bench;
        bench.focus(bench.list);
        int steps = 0;
        bench.commands.setStepper(Command::NextConversation, [&steps](int times) { steps = times; });
        for (int i = 0; i < 12; ++i)
            bench.press(Qt::Key_8);
        bench.press(Qt::Key_J);
        QCOMPARE(steps, 999);
    }

    void countIsShownWithTheKeysThatMove()
    {
        Bench bench;
        bench.focus(bench.list);
        PendingKeys shown;
        connect(&bench.keys, &KeyDispatcher::pendingChanged, &bench.window,
                [&shown](const PendingKeys &pending) { shown = pending; });
        bench.press(Qt::Key_4);
        QCOMPARE(shown.count, 4);
        QCOMPARE(shown.next.size(), 6);
        for (const PendingKeys::Next &next : std::as_const(shown.next))
            QVERIFY(Commands::spec(next.command).repeats);
        bench.press(Qt::Key_J);
        QVERIFY(shown.isEmpty());
    }

    void countEndsAfterASecond()
    {
        Bench bench;
        bench.focus(bench.list);
        int steps = 0;
        bench.commands.setStepper(Command::NextConversation, [&steps](int times) { steps = times; });
        QSignalSpy pending(&bench.keys, &KeyDispatcher::pendingChanged);
        bench.press(Qt::Key_3);
        QTRY_COMPARE_WITH_TIMEOUT(pending.size(), 2, 3000);
        bench.press(Qt::Key_J);
        QCOMPARE(steps, 1);
    }

    void escapeDropsACountOrASequenceAndNoMore()
    {
        Bench bench;
        bench.focus(bench.list);
        bench.press(Qt::Key_3);
        bench.press(Qt::Key_Escape);
        bench.press(Qt::Key_G);
        bench.press(Qt::Key_Escape);
        QCOMPARE(bench.ran, QList<Command>{});
        bench.press(Qt::Key_Escape);
        QCOMPARE(bench.ran, QList<Command>{Command::Back});
    }

    void countBeforeALetterThatDoesNotMoveDoesNothing()
    {
        Bench bench;
        bench.focus(bench.list);
        bench.press(Qt::Key_3);
        bench.press(Qt::Key_E);
        QCOMPARE(bench.ran, QList<Command>{});
        bench.press(Qt::Key_3);
        bench.press(Qt::Key_K, Qt::ControlModifier); // nobody presses that by accident
        QCOMPARE(bench.ran, QList<Command>{Command::Palette});
        bench.press(Qt::Key_J);
        QCOMPARE(bench.ran.last(), Command::NextConversation);
    }

    void zeroAloneIsNoCount()
    {
        Bench bench;
        bench.focus(bench.list);
        QSignalSpy pending(&bench.keys, &KeyDispatcher::pendingChanged);
        bench.press(Qt::Key_0);
        QCOMPARE(pending.size(), 0);
    }

    void digitsAreTypedInATextFieldAndFreeElsewhere()
    {
        Bench bench;
        QSignalSpy pending(&bench.keys, &KeyDispatcher::pendingChanged);
        bench.focus(bench.composer);
        bench.press(Qt::Key_3);
        bench.focus(bench.button);
        bench.press(Qt::Key_3);
        bench.focus(bench.list);
        bench.press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(pending.size(), 0);
        QCOMPARE(bench.composer->text(), QStringLiteral("3"));
    }

    // --- the person's own keys ---------------------------------------------------------------------------
    void ownKeyCountsAtOnceAndTheTablesNoMore()
    {
        Bench bench;
        bench.focus(bench.list);
        QSignalSpy told(&bench.commands, &Commands::keysChanged);
        bench.preferences.change([](models::PreferenceValues &values) {
            values.keys.insert(QStringLiteral("done"), QStringLiteral("D; Ctrl+D; G, E"));
        });
        QCOMPARE(told.size(), 1);
        bench.press(Qt::Key_E);
        QCOMPARE(bench.ran, QList<Command>{});
        bench.press(Qt::Key_D);
        bench.press(Qt::Key_G);
        bench.press(Qt::Key_E);
        bench.focus(bench.composer);
        bench.press(Qt::Key_D);
        bench.press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(bench.ran, (QList<Command>(3, Command::MarkDone)));
        QCOMPARE(bench.composer->text(), QStringLiteral("d"));
    }

    void menusAndToolTipsShowTheKeysInForce()
    {
        models::Preferences preferences;
        const Commands commands(preferences);
        preferences.change([](models::PreferenceValues &values) {
            values.keys.insert(QStringLiteral("done"), QStringLiteral("D"));
            values.keys.insert(QStringLiteral("peek"), QString());
        });
        QCOMPARE(commands.keysText(Command::MarkDone), QStringLiteral("D"));
        QCOMPARE(commands.action(Command::MarkDone)->shortcut(), QKeySequence(Qt::Key_D));
        QVERIFY(commands.action(Command::MarkDone)->toolTip().endsWith(QStringLiteral("(D)")));
        QCOMPARE(commands.howToRun(Command::MarkDone), QStringLiteral("D"));
        QVERIFY(commands.action(Command::Peek)->shortcut().isEmpty());
        QCOMPARE(commands.howToRun(Command::Peek), QStringLiteral("Ctrl+K “Peek without marking as read”"));
    }

    // --- other scripts -----------------------------------------------------------------------------------
    void cyrillicLetterCountsByItsPlace()
    {
        Bench bench;
        bench.focus(bench.list);
        // The key with a Latin J gives О on a Russian layout; 44 is its place on X11 and Wayland.
        QKeyEvent event(QEvent::KeyPress, 0x041e, Qt::NoModifier, 44, 0, 0, QStringLiteral("о"));
        QCoreApplication::sendEvent(bench.list, &event);
        QCOMPARE(bench.ran, QList<Command>{Command::NextConversation});
    }

    void latinLetterNeverCountsByItsPlace()
    {
        // Z on a German layout sits where US has Y: it stays Z.
        const QKeyEvent event(QEvent::KeyPress, Qt::Key_Z, Qt::NoModifier, 29, 0, 0, QStringLiteral("z"));
        QCOMPARE(latinKeyAtPosition(event), Qt::Key_unknown);
    }

    void signOnALettersPlaceCountsByItsPlaceOnceTheLayoutIsKnown()
    {
        Bench bench;
        bench.focus(bench.list);
        const auto press = [&bench](int key, quint32 code, const QString &text) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, code, 0, 0, text);
            QCoreApplication::sendEvent(bench.list, &event);
        };
        // Hebrew: ' is written where W is, ח where J is, / where Q is.
        press(Qt::Key_Apostrophe, 25, QStringLiteral("'"));
        QCOMPARE(bench.ran, QList<Command>{});
        press(0x05d7, 44, QStringLiteral("ח"));
        press(Qt::Key_Apostrophe, 25, QStringLiteral("'"));
        press(Qt::Key_Slash, 24, QStringLiteral("/"));
        QCOMPARE(bench.ran,
                 (QList<Command>{Command::NextConversation, Command::NextToClose, Command::Search}));
        press(Qt::Key_J, 44, QStringLiteral("j")); // another layout now
        press(Qt::Key_Apostrophe, 25, QStringLiteral("'"));
        QCOMPARE(bench.ran.size(), 4);
    }

    void foreignLetterIsFoundByItsPlaceWithControlToo()
    {
        Bench bench;
        bench.focus(bench.composer);
        // No text: Qt writes none for a chord.
        QKeyEvent event(QEvent::KeyPress, 0x05dc, Qt::ControlModifier, 45, 0, 0, QString());
        QCoreApplication::sendEvent(bench.composer, &event);
        QCOMPARE(bench.ran, QList<Command>{Command::Palette});
    }

    void questionMarkOfAnotherScriptAsksForHelp()
    {
        Bench bench;
        bench.focus(bench.list);
        QKeyEvent event(QEvent::KeyPress, 0x061f, Qt::ShiftModifier, 61, 0, 0, QStringLiteral("؟"));
        QCoreApplication::sendEvent(bench.list, &event);
        QCOMPARE(bench.ran, QList<Command>{Command::Help});
    }

    void whatAltGrWritesIsWritten_data()
    {
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::newRow("X11") << Qt::KeyboardModifiers(Qt::GroupSwitchModifier);
        QTest::newRow("Windows") << (Qt::ControlModifier | Qt::AltModifier);
    }

    void whatAltGrWritesIsWritten()
    {
        QFETCH(const Qt::KeyboardModifiers, modifiers);
        Bench bench;
        const auto press = [&](QWidget *widget, int key, const QString &text) {
            QKeyEvent asked(QEvent::ShortcutOverride, key, modifiers, 24, 0, 0, text);
            QCoreApplication::sendEvent(widget, &asked);
            QKeyEvent event(QEvent::KeyPress, key, modifiers, 24, 0, 0, text);
            QCoreApplication::sendEvent(widget, &event);
        };
        bench.focus(bench.composer);
        press(bench.composer, Qt::Key_At, QStringLiteral("@"));
        press(bench.composer, 0x0104, QStringLiteral("ą"));
        bench.focus(bench.list);
        press(bench.list, Qt::Key_E, QStringLiteral("e"));
        QCOMPARE(bench.ran, QList<Command>{});
        press(bench.list, Qt::Key_Question, QStringLiteral("?"));
        QCOMPARE(bench.ran, QList<Command>{Command::Help});
    }

    void altAndALetterIsLeftAlone()
    {
        Bench bench;
        bench.focus(bench.list);
        bench.press(Qt::Key_J, Qt::AltModifier);
        QCOMPARE(bench.ran, QList<Command>{});
    }

    // --- finding by a few letters ------------------------------------------------------------------------
    void lettersInOrderFit()
    {
        QVERIFY(fuzzyScore(QStringLiteral("gtm"), QStringLiteral("Go to mine")));
        QVERIFY(!fuzzyScore(QStringLiteral("mtg"), QStringLiteral("Go to mine")));
        QVERIFY(fuzzyScore(QString(), QStringLiteral("Go to mine")));
    }

    void wordBeatsScatteredLetters()
    {
        const auto word = fuzzyScore(QStringLiteral("done"), QStringLiteral("Go to done"));
        const auto scattered =
            fuzzyScore(QStringLiteral("done"), QStringLiteral("Dismiss old notices, please"));
        QVERIFY(word && scattered);
        QVERIFY(*word > *scattered);
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
