// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/ids.h"
#include "ui/commands/commands.h"

#include <QCoreApplication>

class QWidget;

namespace inbox::models {
class InboxActions;
struct Workspace;
} // namespace inbox::models

namespace inbox::ui {

class MediaDesk;
class Notices;
class ThreadView;

// Why a command cannot be run just now, in a sentence; empty when it can. A plain function object over what
// it looks at, all of which outlives it. Changes nothing.
class CommandJudge {
    Q_DECLARE_TR_FUNCTIONS(CommandJudge)

public:
    struct Parts {
        const QWidget &window;
        const Notices &notices;
        const ThreadView &thread;
        const MediaDesk &media;
    };

    CommandJudge(models::Workspace &models, const Commands &commands, const Parts &parts);

    QString operator()(const CommandSpec &spec) const;

    // What the account of a conversation needs for this command, when it acts on `keys`. nullopt: nothing.
    static std::optional<domain::Capability> neededFor(Command command,
                                                       const QList<domain::ConversationKey> &keys,
                                                       const models::InboxActions &actions);

private:
    QString inAnyAccount(domain::Capability capability) const;
    QString ofChecked(const CommandSpec &spec) const;
    QString ofMessage(Command command) const;
    QString ofAttachment(Command command) const;

    models::Workspace &m_models;
    const Commands &m_commands;
    const QWidget &m_window;
    const Notices &m_notices;
    const ThreadView &m_thread;
    const MediaDesk &m_media;
};

} // namespace inbox::ui
