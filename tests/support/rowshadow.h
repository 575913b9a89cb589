// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

#include <functional>

namespace inbox::test {

// What a view believes of a list model when it trusts the signals alone: each row is read once when it
// appears and again when dataChanged names it. A model that forgets a signal, or sends a wrong one, differs
// from it.
class RowShadow : public QObject {
public:
    using Read = std::function<QString(int row)>;

    RowShadow(QAbstractItemModel &model, Read read)
        : m_model(model)
        , m_read(std::move(read))
    {
        readAll();
        connect(&model, &QAbstractItemModel::modelReset, this, [this] {
            ++resets;
            readAll();
        });
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) {
                    ++steps;
                    for (int row = first; row <= last; ++row)
                        rows.insert(row, m_read(row));
                });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) {
                    ++steps;
                    rows.remove(first, last - first + 1);
                });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &, int first, int last, const QModelIndex &, int to) {
                    ++steps;
                    if (first != last)
                        qFatal("one row at a time");
                    rows.move(first, to > first ? to - 1 : to);
                });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) {
                    for (int row = first.row(); row <= last.row(); ++row) {
                        ++changes;
                        rows[row] = m_read(row);
                    }
                });
    }

    QStringList present() const
    {
        QStringList now;
        for (int row = 0; row < m_model.rowCount(); ++row)
            now << m_read(row);
        return now;
    }

    QStringList rows;
    int resets = 0;
    int steps = 0; // insertions, removals, moves
    int changes = 0; // rows named by dataChanged

private:
    void readAll() { rows = present(); }

    QAbstractItemModel &m_model;
    Read m_read;
};

} // namespace inbox::test
