// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/net/httpclient.h"
#include "tests/support/faultserver.h"
#include "tests/support/httptest.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QLocale>
#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>
#include <QThreadPool>

using namespace inbox;
using namespace std::chrono_literals;
using domain::ErrorKind;
using domain::Outcome;
using tests::FaultReply;
using tests::FaultServer;
using tests::ReceivedRequest;
using Act = FaultReply::Act;
using Transport = FaultServer::Transport;

// What an answer may look like, where the credential goes, and that every call ends once and in time.
class TestHttpReads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void brokenAnswersAreToldApart_data();
    void brokenAnswersAreToldApart();
    void credentialNeverFollowsARedirect_data();
    void credentialNeverFollowsARedirect();
    void redirectOnOwnOriginIsFollowed();
    void redirectLoopEnds();
    void addressOnAnotherOriginIsNeverAsked_data();
    void addressOnAnotherOriginIsNeverAsked();
    void cookiesAreNotKept();
    void deadlineHoldsAgainstADrip();
    void silenceEndsTheCall();
    void answerAtTheCapIsReadWhole();
    void answerOverTheCapIsRefused();
    void longErrorTextIsCutAndItsStatusCounts();
    void packedBombIsRefused();
    void errorTextIsShownWithoutSecrets();
    void missingPermissionIsNamed();
    void retryAfterIsReported();
    void cancelEndsOnceAndAtOnce();
    void cancelAfterTheEndDoesNothing();
    void cancelFromInsideTheEndDoesNothing();
    void deadClientEndsItsCalls();
    void clientMayDieInsideTheEnd();
    void largeAnswerIsDecodedOffTheGuiThread();
    void canceledWhileDecodingEndsOnce();
    void failureIsAnnounced();
    void serverOffsetComesFromTheDate();
    void nobodyIsToldWhenTheContextDied();
    void manyReadsDoNotHoldUpAWrite();
    void logHoldsNoSecrets();

private:
    net::Call<QJsonObject> read(net::HttpClient &client, const QString &path = QStringLiteral("/thing"))
    {
        net::Request request;
        request.name = "read";
        request.path = path;
        return send(client, request);
    }
    net::Call<QJsonObject> send(net::HttpClient &client, const net::Request &request)
    {
        return client.send<QJsonObject>(
            request,
            [](const net::Answer &answer) -> domain::Result<QJsonObject> { return answer.json.object(); });
    }
};

void TestHttpReads::initTestCase()
{
    QVERIFY2(tests::TrustedTestCa::serverConfiguration(), "the openssl program is needed");
}

void TestHttpReads::init()
{
    tests::failOnAnyWarning();
}

