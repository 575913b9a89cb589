// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/decoders.h"

#include "services/backends/reader.h"

namespace inbox::backends::clientapi {

using namespace domain;

namespace {

OpenEnum<Channel> channel(const Reader &in)
{
    return in.word<Channel>(
        "channel",
        {{"bridge", Channel::Bridge}, {"whatsapp", Channel::WhatsApp}, {"widget", Channel::Widget}});
}

Line line(const Reader &in)
{
    Line line;
    line.id = LineId(in.id());
    line.channel = channel(in);
    line.displayId = in.text("display_id");
    line.name = in.text("name");
    line.inSync = in.flag("in_sync");
    line.unreadConversations = in.smallCount("unread_conversations_count");
    return line;
}

Profile profile(const Reader &in)
{
    Profile profile;
    profile.id = ProfileId(in.id());
    profile.salutation = in.word<Salutation>("salutation",
                                             {{"formal_male", Salutation::FormalMale},
                                              {"formal_female", Salutation::FormalFemale},
                                              {"informal", Salutation::Informal}});
    profile.name = in.text("name");
    profile.gender = in.word<Gender>("gender",
                                     {{"undisclosed", Gender::Undisclosed},
                                      {"male", Gender::Male},
                                      {"female", Gender::Female},
                                      {"diverse", Gender::Diverse}});
    profile.blocked = in.flag("blocked").value_or(false);
    profile.dateOfBirth = in.day("date_of_birth");
    profile.phoneNumber = in.text("phone_number");
    profile.email = in.text("email");
    profile.address = in.text("address");
    profile.custom = {in.text("custom_1"), in.text("custom_2"), in.text("custom_3"), in.text("custom_4"),
                      in.text("custom_5")};
    profile.createdAt = in.time("created_at");
    profile.updatedAt = in.time("updated_at");
    return profile;
}

Customer customer(const Reader &in)
{
    Customer customer;
    customer.id = CustomerId(in.id());
    customer.channel = channel(in);
    customer.displayId = in.text("display_id");
    customer.name = in.text("name");
    customer.profile = in.nested("profile", [](const Reader &r) { return std::optional(profile(r)); });
    return customer;
}

User user(const Reader &in)
{
    User user;
    user.id = UserId(in.id());
    user.name = in.text("name");
    user.email = in.text("email"); // documented as an integer
    user.roles = in.words("roles");
    user.permissions = in.words("permissions");
    user.createdAt = in.time("created_at");
    user.updatedAt = in.time("updated_at");
    return user;
}

Note note(const Reader &in, const ConversationId &conversation)
{
    Note note;
    note.id = NoteId(in.id());
    note.conversationId = ConversationId(in.id("conversation_id"));
    if (note.conversationId.isEmpty())
        note.conversationId = conversation;
    note.text = in.text("text");
    note.createdAt = in.time("created_at");
    note.updatedAt = in.time("updated_at");
    return note;
}

MediaContent media(const Reader &in, MediaKind kind)
{
    MediaContent media;
    media.kind = kind;
    media.uuid = in.text("uuid");
    media.name = in.text("filename");
    if (const QString stored = in.text("name"); media.name.isEmpty())
        media.name = stored;
    media.mimeType = in.text("mime_type");
    media.size = in.count("size");
    media.caption = in.text("caption");
    media.voice = in.flag("voice").value_or(false);
    media.downloadUrl = in.url("download_url");
    media.publicUrl = in.url("public_download_url");
    return media;
}

LocationContent location(const Reader &in)
{
    constexpr double pole = 90;
    constexpr double dateLine = 180;
    LocationContent location;
    location.latitude = in.degrees("latitude", pole);
    location.longitude = in.degrees("longitude", dateLine);
    location.name = in.text("name");
    location.address = in.text("address");
    location.url = in.text("url");
    return location;
}

QString oneLine(const Reader &address)
{
    QStringList parts{address.text("street"),
                      QString(address.text("zip") + u' ' + address.text("city")).simplified(),
                      address.text("state"), address.text("country")};
    if (const QString code = address.text("country_code"); parts.constLast().isEmpty())
        parts.last() = code;
    parts.removeAll(QString());
    return parts.join(QLatin1String(", "));
}

ContactContent contact(const Reader &in)
{
    ContactContent contact;
    in.nested("name", [&contact](const Reader &name) {
        contact.formattedName = name.text("formatted_name");
        contact.firstName = name.text("first_name");
        contact.middleName = name.text("middle_name");
        contact.lastName = name.text("last_name");
        contact.prefix = name.text("prefix");
        contact.suffix = name.text("suffix");
        return true;
    });
    contact.birthday = in.day("birthday");
    in.each("phones", [&](const Reader &r) { contact.phones.append({r.text("type"), r.text("phone")}); });
    in.each("emails", [&](const Reader &r) { contact.emails.append({r.text("type"), r.text("email")}); });
    in.each("addresses", [&](const Reader &r) { contact.addresses.append({r.text("type"), oneLine(r)}); });
    in.nested("org", [&contact](const Reader &org) {
        contact.company = org.text("company");
        contact.department = org.text("department");
        contact.title = org.text("title");
        return true;
    });
    return contact;
}

MessageContent content(const Reader &in)
{
    const QString type = in.text("type");
    if (type == QLatin1String("text"))
        return TextContent{in.text("content")};
    if (type == QLatin1String("image"))
        return media(in, MediaKind::Image);
    if (type == QLatin1String("video"))
        return media(in, MediaKind::Video);
    if (type == QLatin1String("audio"))
        return media(in, MediaKind::Audio);
    if (type == QLatin1String("document"))
        return media(in, MediaKind::Document);
    if (type == QLatin1String("location"))
        return location(in);
    if (type == QLatin1String("contact"))
        return contact(in);
    in.note("type", QStringLiteral("an unknown kind of content"));
    return UnknownContent{type};
}

MessageError messageError(const Reader &in)
{
    MessageError error;
    error.id = ErrorId(in.id());
    error.kind = in.word<MessageError::Kind>(
        "type", {{"status-update", MessageError::Kind::StatusUpdate}, {"other", MessageError::Kind::Other}});
    error.originalMessage = in.text("original_message");
    error.createdAt = in.time("created_at");
    return error;
}

Campaign campaign(const Reader &in)
{
    return {CampaignId(in.id()), in.text("name")};
}

enum class Quotes { Keep, Drop };

Message message(const Reader &in, const ConversationId &conversation, Quotes quotes)
{
    Message message;
    message.id = MessageId(in.id());
    message.conversationId = ConversationId(in.id("conversation_id"));
    if (message.conversationId.isEmpty())
        message.conversationId = conversation;
    message.author = in.word<MessageAuthor>("from",
                                            {{"system", MessageAuthor::System},
                                             {"agent", MessageAuthor::Agent},
                                             {"customer", MessageAuthor::Customer}});
    message.source = in.word<MessageSource>(
        "source", {{"user", MessageSource::User}, {"whatsapp-campaign", MessageSource::WhatsappCampaign}});
    message.userId = UserId(in.id("user_id"));
    in.each("contents", [&message](const Reader &r) { message.contents.append(content(r)); });
    message.status = in.word<DeliveryStatus>("status",
                                             {{"created", DeliveryStatus::Created},
                                              {"sent", DeliveryStatus::Sent},
                                              {"delivered", DeliveryStatus::Delivered},
                                              {"read", DeliveryStatus::Read},
                                              {"error", DeliveryStatus::Error}});
    message.agentReaction = in.text("agent_reaction");
    message.customerReaction = in.text("customer_reaction");
    message.sentAt = in.time("sent_at");
    message.latestError =
        in.nested("latest_error", [](const Reader &r) { return std::optional(messageError(r)); });
    message.campaign =
        in.nested("whatsapp_campaign", [](const Reader &r) { return std::optional(campaign(r)); });
    if (quotes == Quotes::Keep) {
        message.reference = in.nested("reference", [&](const Reader &r) {
            const Message quoted = clientapi::message(r, message.conversationId, Quotes::Drop);
            return quoted.id.isEmpty() ? Boxed<Message>() : Boxed<Message>(quoted);
        });
    }
    return message;
}

std::optional<Message> messageOrNothing(const Reader &in, const ConversationId &conversation)
{
    Message read = message(in, conversation, Quotes::Keep);
    return read.id.isEmpty() ? std::nullopt : std::optional(std::move(read));
}

Conversation conversation(const Reader &in, const AccountId &account)
{
    Conversation conversation;
    const ConversationId id(in.id());
    conversation.key = {account, id};
    conversation.createdAt = in.time("created_at");
    conversation.channel = channel(in);
    conversation.status = in.word<ConversationStatus>("status",
                                                      {{"to-do", ConversationStatus::ToDo},
                                                       {"in-progress", ConversationStatus::InProgress},
                                                       {"done", ConversationStatus::Done}});
    conversation.snoozeUntil = in.time("snooze_until");
    conversation.line = in.nested("agent", [](const Reader &r) { return std::optional(line(r)); });
    conversation.customer = in.nested("customer", [](const Reader &r) { return std::optional(customer(r)); });
    conversation.assignee = in.nested("user", [](const Reader &r) {
        const User read = user(r);
        return read.id.isEmpty() ? std::optional<User>() : std::optional(read);
    });
    const auto nestedMessage = [&id](const Reader &r) { return messageOrNothing(r, id); };
    conversation.latestMessage = in.nested("latest_message", nestedMessage);
    conversation.latestCustomerMessage = in.nested("latest_customer_message", nestedMessage);
    conversation.lastCustomerReplyAt = in.time("last_customer_reply_from");
    conversation.latestNote = in.nested("latest_note", [&id](const Reader &r) {
        const Note read = note(r, id);
        return read.id.isEmpty() ? std::optional<Note>() : std::optional(read);
    });
    conversation.unreadCount = in.smallCount("unread_customer_messages_count").value_or(0);
    conversation.replyUntil = in.time("reply_until");
    conversation.replyPossible = in.flag("reply_possible");
    conversation.customerInteractionRequired = in.flag("customer_interaction_required");
    return conversation;
}

// {"data": {…}} or the object itself; one object in a list also counts.
template <typename Decode> auto single(const QJsonDocument &answer, Decode decode)
{
    Decoded<std::invoke_result_t<Decode, const Reader &>> result;
    QJsonObject object = answer.object();
    QJsonValue inner = answer.isArray() ? QJsonValue(answer.array()) : QJsonValue(object);
    const Path root;
    Path path = root;
    if (object.contains(QLatin1String("data")) && !object.contains(QLatin1String("id"))) {
        inner = object.value(QLatin1String("data"));
        path = Path("data");
    }
    if (inner.isArray() && inner.toArray().size() == 1)
        inner = inner.toArray().at(0);
    if (inner.isObject())
        result.value = decode(Reader(inner.toObject(), path, result.problems));
    else
        result.problems.append({path.text(), QStringLiteral("not an object")});
    return result;
}

const QString &idOf(const Conversation &conversation)
{
    return conversation.key.id.value();
}
template <typename T> const QString &idOf(const T &item)
{
    return item.id.value();
}

template <typename Decode> auto singleWithId(const QJsonDocument &answer, Decode decode)
{
    auto result = single(answer, decode);
    if (result.value && idOf(*result.value).isEmpty()) {
        result.problems.append({QStringLiteral("id"), QStringLiteral("missing")});
        result.value.reset();
    }
    return result;
}

// {"data": […], "links": {…}, "meta": {…}} or the bare list. A row that is no object or has no id is left out
// and counted. No list at all is no page: an empty one would look as if everything had been deleted.
template <typename Decode> auto pageOf(const QJsonDocument &answer, Decode decode)
{
    using T = std::invoke_result_t<Decode, const Reader &>;
    Decoded<Page<T>> result;
    const QJsonObject object = answer.object();
    const bool wrapped = object.contains(QLatin1String("data"));
    const Path path(wrapped ? "data" : "");
    QJsonValue rows = answer.isArray() ? QJsonValue(answer.array()) : QJsonValue(object);
    if (wrapped)
        rows = object.value(QLatin1String("data"));
    if (rows.isObject() && rows.toObject().contains(QLatin1String("id")))
        rows = QJsonArray{rows};
    if (!rows.isArray()) {
        result.problems.append({path.text(), QStringLiteral("not a list")});
        return result;
    }
    Page<T> page;
    const QJsonArray items = rows.toArray();
    page.items.reserve(items.size());
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Path itemPath = path.item(i);
        if (items.at(i).isObject()) {
            T item = decode(Reader(items.at(i).toObject(), itemPath, result.problems));
            if (!idOf(item).isEmpty()) {
                page.items.append(std::move(item));
                continue;
            }
        }
        ++page.unreadable;
        result.problems.append({itemPath.text(), QStringLiteral("no id: left out")});
    }
    const Path root;
    const Reader top(object, root, result.problems);
    page.next = top.nested("links", [](const Reader &links) { return links.text("next"); });
    page.total = top.nested("meta", [](const Reader &meta) { return meta.smallCount("total"); });
    result.value = std::move(page);
    return result;
}

// "06:00"; "24:00" ends a day.
QTime timeOfDay(const QJsonValue &value)
{
    const QString word = value.toString();
    constexpr int lastHour = 23;
    constexpr int lastMinute = 59;
    if (word.startsWith(QLatin1String("24:00")))
        return QTime(lastHour, lastMinute);
    constexpr qsizetype hoursAndMinutes = 5;
    return QTime::fromString(word.left(hoursAndMinutes), QStringLiteral("HH:mm"));
}

AccountSettings settings(const Reader &in)
{
    AccountSettings settings;
    settings.tenantName = in.text("custom_tenant_name");
    settings.markExternalMessagesAsRead = in.flag("mark_external_messages_as_read");
    settings.deleteMessagesAfterDays = in.smallCount("delete_messages_after_days");
    const QJsonArray days = in.value("opening_hours").toArray();
    for (qsizetype day = 0; day < days.size(); ++day) {
        QList<std::pair<QTime, QTime>> spans;
        const QJsonArray written = days.at(day).toArray();
        for (const QJsonValue &span : written) {
            const QTime from = timeOfDay(span.toArray().at(0));
            const QTime to = timeOfDay(span.toArray().at(1));
            if (from.isValid() && to.isValid())
                spans.append({from, to});
            else
                in.problems().append({in.path().child("opening_hours").item(day).text(),
                                      QStringLiteral("not a span of time")});
        }
        settings.openingHours.append(spans);
    }
    return settings;
}

} // namespace

