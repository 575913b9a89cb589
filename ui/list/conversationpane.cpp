// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/list/conversationpane.h"

#include "models/accountsmodel.h"
#include "ui/commands/commands.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/list/conversationlistview.h"
#include "ui/list/listfreeze.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/window/emptystate.h"
#include "ui/window/progressline.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace inbox::ui {

using domain::ConversationStatus;
using models::View;

namespace {
constexpr int kNameLength = 60;
} // namespace

ConversationPane::ConversationPane(models::ConversationListModel &model, models::AccountsModel &accounts,
                                   Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_accounts(accounts)
    , m_commands(commands)
    , m_header(new QWidget(this))
    , m_counts(new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold, m_header))
    , m_closing(new QPushButton)
    , m_secondLine(new QStackedWidget(m_header))
    , m_progress(new ProgressLine(this))
    , m_body(new QWidget(this))
    , m_view(new ConversationListView(model, m_body))
    , m_empty(new EmptyState(m_body))
    , m_waiting(new QPushButton(m_body))
    , m_freeze(new ListFreeze(model, m_view->viewport(), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    setButtonKind(m_closing, ButtonKind::Quiet);
    m_closing->setFocusPolicy(Qt::TabFocus);
    connect(m_closing, &QPushButton::clicked, &commands, [&commands] { commands.run(Command::NextToClose); });

    setButtonKind(m_waiting, ButtonKind::Primary);
    m_waiting->setFocusPolicy(Qt::TabFocus);
    m_waiting->hide();
    connect(m_waiting, &QPushButton::clicked, &commands,
            [&commands] { commands.run(Command::ApplyWaiting); });

    auto *closingLine = new QWidget;
    auto *closingLayout = new QHBoxLayout(closingLine);
    closingLayout->setContentsMargins(0, 0, 0, 0);
    closingLayout->addWidget(m_closing);
    closingLayout->addStretch();
    m_secondLine->addWidget(closingLine);
    m_secondLine->addWidget(makeSelectionBar());

    auto *header = new QVBoxLayout(m_header);
    header->setContentsMargins(metrics::kGrid, metrics::kMedium, metrics::kSmall, metrics::kGrid);
    header->setSpacing(0);
    m_counts->setContentsMargins(metrics::kMedium, 0, 0, 0); // in line with the words of the button
    header->addWidget(m_counts);
    header->addWidget(m_secondLine);

    // One over the other: the list keeps the focus while there is nothing in it.
    auto *stack = new QGridLayout(m_body);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_view, 0, 0);
    stack->addWidget(m_empty, 0, 0);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_progress);
    layout->addWidget(m_body, 1);

    connect(&model, &models::ConversationListModel::countsChanged, this, &ConversationPane::updateHeader);
    connect(&model, &models::ConversationListModel::waitingChangesChanged, this,
            &ConversationPane::updateHeader);
    connect(&model, &models::ConversationListModel::checkedChanged, this, &ConversationPane::updateHeader);
    connect(&model, &QAbstractItemModel::modelReset, this, &ConversationPane::updateHeader);
    connect(&model, &QAbstractItemModel::modelReset, this, &ConversationPane::updateEmptiness);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ConversationPane::updateEmptiness);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &ConversationPane::updateEmptiness);
    connect(&model, &models::ConversationListModel::viewChanged, this, &ConversationPane::updateHeader);
    connect(&accounts, &models::AccountsModel::overallStatusChanged, this,
            &ConversationPane::updateEmptiness);
    connect(&accounts, &models::AccountsModel::accountsChanged, this, &ConversationPane::updateEmptiness);
    connect(&accounts, &QAbstractItemModel::dataChanged, this, &ConversationPane::updateEmptiness);
    connect(&commands, &Commands::keysChanged, this, &ConversationPane::updateHeader);
    connect(&commands, &Commands::keysChanged, this, &ConversationPane::updateEmptiness);
    connect(m_empty, &EmptyState::pressed, this, [this, &commands] {
        switch (m_emptiness) {
        case Emptiness::NoHits:
            Q_EMIT searchCleared();
            break;
        case Emptiness::View:
            Q_EMIT showAllWanted();
            break;
        case Emptiness::NobodyYet:
            commands.run(Command::WhoAmI);
            break;
        case Emptiness::Loading:
        case Emptiness::Failing:
            commands.run(Command::Sync);
            break;
        }
    });
    updateHeader();
    updateEmptiness();
}

QWidget *ConversationPane::makeSelectionBar()
{
    auto *bar = new QWidget;
    bar->setAccessibleName(tr("With the selected conversations"));
    bar->setObjectName(QStringLiteral("selectionBar"));
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::kGrid, 0, 0, 0);
    layout->setSpacing(0);
    for (const Command command : {Command::MarkDone, Command::AssignToMe, Command::Assign, Command::Snooze,
                                  Command::SetTags, Command::ToggleRead, Command::UncheckAll}) {
        if (command == Command::UncheckAll)
            layout->addStretch();
        auto *button = new QToolButton;
        setButtonKind(button, ButtonKind::Quiet);
        button->setDefaultAction(m_commands.action(command));
        button->setIconSize({metrics::kSmallIcon, metrics::kSmallIcon});
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    return bar;
}

