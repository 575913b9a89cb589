// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/sync/inbox.h"

#include <QSet>
#include <QTimer>

namespace inbox::models {

using domain::Draft;

// What was typed and not sent, per conversation; kept on disk half a second after a change at the latest, and
// when the program ends. Nothing that arrives ever touches it. GUI thread.
class Drafts : public QObject {
    Q_OBJECT
public:
    // `inbox` keeps the drafts and outlives this.
    explicit Drafts(sync::Inbox &inbox, QObject *parent = nullptr);
    ~Drafts() override;

    Draft draft(const domain::ConversationKey &key) const { return m_drafts.value(key); }
    void setDraft(const domain::ConversationKey &key, const Draft &draft);
    void clear(const domain::ConversationKey &key) { setDraft(key, {}); }
    // The account was removed; its files are wiped elsewhere.
    void forgetAccount(const domain::AccountId &account);

Q_SIGNALS:
    void draftChanged(const inbox::domain::ConversationKey &key);

private:
    void readOnce(const domain::AccountId &account);
    void takeRead(const domain::AccountId &account, const QHash<domain::ConversationId, Draft> &kept);
    void save();

    sync::Inbox &m_inbox;
    QHash<domain::ConversationKey, Draft> m_drafts;
    QSet<domain::ConversationKey> m_unsaved;
    QSet<domain::AccountId> m_asked; // what is on disk of these has been asked for
    QTimer m_saving;
};

} // namespace inbox::models
