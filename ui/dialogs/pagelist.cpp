// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/pagelist.h"

#include "ui/dialogs/choicedelegate.h"
#include "ui/icons/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace inbox::ui {

namespace {

constexpr int kContentLetters = 44; // with less beside it the list keeps only its icons
constexpr int kRowPadding = 6;

class PageDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, qMax(option.fontMetrics.height(), metrics::kIcon) + 2 * kRowPadding};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &colors = Theme::colors();
        const bool picked = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (picked || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(picked ? colors.selection : colors.hover);
            painter->drawRoundedRect(option.rect, metrics::kControlRadius, metrics::kControlRadius);
        }
        const QString text =
            index.data(ChoiceDelegate::DetailRole).toBool() ? QString() : index.data().toString();
        const QRect icon = text.isEmpty()
            ? QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {metrics::kIcon, metrics::kIcon},
                                  option.rect)
            : QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
                                  {metrics::kIcon, metrics::kIcon},
                                  option.rect.adjusted(metrics::kSmall, 0, -metrics::kSmall, 0));
        Icons::paint(painter, QLatin1String(index.data(ChoiceDelegate::IconRole).toString().toLatin1()),
                     picked ? colors.accent : colors.muted, icon);
        const int lead = metrics::kIcon + 2 * metrics::kSmall;
        const QRect words = QStyle::visualRect(option.direction, option.rect,
                                               option.rect.adjusted(lead, 0, -metrics::kSmall, 0));
        painter->setPen(colors.text);
        painter->setFont(picked ? Theme::semibold(option.font) : option.font);
        painter->drawText(words,
                          int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
        painter->restore();
        if (option.state & QStyle::State_HasFocus)
            drawFocusRing(painter, option.rect, metrics::kControlRadius);
    }
};

} // namespace

PageList::PageList(QWidget *parent)
    : QListWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new PageDelegate(this));
    setMouseTracking(true);
    setSpacing(1);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void PageList::addPage(const QString &name, const QString &icon)
{
    auto *item = new QListWidgetItem(this);
    item->setData(ChoiceDelegate::IconRole, icon);
    setPageName(count() - 1, name);
}

void PageList::setPageName(int page, const QString &name)
{
    item(page)->setText(name);
    item(page)->setToolTip(name);
}

void PageList::fit(int width)
{
    const QFontMetrics picked(Theme::semibold(font()));
    int words = 0;
    for (int i = 0; i < count(); ++i)
        words = qMax(words, picked.horizontalAdvance(item(i)->text()));
    const int wide = words + metrics::kIcon + 5 * metrics::kSmall;
    const bool iconsOnly = width < wide + kContentLetters * fontMetrics().averageCharWidth();
    setFixedWidth(iconsOnly ? metrics::kIcon + 2 * metrics::kSmall : wide);
    for (int i = 0; i < count(); ++i)
        item(i)->setData(ChoiceDelegate::DetailRole, iconsOnly);
}

} // namespace inbox::ui
