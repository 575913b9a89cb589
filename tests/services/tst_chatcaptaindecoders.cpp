// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/chatcaptain/decoders.h"
#include "services/domain/replystate.h"
#include "tests/support/chatcaptaincases.h"

#include <QRegularExpression>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::backends::chatcaptain;
using Kind = StructuredContent::Kind;

namespace {

const Context context{AccountId(QStringLiteral("acc")), ConversationId(QStringLiteral("cv1")), {}};

QJsonDocument json(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        qFatal("test data is no JSON: %s", text.constData());
    return document;
}

Conversation conversationOf(const QByteArray &fields)
{
    return decodeConversation(json(R"({"conversation":{"id":"cv1",)" + fields + "}}"), context)
        .value.value_or(Conversation());
}

Message messageOf(const QByteArray &fields)
{
    return decodeMessage(json(R"({"message":{"id":"m1",)" + fields + "}}"), context)
        .value.value_or(Message());
}

QList<MessageContent> contentsOf(const QByteArray &content)
{
    return messageOf(R"("content":)" + content).contents;
}

QList<Message> messagesOf(const QByteArray &rows)
{
    const auto page = decodeMessages(json(R"({"messages":[)" + rows + "]}"), context);
    return page.value ? page.value->items : QList<Message>();
}

QByteArrayList ids(const QList<Message> &messages)
{
    QByteArrayList result;
    for (const Message &m : messages)
        result << m.id.value().toUtf8();
    return result;
}

QDateTime at(int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 11, 20), QTime(hour, minute, second), Qt::UTC);
}

} // namespace

// What is made of the ChatCaptain API's answers, as documented and as they come.
class TestChatCaptainDecoders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void conversationIsReadWhole();
    void whatDescribesItIsRead();
    void tokensStayOutside();
    void statesKeepWhatHasNoName_data();
    void statesKeepWhatHasNoName();
    void channelsHaveNames_data();
    void channelsHaveNames();
    void nothingRequiredIsMissed();
    void wrongTypesBecomeDefaults();
    void aSnoozeThatIsOverIsNone();
    void lastMessageHasAnIdThatChanges();
    void aFreshlyAnsweredSecretIsSensitive();
    void environmentsAreNotMixedUnlessAsked();
    void windowIsEstimatedForWhatsAppOnly();

    void deliveryFollowsTheTimes_data();
    void deliveryFollowsTheTimes();
    void sendersHaveASide_data();
    void sendersHaveASide();
    void contentsAreReadable_data();
    void contentsAreReadable();
    void templatePlacesAreFilledOnce();
    void fileIsAMedia();
    void emailHasItsParts();
    void unknownContentIsNamed();
    void sensitiveWordsStayInTheThread();
    void messagesComeNewestFirst_data();
    void messagesComeNewestFirst();
    void quotesFollowTheContext();
    void streamsAreOneMessage();
    void reactionsGoToTheirMessage();
    void flatMessageIsRead();

    void listsLeaveOutWhatHasNoId();
    void noListIsNoPage();
    void smallListsAreRead();
    void errorsAreFound_data();
    void errorsAreFound();
};

void TestChatCaptainDecoders::conversationIsReadWhole()
{
    Context known = context;
    known.names.users.insert(UserId(QStringLiteral("op1")), QStringLiteral("Ben"));
    const auto decoded = decodeConversation(json(tests::chatcaptain::conversationAnswer()), known);
    QVERIFY(decoded.value);
    QVERIFY(decoded.problems.isEmpty());
    const Conversation &c = *decoded.value;
    QCOMPARE(c.key.account.value(), QStringLiteral("acc"));
    QCOMPARE(c.key.id.value(), QStringLiteral("cv1"));
    QCOMPARE(c.status.value, ConversationStatus::ToDo);
    QCOMPARE(c.status.raw, QStringLiteral("0"));
    QCOMPARE(c.channel.value, Channel::WhatsApp);
    QCOMPARE(c.channel.raw, QStringLiteral("meta-whatsapp"));
    QCOMPARE(c.assignee->id.value(), QStringLiteral("op1"));
    QCOMPARE(c.assignee->name, QStringLiteral("Ben"));
    QCOMPARE(c.customer->name, QStringLiteral("Eva Roth"));
    QCOMPARE(c.customer->displayId, QStringLiteral("4915223567929"));
    QCOMPARE(c.unreadCount, 1);
    QVERIFY(!c.snoozeUntil); // an empty text
    QCOMPARE(c.tags, QList<TagId>{TagId(QStringLiteral("t1"))});
    QCOMPARE(c.team.value(), QStringLiteral("tm1"));
    QCOMPARE(c.notes.size(), 2);
    QCOMPARE(c.latestNote->text, QStringLiteral("Rings twice"));
    QCOMPARE(*c.lastCustomerReplyAt, at(18, 5));
    QVERIFY(!c.replyPossible);
    QCOMPARE(plainText(*c.latestMessage), QStringLiteral("Where is my parcel?"));
    QVERIFY(c.latestMessage->author == MessageAuthor::Customer);
}

