// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/colorswatches.h"

#include "services/domain/account.h"
#include "ui/icons/icons.h"
#include "ui/theme/accountcolors.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace inbox::ui {

namespace {

constexpr int kSide = 32; // with the focus ring
constexpr int kRing = 2;

class Swatch final : public QAbstractButton {
public:
    Swatch(int color, QWidget *parent)
        : QAbstractButton(parent)
        , m_color(color)
    {
        setCheckable(true);
        setFocusPolicy(Qt::ClickFocus); // Tab leads to the chosen one only
        setAccessibleName(accountColorName(color));
        setToolTip(accountColorName(color));
        setCursor(Qt::PointingHandCursor);
    }

    QSize sizeHint() const override { return {kSide, kSide}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRect disc = rect().adjusted(2 * kRing, 2 * kRing, -2 * kRing, -2 * kRing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(accountColor(m_color));
        painter.drawEllipse(disc);
        if (isChecked()) {
            constexpr int kTick = 5;
            Icons::paint(&painter, QLatin1String("check"), Theme::colors().onAccent,
                         disc.adjusted(kTick, kTick, -kTick, -kTick));
        }
        if (hasFocus()) {
            painter.setPen(QPen(Theme::colors().focus, kRing));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        }
    }

private:
    int m_color;
};

} // namespace

ColorSwatches::ColorSwatches(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(tr("Colour of the account"));
    connect(m_group, &QButtonGroup::idToggled, this, [this](int color, bool chosen) {
        m_group->button(color)->setFocusPolicy(chosen ? Qt::StrongFocus : Qt::ClickFocus);
    });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (int color = 0; color < domain::accountColorCount; ++color) {
        auto *swatch = new Swatch(color, this);
        m_group->addButton(swatch, color);
        layout->addWidget(swatch);
    }
    layout->addStretch(1);
}

int ColorSwatches::color() const
{
    return m_group->checkedId();
}

void ColorSwatches::setColor(int color)
{
    if (QAbstractButton *swatch = m_group->button(color))
        swatch->setChecked(true);
}

} // namespace inbox::ui
