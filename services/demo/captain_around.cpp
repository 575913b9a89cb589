// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// What is asked around the conversations: tags, teams, snippets, views, who is online, channels, contacts.
#include "services/demo/captain.h"
#include "services/demo/captainwords.h"

namespace inbox::demo {

using namespace captain;

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
        const QJsonObject waiting{
            {key("id"), key("viewWaiting")}, {key("name"), QStringLiteral("Waiting longest")},
            {key("icon"), key("clock")},     {key("tags"), QJsonArray()},
            {key("unread"), true},           {key("sorting"), key("created")},
            {key("selfAssigned"), false},    {key("open"), true},
            {key("closed"), true},           {key("inProgress"), true},
            {key("sortingDirection"), 0}};
        return jsonAnswer({{key("views"), QJsonArray{urgent, waiting}}});
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
            const QJsonObject hit = contact(*c);
            bool fits = false;
            for (const char *name : {"name", "email", "phoneNumber"})
                fits = fits || text(hit, name).contains(words, Qt::CaseInsensitive);
            if (!fits)
                continue;
            if (number >= (page - 1) * size && number < page * size)
                hits.append(hit);
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
