// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/world.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>

namespace inbox::demo {

namespace {

constexpr qint64 kFirstCustomer = 3001;
constexpr qint64 kFirstConversation = 1001;
constexpr qint64 kMaxUploadBytes = 64 * 1024 * 1024;
constexpr Millis kUploadLife = 24 * kHour;
constexpr Millis kLateClosing = 10 * kMinute;

} // namespace

Millis windowOf(Channel channel)
{
    switch (channel) {
    case Channel::WhatsApp:
    case Channel::Telegram:
        return 24 * kHour;
    case Channel::Widget:
        return 12 * kHour;
    case Channel::Bridge:
        break;
    }
    return 30 * kDay;
}

World::World(const WorldSettings &settings)
    : m_settings(settings)
    , m_birth(QDateTime::currentMSecsSinceEpoch())
    , m_awake(std::chrono::steady_clock::now())
{
    populate();
}

Millis World::now() const
{
    const auto awake = std::chrono::steady_clock::now() - m_awake;
    return m_slept + m_advanced + std::chrono::duration_cast<std::chrono::milliseconds>(awake).count();
}

void World::advance(Millis by)
{
    m_advanced += by;
    ++m_revision;
    run();
}

const std::vector<int> &World::byActivity()
{
    if (m_orderStale || m_order.size() != m_conversations.size()) {
        m_order.resize(m_conversations.size());
        for (size_t i = 0; i < m_order.size(); ++i)
            m_order[i] = int(i);
        std::sort(m_order.begin(), m_order.end(), [this](int a, int b) {
            const Conversation &left = m_conversations[size_t(a)];
            const Conversation &right = m_conversations[size_t(b)];
            return left.lastActivity != right.lastActivity ? left.lastActivity > right.lastActivity
                                                           : left.id > right.id;
        });
        m_orderStale = false;
    }
    return m_order;
}

Conversation &World::conversationAt(int index)
{
    Conversation &found = m_conversations[size_t(index)];
    load(found);
    return found;
}

Conversation &World::conversation(qint64 id)
{
    const qint64 index = id - kFirstConversation;
    if (index < 0 || index >= qint64(m_conversations.size()))
        throw Refusal{404, QStringLiteral("No query results for model [Conversation] %1").arg(id), {}};
    return conversationAt(int(index));
}

Conversation &World::conversationWith(qint64 messageId)
{
    for (Conversation &c : m_conversations) {
        if (c.touched && !c.messages.empty() && c.messages.back().id == messageId)
            return c;
    }
    throw Refusal{404, QStringLiteral("No query results for model [Message] %1").arg(messageId), {}};
}

Message &World::message(Conversation &conversation, qint64 id)
{
    for (Message &message : conversation.messages) {
        if (message.id == id)
            return message;
    }
    throw Refusal{404, QStringLiteral("No query results for model [Message] %1").arg(id), {}};
}

const Message *World::latestMessage(const Conversation &conversation) const
{
    return conversation.messages.empty() ? nullptr : &conversation.messages.back();
}

const Message *World::latestCustomerMessage(const Conversation &conversation) const
{
    const auto it = std::find_if(conversation.messages.rbegin(), conversation.messages.rend(),
                                 [](const Message &message) { return message.from == From::Customer; });
    return it == conversation.messages.rend() ? nullptr : &*it;
}

bool World::replyPossible(const Conversation &conversation) const
{
    if (!m_lines[size_t(conversation.line)].inSync || !conversation.replyUntil)
        return false;
    switch (conversation.mode) {
    case WindowMode::AwaitingCustomer:
    case WindowMode::ClosedByProvider:
        return false;
    case WindowMode::ClosesLate:
        return now() < *conversation.replyUntil + kLateClosing;
    case WindowMode::Normal:
    case WindowMode::Unstated:
        break;
    }
    return now() < *conversation.replyUntil;
}

qint64 World::customerId(const Conversation &conversation)
{
    return kFirstCustomer + conversation.index;
}

qint64 World::customerIdOf(qint64 conversationId)
{
    return conversationId - kFirstConversation + kFirstCustomer;
}

Conversation &World::conversationOfCustomer(qint64 customerId)
{
    const qint64 index = customerId - kFirstCustomer;
    if (index < 0 || index >= qint64(m_conversations.size()))
        throw Refusal{404, QStringLiteral("No query results for model [Customer] %1").arg(customerId), {}};
    return m_conversations[size_t(index)]; // without its messages
}

const User *World::user(qint64 id) const
{
    const auto it =
        std::find_if(m_users.begin(), m_users.end(), [id](const User &user) { return user.id == id; });
    return it == m_users.end() ? nullptr : &*it;
}

std::vector<qint64> World::customerUsers(qint64 customerId) const
{
    std::vector<qint64> ids;
    if (const auto it = m_customerUsers.constFind(customerId); it != m_customerUsers.cend())
        ids = *it;
    else
        for (const User &user : m_users)
            ids.push_back(user.id);
    // "The get route will not show admin users."
    std::erase_if(ids, [this](qint64 id) {
        const User *found = user(id);
        return !found || found->roles.contains(QStringLiteral("admin"));
    });
    return ids;
}

const Line &World::line(qint64 id) const
{
    const auto it =
        std::find_if(m_lines.begin(), m_lines.end(), [id](const Line &line) { return line.id == id; });
    if (it == m_lines.end())
        throw Refusal{404, QStringLiteral("No query results for model [Agent] %1").arg(id), {}};
    return *it;
}

QString World::campaignName(qint64 id) const
{
    return id == 0 ? QString() : QStringLiteral("Autumn service weeks");
}

std::optional<MediaFile> World::file(const QString &uuid) const
{
    if (const auto it = m_uploads.constFind(uuid); it != m_uploads.cend())
        return it->file;
    return catalogueFile(uuid);
}

void World::setStatus(Conversation &conversation, const QString &status)
{
    static const QStringList known{QStringLiteral("to-do"), QStringLiteral("in-progress"),
                                   QStringLiteral("done")};
    if (!known.contains(status))
        throw Refusal{422, QStringLiteral("The selected status is invalid."), QStringLiteral("status")};
    conversation.status = status;
    touch(conversation);
}

void World::setUser(Conversation &conversation, qint64 userId)
{
    if (userId != 0 && !user(userId))
        throw Refusal{422, QStringLiteral("The selected user id is invalid."), QStringLiteral("user_id")};
    conversation.userId = userId;
    touch(conversation);
}

void World::markRead(Conversation &conversation)
{
    if (conversation.unread == 0)
        return;
    for (Message &message : conversation.messages) {
        if (message.from == From::Customer && message.status != QLatin1String("read")) {
            message.status = QStringLiteral("read");
            message.fresh = true;
        }
    }
    setUnread(conversation, 0);
    touch(conversation);
}

void World::setReaction(Conversation &conversation, Message &message, const QString &emoji)
{
    message.agentReaction = emoji;
    message.fresh = true;
    touch(conversation);
}

void World::setNoteText(Conversation &conversation, qint64 noteId, const QString &text)
{
    if (!conversation.note || conversation.note->id != noteId)
        throw Refusal{404, QStringLiteral("No query results for model [Note] %1").arg(noteId), {}};
    if (text.trimmed().isEmpty())
        throw Refusal{422, QStringLiteral("The text field is required."), QStringLiteral("text")};
    conversation.note->text = text;
    conversation.note->updatedAt = now();
    touch(conversation);
}

void World::setProfile(const Profile &profile)
{
    Profile changed = profile;
    changed.updatedAt = now();
    m_profiles.insert(profile.id, changed);
    ++m_revision;
}

void World::setCustomerUsers(qint64 customerId, const std::vector<qint64> &userIds)
{
    for (const qint64 id : userIds) {
        if (!user(id))
            throw Refusal{422, QStringLiteral("The selected user ids are invalid."),
                          QStringLiteral("user_ids")};
    }
    m_customerUsers.insert(customerId, userIds);
    ++m_revision;
}

const User &World::addUser(const QString &name, const QString &email)
{
    if (name.trimmed().isEmpty())
        throw Refusal{422, QStringLiteral("The name field is required."), QStringLiteral("name")};
    if (!email.contains(u'@'))
        throw Refusal{422, QStringLiteral("The email must be a valid email address."),
                      QStringLiteral("email")};
    for (const User &user : m_users) {
        if (user.email.toString().compare(email, Qt::CaseInsensitive) == 0)
            throw Refusal{422, QStringLiteral("The email has already been taken."), QStringLiteral("email")};
    }
    const qint64 id = m_users.back().id + 1;
    m_users.push_back({id, name, email, {QStringLiteral("admin")}, {}}); // "New user will be admin."
    ++m_revision;
    return m_users.back();
}

QString World::addUpload(const MediaFile &file)
{
    m_uploads.removeIf([this](const auto &entry) { return now() - entry.value().at > kUploadLife; });
    m_uploadBytes = 0;
    for (const Upload &upload : std::as_const(m_uploads))
        m_uploadBytes += upload.file.bytes.size();
    if (m_uploadBytes + file.bytes.size() > kMaxUploadBytes)
        throw Refusal{422, QStringLiteral("The demo workspace keeps no more than 64 MB of files."),
                      QStringLiteral("file")};
    const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_uploads.insert(uuid, {file, now()});
    ++m_revision;
    return uuid;
}

Conversation &World::begin(const Person &person, qint64 lineId)
{
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].id == lineId)
            return newConversation(person, int(i), now());
    }
    throw Refusal{404, QStringLiteral("No query results for model [Agent] %1").arg(lineId), {}};
}

void World::setExtra(qint64 conversationId, const QJsonObject &extra)
{
    m_extras.insert(conversationId, extra);
    ++m_revision;
}

void World::touch(Conversation &conversation)
{
    conversation.touched = true;
    ++m_revision;
}

void World::setUnread(Conversation &conversation, int unread)
{
    int &counted = m_lines[size_t(conversation.line)].unreadConversations;
    counted += (unread > 0 ? 1 : 0) - (conversation.unread > 0 ? 1 : 0);
    conversation.unread = unread;
}

quint64 World::draw()
{
    return chance(m_settings.seed, 0xD1CE, ++m_draws);
}

} // namespace inbox::demo
