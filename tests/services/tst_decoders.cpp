// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/decoders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::backends::clientapi;

namespace {

QJsonDocument document(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument result = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        qFatal("test data: %s", qPrintable(problem.errorString()));
    return result;
}

QJsonDocument example(const char *name)
{
    QFile file(QStringLiteral(INBOX_SOURCE_DIR) + QLatin1String("/tests/data/clientapi/")
               + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("test data is missing: %s", name);
    return document(file.readAll());
}

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODate);
}

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const AccountId account(QStringLiteral("acc"));
const ConversationId conversation501(QStringLiteral("501"));

Conversation conversationOf(const QByteArray &fields)
{
    const auto decoded = decodeConversation(document("{\"data\":{\"id\":1," + fields + "}}"), account);
    return decoded.value.value_or(Conversation());
}

Message messageOf(const QByteArray &fields)
{
    return decodeMessage(document("{\"id\":1," + fields + "}"), conversation501).value.value_or(Message());
}

QStringList paths(const QList<Problem> &problems)
{
    QStringList result;
    for (const Problem &problem : problems)
        result.append(problem.path);
    return result;
}

} // namespace

// Reads every answer the vendor documents, and every odd one it must expect.
class TestDecoders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsEveryFieldOfAConversation();
    void readsABareConversation();
    void readsAPageOfConversations();
    void readsEveryContentOfMessages();
    void readsWhatHappenedToMessages();
    void keepsOneLevelOfQuotes();
    void readsANote();
    void readsAProfile();
    void readsUsers();
    void readsSettings();
    void documentedExamplesHaveNoProblems_data();
    void documentedExamplesHaveNoProblems();

    void missingFieldsBecomeDefaults();
    void nullFieldsBecomeDefaults();
    void numbersAndStringsAreInterchangeable();
    void bigIdsKeepEveryDigit();
    void fractionIsNoId();
    void unknownWordsAreKept();
    void unknownContentKeepsItsName();
    void timesAreReadInEveryForm_data();
    void timesAreReadInEveryForm();
    void daysAreReadInBothForms();
    void wrongTypesAreReportedWithTheirPath();
    void emptyObjectIsNoReference_data();
    void emptyObjectIsNoReference();
    void objectInsteadOfListIsAListOfOne();
    void listInsteadOfObjectIsItsOnlyItem();
    void badRowNeverLosesThePage();
    void bareListIsAPage();
    void whatIsNoListIsNoPage_data();
    void whatIsNoListIsNoPage();
    void singleWithoutIdIsNotUnderstood();
    void placesOffTheGlobeAreDropped();
    void deepQuotesDoNotOverflow();
    void negativeAndFractionalCountsAreTamed();
};

