// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/drafts.h"

#include <QUuid>

namespace inbox::models {

using namespace domain;

namespace {

constexpr std::chrono::milliseconds savePause{500};
constexpr std::chrono::seconds judgeEvery{30};
// Fewer words are typed again sooner than they are looked for.
constexpr qsizetype worthBringingBack = 10;

// The customer's answer would open it again.
bool waitsForCustomer(const ReplyState &state)
{
    switch (state.kind) {
    case ReplyStateKind::Restarting:
    case ReplyStateKind::RestartUnknown:
    case ReplyStateKind::AwaitingCustomer:
    case ReplyStateKind::ClosedByProvider:
    case ReplyStateKind::ExpiredRestartable:
    case ReplyStateKind::Expired:
        return true;
    case ReplyStateKind::NotConnected:
    case ReplyStateKind::Unsupported:
    case ReplyStateKind::ClosingRace:
    case ReplyStateKind::Open:
    case ReplyStateKind::Unknown:
        break;
    }
    return false;
}

} // namespace

Drafts::Drafts(sync::Inbox &inbox, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(savePause);
    connect(&m_saving, &QTimer::timeout, this, &Drafts::save);
    m_judging.setInterval(judgeEvery);
    connect(&m_judging, &QTimer::timeout, this, [this] {
        const QList<ConversationKey> keys = m_drafts.keys();
        for (const ConversationKey &key : keys)
            judge(key);
        save(); // what the disk would not take before
    });
    m_judging.start();
    connect(&inbox, &sync::Inbox::draftNotKept, this,
            [this](const ConversationKey &key) { m_unsaved.insert(key); });
    connect(&inbox, &sync::Inbox::serverLeft, this, &Drafts::leaveServer);
    connect(&inbox, &sync::Inbox::draftsRead, this, &Drafts::takeRead);
    connect(&inbox, &sync::Inbox::discardedRead, this, &Drafts::takeDiscarded);
    connect(&inbox, &sync::Inbox::sessionAdded, this, &Drafts::follow);
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        follow(session->id());
}

Drafts::~Drafts()
{
    save();
}

void Drafts::follow(const AccountId &account)
{
    readOnce(account);
    const sync::AccountSession *session = m_inbox.session(account);
    if (!session)
        return;
    connect(session, &sync::AccountSession::conversationsChanged, this,
            [this, account](const QList<ConversationId> &changed, const QList<ConversationId> &) {
                for (const ConversationId &id : changed)
                    judge({account, id});
            });
    connect(session, &sync::AccountSession::replyStateChanged, this,
            [this, account](const ConversationId &id) {
                judge({account, id});
            });
}

void Drafts::setDraft(const ConversationKey &key, const Draft &draft)
{
    const Draft before = m_drafts.value(key);
    Draft now = draft;
    now.held = now.text == before.text ? before.held : std::nullopt;
    now.note = before.note;
    now.noteEdit = before.noteEdit;
    if (now.isEmpty() && before.text.trimmed().size() >= worthBringingBack)
        throwAway(key, {before.text, before.files});
    // Typed again, or what was emptied was undone.
    const auto isTwice = [&](const Discarded &one) {
        return one.key() == key && one.draft.text == now.text && one.draft.files == now.files;
    };
    if (const auto twice = std::find_if(m_discarded.cbegin(), m_discarded.cend(), isTwice);
        twice != m_discarded.cend()) {
        m_inbox.forgetDiscarded(key.account, twice->draft.id);
        m_discarded.erase(twice);
        Q_EMIT discardedChanged();
    }
    put(key, now);
    judge(key);
}

void Drafts::clear(const ConversationKey &key)
{
    const Draft before = m_drafts.value(key);
    Draft rest;
    rest.note = before.note;
    rest.noteEdit = before.noteEdit;
    put(key, rest);
}

void Drafts::setNote(const ConversationKey &key, const QString &note)
{
    Draft now = m_drafts.value(key);
    now.note = note;
    put(key, now);
}

void Drafts::takeBackNote(const ConversationKey &key, const QString &note)
{
    put(key, withNoteBefore(m_drafts.value(key), note));
}

void Drafts::setNoteEdit(const ConversationKey &key, const NoteEdit &edit)
{
    Draft now = m_drafts.value(key);
    now.noteEdit = edit.isWorthKeeping() ? edit : NoteEdit();
    put(key, now);
}

void Drafts::discard(const ConversationKey &key)
{
    if (const Draft before = m_drafts.value(key); !before.isEmpty())
        throwAway(key, {before.text, before.files});
    clear(key);
}

// What was typed at one server never turns up at another.
void Drafts::leaveServer(const AccountId &account)
{
    const QList<ConversationKey> keys = m_drafts.keys();
    for (const ConversationKey &key : keys) {
        if (key.account != account)
            continue;
        discard(key);
        const Draft notes = m_drafts.value(key);
        for (const QString &note : {notes.note, notes.noteEdit.text}) {
            if (!note.trimmed().isEmpty())
                throwAway(key, {note, {}});
        }
        put(key, {});
    }
    save();
}

void Drafts::put(const ConversationKey &key, const Draft &draft)
{
    if (key.isEmpty() || m_drafts.value(key) == draft)
        return;
    if (draft.isWorthKeeping())
        m_drafts.insert(key, draft);
    else if (m_drafts.remove(key) == 0)
        return;
    m_unsaved.insert(key);
    if (!m_saving.isActive()) // not put off while somebody goes on typing
        m_saving.start();
    if (!draft.held)
        m_offered.remove(key);
    Q_EMIT draftChanged(key);
}

void Drafts::hold(const ConversationKey &key)
{
    Draft held = m_drafts.value(key);
    if (held.isEmpty())
        return;
    held.held = m_inbox.clock().now();
    put(key, held);
    judge(key);
}

bool Drafts::isOffered(const ConversationKey &key) const
{
    return m_offered.contains(key);
}

void Drafts::judge(const ConversationKey &key)
{
    const auto draft = m_drafts.constFind(key);
    if (draft == m_drafts.cend() || draft->isEmpty())
        return;
    const sync::AccountSession *session = m_inbox.session(key.account);
    if (!session || !session->conversation(key.id))
        return;
    const ReplyState state = session->replyState(key.id);
    if (!draft->held) {
        if (waitsForCustomer(state))
            hold(key);
        return;
    }
    if (state.composerOpen() == m_offered.contains(key))
        return;
    if (state.composerOpen())
        m_offered.insert(key);
    else
        m_offered.remove(key);
    Q_EMIT draftChanged(key);
    if (state.composerOpen())
        Q_EMIT offered(key);
}

void Drafts::throwAway(const ConversationKey &key, const Unsent &what)
{
    DiscardedDraft discarded;
    discarded.id = DiscardedId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    discarded.conversation = key.id;
    if (const Conversation *c = m_inbox.conversation(key))
        discarded.customer = customerName(*c);
    discarded.text = what.text;
    discarded.files = what.files;
    discarded.at = m_inbox.clock().now();
    m_inbox.keepDiscarded(key.account, discarded);
    m_discarded.prepend({key.account, discarded});
    Q_EMIT discardedChanged();
}

void Drafts::bringBack(const DiscardedId &id)
{
    const auto found = std::find_if(m_discarded.cbegin(), m_discarded.cend(),
                                    [&id](const Discarded &one) { return one.draft.id == id; });
    if (found == m_discarded.cend())
        return;
    const Discarded back = *found;
    m_discarded.erase(found);
    put(back.key(), withUnsentBefore(draft(back.key()), {back.draft.text, back.draft.files}));
    judge(back.key());
    save(); // there before it is gone here
    m_inbox.forgetDiscarded(back.account, id);
    Q_EMIT discardedChanged();
}

void Drafts::forgetAccount(const AccountId &account)
{
    const QList<ConversationKey> keys = m_drafts.keys();
    for (const ConversationKey &key : keys) {
        if (key.account == account)
            put(key, {});
    }
    m_unsaved.removeIf([&account](const ConversationKey &key) { return key.account == account; });
    m_offered.removeIf([&account](const ConversationKey &key) { return key.account == account; });
    m_asked.remove(account);
    m_draftsRead.remove(account);
    m_discardedRead.remove(account);
    if (m_discarded.removeIf([&account](const Discarded &one) { return one.account == account; }) > 0)
        Q_EMIT discardedChanged();
}

void Drafts::readOnce(const AccountId &account)
{
    if (m_asked.contains(account))
        return;
    m_asked.insert(account);
    m_inbox.readDrafts(account);
}

void Drafts::takeRead(const AccountId &account, const QHash<ConversationId, Draft> &kept)
{
    if (!m_asked.contains(account))
        return; // removed meanwhile
    m_draftsRead.insert(account);
    for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
        const ConversationKey key{account, it.key()};
        Draft draft = it.value();
        if (const auto typed = m_drafts.constFind(key); typed != m_drafts.cend()) {
            // Somebody was faster than the disk: both are theirs.
            if (!typed->text.trimmed().isEmpty()) {
                draft.caret = int(draft.text.size()) + 1 + typed->caret;
                draft.text += u'\n' + typed->text;
                draft.held.reset();
            }
            draft.files << typed->files;
            if (!typed->note.isEmpty())
                draft.note = draft.note.isEmpty() ? typed->note : draft.note + u'\n' + typed->note;
            if (typed->noteEdit.isActive()) {
                if (draft.noteEdit.isActive())
                    throwAway(key, {draft.noteEdit.text, {}});
                draft.noteEdit = typed->noteEdit;
            }
        }
        put(key, draft);
        judge(key);
    }
}

void Drafts::takeDiscarded(const AccountId &account, const QList<DiscardedDraft> &discarded)
{
    if (!m_asked.contains(account))
        return;
    m_discardedRead.insert(account);
    if (discarded.isEmpty())
        return;
    for (const DiscardedDraft &one : discarded) {
        const bool isKnown =
            std::any_of(m_discarded.cbegin(), m_discarded.cend(), [&one](const Discarded &known) {
                return known.draft.id == one.id; // thrown away before the disk had answered
            });
        if (!isKnown)
            m_discarded << Discarded{account, one};
    }
    std::stable_sort(m_discarded.begin(), m_discarded.end(),
                     [](const Discarded &a, const Discarded &b) { return a.draft.at > b.draft.at; });
    Q_EMIT discardedChanged();
}

void Drafts::save()
{
    for (const ConversationKey &key : std::as_const(m_unsaved))
        m_inbox.keepDraft(key, m_drafts.value(key));
    m_unsaved.clear();
}

} // namespace inbox::models
