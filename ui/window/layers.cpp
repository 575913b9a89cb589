// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// What the window lays over itself or opens beside itself: palette, menus, dialogs, settings, records.
#include "ui/commands/commandpalette.h"
#include "ui/commands/keydispatcher.h"
#include "ui/composer/composer.h"
#include "ui/dialogs/automationdialog.h"
#include "ui/dialogs/deletedialog.h"
#include "ui/dialogs/emojipicker.h"
#include "ui/dialogs/finddialog.h"
#include "ui/dialogs/metadatadialog.h"
#include "ui/dialogs/notedialog.h"
#include "ui/dialogs/renamedialog.h"
#include "ui/dialogs/whoamidialog.h"
#include "ui/media/filesaver.h"
#include "ui/media/mediadesk.h"
#include "ui/opening/newconversationwindow.h"
#include "ui/records/recordswindow.h"
#include "ui/settings/settingswindow.h"
#include "ui/text/words.h"
#include "ui/window/mainwindow.h"
#include "ui/window/notices.h"

#include <QMenu>
#include <QToolButton>

namespace inbox::ui {

using domain::ConversationKey;

void MainWindow::openPalette()
{
    QList<PaletteItem> items;
    const Scope scope = m_keys->scopeOf(focusWidget());
    for (const CommandSpec &spec : Commands::table()) {
        if (spec.id == Command::Palette || savedViewNumber(spec.id) > 0)
            continue; // the saved views follow by their names
        QString keys = m_commands->keysText(spec.id, scope);
        if (keys.isEmpty())
            keys = m_commands->keysText(spec.id);
        items.append({Commands::text(spec.id), Commands::sectionName(spec.section), keys,
                      m_commands->whyNot(spec.id), QLatin1String(spec.icon),
                      [this, id = spec.id] { m_commands->run(id); }});
    }
    const QList<models::AccountView> saved = m_models.accounts.savedViews();
    for (qsizetype i = 0; i < saved.size(); ++i) {
        const int row = accountRow(saved.at(i).account);
        const int number = int(i) + 1;
        const QString keys = number <= savedViewNumber(Command::SavedView9)
            ? m_commands->keysText(Command(int(Command::SavedView1) + int(i)))
            : QString();
        items.append({tr("Views of %1: %2", "an account, and a view its colleagues have saved")
                          .arg(Words::safeLine(row < 0 ? QString() : m_models.accounts.config(row).name, 60),
                               Words::safeLine(saved.at(i).view.name, 60)),
                      Commands::sectionName(Section::Views),
                      keys,
                      {},
                      QStringLiteral("filter"),
                      [this, view = saved.at(i)] { showSavedView(view); }});
    }
    const QList<ConversationKey> keys = targets(Command::Assign);
    const QString whyNoAssign = m_commands->whyNot(Command::Assign);
    if (!keys.isEmpty() && !keys.constFirst().isEmpty() && whyNoAssign.isEmpty()) {
        const QList<domain::User> people = m_models.actions.people(keys.constFirst());
        for (const domain::User &person : people) {
            items.append({tr("Assign to %1").arg(Words::safeLine(Words::userName(person), 60)),
                          tr("People"),
                          {},
                          {},
                          QStringLiteral("assign"),
                          [this, keys, id = person.id] {
                              m_models.actions.together(keys, [&](const ConversationKey &key) {
                                  m_models.actions.assign(key, id);
                              });
                              changed(keys);
                          }});
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
    // What only some accounts have.
    menu->addSeparator();
    for (const Command command :
         {Command::ToggleRead, Command::AssignTeam, Command::TakeOver, Command::HandToBot, Command::SetTags,
          Command::Snooze, Command::AddNote, Command::Rename, Command::SetLanguage, Command::SetMetadata,
          Command::Mention, Command::Archive, Command::TriggerEvent, Command::RunStep,
          Command::SimulateMessage, Command::SimulateEvent, Command::FindConversation,
          Command::DeleteConversation}) {
        if (m_commands->whyNot(command).isEmpty())
            menu->addAction(m_commands->action(command));
    }
    m_commands->refresh();
    menu->popup(globalPosition);
}

void MainWindow::pickEmoji()
{
    focusPane(Pane::Composer);
    auto *picker = new EmojiPicker(m_models.preferences, this);
    connect(picker, &EmojiPicker::picked, m_composer, &Composer::insert);
    picker->popupAbove(m_composer->emojiButton());
}

void MainWindow::writeNote()
{
    if (m_dialog)
        return;
    const ConversationKey key = openKey();
    auto *dialog =
        new NoteDialog(Words::customerNameOr(domain::customerName(*m_models.current.conversation())),
                       m_models.drafts.draft(key).note, m_models.preferences.values().sendKey, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    QList<QKeySequence> keys;
    for (const KeyBinding &binding : m_commands->bindings(Command::InsertSnippet)) {
        if (binding.scopes.testFlag(Scope::Composer))
            keys << binding.keys;
    }
    dialog->offerSnippets(m_models.actions, key, keys);
    connect(dialog, &NoteDialog::written, this, [this, key](const QString &text) {
        if (m_models.actions.addNote(key, text))
            m_models.drafts.setNote(key, {});
    });
    // One that was not taken comes back while the next is being typed.
    connect(&m_models.drafts, &models::Drafts::draftChanged, dialog,
            [this, key, dialog](const ConversationKey &changed) {
                if (changed == key && !dialog->result())
                    dialog->setText(m_models.drafts.draft(key).note);
            });
    connect(dialog, &NoteDialog::typed, this,
            [this, key](const QString &text) { m_models.drafts.setNote(key, text); });
    dialog->open();
}

void MainWindow::pickSnippet()
{
    focusPane(Pane::Composer);
    m_composer->offerSnippets();
}

void MainWindow::askForName()
{
    if (m_dialog)
        return;
    const ConversationKey key = openKey();
    auto *dialog = new RenameDialog(domain::customerName(*m_models.current.conversation()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    connect(dialog, &RenameDialog::confirmed, this,
            [this, key](const QString &name) { m_models.actions.rename(key, name); });
    dialog->open();
}

void MainWindow::askForMetadata()
{
    if (m_dialog)
        return;
    const ConversationKey key = openKey();
    const domain::Conversation &conversation = *m_models.current.conversation();
    auto *dialog = new MetadataDialog(Words::customerNameOr(domain::customerName(conversation)),
                                      conversation.metadata, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    connect(dialog, &MetadataDialog::confirmed, this, [this, key](const QMap<QString, QString> &metadata) {
        m_models.actions.setMetadata(key, metadata);
    });
    dialog->open();
}

void MainWindow::toggleOnline()
{
    const domain::AccountId account =
        m_models.actions.accountWith(domain::Capability::Availability, openKey().account);
    // What is not known is taken for away: whoever asks is here.
    m_models.actions.setOnline(account, !m_models.actions.amOnline(account).value_or(false));
}

void MainWindow::askToDelete()
{
    if (m_dialog)
        return;
    const ConversationKey key = openKey();
    auto *dialog = new DeleteDialog(domain::customerName(*m_models.current.conversation()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    connect(dialog, &DeleteDialog::confirmed, this, [this, key] {
        const ConversationKey next = m_models.list.neighbour(key);
        m_models.actions.deleteConversation(key);
        if (openKey() == key)
            openConversation(next);
    });
    dialog->open();
}

void MainWindow::askToAutomate(domain::Automation::Kind kind)
{
    if (m_dialog)
        return;
    using Kind = domain::Automation::Kind;
    const auto needed =
        kind == Kind::Event ? domain::Capability::TriggerEvent : domain::Capability::SimulateCustomer;
    const domain::AccountId account = m_models.actions.accountWith(needed, openKey().account);
    // Of another account's conversation nothing is to be filled in.
    const domain::Conversation *open =
        openKey().account == account ? m_models.current.conversation() : nullptr;
    auto *dialog = new AutomationDialog(kind, open, m_models.actions.lines(account), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    connect(dialog, &AutomationDialog::confirmed, this,
            [this, account](const domain::Automation &automation) {
                if (!m_models.actions.automate(account, automation))
                    m_notices->show(NoticeBar::Kind::Information,
                                    tr("One like it is still under way: nothing was asked for again."));
            });
    dialog->open();
}

void MainWindow::onAutomationEnded(const ConversationKey &key, const domain::AutomationEnd &end)
{
    if (end.error) {
        m_notices->show(NoticeBar::Kind::Problem, Words::error(*end.error, Attempt::Automate));
        return;
    }
    m_notices->show(NoticeBar::Kind::Success, Words::automated(end.kind, end.answers));
    if (!key.id.isEmpty() && key != openKey() && !isTyping()
        && (end.kind == domain::Automation::Kind::CustomerMessage
            || end.kind == domain::Automation::Kind::ChannelEvent))
        openConversation(key); // what the bot said is to be seen
}

void MainWindow::askWhatToFind()
{
    if (m_dialog)
        return;
    const domain::AccountId account =
        m_models.actions.accountWith(domain::Capability::FindConversation, openKey().account);
    const domain::Conversation *open =
        openKey().account == account ? m_models.current.conversation() : nullptr;
    auto *dialog = new FindDialog(m_models.actions, account,
                                  open && open->line ? open->line->id : domain::LineId(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    connect(dialog, &FindDialog::found, this, [this](const ConversationKey &key) { present(key); });
    dialog->open();
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

RecordsWindow *MainWindow::recordsWindow()
{
    if (!m_recordsWindow) {
        m_recordsWindow = new RecordsWindow(m_models, this);
        // Not in connectModels(): the window outlives what that connects.
        connect(m_recordsWindow, &RecordsWindow::conversationWanted, m_recordsWindow,
                [this](const ConversationKey &key, bool toWrite) {
                    present(key);
                    if (toWrite)
                        focusPane(Pane::Composer);
                });
        connect(&m_recordsWindow->saver(), &FileSaver::saved, m_recordsWindow,
                [this] { m_media->saver().setFolder(m_recordsWindow->saver().folder()); });
    }
    m_recordsWindow->saver().setFolder(m_media->saver().folder());
    return m_recordsWindow;
}

void MainWindow::showRecords(int page)
{
    recordsWindow()->present(RecordsWindow::Page(page));
}

void MainWindow::showNewConversation()
{
    if (!m_newConversation) {
        m_newConversation = new NewConversationWindow(m_models.newConversation, this);
        connect(m_newConversation, &NewConversationWindow::started, m_newConversation,
                [this](const domain::AccountId &account, const domain::OpeningId &id, int recipients) {
                    followOpening(account, id, recipients);
                });
        connect(m_newConversation, &NewConversationWindow::accountsWanted, m_newConversation,
                [this] { showAccounts(false); });
    }
    m_newConversation->present(openKey().account);
}

void MainWindow::followOpening(const domain::AccountId &account, const domain::OpeningId &id, int recipients)
{
    if (recipients != 1) {
        recordsWindow()->presentOpening(account, id);
        return;
    }
    // One person: what became of it is the conversation itself, or the reason why there is none.
    auto *watch = new QObject(m_newConversation);
    m_notices->show(NoticeBar::Kind::Information, tr("The conversation is being started…"));
    const auto look = [this, account, id, watch] {
        const domain::Opening *opening = m_models.actions.opening(account, id);
        if (opening && !opening->isOver() && opening->state != domain::Opening::State::Paused)
            return;
        watch->deleteLater();
        m_notices->dismissPassing();
        if (!opening || opening->results.isEmpty())
            return;
        const domain::RecipientResult &result = opening->results.first();
        if (result.state == domain::RecipientResult::State::Sent && !result.conversation.isEmpty()) {
            const ConversationKey key{account, result.conversation};
            m_models.actions.refresh(key);
            if (isTyping())
                m_notices->show(NoticeBar::Kind::Success, tr("The conversation was started."));
            else
                present(key);
        } else {
            recordsWindow()->presentOpening(account, id);
        }
    };
    connect(&m_models.actions, &models::InboxActions::openingChanged, watch,
            [account, id, look](const domain::AccountId &of, const domain::OpeningId &which) {
                if (of == account && which == id)
                    look();
            });
}

} // namespace inbox::ui
