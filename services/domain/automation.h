// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"
#include "services/domain/ids.h"

namespace inbox::domain {

// Where something in a customer's name comes from.
struct ChannelSource {
    LineId line;
    QString lineName;
    QString providerId; // of the conversation at the messenger
    QString name; // of the customer; what is empty is not sent
    QString email;
    QString phone;
    QString language;
    QString subject; // e-mail only
    friend bool operator==(const ChannelSource &, const ChannelSource &) = default;
};

// A step of one of the business's own flows. What is empty is not sent.
struct FlowStep {
    QString flow;
    QString step;
    QString event;
    QString payload; // JSON
    friend bool operator==(const FlowStep &, const FlowStep &) = default;
};

// Something that sets a bot off. Its answers may reach a real customer, so it is asked for once and never
// repeated.
struct Automation {
    enum class Kind {
        Event, // `text`: its name; of `conversation`
        Step, // of `conversation`
        CustomerMessage, // `text`: what the customer seems to have written; comes from `source`
        ChannelEvent, // `text`: its name; comes from `source`
    };
    Kind kind = Kind::Event;
    ConversationId conversation;
    QString text;
    FlowStep step;
    ChannelSource source;
    friend bool operator==(const Automation &, const Automation &) = default;
};

// What became of it.
struct AutomationEnd {
    Automation::Kind kind = Automation::Kind::Event;
    ConversationId conversation; // the one it arrived in; empty when that is not known
    int answers = 0; // the bot's that came at once; more may follow
    std::optional<Error> error; // with Outcome::Unknown it may have been set off all the same
};

} // namespace inbox::domain

Q_DECLARE_METATYPE(inbox::domain::AutomationEnd)
