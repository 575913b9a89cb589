// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/net/httpclient.h"
#include "tests/support/faultserver.h"
#include "tests/support/httptest.h"

using namespace inbox;
using namespace std::chrono_literals;
using domain::Effect;
using domain::ErrorKind;
using domain::Outcome;
using tests::FaultReply;
using tests::FaultServer;
using Act = FaultReply::Act;
using Transport = FaultServer::Transport;

// Nothing that changes the world may be sent twice, whatever the server does to the connection.
class TestHttpWrites : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void sendsAtMostOneCopy_data();
    void sendsAtMostOneCopy();
    void answeredWriteArrivesOnceAndWhole_data();
    void answeredWriteArrivesOnceAndWhole();
    void writeOnStaleConnectionArrivesOnce_data();
    void writeOnStaleConnectionArrivesOnce();
    void refusedConnectionIsProvenUnsent_data();
    void refusedConnectionIsProvenUnsent();
    void portClosedAfterTheFirstCopyIsUnknown_data();
    void portClosedAfterTheFirstCopyIsUnknown();
    void untrustedCertificateIsProvenUnsent_data();
    void untrustedCertificateIsProvenUnsent();
    void statusTellsOutcome_data();
    void statusTellsOutcome();
    void silenceIsUnknown_data();
    void silenceIsUnknown();
    void pageInsteadOfJsonIsUnknown();
    void emptyAnswerIsSuccessWhereNothingIsNeeded();
    void emptyAnswerIsUnknownWhereDataIsNeeded();
    void unknownHostIsProvenUnsent();
    void paidRequestNeverUsesAnOldConnection();

private:
    net::Call<QByteArray> write(net::HttpClient &client, const QByteArray &verb, const QByteArray &body,
                                Effect effect = Effect::Sends, bool answerNeeded = true)
    {
        net::Request request;
        request.name = "write";
        request.verb = verb;
        request.path = QStringLiteral("/thing");
        request.body = body;
        request.effect = effect;
        request.answerNeeded = answerNeeded;
        request.silence = m_silence;
        request.deadline = 3s;
        return client.send<QByteArray>(request, [](const net::Answer &answer) -> domain::Result<QByteArray> {
            return answer.json.toJson(QJsonDocument::Compact);
        });
    }
    std::chrono::milliseconds m_silence = 2s;
};

namespace {

struct Verb {
    const char *label;
    QByteArray verb;
    QByteArray body;
};
const QList<Verb> verbs{{"POST with body", "POST", R"({"type":"text"})"},
                        {"POST without body", "POST", ""},
                        {"PATCH", "PATCH", R"({"status":"done"})"}};
const QList<std::pair<const char *, Transport>> transports{{"plain", Transport::Plain},
                                                           {"TLS", Transport::Tls}};

void addVerbsAndTransports()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Transport>("transport");
    for (const auto &[transportName, transport] : transports) {
        for (const Verb &verb : verbs)
            QTest::addRow("%s over %s", verb.label, transportName) << verb.verb << verb.body << transport;
    }
}

} // namespace

void TestHttpWrites::initTestCase()
{
    QVERIFY2(tests::TrustedTestCa::serverConfiguration(), "the openssl program is needed");
}

void TestHttpWrites::init()
{
    tests::failOnAnyWarning();
    m_silence = 2s;
}

void TestHttpWrites::sendsAtMostOneCopy_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Transport>("transport");
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("once");
    const QList<std::pair<const char *, Act>> acts{
        {"close", Act::Close}, {"FIN", Act::Fin}, {"RST", Act::Reset}};
    for (const auto &[transportName, transport] : transports) {
        for (const Verb &verb : verbs) {
            for (const auto &[actName, act] : acts) {
                QTest::addRow("%s, %s, %s", verb.label, actName, transportName)
                    << verb.verb << verb.body << transport << act << false;
                QTest::addRow("%s, %s once then answers, %s", verb.label, actName, transportName)
                    << verb.verb << verb.body << transport << act << true;
            }
        }
    }
}

void TestHttpWrites::sendsAtMostOneCopy()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, body);
    QFETCH(Transport, transport);
    QFETCH(Act, act);
    QFETCH(bool, once);
    const tests::TrustedTestCa trust;
    FaultServer server(
        [&](const tests::ReceivedRequest &request) {
            return once && request.number > 1 ? FaultReply::json("{}") : FaultReply::fault(act);
        },
        transport);
    net::HttpClient client(server.url());
    tests::expectPreventedResend();
    const auto result = tests::ended(write(client, verb, body));
    QCOMPARE(server.count(), 1);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::ConnectionLost);
    QCOMPARE(result.error().outcome, Outcome::Unknown);
}

void TestHttpWrites::answeredWriteArrivesOnceAndWhole_data()
{
    addVerbsAndTransports();
}

