// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/backends/decoded.h"

#include <QJsonDocument>

namespace inbox::backends::clientapi {

using backends::Decoded;
using backends::Problem;

// Tolerant: wrapped in "data" or bare, numbers or strings, missing, null, words nobody knew yet. Pure; may
// run on any thread. `account` and `conversation` fill in what an answer does not repeat.
Decoded<Page<domain::Conversation>> decodeConversations(const QJsonDocument &answer,
                                                        const domain::AccountId &account);
Decoded<domain::Conversation> decodeConversation(const QJsonDocument &answer,
                                                 const domain::AccountId &account);
Decoded<Page<domain::Message>> decodeMessages(const QJsonDocument &answer,
                                              const domain::ConversationId &conversation);
Decoded<domain::Message> decodeMessage(const QJsonDocument &answer,
                                       const domain::ConversationId &conversation);
// The answer is the object itself, without a wrapper.
Decoded<domain::UploadedFile> decodeUpload(const QJsonDocument &answer);
Decoded<domain::Note> decodeNote(const QJsonDocument &answer, const domain::ConversationId &conversation);
Decoded<domain::Profile> decodeProfile(const QJsonDocument &answer);
Decoded<QList<domain::User>> decodeUsers(const QJsonDocument &answer);
Decoded<AccountSettings> decodeSettings(const QJsonDocument &answer);

} // namespace inbox::backends::clientapi
