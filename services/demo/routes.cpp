// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/routes.h"

#include <QJsonDocument>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace inbox::demo {

namespace {

constexpr qint64 kDefaultPage = 100;
constexpr qint64 kLargestPage = 500;

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

struct Paging {
    qint64 page = 1;
    qint64 perPage = kDefaultPage;
};

Paging pagingOf(const Call &call)
{
    const auto number = [&call](const char *name, qint64 otherwise) {
        bool ok = false;
        const qint64 value = call.query.queryItemValue(key(name)).toLongLong(&ok);
        return ok && value >= 1 ? value : otherwise;
    };
    return {std::min<qint64>(number("page", 1), 1000000),
            std::min(number("per_page", kDefaultPage), kLargestPage)};
}

Answer wrapped(const QJsonValue &data)
{
    return jsonAnswer({{key("data"), data}});
}

[[noreturn]] void refuse(const char *field, const QString &message)
{
    throw Refusal{422, message, key(field)};
}

bool isOneEmoji(const QString &text)
{
    if (text.isEmpty() || text.at(0).unicode() < 0xA9)
        return false;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    return finder.toNextBoundary() == text.size();
}

} // namespace

QJsonObject Call::json() const
{
    if (body.trimmed().isEmpty())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        throw Refusal{422, QStringLiteral("The request body must be a JSON object."), QStringLiteral("body")};
    return document.object();
}

