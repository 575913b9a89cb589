// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversationrow.h"
#include "services/domain/teamwork.h"

#include <QStringList>

#include <limits>

namespace inbox::models {

enum class View;

// Which conversation stands in which view and where, when that changes by itself, and which words find it.

inline constexpr qint64 kNever = std::numeric_limits<qint64>::max();

// What decides where a row stands. No two conversations have the same.
struct Place {
    qint64 rank = 0; // lower comes first
    domain::ConversationKey key;

    friend bool operator==(const Place &, const Place &) = default;
    friend bool operator<(const Place &a, const Place &b);
};

bool closes(const ConversationRow &row); // its window is open and has an end
bool closesSoon(const ConversationRow &row);
bool belongs(const ConversationRow &row, View view);
Place placeOf(const ConversationRow &row, View view);
// A view that the colleagues of the conversation's account have saved. `row` is the conversation's. What its
// documentation leaves open: a bot's conversation is an open one, one of several tags is enough, and what is
// in the archive is in none.
bool belongs(const domain::Conversation &c, const ConversationRow &row, const domain::SavedView &saved);
Place placeOf(const domain::Conversation &c, const ConversationRow &row, const domain::SavedView &saved);
// Server time in milliseconds at which the row may look different although nothing arrived; kNever: at none.
qint64 nextChange(const ConversationRow &row);

// What a search reads of a conversation.
struct Searchable {
    QString text; // folded
    QStringList numbers; // phoneDigits()
};
Searchable searchable(const domain::Conversation &c);
// `words`: searchWords(), all of which must occur; `number`: phoneQuery() of them together, or empty.
bool isFound(const Searchable &in, const QStringList &words, const QString &number);

} // namespace inbox::models
