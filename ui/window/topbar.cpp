// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/window/topbar.h"

#include "models/accountsmodel.h"
#include "models/heartbeat.h"
#include "models/outboxmodel.h"
#include "ui/commands/commands.h"
#include "ui/icons/icons.h"
#include "ui/text/recordwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/window/dropbutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace inbox::ui {

using models::View;

namespace {

constexpr int kBarHeight = 48;
constexpr int kSearchWidth = 340;
constexpr int kDot = 8;
constexpr int kDotWidth = 12; // with the gap to the words
constexpr qint64 kStaleSeconds = 60;
constexpr int kNameLength = 24;
constexpr int kAccountLength = 40;
// Each letter filters; a fast typist is spared the words between.
constexpr std::chrono::milliseconds kSearchPause{120};
// Below this width words give way to icons.
constexpr int kTightWidth = 860;

constexpr std::array kViews{View::Mine,    View::Unassigned, View::Mentions, View::All,
                            View::Closing, View::Done,       View::Snoozed};

Command commandOf(View view)
{
    switch (view) {
    case View::Mine:
        return Command::ShowMine;
    case View::Unassigned:
        return Command::ShowUnassigned;
    case View::All:
        return Command::ShowAll;
    case View::Closing:
        return Command::ShowClosing;
    case View::Done:
        return Command::ShowDone;
    case View::Snoozed:
        return Command::ShowSnoozed;
    case View::Mentions:
        return Command::ShowMentions;
    }
    return Command::ShowAll;
}

QIcon dot(const QColor &color, bool rightToLeft, qreal ratio)
{
    QPixmap pixmap(qRound(kDotWidth * ratio), qRound(kDot * ratio));
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(rightToLeft ? kDotWidth - kDot : 0, 0, kDot, kDot));
    return QIcon(pixmap);
}

} // namespace

TopBar::TopBar(models::ConversationListModel &list, models::AccountsModel &accounts,
               models::Heartbeat &heartbeat, models::OutboxModel &outbox, Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_accounts(accounts)
    , m_heartbeat(heartbeat)
    , m_outboxModel(outbox)
    , m_commands(commands)
    , m_back(new QToolButton(this))
    , m_view(new DropButton(this))
    , m_search(new QLineEdit(this))
    , m_freshness(new QToolButton(this))
    , m_outbox(new QToolButton(this))
    , m_palette(new QToolButton(this))
    , m_me(new DropButton(this))
    , m_viewMenu(new QMenu(this))
    , m_meMenu(new QMenu(this))
{
    setMinimumHeight(kBarHeight);

    for (QToolButton *button : {m_back, m_view, m_freshness, m_outbox, m_palette, m_me}) {
        setButtonKind(button, ButtonKind::Quiet);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({metrics::kIcon, metrics::kIcon});
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_back->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_back->setIcon(Icons::icon(QLatin1String("chevron-left")));
    m_back->setAccessibleName(tr("Back to the conversations"));
    m_back->setToolTip(tr("Back to the conversations"));
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &TopBar::backWanted);

    QFont viewFont = Theme::semibold(font());
    m_view->setFont(viewFont);
    connect(m_view, &QToolButton::clicked, this, &TopBar::showViewMenu);

    m_search->setAccessibleName(tr("Search conversations"));
    m_search->setClearButtonEnabled(true);
    m_search->setText(list.searchText());
    const QList<QToolButton *> clear = m_search->findChildren<QToolButton *>();
    for (QToolButton *button : clear)
        button->setAccessibleName(tr("Clear the search"));
    m_search->setMaximumWidth(kSearchWidth);
    m_search->setMinimumWidth(kSearchWidth / 3);
    m_search->setMaxLength(200);
    // The field's own decoration, not something to run: hence not in the command table.
    m_search->addAction(Icons::icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    const QList<QToolButton *> decorations = m_search->findChildren<QToolButton *>();
    for (QToolButton *button : decorations) {
        if (!clear.contains(button))
            button->setAccessibleName(tr("Search"));
    }
    m_search->installEventFilter(this);
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(kSearchPause);
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(&m_searchTimer, &QTimer::timeout, this, &TopBar::applySearch);

    m_freshness->setIconSize({kDotWidth, kDot});
    connect(m_freshness, &QToolButton::clicked, &commands, [&commands] { commands.run(Command::Sync); });

    m_outbox->setObjectName(QStringLiteral("outboxBadge"));
    m_outbox->setFont(viewFont);
    connect(m_outbox, &QToolButton::clicked, &commands, [&commands] { commands.run(Command::Outbox); });

    m_palette->setIcon(Icons::icon(QLatin1String("command")));
    m_palette->setAccessibleName(Commands::text(Command::Palette));
    m_palette->setToolTip(tr("Find and run any command"));
    connect(m_palette, &QToolButton::clicked, &commands, [&commands] { commands.run(Command::Palette); });

    connect(m_me, &QToolButton::clicked, this, &TopBar::showMeMenu);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::kSmall, metrics::kGrid, metrics::kSmall, metrics::kGrid + 1);
    layout->setSpacing(metrics::kSmall);
    layout->addWidget(m_back);
    layout->addWidget(m_view);
    layout->addWidget(m_search, 3);
    layout->addStretch(1);
    layout->addWidget(m_freshness);
    layout->addStretch(1);
    layout->addWidget(m_outbox);
    layout->addWidget(m_palette);
    layout->addWidget(m_me);

    connect(&list, &models::ConversationListModel::viewChanged, this, &TopBar::updateView);
    connect(&list, &models::ConversationListModel::countsChanged, this, &TopBar::updateView);
    // Of a saved view only the rows are counted.
    const auto countRows = [this] {
        if (m_list.savedView())
            updateView();
    };
    connect(&list, &models::ConversationListModel::lengthChanged, this, countRows);
    connect(&list, &QAbstractItemModel::modelReset, this, countRows);
    connect(&accounts, &models::AccountsModel::overallStatusChanged, this, &TopBar::updateFreshness);
    connect(&heartbeat, &models::Heartbeat::beat, this, &TopBar::updateFreshness);
    connect(&accounts, &models::AccountsModel::accountsChanged, this, &TopBar::updateMe);
    connect(&accounts, &QAbstractItemModel::dataChanged, this, &TopBar::updateMe);
    connect(&outbox, &models::OutboxModel::waitingCountChanged, this, &TopBar::updateOutbox);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateOutbox();
        updateFreshness();
        updateMe();
    });
    connect(&commands, &Commands::keysChanged, this, &TopBar::updateKeys);
    connect(&commands, &Commands::keysChanged, this, &TopBar::updateFreshness);
    updateKeys();
    updateView();
    updateFreshness();
    updateMe();
    updateOutbox();
}

