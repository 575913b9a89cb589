// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/focusorder.h"

#include <QLayout>
#include <QWidget>

namespace inbox::ui {

namespace {

void collect(QLayout *layout, QList<QWidget *> &all);

void collect(QWidget *widget, QList<QWidget *> &all)
{
    if (widget->focusPolicy() & Qt::TabFocus) {
        all << widget;
    } else if (!widget->layout()) { // it places what is in it by itself, as ButtonRow does
        const auto inside = widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        for (QWidget *inner : inside)
            collect(inner, all);
    }
    if (widget->layout())
        collect(widget->layout(), all);
}

void collect(QLayout *layout, QList<QWidget *> &all)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget())
            collect(item->widget(), all);
        else if (item->layout())
            collect(item->layout(), all);
    }
}

} // namespace

void followTheEye(QWidget *root)
{
    QList<QWidget *> all;
    collect(root, all);
    for (qsizetype i = 1; i < all.size(); ++i)
        QWidget::setTabOrder(all.at(i - 1), all.at(i));
}

} // namespace inbox::ui
