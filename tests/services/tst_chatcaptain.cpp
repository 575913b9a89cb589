// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/chatcaptain/descriptor.h"
#include "tests/support/chatcaptaincases.h"
#include "tests/support/everycase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace inbox;
using namespace inbox::domain;
using backends::Backend;
using tests::answering;
using tests::FaultReply;
using tests::FaultServer;
using tests::ReceivedRequest;
using tests::chatcaptain::backendAt;
using tests::chatcaptain::Case;
using tests::chatcaptain::cases;
using tests::chatcaptain::conversationAnswer;
using tests::chatcaptain::conversationX;
using tests::chatcaptain::Operation;
using Act = FaultReply::Act;
namespace api = backends::chatcaptain;

namespace {

AccountConfig config(const QMap<QString, QString> &settings)
{
    AccountConfig config;
    config.id = AccountId(QStringLiteral("acc"));
    config.backend = QStringLiteral("chatcaptain");
    config.settings = {{baseUrlSetting, QStringLiteral("https://api.example.com")},
                       {api::chatbotSetting, QStringLiteral("bot")}};
    config.settings.insert(settings);
    return config;
}

} // namespace

// Every operation of the ChatCaptain API over a real socket: what it sends, and what it makes of each answer.
class TestChatCaptain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { tests::failOnAnyWarning(); }

    void operationSendsExactly_data() { addCases(); }
    void operationSendsExactly();
    void operationTakes201_data() { addCases(); }
    void operationTakes201();
    void operationReportsRefusal_data();
    void operationReportsRefusal();
    void errorInASuccessIsAFailureWithItsText_data() { addCases(); }
    void errorInASuccessIsAFailureWithItsText();
    void errorBesideTheDataLosesNothing();
    void errorTextsHoldNoSecret();
    void lostAnswerOfAWriteIsUnknownAndSentOnce_data() { addCases(); }
    void lostAnswerOfAWriteIsUnknownAndSentOnce();
    void emptyAnswerIsEnoughWhereNothingIsNeeded_data() { addCases(); }
    void emptyAnswerIsEnoughWhereNothingIsNeeded();
    void notDeletedIsARefusal();
    void nothingFoundIsNoFailure();
    void wholeListIsCapped();
    void forbiddenNamesThePermission_data() { addCases(); }
    void forbiddenNamesThePermission();
    void newSecretBringsCapabilitiesBack();
    void secretCannotStartAHeader();
    void namesComeWithLaterAnswers();
    void withoutAWorkspaceColleaguesAreMissing();
    void whatTheApiCannotDoIsUnsupported();
    void oddIdsAreNeverSent_data();
    void oddIdsAreNeverSent();
    void undocumentedValuesAreNeverSent();
    void aKnownContactIsNamedNotMadeAnew();
    void aYesToACreationWillDo_data();
    void aYesToACreationWillDo();
    void aSnoozeIsEndedByThePresentTime();
    void filesGetTheKeyAtHomeOnly();
    void everyOperationHasACase();
    void operationTableIsInOrder();
    void effectsAreAsAgreed();
    void missingCapabilitiesHaveReasons();
    void settingsAreChecked_data();
    void settingsAreChecked();

private:
    void addCases() const { tests::addRows(cases()); }
};

void TestChatCaptain::operationSendsExactly()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    FaultServer server(answering(c.answer));
    const auto backend = backendAt(server.url());
    QVERIFY2(tests::ended(c.start(*backend)), c.name);
    QCOMPARE(server.count(), 1);
    const ReceivedRequest request = server.requests().constFirst();
    QCOMPARE(request.line(), c.line);
    if (c.bodyIsPattern) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(QString::fromUtf8(c.body)));
        QVERIFY2(pattern.match(QString::fromUtf8(request.body)).hasMatch(), request.body.constData());
    } else {
        QCOMPARE(request.body, c.body);
    }
    QCOMPARE(request.header("x-chatcaptain-key"), QByteArray("canary-key"));
    QVERIFY(request.header("Authorization").isEmpty());
    const QByteArray type = isWrite(c) ? QByteArray("application/json") : QByteArray();
    QCOMPARE(request.header("Content-Type"), type);
    QCOMPARE(request.header("Content-Length"),
             isWrite(c) ? QByteArray::number(request.body.size()) : QByteArray());
}