void TestHttpReads::brokenAnswersAreToldApart_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("page") << FaultReply::html() << ErrorKind::NotThisApi;
    QTest::newRow("page with 404") << FaultReply::html(404) << ErrorKind::NotFound;
    QTest::newRow("page with 401") << FaultReply::html(401) << ErrorKind::BadCredential;
    QTest::newRow("empty") << FaultReply::empty(200) << ErrorKind::NotThisApi;
    QTest::newRow("204") << FaultReply::empty(204) << ErrorKind::NotThisApi;
    QTest::newRow("cut JSON") << FaultReply::json(R"({"data":)") << ErrorKind::NotThisApi;
    QTest::newRow("JSON with another type")
        << FaultReply{Act::Answer, 200, "text/plain", "{}"} << ErrorKind::NotThisApi;
    QTest::newRow("too deep") << FaultReply::json(QByteArray(100'000, '[')) << ErrorKind::NotThisApi;
    QTest::newRow("truncated") << FaultReply::fault(Act::Truncate) << ErrorKind::ConnectionLost;
    QTest::newRow("never answered") << FaultReply::fault(Act::Close) << ErrorKind::ConnectionLost;
    QTest::newRow("403") << FaultReply::json("{}", 403) << ErrorKind::Forbidden;
    QTest::newRow("403 page") << FaultReply::html(403) << ErrorKind::NotThisApi; // a firewall's
    QTest::newRow("403 without words") << FaultReply::empty(403) << ErrorKind::Forbidden;
    QTest::newRow("null") << FaultReply::json("null") << ErrorKind::NotThisApi;
    QTest::newRow("410") << FaultReply::json("{}", 410) << ErrorKind::NotFound;
    QTest::newRow("422") << FaultReply::json("{}", 422) << ErrorKind::Rejected;
    QTest::newRow("429") << FaultReply::json("{}", 429) << ErrorKind::RateLimited;
    QTest::newRow("500") << FaultReply::json("{}", 500) << ErrorKind::ServerError;
    QTest::newRow("503 page") << FaultReply::html(503) << ErrorKind::ServerError;
}

void TestHttpReads::brokenAnswersAreToldApart()
{
    QFETCH(FaultReply, reply);
    QFETCH(ErrorKind, kind);
    FaultServer server([&](const auto &) { return reply; });
    net::HttpClient client(server.url());
    const auto result = tests::ended(read(client));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QVERIFY(!result.error().requestId.isEmpty());
}

void TestHttpReads::credentialNeverFollowsARedirect_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestHttpReads::credentialNeverFollowsARedirect()
{
    QFETCH(int, status);
    FaultServer other([](const auto &) { return FaultReply::json("{}"); });
    FaultServer server([&](const auto &) {
        return FaultReply::empty(status).with("Location", other.url(QStringLiteral("/catch")).toEncoded());
    });
    net::HttpClient client(server.url());
    client.setCredential({{"Authorization", "Bearer canary-token"}, {"x-key", "canary-key"}});
    const auto result = tests::ended(read(client));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Redirected);
    QCOMPARE(other.connections(), 0);
    QCOMPARE(server.requests().constFirst().header("x-key"), QByteArray("canary-key"));
}

void TestHttpReads::redirectOnOwnOriginIsFollowed()
{
    FaultServer server([](const ReceivedRequest &request) {
        return request.target == "/thing" ? FaultReply::empty(302).with("Location", "/moved?x=1")
                                          : FaultReply::json(R"({"here":true})");
    });
    net::HttpClient client(server.url());
    client.setCredential({{"Authorization", "Bearer canary-token"}});
    const auto result = tests::ended(read(client));
    QVERIFY(result);
    QCOMPARE(server.requests().constLast().line(), QByteArray("GET /moved?x=1"));
    QCOMPARE(server.requests().constLast().header("Authorization"), QByteArray("Bearer canary-token"));
}

void TestHttpReads::redirectLoopEnds()
{
    FaultServer server([](const auto &) { return FaultReply::empty(302).with("Location", "/thing"); });
    net::HttpClient client(server.url());
    const auto result = tests::ended(read(client));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Redirected);
    QCOMPARE(server.count(), 6);
}

void TestHttpReads::addressOnAnotherOriginIsNeverAsked_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("other port") << QStringLiteral("http://127.0.0.1:%1/x");
    QTest::newRow("other host") << QStringLiteral("http://localhost:%1/x");
    QTest::newRow("file") << QStringLiteral("file:///etc/hostname");
    QTest::newRow("data") << QStringLiteral("data:application/json,{}");
}

void TestHttpReads::addressOnAnotherOriginIsNeverAsked()
{
    QFETCH(QString, address);
    FaultServer other([](const auto &) { return FaultReply::json("{}"); });
    FaultServer server([](const auto &) { return FaultReply::json("{}"); });
    net::HttpClient client(server.url());
    client.setCredential({{"Authorization", "Bearer canary-token"}});
    net::Request request;
    request.url = QUrl(address.contains(QLatin1String("%1")) ? address.arg(other.port()) : address);
    const auto result = tests::ended(send(client, request));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::LocalFailure);
    QCOMPARE(result.error().outcome, Outcome::NotSent);
    QCOMPARE(other.connections(), 0);
    QCOMPARE(server.count(), 0);
}

