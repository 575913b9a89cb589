// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/world.h"

#include <QDateTime>

#include <algorithm>
#include <cstdlib>

// What happens as time goes by: delivery, answers, late failures, newcomers.
namespace inbox::demo {

namespace {

constexpr Millis kRestartAnswer = 15 * kSecond;
constexpr Millis kClockSlack = 5 * kSecond;
constexpr int kCloserLimit = 2;
constexpr int kUnreadLimit = 4;
constexpr Millis kPatience = 5 * kMinute; // then a customer asks again, once
constexpr Millis kChatterWindow = 4 * kHour; // a window that closes soon is left to close

QString textOf(const Message &message)
{
    return message.contents.isEmpty()
        ? QString()
        : message.contents.first().toObject().value(QLatin1String("content")).toString();
}

} // namespace

void World::schedule(Millis in, const Event &event)
{
    m_events.emplace(now() + Millis(double(in) / m_settings.speed), event);
}

void World::scheduleAt(Millis from, Millis in, const Event &event)
{
    m_events.emplace(from + Millis(double(in) / m_settings.speed), event);
}

void World::run()
{
    // The steady clock stands still while the computer sleeps. The world has slept too: its times move along.
    const qint64 behind = QDateTime::currentMSecsSinceEpoch() + m_advanced - absolute(now());
    if (std::abs(behind) > kClockSlack)
        m_birth += behind;
    const Millis until = now();
    while (!m_events.empty() && m_events.begin()->first <= until) {
        const auto [at, event] = *m_events.begin();
        m_events.erase(m_events.begin());
        try {
            happen(event, at);
        } catch (const Refusal &) {
            continue; // about somebody a state file no longer knows
        }
        ++m_revision;
    }
}

void World::happen(const Event &event, Millis at)
{
    switch (event.kind) {
    case EventKind::Progress:
        progress(event, at);
        return;
    case EventKind::CustomerAnswers:
        customerAnswers(conversation(event.conversation), at);
        return;
    case EventKind::CustomerLine: {
        Conversation &c = conversation(event.conversation);
        const std::vector<SpokenLine> &lines = m_script.dialogues()[size_t(c.dialogue)].lines;
        if (c.status == QLatin1String("done") || c.position >= int(lines.size()))
            return;
        const SpokenLine &line = lines[size_t(c.position)];
        if (line.from != From::Customer)
            return;
        ++c.position;
        receive(c, spoken(c, line, m_nextMessageId, at, draw()), at);
        return;
    }
    case EventKind::RestartAnswer: {
        Conversation &c = conversation(event.conversation);
        if (c.mode != WindowMode::AwaitingCustomer)
            return;
        const QStringList yes = m_script.phrases(person(c).language, QStringLiteral("yes"));
        receiveText(c, yes.at(qsizetype(draw() % quint64(yes.size()))), at);
        return;
    }
    case EventKind::Thumb: {
        Conversation &c = conversation(event.conversation);
        Message &target = message(c, event.message);
        target.customerReaction = QStringLiteral("👍");
        target.fresh = true;
        touch(c);
        return;
    }
    case EventKind::Chatter:
        chatter(at);
        scheduleAt(at, Millis(20 * kSecond + Millis(draw() % quint64(20 * kSecond))), event);
        return;
    }
}

// An outgoing message takes its next step. detail is the state it reaches, or "error:type:text".
void World::progress(const Event &event, Millis at)
{
    Conversation &c = conversation(event.conversation);
    Message &m = message(c, event.message);
    if (m.status == QLatin1String("error") || m.status == QLatin1String("read"))
        return;
    if (event.detail.startsWith(QLatin1String("error:"))) {
        m.status = QStringLiteral("error");
        m.error = MessageError{m.id + 700000000, event.detail.section(u':', 1, 1),
                               event.detail.section(u':', 2), at};
    } else {
        m.status = event.detail;
        if (!m.sentAt)
            m.sentAt = at;
    }
    m.fresh = true;
    touch(c);
}

// The way of a message the agent sent. Documented triggers for a failure: a text with the word "fail" (a
// retry goes through, unless the text says "fail always"), a customer marked failsOnce, a closed window, a
// disconnected line.
void World::scheduleDelivery(Conversation &c, const Message &m, bool retry)
{
    const auto step = [&](Millis in, const QString &state) {
        schedule(in, {EventKind::Progress, c.id, m.id, state});
    };
    const QString text = textOf(m);
    if (!m_lines[size_t(c.line)].inSync) {
        step(800, QStringLiteral("error:other:This phone number is no longer connected to the account."));
        return;
    }
    step(700, QStringLiteral("sent"));
    const bool isTemplate = c.mode == WindowMode::AwaitingCustomer && m.id == c.templateId;
    if (!isTemplate && c.mode != WindowMode::Unstated && !replyPossible(c)) {
        step(3200,
             QStringLiteral(
                 "error:status-update:131047: Re-engagement message. More than 24 hours have passed since "
                 "the customer last replied to this number."));
        return;
    }
    const bool asked = text.contains(QLatin1String("fail"), Qt::CaseInsensitive)
        && (!retry || text.contains(QLatin1String("fail always"), Qt::CaseInsensitive));
    if (asked || (c.failsOnce && !retry)) {
        c.failsOnce = false;
        step(3800,
             QStringLiteral(
                 "error:status-update:131026: Message undeliverable. The recipient's phone could not be "
                 "reached."));
        return;
    }
    step(1600, QStringLiteral("delivered"));
    if (!answers(c))
        return;
    const Millis thinking = 4 * kSecond + Millis(draw() % quint64(8 * kSecond));
    if (isTemplate) {
        step(kRestartAnswer - 2 * kSecond, QStringLiteral("read"));
        schedule(kRestartAnswer, {EventKind::RestartAnswer, c.id, m.id, {}});
        return;
    }
    step(std::max<Millis>(2200, thinking - 3 * kSecond), QStringLiteral("read"));
    const bool pending = std::any_of(m_events.begin(), m_events.end(), [&c](const auto &entry) {
        return entry.second.conversation == c.id
            && (entry.second.kind == EventKind::CustomerAnswers
                || entry.second.kind == EventKind::CustomerLine);
    });
    if (!pending)
        schedule(thinking, {EventKind::CustomerAnswers, c.id, m.id, {}});
}

bool World::answers(const Conversation &conversation) const
{
    const qint64 profileId = profileIdOf(conversation);
    return !conversation.silent && (profileId == 0 || !profile(profileId).blocked);
}

// The customer takes up the dialogue where it stopped; when it is over, says a polite last word, then only
// nods.
void World::customerAnswers(Conversation &c, Millis at)
{
    if (c.status == QLatin1String("done"))
        return;
    const std::vector<SpokenLine> &lines = m_script.dialogues()[size_t(c.dialogue)].lines;
    int next = c.position;
    while (next < int(lines.size()) && lines[size_t(next)].from != From::Customer)
        ++next;
    if (next < int(lines.size())) {
        const SpokenLine &line = lines[size_t(next)];
        c.position = next + 1;
        Message message = spoken(c, line, m_nextMessageId, at, draw());
        if (line.extras.contains(QStringLiteral("re"))) {
            // Quotes what the agent said last: the script cannot know which words that were.
            const auto last = std::find_if(c.messages.rbegin(), c.messages.rend(),
                                           [](const Message &m) { return m.from == From::Agent; });
            message.referenceId = last == c.messages.rend() ? 0 : last->id;
        }
        receive(c, std::move(message), at);
        Millis pause = 0;
        for (int more = next + 1; more < int(lines.size()) && lines[size_t(more)].from == From::Customer;
             ++more) {
            pause += 3 * kSecond + Millis(draw() % quint64(3 * kSecond));
            scheduleAt(at, pause, {EventKind::CustomerLine, c.id, 0, {}});
        }
        return;
    }
    const auto said = std::find_if(c.messages.rbegin(), c.messages.rend(),
                                   [](const Message &m) { return m.from == From::Agent; });
    if (c.closers < kCloserLimit) {
        const bool asked = said != c.messages.rend() && textOf(*said).trimmed().endsWith(u'?');
        const QStringList words =
            m_script.phrases(person(c).language, asked ? QStringLiteral("answer") : QStringLiteral("thanks"));
        receiveText(c, words.at(qsizetype((quint64(c.id) + quint64(c.closers)) % quint64(words.size()))), at);
        ++c.closers;
    } else if (said != c.messages.rend()) {
        scheduleAt(at, 0, {EventKind::Thumb, c.id, said->id, {}});
    }
}

// Whether this customer might write now without being asked: they are due to speak, or have waited for an
// answer.
bool World::mayChatter(Conversation &c, Millis at)
{
    if (!(c.index < m_castSize || c.newcomer) || c.mode != WindowMode::Normal
        || c.status == QLatin1String("done") || c.snoozeUntil || c.unread >= kUnreadLimit
        || c.channel == Channel::Telegram || !replyPossible(c) || *c.replyUntil - now() < kChatterWindow
        || c.failsOnce || !answers(c))
        return false;
    load(c);
    const Message *last = latestMessage(c);
    const std::vector<SpokenLine> &lines = m_script.dialogues()[size_t(c.dialogue)].lines;
    if (last && last->from == From::Customer) {
        if (c.position < int(lines.size()) && lines[size_t(c.position)].from == From::Customer)
            return true; // has only said half of it
        const QString said = textOf(*last);
        const bool asked = said.contains(u'?') || said.contains(u'؟');
        return asked && !c.nudged && double(at - last->createdAt) * m_settings.speed > kPatience;
    }
    return std::any_of(lines.begin() + std::min<qsizetype>(c.position, qsizetype(lines.size())), lines.end(),
                       [](const SpokenLine &line) { return line.from == From::Customer; });
}

// Somebody writes unasked: goes on with the dialogue when it is their turn, otherwise asks whether anybody is
// there.
void World::chatter(Millis at)
{
    constexpr quint64 kWalkInEvery = 5;
    const quint64 r = draw();
    if (r % kWalkInEvery == 0 && m_walkInsSeen < int(m_script.walkIns().size())) {
        walkIn(at);
        return;
    }
    std::vector<int> able;
    for (Conversation &c : m_conversations) {
        if (mayChatter(c, at))
            able.push_back(c.index);
    }
    if (able.empty())
        return;
    Conversation &c = conversationAt(able[(r >> 8) % able.size()]);
    const std::vector<SpokenLine> &lines = m_script.dialogues()[size_t(c.dialogue)].lines;
    const Message *last = latestMessage(c);
    const bool goesOn = c.position < int(lines.size()) && lines[size_t(c.position)].from == From::Customer;
    if (goesOn || (last && last->from == From::Agent)) {
        customerAnswers(c, at);
        return;
    }
    c.nudged = true;
    const QStringList words = m_script.phrases(person(c).language, QStringLiteral("nudge"));
    receiveText(c, words.at(qsizetype((r >> 20) % quint64(words.size()))), at);
}

void World::walkIn(Millis at)
{
    const Role &role = m_script.walkIns()[size_t(m_walkInsSeen++)];
    const QString channel = role.direction.value(QLatin1String("channel")).toString();
    const int line = channel == QLatin1String("widget") ? 2
        : role.person.language == QLatin1String("es")   ? 1
                                                        : 0;
    Conversation &c = newConversation(role.person, line, at);
    c.dialogue =
        std::max(0, m_script.dialogueIndex(role.direction.value(QLatin1String("dialogue")).toString()));
    customerAnswers(c, at);
}

Conversation &World::newConversation(const Person &person, int line, Millis at)
{
    const qint64 id = m_conversations.front().id + qint64(m_conversations.size());
    Conversation &c = m_conversations.emplace_back();
    c.index = int(m_conversations.size()) - 1;
    c.id = id;
    c.line = line;
    c.channel = m_lines[size_t(line)].channel;
    c.status = QStringLiteral("to-do");
    c.dialogue = m_script.dialoguesIn(person.language).front();
    c.createdAt = at;
    c.lastActivity = at;
    c.newcomer = person;
    c.loaded = true;
    m_orderStale = true;
    touch(c);
    return c;
}

Message &World::append(Conversation &c, Message message, Millis at)
{
    message.id = m_nextMessageId++;
    message.createdAt = at;
    message.fresh = true;
    c.messages.push_back(std::move(message));
    c.lastActivity = at;
    m_orderStale = true;
    touch(c);
    return c.messages.back();
}

void World::receive(Conversation &c, Message message, Millis at)
{
    for (Message &earlier : c.messages) {
        // Whoever answers has read.
        if (earlier.from == From::Agent && earlier.status == QLatin1String("delivered")) {
            earlier.status = QStringLiteral("read");
            earlier.fresh = true;
        }
    }
    message.from = From::Customer;
    message.source = QStringLiteral("user");
    message.status = QStringLiteral("delivered");
    message.sentAt = at;
    append(c, std::move(message), at);
    c.lastCustomerReplyAt = at;
    c.replyUntil = at + windowOf(c.channel);
    if (c.mode != WindowMode::Unstated)
        c.mode = WindowMode::Normal;
    if (c.status == QLatin1String("done"))
        c.status = QStringLiteral("to-do");
    c.snoozeUntil.reset();
    setUnread(c, c.unread + 1);
}

void World::receiveText(Conversation &c, const QString &text, Millis at)
{
    SpokenLine line;
    line.text = text;
    receive(c, spoken(c, line, m_nextMessageId, at, 0), at);
}

void World::customerSays(Conversation &conversation, const QString &text)
{
    receiveText(conversation, text, now());
}

void World::expire(Conversation &c)
{
    c.replyUntil = now() - kSecond;
    c.lastCustomerReplyAt = *c.replyUntil - windowOf(c.channel);
    c.mode = WindowMode::Normal;
    touch(c);
}

Message &World::send(Conversation &c, const QJsonArray &contents, qint64 referenceId)
{
    if (referenceId != 0)
        message(c, referenceId); // refuses what is not of this conversation
    Message message;
    message.from = From::Agent;
    message.source = QStringLiteral("user");
    message.userId = m_users.front().id;
    message.contents = contents;
    message.status = QStringLiteral("created");
    message.referenceId = referenceId;
    Message &sent = append(c, std::move(message), now());
    c.nudged = false;
    scheduleDelivery(c, sent, false);
    return sent;
}

Message &World::duplicate(Conversation &c, qint64 messageId)
{
    Message copy = message(c, messageId);
    if (copy.from != From::Agent)
        throw Refusal{422, QStringLiteral("Only messages from an agent can be duplicated."),
                      QStringLiteral("message")};
    copy.source = QStringLiteral("user");
    copy.campaignId = 0;
    copy.userId = m_users.front().id;
    copy.status = QStringLiteral("created");
    copy.sentAt.reset();
    copy.error.reset();
    copy.agentReaction.clear();
    copy.customerReaction.clear();
    Message &sent = append(c, std::move(copy), now());
    scheduleDelivery(c, sent, true);
    return sent;
}

Message &World::sendTemplateText(Conversation &c, const QString &text)
{
    Message message;
    message.from = From::Agent;
    message.source = QStringLiteral("user");
    message.userId = m_users.front().id;
    message.contents = {
        QJsonObject{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("content"), text}}};
    message.status = QStringLiteral("created");
    Message &sent = append(c, std::move(message), now());
    c.mode = WindowMode::AwaitingCustomer;
    c.templateId = sent.id;
    c.replyUntil = now() + windowOf(c.channel);
    scheduleDelivery(c, sent, false);
    return sent;
}

