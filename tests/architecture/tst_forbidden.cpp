// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/architecture/sourcetree.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace inbox::tests;

namespace {

enum class In { Code, CodeWithTexts, Comments };

// A word that must not appear, where it may all the same, and why.
struct Rule {
    const char *name;
    In in;
    QRegularExpression pattern;
    QStringList folders; // where it counts
    QStringList exceptFor; // files, or beginnings of their names
    const char *why;
    const char *unless = nullptr; // a word in the same file that makes it right
};

QStringList product()
{
    return {QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("models"),
            QStringLiteral("services")};
}

QStringList productAndTests()
{
    return product() << QStringLiteral("tests");
}

QList<Rule> rules()
{
    const auto re = [](const char *pattern) {
        return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::MultilineOption);
    };
    const auto except = [](std::initializer_list<const char *> files) {
        QStringList result;
        for (const char *file : files)
            result.append(QString::fromLatin1(file));
        return result;
    };
    return {
        {"ignoring TLS errors",
         In::Code,
         re("\\bignoreSslErrors\\b"),
         product(),
         {},
         "a bad certificate stays an error"},
        {"an insecure keychain",
         In::Code,
         re("\\bsetInsecureFallback\\s*\\(\\s*true"),
         product(),
         {},
         "a token never goes to a plain file"},
        {"opening links elsewhere", In::Code, re("\\bQDesktopServices\\b"), product(),
         except({"services/desktop/"}), "services/desktop checks what may leave the program"},
        {"a label that opens links",
         In::Code,
         re("\\bsetOpen(External)?Links\\s*\\(\\s*true"),
         product(),
         {},
         "services/desktop checks what may leave the program"},
        {"starting programs elsewhere", In::Code, re("\\bQProcess\\b"), product(),
         except({"services/desktop/", "app/"}), "only app and services/desktop start programs"},
        {"a transport of one's own", In::Code,
         re("\\bQNetworkAccessManager\\b|(->|\\.)\\s*(post|sendCustomRequest|deleteResource)\\s*\\("),
         product(), except({"services/net/", "services/demo/"}),
         "every write goes out once, through the one-shot body of services/net"},
        {"a disk cache of answers",
         In::Code,
         re("\\bQNetworkDiskCache\\b"),
         productAndTests(),
         {},
         "customers' data is not written by accident"},
        {"a nested event loop",
         In::Code,
         re("\\bQEventLoop\\b|\\bprocessEvents\\b|\\bwaitFor[A-Z]\\w*\\s*\\("),
         product(),
         {},
         "nested loops are where these programs crash"},
        {"exec of a menu or dialog", In::Code, re("^(?!.*[dD]rag).*(\\.|->|::)exec\\s*\\("), product(),
         except({"app/main.cpp", "services/demo/main.cpp", "services/store/"}),
         "QDialog::open() and QMenu::popup() do not nest an event loop"},
        {"a dialog that blocks",
         In::Code,
         re("\\bQMessageBox::(information|question|warning|critical|about)\\b|\\bQInputDialog::get\\w+"
            "|\\bQFileDialog::get(OpenFileName|OpenFileUrl|SaveFile|Existing)\\w*"),
         product(),
         {},
         "these nest an event loop, and guess whether a text is HTML"},
        {"a widget in each row",
         In::Code,
         re("\\bset(Item|Index)Widget\\s*\\("),
         product(),
         {},
         "delegates draw rows: a widget each is thirty times slower"},
        {"a format that reads HTML",
         In::Code,
         re("\\bQt::(AutoText|RichText|MarkdownText)\\b|\\b(setHtml|insertHtml|appendHtml|setMarkdown)\\s*"
            "\\("),
         product(),
         {},
         "customers' text is plain text"},
        {"a label that guesses its format", In::Code, re("\\bQLabel\\s*[({]|\\bnew\\s+QLabel\\b"), product(),
         except({"ui/dialogs/plainlabel"}), "PlainLabel never reads HTML"},
        {"a text edit that reads HTML",
         In::Code,
         re("\\b(new|public)\\s+QText(Edit|Browser)\\b"),
         product(),
         {},
         "QPlainTextEdit takes what is pasted as it is"},
        {"an action outside the command table", In::Code, re("\\bnew\\s+QAction\\b|\\bnew\\s+QShortcut\\b"),
         product(), except({"ui/commands/", "ui/command"}), "two actions on one key: neither fires"},
        {"a timer without an owner",
         In::Code,
         re("\\bsingleShot\\s*\\([^,;]*,\\s*\\[[^\\]]*(\\bthis\\b|[&=])"),
         product(),
         {},
         "the lambda may run after its object is gone: name a context object"},
        {"the thread pool itself", In::Code, re("\\bQThreadPool\\b"), product(),
         except({"services/threads/", "services/desktop/notifier.cpp"}),
         "services/threads hands over where a thread sanitizer sees it"},
        {"sleeping", In::Code, re("\\bQThread::(sleep|msleep|usleep)\\b|\\bsleep_(for|until)\\b"), product(),
         except({"services/demo/"}), "the window would freeze"},
        {"sleeping in a test",
         In::Code,
         re("\\bqSleep\\b|\\bqWait\\s*\\(|\\bQThread::(sleep|msleep|usleep)\\b"
            "|\\bsleep_(for|until)\\b"),
         {QStringLiteral("tests")},
         {},
         "wait for what is expected (QTRY_…), not for the clock"},
        {"talking to the console", In::Code,
         re("\\bq(Debug|Info)\\s*\\(|\\bstd::c(out|err)\\b|\\bf?printf\\s*\\("), product(),
         except({"app/", "services/demo/"}), "log through a category, so that it can be silenced"},
        {"translating a variable",
         In::CodeWithTexts,
         re("(?<![\\w:.>])tr\\s*\\(\\s*[^\"\\s)R]|\\bQObject::tr\\s*\\("),
         product(),
         {},
         "lupdate reads only literals, and only in their own context",
         "_NOOP("},
        {"a sentence glued from parts",
         In::CodeWithTexts,
         re("\\btr\\s*\\(\"[^\"\\n]*\"\\)\\s*[+%]|[+%]\\s*tr\\s*\\(\""),
         product(),
         {},
         "other languages have another order: use %1"},
        {"a service's name in a widget",
         In::Code,
         re("\\b(store|backends|net|recipients|media|secrets)::\\w"),
         {QStringLiteral("ui")},
         {},
         "widgets speak of models and the domain"},
        {"a promise to do it later",
         In::Comments,
         re("\\b(TODO|FIXME|XXX|HACK)\\b"),
         productAndTests(),
         {},
         "do it now, or write an issue"},
    };
}

