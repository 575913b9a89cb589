// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/opening.h"
#include "services/store/openingtable.h"

#include <QObject>

#include <functional>

namespace inbox::store {
class Store;
}

namespace inbox::sync {

// Writes an account's openings down before anything of them leaves. As Journal: without a store everything
// succeeds at once, and what could not be written is an error with Outcome::NotSent. Owned by Openings; GUI
// thread. `done` never runs when `context` died first.
class OpeningJournal : public QObject {
    Q_OBJECT
public:
    // What an earlier run left behind.
    struct Kept {
        QList<domain::Opening> openings; // in the order they were begun
        QHash<QString, QDateTime> written; // numbers that were written to lately
        QList<store::OpeningTable::Unanswered> unanswered;
    };
    template <typename T> using Done = std::function<void(const domain::Result<T> &)>;

    // `store` outlives the journal; nullptr: nothing is kept.
    OpeningJournal(store::Store *store, domain::AccountId account);

    void add(const domain::Opening &opening, QObject *context, Done<domain::Nothing> done);
    void setState(const domain::Opening &opening);
    void setResults(const domain::OpeningId &opening, const store::OpeningTable::Changes &changes,
                    const QDateTime &at, QObject *context, Done<domain::Nothing> done);
    void setResults(const domain::OpeningId &opening, const store::OpeningTable::Changes &changes,
                    const QDateTime &at);
    void setAnswered(const domain::OpeningId &opening, qsizetype place);
    void forget(const domain::OpeningId &opening);
    // `since`: for `written`.
    void read(const QDateTime &since, QObject *context, Done<Kept> done);

private:
    template <typename Task> void write(Task task, QObject *context, Done<domain::Nothing> done);

    store::Store *m_store;
    const domain::AccountId m_account;
};

} // namespace inbox::sync
