// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>
#include <tl/expected.hpp>

namespace inbox::domain {

// What a request may do to the world. Retry follows this, never the HTTP verb.
enum class Effect {
    Read, // may be repeated at will
    SafeWrite, // repeating it changes nothing more; repeated by a person's wish or after a fresh read
    Sends, // a customer may receive something: never repeated once a byte may have left
    CostsMoney, // as Sends, and each copy is paid for
};

enum class ErrorKind {
    HostNotFound, // DNS
    ConnectionRefused,
    Offline, // no network on this machine, no route
    BadCertificate, // TLS: not trusted, wrong host, handshake failed
    Timeout, // our deadline or no byte for too long
    ConnectionLost, // closed or reset before the answer was complete
    Canceled, // we gave up on purpose
    BadCredential, // 401
    Forbidden, // 403; `permission` names what is missing when the API says so
    NotFound, // 404, 410
    Rejected, // 400, 409, 413, 415, 422 and other 4xx: the API says no, `detail` has its words
    RateLimited, // 429; `retryAt` when the API says when
    ServerError, // 5xx, 408
    Redirected, // a 3xx where none may be followed
    NotThisApi, // an answer that is not JSON, or not of this API (a web page, a captive portal)
    TooLarge, // the answer is over its cap
    Overtaken, // somebody else changed it since the person saw it, and theirs stands
    Unsupported, // the account cannot do this
    LocalFailure, // something on this machine: disk, keychain, programming error
    FileUnreadable, // a file to be sent is gone, cannot be read or has become too large
};

// What became of a request that can change something.
enum class Outcome {
    NotSent, // proven: no byte of it reached the server
    Refused, // the server answered and did not do it
    Unknown, // it may or may not have happened: read and look, never repeat alone
};

// What went wrong, as data. Sentences for people are made in the window.
struct Error {
    ErrorKind kind = ErrorKind::LocalFailure;
    Outcome outcome = Outcome::Unknown;
    int httpStatus = 0; // 0: no answer
    QString detail; // the API's own words, capped, free of credentials and URLs; may be empty
    QString permission; // Forbidden only
    std::optional<QDateTime> retryAt; // RateLimited, ServerError: not before (UTC)
    QString requestId; // ours, also in the log; for support
    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T> using Result = tl::expected<T, Error>;
using Failure = tl::unexpected<Error>;
struct Nothing {
    friend bool operator==(const Nothing &, const Nothing &) = default;
};

} // namespace inbox::domain

Q_DECLARE_METATYPE(inbox::domain::Error)