void TestChatCaptain::operationTakes201()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    FaultServer server(answering(c.answer, 201));
    const auto backend = backendAt(server.url());
    QVERIFY(tests::ended(c.start(*backend)));
}

void TestChatCaptain::operationReportsRefusal_data()
{
    tests::addRows(cases(),
                   {{400, ErrorKind::Rejected, Outcome::Refused},
                    {401, ErrorKind::BadCredential, Outcome::Refused},
                    {403, ErrorKind::Forbidden, Outcome::Refused},
                    {404, ErrorKind::NotFound, Outcome::Refused},
                    {429, ErrorKind::RateLimited, Outcome::Refused},
                    {500, ErrorKind::ServerError, Outcome::Unknown}});
}

void TestChatCaptain::operationReportsRefusal()
{
    QFETCH(int, index);
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(Outcome, outcome);
    FaultServer server(answering(R"({"message":"Invalid input data.","statusCode":0})", status));
    const auto backend = backendAt(server.url());
    const auto result = tests::ended(cases().at(index).start(*backend));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().outcome, outcome);
    QCOMPARE(result.error().detail, QStringLiteral("Invalid input data."));
    QCOMPARE(server.count(), 1);
}

void TestChatCaptain::errorInASuccessIsAFailureWithItsText()
{
    QFETCH(int, index);
    const QList<QByteArray> answers{
        R"({"error":"The channel is not connected."})",
        R"({"conversation":null,"conversations":[],"message":null,"messages":[],"deleted":false,"tags":[],
            "teams":[],"views":[],"answers":[],"agents":[],"channels":[],"results":null,"contact":null,
            "users":[],"error":"The channel is not connected."})"};
    for (const QByteArray &answer : answers) {
        FaultServer server(answering(answer, index % 2 == 0 ? 200 : 201));
        const auto backend = backendAt(server.url());
        const auto result = tests::ended(cases().at(index).start(*backend));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Rejected);
        QCOMPARE(result.error().outcome, Outcome::Refused);
        QCOMPARE(result.error().detail, QStringLiteral("The channel is not connected."));
        QCOMPARE(server.count(), 1);
    }
}

void TestChatCaptain::errorBesideTheDataLosesNothing()
{
    FaultServer server(answering(R"({"conversations":[{"id":"a"}],"error":"Two of three."})"));
    const auto backend = backendAt(server.url());
    const auto page = tests::ended(backend->conversations({}));
    QVERIFY(page);
    QCOMPARE(page->items.size(), 1);
    QCOMPARE(page->unreadable, 1); // so that nobody takes what is missing for deleted
    QTRY_COMPARE(backend->remarks(), QStringList{QStringLiteral("Two of three.")});

    server.setScript(answering(R"({"message":{"id":"m","content":{"text":"Hi"}},"error":"Not delivered."})"));
    const auto message = tests::ended(backend->sendText(conversationX, QStringLiteral("Hi"), {}));
    QVERIFY(message);
    QCOMPARE(message->status.value, DeliveryStatus::Error);
    QCOMPARE(message->latestError->originalMessage, QStringLiteral("Not delivered."));

    server.setScript(answering(R"({"conversation":{"id":"a","state":3},"error":""})"));
    QVERIFY(tests::ended(backend->conversation(conversationX)));

    QSignalSpy changed(backend.get(), &Backend::remarksChanged);
    server.setScript(answering(R"({"error":"No."})")); // a refusal says nothing of what was told before
    QVERIFY(!tests::ended(backend->conversations({})));
    QVERIFY(backend->remarks().contains(QStringLiteral("Two of three.")));
    server.setScript(answering(R"({"conversations":[{"id":"a"}]})"));
    QVERIFY(tests::ended(backend->conversations({})));
    QTRY_COMPARE(backend->remarks(), QStringList{QStringLiteral("Not delivered.")});
    QCOMPARE(changed.size(), 1);
}

