// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/composer/quotestrip.h"

#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/window/elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace inbox::ui {

namespace {

constexpr int kEdge = 3;
constexpr int kQuoteLength = 120;

} // namespace

QuoteStrip::QuoteStrip(QWidget *parent)
    : QWidget(parent)
    , m_author(new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold))
    , m_words(new ElidedLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base))
    , m_remove(new QToolButton)
{
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_remove->setAutoRaise(true);
    m_remove->setIcon(Icons::icon(QLatin1String("close")));
    m_remove->setIconSize({metrics::kSmallIcon, metrics::kSmallIcon});
    m_remove->setToolTip(tr("Do not quote"));
    m_remove->setAccessibleName(tr("Do not quote this message"));
    setButtonKind(m_remove, ButtonKind::Quiet);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_author);
    texts->addWidget(m_words);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kSmall + kEdge, metrics::kGrid, metrics::kGrid, metrics::kGrid);
    layout->addLayout(texts, 1);
    layout->addWidget(m_remove, 0, Qt::AlignTop);

    connect(m_remove, &QToolButton::clicked, this, &QuoteStrip::removed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void QuoteStrip::setQuote(const QString &author, const QString &words)
{
    m_author->setTextOrHide(Words::safeLine(author));
    m_words->setTextOrHide(Words::safeLine(words, kQuoteLength));
    setAccessibleName(author.isEmpty()
                          ? tr("Quoted message: %1").arg(m_words->text())
                          : tr("Quoted message by %1: %2").arg(m_author->text(), m_words->text()));
}

void QuoteStrip::paintEvent(QPaintEvent *)
{
    const Tokens &colors = Theme::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.window);
    painter.drawRoundedRect(rect(), metrics::kControlRadius, metrics::kControlRadius);
    painter.setBrush(colors.accent);
    const QRect bar(isRightToLeft() ? width() - kEdge : 0, 0, kEdge, height());
    painter.drawRoundedRect(bar, kEdge / 2.0, kEdge / 2.0);
}

} // namespace inbox::ui
