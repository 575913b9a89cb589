// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/commandline.h"
#include "services/demo/server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <httplib.h>

using namespace inbox::demo;

namespace {

const QString kToken = QStringLiteral("a-token-for-this-run");
const std::string kPrefix = "/third-party/v1";

struct Reply {
    int status = 0; // 0: there was none
    httplib::Headers headers;
    QByteArray body;
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QJsonObject data() const { return json().value(QLatin1String("data")).toObject(); }
    QJsonArray rows() const { return json().value(QLatin1String("data")).toArray(); }
};

// Speaks to a server as any program would: over a socket, with a library that shares nothing with the
// product.
class Client {
public:
    explicit Client(const Server &server)
        : m_http("127.0.0.1", server.port())
    {
        m_http.set_read_timeout(10);
        m_http.set_bearer_token_auth(kToken.toStdString());
    }
    httplib::Client &raw() { return m_http; }
    Reply get(const std::string &path) { return reply(m_http.Get(kPrefix + path)); }
    Reply post(const std::string &path, const char *body = "")
    {
        return reply(m_http.Post(kPrefix + path, body, "application/json"));
    }
    Reply patch(const std::string &path, const char *body)
    {
        return reply(m_http.Patch(kPrefix + path, body, "application/json"));
    }
    Reply control(const std::string &hook, const QJsonObject &body)
    {
        return reply(m_http.Post("/demo-control/" + hook, QJsonDocument(body).toJson().toStdString(),
                                 "application/json"));
    }
    void advance(int seconds) { control("advance", {{QStringLiteral("seconds"), seconds}}); }
    QJsonObject conversation(int id) { return get("/conversations/" + std::to_string(id)).data(); }
    QJsonArray messages(int id) { return get("/conversations/" + std::to_string(id) + "/messages").rows(); }

private:
    static Reply reply(const httplib::Result &result)
    {
        if (!result)
            return {};
        return {result->status, result->headers, QByteArray::fromStdString(result->body)};
    }
    httplib::Client m_http;
};

ServerOptions quietOptions()
{
    ServerOptions options;
    options.token = kToken;
    options.world.quiet = true;
    return options;
}

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QString contentText(const QJsonObject &message)
{
    return message.value(QLatin1String("contents"))[0][QLatin1String("content")].toString();
}

bool hasArrived(const QJsonObject &message)
{
    const QString status = text(message, "status");
    return status == QLatin1String("delivered") || status == QLatin1String("read");
}

constexpr int kLively = 1001; // Maria Keller, open
constexpr int kFailed = 1005; // the last message failed, the window is open
constexpr int kExpired = 1006; // WhatsApp, over, restartable
constexpr int kLong = 1007; // 3,000 messages
constexpr int kWidget = 1010;
constexpr int kUnanswered = 1014;
constexpr int kUnstated = 1018; // over the bridge
constexpr int kManyKinds = 1022;
constexpr int kFailsOnce = 1033;

} // namespace

// The demo server over real sockets: shapes of the answers, refusals, and what happens as time goes by.
class TestDemoWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_server = std::make_unique<Server>(quietOptions());
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_client = std::make_unique<Client>(*m_server);
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void wrongTokenIsRefused_data();
    void wrongTokenIsRefused();
    void everyAnswerHasADate();
    void listHasPagesNewestFirst();
    void lastPageEndsTheLinks();
    void showIsWrappedAndPatchIsBare();
    void messagesComeNewestFirst();
    void threeThousandMessagesArePaged();
    void everyContentTypeOccurs();
    void oddTypesOccur();
    void everyReplyStateOccurs();
    void unreadCountIsTrueEverywhere();
    void conversationsBeginBeforeTheirFirstMessage();
    void unknownThingsAre404_data();
    void unknownThingsAre404();
    void wrongMethodIs405();
    void badRequestsAre422_data();
    void badRequestsAre422();
    void assignmentCanBeTakenAway();
    void markReadLeavesNothingUnread();
    void sentMessageIsDeliveredAndAnswered();
    void nobodyAnswersADoneConversation();
    void failIsTheTriggerForALateError();
    void duplicateOfAFailedMessageGoesThrough();
    void oneCustomerFailsOnce();
    void closedWindowFailsLate();
    void restartWaitsForTheCustomer();
    void restartUnansweredCanBeRestartedAgain();
    void windowClosesAsTimeGoesBy();
    void customerSaysReopens();
    void quotedMessageComesAlong();
    void reactionCanBeSetAndRemoved();
    void noteTextIsChangedAtTheSingularPath();
    void profileCanBeChanged();
    void visibilityIsReplaced();
    void uploadCanBeSentAndFetched();
    void publicFileNeedsItsSignature();
    void sendTemplateMakesANewConversation();
    void postWithoutLengthIsAnsweredAtOnce();
    void brokenOffBodyChangesNothing();
    void closeFaultProcessesOnce();
    void errorFaultsProcessNothing_data();
    void errorFaultsProcessNothing();
    void logTellsRequestsButNoCredentials();
    void worldSurvivesARestart();
    void anotherSeedDoesNotTakeTheState();
    void anotherSpeedKeepsTheTimes();
    void othersWriteUnasked();
    void tenThousandConversationsStartAtOnce();
    void badCommandLinesAreRefused_data();
    void badCommandLinesAreRefused();

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Client> m_client;
};

void TestDemoWorld::wrongTokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("wrong") << QByteArray("Bearer something");
    QTest::newRow("beginning") << QByteArray("Bearer a-token");
    QTest::newRow("other scheme") << QByteArray("Basic a-token-for-this-run");
}

void TestDemoWorld::wrongTokenIsRefused()
{
    QFETCH(QByteArray, header);
    httplib::Client stranger("127.0.0.1", m_server->port());
    httplib::Headers headers;
    if (!header.isEmpty())
        headers.emplace("Authorization", header.toStdString());
    for (const char *path : {"/third-party/v1/conversations", "/demo-control/advance", "/nowhere"}) {
        const auto result = stranger.Get(path, headers);
        QVERIFY(result);
        QCOMPARE(result->status, 401);
        QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(result->body))
                    .object()
                    .contains(QLatin1String("message")));
    }
}

