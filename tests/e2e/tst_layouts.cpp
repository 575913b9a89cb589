// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// Real keyboard layouts on an X server of its own: keys are pressed by their place, the server and Qt make
// of them what the layout says. No letter may be lost where somebody writes, and every command must answer
// to its keys. The layouts' own facts stand in the tables below.
#include "models/preferences.h"
#include "ui/commands/commands.h"
#include "ui/commands/keydispatcher.h"
#include "ui/composer/replyedit.h"

#include <QApplication>
#include <QListWidget>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QVBoxLayout>

using namespace inbox;
using namespace inbox::ui;

namespace {

// Places of keys: X11 key codes.
constexpr int kDigitRow = 10; // 1
constexpr int kFirstRow = 24; // Q
constexpr int kSecondRow = 38; // A
constexpr int kThirdRow = 52; // Z
constexpr int kEscape = 9; // xdotool takes a single figure for a sign
constexpr int kControl = 37;
constexpr int kShift = 50;
constexpr int kAltGr = 108;
constexpr int kMessagesAtOnce = 400; // arguments of one xdotool

enum Level { Plain = 0, Shifted = 1, Third = 2 };

struct Press {
    int code;
    Level level = Plain;
    bool control = false;
};

struct Typed {
    QList<Press> presses;
    QString text;
};

struct Layout {
    QString name;
    // What the three rows write, from Q, A and Z on; a blank is left out: a dead key or no letter.
    QString rows[3];
    QString shiftedRows[3];
    QList<Typed> more; // third level, dead keys
    QMap<QChar, Press> signs; // how to write what commands are bound to
    // Their key writes what is another command's, or two letters at once, to which Qt gives no name.
    QSet<Command> onlyInThePalette;
};

QList<Layout> layouts()
{
    const auto third = [](int code, const char *text) {
        return Typed{{{code, Third}}, QString::fromUtf8(text)};
    };
    const auto dead = [](Press accent, int letter, const char *text) {
        return Typed{{accent, {letter}}, QString::fromUtf8(text)};
    };
    return {
        {QStringLiteral("us"),
         {QStringLiteral("qwertyuiop[]"), QStringLiteral("asdfghjkl;'"), QStringLiteral("zxcvbnm,./")},
         {QStringLiteral("QWERTYUIOP{}"), QStringLiteral("ASDFGHJKL:\""), QStringLiteral("ZXCVBNM<>?")},
         {},
         {{u'/', {61}}, {u'?', {61, Shifted}}, {u'.', {60}}, {u':', {47, Shifted}}, {u',', {59}}},
         {}},
        {QStringLiteral("de"),
         {QStringLiteral("qwertzuiopü+"), QStringLiteral("asdfghjklöä"), QStringLiteral("yxcvbnm,.-")},
         {QStringLiteral("QWERTZUIOPÜ*"), QStringLiteral("ASDFGHJKLÖÄ"), QStringLiteral("YXCVBNM;:_")},
         {third(24, "@"),
          third(26, "€"),
          third(58, "µ"),
          third(16, "{"),
          third(20, "\\"),
          third(35, "~"),
          {{{20}}, QStringLiteral("ß")},
          dead({21}, 26, "é"),
          dead({21, Shifted}, 38, "à"),
          dead({49}, 26, "ê")},
         {{u'/', {16, Shifted}},
          {u'?', {20, Shifted}},
          {u'.', {60}},
          {u':', {60, Shifted}},
          {u',', {59}},
          {u';', {59, Shifted}}},
         {}},
        {QStringLiteral("fr"),
         {QStringLiteral("azertyuiop $"), QStringLiteral("qsdfghjklmù"), QStringLiteral("wxcvbn,;:!")},
         {QStringLiteral("AZERTYUIOP £"), QStringLiteral("QSDFGHJKLM%"), QStringLiteral("WXCVBN?./§")},
         {third(26, "€"),
          third(19, "@"),
          {{{11}}, QStringLiteral("é")},
          {{{16}}, QStringLiteral("è")},
          {{{18}}, QStringLiteral("ç")},
          {{{19}}, QStringLiteral("à")},
          dead({34}, 26, "ê"),
          dead({34, Shifted}, 26, "ë")},
         {{u'/', {60, Shifted}}, {u'?', {58, Shifted}}, {u'.', {59, Shifted}}, {u':', {60}}, {u',', {58}}},
         {}},
        {QStringLiteral("pl"),
         {QStringLiteral("qwertyuiop[]"), QStringLiteral("asdfghjkl;'"), QStringLiteral("zxcvbnm,./")},
         {QStringLiteral("QWERTYUIOP{}"), QStringLiteral("ASDFGHJKL:\""), QStringLiteral("ZXCVBNM<>?")},
         {third(38, "ą"), third(54, "ć"), third(26, "ę"), third(46, "ł"), third(57, "ń"), third(32, "ó"),
          third(39, "ś"), third(53, "ź"), third(52, "ż")},
         {{u'/', {61}}, {u'?', {61, Shifted}}, {u'.', {60}}, {u':', {47, Shifted}}, {u',', {59}}},
         {}},
        {QStringLiteral("es"),
         {QStringLiteral("qwertyuiop +"), QStringLiteral("asdfghjklñ "), QStringLiteral("zxcvbnm,.-")},
         {QStringLiteral("QWERTYUIOP *"), QStringLiteral("ASDFGHJKLÑ "), QStringLiteral("ZXCVBNM;:_")},
         {third(11, "@"),
          third(26, "€"),
          third(12, "#"),
          {{{21}}, QStringLiteral("¡")},
          {{{21, Shifted}}, QStringLiteral("¿")},
          dead({48}, 38, "á"),
          dead({48, Shifted}, 30, "ü"),
          dead({34}, 26, "è")},
         {{u'/', {16, Shifted}},
          {u'?', {20, Shifted}},
          {u'.', {60}},
          {u':', {60, Shifted}},
          {u',', {59}},
          {u';', {59, Shifted}}},
         {}},
        {QStringLiteral("br"),
         {QStringLiteral("qwertyuiop ["), QStringLiteral("asdfghjklç "), QStringLiteral("zxcvbnm,.;")},
         {QStringLiteral("QWERTYUIOP {"), QStringLiteral("ASDFGHJKLÇ "), QStringLiteral("ZXCVBNM<>:")},
         {{{{97}}, QStringLiteral("/")},
          {{{97, Shifted}}, QStringLiteral("?")},
          third(26, "°"),
          third(24, "/"),
          third(25, "?"),
          dead({34}, 38, "á"),
          dead({48}, 38, "ã"),
          dead({48, Shifted}, 26, "ê")},
         {{u'/', {97}}, {u'?', {97, Shifted}}, {u'.', {60}}, {u':', {61, Shifted}}, {u',', {59}}},
         {}},
        {QStringLiteral("il"),
         {QStringLiteral("/'קראטוןםפ"), QStringLiteral("שדגכעיחלךף,"), QStringLiteral("זסבהנמצתץ.")},
         {QStringLiteral("QWERTYUIOP"), QStringLiteral("ASDFGHJKL:\""), QStringLiteral("ZXCVBNM><?")},
         {third(13, "₪")},
         {{u'/', {24}},
          {u'?', {61, Shifted}},
          {u'.', {61}},
          {u':', {47, Shifted}},
          {u',', {48}},
          {u';', {49}}},
         {Command::Quote}},
        {QStringLiteral("ara"),
         {QStringLiteral("ضصثقفغعهخحجد"), QStringLiteral("شسيبلاتنمكط"), QStringLiteral("ئءؤر ىةوزظ")},
         {QString(), QString(), QString()},
         {{{{56}}, QStringLiteral("لا")},
          {{{61, Shifted}}, QStringLiteral("؟")},
          {{{33, Shifted}}, QStringLiteral("؛")},
          {{{45, Shifted}}, QStringLiteral("،")}},
         {{u'/', {46, Shifted}},
          {u'?', {61, Shifted}},
          {u'.', {60, Shifted}},
          {u':', {47, Shifted}},
          {u',', {59, Shifted}},
          {u';', {33, Shifted}}},
         {Command::FormatBold}},
    };
}

// Where `key` is on this layout.
std::optional<Press> placeOf(const Layout &layout, QKeyCombination key)
{
    Press press{0, key.keyboardModifiers() & Qt::ShiftModifier ? Shifted : Plain,
                bool(key.keyboardModifiers() & Qt::ControlModifier)};
    // The same on every layout.
    static constexpr std::array<std::pair<Qt::Key, int>, 7> kNamed{{{Qt::Key_Escape, kEscape},
                                                                    {Qt::Key_Return, 36},
                                                                    {Qt::Key_Up, 111},
                                                                    {Qt::Key_Left, 113},
                                                                    {Qt::Key_Right, 114},
                                                                    {Qt::Key_End, 115},
                                                                    {Qt::Key_Down, 116}}};
    const auto *named = std::find_if(kNamed.begin(), kNamed.end(),
                                     [&key](const auto &entry) { return entry.first == key.key(); });
    if (named != kNamed.end()) {
        press.code = named->second;
        return press;
    }
    if (key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F10) {
        press.code = 67 + key.key() - Qt::Key_F1;
        return press;
    }
    if (key.key() >= Qt::Key_1 && key.key() <= Qt::Key_9) {
        // Digits are on the shifted level in France.
        press.code = kDigitRow + key.key() - Qt::Key_1;
        press.level = layout.name == QLatin1String("fr") ? Shifted : Plain;
        return press;
    }
    const QChar sign = QChar(ushort(key.key())).toLower();
    if (const auto written = layout.signs.constFind(sign); written != layout.signs.cend())
        return Press{written->code, written->level, press.control};
    const std::array firstCodes{kFirstRow, kSecondRow, kThirdRow};
    const std::array latin{QStringLiteral("qwertyuiop"), QStringLiteral("asdfghjkl"),
                           QStringLiteral("zxcvbnm")};
    const bool foreign = layout.rows[1].at(1).unicode() > 0x24f;
    for (size_t row = 0; row < firstCodes.size(); ++row) {
        const QString &letters = foreign ? latin.at(row) : layout.rows[row];
        if (const auto at = letters.indexOf(sign); at >= 0) {
            press.code = firstCodes.at(row) + int(at);
            return press;
        }
    }
    return std::nullopt;
}

QStringList strokes(const Press &press)
{
    QStringList arguments;
    const auto modifier = [&](bool wanted, int code, const char *what) {
        if (wanted)
            arguments << QLatin1String(what) << QStringLiteral("--delay") << QStringLiteral("0")
                      << QString::number(code);
    };
    modifier(press.control, kControl, "keydown");
    modifier(press.level == Shifted, kShift, "keydown");
    modifier(press.level == Third, kAltGr, "keydown");
    arguments << QStringLiteral("key") << QStringLiteral("--delay") << QStringLiteral("0")
              << (press.code == kEscape ? QStringLiteral("Escape") : QString::number(press.code));
    modifier(press.level == Third, kAltGr, "keyup");
    modifier(press.level == Shifted, kShift, "keyup");
    modifier(press.control, kControl, "keyup");
    return arguments;
}

QByteArray nameAt(const QList<Command> &commands, qsizetype at)
{
    return at < commands.size() ? QByteArray(Commands::spec(commands.at(at)).name) : QByteArray("nothing");
}

// Looked for before the application is made.
QString missingTools;

} // namespace

