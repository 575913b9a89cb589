// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/window/commandjudge.h"

#include "models/workspace.h"
#include "ui/media/mediadesk.h"
#include "ui/media/soundplayer.h"
#include "ui/text/words.h"
#include "ui/thread/threadview.h"
#include "ui/window/notices.h"

#include <algorithm>

namespace inbox::ui {

using domain::ConversationStatus;

namespace {

// Each is a request of its own.
constexpr int kMostAtOnce = 1'000;

// It changes all selected conversations, where some are.
bool actsOnSeveral(Command command)
{
    switch (command) {
    case Command::MarkDone:
    case Command::Reopen:
    case Command::MarkInProgress:
    case Command::Assign:
    case Command::AssignToMe:
    case Command::AssignTeam:
    case Command::SetTags:
    case Command::Snooze:
    case Command::MarkRead:
    case Command::ToggleRead:
    case Command::Archive:
        return true;
    default:
        return false;
    }
}

} // namespace

CommandJudge::CommandJudge(models::Workspace &models, const Commands &commands, const Parts &parts)
    : m_models(models)
    , m_commands(commands)
    , m_window(parts.window)
    , m_notices(parts.notices)
    , m_thread(parts.thread)
    , m_media(parts.media)
{
}

QString CommandJudge::operator()(const CommandSpec &spec) const
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
        return m_window.isActiveWindow() ? tr("The window is in front already.") : QString();
    case Command::ThemeSystem:
    case Command::ThemeLight:
    case Command::ThemeDark:
        return {};
    case Command::DismissNotices:
        return m_notices.isEmpty() ? tr("There is no notice.") : QString();
    default:
        break;
    }
    if (!working)
        return tr("Connect an account first.");

    switch (spec.id) {
    case Command::NextConversation:
    case Command::PreviousConversation:
    case Command::CheckNext:
    case Command::CheckPrevious:
    case Command::CheckAll:
        return m_models.list.rowCount() == 0 ? tr("The list is empty.") : QString();
    case Command::Check:
        return m_models.list.rowOf(m_models.current.key()) < 0 ? tr("Open a conversation of this list first.")
                                                               : QString();
    case Command::UncheckAll:
        return m_models.list.checkedCount() == 0 ? tr("Nothing is selected.") : QString();
    case Command::NextToClose:
        return m_models.list.nextToClose().isEmpty() ? tr("No window closes in this view.") : QString();
    case Command::Undo:
        return m_models.actions.canUndo() ? QString() : tr("There is nothing to undo.");
    case Command::Redo:
        return m_models.actions.canRedo() ? QString() : tr("There is nothing to do again.");
    case Command::ApplyWaiting:
        return m_models.list.waitingChanges() == 0 ? tr("The list is up to date.") : QString();
    case Command::Search:
    case Command::ShowMine:
    case Command::ShowUnassigned:
    case Command::ShowAll:
    case Command::ShowClosing:
    case Command::ShowDone:
    case Command::ShowSnoozed:
    case Command::Outbox:
    case Command::Drafts:
    case Command::Openings:
    case Command::NewConversation:
    case Command::Ledger:
    case Command::ToggleDetails:
    case Command::Sync:
    case Command::WhoAmI:
        return {};
    default:
        break;
    }

    if (const int number = savedViewNumber(spec.id); number > 0)
        return number <= m_models.accounts.savedViews().size()
            ? QString()
            : tr("There is no saved view with this number.");
    // Who may not mention may still be mentioned.
    if (spec.id == Command::ShowMentions)
        return m_models.list.count(models::View::Mentions) > 0 ? QString()
                                                               : inAnyAccount(domain::Capability::Mention);
    if (spec.id == Command::ToggleOnline)
        return inAnyAccount(domain::Capability::Availability);
    if (spec.id == Command::FindConversation)
        return inAnyAccount(domain::Capability::FindConversation);
    if (spec.id == Command::SimulateMessage || spec.id == Command::SimulateEvent)
        return inAnyAccount(domain::Capability::SimulateCustomer);

    if (m_models.list.checkedCount() > 0 && actsOnSeveral(spec.id))
        return ofChecked(spec);

    const domain::Conversation *conversation = m_models.current.conversation();
    if (!conversation)
        return tr("Open a conversation first.");
    if (spec.capability) {
        if (const auto why = m_models.actions.unavailable(m_models.current.key(), *spec.capability))
            return Words::unavailable(*spec.capability, *why);
    }
    const domain::ReplyState &reply = m_models.current.replyState();
    switch (spec.id) {
    case Command::Send:
    case Command::SendAndDone:
    case Command::AttachFiles:
    case Command::InsertEmoji:
    case Command::FormatBold:
    case Command::FormatItalic:
    case Command::FormatStrike:
        return reply.composerOpen() ? QString() : Words::reply(reply, m_models.current.serverNow()).headline;
    case Command::InsertSnippet:
        if (!reply.composerOpen())
            return Words::reply(reply, m_models.current.serverNow()).headline;
        return m_models.actions.snippets(m_models.current.key()).isEmpty()
            ? tr("The account has no snippets, or they were not read yet.")
            : QString();
    case Command::Mention:
        return m_models.actions.people(m_models.current.key()).isEmpty() ? tr("No colleague is known yet.")
                                                                         : QString();
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
        const domain::UserId me = m_models.actions.me(m_models.current.key());
        const bool mine = conversation->assignee && !me.isEmpty() && conversation->assignee->id == me;
        return mine ? tr("This conversation is yours already.") : QString();
    }
    case Command::AssignTeam:
        return m_models.actions.teams(m_models.current.key()).isEmpty()
            ? tr("The account has no teams, or they were not read yet.")
            : QString();
    case Command::TakeOver:
        return conversation->status == ConversationStatus::Bot ? QString() : tr("No bot answers here.");
    case Command::HandToBot:
        return conversation->status == ConversationStatus::Bot ? tr("The bot answers here already.")
                                                               : QString();
    case Command::SetTags:
        return m_models.actions.tags(m_models.current.key()).isEmpty()
            ? tr("The account has no tags, or they were not read yet.")
            : QString();
    case Command::Restart:
        if (reply.action == domain::ReplyAction::Restart)
            return {};
        return reply.composerOpen() ? tr("You can still write to this customer without a restart.")
                                    : Words::reply(reply, m_models.current.serverNow()).headline;
    case Command::MarkRead:
        return conversation->unreadCount == 0 ? tr("Everything is read.") : QString();
    case Command::ToggleRead: {
        const auto needed = *neededFor(spec.id, {m_models.current.key()}, m_models.actions);
        const auto why = m_models.actions.unavailable(m_models.current.key(), needed);
        return why ? Words::unavailable(needed, *why) : QString();
    }
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
        return ofMessage(spec.id);
    case Command::OpenAttachment:
    case Command::SaveAttachment:
    case Command::SoundBack:
    case Command::SoundForward:
    case Command::SoundSpeed:
        return ofAttachment(spec.id);
    default:
        return {};
    }
}

