// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/ids.h"

#include <QHash>
#include <QObject>

namespace inbox::models {

struct Draft {
    QString text;
    int caret = 0; // UTF-16 code units
    domain::MessageId quoted;
    bool isEmpty() const { return text.trimmed().isEmpty(); }
    friend bool operator==(const Draft &, const Draft &) = default;
};

// What was typed and not sent, per conversation. Nothing that arrives ever touches it. GUI thread.
class Drafts : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    Draft draft(const domain::ConversationKey &key) const { return m_drafts.value(key); }
    void setDraft(const domain::ConversationKey &key, const Draft &draft);
    void clear(const domain::ConversationKey &key) { setDraft(key, {}); }
    void forgetAccount(const domain::AccountId &account);

Q_SIGNALS:
    void draftChanged(const inbox::domain::ConversationKey &key);

private:
    QHash<domain::ConversationKey, Draft> m_drafts;
};

} // namespace inbox::models
