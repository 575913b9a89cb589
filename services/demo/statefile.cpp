// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/world.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

// The world on paper: only what differs from what the generator makes again.
namespace inbox::demo {

namespace {

constexpr int kFormat = 1;
// After a short pause the clock has simply gone on; after a longer one the world has slept and its times move
// along.
constexpr Millis kShortPause = 5 * kMinute;
constexpr qsizetype kLargestKeptUpload = 512 * 1024;

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

QJsonValue optionalTime(const std::optional<Millis> &time)
{
    return time ? QJsonValue(*time) : QJsonValue(QJsonValue::Null);
}

std::optional<Millis> toTime(const QJsonValue &value)
{
    return value.isDouble() ? std::optional<Millis>(value.toInteger()) : std::nullopt;
}

QJsonObject toJson(const Message &m)
{
    QJsonObject o{{key("id"), m.id},
                  {key("from"), int(m.from)},
                  {key("source"), m.source},
                  {key("user"), m.userId},
                  {key("contents"), m.contents},
                  {key("status"), m.status},
                  {key("sent"), optionalTime(m.sentAt)},
                  {key("created"), m.createdAt},
                  {key("agentReaction"), m.agentReaction},
                  {key("customerReaction"), m.customerReaction},
                  {key("reference"), m.referenceId},
                  {key("campaign"), m.campaignId}};
    if (m.error)
        o.insert(key("error"),
                 QJsonObject{{key("id"), m.error->id},
                             {key("type"), m.error->type},
                             {key("text"), m.error->text},
                             {key("at"), m.error->at}});
    return o;
}

Message toMessage(const QJsonObject &o)
{
    Message m;
    m.id = o.value(key("id")).toInteger();
    m.from = From(std::clamp(o.value(key("from")).toInt(), int(From::System), int(From::Customer)));
    m.source = o.value(key("source")).toString();
    m.userId = o.value(key("user")).toInteger();
    m.contents = o.value(key("contents")).toArray();
    m.status = o.value(key("status")).toString();
    m.sentAt = toTime(o.value(key("sent")));
    m.createdAt = o.value(key("created")).toInteger();
    m.agentReaction = o.value(key("agentReaction")).toString();
    m.customerReaction = o.value(key("customerReaction")).toString();
    m.referenceId = o.value(key("reference")).toInteger();
    m.campaignId = o.value(key("campaign")).toInteger();
    if (o.contains(key("error"))) {
        const QJsonObject e = o.value(key("error")).toObject();
        m.error = MessageError{e.value(key("id")).toInteger(), e.value(key("type")).toString(),
                               e.value(key("text")).toString(), e.value(key("at")).toInteger()};
    }
    m.fresh = true;
    return m;
}

} // namespace

QJsonObject World::savedConversation(const Conversation &c) const
{
    QJsonObject o{{key("id"), c.id},
                  {key("line"), c.line},
                  {key("user"), c.userId},
                  {key("status"), c.status},
                  {key("snooze"), optionalTime(c.snoozeUntil)},
                  {key("replyUntil"), optionalTime(c.replyUntil)},
                  {key("mode"), int(c.mode)},
                  {key("template"), c.templateId},
                  {key("created"), c.createdAt},
                  {key("madeUntil"), c.madeUntil},
                  {key("activity"), c.lastActivity},
                  {key("customerAt"), optionalTime(c.lastCustomerReplyAt)},
                  {key("unread"), c.unread},
                  {key("failsOnce"), c.failsOnce},
                  {key("dialogue"), m_script.dialogues()[size_t(c.dialogue)].id},
                  {key("position"), c.position},
                  {key("closers"), c.closers},
                  {key("nudged"), c.nudged}};
    if (c.note)
        o.insert(key("note"),
                 QJsonObject{{key("id"), c.note->id},
                             {key("text"), c.note->text},
                             {key("created"), c.note->createdAt},
                             {key("updated"), c.note->updatedAt}});
    if (c.newcomer)
        o.insert(key("newcomer"),
                 QJsonObject{{key("name"), c.newcomer->name},
                             {key("id"), c.newcomer->displayId},
                             {key("lang"), c.newcomer->language}});
    QJsonArray messages;
    for (const Message &message : c.messages) {
        if (message.fresh)
            messages.append(toJson(message));
    }
    o.insert(key("messages"), messages);
    return o;
}

void World::restoreConversation(const QJsonObject &o)
{
    const qint64 id = o.value(key("id")).toInteger();
    if (o.contains(key("newcomer"))) {
        const QJsonObject who = o.value(key("newcomer")).toObject();
        const int line = std::clamp(o.value(key("line")).toInt(), 0, int(m_lines.size()) - 1);
        newConversation({who.value(key("name")).toString(), who.value(key("id")).toString(),
                         who.value(key("lang")).toString()},
                        line, 0);
    }
    // Made anew, its messages must come out as they were, even if --speed has moved a scaled window since.
    Conversation &c = conversationOfCustomer(customerIdOf(id));
    c.madeUntil = o.value(key("madeUntil")).toInteger();
    load(c);
    c.userId = o.value(key("user")).toInteger();
    c.status = o.value(key("status")).toString();
    c.snoozeUntil = toTime(o.value(key("snooze")));
    c.replyUntil = toTime(o.value(key("replyUntil")));
    c.mode = WindowMode(std::clamp(o.value(key("mode")).toInt(), 0, int(WindowMode::ClosesLate)));
    c.templateId = o.value(key("template")).toInteger();
    c.createdAt = o.value(key("created")).toInteger();
    c.lastActivity = o.value(key("activity")).toInteger();
    c.lastCustomerReplyAt = toTime(o.value(key("customerAt")));
    setUnread(c, o.value(key("unread")).toInt());
    c.failsOnce = o.value(key("failsOnce")).toBool();
    c.dialogue = std::max(0, m_script.dialogueIndex(o.value(key("dialogue")).toString()));
    c.position = o.value(key("position")).toInt();
    c.closers = o.value(key("closers")).toInt();
    c.nudged = o.value(key("nudged")).toBool();
    if (o.contains(key("note"))) {
        const QJsonObject n = o.value(key("note")).toObject();
        c.note = Note{n.value(key("id")).toInteger(), n.value(key("text")).toString(),
                      n.value(key("created")).toInteger(), n.value(key("updated")).toInteger()};
    }
    const QJsonArray messages = o.value(key("messages")).toArray();
    for (const QJsonValue &value : messages) {
        Message changed = toMessage(value.toObject());
        const auto place = std::lower_bound(c.messages.begin(), c.messages.end(), changed.id,
                                            [](const Message &m, qint64 wanted) { return m.id < wanted; });
        if (place != c.messages.end() && place->id == changed.id)
            *place = std::move(changed);
        else
            c.messages.insert(place, std::move(changed));
    }
    touch(c);
}

QByteArray World::saved() const
{
    QJsonArray conversations;
    for (const Conversation &c : m_conversations) {
        if (c.touched)
            conversations.append(savedConversation(c));
    }
    QJsonArray profiles;
    for (const Profile &p : m_profiles)
        profiles.append(QJsonObject{{key("id"), p.id},
                                    {key("salutation"), p.salutation},
                                    {key("name"), p.name},
                                    {key("gender"), p.gender},
                                    {key("blocked"), p.blocked},
                                    {key("born"), p.dateOfBirth},
                                    {key("phone"), p.phoneNumber},
                                    {key("email"), p.email},
                                    {key("address"), p.address},
                                    {key("custom"), QJsonArray::fromStringList(p.custom)},
                                    {key("created"), p.createdAt},
                                    {key("updated"), p.updatedAt}});
    QJsonArray users;
    for (size_t i = kFirstUsers; i < m_users.size(); ++i)
        users.append(QJsonObject{{key("name"), m_users[i].name}, {key("email"), m_users[i].email}});
    QJsonArray visibility;
    for (auto it = m_customerUsers.cbegin(); it != m_customerUsers.cend(); ++it) {
        QJsonArray ids;
        for (const qint64 id : it.value())
            ids.append(id);
        visibility.append(QJsonObject{{key("customer"), it.key()}, {key("users"), ids}});
    }
    QJsonArray extras;
    for (auto it = m_extras.cbegin(); it != m_extras.cend(); ++it)
        extras.append(QJsonObject{{key("conversation"), it.key()}, {key("extra"), it.value()}});
    QJsonArray events;
    for (const auto &[at, event] : m_events)
        events.append(QJsonObject{{key("at"), at},
                                  {key("kind"), int(event.kind)},
                                  {key("conversation"), event.conversation},
                                  {key("message"), event.message},
                                  {key("detail"), event.detail}});
    QJsonArray uploads;
    for (auto it = m_uploads.cbegin(); it != m_uploads.cend(); ++it) {
        if (it->file.bytes.size() <= kLargestKeptUpload)
            uploads.append(QJsonObject{{key("uuid"), it.key()},
                                       {key("name"), it->file.name},
                                       {key("mime"), it->file.mimeType},
                                       {key("at"), it->at},
                                       {key("bytes"), QString::fromLatin1(it->file.bytes.toBase64())}});
    }
    const QJsonObject world{{key("format"), kFormat},
                            {key("script"), m_script.fingerprint()},
                            {key("seed"), QString::number(m_settings.seed)},
                            {key("conversationCount"), m_settings.conversations},
                            {key("messageCount"), m_settings.messages},
                            {key("savedAt"), QDateTime::currentMSecsSinceEpoch()},
                            {key("now"), now()},
                            {key("nextMessage"), m_nextMessageId},
                            {key("draws"), QString::number(m_draws)},
                            {key("walkIns"), m_walkInsSeen},
                            {key("conversations"), conversations},
                            {key("profiles"), profiles},
                            {key("users"), users},
                            {key("visibility"), visibility},
                            {key("extras"), extras},
                            {key("events"), events},
                            {key("uploads"), uploads}};
    return QJsonDocument(world).toJson(QJsonDocument::Compact);
}

bool World::restore(const QByteArray &json)
{
    const QJsonObject world = QJsonDocument::fromJson(json).object();
    if (world.value(key("format")).toInt() != kFormat
        || world.value(key("script")).toString() != m_script.fingerprint()
        || world.value(key("seed")).toString() != QString::number(m_settings.seed)
        || world.value(key("conversationCount")).toInt() != m_settings.conversations
        || world.value(key("messageCount")).toInteger() != m_settings.messages)
        return false;

    const qint64 wall = QDateTime::currentMSecsSinceEpoch();
    const Millis pause = wall - world.value(key("savedAt")).toInteger();
    m_slept = world.value(key("now")).toInteger() + (pause > 0 && pause < kShortPause ? pause : 0);
    m_advanced = 0;
    m_awake = std::chrono::steady_clock::now();
    m_birth = wall - m_slept;

    const QJsonArray users = world.value(key("users")).toArray();
    for (const QJsonValue &value : users)
        m_users.push_back({m_users.back().id + 1,
                           value[key("name")].toString(),
                           value[key("email")],
                           {QStringLiteral("admin")},
                           {}});
    const QJsonArray extras = world.value(key("extras")).toArray();
    for (const QJsonValue &value : extras)
        m_extras.insert(value[key("conversation")].toInteger(), value[key("extra")].toObject());
    const QJsonArray conversations = world.value(key("conversations")).toArray();
    for (const QJsonValue &value : conversations) {
        try {
            restoreConversation(value.toObject());
        } catch (const Refusal &) {
            continue; // somebody this world does not have
        }
    }
    const QJsonArray profiles = world.value(key("profiles")).toArray();
    for (const QJsonValue &value : profiles) {
        const QJsonObject o = value.toObject();
        Profile p;
        p.id = o.value(key("id")).toInteger();
        p.salutation = o.value(key("salutation")).toString();
        p.name = o.value(key("name")).toString();
        p.gender = o.value(key("gender")).toString();
        p.blocked = o.value(key("blocked")).toBool();
        p.dateOfBirth = o.value(key("born")).toString();
        p.phoneNumber = o.value(key("phone")).toString();
        p.email = o.value(key("email")).toString();
        p.address = o.value(key("address")).toString();
        for (const QJsonValue &custom : o.value(key("custom")).toArray())
            p.custom.append(custom.toString());
        p.createdAt = o.value(key("created")).toInteger();
        p.updatedAt = o.value(key("updated")).toInteger();
        m_profiles.insert(p.id, p);
    }
    const QJsonArray visibility = world.value(key("visibility")).toArray();
    for (const QJsonValue &value : visibility) {
        std::vector<qint64> ids;
        for (const QJsonValue &id : value[key("users")].toArray())
            ids.push_back(id.toInteger());
        m_customerUsers.insert(value[key("customer")].toInteger(), ids);
    }
    const QJsonArray uploads = world.value(key("uploads")).toArray();
    for (const QJsonValue &value : uploads)
        m_uploads.insert(value[key("uuid")].toString(),
                         {{value[key("name")].toString(), value[key("mime")].toString(),
                           QByteArray::fromBase64(value[key("bytes")].toString().toLatin1())},
                          value[key("at")].toInteger()});
    m_events.clear();
    const QJsonArray events = world.value(key("events")).toArray();
    for (const QJsonValue &value : events) {
        const auto kind = EventKind(std::clamp(value[key("kind")].toInt(), 0, int(EventKind::Chatter)));
        if (kind == EventKind::Chatter && m_settings.quiet)
            continue;
        // Nobody has been typing all the while: what people would have done during a pause starts now.
        const Millis at = std::max(value[key("at")].toInteger(), kind == EventKind::Progress ? 0 : m_slept);
        m_events.emplace(at,
                         Event{kind, value[key("conversation")].toInteger(),
                               value[key("message")].toInteger(), value[key("detail")].toString()});
    }
    m_nextMessageId = std::max(m_nextMessageId, world.value(key("nextMessage")).toInteger());
    m_draws = world.value(key("draws")).toString().toULongLong();
    m_walkInsSeen = world.value(key("walkIns")).toInt();
    m_orderStale = true;
    return true;
}

} // namespace inbox::demo
