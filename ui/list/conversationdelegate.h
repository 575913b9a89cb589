// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversationlistmodel.h"
#include "ui/list/conversationrowlayout.h"

#include <QCache>
#include <QImage>
#include <QStyledItemDelegate>

#include <memory>

namespace inbox::ui {

// Knows customers' photos.
class RowPhotos {
public:
    virtual ~RowPhotos() = default;
    // As wide and high as `side` device pixels or more; null when there is none, or none yet.
    virtual QImage photo(const domain::ConversationKey &key, int side) const = 0;
};

// Paints the conversation list. All rows have one height, so a view with uniform row heights asks for it
// once. Owned by its view; GUI thread. Starts nothing and changes nothing.
class ConversationDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    // `rowRole` gives a models::ConversationRow.
    explicit ConversationDelegate(QObject *parent = nullptr,
                                  int rowRole = models::ConversationListModel::RowRole);
    ~ConversationDelegate() override;
    // Outlives the delegate, or is taken away again. nullptr: initials stand for everybody.
    void setPhotos(const RowPhotos *photos) { m_photos = photos; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    // The layout that paint() uses for this row at this size; kept until the row, the width, the font, the
    // density or the minute changes. The reference lives until the next call.
    const ConversationRowLayout &layout(const models::ConversationRow &row,
                                        const QStyleOptionViewItem &option) const;
    // How often a layout was worked out because the cache had none; for tests.
    int layoutsMade() const { return m_layoutsMade; }

private:
    struct Cached;
    const ConversationRowFonts &fonts(const QFont &base) const;

    int m_rowRole;
    const RowPhotos *m_photos = nullptr;
    mutable std::unique_ptr<ConversationRowFonts> m_fonts;
    mutable QFont m_base;
    mutable QCache<domain::ConversationKey, Cached> m_cache;
    mutable int m_layoutsMade = 0;
};

// Paints one row into `rect`: what the delegate does, for galleries and tests too.
void paintConversationRow(QPainter *painter, const QRect &rect, const models::ConversationRow &row,
                          const ConversationRowLayout &layout, const ConversationRowFonts &fonts,
                          QStyle::State state, const QImage &photo = {});

} // namespace inbox::ui
