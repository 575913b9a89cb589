// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"

#include <QJsonObject>

namespace inbox::backends::chatcaptain {

// Strict: what the API does not document is refused here, with ErrorKind::LocalFailure and Outcome::NotSent,
// instead of being sent.

using Bytes = domain::Result<QByteArray>;

struct NamedBlock {
    QString id;
    QString name;
};

struct Button {
    QString id;
    QString text; // empty: not sent, as is the next
    QString value;
};

struct UserInput {
    QString redirect;
    std::optional<bool> isSensitive;
};

struct Flow {
    QString flowId;
    QString stepId;
    qint64 interactions = 0;
    QString executionId;
};

// Every field that a change of a conversation may have; what is not set is not sent. How to empty an
// operator, a team, a snooze, a name or a language is written nowhere, so an empty value of these is refused;
// a snooze is ended by the present time.
struct ConversationPatch {
    std::optional<QString> contactId;
    std::optional<bool> archived;
    std::optional<QString> idToken;
    std::optional<QString> language;
    std::optional<domain::UserId> operatorId;
    std::optional<QString> photoUrl;
    std::optional<qint64> sessionCount;
    std::optional<QStringList> tags; // the whole set
    std::optional<bool> unread;
    std::optional<NamedBlock> lastBlock;
    std::optional<Button> lastButton;
    std::optional<QString> providerId;
    std::optional<QJsonObject> lastMessage; // a content as the API documents it
    std::optional<QStringList> notes; // the whole set
    std::optional<QDateTime> snoozed;
    std::optional<QDateTime> lastUserAction;
    std::optional<QStringList> mentions;
    std::optional<QString> lastSender;
    std::optional<QString> name;
    std::optional<UserInput> userInput;
    std::optional<QMap<QString, QString>> metadata;
    std::optional<Flow> leadAiConversation;
    std::optional<domain::TeamId> team;
    std::optional<QString> lastUserInput;
    std::optional<domain::ConversationStatus> state;
    std::optional<domain::UserId> lastAssignedOperatorId;
    std::optional<QDateTime> lastSeen;
};

// One segment of a path, percent-encoded. Ids are texts to this API: only what would lead elsewhere is
// refused.
domain::Result<QString> encodeId(const QString &id);
Bytes encodePatch(const ConversationPatch &patch);
Bytes encodeUpdate(const ConversationUpdate &change);
Bytes encodeText(const domain::ConversationId &conversation, const QString &text);
Bytes encodeNotes(const QStringList &notes);
Bytes encodeOnline(bool online, const QDateTime &now);
// With a contact the API's own kind of creation, without one an agent's.
Bytes encodeCreation(const NewConversation &what);
Bytes encodeEvent(const QString &chatbot, const domain::ConversationId &conversation, const QString &event);
Bytes encodeIncomingText(const QString &chatbot, const Source &source, const QString &text,
                         const QString &messageId, const QDateTime &now);
Bytes encodeIncomingEvent(const QString &chatbot, const Source &source, const QString &event);
Bytes encodeStep(const QString &chatbot, const domain::ConversationId &conversation, const FlowStep &step);

} // namespace inbox::backends::chatcaptain
