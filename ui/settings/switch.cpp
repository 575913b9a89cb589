// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/switch.h"

#include "ui/icons/icons.h"
#include "ui/theme/painting.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace inbox::ui {

namespace {
constexpr int kWidth = 40;
constexpr int kHeight = 22;
constexpr int kGap = 3; // between the track and its knob
constexpr int kRing = 3; // room for the focus ring
constexpr qreal kHoverShade = 0.08;
} // namespace

QSize Switch::sizeHint() const
{
    return {kWidth + 2 * kRing, kHeight + 2 * kRing};
}

void Switch::paintEvent(QPaintEvent *)
{
    const Tokens &colors = Theme::colors();
    QStyleOptionButton option;
    initStyleOption(&option);
    const bool on = isChecked();
    const QRectF track = QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, {kWidth, kHeight}, rect());
    const qreal radius = track.height() / 2;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = !isEnabled() ? colors.border : on ? colors.accent : colors.surface;
    painter.setBrush(underMouse() && isEnabled() ? mixed(fill, colors.text, kHoverShade) : fill);
    painter.setPen(on || !isEnabled() ? QPen(Qt::NoPen) : QPen(colors.control, 1));
    painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);

    const qreal size = track.height() - 2 * kGap;
    const bool atRight = on != isRightToLeft();
    const QRectF knob(atRight ? track.right() - kGap - size : track.left() + kGap, track.top() + kGap, size,
                      size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? (isEnabled() ? colors.onAccent : colors.muted) : colors.control);
    painter.drawEllipse(knob);
    if (on) {
        constexpr int kMark = 12;
        Icons::paint(
            &painter, QLatin1String("check"), isEnabled() ? colors.accent : colors.border,
            QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {kMark, kMark}, knob.toAlignedRect()));
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange))
        drawFocusRing(&painter, track.adjusted(-kRing, -kRing, kRing, kRing), radius + kRing);
}

} // namespace inbox::ui
