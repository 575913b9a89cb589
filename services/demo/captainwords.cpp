// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/captainwords.h"

#include "services/demo/captain.h"

#include <algorithm>

namespace inbox::demo::captain {

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

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

Answer quietly(const QString &why, int status)
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

const QStringList &plainFields()
{
    static const QStringList all{key("archived"),     key("snoozed"),           key("language"),
                                 key("photoUrl"),     key("lastSeen"),          key("name"),
                                 key("sessionCount"), key("providerId"),        key("lastBlock"),
                                 key("lastButton"),   key("lastUserInput"),     key("userInput"),
                                 key("contactId"),    key("leadAiConversation")};
    return all;
}

} // namespace inbox::demo::captain
