// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIdentityProxyModel>

namespace inbox::ui {

// The conversation list as a screen reader hears it: answers AccessibleTextRole with one sentence a row and
// passes everything else through, step by step. Owned by the list view; GUI thread.
class SpokenConversations : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    // The view asks this of every row each time one is added; through the model it is most of that time.
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace inbox::ui