void TestDemoWorld::everyAnswerHasADate()
{
    static const QRegularExpression shape(
        QStringLiteral("^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"));
    for (const char *path : {"/conversations", "/nothing"}) {
        const Reply reply = m_client->get(path);
        const auto date = reply.headers.find("Date");
        QVERIFY(date != reply.headers.end());
        QVERIFY(shape.match(QString::fromStdString(date->second)).hasMatch());
    }
}

void TestDemoWorld::listHasPagesNewestFirst()
{
    const QJsonObject page = m_client->get("/conversations?per_page=25").json();
    QCOMPARE(page.value(QLatin1String("data")).toArray().size(), 25);
    const QJsonObject meta = page.value(QLatin1String("meta")).toObject();
    QCOMPARE(meta.value(QLatin1String("total")).toInt(), 60);
    QCOMPARE(meta.value(QLatin1String("last_page")).toInt(), 3);
    QCOMPARE(meta.value(QLatin1String("from")).toInt(), 1);
    QCOMPARE(meta.value(QLatin1String("to")).toInt(), 25);
    QVERIFY(page.value(QLatin1String("links"))[QLatin1String("prev")].isNull());

    QStringList times;
    const QString next = page.value(QLatin1String("links"))[QLatin1String("next")].toString();
    QVERIFY(next.startsWith(m_server->baseUrl()));
    for (const QJsonArray &rows :
         {page.value(QLatin1String("data")).toArray(),
          m_client->get(next.mid(m_server->baseUrl().size()).toStdString()).rows()}) {
        for (const QJsonValue &row : rows)
            times.append(row[QLatin1String("latest_message")][QLatin1String("sent_at")].toString());
    }
    QCOMPARE(times.size(), 50);
    QVERIFY(std::is_sorted(times.crbegin(), times.crend()));
}

void TestDemoWorld::lastPageEndsTheLinks()
{
    const QJsonObject last = m_client->get("/conversations?per_page=25&page=3").json();
    QCOMPARE(last.value(QLatin1String("data")).toArray().size(), 10);
    QVERIFY(last.value(QLatin1String("links"))[QLatin1String("next")].isNull());
    const QJsonObject beyond = m_client->get("/conversations?per_page=25&page=4").json();
    QVERIFY(beyond.value(QLatin1String("data")).toArray().isEmpty());
    QVERIFY(beyond.value(QLatin1String("meta"))[QLatin1String("from")].isNull());
}

void TestDemoWorld::showIsWrappedAndPatchIsBare()
{
    QCOMPARE(m_client->conversation(kLively).value(QLatin1String("id")).toInt(), kLively);
    const QJsonObject patched =
        m_client->patch("/conversations/1001", R"({"status":"in-progress","user_id":12})").json();
    QCOMPARE(patched.value(QLatin1String("id")).toInt(), kLively);
    QCOMPARE(text(patched, "status"), QStringLiteral("in-progress"));
    QCOMPARE(patched.value(QLatin1String("user"))[QLatin1String("name")].toString(), QStringLiteral("Aylin"));
    QCOMPARE(text(m_client->conversation(kLively), "status"), QStringLiteral("in-progress"));
}

void TestDemoWorld::messagesComeNewestFirst()
{
    const QJsonArray rows = m_client->messages(kLively);
    QVERIFY(rows.size() > 5);
    for (qsizetype i = 1; i < rows.size(); ++i) {
        QVERIFY(rows.at(i)[QLatin1String("id")].toInteger()
                < rows.at(i - 1)[QLatin1String("id")].toInteger());
        QVERIFY(rows.at(i)[QLatin1String("sent_at")].toString()
                <= rows.at(i - 1)[QLatin1String("sent_at")].toString());
    }
    QCOMPARE(rows.first(),
             QJsonValue(m_client->conversation(kLively).value(QLatin1String("latest_message"))));
}

void TestDemoWorld::threeThousandMessagesArePaged()
{
    const QJsonObject page = m_client->get("/conversations/1007/messages?page=30").json();
    QCOMPARE(page.value(QLatin1String("meta"))[QLatin1String("total")].toInt(), 3000);
    QCOMPARE(page.value(QLatin1String("data")).toArray().size(), 100);
    QVERIFY(page.value(QLatin1String("links"))[QLatin1String("next")].isNull());
    QCOMPARE(m_client->messages(kLong).size(), 100);
}

void TestDemoWorld::everyContentTypeOccurs()
{
    QSet<QString> types;
    bool voice = false;
    bool notVoice = false;
    bool captioned = false;
    bool bare = false;
    bool severalContacts = false;
    bool campaign = false;
    bool system = false;
    bool customerReaction = false;
    bool agentReaction = false;
    for (int id = 1001; id <= 1060; ++id) {
        const QJsonArray rows = m_client->messages(id);
        for (const QJsonValue &row : rows) {
            const QJsonArray contents = row[QLatin1String("contents")].toArray();
            severalContacts = severalContacts || contents.size() > 1;
            campaign = campaign || row[QLatin1String("whatsapp_campaign")][QLatin1String("name")].isString();
            system = system || row[QLatin1String("from")] == QLatin1String("system");
            customerReaction = customerReaction || row[QLatin1String("customer_reaction")].isString();
            agentReaction = agentReaction || row[QLatin1String("agent_reaction")].isString();
            for (const QJsonValue &content : contents) {
                const QString type = content[QLatin1String("type")].toString();
                types.insert(type);
                voice = voice || content[QLatin1String("voice")] == QJsonValue(true);
                notVoice = notVoice || content[QLatin1String("voice")] == QJsonValue(false);
                captioned = captioned
                    || (type == QLatin1String("image") && content[QLatin1String("caption")].isString());
                bare = bare || (type == QLatin1String("image") && content[QLatin1String("caption")].isNull());
            }
        }
    }
    for (const char *type : {"text", "image", "video", "audio", "document", "location", "contact", "sticker"})
        QVERIFY2(types.contains(QLatin1String(type)), type);
    QVERIFY(voice && notVoice && captioned && bare);
    QVERIFY(severalContacts && campaign && system);
    QVERIFY(customerReaction && agentReaction);
}

