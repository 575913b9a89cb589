// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/ids.h"
#include "services/domain/values.h"

namespace inbox::domain {

// What was typed in a conversation and not sent: a reply, and a note for colleagues beside it.
struct Draft {
    QString text;
    int caret = 0; // UTF-16 code units
    MessageId quoted;
    // Since when these words wait for the customer to answer: the window closed over them, or they did not go
    // out. Whoever changes them looks at them anew.
    OptionalTime held = std::nullopt;
    QString note;

    bool isEmpty() const { return text.trimmed().isEmpty(); } // there is no reply in it
    // A quote without words yet is worth keeping; a caret alone is not.
    bool isWorthKeeping() const { return !text.isEmpty() || !quoted.isEmpty() || !note.trimmed().isEmpty(); }
    friend bool operator==(const Draft &, const Draft &) = default;
};

// What was typed and then thrown away. Kept for a while, for nobody throws away only what they meant to.
struct DiscardedDraft {
    DiscardedId id;
    ConversationId conversation;
    QString customer; // by name or number: shown where the conversation is not known
    QString text;
    QDateTime at; // UTC
    friend bool operator==(const DiscardedDraft &, const DiscardedDraft &) = default;
};

// Words that come back take a line of their own before what was typed since; the caret stays where it was in
// that.
inline Draft withTextBefore(Draft draft, const QString &text)
{
    draft.held.reset();
    if (draft.isEmpty()) {
        draft.text = text;
        draft.caret = int(text.size());
    } else {
        draft.text.prepend(u'\n').prepend(text);
        draft.caret += int(text.size()) + 1;
    }
    return draft;
}

} // namespace inbox::domain
