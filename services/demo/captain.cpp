// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/captain.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace inbox::demo {

namespace {

enum State { Open, Bot, InProgress, Closed, Nameless = -1 };

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

// The number backwards: an id by whose order nothing can be told.
QString scrambled(const char *prefix, qint64 number)
{
    QString digits = QString::number(number);
    std::reverse(digits.begin(), digits.end());
    return key(prefix) + digits;
}

qint64 unscrambled(const char *prefix, const QString &id)
{
    if (!id.startsWith(key(prefix)))
        return 0;
    QString digits = id.mid(key(prefix).size());
    std::reverse(digits.begin(), digits.end());
    return digits.toLongLong();
}

QString conversationId(qint64 id)
{
    return scrambled("cnv", id);
}
QString messageId(qint64 id)
{
    return scrambled("msg", id);
}
QString channelId(qint64 id)
{
    return scrambled("chn", id);
}
QString contactId(const Conversation &c)
{
    return scrambled("ctc", World::customerId(c));
}

QString channelType(Channel channel)
{
    switch (channel) {
    case Channel::WhatsApp:
        return key("meta-whatsapp");
    case Channel::Widget:
        return key("web");
    case Channel::Telegram:
        return key("telegram");
    case Channel::Bridge:
        break;
    }
    return key("debug");
}

QString text(const QJsonObject &object, const char *name)
{
    return object.value(key(name)).toString();
}

Answer refused(const QString &why, int status)
{
    return jsonAnswer({{key("statusCode"), status}, {key("message"), why}}, status);
}

// What went wrong, inside an answer that says all went well.
Answer quietly(const QString &why, int status = 200)
{
    return jsonAnswer({{key("error"), why}}, status);
}

QJsonArray tags()
{
    const auto tag = [](const char *id, const QString &name, const char *color) {
        return QJsonObject{{key("id"), key(id)},
                           {key("name"), name},
                           {key("color"), key(color)},
                           {key("created"), key("2026-03-01T08:00:00.000Z")},
                           {key("updated"), key("2026-03-01T08:00:00.000Z")}};
    };
    return {tag("tagUrgent", QStringLiteral("Urgent"), "#D0021B"),
            tag("tagReturn", QStringLiteral("Return"), "blue"),
            tag("tagVip", QStringLiteral("VIP"), "dark_green")};
}

QJsonArray teams()
{
    const auto team = [](const char *id, const QString &name, const QStringList &users) {
        return QJsonObject{{key("id"), key(id)},
                           {key("name"), name},
                           {key("icon"), key("box")},
                           {key("userIds"), QJsonArray::fromStringList(users)},
                           {key("created"), key("2026-03-01T08:00:00.000Z")},
                           {key("updated"), key("2026-03-01T08:00:00.000Z")}};
    };
    return {team("teamReturns", QStringLiteral("Returns"),
                 {CaptainRoutes::userId(11), CaptainRoutes::userId(12)}),
            team("teamSales", QStringLiteral("Sales"), {CaptainRoutes::userId(13)})};
}

bool knows(const QJsonArray &things, const QString &id)
{
    return std::any_of(things.begin(), things.end(),
                       [&id](const QJsonValue &thing) { return thing[key("id")].toString() == id; });
}

// An ordinary field of the same name in request and answer.
const QStringList &plainFields()
{
    static const QStringList all{key("archived"),     key("snoozed"),           key("language"),
                                 key("photoUrl"),     key("lastSeen"),          key("name"),
                                 key("sessionCount"), key("providerId"),        key("lastBlock"),
                                 key("lastButton"),   key("lastUserInput"),     key("userInput"),
                                 key("contactId"),    key("leadAiConversation")};
    return all;
}

} // namespace

QString CaptainRoutes::chatbotId()
{
    return key("botLindner");
}
QString CaptainRoutes::workspaceId()
{
    return key("wsLindner");
}
QString CaptainRoutes::userId(qint64 worldId)
{
    return scrambled("usr", worldId);
}

CaptainRoutes::CaptainRoutes(World &world, const QString &baseUrl)
    : m_world(world)
    , m_files(world, baseUrl)
    , m_baseUrl(baseUrl)
{
    addConversations();
    addChannelSide();
    addMessages();
    addInbox();
    addPeople();
}

void CaptainRoutes::add(const char *method, const char *path, Handler handler)
{
    m_routes.push_back({key(method), key(path).split(u'/', Qt::SkipEmptyParts), std::move(handler)});
}

