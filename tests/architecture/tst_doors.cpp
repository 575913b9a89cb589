// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/architecture/sourcetree.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace inbox::tests;

namespace {

// Who may open which door. A target stands for the folder and all below it; "-folder" takes one away again.
// app → ui → models → services/{sync,domain}; inside services: domain ← net ← backends ← sync → store,
// secrets.
struct Room {
    QString folder;
    QStringList doors; // besides its own folder
};

QList<Room> rooms()
{
    const auto list = [](std::initializer_list<const char *> words) {
        QStringList result;
        for (const char *word : words)
            result.append(QString::fromLatin1(word));
        return result;
    };
    const auto room = [&list](const char *folder, std::initializer_list<const char *> doors) {
        return Room{QString::fromLatin1(folder), list(doors)};
    };
    // A server of its own, so app may start services/demo but shares no code with it.
    return {
        room("app", {"ui", "models", "services", "-services/demo"}),
        room("ui", {"models", "services/domain"}),
        // The cache and the decoders of files in messages; media::Downloads is handed what sync fetches with.
        room("models",
             {"services/sync", "services/media", "services/recipients", "services/threads",
              "services/domain"}),
        room("services/domain", {}),
        room("services/threads", {}),
        room("services/net", {"services/threads", "services/domain"}),
        room("services/backends", {"services/net", "services/domain"}),
        room("services/store", {"services/threads", "services/domain"}),
        room("services/secrets", {"services/domain"}),
        // The interface only: which backends exist is none of sync's business.
        room("services/sync",
             {"services/backends", "-services/backends/clientapi", "-services/backends/chatcaptain",
              "-services/backends/zild", "services/net", "services/store", "services/secrets",
              "services/threads", "services/domain"}),
        room("services/media", {"services/net", "services/threads", "services/domain"}),
        room("services/recipients", {"services/domain"}),
        room("services/desktop", {"services/domain"}),
        room("services/demo", {"services/domain"}),
        room("tests", {"app", "ui", "models", "services"}),
    };
}

// Libraries a room must not know, as the headers' names begin.
struct Closed {
    QString folder;
    QRegularExpression headers;
    QString why;
};

QList<Closed> closedHeaders()
{
    const auto closed = [](const char *folder, const char *headers, const char *why) {
        return Closed{QString::fromLatin1(folder), QRegularExpression(QString::fromLatin1(headers)),
                      QString::fromLatin1(why)};
    };
    const char *const outside =
        "^(QtNetwork|QtSql|QNetwork|QSsl|QTcp|QUdp|QHttp|QJson|QCbor|QSql|nlohmann|httplib)";
    const char *const pixels =
        "^(QtWidgets|QtGui|QWidget|QPainter|QPixmap|QIcon|QStyle|QAction|QLabel|QColor|QFont)";
    return {
        closed("ui", outside, "widgets know no network, JSON or SQL"),
        closed("models", outside, "models know no network, JSON or SQL"),
        closed("models", pixels, "models know no pixels"),
        closed("services/domain", outside, "the domain is plain values"),
        closed("services/domain", "^(QObject|QtGui|QtWidgets)$", "the domain is plain values"),
        closed("services", "^(QtWidgets|QWidget|QDialog|QMessageBox|QApplication$)",
               "services are not on screen"),
    };
}

bool lies(const QString &file, const QString &folder)
{
    return file.startsWith(folder + u'/');
}

// What is wrong with this include in this file, in one sentence; empty when nothing is.
QString doorProblem(const QString &file, const Include &include)
{
    const QString &target = include.target;
    const QList<Room> all = rooms();
    const auto isRoom = [&all](const QString &path) {
        return std::any_of(all.cbegin(), all.cend(),
                           [&path](const Room &room) { return lies(path, room.folder); });
    };
    if (!include.quoted) {
        if (isRoom(target))
            return QStringLiteral("our own headers go between quotes");
        for (const Closed &closed : closedHeaders()) {
            if (lies(file, closed.folder) && closed.headers.match(target).hasMatch())
                return closed.why;
        }
        return {};
    }
    const bool generated = target.endsWith(QLatin1String(".moc"));
    if (generated)
        return {};
    if (!isRoom(target) || target.contains(QLatin1String("..")))
        return QStringLiteral("includes are written from the root of the repository");
    const auto here =
        std::find_if(all.cbegin(), all.cend(), [&file](const Room &room) { return lies(file, room.folder); });
    if (here == all.cend())
        return QStringLiteral("this folder is no room of the house: say in tst_doors what it may see");
    if (lies(target, here->folder))
        return {};
    bool open = false;
    for (const QString &door : here->doors) {
        if (door.startsWith(u'-')) {
            if (lies(target, door.mid(1)))
                open = false;
        } else if (lies(target, door)) {
            open = true;
        }
    }
    return open ? QString() : QString(here->folder + QStringLiteral(" may not see ") + target);
}

} // namespace

class TestDoors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesAnInclude_data();
    void judgesAnInclude();
    void findsIncludes();
    void everyDoorIsRespected();
    void everyRoomIsRead();
};

