// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/secrets/memorystore.h"
#include "ui/list/conversationlistview.h"
#include "ui/thread/threadview.h"
#include "ui/window/mainwindow.h"

namespace inbox::bench {

// The product's window and everything behind it, as the application wires it, without a profile on disk. It
// shows all conversations that are not done.
struct Desk {
    // `profile` keeps what was read, and nothing of the window.
    explicit Desk(const QString &profile = {})
        : inbox(profile, secrets, clock)
        , workspace(inbox)
        , window(workspace, QString())
        , listView(window.findChild<ui::ConversationListView *>())
        , threadView(window.findChild<ui::ThreadView *>())
    {
        list.setView(models::View::All);
    }

    sync::AccountSession *connect(const domain::AccountConfig &config,
                                  std::unique_ptr<backends::Backend> backend,
                                  const sync::PollTimings &timings = {})
    {
        inbox.addSession(config, std::move(backend), timings);
        return inbox.session(config.id);
    }

    domain::SystemClock clock;
    secrets::MemoryStore secrets;
    sync::Inbox inbox;
    models::Workspace workspace;
    models::Drafts &drafts = workspace.drafts;
    models::Heartbeat &heartbeat = workspace.heartbeat;
    models::ConversationListModel &list = workspace.list;
    models::ThreadModel &thread = workspace.thread;
    models::CurrentConversation &current = workspace.current;
    models::InboxActions &actions = workspace.actions;
    models::AccountsModel &accounts = workspace.accounts;
    ui::MainWindow window;
    ui::ConversationListView *listView;
    ui::ThreadView *threadView;
};

} // namespace inbox::bench