bool counts(const Rule &rule, const QString &file)
{
    const auto within = [&file](const QString &folder) { return file.startsWith(QString(folder + u'/')); };
    const auto named = [&file](const QString &beginning) { return file.startsWith(beginning); };
    return std::any_of(rule.folders.cbegin(), rule.folders.cend(), within)
        && std::none_of(rule.exceptFor.cbegin(), rule.exceptFor.cend(), named);
}

// "file:line: what: why" for each rule the text breaks.
QStringList problems(const QString &file, const QString &text)
{
    const QString code = codeOnly(text, Literals::Blanked);
    const QString codeWithTexts = codeOnly(text, Literals::Kept);
    const QString comments = commentsOnly(text);
    QStringList result;
    const QList<Rule> all = rules();
    for (const Rule &rule : all) {
        if (!counts(rule, file) || (rule.unless && code.contains(QLatin1String(rule.unless))))
            continue;
        const QString &read = rule.in == In::Code ? code : rule.in == In::Comments ? comments : codeWithTexts;
        QRegularExpressionMatchIterator matches = rule.pattern.globalMatch(read);
        while (matches.hasNext()) {
            const qsizetype at = matches.next().capturedStart();
            const qsizetype line = QStringView(read).left(at).count(u'\n') + 1;
            result.append(QStringLiteral("%1:%2: %3: %4")
                              .arg(file, QString::number(line), QString::fromLatin1(rule.name),
                                   QString::fromUtf8(rule.why)));
        }
    }
    return result;
}

