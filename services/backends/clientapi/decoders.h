// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"

#include <QJsonDocument>
#include <QJsonValue>

namespace inbox::backends::clientapi {

// Something in an answer that is not as documented. What could be read was read nevertheless.
struct Problem {
    QString path; // "data[3].customer.profile.gender"
    QString what;
    friend bool operator==(const Problem &, const Problem &) = default;
};

// The best that could be made of an answer; nullopt when not even that: no id where there must be one, or
// another shape altogether.
template <typename T> struct Decoded {
    std::optional<T> value;
    QList<Problem> problems;
};

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
Decoded<domain::Note> decodeNote(const QJsonDocument &answer, const domain::ConversationId &conversation);
Decoded<domain::Profile> decodeProfile(const QJsonDocument &answer);
Decoded<QList<domain::User>> decodeUsers(const QJsonDocument &answer);
Decoded<AccountSettings> decodeSettings(const QJsonDocument &answer);

} // namespace inbox::backends::clientapi
