// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/replystate.h"

namespace inbox::domain {

namespace {

constexpr qint64 kAmberSeconds = 4 * 60 * 60;
constexpr qint64 kRedSeconds = 30 * 60;
// WhatsApp's customer service window, counted from the customer's last message.
constexpr qint64 kWindowSeconds = 24 * 60 * 60;

Urgency urgencyOf(const OptionalTime &deadline, const QDateTime &now)
{
    if (!deadline)
        return Urgency::None;
    const qint64 left = now.secsTo(*deadline);
    if (left <= kRedSeconds)
        return Urgency::Red;
    return left <= kAmberSeconds ? Urgency::Amber : Urgency::Neutral;
}

} // namespace

ReplyState replyState(const Conversation &c, const Capabilities &capabilities, const RestartRecord &restart,
                      const QDateTime &now)
{
    ReplyState state;
    state.deadline = c.replyUntil;
    const bool ahead = c.replyUntil && *c.replyUntil > now;

    if (c.line && c.line->inSync == false) {
        state.kind = ReplyStateKind::NotConnected;
        return state;
    }
    if (const auto reason = capabilities.reason(Capability::SendText)) {
        state.kind = ReplyStateKind::Unsupported;
        state.reason = reason;
        return state;
    }
    if (restart.state == RestartRecord::State::InProgress) {
        state.kind = ReplyStateKind::Restarting;
        return state;
    }
    if (restart.state == RestartRecord::State::OutcomeUnknown) {
        state.kind = ReplyStateKind::RestartUnknown;
        state.action = ReplyAction::CheckAgain;
        return state;
    }
    if (!c.replyPossible) {
        state.kind = ReplyStateKind::Unknown;
        state.action = ReplyAction::Send;
        if (!state.deadline && c.channel == Channel::WhatsApp && c.lastCustomerReplyAt) {
            state.deadline = c.lastCustomerReplyAt->addSecs(kWindowSeconds);
            state.deadlineEstimated = true;
        }
        state.urgency = urgencyOf(state.deadline, now);
        return state;
    }
    if (*c.replyPossible) {
        state.action = ReplyAction::Send;
        if (c.replyUntil && !ahead) {
            state.kind = ReplyStateKind::ClosingRace;
            state.urgency = Urgency::Amber;
        } else {
            state.kind = ReplyStateKind::Open;
            state.urgency = urgencyOf(c.replyUntil, now);
        }
        return state;
    }

    const bool restarted = restart.state == RestartRecord::State::Accepted && !restart.answered && restart.at;
    const bool restartIsYoung = restarted && restart.at->secsTo(now) < kWindowSeconds;
    if (c.customerInteractionRequired == true && (ahead || (!c.replyUntil && restartIsYoung))) {
        state.kind = ReplyStateKind::AwaitingCustomer;
        if (restarted)
            state.restartedAt = restart.at;
        return state;
    }
    if (ahead) {
        state.kind = ReplyStateKind::ClosedByProvider;
        state.action = ReplyAction::CheckAgain;
        return state;
    }
    if (c.channel == Channel::WhatsApp && capabilities.has(Capability::RestartPaid)) {
        state.kind = ReplyStateKind::ExpiredRestartable;
        state.action = ReplyAction::Restart;
        state.lastRestartUnanswered = restarted || c.customerInteractionRequired == true;
        if (restarted)
            state.restartedAt = restart.at;
        return state;
    }
    state.kind = ReplyStateKind::Expired;
    return state;
}

} // namespace inbox::domain