void TestDecoders::readsEveryFieldOfAConversation()
{
    const auto decoded = decodeConversation(example("conversation.json"), account);
    QVERIFY(decoded.value);
    const Conversation &c = *decoded.value;
    QCOMPARE(c.key.account.value(), s("acc"));
    QCOMPARE(c.key.id.value(), s("501"));
    QCOMPARE(c.createdAt.value(), utc("2026-01-05T08:30:00Z"));
    QVERIFY(c.channel == Channel::WhatsApp);
    QVERIFY(c.status == ConversationStatus::InProgress);
    QCOMPARE(c.snoozeUntil.value(), utc("2026-01-09T07:00:00Z"));
    QVERIFY(c.line);
    QCOMPARE(c.line->id.value(), s("3"));
    QVERIFY(c.line->channel == Channel::WhatsApp);
    QCOMPARE(c.line->displayId, s("4915223567929"));
    QCOMPARE(c.line->name, s("Bakery Sonnenschein"));
    QCOMPARE(c.line->inSync, std::optional(true));
    QCOMPARE(c.line->unreadConversations, std::optional(4));
    QVERIFY(c.customer);
    QCOMPARE(c.customer->id.value(), s("77"));
    QCOMPARE(c.customer->displayId, s("4915224367929"));
    QCOMPARE(c.customer->name, s("Jule"));
    QVERIFY(c.customer->profile);
    QVERIFY(c.assignee);
    QCOMPARE(c.assignee->id.value(), s("12"));
    QCOMPARE(c.assignee->name, s("Aylin"));
    QCOMPARE(c.assignee->email, s("1234"));
    QCOMPARE(c.assignee->roles, QStringList{s("admin")});
    QCOMPARE(c.assignee->permissions, (QStringList{s("conversations.update"), s("messages.create")}));
    QCOMPARE(c.assignee->createdAt.value(), utc("2023-01-01T12:00:00Z"));
    QVERIFY(!c.assignee->updatedAt);
    QVERIFY(c.latestMessage);
    QCOMPARE(c.latestMessage->id.value(), s("9002"));
    QVERIFY(c.latestMessage->status == DeliveryStatus::Delivered);
    QVERIFY(!c.latestMessage->reference);
    QVERIFY(c.latestCustomerMessage);
    QCOMPARE(plainText(*c.latestCustomerMessage), s("When can I come?"));
    QCOMPARE(c.lastCustomerReplyAt.value(), utc("2026-01-05T09:00:00Z"));
    QVERIFY(c.latestNote);
    QCOMPARE(c.latestNote->text, s("Regular customer, likes rye."));
    QCOMPARE(c.unreadCount, 2);
    QCOMPARE(c.replyUntil.value(), utc("2026-01-06T09:00:00Z"));
    QCOMPARE(c.replyPossible, std::optional(true));
    QCOMPARE(c.customerInteractionRequired, std::optional(false));
}

void TestDecoders::readsABareConversation()
{
    const auto wrapped = decodeConversation(example("conversation.json"), account);
    const auto bare = decodeConversation(example("conversation_patched.json"), account);
    QVERIFY(bare.value);
    QVERIFY(*bare.value == *wrapped.value);
}

void TestDecoders::readsAPageOfConversations()
{
    const auto decoded = decodeConversations(example("conversations_page.json"), account);
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->items.size(), 2);
    QCOMPARE(decoded.value->next, s("https://client.example.com/third-party/v1/conversations?page=2"));
    QCOMPARE(decoded.value->total, std::optional(5));
    QCOMPARE(decoded.value->unreadable, 0);
    const Conversation &bare = decoded.value->items.at(1);
    QVERIFY(bare.channel == Channel::Widget);
    QVERIFY(bare.status == ConversationStatus::ToDo);
    QVERIFY(!bare.line && !bare.customer && !bare.assignee && !bare.latestMessage && !bare.latestNote);
    QCOMPARE(bare.replyPossible, std::optional(false));
    QCOMPARE(bare.customerInteractionRequired, std::optional(true));
}

