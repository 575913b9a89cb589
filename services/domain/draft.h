// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/attachment.h"

namespace inbox::domain {

// A note that the server has, while somebody changes it.
struct NoteEdit {
    NoteId note; // empty: none is being changed
    QString before; // its text when that began, or when it was last given to the server
    QString text;

    bool isActive() const { return !note.isEmpty(); }
    bool isWorthKeeping() const { return isActive() && text != before; }
    friend bool operator==(const NoteEdit &, const NoteEdit &) = default;
};

// What was typed in a conversation and not sent: a reply, and notes for colleagues beside it.
struct Draft {
    QString text;
    int caret = 0; // UTF-16 code units
    MessageId quoted;
    // Since when these words wait for the customer to answer: the window closed over them, or they did not go
    // out. Whoever changes them looks at them anew.
    OptionalTime held = std::nullopt;
    QString note;
    QList<Attachment> files; // each goes out as a message of its own, in this order
    NoteEdit noteEdit = {};

    bool isEmpty() const { return text.trimmed().isEmpty() && files.isEmpty(); } // there is no reply in it
    // A quote without words yet is worth keeping; a caret alone is not.
    bool isWorthKeeping() const
    {
        return !text.isEmpty() || !files.isEmpty() || !quoted.isEmpty() || !note.trimmed().isEmpty()
            || noteEdit.isWorthKeeping();
    }
    friend bool operator==(const Draft &, const Draft &) = default;
};

// What was typed and then thrown away. Kept for a while, for nobody throws away only what they meant to.
struct DiscardedDraft {
    DiscardedId id;
    ConversationId conversation;
    QString customer; // by name or number: shown where the conversation is not known
    QString text;
    QDateTime at; // UTC
    QList<Attachment> files = {};
    friend bool operator==(const DiscardedDraft &, const DiscardedDraft &) = default;
};

// Words that come back take a line of their own before what was typed since; the caret stays where it was in
// that. Files come before those that were chosen since.
inline Draft withUnsentBefore(Draft draft, const Unsent &unsent)
{
    draft.held.reset();
    if (draft.text.trimmed().isEmpty()) {
        draft.text = unsent.text;
        draft.caret = int(unsent.text.size());
    } else if (!unsent.text.isEmpty()) {
        draft.text.prepend(u'\n').prepend(unsent.text);
        draft.caret += int(unsent.text.size()) + 1;
    }
    draft.files = unsent.files + draft.files;
    return draft;
}

// A note that was not taken comes back before what was typed for the next.
inline Draft withNoteBefore(Draft draft, const QString &note)
{
    draft.note = draft.note.trimmed().isEmpty() ? note : note + u'\n' + draft.note;
    return draft;
}

} // namespace inbox::domain
