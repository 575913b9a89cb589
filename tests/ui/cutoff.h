// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractScrollArea>
#include <QLabel>
#include <QScrollArea>
#include <QStringList>

namespace inbox::tests {

// What stands in `area` and cannot be read whole: past its right or left edge, or in fewer lines than its
// words need. Empty when all can.
inline QString cutOff(const QScrollArea &area)
{
    QStringList cut;
    const int room = area.viewport()->width();
    const QList<QWidget *> inside = area.widget()->findChildren<QWidget *>();
    for (const QWidget *widget : inside) {
        if (!widget->isVisible())
            continue;
        // What scrolls by itself answers for what is in it.
        bool scrolls = false;
        for (const QWidget *above = widget->parentWidget(); above != area.widget();
             above = above->parentWidget())
            scrolls = scrolls || qobject_cast<const QAbstractScrollArea *>(above);
        if (scrolls)
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const QString name = QLatin1String(widget->metaObject()->className()) + u' '
            + (label ? label->text() : widget->accessibleName() + widget->objectName());
        const int left = widget->mapTo(area.viewport(), QPoint()).x();
        if (left < 0 || left + widget->width() > room)
            cut << QStringLiteral("%1: from %2 to %3 of %4")
                       .arg(name)
                       .arg(left)
                       .arg(left + widget->width())
                       .arg(room);
        if (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            cut << QStringLiteral("%1: %2 of %3 high")
                       .arg(name)
                       .arg(label->height())
                       .arg(label->heightForWidth(label->width()));
    }
    return cut.join(u'\n');
}

} // namespace inbox::tests
