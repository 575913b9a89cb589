// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/wire.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>

namespace inbox::demo {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

QString channelName(Channel channel)
{
    switch (channel) {
    case Channel::WhatsApp:
        return QStringLiteral("whatsapp");
    case Channel::Widget:
        return QStringLiteral("widget");
    case Channel::Bridge:
        return QStringLiteral("bridge");
    case Channel::Telegram:
        break;
    }
    return QStringLiteral("telegram"); // in no documented list: a client has to live with it
}

QJsonValue Wire::time(const std::optional<Millis> &time) const
{
    if (!time)
        return QJsonValue::Null;
    return QDateTime::fromMSecsSinceEpoch(m_world.absolute(*time), Qt::UTC).toString(Qt::ISODate);
}

QString Wire::signatureOf(const QString &uuid) const
{
    const QByteArray text = uuid.toUtf8() + QByteArray::number(m_world.settings().seed);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(24));
}

QString Wire::publicFileUrl(const QString &uuid) const
{
    return m_baseUrl + QStringLiteral("/public/files/") + uuid + QStringLiteral("?signature=")
        + signatureOf(uuid);
}

QString Wire::signedLoginUrl() const
{
    const qint64 until = m_world.absolute(m_world.now()) / kSecond + 180; // valid for three minutes
    return m_baseUrl + QStringLiteral("/login?expires=%1&signature=").arg(until)
        + QString::number(chance(m_world.settings().seed, quint64(until), 19), 16);
}

QJsonArray Wire::contents(const Message &message) const
{
    QJsonArray result;
    for (const QJsonValue &value : message.contents) {
        QJsonObject content = value.toObject();
        const QString uuid = content.value(key("uuid")).toString();
        if (!uuid.isEmpty()) {
            const std::optional<MediaFile> file = m_world.file(uuid);
            content.insert(key("has_file"), true);
            content.insert(key("name"), file ? QJsonValue(file->name) : QJsonValue(QJsonValue::Null));
            content.insert(key("mime_type"),
                           file ? file->mimeType : QStringLiteral("application/octet-stream"));
            content.insert(key("size"), file ? file->bytes.size() : 0);
            content.insert(key("download_url"), QString(m_baseUrl + QStringLiteral("/files/") + uuid));
            content.insert(key("public_download_url"), publicFileUrl(uuid));
        }
        result.append(content);
    }
    return result;
}

QJsonObject Wire::error(const Message &message) const
{
    return {{key("id"), message.error->id},
            {key("message_id"), message.id},
            {key("type"), message.error->type},
            {key("original_message"), message.error->text},
            {key("created_at"), time(message.error->at)}};
}

QJsonValue Wire::message(const Conversation &conversation, const Message *message, bool withReference) const
{
    if (!message)
        return QJsonValue::Null;
    QJsonObject o{
        {key("id"), message->id},
        {key("conversation_id"), conversation.id},
        {key("source"), textOrNull(message->source)},
        {key("user_id"), message->userId ? QJsonValue(message->userId) : QJsonValue(QJsonValue::Null)},
        {key("contents"), contents(*message)},
        {key("status"), message->status},
        {key("agent_reaction"), textOrNull(message->agentReaction)},
        {key("customer_reaction"), textOrNull(message->customerReaction)},
        {key("sent_at"), time(message->sentAt)},
        {key("latest_error"), message->error ? QJsonValue(error(*message)) : QJsonValue(QJsonValue::Null)}};
    o.insert(key("from"),
             message->from == From::Agent          ? key("agent")
                 : message->from == From::Customer ? key("customer")
                                                   : key("system"));
    o.insert(key("whatsapp_campaign"),
             message->campaignId ? QJsonValue(QJsonObject{
                 {key("id"), message->campaignId}, {key("name"), m_world.campaignName(message->campaignId)}})
                                 : QJsonValue(QJsonValue::Null));
    // The documentation's rendered examples show {} where nothing is quoted; the bridge does so too.
    QJsonValue reference =
        conversation.channel == Channel::Bridge ? QJsonValue(QJsonObject()) : QJsonValue(QJsonValue::Null);
    if (withReference && message->referenceId != 0) {
        for (const Message &other : conversation.messages) {
            if (other.id == message->referenceId)
                reference = this->message(conversation, &other, false);
        }
    }
    o.insert(key("reference"), reference);
    return o;
}

QJsonValue Wire::note(const Conversation &conversation) const
{
    if (!conversation.note)
        return QJsonValue::Null;
    return QJsonObject{{key("id"), conversation.note->id},
                       {key("conversation_id"), conversation.id},
                       {key("text"), conversation.note->text},
                       {key("created_at"), time(conversation.note->createdAt)},
                       {key("updated_at"), time(conversation.note->updatedAt)}};
}

QJsonObject Wire::line(const Line &line) const
{
    return {{key("id"), line.id},
            {key("channel"), channelName(line.channel)},
            {key("display_id"), line.displayId},
            {key("name"), line.name},
            {key("in_sync"), line.inSync},
            {key("unread_conversations_count"), line.unreadConversations}};
}

