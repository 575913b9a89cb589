// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/secrets/secretstore.h"

#include <deque>

namespace QKeychain {
class Job;
}

namespace inbox::secrets {

// Secrets in the operating system's keychain, encrypted by it, and nowhere else: there is no fallback to a
// file. One request at a time, in the order asked. Owned by the application; lives on the GUI thread.
class KeychainStore final : public SecretStore {
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    QFuture<SecretResult<QString>> read(const domain::AccountId &account) override;
    QFuture<SecretResult<domain::Nothing>> write(const domain::AccountId &account,
                                                 const QString &secret) override;
    QFuture<SecretResult<domain::Nothing>> remove(const domain::AccountId &account) override;

private:
    enum class Action { Read, Write, Remove };
    struct Request {
        Action action;
        domain::AccountId account;
        QString secret;
        QPromise<SecretResult<QString>> promise; // a write or removal ends with an empty string
    };

    QFuture<SecretResult<QString>> enqueue(Action action, const domain::AccountId &account,
                                           const QString &secret);
    void startNext();
    void jobFinished(QKeychain::Job *job);
    void finishCurrent(SecretResult<QString> result);

    std::deque<Request> m_requests; // the first is under way
};

} // namespace inbox::secrets
