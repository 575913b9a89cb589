// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"
#include "services/domain/error.h"
#include "services/domain/message.h"

#include <QMetaType>

namespace inbox::models {

// How far a message of ours has come. Nothing is claimed before the provider said it.
enum class DeliveryMark {
    None, // a customer's message
    Waiting, // not sent yet, or the answer is outstanding
    Checking, // the answer was lost, the thread is being read
    Unknown, // may or may not have been sent: the person decides
    NotSent, // proven: nothing left this machine, or the server refused
    HandedOver, // created
    Sent,
    Delivered,
    Read,
    Failed, // the provider says so; Message::latestError has its words
};

// One row of the thread: data for the delegate, without words or pixels.
struct ThreadRow {
    enum class Kind { Day, NewMessages, Message, System, Note, Older };
    Kind kind = Kind::Message;

    QDate day; // Day, local time zone
    int newCount = 0; // NewMessages
    bool loading = false; // Older: more is being read

    domain::Message message; // Message, System. A message on its way has an empty id
    domain::Note note; // Note
    domain::IntentId outgoing; // set while it is a message of ours on its way
    domain::IntentId sentAs; // what it was while it was on its way; not shown, only known again by it
    std::optional<domain::Error> outgoingError; // why it is NotSent, or what was lost
    bool fromUs = false;
    QString authorName; // of a colleague or customer; empty when unknown
    bool firstOfGroup = true; // same author within five minutes makes a group
    bool lastOfGroup = true;
    DeliveryMark mark = DeliveryMark::None;
    bool canRetry = false;
    bool canReact = false;
    bool reactionPending = false; // message.agentReaction is what was asked for, not yet confirmed
    QString quotedAuthor; // name of the author of message.reference; empty: the customer's is not known
    quint64 revision = 0; // changes whenever any field above does: key for caches

    // Compares what is shown; `revision` and `sentAs` do not count.
    friend bool operator==(const ThreadRow &a, const ThreadRow &b);
};

// Whether two rows are the same thing, perhaps in another state.
bool sameThing(const ThreadRow &a, const ThreadRow &b);

} // namespace inbox::models

Q_DECLARE_METATYPE(inbox::models::ThreadRow)
