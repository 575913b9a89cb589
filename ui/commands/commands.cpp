// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/commands.h"

#include "models/preferences.h"
#include "ui/icons/icons.h"

#include <QCoreApplication>

namespace inbox::ui {

using domain::Capability;

namespace {

KeyBinding on(const char *keys, Scopes scopes)
{
    return {QKeySequence(QLatin1String(keys), QKeySequence::PortableText), scopes};
}

QList<CommandSpec> makeTable()
{
    using S = Section;
    using C = Command;
    // clang-format off
    return {
        // --- Conversations
        {C::NextConversation, "next-conversation", QT_TRANSLATE_NOOP("Commands", "Next conversation"),
         "arrow-down", S::Conversations, {on("J", kReading), on("Down", Scope::List)}, {}, true},
        {C::PreviousConversation, "previous-conversation", QT_TRANSLATE_NOOP("Commands", "Previous conversation"),
         "arrow-up", S::Conversations, {on("K", kReading), on("Up", Scope::List)}, {}, true},
        {C::NextToClose, "next-to-close", QT_TRANSLATE_NOOP("Commands", "Next window to close"),
         "clock", S::Conversations, {on("W", kReading)}},
        {C::ApplyWaiting, "apply-waiting", QT_TRANSLATE_NOOP("Commands", "Show the waiting changes"),
         "check", S::Conversations, {on(".", kReading)}},
        {C::NewConversation, "new-conversation", QT_TRANSLATE_NOOP("Commands", "New conversation…"),
         "plus", S::Conversations, {on("Ctrl+N", kEverywhere)}},
        {C::Search, "search", QT_TRANSLATE_NOOP("Commands", "Search"),
         "search", S::Conversations, {on("/", kReading)}},
        {C::Peek, "peek", QT_TRANSLATE_NOOP("Commands", "Peek without marking as read"),
         "eye", S::Conversations, {on("V", kReading)}, Capability::ReadMessages},
        {C::Check, "select", QT_TRANSLATE_NOOP("Commands", "Select the conversation, or no longer"),
         "check", S::Conversations, {on("X", kReading)}},
        {C::CheckNext, "select-next", QT_TRANSLATE_NOOP("Commands", "Select on to the next conversation"),
         "arrow-down", S::Conversations, {on("Shift+J", kReading)}, {}, true},
        {C::CheckPrevious, "select-previous",
         QT_TRANSLATE_NOOP("Commands", "Select on to the previous conversation"),
         "arrow-up", S::Conversations, {on("Shift+K", kReading)}, {}, true},
        {C::CheckAll, "select-all", QT_TRANSLATE_NOOP("Commands", "Select all of this view"),
         "all", S::Conversations, {on("Ctrl+A", Scope::List)}},
        {C::UncheckAll, "select-none", QT_TRANSLATE_NOOP("Commands", "Select none"),
         "close", S::Conversations, {}},

        // --- Views
        {C::ShowMine, "show-mine", QT_TRANSLATE_NOOP("Commands", "Go to mine"),
         "user", S::Views, {on("G, M", kReading)}},
        {C::ShowUnassigned, "show-unassigned", QT_TRANSLATE_NOOP("Commands", "Go to unassigned"),
         "unassigned", S::Views, {on("G, U", kReading)}},
        {C::ShowAll, "show-all", QT_TRANSLATE_NOOP("Commands", "Go to all"),
         "all", S::Views, {on("G, A", kReading)}},
        {C::ShowClosing, "show-closing", QT_TRANSLATE_NOOP("Commands", "Go to the windows that close next"),
         "clock", S::Views, {on("G, W", kReading)}},
        {C::ShowDone, "show-done", QT_TRANSLATE_NOOP("Commands", "Go to done"),
         "done", S::Views, {on("G, D", kReading)}},
        {C::ShowSnoozed, "show-snoozed", QT_TRANSLATE_NOOP("Commands", "Go to snoozed"),
         "snooze", S::Views, {on("G, S", kReading)}},
        {C::ShowMentions, "show-mentions", QT_TRANSLATE_NOOP("Commands", "Go to mentions of you"),
         "users", S::Views, {on("G, Y", kReading)}},
        {C::SavedView1, "saved-view-1", QT_TRANSLATE_NOOP("Commands", "Go to saved view 1"),
         "filter", S::Views, {on("Ctrl+1", kEverywhere)}},
        {C::SavedView2, "saved-view-2", QT_TRANSLATE_NOOP("Commands", "Go to saved view 2"),
         "filter", S::Views, {on("Ctrl+2", kEverywhere)}},
        {C::SavedView3, "saved-view-3", QT_TRANSLATE_NOOP("Commands", "Go to saved view 3"),
         "filter", S::Views, {on("Ctrl+3", kEverywhere)}},
        {C::SavedView4, "saved-view-4", QT_TRANSLATE_NOOP("Commands", "Go to saved view 4"),
         "filter", S::Views, {on("Ctrl+4", kEverywhere)}},
        {C::SavedView5, "saved-view-5", QT_TRANSLATE_NOOP("Commands", "Go to saved view 5"),
         "filter", S::Views, {on("Ctrl+5", kEverywhere)}},
        {C::SavedView6, "saved-view-6", QT_TRANSLATE_NOOP("Commands", "Go to saved view 6"),
         "filter", S::Views, {on("Ctrl+6", kEverywhere)}},
        {C::SavedView7, "saved-view-7", QT_TRANSLATE_NOOP("Commands", "Go to saved view 7"),
         "filter", S::Views, {on("Ctrl+7", kEverywhere)}},
        {C::SavedView8, "saved-view-8", QT_TRANSLATE_NOOP("Commands", "Go to saved view 8"),
         "filter", S::Views, {on("Ctrl+8", kEverywhere)}},
        {C::SavedView9, "saved-view-9", QT_TRANSLATE_NOOP("Commands", "Go to saved view 9"),
         "filter", S::Views, {on("Ctrl+9", kEverywhere)}},
        {C::Outbox, "outbox", QT_TRANSLATE_NOOP("Commands", "Outbox: what waits to be sent"),
         "outbox", S::Views, {on("G, O", kReading)}},
        {C::Drafts, "drafts", QT_TRANSLATE_NOOP("Commands", "Drafts: held, open and discarded"),
         "draft", S::Views, {on("G, F", kReading)}},
        {C::Openings, "openings", QT_TRANSLATE_NOOP("Commands", "Begun: what you sent to customers first"),
         "send", S::Views, {on("G, N", kReading)}},
        {C::Ledger, "ledger", QT_TRANSLATE_NOOP("Commands", "Ledger: what was paid for"),
         "document", S::Views, {on("G, L", kReading)}},

        // --- Answer
        {C::Reply, "reply", QT_TRANSLATE_NOOP("Commands", "Reply"),
         "edit", S::Answer, {on("R", kReading), on("Return", kReading)}},
        {C::Send, "send", QT_TRANSLATE_NOOP("Commands", "Send"),
         "send", S::Answer, {on("Ctrl+Return", Scope::Composer)}, Capability::SendText},
        {C::SendAndDone, "send-and-done", QT_TRANSLATE_NOOP("Commands", "Send, done, and go to the next"),
         "status-done", S::Answer, {on("Ctrl+Shift+Return", Scope::Composer)}, Capability::SendText},
        {C::AttachFiles, "attach-files", QT_TRANSLATE_NOOP("Commands", "Attach files…"),
         "attach", S::Answer, {on("Ctrl+Shift+A", kReading | Scope::Composer)}, Capability::SendFile},
        // Not Ctrl+. or Ctrl+;: IBus keeps those for its own emoji.
        {C::InsertEmoji, "insert-emoji", QT_TRANSLATE_NOOP("Commands", "Insert an emoji…"),
         "emoji", S::Answer, {on("Ctrl+E", kReading | Scope::Composer)}, Capability::SendText},
        {C::InsertSnippet, "insert-snippet", QT_TRANSLATE_NOOP("Commands", "Insert a snippet…"),
         "snippet", S::Answer, {on("Ctrl+;", kReading | Scope::Composer)}, Capability::Snippets},
        {C::FormatBold, "format-bold", QT_TRANSLATE_NOOP("Commands", "Bold"),
         "bold", S::Answer, {on("Ctrl+B", Scope::Composer)}, Capability::SendText},
        {C::FormatItalic, "format-italic", QT_TRANSLATE_NOOP("Commands", "Italic"),
         "italic", S::Answer, {on("Ctrl+I", Scope::Composer)}, Capability::SendText},
        {C::FormatStrike, "format-strike", QT_TRANSLATE_NOOP("Commands", "Strike through"),
         "strike", S::Answer, {on("Ctrl+Shift+X", Scope::Composer)}, Capability::SendText},
        {C::MarkDone, "done", QT_TRANSLATE_NOOP("Commands", "Done and go to the next"),
         "status-done", S::Answer, {on("E", kReading)}, Capability::SetStatus},
        {C::Reopen, "reopen", QT_TRANSLATE_NOOP("Commands", "Reopen"),
         "status-todo", S::Answer, {on("Shift+E", kReading)}, Capability::SetStatus},
        {C::MarkInProgress, "in-progress", QT_TRANSLATE_NOOP("Commands", "Mark as in progress"),
         "status-progress", S::Answer, {on("I", kReading)}, Capability::SetStatus},
        {C::Assign, "assign", QT_TRANSLATE_NOOP("Commands", "Assign…"),
         "assign", S::Answer, {on("A", kReading)}, Capability::Assign},
        {C::AssignToMe, "assign-to-me", QT_TRANSLATE_NOOP("Commands", "Assign to me"),
         "user", S::Answer, {on("M", kReading)}, Capability::Assign},
        {C::AssignTeam, "assign-team", QT_TRANSLATE_NOOP("Commands", "Assign to a team…"),
         "users", S::Answer, {on("Shift+A", kReading)}, Capability::AssignTeam},
        {C::TakeOver, "take-over", QT_TRANSLATE_NOOP("Commands", "Take over from the bot"),
         "bot", S::Answer, {on("Shift+M", kReading)}, Capability::TakeOverFromBot},
        {C::HandToBot, "hand-to-bot", QT_TRANSLATE_NOOP("Commands", "Hand to the bot"),
         "bot", S::Answer, {}, Capability::TakeOverFromBot},
        {C::SetTags, "tags", QT_TRANSLATE_NOOP("Commands", "Tags…"),
         "tag", S::Answer, {on("L", kReading)}, Capability::Tags},
        {C::Snooze, "snooze", QT_TRANSLATE_NOOP("Commands", "Snooze…"),
         "snooze", S::Answer, {on("H", kReading)}, Capability::Snooze},
        {C::AddNote, "add-note", QT_TRANSLATE_NOOP("Commands", "Write a note…"),
         "note", S::Answer, {on("C", kReading)}, Capability::CreateNote},
        {C::Restart, "restart", QT_TRANSLATE_NOOP("Commands", "Restart conversation…"),
         "refresh", S::Answer, {on("Ctrl+Shift+R", kEverywhere)}, Capability::RestartPaid},
        {C::MarkRead, "mark-read", QT_TRANSLATE_NOOP("Commands", "Mark as read"),
         "eye", S::Answer, {}, Capability::MarkRead},
        {C::CopyNumber, "copy-number", QT_TRANSLATE_NOOP("Commands", "Copy the customer's number"),
         "copy", S::Answer, {}},
        {C::ToggleRead, "toggle-read", QT_TRANSLATE_NOOP("Commands", "Mark as unread, or as read"),
         "eye", S::Answer, {on("U", kReading)}},
        {C::Archive, "archive", QT_TRANSLATE_NOOP("Commands", "Into the archive, or out of it"),
         "inbox", S::Answer, {}, Capability::Archive},
        {C::Rename, "rename", QT_TRANSLATE_NOOP("Commands", "Rename…"),
         "edit", S::Answer, {}, Capability::Rename},
        {C::SetLanguage, "set-language", QT_TRANSLATE_NOOP("Commands", "Language…"),
         "info", S::Answer, {}, Capability::SetLanguage},
        {C::SetMetadata, "set-metadata", QT_TRANSLATE_NOOP("Commands", "Metadata…"),
         "info", S::Answer, {}, Capability::SetMetadata},
        {C::Mention, "mention", QT_TRANSLATE_NOOP("Commands", "Mention…"),
         "users", S::Answer, {}, Capability::Mention},
        {C::FindConversation, "find-conversation", QT_TRANSLATE_NOOP("Commands", "Find by provider id…"),
         "search", S::Answer, {}},
        {C::TriggerEvent, "trigger-event", QT_TRANSLATE_NOOP("Commands", "Trigger event…"),
         "bot", S::Answer, {}, Capability::TriggerEvent},
        {C::RunStep, "run-step", QT_TRANSLATE_NOOP("Commands", "Run flow step…"),
         "bot", S::Answer, {}, Capability::SimulateCustomer},
        {C::SimulateMessage, "simulate-message",
         QT_TRANSLATE_NOOP("Commands", "Simulate customer message…"), "user", S::Answer, {}},
        {C::SimulateEvent, "simulate-event", QT_TRANSLATE_NOOP("Commands", "Simulate channel event…"),
         "channel-bridge", S::Answer, {}},
        {C::DeleteConversation, "delete-conversation",
         QT_TRANSLATE_NOOP("Commands", "Delete conversation…"),
         "trash", S::Answer, {}, Capability::DeleteConversation},

        {C::Undo, "undo", QT_TRANSLATE_NOOP("Commands", "Undo the last change"),
         "undo", S::Answer, {on("Z", kReading)}},
        {C::Redo, "redo", QT_TRANSLATE_NOOP("Commands", "Do it again after all"),
         "redo", S::Answer, {on("Shift+Z", kReading)}},

        // --- Messages
        {C::NextMessage, "next-message", QT_TRANSLATE_NOOP("Commands", "Next message"),
         "arrow-down", S::Messages, {on("N", kReading), on("Down", Scope::Thread)}, {}, true},
        {C::PreviousMessage, "previous-message", QT_TRANSLATE_NOOP("Commands", "Previous message"),
         "arrow-up", S::Messages, {on("P", kReading), on("Up", Scope::Thread)}, {}, true},
        {C::LatestMessage, "latest-message", QT_TRANSLATE_NOOP("Commands", "Go to the newest message"),
         "chevron-down", S::Messages, {on("End", Scope::Thread)}},
        {C::OlderMessages, "older-messages", QT_TRANSLATE_NOOP("Commands", "Load older messages"),
         "chevron-up", S::Messages, {}},
        {C::RetryMessage, "retry", QT_TRANSLATE_NOOP("Commands", "Retry the failed message"),
         "retry", S::Messages, {on("T", kReading)}, Capability::DuplicateMessage},
        {C::Quote, "quote", QT_TRANSLATE_NOOP("Commands", "Quote the message"),
         "quote", S::Messages, {on("Q", kReading)}, Capability::QuoteOnSend},
        {C::React, "react", QT_TRANSLATE_NOOP("Commands", "React…"),
         "react", S::Messages, {on(":", kReading)}, Capability::React},
        {C::CopyMessage, "copy-message", QT_TRANSLATE_NOOP("Commands", "Copy the message"),
         "copy", S::Messages, {on("Ctrl+C", Scope::Thread)}},
        {C::MessageInfo, "message-info", QT_TRANSLATE_NOOP("Commands", "Message details"),
         "info", S::Messages, {}},
        {C::OpenAttachment, "open-attachment", QT_TRANSLATE_NOOP("Commands", "Open or play what was sent"),
         "eye", S::Messages, {on("O", kReading)}},
        {C::SaveAttachment, "save-attachment", QT_TRANSLATE_NOOP("Commands", "Save what was sent…"),
         "download", S::Messages, {on("Ctrl+S", kReading)}},
        {C::SoundBack, "sound-back", QT_TRANSLATE_NOOP("Commands", "Sound: 5 seconds back"),
         "chevron-left", S::Messages, {on("Left", Scope::Thread)}, {}, true},
        {C::SoundForward, "sound-forward", QT_TRANSLATE_NOOP("Commands", "Sound: 5 seconds on"),
         "chevron-right", S::Messages, {on("Right", Scope::Thread)}, {}, true},
        {C::SoundSpeed, "sound-speed", QT_TRANSLATE_NOOP("Commands", "Sound: faster or as recorded"),
         "play", S::Messages, {on("Shift+O", kReading)}},

        // --- Window
        {C::Back, "back", QT_TRANSLATE_NOOP("Commands", "Back"), "chevron-left", S::Window,
         {on("Esc", Scope::List | Scope::Thread | Scope::Composer | Scope::Details)}},
        {C::NextPane, "next-pane", QT_TRANSLATE_NOOP("Commands", "Next pane"),
         "panel", S::Window, {on("F6", kEverywhere)}},
        {C::PreviousPane, "previous-pane", QT_TRANSLATE_NOOP("Commands", "Previous pane"),
         "panel", S::Window, {on("Shift+F6", kEverywhere)}},
        {C::ToggleDetails, "toggle-details", QT_TRANSLATE_NOOP("Commands", "Show or hide the details"),
         "panel", S::Window, {on("Ctrl+Shift+D", kEverywhere)}},
        {C::Palette, "palette", QT_TRANSLATE_NOOP("Commands", "Commands"),
         "command", S::Window, {on("Ctrl+K", kEverywhere)}},
        {C::Help, "help", QT_TRANSLATE_NOOP("Commands", "What can I press?"),
         "help", S::Window, {on("?", kReading)}},
        {C::DismissNotices, "dismiss-notices", QT_TRANSLATE_NOOP("Commands", "Dismiss the notices"),
         "close", S::Window, {}},

        // --- Program
        {C::Sync, "sync", QT_TRANSLATE_NOOP("Commands", "Sync now"),
         "refresh", S::Program, {on("F5", kEverywhere)}},
        {C::WhoAmI, "who-am-i", QT_TRANSLATE_NOOP("Commands", "Who am I…"),
         "account", S::Program, {}},
        {C::ToggleOnline, "toggle-online", QT_TRANSLATE_NOOP("Commands", "Be online, or away"),
         "eye", S::Program, {}},
        {C::Settings, "settings", QT_TRANSLATE_NOOP("Commands", "Settings…"),
         "settings", S::Program, {on("Ctrl+,", kEverywhere)}},
        {C::Accounts, "accounts", QT_TRANSLATE_NOOP("Commands", "Accounts…"),
         "users", S::Program, {}},
        {C::ConnectAccount, "connect-account", QT_TRANSLATE_NOOP("Commands", "Connect an account…"),
         "plus", S::Program, {}},
        {C::OpenDemo, "open-demo", QT_TRANSLATE_NOOP("Commands", "Open the demo workspace"),
         "inbox", S::Program, {}},
        {C::ThemeSystem, "theme-system", QT_TRANSLATE_NOOP("Commands", "Theme: as the system"),
         "settings", S::Program, {}},
        {C::ThemeLight, "theme-light", QT_TRANSLATE_NOOP("Commands", "Theme: light"),
         "sun", S::Program, {}},
        {C::ThemeDark, "theme-dark", QT_TRANSLATE_NOOP("Commands", "Theme: dark"),
         "moon", S::Program, {}},
        {C::ShowWindow, "show-window", QT_TRANSLATE_NOOP("Commands", "Show the window"),
         "inbox", S::Program, {}},
        {C::Quit, "quit", QT_TRANSLATE_NOOP("Commands", "Quit"),
         "close", S::Program, {on("Ctrl+Q", kEverywhere)}},
    };
    // clang-format on
}

} // namespace

const QList<CommandSpec> &Commands::table()
{
    static const QList<CommandSpec> commands = makeTable();
    return commands;
}

const CommandSpec &Commands::spec(Command command)
{
    // The table stands in the order of the enum; a test holds it to that.
    return table().at(int(command));
}

QString Commands::text(Command command)
{
    return QCoreApplication::translate("Commands", spec(command).text);
}

QString Commands::sectionName(Section section)
{
    switch (section) {
    case Section::Conversations:
        return tr("Conversations");
    case Section::Views:
        return tr("Views");
    case Section::Answer:
        return tr("Answer");
    case Section::Messages:
        return tr("Messages");
    case Section::Window:
        return tr("Window");
    case Section::Program:
        return tr("Program");
    }
    return {};
}

QString Commands::keyText(const QKeySequence &keys)
{
    QStringList parts;
    for (int i = 0; i < keys.count(); ++i) {
        const QKeyCombination key = keys[uint(i)];
        if (key.keyboardModifiers() == Qt::NoModifier && key.key() == Qt::Key_Down) {
            parts.append(QStringLiteral("↓"));
        } else if (key.keyboardModifiers() == Qt::NoModifier && key.key() == Qt::Key_Up) {
            parts.append(QStringLiteral("↑"));
        } else if (key.key() == Qt::Key_Return) {
            // The big key is called Enter by people; Qt keeps that name for the one on the number pad.
            parts.append(QKeySequence(QKeyCombination(key.keyboardModifiers(), Qt::Key_Enter))
                             .toString(QKeySequence::NativeText));
        } else {
            parts.append(QKeySequence(key).toString(QKeySequence::NativeText));
        }
    }
    return parts.join(u' ');
}

QList<QKeySequence> Commands::keys(Command command, Scopes scopes) const
{
    QList<QKeySequence> keys;
    // The field itself listens to this one: it knows what is being composed.
    if (command == Command::Send && m_preferences.values().sendKey == models::SendKey::Enter
        && scopes.testFlag(Scope::Composer))
        keys.append(QKeySequence(Qt::Key_Return));
    for (const KeyBinding &binding : bindings(command)) {
        if (binding.scopes & scopes)
            keys.append(binding.keys);
    }
    return keys;
}

QString Commands::keysText(Command command, Scopes scopes) const
{
    QStringList parts;
    const QList<QKeySequence> all = keys(command, scopes);
    for (const QKeySequence &key : all)
        parts.append(keyText(key));
    return parts.join(QStringLiteral("  "));
}

QString Commands::howToRun(Command command) const
{
    if (!bindings(command).isEmpty())
        return keyText(bindings(command).first().keys);
    const QList<KeyBinding> &palette = bindings(Command::Palette);
    if (palette.isEmpty())
        return tr("“%1”", "a command in a sentence").arg(text(command));
    return tr("%1 “%2”", "keys of the palette, a command to type there")
        .arg(keyText(palette.first().keys), text(command));
}

Commands::Commands(models::Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_keyMap(preferences.values().keys)
{
    for (const CommandSpec &spec : table()) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(spec.name));
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, id = spec.id] { run(id); });
        m_actions.insert(spec.id, action);
    }
    applyKeys();
    connect(&preferences, &models::Preferences::changed, this,
            [this](const models::PreferenceValues &before) {
                if (before.keys == m_preferences.values().keys
                    && before.sendKey == m_preferences.values().sendKey)
                    return;
                m_keyMap = KeyMap(m_preferences.values().keys);
                applyKeys();
                Q_EMIT keysChanged();
            });
}

