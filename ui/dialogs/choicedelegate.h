// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace inbox::ui {

// Draws one line to pick: an icon, the words, what is said about them, and a mark on what is so already.
// Words are drawn as they are: the model has made them safe. GUI thread.
class ChoiceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // Far from the roles of any model, so that a list with none of these can be drawn too.
    enum Role { IdRole = Qt::UserRole + 100, DetailRole, IconRole, CurrentRole, OnlineRole, ColorRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    // Of a dot in the icon's place; invalid: none. As it is here, a tag's.
    virtual QColor dotColor(const QModelIndex &index) const;
};

} // namespace inbox::ui