void TestHttpReads::cookiesAreNotKept()
{
    FaultServer server(
        [](const auto &) { return FaultReply::json("{}").with("Set-Cookie", "sid=1; Path=/"); });
    net::HttpClient client(server.url());
    QVERIFY(tests::ended(read(client)));
    QVERIFY(tests::ended(read(client)));
    QVERIFY(server.requests().constLast().header("Cookie").isEmpty());
}

void TestHttpReads::deadlineHoldsAgainstADrip()
{
    FaultServer server([](const auto &) { return FaultReply::fault(Act::Drip); });
    net::HttpClient client(server.url());
    net::Request request;
    request.silence = 5s;
    request.deadline = 400ms;
    QElapsedTimer elapsed;
    elapsed.start();
    const auto result = tests::ended(send(client, request));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
    QVERIFY2(elapsed.elapsed() < 1400, qPrintable(QString::number(elapsed.elapsed())));
}

void TestHttpReads::silenceEndsTheCall()
{
    FaultServer server([](const auto &) { return FaultReply::fault(Act::StallBody); });
    net::HttpClient client(server.url());
    net::Request request;
    request.silence = 300ms;
    const auto result = tests::ended(send(client, request));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Timeout);
}

void TestHttpReads::answerAtTheCapIsReadWhole()
{
    const QByteArray body = "{\"x\":\"" + QByteArray(5 * 1024 * 1024, 'a') + "\"}";
    FaultServer server([&](const auto &) { return FaultReply::json(body); });
    net::HttpClient client(server.url());
    net::Request request;
    request.cap = body.size();
    const auto result = tests::ended(send(client, request));
    QVERIFY(result);
    QCOMPARE(result->value(QLatin1String("x")).toString().size(), 5 * 1024 * 1024);
}

void TestHttpReads::answerOverTheCapIsRefused()
{
    const QByteArray body = "{\"x\":\"" + QByteArray(3 * 1024 * 1024, 'a') + "\"}";
    FaultServer server([&](const auto &) { return FaultReply::json(body); });
    net::HttpClient client(server.url());
    net::Request request;
    request.cap = 1024 * 1024;
    const auto result = tests::ended(send(client, request));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TooLarge);
}

void TestHttpReads::longErrorTextIsCutAndItsStatusCounts()
{
    const QByteArray body = "{\"message\":\"" + QByteArray(1024 * 1024, 'a') + "\"}";
    FaultServer server([&](const auto &) { return FaultReply::json(body, 422); });
    net::HttpClient client(server.url());
    const auto result = tests::ended(read(client));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Rejected);
    QCOMPARE(result.error().httpStatus, 422);
}

void TestHttpReads::packedBombIsRefused()
{
    // zlib's format is what HTTP calls deflate; Qt puts four bytes of length before it.
    const QByteArray packed = qCompress(QByteArray(64 * 1024 * 1024, ' '), 9).mid(4);
    QVERIFY(packed.size() < 100 * 1024);
    FaultServer server(
        [&](const auto &) { return FaultReply::json(packed).with("Content-Encoding", "deflate"); });
    net::HttpClient client(server.url());
    const auto result = tests::ended(read(client));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TooLarge);
}

void TestHttpReads::errorTextIsShownWithoutSecrets()
{
    FaultServer server([](const auto &) {
        return FaultReply::json(
            R"({"message":"Token canary-token\nis not\u202e good, see https://example.org/x?sig=1 please"})",
            401);
    });
    net::HttpClient client(server.url());
    client.setCredential({{"Authorization", "Bearer canary-token"}});
    const auto result = tests::ended(read(client));
    QVERIFY(!result);
    QCOMPARE(result.error().detail, QStringLiteral("Token [redacted] is not good, see … please"));
}

void TestHttpReads::missingPermissionIsNamed()
{
    FaultServer server([](const auto &) {
        return FaultReply::json(R"({"message":"Missing permission: conversations.update"})", 403);
    });
    net::HttpClient client(server.url());
    const auto result = tests::ended(read(client));
    QVERIFY(!result);
    QCOMPARE(result.error().permission, QStringLiteral("conversations.update"));
}

