// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace inbox::store {

// The words in the file. They stay when the enums change.
template <typename Enum, size_t size> struct Names {
    std::array<std::pair<Enum, QLatin1String>, size> all;

    QString of(Enum value) const
    {
        for (const auto &[known, name] : all) {
            if (known == value)
                return name;
        }
        return {};
    }
    // nullopt: a word of a newer version.
    std::optional<Enum> value(const QString &name) const
    {
        for (const auto &[known, word] : all) {
            if (word == name)
                return known;
        }
        return std::nullopt;
    }
};

} // namespace inbox::store
