// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"

namespace inbox::test {

// Values with every field set, so that one which is not kept shows.

inline QDateTime someTime(int seconds)
{
    return QDateTime::fromMSecsSinceEpoch(1'780'000'000'123 + seconds * 1000LL, Qt::UTC);
}

inline domain::User everyUser(int n)
{
    domain::User user;
    user.id = domain::UserId(QStringLiteral("user %1").arg(n));
    user.name = QStringLiteral("Aylin Ä\U0001F44D");
    user.email = QStringLiteral("aylin@example.com");
    user.roles = QStringList{QStringLiteral("agent"), QString()};
    user.permissions = QStringList{QStringLiteral("write")};
    user.createdAt = someTime(1);
    user.updatedAt = someTime(2);
    return user;
}

// A file's public URL is not among them: it is never kept.
inline domain::Message everyMessage(int n, bool quoting = true)
{
    using namespace domain;
    Message message;
    message.id = MessageId(QString::number(n));
    message.conversationId = ConversationId(QStringLiteral("4711"));
    message.author = {MessageAuthor::Agent, QStringLiteral("agent")};
    message.source = {MessageSource::Unknown, QStringLiteral("carrier-pigeon")};
    message.userId = UserId(QStringLiteral("7"));
    MediaContent media;
    media.kind = MediaKind::Image;
    media.uuid = QStringLiteral("uuid");
    media.name = QStringLiteral("../cat.jpg");
    media.mimeType = QStringLiteral("image/jpeg");
    media.size = 5'000'000'000;
    media.caption = QStringLiteral("a cat");
    media.voice = true;
    media.downloadUrl = QUrl(QStringLiteral("https://example.com/files/c%20at?v=1"));
    LocationContent place;
    place.latitude = -33.8688197;
    place.longitude = 0.0;
    place.name = QStringLiteral("Opera");
    place.address = QStringLiteral("Bennelong Point");
    place.url = QStringLiteral("https://example.com/map");
    ContactContent contact;
    contact.formattedName = QStringLiteral("Dr. Eva Maria Muster Jr.");
    contact.firstName = QStringLiteral("Eva");
    contact.middleName = QStringLiteral("Maria");
    contact.lastName = QStringLiteral("Muster");
    contact.prefix = QStringLiteral("Dr.");
    contact.suffix = QStringLiteral("Jr.");
    contact.birthday = QDate(1970, 2, 3);
    contact.phones = {{QStringLiteral("CELL"), QStringLiteral("+49 1")}, {QString(), QStringLiteral("2")}};
    contact.emails = {{QStringLiteral("WORK"), QStringLiteral("eva@example.com")}};
    contact.addresses = {{QStringLiteral("HOME"), QStringLiteral("Weg 1")}};
    contact.company = QStringLiteral("ACME");
    contact.department = QStringLiteral("Sales");
    contact.title = QStringLiteral("Head");
    message.contents = {TextContent{QStringLiteral("Hello\n\U0001F44D")},
                        media,
                        place,
                        contact,
                        UnknownContent{QStringLiteral("hologram")},
                        TextContent{},
                        StructuredContent{StructuredContent::Kind::Handover, QStringLiteral("angry"),
                                          QStringLiteral("please"),
                                          QStringList{QStringLiteral("a"), QStringLiteral("b")}}};
    message.authorName = QStringLiteral("Persona");
    message.status = {DeliveryStatus::Error, QStringLiteral("error")};
    message.agentReaction = QStringLiteral("\U0001F44D");
    message.customerReaction = QStringLiteral("❤");
    message.sentAt = someTime(n);
    if (quoting)
        message.reference = everyMessage(n + 1000, false);
    message.latestError = MessageError{ErrorId(QStringLiteral("e")),
                                       {MessageError::Kind::Other, QStringLiteral("other")},
                                       QStringLiteral("no such number"),
                                       someTime(3)};
    message.campaign = Campaign{CampaignId(QStringLiteral("c")), QStringLiteral("Spring")};
    return message;
}

inline domain::Conversation everyConversation(const domain::AccountId &account, int n)
{
    using namespace domain;
    Conversation c;
    c.key = {account, ConversationId(QString::number(n))};
    c.createdAt = someTime(-1);
    c.channel = {Channel::WhatsApp, QStringLiteral("whatsapp")};
    c.status = {ConversationStatus::InProgress, QStringLiteral("in_progress")};
    c.snoozeUntil = someTime(4);
    c.line = Line{LineId(QStringLiteral("l")),
                  {Channel::Unknown, QStringLiteral("telepathy")},
                  QStringLiteral("+49 30"),
                  QStringLiteral("Support"),
                  false,
                  0};
    Profile profile;
    profile.id = ProfileId(QStringLiteral("p"));
    profile.salutation = {Salutation::FormalFemale, QStringLiteral("formal_female")};
    profile.name = QStringLiteral("Maria");
    profile.gender = {Gender::Diverse, QStringLiteral("diverse")};
    profile.blocked = true;
    profile.dateOfBirth = QDate(1980, 1, 2);
    profile.phoneNumber = QStringLiteral("+49 2");
    profile.email = QStringLiteral("maria@example.com");
    profile.address = QStringLiteral("Platz 2");
    profile.custom = {QStringLiteral("1"), QString(), QStringLiteral("3"), QString(), QStringLiteral("5")};
    profile.createdAt = someTime(5);
    profile.updatedAt = someTime(6);
    c.customer = Customer{CustomerId(QStringLiteral("k")),
                          {Channel::Widget, QStringLiteral("widget")},
                          QStringLiteral("4930"),
                          QStringLiteral("Maria M."),
                          QUrl(), profile};
    c.assignee = everyUser(7);
    c.latestMessage = everyMessage(n);
    c.latestCustomerMessage = everyMessage(n - 1);
    c.lastCustomerReplyAt = someTime(7);
    c.latestNote =
        Note{NoteId(QStringLiteral("n")), c.key.id, QStringLiteral("call back"), someTime(8), someTime(9)};
    c.unreadCount = 3;
    c.replyUntil = someTime(10);
    c.replyPossible = false;
    c.customerInteractionRequired = true;
    c.notes = {*c.latestNote};
    c.tags = {TagId(QStringLiteral("t")), TagId(QStringLiteral("u"))};
    c.team = TeamId(QStringLiteral("team"));
    c.archived = true;
    return c;
}

} // namespace inbox::test
