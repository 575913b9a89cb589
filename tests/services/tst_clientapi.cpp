// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/backend.h"
#include "services/backends/clientapi/descriptor.h"
#include "services/backends/clientapi/encoders.h"
#include "services/backends/clientapi/operations.h"
#include "tests/support/clientapicases.h"
#include "tests/support/everycase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace inbox;
using namespace inbox::domain;
using backends::Backend;
using backends::ConversationUpdate;
using backends::Page;
using backends::clientapi::Operation;
using tests::answering;
using tests::Case;
using tests::cases;
using tests::conversation501;
using tests::example;
using tests::FaultReply;
using tests::FaultServer;
using tests::isWrite;
using tests::message9;
using tests::ReceivedRequest;
using Act = FaultReply::Act;
using Transport = FaultServer::Transport;

namespace {

std::unique_ptr<Backend> backendAt(const QUrl &base, const QString &secret = QStringLiteral("canary-token"),
                                   const QString &query = QString())
{
    AccountConfig config;
    config.id = AccountId(QStringLiteral("acc"));
    config.backend = QStringLiteral("client-api");
    config.settings.insert(baseUrlSetting, base.toString());
    config.settings.insert(backends::clientapi::listQuerySetting, query);
    return backends::createBackend(config, secret);
}

const QString v1 = QStringLiteral("/third-party/v1");

} // namespace

// Every operation of the Client API over a real socket: what it sends, and what it makes of each answer.
class TestClientApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { tests::failOnAnyWarning(); }

    void operationSendsExactly_data() { addCases(); }
    void operationSendsExactly();
    void operationTakesWrappedAndBare_data() { addCases(); }
    void operationTakesWrappedAndBare();
    void operationReportsRefusal_data();
    void operationReportsRefusal();
    void operationReportsForeignAnswers_data() { addCases(); }
    void operationReportsForeignAnswers();
    void lostAnswerOfAWriteIsUnknownAndSentOnce_data() { addCases(); }
    void lostAnswerOfAWriteIsUnknownAndSentOnce();
    void emptyAnswerIsReadBack_data();
    void emptyAnswerIsReadBack();
    void failedReadBackLeavesTheOutcomeOpen();
    void emptyAnswerToASendIsUnknown_data();
    void emptyAnswerToASendIsUnknown();
    void emptyAnswerToANoteIsItsText();
    void cancelReachesTheReadBack();

    void nextPageIsFollowedOnTheSameOrigin();
    void nextPageElsewhereIsNoPage_data();
    void nextPageElsewhereIsNoPage();
    void nextPageBehindATlsProxyIsRead();
    void extraQueryStaysOnEveryPage();
    void answersCarryTheAccount();

    void probeTellsApart_data();
    void probeTellsApart();
    void probeTellsBadCertificate();
    void probeTellsNoServer();

    void newSecretIsUsed();
    void secretCannotStartAHeader();
    void withoutASecretNoHeaderIsSent();
    void forbiddenTakesTheCapabilityAway_data() { addCases(); }
    void forbiddenTakesTheCapabilityAway();
    void forbiddenWithoutANameTakesNothing();
    void newSecretBringsCapabilitiesBack();

    void fileIsFetchedFromTheRightAddress_data();
    void fileIsFetchedFromTheRightAddress();

    void oddIdsAreNeverSent_data();
    void oddIdsAreNeverSent();
    void undocumentedValuesAreNeverSent();
    void aFileIsHandedOver();
    void operationTableIsInOrder();
    void effectsAreAsAgreed();
    void missingCapabilitiesHaveReasons();
    void settingsAreChecked_data();
    void settingsAreChecked();

private:
    void addCases() const { tests::addRows(cases()); }
};

void TestClientApi::initTestCase()
{
    QVERIFY2(tests::TrustedTestCa::serverConfiguration(), "the openssl program is needed");
}

