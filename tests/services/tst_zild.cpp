// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/openingfields.h"
#include "services/backends/zild/decoders.h"
#include "services/backends/zild/descriptor.h"
#include "services/backends/zild/encoders.h"
#include "services/backends/zild/zildbackend.h"
#include "services/demo/server.h"
#include "tests/support/faultserver.h"
#include "tests/support/httptest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::backends::zild;
using backends::OpeningAnswer;
using backends::takesOpeningField;
using tests::FaultReply;
using tests::FaultServer;
using tests::ReceivedRequest;
using Row = RecipientResult::State;

namespace {

const AccountId account(QStringLiteral("acc"));

Recipient recipient(const char *phone, const char *name = "")
{
    Recipient made;
    made.phone = QLatin1String(phone);
    made.name = QString::fromUtf8(name);
    return made;
}

OpeningRequest request(std::initializer_list<const char *> phones)
{
    OpeningRequest made;
    for (const char *phone : phones)
        made.recipients << recipient(phone);
    return made;
}

QByteArray jwt(const QByteArray &claims)
{
    return "e30." + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".sig";
}

OpeningAnswer decoded(const QByteArray &answer, const QList<Recipient> &recipients)
{
    const auto all = decodeOpening(QJsonDocument::fromJson(answer), account, recipients);
    return all.value.value_or(OpeningAnswer());
}

QString states(const OpeningAnswer &answer)
{
    QString all;
    for (const RecipientResult &result : answer.results) {
        all += result.state == Row::Sent ? u'S' : result.state == Row::Failed ? u'F' : u'?';
        all += result.conversation.value() + u' ';
    }
    return all.trimmed();
}

QString detail(const QList<LabelledValue> &details, const char *label)
{
    for (const LabelledValue &value : details) {
        if (value.label == QLatin1String(label))
            return value.value;
    }
    return {};
}

// With a value in every field the documentation has.
QByteArray everything()
{
    QFile file(QStringLiteral(INBOX_SOURCE_DIR) + QLatin1String("/tests/data/zild/conversations.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("test data is missing");
    return file.readAll();
}

} // namespace

class TestZild : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { tests::failOnAnyWarning(); }
    void onePersonIsWrittenTo();
    void everyFieldIsSent();
    void manyAreWrittenToAtOnce();
    void whatIsNotDocumentedIsRefused_data();
    void whatIsNotDocumentedIsRefused();
    void everythingIsRead();
    void anyShapeIsRead_data();
    void anyShapeIsRead();
    void recipientsAreKnownAgain_data();
    void recipientsAreKnownAgain();
    void aFailureHasItsWords();
    void failuresAreWhatTheyAre_data();
    void failuresAreWhatTheyAre();
    void itIsNeverSentTwice();
    void theTokenSaysWhenItEnds_data();
    void theTokenSaysWhenItEnds();
    void nothingElseCanBeDone();
    void theDemoSpeaksIt();
};

void TestZild::onePersonIsWrittenTo()
{
    FaultServer server([](const ReceivedRequest &) { return FaultReply::json(everything()); });
    ZildBackend backend(account, server.url(), QStringLiteral("Bearer a.b.c\n"));
    OpeningRequest what = request({"+4915112345678"});
    what.plan.fields = {{QStringLiteral("conversationTemplateId"), QStringLiteral("12")},
                        {QStringLiteral("botId"), QString()}};
    const auto answer = tests::ended(backend.open(what));
    QVERIFY(answer);
    QCOMPARE(states(*answer), QStringLiteral("S7"));
    QCOMPARE(answer->results.at(0).message, MessageId(QStringLiteral("70")));
    QCOMPARE(server.count(), 1);
    const ReceivedRequest sent = server.requests().constFirst();
    QCOMPARE(sent.line(), QByteArray("POST /api/Conversation/proactive-conversation"));
    QCOMPARE(sent.body, QByteArray(R"({"conversationTemplateId":12,"recipient":["+4915112345678"]})"));
    QCOMPARE(sent.header("authorization"), QByteArray("Bearer a.b.c"));
    QCOMPARE(sent.header("content-type"), QByteArray("application/json"));
}

void TestZild::everyFieldIsSent()
{
    OpeningRequest what = request({"+4915112345678", "+4915112345679"});
    what.plan.fields = {{QStringLiteral("channelId"), QStringLiteral("1")},
                        {QStringLiteral("botId"), QStringLiteral("2")},
                        {QStringLiteral("liveAgent"), QStringLiteral("false")},
                        {QStringLiteral("conversationTemplateId"), QStringLiteral("3")},
                        {QStringLiteral("counterpartUserId"), QStringLiteral("4")},
                        {QStringLiteral("userId"), QStringLiteral("5")},
                        {QStringLiteral("queueId"), QStringLiteral("2147483647")},
                        {QStringLiteral("accountIds"), QStringLiteral("7\n 8 \n\n")},
                        {QStringLiteral("contactIds"), QStringLiteral("9")},
                        {QStringLiteral("conversationIntegrationType"), QStringLiteral("18")}};
    for (Recipient &one : what.recipients)
        one.variables = {{QStringLiteral("1"), QStringLiteral("Grüße \"x\"")}};
    QCOMPARE(
        encodeOpening(what).value_or(QByteArray()),
        QByteArray(R"({"accountIds":[7,8],"botId":2,"channelId":1,"contactIds":[9],)"
                   R"("contentVariables":{"1":"Grüße \"x\""},"conversationIntegrationType":18,)"
                   R"("conversationTemplateId":3,"counterpartUserId":4,"liveAgent":false,)"
                   R"("queueId":2147483647,"recipient":["+4915112345678","+4915112345679"],"userId":5})"));
    // Each question of the form has its place in the body.
    for (const SettingField &field : openingForm().fields) {
        QVERIFY2(what.plan.fields.contains(field.id), qPrintable(field.id));
        QVERIFY2(takesOpeningField(QStringLiteral("zild"), field.id, what.plan.fields.value(field.id)),
                 qPrintable(field.id));
        QVERIFY(takesOpeningField(QStringLiteral("zild"), field.id, QStringLiteral(" ")));
    }
}