void TestChatCaptain::errorTextsHoldNoSecret()
{
    FaultServer server(
        answering(R"({"error":"The key canary-key may not https://x.example/?token=abc do this"})"));
    const auto backend = backendAt(server.url());
    const auto result = tests::ended(backend->markRead(conversationX));
    QVERIFY(!result);
    QVERIFY(!result.error().detail.contains(QLatin1String("canary")));
    QVERIFY(!result.error().detail.contains(QLatin1String("abc")));
}

void TestChatCaptain::lostAnswerOfAWriteIsUnknownAndSentOnce()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    FaultServer server([](const auto &) { return FaultReply::fault(Act::Close); });
    const auto backend = backendAt(server.url());
    if (isWrite(c))
        tests::expectPreventedResend();
    const auto result = tests::ended(c.start(*backend));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::ConnectionLost);
    QCOMPARE(result.error().outcome, Outcome::Unknown);
    if (isWrite(c))
        QCOMPARE(server.count(), 1);
}

void TestChatCaptain::emptyAnswerIsEnoughWhereNothingIsNeeded()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    for (const FaultReply &empty : {FaultReply::empty(200), FaultReply::empty(204), FaultReply::json("{}")}) {
        FaultServer server([&](const ReceivedRequest &request) {
            return request.number > 1 ? FaultReply::json(conversationAnswer()) : empty;
        });
        const auto backend = backendAt(server.url());
        const auto result = tests::ended(c.start(*backend));
        const bool isFind = c.operation == Operation::FindConversation && !empty.body.isEmpty();
        const bool enough = !api::factsOf(c.operation).answerNeeded || isFind;
        QCOMPARE(result.has_value(), enough);
        if (!enough) {
            QCOMPARE(result.error().kind, ErrorKind::NotThisApi);
            QCOMPARE(result.error().outcome, Outcome::Unknown);
        }
        // A changed conversation is read back; nothing is written twice.
        const bool readsBack = c.line.startsWith("PATCH") && !c.line.endsWith("/notes");
        QCOMPARE(server.count(), readsBack ? 2 : 1);
        if (readsBack)
            QCOMPARE(server.requests().at(1).verb, QByteArray("GET"));
    }
}

void TestChatCaptain::notDeletedIsARefusal()
{
    FaultServer server(answering(R"({"deleted":false})"));
    const auto backend = backendAt(server.url());
    const auto result = tests::ended(backend->deleteConversation(conversationX));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Rejected);
    QCOMPARE(result.error().outcome, Outcome::Refused);
}

void TestChatCaptain::nothingFoundIsNoFailure()
{
    for (const QByteArray answer :
         {"{}", R"({"conversation":null})", R"({"conversation":null,"error":""})"}) {
        FaultServer server(answering(answer));
        const auto backend = backendAt(server.url());
        const auto found =
            tests::ended(backend->findConversation(LineId(QStringLiteral("ch1")), QStringLiteral("p")));
        QVERIFY(found);
        QVERIFY(!*found);
    }
}

void TestChatCaptain::wholeListIsCapped()
{
    constexpr qint64 cap = 2 * net::mebibyte;
    FaultServer server(answering(R"({"conversations":[)" + QByteArray(cap, ' ') + "]}"));
    AccountConfig account = config({{api::capSetting, QStringLiteral("2")}});
    account.settings.insert(baseUrlSetting, server.url().toString());
    const auto capped = backends::createBackend(account, QStringLiteral("k"));
    QVERIFY(capped);
    const auto result = tests::ended(capped->conversations({}));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TooLarge);
    account.settings.remove(api::capSetting);
    const auto ordinary = backends::createBackend(account, QStringLiteral("k"));
    QVERIFY(tests::ended(ordinary->conversations({})));
}