class TestLayouts : public QObject {
    Q_OBJECT

private:
    void type(const QList<Press> &presses)
    {
        QStringList arguments;
        for (const Press &press : presses)
            arguments += strokes(press);
        QVERIFY2(arguments.size() < kMessagesAtOnce * 10, "too much at once");
        run(QStringLiteral("xdotool"), arguments);
    }
    void run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        QVERIFY2(process.waitForFinished(20'000) && process.exitCode() == 0,
                 process.readAllStandardError().constData());
    }
    void useLayout(const Layout &layout)
    {
        run(QStringLiteral("setxkbmap"),
            {QStringLiteral("-model"), QStringLiteral("pc105"), QStringLiteral("-layout"), layout.name});
    }
    static void addLayouts()
    {
        QTest::addColumn<int>("index");
        const QList<Layout> all = layouts();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all.at(i).name)) << i;
    }
    // Everything in the field once as much has come as was meant, or what has come until then.
    void compare(const QString &expected)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_edit->toPlainText().size() >= expected.size(), 3000);
        QCOMPARE(m_edit->toPlainText(), expected);
    }

    models::Preferences m_preferences;
    std::unique_ptr<QWidget> m_window;
    Commands *m_commands = nullptr;
    QListWidget *m_list = nullptr;
    QListWidget *m_thread = nullptr;
    ReplyEdit *m_edit = nullptr;
    QList<Command> m_ran;

