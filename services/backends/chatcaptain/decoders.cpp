// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/chatcaptain/decoders.h"

#include "services/backends/chatcaptain/contents.h"
#include "services/backends/reader.h"
#include "services/net/outcome.h"

#include <algorithm>

namespace inbox::backends::chatcaptain {

using namespace domain;

namespace {

OpenEnum<Channel> channel(const Reader &in, const char *key)
{
    return in.word<Channel>(key,
                            {{"web", Channel::Widget},
                             {"whatsapp", Channel::WhatsApp},
                             {"meta-whatsapp", Channel::WhatsApp},
                             {"facebook", Channel::Facebook},
                             {"telegram", Channel::Telegram},
                             {"voice", Channel::Voice},
                             {"audiocodes", Channel::Voice},
                             {"email", Channel::Email}});
}

// A number, also written as a text; what has no name stays as it came.
OpenEnum<ConversationStatus> state(const Reader &in)
{
    return in.word<ConversationStatus>("state",
                                       {{"0", ConversationStatus::ToDo},
                                        {"1", ConversationStatus::Bot},
                                        {"2", ConversationStatus::InProgress},
                                        {"3", ConversationStatus::Done}});
}

OpenEnum<MessageAuthor> author(const Reader &in, const char *key)
{
    // A bot speaks for us; its raw word tells it from a colleague.
    return in.word<MessageAuthor>(key,
                                  {{"user", MessageAuthor::Customer},
                                   {"agent", MessageAuthor::Agent},
                                   {"operator", MessageAuthor::Agent},
                                   {"bot", MessageAuthor::Agent}});
}

template <typename Id> QList<Id> idsOf(const QStringList &words)
{
    QList<Id> ids;
    for (const QString &word : words) {
        if (!word.isEmpty())
            ids << Id(word);
    }
    return ids;
}

// --- messages ----------------------------------------------------------------------------------------------

// A message with what only matters beside others.
struct Raw {
    Message message;
    QString providerId;
    QString contextId;
    QString streamGroup;
    std::optional<Reaction> reaction;
};

// The furthest that a message has come. The word in "status" is documented nowhere, so the times decide.
OpenEnum<DeliveryStatus> delivery(const Reader &in)
{
    const QString raw = in.text("status");
    OpenEnum<DeliveryStatus> result{DeliveryStatus::Created, raw.isEmpty() ? QStringLiteral("created") : raw};
    if (in.time("sent"))
        result.value = DeliveryStatus::Sent;
    if (in.time("received"))
        result.value = DeliveryStatus::Delivered;
    if (in.time("read"))
        result.value = DeliveryStatus::Read;
    return result;
}

Raw rawMessage(const Reader &in, const Context &context)
{
    Raw raw;
    Message &message = raw.message;
    message.id = MessageId(in.id());
    message.conversationId = context.conversation;
    message.author = author(in, "sender");
    if (const auto outgoing = in.flag("outgoing"); outgoing && !message.author.isKnown()) {
        message.author.value = *outgoing ? MessageAuthor::Agent : MessageAuthor::Customer;
        if (message.author.raw.isEmpty())
            message.author.raw = *outgoing ? QStringLiteral("outgoing") : QStringLiteral("incoming");
    }
    message.authorName = in.nested("persona", [](const Reader &r) { return r.text("name"); });
    message.sensitive = in.flag("isSensitive").value_or(false);
    message.sentAt = in.time("created");
    if (!message.sentAt)
        message.sentAt = in.time("sent");
    message.status = delivery(in);
    if (const QString error = in.text("error"); !error.isEmpty()) {
        MessageError failure;
        failure.kind = {MessageError::Kind::Other, QStringLiteral("error")};
        failure.originalMessage = error;
        message.latestError = failure;
        message.status.value = DeliveryStatus::Error;
    }
    in.nested("content", [&](const Reader &content) {
        message.contents = contentsOf(content);
        raw.reaction = reactionIn(content);
        content.nested("operator", [&message](const Reader &r) {
            message.userId = UserId(r.id("operatorId"));
            return true;
        });
        return true;
    });
    // Some answers to a send are flat.
    if (message.contents.isEmpty()) {
        if (const QString text = in.text("text"); !text.isEmpty())
            message.contents.append(TextContent{text});
        else if (const QString type = in.text("type"); !type.isEmpty() && type != QLatin1String("text"))
            message.contents.append(UnknownContent{type});
    }
    raw.providerId = in.id("providerMessageId");
    raw.contextId = in.id("contextId");
    raw.streamGroup = in.id("streamGroupId");
    return raw;
}

// No order is documented: the times decide, and where they are equal the place in the answer.
void sortNewestFirst(QList<Raw> &all)
{
    const auto time = [](const Raw &raw) { return raw.message.sentAt.value_or(QDateTime()); };
    if (!all.isEmpty() && time(all.constFirst()) <= time(all.constLast()))
        std::reverse(all.begin(), all.end());
    std::stable_sort(all.begin(), all.end(),
                     [&time](const Raw &a, const Raw &b) { return time(a) > time(b); });
}

// What a bot says word by word is one message: the first part, with the others' contents.
void joinStreams(QList<Raw> &newestFirst)
{
    QHash<QString, qsizetype> firstOf;
    for (qsizetype i = newestFirst.size() - 1; i >= 0; --i) {
        const QString group = newestFirst.at(i).streamGroup;
        if (group.isEmpty())
            continue;
        const auto first = firstOf.constFind(group);
        if (first == firstOf.cend()) {
            firstOf.insert(group, i);
            continue;
        }
        Message &whole = newestFirst[*first].message;
        const Message &part = newestFirst.at(i).message;
        whole.contents += part.contents;
        whole.sensitive = whole.sensitive || part.sensitive;
        if (part.latestError)
            whole.latestError = part.latestError;
        if (part.status == DeliveryStatus::Error || part.status.value < whole.status.value)
            whole.status = whole.status == DeliveryStatus::Error ? whole.status : part.status;
        newestFirst[i].message.id = {}; // has gone into another
    }
    newestFirst.removeIf([](const Raw &raw) { return raw.message.id.isEmpty(); });
}

// A reaction goes to the message it names; one that names none of these stays a message of its own.
void placeReactions(QList<Raw> &newestFirst, const QHash<QString, qsizetype> &places)
{
    for (qsizetype i = newestFirst.size() - 1; i >= 0; --i) {
        const Raw &raw = newestFirst.at(i);
        if (!raw.reaction || raw.message.contents.size() != 1)
            continue;
        const qsizetype place = places.value(raw.reaction->to, -1);
        if (place < 0 || place == i || newestFirst.at(place).reaction)
            continue;
        Message &target = newestFirst[place].message;
        (raw.message.author == MessageAuthor::Customer ? target.customerReaction : target.agentReaction) =
            raw.reaction->emoji;
        newestFirst[i].message.id = {};
    }
}

void placeQuotes(QList<Raw> &newestFirst, const QHash<QString, qsizetype> &places)
{
    for (Raw &raw : newestFirst) {
        const qsizetype place = raw.contextId.isEmpty() ? -1 : places.value(raw.contextId, -1);
        if (place < 0 || newestFirst.at(place).message.id == raw.message.id
            || newestFirst.at(place).message.id.isEmpty())
            continue;
        Message quoted = newestFirst.at(place).message;
        quoted.reference = {};
        raw.message.reference = quoted;
    }
}

QList<Message> arranged(QList<Raw> all)
{
    sortNewestFirst(all);
    joinStreams(all);
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const QString &id : {all.at(i).providerId, all.at(i).message.id.value()}) {
            if (!id.isEmpty())
                places.insert(id, i);
        }
    }
    placeReactions(all, places);
    placeQuotes(all, places);
    QList<Message> messages;
    messages.reserve(all.size());
    for (Raw &raw : all) {
        if (!raw.message.id.isEmpty())
            messages.append(std::move(raw.message));
    }
    return messages;
}

