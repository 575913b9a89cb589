// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// bench_inbox [--quick] [--json FILE]: what must stay fast, as a table. Machines differ and are busy, so what
// counts are the ratios to an empty window and to a bare prototype, taken in the same run. Each stage is a
// fresh process of this same program; the demo server runs here, in the first one.
#include "app/language.h"
#include "services/demo/server.h"
#include "services/store/store.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"
#include "tests/bench/stages.h"
#include "tests/bench/wholelist.h"
#include "ui/theme/theme.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QUuid>

using namespace inbox;
using namespace inbox::bench;

namespace {

constexpr int kSmall = 60; // conversations of the demo workspace
constexpr int kLarge = 10'000;
constexpr int kLargeQuick = 200;
constexpr int kHuge = 100'000;
constexpr int kWhole = 30'000; // in one answer of an API without pages
constexpr qsizetype kWholeEach = 1'670; // bytes of each: 50 MB in all
constexpr int kRecipients = 100'000; // rows of a table
constexpr int kRecipientsQuick = 2'000;
constexpr qint64 kMessagesEach = 10; // in the huge world, and on disk
constexpr int kSwept = 2'000; // enough pages to meet the worst
constexpr int kStarts = 5;
constexpr int kCommits = 500;
constexpr int kCommitsQuick = 10;
constexpr int kPatience = 300'000; // milliseconds for a stage, on the busiest machine
constexpr double kKibPerMb = 1000.0 * 1000.0 / 1024.0;
constexpr double kPerMinute = 60'000; // milliseconds
constexpr auto kTokenVariable = "INBOX_BENCH_TOKEN";

// What the off-screen platform says it cannot do is of no interest here; everything else is.
void handleMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (text.startsWith(QLatin1String("This plugin does not support")))
        return;
    std::fprintf(stderr, "%s\n", qPrintable(text));
    if (type == QtFatalMsg)
        std::abort();
}

void fail(const QString &why)
{
    std::fprintf(stderr, "bench_inbox: %s\n", qPrintable(why));
    std::exit(1);
}

// A stage gave no figures: the others are told all the same.
struct Incomplete {
    QString why;
};

// A demo world that stands still.
class World {
public:
    // `messages` in all, about; 0: as many as people have to say.
    World(int conversations, const QString &token, qint64 messages = 0)
        : m_server(options(conversations, token, messages))
    {
        QString error;
        if (!m_server.start(&error))
            fail(error);
    }
    const demo::Server &server() const { return m_server; }

private:
    static demo::ServerOptions options(int conversations, const QString &token, qint64 messages)
    {
        demo::ServerOptions options;
        options.token = token;
        options.world.conversations = conversations;
        options.world.messages = messages;
        options.world.quiet = true;
        return options;
    }
    demo::Server m_server;
};

// All conversations as one answer, put together from the server's pages.
QByteArray wholeList(const demo::Server &server, const QString &token)
{
    QNetworkAccessManager network;
    QJsonArray all;
    constexpr int largestPage = 500;
    QUrl next(server.baseUrl() + QStringLiteral("/conversations?per_page=%1").arg(largestPage));
    while (!next.isEmpty()) {
        QNetworkRequest request(next);
        request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        if (!runUntil([&reply] { return reply->isFinished(); }, kPatience) || reply->error())
            fail(QStringLiteral("the demo server did not answer"));
        const QJsonObject page = QJsonDocument::fromJson(reply->readAll()).object();
        const QJsonArray rows = page.value(QStringLiteral("data")).toArray();
        for (const QJsonValue &row : rows)
            all.append(row);
        next = QUrl(page.value(QStringLiteral("links")).toObject().value(QStringLiteral("next")).toString());
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("data"), all}}).toJson(QJsonDocument::Compact);
}

