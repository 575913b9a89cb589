// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>

namespace inbox::net {

struct Header {
    QByteArray name;
    QByteArray value;
};

constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * kibibyte;
constexpr qint64 ordinaryAnswer = 8 * mebibyte;

// One request, complete but for the account's address and credential.
struct Request {
    QByteArray name; // of the operation: for the log and for HttpClient::failed()
    QByteArray verb = "GET";
    QString path; // below the base URL, percent-encoded, begins with a slash
    QUrlQuery query;
    QUrl url; // instead of path and query: must be on the account's own origin
    QByteArray body; // JSON; writes only
    domain::Effect effect = domain::Effect::Read;
    bool file = false; // a download: kept apart from what is small and urgent
    qint64 cap = ordinaryAnswer; // bytes of an answer, unpacked
    std::chrono::milliseconds silence{std::chrono::seconds(30)}; // longest time without a byte
    std::chrono::milliseconds deadline{std::chrono::seconds(60)}; // for everything, redirects included
    bool answerNeeded = true; // false: an empty 2xx is a success
};

// A 2xx answer. `json` is null when the body was empty.
struct Answer {
    int httpStatus = 0;
    QJsonDocument json;
};

} // namespace inbox::net
