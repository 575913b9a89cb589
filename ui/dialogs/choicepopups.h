// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/inboxactions.h"
#include "ui/dialogs/choicelist.h"
#include "ui/dialogs/popup.h"

namespace inbox::ui {

// Who answers this conversation: type a name, Enter picks; "Nobody" too where the account can do that. The
// list follows the people the account knows while it is open.
class AssignPopup : public Popup {
    Q_OBJECT
public:
    AssignPopup(models::InboxActions &actions, const domain::Conversation &conversation, QWidget *parent);

Q_SIGNALS:
    void done(); // something was picked and asked for

private:
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

// The emojis people answer with most, and a way to take one's reaction back.
class ReactionPopup : public Popup {
    Q_OBJECT
public:
    ReactionPopup(models::InboxActions &actions, const domain::ConversationKey &key,
                  const domain::Message &message, QWidget *parent);

Q_SIGNALS:
    void done();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void react(models::InboxActions &actions, const QString &emoji);

    const domain::ConversationKey m_key;
    const domain::MessageId m_message;
    QList<class QToolButton *> m_buttons; // row by row
};

} // namespace inbox::ui
