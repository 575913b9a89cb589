// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversationrow.h"

#include <QIdentityProxyModel>

namespace inbox::ui {

// The conversation list as a screen reader hears it: answers AccessibleTextRole with one sentence a row and
// passes everything else through, step by step. Owned by the list view; GUI thread.
class SpokenConversations : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override;

    // "Maria Keller, WhatsApp, 2 unread, window closes in 3 hours 12 minutes, Is my parcel on…"
    static QString sentence(const models::ConversationRow &row);
};

} // namespace inbox::ui
