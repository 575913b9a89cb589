// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/records/recorddelegate.h"

#include "ui/icons/icons.h"
#include "ui/theme/accountcolors.h"
#include "ui/theme/painting.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace inbox::ui {

namespace {

constexpr int kAccountBar = 3;
constexpr int kLineGap = 2;

QColor colorOf(RecordLine::Tone tone)
{
    const Tokens &colors = Theme::colors();
    switch (tone) {
    case RecordLine::Tone::Quiet:
        return colors.muted;
    case RecordLine::Tone::Good:
        return colors.success;
    case RecordLine::Tone::Warning:
        return colors.warning;
    case RecordLine::Tone::Danger:
        return colors.danger;
    }
    return colors.muted;
}

} // namespace

QString RecordLine::spoken() const
{
    QStringList parts;
    for (const QString &part : {title, account, text, state, time}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral(", "));
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics name(Theme::semibold(option.font));
    const QFontMetrics small(Theme::small(option.font));
    return {0,
            name.height() + option.fontMetrics.height() + small.height() + 2 * kLineGap + 2 * metrics::kSmall
                + 1};
}

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const RecordLine line = index.data(LineRole).value<RecordLine>();
    const Tokens &colors = Theme::colors();
    const bool picked = option.state & QStyle::State_Selected;
    const Qt::LayoutDirection direction = option.direction;
    const auto place = [&](const QRect &logical) {
        return QStyle::visualRect(direction, option.rect, logical);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect,
                      picked                                       ? colors.selection
                          : option.state & QStyle::State_MouseOver ? colors.hover
                                                                   : colors.surface);
    QRect rest =
        option.rect.adjusted(metrics::kMedium, metrics::kSmall, -metrics::kMedium, -metrics::kSmall - 1);
    if (const QColor account = accountColor(line.accountColor, colors.dark); account.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(account);
        painter->drawRoundedRect(place(QRect(option.rect.left() + 4, rest.top(), kAccountBar, rest.height())),
                                 kAccountBar / 2.0, kAccountBar / 2.0);
    }
    const QFont name = Theme::semibold(option.font);
    const QFont small = Theme::small(option.font);
    const QFontMetrics nameMetrics(name);
    const QFontMetrics smallMetrics(small);
    Icons::paint(painter, QLatin1String(line.icon.toLatin1()), colorOf(line.tone),
                 place(QRect(rest.left(), rest.top() + (nameMetrics.height() - metrics::kSmallIcon) / 2,
                             metrics::kSmallIcon, metrics::kSmallIcon)));
    rest.setLeft(rest.left() + metrics::kSmallIcon + metrics::kSmall);

    const auto elided = [](const QString &text, const QFontMetrics &with, int width) {
        return with.elidedText(text, Qt::ElideRight, width);
    };
    QRect top(rest.left(), rest.top(), rest.width(), nameMetrics.height());
    const int timeWidth = line.time.isEmpty() ? 0 : smallMetrics.horizontalAdvance(line.time) + kLineGap;
    drawTextLine(painter, place(QRect(top.right() - timeWidth + 1, top.top(), timeWidth, top.height())),
                 line.time, small, colors.muted, direction);
    top.setRight(top.right() - timeWidth - (timeWidth > 0 ? metrics::kSmall : 0));
    const int titleWidth = qMin(top.width(), nameMetrics.horizontalAdvance(line.title) + kLineGap);
    drawTextLine(painter, place(QRect(top.left(), top.top(), titleWidth, top.height())),
                 elided(line.title, nameMetrics, titleWidth), name, colors.text, direction);
    top.setLeft(top.left() + titleWidth + metrics::kSmall);
    if (!line.account.isEmpty() && top.width() > metrics::kIcon)
        drawTextLine(painter, place(top), elided(line.account, smallMetrics, top.width()), small,
                     colors.muted, direction);

    const QRect middle(rest.left(), rest.top() + nameMetrics.height() + kLineGap, rest.width(),
                       option.fontMetrics.height());
    drawTextLine(painter, place(middle), elided(line.text, option.fontMetrics, middle.width()), option.font,
                 colors.text, direction);
    const QRect bottom(rest.left(), middle.bottom() + 1 + kLineGap, rest.width(), smallMetrics.height());
    drawTextLine(painter, place(bottom), elided(line.state, smallMetrics, bottom.width()), small,
                 colorOf(line.tone), direction);
    painter->fillRect(
        place(QRect(rest.left(), option.rect.bottom(), option.rect.right() - rest.left() + 1, 1)),
        colors.border);
    if (option.state & QStyle::State_HasFocus && picked)
        drawFocusRing(painter, option.rect.adjusted(0, 0, 0, -1), metrics::kControlRadius);
    painter->restore();
}

} // namespace inbox::ui