void TestChatCaptain::forbiddenNamesThePermission()
{
    QFETCH(int, index);
    const Case c = cases().at(index);
    const api::OperationFacts &facts = api::factsOf(c.operation);
    FaultServer server(answering(R"({"message":"Insufficient permissions."})", 403));
    const auto backend = backendAt(server.url());
    const Capabilities before = backend->capabilities();
    const QSignalSpy changed(backend.get(), &Backend::capabilitiesChanged);
    const auto result = tests::ended(c.start(*backend));
    QVERIFY(!result);
    QCOMPARE(result.error().permission, QLatin1String(facts.permission));
    for (const Capability capability : facts.capabilities) {
        QVERIFY(before.has(capability));
        const auto reason = backend->capabilities().reason(capability);
        QVERIFY(reason);
        QCOMPARE(reason->why, Unavailable::Why::Forbidden);
        QCOMPARE(reason->permission, QLatin1String(facts.permission));
    }
    QCOMPARE(changed.count(), facts.capabilities.isEmpty() ? 0 : 1);
}

void TestChatCaptain::newSecretBringsCapabilitiesBack()
{
    FaultServer server(answering(R"({"message":"Missing permission: chatbots.other.edit"})", 403));
    const auto backend = backendAt(server.url());
    const auto result = tests::ended(backend->update(conversationX, {ConversationStatus::Done, {}}));
    QCOMPARE(result.error().permission, QStringLiteral("chatbots.other.edit")); // the server knows best
    QVERIFY(!backend->capabilities().has(Capability::SetStatus));
    backend->setSecret(QStringLiteral("another"));
    QVERIFY(backend->capabilities().has(Capability::SetStatus));
}

void TestChatCaptain::secretCannotStartAHeader()
{
    FaultServer server(answering(R"({"conversations":[]})"));
    const auto backend = backendAt(server.url());
    backend->setSecret(QStringLiteral(" key\r\nX-Evil: 1 "));
    QVERIFY(tests::ended(backend->probe()));
    QCOMPARE(server.requests().constFirst().header("x-chatcaptain-key"), QByteArray("keyX-Evil: 1"));
    QVERIFY(server.requests().constFirst().header("X-Evil").isEmpty());
}

void TestChatCaptain::namesComeWithLaterAnswers()
{
    FaultServer server([](const ReceivedRequest &request) {
        if (request.target.endsWith("/channels"))
            return FaultReply::json(R"({"channels":[{"id":"ch1","name":"Support","type":"meta-whatsapp"}]})");
        if (request.target.endsWith("/users"))
            return FaultReply::json(R"({"users":[{"userId":"op1","name":"Ben"}]})");
        return FaultReply::json(conversationAnswer());
    });
    const auto backend = backendAt(server.url());
    auto before = tests::ended(backend->conversation(conversationX));
    QVERIFY(before);
    QCOMPARE(before->assignee->id.value(), QStringLiteral("op1"));
    QCOMPARE(before->assignee->name, QString());
    backend->learnNames();
    QTRY_COMPARE(server.count(), 3);
    const auto named = [&] {
        const auto now = tests::ended(backend->conversation(conversationX));
        return now && now->assignee->name == QLatin1String("Ben")
            && now->line->name == QLatin1String("Support");
    };
    QTRY_VERIFY(named());
}

void TestChatCaptain::withoutAWorkspaceColleaguesAreMissing()
{
    FaultServer server(answering("{}"));
    const auto backend = backendAt(server.url(), {});
    QVERIFY(!backend->capabilities().has(Capability::CustomerUsers));
    const auto result = tests::ended(backend->customerUsers({}));
    QCOMPARE(result.error().kind, ErrorKind::Unsupported);
    QCOMPARE(server.count(), 0);
}

