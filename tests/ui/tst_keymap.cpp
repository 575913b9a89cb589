// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/commands.h"
#include "ui/commands/keymap.h"

#include <QRegularExpression>
#include <QTest>

using namespace inbox::ui;

namespace {

QKeySequence keys(const char *text)
{
    return QKeySequence::fromString(QLatin1String(text), QKeySequence::PortableText);
}

QString have(const KeyMap &map, Command command)
{
    return KeyMap::text(map.keys(command));
}

} // namespace

class TestKeyMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void withoutChoicesItIsTheTable()
    {
        const KeyMap map;
        for (const CommandSpec &spec : Commands::table()) {
            QCOMPARE(map.bindings(spec.id).size(), spec.bindings.size());
            QVERIFY2(!map.isChanged(spec.id), spec.name);
        }
        QVERIFY(map.changed().isEmpty());
    }

    void keysOfTheTableSurviveTheirText()
    {
        const KeyMap map;
        for (const CommandSpec &spec : Commands::table()) {
            const auto read = KeyMap::fromText(KeyMap::text(map.keys(spec.id)));
            QVERIFY2(read && *read == map.keys(spec.id), spec.name);
        }
    }

    void everyWritableKeySurvivesItsText_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::newRow("semicolon") << QKeySequence(Qt::Key_Semicolon);
        QTest::newRow("Ctrl and semicolon") << QKeySequence(Qt::ControlModifier | Qt::Key_Semicolon);
        QTest::newRow("comma") << QKeySequence(Qt::Key_Comma);
        QTest::newRow("Ctrl and comma") << QKeySequence(Qt::ControlModifier | Qt::Key_Comma);
        QTest::newRow("comma, comma") << QKeySequence(Qt::Key_Comma, Qt::Key_Comma);
        QTest::newRow("comma, letter") << QKeySequence(Qt::Key_Comma, Qt::Key_A);
        QTest::newRow("letter, semicolon") << QKeySequence(Qt::Key_G, Qt::Key_Semicolon);
        QTest::newRow("plus") << QKeySequence(Qt::Key_Plus);
        QTest::newRow("Ctrl and plus") << QKeySequence(Qt::ControlModifier | Qt::Key_Plus);
        QTest::newRow("space") << QKeySequence(Qt::Key_Space);
        QTest::newRow("umlaut") << QKeySequence(Qt::Key_Odiaeresis);
    }

    void everyWritableKeySurvivesItsText()
    {
        QFETCH(const QKeySequence, keys);
        const QList<QKeySequence> all{keys, QKeySequence(Qt::Key_F9), keys};
        const auto read = KeyMap::fromText(KeyMap::text(all));
        QVERIFY2(read, qPrintable(KeyMap::text(all)));
        QCOMPARE(*read, (QList<QKeySequence>{keys, QKeySequence(Qt::Key_F9)}));
    }

    void textThatIsNoKeyIsRefused()
    {
        QVERIFY(!KeyMap::fromText(QStringLiteral("Hello")));
        QVERIFY(!KeyMap::fromText(QStringLiteral("D; ")));
        QVERIFY(!KeyMap::fromText(QStringLiteral("A, B, C")));
        QVERIFY(!KeyMap::fromText(QStringLiteral("Shift")));
        QCOMPARE(KeyMap::fromText(QStringLiteral("  "))->size(), 0);
    }

    void choiceTakesThePlaceOfTheTable()
    {
        const KeyMap map(
            {{QStringLiteral("done"), QStringLiteral("D; Ctrl+D")}, {QStringLiteral("peek"), QString()}});
        QCOMPARE(have(map, Command::MarkDone), QStringLiteral("D; Ctrl+D"));
        QVERIFY(map.bindings(Command::Peek).isEmpty());
        QVERIFY(map.isChanged(Command::Peek));
        QCOMPARE(have(map, Command::Reply), QStringLiteral("R; Return"));
    }

    void bareKeysNeverCountWhileTypingAndChordsDo()
    {
        const KeyMap map({{QStringLiteral("done"), QStringLiteral("D; Ctrl+D")},
                          {QStringLiteral("sync"), QStringLiteral("S")},
                          {QStringLiteral("quit"), QStringLiteral("F12")},
                          {QStringLiteral("copy-message"), QStringLiteral("Ctrl+Shift+C")}});
        QCOMPARE(map.bindings(Command::MarkDone).at(0).scopes, kReading);
        QCOMPARE(map.bindings(Command::MarkDone).at(1).scopes, kEverywhere);
        QCOMPARE(map.bindings(Command::Sync).at(0).scopes, kReading);
        QCOMPARE(map.bindings(Command::Quit).at(0).scopes, kEverywhere);
        QCOMPARE(map.bindings(Command::CopyMessage).at(0).scopes, Scopes(Scope::Thread));
    }

    void ownChoiceGoesBeforeTheTable()
    {
        const KeyMap map({{QStringLiteral("quit"), QStringLiteral("J; Ctrl+Q")}});
        QCOMPARE(have(map, Command::Quit), QStringLiteral("J; Ctrl+Q"));
        QCOMPARE(have(map, Command::NextConversation), QStringLiteral("Down"));
    }

    void ofTwoChoicesForOneKeyOneWins()
    {
        const KeyMap map(
            {{QStringLiteral("done"), QStringLiteral("D")}, {QStringLiteral("peek"), QStringLiteral("D")}});
        QCOMPARE(map.bindings(Command::MarkDone).size() + map.bindings(Command::Peek).size(), 1);
    }

    void firstKeyOfASequenceIsTaken()
    {
        const KeyMap map;
        const auto taken = map.takenBy(Command::MarkDone, keys("G"));
        QCOMPARE(taken.size(), 11);
        QCOMPARE(taken.first().by, Command::ShowMine);
        QCOMPARE(map.takenBy(Command::MarkDone, keys("J, J")).first().by, Command::NextConversation);
        QVERIFY(map.takenBy(Command::MarkDone, keys("G, X")).isEmpty());
    }

    void sameKeyWhereTheOtherDoesNotCountIsFree()
    {
        QVERIFY(KeyMap().takenBy(Command::NextMessage, keys("Down")).isEmpty());
        QVERIFY(!KeyMap().takenBy(Command::LatestMessage, keys("Down")).isEmpty());
    }

    void reservedKeysAreRefused_data()
    {
        QTest::addColumn<Command>("command");
        QTest::addColumn<QString>("keys");
        const auto row = [](const char *keys, Command command = Command::MarkDone) {
            QTest::newRow(keys) << command << QString::fromLatin1(keys);
        };
        row("Esc");
        row("Tab");
        row("Ctrl+Tab");
        row("G, Esc");
        row("Alt+J");
        row("Ctrl+Alt+E");
        row("3");
        row("3, J");
        row("Ctrl+C");
        row("Ctrl+V");
        row("Ctrl+Z");
        row("Ctrl+Shift+Z");
        row("Ctrl+A");
        row("Ctrl+X, M");
        row("Ctrl+Left");
        row("Ctrl+Shift+End");
        row("S", Command::Send);
    }

    void reservedKeysAreRefused()
    {
        QFETCH(const Command, command);
        QFETCH(const QString, keys);
        const QKeySequence wanted = QKeySequence::fromString(keys, QKeySequence::PortableText);
        QVERIFY(!KeyMap::refusal(command, wanted).isEmpty());
        const KeyMap map({{QLatin1String(Commands::spec(command).name), keys}});
        QVERIFY(!map.keys(command).contains(wanted));
    }

    void otherKeysAreNotRefused()
    {
        for (const char *each :
             {"D", "Shift+D", "Ctrl+D", "F9", "Ctrl+3", "G, 3", "Ctrl+J, M", "Alt+Left", "Space"})
            QVERIFY2(KeyMap::refusal(Command::MarkDone, keys(each)).isEmpty(), each);
        for (const CommandSpec &spec : Commands::table()) {
            for (const KeyBinding &binding : spec.bindings)
                QVERIFY2(KeyMap::refusal(spec.id, binding.keys).isEmpty(), spec.name);
        }
    }

    void escapeAndCtrlEnterStay()
    {
        KeyMap map({{QStringLiteral("back"), QStringLiteral("B")}, {QStringLiteral("send"), QString()}});
        QVERIFY(map.keys(Command::Back).contains(keys("Esc")));
        QVERIFY(map.keys(Command::Back).contains(keys("B")));
        QCOMPARE(have(map, Command::Send), QStringLiteral("Ctrl+Return"));
        map.take(Command::Restart, keys("Ctrl+Return"));
        QCOMPARE(have(map, Command::Send), QStringLiteral("Ctrl+Return"));
        QVERIFY(!map.keys(Command::Restart).contains(keys("Ctrl+Return")));
    }

    void takingGivesAndTakesAway()
    {
        KeyMap map;
        map.take(Command::Peek, keys("J"), keys("V"));
        QCOMPARE(have(map, Command::Peek), QStringLiteral("J"));
        QCOMPARE(have(map, Command::NextConversation), QStringLiteral("Down"));
        map.take(Command::Peek, keys("F9"));
        QCOMPARE(have(map, Command::Peek), QStringLiteral("J; F9"));
        map.reset(Command::NextConversation);
        QVERIFY(map.isChanged(Command::NextConversation)); // J is still with Peek
        map.reset(Command::Peek);
        QVERIFY(!map.isChanged(Command::NextConversation));
        QVERIFY(map.changed().isEmpty());
    }

    void whatBelongsToAnUnknownCommandIsKept()
    {
        const QMap<QString, QString> later{{QStringLiteral("not-yet-known"), QStringLiteral("Ctrl+Y, Y")}};
        KeyMap map(later);
        map.take(Command::Peek, keys("F9"));
        QCOMPARE(map.changed().value(QStringLiteral("not-yet-known")), QStringLiteral("Ctrl+Y, Y"));
        QCOMPARE(map.changed().value(QStringLiteral("peek")), QStringLiteral("V; F9"));
    }
};

QTEST_MAIN(TestKeyMap)
#include "tst_keymap.moc"