void TestChatCaptainDecoders::whatDescribesItIsRead()
{
    const Conversation c = conversationOf(R"("language":"pt-BR","mentions":["op2","","op1","op3"],
        "mentionsRead":{"op2":false,"op1":true,"gone":true},
        "metadata":{"größe":"M","count":3,"vip":true,"odd":{"a":1},"none":null},
        "variables":{"orderNumber":"4711","empty":"","Straße":"Weg 1"},"sessionCount":"2","environment":"test",
        "lastBlock":{"id":"b1","name":"Start"},"lastButton":{"id":"k1","text":"Yes"},
        "idToken":"canary","lastUserInput":"canary","photoUrl":"https://example.com/eva.png")");
    QCOMPARE(c.customer->photo, QUrl(QStringLiteral("https://example.com/eva.png")));
    QCOMPARE(c.language, QStringLiteral("pt-BR"));
    QCOMPARE(c.mentions,
             (QList<UserId>{UserId(QStringLiteral("op2")), UserId(QStringLiteral("op1")),
                            UserId(QStringLiteral("op3"))}));
    QCOMPARE(c.mentionsSeen, QList<UserId>{UserId(QStringLiteral("op1"))});
    QCOMPARE(c.metadata,
             (QMap<QString, QString>{{QStringLiteral("größe"), QStringLiteral("M")},
                                     {QStringLiteral("count"), QStringLiteral("3")},
                                     {QStringLiteral("vip"), QStringLiteral("true")}}));
    const QList<LabelledValue> details{{QStringLiteral("environment"), QStringLiteral("test")},
                                       {QStringLiteral("sessionCount"), QStringLiteral("2")},
                                       {QStringLiteral("lastBlock"), QStringLiteral("Start")},
                                       {QStringLiteral("lastButton"), QStringLiteral("Yes")},
                                       {QStringLiteral("variables.Straße"), QStringLiteral("Weg 1")},
                                       {QStringLiteral("variables.orderNumber"), QStringLiteral("4711")}};
    QCOMPARE(c.details.size(), details.size());
    for (const LabelledValue &detail : details)
        QVERIFY2(c.details.contains(detail), qPrintable(detail.label));
    // A button by its name where it has one, by its id where it has nothing else.
    QVERIFY(conversationOf(R"("lastButton":{"id":"k1","name":"Go"})")
                .details.contains({QStringLiteral("lastButton"), QStringLiteral("Go")}));
    QVERIFY(conversationOf(R"("lastButton":{"id":"k1"})")
                .details.contains({QStringLiteral("lastButton"), QStringLiteral("k1")}));
}

void TestChatCaptainDecoders::tokensStayOutside()
{
    const auto decoded = decodeConversation(json(tests::chatcaptain::conversationAnswer()), context);
    const auto lines = decodeChannels(json(R"({"channels":[{"id":"c","name":"W","token":"canary"}]})"));
    QVERIFY(decoded.value && lines.value);
    for (const QList<backends::Problem> &problems : {decoded.problems, lines.problems}) {
        for (const backends::Problem &p : problems)
            QVERIFY(!p.what.contains(QLatin1String("canary")));
    }
    const Line &line = lines.value->constFirst();
    for (const QString &text : {line.name, line.displayId, line.id.value()})
        QVERIFY(!text.contains(QLatin1String("canary")));
}

