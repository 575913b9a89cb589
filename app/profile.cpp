// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/profile.h"

#include <QDir>
#include <QStandardPaths>

namespace inbox::app {

tl::expected<Profile, Profile::Problem> Profile::open(const QString &directory)
{
    const QString path = QDir(directory).absolutePath();
    if (!QDir().mkpath(path))
        return tl::unexpected(Problem::NotWritable);
    // An existing directory may have been made by somebody more generous.
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    Profile profile;
    profile.m_directory = path;
    profile.m_lock = std::make_unique<QLockFile>(QDir(path).filePath(QStringLiteral("lock")));
    // Never stale by age: a program may run for weeks. One whose owner has died is taken over all the same.
    profile.m_lock->setStaleLockTime(0);
    if (!profile.m_lock->tryLock())
        return tl::unexpected(profile.m_lock->error() == QLockFile::LockFailedError ? Problem::InUse
                                                                                    : Problem::NotWritable);
    // Libraries look for plug-ins and files in the current directory; it must not be one that others fill.
    QDir::setCurrent(path);
    return profile;
}

tl::expected<Profile, Profile::Problem> Profile::openThrowAway()
{
    auto temporary =
        std::make_unique<QTemporaryDir>(QDir::temp().filePath(QStringLiteral("agent-inbox-XXXXXX")));
    if (!temporary->isValid())
        return tl::unexpected(Problem::NotWritable);
    auto profile = open(temporary->path());
    if (profile)
        profile->m_temporary = std::move(temporary);
    return profile;
}

QString Profile::defaultDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

} // namespace inbox::app
