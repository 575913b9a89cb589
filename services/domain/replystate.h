// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/capability.h"
#include "services/domain/conversation.h"

namespace inbox::domain {

// A restart as far as this program knows about it.
struct RestartRecord {
    enum class State { None, InProgress, OutcomeUnknown, Accepted };
    State state = State::None;
    OptionalTime at; // when it was asked for
    bool answered = false; // the customer has written since
    friend bool operator==(const RestartRecord &, const RestartRecord &) = default;
};

enum class ReplyStateKind {
    NotConnected,
    Unsupported,
    Restarting,
    RestartUnknown,
    ClosingRace,
    Open,
    AwaitingCustomer,
    ClosedByProvider,
    ExpiredRestartable,
    Expired,
    Unknown,
};

enum class ReplyAction { None, Send, CheckAgain, Restart };
enum class Urgency { None, Neutral, Amber, Red };

struct ReplyState {
    ReplyStateKind kind = ReplyStateKind::Unknown;
    ReplyAction action = ReplyAction::None; // the one thing to do next
    OptionalTime deadline; // when the window closes, or closed
    bool deadlineEstimated = false; // worked out from the last customer message, not said by the API
    Urgency urgency = Urgency::None;
    std::optional<Unavailable> reason; // Unsupported only
    OptionalTime restartedAt; // AwaitingCustomer, ExpiredRestartable
    bool lastRestartUnanswered = false; // ExpiredRestartable: ask a second time

    bool composerOpen() const
    {
        return kind == ReplyStateKind::Open || kind == ReplyStateKind::ClosingRace
            || kind == ReplyStateKind::Unknown;
    }
    friend bool operator==(const ReplyState &, const ReplyState &) = default;
};

// Can the agent write, until when, and if not, what helps. The server's facts decide; `now` (server time,
// UTC) only explains them. A conversation that answers reply_until == now has run out.
ReplyState replyState(const Conversation &conversation, const Capabilities &capabilities,
                      const RestartRecord &restart, const QDateTime &now);

} // namespace inbox::domain