void TestChatCaptainDecoders::statesKeepWhatHasNoName_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<ConversationStatus>("value");
    QTest::addColumn<QString>("raw");
    QTest::newRow("open") << QByteArray("0") << ConversationStatus::ToDo << QStringLiteral("0");
    QTest::newRow("bot") << QByteArray("1") << ConversationStatus::Bot << QStringLiteral("1");
    QTest::newRow("in progress") << QByteArray("2") << ConversationStatus::InProgress << QStringLiteral("2");
    QTest::newRow("closed") << QByteArray("3") << ConversationStatus::Done << QStringLiteral("3");
    QTest::newRow("as a text") << QByteArray("\"3\"") << ConversationStatus::Done << QStringLiteral("3");
    QTest::newRow("as a double") << QByteArray("2.0") << ConversationStatus::InProgress
                                 << QStringLiteral("2");
    QTest::newRow("without a name") << QByteArray("-1") << ConversationStatus::Unknown
                                    << QStringLiteral("-1");
    QTest::newRow("new") << QByteArray("7") << ConversationStatus::Unknown << QStringLiteral("7");
    QTest::newRow("null") << QByteArray("null") << ConversationStatus::Unknown << QString();
}

void TestChatCaptainDecoders::statesKeepWhatHasNoName()
{
    QFETCH(QByteArray, state);
    QFETCH(ConversationStatus, value);
    QFETCH(QString, raw);
    const Conversation c = conversationOf(R"("state":)" + state);
    QCOMPARE(c.status.value, value);
    QCOMPARE(c.status.raw, raw);
}

void TestChatCaptainDecoders::channelsHaveNames_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<Channel>("channel");
    QTest::newRow("web") << QStringLiteral("web") << Channel::Widget;
    QTest::newRow("whatsapp") << QStringLiteral("whatsapp") << Channel::WhatsApp;
    QTest::newRow("facebook") << QStringLiteral("facebook") << Channel::Facebook;
    QTest::newRow("telegram") << QStringLiteral("telegram") << Channel::Telegram;
    QTest::newRow("voice") << QStringLiteral("voice") << Channel::Voice;
    QTest::newRow("email") << QStringLiteral("email") << Channel::Email;
    QTest::newRow("debug") << QStringLiteral("debug") << Channel::Unknown;
}

void TestChatCaptainDecoders::channelsHaveNames()
{
    QFETCH(QString, word);
    QFETCH(Channel, channel);
    const Conversation c = conversationOf(R"("channelType":")" + word.toUtf8() + "\"");
    QCOMPARE(c.channel.value, channel);
    QCOMPARE(c.channel.raw, word);
}

void TestChatCaptainDecoders::nothingRequiredIsMissed()
{
    const auto decoded = decodeConversation(json(R"({"conversation":{"id":"cv1"}})"), context);
    QVERIFY(decoded.value);
    QVERIFY(decoded.problems.isEmpty());
    QVERIFY(!decoded.value->customer && !decoded.value->assignee && !decoded.value->line);
    QVERIFY(!decoded.value->latestMessage && !decoded.value->latestCustomerMessage);
    QVERIFY(decodeConversation(json(R"({"id":"flat","state":0})"), context).value);
    QVERIFY(!decodeConversation(json(R"({"conversation":{"state":0}})"), context).value);
    QVERIFY(!decodeConversation(json(R"([])"), context).value);
}

void TestChatCaptainDecoders::wrongTypesBecomeDefaults()
{
    const auto decoded = decodeConversation(
        json(R"({"conversation":{"id":7,"tags":"t1","notes":["x"],"team":[],"unread":"maybe","created":"soon",
                 "lastMessage":"Hi","operatorId":null,"archived":"true","lastUserAction":12}})"),
        context);
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->key.id.value(), QStringLiteral("7"));
    QVERIFY(decoded.value->archived);
    QVERIFY(decoded.value->tags.isEmpty() && decoded.value->notes.isEmpty());
    QCOMPARE(decoded.value->unreadCount, 0);
    QVERIFY(decoded.problems.size() >= 6);
}

void TestChatCaptainDecoders::lastMessageHasAnIdThatChanges()
{
    const QByteArray said = R"("lastSender":"user","lastMessage":{"text":"a"},"lastUserAction":)";
    const Conversation one = conversationOf(said + R"("2026-11-20T18:05:00Z")");
    const Conversation two = conversationOf(said + R"("2026-11-20T18:05:01Z")");
    QVERIFY(one.latestMessage->id != two.latestMessage->id);
    QCOMPARE(one.latestMessage->id, one.latestCustomerMessage->id);
    // An answer of ours is not a new customer message.
    const Conversation answered = conversationOf(
        R"("lastSender":"operator","lastMessage":{"text":"b"},"lastUserAction":"2026-11-20T18:05:01Z",
           "updated":"2026-11-20T18:07:00Z")");
    QCOMPARE(answered.latestCustomerMessage->id, two.latestCustomerMessage->id);
    QVERIFY(answered.latestMessage->author == MessageAuthor::Agent);
    QCOMPARE(*lastActivity(answered), at(18, 7));
}

