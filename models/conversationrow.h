// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/drafts.h"
#include "services/domain/account.h"
#include "services/domain/conversation.h"
#include "services/domain/replystate.h"
#include "services/domain/teamwork.h"

#include <QMetaType>

#include <functional>

namespace inbox::models {

// What kind of thing the preview line stands for; the window has the words and icons.
enum class PreviewKind {
    Nothing,
    Text,
    Draft,
    OfferedDraft, // it was held, and can be sent now
    Image,
    Video,
    Audio,
    Voice,
    Document,
    Location,
    Contact,
    Sensitive, // its words stay in the thread
    Unknown
};

// A tag as a row shows it.
struct RowTag {
    QString name; // one line, capped
    QString color; // as the API has it; may be empty
    friend bool operator==(const RowTag &, const RowTag &) = default;
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
    bool previewFromUs = false; // by me, a colleague or a bot
    bool previewFromBot = false;
    domain::UserId previewBy; // the colleague whose words they are; empty: mine, or nobody says whose
    QString previewByName; // may be empty although somebody is
    domain::OptionalTime lastActivity;
    int unread = 0;
    domain::ReplyState reply;
    QDateTime now; // the server time `reply` was judged at
    domain::UserId assignee; // empty: nobody
    QString assigneeName; // may be empty although somebody is: not every colleague has a name
    bool assignedToMe = false;
    bool mentionsMe = false;
    bool mentionSeen = false; // by me
    QList<RowTag> tags; // the first few
    bool failedSend = false; // outranks every other mark
    bool pending = false; // a change is not confirmed yet
    bool blocked = false;
    domain::OptionalTime snoozedUntil; // in the future only
    bool archived = false;
    QString accountName; // set only when there are several accounts
    int accountColor = domain::noAccountColor; // likewise
    quint64 revision = 0; // changes whenever any field above does: key for caches

    // Compares what is shown; `now` and `revision` do not count.
    friend bool operator==(const ConversationRow &a, const ConversationRow &b);
};

// What a row needs to know beside the conversation itself.
struct ConversationRowContext {
    QDateTime now; // server time
    domain::UserId me;
    domain::ReplyState reply;
    Draft draft;
    bool draftOffered = false;
    QString outgoingText; // the newest message of ours that is still on its way; shown before the latest
    bool failedSend = false;
    bool pending = false;
    QString accountName;
    int accountColor = domain::noAccountColor;
    std::function<QString(const domain::UserId &)> colleagueName; // empty answer: not known
    const QList<domain::Tag> *tags = nullptr; // the account's; nullptr: it has no list, ids are the names
};

ConversationRow conversationRow(const domain::Conversation &conversation,
                                const ConversationRowContext &context);

// Whole minutes until the row's deadline, as a countdown shows them; -1 when it has passed or there is none.
qint64 minutesLeft(const ConversationRow &row);

} // namespace inbox::models

Q_DECLARE_METATYPE(inbox::models::ConversationRow)