QString CommandJudge::inAnyAccount(domain::Capability capability) const
{
    if (!m_models.actions.accountWith(capability, m_models.current.key().account).isEmpty())
        return {};
    const auto why = m_models.actions.unavailable(m_models.current.key(), capability);
    return Words::unavailable(capability, why.value_or(domain::Unavailable()));
}

std::optional<domain::Capability> CommandJudge::neededFor(Command command,
                                                          const QList<domain::ConversationKey> &keys,
                                                          const models::InboxActions &actions)
{
    if (command != Command::ToggleRead)
        return Commands::spec(command).capability;
    const bool anyUnread =
        std::any_of(keys.cbegin(), keys.cend(), [&actions](const domain::ConversationKey &key) {
            const domain::Conversation *c = actions.conversation(key);
            return c && c->unreadCount > 0;
        });
    return anyUnread ? domain::Capability::MarkRead : domain::Capability::MarkUnread;
}

QString CommandJudge::ofChecked(const CommandSpec &spec) const
{
    QList<domain::ConversationKey> keys = m_models.list.checked();
    if (keys.size() > kMostAtOnce)
        return tr("At most %L1 conversations can be changed at once, and %L2 are selected.")
            .arg(kMostAtOnce)
            .arg(keys.size());
    if (const auto needed = neededFor(spec.id, keys, m_models.actions)) {
        const auto why = m_models.actions.unavailable(keys.constFirst(), *needed);
        keys.removeIf([&](const domain::ConversationKey &key) {
            return m_models.actions.unavailable(key, *needed).has_value();
        });
        if (keys.isEmpty())
            return Words::unavailable(*needed, *why);
    }
    const domain::ConversationKey &first = keys.constFirst();
    const bool severalAccounts =
        std::any_of(keys.cbegin(), keys.cend(),
                    [&first](const domain::ConversationKey &key) { return key.account != first.account; });
    switch (spec.id) {
    case Command::Assign:
    case Command::AssignTeam:
    case Command::SetTags:
        if (severalAccounts)
            return tr("The selected conversations are of several accounts, which have their own colleagues, "
                      "teams and tags.");
        break;
    default:
        break;
    }
    if (spec.id == Command::AssignTeam && m_models.actions.teams(first).isEmpty())
        return tr("The account has no teams, or they were not read yet.");
    if (spec.id == Command::SetTags && m_models.actions.tags(first).isEmpty())
        return tr("The account has no tags, or they were not read yet.");
    return {};
}

QString CommandJudge::ofMessage(Command command) const
{
    const models::ThreadRow *row = m_thread.selected();
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
        return tr("Select a message first, with %1.").arg(m_commands.howToRun(Command::PreviousMessage));
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

QString CommandJudge::ofAttachment(Command command) const
{
    const models::ThreadRow *row = m_thread.selected();
    switch (command) {
    case Command::OpenAttachment:
    case Command::SaveAttachment:
        if (!row)
            return ofMessage(command);
        if (command == Command::OpenAttachment && m_media.isHidden(*row))
            return {};
        if (command == Command::OpenAttachment ? m_media.mainAct(*row) != CardAct::None
                                               : m_media.canSave(*row))
            return {};
        return tr("There is nothing in this message to open or save.");
    default:
        return m_media.sound().current() ? QString() : tr("No sound is being played.");
    }
}

} // namespace inbox::ui
