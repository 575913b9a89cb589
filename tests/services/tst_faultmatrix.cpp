// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/clientapibackend.h"
#include "services/backends/zild/zildbackend.h"
#include "tests/support/chatcaptaincases.h"
#include "tests/support/clientapicases.h"
#include "tests/support/faultserver.h"
#include "tests/support/httptest.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QTcpServer>
#include <QTimer>
#include <QtEndian>

#include <array>
#include <ctime>

using namespace inbox;
using namespace inbox::domain;
using backends::Backend;
using backends::clientapi::ClientApiBackend;
using tests::FaultReply;
using tests::FaultServer;
using tests::ReceivedRequest;
using Act = FaultReply::Act;
using Transport = FaultServer::Transport;
using namespace std::chrono_literals;

namespace {

constexpr auto shortDeadline = 800ms; // where the server leaves us waiting
constexpr auto longDeadline = 15s; // where it does not, however busy this machine is
constexpr auto guard = 1000ms; // how much later than its deadline a call may end

enum class Api { ClientApi, ChatCaptain, Zild };

// One way to use one of the APIs, as far as faults are concerned.
struct Case {
    Api api;
    QByteArray name;
    std::function<net::Call<Nothing>(Backend &)> start;
    QByteArray answer;
    QByteArray readBack; // what a read after a write is answered with
    bool isWrite;
    bool isEmpty; // its body
    Effect effect;
    qint64 cap;
    bool doneIsEnough; // a yes without any content is a success
    bool noneIsEnough; // an answer without what was asked for says that there is none
};

constexpr qint64 captainListCap = 2 * net::mebibyte; // a setting; the ordinary one would be long on its way

QList<Case> allCases()
{
    QList<Case> all;
    const QList<tests::Case> clientApi = tests::cases();
    for (const tests::Case &c : clientApi) {
        using backends::clientapi::Operation;
        const auto &facts = backends::clientapi::factsOf(c.operation);
        const bool ofMessage = c.operation == Operation::SetReaction;
        all << Case{Api::ClientApi, QByteArray("client-api, ") + c.name, c.start, c.answer,
                    tests::example(ofMessage ? "message.json" : "conversation.json"), tests::isWrite(c),
                    c.body.isEmpty(), facts.effect, facts.cap,
                    // The server took the note; its text is known, and there is nothing to read back.
                    c.operation == Operation::EditNote, false};
    }
    namespace captain = tests::chatcaptain;
    const QList<captain::Case> chatCaptain = captain::cases();
    for (const captain::Case &c : chatCaptain) {
        using captain::Operation;
        const auto &facts = backends::chatcaptain::factsOf(c.operation);
        const bool readsBack = c.line.startsWith("PATCH") && c.operation != Operation::AddNotes;
        all << Case{
            Api::ChatCaptain,
            QByteArray("chatcaptain, ") + c.name,
            [start = c.start](Backend &b) { return start(static_cast<captain::ChatCaptainBackend &>(b)); },
            c.answer,
            captain::conversationAnswer(),
            captain::isWrite(c),
            c.body.isEmpty(),
            facts.effect,
            facts.isList ? captainListCap : 2 * net::mebibyte,
            !facts.answerNeeded && !readsBack,
            c.operation == Operation::FindConversation};
    }
    // Its one operation.
    const auto open = [](Backend &b) {
        OpeningRequest request;
        request.recipients.resize(1);
        request.recipients[0].phone = QStringLiteral("+4915112345678");
        net::Call<backends::OpeningAnswer> call = b.open(request);
        auto promise = std::make_shared<QPromise<Result<Nothing>>>();
        promise->start();
        const auto cancel = call.cancel;
        call.whenDone(&b, [promise](const Result<backends::OpeningAnswer> &answer) {
            promise->addResult(answer.map([](const backends::OpeningAnswer &) { return Nothing(); }));
            promise->finish();
        });
        return net::Call<Nothing>{promise->future(), cancel};
    };
    all << Case{Api::Zild,
                QByteArray("zild, proactive conversation"),
                open,
                R"([{"id":7,"messages":[{"id":70,"to":"+4915112345678"}]}])",
                {},
                true,
                false,
                Effect::CostsMoney,
                net::ordinaryAnswer,
                false,
                false};
    return all;
}

std::shared_ptr<Backend> makeBackend(Api api, const QUrl &base, std::chrono::milliseconds longestWait)
{
    const AccountId account(QStringLiteral("acc"));
    if (api == Api::ClientApi) {
        auto backend =
            std::make_shared<ClientApiBackend>(account, base, QUrlQuery(), QStringLiteral("canary-token"));
        backend->setLongestWait(longestWait);
        return backend;
    }
    if (api == Api::Zild) {
        auto backend =
            std::make_shared<backends::zild::ZildBackend>(account, base, QStringLiteral("canary-token"));
        backend->setLongestWait(longestWait);
        return backend;
    }
    backends::chatcaptain::Place place;
    place.base = base;
    place.chatbot = QStringLiteral("bot 1");
    place.workspace = QStringLiteral("ws");
    place.listCap = captainListCap;
    auto backend = std::make_shared<backends::chatcaptain::ChatCaptainBackend>(
        account, place, QStringLiteral("canary-token"));
    backend->setLongestWait(longestWait);
    return backend;
}

bool isWrite(const Case &c)
{
    return c.isWrite;
}

// What a fault is given to answer with.
struct Asked {
    const Case &c;
    const ReceivedRequest &request;
    int number; // 1: the first request of its cell
    const FaultServer &here;
    const FaultServer &elsewhere; // same transport, other port
    const FaultServer &otherScheme;
};

// How a call has to end; nothing: with success.
using Expected = std::optional<std::pair<ErrorKind, Outcome>>;

struct Fault {
    QByteArray name;
    std::function<FaultReply(const Asked &)> reply;
    Expected read; // its outcome is not looked at: a read changes nothing
    Expected write;
    int calls = 1; // one after the other on the same backend; the last is judged
};

FaultReply ok(const Asked &asked)
{
    // A change whose answer says nothing is followed by a read.
    if (isWrite(asked.c) && asked.request.verb == "GET")
        return FaultReply::json(asked.c.readBack);
    return FaultReply::json(asked.c.answer);
}

std::function<FaultReply(const Asked &)> does(Act act, std::chrono::milliseconds between = 40ms)
{
    return [act, between](const Asked &asked) {
        FaultReply reply = ok(asked);
        reply.act = act;
        reply.between = between;
        return reply;
    };
}

std::function<FaultReply(const Asked &)> says(const FaultReply &reply)
{
    return [reply](const Asked &) { return reply; };
}

std::function<FaultReply(const Asked &)> onlyOnce(Act act)
{
    return [act](const Asked &asked) { return asked.number == 1 ? does(act)(asked) : ok(asked); };
}

// Half a body, and no last chunk.
FaultReply cutInChunks(const Asked &asked)
{
    FaultReply reply = does(Act::TruncateChunked)(asked);
    reply.body.truncate(reply.body.size() / 2);
    return reply;
}

QByteArray gzipped(const QByteArray &bytes)
{
    constexpr int lengthAndHeader = 4 + 2; // Qt's own length, then that of zlib's format
    constexpr int checksum = 4;
    QByteArray deflated = qCompress(bytes, 9).mid(lengthAndHeader);
    deflated.chop(checksum);
    quint32 crc = ~0U;
    for (const char c : bytes) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) ? 0xEDB88320U : 0U);
    }
    QByteArray ending(8, '\0');
    qToLittleEndian(~crc, ending.data());
    qToLittleEndian(quint32(bytes.size()), ending.data() + 4);
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + deflated + ending;
}