void Commands::applyKeys()
{
    for (const CommandSpec &spec : table()) {
        const QList<KeyBinding> &keys = bindings(spec.id);
        // To be shown; the dispatcher listens.
        m_actions.value(spec.id)->setShortcut(keys.isEmpty() ? QKeySequence() : keys.first().keys);
    }
    refreshLooks();
}

QAction *Commands::choice(const QString &text, QObject *parent)
{
    auto *action = new QAction(parent);
    QString safe = text;
    action->setText(safe.replace(u'&', QStringLiteral("&&")));
    return action;
}

void Commands::setHandler(Command command, std::function<void()> handler)
{
    m_handlers.insert(command, [handler = std::move(handler)](int) { handler(); });
}

void Commands::setStepper(Command command, std::function<void(int)> stepper)
{
    m_handlers.insert(command, std::move(stepper));
}

void Commands::setJudge(Judge judge)
{
    m_judge = std::move(judge);
}

QString Commands::whyNot(Command command) const
{
    return m_judge ? m_judge(spec(command)) : QString();
}

void Commands::refresh()
{
    for (const CommandSpec &spec : table())
        m_actions.value(spec.id)->setEnabled(whyNot(spec.id).isEmpty());
}

void Commands::refreshLooks()
{
    for (const CommandSpec &spec : table()) {
        QAction *action = m_actions.value(spec.id);
        const QString text = Commands::text(spec.id);
        action->setText(text);
        action->setIcon(Icons::icon(QLatin1String(spec.icon)));
        const QString keys = keysText(spec.id);
        action->setToolTip(keys.isEmpty() ? text : tr("%1 (%2)", "command and its key").arg(text, keys));
    }
}

void Commands::run(Command command, int times)
{
    const QString reason = whyNot(command);
    if (!reason.isEmpty()) {
        Q_EMIT refused(command, reason);
        return;
    }
    if (const auto handler = m_handlers.value(command))
        handler(times);
    Q_EMIT finished(command);
}

} // namespace inbox::ui