bool hasLicence(const QString &text)
{
    const QStringList head = text.split(u'\n').mid(0, 5);
    const auto has = [&head](const char *words) {
        return std::any_of(head.cbegin(), head.cend(), [words](const QString &line) {
            return line.contains(QString::fromLatin1(words));
        });
    };
    return has("SPDX-FileCopyrightText: ") && has("SPDX-License-Identifier: MIT");
}

} // namespace

class TestForbidden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesALine_data();
    void judgesALine();
    void leavesCommentsAndTextsAlone();
    void readsRawStringsAndNumbers();
    void namesTheLine();
    void nothingForbiddenIsWritten();
    void everyFileSaysItsLicence();
};

void TestForbidden::judgesALine_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *file, const char *line, bool allowed) {
        QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(line) << allowed;
    };
    row("TLS errors", "services/net/a.cpp", "reply->ignoreSslErrors();", false);
    row("insecure keychain", "services/secrets/a.cpp", "job.setInsecureFallback( true );", false);
    row("secure keychain", "services/secrets/a.cpp", "job.setInsecureFallback(false);", true);
    row("openUrl in ui", "ui/a.cpp", "QDesktopServices::openUrl(url);", false);
    row("openUrl in desktop", "services/desktop/a.cpp", "QDesktopServices::openUrl(url);", true);
    row("label opens links", "ui/a.cpp", "label->setOpenExternalLinks(true);", false);
    row("program in ui", "ui/a.cpp", "QProcess p;", false);
    row("program in app", "app/a.cpp", "QProcess p;", true);
    row("post in a backend", "services/backends/a.cpp", "m_net->post(request, body);", false);
    row("post in net", "services/net/a.cpp", "m_manager.post(request, body);", true);
    row("manager in sync", "services/sync/a.h", "QNetworkAccessManager m_manager;", false);
    row("disk cache", "services/net/a.cpp", "new QNetworkDiskCache;", false);
    row("event loop", "services/net/a.cpp", "QEventLoop loop;", false);
    row("process events", "ui/a.cpp", "QCoreApplication::processEvents();", false);
    row("waiting for a future", "services/sync/a.cpp", "future.waitForFinished();", false);
    row("exec of a dialog", "ui/a.cpp", "dialog.exec();", false);
    row("exec of a menu", "ui/a.cpp", "menu->exec(point);", false);
    row("exec of a drag", "ui/a.cpp", "drag->exec(Qt::CopyAction);", true);
    row("exec of the program", "app/main.cpp", "return application.exec();", true);
    row("message box", "ui/a.cpp", "QMessageBox::question(this, t, t);", false);
    row("file dialog", "ui/a.cpp", "QFileDialog::getSaveFileName(this);", false);
    row("widget in a row", "ui/a.cpp", "view->setIndexWidget(i, w);", false);
    row("rich text", "ui/a.cpp", "label->setTextFormat(Qt::RichText);", false);
    row("plain text", "ui/a.cpp", "label->setTextFormat(Qt::PlainText);", true);
    row("HTML", "ui/a.cpp", "document.setHtml(text);", false);
    row("action in a window", "ui/window.cpp", "auto *a = new QAction(this);", false);
    row("action in the table", "ui/commands/table.cpp", "auto *a = new QAction(this);", true);
    row("timer without owner", "ui/a.cpp", "QTimer::singleShot(0, [this] { f(); });", false);
    row("timer with owner", "ui/a.cpp", "QTimer::singleShot(0, this, [this] { f(); });", true);
    row("timer that only keeps", "ui/a.cpp", "QTimer::singleShot(0, [kept] {});", true);
    row("a pool", "models/a.cpp", "QThreadPool::globalInstance()->start(work);", false);
    row("a pool in threads", "services/threads/a.h", "QThreadPool::globalInstance()->start(work);", true);
    row("sleep", "services/net/a.cpp", "QThread::msleep(5);", false);
    row("sleep in a test", "tests/ui/tst_a.cpp", "QTest::qWait(50);", false);
    row("waiting in a test", "tests/ui/tst_a.cpp", "QVERIFY(QTest::qWaitFor(ready));", true);
    row("console", "models/a.cpp", "qDebug() << x;", false);
    row("log category", "models/a.cpp", "qCWarning(log) << x;", true);
    row("tr of a variable", "ui/a.cpp", "label->setText(tr(name));", false);
    row("tr of a marked literal", "ui/a.cpp", "N n {QT_TR_NOOP(\"a\")}; f(tr(n.name));", true);
    row("tr of a literal", "ui/a.cpp", "label->setText(tr(\"Name\"));", true);
    row("tr of QObject", "ui/a.cpp", "f(QObject::tr(\"Name\"));", false);
    row("a function that ends in tr", "ui/a.cpp", "f(attr(name), QStringLiteral(\"x\"));", true);
    row("glued after", "ui/a.cpp", "f(tr(\"Name\") + name);", false);
    row("glued before", "ui/a.cpp", "f(name % tr(\"Name\"));", false);
    row("a service in a widget", "ui/a.cpp", "recipients::Column column;", false);
    row("a service in a model", "models/a.cpp", "recipients::Column column;", true);
    row("later", "ui/a.cpp", "// TODO: more", false);
}

