// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/drafts.h"

namespace inbox::models {

using namespace domain;

namespace {

constexpr std::chrono::milliseconds savePause{500};

} // namespace

Drafts::Drafts(sync::Inbox &inbox, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(savePause);
    connect(&m_saving, &QTimer::timeout, this, &Drafts::save);
    connect(&inbox, &sync::Inbox::draftsRead, this, &Drafts::takeRead);
    connect(&inbox, &sync::Inbox::sessionAdded, this, &Drafts::readOnce);
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        readOnce(session->id());
}

Drafts::~Drafts()
{
    save();
}

void Drafts::setDraft(const ConversationKey &key, const Draft &draft)
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
    Q_EMIT draftChanged(key);
}

void Drafts::forgetAccount(const AccountId &account)
{
    const QList<ConversationKey> keys = m_drafts.keys();
    for (const ConversationKey &key : keys) {
        if (key.account == account)
            clear(key);
    }
    m_unsaved.removeIf([&account](const ConversationKey &key) { return key.account == account; });
    m_asked.remove(account);
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
    for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
        const ConversationKey key{account, it.key()};
        Draft draft = it.value();
        if (const auto typed = m_drafts.constFind(key); typed != m_drafts.cend()) {
            // Somebody was faster than the disk: both are theirs.
            draft.caret = int(draft.text.size()) + 1 + typed->caret;
            draft.text += u'\n' + typed->text;
        }
        setDraft(key, draft);
    }
}

void Drafts::save()
{
    for (const ConversationKey &key : std::as_const(m_unsaved))
        m_inbox.keepDraft(key, m_drafts.value(key));
    m_unsaved.clear();
}

} // namespace inbox::models