void TestChatCaptain::whatTheApiCannotDoIsUnsupported()
{
    FaultServer server(answering("{}"));
    const auto backend = backendAt(server.url());
    const MessageId m(QStringLiteral("m"));
    const auto isUnsupported = [](const auto &result) {
        return !result && result.error().kind == ErrorKind::Unsupported
            && result.error().outcome == Outcome::NotSent;
    };
    QVERIFY(isUnsupported(tests::ended(backend->restart(conversationX))));
    QVERIFY(isUnsupported(tests::ended(backend->duplicate(conversationX, m))));
    QVERIFY(isUnsupported(tests::ended(backend->react(conversationX, m, QStringLiteral("👍")))));
    QVERIFY(isUnsupported(tests::ended(backend->editNote(conversationX, NoteId(), QStringLiteral("x")))));
    QVERIFY(isUnsupported(tests::ended(backend->settings())));
    QVERIFY(isUnsupported(tests::ended(backend->sendText(conversationX, QStringLiteral("x"), m))));
    QCOMPARE(server.count(), 0);
}

void TestChatCaptain::oddIdsAreNeverSent_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("none") << QString();
    QTest::newRow("here") << QStringLiteral(".");
    QTest::newRow("up") << QStringLiteral("..");
    QTest::newRow("line break") << QStringLiteral("a\r\nb");
    QTest::newRow("nul") << QStringLiteral("a") + QChar(0);
    QTest::newRow("endless") << QString(501, u'x');
}

