// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/sync/types.h"

#include <QObject>

#include <map>

namespace inbox::sync {

class AccountSession;

// Paid restarts. Each is written down, then the conversation is read afresh, then it is paid for at most
// once; while one restart of a conversation is open no second one can begin, and none is ever tried again by
// itself. Owned by its session; GUI thread.
class Restarter : public QObject {
    Q_OBJECT
public:
    Restarter(AccountSession &session, const PollTimings &timings);

    domain::RestartRecord record(const domain::ConversationId &id) const;
    QList<domain::Intent> unfinished() const;
    void restart(const domain::ConversationId &id);
    void check(const domain::ConversationId &id);
    void settle(const domain::ConversationId &id, bool wasSent);
    // Goes on with what an earlier run of the program knew. What had not begun then is over: nothing was
    // paid. Until this was called no restart begins.
    void restore(const QList<domain::Intent> &unfinished, const QList<domain::Payment> &payments);
    // The server can be reached again: what became of open restarts can be looked for.
    void serverIsBack();
    // Knows of every restart the session before this one knew of; one under way has an unknown outcome now.
    void takeOver(const Restarter &before);
    // The server said something new: a template whose answer was lost may show, a customer may have answered.
    void conversationChanged(const domain::ConversationId &id);

private:
    struct Entry {
        domain::Intent intent;
        domain::RestartRecord record;
        domain::RestartRecord before; // to go back to when nothing was sent
        domain::IntentId paid; // what `record` is about, once it is accepted
        bool looking = false;
    };

    domain::Payment paymentOf(const domain::Conversation &conversation) const;
    void readThenPay(const domain::ConversationId &id);
    void write(const domain::ConversationId &id, domain::Intent::State state,
               const std::optional<domain::Error> &error = std::nullopt);
    // Nothing was paid: as it was before.
    void giveUp(const domain::ConversationId &id, RestartOutcome outcome,
                const std::optional<domain::Error> &error = std::nullopt);
    void pay(const domain::ConversationId &id);
    void setPaid(const domain::ConversationId &id);
    void accept(const domain::ConversationId &id);
    void look(const domain::ConversationId &id, int looksLeft, int failures = 0);
    void end(const domain::ConversationId &id, RestartOutcome outcome,
             const std::optional<domain::Error> &error = std::nullopt);

    AccountSession &m_session;
    const PollTimings m_timings;
    bool m_ready = false;
    std::map<domain::ConversationId, Entry> m_entries; // a map: references live through insertions
};

} // namespace inbox::sync