void TestDecoders::readsEveryContentOfMessages()
{
    const auto decoded = decodeMessages(example("messages_page.json"), conversation501);
    QVERIFY(decoded.value);
    const QList<Message> &messages = decoded.value->items;
    QCOMPARE(messages.size(), 10);
    QVERIFY(decoded.value->next.isEmpty());

    MediaContent image;
    image.kind = MediaKind::Image;
    image.uuid = s("5b0c6a9e-0000-4000-8000-000000000001");
    image.name = s("IMG_1.jpg");
    image.mimeType = s("image/jpeg");
    image.size = 84211;
    image.caption = s("The cake");
    image.downloadUrl = QUrl(s("https://client.example.com/third-party/v1/files/1"));
    image.publicUrl = QUrl(s("https://files.example.com/public/1?signature=abc"));
    QCOMPARE(messages.at(1).contents.size(), 1);
    QVERIFY(std::get<MediaContent>(messages.at(1).contents.at(0)) == image);

    const auto video = std::get<MediaContent>(messages.at(2).contents.at(0));
    QVERIFY(video.kind == MediaKind::Video);
    QVERIFY(video.name.isEmpty());
    QVERIFY(video.caption.isEmpty());

    const auto audio = std::get<MediaContent>(messages.at(3).contents.at(0));
    QVERIFY(audio.kind == MediaKind::Audio);
    QVERIFY(audio.voice);

    const auto offer = std::get<MediaContent>(messages.at(4).contents.at(0));
    QVERIFY(offer.kind == MediaKind::Document);
    QCOMPARE(offer.name, s("Offer.pdf"));
    QCOMPARE(offer.caption, s("Our offer"));

    const auto place = std::get<LocationContent>(messages.at(5).contents.at(0));
    QCOMPARE(place.latitude, std::optional(50.1109));
    QCOMPARE(place.longitude, std::optional(8.6821));
    QCOMPARE(place.name, s("Römer"));
    QCOMPARE(place.address, s("Römerberg 1"));
    QCOMPARE(place.url, s("https://example.org/map"));

    QCOMPARE(messages.at(6).contents.size(), 2);
    ContactContent contact;
    contact.formattedName = s("Dr. Max Emil Weber jr.");
    contact.firstName = s("Max");
    contact.middleName = s("Emil");
    contact.lastName = s("Weber");
    contact.prefix = s("Dr.");
    contact.suffix = s("jr.");
    contact.birthday = QDate(1970, 1, 1);
    contact.phones = {{s("WORK"), s("+49 69 1234567")}};
    contact.emails = {{s("HOME"), s("max@example.org")}};
    contact.addresses = {{s("HOME"), s("Zeil 1, 60313 Frankfurt, Hessen, Germany")}};
    contact.company = s("Weber GmbH");
    contact.department = s("Sales");
    contact.title = s("Head");
    QVERIFY(std::get<ContactContent>(messages.at(6).contents.at(0)) == contact);
    QCOMPARE(std::get<ContactContent>(messages.at(6).contents.at(1)).formattedName, s("Eva"));
}

void TestDecoders::readsWhatHappenedToMessages()
{
    const auto decoded = decodeMessages(example("messages_page.json"), conversation501);
    const QList<Message> &messages = decoded.value->items;
    QVERIFY(messages.at(0).author == MessageAuthor::Agent);
    QCOMPARE(messages.at(0).userId.value(), s("12"));
    QVERIFY(messages.at(0).status == DeliveryStatus::Sent);
    QCOMPARE(messages.at(0).customerReaction, s("👍"));
    QCOMPARE(messages.at(0).sentAt.value(), utc("2023-01-01T12:00:00Z"));
    QCOMPARE(messages.at(1).agentReaction, s("❤️"));
    QVERIFY(messages.at(1).userId.isEmpty());
    QVERIFY(messages.at(7).author == MessageAuthor::System);
    QVERIFY(messages.at(7).source == MessageSource::WhatsappCampaign);
    QVERIFY(messages.at(7).campaign);
    QCOMPARE(messages.at(7).campaign->id.value(), s("2"));
    QCOMPARE(messages.at(7).campaign->name, s("Winter 2026"));
    QVERIFY(messages.at(8).status == DeliveryStatus::Error);
    QVERIFY(messages.at(8).latestError);
    QCOMPARE(messages.at(8).latestError->id.value(), s("44"));
    QVERIFY(messages.at(8).latestError->kind == MessageError::Kind::StatusUpdate);
    QCOMPARE(messages.at(8).latestError->originalMessage, s("Message undeliverable (131026)"));
    QCOMPARE(messages.at(8).latestError->createdAt.value(), utc("2023-01-01T12:00:00Z"));
    QVERIFY(messages.at(9).latestError->kind == MessageError::Kind::Other);
    QVERIFY(messages.at(9).status == DeliveryStatus::Created);
    QVERIFY(!messages.at(9).sentAt);
}