Answer CaptainRoutes::answer(Call &call)
{
    const QStringList parts = call.path.split(u'/', Qt::SkipEmptyParts);
    for (const Route &route : m_routes) {
        if (route.method != call.method || route.parts.size() != parts.size())
            continue;
        QStringList words;
        bool fits = true;
        for (qsizetype i = 0; i < parts.size() && fits; ++i) {
            const QString word = QUrl::fromPercentEncoding(parts.at(i).toUtf8());
            if (route.parts.at(i) == QLatin1String("{}"))
                words << word;
            else if (route.parts.at(i) == QLatin1String("{cb}")
                     || route.parts.at(i) == QLatin1String("{ws}")) {
                const QString known =
                    route.parts.at(i) == QLatin1String("{cb}") ? chatbotId() : workspaceId();
                if (word != known)
                    return refused(QStringLiteral("Insufficient permissions."), 403);
            } else {
                fits = route.parts.at(i) == parts.at(i);
            }
        }
        if (!fits)
            continue;
        try {
            return route.handler(call, words);
        } catch (const Refusal &refusal) {
            // A conversation that is not there is told quietly; what is wrong with a request is not.
            return refusal.status == 404 ? quietly(refusal.message) : refused(refusal.message, 400);
        }
    }
    return refused(QStringLiteral("Cannot %1 %2").arg(call.method, call.path), 404);
}

// --- who is ours -------------------------------------------------------------------------------------------

bool CaptainRoutes::isOurs(const Conversation &c) const
{
    constexpr int everyFourth = 4;
    const QJsonObject extra = m_world.extra(c.id);
    if (extra.value(key("deleted")).toBool())
        return false;
    if (extra.value(key("created")).toBool())
        return true;
    return c.channel == Channel::Widget || c.channel == Channel::Telegram
        || (c.channel == Channel::WhatsApp && c.index % everyFourth == 0);
}

QList<Conversation *> CaptainRoutes::all() const
{
    QList<Conversation *> result;
    for (int i = 0; i < m_world.conversationCount(); ++i) {
        Conversation &c = m_world.conversationOfCustomer(World::customerIdOf(1001 + i));
        if (isOurs(c))
            result << &c; // without its messages: those of others may go when they come
    }
    return result;
}

Conversation &CaptainRoutes::conversation(const QString &id) const
{
    Conversation &c = m_world.conversation(unscrambled("cnv", id));
    if (!isOurs(c))
        throw Refusal{404, QStringLiteral("Conversation not found."), {}};
    return c;
}

Conversation *CaptainRoutes::found(const QString &channel, const QString &provider) const
{
    const QList<Conversation *> ours = all();
    for (Conversation *c : ours) {
        if (channelId(m_world.lines()[size_t(c->line)].id) == channel
            && m_world.person(*c).displayId == provider)
            return &m_world.conversationAt(c->index);
    }
    return nullptr;
}

// --- how it is written -------------------------------------------------------------------------------------

