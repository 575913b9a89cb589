// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"

namespace inbox::store {

// What was read of an account, as bytes: the number of the format, then CBOR with small numbers for names and
// nothing for what has its default. What a later version adds is skipped by an earlier one. A file's public
// URL works without a credential and is left out.
QByteArray encode(const domain::Conversation &conversation);
QByteArray encode(const domain::Message &message);
QByteArray encode(const QList<domain::User> &users);

// nullopt: damaged, or of a format this version does not know.
std::optional<domain::Conversation> decodeConversation(const domain::AccountId &account,
                                                       const QByteArray &bytes);
std::optional<domain::Message> decodeMessage(const QByteArray &bytes);
std::optional<QList<domain::User>> decodeUsers(const QByteArray &bytes);

} // namespace inbox::store
