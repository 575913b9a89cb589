// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/thread/threadheader.h"

#include "models/currentconversation.h"
#include "ui/commands/commands.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/text/words.h"
#include "ui/theme/accountcolors.h"
#include "ui/theme/theme.h"
#include "ui/window/dropbutton.h"
#include "ui/window/elidedlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace inbox::ui {

using domain::ConversationStatus;

namespace {

constexpr int kHeight = 60;
constexpr int kNameLength = 80;

QLatin1String iconOf(ConversationStatus status)
{
    switch (status) {
    case ConversationStatus::ToDo:
        return QLatin1String("status-todo");
    case ConversationStatus::InProgress:
        return QLatin1String("status-progress");
    case ConversationStatus::Done:
        return QLatin1String("status-done");
    case ConversationStatus::Bot:
        return QLatin1String("bot");
    case ConversationStatus::Unknown:
        break;
    }
    return QLatin1String("unknown");
}

} // namespace

ThreadHeader::ThreadHeader(models::CurrentConversation &current, Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_current(current)
    , m_commands(commands)
    , m_name(new ElidedLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title, this))
    , m_line(new ElidedLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small, this))
    , m_countdown(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small, this))
    , m_status(new DropButton(this))
    , m_assignee(new DropButton(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    setMinimumHeight(kHeight);
    for (QToolButton *button : {m_status, m_assignee, m_more}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({metrics::kSmallIcon, metrics::kSmallIcon});
    }
    setButtonKind(m_more, ButtonKind::Quiet);
    m_more->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_more->setIcon(Icons::icon(QLatin1String("more")));
    m_more->setAccessibleName(tr("More about this conversation"));
    m_more->setToolTip(tr("More"));
    connect(m_status, &QToolButton::clicked, this, &ThreadHeader::statusWanted);
    connect(m_assignee, &QToolButton::clicked, &commands, [&commands] { commands.run(Command::Assign); });
    connect(m_more, &QToolButton::clicked, this, &ThreadHeader::showMenu);
    connect(&commands, &Commands::keysChanged, this, &ThreadHeader::update);

    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_line);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kSmall, metrics::kSmall, metrics::kSmall + 1);
    layout->setSpacing(metrics::kSmall);
    layout->addLayout(names, 1);
    layout->addWidget(m_countdown);
    layout->addWidget(m_status);
    layout->addWidget(m_assignee);
    layout->addWidget(m_more);

    connect(&current, &models::CurrentConversation::opened, this, &ThreadHeader::update);
    connect(&current, &models::CurrentConversation::changed, this, &ThreadHeader::update);
    connect(&current, &models::CurrentConversation::replyStateChanged, this, &ThreadHeader::updateCountdown);
    connect(&current, &models::CurrentConversation::countdownMoved, this, &ThreadHeader::updateCountdown);
    update();
}

void ThreadHeader::update()
{
    const domain::Conversation *conversation = m_current.conversation();
    if (!conversation)
        return;
    m_name->setText(Words::safeLine(Words::customerNameOr(domain::customerName(*conversation)), kNameLength));
    const QString channel = Words::channel(conversation->channel);
    QString line = conversation->line ? conversation->line->name : QString();
    if (line.isEmpty() && conversation->line)
        line = conversation->line->displayId;
    QStringList parts{channel, Words::safeLine(line, kNameLength)};
    if (m_current.hasOtherAccounts())
        parts.prepend(Words::safeLine(m_current.accountName(), kNameLength));
    parts.removeAll(QString());
    m_line->setText(parts.join(QStringLiteral(" · ")));

    const sync::PendingChange pending = m_current.pending();
    const QString status = Words::status(conversation->status);
    m_status->setText(Words::safeButton(status));
    m_status->setIcon(Icons::icon(iconOf(conversation->status.value)));
    m_status->setAccessibleName(pending.status ? tr("Status: %1, not confirmed yet").arg(status)
                                               : tr("Status: %1").arg(status));
    m_status->setToolTip(
        Words::safeToolTip(pending.status ? tr("Not confirmed by the server yet") : tr("Change the status")));
    const QString assignee = Words::safeLine(Words::assignee(conversation->assignee), 30);
    m_assignee->setText(Words::safeButton(assignee));
    m_assignee->setIcon(
        Icons::icon(conversation->assignee ? QLatin1String("user") : QLatin1String("unassigned")));
    m_assignee->setAccessibleName(pending.assignee ? tr("Assignee: %1, not confirmed yet").arg(assignee)
                                                   : tr("Assignee: %1").arg(assignee));
    m_assignee->setToolTip(Words::safeToolTip(
        pending.assignee ? tr("Not confirmed by the server yet")
                         : tr("Assign to somebody (%1)").arg(m_commands.howToRun(Command::Assign))));
    // Slanted until the server has confirmed it.
    for (QToolButton *button : {m_status, m_assignee}) {
        QFont shown = button->font();
        shown.setItalic(button == m_status ? pending.status.has_value() : pending.assignee.has_value());
        button->setFont(shown);
    }
    updateCountdown();
    QWidget::update(); // the account's bar
}

void ThreadHeader::updateCountdown()
{
    const domain::ReplyState &state = m_current.replyState();
    const ReplyText text = Words::reply(state, m_current.serverNow());
    m_countdown->setTextOrHide(text.chip);
    m_countdown->setToolTip(Words::safeToolTip(text.toolTip));
    m_countdown->setAccessibleName(text.spoken);
    switch (state.urgency) {
    case domain::Urgency::Red:
        m_countdown->setTone(PlainLabel::Tone::Danger);
        break;
    case domain::Urgency::Amber:
        m_countdown->setTone(PlainLabel::Tone::Warning);
        break;
    case domain::Urgency::Neutral:
    case domain::Urgency::None:
        m_countdown->setTone(PlainLabel::Tone::Muted);
        break;
    }
}

void ThreadHeader::showMenu()
{
    m_menu->clear();
    for (const Command command : {Command::MarkDone, Command::MarkInProgress, Command::Reopen,
                                  Command::AssignToMe, Command::Assign, Command::MarkRead})
        m_menu->addAction(m_commands.action(command));
    m_menu->addSeparator();
    // Left out where the account has nothing of the kind; the palette says why.
    for (const Command command : {Command::TakeOver, Command::AssignTeam, Command::SetTags, Command::Snooze,
                                  Command::AddNote, Command::DeleteConversation}) {
        if (m_current.capabilities().has(*Commands::spec(command).capability))
            m_menu->addAction(m_commands.action(command));
    }
    m_menu->addSeparator();
    for (const Command command :
         {Command::Restart, Command::CopyNumber, Command::OlderMessages, Command::ToggleDetails})
        m_menu->addAction(m_commands.action(command));
    m_commands.refresh();
    m_menu->popup(m_more->mapToGlobal(
        QPoint(isRightToLeft() ? 0 : m_more->width() - m_menu->sizeHint().width(), m_more->height())));
}

void ThreadHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &colors = Theme::colors();
    painter.fillRect(rect(), colors.surface);
    painter.fillRect(0, height() - 1, width(), 1, colors.border);
    if (!m_current.hasOtherAccounts())
        return;
    constexpr int kBar = 4;
    const QRect bar(metrics::kSmall - 2, metrics::kMedium, kBar, height() - 2 * metrics::kMedium);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accountColor(m_current.accountColor()));
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar), kBar / 2.0, kBar / 2.0);
}

} // namespace inbox::ui
