// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/backends/clientapi/operations.h"

namespace inbox::tests {

inline const domain::ConversationId conversation501(QStringLiteral("501"));
inline const domain::MessageId message9(QStringLiteral("9"));

// One way to use the Client API.
struct Case {
    const char *name;
    backends::clientapi::Operation operation;
    // Begins the operation; what it gives is left out. The backend has to outlive the call.
    std::function<net::Call<domain::Nothing>(backends::Backend &)> start;
    QByteArray line; // verb and target that must arrive, when the base is /third-party/v1
    QByteArray body; // and the body
    QByteArray answer; // what the documentation lets the server answer
};

// Every operation at least once.
QList<Case> cases();
bool isWrite(const Case &c);
// An answer of tests/data/clientapi.
QByteArray example(const char *name);

} // namespace inbox::tests