void TestDecoders::keepsOneLevelOfQuotes()
{
    const auto decoded = decodeMessages(example("messages_page.json"), conversation501);
    const Boxed<Message> &quoted = decoded.value->items.at(0).reference;
    QVERIFY(quoted);
    QCOMPARE(quoted->id.value(), s("5"));
    QVERIFY(!quoted->reference);
}

void TestDecoders::readsANote()
{
    const auto decoded = decodeNote(example("note.json"), {});
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->id.value(), s("31"));
    QCOMPARE(decoded.value->conversationId.value(), s("501"));
    QCOMPARE(decoded.value->text, s("Likes rye, no seeds."));
    QCOMPARE(decoded.value->createdAt.value(), utc("2026-01-04T12:00:00Z"));
    QCOMPARE(decoded.value->updatedAt.value(), utc("2026-01-05T12:05:00Z"));
}

void TestDecoders::readsAProfile()
{
    const auto decoded = decodeProfile(example("profile.json"));
    QVERIFY(decoded.value);
    const Profile &p = *decoded.value;
    QCOMPARE(p.id.value(), s("70"));
    QVERIFY(p.salutation == Salutation::FormalFemale);
    QCOMPARE(p.name, s("Juliane Brandt"));
    QVERIFY(p.gender == Gender::Female);
    QVERIFY(!p.blocked);
    QCOMPARE(p.dateOfBirth, QDate(1970, 1, 1));
    QCOMPARE(p.phoneNumber, s("+4915224367929"));
    QCOMPARE(p.email, s("jule@example.org"));
    QCOMPARE(p.address, s("Hauptstr. 5, 60311 Frankfurt"));
    QVERIFY((p.custom == std::array<QString, 5>{s("K-1001"), QString(), s("gold"), QString(), s("DE")}));
    QCOMPARE(p.createdAt.value(), utc("2025-11-01T10:00:00Z"));
    QCOMPARE(p.updatedAt.value(), utc("2026-01-02T10:00:00Z"));
}

void TestDecoders::readsUsers()
{
    const auto decoded = decodeUsers(example("users.json"));
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->size(), 2);
    QCOMPARE(decoded.value->at(1).name, s("Ben"));
    QCOMPARE(decoded.value->at(1).email, s("ben@example.org"));
}

void TestDecoders::readsSettings()
{
    const auto decoded = decodeSettings(example("settings_general.json"));
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->tenantName, s("Bakery Sonnenschein"));
    QCOMPARE(decoded.value->markExternalMessagesAsRead, std::optional(true));
    QCOMPARE(decoded.value->deleteMessagesAfterDays, std::optional(90));
    QCOMPARE(decoded.value->openingHours.size(), 7);
    QCOMPARE(decoded.value->openingHours.at(0).size(), 2);
    QCOMPARE(decoded.value->openingHours.at(0).at(1).first, QTime(13, 0));
    QCOMPARE(decoded.value->openingHours.at(0).at(1).second, QTime(18, 0));
    QVERIFY(decoded.value->openingHours.at(2).isEmpty());
    QCOMPARE(decoded.value->openingHours.at(3).at(0).second, QTime(23, 59));
}

void TestDecoders::documentedExamplesHaveNoProblems_data()
{
    QTest::addColumn<QStringList>("problems");
    QTest::newRow("conversation") << paths(
        decodeConversation(example("conversation.json"), account).problems);
    QTest::newRow("patched") << paths(
        decodeConversation(example("conversation_patched.json"), account).problems);
    QTest::newRow("conversations") << paths(
        decodeConversations(example("conversations_page.json"), account).problems);
    QTest::newRow("messages") << paths(
        decodeMessages(example("messages_page.json"), conversation501).problems);
    QTest::newRow("message") << paths(decodeMessage(example("message.json"), conversation501).problems);
    QTest::newRow("note") << paths(decodeNote(example("note.json"), conversation501).problems);
    QTest::newRow("profile") << paths(decodeProfile(example("profile.json")).problems);
    QTest::newRow("users") << paths(decodeUsers(example("users.json")).problems);
    QTest::newRow("settings") << paths(decodeSettings(example("settings_general.json")).problems);
}