Decoded<Page<Conversation>> decodeConversations(const QJsonDocument &answer, const AccountId &account)
{
    return pageOf(answer, [&](const Reader &r) { return clientapi::conversation(r, account); });
}

Decoded<Conversation> decodeConversation(const QJsonDocument &answer, const AccountId &account)
{
    return singleWithId(answer, [&](const Reader &r) { return clientapi::conversation(r, account); });
}

Decoded<Page<Message>> decodeMessages(const QJsonDocument &answer, const ConversationId &conversation)
{
    return pageOf(answer, [&](const Reader &r) { return message(r, conversation, Quotes::Keep); });
}

Decoded<Message> decodeMessage(const QJsonDocument &answer, const ConversationId &conversation)
{
    return singleWithId(answer, [&](const Reader &r) { return message(r, conversation, Quotes::Keep); });
}

Decoded<UploadedFile> decodeUpload(const QJsonDocument &answer)
{
    auto result = single(answer, [](const Reader &r) {
        return UploadedFile{r.text("internal_uuid"), r.text("mime_type"), r.count("size").value_or(0)};
    });
    if (result.value && result.value->uuid.isEmpty()) {
        result.problems.append({QStringLiteral("internal_uuid"), QStringLiteral("missing")});
        result.value.reset();
    }
    return result;
}

Decoded<Note> decodeNote(const QJsonDocument &answer, const ConversationId &conversation)
{
    return singleWithId(answer, [&](const Reader &r) { return note(r, conversation); });
}

Decoded<Profile> decodeProfile(const QJsonDocument &answer)
{
    return singleWithId(answer, profile);
}

Decoded<QList<User>> decodeUsers(const QJsonDocument &answer)
{
    auto page = pageOf(answer, user);
    Decoded<QList<User>> result;
    if (page.value)
        result.value = page.value->items;
    result.problems = page.problems;
    return result;
}

Decoded<AccountSettings> decodeSettings(const QJsonDocument &answer)
{
    return single(answer, settings);
}

} // namespace inbox::backends::clientapi
