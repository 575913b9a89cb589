// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>

namespace inbox::models {

// Rows as they stand, without words: who shows one asks for it. Becomes another list at once.
template <typename Row> class FixedRows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    QVariant data(const QModelIndex &, int) const override { return {}; }
    const Row &row(int row) const { return m_rows.at(row); }
    const QList<Row> &rows() const { return m_rows; }
    // All at once: another text, file or way of reading it makes all of them anew.
    void become(QList<Row> rows)
    {
        if (rows.isEmpty() && m_rows.isEmpty())
            return;
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    void append(const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }
    void removeAt(int row)
    {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }

private:
    QList<Row> m_rows;
};

} // namespace inbox::models
