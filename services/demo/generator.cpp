// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/world.h"

#include <algorithm>

// Messages out of nothing: the same seed, conversation and place always give the same message.
namespace inbox::demo {

namespace {

constexpr size_t kPristineKept = 400; // conversations kept in memory although they could be made again

constexpr int kRegular = 500; // who has written that often comes by every day

} // namespace

// The pause in front of the k-th line from the end.
Millis World::gapBefore(const Conversation &conversation, int k, const SpokenLine &line) const
{
    const auto after = line.extras.constFind(QStringLiteral("after")); // minutes
    if (after != line.extras.cend())
        return Millis(after->toDouble() * double(kMinute));
    const quint64 r = chance(m_settings.seed, quint64(conversation.id), 1000 + quint64(k));
    return Millis(quint64(12 * kSecond) + r % quint64(line.from == From::System ? 2 * kSecond : 4 * kMinute));
}

Message World::spoken(const Conversation &conversation, const SpokenLine &line, qint64 id, Millis at,
                      quint64 salt) const
{
    Message message;
    message.id = id;
    message.from = line.from;
    message.contents = contentsOf(line, placeholders(conversation), salt);
    message.createdAt = at;
    message.sentAt = at;
    message.status = QStringLiteral("read");
    if (line.from != From::System)
        message.source = QStringLiteral("user");
    const QString reaction = line.extras.value(QStringLiteral("react"));
    if (line.from == From::Customer)
        message.agentReaction = reaction;
    else
        message.customerReaction = reaction;
    if (line.from == From::Agent) {
        message.userId =
            conversation.madeUserId ? conversation.madeUserId : m_users[salt % m_users.size()].id;
        if (line.extras.contains(QStringLiteral("status")))
            message.status = line.extras.value(QStringLiteral("status"));
        if (line.extras.contains(QStringLiteral("campaign"))) {
            message.source = QStringLiteral("whatsapp-campaign");
            message.campaignId = 31;
            message.userId = 0;
        }
        if (line.extras.contains(QStringLiteral("source")))
            message.source = line.extras.value(QStringLiteral("source"));
        if (line.extras.contains(QStringLiteral("error"))) {
            message.status = QStringLiteral("error");
            message.error = MessageError{id + 700000000, QStringLiteral("status-update"),
                                         line.extras.value(QStringLiteral("error")), at + 4 * kSecond};
        }
    }
    return message;
}

void World::load(Conversation &c)
{
    if (c.loaded)
        return;
    forget();

    struct Part {
        const SpokenLine *line = nullptr;
        Millis at = 0;
        int place = 0; // in its dialogue, for references
    };
    std::vector<Part> parts; // newest first
    parts.reserve(size_t(c.generated));
    Millis at = c.madeUntil;
    const auto speak = [&](const Dialogue &dialogue, int upTo) {
        for (int i = upTo - 1; i >= 0 && int(parts.size()) < c.generated; --i) {
            const SpokenLine &line = dialogue.lines[size_t(i)];
            parts.push_back({&line, at, i});
            at -= gapBefore(c, int(parts.size()) - 1, line);
        }
    };
    if (c.generated > 0)
        speak(m_script.dialogues()[size_t(c.dialogue)], c.madePosition);
    // Older visits of the same customer, days apart.
    const QString language = person(c).language;
    const QString theme = m_script.dialogues()[size_t(c.dialogue)].theme;
    const std::vector<int> &choice =
        theme.isEmpty() ? m_script.dialoguesIn(language) : m_script.dialoguesAbout(theme);
    quint64 visit = 0;
    const quint64 start = chance(m_settings.seed, quint64(c.id), 11);
    while (int(parts.size()) < c.generated) {
        const int past = choice[(start + visit) % choice.size()];
        const quint64 days = chance(m_settings.seed, quint64(c.id), 100 + visit);
        ++visit;
        if (past == c.dialogue && choice.size() > 1)
            continue; // nobody has the same trouble twice in a row
        at -= c.generated > kRegular ? 8 * kHour + Millis(days % quint64(8 * kHour))
                                     : kDay + Millis(days % quint64(18 * kDay));
        const Dialogue &dialogue = m_script.dialogues()[size_t(past)];
        speak(dialogue, int(dialogue.lines.size()));
    }

    c.messages.clear();
    c.messages.reserve(parts.size());
    for (size_t i = 0; i < parts.size(); ++i) {
        const Part &part = parts[parts.size() - 1 - i];
        const qint64 id = c.firstMessageId + qint64(i);
        Message message = spoken(c, *part.line, id, part.at, chance(m_settings.seed, quint64(id), 13));
        const int target =
            part.line->extras.value(QStringLiteral("re")).toInt(); // line number in the dialogue, from 1
        const qint64 back = part.place + 1 - target;
        if (target > 0 && back > 0 && back <= qint64(i))
            message.referenceId = id - back;
        c.messages.push_back(std::move(message));
    }
    int unread = c.madeUnread;
    for (auto it = c.messages.rbegin(); it != c.messages.rend() && unread > 0; ++it) {
        if (it->from == From::Customer) {
            it->status = QStringLiteral("delivered");
            --unread;
        }
    }
    c.loaded = true;
    if (!c.touched)
        m_pristineLoaded.push_back(c.index);
}

// When the first message was written, or a little before: known without making any.
Millis World::beginning(const Conversation &c) const
{
    if (c.generated > kRegular)
        return c.lastActivity - c.generated * 8 * kHour;
    if (c.generated > c.position)
        return c.lastActivity - c.generated * 10 * kDay;
    const std::vector<SpokenLine> &lines = m_script.dialogues()[size_t(c.dialogue)].lines;
    Millis at = c.lastActivity;
    for (int k = 0; k + 1 < c.position; ++k)
        at -= gapBefore(c, k, lines[size_t(c.position - 1 - k)]);
    return at - kSecond;
}

void World::forget()
{
    while (m_pristineLoaded.size() > kPristineKept) {
        Conversation &oldest = m_conversations[size_t(m_pristineLoaded.front())];
        m_pristineLoaded.pop_front();
        if (oldest.touched)
            continue;
        oldest.messages = {};
        oldest.loaded = false;
    }
}

} // namespace inbox::demo
