// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QString>

namespace inbox::domain {

// Why something is not kept on this computer, or not kept any more.
struct StoreProblem {
    enum class Kind {
        CannotOpen, // no folder, no right, no driver
        Damaged, // put aside beside the file, a new one was begun
        Newer, // written by a newer version of this program: read only
        CannotWrite, // disk full, read-only, locked
    };
    Kind kind = Kind::CannotWrite;
    QString detail; // the database's own words
};

} // namespace inbox::domain

Q_DECLARE_METATYPE(inbox::domain::StoreProblem)