Message &World::restart(Conversation &c)
{
    const auto refuse = [](const QString &why) { throw Refusal{422, why, QStringLiteral("conversation")}; };
    if (c.channel != Channel::WhatsApp)
        refuse(QStringLiteral("Only WhatsApp conversations can be restarted."));
    if (!m_lines[size_t(c.line)].inSync)
        refuse(QStringLiteral("The agent of this conversation is not connected."));
    const bool late = c.mode == WindowMode::ClosesLate && replyPossible(c);
    if (late || (c.replyUntil && *c.replyUntil > now()))
        refuse(QStringLiteral("The conversation has not expired yet."));
    const Person who = person(c);
    QString text = m_script.phrases(who.language, QStringLiteral("restart")).first();
    text.replace(QLatin1String("{first}"), who.name.section(u' ', 0, 0));
    return sendTemplateText(c, text);
}

Message &World::sendTemplate(const QString &phone, const QString &name, const QString &text, qint64 lineId)
{
    int line = 0;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].id == lineId)
            line = int(i);
    }
    QString digits = phone;
    digits.remove(u'+');
    for (Conversation &c : m_conversations) {
        if (c.line == line && person(c).displayId == digits) {
            load(c);
            return sendTemplateText(c, text);
        }
    }
    return sendTemplateText(newConversation({name, digits, QStringLiteral("en")}, line, now()), text);
}

} // namespace inbox::demo
