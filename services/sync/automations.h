// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/automation.h"
#include "services/domain/conversation.h"
#include "services/sync/types.h"

#include <QObject>

namespace inbox::sync {

class AccountSession;

// What sets a bot off: written down, asked for once, never repeated, never queued. Afterwards, and above all
// when the answer was lost, the thread is read, so that what the bot said stands there. What nobody knows the
// end of, because the answer was lost or the program ended before it came, stays until the person has said
// what they know. Owned by its session; GUI thread.
class Automations : public QObject {
    Q_OBJECT
public:
    explicit Automations(AccountSession &session);

    // False: one is under way for the same conversation or the same source, or the account cannot do it.
    // Else it ends with AccountSession::automationEnded().
    bool run(const domain::Automation &automation);
    // Ends with AccountSession::conversationFound().
    void find(const domain::LineId &line, const QString &providerId);

    // Under way, or Unknown.
    QList<domain::Intent> unfinished() const { return m_open; }
    // The person knows whether it went out. False: it is none of these.
    bool settle(const domain::IntentId &id, bool wentOut);
    void takeOver(const Automations &before);
    // What was under way when the program ended is told with AccountSession::automationEnded() now.
    void restore(const QList<domain::Intent> &unfinished);

private:
    void perform(const domain::Intent &intent);
    void end(const domain::IntentId &id, const domain::Result<int> &answers,
             const domain::ConversationId &where);
    void keepAsUnknown(domain::Intent intent);

    AccountSession &m_session;
    QList<domain::Intent> m_open; // in the order they were asked for
};

} // namespace inbox::sync
