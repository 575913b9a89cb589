// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

namespace inbox::domain {

// An enum that a vendor may extend: the raw word is kept so that it can be shown, and an Unknown value is
// never written back.
template <typename E> struct OpenEnum {
    E value = E::Unknown;
    QString raw;

    bool isKnown() const { return value != E::Unknown; }
    friend bool operator==(const OpenEnum &, const OpenEnum &) = default;
    friend bool operator==(const OpenEnum &a, E b) { return a.value == b; }
};

// A value that may be absent and may contain its own kind (a message quotes a message). Shared and immutable;
// compared by content.
template <typename T> class Boxed {
public:
    Boxed() = default;
    Boxed(T value)
        : m_value(std::make_shared<const T>(std::move(value)))
    {
    }

    explicit operator bool() const { return bool(m_value); }
    const T &operator*() const { return *m_value; }
    const T *operator->() const { return m_value.get(); }

    friend bool operator==(const Boxed &a, const Boxed &b)
    {
        return a.m_value == b.m_value || (a.m_value && b.m_value && *a.m_value == *b.m_value);
    }

private:
    std::shared_ptr<const T> m_value;
};

using OptionalTime = std::optional<QDateTime>; // always UTC

} // namespace inbox::domain
