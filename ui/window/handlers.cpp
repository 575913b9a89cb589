// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// What each command does.
#include "ui/commands/helpoverlay.h"
#include "ui/commands/keydispatcher.h"
#include "ui/composer/composer.h"
#include "ui/dialogs/choicepopups.h"
#include "ui/dialogs/describepopups.h"
#include "ui/dialogs/messageinfodialog.h"
#include "ui/dialogs/reactionpopup.h"
#include "ui/dialogs/teamworkpopups.h"
#include "ui/list/conversationlistview.h"
#include "ui/list/conversationpane.h"
#include "ui/records/recordswindow.h"
#include "ui/thread/threadheader.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/window/commandjudge.h"
#include "ui/window/mainwindow.h"
#include "ui/window/notices.h"
#include "ui/window/topbar.h"

#include <QApplication>
#include <QClipboard>
#include <QLocale>

#include <algorithm>

namespace inbox::ui {

using domain::ConversationKey;
using domain::ConversationStatus;
using models::View;

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
    models::ConversationListModel &rows = m_models.list;
    on(Command::Check, [this, &rows] { rows.setChecked(openKey(), !rows.isChecked(openKey())); });
    m_commands->setStepper(Command::CheckNext, [list](int times) { list->checkOnTo(times); });
    m_commands->setStepper(Command::CheckPrevious, [list](int times) { list->checkOnTo(-times); });
    on(Command::CheckAll, [&rows] { rows.checkAll(); });
    on(Command::UncheckAll, [&rows] { rows.uncheckAll(); });

    on(Command::ShowMine, [this] { showView(View::Mine); });
    on(Command::ShowUnassigned, [this] { showView(View::Unassigned); });
    on(Command::ShowAll, [this] { showView(View::All); });
    on(Command::ShowClosing, [this] { showView(View::Closing); });
    on(Command::ShowDone, [this] { showView(View::Done); });
    on(Command::ShowSnoozed, [this] { showView(View::Snoozed); });
    on(Command::ShowMentions, [this] { showView(View::Mentions); });
    for (int i = 0; i < savedViewNumber(Command::SavedView9); ++i) {
        on(Command(int(Command::SavedView1) + i),
           [this, i] { showSavedView(m_models.accounts.savedViews().at(i)); });
    }
    on(Command::Outbox, [this] { showRecords(RecordsWindow::Outbox); });
    on(Command::Drafts, [this] { showRecords(RecordsWindow::Drafts); });
    on(Command::Openings, [this] { showRecords(RecordsWindow::Openings); });
    on(Command::NewConversation, [this] { showNewConversation(); });
    on(Command::Ledger, [this] { showRecords(RecordsWindow::Ledger); });

