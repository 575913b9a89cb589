// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/ids.h"

namespace inbox::domain {

// What was typed in a conversation and not sent.
struct Draft {
    QString text;
    int caret = 0; // UTF-16 code units
    MessageId quoted;

    bool isEmpty() const { return text.trimmed().isEmpty(); }
    // A quote without words yet is worth keeping; a caret alone is not.
    bool isWorthKeeping() const { return !text.isEmpty() || !quoted.isEmpty(); }
    friend bool operator==(const Draft &, const Draft &) = default;
};

// Words that come back take a line of their own before what was typed since; the caret stays where it was in
// that.
inline Draft withTextBefore(Draft draft, const QString &text)
{
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
