// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/inboxactions.h"
#include "ui/dialogs/popup.h"

class QLineEdit;

namespace inbox::models {
class CurrentConversation;
} // namespace inbox::models

namespace inbox::ui {

class ChoiceList;
class PlainLabel;

// The account's tags: Enter puts one on the conversation or takes it off, Esc ends. Each takes effect at
// once. For one conversation, whichever is opened meanwhile.
class TagsPopup : public Popup {
    Q_OBJECT
public:
    // Both outlive the popup.
    TagsPopup(models::InboxActions &actions, const models::CurrentConversation &current, QWidget *parent);

private:
    void fill();

    models::InboxActions &m_actions;
    const models::CurrentConversation &m_current;
    const domain::ConversationKey m_key;
    ChoiceList *m_list;
};

// The team that looks after a conversation: type a name, Enter picks.
class TeamPopup : public Popup {
    Q_OBJECT
public:
    TeamPopup(models::InboxActions &actions, const domain::Conversation &conversation, QWidget *parent);

private:
    ChoiceList *m_list;
};

// Until when a conversation is out of the way: typed in words, which are repeated as they were understood
// before anything is asked for, or picked from a few usual ones.
class SnoozePopup : public Popup {
    Q_OBJECT
public:
    // `now`: the server's.
    SnoozePopup(models::InboxActions &actions, const domain::ConversationKey &key, const QDateTime &now,
                QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showUnderstood();
    void snooze(const domain::OptionalTime &until);

    models::InboxActions &m_actions;
    const domain::ConversationKey m_key;
    const QDateTime m_now;
    QLineEdit *m_field;
    PlainLabel *m_understood;
    ChoiceList *m_usual;
};

} // namespace inbox::ui