    on(Command::Reply, [this] { focusPane(Pane::Composer); });
    on(Command::Send, [this] { m_composer->send(); });
    on(Command::SendAndDone, [this] {
        const ConversationKey next = m_models.list.neighbour(openKey());
        if (m_composer->send(Composer::After::Done))
            openConversation(next);
    });
    on(Command::AttachFiles, [this] { m_composer->chooseFiles(); });
    on(Command::InsertEmoji, [this] { pickEmoji(); });
    on(Command::InsertSnippet, [this] { pickSnippet(); });
    on(Command::FormatBold, [this] { m_composer->toggleMark(u'*'); });
    on(Command::FormatItalic, [this] { m_composer->toggleMark(u'_'); });
    on(Command::FormatStrike, [this] { m_composer->toggleMark(u'~'); });
    on(Command::MarkDone, [this] { markDoneAndGoOn(); });
    on(Command::Reopen, [this] { setStatus(ConversationStatus::ToDo); });
    on(Command::MarkInProgress, [this] { setStatus(ConversationStatus::InProgress); });
    ThreadHeader *header = m_threadPane->header();
    on(Command::Assign, [this, header] {
        const QList<ConversationKey> keys = targets(Command::Assign);
        auto *popup = new AssignPopup(m_models.actions, keys, this);
        connect(popup, &AssignPopup::done, this, [this, keys] { changed(keys); });
        popUp(popup, header->assigneeButton());
    });
    on(Command::AssignToMe, [this] { assignToMe(); });
    on(Command::AssignTeam, [this, header] {
        const QList<ConversationKey> keys = targets(Command::AssignTeam);
        auto *popup = new TeamPopup(m_models.actions, keys, this);
        connect(popup, &TeamPopup::done, this, [this, keys] { changed(keys); });
        popUp(popup, header->assigneeButton());
    });
    on(Command::TakeOver, [this] { m_models.actions.takeOverFromBot(openKey()); });
    on(Command::HandToBot, [this] { m_models.actions.setStatus(openKey(), ConversationStatus::Bot); });
    // What is selected stays so: another tag may follow.
    on(Command::SetTags, [this, header] {
        popUp(new TagsPopup(m_models.actions, m_models.current, targets(Command::SetTags), this),
              header->assigneeButton());
    });
    on(Command::Snooze, [this, header] {
        const QList<ConversationKey> keys = targets(Command::Snooze);
        auto *popup = new SnoozePopup(m_models.actions, keys, m_models.current.serverNow(), this);
        connect(popup, &SnoozePopup::done, this, [this, keys] { changed(keys); });
        popUp(popup, header->statusButton());
    });
    on(Command::AddNote, [this] { writeNote(); });
    on(Command::ToggleRead, [this] {
        const QList<ConversationKey> keys = targets(Command::ToggleRead);
        setRead(keys, std::any_of(keys.cbegin(), keys.cend(), [this](const ConversationKey &key) {
                    const domain::Conversation *c = m_models.actions.conversation(key);
                    return c && c->unreadCount > 0;
                }));
    });
    on(Command::Archive, [this] {
        const QList<ConversationKey> keys = targets(Command::Archive);
        const bool archive = std::any_of(keys.cbegin(), keys.cend(), [this](const ConversationKey &key) {
            const domain::Conversation *c = m_models.actions.conversation(key);
            return c && !c->archived;
        });
        m_models.actions.together(
            keys, [&](const ConversationKey &key) { m_models.actions.setArchived(key, archive); });
        if (!changed(keys)) {
            m_notices->show(NoticeBar::Kind::Information,
                            archive ? tr("The conversation is in the archive; it stands under Done.")
                                    : tr("The conversation is out of the archive."));
        }
    });
    on(Command::Rename, [this] { askForName(); });
    on(Command::SetLanguage, [this] {
        auto *popup = new LanguagePopup(m_models.actions, *m_models.current.conversation(), this);
        popup->popupAt(m_threadPane->header()->assigneeButton());
    });
    on(Command::SetMetadata, [this] { askForMetadata(); });
    on(Command::Mention, [this] {
        auto *popup = new MentionPopup(m_models.actions, m_models.current, this);
        popup->popupAt(m_threadPane->header()->assigneeButton());
    });
    on(Command::FindConversation, [this] { askWhatToFind(); });
    using Automation = domain::Automation::Kind;
    on(Command::TriggerEvent, [this] { askToAutomate(Automation::Event); });
    on(Command::RunStep, [this] { askToAutomate(Automation::Step); });
    on(Command::SimulateMessage, [this] { askToAutomate(Automation::CustomerMessage); });
    on(Command::SimulateEvent, [this] { askToAutomate(Automation::ChannelEvent); });
    on(Command::DeleteConversation, [this] { askToDelete(); });
    on(Command::Restart, [this] { m_composer->askToRestart(); });
    on(Command::MarkRead, [this] { setRead(targets(Command::MarkRead), true); });
    on(Command::Undo, [this] { tellTakenBack(m_models.actions.undo(), false); });
    on(Command::Redo, [this] { tellTakenBack(m_models.actions.redo(), true); });
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
    on(Command::ToggleOnline, [this] { toggleOnline(); });
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
    m_commands->setJudge(CommandJudge(m_models, *m_commands, {*this, *m_notices, *thread, *m_media}));
}

void MainWindow::showView(View view)
{
    m_models.list.setView(view);
    m_listPane->view()->setCurrentKey(openKey());
    focusPane(Pane::List);
}

