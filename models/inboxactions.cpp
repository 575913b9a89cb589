// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/inboxactions.h"

#include "models/conversationlistmodel.h"
#include "models/drafts.h"
#include "services/sync/colleagues.h"
#include "services/sync/openings.h"

#include <QTimer>

#include <algorithm>

namespace inbox::models {

using namespace domain;

InboxActions::InboxActions(sync::Inbox &inbox, Drafts &drafts, ConversationListModel &list, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_drafts(drafts)
    , m_list(list)
{
    connect(&inbox, &sync::Inbox::sessionAdded, this, &InboxActions::follow);
    connect(&inbox, &sync::Inbox::sessionRemoved, this, [this](const AccountId &account) {
        // Only a removed account stays away; a changed one is back before this runs and keeps its drafts.
        QTimer::singleShot(0, this, [this, account] {
            if (!m_inbox.session(account))
                m_drafts.forgetAccount(account);
        });
    });
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *s : sessions)
        follow(s->id());
}

void InboxActions::follow(const AccountId &account)
{
    sync::AccountSession *s = m_inbox.session(account);
    if (!s)
        return;
    const auto keyOf = [account](const ConversationId &id) { return ConversationKey{account, id}; };
    connect(s, &sync::AccountSession::actionFailed, this, [this, keyOf](const sync::ActionFailure &failure) {
        // What was taken out of a frozen list at the person's wish comes back at once too.
        m_list.applyFor(keyOf(failure.conversation));
        Q_EMIT failed(keyOf(failure.conversation), failure);
    });
    connect(s, &sync::AccountSession::teamworkChanged, this,
            [this, account] { Q_EMIT teamworkChanged(account); });
    connect(s, &sync::AccountSession::peopleChanged, this,
            [this, account] { Q_EMIT teamworkChanged(account); });
    connect(s, &sync::AccountSession::onlineSet, this,
            [this, account](bool online) { Q_EMIT onlineSet(account, online); });
    connect(s, &sync::AccountSession::automationEnded, this, [this, keyOf](const AutomationEnd &end) {
        Q_EMIT automationEnded(keyOf(end.conversation), end);
    });
    connect(s, &sync::AccountSession::conversationFound, this,
            [this, keyOf](const ConversationId &id, const std::optional<Error> &error) {
                Q_EMIT conversationFound(keyOf(id), error);
            });
    connect(s, &sync::AccountSession::restartFinished, this,
            [this, keyOf](const ConversationId &id, sync::RestartOutcome outcome,
                          const std::optional<Error> &error) {
                Q_EMIT restartFinished(keyOf(id), outcome, error);
            });
    connect(s, &sync::AccountSession::repliesHeld, this,
            [this, keyOf](const ConversationId &id, const Unsent &unsent, domain::HeldBecause why) {
                const ConversationKey key = keyOf(id);
                if (unsent.isEmpty())
                    return;
                m_drafts.setDraft(key, withUnsentBefore(m_drafts.draft(key), unsent));
                m_drafts.hold(key);
                Q_EMIT replyHeld(key, why);
            });
    connect(s, &sync::AccountSession::noteHeld, this,
            [this, keyOf](const ConversationId &id, const QString &text) {
                m_drafts.takeBackNote(keyOf(id), text);
            });
    connect(s, &sync::AccountSession::messageAccepted, this,
            [this, keyOf](const ConversationId &id, const IntentId &intent) {
                if (const auto left = m_doneWhenAccepted.take(intent); left && --*left == 0)
                    setStatus(keyOf(id), ConversationStatus::Done);
                Q_EMIT messageAccepted(keyOf(id));
            });
    connect(&s->openings(), &sync::Openings::openingChanged, this,
            [this, account](const OpeningId &id) { Q_EMIT openingChanged(account, id); });
}

sync::AccountSession *InboxActions::session(const ConversationKey &key) const
{
    sync::AccountSession *s = m_inbox.session(key.account);
    return s && s->conversation(key.id) ? s : nullptr;
}

std::optional<Unavailable> InboxActions::unavailable(const ConversationKey &key, Capability capability) const
{
    const sync::AccountSession *s = session(key);
    return s ? s->capabilities().reason(capability) : Unavailable();
}

bool InboxActions::sendDraft(const ConversationKey &key, bool thenDone)
{
    sync::AccountSession *s = session(key);
    const Draft draft = m_drafts.draft(key);
    if (!s || draft.isEmpty() || unavailable(key, Capability::SendText)
        || !s->replyState(key.id).composerOpen())
        return false;
    if (!draft.files.isEmpty() && unavailable(key, Capability::SendFile))
        return false;
    // The words go with the first file that can carry them; the quote with whatever goes first.
    QString text = draft.text.trimmed();
    MessageId quoted = draft.quoted;
    QList<IntentId> sent;
    for (const Attachment &file : draft.files) {
        const QString caption = file.kind == MediaKind::Audio ? QString() : std::exchange(text, {});
        sent << s->sendFile(key.id, file, caption, std::exchange(quoted, {}));
    }
    if (!text.isEmpty())
        sent << s->sendText(key.id, text, quoted);
    if (thenDone) {
        const auto left = std::make_shared<qsizetype>(sent.size());
        for (const IntentId &intent : std::as_const(sent))
            m_doneWhenAccepted.insert(intent, left);
    }
    m_drafts.clear(key);
    return true;
}

bool InboxActions::retry(const ConversationKey &key, const MessageId &message)
{
    sync::AccountSession *s = session(key);
    return s && !unavailable(key, Capability::DuplicateMessage) && !s->retry(key.id, message).isEmpty();
}

void InboxActions::settleMessage(const ConversationKey &key, const IntentId &intent, bool wasSent)
{
    // Also of a conversation that is not known, or not yet: what the person knows does not depend on it.
    sync::AccountSession *s = m_inbox.session(key.account);
    if (!s)
        return;
    const Unsent unsent = s->settle(key.id, intent, wasSent);
    if (!unsent.isEmpty())
        m_drafts.setDraft(key, withUnsentBefore(m_drafts.draft(key), unsent));
}

void InboxActions::sendAgain(const ConversationKey &key, const IntentId &intent)
{
    sync::AccountSession *s = session(key);
    if (s && s->replyState(key.id).composerOpen())
        s->sendAgain(key.id, intent);
}

void InboxActions::restart(const ConversationKey &key)
{
    if (sync::AccountSession *s = session(key); s && !unavailable(key, Capability::RestartPaid))
        s->restart(key.id);
}

void InboxActions::checkRestart(const ConversationKey &key)
{
    if (sync::AccountSession *s = session(key))
        s->checkRestart(key.id);
}

void InboxActions::settleRestart(const ConversationKey &key, bool wasSent)
{
    if (sync::AccountSession *s = m_inbox.session(key.account))
        s->settleRestart(key.id, wasSent);
}

void InboxActions::setStatus(const ConversationKey &key, ConversationStatus status)
{
    sync::AccountSession *s = session(key);
    if (!s || unavailable(key, Capability::SetStatus))
        return;
    s->setStatus(key.id, status);
    m_list.applyFor(key);
}

void InboxActions::assign(const ConversationKey &key, const UserId &user)
{
    sync::AccountSession *s = session(key);
    if (!s || unavailable(key, user.isEmpty() ? Capability::Unassign : Capability::Assign))
        return;
    const std::optional<User> person = user.isEmpty() ? std::nullopt : s->colleagues().person(user);
    if (!user.isEmpty() && !person)
        return; // nobody we know: an id alone would show as an empty name
    s->assign(key.id, person);
    m_list.applyFor(key);
}

bool InboxActions::assignToMe(const ConversationKey &key)
{
    const UserId id = me(key);
    if (id.isEmpty())
        return false;
    assign(key, id);
    return true;
}

void InboxActions::setMe(const AccountId &account, const UserId &me)
{
    const sync::AccountSession *s = m_inbox.session(account);
    if (!s)
        return;
    AccountConfig config = s->config();
    config.me = me;
    // An account made for this run only is in no file: there the session alone remembers.
    if (config.sessionOnly || !m_inbox.saveAccount(config, {}))
        m_inbox.session(account)->setNameAndMe(config.name, me);
}

void InboxActions::setRead(const ConversationKey &key, bool read)
{
    if (sync::AccountSession *s = session(key);
        s && !unavailable(key, read ? Capability::MarkRead : Capability::MarkUnread))
        s->setRead(key.id, read);
}

void InboxActions::setArchived(const ConversationKey &key, bool archived)
{
    sync::AccountSession *s = session(key);
    if (!s || unavailable(key, Capability::Archive))
        return;
    s->setArchived(key.id, archived);
    m_list.applyFor(key);
}

void InboxActions::react(const ConversationKey &key, const MessageId &message, const QString &emoji)
{
    if (sync::AccountSession *s = session(key); s && !unavailable(key, Capability::React))
        s->react(key.id, message, emoji);
}

void InboxActions::editNote(const ConversationKey &key, const NoteId &note, const QString &text)
{
    if (sync::AccountSession *s = session(key); s && !unavailable(key, Capability::EditNote))
        s->editNote(key.id, note, text);
}

void InboxActions::setTag(const ConversationKey &key, const TagId &tag, bool on)
{
    sync::AccountSession *s = session(key);
    if (!s || unavailable(key, Capability::Tags))
        return;
    QList<TagId> tags = s->conversation(key.id)->tags;
    tags.removeAll(tag);
    if (on)
        tags << tag;
    s->setTags(key.id, tags);
}

void InboxActions::snooze(const ConversationKey &key, const OptionalTime &until)
{
    sync::AccountSession *s = session(key);
    if (!s || unavailable(key, until ? Capability::Snooze : Capability::Unsnooze))
        return;
    s->snooze(key.id, until ? OptionalTime(until->toUTC()) : std::nullopt);
    m_list.applyFor(key);
}

void InboxActions::assignTeam(const ConversationKey &key, const TeamId &team)
{
    if (sync::AccountSession *s = session(key); s && !unavailable(key, Capability::AssignTeam))
        s->assignTeam(key.id, team);
}

void InboxActions::rename(const ConversationKey &key, const QString &name)
{
    if (sync::AccountSession *s = session(key); s && !unavailable(key, Capability::Rename))
        s->rename(key.id, name.simplified());
}

void InboxActions::setLanguage(const ConversationKey &key, const QString &code)
{
    if (sync::AccountSession *s = session(key); s && !unavailable(key, Capability::SetLanguage))
        s->setLanguage(key.id, code);
}

void InboxActions::setMetadata(const ConversationKey &key, const QMap<QString, QString> &metadata)
{
    if (sync::AccountSession *s = session(key); s && !unavailable(key, Capability::SetMetadata))
        s->setMetadata(key.id, metadata);
}

void InboxActions::setMention(const ConversationKey &key, const UserId &user, bool on)
{
    sync::AccountSession *s = session(key);
    if (!s || unavailable(key, Capability::Mention))
        return;
    QList<UserId> mentions = s->conversation(key.id)->mentions;
    mentions.removeAll(user);
    if (on)
        mentions << user;
    s->setMentions(key.id, mentions);
}

bool InboxActions::addNote(const ConversationKey &key, const QString &text)
{
    sync::AccountSession *s = session(key);
    if (!s || unavailable(key, Capability::CreateNote))
        return false;
    s->addNote(key.id, text.trimmed());
    return true;
}

void InboxActions::deleteNote(const ConversationKey &key, const QString &text)
{
    if (sync::AccountSession *s = session(key); s && !unavailable(key, Capability::DeleteNote))
        s->deleteNote(key.id, text);
}

void InboxActions::takeOverFromBot(const ConversationKey &key)
{
    sync::AccountSession *s = session(key);
    if (!s || unavailable(key, Capability::TakeOverFromBot))
        return;
    s->takeOverFromBot(key.id);
    m_list.applyFor(key);
}

void InboxActions::deleteConversation(const ConversationKey &key)
{
    if (sync::AccountSession *s = session(key); s && !unavailable(key, Capability::DeleteConversation))
        s->deleteConversation(key.id);
}

AccountId InboxActions::accountWith(Capability capability, const AccountId &preferred) const
{
    const sync::AccountSession *wanted = m_inbox.session(preferred);
    if (wanted && wanted->capabilities().has(capability))
        return preferred;
    const QList<sync::AccountSession *> sessions = m_inbox.sessions();
    for (const sync::AccountSession *s : sessions) {
        if (s->capabilities().has(capability))
            return s->id();
    }
    return {};
}

bool InboxActions::automate(const AccountId &account, const Automation &automation)
{
    sync::AccountSession *s = m_inbox.session(account);
    return s && s->automate(automation);
}

void InboxActions::findConversation(const AccountId &account, const LineId &line, const QString &providerId)
{
    if (sync::AccountSession *s = m_inbox.session(account))
        s->findConversation(line, providerId.trimmed());
}

QList<Line> InboxActions::lines(const AccountId &account) const
{
    const sync::AccountSession *s = m_inbox.session(account);
    return s ? s->colleagues().lines() : QList<Line>();
}

QList<Tag> InboxActions::tags(const ConversationKey &key) const
{
    const sync::AccountSession *s = m_inbox.session(key.account);
    return s ? s->colleagues().tags() : QList<Tag>();
}

QList<Team> InboxActions::teams(const ConversationKey &key) const
{
    const sync::AccountSession *s = m_inbox.session(key.account);
    return s ? s->colleagues().teams() : QList<Team>();
}

QList<Snippet> InboxActions::snippets(const ConversationKey &key) const
{
    const sync::AccountSession *s = m_inbox.session(key.account);
    return s ? s->colleagues().snippets() : QList<Snippet>();
}

void InboxActions::readSnippets(const ConversationKey &key)
{
    if (sync::AccountSession *s = m_inbox.session(key.account))
        s->colleagues().readSnippets();
}

std::optional<bool> InboxActions::isOnline(const AccountId &account, const UserId &user) const
{
    const sync::AccountSession *s = m_inbox.session(account);
    return s ? s->colleagues().isOnline(user) : std::nullopt;
}

std::optional<bool> InboxActions::amOnline(const AccountId &account) const
{
    const sync::AccountSession *s = m_inbox.session(account);
    return s ? s->colleagues().amOnline() : std::nullopt;
}

void InboxActions::readPresences(const AccountId &account)
{
    if (sync::AccountSession *s = m_inbox.session(account))
        s->colleagues().readPresences();
}

void InboxActions::setOnline(const AccountId &account, bool online)
{
    if (sync::AccountSession *s = m_inbox.session(account))
        s->colleagues().setOnline(online);
}

sync::AccountSession *InboxActions::lastChanged(Change change) const
{
    sync::AccountSession *latest = nullptr;
    const QList<sync::AccountSession *> sessions = m_inbox.sessions();
    for (sync::AccountSession *s : sessions) {
        const Intent *intent = (s->*change)();
        if (intent && (!latest || (latest->*change)()->createdAt < intent->createdAt))
            latest = s;
    }
    return latest;
}

void InboxActions::together(const QList<ConversationKey> &keys,
                            const std::function<void(const ConversationKey &)> &change)
{
    const quint64 command = ++m_lastCommand;
    for (const ConversationKey &key : keys) {
        const sync::AccountSession *s = session(key);
        if (!s)
            continue;
        const Intent *last = s->undoable();
        const IntentId before = last ? last->id : IntentId();
        change(key);
        last = s->undoable();
        if (last && last->id != before)
            m_commandOf.insert(last->id, command);
    }
}

const Conversation *InboxActions::conversation(const ConversationKey &key) const
{
    return m_inbox.conversation(key);
}

int InboxActions::undoCount() const
{
    const sync::AccountSession *s = lastChanged(&sync::AccountSession::undoable);
    const quint64 command = s ? m_commandOf.value(s->undoable()->id) : 0;
    if (command == 0)
        return s ? 1 : 0;
    return int(std::count(m_commandOf.cbegin(), m_commandOf.cend(), command));
}

QList<ConversationKey> InboxActions::undo()
{
    return takeBack(&sync::AccountSession::undoable, &sync::AccountSession::undo,
                    &sync::AccountSession::redoable);
}

QList<ConversationKey> InboxActions::redo()
{
    return takeBack(&sync::AccountSession::redoable, &sync::AccountSession::redo,
                    &sync::AccountSession::undoable);
}

// The last change, and whatever was asked for together with it.
QList<ConversationKey> InboxActions::takeBack(Change change, void (sync::AccountSession::*act)(),
                                              Change opposite)
{
    QList<ConversationKey> keys;
    sync::AccountSession *s = lastChanged(change);
    const quint64 command = s ? m_commandOf.value((s->*change)()->id) : 0;
    const QList<sync::AccountSession *> sessions = m_inbox.sessions();
    while (s) {
        const Intent last = *(s->*change)();
        m_commandOf.remove(last.id);
        (s->*act)();
        const Intent *waits = (s->*opposite)();
        if (waits && command != 0)
            m_commandOf.insert(waits->id, command);
        keys << ConversationKey{s->id(), last.conversation};
        m_list.applyFor(keys.constLast());

        const auto next = std::find_if(sessions.cbegin(), sessions.cend(), [&](sync::AccountSession *other) {
            const Intent *its = (other->*change)();
            return its && command != 0 && m_commandOf.value(its->id) == command;
        });
        s = next == sessions.cend() ? nullptr : *next;
    }
    return keys;
}

sync::Openings *InboxActions::openingsOf(const AccountId &account) const
{
    sync::AccountSession *s = m_inbox.session(account);
    return s ? &s->openings() : nullptr;
}

QList<AccountId> InboxActions::openingAccounts() const
{
    QList<AccountId> accounts;
    const QList<sync::AccountSession *> sessions = m_inbox.sessions();
    for (const sync::AccountSession *s : sessions) {
        if (s->openings().form())
            accounts << s->id();
    }
    return accounts;
}

const OpeningForm *InboxActions::openingForm(const AccountId &account) const
{
    const sync::Openings *openings = openingsOf(account);
    return openings ? openings->form() : nullptr;
}

OptionalTime InboxActions::credentialEnds(const AccountId &account) const
{
    const sync::AccountSession *s = m_inbox.session(account);
    return s ? s->credentialEnds() : std::nullopt;
}

void InboxActions::readTemplates(const AccountId &account, QObject *context,
                                 const std::function<void(const Result<QList<MessageTemplate>> &)> &done)
{
    if (sync::Openings *openings = openingsOf(account))
        openings->templates().whenDone(context, done);
}

void InboxActions::readLines(const AccountId &account, QObject *context,
                             const std::function<void(const Result<QList<Line>> &)> &done)
{
    if (sync::Openings *openings = openingsOf(account))
        openings->lines().whenDone(context, done);
}

std::optional<Unavailable> InboxActions::contactsUnavailable(const AccountId &account) const
{
    const sync::AccountSession *s = m_inbox.session(account);
    return s ? s->capabilities().reason(Capability::SearchContacts) : Unavailable();
}

std::function<void()>
InboxActions::searchContacts(const AccountId &account, const QString &words, const QString &page,
                             QObject *context, const std::function<void(const Result<ContactPage> &)> &done)
{
    sync::Openings *openings = openingsOf(account);
    if (!openings)
        return {};
    auto call = openings->contacts(words, page);
    call.whenDone(context, [done](const auto &result) {
        done(result.map([](const auto &read) { return ContactPage{read.items, read.next}; }));
    });
    return call.cancel;
}

OptionalTime InboxActions::writtenTo(const AccountId &account, const QString &phone) const
{
    const sync::Openings *openings = openingsOf(account);
    return openings ? openings->writtenTo(phone) : std::nullopt;
}

OpeningId InboxActions::startOpening(const AccountId &account, const OpeningPlan &plan,
                                     const QList<Recipient> &recipients)
{
    sync::Openings *openings = openingsOf(account);
    return openings ? openings->start(plan, recipients) : OpeningId();
}

void InboxActions::pauseOpening(const AccountId &account, const OpeningId &id)
{
    if (sync::Openings *openings = openingsOf(account))
        openings->pause(id);
}

void InboxActions::resumeOpening(const AccountId &account, const OpeningId &id)
{
    if (sync::Openings *openings = openingsOf(account))
        openings->resume(id);
}

void InboxActions::stopOpening(const AccountId &account, const OpeningId &id)
{
    if (sync::Openings *openings = openingsOf(account))
        openings->stop(id);
}

void InboxActions::settleOpening(const AccountId &account, const OpeningId &id, qsizetype row, bool wasSent)
{
    if (sync::Openings *openings = openingsOf(account))
        openings->settle(id, row, wasSent);
}

void InboxActions::forgetOpening(const AccountId &account, const OpeningId &id)
{
    if (sync::Openings *openings = openingsOf(account))
        openings->forget(id);
}

QList<OpeningId> InboxActions::openings(const AccountId &account) const
{
    const sync::Openings *openings = openingsOf(account);
    return openings ? openings->all() : QList<OpeningId>();
}

const Opening *InboxActions::opening(const AccountId &account, const OpeningId &id) const
{
    const sync::Openings *openings = openingsOf(account);
    return openings ? openings->find(id) : nullptr;
}

void InboxActions::refreshAll()
{
    m_inbox.refreshAll();
}

void InboxActions::setAttentive(bool attentive)
{
    m_inbox.setAttentive(attentive);
}

void InboxActions::refresh(const ConversationKey &key)
{
    if (sync::AccountSession *s = session(key))
        s->refreshConversation(key.id);
}

QList<User> InboxActions::people(const ConversationKey &key) const
{
    const sync::AccountSession *s = m_inbox.session(key.account);
    return s ? s->colleagues().people() : QList<User>();
}

UserId InboxActions::me(const ConversationKey &key) const
{
    const sync::AccountSession *s = m_inbox.session(key.account);
    return s ? s->config().me : UserId();
}

} // namespace inbox::models
