// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/sync/inbox.h"

#include <QSet>
#include <QTimer>

namespace inbox::models {

using domain::Draft;

// Words that were thrown away, of one account.
struct Discarded {
    domain::AccountId account;
    domain::DiscardedDraft draft;

    domain::ConversationKey key() const { return {account, draft.conversation}; }
    friend bool operator==(const Discarded &, const Discarded &) = default;
};

// What was typed and not sent, per conversation; kept on disk half a second after a change at the latest, and
// when the program ends. Nothing that arrives ever touches the words. A draft over which the reply window
// closes is held: once the customer has answered it is offered, and never sent unasked. What is thrown away
// can be brought back for a month. GUI thread.
class Drafts : public QObject {
    Q_OBJECT
public:
    // `inbox` keeps the drafts and outlives this.
    explicit Drafts(sync::Inbox &inbox, QObject *parent = nullptr);
    ~Drafts() override;

    Draft draft(const domain::ConversationKey &key) const { return m_drafts.value(key); }
    QList<domain::ConversationKey> conversations() const { return m_drafts.keys(); }
    // What an earlier run left on disk for this account is among them.
    bool hasRead(const domain::AccountId &account) const
    {
        return m_draftsRead.contains(account) && m_discardedRead.contains(account);
    }
    // The reply that the person typed, or that came back to them. A draft of some length that is emptied at
    // once counts as thrown away. `draft.held` and what belongs to notes are not read: see hold(), setNote()
    // and setNoteEdit().
    void setDraft(const domain::ConversationKey &key, const Draft &draft);
    // It was sent: it is nobody's draft any more. Notes stay.
    void clear(const domain::ConversationKey &key);
    // What was typed for a note and not saved. Empty: it was saved, or thrown away.
    void setNote(const domain::ConversationKey &key, const QString &note);
    // A note that was not taken stands before what was typed for the next.
    void takeBackNote(const domain::ConversationKey &key, const QString &note);
    // What was typed into a note that the server has. Not active: it was saved, or given up.
    void setNoteEdit(const domain::ConversationKey &key, const domain::NoteEdit &edit);
    // Puts the reply among what was thrown away, however short it is.
    void discard(const domain::ConversationKey &key);
    // It waits for the customer from now on.
    void hold(const domain::ConversationKey &key);
    // It was held, and can be sent now.
    bool isOffered(const domain::ConversationKey &key) const;

    // The latest first.
    const QList<Discarded> &discarded() const { return m_discarded; }
    // Before what stands in the conversation's draft.
    void bringBack(const domain::DiscardedId &id);

    // The account was removed; its files are wiped elsewhere.
    void forgetAccount(const domain::AccountId &account);

Q_SIGNALS:
    void draftChanged(const inbox::domain::ConversationKey &key);
    void offered(const inbox::domain::ConversationKey &key);
    void discardedChanged();

private:
    void put(const domain::ConversationKey &key, const Draft &draft);
    void follow(const domain::AccountId &account);
    void readOnce(const domain::AccountId &account);
    void takeRead(const domain::AccountId &account, const QHash<domain::ConversationId, Draft> &kept);
    void takeDiscarded(const domain::AccountId &account, const QList<domain::DiscardedDraft> &discarded);
    void throwAway(const domain::ConversationKey &key, const domain::Unsent &what);
    void leaveServer(const domain::AccountId &account);
    void judge(const domain::ConversationKey &key);
    void save();

    sync::Inbox &m_inbox;
    QHash<domain::ConversationKey, Draft> m_drafts;
    QList<Discarded> m_discarded;
    QSet<domain::ConversationKey> m_offered;
    QSet<domain::ConversationKey> m_unsaved;
    QSet<domain::AccountId> m_asked; // what is on disk of these has been asked for
    QSet<domain::AccountId> m_draftsRead;
    QSet<domain::AccountId> m_discardedRead;
    QTimer m_saving;
    QTimer m_judging; // a window also closes by the clock
};

} // namespace inbox::models