void TestHttpWrites::answeredWriteArrivesOnceAndWhole()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, body);
    QFETCH(Transport, transport);
    const tests::TrustedTestCa trust;
    FaultServer server([](const auto &) { return FaultReply::json(R"({"id":7})"); }, transport);
    net::HttpClient client(server.url(QStringLiteral("/third-party/v1")));
    client.setCredential({{"Authorization", "Bearer canary-token"}});
    const auto result = tests::ended(write(client, verb, body));
    QVERIFY(result);
    QCOMPARE(*result, QByteArray(R"({"id":7})"));
    QCOMPARE(server.count(), 1);
    const tests::ReceivedRequest request = server.requests().constFirst();
    QCOMPARE(request.line(), QByteArray(verb + " /third-party/v1/thing"));
    QCOMPARE(request.body, body);
    QCOMPARE(request.header("Content-Length"), QByteArray::number(body.size()));
    QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(request.header("Accept"), QByteArray("application/json"));
    QCOMPARE(request.header("Authorization"), QByteArray("Bearer canary-token"));
}

void TestHttpWrites::writeOnStaleConnectionArrivesOnce_data()
{
    addVerbsAndTransports();
}

void TestHttpWrites::writeOnStaleConnectionArrivesOnce()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, body);
    QFETCH(Transport, transport);
    const tests::TrustedTestCa trust;
    // The first request of a connection is answered, the second finds it closed.
    FaultServer server(
        [](const tests::ReceivedRequest &request) {
            return request.onConnection == 1 ? FaultReply::json("{}") : FaultReply::fault(Act::Close);
        },
        transport);
    net::HttpClient client(server.url());
    QVERIFY(tests::ended(write(client, "POST", "{}")));
    const bool reusesConnection = !body.isEmpty();
    if (reusesConnection)
        tests::expectPreventedResend();
    const auto result = tests::ended(write(client, verb, body));
    QCOMPARE(server.count(), 2);
    QCOMPARE(bool(result), !reusesConnection);
    if (!result)
        QCOMPARE(result.error().outcome, Outcome::Unknown);
}

void TestHttpWrites::refusedConnectionIsProvenUnsent_data()
{
    addVerbsAndTransports();
}

void TestHttpWrites::refusedConnectionIsProvenUnsent()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, body);
    QFETCH(Transport, transport);
    FaultServer server([](const auto &) { return FaultReply::json("{}"); }, transport);
    server.stopListening();
    net::HttpClient client(server.url());
    const auto result = tests::ended(write(client, verb, body));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::ConnectionRefused);
    QCOMPARE(result.error().outcome, Outcome::NotSent);
}

void TestHttpWrites::portClosedAfterTheFirstCopyIsUnknown_data()
{
    addVerbsAndTransports();
}

void TestHttpWrites::portClosedAfterTheFirstCopyIsUnknown()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, body);
    QFETCH(Transport, transport);
    const tests::TrustedTestCa trust;
    std::unique_ptr<FaultServer> server;
    server = std::make_unique<FaultServer>(
        [&](const auto &) {
            // On the server's own thread: whoever tries again will be refused.
            server->stopListeningHere();
            return FaultReply::fault(Act::Reset);
        },
        transport);
    net::HttpClient client(server->url());
    tests::expectPreventedResend();
    const auto result = tests::ended(write(client, verb, body));
    QVERIFY(!result);
    QCOMPARE(result.error().outcome, Outcome::Unknown);
    QCOMPARE(server->count(), 1);
}

void TestHttpWrites::untrustedCertificateIsProvenUnsent_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("body");
    for (const Verb &verb : verbs)
        QTest::newRow(verb.label) << verb.verb << verb.body;
}

void TestHttpWrites::untrustedCertificateIsProvenUnsent()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, body);
    FaultServer server([](const auto &) { return FaultReply::json("{}"); }, Transport::Tls);
    net::HttpClient client(server.url());
    const auto result = tests::ended(write(client, verb, body));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::BadCertificate);
    QCOMPARE(result.error().outcome, Outcome::NotSent);
    QVERIFY(!result.error().detail.isEmpty());
    QCOMPARE(server.count(), 0);
}