void TestChatCaptainDecoders::aFreshlyAnsweredSecretIsSensitive()
{
    const QByteArray fields =
        R"("lastMessage":{"text":"4111 1111"},"userInput":{"redirect":"x","isSensitive":true},"lastSender":)";
    QVERIFY(conversationOf(fields + R"("user")").latestMessage->sensitive);
    QCOMPARE(plainText(*conversationOf(fields + R"("user")").latestMessage), QString());
    QVERIFY(!conversationOf(fields + R"("bot")").latestMessage->sensitive);
}

void TestChatCaptainDecoders::windowIsEstimatedForWhatsAppOnly()
{
    Capabilities can;
    can.add(Capability::SendText);
    const QByteArray action = R"("lastUserAction":"2026-11-20T08:00:00Z","channelType":)";
    const ReplyState open = replyState(conversationOf(action + R"("whatsapp")"), can, {}, at(18, 0));
    QVERIFY(open.deadlineEstimated);
    QCOMPARE(*open.deadline, at(8, 0).addDays(1));
    QVERIFY(open.composerOpen());
    // An estimate never closes the input: only the provider knows.
    const ReplyState over =
        replyState(conversationOf(action + R"("whatsapp")"), can, {}, at(18, 0).addDays(3));
    QVERIFY(over.composerOpen());
    QVERIFY(!replyState(conversationOf(action + R"("web")"), can, {}, at(18, 0)).deadline);
}

void TestChatCaptainDecoders::deliveryFollowsTheTimes_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<DeliveryStatus>("status");
    const QByteArray sent = R"("sent":"2026-11-20T18:00:01Z")";
    const QByteArray received = R"("received":"2026-11-20T18:00:02Z")";
    const QByteArray read = R"("read":"2026-11-20T18:00:03Z")";
    QTest::newRow("nothing") << QByteArray(R"("x":1)") << DeliveryStatus::Created;
    QTest::newRow("sent") << sent << DeliveryStatus::Sent;
    QTest::newRow("received") << QByteArray(sent + ',' + received) << DeliveryStatus::Delivered;
    QTest::newRow("read") << QByteArray(sent + ',' + received + ',' + read) << DeliveryStatus::Read;
    QTest::newRow("read, the rest is missing") << read << DeliveryStatus::Read;
    QTest::newRow("empty times") << QByteArray(R"("sent":"","received":null)") << DeliveryStatus::Created;
    QTest::newRow("a word only") << QByteArray(R"("status":"read")") << DeliveryStatus::Created;
    QTest::newRow("error") << QByteArray(sent + R"(,"error":"131047")") << DeliveryStatus::Error;
    QTest::newRow("no error") << QByteArray(sent + R"(,"error":"")") << DeliveryStatus::Sent;
}

void TestChatCaptainDecoders::deliveryFollowsTheTimes()
{
    QFETCH(QByteArray, fields);
    QFETCH(DeliveryStatus, status);
    const Message m = messageOf(fields);
    QCOMPARE(m.status.value, status);
    QCOMPARE(m.latestError.has_value(), status == DeliveryStatus::Error);
}

void TestChatCaptainDecoders::sendersHaveASide_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<MessageAuthor>("author");
    QTest::newRow("user") << QByteArray(R"("sender":"user")") << MessageAuthor::Customer;
    QTest::newRow("agent") << QByteArray(R"("sender":"agent")") << MessageAuthor::Agent;
    QTest::newRow("operator") << QByteArray(R"("sender":"operator")") << MessageAuthor::Agent;
    QTest::newRow("bot") << QByteArray(R"("sender":"bot","persona":{"name":"Lea"})") << MessageAuthor::Agent;
    QTest::newRow("new, outgoing") << QByteArray(R"("sender":"flow","outgoing":true)")
                                   << MessageAuthor::Agent;
    QTest::newRow("missing, incoming") << QByteArray(R"("outgoing":"false")") << MessageAuthor::Customer;
    QTest::newRow("nothing") << QByteArray(R"("x":1)") << MessageAuthor::Unknown;
}

