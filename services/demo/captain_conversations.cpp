// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// What is asked about conversations and their messages, and what a channel reports.
#include "services/demo/captain.h"
#include "services/demo/captainwords.h"

namespace inbox::demo {

using namespace captain;

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
    const QJsonArray mentioned = extra.value(key("mentions")).toArray();
    for (const QJsonValue &user : mentioned) {
        if (!m_world.user(unscrambled("usr", user.toString())))
            throw Refusal{400, QStringLiteral("User not found."), {}};
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
        m_world.setExtra(c.id,
                         {{key("created"), true}, {key("environment"), wanted.value(key("environment"))}});
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

QJsonObject CaptainRoutes::botSays(Conversation &c, const QString &words)
{
    const Message &sent =
        m_world.send(c, {QJsonObject{{key("type"), key("text")}, {key("content"), words}}}, 0);
    QJsonObject extra = m_world.extra(c.id);
    QJsonArray bot = extra.value(key("bot")).toArray();
    bot.append(QString::number(sent.id));
    extra.insert(key("bot"), bot);
    m_world.setExtra(c.id, extra);
    return json(c, sent);
}

// What a channel tells the chatbot, and what the business sets off itself.
void CaptainRoutes::addChannelSide()
{
    // `answers`: the bot's, after what arrived.
    const auto arrived = [](const Conversation &c, const QString &message, const QJsonArray &answers) {
        return jsonAnswer({{key("conversationId"), conversationId(c.id)},
                           {key("messageId"), message},
                           {key("messages"), answers}},
                          201);
    };
    const auto newest = [](const Conversation &c) {
        return c.messages.empty() ? QString() : messageId(c.messages.back().id);
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
        [this, arrived, newest, source](const Call &call, const QStringList &) {
            const QJsonObject body = call.json();
            const QString words =
                text(body.value(key("message")).toObject().value(key("content")).toObject(), "text");
            if (words.isEmpty())
                return refused(QStringLiteral("Invalid input data."), 400);
            Conversation &c = source(body);
            m_world.customerSays(c, words);
            const QString message = newest(c);
            // A person who has taken over is not talked into.
            const bool botAnswers = json(c).value(key("state")).toInt() == Bot;
            return arrived(c, message,
                           botAnswers ? QJsonArray{botSays(c, QStringLiteral("You wrote: ") + words)}
                                      : QJsonArray());
        });
    add("POST", "/v1/chatbots/{cb}/conversations/event",
        [this, arrived, newest, source](const Call &call, const QStringList &) {
            const QJsonObject body = call.json();
            if (text(body, "event").isEmpty())
                return refused(QStringLiteral("Invalid input data."), 400);
            Conversation &c = source(body);
            const QString before = newest(c);
            return arrived(c, before,
                           {botSays(c, QStringLiteral("The channel says: ") + text(body, "event"))});
        });
    add("POST", "/v1/chatbots/{cb}/conversations/payload",
        [this, arrived, newest](const Call &call, const QStringList &) {
            const QJsonObject body = call.json();
            Conversation &c = conversation(text(body, "conversationId"));
            const QString step = text(body, text(body, "stepId").isEmpty() ? "event" : "stepId");
            const QString before = newest(c);
            return arrived(c, before, {botSays(c, QStringLiteral("Here we go on: ") + step)});
        });
    add("POST", "/v1/chatbots/{cb}/conversations/custom-event",
        [this](const Call &call, const QStringList &) {
            const QJsonObject body = call.json();
            if (text(body, "event").isEmpty())
                return refused(QStringLiteral("Invalid input data."), 400);
            Conversation &c = conversation(text(body, "conversationId"));
            botSays(c, QStringLiteral("There is news for you: ") + text(body, "event"));
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

} // namespace inbox::demo