void TestDemoWorld::oddTypesOccur()
{
    bool numberId = false;
    bool textId = false;
    bool nullUser = false;
    bool nullProfile = false;
    bool unknownChannel = false;
    QSet<QJsonValue::Type> emails;
    QHash<qint64, int> profiles;
    const QJsonArray rows = m_client->get("/conversations").rows();
    for (const QJsonValue &row : rows) {
        numberId = numberId || row[QLatin1String("customer")][QLatin1String("display_id")].isDouble();
        textId = textId || row[QLatin1String("customer")][QLatin1String("display_id")].isString();
        nullUser = nullUser || row[QLatin1String("user")].isNull();
        nullProfile = nullProfile || row[QLatin1String("customer")][QLatin1String("profile")].isNull();
        unknownChannel = unknownChannel || row[QLatin1String("channel")] == QLatin1String("telegram");
        if (row[QLatin1String("user")].isObject())
            emails.insert(row[QLatin1String("user")][QLatin1String("email")].type());
        ++profiles[row[QLatin1String("customer")][QLatin1String("profile")][QLatin1String("id")].toInteger()];
    }
    QVERIFY(numberId && textId && nullUser && nullProfile && unknownChannel);
    QCOMPARE(emails, QSet<QJsonValue::Type>({QJsonValue::String, QJsonValue::Null, QJsonValue::Double}));
    QCOMPARE(profiles.value(5001), 2); // one person on two channels
    QCOMPARE(m_client->conversation(kUnstated)
                 .value(QLatin1String("latest_message"))[QLatin1String("id")]
                 .isDouble(),
             true);
    bool emptyReference = false;
    for (const QJsonValue &row : m_client->messages(kUnstated))
        emptyReference = emptyReference || row[QLatin1String("reference")] == QJsonValue(QJsonObject());
    QVERIFY(emptyReference);
}

void TestDemoWorld::everyReplyStateOccurs()
{
    QSet<QString> states;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QJsonArray rows = m_client->get("/conversations").rows();
    for (const QJsonValue &row : rows) {
        const QJsonValue possible = row[QLatin1String("reply_possible")];
        const QDateTime until =
            QDateTime::fromString(row[QLatin1String("reply_until")].toString(), Qt::ISODate);
        const qint64 left = until.isValid() ? now.secsTo(until) : -1;
        const bool whatsApp = row[QLatin1String("channel")] == QLatin1String("whatsapp");
        const bool required = row[QLatin1String("customer_interaction_required")].toBool();
        if (!row[QLatin1String("agent")][QLatin1String("in_sync")].toBool())
            states.insert(QStringLiteral("not connected"));
        else if (possible.isUndefined())
            states.insert(QStringLiteral("unknown"));
        else if (possible.toBool())
            states.insert(left <= 0              ? QStringLiteral("closing race")
                              : left <= 180      ? QStringLiteral("closes now")
                              : left <= 30 * 60  ? QStringLiteral("red")
                              : left <= 240 * 60 ? QStringLiteral("amber")
                                                 : QStringLiteral("open"));
        else if (left > 0)
            states.insert(required ? QStringLiteral("awaiting") : QStringLiteral("provider"));
        else
            states.insert(!whatsApp      ? QStringLiteral("expired")
                              : required ? QStringLiteral("unanswered restart")
                                         : QStringLiteral("restartable"));
    }
    const QSet<QString> all{
        QStringLiteral("not connected"), QStringLiteral("unknown"),     QStringLiteral("closing race"),
        QStringLiteral("closes now"),    QStringLiteral("red"),         QStringLiteral("amber"),
        QStringLiteral("open"),          QStringLiteral("awaiting"),    QStringLiteral("provider"),
        QStringLiteral("expired"),       QStringLiteral("restartable"), QStringLiteral("unanswered restart")};
    QCOMPARE(states, all);
}

void TestDemoWorld::unreadCountIsTrueEverywhere()
{
    QHash<qint64, int> unreadOfLine;
    QHash<qint64, int> claimed;
    for (const QJsonValue &row : m_client->get("/conversations").rows()) {
        const int id = row[QLatin1String("id")].toInt();
        int unread = 0;
        for (const QJsonValue &message : m_client->messages(id)) {
            if (message[QLatin1String("from")] == QLatin1String("customer")
                && message[QLatin1String("status")] != QLatin1String("read"))
                ++unread;
        }
        QCOMPARE(row[QLatin1String("unread_customer_messages_count")].toInt(), unread);
        const qint64 line = row[QLatin1String("agent")][QLatin1String("id")].toInteger();
        unreadOfLine[line] += unread > 0 ? 1 : 0;
        claimed[line] = row[QLatin1String("agent")][QLatin1String("unread_conversations_count")].toInt();
    }
    QCOMPARE(claimed, unreadOfLine);
}

void TestDemoWorld::conversationsBeginBeforeTheirFirstMessage()
{
    for (int id = 1001; id <= 1060; ++id) {
        const std::string path = "/conversations/" + std::to_string(id) + "/messages?per_page=500";
        QJsonObject page = m_client->get(path).json();
        const int last = page.value(QLatin1String("meta"))[QLatin1String("last_page")].toInt();
        if (last > 1)
            page = m_client->get(path + "&page=" + std::to_string(last)).json();
        const QString first =
            page.value(QLatin1String("data")).toArray().last()[QLatin1String("sent_at")].toString();
        QVERIFY(text(m_client->conversation(id), "created_at") <= first);
    }
}

