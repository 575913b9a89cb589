// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/demo/world.h"

namespace inbox::demo {

// Puts the world into the words of the Client API, field by field as its documentation has them, with the
// oddities real answers have: nulls, a number where text is meant, {} for no reference. Not thread-safe, like
// the world.
class Wire {
public:
    Wire(World &world, const QString &baseUrl)
        : m_world(world)
        , m_baseUrl(baseUrl)
    {
    }

    QJsonObject conversation(const Conversation &conversation) const;
    QJsonValue message(const Conversation &conversation, const Message *message,
                       bool withReference = true) const;
    QJsonObject error(const Message &message) const;
    QJsonValue note(const Conversation &conversation) const;
    QJsonObject customer(const Conversation &conversation) const;
    QJsonObject profile(const Profile &profile) const;
    QJsonValue user(const User *user) const;
    QJsonArray users(const std::vector<qint64> &ids) const;
    QJsonObject line(const Line &line) const;
    QJsonObject upload(const QString &uuid, const MediaFile &file, const QString &type) const;

    // The paginator's frame around one page of data.
    QJsonObject page(const QString &path, const QJsonArray &data, qint64 page, qint64 perPage,
                     qint64 total) const;

    QString publicFileUrl(const QString &uuid) const;
    QString signedLoginUrl() const;
    QString signatureOf(const QString &uuid) const;

private:
    QJsonValue time(const std::optional<Millis> &time) const;
    QJsonArray contents(const Message &message) const;

    World &m_world;
    QString m_baseUrl;
};

QString channelName(Channel channel);

} // namespace inbox::demo