void TestZild::manyAreWrittenToAtOnce()
{
    OpeningRequest what;
    QByteArray expected;
    for (int i = 0; i < 5000; ++i) {
        what.recipients << recipient(QByteArray("+49151" + QByteArray::number(1'000'000 + i)).constData());
        expected += (i ? ",\"" : "\"") + what.recipients.constLast().phone.toLatin1() + '"';
    }
    QCOMPARE(encodeOpening(what).value_or(QByteArray()), QByteArray("{\"recipient\":[" + expected + "]}"));
}

void TestZild::whatIsNotDocumentedIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");

    QTest::newRow("an unknown field") << QStringLiteral("price") << QStringLiteral("1");
    QTest::newRow("a word") << QStringLiteral("botId") << QStringLiteral("x");
    QTest::newRow("a fraction") << QStringLiteral("botId") << QStringLiteral("1.5");
    QTest::newRow("below zero") << QStringLiteral("botId") << QStringLiteral("-1");
    QTest::newRow("more than 32 bits") << QStringLiteral("botId") << QStringLiteral("2147483648");
    QTest::newRow("no such type") << QStringLiteral("conversationIntegrationType") << QStringLiteral("19");
    QTest::newRow("neither yes nor no") << QStringLiteral("liveAgent") << QStringLiteral("perhaps");
    QTest::newRow("one bad in a list") << QStringLiteral("contactIds") << QStringLiteral("1\nx");
    QTest::newRow("different words") << QStringLiteral("recipient") << QString();
}

