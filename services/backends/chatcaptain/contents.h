// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/reader.h"
#include "services/domain/message.h"

namespace inbox::backends::chatcaptain {

// A reaction as the API writes it: a message of its own that names another one.
struct Reaction {
    QString to; // the other message's id at the messenger
    QString emoji; // empty: taken back
};

// Everything that one "content" object says, in the order people read it. What this version does not know is
// there by its name.
QList<domain::MessageContent> contentsOf(const Reader &content);
std::optional<Reaction> reactionIn(const Reader &content);

} // namespace inbox::backends::chatcaptain
