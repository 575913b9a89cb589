// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/buttonrow.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QEvent>
#include <QStyle>

namespace inbox::ui {

ButtonRow::ButtonRow(QWidget *parent)
    : QWidget(parent)
{
}

void ButtonRow::addButton(QAbstractButton *button, Side side)
{
    button->setParent(this);
    m_entries.append({button, side});
    updateGeometry();
}

QList<ButtonRow::Entry> ButtonRow::shown() const
{
    QList<Entry> entries;
    for (const Entry &entry : m_entries) {
        if (!entry.button->isHidden())
            entries.append(entry);
    }
    return entries;
}

QSize ButtonRow::sizeHint() const
{
    QSize size(0, 0);
    const QList<Entry> entries = shown();
    for (const Entry &entry : entries) {
        const QSize hint = entry.button->sizeHint();
        size.rwidth() += hint.width() + (size.width() > 0 ? int(metrics::kSmall) : 0);
        size.setHeight(qMax(size.height(), hint.height()));
    }
    return size;
}

QSize ButtonRow::minimumSizeHint() const
{
    QSize size(0, 0);
    const QList<Entry> entries = shown();
    for (const Entry &entry : entries)
        size = size.expandedTo(entry.button->sizeHint());
    return size;
}

int ButtonRow::heightForWidth(int width) const
{
    const QSize row = sizeHint();
    const int lines = int(shown().size());
    return width >= row.width() || lines == 0 ? row.height()
                                              : lines * row.height() + (lines - 1) * metrics::kSmall;
}

void ButtonRow::place()
{
    const QList<Entry> entries = shown();
    const QSize row = sizeHint();
    const bool stacked = width() < row.width();
    int left = 0;
    int top = 0;
    int trailing = 0; // what the buttons of that side still need
    for (const Entry &entry : entries) {
        if (entry.side == Side::Trailing)
            trailing += entry.button->sizeHint().width() + (trailing > 0 ? int(metrics::kSmall) : 0);
    }
    bool jumped = false;
    for (const Entry &entry : entries) {
        if (stacked) {
            entry.button->setGeometry(0, top, width(), row.height());
            top += row.height() + metrics::kSmall;
            continue;
        }
        if (entry.side == Side::Trailing && !jumped) {
            left = width() - trailing;
            jumped = true;
        }
        const QRect place(left, 0, entry.button->sizeHint().width(), row.height());
        entry.button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        left += place.width() + metrics::kSmall;
    }
}

bool ButtonRow::event(QEvent *event)
{
    // A button came, went or says something else.
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

void ButtonRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace inbox::ui