void TestDecoders::documentedExamplesHaveNoProblems()
{
    QFETCH(QStringList, problems);
    QCOMPARE(problems, QStringList());
}

void TestDecoders::missingFieldsBecomeDefaults()
{
    const auto decoded = decodeConversation(document(R"({"data":{"id":1}})"), account);
    QVERIFY(decoded.value);
    QVERIFY(decoded.problems.isEmpty());
    Conversation bare;
    bare.key = {account, ConversationId(s("1"))};
    QVERIFY(*decoded.value == bare);
    QVERIFY(!decoded.value->replyPossible);

    const auto message = decodeMessage(document(R"({"data":{"id":2}})"), conversation501);
    QVERIFY(message.value);
    Message empty;
    empty.id = MessageId(s("2"));
    empty.conversationId = conversation501;
    QVERIFY(*message.value == empty);
}

void TestDecoders::nullFieldsBecomeDefaults()
{
    QJsonObject object = example("conversation_patched.json").object();
    for (const QString &key : object.keys()) {
        if (key != QLatin1String("id"))
            object.insert(key, QJsonValue::Null);
    }
    const auto decoded = decodeConversation(QJsonDocument(object), account);
    QVERIFY(decoded.value);
    QVERIFY(decoded.problems.isEmpty());
    Conversation bare;
    bare.key = {account, ConversationId(s("501"))};
    QVERIFY(*decoded.value == bare);
}

void TestDecoders::numbersAndStringsAreInterchangeable()
{
    const auto decoded =
        decodeConversation(document(R"({"data":{"id":"501","unread_customer_messages_count":"3",
        "reply_possible":1,"customer_interaction_required":"false","agent":{"id":"3","display_id":491522},
        "user":{"id":12,"email":"a@example.org"}}})"),
                           account);
    QVERIFY(decoded.value);
    QVERIFY(decoded.problems.isEmpty());
    QCOMPARE(decoded.value->key.id.value(), s("501"));
    QCOMPARE(decoded.value->unreadCount, 3);
    QCOMPARE(decoded.value->replyPossible, std::optional(true));
    QCOMPARE(decoded.value->customerInteractionRequired, std::optional(false));
    QCOMPARE(decoded.value->line->displayId, s("491522"));
    QCOMPARE(decoded.value->assignee->email, s("a@example.org"));
    const Message place = messageOf(R"("contents":[{"type":"location","latitude":-33.5,"longitude":"151"}])");
    QCOMPARE(std::get<LocationContent>(place.contents.at(0)).latitude, std::optional(-33.5));
    QCOMPARE(std::get<LocationContent>(place.contents.at(0)).longitude, std::optional(151.0));
}

void TestDecoders::bigIdsKeepEveryDigit()
{
    const auto decoded = decodeConversation(document(R"({"id":9007199254740993})"), account);
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->key.id.value(), s("9007199254740993"));
}

void TestDecoders::fractionIsNoId()
{
    QVERIFY(!decodeConversation(document(R"({"id":1.5})"), account).value);
}

void TestDecoders::unknownWordsAreKept()
{
    const auto decoded =
        decodeConversation(document(R"({"data":{"id":1,"channel":"pigeon","status":"waiting"}})"), account);
    QVERIFY(decoded.value->channel == Channel::Unknown);
    QCOMPARE(decoded.value->channel.raw, s("pigeon"));
    QVERIFY(decoded.value->status == ConversationStatus::Unknown);
    QCOMPARE(decoded.value->status.raw, s("waiting"));
    QCOMPARE(paths(decoded.problems), (QStringList{s("data.channel"), s("data.status")}));
    const Message message = messageOf(R"("from":"robot","source":"api","status":"queued")");
    QCOMPARE(message.author.raw, s("robot"));
    QCOMPARE(message.source.raw, s("api"));
    QCOMPARE(message.status.raw, s("queued"));
}