// --- conversations -----------------------------------------------------------------------------------------

Note note(const QString &text, const ConversationId &conversation)
{
    // Notes have no ids here: their words are what names them.
    return Note{NoteId(text), conversation, text, {}, {}};
}

// The list tells of the last message what it says and who wrote it, but neither its id nor its time.
void readLastMessage(const Reader &in, Conversation &conversation)
{
    const auto named = [&conversation](const OptionalTime &time) {
        Message message;
        message.conversationId = conversation.key.id;
        message.sentAt = time;
        // Changes when something new was said; never asked for.
        message.id = MessageId(QLatin1String("at:") + (time ? time->toString(Qt::ISODateWithMs) : QString()));
        return message;
    };
    const OpenEnum<MessageAuthor> sender = author(in, "lastSender");
    const bool byCustomer = sender == MessageAuthor::Customer;
    if (conversation.lastCustomerReplyAt) {
        Message last = named(conversation.lastCustomerReplyAt);
        last.author = {MessageAuthor::Customer, QStringLiteral("user")};
        conversation.latestCustomerMessage = last;
    }
    const OptionalTime updated = in.time("updated");
    in.nested("lastMessage", [&](const Reader &content) {
        const bool ofCustomer = byCustomer && conversation.lastCustomerReplyAt;
        Message last = named(ofCustomer ? conversation.lastCustomerReplyAt : updated);
        last.author = sender;
        last.contents = contentsOf(content);
        // What the bot has just asked for, a password or a card's number, may be what was answered.
        last.sensitive = byCustomer
            && in.nested("userInput", [](const Reader &r) { return r.flag("isSensitive").value_or(false); });
        content.nested("operator", [&last](const Reader &r) {
            last.userId = UserId(r.id("operatorId"));
            return true;
        });
        conversation.latestMessage = last;
        if (byCustomer)
            conversation.latestCustomerMessage = last;
        return true;
    });
}

