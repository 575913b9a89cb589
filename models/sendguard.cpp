// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/sendguard.h"

#include <algorithm>

namespace inbox::models {

using namespace domain;

namespace {

constexpr int kGlance = 1000; // milliseconds on screen until something counts as seen

} // namespace

SendGuard::SendGuard(CurrentConversation &current, QObject *parent)
    : QObject(parent)
    , m_current(current)
{
    m_looking.setInterval(kGlance);
    connect(&m_looking, &QTimer::timeout, this, &SendGuard::look);
    connect(&current, &CurrentConversation::opened, this, &SendGuard::begin);
    connect(&current, &CurrentConversation::changed, this, &SendGuard::notice);
}

SendGuard::Sight SendGuard::sight() const
{
    Sight now;
    if (const Conversation *c = m_current.conversation()) {
        if (c->latestMessage)
            now.newest = *c->latestMessage;
        if (c->assignee)
            now.assignee = c->assignee->id;
    }
    const sync::AccountSession *session = m_current.session();
    const sync::Thread *thread = session ? session->thread(m_current.key().id) : nullptr;
    if (thread && !thread->messages.isEmpty()) {
        const Message &last = thread->messages.constLast();
        if (now.newest.id.isEmpty() || writtenAfter(last, now.newest))
            now.newest = last;
    }
    return now;
}

SendGuard::News SendGuard::newsSince(const Sight &seen) const
{
    News news;
    const sync::AccountSession *session = m_current.session();
    const Conversation *c = m_current.conversation();
    if (!session || !c)
        return news;
    const UserId assignee = c->assignee ? c->assignee->id : UserId();
    // Taking it oneself is no news, from whichever window.
    if (assignee != seen.assignee && (assignee.isEmpty() || assignee != session->config().me))
        news.assignee = c->assignee;
    const auto isNews = [&seen](const Message &m) {
        return m.author.value != MessageAuthor::System && m.id != seen.newest.id
            && writtenAfter(m, seen.newest);
    };
    const sync::Thread *thread = session->thread(m_current.key().id);
    if (thread && thread->loaded) {
        news.messages =
            int(std::count_if(thread->messages.cbegin(), thread->messages.cend(),
                              [&](const Message &m) { return isNews(m) && !thread->sentAs.contains(m.id); }));
    }
    // The list may know before the thread does.
    if (news.messages == 0 && c->latestMessage && c->latestMessage->author == MessageAuthor::Customer
        && isNews(*c->latestMessage))
        news.messages = 1;
    return news;
}

void SendGuard::begin()
{
    m_seen = sight();
    m_stopped.invalidate();
    m_looking.stop();
    follow();
}

void SendGuard::follow()
{
    disconnect(m_thread);
    if (const sync::AccountSession *session = m_current.session()) {
        m_thread =
            connect(session, &sync::AccountSession::threadChanged, this, [this](const ConversationId &id) {
                if (id == m_current.key().id)
                    notice();
            });
    }
}

void SendGuard::notice()
{
    if (sight() == m_seen)
        return;
    if (newsSince(m_seen).isEmpty())
        m_seen = sight(); // our own doing
    else
        m_looking.start(); // the glance begins anew with everything that arrives
}

void SendGuard::look()
{
    if (!m_eyes || !m_eyes())
        return;
    m_seen = sight();
    m_looking.stop();
}

SendGuard::Verdict SendGuard::judge()
{
    const News news = newsSince(m_seen);
    if (!news.isEmpty()) {
        m_news = news;
        m_seen = sight(); // it is shown now
        m_looking.stop();
        m_stopped.start();
        return Verdict::Stop;
    }
    if (m_stopped.isValid() && !m_stopped.hasExpired(kGlance))
        return Verdict::TooSoon;
    m_stopped.invalidate();
    return Verdict::Go;
}

} // namespace inbox::models
