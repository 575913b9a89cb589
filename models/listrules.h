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

// What decides where a conversation stands. No two have the same.
struct Place {
    qint64 rank = 0; // lower comes first
    const domain::ConversationKey *key = nullptr; // never null in a place that is compared

    friend bool operator==(const Place &a, const Place &b) { return a.rank == b.rank && a.key == b.key; }
    friend bool operator<(const Place &a, const Place &b);
};

// What the list has to know of every conversation, seen or not; all else of a row is made when somebody looks
// at it.
struct Standing {
    quint8 views = 0; // a bit for each view it belongs to
    domain::ConversationStatus status = domain::ConversationStatus::Unknown;
    bool unread = false;
    bool closesSoon = false;
    qint64 activity = kNever; // its rank where the latest activity comes first
    qint64 closes = kNever; // when its open window ends, server time in milliseconds; kNever: it has no end

    bool belongsTo(View view) const { return views & (1u << unsigned(view)); }
    qint64 rank(View view) const;
    friend bool operator==(const Standing &, const Standing &) = default;
};
Standing standingOf(const ConversationRow &row);
// A view that the colleagues of the conversation's account have saved; `me`: who looks at it. What its
// documentation leaves open: a bot's conversation is an open one, one of several tags is enough, and what is
// in the archive is in none.
bool belongs(const domain::Conversation &c, const domain::UserId &me, const domain::SavedView &saved);
qint64 rankIn(const domain::Conversation &c, const domain::SavedView &saved); // lower comes first
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