void TestHttpReads::retryAfterIsReported()
{
    FaultServer server([](const auto &) { return FaultReply::json("{}", 429).with("Retry-After", "90"); });
    net::HttpClient client(server.url());
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const auto result = tests::ended(read(client));
    QVERIFY(!result);
    QVERIFY(result.error().retryAt);
    QVERIFY(*result.error().retryAt >= before.addSecs(90));
    QVERIFY(*result.error().retryAt <= QDateTime::currentDateTimeUtc().addSecs(90));
}

void TestHttpReads::cancelEndsOnceAndAtOnce()
{
    FaultServer server([](const auto &) { return FaultReply::fault(Act::Stall); });
    net::HttpClient client(server.url());
    auto call = read(client);
    QTRY_COMPARE(server.count(), 1);
    call.cancel();
    call.cancel();
    QVERIFY(call.future.isFinished());
    QCOMPARE(call.future.resultCount(), 1);
    QCOMPARE(call.future.result().error().kind, ErrorKind::Canceled);
    QCOMPARE(call.future.result().error().outcome, Outcome::Unknown);
}

void TestHttpReads::cancelAfterTheEndDoesNothing()
{
    FaultServer server([](const auto &) { return FaultReply::json("{}"); });
    net::HttpClient client(server.url());
    auto call = read(client);
    QVERIFY(tests::ended(call));
    call.cancel();
    QCOMPARE(call.future.resultCount(), 1);
    QVERIFY(call.future.result());
}

void TestHttpReads::cancelFromInsideTheEndDoesNothing()
{
    FaultServer server([](const auto &) { return FaultReply::json("{}", 500); });
    net::HttpClient client(server.url());
    net::Call<QJsonObject> call;
    connect(&client, &net::HttpClient::failed, this, [&call] { call.cancel(); });
    call = read(client);
    const auto result = tests::ended(call);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::ServerError);
    QCOMPARE(call.future.resultCount(), 1);
}

void TestHttpReads::deadClientEndsItsCalls()
{
    FaultServer server([](const auto &) { return FaultReply::fault(Act::Stall); });
    auto client = std::make_unique<net::HttpClient>(server.url());
    net::Request write;
    write.verb = "POST";
    write.body = "{}";
    write.effect = domain::Effect::CostsMoney;
    const auto reading = read(*client);
    const auto writing = send(*client, write);
    QTRY_COMPARE(server.count(), 2);
    client.reset();
    QVERIFY(reading.future.isFinished());
    QCOMPARE(reading.future.result().error().kind, ErrorKind::Canceled);
    QVERIFY(writing.future.isFinished());
    QCOMPARE(writing.future.result().error().outcome, Outcome::Unknown);
}

void TestHttpReads::clientMayDieInsideTheEnd()
{
    FaultServer server([](const auto &) { return FaultReply::json("{}", 500); });
    auto client = std::make_unique<net::HttpClient>(server.url());
    connect(client.get(), &net::HttpClient::failed, this, [&client] { client.reset(); });
    const auto result = tests::ended(read(*client));
    QVERIFY(!client);
    QCOMPARE(result.error().kind, ErrorKind::ServerError);
}

void TestHttpReads::largeAnswerIsDecodedOffTheGuiThread()
{
    const QByteArray body = "{\"x\":\"" + QByteArray(300 * 1024, 'a') + "\"}";
    FaultServer server([&](const ReceivedRequest &request) {
        return request.number == 1 ? FaultReply::json(body) : FaultReply::json("{}");
    });
    net::HttpClient client(server.url());
    std::atomic<QThread *> decodedOn = nullptr;
    const auto ask = [&] {
        return client.send<int>({}, [&decodedOn](const net::Answer &) -> domain::Result<int> {
            decodedOn = QThread::currentThread();
            return 1;
        });
    };
    QVERIFY(tests::ended(ask()));
    QVERIFY(decodedOn != thread());
    QVERIFY(tests::ended(ask()));
    QVERIFY(decodedOn == thread());
}

