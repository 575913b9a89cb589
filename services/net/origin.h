// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QUrl>

#include <tl/expected.hpp>

namespace inbox::net {

// Why an address cannot be used as an account's base URL.
enum class BaseUrlProblem {
    Malformed, // not a URL with a host
    NotHttps, // another scheme, or plain http to another machine
    HasCredentials, // user name or password inside
    HasQuery, // a query or fragment
};

// The base URL a person typed, without blanks around it and without a slash at its end. https, or plain http
// to this machine only (where no proxy is ever asked).
tl::expected<QUrl, BaseUrlProblem> parseBaseUrl(const QString &text);

// "localhost", 127.0.0.0/8 and ::1.
bool isLoopback(const QUrl &url);

// Whether scheme, host and port are the same: only there may an account's credential go.
bool sameOrigin(const QUrl &a, const QUrl &b);

// Whether a file of the account at `base` may be fetched from here: https, or plain http from this machine
// when the account itself is on it.
bool mayFetchFrom(const QUrl &url, const QUrl &base);

} // namespace inbox::net
