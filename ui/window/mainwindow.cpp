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
#include "ui/icons/icons.h"
#include "ui/list/conversationlistview.h"
#include "ui/list/conversationpane.h"
#include "ui/list/customerphotos.h"
#include "ui/list/listfreeze.h"
#include "ui/media/filesaver.h"
#include "ui/media/mediadesk.h"
#include "ui/media/soundplayer.h"
#include "ui/text/notificationwords.h"
#include "ui/text/words.h"
#include "ui/thread/messagebar.h"
#include "ui/thread/threadheader.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/window/accountbanners.h"
#include "ui/window/notices.h"
#include "ui/window/topbar.h"
#include "ui/window/welcomepage.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace inbox::ui {

using domain::ConversationKey;
using models::View;

namespace {

constexpr int kListMinimum = 260;
constexpr int kListDefault = 340;
constexpr int kDetailsMinimum = 220;
constexpr int kDetailsDefault = 300;
constexpr qint64 kSoundStep = 5000; // ms
// Refusals of one command are told in one sentence: the others come about as soon as the first.
constexpr std::chrono::milliseconds kRefusalsCome{500};
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
    case sync::ActionKind::SetTags:
        return Attempt::SetTags;
    case sync::ActionKind::Snooze:
        return Attempt::Snooze;
    case sync::ActionKind::AssignTeam:
        return Attempt::AssignTeam;
    case sync::ActionKind::AddNote:
        return Attempt::AddNote;
    case sync::ActionKind::DeleteNote:
        return Attempt::DeleteNote;
    case sync::ActionKind::TakeOver:
        return Attempt::TakeOver;
    case sync::ActionKind::Delete:
        return Attempt::Delete;
    case sync::ActionKind::MarkUnread:
        return Attempt::MarkUnread;
    case sync::ActionKind::Archive:
        return Attempt::Archive;
    case sync::ActionKind::Rename:
        return Attempt::Rename;
    case sync::ActionKind::SetLanguage:
        return Attempt::SetLanguage;
    case sync::ActionKind::SetMetadata:
        return Attempt::SetMetadata;
    case sync::ActionKind::Mention:
        return Attempt::Mention;
    case sync::ActionKind::SetOnline:
        return Attempt::SetOnline;
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

    m_isActive = QGuiApplication::applicationState() == Qt::ApplicationActive;
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        m_isActive = state == Qt::ApplicationActive;
        updateAttention();
    });

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
    arrange();
    m_commands->refresh();
}

MainWindow::~MainWindow()
{
    m_models.sendGuard.setEyes({});
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
    m_topBar =
        new TopBar(m_models.list, m_models.accounts, m_models.heartbeat, m_models.outbox, *m_commands, this);
    m_banners = new AccountBanners(m_models.accounts, this);
    m_welcome = new WelcomePage(*m_commands, this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_listPane = new ConversationPane(m_models.list, m_models.accounts, *m_commands, m_splitter);
    m_composer = new Composer(m_models.current, m_models.actions, m_models.drafts, m_models.thread,
                              m_models.sendGuard, m_models.attachments, m_splitter);
    m_threadPane = new ThreadPane(m_models.current, m_models.thread, *m_commands, m_composer, m_splitter);
    m_details = new DetailsPane(m_models.current, m_models.actions, m_models.drafts, m_splitter);
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
        if (showsOnePane() && !m_models.current.isEmpty()) {
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
    connect(m_topBar, &TopBar::savedViewWanted, this, &MainWindow::showSavedView);
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
            auto *popup = new StatusPopup(m_models.actions, {conversation->key}, this);
            popup->popupAt(m_threadPane->header()->statusButton());
        }
    });
    m_composer->emojiButton()->setToolTip(m_commands->action(Command::InsertEmoji)->toolTip());
    connect(m_composer, &Composer::attachWanted, this, [this] { m_commands->run(Command::AttachFiles); });
    connect(m_composer, &Composer::emojiWanted, this, [this] { m_commands->run(Command::InsertEmoji); });
    connect(m_composer, &Composer::sent, thread, &ThreadView::scrollToLatest);
    connect(m_composer, &Composer::stoppedByNews, thread, &ThreadView::scrollToLatest);
    m_models.sendGuard.setEyes(
        [this, thread] { return isActiveWindow() && thread->isVisible() && thread->isAtEnd(); });
    connect(m_topBar, &TopBar::backWanted, this, [this] { focusPane(Pane::List); });
    connect(m_details, &DetailsPane::conversationRequested, this, &MainWindow::openConversation);
    connect(m_details, &DetailsPane::linkRequested, this, &MainWindow::linkActivated);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_wide)
            m_wideSizes = m_splitter->sizes();
    });
}