void TestDecoders::unknownContentKeepsItsName()
{
    const Message message =
        messageOf(R"("contents":[{"type":"sticker","uuid":"x"},{"type":"text","content":"and words"}])");
    QCOMPARE(message.contents.size(), 2);
    QCOMPARE(std::get<UnknownContent>(message.contents.at(0)).type, s("sticker"));
    QCOMPARE(plainText(message), s("and words"));
}

void TestDecoders::timesAreReadInEveryForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QString noon = s("2026-07-01T12:00:00.000Z");
    QTest::newRow("UTC") << QByteArray("\"2026-07-01T12:00:00Z\"") << noon;
    QTest::newRow("milliseconds") << QByteArray("\"2026-07-01T12:00:00.250Z\"")
                                  << s("2026-07-01T12:00:00.250Z");
    QTest::newRow("microseconds") << QByteArray("\"2026-07-01T12:00:00.250000Z\"")
                                  << s("2026-07-01T12:00:00.250Z");
    QTest::newRow("offset") << QByteArray("\"2026-07-01T14:00:00+02:00\"") << noon;
    QTest::newRow("no zone is UTC") << QByteArray("\"2026-07-01T12:00:00\"") << noon;
    QTest::newRow("blank between") << QByteArray("\"2026-07-01 12:00:00\"") << noon;
    QTest::newRow("no zone in a skipped hour")
        << QByteArray("\"2026-03-29T02:30:00\"") << s("2026-03-29T02:30:00.000Z");
    QTest::newRow("nonsense") << QByteArray("\"tomorrow\"") << QString();
    QTest::newRow("empty") << QByteArray("\"\"") << QString();
    QTest::newRow("number") << QByteArray("12") << QString();
}

void TestDecoders::timesAreReadInEveryForm()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const Conversation c = conversationOf("\"reply_until\":" + text);
    QCOMPARE(c.replyUntil ? c.replyUntil->toString(Qt::ISODateWithMs) : QString(), expected);
}

void TestDecoders::daysAreReadInBothForms()
{
    const auto day = [](const char *text) {
        return decodeProfile(document(QByteArray(R"({"id":1,"date_of_birth":)") + text + "}"))
            .value->dateOfBirth;
    };
    QCOMPARE(day(R"("1970-01-31")"), QDate(1970, 1, 31));
    QCOMPARE(day(R"("1970-01-31T23:00:00.000Z")"), QDate(1970, 1, 31));
    QVERIFY(!day(R"("31 January")").isValid());
}

void TestDecoders::wrongTypesAreReportedWithTheirPath()
{
    const auto decoded = decodeConversations(
        document(R"({"data":[{"id":1},{"id":2,"customer":{"profile":{"gender":["male"],"blocked":{}}},
            "unread_customer_messages_count":[],"latest_message":{"id":4,"contents":["x",{"type":"image",
            "name":{"description":"any"}}]}}]})"),
        account);
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->items.size(), 2);
    QCOMPARE(
        paths(decoded.problems),
        (QStringList{s("data[1].customer.profile.gender"), s("data[1].customer.profile.blocked"),
                     s("data[1].latest_message.contents[0]"), s("data[1].latest_message.contents[1].name"),
                     s("data[1].unread_customer_messages_count")}));
}

void TestDecoders::emptyObjectIsNoReference_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::newRow("{}") << QByteArray("{}");
    QTest::newRow("[]") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("no id") << QByteArray(R"({"from":"agent"})");
}

void TestDecoders::emptyObjectIsNoReference()
{
    QFETCH(QByteArray, reference);
    const Message message = messageOf("\"reference\":" + reference);
    QCOMPARE(message.id.value(), s("1"));
    QVERIFY(!message.reference);
}