void TestZild::whatIsNotDocumentedIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    FaultServer server([](const ReceivedRequest &) { return FaultReply::json("[]"); });
    ZildBackend backend(account, server.url(), QStringLiteral("a.b.c"));
    OpeningRequest what = request({"+4915112345678", "+4915112345679"});
    if (value.isEmpty())
        what.recipients[1].variables.insert(QStringLiteral("1"), QStringLiteral("x"));
    else
        what.plan.fields.insert(field, value);
    const auto answer = tests::ended(backend.open(what));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::LocalFailure);
    QCOMPARE(answer.error().outcome, Outcome::NotSent);
    QCOMPARE(answer.error().detail, field);
    QCOMPARE(server.count(), 0);
    // And is said before anything is begun.
    if (!value.isEmpty())
        QVERIFY(!takesOpeningField(QStringLiteral("zild"), field, value));
}

void TestZild::everythingIsRead()
{
    const auto all = decodeOpening(QJsonDocument::fromJson(everything()), account,
                                   {recipient("+4915112345678", "M. Muster")});
    QVERIFY(all.value);
    QVERIFY(all.problems.isEmpty());
    QCOMPARE(all.value->opened.size(), 1);
    const Conversation &c = all.value->opened.at(0).conversation;
    QCOMPARE(c.key, (ConversationKey{account, ConversationId(QStringLiteral("7"))}));
    QCOMPARE(c.status.value, ConversationStatus::Done);
    QCOMPARE(c.channel.value, Channel::WhatsApp);
    QCOMPARE(c.customer->name, QStringLiteral("Maria"));
    QCOMPARE(c.customer->displayId, QStringLiteral("+4915112345678"));
    QCOMPARE(c.assignee->name, QStringLiteral("Ben"));
    QCOMPARE(c.unreadCount, 2);
    QCOMPARE(c.tags, QList<TagId>{TagId(QStringLiteral("VIP"))});
    QCOMPARE(all.value->opened.at(0).messages.size(), 1);
    const Message &m = all.value->opened.at(0).messages.at(0);
    QCOMPARE(m.author.value, MessageAuthor::Agent);
    QCOMPARE(m.status.value, DeliveryStatus::Delivered);
    QCOMPARE(m.contents.size(), 2);
    QCOMPARE(std::get<MediaContent>(m.contents.at(1)).kind, MediaKind::Image);
    QCOMPARE(c.latestMessage, std::optional(m));

    // Each documented field that has no place of its own is told under the API's name, and no secret is.
    const QJsonObject fields = QJsonDocument::fromJson(everything()).array().at(0).toObject();
    static const QStringList elsewhere{QStringLiteral("id"),
                                       QStringLiteral("createdAt"),
                                       QStringLiteral("contactName"),
                                       QStringLiteral("userId"),
                                       QStringLiteral("messages"),
                                       QStringLiteral("channelId"),
                                       QStringLiteral("tags"),
                                       QStringLiteral("token"),
                                       QStringLiteral("totalUnreadedMessagesByUser"),
                                       QStringLiteral("dynamicVariables"),
                                       QStringLiteral("dataCollection")};
    for (const QString &name : fields.keys()) {
        if (!elsewhere.contains(name))
            QVERIFY2(!detail(c.details, qPrintable(name)).isEmpty(), qPrintable(name));
    }
    QCOMPARE(detail(c.details, "conversationType"), QStringLiteral("99"));
    QCOMPARE(detail(c.details, "dynamicVariables.a"), QStringLiteral("b"));
    QCOMPARE(detail(c.details, "dataCollection.c"), QStringLiteral("d"));
    QCOMPARE(detail(c.details, "fileUrl"), QStringLiteral("https://files.example.com/a.pdf"));
    QCOMPARE(detail(m.details, "messageStatus"), QStringLiteral("4"));
    QCOMPARE(detail(m.details, "contentVariables"), QStringLiteral("{\"1\":\"x\"}"));
    for (const LabelledValue &value : c.details)
        QVERIFY2(!value.value.contains(QLatin1String("CANARY")), qPrintable(value.label));
}

