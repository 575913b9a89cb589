// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/choicedelegate.h"

#include "ui/icons/icons.h"
#include "ui/theme/tagcolors.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace inbox::ui {

namespace {
constexpr int kDot = 10;
constexpr qreal kPresence = 6;
} // namespace

QColor ChoiceDelegate::dotColor(const QModelIndex &index) const
{
    const QVariant color = index.data(ColorRole);
    return color.isValid() ? tagColor(color.toString()) : QColor();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics small(Theme::small(option.font));
    const int width = option.fontMetrics.horizontalAdvance(index.data().toString())
        + small.horizontalAdvance(index.data(DetailRole).toString()) + 2 * metrics::kIcon
        + 5 * metrics::kSmall;
    return {width, option.fontMetrics.height() + 2 * metrics::kSmall};
}

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &colors = Theme::colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool picked = option.state & QStyle::State_Selected;
    if (picked || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(picked ? colors.selection : colors.hover);
        painter->drawRoundedRect(option.rect.adjusted(2, 0, -2, 0), metrics::kControlRadius,
                                 metrics::kControlRadius);
    }
    const auto place = [&option](const QRect &logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    QRect rest = option.rect.adjusted(metrics::kSmall, 0, -metrics::kSmall, 0);
    const auto iconAt = [&](int x) {
        return place(QRect(x, option.rect.center().y() - metrics::kSmallIcon / 2, metrics::kSmallIcon,
                           metrics::kSmallIcon));
    };
    const QColor dot = dotColor(index);
    const QString icon = index.data(IconRole).toString();
    if (!icon.isEmpty() && !dot.isValid()) {
        const QRect at = iconAt(rest.left());
        Icons::paint(painter, QLatin1String(icon.toLatin1()), colors.muted, at);
        if (const QVariant online = index.data(OnlineRole); online.isValid()) {
            // Filled or hollow, so that it is not the colour alone that tells.
            const QRectF dot(at.right() - kPresence + 2, at.bottom() - kPresence + 2, kPresence, kPresence);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.raised);
            painter->drawEllipse(dot.adjusted(-2, -2, 2, 2));
            painter->setPen(QPen(online.toBool() ? colors.success : colors.muted, 1.5));
            painter->setBrush(online.toBool() ? QBrush(colors.success) : QBrush(Qt::NoBrush));
            painter->drawEllipse(dot);
        }
        rest.setLeft(rest.left() + metrics::kSmallIcon + metrics::kSmall);
    }
    if (dot.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(dot);
        painter->drawEllipse(
            QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {kDot, kDot}, iconAt(rest.left())));
        rest.setLeft(rest.left() + metrics::kSmallIcon + metrics::kSmall);
    }
    if (index.data(CurrentRole).toBool())
        Icons::paint(painter, QLatin1String("check"), colors.accent,
                     iconAt(rest.right() - metrics::kSmallIcon));
    rest.setRight(rest.right() - metrics::kSmallIcon - metrics::kSmall);

    const QString text = index.data().toString();
    const int textWidth = qMin(rest.width(), option.fontMetrics.horizontalAdvance(text) + 1);
    const Qt::Alignment leading =
        Qt::AlignAbsolute | QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter->setPen(colors.text);
    painter->setFont(option.font);
    painter->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter->drawText(place(QRect(rest.topLeft(), QSize(textWidth, rest.height()))), int(leading),
                      option.fontMetrics.elidedText(text, Qt::ElideRight, textWidth));
    rest.setLeft(rest.left() + textWidth + metrics::kSmall);
    const QString detail = index.data(DetailRole).toString();
    if (!detail.isEmpty() && rest.width() > metrics::kIcon) {
        const QFont small = Theme::small(option.font);
        const Qt::Alignment trailing =
            Qt::AlignAbsolute | QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter);
        painter->setFont(small);
        painter->setLayoutDirection(detail.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter->setPen(colors.muted);
        painter->drawText(place(rest), int(trailing),
                          QFontMetrics(small).elidedText(detail, Qt::ElideMiddle, rest.width()));
    }
    painter->restore();
}

} // namespace inbox::ui
