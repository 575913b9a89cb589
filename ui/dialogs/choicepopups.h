// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/inboxactions.h"
#include "ui/dialogs/choicelist.h"
#include "ui/dialogs/popup.h"

namespace inbox::ui {

// Who answers: type a name, Enter picks; "Nobody" too where the account can do that. Who is online is read
// again when it opens. The list follows the people the account knows while it is open.
class AssignPopup : public Popup {
    Q_OBJECT
public:
    // `keys`: conversations of one account, at least one.
    AssignPopup(models::InboxActions &actions, const QList<domain::ConversationKey> &keys, QWidget *parent);

Q_SIGNALS:
    void done(); // something was picked and asked for

private:
    void fill();

    models::InboxActions &m_actions;
    const QList<domain::ConversationKey> m_keys;
    ChoiceList *m_list;
};

// To do, in progress or done; where the account has bots, one of them again.
class StatusPopup : public Popup {
    Q_OBJECT
public:
    // As above.
    StatusPopup(models::InboxActions &actions, const QList<domain::ConversationKey> &keys, QWidget *parent);

Q_SIGNALS:
    void done();

private:
    ChoiceList *m_list;
};

} // namespace inbox::ui