void ConversationPane::updateHeader()
{
    const int checked = m_model.checkedCount();
    const auto &saved = m_model.savedView();
    m_secondLine->setCurrentIndex(checked > 0 ? 1 : 0);
    if (checked > 0)
        m_counts->setText(
            tr("%Ln of %1 selected", "conversations", checked).arg(QLocale().toString(m_model.length())));
    else if (saved)
        m_counts->setText(Words::safeLine(saved->view.name, kNameLength));
    else if (m_model.view() == View::Done)
        m_counts->setText(tr("Done %L1").arg(m_model.countWithStatus(ConversationStatus::Done)));
    else
        m_counts->setText(tr("To do %L1 · In progress %L2", "numbers of conversations")
                              .arg(m_model.countWithStatus(ConversationStatus::ToDo))
                              .arg(m_model.countWithStatus(ConversationStatus::InProgress)));
    const int closing = m_model.closingSoonCount();
    // The line stays when it is empty of news: the list below must not jump.
    if (closing == 0)
        giveUpFocus(m_closing, m_view);
    m_closing->setEnabled(closing > 0);
    m_closing->setText(closing > 0 ? tr("%Ln windows close soon · %1", "reply windows; %1 is a key", closing)
                                         .arg(m_commands.howToRun(Command::NextToClose))
                                   : tr("No window closes soon"));
    m_closing->setToolTip(tr("Reply windows that close within four hours. Go to the next one."));

    const int waiting = m_model.waitingChanges();
    if (waiting == 0)
        giveUpFocus(m_waiting, m_view);
    m_waiting->setVisible(waiting > 0);
    if (waiting > 0) {
        m_waiting->setText(tr("%Ln changes · press %1", "rows of the list; %1 is a key", waiting)
                               .arg(m_commands.howToRun(Command::ApplyWaiting)));
        m_waiting->setToolTip(tr("The list keeps still while you work in it."));
        placeWaitingBar();
    }
}

void ConversationPane::updateEmptiness()
{
    const sync::SyncStatus status = m_accounts.overallStatus();
    using Phase = sync::SyncStatus::Phase;
    m_progress->setBusy(status.phase == Phase::Starting && m_accounts.rowCount() > 0);
    const bool empty = m_model.rowCount() == 0;
    m_empty->setVisible(empty);
    if (!empty)
        return;

    if (!m_model.searchText().trimmed().isEmpty()) {
        m_emptiness = Emptiness::NoHits;
        m_empty->setContent(QLatin1String("search"), tr("Nothing found"),
                            tr("Search looks through names, numbers and the latest messages of this view."),
                            tr("Clear the search"));
    } else if (status.phase == Phase::Failing && !status.lastSynced) {
        m_emptiness = Emptiness::Failing;
        m_empty->setContent(QLatin1String("offline"), tr("No conversations yet"),
                            status.error ? Words::error(*status.error, Attempt::FirstLoad) : QString(),
                            tr("Try again"));
    } else if (status.phase == Phase::Starting) {
        m_emptiness = Emptiness::Loading;
        m_empty->setContent(QLatin1String("inbox"), tr("Reading conversations…"), {});
    } else if (m_model.savedView()) {
        m_emptiness = Emptiness::View;
        m_empty->setContent(QLatin1String("filter"), tr("Nothing in this view"),
                            tr("Conversations that fit what your colleagues have saved appear here."),
                            tr("Show all"));
    } else if ((m_model.view() == View::Mine || m_model.view() == View::Mentions) && !knowsWhoIAm()) {
        m_emptiness = Emptiness::NobodyYet;
        m_empty->setContent(
            QLatin1String("account"), tr("Which colleague are you?"),
            tr("The server does not tell. Once you have chosen, your conversations appear here."),
            tr("Choose yourself…"));
    } else {
        m_emptiness = Emptiness::View;
        switch (m_model.view()) {
        case View::Mine:
            m_empty->setContent(QLatin1String("check"), tr("Nothing waits for you"),
                                tr("Conversations assigned to you appear here."), tr("Show all"));
            break;
        case View::Unassigned:
            m_empty->setContent(QLatin1String("check"), tr("Everything has somebody"),
                                tr("Conversations nobody has taken yet appear here."), tr("Show all"));
            break;
        case View::Closing:
            m_empty->setContent(QLatin1String("clock"), tr("No window closes"),
                                tr("Conversations you can still answer appear here, the most urgent first."),
                                tr("Show all"));
            break;
        case View::Done:
            m_empty->setContent(
                QLatin1String("check"), tr("Nothing is done yet"),
                tr("Press %1 in a conversation when it is done.").arg(m_commands.howToRun(Command::MarkDone)),
                tr("Show all"));
            break;
        case View::Snoozed:
            m_empty->setContent(QLatin1String("snooze"), tr("Nothing is snoozed"),
                                tr("Conversations that sleep until a set time appear here."), tr("Show all"));
            break;
        case View::Mentions:
            m_empty->setContent(QLatin1String("users"), tr("Nobody mentions you"),
                                tr("Conversations your colleagues want you to look at appear here."),
                                tr("Show all"));
            break;
        case View::All:
            m_empty->setContent(QLatin1String("inbox"), tr("Nothing to do"),
                                tr("New conversations appear here by themselves."));
            break;
        }
    }
}

bool ConversationPane::knowsWhoIAm() const
{
    for (int row = 0; row < m_accounts.rowCount(); ++row) {
        if (!m_accounts.config(row).me.isEmpty())
            return true;
    }
    return false;
}

void ConversationPane::placeWaitingBar()
{
    m_waiting->adjustSize();
    const QSize size = m_waiting->size();
    m_waiting->move((m_body->width() - size.width()) / 2,
                    m_body->height() - size.height() - metrics::kMedium);
    m_waiting->raise();
}

void ConversationPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The body has its new size only after the layout ran.
    QMetaObject::invokeMethod(this, &ConversationPane::placeWaitingBar, Qt::QueuedConnection);
}

void ConversationPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeWaitingBar();
}

} // namespace inbox::ui