void TestClientApi::operationSendsExactly()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    FaultServer server(answering(c.answer));
    const auto backend = backendAt(server.url(v1));
    const auto result = tests::ended(c.start(*backend));
    QVERIFY2(result, c.name);
    QCOMPARE(server.count(), 1);
    const ReceivedRequest request = server.requests().constFirst();
    QCOMPARE(request.line(), c.line);
    QCOMPARE(request.body, c.body);
    QCOMPARE(request.header("Authorization"), QByteArray("Bearer canary-token"));
    QCOMPARE(request.header("Content-Length"), isWrite(c) ? QByteArray::number(c.body.size()) : QByteArray());
}

void TestClientApi::operationTakesWrappedAndBare()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    const QJsonObject wrapped = QJsonDocument::fromJson(c.answer).object();
    QJsonDocument other;
    if (!wrapped.contains(QLatin1String("data")))
        other.setObject({{QStringLiteral("data"), wrapped}});
    else if (wrapped.value(QLatin1String("data")).isArray())
        other.setArray(wrapped.value(QLatin1String("data")).toArray());
    else
        other.setObject(wrapped.value(QLatin1String("data")).toObject());
    FaultServer server(answering(other.toJson()));
    const auto backend = backendAt(server.url(v1));
    QVERIFY(tests::ended(c.start(*backend)));
    QCOMPARE(server.count(), 1);
}

void TestClientApi::operationReportsRefusal_data()
{
    tests::addRows(cases(),
                   {{401, ErrorKind::BadCredential, Outcome::Refused},
                    {403, ErrorKind::Forbidden, Outcome::Refused},
                    {404, ErrorKind::NotFound, Outcome::Refused},
                    {409, ErrorKind::Rejected, Outcome::Refused},
                    {422, ErrorKind::Rejected, Outcome::Refused},
                    {429, ErrorKind::RateLimited, Outcome::Refused},
                    {500, ErrorKind::ServerError, Outcome::Unknown},
                    {503, ErrorKind::ServerError, Outcome::Unknown}});
}

void TestClientApi::operationReportsRefusal()
{
    QFETCH(int, index);
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(Outcome, outcome);
    FaultServer server([&](const auto &) {
        return FaultReply::json(R"({"message":"The given data was invalid."})", status)
            .with("Retry-After", "7");
    });
    const auto backend = backendAt(server.url(v1));
    const auto result = tests::ended(cases().at(index).start(*backend));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().outcome, outcome);
    QCOMPARE(result.error().httpStatus, status);
    QCOMPARE(result.error().detail, QStringLiteral("The given data was invalid."));
    QCOMPARE(bool(result.error().retryAt), kind == ErrorKind::RateLimited || kind == ErrorKind::ServerError);
    QCOMPARE(server.count(), 1);
}

void TestClientApi::operationReportsForeignAnswers()
{
    QFETCH(int, index);
    FaultServer server([](const auto &) { return FaultReply::html(); });
    const auto backend = backendAt(server.url(v1));
    const auto result = tests::ended(cases().at(index).start(*backend));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::NotThisApi);
    QCOMPARE(result.error().outcome, Outcome::Unknown);
    QCOMPARE(server.count(), 1);
}

void TestClientApi::lostAnswerOfAWriteIsUnknownAndSentOnce()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    FaultServer server([](const auto &) { return FaultReply::fault(Act::Close); });
    const auto backend = backendAt(server.url(v1));
    if (isWrite(c))
        tests::expectPreventedResend();
    const auto result = tests::ended(c.start(*backend));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::ConnectionLost);
    QCOMPARE(result.error().outcome, Outcome::Unknown);
    if (isWrite(c))
        QCOMPARE(server.count(), 1);
}

void TestClientApi::emptyAnswerIsReadBack_data()
{
    QTest::addColumn<FaultReply>("answer");
    QTest::newRow("204") << FaultReply::empty(204);
    QTest::newRow("200 without body") << FaultReply::empty(200);
    QTest::newRow("{}") << FaultReply::json("{}");
    QTest::newRow("success") << FaultReply::json(R"({"success":true})");
}

