// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/window/mainwindow.h"

#include "ui/commands/commandpalette.h"
#include "ui/commands/helpoverlay.h"
#include "ui/commands/keydispatcher.h"
#include "ui/commands/sequencehint.h"
#include "ui/composer/composer.h"
#include "ui/details/detailspane.h"
#include "ui/dialogs/choicepopups.h"
#include "ui/dialogs/emojipicker.h"
#include "ui/dialogs/messageinfodialog.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/dialogs/reactionpopup.h"
#include "ui/dialogs/whoamidialog.h"
#include "ui/icons/icons.h"
#include "ui/list/conversationlistview.h"
#include "ui/list/conversationpane.h"
#include "ui/list/listfreeze.h"
#include "ui/media/filesaver.h"
#include "ui/media/mediadesk.h"
#include "ui/media/soundplayer.h"
#include "ui/settings/settingswindow.h"
#include "ui/text/notificationwords.h"
#include "ui/text/words.h"
#include "ui/thread/messagebar.h"
#include "ui/thread/threadheader.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/window/bannerstrip.h"
#include "ui/window/notices.h"
#include "ui/window/topbar.h"
#include "ui/window/welcomepage.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace inbox::ui {

using domain::ConversationKey;
using domain::ConversationStatus;
using models::View;

namespace {

constexpr int kListMinimum = 260;
constexpr int kListDefault = 340;
constexpr int kThreadMinimum = 420;
constexpr int kThreadNarrow = 300; // when it stands alone
constexpr int kDetailsMinimum = 220;
constexpr int kDetailsDefault = 300;
constexpr int kWithDetails = 1000; // below this the details fold away
constexpr int kWithList = 720; // below this the list does
constexpr qint64 kSoundStep = 5000; // ms
constexpr QSize kDefaultSize{1280, 800};
constexpr QSize kMinimumSize{360, 420};

Attempt attemptOf(sync::ActionKind action)
{
    switch (action) {
    case sync::ActionKind::SetStatus:
        return Attempt::SetStatus;
    case sync::ActionKind::Assign:
        return Attempt::Assign;
    case sync::ActionKind::MarkRead:
        return Attempt::MarkRead;
    case sync::ActionKind::React:
        return Attempt::React;
    case sync::ActionKind::EditNote:
        return Attempt::EditNote;
    case sync::ActionKind::Send:
        return Attempt::Send;
    case sync::ActionKind::Retry:
        return Attempt::Retry;
    case sync::ActionKind::Restart:
        return Attempt::Restart;
    }
    return Attempt::Load;
}

} // namespace

MainWindow::MainWindow(models::Workspace &workspace, const QString &settingsDir, QWidget *parent)
    : QWidget(parent)
    , m_models(workspace)
    , m_commands(new Commands(workspace.preferences, this))
    , m_profileDir(settingsDir)
    , m_wideSizes{kListDefault, kDefaultSize.width() - kListDefault - kDetailsDefault, kDetailsDefault}
{
    if (!settingsDir.isEmpty()) {
        m_settings = std::make_unique<QSettings>(QDir(settingsDir).filePath(QStringLiteral("window.ini")),
                                                 QSettings::IniFormat);
    }
    setWindowIcon(Icons::application());
    setMinimumSize(kMinimumSize);
    m_refreshCommands.setSingleShot(true);
    m_refreshCommands.setInterval(0);
    connect(&m_refreshCommands, &QTimer::timeout, m_commands, &Commands::refresh);

    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(0);
    connect(&m_rebuild, &QTimer::timeout, this, &MainWindow::rebuild);

    m_notices = new Notices(this);
    setThemeMode(m_models.preferences.values().theme);
    restoreSettings();
    setUp();
}

void MainWindow::setUp()
{
    build();
    buildMedia();
    connectModels();
    setHandlers();
    applyPreferences(m_models.preferences.values());
    updateWorking();
    updateAccountBanners();
    arrange();
    m_commands->refresh();
}

MainWindow::~MainWindow()
{
    saveSettings();
    // Hiding lets go of things (the list's freeze, the focus) and models tell about it: that has to happen
    // while there still is a window to be told.
    hide();
    const std::initializer_list<QObject *> told{&m_models.accounts, &m_models.list,    &m_models.thread,
                                                &m_models.current,  &m_models.actions, &m_models.heartbeat};
    for (QObject *model : told)
        model->disconnect(this);
    delete m_media; // before the thread whose cards it draws
}

// --- construction ------------------------------------------------------------------------------------------