// As many conversations in ChatCaptain's words as are wanted, in one answer: those of the server over and
// over, each with an id of its own, and filled up with a variable.
QByteArray wholeCaptainList(const demo::Server &server, const QString &token, int conversations)
{
    const QJsonObject captain = server.captain();
    QNetworkAccessManager network;
    QNetworkRequest request(
        QUrl(captain.value(QStringLiteral("base_url")).toString() + QStringLiteral("/v1/chatbots/")
             + captain.value(QStringLiteral("chatbot")).toString() + QStringLiteral("/conversations")));
    request.setRawHeader("x-chatcaptain-key", token.toUtf8());
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    if (!runUntil([&reply] { return reply->isFinished(); }, kPatience) || reply->error())
        fail(QStringLiteral("the demo server did not answer in ChatCaptain's words"));
    const QJsonArray told =
        QJsonDocument::fromJson(reply->readAll()).object().value(QStringLiteral("conversations")).toArray();
    if (told.isEmpty())
        fail(QStringLiteral("the demo server has no conversations in ChatCaptain's words"));
    QByteArray list = R"({"conversations":[)";
    for (int n = 0; n < conversations; ++n) {
        QJsonObject one = told.at(n % told.size()).toObject();
        one.insert(QStringLiteral("id"), QStringLiteral("whole%1").arg(n));
        const QByteArray bare = QJsonDocument(one).toJson(QJsonDocument::Compact);
        const auto missing = int(qMax<qsizetype>(0, kWholeEach - bare.size()));
        QJsonObject variables = one.value(QStringLiteral("variables")).toObject();
        variables.insert(QStringLiteral("path"), QStringLiteral("x").repeated(missing));
        one.insert(QStringLiteral("variables"), variables);
        list += (n > 0 ? "," : "") + QJsonDocument(one).toJson(QJsonDocument::Compact);
    }
    return list + "]}";
}

