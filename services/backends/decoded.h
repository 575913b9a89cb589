// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace inbox::backends {

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

} // namespace inbox::backends