QList<Fault> redirects()
{
    struct Target {
        const char *name;
        QByteArray (*url)(const Asked &);
    };
    const QList<Target> targets{
        {"another port", [](const Asked &a) { return a.elsewhere.url(QStringLiteral("/x")).toEncoded(); }},
        {"another host",
         [](const Asked &a) {
             QUrl url = a.here.url(QStringLiteral("/x"));
             url.setHost(QStringLiteral("localhost"));
             return url.toEncoded();
         }},
        {"another scheme",
         [](const Asked &a) { return a.otherScheme.url(QStringLiteral("/x")).toEncoded(); }},
        {"a file", [](const Asked &) { return QByteArray("file:///etc/hostname"); }}};
    QList<Fault> all;
    for (const int status : {301, 302, 303, 307, 308}) {
        // 302 and 303 are also how web programs answer after having done what was asked.
        const Outcome outcome = status == 302 || status == 303 ? Outcome::Unknown : Outcome::Refused;
        for (const Target &target : targets) {
            all << Fault{QByteArray::number(status) + " to " + target.name,
                         [status, url = target.url](const Asked &asked) {
                             return FaultReply::json("{}", status).with("Location", url(asked));
                         },
                         {{ErrorKind::Redirected, outcome}},
                         {{ErrorKind::Redirected, outcome}}};
        }
        all << Fault{QByteArray::number(status) + " to itself",
                     [status](const Asked &asked) {
                         return FaultReply::json("{}", status).with("Location", asked.request.target);
                     },
                     {{ErrorKind::Redirected, outcome}},
                     {{ErrorKind::Redirected, outcome}}};
    }
    return all;
}