// What the window has no place of its own for. Never read: the contact's and the channel's tokens, and what
// was typed last, which may be a password.
QList<LabelledValue> details(const Reader &in)
{
    QList<LabelledValue> result;
    const auto add = [&result](const char *key, const QString &value) {
        if (!value.isEmpty())
            result.append({QLatin1String(key), value});
    };
    add("environment", in.text("environment"));
    add("sessionCount", in.text("sessionCount"));
    for (const char *key : {"lastBlock", "lastButton"}) {
        add(key, in.nested(key, [](const Reader &r) {
            // A button is described in two ways, with a name and with a text.
            const QStringList names{r.text("name"), r.text("text"), r.id()};
            const auto said =
                std::find_if(names.begin(), names.end(), [](const QString &name) { return !name.isEmpty(); });
            return said == names.end() ? QString() : *said;
        }));
    }
    const QMap<QString, QString> variables = in.texts("variables");
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        if (!it.value().isEmpty())
            result.append({QLatin1String("variables.") + it.key(), it.value()});
    }
    return result;
}

// {"<user>": true}, of whoever has looked; nobody else is asked about, since the map keeps who was mentioned
// once.
QList<UserId> mentionsSeen(const Reader &in, const QList<UserId> &mentions)
{
    return in.nested("mentionsRead", [&mentions](const Reader &read) {
        QList<UserId> seen;
        for (const UserId &user : mentions) {
            if (read.flag(user.value().toUtf8().constData()).value_or(false))
                seen << user;
        }
        return seen;
    });
}

