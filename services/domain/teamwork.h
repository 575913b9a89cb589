// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/ids.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace inbox::domain {

// What colleagues share around conversations. Each is there where the account has the capability.

struct Tag {
    TagId id;
    QString name;
    QString color; // "#3257d6" or the vendor's word for it
    friend bool operator==(const Tag &, const Tag &) = default;
};

struct Team {
    TeamId id;
    QString name;
    QList<UserId> members;
    friend bool operator==(const Team &, const Team &) = default;
};

// A text that is used again and again.
struct Snippet {
    SnippetId id;
    QString name;
    QString text;
    friend bool operator==(const Snippet &, const Snippet &) = default;
};

// A filter that colleagues have saved.
struct SavedView {
    ViewId id;
    QString name;
    QList<TagId> tags;
    bool unreadOnly = false;
    bool mineOnly = false;
    bool open = true;
    bool inProgress = true;
    bool closed = true;
    QString sorting; // the vendor's word: "created", "updated"
    bool newestFirst = true;
    friend bool operator==(const SavedView &, const SavedView &) = default;
};

struct Presence {
    UserId user;
    std::optional<bool> online; // nullopt: the API does not say
    friend bool operator==(const Presence &, const Presence &) = default;
};

} // namespace inbox::domain