const QList<Fault> &faults()
{
    const auto both = [](ErrorKind kind, Outcome outcome) { return Expected({kind, outcome}); };
    const Expected lost = both(ErrorKind::ConnectionLost, Outcome::Unknown);
    const Expected timeout = both(ErrorKind::Timeout, Outcome::Unknown);
    const Expected foreign = both(ErrorKind::NotThisApi, Outcome::Unknown);
    const Expected tooLarge = both(ErrorKind::TooLarge, Outcome::Unknown);
    const Expected busy = both(ErrorKind::ServerError, Outcome::Unknown);
    const Expected fine;
    constexpr int tooDeep = 2000;
    static const QByteArray bomb = gzipped(QByteArray(32 * 1024 * 1024, ' '));
    static const QList<Fault> all =
        QList<Fault>{
            {"ok", ok, fine, fine},
            {"reset", does(Act::Reset), lost, lost},
            {"close", does(Act::Close), lost, lost},
            {"fin", does(Act::Fin), lost, lost},
            // Qt asks again by itself: harmless for a read, prevented for a write.
            {"reset once", onlyOnce(Act::Reset), fine, lost},
            {"close once", onlyOnce(Act::Close), fine, lost},
            {"fin once", onlyOnce(Act::Fin), fine, lost},
            {"stall", does(Act::Stall), timeout, timeout},
            {"late", does(Act::Late, shortDeadline + 300ms), timeout, timeout},
            {"stall in the body", does(Act::StallBody), timeout, timeout},
            {"truncated", does(Act::Truncate), lost, lost},
            {"truncated in chunks", cutInChunks, lost, lost},
            {"drip", does(Act::Drip), timeout, timeout},
            {"429", says(FaultReply::json("{}", 429)), both(ErrorKind::RateLimited, Outcome::Refused),
             both(ErrorKind::RateLimited, Outcome::Refused)},
            {"503", says(FaultReply::json("{}", 503)), busy, busy},
            {"500", says(FaultReply::html(500)), busy, busy},
            {"401", says(FaultReply::json("{}", 401)), both(ErrorKind::BadCredential, Outcome::Refused),
             both(ErrorKind::BadCredential, Outcome::Refused)},
            {"captive portal", says(FaultReply::html()), foreign, foreign},
            {"bad JSON", says(FaultReply::json("{\"data\": [")), foreign, foreign},
            {"wrong type", says(FaultReply::json("{\"data\": 7}")), foreign, foreign},
            {"empty", says(FaultReply::empty(200)), foreign, foreign},
            {"204", says(FaultReply::empty(204)), foreign, foreign},
            {"deep", says(FaultReply::json(QByteArray(tooDeep, '[') + QByteArray(tooDeep, ']'))), foreign,
             foreign},
            {"huge", [](const Asked &asked) { return FaultReply::json(QByteArray(asked.c.cap + 1, ' ')); },
             tooLarge, tooLarge},
            {"gzip",
             [](const Asked &asked) {
                 FaultReply reply = ok(asked);
                 reply.body = gzipped(reply.body);
                 return reply.with("Content-Encoding", "gzip");
             },
             fine, fine},
            {"gzip bomb", says(FaultReply::json(bomb).with("Content-Encoding", "gzip")), tooLarge, tooLarge},
            {"set-cookie", [](const Asked &asked) { return ok(asked).with("Set-Cookie", "sid=1; Path=/"); },
             fine, fine, 2},
            // Beyond Qt's limit it takes the rest for a body.
            {"big header",
             [](const Asked &asked) {
                 FaultReply reply = ok(asked).with("X-Padding", QByteArray(130 * 1024, 'x'));
                 reply.act = Act::Last;
                 return reply;
             },
             foreign, foreign},
            {"large header",
             [](const Asked &asked) { return ok(asked).with("X-Padding", QByteArray(70 * 1024, 'x')); }, fine,
             fine},
            {"stale connection",
             [](const Asked &asked) {
                 return asked.request.onConnection > 1 ? does(Act::Fin)(asked) : ok(asked);
             },
             fine, lost, 2},
        }
        + redirects();
    return all;
}

