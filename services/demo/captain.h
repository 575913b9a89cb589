// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/demo/routes.h"

namespace inbox::demo {

// The same world in the words of the ChatCaptain API, with the oddities its documentation shows or allows:
// whole lists, ids that are texts without an order, errors inside a 200, empty bodies, "" where nothing is
// meant, a number written as a text, and no word about whether a reply is possible. Its chatbot answers for
// the widgets, for Telegram and for some of the WhatsApp numbers. Not thread-safe, like the world.
class CaptainRoutes {
public:
    CaptainRoutes(World &world, const QString &baseUrl);

    static QString chatbotId();
    static QString workspaceId();
    static QString userId(qint64 worldId);

    // `call.path` begins with /v1.
    Answer answer(Call &call);

private:
    using Handler = std::function<Answer(const Call &, const QStringList &words)>;
    struct Route {
        QString method;
        QStringList parts; // "{}" stands for a word
        Handler handler;
    };

    void add(const char *method, const char *path, Handler handler);
    void addConversations();
    void addChannelSide();
    void addMessages();
    void addInbox();
    void addPeople();

    bool isOurs(const Conversation &conversation) const;
    Conversation &conversation(const QString &id) const;
    Conversation *found(const QString &channelId, const QString &providerId) const;
    QList<Conversation *> all() const;
    void change(Conversation &conversation, const QJsonObject &patch);
    QJsonObject botSays(Conversation &conversation, const QString &words); // the message, as it is written

    QJsonObject json(const Conversation &conversation) const;
    QJsonObject json(const Conversation &conversation, const Message &message) const;
    QJsonArray messages(const Conversation &conversation) const;
    QJsonArray prologue(const Conversation &conversation) const;
    QJsonObject content(const QJsonArray &contents) const;
    QJsonObject channel(const Line &line) const;
    QJsonObject contact(const Conversation &conversation) const;
    QString photoUrl(const Conversation &conversation) const; // not everybody has a photo
    static QJsonArray tagsOf(const Conversation &conversation); // before anybody changes them
    QString time(Millis time) const;

    World &m_world;
    Wire m_files; // for the addresses of files only
    QString m_baseUrl;
    std::vector<Route> m_routes;
    QHash<qint64, bool> m_online;
    qint64 m_onlineStamp = 0;
};

} // namespace inbox::demo
