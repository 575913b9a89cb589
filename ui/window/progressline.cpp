// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/window/progressline.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace inbox::ui {

namespace {
constexpr int kHeight = 2;
constexpr std::chrono::milliseconds kAppearAfter{500};
constexpr std::chrono::milliseconds kStep{33};
constexpr qint64 kRoundMs = 1600;
constexpr qreal kShare = 0.3; // of the width that is coloured
} // namespace

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(kHeight);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_appear.setSingleShot(true);
    m_appear.setInterval(kAppearAfter);
    connect(&m_appear, &QTimer::timeout, this, [this] {
        m_shown = true;
        m_time.start();
        if (Theme::animationsEnabled())
            m_step.start(kStep);
        update();
    });
    connect(&m_step, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void ProgressLine::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    if (busy) {
        m_appear.start();
        return;
    }
    m_appear.stop();
    m_step.stop();
    m_shown = false;
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    if (!m_shown)
        return;
    QPainter painter(this);
    if (!m_step.isActive()) {
        painter.fillRect(rect(), Theme::colors().accent);
        return;
    }
    const qreal phase = qreal(m_time.elapsed() % kRoundMs) / kRoundMs;
    const qreal length = width() * kShare;
    qreal x = phase * (width() + length) - length;
    if (isRightToLeft())
        x = width() - x - length;
    painter.fillRect(QRectF(x, 0, length, height()), Theme::colors().accent);
}

} // namespace inbox::ui
