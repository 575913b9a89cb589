// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"
#include "services/domain/replystate.h"

#include <QMetaType>

namespace inbox::models {

// What kind of thing the preview line stands for; the window has the words and icons.
enum class PreviewKind {
    Nothing,
    Text,
    Draft,
    Image,
    Video,
    Audio,
    Voice,
    Document,
    Location,
    Contact,
    Unknown
};

// One row of the conversation list: data for the delegate, without words or pixels.
struct ConversationRow {
    domain::ConversationKey key;
    domain::CustomerId customer; // decides the avatar's colour
    QString name; // may be empty: the delegate has a word for it
    domain::OpenEnum<domain::Channel> channel;
    domain::OpenEnum<domain::ConversationStatus> status;
    PreviewKind preview = PreviewKind::Nothing;
    QString previewText; // one line, capped; the words of a message, caption or draft
    bool previewFromUs = false;
    domain::OptionalTime lastActivity;
    int unread = 0;
    domain::ReplyState reply;
    QDateTime now; // the server time `reply` was judged at
    QString assigneeName; // empty: nobody
    bool assignedToMe = false;
    bool failedSend = false; // outranks every other mark
    bool pending = false; // a change is not confirmed yet
    bool blocked = false;
    domain::OptionalTime snoozedUntil; // in the future only
    QString accountName; // set only when there are several accounts
    quint64 revision = 0; // changes whenever any field above does: key for caches

    // Compares what is shown; `now` and `revision` do not count.
    friend bool operator==(const ConversationRow &a, const ConversationRow &b);
};

} // namespace inbox::models

Q_DECLARE_METATYPE(inbox::models::ConversationRow)