void MainWindow::build()
{
    updateTitle();
    m_topBar = new TopBar(m_models.list, m_models.accounts, m_models.heartbeat, *m_commands, this);
    m_banners = new BannerStrip(this);
    m_welcome = new WelcomePage(*m_commands, this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_listPane = new ConversationPane(m_models.list, m_models.accounts, *m_commands, m_splitter);
    m_composer =
        new Composer(m_models.current, m_models.actions, m_models.drafts, m_models.thread, m_splitter);
    m_threadPane = new ThreadPane(m_models.current, m_models.thread, *m_commands, m_composer, m_splitter);
    m_details = new DetailsPane(m_models.current, m_models.actions, m_splitter);
    m_details->setAccessibleName(tr("Details"));

    m_splitter->addWidget(m_listPane);
    m_splitter->addWidget(m_threadPane);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_listPane->setMinimumWidth(kListMinimum);
    m_details->setMinimumWidth(kDetailsMinimum);

    auto *pages = new QWidget(this);
    m_pages = new QStackedLayout(pages);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_banners);
    layout->addWidget(pages, 1);

    m_sequenceHint = new SequenceHint(this);
    m_palette = new CommandPalette(this);
    m_help = new HelpOverlay(*m_commands, this);

    m_keys = new KeyDispatcher(*m_commands, *this);
    m_keys->addArea(m_listPane, Scope::List);
    m_keys->addArea(m_composer, Scope::Composer);
    m_keys->addArea(m_threadPane, Scope::Thread);
    m_keys->addArea(m_details, Scope::Details);
    connect(m_keys, &KeyDispatcher::pendingChanged, m_sequenceHint, &SequenceHint::showPending);
    connect(m_palette, &CommandPalette::opened, this, [this] { m_keys->setSuspended(true); });
    connect(m_palette, &CommandPalette::closed, this, [this] { m_keys->setSuspended(false); });
    connect(m_help, &HelpOverlay::opened, this, [this] { m_keys->setSuspended(true); });
    connect(m_help, &HelpOverlay::closed, this, [this] { m_keys->setSuspended(false); });

    ConversationListView *list = m_listPane->view();
    connect(list, &ConversationListView::chosen, this, &MainWindow::openConversation);
    connect(list, &ConversationListView::contextMenuWanted, this, &MainWindow::showListMenu);
    connect(list, &QAbstractItemView::clicked, this, [this] {
        // Very narrow: a click on the open conversation leads to its messages, too.
        if (width() < kWithList && !m_models.current.isEmpty()) {
            m_threadOnTop = true;
            arrange();
        }
    });
    connect(m_listPane, &ConversationPane::searchCleared, this, &MainWindow::leaveSearch);
    connect(m_listPane, &ConversationPane::showAllWanted, this, [this] { showView(View::All); });
    connect(m_topBar, &TopBar::searchFinished, this, [this] {
        focusPane(Pane::List);
        m_listPane->view()->chooseFirst();
    });
    connect(m_topBar, &TopBar::searchLeft, this, &MainWindow::leaveSearch);

    ThreadView *thread = m_threadPane->view();
    connect(thread, &ThreadView::linkActivated, this, &MainWindow::linkActivated);
    connect(thread, &ThreadView::contextMenuWanted, this, &MainWindow::showThreadMenu);
    connect(thread, &ThreadView::selectionMoved, this, &MainWindow::refreshCommandsSoon);
    connect(thread, &ThreadView::olderWanted, &m_models.thread, &models::ThreadModel::loadOlder);
    connect(thread, &ThreadView::reactionWanted, this, [this] { m_commands->run(Command::React); });
    connect(thread, &ThreadView::originalMissing, this, [this] {
        m_notices->show(NoticeBar::Kind::Information,
                        tr("The quoted message could not be found in this conversation."));
    });
    connect(thread->bar(), &MessageBar::settled, this, [this](const domain::IntentId &intent, bool wasSent) {
        m_models.actions.settleMessage(openKey(), intent, wasSent);
        if (!wasSent)
            focusPane(Pane::Composer);
    });
    connect(thread->bar(), &MessageBar::sendAgainWanted, this, [this](const domain::IntentId &intent) {
        const domain::ReplyState &reply = m_models.current.replyState();
        if (reply.composerOpen())
            m_models.actions.sendAgain(openKey(), intent);
        else
            m_notices->show(NoticeBar::Kind::Information,
                            Words::reply(reply, m_models.current.serverNow()).headline);
    });
    connect(thread->bar(), &MessageBar::putBackWanted, this, [this](const domain::IntentId &intent) {
        m_models.actions.settleMessage(openKey(), intent, false);
        focusPane(Pane::Composer);
    });
    connect(m_threadPane->header(), &ThreadHeader::statusWanted, this, [this] {
        if (const domain::Conversation *conversation = m_models.current.conversation()) {
            auto *popup = new StatusPopup(m_models.actions, *conversation, this);
            popup->popupAt(m_threadPane->header()->statusButton());
        }
    });
    m_composer->emojiButton()->setToolTip(m_commands->action(Command::InsertEmoji)->toolTip());
    connect(m_composer, &Composer::emojiWanted, this, [this] { m_commands->run(Command::InsertEmoji); });
    connect(m_composer, &Composer::sent, thread, &ThreadView::scrollToLatest);
    connect(m_details, &DetailsPane::conversationRequested, this, &MainWindow::openConversation);
    connect(m_details, &DetailsPane::linkRequested, this, &MainWindow::linkActivated);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_wide)
            m_wideSizes = m_splitter->sizes();
    });
}