void TestChatCaptainDecoders::sendersHaveASide()
{
    QFETCH(QByteArray, fields);
    QFETCH(MessageAuthor, author);
    const Message m = messageOf(fields);
    QCOMPARE(m.author.value, author);
    QCOMPARE(m.authorName, fields.contains("Lea") ? QStringLiteral("Lea") : QString());
}

void TestChatCaptainDecoders::contentsAreReadable_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind"); // of StructuredContent; -1: plain words
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &content, int kind, const QString &words) {
        QTest::newRow(name) << content << kind << words;
    };
    row("text", R"({"text":"Hi"})", -1, QStringLiteral("Hi"));
    row("number as text", R"({"text":12})", -1, QStringLiteral("12"));
    row("buttons", R"({"buttons":{"buttons":[{"label":"Yes","type":"x","value":"y"},{"value":"No"}]}})",
        int(Kind::Buttons), QStringLiteral("Yes\nNo"));
    row("selected button", R"({"selectedButton":{"label":"Yes","value":"y","reference":"r"}})", -1,
        QStringLiteral("Yes"));
    row("template", R"({"template":{"header":"H","body":"B","footer":"F"}})", -1, QStringLiteral("H\nB\nF"));
    row("transcription", R"({"transcription":{"text":"Hello","language":"en","audioRef":"a"}})",
        int(Kind::Transcription), QStringLiteral("Hello"));
    row("speech", R"({"textToSpeech":{"text":"Welcome"}})", -1, QStringLiteral("Welcome"));
    row("note", R"({"note":{"text":"VIP","mentions":[]}})", int(Kind::Note), QStringLiteral("VIP"));
    row("hang-up", R"({"voiceHangup":{"reason":"busy","headers":{}}})", int(Kind::VoiceHangup),
        QStringLiteral("busy"));
    row("transfer", R"({"voiceTransfer":{"target":"+4930","headers":{}}})", int(Kind::VoiceTransfer),
        QStringLiteral("+4930"));
    row("hand-over", R"({"agentHandover":{"reason":"asked for a person"}})", int(Kind::Handover),
        QStringLiteral("asked for a person"));
    row("reaction", R"({"reaction":{"reactionToMid":"x","action":"react","reaction":"love","emoji":"❤"}})",
        int(Kind::Reaction), QStringLiteral("❤"));
}

void TestChatCaptainDecoders::contentsAreReadable()
{
    QFETCH(QByteArray, content);
    QFETCH(int, kind);
    QFETCH(QString, words);
    const Message m = messageOf(R"("content":)" + content);
    QCOMPARE(m.contents.size(), 1);
    const auto *structured = std::get_if<StructuredContent>(&m.contents.constFirst());
    QCOMPARE(structured ? int(structured->kind) : -1, kind);
    QCOMPARE(plainText(m), words);
}

void TestChatCaptainDecoders::templatePlacesAreFilledOnce()
{
    const Message m = messageOf(
        R"("content":{"metaWhatsappTemplate":{"templateName":"t","language":"de","headerText":"For {{1}}",
           "bodyText":"Hello {{1}}, order {{2}} of {{3}} {{x}}","footerText":"Bye","bodyParameters":["{{2}}","17"],
           "header":{"parameters":["Eva"]},"buttons":[{"label":"Track","type":"URL"}]}})");
    QCOMPARE(m.contents.size(), 2);
    QCOMPARE(std::get<TextContent>(m.contents.at(0)).text,
             QStringLiteral("For Eva\nHello {{2}}, order 17 of {{3}} {{x}}\nBye"));
    QCOMPARE(std::get<StructuredContent>(m.contents.at(1)).items, QStringList{QStringLiteral("Track")});
}

void TestChatCaptainDecoders::fileIsAMedia()
{
    const auto contents =
        contentsOf(R"({"file":{"name":"v.ogg","url":"https://files.example.com/v.ogg","type":"file",
                       "mimeType":"audio/ogg","size":"2048","attachmentRef":"r1","transcript":"Hello"}})");
    QCOMPARE(contents.size(), 2);
    const auto media = std::get<MediaContent>(contents.at(0));
    QCOMPARE(media.kind, MediaKind::Audio);
    QCOMPARE(*media.size, 2048);
    QCOMPARE(media.downloadUrl, QUrl(QStringLiteral("https://files.example.com/v.ogg")));
    QCOMPARE(std::get<StructuredContent>(contents.at(1)).kind, Kind::Transcription);
}