Expected expected(const Fault &fault, const Case &c)
{
    const bool saidYes = fault.name == "204" || fault.name == "empty" || fault.name == "wrong type";
    if (!isWrite(c))
        return c.noneIsEnough && fault.name == "wrong type" ? Expected() : fault.read;
    // What is paid for, or cannot be counted as sent, never uses an old connection.
    if (fault.name == "stale connection" && (c.isEmpty || c.effect == Effect::CostsMoney))
        return {};
    if (saidYes && c.doneIsEnough)
        return {};
    return fault.write;
}

struct Cell {
    QUrl base;
    int fault = -1; // of faults()
    int index = 0; // of the cases
    int calls = 1;
    std::chrono::milliseconds deadline = longDeadline;
    // What was seen:
    Result<Nothing> result{Failure(Error{})};
    std::chrono::milliseconds longest{0}; // a call took
    int ends = 0;
    QList<ReceivedRequest> requests;
};

int writesOf(const Cell &cell)
{
    return int(std::count_if(cell.requests.cbegin(), cell.requests.cend(),
                             [](const ReceivedRequest &r) { return r.verb != "GET"; }));
}

// On a busy machine time can be up before the request has left. That has to be said truly, too.
bool wasNeverSent(const Cell &cell)
{
    return !cell.result && cell.result.error().kind == ErrorKind::Timeout
        && cell.result.error().outcome == Outcome::NotSent && writesOf(cell) == 0;
}

bool isRight(const Cell &cell, bool changes, const std::pair<ErrorKind, Outcome> &wanted)
{
    const Error &error = cell.result.error();
    if (error.kind == wanted.first)
        return !changes || error.outcome == wanted.second || wasNeverSent(cell);
    // Qt does not always notice that the last chunk is missing, or that a body it had to guess at was cut.
    // What it then gives is no whole JSON.
    const QByteArray &fault = faults().at(cell.fault).name;
    return (fault == "truncated in chunks" || fault == "big header") && error.outcome == Outcome::Unknown
        && (error.kind == ErrorKind::NotThisApi || error.kind == ErrorKind::ConnectionLost);
}

QStringList &warnings()
{
    static QStringList all;
    return all;
}
void keepWarning(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        warnings().append(text);
}