void MainWindow::buildMedia()
{
    new CustomerPhotos(m_models.media, m_models.preferences, *m_listPane->view());
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
    connect(&m_models.list, &models::ConversationListModel::checkedChanged, this,
            &MainWindow::refreshCommandsSoon);
    connect(&m_models.list, &models::ConversationListModel::waitingChangesChanged, this,
            &MainWindow::refreshCommandsSoon);
    connect(&m_models.thread, &models::ThreadModel::stateChanged, this, &MainWindow::refreshCommandsSoon);
    connect(&m_models.accounts, &models::AccountsModel::accountsChanged, this, [this] {
        // An account whose settings change is removed and added again.
        if (m_models.accounts.rowCount() > 0)
            updateWorking();
        else
            QTimer::singleShot(0, this, &MainWindow::updateWorking);
        refreshCommandsSoon();
    });
    connect(m_banners, &AccountBanners::newTokenWanted, this, [this] { showAccounts(false); });
    connect(&m_models.actions, &models::InboxActions::failed, this, &MainWindow::onFailed);
    connect(&m_models.actions, &models::InboxActions::automationEnded, this, &MainWindow::onAutomationEnded);
    connect(&m_models.actions, &models::InboxActions::onlineSet, this,
            [this](const domain::AccountId &account, bool online) {
                const int row = accountRow(account);
                const QString name = row < 0 ? QString() : m_models.accounts.config(row).name;
                const QString shown = Words::isolated(Words::safeLine(name, 60));
                m_notices->show(NoticeBar::Kind::Success,
                                online ? tr("Your colleagues in %1 see you as online.").arg(shown)
                                       : tr("Your colleagues in %1 see you as away.").arg(shown));
            });
    connect(&m_models.actions, &models::InboxActions::replyHeld, this,
            [this](const ConversationKey &key, domain::HeldBecause why) {
                const auto row = m_models.list.find(key);
                m_notices->show(NoticeBar::Kind::Problem, Words::replyHeld(row ? row->name : QString(), why));
            });
    connect(m_commands, &Commands::refused, this, [this](Command command, const QString &reason) {
        // Arrows and letters that lead nowhere are no news.
        if (!Commands::spec(command).repeats)
            m_notices->show(NoticeBar::Kind::Information, reason);
    });
    connect(&m_models.preferences, &models::Preferences::changed, this, &MainWindow::applyPreferences);
    connect(&Theme::instance(), &Theme::changed, m_commands, &Commands::refreshLooks);
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
    else if (showsOnePane() && focusedPane() != Pane::List)
        m_threadOnTop = true;
    arrange();
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
    if (m_changedTogether.remove(key)) {
        if (m_refusedTogether++ == 0)
            QTimer::singleShot(kRefusalsCome, this, [this, sentence] { tellRefusals(sentence); });
        return;
    }
    const auto row = m_models.list.find(key);
    const QString name = row ? Words::safeLine(Words::customerNameOr(row->name), 60) : QString();
    m_notices->show(NoticeBar::Kind::Problem,
                    here || name.isEmpty() ? sentence
                                           : tr("%1: %2", "customer: what went wrong").arg(name, sentence));
}

void MainWindow::tellRefusals(const QString &why)
{
    m_notices->show(NoticeBar::Kind::Problem,
                    tr("%Ln of the selected conversations could not be changed. %1", "%1: why",
                       std::exchange(m_refusedTogether, 0))
                        .arg(why));
}

void MainWindow::closeLayers()
{
    m_palette->close();
    m_help->close();
    m_media->viewer().close();
}

// Words are under way: what a late answer brings may not come between them.
bool MainWindow::isTyping()
{
    const QWidget *focus = QApplication::focusWidget();
    if (const auto *field = qobject_cast<const QPlainTextEdit *>(focus))
        return !field->document()->isEmpty();
    const auto *line = qobject_cast<const QLineEdit *>(focus);
    return line && !line->text().isEmpty();
}

void MainWindow::present(const ConversationKey &key)
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (key.isEmpty())
        return;
    closeLayers();
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
    if (view >= int(View::Mine) && view <= int(View::Mentions))
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