void TestDoors::judgesAnInclude_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("quoted");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *file, const char *target, bool quoted, bool allowed) {
        QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(target) << quoted << allowed;
    };
    row("own room", "ui/window.cpp", "ui/window.h", true, true);
    row("app sees a backend", "app/main.cpp", "services/backends/clientapi/backend.h", true, true);
    row("app shares no code with the demo server", "app/main.cpp", "services/demo/world.h", true, false);
    row("ui sees models", "ui/window.cpp", "models/drafts.h", true, true);
    row("ui sees the domain", "ui/window.cpp", "services/domain/ids.h", true, true);
    row("ui not sync", "ui/window.cpp", "services/sync/inbox.h", true, false);
    row("ui not net", "ui/window.cpp", "services/net/call.h", true, false);
    row("ui not app", "ui/window.cpp", "app/options.h", true, false);
    row("models see sync", "models/drafts.h", "services/sync/inbox.h", true, true);
    row("models see the files of messages", "models/media.h", "services/media/filecache.h", true, true);
    row("models not backends", "models/drafts.h", "services/backends/backend.h", true, false);
    row("models not ui", "models/drafts.h", "ui/window.h", true, false);
    row("domain sees nobody", "services/domain/ids.h", "services/net/call.h", true, false);
    row("net sees the domain", "services/net/call.h", "services/domain/error.h", true, true);
    row("net not backends", "services/net/call.h", "services/backends/backend.h", true, false);
    row("backends see net", "services/backends/backend.h", "services/net/call.h", true, true);
    row("backends not sync", "services/backends/backend.h", "services/sync/inbox.h", true, false);
    row("sync sees the interface", "services/sync/inbox.h", "services/backends/backend.h", true, true);
    row("sync not a backend", "services/sync/inbox.h", "services/backends/clientapi/backend.h", true, false);
    row("sync not another backend", "services/sync/inbox.h", "services/backends/chatcaptain/decoders.h", true,
        false);
    row("sync not models", "services/sync/inbox.h", "models/drafts.h", true, false);
    row("secrets not sync", "services/secrets/keychain.h", "services/sync/inbox.h", true, false);
    row("demo not backends", "services/demo/world.cpp", "services/backends/backend.h", true, false);
    row("demo not net", "services/demo/world.cpp", "services/net/call.h", true, false);
    row("demo sees the domain", "services/demo/world.cpp", "services/domain/ids.h", true, true);
    row("tests see everything", "tests/ui/tst_window.cpp", "ui/window.h", true, true);
    row("tests see the demo server", "tests/e2e/tst_job.cpp", "services/demo/world.h", true, true);
    row("nothing sees tests", "app/main.cpp", "tests/support/fake.h", true, false);
    row("relative", "ui/window.cpp", "../models/drafts.h", true, false);
    row("relative inside", "ui/window.cpp", "ui/../models/drafts.h", true, false);
    row("bare name", "ui/window.cpp", "window.h", true, false);
    row("written by moc", "ui/window.cpp", "window.moc", true, true);
    row("own header in brackets", "ui/window.cpp", "ui/window.h", false, false);
    row("unknown folder", "plugins/a.cpp", "ui/window.h", true, false);
    row("ui sees Qt", "ui/window.cpp", "QWidget", false, true);
    row("ui not the network", "ui/window.cpp", "QNetworkReply", false, false);
    row("ui not JSON", "ui/window.cpp", "QJsonObject", false, false);
    row("models not SQL", "models/drafts.cpp", "QSqlQuery", false, false);
    row("models not through a module", "models/drafts.cpp", "QtNetwork/QNetworkReply", false, false);
    row("models not pixels", "models/drafts.cpp", "QPixmap", false, false);
    row("models hand on decoded pictures", "models/media.h", "QImage", false, true);
    row("domain is no QObject", "services/domain/ids.h", "QObject", false, false);
    row("services not widgets", "services/sync/inbox.cpp", "QMessageBox", false, false);
    row("net sees the network", "services/net/call.cpp", "QNetworkReply", false, true);
}

void TestDoors::judgesAnInclude()
{
    QFETCH(QString, file);
    QFETCH(QString, target);
    QFETCH(bool, quoted);
    QFETCH(bool, allowed);
    QCOMPARE(doorProblem(file, {1, target, quoted}).isEmpty(), allowed);
}

void TestDoors::findsIncludes()
{
    const QList<Include> found = includes(QStringLiteral("// #include \"not/this.h\"\n"
                                                         "#include \"ui/window.h\"\n"
                                                         "/*\n#include \"nor/this.h\"\n*/\n"
                                                         "  # include <QWidget> // a widget\n"));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).line, 2);
    QCOMPARE(found.at(0).target, QStringLiteral("ui/window.h"));
    QVERIFY(found.at(0).quoted);
    QCOMPARE(found.at(1).line, 6);
    QCOMPARE(found.at(1).target, QStringLiteral("QWidget"));
    QVERIFY(!found.at(1).quoted);
}

namespace {

QStringList everyFile()
{
    return sourceFiles({QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("models"),
                        QStringLiteral("services"), QStringLiteral("tests")},
                       {QStringLiteral(".h"), QStringLiteral(".cpp")});
}

} // namespace

void TestDoors::everyDoorIsRespected()
{
    QStringList problems;
    const QStringList files = everyFile();
    for (const QString &file : files) {
        const QList<Include> all = includes(sourceText(file));
        for (const Include &include : all) {
            const QString problem = doorProblem(file, include);
            if (!problem.isEmpty())
                problems.append(QStringLiteral("%1:%2: %3: %4")
                                    .arg(file, QString::number(include.line), include.target, problem));
        }
    }
    if (!problems.isEmpty())
        QFAIL(qPrintable(QString(u'\n' + problems.join(u'\n'))));
}

// Reading nothing finds nothing wrong.
void TestDoors::everyRoomIsRead()
{
    const QStringList files = everyFile();
    for (const char *folder : {"models", "services/domain", "services/sync", "tests/architecture"}) {
        const bool read = std::any_of(files.cbegin(), files.cend(), [folder](const QString &file) {
            return lies(file, QString::fromLatin1(folder)) && !includes(sourceText(file)).isEmpty();
        });
        QVERIFY2(read, folder);
    }
}

QTEST_GUILESS_MAIN(TestDoors)
#include "tst_doors.moc"
