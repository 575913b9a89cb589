// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>

namespace inbox::ui {

// Emoji under a heading.
struct EmojiSection {
    QString title; // empty: no heading
    QStringList emoji;
};

// Sections of emoji as a table: a heading takes a row, its emoji the rows below. Names come with each as tool
// tip and for screen readers. Owned by its grid; GUI thread.
class EmojiModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int kColumns = 9;

    using QAbstractTableModel::QAbstractTableModel;

    void setSections(const QList<EmojiSection> &sections);
    bool isHeading(int row) const { return !m_rows.at(row).title.isEmpty(); }
    // The first row of a section, its heading if it has one; -1 when there is no such section.
    int rowOf(int section) const { return m_sections.value(section, -1); }
    int sectionOf(int row) const;
    QString emoji(const QModelIndex &index) const; // empty where there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        QString title;
        QStringList emoji;
    };
    QList<Row> m_rows;
    QList<int> m_sections;
};

} // namespace inbox::ui
