// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/currentconversation.h"

#include "models/heartbeat.h"

#include <algorithm>
#include <array>

namespace inbox::models {

using namespace domain;

namespace {

// Moving through the list with the keys must not mark everything on the way as read.
constexpr int kRestMilliseconds = 1'000;
constexpr qsizetype kCustomFields = std::tuple_size_v<decltype(Profile::custom)>;

MessageId newestMessage(const Conversation &c)
{
    return c.latestMessage ? c.latestMessage->id : MessageId();
}

} // namespace

CurrentConversation::CurrentConversation(sync::Inbox &inbox, Heartbeat &heartbeat, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_heartbeat(heartbeat)
{
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(kRestMilliseconds);
    connect(&m_restTimer, &QTimer::timeout, this, &CurrentConversation::markRead);
    connect(&heartbeat, &Heartbeat::beat, this, [this] {
        updateReplyState();
        if (m_replyState.deadline)
            Q_EMIT countdownMoved();
    });
    connect(&inbox, &sync::Inbox::sessionAdded, this, [this](const AccountId &account) {
        follow(account);
        if (m_key.account != account) {
            if (!m_key.isEmpty())
                Q_EMIT changed(); // with several accounts each is named
            return;
        }
        m_inbox.setOpenConversation(m_key); // the account was changed: a new session, the same conversation
        update();
    });
    connect(&inbox, &sync::Inbox::sessionRemoved, this, [this](const AccountId &account) {
        if (m_key.account != account) {
            if (!m_key.isEmpty())
                Q_EMIT changed();
            return;
        }
        update();
        // Only a removed account stays away; a changed one is back before this runs.
        QTimer::singleShot(0, this, [this, account] {
            if (m_key.account == account && !m_inbox.session(account))
                open({});
        });
    });
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *s : sessions)
        follow(s->id());
}

void CurrentConversation::follow(const AccountId &account)
{
    sync::AccountSession *s = m_inbox.session(account);
    if (!s)
        return;
    connect(s, &sync::AccountSession::conversationsChanged, this,
            [this, account](const QList<ConversationId> &changed, const QList<ConversationId> &removed) {
                if (m_key.account == account && (changed.contains(m_key.id) || removed.contains(m_key.id)))
                    update();
            });
    connect(s, &sync::AccountSession::replyStateChanged, this, [this, account](const ConversationId &id) {
        if (m_key == ConversationKey{account, id})
            updateReplyState();
    });
    const auto whole = [this, account] {
        if (m_key.account == account)
            update();
    };
    connect(s, &sync::AccountSession::capabilitiesChanged, this, whole);
    connect(s, &sync::AccountSession::configChanged, this, whole);
    connect(s, &sync::AccountSession::statusChanged, this, [this, account] {
        if (m_key.account == account && m_needsSignIn != needsSignIn())
            update();
    });
}

void CurrentConversation::open(const ConversationKey &key, bool peek)
{
    if (m_key == key) {
        m_peek = peek;
        if (peek)
            m_restTimer.stop();
        considerMarkingRead();
        return;
    }
    m_restTimer.stop();
    m_reportedRead.reset();
    m_key = key;
    m_peek = peek;
    m_replyState = session() ? session()->replyState(m_key.id) : ReplyState();
    m_needsSignIn = needsSignIn();
    m_inbox.setOpenConversation(key);
    Q_EMIT opened();
    considerMarkingRead();
}

void CurrentConversation::setVisible(bool visible)
{
    m_visible = visible;
    if (!visible)
        m_restTimer.stop();
    considerMarkingRead();
}

sync::AccountSession *CurrentConversation::session() const
{
    return m_key.isEmpty() ? nullptr : m_inbox.session(m_key.account);
}

const Conversation *CurrentConversation::conversation() const
{
    return m_key.isEmpty() ? nullptr : m_inbox.conversation(m_key);
}

Capabilities CurrentConversation::capabilities() const
{
    return session() ? session()->capabilities() : Capabilities();
}

QDateTime CurrentConversation::serverNow() const
{
    return session() ? session()->serverNow() : m_heartbeat.now();
}

sync::PendingChange CurrentConversation::pending() const
{
    return session() ? session()->pendingChange(m_key.id) : sync::PendingChange();
}

QString CurrentConversation::accountName() const
{
    return session() ? session()->config().name : QString();
}

bool CurrentConversation::hasOtherAccounts() const
{
    return m_inbox.sessions().size() > 1;
}

int CurrentConversation::accountColor() const
{
    return session() ? session()->config().color : noAccountColor;
}

bool CurrentConversation::needsSignIn() const
{
    return session() && session()->status().phase == sync::SyncStatus::Phase::NeedsSignIn;
}

QList<Conversation> CurrentConversation::others() const
{
    const Conversation *mine = conversation();
    if (!mine || !mine->customer || !mine->customer->profile)
        return {};
    QList<Conversation> result;
    const QList<ConversationId> ids = session()->conversationsOf(mine->customer->profile->id);
    for (const ConversationId &id : ids) {
        if (id != m_key.id)
            result << *session()->conversation(id);
    }
    std::sort(result.begin(), result.end(), [](const Conversation &a, const Conversation &b) {
        const OptionalTime x = lastActivity(a);
        const OptionalTime y = lastActivity(b);
        return x != y ? x > y : idLess(a.key.id.value(), b.key.id.value());
    });
    return result;
}

QStringList CurrentConversation::customFieldNames() const
{
    QStringList names;
    if (session()) {
        names = session()->config().settings.value(customFieldsSetting).split(u'\n').mid(0, kCustomFields);
        for (QString &name : names)
            name = name.trimmed();
    }
    names.resize(kCustomFields);
    return names;
}

void CurrentConversation::update()
{
    m_needsSignIn = needsSignIn();
    updateReplyState();
    Q_EMIT changed();
    considerMarkingRead();
}

void CurrentConversation::updateReplyState()
{
    const ReplyState before = m_replyState;
    m_replyState = session() ? session()->replyState(m_key.id) : ReplyState();
    if (!(m_replyState == before))
        Q_EMIT replyStateChanged(before);
}

void CurrentConversation::considerMarkingRead()
{
    const Conversation *c = conversation();
    const bool wanted = c && m_visible && !m_peek && c->unreadCount > 0
        && session()->capabilities().has(Capability::MarkRead) && m_reportedRead != newestMessage(*c);
    if (!wanted)
        m_restTimer.stop();
    else if (!m_restTimer.isActive())
        m_restTimer.start();
}

void CurrentConversation::keepUnread()
{
    m_restTimer.stop();
    if (const Conversation *c = conversation())
        m_reportedRead = newestMessage(*c);
}

void CurrentConversation::markRead()
{
    const Conversation *c = conversation();
    if (!c)
        return;
    m_reportedRead = newestMessage(*c);
    session()->noteRead(m_key.id);
}

} // namespace inbox::models