Conversation conversation(const Reader &in, const Context &context)
{
    Conversation conversation;
    const ConversationId id(in.id());
    conversation.key = {context.account, id};
    conversation.createdAt = in.time("created");
    conversation.channel = channel(in, "channelType");
    conversation.status = state(in);
    conversation.snoozeUntil = in.time("snoozed");
    if (conversation.snoozeUntil && context.now.isValid() && *conversation.snoozeUntil <= context.now)
        conversation.snoozeUntil.reset();
    if (const LineId line(in.id("channelId")); !line.isEmpty()) {
        Line ours;
        ours.id = line;
        ours.channel = conversation.channel;
        ours.name = context.names.lines.value(line);
        conversation.line = ours;
    }
    Customer customer;
    customer.id = CustomerId(in.id("contactId"));
    customer.channel = conversation.channel;
    customer.displayId = in.text("providerId");
    customer.name = in.text("name");
    customer.photo = in.url("photoUrl");
    if (customer != Customer())
        conversation.customer = customer;
    if (const UserId agent(in.id("operatorId")); !agent.isEmpty()) {
        User colleague;
        colleague.id = agent;
        colleague.name = context.names.users.value(agent);
        conversation.assignee = colleague;
    }
    conversation.tags = idsOf<TagId>(in.words("tags"));
    conversation.team = in.nested("team", [](const Reader &r) { return TeamId(r.id("teamId")); });
    conversation.archived = in.flag("archived").value_or(false);
    conversation.unreadCount = in.flag("unread").value_or(false) ? 1 : 0;
    conversation.lastCustomerReplyAt = in.time("lastUserAction");
    const QStringList notes = in.nested("notes", [](const Reader &r) { return r.words("notes"); });
    for (const QString &text : notes) {
        if (!text.isEmpty())
            conversation.notes << note(text, id);
    }
    if (!conversation.notes.isEmpty())
        conversation.latestNote = conversation.notes.constLast();
    conversation.language = in.text("language");
    conversation.mentions = idsOf<UserId>(in.words("mentions"));
    conversation.mentionsSeen = mentionsSeen(in, conversation.mentions);
    conversation.metadata = in.texts("metadata");
    conversation.details = details(in);
    readLastMessage(in, conversation);
    return conversation;
}

const QString &idOf(const Conversation &conversation)
{
    return conversation.key.id.value();
}
const QString &idOf(const Raw &raw)
{
    return raw.message.id.value();
}
const QString &idOf(const Presence &presence)
{
    return presence.user.value();
}
template <typename T> const QString &idOf(const T &item)
{
    return item.id.value();
}

// --- answers -----------------------------------------------------------------------------------------------

// {"conversation": {…}} or the object itself.
template <typename Decode> auto single(const QJsonDocument &answer, const char *key, Decode decode)
{
    using T = std::invoke_result_t<Decode, const Reader &>;
    Decoded<T> result;
    const QJsonObject object = answer.object();
    const QJsonValue inner = object.value(QLatin1String(key));
    const bool isFlat = !inner.isObject() && object.contains(QLatin1String("id"));
    const Path path(isFlat ? "" : key);
    if (!isFlat && !inner.isObject()) {
        result.problems.append({path.text(), QStringLiteral("not an object")});
        return result;
    }
    T item = decode(Reader(isFlat ? object : inner.toObject(), path, result.problems));
    if (idOf(item).isEmpty())
        result.problems.append({path.child("id").text(), QStringLiteral("missing")});
    else
        result.value = std::move(item);
    return result;
}

QJsonValue onlyList(const QJsonObject &object)
{
    QJsonValue only;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isArray())
            continue;
        if (only.isArray())
            return {};
        only = it.value();
    }
    return only;
}

// Among the keys of a list that is documented without one: whatever list is the only one there.
constexpr auto anyKey = "";