domain::Message keptMessage(int id, domain::MessageAuthor author)
{
    using namespace domain;
    Message message;
    message.id = MessageId(QString::number(id));
    message.author = {
        author, author == MessageAuthor::Customer ? QStringLiteral("customer") : QStringLiteral("agent")};
    message.source = {MessageSource::User, QStringLiteral("user")};
    message.status = {DeliveryStatus::Read, QStringLiteral("read")};
    message.contents = {TextContent{
        QStringLiteral("My parcel with the number %1 has not come yet, could you please have a look?")
            .arg(id)}};
    message.sentAt = QDateTime::fromSecsSinceEpoch(1'780'000'000 + id, Qt::UTC);
    return message;
}

// An account's database as a long time of work would leave it. Its size in bytes.
qint64 fillKept(const QString &profile, int conversations)
{
    using namespace domain;
    const store::Store place(profile);
    const AccountId account(QStringLiteral("bench"));
    QDir().mkpath(QFileInfo(place.pathOf(account)).path());
    const auto database = store::AccountDatabase::open(place.pathOf(account));
    if (!database)
        fail(QStringLiteral("a database cannot be made"));
    store::HistoryTable &history = (*database)->history();
    QList<Conversation> rows;
    QList<store::ThreadChange> threads;
    for (int n = 0; n < conversations; ++n) {
        Conversation c;
        c.key = {account, ConversationId(QString::number(n))};
        c.createdAt = QDateTime::fromSecsSinceEpoch(1'770'000'000 + n, Qt::UTC);
        c.channel = {Channel::WhatsApp, QStringLiteral("whatsapp")};
        c.status = {n % 4 == 0 ? ConversationStatus::Done : ConversationStatus::ToDo,
                    n % 4 == 0 ? QStringLiteral("done") : QStringLiteral("todo")};
        c.customer = Customer{CustomerId(QString::number(n)), c.channel, QStringLiteral("+49170%1").arg(n),
                              QStringLiteral("Customer %1").arg(n), {}, std::nullopt};
        c.line = Line{LineId(QStringLiteral("1")), c.channel, QStringLiteral("+4930123"),
                      QStringLiteral("Support"),   true,      3};
        c.replyPossible = true;
        store::ThreadChange thread;
        thread.conversation = c.key.id;
        for (int i = 0; i < kMessagesEach; ++i) {
            const auto author = i % 2 == 0 ? MessageAuthor::Customer : MessageAuthor::Agent;
            thread.messages << store::ThreadChange::Item{keptMessage(n * int(kMessagesEach) + i, author),
                                                         i == 0 ? store::Before::Beginning
                                                                : store::Before::Follows};
        }
        c.latestMessage = thread.messages.constLast().message;
        c.latestCustomerMessage = thread.messages.at(thread.messages.size() - 2).message;
        rows << c;
        threads << thread;
        // Larger parts than the program's: it is not the writing that is measured here.
        if (constexpr int part = 2'000; rows.size() < part && n + 1 < conversations)
            continue;
        if (!history.saveConversations(rows) || !history.saveMessages(threads))
            fail(QStringLiteral("a database cannot be filled"));
        rows.clear();
        threads.clear();
    }
    return history.size().value_or(0);
}

class Bench {
public:
    explicit Bench(bool quick)
        : m_quick(quick)
        , m_token(QUuid::createUuid().toString(QUuid::Id128))
        , m_small(kSmall, m_token)
        , m_large(quick ? kLargeQuick : kLarge, m_token)
    {
        QFile file(answerFile());
        const QByteArray bytes = wholeList(m_large.server(), m_token);
        if (!m_dir.isValid() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            fail(QStringLiteral("a temporary file cannot be written"));
    }

    QList<Figure> run()
    {
        for (const auto group : {&Bench::starts, &Bench::heldKey, &Bench::pageByPage, &Bench::oneAnswer,
                                 &Bench::whole, &Bench::keptLarge, &Bench::commits, &Bench::huge,
                                 &Bench::rest, &Bench::recipients})
            measure(group);
        return m_figures;
    }

    // Only the list of an API without pages.
    QList<Figure> runWhole()
    {
        measure(&Bench::whole);
        return m_figures;
    }

    // Only the start from what a long time of work leaves on disk.
    QList<Figure> runKept()
    {
        measure(&Bench::keptHuge);
        measure(&Bench::commits);
        return m_figures;
    }
    // Why some figures are missing.
    const QStringList &failures() const { return m_failures; }

private:
    void measure(void (Bench::*group)())
    {
        try {
            (this->*group)();
        } catch (const Incomplete &incomplete) {
            m_failures << incomplete.why;
        }
    }
    void keptLarge() { kept(large()); }
    void keptHuge() { kept(m_quick ? kLargeQuick : kHuge); }
    int large() const { return m_quick ? kLargeQuick : kLarge; }
    QString answerFile() const { return m_dir.filePath(QStringLiteral("answer.json")); }

    // Runs a stage in a process of its own. `spawned` is when that began.
    QJsonObject stage(const QString &name, const World &world, int conversations, qint64 *spawned = nullptr,
                      const QString &profile = {}, const QString &elsewhere = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(kTokenVariable), m_token);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QStringList arguments{
            QStringLiteral("--stage"),  name,
            QStringLiteral("--count"),  QString::number(conversations),
            QStringLiteral("--server"), elsewhere.isEmpty() ? world.server().baseUrl() : elsewhere,
            QStringLiteral("--user"),   QString::number(world.server().userId()),
            QStringLiteral("--answer"), answerFile(),
            QStringLiteral("--kept"),   profile};
        if (m_quick)
            arguments << QStringLiteral("--quick");
        if (spawned)
            *spawned = steadyNow();
        process.start(QCoreApplication::applicationFilePath(), arguments);
        if (!process.waitForFinished(kPatience))
            throw Incomplete{QStringLiteral("The stage %1 took too long.").arg(name)};
        const QJsonObject result = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        if (process.exitStatus() != QProcess::NormalExit)
            throw Incomplete{QStringLiteral("The stage %1 crashed.").arg(name)};
        if (process.exitCode() != 0 || result.isEmpty())
            throw Incomplete{QStringLiteral("The stage %1 was not completed.").arg(name)};
        return result;
    }

    void starts()
    {
        QList<double> empty;
        QList<double> bare;
        QList<double> bareLarge;
        QList<double> inbox;
        QList<double> inboxLarge;
        const auto start = [this](const QString &name, const World &world, int conversations,
                                  QList<double> &times) {
            qint64 spawned = 0;
            const QJsonObject result = stage(name, world, conversations, &spawned);
            const qint64 painted = result.value(QStringLiteral("painted")).toString().toLongLong();
            times << double(painted - spawned) / kNanosPerMilli;
            if (name == QLatin1String("start-empty"))
                m_emptyMemory = memoryOf(result);
        };
        // In turns, so that a busy moment meets all alike. The first round only warms the disk's cache.
        const int rounds = m_quick ? 1 : kStarts + 1;
        for (int round = 0; round < rounds; ++round) {
            start(QStringLiteral("start-empty"), m_small, kSmall, empty);
            start(QStringLiteral("start-prototype"), m_small, kSmall, bare);
            start(QStringLiteral("start-inbox"), m_small, kSmall, inbox);
            start(QStringLiteral("start-prototype"), m_large, large(), bareLarge);
            start(QStringLiteral("start-inbox"), m_large, large(), inboxLarge);
            if (round == 0 && !m_quick) {
                for (QList<double> *times : {&empty, &bare, &bareLarge, &inbox, &inboxLarge})
                    times->clear();
            }
        }
        const Reference window{QStringLiteral("empty window"), median(empty)};
        add({QStringLiteral("start.small"),
             counted(QStringLiteral("Start to first painted list, %1"), kSmall),
             median(inbox),
             ms(),
             {{prototype(), median(bare)}, window},
             {},
             inbox});
        add({QStringLiteral("start.large"),
             counted(QStringLiteral("Start to first painted list, %1"), large()),
             median(inboxLarge),
             ms(),
             {{prototype(), median(bareLarge)}, window},
             {},
             inboxLarge});
    }

    void heldKey()
    {
        const QJsonObject bare = stage(QStringLiteral("work-prototype"), m_large, large());
        m_prototypeMemory = memoryOf(bare);
        const QJsonObject work = stage(QStringLiteral("work"), m_large, large());
        m_largeMemory = memoryOf(work);

        const QList<double> bareTimes = times(bare);
        const QList<double> held = times(work.value(QStringLiteral("held")).toObject());
        constexpr double nearlyAll = 0.99;
        add({QStringLiteral("held.p50"),
             QStringLiteral("J held down: key to row and thread, p50"),
             median(held),
             ms(),
             {{prototype(), median(bareTimes)}},
             {},
             held});
        add({QStringLiteral("held.p99"),
             QStringLiteral("J held down: key to row and thread, p99"),
             percentile(held, nearlyAll),
             ms(),
             {{prototype(), percentile(bareTimes, nearlyAll)}}});

        const QJsonObject changes = work.value(QStringLiteral("changes")).toObject();
        const auto change = [&](const char *key, const QString &title, const QString &want,
                                const QString &unit = {}) {
            const QString id = QString::fromLatin1(key);
            add({QStringLiteral("change.") + id, title, changes.value(id).toDouble(), unit, {}, want});
        };
        change("visiblePainted", QStringLiteral("One changed conversation: rows painted"),
               QStringLiteral("1"));
        change("visibleHints", QStringLiteral("One changed conversation: sizeHint calls"),
               QStringLiteral("0"));
        change("firstHints", QStringLiteral("… in the first row: sizeHint calls"),
               QStringLiteral("≤ 1: its height counts for all"));
        change("hiddenPainted", QStringLiteral("… out of sight: rows painted"), QStringLiteral("0"));
        change("hiddenHints", QStringLiteral("… out of sight: sizeHint calls"), QStringLiteral("0"));
        change("movePainted", QStringLiteral("… coming to the top: rows painted"), {});
        change("moveHints", QStringLiteral("… coming to the top: sizeHint calls"), {});
        addBlock(QStringLiteral("change.moveBlock"),
                 QStringLiteral("… coming to the top: longest block of the GUI thread"),
                 changes.value(QStringLiteral("moveBlock")));
    }

    void pageByPage()
    {
        const int swept = m_quick ? kLargeQuick : kSwept;
        const QJsonObject pages = stage(QStringLiteral("pages"), m_large, swept);
        addBlock(QStringLiteral("pages.block"),
                 counted(QStringLiteral("Page by page, %1: longest block of the GUI thread"), swept), pages);
    }

    void oneAnswer()
    {
        const QJsonObject bulk = stage(QStringLiteral("bulk"), m_large, large());
        add({QStringLiteral("answer.total"),
             counted(QStringLiteral("JSON to list, one answer of %2 MB, %1"), large())
                 .arg(bulk.value(QStringLiteral("bytes")).toDouble() / 1e6, 0, 'f', 1),
             bulk.value(QStringLiteral("total")).toDouble(),
             ms(),
             {{QStringLiteral("QJsonDocument alone"), bulk.value(QStringLiteral("parse")).toDouble()}}});
        addBlock(QStringLiteral("answer.block"), QStringLiteral("… longest block of the GUI thread"),
                 bulk.value(QStringLiteral("block")));
    }

    void whole()
    {
        const int many = m_quick ? kLargeQuick : kWhole;
        const QByteArray list = wholeCaptainList(m_large.server(), m_token, many);
        QElapsedTimer time;
        time.start();
        const bool parsed = !QJsonDocument::fromJson(list).isNull();
        const double parse = double(time.nsecsElapsed()) / kNanosPerMilli;
        const WholeListServer server(list);
        if (!parsed || server.url().isEmpty())
            fail(QStringLiteral("the whole list cannot be served"));
        const QJsonObject read = stage(QStringLiteral("whole"), m_large, many, nullptr, {}, server.url());
        add({QStringLiteral("whole.total"),
             counted(QStringLiteral("HTTP to list, a whole list of %2 MB, %1"), many)
                 .arg(double(list.size()) / 1e6, 0, 'f', 1),
             read.value(QStringLiteral("total")).toDouble(),
             ms(),
             {{QStringLiteral("QJsonDocument alone"), parse}}});
        addBlock(QStringLiteral("whole.block"), QStringLiteral("… longest block of the GUI thread"),
                 read.value(QStringLiteral("block")));
        const auto mb = [&read](const char *key) {
            return read.value(QLatin1String(key)).toDouble() / kKibPerMb;
        };
        add({QStringLiteral("whole.peak"),
             QStringLiteral("… peak of memory (RSS)"),
             mb("peak"),
             QStringLiteral("MB"),
             {{QStringLiteral("before the list"), mb("before")}}});
        add({QStringLiteral("whole.pss"), QStringLiteral("… memory afterwards (PSS)"),
             memoryOf(read).value(QStringLiteral("pss")).toDouble() / kKibPerMb, QStringLiteral("MB")});
    }

    void kept(int many)
    {
        const QString profile = m_dir.filePath(QStringLiteral("kept"));
        const qint64 bytes = fillKept(profile, many);
        QList<double> empty;
        QList<double> inbox;
        QJsonObject last;
        const int rounds = m_quick ? 1 : kStarts;
        for (int round = 0; round < rounds; ++round) {
            qint64 spawned = 0;
            const auto painted = [&spawned](const QJsonObject &result) {
                return double(result.value(QStringLiteral("painted")).toString().toLongLong() - spawned)
                    / kNanosPerMilli;
            };
            empty << painted(stage(QStringLiteral("start-empty"), m_small, kSmall, &spawned));
            last = stage(QStringLiteral("start-kept"), m_small, many, &spawned, profile);
            inbox << painted(last);
        }
        const Reference window{QStringLiteral("empty window"), median(empty)};
        add({QStringLiteral("kept.start"),
             counted(QStringLiteral("Start from disk, no server, to first painted list, %1"), many),
             median(inbox),
             ms(),
             {window},
             {},
             inbox});
        add({QStringLiteral("kept.filled"), QStringLiteral("… until all are in the list"),
             last.value(QStringLiteral("filled")).toDouble(), ms()});
        addBlock(QStringLiteral("kept.block"), QStringLiteral("… longest block of the GUI thread"),
                 last.value(QStringLiteral("block")));
        const QList<double> held = times(last.value(QStringLiteral("held")).toObject());
        constexpr double nearlyAll = 0.99;
        add({QStringLiteral("kept.held.p50"), QStringLiteral("… J held down in them, p50"), median(held),
             ms()});
        add({QStringLiteral("kept.held.p99"), QStringLiteral("… J held down in them, p99"),
             percentile(held, nearlyAll), ms()});
        add({QStringLiteral("kept.pss"), QStringLiteral("… memory (PSS)"),
             memoryOf(last).value(QStringLiteral("pss")).toDouble() / kKibPerMb, QStringLiteral("MB")});
        add({QStringLiteral("kept.bytes"),
             QStringLiteral("… on disk for each message, its conversation's part in it"),
             double(bytes) / double(many * kMessagesEach), QStringLiteral("bytes")});
        QDir(profile).removeRecursively();
    }

    // How quickly what the person asks for is on disk, which it has to be before it may leave: one after the
    // other, each twice, as it is written down and as it goes out.
    void commits()
    {
        const QString profile = m_dir.filePath(QStringLiteral("commits"));
        const store::Store place(profile);
        const domain::AccountId account(QStringLiteral("bench"));
        QDir().mkpath(QFileInfo(place.pathOf(account)).path());
        const auto database = store::AccountDatabase::open(place.pathOf(account));
        if (!database)
            fail(QStringLiteral("a database cannot be made"));
        const int intents = m_quick ? kCommitsQuick : kCommits;
        QList<double> took;
        for (int i = 0; i < intents; ++i) {
            domain::Intent intent;
            intent.id = domain::IntentId(QUuid::createUuid().toString(QUuid::WithoutBraces));
            intent.conversation = domain::ConversationId(QString::number(i % kSmall));
            intent.text = QStringLiteral("Your parcel left today, it will be with you tomorrow.");
            intent.createdAt = QDateTime::currentDateTimeUtc();
            QElapsedTimer time;
            time.start();
            const bool added = (*database)->intents().add(intent, {}).value_or(false);
            intent.state = domain::Intent::State::Sending;
            if (!added || !(*database)->intents().update(intent))
                fail(QStringLiteral("an intent cannot be written"));
            took << double(time.nsecsElapsed()) / kNanosPerMilli;
        }
        add({QStringLiteral("commit"), QStringLiteral("One message written down and marked as leaving, on disk"),
             median(took), ms(), {}, {}, took});
    }

    void huge()
    {
        const int many = m_quick ? kLargeQuick : kHuge;
        const qint64 messages = many * kMessagesEach;
        QElapsedTimer time;
        time.start();
        const World world(many, m_token, messages);
        add({QStringLiteral("huge.start"),
             counted(QStringLiteral("Demo server, %1, %L2 messages: start"), many).arg(messages),
             double(time.nsecsElapsed()) / kNanosPerMilli, ms()});
        const QJsonObject swept = stage(QStringLiteral("huge"), world, many);
        addBlock(QStringLiteral("huge.block"),
                 counted(QStringLiteral("Page by page, %1: longest block of the GUI thread"), many),
                 swept.value(QStringLiteral("block")));
        add({QStringLiteral("huge.pss"), counted(QStringLiteral("Memory (PSS), %1"), many),
             memoryOf(swept).value(QStringLiteral("pss")).toDouble() / kKibPerMb, QStringLiteral("MB")});
    }

    void recipients()
    {
        const int rows = m_quick ? kRecipientsQuick : kRecipients;
        const QJsonObject read = stage(QStringLiteral("recipients"), m_small, rows);
        add({QStringLiteral("recipients.read"),
             QStringLiteral("A table of %1 recipients: until each is checked").arg(rows),
             read.value(QStringLiteral("read")).toDouble(),
             ms(),
             {},
             {}});
        addBlock(QStringLiteral("recipients.block"), QStringLiteral("… longest block of the GUI thread"),
                 read.value(QStringLiteral("block")));
    }

    void rest()
    {
        const QJsonObject calm = stage(QStringLiteral("calm"), m_small, kSmall);
        const auto memory = [&](const char *key, const QString &title) {
            const QString id = QString::fromLatin1(key);
            const auto size = [&id](const QJsonObject &of) { return of.value(id).toDouble() / kKibPerMb; };
            const QList<Reference> others{{prototype(), size(m_prototypeMemory)},
                                          {QStringLiteral("empty window"), size(m_emptyMemory)}};
            const QString unit = QStringLiteral("MB");
            add({QStringLiteral("memory.small.") + id, counted(title, kSmall), size(memoryOf(calm)), unit,
                 others});
            add({QStringLiteral("memory.large.") + id, counted(title, large()), size(m_largeMemory), unit,
                 others});
        };
        memory("pss", QStringLiteral("Memory (PSS), %1"));
        memory("own", QStringLiteral("Memory of its own, %1"));
        const double idle = calm.value(QStringLiteral("idle")).toDouble();
        add({QStringLiteral("idle.paints"),
             QStringLiteral("Paint events a minute while idle (seen for %1 s)").arg(idle / 1000),
             calm.value(QStringLiteral("paints")).toDouble() * kPerMinute / idle,
             {}});
        const QJsonObject byClass = calm.value(QStringLiteral("byClass")).toObject();
        for (auto it = byClass.begin(); it != byClass.end(); ++it)
            m_idle << QStringLiteral("%1 %2").arg(it.key(), QString::number(it.value().toInt()));
    }

public:
    QStringList notes() const
    {
        QStringList notes{
            QStringLiteral("Start: median of %1 fresh processes each, the server already running; the list "
                           "shows its first page.")
                .arg(m_quick ? 1 : kStarts),
            QStringLiteral(
                "J: %1 conversations in the list, their threads in memory; the refreshing reads go "
                "to the server all the same.")
                .arg(large()),
            QStringLiteral(
                "Page by page: pages of 100 over HTTP, of 500 in the largest world; one answer: read in the "
                "thread pool, taken in by parts."),
            QStringLiteral(
                "PSS counts Qt's pages by share, and the program that measures is one of the sharers; "
                "the prototype holds %1 rows.")
                .arg(large()),
            QStringLiteral("The minute of idling is extrapolated."),
        };
        if (!m_idle.isEmpty())
            notes << QStringLiteral("Painted while idle: %1.").arg(m_idle.join(QStringLiteral(", ")));
        return notes;
    }

private:
    static QString ms() { return QStringLiteral("ms"); }
    static QString prototype() { return QStringLiteral("prototype"); }
    static QString counted(const QString &title, int conversations)
    {
        return title.arg(QStringLiteral("%L1 conversations").arg(conversations));
    }
    static QJsonObject memoryOf(const QJsonObject &result)
    {
        return result.value(QStringLiteral("memory")).toObject();
    }
    static QList<double> times(const QJsonObject &result)
    {
        QList<double> times;
        const QJsonArray all = result.value(QStringLiteral("times")).toArray();
        for (const QJsonValue &time : all)
            times << time.toDouble();
        return times;
    }
    void addBlock(const QString &id, const QString &title, const QJsonValue &pulse)
    {
        add({id,
             title,
             pulse[QLatin1String("gap")].toDouble(),
             ms(),
             {{QStringLiteral("of its own work"), pulse[QLatin1String("work")].toDouble()}},
             QStringLiteral("≤ 50")});
    }
    void add(const Figure &figure) { m_figures << figure; }

    const bool m_quick;
    const QString m_token;
    QTemporaryDir m_dir;
    World m_small;
    World m_large;
    QJsonObject m_emptyMemory;
    QJsonObject m_prototypeMemory;
    QJsonObject m_largeMemory;
    QStringList m_idle;
    QList<Figure> m_figures;
    QStringList m_failures;
};

} // namespace

int main(int argc, char *argv[])
{
    // The same everywhere: no screen, language or desktop of the machine takes part.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    qputenv("LANG", "C.UTF-8");
    qunsetenv("LANGUAGE");
    qunsetenv("LC_ALL");
    const QTemporaryDir runtime;
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    qInstallMessageHandler(handleMessage);

    PaintWatch application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("bench_inbox"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures what must stay fast."));
    parser.addHelpOption();
    const QCommandLineOption quickOption(
        QStringLiteral("quick"), QStringLiteral("A small world and few samples: only shows that it runs."));
    const QCommandLineOption jsonOption(
        QStringLiteral("json"), QStringLiteral("Write the figures to <file>."), QStringLiteral("file"));
    const QCommandLineOption historyOption(
        QStringLiteral("history"),
        QStringLiteral("Only the start from disk, with 100,000 conversations and 1,000,000 messages."));
    const QCommandLineOption wholeOption(
        QStringLiteral("whole-list"),
        QStringLiteral("Only one answer of 50 MB with 30,000 conversations, as ChatCaptain gives them."));
    parser.addOptions({quickOption, jsonOption, historyOption, wholeOption});
    // How the program calls itself.
    const auto hidden = [&parser](const char *name) {
        QCommandLineOption option(QString::fromLatin1(name), {}, QString::fromLatin1(name));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
        return option;
    };
    const auto stageOption = hidden("stage");
    const auto countOption = hidden("count");
    const auto serverOption = hidden("server");
    const auto userOption = hidden("user");
    const auto answerOption = hidden("answer");
    const auto keptOption = hidden("kept");
    parser.process(application);

    QTextStream out(stdout);
    if (parser.isSet(stageOption)) {
        Stage stage;
        stage.name = parser.value(stageOption);
        stage.conversations = parser.value(countOption).toInt();
        stage.quick = parser.isSet(quickOption);
        stage.serverUrl = parser.value(serverOption);
        stage.userId = parser.value(userOption);
        stage.answerFile = parser.value(answerOption);
        stage.profile = parser.value(keptOption);
        stage.token = qEnvironmentVariable(kTokenVariable);
        if (stage.usesProduct()) {
            app::installLanguage({});
            ui::Theme::instance().install(application);
        }
        const auto result = runStage(application, stage);
        if (!result)
            return 1;
        out << QJsonDocument(*result).toJson(QJsonDocument::Compact) << '\n';
        return 0;
    }

    QElapsedTimer time;
    time.start();
    Circumstances where = circumstances();
    where.quick = parser.isSet(quickOption);
    Bench bench(where.quick);
    const QList<Figure> figures = parser.isSet(historyOption) ? bench.runKept()
        : parser.isSet(wholeOption)                           ? bench.runWhole()
                                                              : bench.run();
    where.load = QStringLiteral("%1 before, %2 after").arg(where.load, loadAverage());
    QStringList notes = bench.failures() + bench.notes();
    notes << QStringLiteral("Measured in %1 s.").arg(time.elapsed() / 1000);
    out << table(figures, where, notes);

    const int result = bench.failures().isEmpty() ? 0 : 1;
    const QString file = parser.value(jsonOption);
    if (file.isEmpty())
        return result;
    QFile target(file);
    const QByteArray text = QJsonDocument(json(figures, where, notes)).toJson();
    if (!target.open(QIODevice::WriteOnly) || target.write(text) != text.size())
        fail(QStringLiteral("%1 cannot be written").arg(file));
    return result;
}
