// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/secrets/memorystore.h"
#include "services/sync/inbox.h"
#include "tests/support/scriptedbackend.h"

#include <QCoreApplication>

namespace inbox::test {

inline const QDateTime kNoon(QDate(2026, 11, 19), QTime(12, 0), Qt::UTC);

inline domain::User user(const QString &id, const QString &name)
{
    domain::User u;
    u.id = domain::UserId(id);
    u.name = name;
    return u;
}

inline domain::User ben()
{
    return user(QStringLiteral("1"), QStringLiteral("Ben"));
}
inline domain::User aylin()
{
    return user(QStringLiteral("2"), QStringLiteral("Aylin"));
}

inline domain::Message message(const QString &id, const QString &text, const QDateTime &at,
                               domain::MessageAuthor author = domain::MessageAuthor::Customer,
                               domain::DeliveryStatus status = domain::DeliveryStatus::Delivered)
{
    domain::Message m;
    m.id = domain::MessageId(id);
    m.author = {author, {}};
    m.status = {status, {}};
    m.contents = {domain::TextContent{text}};
    m.sentAt = at;
    if (author == domain::MessageAuthor::Agent)
        m.userId = ben().id;
    return m;
}

// A WhatsApp conversation to do, its window open without an end, latest activity `minutesAgo` before noon.
inline domain::Conversation conversation(const QString &id, int minutesAgo,
                                         const QString &account = QStringLiteral("demo"))
{
    domain::Conversation c;
    c.key = {domain::AccountId(account), domain::ConversationId(id)};
    c.channel = {domain::Channel::WhatsApp, {}};
    c.status = {domain::ConversationStatus::ToDo, {}};
    c.customer = domain::Customer{domain::CustomerId(QStringLiteral("c") + id), {}, {}, {}, {}};
    c.customer->name = QStringLiteral("Customer ") + id;
    c.latestMessage =
        message(QStringLiteral("m") + id, QStringLiteral("Hello"), kNoon.addSecs(-60 * minutesAgo));
    c.replyPossible = true;
    return c;
}

// Runs everything that is ready, until nothing is: answers reach the models through the event loop.
inline void settle()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
}

// An inbox with accounts that answer from scripts, at a standing clock. Polls happen only when asked for.
class InboxFixture {
public:
    // Without a profile nothing outlives it.
    explicit InboxFixture(const QString &profileDir = {})
        : inbox(profileDir, secrets, clock)
        , m_keeps(!profileDir.isEmpty())
    {
    }

    // The account's backend; its session starts with start().
    ScriptedBackend &add(const QString &id = QStringLiteral("demo"))
    {
        auto backend = std::make_unique<ScriptedBackend>();
        ScriptedBackend &result = *backend;
        domain::AccountConfig config;
        config.id = domain::AccountId(id);
        config.backend = QStringLiteral("scripted");
        config.name = id;
        config.me = ben().id;
        config.sessionOnly = !m_keeps;
        constexpr int kHour = 3'600'000;
        sync::PollTimings timings;
        timings.openThread = timings.openThreadAway = timings.list = timings.listAway = kHour;
        timings.sweepPage = timings.sweep = timings.firstRetry = timings.longestRetry = kHour;
        timings.lookAgain = 1;
        inbox.addSession(config, std::move(backend), timings);
        return result;
    }
    sync::AccountSession &session(const QString &id = QStringLiteral("demo"))
    {
        return *inbox.session(domain::AccountId(id));
    }
    void start()
    {
        for (sync::AccountSession *s : inbox.sessions())
            s->start();
        settle();
    }
    // Reads everything again.
    void poll()
    {
        inbox.refreshAll();
        settle();
    }
    static domain::ConversationKey key(const QString &id, const QString &account = QStringLiteral("demo"))
    {
        return {domain::AccountId(account), domain::ConversationId(id)};
    }

    domain::FakeClock clock{kNoon};
    secrets::MemoryStore secrets;
    sync::Inbox inbox;

private:
    const bool m_keeps;
};

} // namespace inbox::test