std::chrono::milliseconds workOfThisThread()
{
    timespec t{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(t.tv_sec)
                                                                 + std::chrono::nanoseconds(t.tv_nsec));
}

// Runs cells, many at a time, over one event loop.
class Runner : public QObject {
public:
    Runner(QList<Cell> &cells, const QList<Case> &cases)
        : m_cells(cells)
        , m_cases(cases)
    {
    }
    bool run()
    {
        const auto before = qInstallMessageHandler(keepWarning);
        QTimer heart;
        m_worked = workOfThisThread();
        connect(&heart, &QTimer::timeout, this, [this] {
            const auto worked = workOfThisThread();
            longestBlock = std::max(longestBlock, worked - std::exchange(m_worked, worked));
        });
        heart.start(5ms);
        constexpr int atOnce = 48;
        for (int i = 0; i < atOnce; ++i)
            QTimer::singleShot(i, this, &Runner::next);
        const bool done = QTest::qWaitFor([this] { return m_done == m_cells.size(); }, 300'000);
        qInstallMessageHandler(before);
        return done;
    }
    // Processor time between two beats of a timer of 5 ms.
    std::chrono::milliseconds longestBlock{0};

private:
    void next()
    {
        if (m_next == m_cells.size())
            return;
        Cell &cell = m_cells[m_next++];
        call(cell, makeBackend(m_cases.at(cell.index).api, cell.base, cell.deadline), cell.calls);
    }
    void call(Cell &cell, const std::shared_ptr<Backend> &backend, int left)
    {
        QElapsedTimer time;
        time.start();
        m_cases.at(cell.index)
            .start(*backend)
            .whenDone(this, [=, this, &cell](const Result<Nothing> &result) {
                cell.longest = std::max(cell.longest, std::chrono::milliseconds(time.elapsed()));
                ++cell.ends;
                cell.result = result;
                if (left > 1)
                    return call(cell, backend, left - 1);
                // The backend may not die inside its own answer.
                QTimer::singleShot(0, this, [this, backend] {
                    ++m_done;
                    next();
                });
            });
    }

    QList<Cell> &m_cells;
    const QList<Case> &m_cases;
    qsizetype m_next = 0;
    qsizetype m_done = 0;
    std::chrono::milliseconds m_worked{0};
};

QByteArray described(const Result<Nothing> &result)
{
    if (result)
        return "success";
    const std::unique_ptr<char[]> kind(toString(result.error().kind));
    const std::unique_ptr<char[]> outcome(toString(result.error().outcome));
    return QByteArray(kind.get()) + " " + outcome.get() + " " + QByteArray::number(result.error().httpStatus);
}

} // namespace

// Whatever a server does to a connection, every operation ends in time with what can be known about it, sends
// no change twice, and shows its credential to nobody else.
class TestFaultMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsAsAgreed_data() { addFaults(); }
    void endsAsAgreed();
    void endsOnceAndInTime_data() { addFaults(); }
    void endsOnceAndInTime();
    void sendsOneCopyACall_data() { addFaults(); }
    void sendsOneCopyACall();
    void nobodyElseIsAsked();
    void cookiesAreNeverSent();
    void windowStaysAlive();
    void onlyPreventedResendsAreWarnedAbout();
    void retryAfterReachesTheCaller_data();
    void retryAfterReachesTheCaller();
    void endingAPaidRequestDoesNotWaitForItsServer();
    void refusedIsProvenUnsent();
    void untrustedIsProvenUnsent();

private:
    struct Side { // one transport
        const char *name;
        std::unique_ptr<FaultServer> server;
        std::unique_ptr<FaultServer> elsewhere;
    };
    void addFaults() const;
    FaultReply answer(const ReceivedRequest &request, int side);
    QList<Cell> cellsAt(const QUrl &base) const;

    std::optional<tests::TrustedTestCa> m_trust;
    const QList<Case> m_cases = allCases();
    std::array<Side, 2> m_sides;
    std::array<QHash<QByteArray, int>, 2> m_counts; // each under its server's lock
    QList<Cell> m_cells;
    std::chrono::milliseconds m_longestBlock{0};
};

