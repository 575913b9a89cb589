// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/bench/stages.h"

#include "services/backends/clientapi/decoders.h"
#include "services/backends/clientapi/descriptor.h"
#include "services/store/store.h"
#include "tests/bench/desk.h"
#include "tests/bench/measure.h"
#include "tests/bench/prototype.h"
#include "tests/support/scriptedbackend.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QListView>
#include <QMainWindow>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryFile>
#include <QThreadPool>
#include <QTreeView>

namespace inbox::bench {

using namespace domain;
using models::View;

namespace {

constexpr QSize kWindow(1280, 800);
constexpr int kHour = 3'600'000; // milliseconds
constexpr int kPatience = 280'000; // milliseconds; a little less than whoever started the stage has
// Milliseconds: long enough for a repaint that should not come.
constexpr int kRest = 100;
constexpr int kRestQuick = 20;
constexpr int kChanges = 20;
constexpr int kPressesHeld = 200;
constexpr int kPressesQuick = 3;
constexpr int kIdle = 10'000; // milliseconds
constexpr int kIdleQuick = 300;
// Reading is reported after a second of rest, and the answer changes a row: that is not yet idle.
constexpr int kCalmDown = 2'500;

using Measured = std::optional<QJsonObject>;

Measured missing(const char *what)
{
    std::fprintf(stderr, "bench_inbox: %s\n", what);
    return std::nullopt;
}

int rest(const Stage &stage)
{
    return stage.quick ? kRestQuick : kRest;
}

QJsonArray toJson(const QList<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(value);
    return array;
}

AccountConfig account(const Stage &stage, const QString &listQuery = {})
{
    AccountConfig config;
    config.id = AccountId(QStringLiteral("bench"));
    config.backend = QStringLiteral("client-api");
    config.name = QStringLiteral("Benchmark");
    config.settings.insert(baseUrlSetting, stage.serverUrl);
    config.settings.insert(backends::clientapi::listQuerySetting, listQuery);
    config.me = UserId(stage.userId);
    config.sessionOnly = true;
    return config;
}

std::unique_ptr<backends::Backend> backend(const Stage &stage, const QString &listQuery = {})
{
    auto made = backends::createBackend(account(stage, listQuery), stage.token);
    if (!made)
        qFatal("the demo server's address cannot be used");
    return made;
}

QJsonObject toJson(const Pulse &pulse)
{
    return {{QStringLiteral("gap"), pulse.longestGap()}, {QStringLiteral("work"), pulse.longestWork()}};
}

QJsonObject memoryNow()
{
    const Memory now = memory();
    return {{QStringLiteral("pss"), now.proportional}, {QStringLiteral("own"), now.own}};
}

void show(QWidget &window)
{
    window.resize(kWindow);
    window.show();
    window.activateWindow();
}

// --- start -------------------------------------------------------------------------------------------------

// Until `viewport` was painted while `ready`.
Measured firstPaint(PaintWatch &watch, QWidget *viewport, const std::function<bool()> &ready)
{
    qint64 at = 0;
    watch.painted = [&](const QWidget *widget) {
        if (widget == viewport && at == 0 && ready())
            at = steadyNow();
    };
    const bool painted = runUntil([&at] { return at > 0; }, kPatience);
    watch.painted = {};
    if (!painted)
        return missing("nothing was painted");
    return QJsonObject{{QStringLiteral("painted"), QString::number(at)},
                       {QStringLiteral("memory"), memoryNow()}};
}

Measured startEmpty(PaintWatch &watch, const Stage &)
{
    QMainWindow window;
    show(window);
    return firstPaint(watch, &window, [] { return true; });
}

Measured startPrototype(PaintWatch &watch, const Stage &stage)
{
    Prototype window(stage.conversations);
    show(window);
    return firstPaint(watch, window.list()->viewport(), [] { return true; });
}

Measured startInbox(PaintWatch &watch, const Stage &stage)
{
    Desk desk;
    show(desk.window);
    desk.connect(account(stage), backend(stage))->start();
    return firstPaint(watch, desk.listView->viewport(), [&desk] { return desk.list.rowCount() > 0; });
}

// --- work in a large inbox ---------------------------------------------------------------------------------

bool customerSays(const Stage &stage, const ConversationId &id)
{
    QNetworkAccessManager network;
    QUrl url(stage.serverUrl);
    url.setPath(QStringLiteral("/demo-control/customer-says"));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("Authorization", "Bearer " + stage.token.toUtf8());
    const QJsonObject body{{QStringLiteral("conversation_id"), id.value().toInt()},
                           {QStringLiteral("text"), QStringLiteral("Where is my parcel?")}};
    const std::unique_ptr<QNetworkReply> reply(network.post(request, QJsonDocument(body).toJson()));
    return runUntil([&reply] { return reply->isFinished(); }, kPatience) && !reply->error();
}

// One conversation changes its status at the server; what does the list do when it hears of it?
Measured changes(const Stage &stage, Desk &desk, sync::AccountSession &session, backends::Backend &colleague)
{
    CountingDelegate counting(*static_cast<QStyledItemDelegate *>(desk.listView->itemDelegate()));
    QAbstractItemDelegate *own = desk.listView->itemDelegate();
    desk.listView->setItemDelegate(&counting);
    runFor(rest(stage));

    const auto change = [&](int row) {
        const ConversationKey key = desk.list.row(row).key;
        const auto next = desk.list.row(row).status == ConversationStatus::ToDo
            ? ConversationStatus::InProgress
            : ConversationStatus::ToDo;
        bool told = false;
        colleague.update(key.id, {next, std::nullopt})
            .whenDone(&colleague, [&told](const Result<Conversation> &result) { told = result.has_value(); });
        if (!runUntil([&told] { return told; }, kPatience))
            return false;
        counting.rowsPainted = counting.sizeHints = 0;
        session.refreshConversation(key.id);
        const bool heard = runUntil([&] { return desk.list.row(row).status == next; }, kPatience);
        runFor(rest(stage));
        return heard;
    };

    QJsonObject result;
    const int visible =
        qMin(kChanges, desk.listView->viewport()->height() / desk.listView->sizeHintForRow(0));
    int painted = 0;
    int hints = 0;
    for (int row = 1; row < visible; ++row) {
        if (!change(row))
            return missing("a change did not arrive");
        painted = qMax(painted, counting.rowsPainted);
        hints = qMax(hints, counting.sizeHints);
    }
    result.insert(QStringLiteral("visiblePainted"), painted);
    result.insert(QStringLiteral("visibleHints"), hints);
    if (!change(0))
        return missing("a change of the first row did not arrive");
    result.insert(QStringLiteral("firstHints"), counting.sizeHints);
    if (!change(desk.list.rowCount() - 1))
        return missing("a change out of sight did not arrive");
    result.insert(QStringLiteral("hiddenPainted"), counting.rowsPainted);
    result.insert(QStringLiteral("hiddenHints"), counting.sizeHints);

    // A customer's message brings a conversation from the end to the top.
    const ConversationKey key = desk.list.row(desk.list.rowCount() - 1).key;
    if (!customerSays(stage, key.id))
        return missing("the customer's message was refused");
    counting.rowsPainted = counting.sizeHints = 0;
    Pulse pulse;
    session.refreshConversation(key.id);
    if (!runUntil([&] { return desk.list.rowOf(key) == 0; }, kPatience))
        return missing("the conversation did not come to the top");
    runFor(rest(stage));
    result.insert(QStringLiteral("movePainted"), counting.rowsPainted);
    result.insert(QStringLiteral("moveHints"), counting.sizeHints);
    pulse.stop();
    result.insert(QStringLiteral("moveBlock"), toJson(pulse));
    desk.listView->setItemDelegate(own);
    runFor(rest(stage));
    return result;
}

Measured holdJ(PaintWatch &watch, const Stage &stage, Desk &desk)
{
    const int presses = stage.quick ? kPressesQuick : kPressesHeld;
    int expected = 0;
    const auto key = [&] { return desk.list.row(expected).key; };
    const HeldKey held{&desk.window,
                       desk.listView->viewport(),
                       desk.threadView->viewport(),
                       [&] { return desk.listView->currentIndex().row() == expected; },
                       [&] { return desk.thread.conversation() == key() && desk.thread.isLoaded(); },
                       [&](int press) { expected = press; }};
    // The first time through brings the threads into memory.
    if (hold(watch, held, Qt::Key_J, presses).size() != presses)
        return missing("J did not open a conversation");
    desk.window.openConversation({});
    runFor(rest(stage));
    const QList<double> times = hold(watch, held, Qt::Key_J, presses);
    if (times.size() != presses)
        return missing("J did not open a conversation that was in memory");
    return QJsonObject{{QStringLiteral("times"), toJson(times)}};
}

// The whole list, page after page, without the pause a sweep makes out of politeness.
Measured sweep(const Stage &stage, Desk &desk, const QString &listQuery = {})
{
    show(desk.window);
    sync::PollTimings timings;
    timings.list = timings.listAway = kHour;
    timings.sweepPage = 0;
    sync::AccountSession *session =
        desk.connect(account(stage, listQuery), backend(stage, listQuery), timings);
    runFor(rest(stage));
    Pulse pulse;
    session->start();
    const auto enough = [&] {
        return desk.list.count(View::All) + desk.list.count(View::Done) >= stage.conversations;
    };
    if (!runUntil(enough, kPatience))
        return missing("the list did not become complete");
    pulse.stop();
    return toJson(pulse);
}

Measured pages(PaintWatch &, const Stage &stage)
{
    Desk desk;
    return sweep(stage, desk);
}

Measured huge(PaintWatch &, const Stage &stage)
{
    Desk desk;
    const Measured block = sweep(stage, desk, QStringLiteral("per_page=500"));
    if (!block)
        return std::nullopt;
    runFor(rest(stage));
    return QJsonObject{{QStringLiteral("block"), *block}, {QStringLiteral("memory"), memoryNow()}};
}

Measured work(PaintWatch &watch, const Stage &stage)
{
    Desk desk;
    // Large pages: it is not the sweep that is measured here.
    if (!sweep(stage, desk, QStringLiteral("per_page=500")))
        return std::nullopt;
    sync::AccountSession *session = desk.inbox.sessions().constFirst();
    runFor(rest(stage));
    QJsonObject result{{QStringLiteral("memory"), memoryNow()}};

    const auto colleague = backend(stage);
    const Measured changed = changes(stage, desk, *session, *colleague);
    if (!changed)
        return std::nullopt;
    result.insert(QStringLiteral("changes"), *changed);

    const Measured held = holdJ(watch, stage, desk);
    if (!held)
        return std::nullopt;
    result.insert(QStringLiteral("held"), *held);
    return result;
}

Measured workPrototype(PaintWatch &watch, const Stage &stage)
{
    Prototype window(stage.conversations);
    show(window);
    runFor(rest(stage));
    QJsonObject result{{QStringLiteral("memory"), memoryNow()}};
    window.list()->setCurrentIndex(window.list()->model()->index(0, 0));
    runFor(rest(stage));
    int expected = 0;
    const HeldKey held{&window,
                       window.list()->viewport(),
                       window.thread()->viewport(),
                       [&] { return window.list()->currentIndex().row() == expected; },
                       [&] { return window.shown() == expected; },
                       [&](int press) { expected = press + 1; }};
    const int presses = stage.quick ? kPressesQuick : kPressesHeld;
    const QList<double> times = hold(watch, held, Qt::Key_J, presses);
    if (times.size() != presses)
        return missing("J did nothing in the prototype");
    result.insert(QStringLiteral("times"), toJson(times));
    return result;
}

// --- one large answer --------------------------------------------------------------------------------------

Measured bulk(PaintWatch &watch, const Stage &stage)
{
    QFile file(stage.answerFile);
    if (!file.open(QIODevice::ReadOnly))
        return missing("the answer cannot be read");
    const QByteArray bytes = file.readAll();
    QElapsedTimer time;
    time.start();
    const bool parsed = !QJsonDocument::fromJson(bytes).isNull();
    const double parse = double(time.nsecsElapsed()) / kNanosPerMilli;
    if (!parsed)
        return missing("the answer is no JSON");

    Desk desk;
    show(desk.window);
    auto scripted = std::make_unique<test::ScriptedBackend>();
    test::ScriptedBackend *source = scripted.get();
    sync::PollTimings timings;
    timings.list = timings.listAway = kHour;
    sync::AccountSession *session = desk.connect(account(stage), std::move(scripted), timings);
    session->start();
    runFor(rest(stage));

    const auto complete = [&] {
        return desk.list.count(View::All) + desk.list.count(View::Done) >= stage.conversations;
    };
    int shown = 0;
    watch.painted = [&](const QWidget *widget) {
        if (widget == desk.listView->viewport())
            shown = desk.list.rowCount();
    };
    Pulse pulse;
    time.start();
    // As the HTTP client does it: large answers are read in the pool.
    QThreadPool::globalInstance()->start([&, id = session->id()] {
        auto decoded = backends::clientapi::decodeConversations(QJsonDocument::fromJson(bytes), id);
        QMetaObject::invokeMethod(
            session,
            [source, session, list = std::move(decoded.value->items)] {
                source->conversationList = list;
                session->refresh();
            },
            Qt::QueuedConnection);
    });
    const bool arrived = runUntil([&] { return shown > 0 && complete(); }, kPatience);
    const auto took = double(time.nsecsElapsed()) / kNanosPerMilli;
    runFor(rest(stage)); // the painting of the last part counts, too
    pulse.stop();
    QThreadPool::globalInstance()->waitForDone();
    watch.painted = {};
    if (!arrived)
        return missing("the answer did not reach the list");
    return QJsonObject{{QStringLiteral("bytes"), bytes.size()},
                       {QStringLiteral("parse"), parse},
                       {QStringLiteral("total"), took},
                       {QStringLiteral("block"), toJson(pulse)}};
}

// The same in the words of an API that knows no pages, from a server, through the HTTP client.
Measured whole(PaintWatch &watch, const Stage &stage)
{
    AccountConfig config = account(stage);
    config.backend = QStringLiteral("chatcaptain");
    config.settings = {{baseUrlSetting, stage.serverUrl}, {QStringLiteral("chatbot"), QStringLiteral("bot")}};
    auto made = backends::createBackend(config, stage.token);
    if (!made)
        return missing("the account cannot be used");
    Desk desk;
    show(desk.window);
    sync::PollTimings timings;
    timings.list = timings.listAway = kHour;
    sync::AccountSession *session = desk.connect(config, std::move(made), timings);
    runFor(rest(stage));
    const qint64 before = peakMemory();
    const auto complete = [&] {
        return desk.list.count(View::All) + desk.list.count(View::Done) >= stage.conversations;
    };
    int shown = 0;
    watch.painted = [&](const QWidget *widget) {
        if (widget == desk.listView->viewport())
            shown = desk.list.rowCount();
    };
    QElapsedTimer time;
    time.start();
    Pulse pulse;
    session->start();
    const bool arrived = runUntil([&] { return shown > 0 && complete(); }, kPatience);
    const auto took = double(time.nsecsElapsed()) / kNanosPerMilli;
    runFor(rest(stage));
    pulse.stop();
    watch.painted = {};
    if (!arrived)
        return missing("the whole list did not reach the window");
    return QJsonObject{{QStringLiteral("total"), took},
                       {QStringLiteral("block"), toJson(pulse)},
                       {QStringLiteral("before"), before},
                       {QStringLiteral("peak"), peakMemory()},
                       {QStringLiteral("memory"), memoryNow()}};
}

// --- from disk ---------------------------------------------------------------------------------------------

// What was kept is painted without a server, then filled in; then J, each thread from disk.
Measured startKept(PaintWatch &watch, const Stage &stage)
{
    Desk desk(stage.profile);
    show(desk.window);
    auto scripted = std::make_unique<test::ScriptedBackend>();
    Error offline;
    offline.kind = ErrorKind::Offline;
    offline.outcome = Outcome::NotSent;
    scripted->readError = offline;
    AccountConfig config = account(stage);
    config.sessionOnly = false;
    desk.connect(config, std::move(scripted))->start();
    Measured painted =
        firstPaint(watch, desk.listView->viewport(), [&desk] { return desk.list.rowCount() > 0; });
    if (!painted)
        return std::nullopt;
    QElapsedTimer time;
    time.start();
    Pulse pulse;
    const auto complete = [&] {
        return desk.list.count(View::All) + desk.list.count(View::Done) >= stage.conversations;
    };
    if (!runUntil(complete, kPatience))
        return missing("what was kept did not come back whole");
    painted->insert(QStringLiteral("filled"), double(time.nsecsElapsed()) / kNanosPerMilli);
    runFor(rest(stage));
    pulse.stop();
    painted->insert(QStringLiteral("block"), toJson(pulse));
    painted->insert(QStringLiteral("memory"), memoryNow());
    const Measured held = holdJ(watch, stage, desk);
    if (!held)
        return std::nullopt;
    painted->insert(QStringLiteral("held"), *held);
    return painted;
}

// --- rest --------------------------------------------------------------------------------------------------

Measured calm(PaintWatch &watch, const Stage &stage)
{
    Desk desk;
    show(desk.window);
    desk.connect(account(stage), backend(stage))->start();
    if (!runUntil([&desk] { return desk.list.rowCount() > 0; }, kPatience))
        return missing("the list stayed empty");
    desk.window.openConversation(desk.list.row(0).key);
    if (!runUntil([&desk] { return desk.thread.isLoaded(); }, kPatience))
        return missing("the thread stayed empty");
    const int idle = stage.quick ? kIdleQuick : kIdle;
    runFor(stage.quick ? kRestQuick : kCalmDown);
    const QJsonObject memory = memoryNow();
    watch.counts.clear();
    runFor(idle);
    int paints = 0;
    QJsonObject byClass;
    for (auto it = watch.counts.cbegin(); it != watch.counts.cend(); ++it) {
        paints += it.value();
        byClass.insert(QString::fromLatin1(it.key()), it.value());
    }
    return QJsonObject{{QStringLiteral("memory"), memory},
                       {QStringLiteral("idle"), idle},
                       {QStringLiteral("paints"), paints},
                       {QStringLiteral("byClass"), byClass}};
}

// --- recipients --------------------------------------------------------------------------------------------

// A table of so many customers is opened in the window that begins conversations.
Measured recipientTable(PaintWatch &, const Stage &stage)
{
    QByteArray table("Name;Telefon;Bestellung\n");
    for (int i = 0; i < stage.conversations; ++i) {
        table += "Kundin " + QByteArray::number(i) + ";+49151" + QByteArray::number(20'000'000 + i) + ";A-"
            + QByteArray::number(i) + '\n';
    }
    QTemporaryFile file;
    if (!file.open() || file.write(table) != table.size() || !file.flush())
        return missing("a table cannot be written");
    Desk desk;
    show(desk.window);
    desk.connect(account(stage), backend(stage))->start();
    if (!runUntil([&desk] { return desk.list.rowCount() > 0; }, kPatience))
        return missing("the list stayed empty");
    desk.window.commands().run(ui::Command::NewConversation);
    runFor(rest(stage));
    models::NewConversation &composing = desk.workspace.newConversation;
    QElapsedTimer time;
    time.start();
    Pulse pulse;
    composing.source().openFile(file.fileName());
    const auto read = [&] {
        return composing.count() >= stage.conversations && !composing.source().isReading()
            && !composing.isCountingRecent();
    };
    if (!runUntil(read, kPatience))
        return missing("the table was not read whole");
    const double seconds = double(time.nsecsElapsed()) / kNanosPerMilli;
    runFor(rest(stage));
    pulse.stop();
    return QJsonObject{{QStringLiteral("read"), seconds}, {QStringLiteral("block"), toJson(pulse)}};
}

} // namespace

bool Stage::usesProduct() const
{
    return name != QLatin1String("start-empty") && !name.endsWith(QLatin1String("-prototype"));
}

std::optional<QJsonObject> runStage(PaintWatch &watch, const Stage &stage)
{
    using Run = Measured (*)(PaintWatch &, const Stage &);
    static const QHash<QString, Run> stages{
        {QStringLiteral("start-empty"), startEmpty},
        {QStringLiteral("start-prototype"), startPrototype},
        {QStringLiteral("start-inbox"), startInbox},
        {QStringLiteral("start-kept"), startKept},
        {QStringLiteral("work"), work},
        {QStringLiteral("pages"), pages},
        {QStringLiteral("huge"), huge},
        {QStringLiteral("work-prototype"), workPrototype},
        {QStringLiteral("bulk"), bulk},
        {QStringLiteral("whole"), whole},
        {QStringLiteral("calm"), calm},
        {QStringLiteral("recipients"), recipientTable},
    };
    const Run run = stages.value(stage.name);
    return run ? run(watch, stage) : missing("there is no such stage");
}

} // namespace inbox::bench
