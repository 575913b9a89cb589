// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLockFile>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <tl/expected.hpp>

namespace inbox::app {

// The directory in which one running program keeps what it knows, readable by its user only and held by one
// program at a time. Owned by main(); given free when it goes, and removed if it was a throw-away one.
class Profile {
public:
    enum class Problem { InUse, NotWritable };

    // Creates the directory if it is missing and makes it the current one.
    static tl::expected<Profile, Problem> open(const QString &directory);
    static tl::expected<Profile, Problem> openThrowAway();
    // Where accounts and settings are kept when nobody says otherwise.
    static QString defaultDirectory();

    const QString &directory() const { return m_directory; }

private:
    Profile() = default;

    QString m_directory; // absolute
    std::unique_ptr<QTemporaryDir> m_temporary; // goes after the lock within it
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace inbox::app
