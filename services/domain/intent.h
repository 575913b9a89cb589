// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/attachment.h"
#include "services/domain/automation.h"
#include "services/domain/conversation.h"
#include "services/domain/error.h"

namespace inbox::domain {

// One thing the person asked of the server. It is written down before its first byte leaves, so that neither
// a crash nor a lost answer makes two of it or none.
struct Intent {
    enum class Kind {
        SendText,
        Duplicate,
        Restart,
        SetStatus,
        Assign,
        MarkRead,
        React,
        EditNote,
        SetTags,
        Snooze,
        AssignTeam,
        AddNote,
        DeleteNote,
        TakeOver, // from the bot: the status and the assignee in one
        MarkUnread,
        Archive,
        SendFile,
        Rename,
        SetLanguage,
        SetMetadata,
        Mention,
        Automate, // sets a bot off: never queued, never repeated
    };
    enum class State {
        Queued, // nothing of it has left this computer
        Sending, // a byte may have left
        Checking, // the answer was lost; the server is being asked what became of it
        Unknown, // that did not tell: the person decides
        Failed, // proven not done, `error` says why; waits for the person
        Accepted, // done, says the server, or the person who looked
        Withdrawn, // proven not done, and given up
    };
    // What the person had before their eyes when they asked.
    struct Seen {
        MessageId message; // the newest one: only a newer one can be what was sent
        UserId assignee;
        OpenEnum<ConversationStatus> status;
        QList<TagId> tags;
        TeamId team;
        OptionalTime snoozeUntil;
        QList<UserId> mentions;
        QMap<QString, QString> metadata;
        friend bool operator==(const Seen &, const Seen &) = default;
    };

    IntentId id;
    ConversationId conversation;
    Kind kind = Kind::SendText;
    State state = State::Queued;
    QString server; // its address, as the account had it; empty: asked for with an earlier version
    QString customer; // by name or number: shown where the conversation is not known
    // SendText, notes: the words; SendFile: the caption; Duplicate: the failed message's; React: one emoji,
    // or empty; Rename: the name; SetLanguage: its code; Automate: what is told of it
    QString text;
    std::optional<Attachment> file; // SendFile, and only there
    MessageId message; // Duplicate: the failed one; React: the one reacted to
    MessageId quoted; // SendText, SendFile
    NoteId note; // EditNote
    OpenEnum<ConversationStatus> status; // SetStatus, TakeOver
    std::optional<User> assignee; // Assign; nullopt: nobody. TakeOver; nullopt: whoever it is now
    QList<TagId> tags; // SetTags: all of them
    TeamId team; // AssignTeam
    OptionalTime until; // Snooze; nullopt: no longer
    bool archived = false; // Archive; false: back again
    QList<UserId> mentions; // Mention: all of them
    QMap<QString, QString> metadata; // SetMetadata: all of it
    std::optional<Automation> automation; // Automate
    QString before; // EditNote, React, Rename, SetLanguage: what stood there
    Seen seen;
    QDateTime createdAt; // UTC
    std::optional<Error> error; // Failed, Unknown; Queued: why it has to wait
    OptionalTime retryAt; // Queued: not before
    int attempts = 0; // how often it was proven that nothing had left
    MessageId result; // Accepted: the server's message, when it said which
    friend bool operator==(const Intent &, const Intent &) = default;

    // A customer receives something by it.
    bool isMessage() const
    {
        return kind == Kind::SendText || kind == Kind::SendFile || kind == Kind::Duplicate;
    }
    // Its words are a note of the person's.
    bool isNote() const { return kind == Kind::AddNote || kind == Kind::EditNote; }
    // What goes back into the draft when it is not sent.
    Unsent unsent() const
    {
        if (kind == Kind::SendText)
            return {text, {}};
        return kind == Kind::SendFile ? Unsent{text, {*file}} : Unsent();
    }
    bool isFinished() const { return state == State::Accepted || state == State::Withdrawn; }
};

// Why a reply that waited to be sent became a draft again.
enum class HeldBecause {
    WindowClosed, // nothing may be written any more
    Changed, // something new stands there, or somebody else has the conversation
    NotWritten, // this computer could not write it down, and nothing leaves unrecorded
};

// One line of the ledger of paid acts.
struct Payment {
    IntentId intent;
    ConversationId conversation;
    QString server; // as the intent's
    QString customer;
    QString line; // our number or channel
    QString agent; // who asked for it; empty when the account does not know its own person
    QDateTime at; // UTC
    std::optional<int>
        cents; // of a euro, as documented: the API does not say what was charged; nullopt: nobody says
    Intent::State state = Intent::State::Queued;
    bool answered = false; // the customer has written since
    bool isOpening = false; // it began a conversation; else it restarted one
    friend bool operator==(const Payment &, const Payment &) = default;
};

} // namespace inbox::domain

Q_DECLARE_METATYPE(inbox::domain::Intent)