void TestDemoWorld::unknownThingsAre404_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path :
         {"/conversations/999", "/conversations/1061", "/conversations/1001/messages/1", "/customers/1",
          "/profiles/1", "/profiles/5026", "/agents/1", "/nothing", "/conversations/abc",
          "/conversations/1001/messages/20001/errors/1", "/files/nothing"})
        QTest::newRow(path) << QByteArray(path);
}

void TestDemoWorld::unknownThingsAre404()
{
    QFETCH(QByteArray, path);
    const Reply reply = m_client->get(path.toStdString());
    QCOMPARE(reply.status, 404);
    QVERIFY(!text(reply.json(), "message").isEmpty());
}

void TestDemoWorld::wrongMethodIs405()
{
    QCOMPARE(m_client->post("/conversations/1001", "{}").status, 405);
    QCOMPARE(m_client->patch("/conversations/1001/restart", "{}").status, 405);
    QCOMPARE(m_client->get("/whatsapp/send-template").status, 405);
}

void TestDemoWorld::badRequestsAre422_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *method, const char *path, const char *body) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(body);
    };
    row("restart while open", "POST", "/conversations/1001/restart", "");
    row("restart of a widget", "POST", "/conversations/1016/restart", "");
    row("restart on an old number", "POST", "/conversations/1017/restart", "");
    row("restart while the customer is awaited", "POST", "/conversations/1013/restart", "");
    row("restart while the provider blocks", "POST", "/conversations/1015/restart", "");
    row("restart while closing late", "POST", "/conversations/1029/restart", "");
    row("unknown status", "PATCH", "/conversations/1001", R"({"status":"closed"})");
    row("null status", "PATCH", "/conversations/1001", R"({"status":null})");
    row("unknown user", "PATCH", "/conversations/1001", R"({"user_id":999})");
    row("user as text", "PATCH", "/conversations/1001", R"({"user_id":"12"})");
    row("no JSON", "PATCH", "/conversations/1001", "status=done");
    row("empty text", "POST", "/conversations/1001/messages", R"({"type":"text","text":{"content":"  "}})");
    row("no type", "POST", "/conversations/1001/messages", R"({"text":{"content":"Hi"}})");
    row("unknown type", "POST", "/conversations/1001/messages", R"({"type":"sticker"})");
    row("unknown file", "POST", "/conversations/1001/messages",
        R"({"type":"image","file":{"internal_uuid":"x"}})");
    row("foreign reference", "POST", "/conversations/1001/messages",
        R"({"type":"text","text":{"content":"Hi"},"reference_id":1})");
    row("two emoji", "POST", "/conversations/1001/messages/20001/set-reaction", R"({"reaction":"👍👍"})");
    row("a word as emoji", "POST", "/conversations/1001/messages/20001/set-reaction", R"({"reaction":"ok"})");
    row("no reaction at all", "POST", "/conversations/1001/messages/20001/set-reaction", "{}");
    row("empty note", "PATCH", "/conversation/1001/notes/801", R"({"text":""})");
    row("user without address", "POST", "/users", R"({"name":"Eva","email":"eva"})");
    row("taken address", "POST", "/users", R"({"name":"Ben","email":"BEN@lindner.example"})");
    row("no template", "POST", "/whatsapp/send-template",
        R"({"phone_number":"4915224367929","customer_name":"Eva","template_name":"nope"})");
    row("no number", "POST", "/whatsapp/send-template",
        R"({"phone_number":"call me","customer_name":"Eva","template_name":"order_ready_de"})");
}

void TestDemoWorld::badRequestsAre422()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const QJsonObject before = m_client->conversation(kLively);
    const Reply reply = method == "PATCH" ? m_client->patch(path.toStdString(), body.constData())
                                          : m_client->post(path.toStdString(), body.constData());
    QCOMPARE(reply.status, 422);
    QVERIFY(!text(reply.json(), "message").isEmpty());
    QVERIFY(!reply.json().value(QLatin1String("errors")).toObject().isEmpty());
    QCOMPARE(m_client->conversation(kLively), before);
}

void TestDemoWorld::assignmentCanBeTakenAway()
{
    const QJsonObject patched = m_client->patch("/conversations/1001", R"({"user_id":null})").json();
    QVERIFY(patched.value(QLatin1String("user")).isNull());
    QCOMPARE(text(patched, "status"), QStringLiteral("to-do")); // untouched
}

void TestDemoWorld::markReadLeavesNothingUnread()
{
    QVERIFY(m_client->conversation(kLively).value(QLatin1String("unread_customer_messages_count")).toInt()
            > 0);
    const QJsonObject read = m_client->post("/conversations/1001/mark-read").data();
    QCOMPARE(read.value(QLatin1String("unread_customer_messages_count")).toInt(), 0);
    for (const QJsonValue &message : m_client->messages(kLively)) {
        if (message[QLatin1String("from")] == QLatin1String("customer"))
            QCOMPARE(message[QLatin1String("status")].toString(), QStringLiteral("read"));
    }
}

void TestDemoWorld::sentMessageIsDeliveredAndAnswered()
{
    const QJsonObject sent =
        m_client->post("/conversations/1001/messages", R"({"type":"text","text":{"content":"Guten Tag"}})")
            .data();
    QCOMPARE(text(sent, "status"), QStringLiteral("created"));
    QVERIFY(sent.value(QLatin1String("sent_at")).isNull());
    const std::string path =
        "/conversations/1001/messages/" + std::to_string(sent.value(QLatin1String("id")).toInteger());
    m_client->advance(1);
    QCOMPARE(text(m_client->get(path).data(), "status"), QStringLiteral("sent"));
    QVERIFY(m_client->get(path).data().value(QLatin1String("sent_at")).isString());
    m_client->advance(1);
    QVERIFY(hasArrived(m_client->get(path).data()));
    m_client->advance(20);
    QCOMPARE(text(m_client->get(path).data(), "status"), QStringLiteral("read"));
    const QJsonObject after = m_client->conversation(kLively);
    QCOMPARE(after.value(QLatin1String("latest_message"))[QLatin1String("from")].toString(),
             QStringLiteral("customer"));
    QVERIFY(after.value(QLatin1String("latest_message"))[QLatin1String("id")].toInteger()
            > sent.value(QLatin1String("id")).toInteger());
    QVERIFY(after.value(QLatin1String("unread_customer_messages_count")).toInt() > 0);
}