void TestChatCaptainDecoders::emailHasItsParts()
{
    const auto contents =
        contentsOf(R"({"email":{"subject":"Invoice","body":"See below.","from":"eva@example.com",
                       "to":["shop@example.com"],"cc":["ben@example.com"],"bcc":["me@example.com"],"attachmentIds":["a","b"],
                       "references":[]}})");
    const auto mail = std::get<StructuredContent>(contents.constFirst());
    QCOMPARE(mail.title, QStringLiteral("Invoice"));
    QCOMPARE(mail.text, QStringLiteral("See below."));
    QCOMPARE(mail.items,
             (QStringList{QStringLiteral("eva@example.com"), QStringLiteral("shop@example.com")}));
    QCOMPARE(mail.copies, QStringList{QStringLiteral("ben@example.com")});
    QCOMPARE(mail.blindCopies, QStringList{QStringLiteral("me@example.com")});
    QCOMPARE(mail.files, 2);
}

void TestChatCaptainDecoders::unknownContentIsNamed()
{
    const auto hologram = contentsOf(R"({"hologram":{"depth":3}})");
    QCOMPARE(std::get<UnknownContent>(hologram.constFirst()).type, QStringLiteral("hologram"));
    const auto settings = contentsOf(R"({"callSettings":{"dtmf":true},"delay":5})");
    QCOMPARE(std::get<UnknownContent>(settings.constFirst()).type, QStringLiteral("callSettings"));
    QCOMPARE(
        contentsOf(R"({"text":"Hi","operator":{"operatorId":"op1"},"callSettings":{"dtmf":true}})").size(),
        1);
    QCOMPARE(messageOf(R"("content":{"text":"Hi","operator":{"operatorId":"op1"}})").userId.value(),
             QStringLiteral("op1"));
    const Message typed = messageOf(R"("type":"carousel","content":{})");
    QCOMPARE(std::get<UnknownContent>(typed.contents.constFirst()).type, QStringLiteral("carousel"));
    QVERIFY(messageOf(R"("type":"text")").contents.isEmpty());
}

void TestChatCaptainDecoders::sensitiveWordsStayInTheThread()
{
    const Message m = messageOf(R"("isSensitive":true,"content":{"text":"4111"})");
    QVERIFY(m.sensitive);
    QCOMPARE(plainText(m), QString());
    QCOMPARE(std::get<TextContent>(m.contents.constFirst()).text, QStringLiteral("4111"));
}

void TestChatCaptainDecoders::messagesComeNewestFirst_data()
{
    QTest::addColumn<QByteArray>("rows");
    const QByteArray a = R"({"id":"a","created":"2026-11-20T18:00:00Z"})";
    const QByteArray b = R"({"id":"b","created":"2026-11-20T18:01:00Z"})";
    const QByteArray c = R"({"id":"c","created":"2026-11-20T18:01:00.500Z"})";
    QTest::newRow("oldest first") << QByteArray(a + ',' + b + ',' + c);
    QTest::newRow("newest first") << QByteArray(c + ',' + b + ',' + a);
    QTest::newRow("mixed") << QByteArray(b + ',' + c + ',' + a);
}

void TestChatCaptainDecoders::messagesComeNewestFirst()
{
    QFETCH(QByteArray, rows);
    QCOMPARE(ids(messagesOf(rows)), QByteArrayList({"c", "b", "a"}));
    // The same moment: as they stand in the answer, which is in one order or the other.
    QCOMPARE(ids(messagesOf(R"({"id":"x","created":"2026-11-20T18:00:00Z"},
                              {"id":"y","created":"2026-11-20T18:00:00Z"})")),
             QByteArrayList({"y", "x"}));
}

void TestChatCaptainDecoders::environmentsAreNotMixedUnlessAsked()
{
    const QJsonDocument list = json(R"({"conversations":[{"id":"a","environment":"prod"},
        {"id":"b","environment":"test"},{"id":"c"}]})");
    Context prod = context;
    prod.environment = QStringLiteral("prod");
    const auto idsIn = [&list](const Context &of) {
        QStringList ids;
        const auto page = decodeConversations(list, of);
        for (const Conversation &c : page.value->items)
            ids << c.key.id.value();
        return ids;
    };
    QCOMPARE(idsIn(prod), QStringList({QStringLiteral("a"), QStringLiteral("c")}));
    QCOMPARE(idsIn(context).size(), 3);
}

