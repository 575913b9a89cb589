// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/list/spokenconversations.h"

#include "models/conversationlistmodel.h"
#include "ui/list/conversationrowlayout.h"

namespace inbox::ui {

Qt::ItemFlags SpokenConversations::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant SpokenConversations::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole)
        return QIdentityProxyModel::data(index, role);
    const QVariant row = QIdentityProxyModel::data(index, models::ConversationListModel::RowRole);
    if (!row.isValid())
        return {};
    const QString said = spokenConversationRow(row.value<models::ConversationRow>());
    const bool checked = QIdentityProxyModel::data(index, Qt::CheckStateRole).toInt() == Qt::Checked;
    return checked ? tr("Selected: %1", "a row of the list").arg(said) : said;
}

QVariant SpokenConversations::headerData(int section, Qt::Orientation orientation, int role) const
{
    // The header is hidden, but a screen reader still finds its one column.
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Conversation");
    return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace inbox::ui
