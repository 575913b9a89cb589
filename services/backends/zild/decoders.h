// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/backends/decoded.h"

#include <QJsonDocument>

namespace inbox::backends::zild {

// Tolerant: an array or one object, everything missing, null, of another type or of an unknown number. Pure;
// may run on any thread. What has a place in domain::Conversation and Message goes there, the rest into
// their `details` under the API's names; `token` goes nowhere.
// A recipient is known again by the digits of a message's `to` or `from`, of the conversation's `from`, by
// the contact's name, or as the only one of its request. Whoever is not found is Unknown.
Decoded<OpeningAnswer> decodeOpening(const QJsonDocument &answer, const domain::AccountId &account,
                                     const QList<domain::Recipient> &recipients);

// When a JSON Web Token says that it ends; nullopt: it does not say, or is none.
domain::OptionalTime endOfToken(const QByteArray &token);

} // namespace inbox::backends::zild
