// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/focusorder.h"

#include <QLayout>
#include <QWidget>

namespace inbox::ui {

namespace {

void collect(QLayout *layout, QList<QWidget *> &all)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        QWidget *widget = item->widget();
        if (widget && (widget->focusPolicy() & Qt::TabFocus))
            all << widget;
        if (QLayout *inner = widget ? widget->layout() : item->layout())
            collect(inner, all);
    }
}

} // namespace

void followTheEye(QWidget *root)
{
    QList<QWidget *> all;
    if (root->layout())
        collect(root->layout(), all);
    for (qsizetype i = 1; i < all.size(); ++i)
        QWidget::setTabOrder(all.at(i - 1), all.at(i));
}

} // namespace inbox::ui