void TestDemoWorld::nobodyAnswersADoneConversation()
{
    m_client->post("/conversations/1001/messages", R"({"type":"text","text":{"content":"Erledigt"}})");
    m_client->patch("/conversations/1001", R"({"status":"done"})");
    m_client->advance(60);
    const QJsonObject after = m_client->conversation(kLively);
    QCOMPARE(text(after, "status"), QStringLiteral("done"));
    QCOMPARE(after.value(QLatin1String("latest_message"))[QLatin1String("from")].toString(),
             QStringLiteral("agent"));
}

void TestDemoWorld::failIsTheTriggerForALateError()
{
    m_client->post("/conversations/1001/messages", R"({"type":"text","text":{"content":"This will fail"}})");
    m_client->advance(1);
    QCOMPARE(text(m_client->messages(kLively).first().toObject(), "status"), QStringLiteral("sent"));
    m_client->advance(5);
    const QJsonObject failed = m_client->messages(kLively).first().toObject();
    QCOMPARE(text(failed, "status"), QStringLiteral("error"));
    const QJsonObject error = failed.value(QLatin1String("latest_error")).toObject();
    QCOMPARE(text(error, "type"), QStringLiteral("status-update"));
    const std::string path = "/conversations/1001/messages/"
        + std::to_string(failed.value(QLatin1String("id")).toInteger()) + "/errors/"
        + std::to_string(error.value(QLatin1String("id")).toInteger());
    QCOMPARE(m_client->get(path).data(), error);
}

void TestDemoWorld::duplicateOfAFailedMessageGoesThrough()
{
    const QJsonObject failed = m_client->messages(kFailed).first().toObject();
    QCOMPARE(text(failed, "status"), QStringLiteral("error"));
    const std::string path = "/conversations/1005/messages/"
        + std::to_string(failed.value(QLatin1String("id")).toInteger()) + "/duplicate";
    const QJsonObject copy = m_client->post(path).data();
    QVERIFY(copy.value(QLatin1String("id")) != failed.value(QLatin1String("id")));
    QCOMPARE(contentText(copy), contentText(failed));
    QVERIFY(copy.value(QLatin1String("latest_error")).isNull());
    m_client->advance(3);
    QVERIFY(hasArrived(m_client->messages(kFailed).first().toObject()));

    const QJsonValue theirs = m_client->messages(kFailed).at(2); // the customer's
    QCOMPARE(theirs[QLatin1String("from")].toString(), QStringLiteral("customer"));
    const std::string wrong = "/conversations/1005/messages/"
        + std::to_string(theirs[QLatin1String("id")].toInteger()) + "/duplicate";
    QCOMPARE(m_client->post(wrong).status, 422);
}

void TestDemoWorld::oneCustomerFailsOnce()
{
    m_client->post("/conversations/1033/messages", R"({"type":"text","text":{"content":"Gern"}})");
    m_client->advance(5);
    QCOMPARE(text(m_client->messages(kFailsOnce).first().toObject(), "status"), QStringLiteral("error"));
    const auto id = m_client->messages(kFailsOnce).first()[QLatin1String("id")].toInteger();
    m_client->post("/conversations/1033/messages/" + std::to_string(id) + "/duplicate");
    m_client->advance(3);
    QVERIFY(hasArrived(m_client->messages(kFailsOnce).first().toObject()));
}

void TestDemoWorld::closedWindowFailsLate()
{
    const Reply sent =
        m_client->post("/conversations/1006/messages", R"({"type":"text","text":{"content":"Noch da?"}})");
    QCOMPARE(sent.status, 200); // "you can still call the API"
    m_client->advance(5);
    const QJsonObject failed = m_client->messages(kExpired).first().toObject();
    QCOMPARE(text(failed, "status"), QStringLiteral("error"));
    QVERIFY(text(failed.value(QLatin1String("latest_error")).toObject(), "original_message")
                .startsWith(QLatin1String("131047")));
}

void TestDemoWorld::restartWaitsForTheCustomer()
{
    QVERIFY(!m_client->conversation(kExpired).value(QLatin1String("reply_possible")).toBool());
    const Reply restarted = m_client->post("/conversations/1006/restart");
    QCOMPARE(restarted.status, 200);
    QCOMPARE(text(restarted.data(), "from"), QStringLiteral("agent"));
    const QJsonObject waiting = m_client->conversation(kExpired);
    QCOMPARE(waiting.value(QLatin1String("reply_possible")), QJsonValue(false));
    QCOMPARE(waiting.value(QLatin1String("customer_interaction_required")), QJsonValue(true));
    const QDateTime until = QDateTime::fromString(text(waiting, "reply_until"), Qt::ISODate);
    QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(until) - 24 * 3600) < 60);
    QCOMPARE(m_client->post("/conversations/1006/restart").status, 422); // never twice

    m_client->advance(20);
    const QJsonObject open = m_client->conversation(kExpired);
    QCOMPARE(open.value(QLatin1String("reply_possible")), QJsonValue(true));
    QCOMPARE(open.value(QLatin1String("customer_interaction_required")), QJsonValue(false));
    QCOMPARE(open.value(QLatin1String("latest_message"))[QLatin1String("from")].toString(),
             QStringLiteral("customer"));
}

