// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/account.h"

namespace inbox::sync {

// The accounts of a profile in `accounts.ini`, without any secret. Owned by Inbox; GUI thread.
class AccountFile {
public:
    // Empty: nothing is read or written.
    explicit AccountFile(const QString &profileDir);

    QList<domain::AccountConfig> load() const;
    // Adds or replaces; session-only accounts are left out. False when the file could not be written.
    bool save(const domain::AccountConfig &config);
    bool remove(const domain::AccountId &id);

private:
    QString m_path;
};

} // namespace inbox::sync
