// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/account.h"
#include "services/domain/conversation.h"
#include "services/domain/error.h"
#include "services/domain/intent.h"
#include "services/domain/replystate.h"

#include <QHash>

namespace inbox::sync {

// How fresh an account's list is, and why not fresher.
struct SyncStatus {
    enum class Phase {
        Starting, // nothing was read yet in this run
        Synced,
        Failing, // the last attempt failed; `error` says why, tried again at `nextAttempt`
        NeedsSignIn, // the credential was refused or is missing: nothing is tried until there is a new one
    };
    Phase phase = Phase::Starting;
    bool refreshing = false;
    domain::OptionalTime lastSynced; // our clock, UTC; perhaps in an earlier run
    std::optional<domain::Error> error;
    domain::OptionalTime failingSince;
    domain::OptionalTime nextAttempt;
    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

// What is known of a conversation's messages, oldest first.
struct Thread {
    QList<domain::Message> messages;
    // Messages of ours on their way, in the order they were written. Each leaves when the server's copy of it
    // has arrived.
    QList<domain::Intent> outgoing;
    // Which intent became which message, so that a row on its way can become the sent one in place.
    QHash<domain::MessageId, domain::IntentId> sentAs;
    // Our reactions that were asked for and are not confirmed yet; an empty one is being taken back.
    QHash<domain::MessageId, QString> reacting;
    int reactionsEnded = 0; // how many of them were confirmed or given up
    bool loaded = false; // at least one page was read from the server
    // Until then: how many of the first messages come from disk, where they were when this was last read.
    qsizetype recalled = 0;
    bool hasOlder = false;
    bool loadingOlder = false;
    bool refreshing = false;
    domain::OptionalTime loadedAt; // our clock, UTC
    std::optional<domain::Error> error; // of the last attempt

    bool canBeShown() const { return loaded || recalled > 0; }
};

// A change that is shown but not yet confirmed.
struct PendingChange {
    std::optional<domain::ConversationStatus> status;
    std::optional<std::optional<domain::User>> assignee;
    bool markRead = false;
    std::optional<QList<domain::TagId>> tags;
    std::optional<domain::TeamId> team;
    std::optional<domain::OptionalTime> snoozeUntil;
    bool markUnread = false;
    std::optional<bool> archived;
    std::optional<QString> name;
    std::optional<QString> language;
    std::optional<QList<domain::UserId>> mentions;
    std::optional<QMap<QString, QString>> metadata;
    // By their words.
    QStringList addedNotes;
    QStringList deletedNotes;

    bool isEmpty() const { return *this == PendingChange(); }
    friend bool operator==(const PendingChange &, const PendingChange &) = default;
};

// How often the server is asked, in milliseconds.
struct PollTimings {
    int openThread = 4'000;
    int openThreadAway = 20'000; // window hidden, or nobody there
    int openRest = 200; // how long a conversation stays on screen before it is read, when many go by
    int list = 10'000;
    int listAway = 60'000;
    int sweepPage = 1'000; // the shortest time between two pages of a sweep
    int sweep = 10 * 60'000; // between two complete sweeps
    int firstRetry = 2'000; // doubles with each failure, ± 20 %
    int longestRetry = 5 * 60'000;
    int lookAgain = 3'000; // between two looks for a message or template whose answer was lost
};

enum class ActionKind {
    SetStatus,
    Assign,
    MarkRead,
    React,
    EditNote,
    Send,
    Retry,
    Restart,
    SetTags,
    Snooze,
    AssignTeam,
    AddNote,
    DeleteNote,
    TakeOver,
    Delete,
    MarkUnread,
    Archive,
    Rename,
    SetLanguage,
    SetMetadata,
    Mention,
    SetOnline, // ours; of no conversation
};

// Something the person asked for was not done. What was shown has been put back.
struct ActionFailure {
    ActionKind action = ActionKind::SetStatus;
    domain::ConversationId conversation;
    domain::Error error;
};

// How a restart ended, or why it was stopped before anything was paid.
enum class RestartOutcome {
    Accepted,
    AlreadyOpen, // the customer has written meanwhile
    AlreadyRestarted, // somebody else restarted it: the customer has to answer first
    NotExpired, // the window has not run out
    Changed, // something new stands in the conversation: to be looked at first
    NotSent, // proven: nothing was sent, nothing is paid
    Refused, // the server said no
    Unknown, // we do not know whether the template went out; the thread is being read to find out
    NotFound, // still unknown: the thread was read and does not show it, so the person decides
    AlreadyRunning, // one is under way
};

} // namespace inbox::sync

Q_DECLARE_METATYPE(inbox::sync::ActionFailure)