void TopBar::updateOutbox()
{
    const int waiting = m_outboxModel.waitingCount();
    m_outbox->setIcon(Icons::icon(QLatin1String("outbox"), Theme::colors().warning));
    m_outbox->setText(QLocale().toString(waiting));
    m_outbox->setAccessibleName(RecordWords::waiting(waiting));
    m_outbox->setToolTip(
        Words::safeToolTip(tr("%1. Press %2 to see it.", "what waits, and a key")
                               .arg(RecordWords::waiting(waiting), m_commands.howToRun(Command::Outbox))));
    if (waiting == 0)
        giveUpFocus(m_outbox, m_palette);
    m_outbox->setVisible(waiting > 0);
}

void TopBar::updateKeys()
{
    m_search->setPlaceholderText(
        tr("Search  %1", "%1 is the key").arg(m_commands.keysText(Command::Search)).trimmed());
    updateOutbox();
    m_palette->setText(
        tr("Commands  %1", "%1 is the key").arg(m_commands.keysText(Command::Palette)).trimmed());
}

QString TopBar::viewName(View view)
{
    switch (view) {
    case View::Mine:
        return tr("Mine");
    case View::Unassigned:
        return tr("Unassigned");
    case View::All:
        return tr("All");
    case View::Closing:
        return tr("Closing next");
    case View::Done:
        return tr("Done");
    case View::Snoozed:
        return tr("Snoozed");
    case View::Mentions:
        return tr("Mentions of you");
    }
    return {};
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::clearSearch()
{
    m_search->clear();
    applySearch();
}

void TopBar::setWorking(bool working)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_search),
                            static_cast<QWidget *>(m_freshness)})
        widget->setVisible(working);
}

void TopBar::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void TopBar::applySearch()
{
    m_searchTimer.stop();
    m_list.setSearchText(m_search->text());
}