void MainWindow::buildMedia()
{
    m_media =
        new MediaDesk(m_models.media, m_models.thread, m_models.preferences, *m_threadPane->view(), this);
    if (m_settings)
        m_media->saver().setFolder(m_settings->value(QStringLiteral("saveFolder")).toString());
    connect(m_media, &MediaDesk::linkActivated, this, &MainWindow::linkActivated);
    connect(m_media, &MediaDesk::openFileWanted, this, &MainWindow::openFileWanted);
    connect(m_media, &MediaDesk::notice, this, &MainWindow::showNotice);
    connect(&m_media->viewer(), &ImageViewer::opened, this, [this] { m_keys->setSuspended(true); });
    connect(&m_media->viewer(), &ImageViewer::closed, this, [this] { m_keys->setSuspended(false); });
    ThreadView *thread = m_threadPane->view();
    const auto on = [this](Command command, auto function) { m_commands->setHandler(command, function); };
    on(Command::OpenAttachment, [this, thread] { m_media->doMainAct(*thread->selected()); });
    on(Command::SaveAttachment, [this, thread] { m_media->save(*thread->selected()); });
    on(Command::SoundBack, [this] { m_media->sound().seekBy(-kSoundStep); });
    on(Command::SoundForward, [this] { m_media->sound().seekBy(kSoundStep); });
    on(Command::SoundSpeed, [this] { m_media->sound().nextSpeed(); });
}

void MainWindow::connectModels()
{
    using Current = models::CurrentConversation;
    connect(&m_models.current, &Current::opened, this, &MainWindow::refreshCommandsSoon);
    connect(&m_models.current, &Current::changed, this, &MainWindow::refreshCommandsSoon);
    connect(&m_models.current, &Current::replyStateChanged, this, &MainWindow::refreshCommandsSoon);
    connect(&m_models.list, &models::ConversationListModel::countsChanged, this,
            &MainWindow::refreshCommandsSoon);
    connect(&m_models.list, &models::ConversationListModel::countsChanged, this, &MainWindow::updateTitle);
    connect(&m_models.list, &models::ConversationListModel::viewChanged, this,
            &MainWindow::refreshCommandsSoon);
    connect(&m_models.list, &models::ConversationListModel::waitingChangesChanged, this,
            &MainWindow::refreshCommandsSoon);
    connect(&m_models.thread, &models::ThreadModel::stateChanged, this, &MainWindow::refreshCommandsSoon);
    connect(&m_models.accounts, &models::AccountsModel::accountsChanged, this, [this] {
        updateWorking();
        updateAccountBanners();
        refreshCommandsSoon();
    });
    connect(&m_models.accounts, &models::AccountsModel::overallStatusChanged, this,
            &MainWindow::updateAccountBanners);
    connect(&m_models.accounts, &models::AccountsModel::keychainUnavailable, this,
            [this](const QString &reason) {
                m_keychainReason = reason;
                showKeychainBanner();
            });
    connect(&m_models.accounts, &models::AccountsModel::storeTroubled, this,
            [this](const QString &name, const domain::StoreProblem &problem) {
                m_banners->setBanner(QStringLiteral("store"), BannerStrip::Tone::Warning,
                                     Words::storeProblem(Words::safeLine(name, 60), problem), {}, true);
            });
    connect(&m_models.accounts, &models::AccountsModel::keychainAnswered, this,
            [this] { m_banners->setBanner(QStringLiteral("keychain"), BannerStrip::Tone::Warning, {}); });
    connect(m_banners, &BannerStrip::pressed, this, [this](const QString &id) {
        if (id == QLatin1String("sign-in"))
            showAccounts(false);
        else if (id == QLatin1String("secret") || id == QLatin1String("keychain"))
            m_models.accounts.tryKeychainAgain();
    });
    connect(&m_models.actions, &models::InboxActions::failed, this, &MainWindow::onFailed);
    connect(m_commands, &Commands::refused, this, [this](Command command, const QString &reason) {
        // Arrows and letters that lead nowhere are no news.
        if (!Commands::spec(command).repeats)
            m_notices->show(NoticeBar::Kind::Information, reason);
    });
    connect(&m_models.preferences, &models::Preferences::changed, this, &MainWindow::applyPreferences);
    connect(&Theme::instance(), &Theme::changed, m_commands, &Commands::refreshLooks);
}