void TestDemoWorld::restartUnansweredCanBeRestartedAgain()
{
    QVERIFY(
        m_client->conversation(kUnanswered).value(QLatin1String("customer_interaction_required")).toBool());
    QCOMPARE(m_client->post("/conversations/1014/restart").status, 200);
    m_client->advance(600);
    QVERIFY(!m_client->conversation(kUnanswered).value(QLatin1String("reply_possible")).toBool());
}

void TestDemoWorld::windowClosesAsTimeGoesBy()
{
    QVERIFY(m_client->conversation(1003).value(QLatin1String("reply_possible")).toBool());
    m_client->advance(200);
    QVERIFY(!m_client->conversation(1003).value(QLatin1String("reply_possible")).toBool());
    QCOMPARE(m_client->post("/conversations/1003/restart").status, 200);
}

void TestDemoWorld::customerSaysReopens()
{
    m_client->control("expire", {{QStringLiteral("conversation_id"), kWidget}});
    QJsonObject conversation = m_client->conversation(kWidget);
    QVERIFY(!conversation.value(QLatin1String("reply_possible")).toBool());
    QVERIFY(conversation.value(QLatin1String("reply_until")).isNull());
    const Reply said = m_client->control("customer-says",
                                         {{QStringLiteral("conversation_id"), kWidget},
                                          {QStringLiteral("text"), QStringLiteral("Still there?")}});
    QCOMPARE(said.status, 200);
    conversation = m_client->conversation(kWidget);
    QVERIFY(conversation.value(QLatin1String("reply_possible")).toBool());
    QCOMPARE(contentText(conversation.value(QLatin1String("latest_customer_message")).toObject()),
             QStringLiteral("Still there?"));
}

void TestDemoWorld::quotedMessageComesAlong()
{
    const auto id = m_client->messages(kLively).first()[QLatin1String("id")].toInteger();
    const QByteArray body =
        R"({"type":"text","text":{"content":"Ja"},"reference_id":)" + QByteArray::number(id) + '}';
    const QJsonObject sent = m_client->post("/conversations/1001/messages", body.constData()).data();
    QCOMPARE(sent.value(QLatin1String("reference"))[QLatin1String("id")].toInteger(), id);
}

void TestDemoWorld::reactionCanBeSetAndRemoved()
{
    const auto id = m_client->messages(kLively).first()[QLatin1String("id")].toInteger();
    const std::string path = "/conversations/1001/messages/" + std::to_string(id) + "/set-reaction";
    QCOMPARE(text(m_client->post(path, R"({"reaction":"👩‍🚀"})").data(), "agent_reaction"),
             QStringLiteral("👩‍🚀"));
    QVERIFY(
        m_client->post(path, R"({"reaction":null})").data().value(QLatin1String("agent_reaction")).isNull());
}

void TestDemoWorld::noteTextIsChangedAtTheSingularPath()
{
    const QJsonObject note = m_client->conversation(kLively).value(QLatin1String("latest_note")).toObject();
    const std::string id = std::to_string(note.value(QLatin1String("id")).toInteger());
    const QJsonObject changed =
        m_client->patch("/conversation/1001/notes/" + id, R"({"text":"Nachbarin informiert"})").json();
    QCOMPARE(text(changed, "text"), QStringLiteral("Nachbarin informiert")); // bare
    QCOMPARE(m_client->patch("/conversations/1001/notes/" + id, R"({"text":"x"})").status, 404);
}

void TestDemoWorld::profileCanBeChanged()
{
    QCOMPARE(m_client->patch("/profiles/5001", R"({"email":"new@example.com","blocked":true})").status, 200);
    const QJsonObject profile = m_client->get("/profiles/5001").data();
    QCOMPARE(text(profile, "email"), QStringLiteral("new@example.com"));
    QCOMPARE(profile.value(QLatin1String("blocked")), QJsonValue(true));
    QCOMPARE(m_client->patch("/profiles/5001", R"({"gender":"cat"})").status, 422);
}

void TestDemoWorld::visibilityIsReplaced()
{
    QCOMPARE(m_client->get("/customers/3001/users").rows().size(), 3); // the admin is not shown
    QCOMPARE(m_client->post("/customers/3001/users", R"({"user_ids":[13]})").rows().size(), 1);
    QCOMPARE(m_client->get("/customers/3001/users").rows().first()[QLatin1String("name")].toString(),
             QStringLiteral("Sofia"));
}

void TestDemoWorld::uploadCanBeSentAndFetched()
{
    const httplib::MultipartFormDataItems items{{"type", "document", "", ""},
                                                {"file", "Hallo Welt", "gruß.txt", "text/plain"}};
    const auto uploaded = m_client->raw().Post(kPrefix + "/files/temporary-upload", items);
    QVERIFY(uploaded);
    QCOMPARE(uploaded->status, 200);
    const QJsonObject file = QJsonDocument::fromJson(QByteArray::fromStdString(uploaded->body)).object();
    QCOMPARE(file.value(QLatin1String("size")).toInt(), 10);
    const QByteArray body =
        R"({"type":"document","document":{"filename":"hallo.txt","caption":"Bitte"},"file":{"internal_uuid":")"
        + text(file, "internal_uuid").toLatin1() + R"("}})";
    const QJsonObject content = m_client->post("/conversations/1001/messages", body.constData())
                                    .data()
                                    .value(QLatin1String("contents"))[0]
                                    .toObject();
    QCOMPARE(text(content, "filename"), QStringLiteral("hallo.txt"));
    const std::string url = text(content, "download_url").mid(m_server->baseUrl().size()).toStdString();
    QCOMPARE(m_client->get(url).body, QByteArray("Hallo Welt"));
}