void TestDecoders::objectInsteadOfListIsAListOfOne()
{
    const auto decoded = decodeConversations(document(R"({"data":{"id":8}})"), account);
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->items.size(), 1);
    QCOMPARE(messageOf(R"("contents":{"type":"text","content":"one"})").contents.size(), 1);
}

void TestDecoders::listInsteadOfObjectIsItsOnlyItem()
{
    const auto decoded = decodeConversation(document(R"({"data":[{"id":8}]})"), account);
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->key.id.value(), s("8"));
}

void TestDecoders::badRowNeverLosesThePage()
{
    const auto decoded = decodeConversations(
        document(R"({"data":[{"id":1},null,"x",{"status":"done"},[],{"id":2}]})"), account);
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->items.size(), 2);
    QCOMPARE(decoded.value->unreadable, 4);
    QCOMPARE(paths(decoded.problems), (QStringList{s("data[1]"), s("data[2]"), s("data[3]"), s("data[4]")}));
}

void TestDecoders::bareListIsAPage()
{
    const auto decoded = decodeMessages(document(R"([{"id":1},{"id":2}])"), conversation501);
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->items.size(), 2);
    QVERIFY(decoded.value->next.isEmpty());
    QCOMPARE(decoded.value->items.at(0).conversationId, conversation501);
}

void TestDecoders::whatIsNoListIsNoPage_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("{}") << QByteArray("{}");
    QTest::newRow("null list") << QByteArray(R"({"data":null})");
    QTest::newRow("text") << QByteArray(R"({"data":"none"})");
    QTest::newRow("message") << QByteArray(R"({"message":"Maintenance"})");
    QTest::newRow("object without id") << QByteArray(R"({"data":{"items":[]}})");
}

void TestDecoders::whatIsNoListIsNoPage()
{
    QFETCH(QByteArray, answer);
    QVERIFY(!decodeConversations(document(answer), account).value);
}

void TestDecoders::singleWithoutIdIsNotUnderstood()
{
    QVERIFY(!decodeConversation(document(R"({"data":{"status":"done"}})"), account).value);
    QVERIFY(!decodeMessage(document(R"({"data":null})"), conversation501).value);
    QVERIFY(!decodeProfile(document(R"([])")).value);
}

void TestDecoders::placesOffTheGlobeAreDropped()
{
    const Message message = messageOf(
        R"("contents":[{"type":"location","latitude":"91","longitude":"181"},{"type":"location","latitude":"x"}])");
    for (const MessageContent &content : message.contents) {
        QVERIFY(!std::get<LocationContent>(content).latitude);
        QVERIFY(!std::get<LocationContent>(content).longitude);
    }
}

void TestDecoders::deepQuotesDoNotOverflow()
{
    QByteArray text = "{\"id\":1}";
    constexpr int deep = 400;
    for (int i = 0; i < deep; ++i)
        text = "{\"id\":1,\"reference\":" + text + "}";
    const auto decoded = decodeMessage(document(text), conversation501);
    QVERIFY(decoded.value);
    QVERIFY(decoded.value->reference);
    QVERIFY(!decoded.value->reference->reference);
}

void TestDecoders::negativeAndFractionalCountsAreTamed()
{
    QCOMPARE(conversationOf(R"("unread_customer_messages_count":-3)").unreadCount, 0);
    QCOMPARE(conversationOf(R"("unread_customer_messages_count":2.4)").unreadCount, 2);
    QCOMPARE(conversationOf(R"("unread_customer_messages_count":99999999999)").unreadCount,
             std::numeric_limits<int>::max());
    QCOMPARE(conversationOf(R"("unread_customer_messages_count":1e300)").unreadCount,
             std::numeric_limits<int>::max());
}

QTEST_GUILESS_MAIN(TestDecoders)
#include "tst_decoders.moc"