void MainWindow::setHandlers()
{
    const auto on = [this](Command command, auto function) { m_commands->setHandler(command, function); };

    ConversationListView *list = m_listPane->view();
    m_commands->setStepper(Command::NextConversation, [list](int times) { list->step(times); });
    m_commands->setStepper(Command::PreviousConversation, [list](int times) { list->step(-times); });
    on(Command::NextToClose, [this] {
        const ConversationKey next = m_models.list.nextToClose(openKey());
        openConversation(next.isEmpty() ? m_models.list.nextToClose() : next);
    });
    on(Command::ApplyWaiting, [this] { m_models.list.applyWaiting(); });
    on(Command::Search, [this] { m_topBar->focusSearch(); });
    on(Command::Peek, [this] { togglePeek(); });

    on(Command::ShowMine, [this] { showView(View::Mine); });
    on(Command::ShowUnassigned, [this] { showView(View::Unassigned); });
    on(Command::ShowAll, [this] { showView(View::All); });
    on(Command::ShowClosing, [this] { showView(View::Closing); });
    on(Command::ShowDone, [this] { showView(View::Done); });
    on(Command::ShowSnoozed, [this] { showView(View::Snoozed); });

    on(Command::Reply, [this] { focusPane(Pane::Composer); });
    on(Command::Send, [this] { m_composer->send(); });
    on(Command::InsertEmoji, [this] { pickEmoji(); });
    on(Command::FormatBold, [this] { m_composer->toggleMark(u'*'); });
    on(Command::FormatItalic, [this] { m_composer->toggleMark(u'_'); });
    on(Command::FormatStrike, [this] { m_composer->toggleMark(u'~'); });
    on(Command::MarkDone, [this] { markDoneAndGoOn(); });
    on(Command::Reopen, [this] { setStatus(ConversationStatus::ToDo); });
    on(Command::MarkInProgress, [this] { setStatus(ConversationStatus::InProgress); });
    on(Command::Assign, [this] {
        auto *popup = new AssignPopup(m_models.actions, *m_models.current.conversation(), this);
        popup->popupAt(m_threadPane->header()->assigneeButton());
    });
    on(Command::AssignToMe, [this] { assignToMe(); });
    on(Command::Restart, [this] { m_composer->askToRestart(); });
    on(Command::MarkRead, [this] { m_models.actions.markRead(openKey()); });
    on(Command::CopyNumber, [this] {
        QApplication::clipboard()->setText(m_models.current.conversation()->customer->displayId);
        m_notices->show(NoticeBar::Kind::Information, tr("The number is on the clipboard."));
    });

    ThreadView *thread = m_threadPane->view();
    m_commands->setStepper(Command::NextMessage, [thread](int times) { thread->step(times); });
    m_commands->setStepper(Command::PreviousMessage, [thread](int times) { thread->step(-times); });
    on(Command::LatestMessage, [thread] { thread->scrollToLatest(); });
    on(Command::OlderMessages, [this] { m_models.thread.loadOlder(); });
    on(Command::RetryMessage, [this] { retry(); });
    on(Command::Quote, [this, thread] {
        m_composer->quote(thread->selected()->message.id);
        focusPane(Pane::Composer);
    });
    on(Command::React, [this, thread] {
        auto *popup = new ReactionPopup(m_models.actions, m_models.preferences, openKey(),
                                        thread->selected()->message, this);
        popup->popupAt(thread->selectedRect());
    });
    on(Command::CopyMessage, [thread] { thread->copy(); });
    on(Command::MessageInfo, [this, thread] {
        auto *dialog = new MessageInfoDialog(*thread->selected(), openKey(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });

    on(Command::Back, [this] { goBack(); });
    on(Command::NextPane, [this] { goToPane(1); });
    on(Command::PreviousPane, [this] { goToPane(-1); });
    on(Command::ToggleDetails, [this] { toggleDetails(); });
    on(Command::Palette, [this] { openPalette(); });
    on(Command::Help, [this] { m_help->open(m_keys->scopeOf(focusWidget())); });
    on(Command::DismissNotices, [this] { m_notices->dismissAll(); });

    on(Command::Sync, [this] {
        m_models.actions.refreshAll();
        if (!openKey().isEmpty())
            m_models.actions.refresh(openKey());
    });
    on(Command::WhoAmI, [this] {
        // The open conversation's account, else the first that does not know yet, else the first.
        domain::AccountId account = openKey().account;
        for (int row = m_models.accounts.rowCount() - 1; row >= 0 && openKey().isEmpty(); --row) {
            if (row == 0 ? account.isEmpty() : m_models.accounts.config(row).me.isEmpty())
                account = m_models.accounts.config(row).id;
        }
        askWhoIAm(account);
    });
    on(Command::Settings, [this] { showSettings(); });
    on(Command::Accounts, [this] { showAccounts(false); });
    on(Command::ConnectAccount, [this] { showAccounts(true); });
    on(Command::OpenDemo, [this] { Q_EMIT demoRequested(); });
    const auto theme = [this](ThemeMode mode) {
        m_models.preferences.change([mode](models::PreferenceValues &values) { values.theme = mode; });
    };
    on(Command::ThemeSystem, [theme] { theme(ThemeMode::System); });
    on(Command::ThemeLight, [theme] { theme(ThemeMode::Light); });
    on(Command::ThemeDark, [theme] { theme(ThemeMode::Dark); });
    on(Command::ShowWindow, [this] { present(); });
    on(Command::Quit, [this] { Q_EMIT quitRequested(); });
    m_commands->setJudge([this](const CommandSpec &spec) { return judge(spec); });
}

// --- what is possible now ----------------------------------------------------------------------------------

QString MainWindow::judge(const CommandSpec &spec) const
{
    const bool working = m_models.accounts.rowCount() > 0;
    switch (spec.id) {
    case Command::Palette:
    case Command::Help:
    case Command::NextPane:
    case Command::PreviousPane:
    case Command::Back:
    case Command::Settings:
    case Command::Accounts:
    case Command::ConnectAccount:
    case Command::OpenDemo:
    case Command::Quit:
        return {};
    case Command::ShowWindow:
        return isActiveWindow() ? tr("The window is in front already.") : QString();
    case Command::ThemeSystem:
    case Command::ThemeLight:
    case Command::ThemeDark:
        return {};
    case Command::DismissNotices:
        return m_notices->isEmpty() ? tr("There is no notice.") : QString();
    default:
        break;
    }
    if (!working)
        return tr("Connect an account first.");

    switch (spec.id) {
    case Command::NextConversation:
    case Command::PreviousConversation:
        return m_models.list.rowCount() == 0 ? tr("The list is empty.") : QString();
    case Command::NextToClose:
        return m_models.list.nextToClose().isEmpty() ? tr("No window closes in this view.") : QString();
    case Command::ApplyWaiting:
        return m_models.list.waitingChanges() == 0 ? tr("The list is up to date.") : QString();
    case Command::Search:
    case Command::ShowMine:
    case Command::ShowUnassigned:
    case Command::ShowAll:
    case Command::ShowClosing:
    case Command::ShowDone:
    case Command::ShowSnoozed:
    case Command::ToggleDetails:
    case Command::Sync:
    case Command::WhoAmI:
        return {};
    default:
        break;
    }

    const domain::Conversation *conversation = m_models.current.conversation();
    if (!conversation)
        return tr("Open a conversation first.");
    if (spec.capability) {
        if (const auto why = m_models.actions.unavailable(openKey(), *spec.capability))
            return Words::unavailable(*spec.capability, *why);
    }
    const domain::ReplyState &reply = m_models.current.replyState();
    switch (spec.id) {
    case Command::Send:
    case Command::InsertEmoji:
    case Command::FormatBold:
    case Command::FormatItalic:
    case Command::FormatStrike:
        return reply.composerOpen() ? QString() : Words::reply(reply, m_models.current.serverNow()).headline;
    case Command::MarkDone:
        return conversation->status == ConversationStatus::Done ? tr("This conversation is done already.")
                                                                : QString();
    case Command::Reopen:
        return conversation->status == ConversationStatus::Done ? QString()
                                                                : tr("This conversation is not done.");
    case Command::MarkInProgress:
        return conversation->status == ConversationStatus::InProgress
            ? tr("This conversation is in progress already.")
            : QString();
    case Command::AssignToMe: {
        const domain::UserId me = m_models.actions.me(openKey());
        const bool mine = conversation->assignee && !me.isEmpty() && conversation->assignee->id == me;
        return mine ? tr("This conversation is yours already.") : QString();
    }
    case Command::Restart:
        if (reply.action == domain::ReplyAction::Restart)
            return {};
        return reply.composerOpen() ? tr("You can still write to this customer without a restart.")
                                    : Words::reply(reply, m_models.current.serverNow()).headline;
    case Command::MarkRead:
        return conversation->unreadCount == 0 ? tr("Everything is read.") : QString();
    case Command::CopyNumber:
        return conversation->customer && !conversation->customer->displayId.isEmpty()
            ? QString()
            : tr("No number is known.");
    case Command::LatestMessage:
    case Command::NextMessage:
    case Command::PreviousMessage:
        return m_models.thread.rowCount() == 0 ? tr("There are no messages.") : QString();
    case Command::OlderMessages:
        return m_models.thread.hasOlder() ? QString() : tr("There are no older messages.");
    case Command::RetryMessage:
    case Command::Quote:
    case Command::React:
    case Command::CopyMessage:
    case Command::MessageInfo:
        return judgeMessage(spec.id);
    case Command::OpenAttachment:
    case Command::SaveAttachment:
    case Command::SoundBack:
    case Command::SoundForward:
    case Command::SoundSpeed:
        return judgeMedia(spec.id);
    default:
        return {};
    }
}

QString MainWindow::judgeMessage(Command command) const
{
    const models::ThreadRow *row = m_threadPane->view()->selected();
    if (command == Command::RetryMessage) {
        if (row && row->canRetry)
            return {};
        for (int i = m_models.thread.rowCount() - 1; i >= 0; --i) {
            if (m_models.thread.row(i).canRetry)
                return {};
        }
        return tr("No message here failed in a way that a retry can help.");
    }
    if (!row)
        return tr("Select a message first, with %1.").arg(m_commands->howToRun(Command::PreviousMessage));
    const bool known = !row->message.id.isEmpty();
    switch (command) {
    case Command::Quote:
        return known ? QString() : tr("Only a message that has been sent can be quoted.");
    case Command::React:
        return row->canReact ? QString() : tr("One cannot react to this message.");
    case Command::MessageInfo:
        return row->kind == models::ThreadRow::Kind::Note ? tr("A note has no details.") : QString();
    default:
        return {};
    }
}

QString MainWindow::judgeMedia(Command command) const
{
    const models::ThreadRow *row = m_threadPane->view()->selected();
    switch (command) {
    case Command::OpenAttachment:
    case Command::SaveAttachment:
        if (!row)
            return judgeMessage(command);
        if (command == Command::OpenAttachment ? m_media->mainAct(*row) != CardAct::None
                                               : m_media->canSave(*row))
            return {};
        return tr("There is nothing in this message to open or save.");
    default:
        return m_media->sound().current() ? QString() : tr("No sound is being played.");
    }
}

void MainWindow::refreshCommandsSoon()
{
    m_refreshCommands.start();
}

// --- conversations -----------------------------------------------------------------------------------------

void MainWindow::openConversation(const ConversationKey &key)
{
    m_listPane->view()->setCurrentKey(key);
    if (!key.isEmpty())
        m_listPane->freeze()->noteNavigation();
    if (key != openKey())
        m_notices->dismissPassing();
    if (key != openKey() || m_peeking)
        m_models.current.open(key, m_peeking);
    if (key != m_models.thread.conversation())
        m_models.thread.setConversation(key);
    if (key.isEmpty())
        m_threadOnTop = false;
    else if (width() < kWithList && focusedPane() != Pane::List)
        m_threadOnTop = true;
    arrange();
}

void MainWindow::showView(View view)
{
    m_models.list.setView(view);
    m_listPane->view()->setCurrentKey(openKey());
    focusPane(Pane::List);
}

void MainWindow::markDoneAndGoOn()
{
    const ConversationKey key = openKey();
    const ConversationKey next = m_models.list.neighbour(key);
    m_models.actions.setStatus(key, ConversationStatus::Done);
    openConversation(next);
}

void MainWindow::setStatus(ConversationStatus status)
{
    m_models.actions.setStatus(openKey(), status);
}

void MainWindow::assignToMe()
{
    const ConversationKey key = openKey();
    if (!m_models.actions.me(key).isEmpty()) {
        m_models.actions.assignToMe(key);
        return;
    }
    askWhoIAm(key.account, [this, key] { m_models.actions.assignToMe(key); });
}

int MainWindow::accountRow(const domain::AccountId &account) const
{
    for (int row = 0; row < m_models.accounts.rowCount(); ++row) {
        if (m_models.accounts.config(row).id == account)
            return row;
    }
    return -1;
}

void MainWindow::askWhoIAm(const domain::AccountId &account, std::function<void()> then)
{
    const int row = accountRow(account);
    if (row < 0 || m_dialog)
        return;
    const domain::AccountConfig config = m_models.accounts.config(row);
    auto *dialog = new WhoAmIDialog(config.name, m_models.accounts.people(row), config.me, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    connect(dialog, &WhoAmIDialog::chosen, this,
            [this, account, then = std::move(then)](const domain::UserId &me) {
                m_models.actions.setMe(account, me);
                m_models.list.applyWaiting(); // an own wish takes effect at once, frozen or not
                if (then)
                    then();
            });
    connect(&m_models.accounts, &QAbstractItemModel::dataChanged, dialog, [this, dialog, account] {
        if (const int now = accountRow(account); now >= 0)
            dialog->setPeople(m_models.accounts.people(now));
    });
    dialog->open();
}

void MainWindow::retry()
{
    ThreadView *thread = m_threadPane->view();
    const models::ThreadRow *row = thread->selected();
    if (row && row->canRetry) {
        m_notices->dismissPassing();
        m_models.actions.retry(openKey(), row->message.id);
        return;
    }
    // Nothing is sent that the person has not looked at: the first press shows which message it would be.
    for (int i = m_models.thread.rowCount() - 1; i >= 0; --i) {
        if (m_models.thread.row(i).canRetry) {
            thread->showMessage(m_models.thread.row(i).message.id);
            m_notices->show(NoticeBar::Kind::Information,
                            tr("This is the message that failed. Press %1 once more to send it again.")
                                .arg(m_commands->howToRun(Command::RetryMessage)));
            return;
        }
    }
}

void MainWindow::pickEmoji()
{
    focusPane(Pane::Composer);
    auto *picker = new EmojiPicker(m_models.preferences, this);
    connect(picker, &EmojiPicker::picked, m_composer, &Composer::insert);
    picker->popupAbove(m_composer->emojiButton());
}

void MainWindow::togglePeek()
{
    m_peeking = !m_peeking;
    m_models.current.open(openKey(), m_peeking);
    m_threadPane->setPeeking(m_peeking);
}

void MainWindow::onFailed(const ConversationKey &key, const sync::ActionFailure &failure)
{
    const bool here = key == openKey();
    // The thread and the composer tell these where they happened.
    using Kind = sync::ActionKind;
    if (here && (failure.action == Kind::Send || failure.action == Kind::Retry))
        return;
    if (failure.action == Kind::Restart)
        return;
    const QString sentence = Words::error(failure.error, attemptOf(failure.action));
    const int row = m_models.list.rowOf(key);
    const QString name =
        row >= 0 ? Words::safeLine(Words::customerNameOr(m_models.list.row(row).name), 60) : QString();
    m_notices->show(NoticeBar::Kind::Problem,
                    here || name.isEmpty() ? sentence
                                           : tr("%1: %2", "customer: what went wrong").arg(name, sentence));
}

void MainWindow::showAccounts(bool addNew)
{
    showSettings()->showAccounts(addNew);
}

SettingsWindow *MainWindow::showSettings()
{
    if (!m_settingsWindow)
        m_settingsWindow = new SettingsWindow(m_models, *m_commands, {m_languages, m_profileDir}, this);
    m_settingsWindow->present();
    return m_settingsWindow;
}

// --- focus and panes ---------------------------------------------------------------------------------------

MainWindow::Pane MainWindow::focusedPane() const
{
    switch (m_keys->scopeOf(focusWidget())) {
    case Scope::Composer:
        return Pane::Composer;
    case Scope::Thread:
        return Pane::Thread;
    case Scope::Details:
        return Pane::Details;
    case Scope::List:
    case Scope::Elsewhere:
        break;
    }
    return Pane::List;
}

void MainWindow::focusPane(Pane pane)
{
    if (m_models.current.conversation() == nullptr && pane != Pane::Details)
        pane = Pane::List;
    m_detailsInstead = pane == Pane::Details && width() < kWithDetails;
    m_threadOnTop = pane == Pane::Thread || pane == Pane::Composer;
    arrange();
    switch (pane) {
    case Pane::List:
        m_listPane->view()->setFocus(Qt::ShortcutFocusReason);
        break;
    case Pane::Thread:
        m_threadPane->view()->setFocus(Qt::ShortcutFocusReason);
        break;
    case Pane::Composer:
        m_composer->focusReply();
        break;
    case Pane::Details:
        m_details->setFocus(Qt::ShortcutFocusReason);
        break;
    }
}

void MainWindow::goBack()
{
    switch (m_keys->scopeOf(focusWidget())) {
    case Scope::Composer:
        focusPane(Pane::Thread);
        break;
    case Scope::Details:
        focusPane(Pane::Thread);
        break;
    case Scope::Thread:
        focusPane(Pane::List);
        break;
    case Scope::List:
        leaveSearch();
        break;
    case Scope::Elsewhere:
        focusPane(Pane::List);
        break;
    }
}

void MainWindow::leaveSearch()
{
    m_topBar->clearSearch();
    // The list is long again: the open conversation stays in sight.
    m_listPane->view()->setCurrentKey(openKey());
    focusPane(Pane::List);
}

void MainWindow::goToPane(int by)
{
    QList<Pane> panes{Pane::List};
    if (m_models.current.conversation()) {
        panes << Pane::Thread << Pane::Composer;
        if (m_details->isVisible())
            panes << Pane::Details;
    }
    const int now = int(panes.indexOf(focusedPane()));
    focusPane(panes.at((now + by + int(panes.size())) % int(panes.size())));
}

void MainWindow::toggleDetails()
{
    if (width() < kWithDetails)
        m_detailsInstead = !m_detailsInstead;
    else
        m_detailsWanted = !m_detailsWanted;
    arrange();
}

void MainWindow::arrange()
{
    const int room = width();
    bool list = true;
    bool thread = true;
    bool details = m_detailsWanted;
    if (room >= kWithDetails) {
        m_detailsInstead = false;
    } else if (room >= kWithList) {
        details = m_detailsInstead;
        list = !m_detailsInstead;
    } else {
        details = m_detailsInstead;
        thread = !details && m_threadOnTop && m_models.current.conversation();
        list = !details && !thread;
    }
    m_threadPane->setMinimumWidth(room < kWithList ? kThreadNarrow : kThreadMinimum);
    QWidget *focused = focusWidget();
    const bool wasWide = m_wide;
    m_wide = list && details && isVisible();
    m_listPane->setVisible(list);
    m_threadPane->setVisible(thread);
    m_details->setVisible(details);
    if (m_wide && !wasWide)
        m_splitter->setSizes(m_wideSizes);
    m_topBar->setBackVisible(!list && m_pages->currentWidget() == m_splitter);
    if (focused && focused->window() == this && !focused->isVisibleTo(this)) {
        if (thread)
            m_threadPane->view()->setFocus();
        else if (list)
            m_listPane->view()->setFocus();
        else
            m_details->setFocus();
    }
    updateAttention();
}

void MainWindow::updateWorking()
{
    const bool working = m_models.accounts.rowCount() > 0;
    const bool was = m_pages->currentWidget() == m_splitter;
    m_pages->setCurrentWidget(working ? static_cast<QWidget *>(m_splitter) : m_welcome);
    m_topBar->setWorking(working);
    if (!working) {
        openConversation({});
        m_welcome->focusFirst();
    } else if (!was) {
        m_listPane->view()->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::updateAccountBanners()
{
    using SecretState = sync::Inbox::SecretState;
    QString text;
    QString missing;
    for (int row = 0; row < m_models.accounts.rowCount(); ++row) {
        if (m_models.accounts.status(row).phase != sync::SyncStatus::Phase::NeedsSignIn)
            continue;
        const QString name = Words::safeLine(m_models.accounts.config(row).name, 60);
        const SecretState secret = m_models.accounts.secretState(row);
        if (secret == SecretState::Missing) {
            missing =
                tr("The token of “%1” was not found, or the keychain is locked. Unlock the keychain and try "
                   "again, or enter the token in the account's settings.")
                    .arg(name);
        } else if (secret == SecretState::Kept || secret == SecretState::ForThisRunOnly) {
            text = tr("The server no longer accepts the access of “%1”. What you see may be out of date.")
                       .arg(name);
        }
    }
    m_banners->setBanner(QStringLiteral("sign-in"), BannerStrip::Tone::Danger, text, tr("Enter a new token"));
    m_banners->setBanner(QStringLiteral("secret"), BannerStrip::Tone::Danger, missing, tr("Try again"));
}

void MainWindow::showKeychainBanner()
{
    m_banners->setBanner(
        QStringLiteral("keychain"), BannerStrip::Tone::Warning,
        tr("This computer's keychain cannot be used. Access tokens are kept until you quit, then "
           "you will be asked for them again."),
        tr("Try again"), true);
}

void MainWindow::updateAttention()
{
    const bool shown = isVisible() && !isMinimized();
    m_models.heartbeat.setRunning(shown);
    m_models.current.setVisible(shown && m_threadPane->isVisibleTo(this));
}

// --- layers and menus --------------------------------------------------------------------------------------

void MainWindow::openPalette()
{
    QList<PaletteItem> items;
    const Scope scope = m_keys->scopeOf(focusWidget());
    for (const CommandSpec &spec : Commands::table()) {
        if (spec.id == Command::Palette)
            continue;
        QString keys = m_commands->keysText(spec.id, scope);
        if (keys.isEmpty())
            keys = m_commands->keysText(spec.id);
        items.append({Commands::text(spec.id), Commands::sectionName(spec.section), keys,
                      m_commands->whyNot(spec.id), QLatin1String(spec.icon),
                      [this, id = spec.id] { m_commands->run(id); }});
    }
    const ConversationKey key = openKey();
    const QString whyNoAssign = m_commands->whyNot(Command::Assign);
    if (!key.isEmpty() && whyNoAssign.isEmpty()) {
        const QList<domain::User> people = m_models.actions.people(key);
        for (const domain::User &person : people) {
            items.append({tr("Assign to %1").arg(Words::safeLine(Words::userName(person), 60)),
                          tr("People"),
                          {},
                          {},
                          QStringLiteral("assign"),
                          [this, key, id = person.id] { m_models.actions.assign(key, id); }});
        }
    }
    m_palette->open(tr("Commands"), tr("What do you want to do?"), items);
}

void MainWindow::showThreadMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Command command :
         {Command::OpenAttachment, Command::SaveAttachment, Command::CopyMessage, Command::Quote,
          Command::React, Command::RetryMessage, Command::MessageInfo})
        menu->addAction(m_commands->action(command));
    m_commands->refresh();
    menu->popup(globalPosition);
}

void MainWindow::showListMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Command command :
         {Command::Reply, Command::MarkDone, Command::MarkInProgress, Command::Reopen, Command::AssignToMe,
          Command::Assign, Command::MarkRead, Command::Restart, Command::CopyNumber})
        menu->addAction(m_commands->action(command));
    m_commands->refresh();
    menu->popup(globalPosition);
}

void MainWindow::present(const ConversationKey &key)
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (key.isEmpty())
        return;
    openConversation(key);
    focusPane(Pane::Thread);
}