void TestDemoWorld::publicFileNeedsItsSignature()
{
    QString url;
    for (const QJsonValue &message : m_client->messages(kManyKinds)) {
        const QJsonValue content = message[QLatin1String("contents")][0];
        if (content[QLatin1String("type")] == QLatin1String("image"))
            url = content[QLatin1String("public_download_url")].toString();
    }
    const std::string path = url.mid(m_server->baseUrl().size()).toStdString();
    httplib::Client stranger("127.0.0.1", m_server->port());
    const auto good = stranger.Get(kPrefix + path);
    QVERIFY(good);
    QCOMPARE(good->status, 200);
    QCOMPARE(QByteArray::fromStdString(good->body).mid(8, 4), QByteArray("WEBP"));
    const auto bad = stranger.Get(kPrefix + path + "0");
    QVERIFY(bad);
    QCOMPARE(bad->status, 403);
}

void TestDemoWorld::sendTemplateMakesANewConversation()
{
    const char *body =
        R"({"phone_number":"+4915224367929","customer_name":"Eva Klein","template_name":"order_ready_de",
        "template_components":[{"type":"body","parameters":[{"type":"text","text":"Eva"},{"type":"text","text":"4711"}]}]})";
    const QJsonObject sent = m_client->post("/whatsapp/send-template", body).data();
    QCOMPARE(sent.value(QLatin1String("conversation_id")).toInt(), 1061);
    QVERIFY(contentText(sent).contains(QLatin1String("4711")));
    QVERIFY(m_client->conversation(1061).value(QLatin1String("customer_interaction_required")).toBool());
    QCOMPARE(m_client->post("/whatsapp/send-template", body)
                 .data()
                 .value(QLatin1String("conversation_id"))
                 .toInt(),
             1061);
}

// Sends bytes as they are, without any library in between.
static QByteArray exchange(int port, const QByteArray &request, bool hangUp = false)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(port));
    if (!socket.waitForConnected(5000))
        return {};
    socket.write(request);
    socket.waitForBytesWritten(5000);
    if (hangUp) {
        socket.disconnectFromHost();
        return {};
    }
    QByteArray answer;
    while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(3000))
        answer += socket.readAll();
    return answer;
}

void TestDemoWorld::postWithoutLengthIsAnsweredAtOnce()
{
    const QByteArray answer = exchange(
        m_server->port(),
        "POST /third-party/v1/conversations/1006/restart HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + kToken.toLatin1() + "\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
}

void TestDemoWorld::brokenOffBodyChangesNothing()
{
    QTemporaryDir folder;
    ServerOptions options = quietOptions();
    options.logFile = folder.filePath(QStringLiteral("log"));
    Server server(options);
    QString error;
    QVERIFY(server.start(&error));
    Client client(server);
    const QJsonObject before = client.conversation(kLively);
    exchange(server.port(),
             "POST /third-party/v1/conversations/1001/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n"
             "Authorization: Bearer "
                 + kToken.toLatin1() + "\r\n\r\n{\"type\":\"text\",\"text\":{\"content\":\"half\"}}",
             true);
    QFile log(options.logFile);
    QVERIFY(log.open(QIODevice::ReadOnly));
    QByteArray logged;
    QTRY_VERIFY((logged += log.readAll()).contains("\"status\":400"));
    QCOMPARE(client.conversation(kLively), before);
}

void TestDemoWorld::closeFaultProcessesOnce()
{
    m_client->control("fault",
                      {{QStringLiteral("match"), QStringLiteral("POST .*/restart")},
                       {QStringLiteral("kind"), QStringLiteral("close")}});
    QCOMPARE(m_client->post("/conversations/1006/restart").status, 0); // no answer…
    QVERIFY(m_client->conversation(kExpired)
                .value(QLatin1String("customer_interaction_required"))
                .toBool()); // …but done
    QCOMPARE(m_client->post("/conversations/1006/restart").status, 422); // the fault is used up
}

void TestDemoWorld::errorFaultsProcessNothing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("500") << QStringLiteral("500") << 500;
    QTest::newRow("503") << QStringLiteral("503") << 503;
    QTest::newRow("429") << QStringLiteral("429") << 429;
    QTest::newRow("html") << QStringLiteral("html") << 200;
    QTest::newRow("no answer") << QStringLiteral("no-answer") << 0;
}

void TestDemoWorld::errorFaultsProcessNothing()
{
    QFETCH(QString, kind);
    QFETCH(int, status);
    m_client->control("fault",
                      {{QStringLiteral("match"), QStringLiteral("PATCH")},
                       {QStringLiteral("kind"), kind},
                       {QStringLiteral("ms"), 20}});
    const Reply reply = m_client->patch("/conversations/1001", R"({"status":"done"})");
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.count("Retry-After") > 0, status == 429 || status == 503);
    QCOMPARE(text(m_client->conversation(kLively), "status"), QStringLiteral("to-do"));
    QCOMPARE(m_client->patch("/conversations/1001", R"({"status":"done"})").status, 200);
}

void TestDemoWorld::logTellsRequestsButNoCredentials()
{
    QTemporaryDir folder;
    ServerOptions options = quietOptions();
    options.logFile = folder.filePath(QStringLiteral("log"));
    Server server(options);
    QString error;
    QVERIFY(server.start(&error));
    Client client(server);
    client.get("/conversations?per_page=1");
    client.patch("/conversations/1001", R"({"status":"done"})");
    client.get("/public/files/x?signature=secret");
    QFile log(options.logFile);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray all = log.readAll();
    QVERIFY(!all.contains(kToken.toLatin1()));
    QVERIFY(!all.contains("secret"));
    const QByteArrayList lines = all.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    const QJsonObject second = QJsonDocument::fromJson(lines.at(1)).object();
    QCOMPARE(text(second, "method"), QStringLiteral("PATCH"));
    QCOMPARE(text(second, "path"), QStringLiteral("/third-party/v1/conversations/1001"));
    QCOMPARE(text(second, "body"), QStringLiteral(R"({"status":"done"})"));
    QCOMPARE(second.value(QLatin1String("status")).toInt(), 200);
}

