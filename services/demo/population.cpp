// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/world.h"

#include <algorithm>
#include <array>

// How the world is peopled: first the cast of data/cast.json, each in its situation, then as many ordinary
// closed conversations as were asked for.
namespace inbox::demo {

namespace {

constexpr qint64 kFirstConversation = 1001;
constexpr qint64 kFirstMessage = 20001;
constexpr qint64 kFirstProfile = 5001;
constexpr qint64 kFirstNote = 801;

enum LineIndex { SupportDe, SalesEs, Website, Marketplace, OldSupport };

Channel channelNamed(const QString &name)
{
    if (name == QLatin1String("widget"))
        return Channel::Widget;
    if (name == QLatin1String("bridge"))
        return Channel::Bridge;
    return name == QLatin1String("telegram") ? Channel::Telegram : Channel::WhatsApp;
}

int usualLine(Channel channel, const QString &language)
{
    switch (channel) {
    case Channel::Widget:
        return Website;
    case Channel::Bridge:
    case Channel::Telegram:
        return Marketplace;
    case Channel::WhatsApp:
        break;
    }
    return language == QLatin1String("es") || language == QLatin1String("pt") ? SalesEs : SupportDe;
}

WindowMode modeNamed(const QString &name)
{
    if (name == QLatin1String("awaiting"))
        return WindowMode::AwaitingCustomer;
    if (name == QLatin1String("provider"))
        return WindowMode::ClosedByProvider;
    if (name == QLatin1String("unstated"))
        return WindowMode::Unstated;
    return name == QLatin1String("late") ? WindowMode::ClosesLate : WindowMode::Normal;
}

Millis minutes(const QJsonValue &value)
{
    return Millis(value.toDouble() * double(kMinute));
}

} // namespace

void World::populate()
{
    addLines();
    const auto user = [](qint64 id, const char *name, const QJsonValue &email, bool admin) {
        return User{id,
                    QString::fromLatin1(name),
                    email,
                    {admin ? QStringLiteral("admin") : QStringLiteral("agent")},
                    admin
                        ? QStringList()
                        : QStringList{QStringLiteral("conversations.read"), QStringLiteral("messages.send")}};
    };
    m_users = {user(11, "Ben", QStringLiteral("ben@lindner.example"), true),
               user(12, "Aylin", QJsonValue::Null, false), user(13, "Sofia", 4412, false),
               user(14, "Marek", QStringLiteral("marek@lindner.example"), false)};

    const int count = std::max(0, m_settings.conversations);
    m_castSize = std::min(count, int(m_script.cast().size()));
    for (int i = 0; i < count; ++i) {
        Conversation &conversation = m_conversations.emplace_back();
        conversation.index = i;
        conversation.id = kFirstConversation + i;
        if (i < m_castSize)
            addFromCast(i);
        else
            addGenerated(i, double(i - m_castSize) / std::max(1, count - m_castSize));
    }
    reserveMessages();
    for (const Conversation &conversation : m_conversations) {
        if (conversation.unread > 0)
            ++m_lines[size_t(conversation.line)].unreadConversations;
    }

    for (int i = 0; i < m_castSize; ++i) {
        const Conversation &conversation = m_conversations[size_t(i)];
        if (conversation.mode == WindowMode::AwaitingCustomer && !conversation.silent)
            schedule(40 * kSecond, {EventKind::RestartAnswer, conversation.id, 0, {}});
    }
    if (!m_settings.quiet)
        schedule(Millis(20 * kSecond + draw() % (20 * kSecond)), {EventKind::Chatter, 0, 0, {}});
}

void World::addLines()
{
    m_lines = {
        {201, Channel::WhatsApp, qint64(4922899887766), QStringLiteral("Support DE"), true, 0},
        {202, Channel::WhatsApp, QStringLiteral("34955112233"), QStringLiteral("Sales ES"), true, 0},
        {203, Channel::Widget, QStringLiteral("lindner.example"), QStringLiteral("Website"), true, 0},
        {204, Channel::Bridge, QStringLiteral("marketplace-eu"), QStringLiteral("Marketplace"), true, 0},
        {205, Channel::WhatsApp, QStringLiteral("4922811223344"), QStringLiteral("Support DE (old number)"),
         false, 0}};
}

void World::addFromCast(int index)
{
    Conversation &c = m_conversations[size_t(index)];
    const Role &role = m_script.cast()[size_t(index)];
    const QJsonObject &direction = role.direction;
    const auto text = [&direction](const char *key) {
        return direction.value(QLatin1String(key)).toString();
    };

    c.channel = channelNamed(text("channel"));
    c.line =
        text("line") == QLatin1String("old") ? int(OldSupport) : usualLine(c.channel, role.person.language);
    c.status = direction.value(QLatin1String("status")).toString(QStringLiteral("to-do"));
    for (const User &user : m_users) {
        if (user.name == text("user"))
            c.userId = user.id;
    }
    c.dialogue = m_script.dialogueIndex(text("dialogue"));
    if (c.dialogue < 0)
        qFatal("The cast asks for an unknown dialogue: %s", qPrintable(text("dialogue")));
    const std::vector<SpokenLine> &lines = m_script.dialogues()[size_t(c.dialogue)].lines;
    c.position =
        std::clamp(direction.value(QLatin1String("at")).toInt(int(lines.size())), 1, int(lines.size()));
    c.generated = c.position
        + direction.value(QLatin1String("history")).toInt(int(chance(m_settings.seed, quint64(c.id), 7) % 9));
    c.mode = modeNamed(text("mode"));
    c.silent = direction.value(QLatin1String("silent")).toBool();
    c.failsOnce = direction.value(QLatin1String("failsOnce")).toBool();
    settleWindow(c, direction);

    int trailing = 0;
    for (int i = c.position - 1; i >= 0 && lines[size_t(i)].from == From::Customer; --i)
        ++trailing;
    c.unread = std::min(
        trailing,
        direction.value(QLatin1String("unread")).toInt(c.status == QLatin1String("to-do") ? trailing : 0));
    if (direction.contains(QLatin1String("snoozeHours")))
        c.snoozeUntil = Millis(direction.value(QLatin1String("snoozeHours")).toDouble() * double(kHour));
    if (!text("note").isEmpty()) {
        const Millis written = c.lastActivity + 2 * kMinute;
        c.note =
            Note{kFirstNote + index, text("note"), std::min(written, -kMinute), std::min(written, -kMinute)};
    }
}

// Windows follow from when the customer last wrote. "ago" says when the last line was spoken, "closesIn" when
// the window ends; with "scaled" that end comes --speed times sooner, to be watched.
void World::settleWindow(Conversation &c, const QJsonObject &direction)
{
    const std::vector<SpokenLine> &lines = m_script.dialogues()[size_t(c.dialogue)].lines;
    Millis sinceCustomer = 0;
    for (int k = 0; k < c.position; ++k) {
        const SpokenLine &line = lines[size_t(c.position - 1 - k)];
        if (line.from == From::Customer)
            break;
        sinceCustomer += gapBefore(c, k, line);
    }
    const Millis window = windowOf(c.channel);
    if (direction.contains(QLatin1String("closesIn"))) {
        Millis left = minutes(direction.value(QLatin1String("closesIn")));
        if (direction.value(QLatin1String("scaled")).toBool())
            left = Millis(double(left) / m_settings.speed);
        c.lastActivity = std::min<Millis>(left - window + sinceCustomer, -kSecond);
        c.lastCustomerReplyAt = left - window;
    } else {
        c.lastActivity = -minutes(direction.value(QLatin1String("ago")));
        c.lastCustomerReplyAt = c.lastActivity - sinceCustomer;
    }
    c.replyUntil =
        (c.mode == WindowMode::AwaitingCustomer ? c.lastActivity : *c.lastCustomerReplyAt) + window;
}

void World::addGenerated(int index, double share)
{
    constexpr std::array kLanguages{"de", "de", "de", "de", "en", "en", "en", "es", "es", "pt", "ar"};
    Conversation &c = m_conversations[size_t(index)];
    const quint64 r = chance(m_settings.seed, quint64(index), 1);
    const QString language = QLatin1String(kLanguages[r % kLanguages.size()]);
    const quint64 where = (r >> 8) % 10;
    c.channel = where < 7 ? Channel::WhatsApp : where < 9 ? Channel::Widget : Channel::Bridge;
    c.line = usualLine(c.channel, language);
    const quint64 how = (r >> 16) % 20;
    c.status = how < 17 ? QStringLiteral("done")
        : how < 19      ? QStringLiteral("in-progress")
                        : QStringLiteral("to-do");
    c.userId = (r >> 24) % 3 == 0 ? 0 : m_users[(r >> 32) % m_users.size()].id;
    const std::vector<int> &choice = m_script.dialoguesIn(language);
    c.dialogue = choice[(r >> 40) % choice.size()];
    c.position = int(m_script.dialogues()[size_t(c.dialogue)].lines.size());
    c.generated = c.position;
    c.lastActivity =
        -Millis(2 * double(kDay) + share * 120 * double(kDay)) - Millis((r >> 48) % quint64(kMinute));
    c.lastCustomerReplyAt = c.lastActivity - 2 * kMinute;
    c.replyUntil = *c.lastCustomerReplyAt + windowOf(c.channel);
}

// Message ids are reserved up front, so that a conversation's messages have theirs before anybody has looked.
void World::reserveMessages()
{
    const int ordinary = int(m_conversations.size()) - m_castSize;
    qint64 natural = 0;
    for (const Conversation &c : m_conversations)
        natural += c.index < m_castSize ? c.generated : 0;
    const bool toAll = ordinary == 0;
    const double each = m_settings.messages <= 0 || m_conversations.empty()
        ? 0
        : double(std::max<qint64>(0, m_settings.messages - natural)) / (toAll ? m_castSize : ordinary);

    qint64 next = kFirstMessage;
    for (Conversation &c : m_conversations) {
        const bool sized = m_settings.messages > 0 && (toAll || c.index >= m_castSize);
        if (sized) {
            const double vary = 0.5 + double(chance(m_settings.seed, quint64(c.index), 2) % 1000) / 1000.0;
            const int wanted = int(each * vary);
            c.generated = toAll ? c.generated + wanted : std::max(2, wanted);
            c.position = std::min(c.position, c.generated);
        }
        c.firstMessageId = next;
        next += c.generated;
        c.createdAt = beginning(c);
        c.madeUntil = c.lastActivity;
        c.madePosition = c.position;
        c.madeUnread = c.unread;
        c.madeUserId = c.userId;
    }
    m_nextMessageId = next;
}

Person World::generatedPerson(int index) const
{
    constexpr std::array kLanguages{"de", "de", "de", "de", "en", "en", "en", "es", "es", "pt", "ar"};
    const quint64 r = chance(m_settings.seed, quint64(index), 1);
    const quint64 n = chance(m_settings.seed, quint64(index), 3);
    const QString language = QLatin1String(kLanguages[r % kLanguages.size()]);
    const QStringList first = m_script.phrases(language, QStringLiteral("first"));
    const QStringList last = m_script.phrases(language, QStringLiteral("last"));
    const QString name = first.at(qsizetype(n % quint64(first.size()))) + u' '
        + last.at(qsizetype((n >> 20) % quint64(last.size())));
    const Channel channel = m_conversations[size_t(index)].channel;
    QString id;
    if (channel == Channel::Widget)
        id = QStringLiteral("visitor-%1").arg(n & 0xFFFFFF, 6, 16, QLatin1Char('0'));
    else if (channel == Channel::Bridge)
        id = QStringLiteral("buyer-%1").arg(n % 1000000, 6, 10, QLatin1Char('0'));
    else
        id = m_script.phrases(language, QStringLiteral("prefix")).value(0)
            + QStringLiteral("%1").arg(n % 100000000, 8, 10, QLatin1Char('0'));
    return {name, id, language};
}

Person World::person(const Conversation &conversation) const
{
    if (conversation.newcomer)
        return *conversation.newcomer;
    if (conversation.index < m_castSize)
        return m_script.cast()[size_t(conversation.index)].person;
    return generatedPerson(conversation.index);
}

qint64 World::profileIdOf(const Conversation &conversation) const
{
    if (conversation.index < m_castSize && !conversation.newcomer) {
        const QJsonObject &direction = m_script.cast()[size_t(conversation.index)].direction;
        if (direction.value(QLatin1String("noProfile")).toBool())
            return 0;
        const QString same = direction.value(QLatin1String("profileOf")).toString();
        for (int i = 0; i < m_castSize && !same.isEmpty(); ++i) {
            if (m_script.cast()[size_t(i)].person.name == same)
                return kFirstProfile + i;
        }
    }
    return kFirstProfile + conversation.index;
}

Profile World::profile(qint64 id) const
{
    if (const auto it = m_profiles.constFind(id); it != m_profiles.cend())
        return *it;
    const qint64 index = id - kFirstProfile;
    if (index < 0 || index >= qint64(m_conversations.size())
        || profileIdOf(m_conversations[size_t(index)]) != id)
        throw Refusal{404, QStringLiteral("No query results for model [Profile] %1").arg(id), {}};

    const Conversation &conversation = m_conversations[size_t(index)];
    const Person who = person(conversation);
    const quint64 r = chance(m_settings.seed, quint64(index), 4);
    Profile profile;
    profile.id = id;
    profile.name = who.name;
    profile.salutation = QStringLiteral("informal");
    profile.gender = QStringLiteral("undisclosed");
    if (conversation.channel == Channel::WhatsApp)
        profile.phoneNumber = u'+' + who.displayId;
    QStringList custom{QStringLiteral("K-%1").arg(10000 + r % 90000), QString(), QString(), QString(),
                       QString()};
    if (conversation.index >= m_castSize && r % 2 == 0)
        profile.email = QStringLiteral("customer%1@example.org").arg(index);
    if (conversation.index < m_castSize && !conversation.newcomer) {
        const QJsonObject facts =
            m_script.cast()[size_t(index)].direction.value(QLatin1String("profile")).toObject();
        const auto take = [&facts](const char *key, QString &into) {
            if (facts.contains(QLatin1String(key)))
                into = facts.value(QLatin1String(key)).toString();
        };
        take("salutation", profile.salutation);
        take("gender", profile.gender);
        take("email", profile.email);
        take("phone", profile.phoneNumber);
        take("address", profile.address);
        take("born", profile.dateOfBirth);
        take("custom_2", custom[1]);
        take("custom_3", custom[2]);
        take("custom_4", custom[3]);
        take("custom_5", custom[4]);
        profile.blocked = facts.value(QLatin1String("blocked")).toBool();
    }
    profile.custom = custom;
    profile.createdAt = conversation.createdAt;
    profile.updatedAt =
        conversation.createdAt + kDay < 0 ? conversation.createdAt + kDay : conversation.createdAt;
    return profile;
}

QHash<QString, QString> World::placeholders(const Conversation &conversation) const
{
    const Person who = person(conversation);
    const User *colleague = user(conversation.madeUserId);
    return {{QStringLiteral("{first}"), who.name.section(u' ', 0, 0)},
            {QStringLiteral("{last}"), who.name.section(u' ', -1)},
            {QStringLiteral("{name}"), who.name},
            {QStringLiteral("{agent}"), colleague ? colleague->name : QStringLiteral("Ben")},
            {QStringLiteral("{order}"),
             QString::number(204000 + chance(m_settings.seed, quint64(conversation.id), 5) % 9000)}};
}

} // namespace inbox::demo