void TestClientApi::emptyAnswerIsReadBack()
{
    QFETCH(FaultReply, answer);
    FaultServer server([&](const ReceivedRequest &request) {
        if (request.verb != "GET")
            return answer;
        return FaultReply::json(request.target.contains("/messages/") ? example("message.json")
                                                                      : example("conversation.json"));
    });
    const auto backend = backendAt(server.url(v1));
    const auto updated = tests::ended(backend->update(conversation501, {ConversationStatus::Done, {}}));
    QVERIFY(updated);
    QCOMPARE(updated->key.id, conversation501);
    QCOMPARE(server.requests().at(1).line(), QByteArray("GET /third-party/v1/conversations/501"));
    QVERIFY(tests::ended(backend->markRead(conversation501)));
    QVERIFY(tests::ended(backend->react(conversation501, message9, {})));
    QCOMPARE(server.requests().constLast().line(),
             QByteArray("GET /third-party/v1/conversations/501/messages/9"));
    QCOMPARE(server.count(), 6);
}

void TestClientApi::failedReadBackLeavesTheOutcomeOpen()
{
    FaultServer server([](const ReceivedRequest &request) {
        return request.verb == "GET" ? FaultReply::json("{}", 404) : FaultReply::empty(204);
    });
    const auto backend = backendAt(server.url(v1));
    const auto updated = tests::ended(backend->update(conversation501, {ConversationStatus::Done, {}}));
    QVERIFY(!updated);
    QCOMPARE(updated.error().kind, ErrorKind::NotFound);
    QCOMPARE(updated.error().outcome, Outcome::Unknown); // the read was refused, the change was not
}

void TestClientApi::emptyAnswerToASendIsUnknown_data()
{
    QTest::addColumn<int>("index");
    const QList<Case> all = cases();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Operation operation = all.at(i).operation;
        if (operation == Operation::SendText || operation == Operation::SendFile
            || operation == Operation::Duplicate || operation == Operation::Restart)
            QTest::newRow(all.at(i).name) << int(i);
    }
}

void TestClientApi::emptyAnswerToASendIsUnknown()
{
    QFETCH(int, index);
    FaultServer server([](const ReceivedRequest &request) {
        return request.number == 1 ? FaultReply::empty(200) : FaultReply::json("{}");
    });
    const auto backend = backendAt(server.url(v1));
    for (int i = 0; i < 2; ++i) {
        const auto result = tests::ended(cases().at(index).start(*backend));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotThisApi);
        QCOMPARE(result.error().outcome, Outcome::Unknown);
    }
    QCOMPARE(server.count(), 2);
}

void TestClientApi::emptyAnswerToANoteIsItsText()
{
    FaultServer server([](const auto &) { return FaultReply::empty(204); });
    const auto backend = backendAt(server.url(v1));
    const auto note =
        tests::ended(backend->editNote(conversation501, NoteId(QStringLiteral("31")), QStringLiteral("Rye")));
    QVERIFY(note);
    QCOMPARE(note->text, QStringLiteral("Rye"));
    QCOMPARE(note->id.value(), QStringLiteral("31"));
    QCOMPARE(server.count(), 1);
}

void TestClientApi::cancelReachesTheReadBack()
{
    FaultServer server([](const ReceivedRequest &request) {
        return request.verb == "GET" ? FaultReply::fault(Act::Stall) : FaultReply::empty(204);
    });
    const auto backend = backendAt(server.url(v1));
    auto call = backend->markRead(conversation501);
    QTRY_COMPARE(server.count(), 2);
    call.cancel();
    const auto result = tests::ended(call);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Canceled);
}