void TestHttpReads::canceledWhileDecodingEndsOnce()
{
    const QByteArray body = "{\"x\":\"" + QByteArray(300 * 1024, 'a') + "\"}";
    FaultServer server([&](const auto &) { return FaultReply::json(body); });
    net::HttpClient client(server.url());
    QSemaphore decoding;
    QSemaphore goOn;
    auto call = client.send<int>({}, [&](const net::Answer &) -> domain::Result<int> {
        decoding.release();
        goOn.acquire();
        return 1;
    });
    QTRY_VERIFY(decoding.available() > 0);
    call.cancel();
    goOn.release();
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCoreApplication::processEvents();
    QCOMPARE(call.future.resultCount(), 1);
    QCOMPARE(call.future.result().error().kind, ErrorKind::Canceled);
}

void TestHttpReads::failureIsAnnounced()
{
    FaultServer server([](const auto &) { return FaultReply::json("{}", 403); });
    net::HttpClient client(server.url());
    QSignalSpy failed(&client, &net::HttpClient::failed);
    QVERIFY(!tests::ended(read(client)));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).toByteArray(), QByteArray("read"));
    QCOMPARE(failed.at(0).at(1).value<domain::Error>().kind, ErrorKind::Forbidden);
}

void TestHttpReads::serverOffsetComesFromTheDate()
{
    FaultServer server([](const auto &) {
        const QDateTime ahead = QDateTime::currentDateTimeUtc().addSecs(600);
        return FaultReply::json("{}").with(
            "Date",
            QLocale::c().toString(ahead, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1());
    });
    net::HttpClient client(server.url());
    QSignalSpy changed(&client, &net::HttpClient::serverOffsetChanged);
    QVERIFY(tests::ended(read(client)));
    QCOMPARE(changed.count(), 1);
    QVERIFY(std::chrono::abs(client.serverOffset() - 600s) <= 1100ms);
}

void TestHttpReads::nobodyIsToldWhenTheContextDied()
{
    FaultServer server([](const auto &) { return FaultReply::json("{}"); });
    net::HttpClient client(server.url());
    auto context = std::make_unique<QObject>();
    bool told = false;
    auto call = read(client);
    call.whenDone(context.get(), [&told](const auto &) { told = true; });
    context.reset();
    QVERIFY(tests::ended(call));
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

void TestHttpReads::manyReadsDoNotHoldUpAWrite()
{
    FaultServer server([](const ReceivedRequest &request) {
        return request.verb == "GET" ? FaultReply::fault(Act::Stall) : FaultReply::json("{}");
    });
    net::HttpClient client(server.url());
    constexpr int more = 8; // than Qt has connections for one host
    QList<net::Call<QJsonObject>> reads;
    for (int i = 0; i < more; ++i)
        reads.append(read(client));
    QTRY_VERIFY(server.count() >= 6);
    net::Request write;
    write.verb = "PATCH";
    write.body = "{}";
    write.effect = domain::Effect::SafeWrite;
    QVERIFY(tests::ended(send(client, write)));
    for (auto &call : reads)
        call.cancel();
}

namespace {
QStringList logged;
void keep(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text);
}
} // namespace

void TestHttpReads::logHoldsNoSecrets()
{
    FaultServer server([](const auto &) { return FaultReply::json(R"({"content":"canary-words"})"); });
    net::HttpClient client(server.url());
    client.setCredential({{"Authorization", "Bearer canary-token"}});
    net::Request request;
    request.name = "read";
    request.path = QStringLiteral("/thing");
    request.query.addQueryItem(QStringLiteral("q"), QStringLiteral("canary-query"));
    QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
    logged.clear();
    const auto before = qInstallMessageHandler(keep);
    const bool worked = bool(tests::ended(send(client, request)));
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules(QString());
    QVERIFY(worked);
    const QString all = logged.join(u'\n');
    QVERIFY(all.contains(QLatin1String("/thing")));
    QVERIFY(!all.contains(QLatin1String("canary")));
}

QTEST_GUILESS_MAIN(TestHttpReads)
#include "tst_httpreads.moc"
