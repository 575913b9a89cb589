// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/conversationrow.h"

#include "tests/support/inboxfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace inbox::domain;
using namespace inbox::models;
using namespace inbox::test;

namespace {

Conversation with(const QList<MessageContent> &contents)
{
    Conversation c = conversation(QStringLiteral("1"), 0);
    c.latestMessage->contents = contents;
    return c;
}

ConversationRow rowOf(const Conversation &c)
{
    ConversationRowContext context;
    context.now = kNoon;
    context.me = ben().id;
    return conversationRow(c, context);
}

MediaContent media(MediaKind kind, const char *caption = "", bool voice = false)
{
    MediaContent content;
    content.kind = kind;
    content.caption = QString::fromUtf8(caption);
    content.name = QStringLiteral("file.bin");
    content.voice = voice;
    return content;
}

} // namespace

Q_DECLARE_METATYPE(QList<inbox::domain::MessageContent>)
Q_DECLARE_METATYPE(inbox::domain::OpenEnum<inbox::domain::MessageAuthor>)

class TestConversationRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void previewSaysWhatItIs_data();
    void previewSaysWhatItIs();
    void previewIsShortAndOnOneLine();
    void sensitiveWordsAreNotInTheList();
    void conversationWithoutMessage();
    void messageWithoutTimeLeavesTheCustomersLastOne();
    void draftOutranksMessage();
    void wordsAreTheBotsAColleaguesOrMine_data();
    void wordsAreTheBotsAColleaguesOrMine();
    void aColleagueWithoutANameIsNotMe();
    void aMentionIsOfMe();
    void tagsAreCalledAsTheAccountCallsThem();
    void assigneeIsMe();
    void snoozeMatters_data();
    void snoozeMatters();
    void blockedProfileIsMarked();
    void minutesLeftAreWhole_data();
    void minutesLeftAreWhole();
    void sameRowsAreEqualWhateverTheTime();
};

void TestConversationRow::previewSaysWhatItIs_data()
{
    QTest::addColumn<QList<MessageContent>>("contents");
    QTest::addColumn<PreviewKind>("kind");
    QTest::addColumn<QString>("text");
    using C = QList<MessageContent>;
    LocationContent place;
    place.address = QStringLiteral("Hauptstraße 5");
    LocationContent named = place;
    named.name = QStringLiteral("Office");
    ContactContent contact;
    contact.formattedName = QStringLiteral("Jonas O.");
    QTest::newRow("text") << C{TextContent{QStringLiteral("Hi")}} << PreviewKind::Text << "Hi";
    QTest::newRow("image") << C{media(MediaKind::Image)} << PreviewKind::Image << "";
    QTest::newRow("image with caption") << C{media(MediaKind::Image, "Look")} << PreviewKind::Image << "Look";
    QTest::newRow("image with words of their own")
        << C{media(MediaKind::Image), TextContent{QStringLiteral("Look")}} << PreviewKind::Image << "Look";
    QTest::newRow("video") << C{media(MediaKind::Video)} << PreviewKind::Video << "";
    QTest::newRow("audio") << C{media(MediaKind::Audio)} << PreviewKind::Audio << "";
    QTest::newRow("voice") << C{media(MediaKind::Audio, "", true)} << PreviewKind::Voice << "";
    QTest::newRow("document") << C{media(MediaKind::Document)} << PreviewKind::Document << "file.bin";
    QTest::newRow("address") << C{place} << PreviewKind::Location << "Hauptstraße 5";
    QTest::newRow("place") << C{named} << PreviewKind::Location << "Office";
    QTest::newRow("contact") << C{contact} << PreviewKind::Contact << "Jonas O.";
    QTest::newRow("unknown") << C{UnknownContent{QStringLiteral("poll")}} << PreviewKind::Unknown << "";
    QTest::newRow("empty") << C{} << PreviewKind::Unknown << "";
}

void TestConversationRow::previewSaysWhatItIs()
{
    QFETCH(QList<MessageContent>, contents);
    QFETCH(PreviewKind, kind);
    QFETCH(QString, text);
    const ConversationRow row = rowOf(with(contents));
    QCOMPARE(row.preview, kind);
    QCOMPARE(row.previewText, text);
    QVERIFY(!row.previewFromUs);
}

void TestConversationRow::sensitiveWordsAreNotInTheList()
{
    Conversation c = with({TextContent{QStringLiteral("4711")}});
    c.latestMessage->sensitive = true;
    QCOMPARE(rowOf(c).preview, PreviewKind::Sensitive);
    QCOMPARE(rowOf(c).previewText, QString());
    c = with({StructuredContent{
        StructuredContent::Kind::Email, QStringLiteral("Invoice"), QStringLiteral("See below"), {}}});
    QCOMPARE(rowOf(c).previewText, QStringLiteral("Invoice"));
    c.latestMessage->sensitive = true;
    QCOMPARE(rowOf(c).previewText, QString());
}