void TestClientApi::nextPageIsFollowedOnTheSameOrigin()
{
    QByteArray base;
    FaultServer server([&](const ReceivedRequest &request) {
        if (request.number > 1)
            return FaultReply::json(R"({"data":[{"id":3}],"links":{"next":null}})");
        return FaultReply::json(R"({"data":[{"id":1},{"id":2}],"links":{"next":")" + base + R"(?page=2"}})");
    });
    base = server.url(v1 + QLatin1String("/conversations")).toEncoded();
    const auto backend = backendAt(server.url(v1));
    const auto first = tests::ended(backend->conversations({}));
    QVERIFY(first);
    QVERIFY(!first->next.isEmpty());
    const auto second = tests::ended(backend->conversations(first->next));
    QVERIFY(second);
    QCOMPARE(second->items.size(), 1);
    QVERIFY(second->next.isEmpty());
    QCOMPARE(server.requests().constLast().line(), QByteArray("GET /third-party/v1/conversations?page=2"));
    QCOMPARE(server.requests().constLast().header("Authorization"), QByteArray("Bearer canary-token"));
}

void TestClientApi::nextPageElsewhereIsNoPage_data()
{
    QTest::addColumn<QByteArray>("next");
    QTest::newRow("other host") << QByteArray("\"https://elsewhere.example.com/conversations?page=2\"");
    QTest::newRow("other port") << QByteArray("\"http://127.0.0.1:1/conversations?page=2\"");
    QTest::newRow("relative") << QByteArray("\"/conversations?page=2\"");
    QTest::newRow("file") << QByteArray("\"file:///etc/hostname\"");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("number") << QByteArray("2");
}

void TestClientApi::nextPageElsewhereIsNoPage()
{
    QFETCH(QByteArray, next);
    FaultServer server(answering(R"({"data":[{"id":1}],"links":{"next":)" + next + "}}"));
    const auto backend = backendAt(server.url(v1));
    const auto conversations = tests::ended(backend->conversations({}));
    QVERIFY(conversations);
    QCOMPARE(conversations->next, QString());
    // What stands there is not gone.
    QCOMPARE(conversations->unreadable, next == "null" ? 0 : 1);
    const auto messages = tests::ended(backend->messages(conversation501, {}));
    QVERIFY(messages);
    QCOMPARE(messages->next, QString());
}

// A program behind a proxy that ends TLS writes addresses as it is reached itself.
void TestClientApi::nextPageBehindATlsProxyIsRead()
{
    const tests::TrustedTestCa trust;
    QByteArray next;
    FaultServer server(
        [&next](const auto &) {
            return FaultReply::json(R"({"data":[{"id":1}],"links":{"next":")" + next + "\"}}");
        },
        Transport::Tls);
    QUrl inside = server.url(v1 + QLatin1String("/conversations"));
    inside.setScheme(QStringLiteral("http"));
    inside.setQuery(QStringLiteral("page=2"));
    next = inside.toEncoded();
    const auto backend = backendAt(server.url(v1));
    const auto first = tests::ended(backend->conversations({}));
    QVERIFY(first);
    QCOMPARE(first->unreadable, 0);
    QVERIFY(first->next.startsWith(QLatin1String("https://")));
    QVERIFY(tests::ended(backend->conversations(first->next)));
    QCOMPARE(server.requests().at(1).target, QByteArray("/third-party/v1/conversations?page=2"));
}

void TestClientApi::extraQueryStaysOnEveryPage()
{
    FaultServer server(answering(R"({"data":[]})"));
    const auto backend =
        backendAt(server.url(v1), QStringLiteral("t"), QStringLiteral("?per_page=50&q=a%26b"));
    QVERIFY(tests::ended(backend->conversations({})));
    QCOMPARE(server.requests().at(0).target, QByteArray("/third-party/v1/conversations?per_page=50&q=a%26b"));
    QUrl second = server.url(v1 + QLatin1String("/conversations"));
    second.setQuery(QStringLiteral("per_page=50&page=2"));
    QVERIFY(tests::ended(backend->conversations(second.toString())));
    QCOMPARE(server.requests().at(1).target,
             QByteArray("/third-party/v1/conversations?per_page=50&page=2&q=a%26b"));
}