FaultReply TestFaultMatrix::answer(const ReceivedRequest &request, int side)
{
    const QList<QByteArray> path = request.target.split('/');
    const Case &c = m_cases.at(path.at(2).toInt());
    const int number = ++m_counts.at(side)[path.at(1) + '/' + path.at(2)];
    const Asked asked{c,
                      request,
                      number,
                      *m_sides.at(side).server,
                      *m_sides.at(side).elsewhere,
                      *m_sides.at(1 - side).elsewhere};
    return faults().at(path.at(1).toInt()).reply(asked);
}

void TestFaultMatrix::initTestCase()
{
    QVERIFY2(tests::TrustedTestCa::serverConfiguration(), "the openssl program is needed");
    m_trust.emplace();
    const auto nothing = [](const auto &) { return FaultReply::json("{}"); };
    for (int i = 0; i < 2; ++i) {
        const Transport transport = i == 0 ? Transport::Plain : Transport::Tls;
        m_sides.at(i) = {
            i == 0 ? "plain" : "TLS",
            std::make_unique<FaultServer>(
                [this, i](const ReceivedRequest &request) { return answer(request, i); }, transport),
            std::make_unique<FaultServer>(nothing, transport)};
    }
    // Faults of all kinds at once: together only bombs would be unpacked for a while, which no window meets.
    for (int index = 0; index < m_cases.size(); ++index) {
        for (const Side &side : m_sides) {
            for (int fault = 0; fault < faults().size(); ++fault) {
                Cell cell;
                cell.base = side.server->url(QStringLiteral("/%1/%2").arg(fault).arg(index));
                cell.fault = fault;
                cell.index = index;
                cell.calls = faults().at(fault).calls;
                if (faults().at(fault).read && faults().at(fault).read->first == ErrorKind::Timeout)
                    cell.deadline = shortDeadline;
                m_cells.append(cell);
            }
        }
    }
    Runner runner(m_cells, m_cases);
    QVERIFY(runner.run());
    m_longestBlock = runner.longestBlock;
    for (const Side &side : m_sides) {
        QHash<QByteArray, QList<ReceivedRequest>> arrived;
        const QList<ReceivedRequest> requests = side.server->requests();
        for (const ReceivedRequest &request : requests)
            arrived[request.target.split('/').mid(0, 3).join('/')].append(request);
        for (Cell &cell : m_cells) {
            if (cell.base.port() == side.server->port())
                cell.requests = arrived.value(cell.base.path().toUtf8());
        }
    }
}

void TestFaultMatrix::addFaults() const
{
    QTest::addColumn<int>("fault");
    for (int i = 0; i < faults().size(); ++i)
        QTest::newRow(faults().at(i).name.constData()) << i;
}

void TestFaultMatrix::endsAsAgreed()
{
    QFETCH(int, fault);
    QByteArrayList wrong;
    for (const Cell &cell : std::as_const(m_cells)) {
        if (cell.fault != fault)
            continue;
        const Case &c = m_cases.at(cell.index);
        const Expected wanted = expected(faults().at(fault), c);
        const bool right = cell.result ? !wanted : wanted && isRight(cell, isWrite(c), *wanted);
        if (!right)
            wrong << cell.base.scheme().toUtf8() + ", " + c.name + ": " + described(cell.result);
    }
    QVERIFY2(wrong.isEmpty(), wrong.join("\n  ").constData());
}

void TestFaultMatrix::endsOnceAndInTime()
{
    QFETCH(int, fault);
    for (const Cell &cell : std::as_const(m_cells)) {
        if (cell.fault != fault)
            continue;
        QCOMPARE(cell.ends, cell.calls);
        QVERIFY2(cell.longest <= cell.deadline + guard,
                 qPrintable(QStringLiteral("%1: %2 ms")
                                .arg(QLatin1String(m_cases.at(cell.index).name))
                                .arg(cell.longest.count())));
    }
}

