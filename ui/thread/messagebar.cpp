// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/thread/messagebar.h"

#include "ui/commands/commands.h"
#include "ui/icons/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace inbox::ui {

using models::DeliveryMark;
using models::ThreadRow;

MessageBar::MessageBar(Commands &commands, QWidget *parent)
    : QFrame(parent)
{
    setAccessibleName(tr("Message actions"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);

    m_wasSent = addButton(tr("It was sent"), QLatin1String("tick"), true);
    m_wasNotSent = addButton(tr("It was not sent"), QLatin1String("undo"), true);
    m_sendAgain = addButton(tr("Send again"), QLatin1String("send"), true);
    m_putBack = addButton(tr("Put back into the reply"), QLatin1String("undo"), true);
    connect(m_wasSent, &QToolButton::clicked, this, [this] { Q_EMIT settled(m_intent, true); });
    connect(m_wasNotSent, &QToolButton::clicked, this, [this] { Q_EMIT settled(m_intent, false); });
    connect(m_sendAgain, &QToolButton::clicked, this, [this] { Q_EMIT sendAgainWanted(m_intent); });
    connect(m_putBack, &QToolButton::clicked, this, [this] { Q_EMIT putBackWanted(m_intent); });

    m_open = addCommand(commands, Command::OpenAttachment, true);
    m_save = addCommand(commands, Command::SaveAttachment, false);
    m_retry = addCommand(commands, Command::RetryMessage, true);
    m_retry->setText(tr("Retry"));
    m_quote = addCommand(commands, Command::Quote, false);
    m_react = addCommand(commands, Command::React, false);
    m_copy = addCommand(commands, Command::CopyMessage, false);
    m_info = addCommand(commands, Command::MessageInfo, false);
    hide();
}

QToolButton *MessageBar::addButton(const QString &text, QLatin1String icon, bool withText)
{
    auto *button = new QToolButton(this);
    setButtonKind(button, ButtonKind::Quiet);
    button->setText(text);
    button->setAccessibleName(text);
    button->setIcon(Icons::icon(icon));
    button->setIconSize({metrics::kSmallIcon, metrics::kSmallIcon});
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

QToolButton *MessageBar::addCommand(Commands &commands, Command command, bool withText)
{
    QToolButton *button =
        addButton(Commands::text(command), QLatin1String(Commands::spec(command).icon), withText);
    button->setToolTip(commands.action(command)->toolTip());
    connect(button, &QToolButton::clicked, &commands, [&commands, command] { commands.run(command); });
    return button;
}

namespace {

const char *iconOf(CardAct act)
{
    switch (act) {
    case CardAct::Load:
        return "download";
    case CardAct::Cancel:
        return "close";
    case CardAct::LoadAgain:
        return "retry";
    case CardAct::Open:
        return "external";
    case CardAct::Play:
        return "play";
    case CardAct::Pause:
        return "pause";
    case CardAct::OpenMap:
        return "location";
    case CardAct::CopyPlace:
        return "copy";
    default:
        return "eye";
    }
}

} // namespace

void MessageBar::setCard(CardAct main, bool canSave)
{
    // Saving has its own button.
    const bool opens = main != CardAct::None && main != CardAct::Save && main != CardAct::SaveContact;
    m_open->setVisible(opens);
    m_save->setVisible(canSave);
    if (opens) {
        m_open->setText(MediaWords::act(main));
        m_open->setAccessibleName(m_open->text());
        m_open->setIcon(Icons::icon(QLatin1String(iconOf(main))));
    }
    layout()->activate();
    adjustSize();
}

void MessageBar::setRow(const ThreadRow &row)
{
    m_intent = row.outgoing;
    const bool message = row.kind == ThreadRow::Kind::Message;
    const bool onItsWay = !row.outgoing.isEmpty();
    const bool unknown = onItsWay && row.mark == DeliveryMark::Unknown;
    const bool notSent = onItsWay && row.mark == DeliveryMark::NotSent;
    const bool waits = onItsWay && row.mark == DeliveryMark::Waiting && row.outgoingError;
    m_wasSent->setVisible(unknown);
    m_wasNotSent->setVisible(unknown);
    m_sendAgain->setText(waits ? tr("Try now") : tr("Send again"));
    m_sendAgain->setAccessibleName(m_sendAgain->text());
    m_sendAgain->setVisible(notSent || waits);
    m_putBack->setVisible(notSent || waits);
    m_retry->setVisible(message && row.canRetry);
    m_quote->setVisible(message && !onItsWay);
    m_react->setVisible(message && row.canReact);
    m_copy->setVisible(true);
    m_info->setVisible(row.kind == ThreadRow::Kind::Message || row.kind == ThreadRow::Kind::System);
    layout()->activate();
    adjustSize();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::colors().border);
    painter.setBrush(Theme::colors().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kControlRadius,
                            metrics::kControlRadius);
}

} // namespace inbox::ui