private Q_SLOTS:
    void initTestCase()
    {
        if (!missingTools.isEmpty()) {
            const QByteArray what = "Real layouts need these programs: " + missingTools.toLocal8Bit();
            if (qEnvironmentVariableIsSet("AGENT_INBOX_TESTS_COMPLETE"))
                QFAIL(what.constData());
            QSKIP(what.constData());
        }
        m_window = std::make_unique<QWidget>();
        m_commands = new Commands(m_preferences, m_window.get());
        m_list = new QListWidget(m_window.get());
        m_thread = new QListWidget(m_window.get());
        m_edit = new ReplyEdit(m_window.get());
        m_edit->setOpen(true);
        m_edit->setSendKey({});
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_list);
        layout->addWidget(m_thread);
        layout->addWidget(m_edit);
        auto *keys = new KeyDispatcher(*m_commands, *m_window);
        keys->addArea(m_list, Scope::List);
        keys->addArea(m_thread, Scope::Thread);
        keys->addArea(m_edit, Scope::Composer);
        connect(m_commands, &Commands::finished, this, [this](Command command) { m_ran.append(command); });
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanupTestCase() { m_window.reset(); }

    void noLetterIsLostWhereSomebodyWrites_data() { addLayouts(); }
    void noLetterIsLostWhereSomebodyWrites()
    {
        QFETCH(const int, index);
        const Layout layout = layouts().at(index);
        useLayout(layout);
        m_edit->setFocus();
        m_edit->clear();
        m_ran.clear();
        QList<Press> presses;
        QString expected;
        for (const Level level : {Plain, Shifted}) {
            for (int row = 0; row < 3; ++row) {
                const QString &letters = level == Plain ? layout.rows[row] : layout.shiftedRows[row];
                for (int i = 0; i < letters.size(); ++i) {
                    if (letters.at(i) == u' ')
                        continue;
                    presses.append({std::array{kFirstRow, kSecondRow, kThirdRow}.at(size_t(row)) + i, level});
                    expected += letters.at(i);
                }
            }
        }
        type(presses);
        compare(expected);
        QCOMPARE(m_ran, QList<Command>{});
    }

    void thirdLevelAndDeadKeysWrite_data() { addLayouts(); }
    void thirdLevelAndDeadKeysWrite()
    {
        QFETCH(const int, index);
        const Layout layout = layouts().at(index);
        useLayout(layout);
        m_edit->setFocus();
        m_ran.clear();
        // One by one: composed letters overtake others that are still queued, which nobody types fast enough.
        for (const Typed &typed : layout.more) {
            m_edit->clear();
            type(typed.presses);
            compare(typed.text);
        }
        QCOMPARE(m_ran, QList<Command>{});
    }

    void everyCommandAnswersToItsKeys_data() { addLayouts(); }
    void everyCommandAnswersToItsKeys()
    {
        QFETCH(const int, index);
        const Layout layout = layouts().at(index);
        useLayout(layout);
        const QList<std::pair<Scope, QWidget *>> places{
            {Scope::List, m_list}, {Scope::Thread, m_thread}, {Scope::Composer, m_edit}};
        for (const auto &[scope, widget] : places) {
            widget->setFocus();
            m_edit->clear();
            m_ran.clear();
            QList<Press> presses;
            QList<Command> expected;
            for (const CommandSpec &spec : Commands::table()) {
                for (const KeyBinding &binding : m_commands->bindings(spec.id)) {
                    if (!binding.scopes.testFlag(scope) || layout.onlyInThePalette.contains(spec.id))
                        continue;
                    for (int i = 0; i < binding.keys.count(); ++i) {
                        const auto press = placeOf(layout, binding.keys[uint(i)]);
                        QVERIFY2(press, spec.name);
                        presses.append(*press);
                    }
                    expected.append(spec.id);
                }
            }
            type(presses);
            [[maybe_unused]] const bool all =
                QTest::qWaitFor([&] { return m_ran.size() >= expected.size(); }, 3000);
            for (qsizetype i = 0; i < qMax(expected.size(), m_ran.size()); ++i)
                QCOMPARE(nameAt(m_ran, i), nameAt(expected, i));
            QCOMPARE(m_edit->toPlainText(), QString());
        }
    }

    void countsAreTypedOnEveryLayout_data() { addLayouts(); }
    void countsAreTypedOnEveryLayout()
    {
        QFETCH(const int, index);
        const Layout layout = layouts().at(index);
        useLayout(layout);
        m_list->setFocus();
        m_ran.clear();
        int steps = 0;
        m_commands->setStepper(Command::NextConversation, [&steps](int times) { steps = times; });
        type({*placeOf(layout, Qt::Key_1), *placeOf(layout, Qt::Key_2), *placeOf(layout, Qt::Key_J)});
        QTRY_COMPARE_WITH_TIMEOUT(m_ran.size(), 1, 3000);
        QCOMPARE(steps, 12);
    }
};

