// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/zild/decoders.h"

#include "services/backends/reader.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>

namespace inbox::backends::zild {

using namespace domain;
using Row = RecipientResult::State;

namespace {

// A number as people write it and as an API gives it back: "+49 151", "0049151", "whatsapp:+49151".
QString digitsOf(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits.startsWith(QLatin1String("00")) ? digits.mid(2) : digits;
}

// The documentation's server has a date for "never".
OptionalTime timeOf(const Reader &in, const char *key)
{
    constexpr int firstYear = 1900;
    const OptionalTime time = in.time(key);
    return time && time->date().year() >= firstYear ? time : std::nullopt;
}

// Ids count from 1; 0 and less mean nobody.
QString idOf(const Reader &in, const char *key)
{
    const QString id = in.id(key);
    return id == QLatin1String("0") || id.startsWith(u'-') ? QString() : id;
}

// As it stands there, for people; empty when there is nothing to say.
QString rawOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return value.toInteger(1) == value.toInteger(2) ? QString::number(value.toInteger())
                                                        : QString::number(value.toDouble());
    case QJsonValue::String:
        return value.toString();
    default:
        return {};
    }
}

template <size_t count>
QList<LabelledValue> detailsOf(const Reader &in, const std::array<const char *, count> &keys)
{
    QList<LabelledValue> details;
    for (const char *key : keys) {
        const QString raw = rawOf(in.value(key));
        if (!raw.isEmpty())
            details.append({QLatin1String(key), raw});
    }
    return details;
}

QString errorOf(const Reader &in)
{
    const QString code = in.text("errorCode").trimmed();
    const QString words = in.text("errorMessage").trimmed();
    if (code.isEmpty() || words.isEmpty())
        return code + words;
    return words + QStringLiteral(" (") + code + u')';
}

OpenEnum<DeliveryStatus> deliveryOf(const Reader &in, bool failed)
{
    OpenEnum<DeliveryStatus> status;
    status.raw = rawOf(in.value("messageStatus"));
    if (failed)
        status.value = DeliveryStatus::Error;
    else if (in.flag("read").value_or(false))
        status.value = DeliveryStatus::Read;
    else if (in.flag("delivered").value_or(false))
        status.value = DeliveryStatus::Delivered;
    else if (in.flag("sent").value_or(false))
        status.value = DeliveryStatus::Sent;
    else
        status.value = DeliveryStatus::Created;
    return status;
}

MediaKind kindOf(const QString &name)
{
    const auto endsWith = [&name](std::initializer_list<const char *> ends) {
        return std::any_of(ends.begin(), ends.end(), [&](const char *end) {
            return name.endsWith(QLatin1String(end), Qt::CaseInsensitive);
        });
    };
    if (endsWith({".jpg", ".jpeg", ".png", ".webp", ".gif"}))
        return MediaKind::Image;
    if (endsWith({".mp4", ".3gp", ".mov"}))
        return MediaKind::Video;
    if (endsWith({".ogg", ".mp3", ".m4a", ".aac", ".amr", ".opus"}))
        return MediaKind::Audio;
    return MediaKind::Document;
}

// A message with whom it went between.
struct Told {
    Message message;
    QString from; // digits
    QString to;
    QString error;
};

Told messageOf(const Reader &in, const ConversationId &conversation, const QSet<QString> &recipients)
{
    Told told;
    told.from = digitsOf(in.text("from"));
    told.to = digitsOf(in.text("to"));
    told.error = errorOf(in);
    Message &message = told.message;
    message.id = MessageId(idOf(in, "id"));
    message.conversationId = conversation;
    message.sentAt = timeOf(in, "createdAt");
    message.userId = UserId(idOf(in, "userId"));
    if (recipients.contains(told.from))
        message.author.value = MessageAuthor::Customer;
    else if (recipients.contains(told.to) || !message.userId.isEmpty())
        message.author.value = MessageAuthor::Agent;
    message.status = deliveryOf(in, !told.error.isEmpty());
    if (!told.error.isEmpty()) {
        message.latestError.emplace();
        message.latestError->kind = {MessageError::Kind::Other, in.text("errorCode")};
        message.latestError->originalMessage = told.error;
    }
    if (const QString content = in.text("content"); !content.isEmpty())
        message.contents.append(TextContent{content});
    if (const QUrl url = in.url("mediaUrl"); !url.isEmpty()) {
        MediaContent media;
        media.name = in.text("mediaFileName");
        media.kind = kindOf(media.name.isEmpty() ? url.path() : media.name);
        media.downloadUrl = url;
        message.contents.append(media);
    }
    static constexpr std::array keys{"from",
                                     "to",
                                     "messageType",
                                     "messageStatus",
                                     "sent",
                                     "delivered",
                                     "read",
                                     "errorCode",
                                     "errorMessage",
                                     "contentSid",
                                     "contentVariables",
                                     "messageSid",
                                     "sentiment",
                                     "offset",
                                     "isNPS",
                                     "isReadByUser",
                                     "documentId",
                                     "tenantId",
                                     "conversationId"};
    message.details = detailsOf(in, keys);
    return told;
}

