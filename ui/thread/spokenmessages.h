// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/threadrow.h"

#include <QIdentityProxyModel>

namespace inbox::ui {

// The thread as a screen reader hears it: answers AccessibleTextRole with one sentence a row, which contains
// the message's text, and passes everything else through. Owned by the thread view; GUI thread.
class SpokenMessages : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override;

    // "You, 14:01: It was handed over this morning, read"
    static QString sentence(const models::ThreadRow &row);
    // How far a message of ours has come; empty for all others.
    static QString markWords(const models::ThreadRow &row);
    // What is copied: the words, or the kinds of what was sent.
    static QString words(const models::ThreadRow &row);
};

} // namespace inbox::ui