QString CaptainRoutes::time(Millis time) const
{
    return QDateTime::fromMSecsSinceEpoch(m_world.absolute(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject CaptainRoutes::content(const QJsonArray &contents) const
{
    QJsonObject result;
    for (const QJsonValue &value : contents) {
        const QJsonObject c = value.toObject();
        const QString type = text(c, "type");
        if (type == QLatin1String("text")) {
            result.insert(key("text"), c.value(key("content")));
        } else if (type == QLatin1String("location")) {
            // Numbers here, where the other API has texts.
            result.insert(key("location"),
                          QJsonObject{{key("latitude"), c.value(key("latitude")).toVariant().toDouble()},
                                      {key("longitude"), c.value(key("longitude")).toVariant().toDouble()}});
        } else if (type == QLatin1String("contact")) {
            const QJsonObject name = c.value(key("name")).toObject();
            QJsonArray phones;
            const QJsonArray written = c.value(key("phones")).toArray();
            for (const QJsonValue &phone : written)
                phones.append(
                    QJsonObject{{key("phone"), phone[key("phone")]}, {key("type"), phone[key("type")]}});
            result.insert(key("contact"),
                          QJsonObject{{key("name"),
                                       QJsonObject{{key("formattedName"), name.value(key("formatted_name"))},
                                                   {key("firstName"), name.value(key("first_name"))},
                                                   {key("lastName"), name.value(key("last_name"))}}},
                                      {key("phones"), phones},
                                      {key("emails"), QJsonArray()},
                                      {key("addresses"), QJsonArray()}});
        } else if (const auto file = m_world.file(text(c, "uuid"))) {
            const QString uuid = text(c, "uuid");
            QJsonObject written{{key("name"), file->name},
                                {key("url"), m_files.publicFileUrl(uuid)},
                                {key("type"), type},
                                {key("mimeType"), file->mimeType},
                                {key("size"), file->bytes.size()},
                                {key("attachmentRef"), uuid}};
            if (!text(c, "caption").isEmpty())
                written.insert(key("caption"), text(c, "caption"));
            result.insert(key("file"), written);
        }
    }
    return result;
}

QJsonObject CaptainRoutes::json(const Conversation &c, const Message &m) const
{
    const QStringList bot = m_world.extra(c.id).value(key("bot")).toVariant().toStringList();
    const bool isBot = m.from == From::System || bot.contains(QString::number(m.id));
    QJsonObject o{{key("id"), messageId(m.id)},
                  {key("sender"),
                   isBot                       ? key("bot")
                       : m.from == From::Agent ? key("agent")
                                               : key("user")},
                  {key("type"), content(m.contents).contains(key("file")) ? key("file") : key("text")},
                  {key("status"), m.status},
                  {key("created"), time(m.createdAt)},
                  {key("outgoing"), m.from != From::Customer},
                  {key("content"), content(m.contents)},
                  {key("tags"), QJsonArray()},
                  {key("providerMessageId"), QString(QStringLiteral("wamid.") + QString::number(m.id))}};
    const QStringList steps{key("sent"), key("delivered"), key("read")};
    const qsizetype reached = steps.indexOf(m.status);
    const Millis sent = m.sentAt.value_or(m.createdAt);
    if (reached >= 0)
        o.insert(key("sent"), time(sent));
    if (reached >= 1)
        o.insert(key("received"), time(sent + kSecond));
    if (reached >= 2)
        o.insert(key("read"), time(sent + 2 * kSecond));
    if (m.error)
        o.insert(key("error"), m.error->text);
    if (m.referenceId)
        o.insert(key("contextId"), QString(QStringLiteral("wamid.") + QString::number(m.referenceId)));
    if (isBot)
        o.insert(key("persona"),
                 QJsonObject{{key("name"), QStringLiteral("Lindi")}, {key("image"), QString()}});
    if (m.from == From::Agent && m.userId && !isBot) {
        QJsonObject said = o.value(key("content")).toObject();
        said.insert(key("operator"), QJsonObject{{key("operatorId"), userId(m.userId)}});
        o.insert(key("content"), said);
    }
    return o;
}

// How the chatbot met the customer, before anybody of the shop did.
QJsonArray CaptainRoutes::prologue(const Conversation &c) const
{
    if (c.channel == Channel::WhatsApp || c.messages.empty())
        return {};
    const Millis start = c.messages.front().createdAt - 2 * kMinute;
    int number = 0;
    QJsonArray result;
    const auto say = [&](const char *sender, const char *type, const QJsonObject &said,
                         const QJsonObject &more = {}) {
        const Millis at = start + ++number * 5 * kSecond;
        const bool outgoing = key(sender) != QLatin1String("user");
        QJsonObject o{{key("id"), scrambled("pro", c.id * 100 + number)},
                      {key("sender"), key(sender)},
                      {key("type"), key(type)},
                      {key("status"), key("sent")},
                      {key("created"), time(at)},
                      {key("sent"), time(at)},
                      {key("received"), time(at + kSecond)},
                      {key("read"), time(at + 2 * kSecond)},
                      {key("outgoing"), outgoing},
                      {key("content"), said},
                      {key("tags"), QJsonArray()}};
        if (outgoing)
            o.insert(key("persona"),
                     QJsonObject{{key("name"), QStringLiteral("Lindi")}, {key("image"), QString()}});
        for (auto it = more.begin(); it != more.end(); ++it)
            o.insert(it.key(), it.value());
        result.append(o);
    };
    const QJsonObject stream{
        {key("streamGroupId"), QString(QStringLiteral("stream") + QString::number(c.id))}};
    say("bot", "text",
        {{key("text"), QStringLiteral("Hello! I am Lindi, the assistant of Lindner Möbel & Rad.")}}, stream);
    say("bot", "text", {{key("text"), QStringLiteral("What can I do for you?")}}, stream);
    const auto button = [](const QString &label, const char *value) {
        return QJsonObject{{key("label"), label}, {key("type"), key("text")}, {key("value"), key(value)}};
    };
    say("bot", "buttons",
        {{key("buttons"),
          QJsonObject{{key("buttons"),
                       QJsonArray{button(QStringLiteral("My order"), "order"),
                                  button(QStringLiteral("Talk to a person"), "person")}}}}});
    say("user", "text",
        {{key("selectedButton"),
          QJsonObject{{key("label"), QStringLiteral("Talk to a person")},
                      {key("value"), key("person")},
                      {key("reference"), key("b2")}}}});
    say("bot", "text", {{key("text"), QStringLiteral("Your customer PIN, please?")}});
    say("user", "text", {{key("text"), QStringLiteral("4711")}}, {{key("isSensitive"), true}});
    say("bot", "handover",
        {{key("agentHandover"),
          QJsonObject{{key("reason"), QStringLiteral("The customer asked for a person")},
                      {key("timeoutSeconds"), key("120")}}}});
    return result;
}

QJsonArray CaptainRoutes::messages(const Conversation &c) const
{
    QJsonArray result = prologue(c);
    for (const Message &m : c.messages) {
        result.append(json(c, m));
        // A reaction is a message of its own here.
        if (!m.customerReaction.isEmpty())
            result.append(QJsonObject{
                {key("id"), scrambled("rea", m.id)},
                {key("sender"), key("user")},
                {key("type"), key("reaction")},
                {key("status"), key("sent")},
                {key("created"), time(m.createdAt + kSecond)},
                {key("outgoing"), false},
                {key("content"),
                 QJsonObject{{key("reaction"),
                              QJsonObject{{key("reactionToMid"),
                                           QString(QStringLiteral("wamid.") + QString::number(m.id))},
                                          {key("action"), key("react")},
                                          {key("reaction"), key("other")},
                                          {key("emoji"), m.customerReaction}}}}},
                {key("tags"), QJsonArray()}});
    }
    return result;
}

QJsonObject CaptainRoutes::json(const Conversation &c) const
{
    const QJsonObject extra = m_world.extra(c.id);
    const Person who = m_world.person(c);
    const Line &line = m_world.lines()[size_t(c.line)];
    const Message *last = m_world.latestMessage(c);
    int state = c.status == QLatin1String("done")  ? Closed
        : c.status == QLatin1String("in-progress") ? InProgress
                                                   : Open;
    // Nobody has taken it yet, so the bot still does; and one that the documentation has a number for, but no
    // name.
    constexpr int eleventh = 11;
    if (state == Open && c.userId == 0 && c.channel != Channel::WhatsApp)
        state = Bot;
    if (c.channel == Channel::WhatsApp && state == Closed && c.index % eleventh == 0)
        state = Nameless;
    if (extra.contains(key("state")) && text(extra, "stateOf") == c.status)
        state = extra.value(key("state")).toInt();
    QJsonObject o{
        {key("id"), conversationId(c.id)},
        {key("contactId"), contactId(c)},
        {key("archived"), false},
        {key("channelId"), channelId(line.id)},
        {key("channelType"), channelType(c.channel)},
        {key("chatbotId"), chatbotId()},
        {key("idToken"), QString(QStringLiteral("eyJhbGciOiJub25lIn0.demo.") + QString::number(c.id))},
        {key("language"), who.language},
        {key("operatorId"), c.userId ? userId(c.userId) : QString()},
        {key("photoUrl"), QString()},
        // A number that is written as a text, as numbers here sometimes are.
        {key("sessionCount"), QString::number(1 + c.index % 3)},
        {key("tags"), extra.contains(key("tags")) ? extra.value(key("tags")) : QJsonArray()},
        {key("unread"), c.unread > 0 || extra.value(key("unread")).toBool()},
        {key("variables"), QJsonObject{{key("orderNumber"), QString::number(4000 + c.index)}}},
        {key("created"), time(c.createdAt)},
        {key("updated"), time(c.lastActivity)},
        {key("providerId"), who.displayId},
        {key("name"), who.name},
        {key("snoozed"), c.snoozeUntil ? time(*c.snoozeUntil) : QString()},
        {key("mentions"), QJsonArray()},
        {key("mentionsRead"), QJsonObject()},
        {key("environment"), key("prod")},
        {key("metadata"), QJsonObject()},
        {key("state"), state}};
    if (c.lastCustomerReplyAt)
        o.insert(key("lastUserAction"), time(*c.lastCustomerReplyAt));
    if (last) {
        const QJsonObject written = json(c, *last);
        o.insert(key("lastMessage"), written.value(key("content")));
        const QString sender = text(written, "sender");
        o.insert(key("lastSender"), sender == QLatin1String("agent") ? key("operator") : sender);
    }
    QJsonArray notes = extra.value(key("notes")).toArray();
    if (c.note && !extra.contains(key("notes")))
        notes = {c.note->text};
    if (!notes.isEmpty())
        o.insert(key("notes"), QJsonObject{{key("notes"), notes}});
    for (const char *name : {"mentions", "metadata", "team", "lastAssignedOperatorId", "lastSender"}) {
        if (extra.contains(key(name)))
            o.insert(key(name), extra.value(key(name)));
    }
    for (const QString &field : plainFields()) {
        if (extra.contains(field))
            o.insert(field, extra.value(field));
    }
    return o;
}

QJsonObject CaptainRoutes::channel(const Line &line) const
{
    return {{key("id"), channelId(line.id)},
            {key("name"), line.name},
            {key("number"), line.displayId.toVariant().toString()},
            {key("status"), line.inSync ? key("active") : key("disconnected")},
            {key("token"), QString(QStringLiteral("channel-secret-") + QString::number(line.id))},
            {key("type"), channelType(line.channel)},
            {key("created"), key("2026-01-10T08:00:00.000Z")},
            {key("updated"), key("2026-01-10T08:00:00.000Z")}};
}

QJsonObject CaptainRoutes::contact(const Conversation &c) const
{
    const Person who = m_world.person(c);
    QJsonObject o{{key("id"), contactId(c)}, {key("name"), who.name}, {key("language"), who.language}};
    if (const qint64 id = m_world.profileIdOf(c)) {
        const Profile p = m_world.profile(id);
        o.insert(key("email"), p.email);
        o.insert(key("phoneNumber"), p.phoneNumber);
    }
    return o;
}

// --- conversations -----------------------------------------------------------------------------------------

void CaptainRoutes::change(Conversation &c, const QJsonObject &patch)
{
    QJsonObject extra = m_world.extra(c.id);
    // These are wrapped in a request and plain in an answer.
    for (const char *name : {"tags", "mentions", "metadata"}) {
        if (!patch.contains(key(name)))
            continue;
        const QJsonValue inner = patch.value(key(name)).toObject().value(key(name));
        if (inner.isUndefined())
            throw Refusal{400, QStringLiteral("%1 must be an object with %1.").arg(key(name)), {}};
        extra.insert(key(name), inner);
    }
    const QJsonArray wanted = extra.value(key("tags")).toArray();
    for (const QJsonValue &tag : wanted) {
        if (!knows(tags(), tag.toString()))
            throw Refusal{400, QStringLiteral("Tag not found."), {}};
    }
    if (patch.contains(key("notes")))
        extra.insert(key("notes"), patch.value(key("notes")).toObject().value(key("notes")));
    if (patch.contains(key("team"))) {
        const QJsonObject team = patch.value(key("team")).toObject();
        if (!knows(teams(), text(team, "teamId")))
            throw Refusal{400, QStringLiteral("Team not found."), {}};
        extra.insert(key("team"), team);
    }
    for (const QString &field : plainFields()) {
        if (patch.contains(field))
            extra.insert(field, patch.value(field));
    }
    if (patch.contains(key("unread"))) {
        extra.insert(key("unread"), patch.value(key("unread")));
        if (!patch.value(key("unread")).toBool())
            m_world.markRead(c);
    }
    if (patch.contains(key("operatorId"))) {
        const qint64 user = unscrambled("usr", text(patch, "operatorId"));
        if (!m_world.user(user))
            throw Refusal{400, QStringLiteral("User not found."), {}};
        m_world.setUser(c, user);
        extra.insert(key("lastAssignedOperatorId"), patch.value(key("operatorId")));
    }
    if (patch.contains(key("state"))) {
        const int state = patch.value(key("state")).toInt(Nameless);
        if (state < Open || state > Closed)
            throw Refusal{400, QStringLiteral("Invalid input data."), {}};
        m_world.setStatus(c,
                          state == Closed           ? key("done")
                              : state == InProgress ? key("in-progress")
                                                    : key("to-do"));
        extra.insert(key("state"), state);
        extra.insert(key("stateOf"), c.status); // changed from elsewhere, it is no longer true
    }
    m_world.setExtra(c.id, extra);
}

void CaptainRoutes::addConversations()
{
    add("GET", "/v1/chatbots/{cb}/conversations", [this](const Call &call, const QStringList &) {
        const auto asked = [&call](const char *name) {
            return call.query.queryItemValue(key(name), QUrl::FullyDecoded);
        };
        QJsonArray result;
        const QList<Conversation *> ours = all();
        for (const Conversation *c : ours) {
            const QJsonObject written = json(m_world.conversationAt(c->index));
            bool fits = true;
            for (const char *name : {"contactId", "channelId"})
                fits = fits && (asked(name).isEmpty() || asked(name) == text(written, name));
            if (fits)
                result.append(written);
        }
        return jsonAnswer({{key("conversations"), result}});
    });
    add("POST", "/v1/chatbots/{cb}/conversations", [this](const Call &call, const QStringList &) {
        const QJsonObject wanted = call.json().value(key("conversation")).toObject();
        for (const char *name : {"contactId", "channelId", "channelType", "name", "environment"}) {
            if (text(wanted, name).isEmpty())
                return refused(QStringLiteral("Invalid input data."), 400);
        }
        Conversation &c = m_world.begin({text(wanted, "name"), text(wanted, "providerId"), key("en")},
                                        unscrambled("chn", text(wanted, "channelId")));
        m_world.setExtra(c.id, {{key("created"), true}});
        QJsonObject rest = wanted;
        for (const char *name : {"channelId", "channelType", "environment", "metadata"})
            rest.remove(key(name));
        change(c, rest);
        return jsonAnswer({{key("conversation"), json(c)}}, 201);
    });
    add("GET", "/v1/chatbots/{cb}/conversations/find", [this](const Call &call, const QStringList &) {
        const Conversation *c = found(call.query.queryItemValue(key("channelId"), QUrl::FullyDecoded),
                                      call.query.queryItemValue(key("providerId"), QUrl::FullyDecoded));
        return jsonAnswer(c ? QJsonObject{{key("conversation"), json(*c)}} : QJsonObject());
    });
    add("GET", "/v1/chatbots/{cb}/conversations/{}", [this](const Call &, const QStringList &words) {
        return jsonAnswer({{key("conversation"), json(conversation(words.at(0)))}});
    });
    add("PATCH", "/v1/chatbots/{cb}/conversations/{}", [this](const Call &call, const QStringList &words) {
        Conversation &c = conversation(words.at(0));
        const QJsonObject patch = call.json().value(key("conversation")).toObject();
        if (patch.isEmpty())
            return refused(QStringLiteral("Invalid input data."), 400);
        change(c, patch);
        // Done, but not a word of it: a client has to read it back.
        if (patch.keys() == QStringList{key("unread")})
            return Answer();
        return jsonAnswer({{key("conversation"), json(c)}, {key("error"), QString()}});
    });
    add("DELETE", "/v1/chatbots/{cb}/conversations/{}", [this](const Call &, const QStringList &words) {
        const Conversation &c = conversation(words.at(0));
        QJsonObject extra = m_world.extra(c.id);
        extra.insert(key("deleted"), true);
        m_world.setExtra(c.id, extra);
        return jsonAnswer({{key("deleted"), true}});
    });
    add("PATCH", "/v1/chatbots/{cb}/conversations/{}/notes",
        [this](const Call &call, const QStringList &words) {
            const Conversation &c = conversation(words.at(0));
            const QJsonArray added = call.json().value(key("notes")).toArray();
            if (added.isEmpty())
                return refused(QStringLiteral("Invalid input data."), 400);
            QJsonObject extra = m_world.extra(c.id);
            QJsonArray notes = json(c).value(key("notes")).toObject().value(key("notes")).toArray();
            for (const QJsonValue &note : added)
                notes.append(note);
            extra.insert(key("notes"), notes);
            m_world.setExtra(c.id, extra);
            return jsonAnswer({});
        });
    add("DELETE", "/v1/chatbots/{cb}/conversations/{}/notes",
        [this](const Call &call, const QStringList &words) {
            const Conversation &c = conversation(words.at(0));
            const QJsonArray gone = call.json().value(key("notes")).toArray();
            if (gone.isEmpty())
                return refused(QStringLiteral("Invalid input data."), 400);
            QJsonArray kept;
            const QJsonArray notes = json(c).value(key("notes")).toObject().value(key("notes")).toArray();
            for (const QJsonValue &note : notes) {
                if (!gone.contains(note))
                    kept.append(note);
            }
            QJsonObject extra = m_world.extra(c.id);
            extra.insert(key("notes"), kept);
            m_world.setExtra(c.id, extra);
            return Answer(); // an empty body
        });
}

// What a channel tells the chatbot, and what the business sets off itself.
void CaptainRoutes::addChannelSide()
{
    const auto arrived = [](const Conversation &c, const QJsonArray &answers) {
        return jsonAnswer(
            {{key("conversationId"), conversationId(c.id)},
             {key("messageId"), c.messages.empty() ? QString() : messageId(c.messages.back().id)},
             {key("messages"), answers}},
            201);
    };
    const auto source = [this](const QJsonObject &body) -> Conversation & {
        for (const char *name : {"chatbotId", "channelId", "channelName", "providerId"}) {
            if (text(body, name).isEmpty())
                throw Refusal{400, QStringLiteral("Invalid input data."), {}};
        }
        if (Conversation *c = found(text(body, "channelId"), text(body, "providerId")))
            return *c;
        const QString name = text(body.value(key("profileData")).toObject(), "name");
        Conversation &c = m_world.begin({name, text(body, "providerId"), key("en")},
                                        unscrambled("chn", text(body, "channelId")));
        m_world.setExtra(c.id, {{key("created"), true}});
        return c;
    };
    add("POST", "/v1/chatbots/{cb}/conversations/handle",
        [this, arrived, source](const Call &call, const QStringList &) {
            const QJsonObject body = call.json();
            const QString words =
                text(body.value(key("message")).toObject().value(key("content")).toObject(), "text");
            if (words.isEmpty())
                return refused(QStringLiteral("Invalid input data."), 400);
            Conversation &c = source(body);
            m_world.customerSays(c, words);
            return arrived(c, {});
        });
    add("POST", "/v1/chatbots/{cb}/conversations/event",
        [arrived, source](const Call &call, const QStringList &) {
            const QJsonObject body = call.json();
            if (text(body, "event").isEmpty())
                return refused(QStringLiteral("Invalid input data."), 400);
            return arrived(source(body), {});
        });
    add("POST", "/v1/chatbots/{cb}/conversations/payload",
        [this, arrived](const Call &call, const QStringList &) {
            return arrived(conversation(text(call.json(), "conversationId")), {});
        });
    add("POST", "/v1/chatbots/{cb}/conversations/custom-event",
        [this](const Call &call, const QStringList &) {
            const QJsonObject body = call.json();
            if (text(body, "event").isEmpty())
                return refused(QStringLiteral("Invalid input data."), 400);
            Conversation &c = conversation(text(body, "conversationId"));
            const QJsonObject said{
                {key("type"), key("text")},
                {key("content"), QString(QStringLiteral("There is news for you: ") + text(body, "event"))}};
            const Message &sent = m_world.send(c, {said}, 0);
            QJsonObject extra = m_world.extra(c.id);
            QJsonArray bot = extra.value(key("bot")).toArray();
            bot.append(QString::number(sent.id));
            extra.insert(key("bot"), bot);
            m_world.setExtra(c.id, extra);
            return jsonAnswer({}, 201);
        });
}

void CaptainRoutes::addMessages()
{
    add("GET", "/v1/chatbots/{cb}/conversations/{}/messages", [this](const Call &, const QStringList &words) {
        return jsonAnswer({{key("messages"), messages(conversation(words.at(0)))}});
    });
    add("GET", "/v1/chatbots/{cb}/conversations/{}/messages/{}",
        [this](const Call &, const QStringList &words) {
            const QJsonArray all = messages(conversation(words.at(0)));
            for (const QJsonValue &m : all) {
                if (m[key("id")].toString() == words.at(1))
                    return jsonAnswer({{key("message"), m}});
            }
            return quietly(QStringLiteral("Message not found."));
        });
    add("POST", "/v1/inbox/{cb}/messages", [this](const Call &call, const QStringList &) {
        const QJsonObject body = call.json();
        const QString words = text(body, "text");
        if (words.isEmpty() && text(body, "attachmentRef").isEmpty())
            return refused(QStringLiteral("Invalid input data."), 400);
        Conversation &c = conversation(text(body, "conversationId"));
        if (!m_world.lines()[size_t(c.line)].inSync)
            return jsonAnswer({{key("message"), QJsonValue::Null},
                               {key("error"), QStringLiteral("The channel is not connected.")}},
                              201);
        const QJsonObject said{{key("type"), key("text")}, {key("content"), words}};
        const Message &sent = m_world.send(c, {said}, 0);
        return jsonAnswer({{key("message"), json(c, sent)}}, 201);
    });
}

// --- around ------------------------------------------------------------------------------------------------

void CaptainRoutes::addInbox()
{
    add("POST", "/v1/inbox/{cb}/conversations", [this](const Call &call, const QStringList &) {
        const QJsonObject body = call.json();
        if (text(body, "name").isEmpty() || text(body, "channelId").isEmpty())
            return refused(QStringLiteral("Invalid input data."), 400);
        QString provider = text(body, "phone").isEmpty() ? text(body, "email") : text(body, "phone");
        provider.remove(u'+');
        Conversation &c = m_world.begin({text(body, "name"), provider, key("en")},
                                        unscrambled("chn", text(body, "channelId")));
        m_world.setExtra(c.id, {{key("created"), true}});
        return jsonAnswer({{key("conversation"), json(c)}}, 201);
    });
    add("GET", "/v1/inbox/{cb}/tags", [](const Call &, const QStringList &) {
        return jsonAnswer({{key("tags"), tags()}});
    });
    add("GET", "/v1/inbox/{cb}/tags/{}", [](const Call &, const QStringList &words) {
        const QJsonArray all = tags();
        for (const QJsonValue &tag : all) {
            if (tag[key("id")].toString() == words.at(0))
                return jsonAnswer({{key("tag"), tag}});
        }
        return refused(QStringLiteral("Tag not found."), 404);
    });
    add("GET", "/v1/inbox/{cb}/teams", [](const Call &, const QStringList &) {
        return jsonAnswer({{key("teams"), teams()}});
    });
    add("GET", "/v1/inbox/{cb}/answers", [](const Call &, const QStringList &) {
        const auto one = [](const char *id, const QString &name, const QString &message) {
            return QJsonObject{{key("id"), key(id)}, {key("name"), name}, {key("message"), message}};
        };
        return jsonAnswer(
            {{key("answers"),
              QJsonArray{one("ansHello", QStringLiteral("Hello"), QStringLiteral("Hello! How can we help?")),
                         one("ansHours", QStringLiteral("Opening hours"),
                             QStringLiteral("We are here Monday to Friday, 8 to 18."))}}});
    });
    add("GET", "/v1/inbox/{cb}/views", [](const Call &, const QStringList &) {
        const QJsonObject urgent{{key("id"), key("viewUrgent")},
                                 {key("name"), QStringLiteral("Urgent")},
                                 {key("icon"), key("bolt")},
                                 {key("tags"), QJsonArray{key("tagUrgent")}},
                                 {key("unread"), false},
                                 {key("sorting"), key("updated")},
                                 {key("selfAssigned"), false},
                                 {key("open"), true},
                                 {key("closed"), false},
                                 {key("inProgress"), true},
                                 {key("sortingDirection"), key("1")}};
        return jsonAnswer({{key("views"), QJsonArray{urgent}}});
    });
    add("GET", "/v1/inbox/{cb}/agents/online", [this](const Call &, const QStringList &) {
        QJsonArray agents;
        for (const User &user : m_world.users())
            agents.append(QJsonObject{{key("userId"), userId(user.id)},
                                      {key("online"), m_online.value(user.id, user.id % 2 == 0)}});
        return jsonAnswer({{key("agents"), agents}});
    });
    add("POST", "/v1/inbox/{cb}/agents/me/online", [this](const Call &call, const QStringList &) {
        const QJsonObject body = call.json();
        const QJsonValue stamp = body.value(key("clientTimestamp"));
        if (!body.value(key("online")).isBool() || !stamp.isString())
            return refused(QStringLiteral("Invalid input data."), 400);
        // Of two requests that crossed, the later one counts.
        if (stamp.toString().toLongLong() >= m_onlineStamp) {
            m_onlineStamp = stamp.toString().toLongLong();
            m_online.insert(m_world.users().front().id, body.value(key("online")).toBool());
        }
        return jsonAnswer({});
    });
}

void CaptainRoutes::addPeople()
{
    add("GET", "/v1/chatbots/{cb}/channels", [this](const Call &, const QStringList &) {
        QJsonArray channels;
        for (const Line &line : m_world.lines())
            channels.append(channel(line));
        return jsonAnswer({{key("channels"), channels}});
    });
    add("GET", "/v1/chatbots/{cb}/contacts/search", [this](const Call &call, const QStringList &) {
        const QString words = call.query.queryItemValue(key("query"), QUrl::FullyDecoded);
        const int page = call.query.queryItemValue(key("page")).toInt();
        const int size = call.query.queryItemValue(key("pageSize")).toInt();
        if (words.isEmpty() || page < 1 || size < 1)
            return refused(QStringLiteral("Invalid input data."), 400);
        QJsonArray hits;
        int number = 0;
        const QList<Conversation *> ours = all();
        for (const Conversation *c : ours) {
            if (!m_world.person(*c).name.contains(words, Qt::CaseInsensitive))
                continue;
            if (number >= (page - 1) * size && number < page * size)
                hits.append(contact(*c));
            ++number;
        }
        return jsonAnswer({{key("results"), QJsonObject{{key("contacts"), hits}, {key("found"), number}}}});
    });
    add("GET", "/v1/chatbots/{cb}/contacts/{}", [this](const Call &, const QStringList &words) {
        const QList<Conversation *> ours = all();
        for (const Conversation *c : ours) {
            if (contactId(*c) == words.at(0))
                return jsonAnswer({{key("contact"), contact(*c)}});
        }
        return quietly(QStringLiteral("Contact not found."));
    });
    add("GET", "/v1/workspaces/{ws}/chatbots/{cb}/users", [this](const Call &, const QStringList &) {
        QJsonArray users;
        for (const User &user : m_world.users())
            users.append(QJsonObject{{key("userId"), userId(user.id)}, {key("name"), user.name}});
        return jsonAnswer({{key("users"), users}});
    });
}

} // namespace inbox::demo
