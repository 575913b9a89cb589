// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/automation.h"
#include "services/domain/conversation.h"
#include "services/sync/types.h"

#include <QObject>
#include <QSet>

namespace inbox::sync {

class AccountSession;

// What sets a bot off: asked for once, never repeated, never queued. Afterwards, and above all when the
// answer was lost, the thread is read, so that what the bot said stands there. Owned by its session; GUI
// thread.
class Automations : public QObject {
    Q_OBJECT
public:
    explicit Automations(AccountSession &session);

    // False: one is under way for the same conversation or the same source, or the account cannot do it.
    // Else it ends with AccountSession::automationEnded().
    bool run(const domain::Automation &automation);
    // Ends with AccountSession::conversationFound().
    void find(const domain::LineId &line, const QString &providerId);

private:
    void end(const domain::Automation &automation, const domain::Result<int> &answers,
             const domain::ConversationId &where);

    AccountSession &m_session;
    QSet<QString> m_underWay; // what is being waited for, by where it goes
};

} // namespace inbox::sync
