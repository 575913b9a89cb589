// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/details/windowmeter.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace inbox::ui {

using namespace domain;

namespace {

// The longest window there is (WhatsApp's): a full bar.
constexpr double kFullSeconds = 24 * 60 * 60;
constexpr int kBarHeight = 6;

} // namespace

WindowMeter::WindowMeter(QWidget *parent)
    : QWidget(parent)
    , m_words(new PlainLabel)
{
    auto *name = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small);
    name->setText(tr("Reply window"));
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kSmall, metrics::kGrid, metrics::kSmall,
                               metrics::kGrid + kBarHeight + metrics::kGrid);
    layout->setSpacing(0);
    layout->addWidget(name);
    layout->addWidget(m_words);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WindowMeter::setState(const ReplyState &state, const QDateTime &serverNow)
{
    const ReplyText text = Words::reply(state, serverNow);
    QString words = text.headline;
    if (words.isEmpty() && state.composerOpen())
        words = tr("Open");
    if (m_words->text() != words)
        m_words->setText(words);
    setToolTip(Words::safeToolTip(text.toolTip));
    if (accessibleName() != text.spoken)
        setAccessibleName(text.spoken);

    double left = -1;
    if (state.deadline && (state.kind == ReplyStateKind::Open || state.kind == ReplyStateKind::Unknown))
        left = qBound(0.0, double(serverNow.secsTo(*state.deadline)) / kFullSeconds, 1.0);
    switch (state.composerOpen() ? state.urgency : Urgency::None) {
    case Urgency::Red:
        m_words->setTone(PlainLabel::Tone::Danger);
        break;
    case Urgency::Amber:
        m_words->setTone(PlainLabel::Tone::Warning);
        break;
    case Urgency::None:
    case Urgency::Neutral:
        m_words->setTone(PlainLabel::Tone::Normal);
        break;
    }
    // Each second a little less is left, but the bar gets shorter by a pixel only every few minutes.
    const bool barMoved = qRound(left * width()) != qRound(m_left * width());
    const bool barCameOrWent = (left < 0) != (m_left < 0);
    const bool repaint = barMoved || barCameOrWent || state.urgency != m_urgency;
    m_left = left;
    m_urgency = state.urgency;
    if (repaint) {
        layout()->setContentsMargins(metrics::kSmall, metrics::kGrid, metrics::kSmall,
                                     left < 0 ? metrics::kGrid : 2 * metrics::kGrid + kBarHeight);
        update();
    }
}

QColor WindowMeter::barColor() const
{
    const Tokens &colors = Theme::colors();
    switch (m_urgency) {
    case Urgency::Red:
        return colors.danger;
    case Urgency::Amber:
        return colors.warning;
    case Urgency::None:
    case Urgency::Neutral:
        break;
    }
    return colors.accent;
}

void WindowMeter::paintEvent(QPaintEvent *)
{
    if (m_left < 0)
        return;
    const Tokens &colors = Theme::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF track(metrics::kSmall, height() - metrics::kGrid - kBarHeight,
                       qMax(0, width() - 2 * metrics::kSmall), kBarHeight);
    painter.setBrush(colors.border);
    painter.drawRoundedRect(track, kBarHeight / 2.0, kBarHeight / 2.0);
    QRectF rest = track;
    rest.setWidth(qMax(double(kBarHeight), track.width() * m_left));
    if (isRightToLeft())
        rest.moveRight(track.right());
    painter.setBrush(barColor());
    painter.drawRoundedRect(rest, kBarHeight / 2.0, kBarHeight / 2.0);
}

} // namespace inbox::ui