void TestDemoWorld::worldSurvivesARestart()
{
    QTemporaryDir folder;
    ServerOptions options = quietOptions();
    options.stateFile = folder.filePath(QStringLiteral("state.json"));
    QJsonObject before;
    QJsonArray messagesBefore;
    {
        Server server(options);
        QString error;
        QVERIFY(server.start(&error));
        Client client(server);
        client.post("/conversations/1001/messages", R"({"type":"text","text":{"content":"Guten Tag"}})");
        client.patch("/conversations/1001", R"({"status":"in-progress","user_id":14})");
        client.post("/conversations/1006/restart");
        client.patch("/profiles/5002", R"({"name":"Jonas Ott-Berg"})");
        client.advance(60);
        before = client.conversation(kLively);
        messagesBefore = client.messages(kLively);
    }
    QCOMPARE(QFileInfo(options.stateFile).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    Server server(options);
    QString error;
    QVERIFY(server.start(&error));
    Client client(server);
    const QJsonObject after = client.conversation(kLively);
    QCOMPARE(text(after, "status"), QStringLiteral("in-progress"));
    QCOMPARE(after.value(QLatin1String("user")), before.value(QLatin1String("user")));
    QCOMPARE(after.value(QLatin1String("unread_customer_messages_count")),
             before.value(QLatin1String("unread_customer_messages_count")));
    const QJsonArray messagesAfter = client.messages(kLively);
    QCOMPARE(messagesAfter.size(), messagesBefore.size());
    for (qsizetype i = 0; i < messagesAfter.size(); ++i) {
        QCOMPARE(messagesAfter.at(i)[QLatin1String("id")], messagesBefore.at(i)[QLatin1String("id")]);
        QCOMPARE(messagesAfter.at(i)[QLatin1String("contents")][0][QLatin1String("content")],
                 messagesBefore.at(i)[QLatin1String("contents")][0][QLatin1String("content")]);
    }
    QVERIFY(
        client.conversation(kExpired).value(QLatin1String("reply_possible")).toBool()); // answered meanwhile
    QCOMPARE(text(client.get("/profiles/5002").data(), "name"), QStringLiteral("Jonas Ott-Berg"));
}

void TestDemoWorld::anotherSeedDoesNotTakeTheState()
{
    QTemporaryDir folder;
    ServerOptions options = quietOptions();
    options.stateFile = folder.filePath(QStringLiteral("state.json"));
    QString error;
    {
        Server server(options);
        QVERIFY(server.start(&error));
        Client(server).patch("/conversations/1001", R"({"status":"done"})");
    }
    options.world.seed = 2;
    Server server(options);
    QVERIFY(server.start(&error));
    QCOMPARE(text(Client(server).conversation(kLively), "status"), QStringLiteral("to-do"));
}

void TestDemoWorld::anotherSpeedKeepsTheTimes()
{
    QTemporaryDir folder;
    ServerOptions options = quietOptions();
    options.stateFile = folder.filePath(QStringLiteral("state.json"));
    options.world.speed = 100;
    QString error;
    {
        Server server(options);
        QVERIFY(server.start(&error));
        Client(server).patch("/conversations/1003", R"({"status":"done"})");
    }
    options.world.speed = 1;
    Server server(options);
    QVERIFY(server.start(&error));
    const QJsonObject conversation = Client(server).conversation(1003);
    QCOMPARE(
        conversation.value(QLatin1String("latest_customer_message"))[QLatin1String("sent_at")].toString(),
        text(conversation, "last_customer_reply_from"));
}

void TestDemoWorld::othersWriteUnasked()
{
    ServerOptions options = quietOptions();
    options.world.quiet = false;
    Server server(options);
    QString error;
    QVERIFY(server.start(&error));
    Client client(server);
    const auto newest = [&client] {
        qint64 id = 0;
        for (const QJsonValue &row : client.get("/conversations").rows())
            id = qMax(id, row[QLatin1String("latest_customer_message")][QLatin1String("id")].toInteger());
        return id;
    };
    const qint64 before = newest();
    client.advance(41);
    const qint64 once = newest();
    QVERIFY(once > before);
    client.advance(300);
    QVERIFY(newest() > once);
    QVERIFY(client.get("/conversations").json().value(QLatin1String("meta"))[QLatin1String("total")].toInt()
            >= 60);
}

void TestDemoWorld::tenThousandConversationsStartAtOnce()
{
    ServerOptions options = quietOptions();
    options.world.conversations = 10000;
    options.world.messages = 100000;
    QElapsedTimer timer;
    timer.start();
    Server server(options);
    QString error;
    QVERIFY(server.start(&error));
    Client client(server);
    const QJsonObject page = client.get("/conversations?page=100").json();
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(page.value(QLatin1String("meta"))[QLatin1String("total")].toInt(), 10000);
    QCOMPARE(page.value(QLatin1String("data")).toArray().size(), 100);
    // What was dropped from memory comes back the same.
    const QJsonArray first = client.messages(10990);
    for (int i = 1; i <= 12; ++i)
        client.get("/conversations?page=" + std::to_string(i));
    QCOMPARE(client.messages(10990), first);
}

void TestDemoWorld::badCommandLinesAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    row("unknown", {QStringLiteral("--nope"), QStringLiteral("1")});
    row("no value", {QStringLiteral("--port")});
    row("no number", {QStringLiteral("--port"), QStringLiteral("http")});
    row("too large", {QStringLiteral("--port=70000")});
    row("stopped time", {QStringLiteral("--speed"), QStringLiteral("0")});
    row("a token as argument", {QStringLiteral("--token"), QStringLiteral("x")});
}

void TestDemoWorld::badCommandLinesAreRefused()
{
    QFETCH(QStringList, arguments);
    QVERIFY(!parseCommandLine(arguments).error.isEmpty());
    QVERIFY(parseCommandLine({QStringLiteral("--port=0"), QStringLiteral("--speed"), QStringLiteral("20")})
                .error.isEmpty());
}

QTEST_GUILESS_MAIN(TestDemoWorld)
#include "tst_demoworld.moc"