void TestClientApi::answersCarryTheAccount()
{
    FaultServer server(answering(example("conversations_page.json")));
    const auto backend = backendAt(server.url(v1));
    const auto page = tests::ended(backend->conversations({}));
    QVERIFY(page);
    for (const Conversation &conversation : page->items)
        QCOMPARE(conversation.key.account.value(), QStringLiteral("acc"));
}

void TestClientApi::probeTellsApart_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<bool>("good");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("works") << FaultReply::json(example("conversations_page.json")) << true
                           << ErrorKind::Canceled;
    QTest::newRow("no conversations yet")
        << FaultReply::json(R"({"data":[]})") << true << ErrorKind::Canceled;
    QTest::newRow("wrong address") << FaultReply::json(R"({"message":"Not Found"})", 404) << false
                                   << ErrorKind::NotFound;
    QTest::newRow("wrong token") << FaultReply::json(R"({"message":"Unauthenticated."})", 401) << false
                                 << ErrorKind::BadCredential;
    QTest::newRow("a web page") << FaultReply::html() << false << ErrorKind::NotThisApi;
    QTest::newRow("another API") << FaultReply::json(R"({"status":"ok"})") << false << ErrorKind::NotThisApi;
    QTest::newRow("another API's list") << FaultReply::json(R"(["a","b"])") << false << ErrorKind::NotThisApi;
    QTest::newRow("a sign-in page elsewhere")
        << FaultReply::empty(302).with("Location", "https://login.example.com/") << false
        << ErrorKind::Redirected;
}

void TestClientApi::probeTellsApart()
{
    QFETCH(FaultReply, reply);
    QFETCH(bool, good);
    QFETCH(ErrorKind, kind);
    FaultServer server([&](const auto &) { return reply; });
    const auto backend = backendAt(server.url(v1));
    const auto result = tests::ended(backend->probe());
    QCOMPARE(bool(result), good);
    if (!good)
        QCOMPARE(result.error().kind, kind);
    QCOMPARE(server.requests().constFirst().verb, QByteArray("GET"));
}

void TestClientApi::probeTellsBadCertificate()
{
    FaultServer server(answering(R"({"data":[]})"), Transport::Tls);
    const auto backend = backendAt(server.url(v1));
    const auto untrusted = tests::ended(backend->probe());
    QVERIFY(!untrusted);
    QCOMPARE(untrusted.error().kind, ErrorKind::BadCertificate);
    QCOMPARE(server.count(), 0);
    const tests::TrustedTestCa trust;
    const auto again = backendAt(server.url(v1));
    QVERIFY(tests::ended(again->probe()));
}

void TestClientApi::probeTellsNoServer()
{
    FaultServer server(answering("{}"));
    server.stopListening();
    const auto backend = backendAt(server.url(v1));
    const auto refused = tests::ended(backend->probe());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::ConnectionRefused);
    const auto nowhere = backendAt(QUrl(QStringLiteral("https://agent-inbox.invalid/third-party/v1")));
    const auto unknown = tests::ended(nowhere->probe());
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, ErrorKind::HostNotFound);
}

void TestClientApi::newSecretIsUsed()
{
    FaultServer server(answering(R"({"data":[]})"));
    const auto backend = backendAt(server.url(v1));
    backend->setSecret(QStringLiteral("  second-token\n"));
    QVERIFY(tests::ended(backend->conversations({})));
    QCOMPARE(server.requests().constFirst().header("Authorization"), QByteArray("Bearer second-token"));
}

void TestClientApi::secretCannotStartAHeader()
{
    FaultServer server(answering(R"({"data":[]})"));
    const auto backend = backendAt(server.url(v1), QStringLiteral("a\r\nX-Evil: 1"));
    QVERIFY(tests::ended(backend->conversations({})));
    QVERIFY(server.requests().constFirst().header("X-Evil").isEmpty());
}

void TestClientApi::withoutASecretNoHeaderIsSent()
{
    FaultServer server(answering(R"({"data":[]})"));
    const auto backend = backendAt(server.url(v1), QString());
    QVERIFY(tests::ended(backend->conversations({})));
    QVERIFY(server.requests().constFirst().header("Authorization").isEmpty());
}

