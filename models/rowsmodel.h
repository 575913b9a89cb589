// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>

#include <algorithm>

namespace inbox::models {

// A short list that is read anew after each change and becomes it by exact steps, so that what is selected
// stays selected. `Row` compares by what is shown and has isSameAs() for what it stands for. Rows have no
// words here: who shows one asks row().
template <typename Row> class RowsModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    QVariant data(const QModelIndex &, int) const override { return {}; }
    const Row &row(int row) const { return m_rows.at(row); }
    const QList<Row> &rows() const { return m_rows; }

protected:
    void become(const QList<Row> &wanted)
    {
        const auto indexIn = [](const QList<Row> &rows, const Row &row, int from, int to) {
            for (int i = from; i < to; ++i) {
                if (rows.at(i).isSameAs(row))
                    return i;
            }
            return -1;
        };
        // Of thousands of rows mostly one has come, gone or changed: each row is looked for between those
        // that stand where they stood.
        const int shorter = int(std::min(m_rows.size(), wanted.size()));
        int head = 0;
        while (head < shorter && m_rows.at(head).isSameAs(wanted.at(head)))
            ++head;
        int tail = 0;
        while (tail < shorter - head
               && m_rows.at(m_rows.size() - 1 - tail).isSameAs(wanted.at(wanted.size() - 1 - tail)))
            ++tail;
        for (int i = int(m_rows.size()) - 1 - tail; i >= head; --i) {
            if (indexIn(wanted, m_rows.at(i), head, int(wanted.size()) - tail) >= 0)
                continue;
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
        for (int i = 0; i < wanted.size(); ++i) {
            const bool isBetween = i >= head && i < wanted.size() - tail;
            const int at = isBetween ? indexIn(m_rows, wanted.at(i), i, int(m_rows.size()) - tail) : i;
            if (at < 0) {
                beginInsertRows({}, i, i);
                m_rows.insert(i, wanted.at(i));
                endInsertRows();
            } else if (at != i) {
                beginMoveRows({}, at, at, {}, i);
                m_rows.move(at, i);
                endMoveRows();
            }
            if (!(m_rows.at(i) == wanted.at(i))) {
                m_rows[i] = wanted.at(i);
                Q_EMIT dataChanged(index(i), index(i));
            }
        }
    }

private:
    QList<Row> m_rows;
};

} // namespace inbox::models
