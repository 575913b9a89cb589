// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/inboxactions.h"
#include "ui/dialogs/popup.h"

namespace inbox::models {
class CurrentConversation;
}

namespace inbox::ui {

class ChoiceList;

// The language a conversation is in: type a name or a code, Enter picks. A code that nobody here knows can be
// typed, too.
class LanguagePopup : public Popup {
    Q_OBJECT
public:
    LanguagePopup(models::InboxActions &actions, const domain::Conversation &conversation, QWidget *parent);
};

// Colleagues who are to look at a conversation: Enter mentions one, or no longer, and the list stays open for
// more. Follows what changes meanwhile.
class MentionPopup : public Popup {
    Q_OBJECT
public:
    // Both outlive the popup.
    MentionPopup(models::InboxActions &actions, const models::CurrentConversation &current, QWidget *parent);

private:
    void fill();

    models::InboxActions &m_actions;
    const models::CurrentConversation &m_current;
    const domain::ConversationKey m_key;
    ChoiceList *m_list;
};

} // namespace inbox::ui