void TestClientApi::forbiddenTakesTheCapabilityAway()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    FaultServer server(
        [](const auto &) { return FaultReply::json(R"({"message":"No","permission":"inbox.write"})", 403); });
    const auto backend = backendAt(server.url(v1));
    QSignalSpy changed(backend.get(), &Backend::capabilitiesChanged);
    const auto result = tests::ended(c.start(*backend));
    QVERIFY(!result);
    QCOMPARE(result.error().permission, QStringLiteral("inbox.write"));
    const auto &lost = backends::clientapi::factsOf(c.operation).capabilities;
    for (const Capability capability : lost) {
        QVERIFY(!backend->capabilities().has(capability));
        QCOMPARE(backend->capabilities().reason(capability)->permission, QStringLiteral("inbox.write"));
    }
    QCOMPARE(changed.count(), lost.isEmpty() ? 0 : 1);
}

void TestClientApi::forbiddenWithoutANameTakesNothing()
{
    FaultServer server(
        [](const auto &) { return FaultReply::json(R"({"message":"This is not yours."})", 403); });
    const auto backend = backendAt(server.url(v1));
    QSignalSpy changed(backend.get(), &Backend::capabilitiesChanged);
    QVERIFY(!tests::ended(backend->markRead(conversation501)));
    QVERIFY(backend->capabilities().has(Capability::MarkRead));
    QCOMPARE(changed.count(), 0);
}

void TestClientApi::newSecretBringsCapabilitiesBack()
{
    FaultServer server([](const auto &) { return FaultReply::json(R"({"permission":"x.y"})", 403); });
    const auto backend = backendAt(server.url(v1));
    QVERIFY(!tests::ended(backend->markRead(conversation501)));
    QVERIFY(!backend->capabilities().has(Capability::MarkRead));
    QSignalSpy changed(backend.get(), &Backend::capabilitiesChanged);
    backend->setSecret(QStringLiteral("other"));
    QVERIFY(backend->capabilities().has(Capability::MarkRead));
    QCOMPARE(changed.count(), 1);
}

void TestClientApi::oddIdsAreNeverSent_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("parent") << QStringLiteral("..");
    QTest::newRow("slash") << QStringLiteral("1/restart");
    QTest::newRow("query") << QStringLiteral("1?x");
    QTest::newRow("negative") << QStringLiteral("-1");
    QTest::newRow("word") << QStringLiteral("abc");
    QTest::newRow("too big") << QStringLiteral("99999999999999999999");
    QTest::newRow("other digits") << QStringLiteral("١٢");
}

