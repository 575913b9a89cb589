// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/secrets/keychainstore.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

namespace inbox::secrets {

namespace {

constexpr QLatin1String service("agent-inbox");
constexpr int detailCap = 300; // characters

SecretError::Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return SecretError::Kind::NotFoundOrLocked;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return SecretError::Kind::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // what QtKeychain says when there is no session bus or no provider on it
        return SecretError::Kind::Unavailable;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
        break;
    }
    return SecretError::Kind::Other;
}

QFuture<SecretResult<domain::Nothing>> withoutValue(const QFuture<SecretResult<QString>> &future)
{
    return QFuture(future).then([](const SecretResult<QString> &result) {
        return result.map([](const QString &) { return domain::Nothing{}; });
    });
}

} // namespace

QFuture<SecretResult<QString>> KeychainStore::read(const domain::AccountId &account)
{
    return enqueue(Action::Read, account, {});
}

QFuture<SecretResult<domain::Nothing>> KeychainStore::write(const domain::AccountId &account,
                                                            const QString &secret)
{
    return withoutValue(enqueue(Action::Write, account, secret));
}

QFuture<SecretResult<domain::Nothing>> KeychainStore::remove(const domain::AccountId &account)
{
    return withoutValue(enqueue(Action::Remove, account, {}));
}

QFuture<SecretResult<QString>> KeychainStore::enqueue(Action action, const domain::AccountId &account,
                                                      const QString &secret)
{
    Request request{action, account, secret, {}};
    request.promise.start();
    const QFuture<SecretResult<QString>> future = request.promise.future();
    m_requests.push_back(std::move(request));
    if (m_requests.size() == 1)
        QTimer::singleShot(0, this, &KeychainStore::startNext);
    return future;
}

void KeychainStore::startNext()
{
    const Request &request = m_requests.front();
    QKeychain::Job *job = nullptr;
    // Without a parent: the system library calls back into a job that has begun, even when this store is
    // gone. Jobs delete themselves.
    switch (request.action) {
    case Action::Read:
        job = new QKeychain::ReadPasswordJob(service);
        break;
    case Action::Write: {
        auto *write = new QKeychain::WritePasswordJob(service);
        write->setTextData(request.secret);
        job = write;
        break;
    }
    case Action::Remove:
        job = new QKeychain::DeletePasswordJob(service);
        break;
    }
    job->setKey(request.account.value());
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, &KeychainStore::jobFinished);
    job->start();
}

void KeychainStore::jobFinished(QKeychain::Job *job)
{
    const QKeychain::Error error = job->error();
    if (error == QKeychain::NoError) {
        const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
        finishCurrent(read ? read->textData() : QString());
        return;
    }
    finishCurrent(tl::unexpected(SecretError{kindOf(error), job->errorString().left(detailCap)}));
}

void KeychainStore::finishCurrent(SecretResult<QString> result)
{
    QPromise<SecretResult<QString>> promise = std::move(m_requests.front().promise);
    m_requests.pop_front();
    // From the event loop: a job started while another one reports its end is never run.
    if (!m_requests.empty())
        QTimer::singleShot(0, this, &KeychainStore::startNext);
    promise.addResult(std::move(result));
    promise.finish(); // last: a continuation may ask for more, or be what deletes this store
}

} // namespace inbox::secrets
