// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/disclosure.h"

#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace inbox::ui {

Disclosure::Disclosure(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // its words may be elided, not widen the pane
    setIconSize({metrics::kSmallIcon, metrics::kSmallIcon});
    setButtonKind(this, ButtonKind::Quiet);
    connect(this, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    showState();
}

QSize Disclosure::minimumSizeHint() const
{
    return {4 * metrics::kSmallIcon, QToolButton::minimumSizeHint().height()};
}

void Disclosure::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    if (const int missing = sizeHint().width() - width(); missing > 0) {
        const int room = fontMetrics().horizontalAdvance(text()) - missing;
        option.text = fontMetrics().elidedText(text(), Qt::ElideRight, qMax(0, room));
    }
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

void Disclosure::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    showState();
    Q_EMIT openChanged(open);
}

void Disclosure::showState()
{
    const bool mirrored = isRightToLeft();
    setIcon(Icons::icon(m_open         ? QLatin1String("chevron-down")
                            : mirrored ? QLatin1String("chevron-left")
                                       : QLatin1String("chevron-right")));
    setAccessibleDescription(m_open ? tr("Shown") : tr("Hidden"));
}

} // namespace inbox::ui
