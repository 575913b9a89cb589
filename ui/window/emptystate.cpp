// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/window/emptystate.h"

#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

namespace {
constexpr int kIconSize = 40;
constexpr int kTextWidth = 420;
} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new PlainLabel({}, this))
    , m_title(new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold, this))
    , m_text(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base, this))
    , m_button(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    for (PlainLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    // A wrapped label knows its height only where its width is settled: in a column of its own.
    auto *column = new QWidget(this);
    column->setMaximumWidth(kTextWidth);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    row->addStretch(1);
    row->addWidget(column, 1000);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kSmall);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addSpacing(metrics::kGrid);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(metrics::kSmall);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::pressed);
    connect(&Theme::instance(), &Theme::changed, this, &EmptyState::paintIcon);
}

void EmptyState::setContent(QLatin1String icon, const QString &title, const QString &text,
                            const QString &button)
{
    m_iconName = icon;
    m_title->setText(title);
    m_text->setTextOrHide(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(title);
    paintIcon();
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::paintIcon()
{
    const QByteArray name = m_iconName.toLatin1();
    m_icon->setPixmap(
        Icons::pixmap(QLatin1String(name), Theme::colors().muted, kIconSize, devicePixelRatio()));
}

} // namespace inbox::ui