Answer jsonAnswer(const QJsonObject &object, int status)
{
    Answer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

Answer refusalAnswer(const Refusal &refusal)
{
    QJsonObject body{{key("message"), refusal.message}};
    if (refusal.status == 422)
        body.insert(key("errors"),
                    QJsonObject{{refusal.field.isEmpty() ? key("request") : refusal.field,
                                 QJsonArray{refusal.message}}});
    return jsonAnswer(body, refusal.status);
}

Routes::Routes(World &world, const QString &baseUrl)
    : m_world(world)
    , m_wire(world, baseUrl)
{
    addConversations();
    addMessages();
    addPeople();
    addOthers();
}

void Routes::add(const char *method, const char *path, Handler handler)
{
    m_routes.push_back({key(method), key(path).split(u'/', Qt::SkipEmptyParts), std::move(handler)});
}

Answer Routes::answer(Call &call) const
{
    const QStringList parts = call.path.split(u'/', Qt::SkipEmptyParts);
    bool known = false;
    for (const Route &route : m_routes) {
        if (route.parts.size() != parts.size())
            continue;
        std::vector<qint64> ids;
        QString word;
        bool fits = true;
        for (qsizetype i = 0; i < parts.size() && fits; ++i) {
            if (route.parts.at(i) == QLatin1String("{}")) {
                ids.push_back(parts.at(i).toLongLong(&fits));
            } else if (route.parts.at(i) == QLatin1String("*")) {
                word = parts.at(i);
            } else {
                fits = route.parts.at(i) == parts.at(i);
            }
        }
        if (!fits)
            continue;
        known = true;
        if (route.method != call.method)
            continue;
        call.ids = std::move(ids);
        call.word = word;
        try {
            return route.handler(call);
        } catch (const Refusal &refusal) {
            return refusalAnswer(refusal);
        }
    }
    if (known)
        return refusalAnswer(
            {405, QStringLiteral("The %1 method is not supported for this route.").arg(call.method), {}});
    return refusalAnswer({404, QStringLiteral("The route %1 could not be found.").arg(call.path), {}});
}

void Routes::addConversations()
{
    add("GET", "/conversations", [this](const Call &call) {
        const Paging paging = pagingOf(call);
        const std::vector<int> order = m_world.byActivity();
        QJsonArray data;
        const qint64 begin = (paging.page - 1) * paging.perPage;
        for (qint64 i = begin; i < std::min(begin + paging.perPage, qint64(order.size())); ++i)
            data.append(m_wire.conversation(m_world.conversationAt(order[size_t(i)])));
        return jsonAnswer(
            m_wire.page(key("/conversations"), data, paging.page, paging.perPage, qint64(order.size())));
    });
    add("GET", "/conversations/{}",
        [this](const Call &call) { return wrapped(m_wire.conversation(m_world.conversation(call.ids[0]))); });
    add("PATCH", "/conversations/{}", [this](const Call &call) {
        Conversation &c = m_world.conversation(call.ids[0]);
        const QJsonObject body = call.json();
        const QJsonValue status = body.value(key("status"));
        const QJsonValue user = body.value(key("user_id"));
        if (!user.isUndefined() && !user.isNull() && (!user.isDouble() || user.toInteger() < 1))
            refuse("user_id", QStringLiteral("The user id must be an integer."));
        if (user.isDouble() && !m_world.user(user.toInteger()))
            refuse("user_id", QStringLiteral("The selected user id is invalid."));
        if (!status.isUndefined())
            m_world.setStatus(c, status.toString());
        if (!user.isUndefined())
            m_world.setUser(c, user.toInteger());
        return jsonAnswer(m_wire.conversation(c)); // bare, as documented
    });
    add("POST", "/conversations/{}/mark-read", [this](const Call &call) {
        Conversation &c = m_world.conversation(call.ids[0]);
        const QJsonValue external = call.json().value(key("mark_external"));
        if (!external.isUndefined() && !external.isBool())
            refuse("mark_external", QStringLiteral("The mark external field must be true or false."));
        m_world.markRead(c);
        return wrapped(m_wire.conversation(c));
    });
    add("POST", "/conversations/{}/restart", [this](const Call &call) {
        Conversation &c = m_world.conversation(call.ids[0]);
        const Message &message = m_world.restart(c);
        return wrapped(m_wire.message(c, &message));
    });
    // The path is singular in the documentation.
    add("PATCH", "/conversation/{}/notes/{}", [this](const Call &call) {
        Conversation &c = m_world.conversation(call.ids[0]);
        m_world.setNoteText(c, call.ids[1], call.json().value(key("text")).toString());
        return jsonAnswer(m_wire.note(c).toObject()); // bare
    });
}

QJsonObject Routes::contentToSend(const QJsonObject &body) const
{
    const QString type = body.value(key("type")).toString();
    const QJsonObject part = body.value(type).toObject();
    if (type == QLatin1String("text")) {
        const QString text = part.value(key("content")).toString();
        if (text.trimmed().isEmpty())
            refuse("text.content", QStringLiteral("The text.content field is required."));
        if (text.size() > 4096)
            refuse("text.content",
                   QStringLiteral("The text.content must not be greater than 4096 characters."));
        return {{key("type"), type}, {key("content"), text}};
    }
    if (type == QLatin1String("location")) {
        if (part.value(key("latitude")).toString().isEmpty()
            || part.value(key("longitude")).toString().isEmpty())
            refuse("location", QStringLiteral("The location needs a latitude and a longitude."));
        QJsonObject content = part;
        content.insert(key("type"), type);
        return content;
    }
    if (type == QLatin1String("contact")) {
        const QJsonObject name = part.value(key("name")).toObject();
        if (name.value(key("formatted_name")).toString().isEmpty())
            refuse("contact.name.formatted_name",
                   QStringLiteral("The contact.name.formatted_name field is required."));
        QJsonObject content = part;
        content.insert(key("type"), type);
        return content;
    }
    static const QStringList files{key("image"), key("video"), key("audio"), key("document")};
    if (!files.contains(type))
        refuse("type", QStringLiteral("The selected type is invalid."));
    const QJsonObject file = body.value(key("file")).toObject();
    QString uuid = file.value(key("internal_uuid")).toString();
    if (uuid.isEmpty()) // the upload's public address works as well
        uuid = file.value(key("url"))
                   .toString()
                   .section(QStringLiteral("/public/files/"), 1)
                   .section(u'?', 0, 0);
    if (!m_world.file(uuid))
        refuse("file", QStringLiteral("The file could not be found. It may be older than 24 hours."));
    QJsonObject content{{key("type"), type}, {key("uuid"), uuid}};
    if (type == QLatin1String("audio"))
        content.insert(key("voice"), part.value(key("voice")).toBool());
    else
        content.insert(key("caption"), part.value(key("caption")));
    if (content.value(key("caption")).isUndefined())
        content.remove(key("caption"));
    if (type == QLatin1String("document"))
        content.insert(key("filename"),
                       part.contains(key("filename")) ? part.value(key("filename"))
                                                      : QJsonValue(QJsonValue::Null));
    return content;
}

void Routes::addMessages()
{
    add("GET", "/conversations/{}/messages", [this](const Call &call) {
        const Conversation &c = m_world.conversation(call.ids[0]);
        const Paging paging = pagingOf(call);
        const qint64 total = qint64(c.messages.size());
        QJsonArray data;
        const qint64 begin = (paging.page - 1) * paging.perPage;
        for (qint64 i = begin; i < std::min(begin + paging.perPage, total); ++i)
            data.append(m_wire.message(c, &c.messages[size_t(total - 1 - i)]));
        return jsonAnswer(m_wire.page(call.path, data, paging.page, paging.perPage, total));
    });
    add("POST", "/conversations/{}/messages", [this](const Call &call) {
        Conversation &c = m_world.conversation(call.ids[0]);
        const QJsonObject body = call.json();
        const QJsonObject content = contentToSend(body);
        const qint64 reference = body.value(key("reference_id")).toInteger();
        const bool knownReference = reference == 0
            || std::any_of(c.messages.begin(), c.messages.end(),
                           [reference](const Message &m) { return m.id == reference; });
        if (!knownReference)
            refuse("reference_id", QStringLiteral("The selected reference id is invalid."));
        const Message &message = m_world.send(c, {content}, reference);
        return wrapped(m_wire.message(c, &message));
    });
    add("GET", "/conversations/{}/messages/{}", [this](const Call &call) {
        Conversation &c = m_world.conversation(call.ids[0]);
        return wrapped(m_wire.message(c, &m_world.message(c, call.ids[1])));
    });
    add("POST", "/conversations/{}/messages/{}/duplicate", [this](const Call &call) {
        Conversation &c = m_world.conversation(call.ids[0]);
        const Message &message = m_world.duplicate(c, call.ids[1]);
        return wrapped(m_wire.message(c, &message));
    });
    add("POST", "/conversations/{}/messages/{}/set-reaction", [this](const Call &call) {
        Conversation &c = m_world.conversation(call.ids[0]);
        Message &message = m_world.message(c, call.ids[1]);
        const QJsonValue reaction = call.json().value(key("reaction"));
        if (reaction.isUndefined() || (!reaction.isNull() && !isOneEmoji(reaction.toString())))
            refuse("reaction", QStringLiteral("The reaction must be a single emoji."));
        m_world.setReaction(c, message, reaction.toString());
        return wrapped(m_wire.message(c, &message));
    });
    add("GET", "/conversations/{}/messages/{}/errors/{}", [this](const Call &call) {
        Conversation &c = m_world.conversation(call.ids[0]);
        const Message &message = m_world.message(c, call.ids[1]);
        if (!message.error || message.error->id != call.ids[2])
            throw Refusal{
                404, QStringLiteral("No query results for model [MessageError] %1").arg(call.ids[2]), {}};
        return wrapped(m_wire.error(message));
    });
}

} // namespace inbox::demo
