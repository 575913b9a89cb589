// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/secrets/memorystore.h"

namespace inbox::secrets {

namespace {

template <typename T> QFuture<SecretResult<T>> finished(SecretResult<T> result)
{
    QPromise<SecretResult<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace

QFuture<SecretResult<QString>> MemoryStore::read(const domain::AccountId &account)
{
    const auto found = m_secrets.constFind(account);
    if (found == m_secrets.constEnd())
        return finished<QString>(tl::unexpected(SecretError{SecretError::Kind::NotFoundOrLocked, {}}));
    return finished<QString>(*found);
}

QFuture<SecretResult<domain::Nothing>> MemoryStore::write(const domain::AccountId &account,
                                                          const QString &secret)
{
    m_secrets.insert(account, secret);
    return finished<domain::Nothing>(domain::Nothing{});
}

QFuture<SecretResult<domain::Nothing>> MemoryStore::remove(const domain::AccountId &account)
{
    if (!m_secrets.remove(account))
        return finished<domain::Nothing>(
            tl::unexpected(SecretError{SecretError::Kind::NotFoundOrLocked, {}}));
    return finished<domain::Nothing>(domain::Nothing{});
}

} // namespace inbox::secrets
