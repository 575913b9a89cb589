// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// Which conversations the chatbot has, and how they are written.
#include "services/demo/captain.h"

#include "services/demo/captainwords.h"

#include <QDateTime>

namespace inbox::demo {

using namespace captain;

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
        {key("photoUrl"), photoUrl(c)},
        // A number that is written as a text, as numbers here sometimes are.
        {key("sessionCount"), QString::number(1 + c.index % 3)},
        {key("tags"), extra.contains(key("tags")) ? extra.value(key("tags")) : tagsOf(c)},
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
    if (c.channel == Channel::Widget) {
        o.insert(key("metadata"),
                 QJsonObject{{key("page"), c.index % 2 == 0 ? key("/sofas/oslo") : key("/bikes/tour-7")},
                             {key("campaign"), key("autumn")}});
        o.insert(key("lastBlock"), QJsonObject{{key("id"), key("b3")}, {key("name"), key("Hand over")}});
        // By one page of the documentation with a name, by another with a text.
        o.insert(key("lastButton"),
                 QJsonObject{{key("id"), key("b2")},
                             {c.index % 2 == 0 ? key("name") : key("text"), key("Talk to a person")}});
    }
    if (c.channel == Channel::Telegram) {
        const QString user = userId(m_world.users().front().id);
        o.insert(key("mentions"), QJsonArray{user});
        o.insert(key("mentionsRead"), QJsonObject{{user, c.index % 2 == 0}});
    }
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
    for (const char *name :
         {"mentions", "metadata", "team", "lastAssignedOperatorId", "lastSender", "environment"}) {
        if (extra.contains(key(name)))
            o.insert(key(name), extra.value(key(name)));
    }
    for (const QString &field : plainFields()) {
        if (extra.contains(field))
            o.insert(field, extra.value(field));
    }
    return o;
}

QJsonArray CaptainRoutes::tagsOf(const Conversation &c)
{
    constexpr int fifth = 5;
    if (c.channel == Channel::Telegram)
        return {key("tagVip")};
    return c.channel == Channel::Widget && c.index % fifth == 0 ? QJsonArray{key("tagUrgent")} : QJsonArray();
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

QString CaptainRoutes::photoUrl(const Conversation &c) const
{
    constexpr int kPortraits = 4;
    if (c.index % 3 == 0)
        return {};
    const QString portrait = QStringLiteral("portrait%1").arg(c.index % kPortraits);
    return m_files.publicFileUrl(catalogueUuid(portrait, quint64(c.id)));
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

} // namespace inbox::demo
