// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/sync/types.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>

namespace inbox::sync {

class AccountSession;

// Keeps one account fresh: the first page of the list often, all pages in a slow sweep, the open conversation
// every few seconds; less when nobody looks, with a growing pause when it fails. One request of each kind at
// a time. Owned by its session; GUI thread. Never writes.
class Poller : public QObject {
    Q_OBJECT
public:
    Poller(AccountSession &session, const PollTimings &timings);

    const SyncStatus &status() const { return m_status; }
    void start();
    void setOpenConversation(const domain::ConversationId &id);
    void setAttentive(bool attentive);
    void refreshNow();
    void refreshThread(const domain::ConversationId &id);
    void loadOlder(const domain::ConversationId &id);
    // The newest page of a thread, whoever asked for it.
    void takeThread(const domain::ConversationId &id,
                    const domain::Result<backends::Page<domain::Message>> &result);
    // Known from disk: when the last run was in step with the server, and conversations. Whether these still
    // are there is found out like for any other.
    void recallSynced(const QDateTime &time);
    void noticeRecalled(const QList<domain::ConversationId> &recalled);
    void credentialChanged();
    void credentialMissing();
    // Another request of this account failed: a refused credential stops the polling.
    void noticeFailure(const domain::Error &error);
    // The same of a write: how long it has to wait says nothing about reads.
    void noticeFailedWrite(domain::Error error);

private:
    void readList();
    // `taken` runs when everything is in: at once for an ordinary page.
    void takeFirstPage(const backends::Page<domain::Conversation> &page, quint64 asOf,
                       const std::function<void()> &taken);
    // Merges from `from` on, in parts with the event loop between them; what is gone goes with the last.
    void takeParts(const QList<domain::Conversation> &items, qsizetype from,
                   const QSet<domain::ConversationId> &gone, quint64 asOf,
                   const std::function<void()> &taken);
    // Unless one is under way or not due. `whole`: the first page had no row that could not be read.
    void beginSweep(const QSet<domain::ConversationId> &seen, const backends::PageToken &next, bool whole);
    void readSweepPage();
    void endSweep();
    void askForSuspect();
    void readOpen();
    void readThread(const domain::ConversationId &id);
    // The connection was gone: threads in memory that lack what the list tells are read one after the other.
    void catchUp();
    void readBehind();
    void succeeded();
    void setStatus(SyncStatus status);
    void schedule(QTimer &timer, int interval, qint64 lastDuration);
    bool mayAsk() const { return m_started && m_status.phase != SyncStatus::Phase::NeedsSignIn; }

    AccountSession &m_session;
    const PollTimings m_timings;
    SyncStatus m_status;
    bool m_started = false;
    bool m_attentive = true;
    int m_failures = 0;

    QTimer m_listTimer;
    bool m_listBusy = false;
    bool m_readAgain = false; // asked for while it was being read
    QTimer m_sweepTimer;
    bool m_sweeping = false;
    bool m_sweepBusy = false;
    backends::PageToken m_sweepNext;
    QSet<domain::ConversationId> m_sweepKnown; // before the sweep began
    QSet<domain::ConversationId> m_sweepSeen;
    domain::OptionalTime m_sweptAt;

    QList<domain::ConversationId> m_suspects; // on no page of the last sweep

    QTimer m_openTimer;
    QElapsedTimer m_opened; // since another conversation came on screen
    domain::ConversationId m_open;
    QSet<domain::ConversationId> m_threadBusy;
    bool m_cameBack = false; // from sleep or without a connection; not caught up yet
    QList<domain::ConversationId> m_behind;
    std::map<domain::ConversationId, backends::PageToken> m_olderToken;

    QTimer m_wakeTimer;
    QDateTime m_lastTick;
};

} // namespace inbox::sync