void TestClientApi::oddIdsAreNeverSent()
{
    QFETCH(QString, id);
    FaultServer server(answering("{}"));
    const auto backend = backendAt(server.url(v1));
    const auto result = tests::ended(backend->restart(ConversationId(id)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::LocalFailure);
    QCOMPARE(result.error().outcome, Outcome::NotSent);
    QVERIFY(!tests::ended(backend->duplicate(conversation501, MessageId(id))));
    QCOMPARE(server.connections(), 0);
}

void TestClientApi::undocumentedValuesAreNeverSent()
{
    FaultServer server(answering("{}"));
    const auto backend = backendAt(server.url(v1));
    const auto refused = [](const auto &result) {
        return !result && result.error().kind == ErrorKind::LocalFailure
            && result.error().outcome == Outcome::NotSent;
    };
    QVERIFY(refused(tests::ended(backend->update(conversation501, {ConversationStatus::Unknown, {}}))));
    QVERIFY(refused(tests::ended(backend->update(conversation501, {}))));
    QVERIFY(refused(tests::ended(backend->update(conversation501, {{}, UserId(QStringLiteral("me"))}))));
    QVERIFY(refused(tests::ended(backend->sendText(conversation501, QStringLiteral(" \n"), {}))));
    QVERIFY(refused(tests::ended(
        backend->sendText(conversation501, QStringLiteral("x"), MessageId(QStringLiteral("y"))))));
    QCOMPARE(server.connections(), 0);
}

void TestClientApi::fileIsFetchedFromTheRightAddress_data()
{
    QTest::addColumn<QString>("download"); // "home", "abroad" or nothing
    QTest::addColumn<QString>("open");
    QTest::addColumn<QByteArray>("asked"); // where, and whether with the token
    const auto row = [](const char *name, const char *download, const char *open, const char *asked) {
        QTest::newRow(name) << QString::fromLatin1(download) << QString::fromLatin1(open)
                            << QByteArray(asked);
    };
    row("our own server gets the token", "home", "home", "home/d with token");
    row("another server gets none", "abroad", "", "abroad/d");
    row("the address that needs none is better then", "abroad", "home", "home/p");
    row("only a public address", "", "home", "home/p");
    row("only a public address elsewhere", "", "abroad", "abroad/p");
    row("no address", "", "", "");
}

void TestClientApi::fileIsFetchedFromTheRightAddress()
{
    QFETCH(QString, download);
    QFETCH(QString, open);
    QFETCH(QByteArray, asked);
    FaultServer home([](const auto &) { return FaultReply{FaultReply::Act::Answer, 200, "image/png", "x"}; });
    FaultServer abroad([](const auto &) {
        return FaultReply{FaultReply::Act::Answer, 200, "image/png", "x"};
    });
    const auto at = [&](const QString &where, const QString &path) {
        return where.isEmpty() ? QUrl() : where == QLatin1String("home") ? home.url(path) : abroad.url(path);
    };
    MediaContent media;
    media.downloadUrl = at(download, QStringLiteral("/d"));
    media.publicUrl = at(open, QStringLiteral("/p"));
    const QTemporaryDir folder;
    const auto backend = backendAt(home.url(v1));
    const auto result =
        tests::ended(backend->download(media, {folder.filePath(QStringLiteral("f")), net::mebibyte, {}}));
    QList<QByteArray> seen;
    for (const FaultServer *server : {&home, &abroad}) {
        const QList<ReceivedRequest> requests = server->requests();
        for (const ReceivedRequest &request : requests)
            seen.append((server == &home ? "home" : "abroad") + request.target
                        + (request.header("Authorization").isEmpty() ? "" : " with token"));
    }
    if (asked.isEmpty()) {
        QCOMPARE(seen.size(), 0);
        QCOMPARE(result.error().kind, ErrorKind::Unsupported);
    } else {
        QCOMPARE(seen, QList{asked});
        QCOMPARE(result.value_or(0), 1);
    }
}

void TestClientApi::aFileIsHandedOver()
{
    FaultServer server([](const auto &) {
        return FaultReply::json(R"({"internal_uuid":"4f1a","url":"https://x.example/f","name":"c.png",)"
                                R"("type":"image","mime_type":"image/png","size":7})");
    });
    const auto backend = backendAt(server.url(v1));
    const Attachment file{QStringLiteral("/a/c.png"), QStringLiteral("c \"1\"\r\nX-Evil: 1.png"),
                          MediaKind::Image, QStringLiteral("image/png"), 3};
    const QByteArray bytes("a\0\xff", 3);
    const auto uploaded = tests::ended(backend->upload(file, bytes));
    QVERIFY(uploaded);
    QCOMPARE(*uploaded, (UploadedFile{QStringLiteral("4f1a"), QStringLiteral("image/png"), 7}));
    const ReceivedRequest request = server.requests().constFirst();
    QCOMPARE(request.line(), QByteArray("POST /third-party/v1/files/temporary-upload"));
    const QByteArray type = request.header("Content-Type");
    QVERIFY(type.startsWith("multipart/form-data; boundary="));
    const QByteArray boundary = "--" + type.mid(type.indexOf('=') + 1);
    QCOMPARE(request.body,
             boundary + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nimage\r\n" + boundary
                 + "\r\nContent-Disposition: form-data; name=\"file\"; "
                   "filename=\"c %221%22%0D%0AX-Evil: 1.png\"\r\nContent-Type: image/png\r\n\r\n"
                 + bytes + "\r\n" + boundary + "--\r\n");
    // Without an id there is nothing to send.
    FaultServer strange([](const auto &) { return FaultReply::json(R"({"url":"https://x.example/f"})"); });
    const auto nothing = tests::ended(backendAt(strange.url(v1))->upload(file, bytes));
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().kind, ErrorKind::NotThisApi);
}

void TestClientApi::operationTableIsInOrder()
{
    for (int i = 0; i <= int(Operation::SendFile); ++i)
        QCOMPARE(int(backends::clientapi::factsOf(Operation(i)).operation), i);
}

void TestClientApi::effectsAreAsAgreed()
{
    const auto effectOf = [](Operation operation) { return backends::clientapi::factsOf(operation).effect; };
    QVERIFY(effectOf(Operation::Restart) == Effect::CostsMoney);
    for (const Operation operation :
         {Operation::SendText, Operation::SendFile, Operation::Duplicate, Operation::SetReaction})
        QVERIFY(effectOf(operation) == Effect::Sends);
    QVERIFY(effectOf(Operation::Upload) == Effect::SafeWrite);
    for (const Case &c : cases())
        QCOMPARE(effectOf(c.operation) != Effect::Read, isWrite(c));
}

void TestClientApi::missingCapabilitiesHaveReasons()
{
    const Capabilities &all = backends::clientapi::descriptor().capabilities;
    for (int i = 0; i <= int(Capability::StartConversation); ++i) {
        const auto c = Capability(i);
        QVERIFY(all.has(c) || all.missing().contains(c));
    }
    for (const Capability c : {Capability::MarkUnread, Capability::CreateNote, Capability::ListNotes,
                               Capability::Tags, Capability::Snooze}) {
        QVERIFY(all.reason(c));
        QVERIFY(all.reason(c)->why == Unavailable::Why::NotDocumented);
    }
}

void TestClientApi::settingsAreChecked_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("good");
    const QString url = baseUrlSetting;
    const QString query = backends::clientapi::listQuerySetting;
    const QString poll = pollSecondsSetting;
    const auto row = [](const QString &field, const char *value, bool good) {
        QTest::addRow("%s=%s", qPrintable(field), value) << field << QString::fromUtf8(value) << good;
    };
    row(url, "https://x.example.com/third-party/v1", true);
    row(url, " https://x.example.com/third-party/v1/ ", true);
    row(url, "http://127.0.0.1:8080/v1", true);
    row(url, "http://localhost:8080", true);
    row(url, "http://[::1]:8080", true);
    row(url, "", false);
    row(url, "x.example.com", false);
    row(url, "http://x.example.com/v1", false);
    row(url, "http://127.0.0.1.example.com/v1", false);
    row(url, "ftp://x.example.com", false);
    row(url, "https://user:pw@x.example.com/v1", false);
    row(url, "https://x.example.com/v1?token=1", false);
    row(url, "https://x.example.com/v1#a", false);
    row(url, "https:///v1", false);
    row(query, "per_page=50", true);
    row(query, "a b", false);
    row(query, "a#b", false);
    row(poll, "30", true);
    row(poll, "0", false);
    row(poll, "soon", false);
}

void TestClientApi::settingsAreChecked()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(bool, good);
    AccountConfig config;
    config.backend = QStringLiteral("client-api");
    config.settings.insert(baseUrlSetting, QStringLiteral("https://x.example.com"));
    config.settings.insert(field, value);
    QString problem;
    QCOMPARE(bool(backends::createBackend(config, QStringLiteral("t"), &problem)), good);
    QCOMPARE(problem, good ? QString() : field);
}

QTEST_GUILESS_MAIN(TestClientApi)
#include "tst_clientapi.moc"
