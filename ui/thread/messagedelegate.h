// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/threadmodel.h"
#include "ui/thread/bubblelayout.h"

#include <QCache>
#include <QSet>
#include <QStyledItemDelegate>

#include <memory>
#include <optional>

class QAbstractItemView;

namespace inbox::ui {

// A run of selected text within one row: block and positions as BubbleLayout::Hit gives them.
struct TextSelection {
    int block = -1;
    int from = 0;
    int to = 0;
    bool isEmpty() const { return block < 0 || from == to; }
};

// Paints the thread: bubbles, notes, system lines, day lines. Asking for a row's height is a hash lookup
// unless the row or the width it wraps at has changed. Tells what was clicked; opens and changes nothing
// itself. Owned by its view; GUI thread.
class MessageDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    // `rowRole` gives a models::ThreadRow.
    explicit MessageDelegate(QObject *parent = nullptr, int rowRole = models::ThreadModel::RowRole);
    ~MessageDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    // What is at `position` (viewport coordinates) in the row of `index`.
    BubbleLayout::Hit hitAt(const QAbstractItemView *view, const QModelIndex &index,
                            const QPoint &position) const;
    // Where the row's bubble stands, in viewport coordinates; and its words, for an overlay.
    QRect bubbleRect(const QAbstractItemView *view, const QModelIndex &index) const;
    QRect textRect(const QAbstractItemView *view, const QModelIndex &index) const;
    // The bubble's upper corner on its outer side, in viewport coordinates: where a bar of actions goes.
    QPoint barAnchor(const QAbstractItemView *view, const QModelIndex &index) const;
    // All words as they are shown (marks taken out), and the selected ones.
    QString text(const QModelIndex &index) const;
    QString selectedText(const QModelIndex &index) const;

    // Text selected with the mouse in one row at a time; an empty selection clears it. The view updates the
    // row.
    void setSelection(const QModelIndex &index, const TextSelection &selection);

    // One row stands out for a while, as where somebody was led to; an invalid index: none. The view updates
    // the row.
    void setLitUp(const QModelIndex &index);

    // Whether a long message is shown in full.
    void setExpanded(const QModelIndex &index, bool expanded);
    bool isExpanded(const QModelIndex &index) const;

    // Who knows how cards look now; not owned, outlives the painting. Without one nothing has been loaded.
    void setFaces(const CardFaces *faces) { m_faces = faces; }
    // What a press at `hit` in the row would do to a card.
    CardAct cardActAt(const QAbstractItemView *view, const QModelIndex &index,
                      const BubbleLayout::Hit &hit) const;
    // As a click on the bar of the sound that plays there, at the place on it that is nearest to `position`.
    void seekAt(const QAbstractItemView *view, const QModelIndex &index, int content, const QPoint &position);
    // Where a card's part stands, in viewport coordinates; for the view and tests. nullopt: no such card.
    std::optional<CardLayout> card(const QAbstractItemView *view, const QModelIndex &index,
                                   int content) const;

    // How often a row was laid out; for tests.
    int layoutsMade() const { return m_layoutsMade; }

Q_SIGNALS:
    void linkActivated(const QUrl &url); // http, https, mailto or tel
    void quoteActivated(const inbox::domain::MessageId &id);
    void olderActivated();
    // A part of a card was clicked: `line` of a person's, `fraction` (0 to 1) of a sound.
    void cardActivated(const inbox::models::ThreadRow &row, int content, inbox::ui::CardZone zone, int line,
                       qreal fraction);
    void reactionActivated(); // ours, on the row that was clicked

private:
    struct Height;
    struct Cached;
    models::ThreadRow rowAt(const QModelIndex &index) const;
    void useFont(const QFont &base, Qt::LayoutDirection direction) const;
    QString cardToolTip(const models::ThreadRow &row, const BubbleLayout::Hit &hit) const;
    const BubbleLayout &layout(const models::ThreadRow &row, int width) const;
    const BubbleLayout &layoutAt(const QAbstractItemView *view, const QModelIndex &index) const;

    int m_rowRole;
    const CardFaces *m_faces = nullptr;
    mutable std::unique_ptr<BubbleFonts> m_fonts;
    mutable QFont m_base;
    mutable Qt::LayoutDirection m_direction = Qt::LeftToRight;
    mutable QHash<QString, Height> m_heights;
    mutable QCache<QString, Cached> m_layouts;
    mutable int m_layoutsMade = 0;
    QSet<QString> m_expanded;
    QString m_selectedRow;
    TextSelection m_selection;
    QString m_litUpRow;
    QString m_pressedRow;
    BubbleLayout::Hit m_pressed;
};

// Paints one row into `rect`: what the delegate does, for galleries and tests too.
void paintThreadRow(QPainter *painter, const QRect &rect, const models::ThreadRow &row,
                    const BubbleLayout &layout, const BubbleFonts &fonts, QStyle::State state,
                    const TextSelection &selection = {}, const CardFaces *faces = nullptr,
                    bool litUp = false);

} // namespace inbox::ui
