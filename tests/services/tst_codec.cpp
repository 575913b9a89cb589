// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/codec.h"
#include "tests/support/everything.h"

#include <QCborMap>
#include <QRandomGenerator>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;

namespace {

const AccountId account(QStringLiteral("one"));

Message ordinary(int n)
{
    Message message;
    message.id = MessageId(QString::number(100'000 + n));
    message.conversationId = ConversationId(QStringLiteral("4711"));
    message.author = {MessageAuthor::Customer, QStringLiteral("customer")};
    message.source = {MessageSource::User, QStringLiteral("user")};
    message.status = {DeliveryStatus::Delivered, QStringLiteral("delivered")};
    message.contents = {TextContent{QStringLiteral("Could you tell me where my parcel is? It should have "
                                                   "been here on Monday, number %1.")
                                        .arg(n)}};
    message.sentAt = test::someTime(n);
    return message;
}

} // namespace

class TestCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void nothingComesBackAsNothing();
    void aPublicUrlIsNotKept();
    void thePartsOfAnEmailComeBack();
    void aDamagedAddressIsNone();
    void whatALaterVersionAddsIsSkipped();
    void damagedBytesGiveNothing();
    void speed_data();
    void speed();
};

void TestCodec::everythingComesBack()
{
    // What came with a later version stands in no fixture of an earlier one.
    const QList<LabelledValue> details{{QStringLiteral("agentType"), QStringLiteral("6")},
                                       {QStringLiteral("duration"), QStringLiteral("00:01:02")}};
    Conversation conversation = test::everyConversation(account, 5);
    conversation.details = details;
    conversation.language = QStringLiteral("pt-BR");
    conversation.mentions = {UserId(QStringLiteral("7")), UserId(QStringLiteral("8"))};
    conversation.mentionsSeen = {UserId(QStringLiteral("8"))};
    conversation.metadata = {{QStringLiteral("größe"), QStringLiteral("M")},
                             {QStringLiteral("a"), QString()}};
    conversation.latestMessage->details = details;
    const auto kept = store::decodeConversation(account, store::encode(conversation));
    QVERIFY(kept);
    QCOMPARE(*kept, conversation);
    Message message = test::everyMessage(6);
    message.details = details;
    QCOMPARE(store::decodeMessage(store::encode(message)), std::optional(message));
    const QList<User> users{test::everyUser(1), test::everyUser(2), User()};
    QCOMPARE(store::decodeUsers(store::encode(users)), std::optional(users));
}

void TestCodec::nothingComesBackAsNothing()
{
    Conversation conversation;
    conversation.key = {account, ConversationId(QStringLiteral("1"))};
    const QByteArray bytes = store::encode(conversation);
    QVERIFY(bytes.size() < 10);
    QCOMPARE(store::decodeConversation(account, bytes), std::optional(conversation));
    Message message;
    message.id = MessageId(QStringLiteral("1"));
    message.contents = {MediaContent{}, LocationContent{}, ContactContent{}, UnknownContent{}};
    message.reference = Message();
    QCOMPARE(store::decodeMessage(store::encode(message)), std::optional(message));
}

void TestCodec::aPublicUrlIsNotKept()
{
    Message message;
    message.id = MessageId(QStringLiteral("1"));
    MediaContent media;
    media.publicUrl = QUrl(QStringLiteral("https://example.com/CANARY"));
    message.contents = {media};
    Message quoting = message;
    quoting.reference = message;
    QVERIFY(!store::encode(quoting).contains("CANARY"));
    media.publicUrl.clear();
    message.contents = {media};
    quoting = message;
    quoting.reference = message;
    QCOMPARE(store::decodeMessage(store::encode(quoting)), std::optional(quoting));

    Conversation c = test::everyConversation(account, 1);
    c.customer->photo = QUrl(QStringLiteral("https://example.com/CANARY"));
    QVERIFY(!store::encode(c).contains("CANARY"));
}

void TestCodec::thePartsOfAnEmailComeBack()
{
    Message message;
    message.id = MessageId(QStringLiteral("1"));
    StructuredContent mail;
    mail.kind = StructuredContent::Kind::Email;
    mail.copies = {QStringLiteral("ben@example.com")};
    mail.blindCopies = {QStringLiteral("eva@example.com"), QStringLiteral("me@example.com")};
    mail.files = 2;
    message.contents = {mail};
    QCOMPARE(store::decodeMessage(store::encode(message)), std::optional(message));
}

void TestCodec::aDamagedAddressIsNone()
{
    Message message;
    message.id = MessageId(QStringLiteral("1"));
    MediaContent media;
    media.downloadUrl = QUrl(QStringLiteral("https://example.com/f"));
    message.contents = {media};
    const auto read = store::decodeMessage(store::encode(message).replace("example.com", "exampl'.com"));
    QVERIFY(read);
    QVERIFY(std::get<MediaContent>(read->contents.constFirst()).downloadUrl.isEmpty());
    QCOMPARE(store::decodeMessage(store::encode(*read)), read);
}

void TestCodec::whatALaterVersionAddsIsSkipped()
{
    const Message message = ordinary(1);
    QCborMap map = QCborValue::fromCbor(store::encode(message).mid(1)).toMap();
    map.insert(900, QCborMap{{1, QCborArray{2, QStringLiteral("new")}}});
    map.insert(4, QCborArray{17, QStringLiteral("robot")}); // a source we have no number for
    const auto read = store::decodeMessage(QByteArray(1, '\1') + QCborValue(map).toCbor());
    QVERIFY(read);
    Message expected = message;
    expected.source = {MessageSource::Unknown, QStringLiteral("robot")};
    QCOMPARE(*read, expected);
}

void TestCodec::damagedBytesGiveNothing()
{
    const QByteArray whole = store::encode(test::everyConversation(account, 5));
    QVERIFY(!store::decodeConversation(account, {}));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!store::decodeConversation(account, whole.first(size)));
    QVERIFY(!store::decodeConversation(account, whole + 'x'));
    QVERIFY(!store::decodeConversation(account, QByteArray(1, '\2') + whole.mid(1)));
    QVERIFY(!store::decodeMessage(QByteArray("\1\xa0", 2))); // no id
    // Whatever stands there instead: never more than another value or nothing.
    QRandomGenerator random(11);
    for (int round = 0; round < 5'000; ++round) {
        QByteArray damaged = whole;
        for (int i = 0; i < 3; ++i)
            damaged[random.bounded(damaged.size())] = char(random.bounded(256));
        (void)store::decodeConversation(account, damaged);
        (void)store::decodeMessage(damaged);
        (void)store::decodeUsers(damaged);
    }
    // Containers in containers without end.
    (void)store::decodeMessage('\1' + QByteArray(1'000'000, '\x81'));
    QByteArray quotes("\1");
    for (int i = 0; i < 100'000; ++i)
        quotes += "\xa1\x0b";
    QVERIFY(!store::decodeMessage(quotes));
}

void TestCodec::speed_data()
{
    QTest::addColumn<bool>("conversations");
    QTest::newRow("10,000 messages") << false;
    QTest::newRow("10,000 conversations") << true;
}

// No promise but a figure: ./tst_codec speed
void TestCodec::speed()
{
    QFETCH(bool, conversations);
    constexpr int count = 10'000;
    QList<Message> messages;
    QList<Conversation> all;
    for (int i = 0; i < count; ++i) {
        messages << ordinary(i);
        if (conversations) {
            Conversation c = test::everyConversation(account, i);
            c.latestMessage = c.latestCustomerMessage = ordinary(i);
            all << c;
        }
    }
    QList<QByteArray> bytes;
    qint64 size = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        bytes << (conversations ? store::encode(all.at(i)) : store::encode(messages.at(i)));
        size += bytes.constLast().size();
    }
    const qint64 written = timer.nsecsElapsed();
    timer.restart();
    bool whole = true;
    for (int i = 0; i < count; ++i) {
        whole = whole
            && (conversations ? store::decodeConversation(account, bytes.at(i)) == all.at(i)
                              : store::decodeMessage(bytes.at(i)) == messages.at(i));
    }
    const qint64 read = timer.nsecsElapsed();
    QVERIFY(whole);
    qInfo("%lld bytes each; writing %.1f, reading %.1f microseconds each", size / count,
          double(written) / count / 1000, double(read) / count / 1000);
}

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