QJsonObject Wire::profile(const Profile &p) const
{
    QJsonObject o{{key("id"), p.id},
                  {key("salutation"), p.salutation},
                  {key("name"), p.name},
                  {key("gender"), p.gender},
                  {key("blocked"), p.blocked},
                  {key("date_of_birth"), textOrNull(p.dateOfBirth)},
                  {key("phone_number"), textOrNull(p.phoneNumber)},
                  {key("email"), textOrNull(p.email)},
                  {key("address"), textOrNull(p.address)},
                  {key("created_at"), time(p.createdAt)},
                  {key("updated_at"), time(p.updatedAt)}};
    for (int i = 0; i < 5; ++i)
        o.insert(QStringLiteral("custom_%1").arg(i + 1), textOrNull(p.custom.value(i)));
    return o;
}

QJsonObject Wire::customer(const Conversation &conversation) const
{
    const Person who = m_world.person(conversation);
    const qint64 profileId = m_world.profileIdOf(conversation);
    // Every third WhatsApp number comes as a number, like the documentation's own example.
    const bool asNumber = conversation.channel == Channel::WhatsApp && conversation.index % 3 == 0;
    return {
        {key("id"), World::customerId(conversation)},
        {key("channel"), channelName(conversation.channel)},
        {key("display_id"), asNumber ? QJsonValue(who.displayId.toLongLong()) : QJsonValue(who.displayId)},
        {key("name"), who.name},
        {key("profile"),
         profileId ? QJsonValue(profile(m_world.profile(profileId))) : QJsonValue(QJsonValue::Null)}};
}

QJsonValue Wire::user(const User *user) const
{
    if (!user)
        return QJsonValue::Null;
    return QJsonObject{{key("id"), user->id},
                       {key("name"), user->name},
                       {key("email"), user->email},
                       {key("roles"), QJsonArray::fromStringList(user->roles)},
                       {key("permissions"), QJsonArray::fromStringList(user->permissions)},
                       {key("created_at"), key("2025-03-03T08:00:00Z")},
                       {key("updated_at"), QJsonValue::Null}};
}

QJsonArray Wire::users(const std::vector<qint64> &ids) const
{
    QJsonArray array;
    for (const qint64 id : ids) {
        if (const User *found = m_world.user(id))
            array.append(user(found));
    }
    return array;
}

QJsonObject Wire::conversation(const Conversation &c) const
{
    QJsonObject o{{key("id"), c.id},
                  {key("created_at"), time(c.createdAt)},
                  {key("channel"), channelName(c.channel)},
                  {key("status"), c.status},
                  {key("snooze_until"), time(c.snoozeUntil)},
                  {key("agent"), line(m_world.lines()[size_t(c.line)])},
                  {key("customer"), customer(c)},
                  {key("user"), user(m_world.user(c.userId))},
                  {key("latest_message"), message(c, m_world.latestMessage(c))},
                  {key("latest_customer_message"), message(c, m_world.latestCustomerMessage(c))},
                  {key("last_customer_reply_from"), time(c.lastCustomerReplyAt)},
                  {key("latest_note"), note(c)},
                  {key("unread_customer_messages_count"), c.unread}};
    // Only WhatsApp goes on telling when a window ended; elsewhere there is none any more.
    const bool over = c.replyUntil && *c.replyUntil <= m_world.now();
    o.insert(key("reply_until"),
             over && c.channel != Channel::WhatsApp ? QJsonValue(QJsonValue::Null) : time(c.replyUntil));
    if (c.mode != WindowMode::Unstated) {
        o.insert(key("reply_possible"), m_world.replyPossible(c));
        o.insert(key("customer_interaction_required"), c.mode == WindowMode::AwaitingCustomer);
    }
    return o;
}

QJsonObject Wire::upload(const QString &uuid, const MediaFile &file, const QString &type) const
{
    return {{key("internal_uuid"), uuid},      {key("url"), publicFileUrl(uuid)},
            {key("name"), file.name},          {key("type"), type},
            {key("mime_type"), file.mimeType}, {key("size"), file.bytes.size()}};
}

QJsonObject Wire::page(const QString &path, const QJsonArray &data, qint64 page, qint64 perPage,
                       qint64 total) const
{
    const QString here = m_baseUrl + path;
    const qint64 last = std::max<qint64>(1, (total + perPage - 1) / perPage);
    const auto url = [&](qint64 number) -> QJsonValue {
        if (number < 1 || number > last)
            return QJsonValue::Null;
        return QString(here + QStringLiteral("?per_page=%1&page=%2").arg(perPage).arg(number));
    };
    QJsonArray links{QJsonObject{
        {key("url"), url(page - 1)}, {key("label"), key("&laquo; Previous")}, {key("active"), false}}};
    links.append(
        QJsonObject{{key("url"), url(page)}, {key("label"), QString::number(page)}, {key("active"), true}});
    links.append(QJsonObject{
        {key("url"), url(page + 1)}, {key("label"), key("Next &raquo;")}, {key("active"), false}});
    const qint64 from = (page - 1) * perPage + 1;
    return {{key("data"), data},
            {key("links"),
             QJsonObject{{key("first"), url(1)},
                         {key("last"), url(last)},
                         {key("prev"), url(page - 1)},
                         {key("next"), url(page + 1)}}},
            {key("meta"),
             QJsonObject{{key("current_page"), page},
                         {key("from"), data.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(from)},
                         {key("last_page"), last},
                         {key("links"), links},
                         {key("path"), here},
                         {key("per_page"), perPage},
                         {key("to"),
                          data.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(from + data.size() - 1)},
                         {key("total"), total}}}};
}

} // namespace inbox::demo