void TestZild::anyShapeIsRead_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("conversations"); // -1: it is another API's answer

    QTest::newRow("none") << QByteArray("[]") << 0;
    QTest::newRow("one object") << QByteArray(R"({"id":1})") << 1;
    QTest::newRow("ids as texts") << QByteArray(R"([{"id":"1"}])") << 1;
    QTest::newRow("no id") << QByteArray(R"([{"active":true}])") << -1;
    QTest::newRow("id zero") << QByteArray(R"([{"id":0}])") << -1;
    QTest::newRow("one of two") << QByteArray(R"([{"id":1},{"id":null},null,7])") << 1;
    QTest::newRow("another API") << QByteArray(R"({"message":"hello"})") << -1;
    QTest::newRow("nulls") << QByteArray(R"([{"id":1,"active":null,"from":null,"messages":null,"tags":null,
        "createdAt":null,"dynamicVariables":null,"userId":null,"contactName":null}])")
                           << 1;
    QTest::newRow("the date that means never")
        << QByteArray(R"([{"id":1,"createdAt":"0001-01-01T00:00:00","finishedAt":"0001-01-01T00:00:00"}])")
        << 1;
    QTest::newRow("wrong types") << QByteArray(R"([{"id":1,"active":"x","from":{},"messages":{"id":2},
        "tags":[null,{"id":5},{"name":7}],"createdAt":5,"userId":"x","totalUnreadedMessagesByUser":-1,
        "mediaUrl":"::","dynamicVariables":{"name":"a"}}])")
                                 << 1;
    QTest::newRow("an unknown number")
        << QByteArray(R"([{"id":1,"conversationType":1234,"agentType":-5,"messages":[{"id":1,
        "messageStatus":77}]}])")
        << 1;
}

void TestZild::anyShapeIsRead()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, conversations);
    const auto all = decodeOpening(QJsonDocument::fromJson(answer), account, {recipient("+491511234567")});
    QCOMPARE(all.value ? int(all.value->opened.size()) : -1, conversations);
    if (all.value) {
        QCOMPARE(all.value->results.size(), 1);
        for (const backends::OpenedConversation &opened : all.value->opened)
            QVERIFY(!opened.conversation.createdAt || opened.conversation.createdAt->date().year() > 1900);
    }
}

void TestZild::recipientsAreKnownAgain_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("expected"); // for +491511, +491522 named Eva, +491533 named Eva

    QTest::newRow("by whom it went to, in any order")
        << QByteArray(R"([{"id":2,"messages":[{"id":20,"to":"whatsapp:+491522"}]},
                          {"id":1,"messages":[{"id":10,"to":"00491511"}]}])")
        << QStringLiteral("S1 S2 ?");
    QTest::newRow("by who answers") << QByteArray(R"([{"id":1,"messages":[{"id":10,"from":"491511"}]}])")
                                    << QStringLiteral("S1 ? ?");
    QTest::newRow("by the conversation's number")
        << QByteArray(R"([{"id":1,"from":"+49 1511"},{"id":2,"contactName":"491522"}])")
        << QStringLiteral("S1 S2 ?");
    QTest::newRow("by a name two have: nobody can tell whose is whose")
        << QByteArray(R"([{"id":2,"contactName":"eva"},{"id":3,"contactName":"Eva"}])")
        << QStringLiteral("? ? ?");
    QTest::newRow("to somebody else")
        << QByteArray(R"([{"id":1,"messages":[{"id":10,"to":"+4930"}]}])") << QStringLiteral("? ? ?");
    QTest::newRow("without a word of anybody") << QByteArray(R"([{"id":1}])") << QStringLiteral("? ? ?");
    QTest::newRow("none") << QByteArray("[]") << QStringLiteral("? ? ?");
}