void TestChatCaptain::oddIdsAreNeverSent()
{
    QFETCH(QString, id);
    FaultServer server(answering("{}"));
    const auto backend = backendAt(server.url());
    const auto result = tests::ended(backend->deleteConversation(ConversationId(id)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::LocalFailure);
    QCOMPARE(result.error().outcome, Outcome::NotSent);
    QCOMPARE(server.count(), 0);
}

void TestChatCaptain::undocumentedValuesAreNeverSent()
{
    FaultServer server(answering("{}"));
    const auto backend = backendAt(server.url());
    const auto isRefused = [](const auto &result) {
        return !result && result.error().kind == ErrorKind::LocalFailure
            && result.error().outcome == Outcome::NotSent;
    };
    // -1 and what nobody has named are shown, never written.
    QVERIFY(isRefused(tests::ended(backend->update(conversationX, {ConversationStatus::Unknown, {}}))));
    QVERIFY(isRefused(tests::ended(backend->update(conversationX, {{}, UserId()})))); // how to is not known
    QVERIFY(isRefused(tests::ended(backend->update(conversationX, {}))));
    QVERIFY(isRefused(tests::ended(backend->assignTeam(conversationX, TeamId()))));
    QVERIFY(isRefused(tests::ended(backend->rename(conversationX, QStringLiteral(" ")))));
    QVERIFY(isRefused(tests::ended(backend->setLanguage(conversationX, {}))));
    QVERIFY(isRefused(tests::ended(backend->sendText(conversationX, QStringLiteral(" \n"), {}))));
    QVERIFY(isRefused(tests::ended(backend->addNote(conversationX, QStringLiteral(" ")))));
    QVERIFY(isRefused(tests::ended(backend->triggerEvent(conversationX, {}))));
    QVERIFY(isRefused(tests::ended(backend->findConversation({}, QStringLiteral("p")))));
    backends::NewConversation what;
    what.contact = CustomerId(QStringLiteral("c"));
    what.line = LineId(QStringLiteral("l"));
    what.name = QStringLiteral("n");
    what.channel = QStringLiteral("pigeon");
    QVERIFY(isRefused(tests::ended(backend->createConversation(what))));
    api::ConversationPatch patch;
    patch.lastMessage = QJsonObject{{QStringLiteral("hologram"), QJsonObject()}};
    QVERIFY(isRefused(tests::ended(backend->patch(Operation::Update, conversationX, patch))));
    QCOMPARE(server.count(), 0);
}

void TestChatCaptain::aKnownContactIsNamedNotMadeAnew()
{
    FaultServer server(answering(R"({"channels":[{"id":"ch1","type":"meta-whatsapp","name":"Shop"}]})"));
    const auto backend = backendAt(server.url());
    QVERIFY(tests::ended(backend->lines())); // tells the channel's type, which has to be named
    server.setScript(answering(conversationAnswer(), 201));
    OpeningRequest what;
    what.plan.line = LineId(QStringLiteral("ch1"));
    what.recipients.resize(1);
    Recipient &one = what.recipients.first();
    one.contact = CustomerId(QStringLiteral("ct1"));
    one.name = QStringLiteral("Maria Keller");
    one.phone = QStringLiteral("+4915112345678");
    one.email = QStringLiteral("maria@example.com");
    Result<backends::OpeningAnswer> opened;
    const auto open = [&] {
        opened = tests::ended(backend->open(what));
        return opened.has_value();
    };
    QVERIFY(QTest::qWaitFor(open)); // until the type was taken in, nothing leaves
    QCOMPARE(server.count(), 2);
    QCOMPARE(opened->results.size(), 1);
    QCOMPARE(opened->results.first().state, RecipientResult::State::Sent);
    QCOMPARE(opened->results.first().conversation, opened->opened.first().conversation.key.id);
    ReceivedRequest request = server.requests().constLast();
    QCOMPARE(request.line(), QByteArray("POST /v1/chatbots/bot%201/conversations"));
    QCOMPARE(request.body,
             QByteArray(R"({"conversation":{"channelId":"ch1","channelType":"meta-whatsapp",)"
                        R"("contactId":"ct1","environment":"prod","name":"Maria Keller"}})"));

    what.plan.environment = QStringLiteral("test");
    QVERIFY(tests::ended(backend->open(what)));
    request = server.requests().constLast();
    QCOMPARE(request.body,
             QByteArray(R"({"conversation":{"channelId":"ch1","channelType":"meta-whatsapp",)"
                        R"("contactId":"ct1","environment":"test","name":"Maria Keller"}})"));

    // Somebody new is made by another request, which has no environment.
    one.contact = {};
    QVERIFY(tests::ended(backend->open(what)));
    request = server.requests().constLast();
    QCOMPARE(request.line(), QByteArray("POST /v1/inbox/bot%201/conversations"));
    QCOMPARE(request.body,
             QByteArray(R"({"channelId":"ch1","email":"maria@example.com",)"
                        R"("name":"Maria Keller","phone":"+4915112345678"})"));

    // What is not documented does not leave, nor does a channel whose type is not known.
    const int before = server.count();
    one.contact = CustomerId(QStringLiteral("ct1"));
    what.plan.environment = QStringLiteral("moon");
    QCOMPARE(tests::ended(backend->open(what)).error().outcome, Outcome::NotSent);
    what.plan.environment.clear();
    what.plan.line = LineId(QStringLiteral("ch2"));
    QCOMPARE(tests::ended(backend->open(what)).error().outcome, Outcome::NotSent);
    QCOMPARE(server.count(), before);
}

void TestChatCaptain::aYesToACreationWillDo_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("conversation");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("state"); // -1: a failure

    const int sent = int(RecipientResult::State::Sent);
    QTest::newRow("an empty body") << QByteArray() << QString() << QString() << sent;
    QTest::newRow("nothing in it") << QByteArray("{}") << QString() << QString() << sent;
    QTest::newRow("no conversation") << QByteArray(R"({"conversation":null,"error":""})") << QString()
                                     << QString() << sent;
    QTest::newRow("its id") << QByteArray(R"({"conversationId":"c9"})") << QStringLiteral("c9") << QString()
                            << sent;
    QTest::newRow("both") << QByteArray(R"({"conversation":{"id":"c9"},"error":"No greeting."})")
                          << QStringLiteral("c9") << QStringLiteral("No greeting.") << sent;
    QTest::newRow("a no") << QByteArray(R"({"conversation":null,"error":"No."})") << QString() << QString()
                          << -1;
    QTest::newRow("another API") << QByteArray(R"({"message":"hello"})") << QString() << QString() << -1;
    QTest::newRow("a list") << QByteArray("[]") << QString() << QString() << -1;
}

