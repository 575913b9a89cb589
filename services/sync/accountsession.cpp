// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/accountsession.h"

#include "services/store/historytable.h"
#include "services/store/store.h"
#include "services/sync/automations.h"
#include "services/sync/changequeue.h"
#include "services/sync/colleagues.h"
#include "services/sync/history.h"
#include "services/sync/journal.h"
#include "services/sync/openings.h"
#include "services/sync/outbox.h"
#include "services/sync/poller.h"
#include "services/sync/restarter.h"

#include <QUuid>

#include <algorithm>

namespace inbox::sync {

using namespace domain;

namespace {

// Answers can overtake each other: a delivery state seen once is not taken back by an older answer.
bool isStepBack(DeliveryStatus known, DeliveryStatus fresh)
{
    if (fresh == DeliveryStatus::Error || known == DeliveryStatus::Unknown)
        return false;
    if (known == DeliveryStatus::Error)
        return fresh < DeliveryStatus::Delivered;
    return fresh < known;
}

void changeNotes(Conversation &conversation, const QStringList &added, const QStringList &deleted)
{
    if (added.isEmpty() && deleted.isEmpty())
        return;
    conversation.notes.removeIf(
        [&](const Note &note) { return deleted.contains(note.text) || added.contains(note.text); });
    for (const QString &text : added)
        conversation.notes << Note{NoteId(text), conversation.key.id, text, {}, {}};
    conversation.latestNote =
        conversation.notes.isEmpty() ? std::nullopt : std::optional(conversation.notes.constLast());
}

Message keepProgress(const Message &known, Message fresh)
{
    if (isStepBack(known.status.value, fresh.status.value)) {
        fresh.status = known.status;
        fresh.latestError = known.latestError;
    }
    // An API may say it for a while only: while the question stands that was answered.
    fresh.sensitive = fresh.sensitive || known.sensitive;
    return fresh;
}

// A list may tell of its last message neither the id nor that it is sensitive: the thread does.
bool hideAsThread(std::optional<Message> &latest, const Thread &thread)
{
    if (!latest || latest->sensitive || latest->contents.isEmpty())
        return false;
    latest->sensitive =
        std::any_of(thread.messages.crbegin(), thread.messages.crend(), [&](const Message &m) {
            return m.sensitive && m.author.value == latest->author.value && m.contents == latest->contents;
        });
    return latest->sensitive;
}

// What a conversation does not tell of its customer was asked for by itself.
void keepProfile(const Conversation &known, Conversation &next)
{
    if (next.customer && !next.customer->profile && known.customer && known.customer->id == next.customer->id)
        next.customer->profile = known.customer->profile;
}

bool hideAsThread(Conversation &c, const Thread &thread)
{
    const bool latest = hideAsThread(c.latestMessage, thread);
    return hideAsThread(c.latestCustomerMessage, thread) || latest;
}

} // namespace

AccountSession::AccountSession(AccountConfig config, std::unique_ptr<backends::Backend> backend,
                               const Clock &clock, const PollTimings &timings, store::Store *store,
                               QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_backend(std::move(backend))
    , m_clock(clock)
    , m_colleagues(std::make_unique<Colleagues>(*this))
    , m_journal(std::make_unique<Journal>(store, m_config.id))
    , m_outbox(std::make_unique<Outbox>(*this, timings))
    , m_restarter(std::make_unique<Restarter>(*this, timings))
    , m_changes(std::make_unique<ChangeQueue>(*this, timings))
    , m_automations(std::make_unique<Automations>(*this))
    , m_poller(std::make_unique<Poller>(*this, timings))
    , m_openings(std::make_unique<Openings>(*this, store))
{
    connect(m_backend.get(), &backends::Backend::capabilitiesChanged, this,
            &AccountSession::capabilitiesChanged);
    connect(m_backend.get(), &backends::Backend::remarksChanged, this, &AccountSession::remarksChanged);
    connect(this, &AccountSession::statusChanged, this, [this] {
        const bool isSynced = status().phase == SyncStatus::Phase::Synced;
        if (isSynced && !std::exchange(m_wasSynced, isSynced)) {
            m_restarter->serverIsBack();
            m_changes->serverIsBack();
            m_outbox->serverIsBack();
            m_colleagues->learn();
        }
        m_wasSynced = isSynced;
    });
    if (store && store->keeps() && !m_config.sessionOnly) {
        m_history = std::make_unique<History>(*this, *store);
        m_history->recall();
    }
}

AccountSession::~AccountSession() = default;

void AccountSession::setNameAndMe(const QString &name, const UserId &me)
{
    if (m_config.name == name && m_config.me == me)
        return;
    const bool isSomebodyElse = m_config.me != me;
    m_config.name = name;
    m_config.me = me;
    if (isSomebodyElse)
        m_colleagues->noticeMe();
    Q_EMIT configChanged();
}

void AccountSession::setColor(int color)
{
    if (m_config.color == color)
        return;
    m_config.color = color;
    Q_EMIT configChanged();
}

void AccountSession::setSecret(const QString &secret)
{
    m_backend->setSecret(secret);
    m_poller->credentialChanged();
}

void AccountSession::noticeMissingSecret()
{
    m_poller->credentialMissing();
}

const SyncStatus &AccountSession::status() const
{
    return m_poller->status();
}

QDateTime AccountSession::serverNow() const
{
    return m_clock.now().addMSecs(m_backend->serverOffset().count());
}

QList<ConversationId> AccountSession::conversationIds() const
{
    QList<ConversationId> all;
    all.reserve(qsizetype(m_server.size()));
    for (const auto &[id, c] : m_server)
        all << id;
    return all;
}

const Conversation *AccountSession::conversation(const ConversationId &id) const
{
    if (const auto it = m_effective.constFind(id); it != m_effective.cend())
        return &*it;
    return asServerSaid(id);
}

const Conversation *AccountSession::asServerSaid(const ConversationId &id) const
{
    const auto it = m_server.find(id);
    return it == m_server.cend() ? nullptr : &it->second;
}

QList<ConversationId> AccountSession::conversationsOf(const ProfileId &profile) const
{
    QList<ConversationId> all = m_ofProfile.values(profile);
    all.removeIf([&](const ConversationId &id) {
        const Conversation *c = conversation(id);
        return !c || !c->customer || !c->customer->profile || c->customer->profile->id != profile;
    });
    return all;
}

PendingChange AccountSession::pendingChange(const ConversationId &id) const
{
    return m_changes->pending(id);
}

const Thread *AccountSession::thread(const ConversationId &id) const
{
    const auto it = m_threads.find(id);
    return it == m_threads.cend() ? nullptr : &it->second;
}

RestartRecord AccountSession::restartRecord(const ConversationId &id) const
{
    return m_restarter->record(id);
}

ReplyState AccountSession::replyState(const ConversationId &id) const
{
    const Conversation *c = conversation(id);
    return c ? domain::replyState(*c, capabilities(), restartRecord(id), serverNow()) : ReplyState();
}

bool AccountSession::hasFailedSend(const ConversationId &id) const
{
    if (const Thread *t = thread(id)) {
        for (const Intent &o : t->outgoing) {
            if (o.state == Intent::State::Failed || o.state == Intent::State::Unknown)
                return true;
        }
    }
    const Conversation *c = conversation(id);
    return c && c->latestMessage && c->latestMessage->author == MessageAuthor::Agent
        && c->latestMessage->status == DeliveryStatus::Error;
}

QList<Intent> AccountSession::unfinished() const
{
    QList<Intent> all;
    for (const auto &[id, thread] : m_threads)
        all << thread.outgoing;
    return all << m_restarter->unfinished() << m_changes->unfinished() << m_automations->unfinished();
}

void AccountSession::leaveServer()
{
    m_outbox->holdAll();
    m_changes->withdrawAll();
}

void AccountSession::takeOver(const AccountSession &before)
{
    m_restored = true;
    m_unfinishedRead = before.m_unfinishedRead;
    m_retried = before.m_retried;
    m_journal->takeOver(*before.m_journal);
    m_restarter->takeOver(*before.m_restarter);
    m_changes->takeOver(*before.m_changes);
    m_automations->takeOver(*before.m_automations);
    m_outbox->takeOver(*before.m_outbox);
    m_openings->takeOver(*before.m_openings);
}

void AccountSession::restore()
{
    if (std::exchange(m_restored, true))
        return;
    m_journal->read(this, [this](const Result<Journal::Kept> &read) {
        m_unfinishedRead = read.has_value();
        Journal::Kept kept = read.value_or(Journal::Kept());
        // What was asked for at another server is none of this one's, whose conversations have the same ids.
        const auto isForeign = [server = m_config.settings.value(baseUrlSetting)](const auto &it) {
            return !it.server.isEmpty() && it.server != server;
        };
        kept.unfinished.removeIf([&](const Intent &intent) {
            // Whether a template was paid for is for the person to say, wherever the account is now.
            return intent.kind != Intent::Kind::Restart && isForeign(intent);
        });
        kept.payments.removeIf(isForeign);
        m_retried = {kept.duplicated.cbegin(), kept.duplicated.cend()};
        m_restarter->restore(kept.unfinished, kept.payments);
        m_changes->restore(kept.unfinished);
        m_automations->restore(kept.unfinished);
        m_outbox->restore(kept.unfinished);
    });
    m_openings->restore();
}

bool AccountSession::readsNothing() const
{
    const auto reason = capabilities().reason(Capability::ListConversations);
    // What a server has forbidden it may allow again.
    return reason && reason->why != Unavailable::Why::Forbidden;
}

Intent AccountSession::newIntent(Intent::Kind kind, const ConversationId &id) const
{
    Intent intent;
    intent.id = IntentId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    intent.conversation = id;
    intent.kind = kind;
    intent.server = m_config.settings.value(baseUrlSetting);
    intent.createdAt = serverNow();
    intent.seen.message = newestMessage(id);
    if (const Conversation *c = conversation(id)) {
        intent.customer = customerName(*c);
        intent.seen.assignee = c->assignee ? c->assignee->id : UserId();
        intent.seen.status = c->status;
        intent.seen.tags = c->tags;
        intent.seen.team = c->team;
        intent.seen.snoozeUntil = c->snoozeUntil;
        intent.seen.mentions = c->mentions;
        intent.seen.metadata = c->metadata;
    }
    return intent;
}

bool AccountSession::isFresh(const ConversationId &id) const
{
    constexpr qint64 kFresh = 30'000; // ms
    const Thread *t = thread(id);
    return status().phase == SyncStatus::Phase::Synced && t && t->loaded && !t->error && t->loadedAt
        && qAbs(t->loadedAt->msecsTo(m_clock.now())) <= kFresh;
}

MessageId AccountSession::newestMessage(const ConversationId &id) const
{
    const Thread *t = thread(id);
    if (t && t->loaded && !t->messages.isEmpty())
        return t->messages.constLast().id;
    const Conversation *c = conversation(id);
    return c && c->latestMessage ? c->latestMessage->id : MessageId();
}

void AccountSession::start()
{
    restore();
    m_backend->learnNames();
    m_poller->start();
    if (m_backend->capabilities().has(Capability::Settings)) {
        m_backend->settings().whenDone(this, [this](const Result<backends::AccountSettings> &result) {
            if (!result)
                return; // they only decorate; the list's own errors are the ones to show
            m_settings = *result;
            Q_EMIT settingsChanged();
        });
    }
}

void AccountSession::setOpenConversation(const ConversationId &id)
{
    m_poller->setOpenConversation(id);
    if (m_history && !id.isEmpty())
        m_history->recallThread(id);
    const Conversation *c = conversation(id);
    if (!c || !c->customer)
        return;
    const Customer customer = *c->customer; // asking may change what is known of it
    m_colleagues->readUsersOf(customer.id);
    readProfile(customer);
}

void AccountSession::readProfile(const Customer &customer)
{
    if (m_profilesComeAlong || !capabilities().has(Capability::ShowContact)
        || m_profilesAsked.contains(customer.id))
        return;
    m_profilesAsked.insert(customer.id);
    m_backend->profile(customer).whenDone(this, [this, id = customer.id](const Result<Profile> &result) {
        if (!result) {
            m_profilesAsked.remove(id);
            return;
        }
        Profile profile = *result;
        profile.name.clear(); // conversations tell it, and there it can be changed
        QList<ConversationId> changed;
        for (auto &[conversation, c] : m_server) {
            if (c.customer && c.customer->id == id && c.customer->profile != profile) {
                c.customer->profile = profile;
                changed << conversation;
            }
        }
        for (const ConversationId &one : std::as_const(changed))
            rebuildEffective(one);
        if (!changed.isEmpty())
            Q_EMIT conversationsChanged(changed, {});
    });
}

void AccountSession::setAttentive(bool attentive)
{
    m_poller->setAttentive(attentive);
}

void AccountSession::refresh()
{
    m_poller->refreshNow();
    m_colleagues->readPresences();
}

void AccountSession::refreshConversation(const ConversationId &id)
{
    if (readsNothing())
        return;
    const quint64 asOf = nextMoment();
    m_backend->conversation(id).whenDone(this, [this, id, asOf](const Result<Conversation> &result) {
        if (result)
            mergeConversation(*result, asOf);
        else if (result.error().kind == ErrorKind::NotFound)
            dropConversation(id);
        else
            m_poller->noticeFailure(result.error());
    });
    m_poller->refreshThread(id);
}

void AccountSession::loadOlder(const ConversationId &id)
{
    if (m_history)
        m_history->loadOlder(id);
    else
        m_poller->loadOlder(id);
}

void AccountSession::setHistoryLimits(const store::HistoryLimits &limits)
{
    if (m_history)
        m_history->setLimits(limits);
}

void AccountSession::forgetHistory(const std::function<void()> &done)
{
    if (m_history)
        m_history->forget(done);
    else
        done();
}

net::Call<qint64> AccountSession::download(const MediaContent &media, const net::FileSink &sink)
{
    return m_backend->download(media, sink);
}

IntentId AccountSession::sendText(const ConversationId &id, const QString &text, const MessageId &quoted)
{
    return m_outbox->sendText(id, text, quoted);
}

IntentId AccountSession::sendFile(const ConversationId &id, const Attachment &file, const QString &caption,
                                  const MessageId &quoted)
{
    return m_outbox->sendFile(id, file, caption, quoted);
}

IntentId AccountSession::retry(const ConversationId &id, const MessageId &message)
{
    const Thread *t = thread(id);
    if (!t)
        return {};
    for (const Message &m : t->messages) {
        if (m.id == message)
            return canRetry(id, m) ? m_outbox->duplicate(id, m) : IntentId();
    }
    return {};
}

bool AccountSession::canRetry(const ConversationId &id, const Message &message) const
{
    if (!capabilities().has(Capability::DuplicateMessage) || message.author.value != MessageAuthor::Agent
        || message.status.value != DeliveryStatus::Error || message.id.isEmpty()
        || m_retried.contains(message.id))
        return false;
    if (const Thread *t = thread(id)) {
        for (const Intent &o : t->outgoing) {
            if (o.kind == Intent::Kind::Duplicate && o.message == message.id)
                return false;
        }
    }
    return replyState(id).composerOpen();
}

Unsent AccountSession::settle(const ConversationId &id, const IntentId &intent, bool wasSent)
{
    return m_automations->settle(intent, wasSent) ? Unsent() : m_outbox->settle(id, intent, wasSent);
}

void AccountSession::sendAgain(const ConversationId &id, const IntentId &intent)
{
    m_outbox->sendAgain(id, intent);
}

void AccountSession::restart(const ConversationId &id)
{
    m_restarter->restart(id);
}

void AccountSession::checkRestart(const ConversationId &id)
{
    m_restarter->check(id);
}

void AccountSession::settleRestart(const ConversationId &id, bool wasSent)
{
    m_restarter->settle(id, wasSent);
}

void AccountSession::setStatus(const ConversationId &id, ConversationStatus status)
{
    m_changes->setStatus(id, status);
}

void AccountSession::assign(const ConversationId &id, const std::optional<User> &user)
{
    m_changes->assign(id, user);
}

void AccountSession::noteRead(const ConversationId &id)
{
    m_changes->noteRead(id);
}

void AccountSession::setRead(const ConversationId &id, bool read)
{
    if (capabilities().has(read ? Capability::MarkRead : Capability::MarkUnread))
        m_changes->setRead(id, read);
}

void AccountSession::setArchived(const ConversationId &id, bool archived)
{
    if (capabilities().has(Capability::Archive))
        m_changes->setArchived(id, archived);
}

void AccountSession::react(const ConversationId &id, const MessageId &message, const QString &emoji)
{
    m_changes->react(id, message, emoji);
}

void AccountSession::editNote(const ConversationId &id, const NoteId &note, const QString &text)
{
    m_changes->editNote(id, note, text);
}

void AccountSession::setTags(const ConversationId &id, const QList<TagId> &tags)
{
    if (capabilities().has(Capability::Tags))
        m_changes->setTags(id, tags);
}

void AccountSession::snooze(const ConversationId &id, const OptionalTime &until)
{
    if (capabilities().has(until ? Capability::Snooze : Capability::Unsnooze))
        m_changes->snooze(id, until);
}

void AccountSession::assignTeam(const ConversationId &id, const TeamId &team)
{
    if (!team.isEmpty() && capabilities().has(Capability::AssignTeam))
        m_changes->assignTeam(id, team);
}

void AccountSession::rename(const ConversationId &id, const QString &name)
{
    if (capabilities().has(Capability::Rename))
        m_changes->rename(id, name);
}

void AccountSession::setLanguage(const ConversationId &id, const QString &code)
{
    if (capabilities().has(Capability::SetLanguage))
        m_changes->setLanguage(id, code);
}

void AccountSession::setMetadata(const ConversationId &id, const QMap<QString, QString> &metadata)
{
    if (capabilities().has(Capability::SetMetadata))
        m_changes->setMetadata(id, metadata);
}

void AccountSession::setMentions(const ConversationId &id, const QList<UserId> &mentions)
{
    if (capabilities().has(Capability::Mention))
        m_changes->setMentions(id, mentions);
}

void AccountSession::addNote(const ConversationId &id, const QString &text)
{
    if (capabilities().has(Capability::CreateNote))
        m_changes->addNote(id, text);
}

void AccountSession::deleteNote(const ConversationId &id, const QString &text)
{
    if (capabilities().has(Capability::DeleteNote))
        m_changes->deleteNote(id, text);
}

void AccountSession::takeOverFromBot(const ConversationId &id)
{
    if (!capabilities().has(Capability::TakeOverFromBot))
        return;
    std::optional<User> by = m_colleagues->person(m_config.me);
    if (!by && !m_config.me.isEmpty()) {
        by = User();
        by->id = m_config.me;
    }
    m_changes->takeOverFromBot(id, by);
}

void AccountSession::deleteConversation(const ConversationId &id)
{
    if (!conversation(id) || !capabilities().has(Capability::DeleteConversation))
        return;
    m_backend->deleteConversation(id).whenDone(this, [this, id](const Result<Nothing> &deleted) {
        if (deleted || deleted.error().kind == ErrorKind::NotFound) {
            dropConversation(id);
            return;
        }
        const Error error = deleted.error();
        if (error.outcome != Outcome::Unknown) {
            Q_EMIT actionFailed({ActionKind::Delete, id, error});
            return;
        }
        m_backend->conversation(id).whenDone(this, [this, id, error](const Result<Conversation> &now) {
            if (!now && now.error().kind == ErrorKind::NotFound)
                dropConversation(id);
            else
                Q_EMIT actionFailed({ActionKind::Delete, id, error});
        });
    });
}

bool AccountSession::automate(const Automation &automation)
{
    return m_automations->run(automation);
}

void AccountSession::findConversation(const LineId &line, const QString &providerId)
{
    m_automations->find(line, providerId);
}

const Intent *AccountSession::undoable() const
{
    return m_changes->undoable();
}

const Intent *AccountSession::redoable() const
{
    return m_changes->redoable();
}

void AccountSession::undo()
{
    m_changes->undo();
}

void AccountSession::redo()
{
    m_changes->redo();
}

void AccountSession::mergeConversations(const QList<Conversation> &fresh, const QSet<ConversationId> &gone,
                                        quint64 asOf)
{
    QList<ConversationId> changed;
    QSet<ConversationId> noted; // what is in `changed`: one page may hold a conversation twice
    QList<ConversationId> removed;
    QList<ConversationId> wroteUs;
    for (const Conversation &c : fresh) {
        const ConversationId id = c.key.id;
        if (asOf < m_heardAt.value(id))
            continue;
        m_profilesComeAlong |= c.customer && c.customer->profile;
        const bool wasHeard = m_heardAt.contains(id);
        m_heardAt.insert(id, asOf);
        const OptionalTime written = c.latestCustomerMessage ? c.latestCustomerMessage->sentAt : std::nullopt;
        const bool isNews = written && m_listeningSince && *written > *m_listeningSince;
        const auto [place, isFirst] = m_server.try_emplace(id, c);
        Conversation *known = &place->second;
        if (isFirst) {
            m_words.share(*known);
            if (isNews)
                wroteUs << id;
        } else {
            Conversation next = c;
            if (next.latestMessage && known->latestMessage
                && next.latestMessage->id == known->latestMessage->id)
                next.latestMessage = keepProgress(*known->latestMessage, *next.latestMessage);
            if (next.latestCustomerMessage && known->latestCustomerMessage
                && next.latestCustomerMessage->id == known->latestCustomerMessage->id)
                next.latestCustomerMessage =
                    keepProgress(*known->latestCustomerMessage, *next.latestCustomerMessage);
            if (const Thread *t = thread(id))
                hideAsThread(next, *t);
            if (!m_profilesComeAlong)
                keepProfile(*known, next);
            if (*known == next)
                continue;
            const auto newest = [](const Conversation &x) {
                return x.latestCustomerMessage ? x.latestCustomerMessage->id : MessageId();
            };
            // What is only known from disk is compared with an earlier run.
            if (!newest(next).isEmpty() && newest(next) != newest(*known) && (wasHeard || isNews))
                wroteUs << id;
            *known = next;
            m_words.share(*known);
        }
        if (c.assignee)
            m_colleagues->notice({*c.assignee});
        rebuildEffective(id);
        if (!noted.contains(id)) {
            noted.insert(id);
            changed << id;
        }
    }
    for (const ConversationId &id : gone) {
        if (const Thread *t = thread(id); t && !t->outgoing.isEmpty())
            continue; // its words stand nowhere else
        if (m_heardAt.value(id) > asOf)
            continue; // heard of since that was asked
        if (m_server.erase(id) > 0) {
            m_heardAt.insert(id, asOf);
            m_effective.remove(id);
            m_threads.erase(id);
            removed << id;
        }
    }
    if (!m_listeningSince)
        m_listeningSince = serverNow();
    for (const ConversationId &id : std::as_const(changed))
        m_restarter->conversationChanged(id);
    if (!changed.isEmpty() || !removed.isEmpty())
        Q_EMIT conversationsChanged(changed, removed);
    for (const ConversationId &id : std::as_const(wroteUs))
        Q_EMIT customerMessageArrived(id);
}

void AccountSession::mergeConversation(const Conversation &fresh, quint64 asOf)
{
    mergeConversations({fresh}, {}, asOf);
}

void AccountSession::dropConversation(const ConversationId &id)
{
    mergeConversations({}, {id}, nextMoment());
}

void AccountSession::recallConversations(const QList<Conversation> &kept)
{
    QList<ConversationId> recalled;
    QList<User> users;
    for (const Conversation &c : kept) {
        const ConversationId id = c.key.id;
        const auto [place, isFirst] = m_server.try_emplace(id, c);
        if (!isFirst)
            continue;
        m_words.share(place->second);
        if (c.assignee)
            users << *c.assignee;
        rebuildEffective(id);
        recalled << id;
    }
    if (recalled.isEmpty())
        return;
    m_colleagues->recall(users);
    m_poller->noticeRecalled(recalled);
    Q_EMIT conversationsChanged(recalled, {});
}

bool AccountSession::recallMessages(const ConversationId &id, const MessageId &before,
                                    const store::ThreadPage &page)
{
    Thread &t = threadFor(id);
    const MessageId oldest = t.messages.isEmpty() ? MessageId() : t.messages.constFirst().id;
    if (!m_server.contains(id) || (before.isEmpty() ? t.loaded : before != oldest)) {
        Q_EMIT threadChanged(id);
        return false;
    }
    QSet<MessageId> fromDisk;
    for (const Message &m : page.messages)
        fromDisk.insert(m.id);
    QList<Message> next = page.messages;
    for (const Message &m : std::as_const(t.messages)) {
        if (!fromDisk.contains(m.id))
            next << m;
    }
    t.messages = next;
    if (!t.loaded)
        t.recalled += page.messages.size();
    t.hasOlder = !page.reachesBeginning;
    Q_EMIT threadChanged(id);
    return true;
}

Thread &AccountSession::threadFor(const ConversationId &id)
{
    return m_threads[id];
}

void AccountSession::mergeMessages(const ConversationId &id, const QList<Message> &newestFirst, bool complete)
{
    Thread &t = threadFor(id);
    QHash<MessageId, Message> known;
    for (const Message &m : std::as_const(t.messages))
        known.insert(m.id, m);
    QSet<MessageId> onPage;
    QList<Message> page;
    for (auto it = newestFirst.crbegin(); it != newestFirst.crend(); ++it) {
        if (onPage.contains(it->id))
            continue;
        onPage.insert(it->id);
        const auto old = known.constFind(it->id);
        page << (old == known.cend() ? *it : keepProgress(*old, *it));
    }

    QList<Message> next;
    if (!complete) { // an older page: what is new of it goes before everything
        QHash<MessageId, Message> again; // from disk so far
        for (const Message &m : std::as_const(page)) {
            if (known.contains(m.id))
                again.insert(m.id, m);
            else
                next << m;
        }
        for (const Message &m : std::as_const(t.messages))
            next << again.value(m.id, m);
    } else {
        qsizetype firstShared = -1;
        for (qsizetype i = 0; i < t.messages.size() && firstShared < 0; ++i) {
            if (onPage.contains(t.messages.at(i).id))
                firstShared = i;
        }
        // Without a shared message there may be a gap: what is older is read again when wanted.
        if (firstShared > 0)
            next = t.messages.first(firstShared);
        else if (firstShared < 0 && !t.messages.isEmpty())
            t.hasOlder = true;
        next += page;
        // Sent while this page was on its way: newer than all of it. Anything else that is missing was
        // deleted.
        for (const Message &m : std::as_const(t.messages).mid(t.recalled)) {
            if (!onPage.contains(m.id) && (page.isEmpty() || writtenAfter(m, page.constLast())))
                next << m;
        }
    }
    const bool first = !t.loaded && complete;
    t.loaded = t.loaded || complete;
    if (complete)
        t.recalled = 0;
    const bool changed = next != t.messages;
    t.messages = next;
    // Before threadChanged(): the row is told by it.
    if (const auto c = m_server.find(id); c != m_server.end() && hideAsThread(c->second, t))
        rebuildEffective(id);
    m_outbox->reconcile(id);
    if (changed || first)
        Q_EMIT threadChanged(id);
}

void AccountSession::mergeMessage(const ConversationId &id, const Message &message)
{
    Thread &t = threadFor(id);
    for (Message &m : t.messages) {
        if (m.id != message.id)
            continue;
        const Message next = keepProgress(m, message);
        if (next != m) {
            m = next;
            Q_EMIT threadChanged(id);
        }
        return;
    }
    t.messages << message;
    Q_EMIT threadChanged(id);
}

void AccountSession::mergeNote(const ConversationId &id, const Note &note)
{
    const Conversation *known = asServerSaid(id);
    if (!known || !known->latestNote || known->latestNote->id != note.id)
        return;
    Conversation changed = *known;
    changed.latestNote = note;
    mergeConversation(changed, nextMoment());
}

void AccountSession::mergeNotes(const ConversationId &id, const QStringList &added,
                                const QStringList &deleted)
{
    const Conversation *known = asServerSaid(id);
    if (!known)
        return;
    Conversation changed = *known;
    changeNotes(changed, added, deleted);
    mergeConversation(changed, nextMoment());
}

void AccountSession::rebuildEffective(const ConversationId &id)
{
    const PendingChange pending = m_changes->pending(id);
    const Conversation *server = asServerSaid(id);
    if (server && server->customer && server->customer->profile
        && !m_ofProfile.contains(server->customer->profile->id, id))
        m_ofProfile.insert(server->customer->profile->id, id);
    if (pending.isEmpty() || !server) {
        m_effective.remove(id);
        return;
    }
    Conversation c = *server;
    if (pending.status)
        c.status = {*pending.status, {}};
    if (pending.assignee)
        c.assignee = *pending.assignee;
    if (pending.markRead)
        c.unreadCount = 0;
    if (pending.markUnread)
        c.unreadCount = qMax(1, c.unreadCount);
    if (pending.archived)
        c.archived = *pending.archived;
    if (pending.tags)
        c.tags = *pending.tags;
    if (pending.team)
        c.team = *pending.team;
    if (pending.snoozeUntil)
        c.snoozeUntil = *pending.snoozeUntil;
    if (pending.name) {
        if (!c.customer)
            c.customer.emplace();
        c.customer->name = *pending.name;
    }
    if (pending.language)
        c.language = *pending.language;
    if (pending.mentions)
        c.mentions = *pending.mentions;
    if (pending.metadata)
        c.metadata = *pending.metadata;
    changeNotes(c, pending.addedNotes, pending.deletedNotes);
    m_effective.insert(id, c);
}

} // namespace inbox::sync