// The list under its key, or bare. A row that is no object or has no id is left out and counted; so is an
// error told beside the rows, because then nobody knows what is missing.
template <typename Decode>
auto pageOf(const QJsonDocument &answer, std::initializer_list<const char *> keys, Decode decode)
{
    using T = std::invoke_result_t<Decode, const Reader &>;
    Decoded<Page<T>> result;
    const QJsonObject object = answer.object();
    QJsonValue rows = answer.isArray() ? QJsonValue(answer.array()) : QJsonValue();
    const char *found = "";
    for (const char *key : keys) {
        if (!rows.isArray() && object.value(QLatin1String(key)).isArray()) {
            rows = object.value(QLatin1String(key));
            found = key;
        }
        if (!rows.isArray() && *key == *anyKey)
            rows = onlyList(object);
    }
    const bool hasError = !errorIn(answer).isEmpty();
    if (!rows.isArray() || (hasError && rows.toArray().isEmpty())) {
        result.problems.append({QLatin1String(*keys.begin()), QStringLiteral("not a list")});
        return result;
    }
    const Path path(found);
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
    if (hasError) {
        ++page.unreadable;
        result.problems.append({QStringLiteral("error"), QStringLiteral("told beside the rows")});
    }
    result.value = std::move(page);
    return result;
}

template <typename Decode>
auto listOf(const QJsonDocument &answer, std::initializer_list<const char *> keys, Decode decode)
{
    auto page = pageOf(answer, keys, decode);
    Decoded<QList<std::invoke_result_t<Decode, const Reader &>>> result;
    if (page.value)
        result.value = std::move(page.value->items);
    result.problems = std::move(page.problems);
    return result;
}

Customer contactAsCustomer(const Reader &in)
{
    Customer customer;
    customer.id = CustomerId(in.id());
    customer.name = in.text("name");
    customer.displayId = in.text("phoneNumber");
    if (customer.displayId.isEmpty())
        customer.displayId = in.text("email");
    return customer;
}

// A search engine puts what it has found into a document each.
Customer hit(const Reader &in)
{
    return in.id().isEmpty() ? in.nested("document", contactAsCustomer) : contactAsCustomer(in);
}

Profile profile(const Reader &in)
{
    Profile profile;
    profile.id = ProfileId(in.id());
    profile.name = in.text("name");
    profile.email = in.text("email");
    profile.phoneNumber = in.text("phoneNumber");
    profile.address = in.nested("address", [](const Reader &r) {
        QStringList parts{QString(r.text("street") + u' ' + r.text("houseNumber")).simplified(),
                          QString(r.text("zipcode") + u' ' + r.text("location")).simplified(),
                          r.text("country")};
        parts.removeAll(QString());
        return parts.join(QLatin1String(", "));
    });
    profile.createdAt = in.time("created");
    profile.updatedAt = in.time("updated");
    return profile;
}

User user(const Reader &in)
{
    User user;
    // Where a row is a membership, its own id names that.
    user.id = UserId(in.id("userId"));
    if (user.id.isEmpty())
        user.id = UserId(in.id());
    user.name = in.text("name");
    user.email = in.text("email");
    user.createdAt = in.time("created");
    user.updatedAt = in.time("updated");
    return user;
}

} // namespace

QString errorIn(const QJsonDocument &answer)
{
    const QJsonObject object = answer.object();
    const QJsonValue error = object.value(QLatin1String("error"));
    if (object.contains(QLatin1String("id"))) // a message by itself: its own failure
        return {};
    if (error.isObject() || error.isArray())
        return net::errorText(QJsonDocument(QJsonObject{{QStringLiteral("error"), error}}).toJson(), {})
            .detail;
    return error.toString().trimmed();
}

Decoded<Page<Conversation>> decodeConversations(const QJsonDocument &answer, const Context &context)
{
    QSet<ConversationId> elsewhere;
    auto decoded = pageOf(answer, {"conversations"}, [&](const Reader &r) {
        Conversation read = chatcaptain::conversation(r, context);
        const QString environment = r.text("environment");
        if (!context.environment.isEmpty() && !environment.isEmpty() && environment != context.environment)
            elsewhere.insert(read.key.id);
        return read;
    });
    if (decoded.value)
        decoded.value->items.removeIf([&](const Conversation &c) { return elsewhere.contains(c.key.id); });
    return decoded;
}