struct Opened {
    OpenedConversation opened;
    QList<Told> messages;
    QString from; // digits
    QString contact;
};

void takeNamed(const Reader &in, const char *key, QList<LabelledValue> &details)
{
    in.each(key, [&](const Reader &r) {
        constexpr qsizetype longest = 64;
        const QString name = r.text("name").simplified().left(longest);
        details.append({QLatin1String(key) + (name.isEmpty() ? QString() : u'.' + name), r.text("value")});
    });
}

Opened conversationOf(const Reader &in, const AccountId &account, const QSet<QString> &recipients)
{
    Opened result;
    Conversation &c = result.opened.conversation;
    c.key = {account, ConversationId(idOf(in, "id"))};
    c.createdAt = timeOf(in, "createdAt");
    c.channel.value = Channel::WhatsApp;
    const bool isOver = timeOf(in, "finishedAt") || !in.flag("active").value_or(true);
    c.status.value = isOver ? ConversationStatus::Done : ConversationStatus::InProgress;
    c.unreadCount = in.smallCount("totalUnreadedMessagesByUser").value_or(0);
    result.from = digitsOf(in.text("from"));
    result.contact = in.text("contactName").trimmed();
    if (const QString channel = idOf(in, "channelId"); !channel.isEmpty()) {
        c.line.emplace();
        c.line->id = LineId(channel);
        c.line->channel.value = Channel::WhatsApp;
    }
    if (const QString user = idOf(in, "userId"); !user.isEmpty()) {
        c.assignee.emplace();
        c.assignee->id = UserId(user);
        c.assignee->name = in.text("userName");
    }
    static constexpr std::array keys{"conversationSummary",
                                     "queueName",
                                     "queueId",
                                     "botName",
                                     "botId",
                                     "counterpartUserName",
                                     "counterpartUserId",
                                     "userName",
                                     "active",
                                     "liveAgent",
                                     "queuedAt",
                                     "finishedAt",
                                     "lastConversationUpdateTime",
                                     "lastMessageContent",
                                     "duration",
                                     "overallSentiment",
                                     "score",
                                     "finalScore",
                                     "checklistId",
                                     "conversationEvaluationStatus",
                                     "conversationEvaluationStatusMessage",
                                     "highImportanceErrorDetected",
                                     "callStatus",
                                     "callSuccessful",
                                     "disconnectionReason",
                                     "conversationEndedReasonId",
                                     "conversationIntegrationType",
                                     "conversationType",
                                     "agentType",
                                     "agentId",
                                     "applicationStatusId",
                                     "tenantId",
                                     "conversationId",
                                     "waterMark",
                                     "from",
                                     "fileName"};
    c.details = detailsOf(in, keys);
    // A file's address may be a key to it: without what signs it.
    if (const QUrl file = in.url("fileUrl"); !file.isEmpty())
        c.details.append({QStringLiteral("fileUrl"),
                          file.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)});
    takeNamed(in, "dynamicVariables", c.details);
    takeNamed(in, "dataCollection", c.details);
    in.each("tags", [&](const Reader &r) {
        const QString name = r.text("name").trimmed();
        const QString tag = name.isEmpty() ? r.id() : name; // no list tells an id's name
        if (!tag.isEmpty() && r.flag("active").value_or(true))
            c.tags.append(TagId(tag));
    });
    in.each("messages", [&](const Reader &r) {
        Told told = messageOf(r, c.key.id, recipients);
        if (told.message.id.isEmpty())
            r.note("id", QStringLiteral("a message without an id is left out"));
        result.messages.append(std::move(told));
    });
    std::stable_sort(result.messages.begin(), result.messages.end(), [](const Told &a, const Told &b) {
        return a.message.sentAt && b.message.sentAt && *a.message.sentAt < *b.message.sentAt;
    });
    for (const Told &told : std::as_const(result.messages)) {
        if (told.message.id.isEmpty())
            continue;
        result.opened.messages.append(told.message);
        c.latestMessage = told.message;
        if (told.message.author == MessageAuthor::Customer) {
            c.latestCustomerMessage = told.message;
            c.lastCustomerReplyAt = told.message.sentAt;
        }
    }
    return result;
}

enum class Match { No, ByCount, ByName, ByNumber };