void TestChatCaptain::aYesToACreationWillDo()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, conversation);
    QFETCH(QString, reason);
    QFETCH(int, state);
    FaultServer server([&](const ReceivedRequest &) {
        return answer.isEmpty() ? FaultReply::empty(201) : FaultReply::json(answer, 201);
    });
    const auto backend = backendAt(server.url());
    OpeningRequest what;
    what.plan.line = LineId(QStringLiteral("ch1"));
    what.recipients.resize(1);
    what.recipients.first().name = QStringLiteral("Maria Keller");
    const auto opened = tests::ended(backend->open(what));
    QCOMPARE(opened ? int(opened->results.value(0).state) : -1, state);
    QCOMPARE(server.count(), 1);
    if (!opened)
        return;
    QCOMPARE(opened->results.size(), 1);
    QCOMPARE(opened->results.first().conversation.value(), conversation);
    QCOMPARE(opened->results.first().reason, reason);
}

void TestChatCaptain::aSnoozeIsEndedByThePresentTime()
{
    // As the server stores it, so it answers.
    FaultServer server([](const ReceivedRequest &request) {
        QJsonObject conversation =
            QJsonDocument::fromJson(request.body).object().value(QStringLiteral("conversation")).toObject();
        conversation.insert(QStringLiteral("id"), QStringLiteral("x"));
        const QJsonObject answer{{QStringLiteral("conversation"), conversation}};
        return FaultReply::json(QJsonDocument(answer).toJson());
    });
    const auto backend = backendAt(server.url());
    QVERIFY(backend->capabilities().has(Capability::Unsnooze));
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const auto woken = tests::ended(backend->snooze(conversationX, QDateTime()));
    QVERIFY(woken);
    QVERIFY(!woken->snoozeUntil); // it is over
    const QJsonObject sent = QJsonDocument::fromJson(server.requests().constFirst().body)
                                 .object()
                                 .value(QStringLiteral("conversation"))
                                 .toObject();
    QCOMPARE(sent.keys(), QStringList{QStringLiteral("snoozed")});
    const QDateTime until =
        QDateTime::fromString(sent.value(QStringLiteral("snoozed")).toString(), Qt::ISODateWithMs);
    QVERIFY(std::abs(before.secsTo(until)) < 60);

    const QDateTime later = before.addDays(1);
    const auto asleep = tests::ended(backend->snooze(conversationX, later));
    QVERIFY(asleep);
    QCOMPARE(asleep->snoozeUntil, later);
}

void TestChatCaptain::filesGetTheKeyAtHomeOnly()
{
    const auto file = [](const auto &) { return FaultReply{Act::Answer, 200, "image/png", "bytes"}; };
    FaultServer home(file);
    FaultServer elsewhere(file);
    const auto backend = backendAt(home.url());
    const QTemporaryDir dir;
    MediaContent media;
    media.downloadUrl = home.url(QStringLiteral("/f.png"));
    QVERIFY(tests::ended(backend->download(media, {dir.filePath(QStringLiteral("a")), 100, {}})));
    QCOMPARE(home.requests().constFirst().header("x-chatcaptain-key"), QByteArray("canary-key"));
    media.downloadUrl = elsewhere.url(QStringLiteral("/f.png"));
    QVERIFY(tests::ended(backend->download(media, {dir.filePath(QStringLiteral("b")), 100, {}})));
    QVERIFY(elsewhere.requests().constFirst().header("x-chatcaptain-key").isEmpty());
    const auto nowhere = tests::ended(backend->download({}, {dir.filePath(QStringLiteral("c")), 100, {}}));
    QCOMPARE(nowhere.error().kind, ErrorKind::Unsupported);
}