Decoded<Conversation> decodeConversation(const QJsonDocument &answer, const Context &context)
{
    return single(answer, "conversation",
                  [&](const Reader &r) { return chatcaptain::conversation(r, context); });
}

Decoded<std::optional<Conversation>> decodeFound(const QJsonDocument &answer, const Context &context)
{
    auto decoded = decodeConversation(answer, context);
    Decoded<std::optional<Conversation>> result;
    const QJsonObject object = answer.object();
    const QJsonValue inner = object.value(QLatin1String("conversation"));
    const bool isNone = answer.isObject() && (inner.isUndefined() || inner.isNull())
        && errorIn(answer).isEmpty() && !object.contains(QLatin1String("id"));
    if (decoded.value)
        result.value = std::move(decoded.value);
    else if (isNone)
        result.value = std::optional<Conversation>();
    else
        result.problems = std::move(decoded.problems);
    return result;
}

Decoded<OpeningAnswer> decodeOpening(const QJsonDocument &answer, const Context &context)
{
    Decoded<Conversation> made = decodeConversation(answer, context);
    Decoded<OpeningAnswer> result{std::nullopt, std::move(made.problems)};
    RecipientResult told;
    told.state = RecipientResult::State::Sent;
    if (made.value) {
        told.conversation = made.value->key.id;
        result.value = OpeningAnswer{{told}, {{std::move(*made.value), {}}}};
        return result;
    }
    const QJsonObject object = answer.object();
    const Path root;
    told.conversation = ConversationId(Reader(object, root, result.problems).id("conversationId"));
    const bool isYes = object.isEmpty() || object.value(QLatin1String("conversation")).isNull()
        || !told.conversation.isEmpty();
    if (isYes && !answer.isArray() && errorIn(answer).isEmpty())
        result.value = OpeningAnswer{{told}, {}};
    return result;
}

Decoded<Page<Message>> decodeMessages(const QJsonDocument &answer, const Context &context)
{
    auto raw = pageOf(answer, {"messages"}, [&](const Reader &r) { return rawMessage(r, context); });
    Decoded<Page<Message>> result;
    result.problems = std::move(raw.problems);
    if (raw.value) {
        Page<Message> page;
        page.unreadable = raw.value->unreadable;
        page.items = arranged(std::move(raw.value->items));
        result.value = std::move(page);
    }
    return result;
}

Decoded<Message> decodeMessage(const QJsonDocument &answer, const Context &context)
{
    auto raw = single(answer, "message", [&](const Reader &r) { return rawMessage(r, context); });
    Decoded<Message> result;
    result.problems = std::move(raw.problems);
    if (!raw.value)
        return result;
    Message message = std::move(raw.value->message);
    // There is a message, and yet something went wrong with it.
    if (const QString error = errorIn(answer); !error.isEmpty() && !message.latestError) {
        MessageError failure;
        failure.kind = {MessageError::Kind::Other, QStringLiteral("error")};
        failure.originalMessage = error;
        message.latestError = failure;
        message.status.value = DeliveryStatus::Error;
    }
    result.value = std::move(message);
    return result;
}

Decoded<Arrival> decodeArrival(const QJsonDocument &answer, const Context &context)
{
    Decoded<Arrival> result;
    const Path root;
    const QJsonObject object = answer.object();
    const Reader in(object, root, result.problems);
    Arrival arrival{ConversationId(in.id("conversationId")), MessageId(in.id("messageId")), {}};
    if (arrival.conversation.isEmpty()) {
        result.problems.append({QStringLiteral("conversationId"), QStringLiteral("missing")});
        return result;
    }
    Context inside = context;
    inside.conversation = arrival.conversation;
    QList<Raw> answers;
    in.each("messages", [&](const Reader &r) {
        Raw raw = rawMessage(r, inside);
        if (!raw.message.id.isEmpty())
            answers << std::move(raw);
    });
    arrival.answers = arranged(std::move(answers));
    result.value = std::move(arrival);
    return result;
}