void TestZild::recipientsAreKnownAgain()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, expected);
    QCOMPARE(states(decoded(
                 answer, {recipient("+491511"), recipient("+491522", "Eva"), recipient("+491533", "Eva")})),
             expected);
    // Of one person only that one can be meant, unless the answer says otherwise.
    QCOMPARE(states(decoded(R"([{"id":1}])", {recipient("+491511")})), QStringLiteral("S1"));
    QCOMPARE(states(decoded(R"([{"id":1,"messages":[{"id":10,"to":"+4930"}]}])", {recipient("+491511")})),
             QStringLiteral("?"));
    // The same number twice was written to twice only if the answer says so twice.
    QCOMPARE(states(decoded(R"([{"id":1,"messages":[{"id":10,"to":"+491511"}]}])",
                            {recipient("+491511"), recipient("+491511")})),
             QStringLiteral("S1 ?"));
}

void TestZild::aFailureHasItsWords()
{
    const OpeningAnswer answer = decoded(
        R"([{"id":1,"messages":[{"id":10,"to":"+491511","sent":false,"errorCode":"63024",
        "errorMessage":"Not on WhatsApp"}]}])",
        {recipient("+491511")});
    QCOMPARE(states(answer), QStringLiteral("F1"));
    QCOMPARE(answer.results.at(0).reason, QStringLiteral("Not on WhatsApp (63024)"));
    const Message &m = answer.opened.at(0).messages.at(0);
    QCOMPARE(m.status.value, DeliveryStatus::Error);
    QCOMPARE(m.latestError->originalMessage, QStringLiteral("Not on WhatsApp (63024)"));
    QCOMPARE(detail(m.details, "errorCode"), QStringLiteral("63024"));
    QCOMPARE(detail(m.details, "sent"), QStringLiteral("false"));
}

void TestZild::failuresAreWhatTheyAre_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("outcome");

    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind,
                        Outcome outcome) {
        QTest::newRow(name) << status << body << int(kind) << int(outcome);
    };
    row("a wrong body", 400, R"({"message":"No such template"})", ErrorKind::Rejected, Outcome::Refused);
    row("an ended token", 401, "{}", ErrorKind::BadCredential, Outcome::Refused);
    row("forbidden", 403, "{}", ErrorKind::Forbidden, Outcome::Refused);
    row("too many", 429, "{}", ErrorKind::RateLimited, Outcome::Refused);
    row("a broken server", 500, "{}", ErrorKind::ServerError, Outcome::Unknown);
    row("a yes in other words", 200, R"({"ok":true})", ErrorKind::NotThisApi, Outcome::Unknown);
    row("a yes without a word", 200, "", ErrorKind::NotThisApi, Outcome::Unknown);
}

void TestZild::failuresAreWhatTheyAre()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(int, outcome);
    FaultServer server([&](const ReceivedRequest &) { return FaultReply::json(body, status); });
    ZildBackend backend(account, server.url(), QStringLiteral("a.b.c"));
    const auto answer = tests::ended(backend.open(request({"+4915112345678"})));
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().kind), kind);
    QCOMPARE(int(answer.error().outcome), outcome);
    QCOMPARE(server.count(), 1);
}

void TestZild::itIsNeverSentTwice()
{
    using Act = FaultReply::Act;
    for (const Act act : {Act::Close, Act::Fin, Act::Reset, Act::Truncate}) {
        FaultServer server([act](const ReceivedRequest &) { return FaultReply::fault(act); });
        ZildBackend backend(account, server.url(), QStringLiteral("a.b.c"));
        if (act != Act::Truncate)
            tests::expectPreventedResend();
        const auto answer = tests::ended(backend.open(request({"+4915112345678"})));
        QVERIFY(!answer);
        QCOMPARE(answer.error().outcome, Outcome::Unknown);
        QCOMPARE(server.count(), 1);
    }
}

void TestZild::theTokenSaysWhenItEnds_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("ends"); // 0: it does not say

    QTest::newRow("it says") << jwt(R"({"exp":1780000000})") << qint64(1780000000);
    QTest::newRow("a fraction") << jwt(R"({"exp":1780000000.7})") << qint64(1780000000);
    QTest::newRow("not said") << jwt("{}") << qint64(0);
    QTest::newRow("a text") << jwt(R"({"exp":"soon"})") << qint64(0);
    QTest::newRow("huge") << jwt(R"({"exp":1e300})") << qint64(0);
    QTest::newRow("no JSON") << jwt("x") << qint64(0);
    QTest::newRow("no base64") << QByteArray("a.!!.b") << qint64(0);
    QTest::newRow("another kind of token") << QByteArray("secret") << qint64(0);
    QTest::newRow("none") << QByteArray() << qint64(0);
}

