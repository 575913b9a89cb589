// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"
#include "services/domain/ids.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

namespace inbox::secrets {

struct SecretError {
    enum class Kind {
        // No entry, or a keyring that is locked: the two look alike. Never a reason to forget an account.
        NotFoundOrLocked,
        Unavailable, // no keychain on this machine, or it does not answer
        Denied, // the person or the system said no
        Other,
    };
    Kind kind = Kind::Other;
    QString detail; // the keychain's own words; never the secret
    friend bool operator==(const SecretError &, const SecretError &) = default;
};

template <typename T> using SecretResult = tl::expected<T, SecretError>;

// Where the secrets of accounts are kept, one per account. Every future ends with a value or an error while
// the store lives, and is canceled (continuations are not called) when the store goes first.
// Owned by the application; lives on the GUI thread, never blocks it. Never logs a secret.
class SecretStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QFuture<SecretResult<QString>> read(const domain::AccountId &account) = 0;
    // Replaces what was there.
    virtual QFuture<SecretResult<domain::Nothing>> write(const domain::AccountId &account,
                                                         const QString &secret) = 0;
    // NotFoundOrLocked: there was nothing to remove, or a locked keyring still has it. Not every keychain
    // says so: libsecret calls it done when there was nothing.
    virtual QFuture<SecretResult<domain::Nothing>> remove(const domain::AccountId &account) = 0;
};

} // namespace inbox::secrets