void TestForbidden::judgesALine()
{
    QFETCH(QString, file);
    QFETCH(QString, line);
    QFETCH(bool, allowed);
    QCOMPARE(problems(file, line).isEmpty(), allowed);
}

void TestForbidden::leavesCommentsAndTextsAlone()
{
    QCOMPARE(problems(QStringLiteral("ui/a.cpp"),
                      QStringLiteral("// never dialog.exec()\n/* QEventLoop */ f(\"\\\"QEventLoop\");\n"
                                     "g('\"'); // QProcess\n")),
             QStringList());
}

void TestForbidden::readsRawStringsAndNumbers()
{
    const QString text = QStringLiteral("f(R\"x(QEventLoop \" // )x\", 1'000'000); QEventLoop loop;");
    QCOMPARE(codeOnly(text, Literals::Blanked),
             QStringLiteral("f(R\"x(                )x\", 1'000'000); QEventLoop loop;"));
}

void TestForbidden::namesTheLine()
{
    const QStringList found = problems(QStringLiteral("ui/a.cpp"), QStringLiteral("a;\n\n  b.exec();\n"));
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().startsWith(QLatin1String("ui/a.cpp:3: ")), qPrintable(found.first()));
}

void TestForbidden::nothingForbiddenIsWritten()
{
    const QStringList files = sourceFiles(productAndTests(), {QStringLiteral(".h"), QStringLiteral(".cpp")});
    QVERIFY(files.contains(QLatin1String("tests/architecture/tst_forbidden.cpp")));
    QStringList found;
    for (const QString &file : files)
        found += problems(file, sourceText(file));
    if (!found.isEmpty())
        QFAIL(qPrintable(QString(u'\n' + found.join(u'\n'))));
}

void TestForbidden::everyFileSaysItsLicence()
{
    QStringList files =
        sourceFiles(productAndTests() << QStringLiteral("resources") << QStringLiteral("translations"),
                    {QStringLiteral(".h"), QStringLiteral(".cpp"), QStringLiteral("CMakeLists.txt"),
                     QStringLiteral(".cmake"), QStringLiteral(".py"), QStringLiteral(".sh")});
    files << QStringLiteral("CMakeLists.txt") << QStringLiteral("dev") << QStringLiteral(".ci/run")
          << QStringLiteral(".clang-tidy") << QStringLiteral(".clang-format");
    QStringList without;
    for (const QString &file : std::as_const(files)) {
        if (!hasLicence(sourceText(file)))
            without.append(file);
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u' ')));
    QVERIFY(!hasLicence(QStringLiteral("// SPDX-License-Identifier: MIT\n")));
}

QTEST_GUILESS_MAIN(TestForbidden)
#include "tst_forbidden.moc"