void TestConversationRow::previewIsShortAndOnOneLine()
{
    const ConversationRow row =
        rowOf(with({TextContent{QString(QStringLiteral("a\n\nb") + QString(1'000'000, u'x'))}}));
    QVERIFY(row.previewText.startsWith(QStringLiteral("a bx")));
    QVERIFY(row.previewText.size() <= 200);
}

void TestConversationRow::conversationWithoutMessage()
{
    Conversation c = conversation(QStringLiteral("1"), 0);
    c.latestMessage.reset();
    c.createdAt = kNoon.addDays(-1);
    const ConversationRow row = rowOf(c);
    QCOMPARE(row.preview, PreviewKind::Nothing);
    QCOMPARE(row.lastActivity.value(), kNoon.addDays(-1));
}

void TestConversationRow::messageWithoutTimeLeavesTheCustomersLastOne()
{
    // Just handed over: the server has not said when it was sent.
    Conversation c = conversation(QStringLiteral("1"), 0);
    c.latestMessage->sentAt.reset();
    c.createdAt = kNoon.addDays(-100);
    c.lastCustomerReplyAt = kNoon.addSecs(-60);
    QCOMPARE(rowOf(c).lastActivity.value(), kNoon.addSecs(-60));
}

void TestConversationRow::draftOutranksMessage()
{
    ConversationRowContext context;
    context.now = kNoon;
    context.draft.text = QStringLiteral("I will look");
    context.outgoingText = QStringLiteral("On its way");
    const Conversation c = conversation(QStringLiteral("1"), 0);
    QCOMPARE(conversationRow(c, context).preview, PreviewKind::Draft);
    context.draft.text = QStringLiteral(" ");
    const ConversationRow row = conversationRow(c, context);
    QCOMPARE(row.preview, PreviewKind::Text);
    QCOMPARE(row.previewText, QStringLiteral("On its way"));
    QVERIFY(row.previewFromUs);
}

void TestConversationRow::wordsAreTheBotsAColleaguesOrMine_data()
{
    QTest::addColumn<OpenEnum<MessageAuthor>>("author");
    QTest::addColumn<UserId>("user");
    QTest::addColumn<bool>("fromUs");
    QTest::addColumn<bool>("fromBot");
    QTest::addColumn<QString>("name");
    using Author = OpenEnum<MessageAuthor>;
    const Author agent{MessageAuthor::Agent, QStringLiteral("agent")};
    const Author bot{MessageAuthor::Agent, QStringLiteral("Bot")};
    QTest::newRow("customer") << Author{MessageAuthor::Customer, QStringLiteral("user")} << UserId() << false
                              << false << "";
    // A name that tells nothing of who speaks.
    QTest::newRow("no bot of ours") << Author{MessageAuthor::Customer, QStringLiteral("bot")} << UserId()
                                    << false << false << "";
    QTest::newRow("me") << agent << ben().id << true << false << "";
    QTest::newRow("nobody says who") << agent << UserId() << true << false << "";
    QTest::newRow("colleague") << agent << UserId(QStringLiteral("77")) << true << false << "Sofia";
    QTest::newRow("assignee") << agent << aylin().id << true << false << "Aylin";
    QTest::newRow("bot") << bot << UserId() << true << true << "";
    QTest::newRow("bot in a name") << bot << aylin().id << true << true << "";
}

void TestConversationRow::wordsAreTheBotsAColleaguesOrMine()
{
    QFETCH(OpenEnum<MessageAuthor>, author);
    QFETCH(UserId, user);
    QFETCH(bool, fromUs);
    QFETCH(bool, fromBot);
    QFETCH(QString, name);
    Conversation c = conversation(QStringLiteral("1"), 0);
    c.assignee = aylin();
    c.latestMessage->author = author;
    c.latestMessage->userId = user;
    ConversationRowContext context;
    context.now = kNoon;
    context.me = ben().id;
    context.colleagueName = [](const UserId &id) {
        return id.value() == QLatin1String("77") ? QStringLiteral("Sofia") : QString();
    };
    const ConversationRow row = conversationRow(c, context);
    QCOMPARE(row.previewFromUs, fromUs);
    QCOMPARE(row.previewFromBot, fromBot);
    QCOMPARE(row.previewByName, name);
    QCOMPARE(row.previewBy, name.isEmpty() ? UserId() : user);
    // Words of mine on their way stand before all of theirs.
    context.outgoingText = QStringLiteral("On its way");
    const ConversationRow mine = conversationRow(c, context);
    QVERIFY(mine.previewFromUs && !mine.previewFromBot && mine.previewBy.isEmpty());
}

void TestConversationRow::aColleagueWithoutANameIsNotMe()
{
    Conversation c = conversation(QStringLiteral("1"), 0);
    c.latestMessage->author.value = MessageAuthor::Agent;
    c.latestMessage->userId = UserId(QStringLiteral("77"));
    QCOMPARE(rowOf(c).previewBy, c.latestMessage->userId);
    QCOMPARE(rowOf(c).previewByName, QString());
    // While nobody knows who I am it may be.
    QCOMPARE(conversationRow(c, {}).previewBy, UserId());
}

