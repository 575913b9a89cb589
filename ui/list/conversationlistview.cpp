// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/list/conversationlistview.h"

#include "ui/list/conversationdelegate.h"
#include "ui/list/spokenconversations.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace inbox::ui {

ConversationListView::ConversationListView(models::ConversationListModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_delegate(new ConversationDelegate(this))
{
    auto *spoken = new SpokenConversations(this);
    spoken->setSourceModel(&model);

    setAccessibleName(tr("Conversations"));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setHeaderHidden(true);
    header()->setStretchLastSection(true);
    header()->setMinimumSectionSize(1);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setItemDelegate(m_delegate);
    setModel(spoken);

    const auto settle = [this] { restoreSelection(); };
    connect(spoken, &QAbstractItemModel::rowsRemoved, this, settle);
    connect(spoken, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                if (m_left >= first)
                    m_left += last - first + 1;
                restoreSelection();
            });
    connect(spoken, &QAbstractItemModel::modelReset, this, [this] {
        m_left = -1;
        restoreSelection();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        viewport()->update();
    });
}

void ConversationListView::setCurrentKey(const domain::ConversationKey &key)
{
    if (m_key != key)
        m_left = -1;
    m_key = key;
    m_model.showUpTo(key);
    restoreSelection();
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

void ConversationListView::setPhotos(const RowPhotos *photos)
{
    m_delegate->setPhotos(photos);
    viewport()->update();
}

bool ConversationListView::isOnScreen(const domain::ConversationKey &key) const
{
    const int row = m_model.rowOf(key);
    return row >= 0 && visualRect(model()->index(row, 0)).intersects(viewport()->rect());
}

void ConversationListView::repaintRow(const domain::ConversationKey &key)
{
    if (const int row = m_model.rowOf(key); row >= 0)
        update(model()->index(row, 0));
}

void ConversationListView::restoreSelection()
{
    const QScopedValueRollback following(m_following, true);
    const int row = m_key.isEmpty() ? -1 : m_model.rowOf(m_key);
    if (row < 0) {
        selectionModel()->clear();
        return;
    }
    const QModelIndex index = model()->index(row, 0);
    if (currentIndex() != index || !selectionModel()->isSelected(index))
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void ConversationListView::step(int by)
{
    m_model.showUpTo(m_key);
    const QModelIndex current = currentIndex();
    int from = by > 0 ? -1 : m_model.rowCount();
    if (current.isValid())
        from = current.row();
    else if (m_left >= 0) // the next one stands there now
        from = by > 0 ? m_left - 1 : m_left;
    while (from + by >= m_model.rowCount() && m_model.rowCount() < m_model.length())
        m_model.showMore();
    const int count = model()->rowCount();
    if (count == 0)
        return;
    setCurrentIndex(model()->index(qBound(0, from + by, count - 1), 0));
}

void ConversationListView::chooseFirst()
{
    if (model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
}

void ConversationListView::checkOnTo(int by)
{
    if (currentIndex().isValid())
        m_model.setChecked(m_key, true);
    for (int i = 0; i < qAbs(by); ++i) {
        step(by > 0 ? 1 : -1);
        m_model.setChecked(m_key, true);
    }
}

void ConversationListView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool one = event->modifiers() & Qt::ControlModifier;
    const bool range = event->modifiers() & Qt::ShiftModifier;
    if (event->button() != Qt::LeftButton || !index.isValid() || !(one || range)) {
        QTreeView::mousePressEvent(event);
        return;
    }
    setFocus(Qt::MouseFocusReason);
    const int from = range && currentIndex().isValid() ? currentIndex().row() : index.row();
    const bool checked = range || !m_model.isChecked(m_model.row(index.row()).key);
    for (int row = std::min(from, index.row()); row <= std::max(from, index.row()); ++row)
        m_model.setChecked(m_model.row(row).key, checked);
}

void ConversationListView::focusInEvent(QFocusEvent *event)
{
    // The base class would make the first row current, and so open it.
    if (currentIndex().isValid())
        QTreeView::focusInEvent(event);
    else
        QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ConversationListView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (hasFocus() && !currentIndex().isValid()) {
        QPainter painter(viewport());
        drawFocusRing(&painter, viewport()->rect(), 0);
    }
}

void ConversationListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!previous.isValid())
        viewport()->update(); // the ring of an empty selection goes
    if (m_following || !current.isValid())
        return;
    const domain::ConversationKey key = m_model.row(current.row()).key;
    if (key == m_key)
        return;
    m_key = key;
    m_left = -1;
    Q_EMIT chosen(key);
}

void ConversationListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    // The base class moves the current row to a neighbour here; opening that would be nobody's wish.
    const QScopedValueRollback following(m_following, true);
    const int row = currentIndex().row();
    if (row >= start && row <= end)
        m_left = start;
    else if (m_left > start)
        m_left = std::max(start, m_left - (end - start + 1));
    QTreeView::rowsAboutToBeRemoved(parent, start, end);
}

void ConversationListView::verticalScrollbarValueChanged(int value)
{
    QTreeView::verticalScrollbarValueChanged(value);
    // Before the last row of the window comes into sight.
    if (value + 2 * verticalScrollBar()->pageStep() >= verticalScrollBar()->maximum())
        m_model.showMore();
}

QModelIndex ConversationListView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveEnd)
        m_model.showAll();
    return QTreeView::moveCursor(action, modifiers);
}

void ConversationListView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    const QPoint place =
        event->reason() == QContextMenuEvent::Mouse ? event->pos() : visualRect(index).center();
    Q_EMIT contextMenuWanted(viewport()->mapToGlobal(place));
}

bool ConversationListView::viewportEvent(QEvent *event)
{
    // The row under the pointer is painted by the delegate from State_MouseOver.
    if (event->type() == QEvent::Leave)
        viewport()->update();
    return QTreeView::viewportEvent(event);
}

void ConversationListView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

} // namespace inbox::ui