void TestChatCaptainDecoders::quotesFollowTheContext()
{
    const auto messages = messagesOf(
        R"({"id":"a","providerMessageId":"wamid.1","created":"2026-11-20T18:00:00Z","content":{"text":"Q"}},
           {"id":"b","contextId":"wamid.1","created":"2026-11-20T18:01:00Z","content":{"text":"A"}},
           {"id":"c","contextId":"b","created":"2026-11-20T18:02:00Z"},
           {"id":"d","contextId":"elsewhere","created":"2026-11-20T18:03:00Z"},
           {"id":"e","contextId":"e","created":"2026-11-20T18:04:00Z"})");
    QCOMPARE(messages.size(), 5);
    QVERIFY(!messages.at(0).reference && !messages.at(1).reference);
    QCOMPARE(messages.at(2).reference->id.value(), QStringLiteral("b"));
    QVERIFY(!messages.at(2).reference->reference); // one level
    QCOMPARE(plainText(*messages.at(3).reference), QStringLiteral("Q"));
}

void TestChatCaptainDecoders::streamsAreOneMessage()
{
    const auto messages = messagesOf(
        R"({"id":"a","streamGroupId":"s","created":"2026-11-20T18:00:00Z","sent":"2026-11-20T18:00:00Z",
            "content":{"text":"One"}},
           {"id":"x","created":"2026-11-20T18:00:01Z","content":{"text":"Between"}},
           {"id":"b","streamGroupId":"s","created":"2026-11-20T18:00:02Z","content":{"text":"two"}},
           {"id":"c","streamGroupId":"t","created":"2026-11-20T18:00:03Z","content":{"text":"Other"}})");
    QCOMPARE(ids(messages), QByteArrayList({"c", "x", "a"}));
    QCOMPARE(plainText(messages.at(2)), QStringLiteral("One\ntwo"));
    QCOMPARE(messages.at(2).status.value, DeliveryStatus::Created); // not all of it has been sent
}

void TestChatCaptainDecoders::reactionsGoToTheirMessage()
{
    const auto messages = messagesOf(
        R"({"id":"a","providerMessageId":"p1","created":"2026-11-20T18:00:00Z","content":{"text":"Hi"}},
           {"id":"b","sender":"user","created":"2026-11-20T18:01:00Z",
            "content":{"reaction":{"reactionToMid":"p1","action":"react","reaction":"","emoji":"👍"}}},
           {"id":"c","sender":"user","created":"2026-11-20T18:02:00Z",
            "content":{"reaction":{"reactionToMid":"gone","action":"react","reaction":"","emoji":"❤"}}})");
    QCOMPARE(ids(messages), QByteArrayList({"c", "a"}));
    QCOMPARE(messages.at(1).customerReaction, QStringLiteral("👍"));
}

void TestChatCaptainDecoders::aSnoozeThatIsOverIsNone()
{
    const auto answer = json(R"({"conversation":{"id":"a","snoozed":"2026-11-20T18:30:00Z"}})");
    Context then = context;
    QCOMPARE(*decodeConversation(answer, then).value->snoozeUntil, at(18, 30));
    then.now = at(18, 29);
    QCOMPARE(*decodeConversation(answer, then).value->snoozeUntil, at(18, 30));
    then.now = at(18, 30);
    QVERIFY(!decodeConversation(answer, then).value->snoozeUntil);
}

void TestChatCaptainDecoders::flatMessageIsRead()
{
    const auto decoded = decodeMessage(
        json(R"({"id":"m","text":"Hi","sender":"agent","created":"2026-11-20T18:00:00Z"})"), context);
    QVERIFY(decoded.value);
    QCOMPARE(plainText(*decoded.value), QStringLiteral("Hi"));
    QVERIFY(decoded.value->author == MessageAuthor::Agent);
    QCOMPARE(decoded.value->conversationId.value(), QStringLiteral("cv1"));
}

void TestChatCaptainDecoders::listsLeaveOutWhatHasNoId()
{
    const auto page =
        decodeConversations(json(R"({"conversations":[{"id":"a"},7,{"state":0},{"id":"b"}]})"), context);
    QVERIFY(page.value);
    QCOMPARE(page.value->items.size(), 2);
    QCOMPARE(page.value->unreadable, 2);
    QVERIFY(page.value->next.isEmpty());
    QVERIFY(decodeConversations(json(R"([{"id":"a"}])"), context).value);
}

