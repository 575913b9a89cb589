// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/capability.h"
#include "services/net/request.h"

namespace inbox::backends::chatcaptain {

enum class Operation {
    ListConversations,
    CreateConversation,
    FindConversation,
    ShowConversation,
    DeleteConversation,
    Update, // several things at once
    SetStatus,
    Assign,
    AssignTeam,
    SetUnread,
    SetArchived,
    SetTags,
    Snooze,
    Rename,
    SetLanguage,
    SetMetadata,
    Mention,
    HandleMessage,
    HandleEvent,
    HandlePayload,
    CustomEvent,
    ListMessages,
    ShowMessage,
    SendText,
    StartConversation, // with somebody who is not a contact yet
    AddNotes,
    RemoveNotes,
    ListTags,
    ListTeams,
    ListViews,
    ListAnswers,
    ListOnline,
    SetOnline,
    ListChannels,
    SearchContacts,
    ShowContact,
    ListUsers,
    DownloadFile,
};

// Everything that is fixed about an operation.
struct OperationFacts {
    Operation operation;
    const char *name; // in the log
    const char *verb;
    const char *path; // {cb}: the chatbot, {ws}: the workspace, {}: ids in their order
    domain::Effect effect;
    bool isList; // answers a whole list: under the account's own cap
    std::chrono::seconds deadline;
    bool answerNeeded; // false: an empty 2xx will do
    QList<domain::Capability> capabilities; // gone when the server forbids the operation
    const char *permission; // which one it needs, where the documentation says so
};

const QList<OperationFacts> &operations();
const OperationFacts &factsOf(Operation operation);
// nullptr when no operation has this name.
const OperationFacts *factsOf(const QByteArray &name);

} // namespace inbox::backends::chatcaptain
