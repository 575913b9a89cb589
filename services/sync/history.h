// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/ids.h"
#include "services/domain/message.h"
#include "services/domain/values.h"
#include "services/store/historytable.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace inbox::store {
class Store;
}

namespace inbox::sync {

class AccountSession;

// What an account's session learns, kept on disk, and what is on disk, given back to it: all conversations at
// the start, a thread when it is opened. What comes from disk is no news, and gives way to whatever the
// server says. Nothing is written or read while somebody waits: in parts, one at a time. Owned by its
// session; GUI thread.
class History : public QObject {
    Q_OBJECT
public:
    History(AccountSession &session, store::Store &store);
    // What was learned is handed over for writing.
    ~History() override;

    // Fills the session: the newest conversations in one piece, the others part by part.
    void recall();
    // The newest messages, unless the server has shown them already.
    void recallThread(const domain::ConversationId &id);
    // Whether older messages than those in the session may be on disk.
    bool hasOlder(const domain::ConversationId &id) const;
    // Older messages from disk; where the disk has no more without a hole, from the server.
    void loadOlder(const domain::ConversationId &id);

    // What was learned so far, without waiting for more: nobody can show it again.
    void writeNow();
    void setLimits(const store::HistoryLimits &limits);
    // Everything on disk; what is in memory stays. `done` runs when it is gone.
    void forget(const std::function<void()> &done);

private:
    struct Start;
    struct Batch;
    struct KeptThread {
        bool asked = false;
        domain::MessageId oldest; // of those that came from disk
        bool mayHaveOlder = false;
        domain::MessageId end; // before this one the disk has nothing
    };

    void takeStart(const Start &start);
    void recallMore(const store::ConversationMark &from);
    void takeSlice(const store::ConversationSlice &slice);
    void take(const domain::ConversationId &id, const domain::MessageId &before,
              const store::ThreadPage &page);
    void learn(const QList<domain::ConversationId> &changed, const QList<domain::ConversationId> &removed);
    void learnThread(const domain::ConversationId &id);
    void queueThread(const domain::ConversationId &id);
    bool isTooOld(const domain::OptionalTime &time) const;
    Batch nextBatch();
    void write();
    void forgetParts(const std::function<void()> &done);
    void trim();

    AccountSession &m_session;
    store::Store &m_store;
    // Whose history this is: when the account moves to another server, what was kept is not its own.
    const QByteArray m_origin;
    store::HistoryLimits m_limits;

    bool m_mayWrite = false; // what is on disk is ours
    bool m_recalling = false; // what the session says now came from here
    quint64 m_run = 0; // of recalling; another one has begun when it differs
    bool m_writing = false;
    bool m_trimming = false;
    QTimer m_writeTimer;
    QTimer m_trimTimer;

    QSet<domain::ConversationId> m_changed;
    QSet<domain::ConversationId> m_removed; // in this run: it does not come back from disk
    QSet<domain::ConversationId> m_unwritten; // of those
    QSet<domain::ConversationId> m_threadsChanged;
    QList<store::ThreadChange> m_threadQueue; // each at most a slice
    bool m_peopleChanged = false;
    domain::OptionalTime m_syncedWritten;
    QHash<domain::ConversationId, QList<domain::Message>> m_written; // threads as they are on disk
    QHash<domain::ConversationId, KeptThread> m_kept;
};

} // namespace inbox::sync