void TestFaultMatrix::sendsOneCopyACall()
{
    QFETCH(int, fault);
    constexpr int mostReads = 8;
    for (const Cell &cell : std::as_const(m_cells)) {
        if (cell.fault != fault)
            continue;
        const Case &c = m_cases.at(cell.index);
        const int writes = writesOf(cell);
        QVERIFY2(writes <= (isWrite(c) ? cell.calls : 0), c.name.constData());
        if (isWrite(c) && (cell.result || cell.result.error().kind != ErrorKind::Timeout))
            QVERIFY2(writes == cell.calls, c.name.constData());
        QVERIFY2(cell.requests.size() - writes <= mostReads, c.name.constData());
    }
}

void TestFaultMatrix::nobodyElseIsAsked()
{
    for (const Side &side : m_sides) {
        QCOMPARE(side.elsewhere->connections(), 0);
        const QByteArray host = "127.0.0.1:" + QByteArray::number(side.server->port());
        const QList<ReceivedRequest> requests = side.server->requests();
        for (const ReceivedRequest &request : requests) {
            QCOMPARE(request.header("Host"), host);
            const Case &c = m_cases.at(request.target.split('/').at(2).toInt());
            const bool isCaptain = c.api == Api::ChatCaptain;
            QCOMPARE(request.header("Authorization"),
                     isCaptain ? QByteArray() : QByteArray("Bearer canary-token"));
            QCOMPARE(request.header("x-chatcaptain-key"),
                     isCaptain ? QByteArray("canary-token") : QByteArray());
            QVERIFY(!request.target.contains("canary") && !request.body.contains("canary"));
        }
    }
}

void TestFaultMatrix::cookiesAreNeverSent()
{
    for (const Cell &cell : std::as_const(m_cells)) {
        for (const ReceivedRequest &request : cell.requests)
            QVERIFY(request.header("Cookie").isEmpty());
    }
}

void TestFaultMatrix::windowStaysAlive()
{
    constexpr auto longest = 100ms * INBOX_TEST_PATIENCE;
    QVERIFY2(m_longestBlock < longest, QByteArray::number(qint64(m_longestBlock.count())).constData());
}

void TestFaultMatrix::onlyPreventedResendsAreWarnedAbout()
{
    const QStringList all = warnings();
    for (const QString &warning : all)
        QVERIFY2(warning.contains(QLatin1String("Cannot call seek on a sequential device")),
                 qPrintable(warning));
}

