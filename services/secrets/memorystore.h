// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/secrets/secretstore.h"

#include <QHash>

namespace inbox::secrets {

// Secrets for this run only: for accounts that shall leave no trace, and for tests. Never writes anything.
class MemoryStore final : public SecretStore {
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    QFuture<SecretResult<QString>> read(const domain::AccountId &account) override;
    QFuture<SecretResult<domain::Nothing>> write(const domain::AccountId &account,
                                                 const QString &secret) override;
    QFuture<SecretResult<domain::Nothing>> remove(const domain::AccountId &account) override;

private:
    QHash<domain::AccountId, QString> m_secrets;
};

} // namespace inbox::secrets