int main(int argc, char *argv[])
{
    QStringList missing;
    for (const char *tool : {"Xvfb", "setxkbmap", "xkbcomp", "xdotool"}) {
        if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
            missing.append(QLatin1String(tool));
    }
    missingTools = missing.join(QStringLiteral(", "));
    QProcess screen;
    if (missing.isEmpty()) {
        screen.setStandardErrorFile(QProcess::nullDevice());
        screen.start(QStringLiteral("Xvfb"),
                     {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                      QStringLiteral("0"), QStringLiteral("800x600x24"), QStringLiteral("-nolisten"),
                      QStringLiteral("tcp"), QStringLiteral("-noreset")});
        QByteArray number;
        while (!number.endsWith('\n') && screen.waitForReadyRead(20'000))
            number += screen.readAllStandardOutput();
        if (!number.endsWith('\n'))
            qFatal("The virtual screen did not start.");
        qputenv("DISPLAY", ":" + number.trimmed());
        qputenv("QT_QPA_PLATFORM", "xcb");
        qunsetenv("QT_IM_MODULE");
        qputenv("LC_ALL", "C.UTF-8"); // whose compose table has the dead keys
    }
    int result = 0;
    {
        QApplication application(argc, argv);
        TestLayouts test;
        result = QTest::qExec(&test, argc, argv);
    }
    screen.terminate();
    screen.waitForFinished();
    return result;
}

#include "tst_layouts.moc"