void TestChatCaptainDecoders::noListIsNoPage()
{
    // An empty page would look as if everything had been deleted.
    for (const QByteArray answer : {"{}", R"({"conversations":null})", R"({"conversations":{}})",
                                    R"({"conversations":[],"error":"x"})"})
        QVERIFY2(!decodeConversations(json(answer), context).value, answer.constData());
    QVERIFY(decodeConversations(json(R"({"conversations":[]})"), context).value);
}

void TestChatCaptainDecoders::smallListsAreRead()
{
    const auto tags = decodeTags(json(R"({"tags":[{"id":"t","name":"Urgent","color":"dark_green"}]})"));
    QCOMPARE(tags.value->constFirst().color, QStringLiteral("dark_green"));
    const auto teams = decodeTeams(json(R"({"teams":[{"id":"t","name":"A","userIds":["u1","u2"]}]})"));
    QCOMPARE(teams.value->constFirst().members.size(), 2);
    const auto view = decodeViews(json(
        R"({"views":[{"id":"v","name":"Mine","tags":["t"],"unread":true,"selfAssigned":true,"open":true,
            "closed":false,"inProgress":true,"sorting":"updated","sortingDirection":0}]})"));
    QVERIFY(!view.value->constFirst().newestFirst && view.value->constFirst().mineOnly);
    const auto contacts = decodeContacts(json(R"({"results":{"hits":[{"id":"c","name":"Eva"}]}})"));
    QCOMPARE(contacts.value->items.constFirst().name, QStringLiteral("Eva"));
    // Where no key is documented, the only list is meant; of two nobody knows which.
    QCOMPARE(decodeSnippets(json(R"({"snippets":[{"id":"s","name":"Hi"}],"error":""})")).value->size(), 1);
    QVERIFY(!decodeSnippets(json(R"({"a":[{"id":"s"}],"b":[]})")).value);
    QVERIFY(!decodeSnippets(json(R"({"snippets":[],"error":"No."})")).value);
    QCOMPARE(decodePresences(json(R"({"statuses":[{"userId":"u","online":true}]})")).value->size(), 1);
    QVERIFY(!decodeConversations(json(R"({"chats":[{"id":"c"}]})"), context).value); // that one is documented
    const auto found = decodeContacts(json(
        R"({"results":{"facetCounts":[],"hits":[{"document":{"id":"c","name":"Eva"}},{"highlight":{}}]}})"));
    QCOMPARE(found.value->items.size(), 1);
    QCOMPARE(found.value->items.constFirst().name, QStringLiteral("Eva"));
    QCOMPARE(found.value->unreadable, 1);
    QCOMPARE(decodeContacts(json(R"({"people":[{"id":"c","name":"Eva"}]})")).value->items.size(), 1);
    const auto contact = decodeContact(json(
        R"({"contact":{"id":"c","name":"Eva","address":{"street":"Weg","houseNumber":"1","zipcode":"53113",
            "location":"Bonn","country":"DE"}}})"));
    QCOMPARE(contact.value->address, QStringLiteral("Weg 1, 53113 Bonn, DE"));
    QVERIFY(decodeContacts(json(R"({"results":null})")).value->items.isEmpty());
    QVERIFY(!decodeContacts(json(R"({"results":null,"error":"No"})")).value);
    QCOMPARE(decodeUsers(json(R"({"members":[{"id":"m","userId":"u"}]})")).value->constFirst().id,
             UserId(QStringLiteral("u")));
    QCOMPARE(decodeViews(json(R"({"filters":[{"id":"v"}]})")).value->size(), 1);
    QCOMPARE(decodeUsers(json(R"([{"id":"u","name":"Ben"}])")).value->constFirst().name,
             QStringLiteral("Ben"));
}

void TestChatCaptainDecoders::errorsAreFound_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("error");
    QTest::newRow("text") << QByteArray(R"({"error":" No. "})") << QStringLiteral("No.");
    QTest::newRow("empty") << QByteArray(R"({"error":""})") << QString();
    QTest::newRow("null") << QByteArray(R"({"error":null})") << QString();
    QTest::newRow("object") << QByteArray(R"({"error":{"message":"No."}})") << QStringLiteral("No.");
    QTest::newRow("a message's own") << QByteArray(R"({"id":"m","error":"No."})") << QString();
    QTest::newRow("list") << QByteArray("[]") << QString();
}

void TestChatCaptainDecoders::errorsAreFound()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, error);
    QCOMPARE(errorIn(json(answer)), error);
}

QTEST_GUILESS_MAIN(TestChatCaptainDecoders)
#include "tst_chatcaptaindecoders.moc"
