// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/backends/decoded.h"

#include <QHash>
#include <QJsonDocument>

namespace inbox::backends::chatcaptain {

// Names of what answers only give ids of, as far as they are known.
struct Names {
    QHash<domain::UserId, QString> users;
    QHash<domain::LineId, QString> lines;
    QHash<domain::LineId, QString> channels; // of lines: the API's word
};

// What fills in what an answer does not repeat.
struct Context {
    domain::AccountId account;
    domain::ConversationId conversation;
    Names names;
    QString environment = {}; // lists leave out what is told to be of another one; empty: nothing is left out
    QDateTime now = {}; // the server's: a snooze that is over by then is none
};

// The text an answer carries in "error", which means failure where what was asked for is not there. Empty:
// none.
QString errorIn(const QJsonDocument &answer);

// Tolerant: under its key or flat, numbers or texts, missing, null, words nobody knew yet. Pure; may run on
// any thread. Tokens are never read: neither a conversation's idToken nor a channel's token enters the
// program.
Decoded<Page<domain::Conversation>> decodeConversations(const QJsonDocument &answer, const Context &context);
Decoded<domain::Conversation> decodeConversation(const QJsonDocument &answer, const Context &context);
// An answer without a conversation and without an error means that there is none.
Decoded<std::optional<domain::Conversation>> decodeFound(const QJsonDocument &answer, const Context &context);
// A yes that names no conversation is one all the same: it comes with the list. What is told beside a
// conversation is left to the caller.
Decoded<OpeningAnswer> decodeOpening(const QJsonDocument &answer, const Context &context);
// Newest first, quotes and reactions where they belong, the parts of one stream in one message.
Decoded<Page<domain::Message>> decodeMessages(const QJsonDocument &answer, const Context &context);
Decoded<domain::Message> decodeMessage(const QJsonDocument &answer, const Context &context);
Decoded<Arrival> decodeArrival(const QJsonDocument &answer, const Context &context);
// Nothing but the server's word that it was done.
Decoded<domain::Nothing> decodeDone(const QJsonDocument &answer);
Decoded<QList<domain::Tag>> decodeTags(const QJsonDocument &answer);
Decoded<QList<domain::Team>> decodeTeams(const QJsonDocument &answer);
Decoded<QList<domain::Snippet>> decodeSnippets(const QJsonDocument &answer);
Decoded<QList<domain::SavedView>> decodeViews(const QJsonDocument &answer);
Decoded<QList<domain::Presence>> decodePresences(const QJsonDocument &answer);
Decoded<QList<domain::Line>> decodeChannels(const QJsonDocument &answer);
Decoded<Page<domain::Customer>> decodeContacts(const QJsonDocument &answer);
Decoded<domain::Profile> decodeContact(const QJsonDocument &answer);
Decoded<QList<domain::User>> decodeUsers(const QJsonDocument &answer);

} // namespace inbox::backends::chatcaptain
