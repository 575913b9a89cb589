// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/window/welcomepage.h"

#include "ui/commands/commands.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

namespace {
constexpr int kIconSize = 72;
constexpr int kColumnWidth = 380;
} // namespace

WelcomePage::WelcomePage(Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_demo(new QPushButton(this))
{
    auto *icon = new PlainLabel({}, this);
    icon->setPixmap(Icons::application().pixmap(QSize(kIconSize, kIconSize), devicePixelRatio()));
    icon->setAlignment(Qt::AlignCenter);
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title, this);
    title->setText(tr("Answer your customers in one place"));
    auto *text = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base, this);
    text->setText(
        tr("Agent Inbox shows the conversations of your WhatsApp numbers and web chats, how long you may "
           "still answer each of them, and who takes care of it."));
    for (PlainLabel *label : {title, text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }

    m_demo->setText(Commands::text(Command::OpenDemo));
    setButtonKind(m_demo, ButtonKind::Primary);
    auto *demoHint = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small, this);
    demoHint->setText(
        tr("Sixty invented conversations on this computer. Nothing you do there reaches anybody."));
    auto *connectButton = new QPushButton(Commands::text(Command::ConnectAccount), this);
    auto *connectHint = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small, this);
    connectHint->setText(tr("You need the address of your server and an access token."));
    for (PlainLabel *label : {demoHint, connectHint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    for (QPushButton *button : {m_demo, connectButton})
        button->setFixedWidth(kColumnWidth * 3 / 4);
    connect(m_demo, &QPushButton::clicked, &commands, [&commands] { commands.run(Command::OpenDemo); });
    connect(connectButton, &QPushButton::clicked, &commands,
            [&commands] { commands.run(Command::ConnectAccount); });

    // A wrapped label knows its height only where its width is settled: in a column of its own.
    auto *column = new QWidget(this);
    column->setMaximumWidth(kColumnWidth);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(column, 1000);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kSmall);
    layout->addStretch(2);
    layout->addWidget(icon, 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::kMedium);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addSpacing(metrics::kLarge);
    layout->addWidget(m_demo, 0, Qt::AlignHCenter);
    layout->addWidget(demoHint);
    layout->addSpacing(metrics::kMedium);
    layout->addWidget(connectButton, 0, Qt::AlignHCenter);
    layout->addWidget(connectHint);
    layout->addStretch(3);
    setAccessibleName(title->text());
}

void WelcomePage::focusFirst()
{
    m_demo->setFocus(Qt::OtherFocusReason);
}

} // namespace inbox::ui
