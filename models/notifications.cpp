// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/notifications.h"

#include "models/conversationlistmodel.h"
#include "models/currentconversation.h"
#include "services/domain/text.h"

namespace inbox::models {

using namespace domain;

namespace {

constexpr qint64 kClosingSoon = 30 * 60; // seconds
constexpr int kLookEvery = 30'000; // milliseconds
constexpr int kLongestName = 60;
constexpr int kLongestText = 160;

bool customerWaits(const Conversation &c)
{
    return c.latestMessage && c.latestMessage->author == MessageAuthor::Customer;
}

// The newest message that was not sent: which, and whether that is certain.
struct Failure {
    QString id; // empty: there is none
    bool outcomeUnknown = false;
    bool isOurs = false; // written in this program, in this run
    OptionalTime at;
    QString text;
};

Failure failureIn(const sync::AccountSession &session, const ConversationId &id)
{
    if (const sync::Thread *thread = session.thread(id)) {
        for (auto it = thread->outgoing.crbegin(); it != thread->outgoing.crend(); ++it) {
            if (it->state == Intent::State::Failed || it->state == Intent::State::Unknown)
                return {it->id.value(), it->state == Intent::State::Unknown, true, it->createdAt, it->text};
        }
    }
    const Conversation *c = session.conversation(id);
    if (!c || !c->latestMessage || !session.hasFailedSend(id))
        return {};
    const Message &message = *c->latestMessage;
    const OptionalTime at = message.latestError ? message.latestError->createdAt : std::nullopt;
    return {message.id.value(), false, false, at ? at : message.sentAt, plainText(message)};
}

} // namespace

Notifications::Notifications(sync::Inbox &inbox, ConversationListModel &list, CurrentConversation &current,
                             const Drafts &drafts, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_list(list)
    , m_current(current)
    , m_drafts(drafts)
    , m_preferences(preferences)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(0);
    connect(&m_gather, &QTimer::timeout, this, &Notifications::tellMessages);
    m_look.setInterval(kLookEvery);
    connect(&m_look, &QTimer::timeout, this, &Notifications::lookForClosingWindows);
    m_look.start();
    connect(&current, &CurrentConversation::opened, this, &Notifications::onLooked);
    connect(&drafts, &Drafts::offered, this, [this](const ConversationKey &key) {
        if (!m_ready.contains(key))
            m_ready << key;
        m_gather.start();
    });
    connect(&drafts, &Drafts::draftChanged, this, &Notifications::settleWhatIsDone);
    connect(&inbox, &sync::Inbox::sessionAdded, this, &Notifications::follow);
    connect(&inbox, &sync::Inbox::sessionRemoved, this, &Notifications::forget);
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        follow(session->id());
}

Notifications::~Notifications() = default;

void Notifications::follow(const AccountId &account)
{
    sync::AccountSession *session = m_inbox.session(account);
    if (!session)
        return;
    connect(session, &sync::AccountSession::customerMessageArrived, this,
            [this, account](const ConversationId &id) {
                onCustomerMessage({account, id});
            });
    connect(session, &sync::AccountSession::conversationsChanged, this,
            [this, account](const QList<ConversationId> &changed, const QList<ConversationId> &removed) {
                QList<Alert> mentions;
                for (const ConversationId &id : changed) {
                    lookForFailedSend({account, id});
                    if (isNewMention({account, id}) && wants(Alert::Kind::Mention))
                        mentions << alert(Alert::Kind::Mention, {account, id});
                    settleWhatIsDone({account, id});
                }
                raise(mentions);
                for (const ConversationId &id : removed)
                    settle({account, id});
            });
    connect(session, &sync::AccountSession::statusChanged, this, [this, session] {
        if (session->status().phase == sync::SyncStatus::Phase::Synced)
            m_read.insert(session->id());
    });
    // Perhaps I am somebody else now, whose old mentions are no news.
    connect(session, &sync::AccountSession::configChanged, this,
            [this, account] { takeMentionsAsKnown(account); });
    connect(session, &sync::AccountSession::threadChanged, this, [this, account](const ConversationId &id) {
        lookForFailedSend({account, id});
        settleWhatIsDone({account, id});
    });
}

void Notifications::forget(const AccountId &account)
{
    for (QList<ConversationKey> *keys : {&m_wrote, &m_ready})
        keys->removeIf([&account](const ConversationKey &key) { return key.account == account; });
    m_read.remove(account);
    // What was told is remembered: an account whose settings change is removed and added again.
    const QList<ConversationKey> raised = m_raised.keys();
    for (const ConversationKey &key : raised) {
        if (key.account == account)
            settle(key);
    }
}

void Notifications::setActive(bool active)
{
    m_active = active;
    onLooked();
}

void Notifications::onLooked()
{
    if (isOnScreen(m_current.key()))
        settle(m_current.key());
}

bool Notifications::isOnScreen(const ConversationKey &key) const
{
    return m_active && m_current.isVisible() && !key.isEmpty() && m_current.key() == key;
}

bool Notifications::isMine(const ConversationKey &key) const
{
    const sync::AccountSession *session = m_inbox.session(key.account);
    const Conversation *c = session ? session->conversation(key.id) : nullptr;
    return c && c->assignee && !session->config().me.isEmpty() && c->assignee->id == session->config().me
        && c->status != ConversationStatus::Done;
}

bool Notifications::isQuiet(const PreferenceValues &values, const QTime &local)
{
    if (!values.quietHours)
        return false;
    const bool begun = local >= values.quietFrom;
    const bool ended = local >= values.quietUntil;
    return values.quietFrom < values.quietUntil ? begun && !ended : begun || !ended;
}

bool Notifications::wants(Alert::Kind kind) const
{
    const PreferenceValues &values = m_preferences.values();
    if (isQuiet(values, m_inbox.clock().now().toLocalTime().time()))
        return false;
    switch (kind) {
    case Alert::Kind::NewMessage:
    case Alert::Kind::ReplyReady: // it is the customer's message that makes it so
        return values.notifyNewMessages;
    case Alert::Kind::WindowClosing:
        return values.notifyClosingWindows;
    case Alert::Kind::FailedSend:
        return values.notifyFailedSends;
    case Alert::Kind::Mention:
        return values.notifyMentions;
    }
    return false;
}

Alert Notifications::alert(Alert::Kind kind, const ConversationKey &key) const
{
    Alert alert;
    alert.kind = kind;
    alert.key = key;
    alert.privacy = m_preferences.values().notificationPrivacy;
    const Conversation *c = m_inbox.conversation(key);
    if (!c)
        return alert;
    alert.unread = c->unreadCount;
    if (alert.privacy == NotificationPrivacy::Nothing)
        return alert;
    alert.customer = oneLine(customerName(*c), kLongestName);
    if (alert.privacy == NotificationPrivacy::Everything && kind == Alert::Kind::NewMessage) {
        Conversation told = *c;
        told.latestMessage = c->latestCustomerMessage;
        const ConversationRow row = conversationRow(told, {});
        alert.preview = row.preview;
        alert.text = row.previewText.left(kLongestText);
    }
    return alert;
}

void Notifications::raise(const QList<Alert> &alerts)
{
    if (alerts.isEmpty())
        return;
    for (const Alert &alert : alerts)
        m_raised.insert(alert.key, alert.kind);
    Q_EMIT raised(alerts);
}

void Notifications::onCustomerMessage(const ConversationKey &key)
{
    if (!m_wrote.contains(key))
        m_wrote << key;
    m_gather.start();
}

void Notifications::tellMessages()
{
    const QList<ConversationKey> wrote = std::exchange(m_wrote, {});
    const QList<ConversationKey> ready = std::exchange(m_ready, {});
    if (!wants(Alert::Kind::NewMessage))
        return;
    QList<Alert> alerts;
    for (const ConversationKey &key : wrote) {
        // One answer is one piece of news: that the reply can be sent says more.
        if (isMine(key) && !isOnScreen(key) && !ready.contains(key))
            alerts << alert(Alert::Kind::NewMessage, key);
    }
    raise(alerts);
    alerts.clear();
    for (const ConversationKey &key : ready) {
        if (m_drafts.isOffered(key) && !isOnScreen(key))
            alerts << alert(Alert::Kind::ReplyReady, key);
    }
    raise(alerts);
}

void Notifications::lookForClosingWindows()
{
    QDateTime latest = m_inbox.clock().now();
    const QList<sync::AccountSession *> sessions = m_inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        latest = std::max(latest, session->serverNow());
    QList<Alert> alerts;
    const QList<ConversationKey> candidates = m_list.closingBy(latest.addSecs(kClosingSoon));
    for (const ConversationKey &key : candidates) {
        const sync::AccountSession *session = m_inbox.session(key.account);
        const Conversation *c = m_inbox.conversation(key);
        if (!session || !c || !session->listeningSince())
            continue;
        const ReplyState state = session->replyState(key.id);
        if (!state.deadline || !isMine(key) || !customerWaits(*c) || isOnScreen(key)
            || m_warned.value(key) == *state.deadline)
            continue;
        const qint64 left = session->serverNow().secsTo(*state.deadline);
        const QDateTime due = state.deadline->addSecs(-kClosingSoon);
        if (left <= 0 || left > kClosingSoon || due <= *session->listeningSince())
            continue;
        if (!wants(Alert::Kind::WindowClosing))
            continue; // not marked as told: after the quiet hours there may still be time
        m_warned.insert(key, *state.deadline);
        Alert told = alert(Alert::Kind::WindowClosing, key);
        told.secondsLeft = left;
        alerts << told;
    }
    raise(alerts);
    const QDateTime earliest = latest.addDays(-1);
    m_warned.removeIf([&earliest](const auto &entry) { return entry.value() < earliest; });
}

void Notifications::lookForFailedSend(const ConversationKey &key)
{
    const sync::AccountSession *session = m_inbox.session(key.account);
    if (!session)
        return;
    const Failure failure = failureIn(*session, key.id);
    if (failure.id.isEmpty()) {
        m_failed.remove(key);
        return;
    }
    if (m_failed.value(key) == failure.id)
        return;
    m_failed.insert(key, failure.id);
    const bool isNews = failure.isOurs
        || (isMine(key) && session->listeningSince() && failure.at
            && *failure.at > *session->listeningSince());
    if (!isNews || isOnScreen(key) || !wants(Alert::Kind::FailedSend))
        return;
    Alert told = alert(Alert::Kind::FailedSend, key);
    told.outcomeUnknown = failure.outcomeUnknown;
    if (told.privacy == NotificationPrivacy::Everything) {
        told.preview = PreviewKind::Text;
        told.text = oneLine(failure.text, kLongestText);
    }
    raise({told});
}

bool Notifications::isMentionWaiting(const ConversationKey &key) const
{
    const sync::AccountSession *session = m_inbox.session(key.account);
    const Conversation *c = session ? session->conversation(key.id) : nullptr;
    const UserId me = session ? session->config().me : UserId();
    return c && !me.isEmpty() && c->status != ConversationStatus::Done && !c->archived
        && c->mentions.contains(me) && !c->mentionsSeen.contains(me);
}

bool Notifications::isNewMention(const ConversationKey &key)
{
    const bool isWaiting = isMentionWaiting(key);
    // What is changed here, or taken back, nobody has to be told.
    const sync::AccountSession *session = m_inbox.session(key.account);
    const bool isOwn = session && session->pendingChange(key.id).mentions;
    if (!isWaiting && !isOwn)
        m_mentioned.remove(key);
    if (!isWaiting || m_mentioned.contains(key))
        return false;
    m_mentioned.insert(key);
    return !isOwn && m_read.contains(key.account) && !isOnScreen(key);
}

void Notifications::takeMentionsAsKnown(const AccountId &account)
{
    const sync::AccountSession *session = m_inbox.session(account);
    if (!session)
        return;
    m_mentioned.removeIf([&account](const ConversationKey &key) { return key.account == account; });
    const QList<ConversationId> ids = session->conversationIds();
    for (const ConversationId &id : ids) {
        const ConversationKey key{account, id};
        if (isMentionWaiting(key))
            m_mentioned.insert(key);
        if (m_raised.value(key) == Alert::Kind::Mention)
            settleWhatIsDone(key);
    }
}

// What was read, answered, sent again or given away needs nobody any more.
void Notifications::settleWhatIsDone(const ConversationKey &key)
{
    const auto it = m_raised.constFind(key);
    if (it == m_raised.cend())
        return;
    const Conversation *c = m_inbox.conversation(key);
    bool isDone = !c;
    if (c) {
        switch (*it) {
        case Alert::Kind::NewMessage:
            isDone = c->unreadCount == 0 || !isMine(key);
            break;
        case Alert::Kind::WindowClosing:
            isDone = !isMine(key) || !customerWaits(*c);
            break;
        case Alert::Kind::FailedSend:
            isDone = !m_failed.contains(key);
            break;
        case Alert::Kind::ReplyReady:
            isDone = !m_drafts.isOffered(key);
            break;
        case Alert::Kind::Mention:
            isDone = !isMentionWaiting(key);
            break;
        }
    }
    if (isDone)
        settle(key);
}

void Notifications::settle(const ConversationKey &key)
{
    if (m_raised.remove(key) > 0)
        Q_EMIT settled(key);
}

} // namespace inbox::models
