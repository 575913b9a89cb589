// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/accountsmodel.h"
#include "models/conversationlistmodel.h"
#include "models/currentconversation.h"
#include "models/drafts.h"
#include "models/heartbeat.h"
#include "models/inboxactions.h"
#include "models/threadmodel.h"
#include "services/secrets/memorystore.h"
#include "tests/ui/gallery/world.h"
#include "ui/window/mainwindow.h"

#include <QPixmap>

namespace inbox::gallery {

// How all scenes are shown in one run of the program.
struct Variant {
    QString name;
    QString language;
    bool dark = false;
    bool mirrored = false;
    QSize size;
};

// The real window over real models and a real session; only the server is an actor and the clock stands
// still.
class Stage {
public:
    enum class Account { None, Prepared };

    // `prepare` sees the server before anybody asks it.
    // `profileDir`: where things are kept; empty: nowhere.
    explicit Stage(const QSize &size, Account account = Account::Prepared,
                   const std::function<void(PictureBackend &)> &prepare = {}, const QString &profileDir = {});

    // One more account over a server of its own.
    void addAccount(const domain::AccountId &id, const QString &name,
                    std::unique_ptr<PictureBackend> backend);

    static domain::ConversationKey key(const domain::ConversationId &id) { return {pictureAccount(), id}; }
    // Shows the window with this conversation and waits until it is there.
    void open(const domain::ConversationId &id);
    void run(ui::Command command);
    // Key strokes into whatever has the focus.
    void type(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // Long enough for answers, short timers and animations.
    static void settle();
    // The window with its dialogs and popups where they lie on it.
    QPixmap picture();

    domain::FakeClock clock{pictureTime()};
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
    PictureBackend *server = nullptr; // belongs to the session; null without an account
    std::unique_ptr<ui::MainWindow> window;

private:
    const bool m_keeps;
};

} // namespace inbox::gallery
