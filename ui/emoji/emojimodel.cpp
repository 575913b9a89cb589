// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/emoji/emojimodel.h"

#include "ui/emoji/emojilibrary.h"

#include <algorithm>

namespace inbox::ui {

void EmojiModel::setSections(const QList<EmojiSection> &sections)
{
    beginResetModel();
    m_rows.clear();
    m_sections.clear();
    for (const EmojiSection &section : sections) {
        m_sections << int(m_rows.size());
        if (!section.title.isEmpty())
            m_rows << Row{section.title, {}};
        for (qsizetype i = 0; i < section.emoji.size(); i += kColumns)
            m_rows << Row{{}, section.emoji.mid(i, kColumns)};
    }
    endResetModel();
}

int EmojiModel::sectionOf(int row) const
{
    return int(std::upper_bound(m_sections.cbegin(), m_sections.cend(), row) - m_sections.cbegin()) - 1;
}

QString EmojiModel::emoji(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).emoji.value(index.column()) : QString();
}

int EmojiModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EmojiModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant EmojiModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    if (!row.title.isEmpty())
        return index.column() == 0 && role == Qt::DisplayRole ? row.title : QVariant();
    const QString text = row.emoji.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return text.isEmpty() ? QVariant() : EmojiLibrary::instance().name(text);
    default:
        return {};
    }
}

Qt::ItemFlags EmojiModel::flags(const QModelIndex &index) const
{
    return emoji(index).isEmpty() ? Qt::NoItemFlags
                                  : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace inbox::ui
