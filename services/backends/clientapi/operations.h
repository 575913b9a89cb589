// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/capability.h"
#include "services/net/request.h"

namespace inbox::backends::clientapi {

enum class Operation {
    ListConversations,
    ShowConversation,
    ListMessages,
    ShowMessage,
    SendText,
    Duplicate,
    Restart,
    Update, // status and assignee at once
    SetStatus,
    Assign,
    MarkRead,
    SetReaction,
    EditNote,
    ShowProfile,
    CustomerUsers,
    GeneralSettings,
    DownloadFile,
    ListTemplates,
    SendTemplate,
    Upload,
    SendFile,
};

// Everything that is fixed about an operation.
struct OperationFacts {
    Operation operation;
    const char *name; // in the log
    const char *verb;
    const char *path; // %1, %2: ids
    domain::Effect effect;
    qint64 cap; // bytes of an answer
    std::chrono::seconds deadline;
    bool answerNeeded; // false: an empty 2xx will do
    QList<domain::Capability> capabilities; // gone when the server forbids the operation
};

const OperationFacts &factsOf(Operation operation);
// nullptr when no operation has this name.
const OperationFacts *factsOf(const QByteArray &name);

} // namespace inbox::backends::clientapi
