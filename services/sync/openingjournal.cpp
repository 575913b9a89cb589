// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/openingjournal.h"

#include "services/store/store.h"

#include <QFile>

namespace inbox::sync {

using namespace domain;
using store::AccountDatabase;
using store::OpeningTable;

namespace {

Error notWritten(const StoreProblem &problem)
{
    Error error{ErrorKind::LocalFailure, Outcome::NotSent};
    error.detail = problem.detail;
    return error;
}

} // namespace

OpeningJournal::OpeningJournal(store::Store *store, AccountId account)
    : m_store(store && store->keeps() ? store : nullptr)
    , m_account(std::move(account))
{
}

template <typename Task> void OpeningJournal::write(Task task, QObject *context, Done<Nothing> done)
{
    if (!m_store) {
        done(Nothing());
        return;
    }
    m_store->ask(
        m_account, [task = std::move(task)](AccountDatabase &database) { return task(database.openings()); },
        context,
        [done = std::move(done)](const store::Result<void> &written) {
            done(written.map([] { return Nothing(); }).map_error(notWritten));
        });
}

void OpeningJournal::add(const Opening &opening, QObject *context, Done<Nothing> done)
{
    write([opening](OpeningTable &table) { return table.add(opening); }, context, std::move(done));
}

void OpeningJournal::setState(const Opening &opening)
{
    Opening head = opening; // thousands of recipients need not travel along
    head.recipients.clear();
    head.results.clear();
    write([head](OpeningTable &table) { return table.setState(head); }, this, [](const Result<Nothing> &) {});
}

void OpeningJournal::setResults(const OpeningId &opening, const OpeningTable::Changes &changes,
                                const QDateTime &at, QObject *context, Done<Nothing> done)
{
    write([opening, changes, at](OpeningTable &table) { return table.setResults(opening, changes, at); },
          context, std::move(done));
}

void OpeningJournal::setResults(const OpeningId &opening, const OpeningTable::Changes &changes,
                                const QDateTime &at)
{
    setResults(opening, changes, at, this, [](const Result<Nothing> &) {});
}

void OpeningJournal::setAnswered(const OpeningId &opening, qsizetype place)
{
    write([opening, place](OpeningTable &table) { return table.setAnswered(opening, place); }, this,
          [](const Result<Nothing> &) {});
}

void OpeningJournal::forget(const OpeningId &opening)
{
    write([opening](OpeningTable &table) { return table.forget(opening); }, this,
          [](const Result<Nothing> &) {});
}

void OpeningJournal::read(const QDateTime &since, QObject *context, Done<Kept> done)
{
    // As Journal: there is no file to be made for a look into it.
    if (!m_store || !QFile::exists(m_store->pathOf(m_account))) {
        done(Kept());
        return;
    }
    m_store->ask(
        m_account,
        [since](AccountDatabase &database) -> store::Result<Kept> {
            const auto openings = database.openings().all();
            if (!openings)
                return store::Failure(openings.error());
            const auto written = database.openings().writtenSince(since);
            if (!written)
                return store::Failure(written.error());
            const auto unanswered = database.openings().unanswered();
            if (!unanswered)
                return store::Failure(unanswered.error());
            return Kept{*openings, *written, *unanswered};
        },
        context,
        [done = std::move(done)](const store::Result<Kept> &kept) { done(kept.map_error(notWritten)); });
}

} // namespace inbox::sync