Decoded<Nothing> decodeDone(const QJsonDocument &answer)
{
    Decoded<Nothing> result;
    const QJsonValue deleted = answer.object().value(QLatin1String("deleted"));
    if (!errorIn(answer).isEmpty())
        result.problems.append({QStringLiteral("error"), QStringLiteral("told")});
    else if (deleted.isBool() && !deleted.toBool())
        result.problems.append({QStringLiteral("deleted"), QStringLiteral("false")});
    else
        result.value = Nothing();
    return result;
}

Decoded<QList<Tag>> decodeTags(const QJsonDocument &answer)
{
    return listOf(answer, {"tags"}, [](const Reader &r) {
        return Tag{TagId(r.id()), r.text("name"), r.text("color")};
    });
}

Decoded<QList<Team>> decodeTeams(const QJsonDocument &answer)
{
    return listOf(answer, {"teams"}, [](const Reader &r) {
        return Team{TeamId(r.id()), r.text("name"), idsOf<UserId>(r.words("userIds"))};
    });
}

// The key of this list is not in the documentation; of those that follow, neither.
Decoded<QList<Snippet>> decodeSnippets(const QJsonDocument &answer)
{
    return listOf(answer, {"answers", anyKey}, [](const Reader &r) {
        return Snippet{SnippetId(r.id()), r.text("name"), r.text("message")};
    });
}

Decoded<QList<SavedView>> decodeViews(const QJsonDocument &answer)
{
    return listOf(answer, {"views", anyKey}, [](const Reader &r) {
        SavedView view;
        view.id = ViewId(r.id());
        view.name = r.text("name");
        view.tags = idsOf<TagId>(r.words("tags"));
        view.unreadOnly = r.flag("unread").value_or(false);
        view.mineOnly = r.flag("selfAssigned").value_or(false);
        view.open = r.flag("open").value_or(true);
        view.inProgress = r.flag("inProgress").value_or(true);
        view.closed = r.flag("closed").value_or(true);
        view.sorting = r.text("sorting");
        view.newestFirst = r.count("sortingDirection").value_or(1) == 1;
        return view;
    });
}

Decoded<QList<Presence>> decodePresences(const QJsonDocument &answer)
{
    return listOf(answer, {"agents", "online", anyKey}, [](const Reader &r) {
        Presence presence{UserId(r.id("userId")), r.flag("online")};
        if (presence.user.isEmpty())
            presence.user = UserId(r.id());
        return presence;
    });
}

Decoded<QList<Line>> decodeChannels(const QJsonDocument &answer)
{
    return listOf(answer, {"channels"}, [](const Reader &r) {
        Line line;
        line.id = LineId(r.id());
        line.channel = channel(r, "type");
        line.name = r.text("name");
        line.displayId = r.text("number");
        return line;
    });
}

Decoded<Page<Customer>> decodeContacts(const QJsonDocument &answer)
{
    const QJsonValue results = answer.object().value(QLatin1String("results"));
    if (results.isNull() && errorIn(answer).isEmpty())
        return {Page<Customer>(), {}}; // nobody
    if (!results.isObject())
        return pageOf(answer, {"results", "contacts", "hits", anyKey}, hit);
    return pageOf(QJsonDocument(results.toObject()), {"contacts", "hits", "results", anyKey}, hit);
}

Decoded<Profile> decodeContact(const QJsonDocument &answer)
{
    return single(answer, "contact", profile);
}

Decoded<QList<User>> decodeUsers(const QJsonDocument &answer)
{
    return listOf(answer, {"users", anyKey}, user);
}

} // namespace inbox::backends::chatcaptain