void TestChatCaptain::everyOperationHasACase()
{
    QSet<int> covered{int(Operation::DownloadFile)};
    const QList<Case> all = cases();
    for (const Case &c : all)
        covered.insert(int(c.operation));
    QCOMPARE(covered.size(), api::operations().size());
}

void TestChatCaptain::operationTableIsInOrder()
{
    QSet<QByteArray> names;
    for (int i = 0; i < api::operations().size(); ++i) {
        QCOMPARE(int(api::operations().at(i).operation), i);
        names.insert(api::operations().at(i).name);
        QCOMPARE(api::factsOf(QByteArray(api::operations().at(i).name))->operation, Operation(i));
    }
    QCOMPARE(names.size(), api::operations().size());
}

void TestChatCaptain::effectsAreAsAgreed()
{
    const QSet<Operation> sends{Operation::CreateConversation,
                                Operation::HandleMessage,
                                Operation::HandleEvent,
                                Operation::HandlePayload,
                                Operation::CustomEvent,
                                Operation::SendText,
                                Operation::AddNotes};
    for (const api::OperationFacts &facts : api::operations()) {
        Effect expected = QByteArray(facts.verb) == "GET" ? Effect::Read : Effect::SafeWrite;
        if (sends.contains(facts.operation))
            expected = Effect::Sends;
        else if (facts.operation == Operation::StartConversation)
            expected = Effect::CostsMoney;
        QVERIFY2(facts.effect == expected, facts.name);
    }
}

void TestChatCaptain::missingCapabilitiesHaveReasons()
{
    const Capabilities capabilities = api::capabilitiesOf(false);
    for (int i = 0; i <= int(Capability::ShowContact); ++i) {
        const bool named = capabilities.has(Capability(i)) || capabilities.missing().contains(Capability(i));
        QVERIFY2(named, QByteArray::number(i).constData());
    }
}

void TestChatCaptain::settingsAreChecked_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("good");
    QTest::newRow("as it is") << QString(api::workspaceSetting) << QString() << true;
    QTest::newRow("a workspace") << QString(api::workspaceSetting) << QStringLiteral("w") << true;
    QTest::newRow("workspace upwards") << QString(api::workspaceSetting) << QStringLiteral("..") << false;
    QTest::newRow("no chatbot") << QString(api::chatbotSetting) << QStringLiteral(" ") << false;
    QTest::newRow("plain http") << QString(baseUrlSetting) << QStringLiteral("http://example.com") << false;
    QTest::newRow("test only") << QString(api::environmentSetting) << QStringLiteral("test") << true;
    QTest::newRow("all in one") << QString(api::environmentSetting) << QStringLiteral("all") << true;
    QTest::newRow("no environment") << QString(api::environmentSetting) << QStringLiteral("moon") << false;
    QTest::newRow("one channel") << QString(api::channelSetting) << QStringLiteral("ch 1") << true;
    QTest::newRow("one contact") << QString(api::contactSetting) << QStringLiteral("ct1") << true;
    QTest::newRow("a cap") << QString(api::capSetting) << QStringLiteral("128") << true;
    QTest::newRow("no cap") << QString(api::capSetting) << QStringLiteral("0") << false;
    QTest::newRow("cap in words") << QString(api::capSetting) << QStringLiteral("much") << false;
    QTest::newRow("cap over all") << QString(api::capSetting) << QStringLiteral("4096") << false;
    QTest::newRow("pause in words") << QString(pollSecondsSetting) << QStringLiteral("often") << false;
}

void TestChatCaptain::settingsAreChecked()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(bool, good);
    QString problem;
    const auto backend = backends::createBackend(config({{field, value}}), QStringLiteral("k"), &problem);
    QCOMPARE(bool(backend), good);
    QCOMPARE(problem, good ? QString() : field);
}

QTEST_GUILESS_MAIN(TestChatCaptain)
#include "tst_chatcaptain.moc"
