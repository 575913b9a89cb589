// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversationlistmodel.h"

#include <QTreeView>

namespace inbox::ui {

class ConversationDelegate;
class RowPhotos;

// The conversation list: flat, rows of one height, painted by the delegate. The selection is the open
// conversation and changes only because a person moved it: rows that come, go or move never open another one.
// Owned by the conversation pane; GUI thread.
class ConversationListView : public QTreeView {
    Q_OBJECT
public:
    explicit ConversationListView(models::ConversationListModel &model, QWidget *parent = nullptr);

    // Marks the row of `key`, if it is in the list, and makes it visible. Emits nothing.
    void setCurrentKey(const domain::ConversationKey &key);
    const domain::ConversationKey &currentKey() const { return m_key; }
    // Outlives the view, or is taken away again.
    void setPhotos(const RowPhotos *photos);
    bool isOnScreen(const domain::ConversationKey &key) const;
    void repaintRow(const domain::ConversationKey &key);
    // Chooses the row `by` rows away from the current one; from nowhere, the first or the last.
    void step(int by);
    void chooseFirst();
    // Checks the current row and every row on the way to the one `by` rows away, which becomes current.
    void checkOnTo(int by);

Q_SIGNALS:
    void chosen(const inbox::domain::ConversationKey &key);
    void contextMenuWanted(const QPoint &globalPosition);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void verticalScrollbarValueChanged(int value) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    // Ctrl checks the row, Shift all rows from the current one to it; neither opens it.
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restoreSelection();

    models::ConversationListModel &m_model;
    ConversationDelegate *m_delegate;
    domain::ConversationKey m_key;
    int m_left = -1; // the row it stood in before it left the list; -1: it has not
    bool m_following = false; // the selection is following the model, not a person
};

} // namespace inbox::ui
