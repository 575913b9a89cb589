// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/noticebar.h"

#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace inbox::ui {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new SelectableLabel)
    , m_close(new QToolButton)
{
    m_close->setAutoRaise(true);
    m_close->setIcon(Icons::icon(QLatin1String("close")));
    m_close->setIconSize({metrics::kSmallIcon, metrics::kSmallIcon});
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss this notice"));
    setButtonKind(m_close, ButtonKind::Quiet);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kMedium, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    layout->setSpacing(metrics::kSmall);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);

    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void NoticeBar::showNotice(Kind kind, const QString &text)
{
    const bool same = isVisibleTo(parentWidget()) && kind == m_kind && text == m_label->text();
    m_kind = kind;
    m_label->setText(text);
    setAccessibleName(text);
    applyTone();
    show();
    if (same)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::clear()
{
    hide();
    m_label->clear();
}

void NoticeBar::applyTone()
{
    switch (m_kind) {
    case Kind::Information:
        m_label->setTone(PlainLabel::Tone::Normal);
        break;
    case Kind::Success:
        m_label->setTone(PlainLabel::Tone::Success);
        break;
    case Kind::Warning:
        m_label->setTone(PlainLabel::Tone::Warning);
        break;
    case Kind::Problem:
        m_label->setTone(PlainLabel::Tone::Danger);
        break;
    }
    update();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Tokens &colors = Theme::colors();
    QColor surface = colors.selection;
    QColor edge = colors.accent;
    switch (m_kind) {
    case Kind::Information:
        break;
    case Kind::Success:
        surface = colors.successSurface;
        edge = colors.success;
        break;
    case Kind::Warning:
        surface = colors.warningSurface;
        edge = colors.warning;
        break;
    case Kind::Problem:
        surface = colors.dangerSurface;
        edge = colors.danger;
        break;
    }
    constexpr int kEdge = 3;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(surface);
    painter.drawRoundedRect(rect(), metrics::kControlRadius, metrics::kControlRadius);
    painter.setBrush(edge);
    const QRect bar(isRightToLeft() ? width() - kEdge : 0, metrics::kControlRadius, kEdge,
                    qMax(0, height() - 2 * metrics::kControlRadius));
    painter.drawRoundedRect(bar, kEdge / 2.0, kEdge / 2.0);
}

} // namespace inbox::ui
