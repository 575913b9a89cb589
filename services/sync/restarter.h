// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/sync/types.h"

#include <QObject>

#include <map>

namespace inbox::sync {

class AccountSession;

// Paid restarts. Reads the conversation afresh before paying, pays at most once per request of the person,
// and while one restart of a conversation is open no second one can begin. Owned by its session; GUI thread.
class Restarter : public QObject {
    Q_OBJECT
public:
    Restarter(AccountSession &session, const PollTimings &timings);

    domain::RestartRecord record(const domain::ConversationId &id) const;
    void restart(const domain::ConversationId &id);
    void check(const domain::ConversationId &id);
    void settle(const domain::ConversationId &id, bool wasSent);
    // Knows of every restart the session before this one knew of; one under way has an unknown outcome now.
    void takeOver(const Restarter &before);
    // The server said something new: a template whose answer was lost may show, a customer may have answered.
    void conversationChanged(const domain::ConversationId &id);

private:
    struct Entry {
        domain::RestartRecord record;
        domain::RestartRecord before; // to go back to when nothing was sent
        domain::MessageId lastSeen; // the newest message before the template
        bool looking = false;
    };

    void readThenPay(const domain::ConversationId &id);
    void pay(const domain::ConversationId &id);
    void accept(const domain::ConversationId &id);
    void look(const domain::ConversationId &id, int looksLeft);
    void end(const domain::ConversationId &id, RestartOutcome outcome,
             const std::optional<domain::Error> &error = std::nullopt);

    AccountSession &m_session;
    const PollTimings m_timings;
    std::map<domain::ConversationId, Entry> m_entries; // a map: references live through insertions
};

} // namespace inbox::sync