void TopBar::updateView()
{
    if (const auto &saved = m_list.savedView()) {
        const QString name = Words::safeButton(saved->view.name, kNameLength);
        m_view->setIcon(Icons::icon(QLatin1String("filter")));
        m_view->setText(tr("%1  %L2", "view and number of conversations").arg(name).arg(m_list.length()));
        m_view->setAccessibleName(tr("View: %1, %Ln conversations", nullptr, m_list.length()).arg(name));
        m_view->setToolTip(tr("Choose what the list shows"));
        return;
    }
    const View view = m_list.view();
    m_view->setIcon(Icons::icon(QLatin1String(Commands::spec(commandOf(view)).icon)));
    m_view->setText(
        tr("%1  %L2", "view and number of conversations").arg(viewName(view)).arg(m_list.count(view)));
    m_view->setAccessibleName(
        tr("View: %1, %Ln conversations", nullptr, m_list.count(view)).arg(viewName(view)));
    m_view->setToolTip(tr("Choose what the list shows"));
}

void TopBar::showViewMenu()
{
    m_viewMenu->clear();
    for (const View view : kViews) {
        if (!m_commands.whyNot(commandOf(view)).isEmpty())
            continue;
        QAction *choice = Commands::choice(
            tr("%1  %L2", "view and number of conversations").arg(viewName(view)).arg(m_list.count(view)),
            m_viewMenu);
        choice->setIcon(m_commands.action(commandOf(view))->icon());
        choice->setCheckable(true);
        choice->setChecked(view == m_list.view() && !m_list.savedView());
        choice->setShortcut(m_commands.action(commandOf(view))->shortcut());
        choice->setShortcutContext(Qt::WidgetShortcut);
        connect(choice, &QAction::triggered, &m_commands, [this, view] { m_commands.run(commandOf(view)); });
        m_viewMenu->addAction(choice);
    }
    addSavedViews();
    m_viewMenu->popup(m_view->mapToGlobal(
        QPoint(isRightToLeft() ? m_view->width() - m_viewMenu->sizeHint().width() : 0, m_view->height())));
}

// What colleagues have saved, under the name of their account.
void TopBar::addSavedViews()
{
    const QList<models::AccountView> all = m_accounts.savedViews();
    domain::AccountId account;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const models::AccountView &saved = all.at(i);
        if (saved.account != account) {
            account = saved.account;
            for (int row = 0; row < m_accounts.rowCount(); ++row) {
                if (m_accounts.config(row).id == account)
                    m_viewMenu->addSection(
                        tr("Views of %1")
                            .arg(Words::safeButton(m_accounts.config(row).name, kAccountLength)));
            }
        }
        QAction *choice = Commands::choice(Words::safeLine(saved.view.name, kAccountLength), m_viewMenu);
        choice->setIcon(Icons::icon(QLatin1String("filter")));
        choice->setCheckable(true);
        choice->setChecked(m_list.savedView() == saved);
        if (i < savedViewNumber(Command::SavedView9)) {
            choice->setShortcut(m_commands.action(Command(int(Command::SavedView1) + int(i)))->shortcut());
            choice->setShortcutContext(Qt::WidgetShortcut);
        }
        connect(choice, &QAction::triggered, this, [this, saved] { Q_EMIT savedViewWanted(saved); });
        m_viewMenu->addAction(choice);
    }
}

void TopBar::updateFreshness()
{
    using Phase = sync::SyncStatus::Phase;
    const sync::SyncStatus status = m_accounts.overallStatus();
    const QDateTime now = m_heartbeat.now();
    const Tokens &colors = Theme::colors();
    QString text;
    QStringList details;
    QColor color = colors.success;
    const qint64 age = status.lastSynced ? qMax<qint64>(0, status.lastSynced->secsTo(now)) : -1;

    switch (status.phase) {
    case Phase::Starting:
        text = tr("Reading…");
        color = colors.muted;
        break;
    case Phase::Synced:
        text = age >= 0 ? Words::syncedAgo(age) : tr("Reading…");
        if (age > kStaleSeconds)
            color = colors.warning;
        break;
    case Phase::Failing:
        color = colors.danger;
        text = status.failingSince ? Words::offlineSince(*status.failingSince, now) : tr("Not connected");
        if (age >= 0 && age <= kStaleSeconds) {
            // One missed answer is no reason for alarm.
            color = colors.warning;
            text = Words::syncedAgo(age);
        }
        break;
    case Phase::NeedsSignIn:
        color = colors.danger;
        text = tr("Sign in again");
        break;
    }
    if (status.error)
        details.append(Words::errorReason(*status.error));
    if (status.lastSynced)
        details.append(tr("Last read: %1").arg(Words::exactTime(*status.lastSynced)));
    if (status.nextAttempt && *status.nextAttempt > now)
        details.append(tr("Next attempt in %1").arg(Words::duration(now.secsTo(*status.nextAttempt))));
    details.append(tr("Press %1 to read everything now.").arg(m_commands.howToRun(Command::Sync)));

    if (m_freshness->text() != text) {
        m_freshness->setText(text);
        // The seconds would make a screen reader chatter; the state alone is the name.
        m_freshness->setAccessibleName(status.phase == Phase::Synced && age <= kStaleSeconds
                                           ? tr("Up to date. Sync now")
                                           : tr("%1. Sync now").arg(text));
    }
    m_freshness->setToolTip(Words::safeToolTip(details.join(u'\n')));
    // A new icon repaints the button, also when it looks the same.
    const FreshnessDot shown{color, isRightToLeft(), devicePixelRatio()};
    if (m_dot != shown) {
        m_dot = shown;
        m_freshness->setIcon(dot(color, isRightToLeft(), devicePixelRatio()));
    }
}