void TestConversationRow::aMentionIsOfMe()
{
    Conversation c = conversation(QStringLiteral("1"), 0);
    c.mentions = {aylin().id};
    QVERIFY(!rowOf(c).mentionsMe);
    c.mentions << ben().id;
    QVERIFY(rowOf(c).mentionsMe);
    c.mentionsSeen = {aylin().id};
    QVERIFY(!rowOf(c).mentionSeen);
    c.mentionsSeen << ben().id;
    QVERIFY(rowOf(c).mentionSeen);
    // Somebody without an id is not "me who is not known yet".
    c.mentions = {UserId()};
    QVERIFY(!conversationRow(c, {}).mentionsMe);
}

void TestConversationRow::tagsAreCalledAsTheAccountCallsThem()
{
    Conversation c = conversation(QStringLiteral("1"), 0);
    c.tags = {TagId(QStringLiteral("t1")), TagId(QStringLiteral("gone")), TagId(QStringLiteral("t2"))};
    const QList<Tag> known{{TagId(QStringLiteral("t2")), QStringLiteral("Two\nlines"), {}},
                           {TagId(QStringLiteral("t1")), QStringLiteral("Urgent"), QStringLiteral("red")}};
    ConversationRowContext context;
    context.now = kNoon;
    context.tags = &known;
    const ConversationRow row = conversationRow(c, context);
    QCOMPARE(row.tags,
             (QList<RowTag>{{QStringLiteral("Urgent"), QStringLiteral("red")},
                            {QStringLiteral("Two lines"), {}}}));
    // An account without a list of tags calls them by what it tells of each.
    QCOMPARE(rowOf(c).tags.constLast(), (RowTag{QStringLiteral("t2"), {}}));
    for (int i = 0; i < 100; ++i)
        c.tags << TagId(QString::number(i));
    QVERIFY(rowOf(c).tags.size() < 20);
    QVERIFY(!(rowOf(c) == row)); // they are shown
}

void TestConversationRow::assigneeIsMe()
{
    Conversation c = conversation(QStringLiteral("1"), 0);
    QVERIFY(!rowOf(c).assignedToMe);
    c.assignee = aylin();
    QVERIFY(!rowOf(c).assignedToMe);
    QCOMPARE(rowOf(c).assigneeName, QStringLiteral("Aylin"));
    c.assignee = ben();
    QVERIFY(rowOf(c).assignedToMe);
    // Somebody without an id is not "me who is not known yet".
    c.assignee = User();
    QVERIFY(!conversationRow(c, {}).assignedToMe);
}

void TestConversationRow::snoozeMatters_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("snoozed");
    QTest::newRow("ahead") << 1 << true;
    QTest::newRow("now") << 0 << false;
    QTest::newRow("over") << -1 << false;
}

void TestConversationRow::snoozeMatters()
{
    QFETCH(int, seconds);
    QFETCH(bool, snoozed);
    Conversation c = conversation(QStringLiteral("1"), 0);
    c.snoozeUntil = kNoon.addSecs(seconds);
    QCOMPARE(rowOf(c).snoozedUntil.has_value(), snoozed);
}

void TestConversationRow::blockedProfileIsMarked()
{
    Conversation c = conversation(QStringLiteral("1"), 0);
    QVERIFY(!rowOf(c).blocked);
    c.customer->profile = Profile();
    QVERIFY(!rowOf(c).blocked);
    c.customer->profile->blocked = true;
    QVERIFY(rowOf(c).blocked);
}

void TestConversationRow::minutesLeftAreWhole_data()
{
    QTest::addColumn<QVariant>("seconds");
    QTest::addColumn<qint64>("minutes");
    QTest::newRow("full") << QVariant(120) << qint64(2);
    QTest::newRow("a second less") << QVariant(119) << qint64(1);
    QTest::newRow("last second") << QVariant(1) << qint64(0);
    QTest::newRow("over") << QVariant(0) << qint64(-1);
    QTest::newRow("long over") << QVariant(-600) << qint64(-1);
    QTest::newRow("none") << QVariant() << qint64(-1);
}

void TestConversationRow::minutesLeftAreWhole()
{
    QFETCH(QVariant, seconds);
    QFETCH(qint64, minutes);
    ConversationRow row;
    row.now = kNoon;
    if (seconds.isValid())
        row.reply.deadline = kNoon.addSecs(seconds.toInt());
    QCOMPARE(minutesLeft(row), minutes);
}

void TestConversationRow::sameRowsAreEqualWhateverTheTime()
{
    const ConversationRow a = rowOf(conversation(QStringLiteral("1"), 0));
    ConversationRow b = a;
    b.now = kNoon.addSecs(5);
    b.revision = 7;
    QVERIFY(a == b);
    b.unread = 1;
    QVERIFY(!(a == b));
}

QTEST_GUILESS_MAIN(TestConversationRow)
#include "tst_conversationrow.moc"
