// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/preferencerow.h"

#include "services/domain/text.h"
#include "ui/settings/highlightlabel.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace inbox::ui {

namespace {
constexpr int kWordsWidth = 28; // average letters that stand comfortably beside the control
} // namespace

PreferenceRow::PreferenceRow(const QString &label, const QString &help, const QString &keywords,
                             QWidget *control, QWidget *parent)
    : QWidget(parent)
    , m_label(new HighlightLabel(label))
    , m_help(new HighlightLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
    , m_keywords(keywords)
    , m_control(control)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_label->setWordWrap(true);
    m_help->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    words->addWidget(m_label);
    words->addWidget(m_help);
    words->addStretch(1);
    m_layout->setContentsMargins(0, metrics::kMedium, 0, metrics::kMedium + 1);
    m_layout->setSpacing(metrics::kLarge);
    m_layout->addLayout(words, 1);
    m_layout->addWidget(m_control, 0, Qt::AlignVCenter);
    m_control->setAccessibleName(label);
    // Turning the wheel moves the page, it does not change what happens to be below the pointer.
    m_control->installEventFilter(this);
    const QList<QWidget *> inside = m_control->findChildren<QWidget *>();
    for (QWidget *widget : inside)
        widget->installEventFilter(this);
    setHelp(help);
}

void PreferenceRow::setHelp(const QString &help)
{
    m_help->setTextOrHide(help);
    m_control->setAccessibleDescription(help);
}

void PreferenceRow::setControlBelow()
{
    m_below = true;
    arrange();
}

QString PreferenceRow::label() const
{
    return m_label->text();
}

bool PreferenceRow::matches(const QStringList &words, const QString &context) const
{
    const QString all =
        domain::folded(QStringList{m_label->text(), m_help->text(), m_keywords, context}.join(u'\n'));
    return std::all_of(words.begin(), words.end(),
                       [&all](const QString &word) { return all.contains(word); });
}

void PreferenceRow::setHighlight(const QStringList &words)
{
    m_label->setHighlight(words);
    m_help->setHighlight(words);
}

void PreferenceRow::arrange()
{
    const int beside =
        m_control->sizeHint().width() + metrics::kLarge + kWordsWidth * fontMetrics().averageCharWidth();
    const bool isSmall =
        qobject_cast<QAbstractButton *>(m_control) && m_control->sizeHint().width() < width() / 2;
    const bool below = m_below || (!isSmall && width() < beside);
    m_layout->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_layout->setSpacing(below ? metrics::kSmall : metrics::kLarge);
    m_layout->setAlignment(m_control,
                           m_below     ? Qt::Alignment()
                               : below ? Qt::AlignLeading
                                       : Qt::AlignVCenter);
}

void PreferenceRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PreferenceRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void PreferenceRow::mouseReleaseEvent(QMouseEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(m_control);
    if (button && button->isCheckable() && button->isEnabled() && rect().contains(event->pos()))
        button->click();
}

bool PreferenceRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PreferenceRow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, Theme::colors().border);
}

} // namespace inbox::ui
