// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/accountsmodel.h"
#include "models/attachments.h"
#include "models/conversationlistmodel.h"
#include "models/currentconversation.h"
#include "models/draftlistmodel.h"
#include "models/drafts.h"
#include "models/heartbeat.h"
#include "models/inboxactions.h"
#include "models/kepthistory.h"
#include "models/ledgermodel.h"
#include "models/media.h"
#include "models/newconversation.h"
#include "models/openingsmodel.h"
#include "models/outboxmodel.h"
#include "models/preferences.h"
#include "models/sendguard.h"
#include "models/threadmodel.h"

namespace inbox::models {

// Everything a window shows and acts on, made once over one inbox. Outlives the windows. GUI thread.
struct Workspace {
    // `profileDir` keeps the preferences and the files of messages; empty: nothing is stored. `inbox`
    // outlives the workspace.
    explicit Workspace(sync::Inbox &inbox, const QString &profileDir = {})
        : preferences(profileDir)
        , history(inbox, preferences)
        , drafts(inbox)
        , heartbeat(inbox.clock())
        , list(inbox, drafts, heartbeat)
        , thread(inbox, heartbeat)
        , current(inbox, heartbeat)
        , sendGuard(current)
        , actions(inbox, drafts, list)
        , accounts(inbox)
        , media(inbox, preferences, profileDir)
        , outbox(inbox)
        , draftList(inbox, drafts)
        , ledger(inbox)
        , openings(inbox, actions)
        , newConversation(inbox, actions, preferences, profileDir)
        , attachments(profileDir)
        , m_inbox(inbox)
    {
        QObject::connect(&inbox, &sync::Inbox::accountRemoved, &drafts,
                         [this](const domain::AccountId &account) { attachments.forgetAccount(account); });
    }
    // At the end, when what an earlier run left has most likely been read.
    ~Workspace()
    {
        if (const auto inUse = filesInUse(m_inbox, drafts))
            attachments.tidy(*inUse);
    }

    Preferences preferences;
    KeptHistory history;
    Drafts drafts;
    Heartbeat heartbeat;
    ConversationListModel list;
    ThreadModel thread;
    CurrentConversation current;
    SendGuard sendGuard;
    InboxActions actions;
    AccountsModel accounts;
    Media media;
    OutboxModel outbox;
    DraftListModel draftList;
    LedgerModel ledger;
    OpeningsModel openings;
    NewConversation newConversation;
    Attachments attachments;

private:
    const sync::Inbox &m_inbox;
};

} // namespace inbox::models
