// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/sync/types.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>

namespace inbox::sync {

class AccountSession;

// Status, assignment, read state, reactions, notes, tags, team, snoozing, name, language, metadata and
// mentions: shown at once, written down, then sent one at a time per conversation and a few at once, and put
// back with the reason when refused. What may not have arrived is tried again after a look at the server:
// what is so already is done, and what somebody changed since stays theirs. Owned by its session; GUI thread.
class ChangeQueue : public QObject {
    Q_OBJECT
public:
    ChangeQueue(AccountSession &session, const PollTimings &timings);

    void setStatus(const domain::ConversationId &id, domain::ConversationStatus status);
    void assign(const domain::ConversationId &id, const std::optional<domain::User> &user);
    void noteRead(const domain::ConversationId &id); // by looking at it: nobody asked
    void setRead(const domain::ConversationId &id, bool read);
    void setArchived(const domain::ConversationId &id, bool archived);
    void react(const domain::ConversationId &id, const domain::MessageId &message, const QString &emoji);
    void editNote(const domain::ConversationId &id, const domain::NoteId &note, const QString &text);
    void setTags(const domain::ConversationId &id, const QList<domain::TagId> &tags);
    void snooze(const domain::ConversationId &id, const domain::OptionalTime &until);
    void assignTeam(const domain::ConversationId &id, const domain::TeamId &team);
    void rename(const domain::ConversationId &id, const QString &name);
    void setLanguage(const domain::ConversationId &id, const QString &code);
    void setMetadata(const domain::ConversationId &id, const QMap<QString, QString> &metadata);
    void setMentions(const domain::ConversationId &id, const QList<domain::UserId> &mentions);
    void addNote(const domain::ConversationId &id, const QString &text);
    void deleteNote(const domain::ConversationId &id, const QString &text);
    void takeOverFromBot(const domain::ConversationId &id, const std::optional<domain::User> &by);
    // Everything unconfirmed of this conversation, the latest wish winning.
    PendingChange pending(const domain::ConversationId &id) const;

    QList<domain::Intent> unfinished() const;

    // The last change that can be taken back, or done again; nullptr: there is none.
    const domain::Intent *undoable() const;
    const domain::Intent *redoable() const;
    void undo();
    void redo();

    void takeOver(const ChangeQueue &before);
    // Goes on with what an earlier run of the program had not finished. Until this was called nothing is
    // sent.
    void restore(const QList<domain::Intent> &unfinished);
    // Gives up all that is not under way.
    void withdrawAll();
    // The server can be reached again: what waited for that goes on.
    void serverIsBack();

private:
    struct Queue {
        QList<domain::Intent> wishes; // the first is under way when `busy`
        bool busy = false;
    };

    domain::Intent newReaction(const domain::ConversationId &id, const domain::MessageId &message,
                               const QString &emoji) const;
    void ask(const domain::Intent &intent); // by the person: it can be undone, where the account can
    bool canRevert(const domain::Intent &change) const;
    void add(const domain::Intent &intent, bool afterLook);
    void adopt(domain::Intent intent);
    void revert(const domain::Intent &change, QList<domain::Intent> &onto);
    void sendNext(const domain::ConversationId &id);
    void wake();
    void lookThenSend(const domain::Intent &intent);
    void judge(const domain::Intent &intent, const domain::Conversation *conversation,
               const domain::Message *message);
    void send(domain::Intent intent);
    void perform(const domain::Intent &intent);
    void performNote(const domain::Intent &intent);
    void lookFailed(const domain::ConversationId &id, domain::Error error);
    void finish(const domain::ConversationId &id, const domain::Result<domain::Nothing> &result);
    void putOff(const domain::ConversationId &id, const domain::Error &error);
    void putOffUntilSignIn(const domain::ConversationId &id, const domain::Error &error);
    void goOn(const domain::ConversationId &id);
    void end(const domain::ConversationId &id, domain::Intent::State state,
             const std::optional<domain::Error> &failure = std::nullopt);
    void close(domain::Intent intent, domain::Intent::State state,
               const std::optional<domain::Error> &failure);
    void show(const domain::Intent &intent, bool isPending);

    AccountSession &m_session;
    const PollTimings m_timings;
    bool m_ready = false;
    std::map<domain::ConversationId, Queue> m_queues;
    int m_underWay = 0; // queues that are busy
    QList<domain::ConversationId> m_inLine; // for one of them to end
    QSet<domain::IntentId> m_unwritten; // not on disk yet
    QSet<domain::IntentId> m_old; // the server has to be looked at before they may go out
    QSet<domain::IntentId> m_perhapsLeft; // reactions
    QHash<domain::IntentId, int> m_lostAnswers; // in this run
    QList<domain::Intent> m_done; // what can be undone, the latest last
    QList<domain::Intent> m_undone; // what can be done again
    QTimer m_retry;
};

} // namespace inbox::sync