void TestZild::theTokenSaysWhenItEnds()
{
    QFETCH(QByteArray, token);
    QFETCH(qint64, ends);
    QCOMPARE(endOfToken(token),
             ends ? OptionalTime(QDateTime::fromSecsSinceEpoch(ends, Qt::UTC)) : std::nullopt);
    const ZildBackend backend(account, QUrl(QStringLiteral("http://127.0.0.1:1")),
                              QStringLiteral("bearer ") + QString::fromLatin1(token));
    QCOMPARE(backend.credentialEnds().has_value(), ends != 0);
}

void TestZild::nothingElseCanBeDone()
{
    FaultServer server([](const ReceivedRequest &) { return FaultReply::json("[]"); });
    ZildBackend backend(account, server.url(), QStringLiteral("a.b.c"));
    QVERIFY(backend.capabilities().has(Capability::StartConversation));
    for (const Capability c : {Capability::ListConversations, Capability::SendText, Capability::MarkRead})
        QCOMPARE(backend.capabilities().reason(c)->why, Unavailable::Why::NotDocumented);
    QCOMPARE(tests::ended(backend.probe()).error().kind, ErrorKind::Unsupported);
    QCOMPARE(tests::ended(backend.conversations({})).error().kind, ErrorKind::Unsupported);
    QCOMPARE(server.count(), 0);
}

// The demo's words are made from the documentation, and share nothing with the decoder.
void TestZild::theDemoSpeaksIt()
{
    demo::ServerOptions options;
    options.token = QStringLiteral("t0ken");
    options.world.quiet = true;
    demo::Server server(options);
    QString problem;
    QVERIFY2(server.start(&problem), qPrintable(problem));
    const QUrl base(server.zild().value(QStringLiteral("base_url")).toString());
    const auto token = [](qint64 end) {
        return QString::fromLatin1(
            jwt("{\"exp\":" + QByteArray::number(end) + '}').replace(".sig", ".t0ken"));
    };
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    ZildBackend backend(account, base, token(now + 3600));
    OpeningRequest what = request({"+4915112340001", "+4915112340404", "+4915112341000", "+4915112340111"});
    what.plan.fields.insert(QStringLiteral("conversationTemplateId"), QStringLiteral("1"));
    for (Recipient &one : what.recipients)
        one.variables = {{QStringLiteral("name"), QStringLiteral("Maria")},
                         {QStringLiteral("order"), QStringLiteral("7")}};
    const auto answer = tests::ended(backend.open(what));
    QVERIFY(answer);
    QCOMPARE(answer->results.at(0).state, Row::Sent);
    QCOMPARE(answer->results.at(1).state, Row::Failed);
    QCOMPARE(answer->results.at(2).state, Row::Unknown);
    QCOMPARE(answer->results.at(3).state, Row::Sent);
    QCOMPARE(plainText(answer->opened.at(0).messages.at(0)),
             QStringLiteral("Hello Maria, your order 7 is ready."));

    what.plan.fields[QStringLiteral("conversationTemplateId")] = QStringLiteral("99");
    const auto wrong = tests::ended(backend.open(what));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, ErrorKind::Rejected);
    QCOMPARE(wrong.error().detail, QStringLiteral("There is no conversation template 99."));
    backend.setSecret(token(now - 10));
    QCOMPARE(tests::ended(backend.open(what)).error().kind, ErrorKind::BadCredential);
    backend.setSecret(QStringLiteral("other"));
    QCOMPARE(tests::ended(backend.open(what)).error().kind, ErrorKind::BadCredential);
}

QTEST_GUILESS_MAIN(TestZild)
#include "tst_zild.moc"