void MainWindow::updateTitle()
{
    setWindowTitle(NotificationWords::windowTitle(m_models.list.unreadCount(View::Mine)));
}

void MainWindow::showNotice(NoticeBar::Kind kind, const QString &text)
{
    m_notices->show(kind, text);
}

QStringList MainWindow::noticeTexts() const
{
    return m_notices->texts();
}

// --- settings and window -----------------------------------------------------------------------------------

void MainWindow::setThemeMode(ThemeMode mode)
{
    Theme::instance().setMode(mode);
}

void MainWindow::applyPreferences(const models::PreferenceValues &before)
{
    const models::PreferenceValues &wanted = m_models.preferences.values();
    if (wanted.theme != before.theme)
        setThemeMode(wanted.theme); // otherwise the command line's goes on
    Theme::instance().setDensity(wanted.density);
    Theme::instance().setFontPercent(wanted.fontPercent);
    m_composer->setSendKey(wanted.sendKey);
    m_details->setSendKey(wanted.sendKey);
}

void MainWindow::restoreSettings()
{
    resize(kDefaultSize);
    if (!m_settings)
        return;
    restoreGeometry(m_settings->value(QStringLiteral("geometry")).toByteArray());
    const QStringList sizes = m_settings->value(QStringLiteral("panes")).toStringList();
    if (sizes.size() == m_wideSizes.size()) {
        for (int i = 0; i < sizes.size(); ++i)
            m_wideSizes[i] = qBound(1, sizes.at(i).toInt(), 10'000);
    }
    m_detailsWanted = m_settings->value(QStringLiteral("details"), true).toBool();
    const int view = m_settings->value(QStringLiteral("view"), int(m_models.list.view())).toInt();
    if (view >= int(View::Mine) && view <= int(View::Snoozed))
        m_models.list.setView(View(view));
}

void MainWindow::saveSettings()
{
    if (!m_settings)
        return;
    m_settings->setValue(QStringLiteral("geometry"), saveGeometry());
    QStringList sizes;
    for (const int size : std::as_const(m_wideSizes))
        sizes.append(QString::number(size));
    m_settings->setValue(QStringLiteral("panes"), sizes);
    m_settings->setValue(QStringLiteral("details"), m_detailsWanted);
    m_settings->setValue(QStringLiteral("saveFolder"), m_media->saver().folder());
    m_settings->setValue(QStringLiteral("view"), int(m_models.list.view()));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_splitter)
        arrange();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSettings();
    QWidget::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_threadPane)
        updateAttention();
    // Several come at once.
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange)
        m_rebuild.start();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    arrange();
    if (!focusWidget())
        m_listPane->view()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateAttention();
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colors().window);
}

} // namespace inbox::ui