void TestHttpWrites::statusTellsOutcome_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [](int status, ErrorKind kind, Outcome outcome) {
        QTest::addRow("%d", status) << status << kind << outcome;
    };
    row(301, ErrorKind::Redirected, Outcome::Refused);
    row(302, ErrorKind::Redirected, Outcome::Unknown);
    row(303, ErrorKind::Redirected, Outcome::Unknown);
    row(307, ErrorKind::Redirected, Outcome::Refused);
    row(308, ErrorKind::Redirected, Outcome::Refused);
    row(400, ErrorKind::Rejected, Outcome::Refused);
    row(401, ErrorKind::BadCredential, Outcome::Refused);
    row(403, ErrorKind::Forbidden, Outcome::Refused);
    row(404, ErrorKind::NotFound, Outcome::Refused);
    row(408, ErrorKind::ServerError, Outcome::Unknown);
    row(409, ErrorKind::Rejected, Outcome::Refused);
    row(410, ErrorKind::NotFound, Outcome::Refused);
    row(413, ErrorKind::Rejected, Outcome::Refused);
    row(415, ErrorKind::Rejected, Outcome::Refused);
    row(422, ErrorKind::Rejected, Outcome::Refused);
    row(429, ErrorKind::RateLimited, Outcome::Refused);
    row(500, ErrorKind::ServerError, Outcome::Unknown);
    row(502, ErrorKind::ServerError, Outcome::Unknown);
    row(503, ErrorKind::ServerError, Outcome::Unknown);
    row(504, ErrorKind::ServerError, Outcome::Unknown);
}

void TestHttpWrites::statusTellsOutcome()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(Outcome, outcome);
    FaultServer other([](const auto &) { return FaultReply::json("{}"); });
    FaultServer server([&](const auto &) {
        return FaultReply::json(R"({"message":"The reason."})", status)
            .with("Location", other.url(QStringLiteral("/elsewhere")).toEncoded())
            .with("WWW-Authenticate", "Basic realm=\"x\"");
    });
    net::HttpClient client(server.url());
    client.setCredential({{"Authorization", "Bearer canary-token"}});
    for (const Verb &verb : verbs) {
        const int before = server.count();
        if (status == 307 || status == 308)
            tests::expectPreventedResend();
        const auto result = tests::ended(write(client, verb.verb, verb.body));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, kind);
        QCOMPARE(result.error().outcome, outcome);
        QCOMPARE(result.error().httpStatus, status);
        QCOMPARE(server.count(), before + 1);
    }
    QCOMPARE(other.count(), 0);
}

void TestHttpWrites::silenceIsUnknown_data()
{
    addVerbsAndTransports();
}

void TestHttpWrites::silenceIsUnknown()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, body);
    QFETCH(Transport, transport);
    const tests::TrustedTestCa trust;
    FaultServer server([](const auto &) { return FaultReply::fault(Act::Stall); }, transport);
    net::HttpClient client(server.url());
    m_silence = 300ms;
    const auto result = tests::ended(write(client, verb, body));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
    QCOMPARE(result.error().outcome, Outcome::Unknown);
    QCOMPARE(server.count(), 1);
}

void TestHttpWrites::pageInsteadOfJsonIsUnknown()
{
    FaultServer server([](const auto &) { return FaultReply::html(); });
    net::HttpClient client(server.url());
    const auto result = tests::ended(write(client, "POST", "{}"));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::NotThisApi);
    QCOMPARE(result.error().outcome, Outcome::Unknown);
    QCOMPARE(result.error().httpStatus, 200);
}

void TestHttpWrites::emptyAnswerIsSuccessWhereNothingIsNeeded()
{
    FaultServer server([](const tests::ReceivedRequest &request) {
        return request.number == 1 ? FaultReply::empty(204) : FaultReply::empty(200);
    });
    net::HttpClient client(server.url());
    QVERIFY(tests::ended(write(client, "POST", "{}", Effect::SafeWrite, false)));
    QVERIFY(tests::ended(write(client, "POST", "{}", Effect::SafeWrite, false)));
}

void TestHttpWrites::emptyAnswerIsUnknownWhereDataIsNeeded()
{
    FaultServer server([](const auto &) { return FaultReply::empty(200); });
    net::HttpClient client(server.url());
    const auto result = tests::ended(write(client, "POST", "{}"));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::NotThisApi);
    QCOMPARE(result.error().outcome, Outcome::Unknown);
}

void TestHttpWrites::unknownHostIsProvenUnsent()
{
    // RFC 6761: .invalid never resolves.
    net::HttpClient client(QUrl(QStringLiteral("https://agent-inbox.invalid")));
    const auto result = tests::ended(write(client, "POST", "", Effect::CostsMoney));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::HostNotFound);
    QCOMPARE(result.error().outcome, Outcome::NotSent);
}

void TestHttpWrites::paidRequestNeverUsesAnOldConnection()
{
    FaultServer server([](const auto &) { return FaultReply::json("{}"); });
    net::HttpClient client(server.url());
    QVERIFY(tests::ended(write(client, "POST", "{}")));
    QVERIFY(tests::ended(write(client, "POST", "{}")));
    QCOMPARE(server.connections(), 1);
    QVERIFY(tests::ended(write(client, "POST", "", Effect::CostsMoney)));
    QCOMPARE(server.connections(), 2);
    QVERIFY(tests::ended(write(client, "POST", "{}", Effect::CostsMoney)));
    QCOMPARE(server.connections(), 3);
}

QTEST_GUILESS_MAIN(TestHttpWrites)
#include "tst_httpwrites.moc"