void TopBar::updateMe()
{
    QString name;
    std::optional<bool> online; // where it is known first
    QStringList everywhere;
    for (int row = 0; row < m_accounts.rowCount(); ++row) {
        const domain::AccountConfig account = m_accounts.config(row);
        const QList<domain::User> people = m_accounts.people(row);
        for (const domain::User &person : people) {
            if (name.isEmpty() && !account.me.isEmpty() && person.id == account.me)
                name = Words::userName(person);
        }
        if (const auto here = m_accounts.amOnline(row)) {
            online = online.value_or(*here);
            everywhere << tr("%1: %2", "an account, and how colleagues see you there")
                              .arg(Words::safeLine(account.name, kAccountLength), Words::online(*here));
        }
    }
    const bool tight = width() < kTightWidth;
    const QString shown = name.isEmpty() ? tr("Me") : Words::safeButton(name, kNameLength);
    m_me->setIcon(Icons::icon(QLatin1String("account")));
    m_me->setText(online ? tr("%1 · %2", "you, and how colleagues see you").arg(shown, Words::online(*online))
                         : shown);
    m_me->setToolButtonStyle(tight ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_palette->setToolButtonStyle(tight ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    const QString spoken =
        name.isEmpty() ? tr("You and your accounts") : tr("You are %1. Accounts and theme").arg(name);
    m_me->setAccessibleName(
        online ? tr("%1 (%2)", "who you are, and how colleagues see you").arg(spoken, Words::online(*online))
               : spoken);
    everywhere.prepend(name.isEmpty() ? tr("Who am I, accounts, theme") : tr("You answer as %1").arg(name));
    m_me->setToolTip(Words::safeToolTip(everywhere.join(u'\n')));
}

void TopBar::showMeMenu()
{
    m_meMenu->clear();
    for (const Command command :
         {Command::NewConversation, Command::Outbox, Command::Drafts, Command::Openings, Command::Ledger})
        m_meMenu->addAction(m_commands.action(command));
    m_meMenu->addSeparator();
    for (const Command command : {Command::WhoAmI, Command::ToggleOnline, Command::Accounts,
                                  Command::ConnectAccount, Command::Settings}) {
        // Only some accounts know it.
        if (command != Command::ToggleOnline || m_commands.whyNot(command).isEmpty())
            m_meMenu->addAction(m_commands.action(command));
    }
    m_meMenu->addSeparator();
    for (const Command command : {Command::ThemeSystem, Command::ThemeLight, Command::ThemeDark})
        m_meMenu->addAction(m_commands.action(command));
    m_meMenu->addSeparator();
    for (const Command command : {Command::ToggleDetails, Command::Help, Command::Quit})
        m_meMenu->addAction(m_commands.action(command));
    m_meMenu->popup(m_me->mapToGlobal(
        QPoint(isRightToLeft() ? 0 : m_me->width() - m_meMenu->sizeHint().width(), m_me->height())));
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            applySearch();
            Q_EMIT searchFinished();
            return true;
        case Qt::Key_Down:
            applySearch();
            Q_EMIT searchFinished();
            return true;
        case Qt::Key_Escape:
            clearSearch();
            Q_EMIT searchLeft();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &colors = Theme::colors();
    painter.fillRect(rect(), colors.window);
    painter.fillRect(0, height() - 1, width(), 1, colors.border);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if ((event->oldSize().width() < kTightWidth) != (width() < kTightWidth))
        updateMe();
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_view->setFont(Theme::semibold(font()));
}

} // namespace inbox::ui
