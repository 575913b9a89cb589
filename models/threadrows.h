// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/threadrow.h"
#include "services/sync/types.h"

#include <QList>

#include <functional>

namespace inbox::models {

// What the rows of a thread need to know beside its messages.
struct ThreadContext {
    QString customerName;
    domain::UserId me;
    std::function<QString(const domain::UserId &)> colleagueName; // empty when unknown
    std::function<bool(const domain::Message &)> canRetry;
    bool canReact = false; // the account can, at all
    std::optional<domain::Note> note; // the conversation's latest
    domain::MessageId firstUnread; // the "new" line stands before it; empty: no line
    int newCount = 0;
};

// The rows of a thread from top to bottom: "older", day lines, messages, the note where its time puts it, the
// "new" line, and at the end what is on its way. Pure; days are those of the local time zone.
QList<ThreadRow> threadRows(const sync::Thread &thread, const ThreadContext &context);

// The first customer message that nobody has read, going back from the newest over at most `unread` of them
// and never past one that was read. `found` tells how many there are. Empty: none.
domain::MessageId firstUnread(const QList<domain::Message> &messages, int unread, int *found);

// One exact change of a list of rows. Steps are applied in order, each to the outcome of those before.
struct RowStep {
    enum class Kind { Insert, Remove, Move, Change };
    Kind kind = Kind::Change;
    int first = 0; // Move: the row that moves
    int last = 0;
    int to = 0; // Move: its index afterwards
    friend bool operator==(const RowStep &, const RowStep &) = default;
};

// The steps that make `before` into `after`: removals, moves, insertions, then changes. Rows that are the
// same thing are kept; neighbouring rows share a step.
QList<RowStep> rowSteps(const QList<ThreadRow> &before, const QList<ThreadRow> &after);

} // namespace inbox::models
