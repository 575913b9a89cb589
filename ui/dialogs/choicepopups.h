// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/inboxactions.h"
#include "ui/dialogs/choicelist.h"
#include "ui/dialogs/popup.h"

namespace inbox::ui {

// Who answers this conversation: type a name, Enter picks; "Nobody" too where the account can do that. Who is
// online is read again when it opens. The list follows the people the account knows while it is open.
class AssignPopup : public Popup {
    Q_OBJECT
public:
    AssignPopup(models::InboxActions &actions, const domain::Conversation &conversation, QWidget *parent);

Q_SIGNALS:
    void done(); // something was picked and asked for

private:
    void fill();

    models::InboxActions &m_actions;
    const domain::ConversationKey m_key;
    const domain::UserId m_assignee; // when it was opened
    ChoiceList *m_list;
};

// To do, in progress or done.
class StatusPopup : public Popup {
    Q_OBJECT
public:
    StatusPopup(models::InboxActions &actions, const domain::Conversation &conversation, QWidget *parent);

Q_SIGNALS:
    void done();

private:
    ChoiceList *m_list;
};

} // namespace inbox::ui