Match matchOf(const Opened &opened, const Recipient &recipient, bool isOnly)
{
    const QString digits = digitsOf(recipient.phone);
    bool saysNumbers = false;
    for (const Told &told : opened.messages) {
        if (told.to == digits || told.from == digits)
            return Match::ByNumber;
        saysNumbers = saysNumbers || !told.to.isEmpty();
    }
    if (saysNumbers) // to somebody else
        return Match::No;
    if (opened.from == digits || digitsOf(opened.contact) == digits)
        return Match::ByNumber;
    if (!opened.contact.isEmpty()
        && opened.contact.compare(recipient.name.trimmed(), Qt::CaseInsensitive) == 0)
        return Match::ByName;
    return isOnly ? Match::ByCount : Match::No;
}

RecipientResult resultOf(const Opened &opened, const Recipient &recipient)
{
    const QString digits = digitsOf(recipient.phone);
    RecipientResult result;
    result.state = Row::Sent;
    result.conversation = opened.opened.conversation.key.id;
    for (const Told &told : opened.messages) {
        if (told.from == digits || (!told.to.isEmpty() && told.to != digits))
            continue;
        result.message = told.message.id;
        if (!told.error.isEmpty()) {
            result.state = Row::Failed;
            result.reason = told.error;
        }
        break; // what came after it is another matter
    }
    return result;
}

void complete(Opened &opened, const Recipient &recipient)
{
    Conversation &c = opened.opened.conversation;
    c.customer.emplace();
    c.customer->id = CustomerId(digitsOf(recipient.phone));
    c.customer->channel.value = Channel::WhatsApp;
    c.customer->displayId = recipient.phone;
    c.customer->name = opened.contact.isEmpty() ? recipient.name : opened.contact;
}

} // namespace

Decoded<OpeningAnswer> decodeOpening(const QJsonDocument &answer, const AccountId &account,
                                     const QList<Recipient> &recipients)
{
    Decoded<OpeningAnswer> decoded;
    if (!answer.isArray() && !answer.isObject())
        return decoded;
    QSet<QString> numbers;
    for (const Recipient &recipient : recipients)
        numbers.insert(digitsOf(recipient.phone));
    const QJsonArray items = answer.isArray() ? answer.array() : QJsonArray{answer.object()};
    QList<Opened> all;
    const Path root;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Path path = root.item(i);
        if (!items.at(i).isObject()) {
            decoded.problems.append({path.text(), QStringLiteral("not an object")});
            continue;
        }
        all.append(conversationOf(Reader(items.at(i).toObject(), path, decoded.problems), account, numbers));
        if (all.constLast().opened.conversation.key.id.isEmpty()) {
            decoded.problems.append(
                {path.text(), QStringLiteral("a conversation without an id is left out")});
            all.removeLast();
        }
    }
    if (all.isEmpty() && !items.isEmpty())
        return decoded; // of another API

    decoded.value = OpeningAnswer();
    const bool isOnly = recipients.size() == 1 && all.size() == 1;
    QList<RecipientResult> results(recipients.size());
    for (RecipientResult &result : results)
        result.state = Row::Unknown;
    QSet<qsizetype> taken;
    // The surer one first: a name may be another's, too.
    for (const Match sure : {Match::ByNumber, Match::ByName, Match::ByCount}) {
        for (qsizetype row = 0; row < recipients.size(); ++row) {
            if (results.at(row).state != Row::Unknown)
                continue;
            QList<qsizetype> found;
            for (qsizetype i = 0; i < all.size(); ++i) {
                if (!taken.contains(i) && matchOf(all.at(i), recipients.at(row), isOnly) == sure)
                    found << i;
            }
            // By name only where nobody else is meant by it.
            if (found.isEmpty() || (sure == Match::ByName && found.size() > 1))
                continue;
            taken.insert(found.constFirst());
            results[row] = resultOf(all.at(found.constFirst()), recipients.at(row));
            complete(all[found.constFirst()], recipients.at(row));
        }
    }
    for (Opened &opened : all) {
        Conversation &c = opened.opened.conversation;
        if (!c.customer && (!opened.contact.isEmpty() || !opened.from.isEmpty())) {
            c.customer.emplace();
            c.customer->channel.value = Channel::WhatsApp;
            c.customer->name = opened.contact;
            c.customer->displayId = opened.from;
        }
        decoded.value->opened.append(opened.opened);
    }
    decoded.value->results = results;
    return decoded;
}

OptionalTime endOfToken(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    if (parts.size() != 3)
        return std::nullopt;
    const auto claims = QByteArray::fromBase64Encoding(
        parts.at(1), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (!claims)
        return std::nullopt;
    const QJsonValue end = QJsonDocument::fromJson(*claims).object().value(QStringLiteral("exp"));
    constexpr double mostSeconds = 253402300799; // the year 9999
    if (!end.isDouble() || end.toDouble() <= 0 || end.toDouble() > mostSeconds)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(qint64(end.toDouble()), Qt::UTC);
}

} // namespace inbox::backends::zild