void TestFaultMatrix::retryAfterReachesTheCaller_data()
{
    QTest::addColumn<QByteArrayList>("headers");
    QTest::addColumn<int>("least"); // seconds; -1: nothing is said
    QTest::addColumn<int>("most");
    const auto in = [](int seconds) -> QByteArray {
        return QLocale::c()
                   .toString(QDateTime::currentDateTimeUtc().addSecs(seconds),
                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"))
                   .toLatin1()
            + " GMT";
    };
    QTest::newRow("none") << QByteArrayList{} << -1 << -1;
    QTest::newRow("seconds") << QByteArrayList{"90"} << 90 << 90;
    QTest::newRow("zero") << QByteArrayList{"0"} << 0 << 0;
    QTest::newRow("an hour at most") << QByteArrayList{"86400"} << 3600 << 3600;
    QTest::newRow("two, the longer counts") << QByteArrayList{"5", "60"} << 60 << 60;
    QTest::newRow("two, the other way around") << QByteArrayList{"60", "5"} << 60 << 60;
    // The rows before it take their time where everything is slow.
    QTest::newRow("date") << QByteArrayList{in(600)} << 500 << 601;
    QTest::newRow("date gone by") << QByteArrayList{in(-600)} << 0 << 0;
    QTest::newRow("date far ahead") << QByteArrayList{in(100'000)} << 3600 << 3600;
    QTest::newRow("negative") << QByteArrayList{"-5"} << -1 << -1;
    QTest::newRow("exponent") << QByteArrayList{"1e99"} << -1 << -1;
    QTest::newRow("more than any number") << QByteArrayList{"99999999999999999999"} << 3600 << 3600;
    QTest::newRow("blank") << QByteArrayList{" "} << -1 << -1;
}

void TestFaultMatrix::retryAfterReachesTheCaller()
{
    QFETCH(QByteArrayList, headers);
    QFETCH(int, least);
    QFETCH(int, most);
    for (const int status : {429, 503}) {
        FaultReply reply = FaultReply::json("{}", status);
        for (const QByteArray &header : std::as_const(headers))
            reply = reply.with("Retry-After", header);
        FaultServer server([reply](const auto &) { return reply; });
        QList<Cell> cells = cellsAt(server.url());
        const QDateTime before = QDateTime::currentDateTimeUtc();
        QVERIFY(Runner(cells, m_cases).run());
        const QDateTime after = QDateTime::currentDateTimeUtc();
        for (const Cell &cell : std::as_const(cells)) {
            QVERIFY(!cell.result);
            const auto &until = cell.result.error().retryAt;
            QCOMPARE(bool(until), least >= 0);
            QVERIFY(!until || (*until >= before.addSecs(least) && *until <= after.addSecs(most)));
        }
    }
}

QList<Cell> TestFaultMatrix::cellsAt(const QUrl &base) const
{
    QList<Cell> cells;
    for (int index = 0; index < m_cases.size(); ++index) {
        Cell cell;
        cell.base = base;
        cell.index = index;
        cells.append(cell);
    }
    return cells;
}

// Qt reads a header byte by byte, and a manager that dies waits for the thread that does.
void TestFaultMatrix::endingAPaidRequestDoesNotWaitForItsServer()
{
    FaultServer server(
        [](const auto &) { return FaultReply::json("{}").with("X-Padding", QByteArray(1 << 20, 'x')); });
    for (const Case &c : m_cases) {
        if (c.effect != Effect::CostsMoney)
            continue;
        auto backend = makeBackend(c.api, server.url(), longDeadline);
        const int before = server.count();
        net::Call<Nothing> call = c.start(*backend);
        QTRY_VERIFY(server.count() > before);
        QElapsedTimer time;
        time.start();
        call.cancel();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        backend.reset();
        QVERIFY2(time.elapsed() < guard.count(), c.name.constData());
    }
}

void TestFaultMatrix::refusedIsProvenUnsent()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    QUrl base = m_sides.at(0).server->url();
    base.setPort(gone.serverPort());
    gone.close();
    QList<Cell> cells = cellsAt(base);
    QVERIFY(Runner(cells, m_cases).run());
    for (const Cell &cell : std::as_const(cells)) {
        QVERIFY2(!cell.result, m_cases.at(cell.index).name.constData());
        QCOMPARE(cell.result.error().kind, ErrorKind::ConnectionRefused);
        QCOMPARE(cell.result.error().outcome, Outcome::NotSent);
    }
}

void TestFaultMatrix::untrustedIsProvenUnsent()
{
    m_trust.reset();
    FaultServer server([](const auto &) { return FaultReply::json("{}"); }, Transport::Tls);
    QList<Cell> cells = cellsAt(server.url());
    QVERIFY(Runner(cells, m_cases).run());
    m_trust.emplace();
    for (const Cell &cell : std::as_const(cells)) {
        QVERIFY2(!cell.result, m_cases.at(cell.index).name.constData());
        QCOMPARE(cell.result.error().kind, ErrorKind::BadCertificate);
        QCOMPARE(cell.result.error().outcome, Outcome::NotSent);
    }
    QCOMPARE(server.count(), 0);
}

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "tst_faultmatrix.moc"
