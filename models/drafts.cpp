// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/drafts.h"

namespace inbox::models {

using namespace domain;

void Drafts::setDraft(const ConversationKey &key, const Draft &draft)
{
    if (key.isEmpty() || m_drafts.value(key) == draft)
        return;
    // A quote without words yet is worth keeping; a caret alone is not.
    if (draft.text.isEmpty() && draft.quoted.isEmpty()) {
        if (m_drafts.remove(key) == 0)
            return;
    } else {
        m_drafts.insert(key, draft);
    }
    Q_EMIT draftChanged(key);
}

void Drafts::forgetAccount(const AccountId &account)
{
    const QList<ConversationKey> keys = m_drafts.keys();
    for (const ConversationKey &key : keys) {
        if (key.account == account)
            clear(key);
    }
}

} // namespace inbox::models
