// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/account.h"

#include <QStyledItemDelegate>

namespace inbox::ui {

// How one record is shown: made safe already, on one line each.
struct RecordLine {
    enum class Tone { Quiet, Good, Warning, Danger };
    QString icon; // a name of ours
    QString title; // whom it is about
    QString account; // empty: there is one only
    int accountColor = domain::noAccountColor;
    QString time;
    QString text; // what it is
    QString state; // what became of it
    Tone tone = Tone::Quiet; // of the state
    QString toolTip;

    QString spoken() const;
};

// Draws a record in three lines: whom it is about and when, what it is, what became of it. GUI thread.
class RecordDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { LineRole = Qt::UserRole + 1 };

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace inbox::ui

Q_DECLARE_METATYPE(inbox::ui::RecordLine)
