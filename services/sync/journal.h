// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"
#include "services/domain/intent.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace inbox::store {
class Store;
}

namespace inbox::sync {

// Writes an account's intents down before they are carried out. Without a store everything succeeds at once
// and is forgotten with the program. What could not be written is an error with Outcome::NotSent: then it may
// not be carried out. Owned by its session; GUI thread. `done` never runs when `context` died first.
class Journal : public QObject {
    Q_OBJECT
public:
    // What an earlier run left behind.
    struct Kept {
        QList<domain::Intent> unfinished; // in the order they were asked for
        QList<domain::MessageId> duplicated; // failed messages that were sent again with success
        QList<domain::Payment> payments; // latest first
    };
    template <typename T> using Done = std::function<void(const domain::Result<T> &)>;

    // `store` outlives the journal; nullptr: nothing is kept.
    Journal(store::Store *store, domain::AccountId account);

    // False: a restart of this conversation is open already.
    void add(const domain::Intent &intent, const std::optional<domain::Payment> &payment, QObject *context,
             Done<bool> done);
    void update(const domain::Intent &intent, QObject *context, Done<domain::Nothing> done);
    // Written later, where it cannot be written now: what came of an intent must not be asked for again.
    void update(const domain::Intent &intent);
    // As that; gives it up, and its words go back into the conversation's draft in the same step.
    void takeBack(const domain::Intent &intent);
    // Writes what the journal before this one could not, or was just writing.
    void takeOver(const Journal &before);
    void setAnswered(const domain::IntentId &payment);
    void read(QObject *context, Done<Kept> done);

private:
    struct Write {
        domain::Intent intent;
        bool isTakenBack = false;
        int number = 0; // only the last one of an intent matters
    };
    void write(Write what);
    void writeLate();

    store::Store *m_store;
    const domain::AccountId m_account;
    int m_lastWrite = 0;
    QHash<domain::IntentId, Write> m_underWay; // the last one of each
    QHash<domain::IntentId, Write> m_late; // could not be written
    QSet<domain::IntentId> m_absent; // could not be added: not in the file
    QTimer m_again;
};

} // namespace inbox::sync
