// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"

#include <QNetworkReply>

namespace inbox::net {

// How a request ended on the wire.
struct Ending {
    // Why we ourselves stopped it.
    enum class Stopped {
        No,
        Canceled,
        Deadline,
        TooLarge,
        Truncated, // fewer bytes than announced
        Unwritable, // the file on this machine
        Unreadable, // a success, but not of the kind that was asked for
    };

    bool emptyBody = true;
    int requestsSent = 0; // QNetworkReply::requestSent(); stays 0 for an empty one-shot body that was sent
    bool bodyTaken = false; // Qt has asked for its bytes: the signal above comes later, from another thread
    bool encrypted = false; // the TLS handshake was done
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    int httpStatus = 0; // 0: no status line
    Stopped stopped = Stopped::No;
};

// What kind of failure this is; nullopt for a complete 2xx answer.
std::optional<domain::ErrorKind> failureOf(const Ending &ending);

// What became of the request. Only for an ending that is a failure, or a 2xx whose body makes no sense.
domain::Outcome outcomeOf(const Ending &ending);

// What an API's error answer says, fit to be shown and logged.
struct ErrorText {
    QString detail; // at most 300 characters; no control characters, URLs or credentials
    QString permission; // the missing permission it names
    friend bool operator==(const ErrorText &, const ErrorText &) = default;
};
// `secrets` are taken out should the answer repeat them. Empty when the body is not JSON.
ErrorText errorText(const QByteArray &body, const QList<QByteArray> &secrets);

// application/json or another type that ends in +json.
bool isJsonType(const QByteArray &contentType);

} // namespace inbox::net