void MainWindow::showSavedView(const models::AccountView &saved)
{
    m_models.list.setSavedView(saved);
    m_listPane->view()->setCurrentKey(openKey());
    focusPane(Pane::List);
}

// What a command acts on: the selected conversations whose account can do it, else the open one.
QList<ConversationKey> MainWindow::targets(Command command) const
{
    QList<ConversationKey> keys = m_models.list.checked();
    if (keys.isEmpty())
        return {openKey()};
    if (const auto needed = CommandJudge::neededFor(command, keys, m_models.actions))
        keys.removeIf([&](const ConversationKey &key) {
            return m_models.actions.unavailable(key, *needed).has_value();
        });
    return keys;
}

// After a change: nothing is selected any more, and of several conversations the window says what was done.
// False: it was the open one alone.
bool MainWindow::changed(const QList<ConversationKey> &keys)
{
    m_models.list.uncheckAll();
    if (keys == QList<ConversationKey>{openKey()})
        return false;
    m_changedTogether = QSet<ConversationKey>(keys.cbegin(), keys.cend());
    const int count = int(keys.size());
    const QString undo = m_commands->howToRun(Command::Undo);
    const int undone = m_models.actions.undoCount(); // what cannot be taken back by an API is not among them
    QString said = tr("%Ln conversations changed.", nullptr, count);
    if (undone == count)
        said = tr("%Ln conversations changed. %1 takes it back.", "%1 is a key", count).arg(undo);
    else if (undone > 1)
        said = tr("%Ln conversations changed. %1 takes back %2 of them.", "%1 is a key", count)
                   .arg(undo, QLocale().toString(undone));
    m_notices->show(NoticeBar::Kind::Information, said);
    return true;
}

void MainWindow::tellTakenBack(const QList<ConversationKey> &keys, bool again)
{
    if (keys.size() == 1)
        openConversation(keys.constFirst());
    else if (!keys.isEmpty())
        m_notices->show(NoticeBar::Kind::Information,
                        again ? tr("%Ln conversations changed again.", nullptr, int(keys.size()))
                              : tr("%Ln conversations are as they were.", nullptr, int(keys.size())));
}

void MainWindow::popUp(Popup *popup, QWidget *anchor)
{
    popup->popupAt(m_models.list.checkedCount() > 0 ? m_listPane->header() : anchor);
}

void MainWindow::markDoneAndGoOn()
{
    if (m_models.list.checkedCount() > 0) {
        setStatus(ConversationStatus::Done);
        return;
    }
    const ConversationKey key = openKey();
    const ConversationKey next = m_models.list.neighbour(key);
    m_models.actions.setStatus(key, ConversationStatus::Done);
    openConversation(next);
}

void MainWindow::setStatus(ConversationStatus status)
{
    const QList<ConversationKey> keys = targets(Command::MarkDone);
    m_models.actions.together(keys,
                              [&](const ConversationKey &key) { m_models.actions.setStatus(key, status); });
    changed(keys);
}

void MainWindow::setRead(const QList<ConversationKey> &keys, bool read)
{
    if (!read && keys.contains(openKey()))
        m_models.current.keepUnread();
    m_models.actions.together(keys, [&](const ConversationKey &key) { m_models.actions.setRead(key, read); });
    changed(keys);
}

void MainWindow::assignToMe()
{
    const QList<ConversationKey> keys = targets(Command::AssignToMe);
    const auto assign = [this, keys] {
        m_models.actions.together(keys,
                                  [this](const ConversationKey &key) { m_models.actions.assignToMe(key); });
        changed(keys);
    };
    const auto nobody = std::find_if(keys.cbegin(), keys.cend(), [this](const ConversationKey &key) {
        return m_models.actions.me(key).isEmpty();
    });
    if (nobody == keys.cend())
        assign();
    else
        askWhoIAm(nobody->account, assign);
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

void MainWindow::togglePeek()
{
    m_peeking = !m_peeking;
    m_models.current.open(openKey(), m_peeking);
    m_threadPane->setPeeking(m_peeking);
}

} // namespace inbox::ui
