// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/chatcaptain/chatcaptainbackend.h"

namespace inbox::tests::chatcaptain {

using backends::chatcaptain::ChatCaptainBackend;
using backends::chatcaptain::Operation;

// An id that a careless path would break on.
inline const domain::ConversationId conversationX(QStringLiteral("Cv/1 ä%2F"));
inline const QByteArray conversationXInPath("Cv%2F1%20%C3%A4%252F");
inline const domain::MessageId messageM(QStringLiteral("m-7"));

// One way to use the ChatCaptain API.
struct Case {
    const char *name;
    Operation operation;
    // Begins the operation; what it gives is left out. The backend has to outlive the call.
    std::function<net::Call<domain::Nothing>(ChatCaptainBackend &)> start;
    QByteArray line; // verb and target that must arrive, when the base has no path
    QByteArray body; // and the body; a pattern where it holds a time or an id of its own
    QByteArray answer; // what the documentation lets the server answer
    bool bodyIsPattern = false;
};

// Every operation at least once.
QList<Case> cases();
bool isWrite(const Case &c);
// Chatbot "bot 1" in workspace "ws", whose key is "canary-key".
std::unique_ptr<ChatCaptainBackend> backendAt(const QUrl &base,
                                              const QString &workspace = QStringLiteral("ws"));

// A whole conversation and a whole message as the documentation has them, and their answers.
QByteArray conversationObject();
QByteArray messageObject();
QByteArray conversationAnswer();

} // namespace inbox::tests::chatcaptain
