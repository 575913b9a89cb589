// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/capability.h"

#include <QFlags>
#include <QKeySequence>
#include <QList>

namespace inbox::ui {

// Everything a person can ask the window for. Menus, keys, palette and help show these and nothing else.
enum class Command {
    NextConversation,
    PreviousConversation,
    NextToClose,
    ApplyWaiting,
    NewConversation,
    Search,
    Peek,
    Check,
    CheckNext,
    CheckPrevious,
    CheckAll,
    UncheckAll,

    ShowMine,
    ShowUnassigned,
    ShowAll,
    ShowClosing,
    ShowDone,
    ShowSnoozed,
    ShowMentions,
    SavedView1, // to 9: the n-th of those that colleagues have saved, over all accounts
    SavedView2,
    SavedView3,
    SavedView4,
    SavedView5,
    SavedView6,
    SavedView7,
    SavedView8,
    SavedView9,
    Outbox,
    Drafts,
    Openings,
    Ledger,

    Reply,
    Send,
    SendAndDone,
    AttachFiles,
    InsertEmoji,
    InsertSnippet,
    FormatBold,
    FormatItalic,
    FormatStrike,
    MarkDone,
    Reopen,
    MarkInProgress,
    Assign,
    AssignToMe,
    AssignTeam,
    TakeOver,
    HandToBot,
    SetTags,
    Snooze,
    AddNote,
    Restart,
    MarkRead,
    CopyNumber,
    ToggleRead,
    Archive,
    Rename,
    SetLanguage,
    SetMetadata,
    Mention,
    FindConversation,
    TriggerEvent,
    RunStep,
    SimulateMessage,
    SimulateEvent,
    DeleteConversation,
    Undo,
    Redo,

    NextMessage,
    PreviousMessage,
    LatestMessage,
    OlderMessages,
    RetryMessage,
    Quote,
    React,
    CopyMessage,
    MessageInfo,
    OpenAttachment,
    SaveAttachment,
    SoundBack,
    SoundForward,
    SoundSpeed,

    Back,
    NextPane,
    PreviousPane,
    ToggleDetails,
    Palette,
    Help,
    DismissNotices,

    Sync,
    WhoAmI,
    ToggleOnline,
    Settings,
    Accounts,
    ConnectAccount,
    OpenDemo,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ShowWindow,
    Quit,
};

// 1 to 9; 0: another command.
constexpr int savedViewNumber(Command command)
{
    return command >= Command::SavedView1 && command <= Command::SavedView9
        ? int(command) - int(Command::SavedView1) + 1
        : 0;
}

// Where the keyboard focus is. Bare letters are bound in List and Thread only.
enum class Scope {
    List = 1,
    Thread = 2,
    Composer = 4,
    Details = 8,
    Elsewhere = 16, // top bar, search, banners
};
Q_DECLARE_FLAGS(Scopes, Scope)
Q_DECLARE_OPERATORS_FOR_FLAGS(Scopes)

// Where nobody types, so that bare letters are free to be keys.
constexpr Scopes kReading = Scope::List | Scope::Thread;
constexpr Scopes kEverywhere =
    Scope::List | Scope::Thread | Scope::Composer | Scope::Details | Scope::Elsewhere;

// Headings of help and palette, in this order.
enum class Section { Conversations, Views, Answer, Messages, Window, Program };

struct KeyBinding {
    QKeySequence keys; // one chord, or two pressed within a second
    Scopes scopes;
};

// One line of the command table.
struct CommandSpec {
    Command id = Command::Help;
    const char *name = ""; // stable, for settings and tests
    const char *text = ""; // QT_TRANSLATE_NOOP("Commands", …)
    const char *icon = "";
    Section section = Section::Program;
    QList<KeyBinding> bindings; // of a new profile; the first is shown in menus
    std::optional<domain::Capability> capability = std::nullopt; // of the open conversation's account
    bool repeats = false; // a held key runs it again and again, a count so many times
};

} // namespace inbox::ui
