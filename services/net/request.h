// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>

namespace inbox::net {

struct Header {
    QByteArray name;
    QByteArray value;
};

constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * kibibyte;
constexpr qint64 ordinaryAnswer = 8 * mebibyte;

// Where a download goes.
struct FileSink {
    QString path; // made anew, readable by us only; gone again when the download fails
    qint64 cap = 0; // bytes
    // Told as bytes arrive; `total` when the server said it. May cancel the call.
    std::function<void(qint64 received, std::optional<qint64> total)> progress;
};

// One request, complete but for the account's address and credential.
struct Request {
    QByteArray name; // of the operation: for the log and for HttpClient::failed()
    QByteArray verb = "GET";
    QString path; // below the base URL, percent-encoded, begins with a slash
    QUrlQuery query;
    // Instead of path and query: must be on the account's own origin. A file may lie elsewhere, on https; the
    // credential does not go there.
    QUrl url;
    QByteArray body; // writes only
    QByteArray contentType = "application/json"; // of the body
    domain::Effect effect = domain::Effect::Read;
    std::optional<FileSink> file; // HttpClient::download() only
    bool anonymous = false; // the credential stays at home, even on our own origin
    qint64 cap = ordinaryAnswer; // bytes of an answer, unpacked
    std::chrono::milliseconds silence{std::chrono::seconds(30)}; // longest time without a byte
    // For everything, redirects included. A file may take as long as its bytes keep coming.
    std::chrono::milliseconds deadline{std::chrono::seconds(60)};
    bool answerNeeded = true; // false: an empty 2xx is a success
    QString permission; // what a 403 is about, by the documentation, when its answer names nothing
};

// A 2xx answer. `json` is null when the body was empty.
struct Answer {
    int httpStatus = 0;
    QJsonDocument json;
};

} // namespace inbox::net
