// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/journal.h"

#include "services/store/store.h"

#include <QFile>

#include <chrono>

namespace inbox::sync {

using namespace domain;
using store::AccountDatabase;

namespace {

// Unfinished intents are kept for ever, the others as long as they can be of use.
constexpr int kKeptDays = 30;
constexpr std::chrono::seconds kWriteAgain{30};

Error notWritten(const StoreProblem &problem)
{
    Error error;
    error.kind = ErrorKind::LocalFailure;
    error.outcome = Outcome::NotSent;
    error.detail = problem.detail;
    return error;
}

store::Result<Journal::Kept> readAll(AccountDatabase &database)
{
    const QDateTime since = QDateTime::currentDateTimeUtc().addDays(-kKeptDays);
    (void)database.intents().forgetBefore(since); // only tidying
    const auto unfinished = database.intents().unfinished();
    if (!unfinished)
        return store::Failure(unfinished.error());
    const auto duplicated = database.intents().duplicated(since);
    if (!duplicated)
        return store::Failure(duplicated.error());
    const auto payments = database.intents().payments();
    if (!payments)
        return store::Failure(payments.error());
    return Journal::Kept{*unfinished, *duplicated, *payments};
}

} // namespace

Journal::Journal(store::Store *store, AccountId account)
    : m_store(store && store->keeps() ? store : nullptr)
    , m_account(std::move(account))
{
    m_again.setSingleShot(true);
    m_again.setInterval(kWriteAgain);
    connect(&m_again, &QTimer::timeout, this, &Journal::writeLate);
}

void Journal::add(const Intent &intent, const std::optional<Payment> &payment, QObject *context,
                  Done<bool> done)
{
    if (!m_store) {
        done(true);
        return;
    }
    m_store->ask(
        m_account,
        [intent, payment](AccountDatabase &database) { return database.intents().add(intent, payment); },
        context,
        [this, id = intent.id, done = std::move(done)](const store::Result<bool> &added) {
            if (added)
                writeLate(); // there is room again
            else
                m_absent.insert(id);
            done(added.map_error(notWritten));
        });
}

void Journal::update(const Intent &intent, QObject *context, Done<Nothing> done)
{
    if (!m_store) {
        done(Nothing());
        return;
    }
    m_underWay.insert(intent.id,
                      {intent, false, ++m_lastWrite}); // what was to be written before is out of date
    m_late.remove(intent.id);
    m_store->ask(
        m_account, [intent](AccountDatabase &database) { return database.intents().update(intent); }, context,
        [done = std::move(done)](const store::Result<void> &updated) {
            done(updated.map([] { return Nothing(); }).map_error(notWritten));
        });
}

void Journal::update(const Intent &intent)
{
    write({intent, false, 0});
}

void Journal::takeBack(const Intent &intent)
{
    write({intent, true, 0});
}

void Journal::write(Write what)
{
    const IntentId id = what.intent.id;
    if (!m_store || m_absent.contains(id))
        return;
    what.number = ++m_lastWrite;
    m_underWay.insert(id, what);
    m_late.remove(id);
    m_store->ask(
        m_account,
        [what](AccountDatabase &database) {
            return what.isTakenBack ? database.intents().takeBack(what.intent)
                                    : database.intents().update(what.intent);
        },
        this,
        [this, what, id](const store::Result<void> &written) {
            if (m_underWay.value(id).number != what.number)
                return;
            m_underWay.remove(id);
            if (written) {
                writeLate();
            } else {
                // The words are in the draft by now, which is written by whoever keeps it.
                m_late.insert(id, {what.intent, false, 0});
                m_again.start();
            }
        });
}

void Journal::takeOver(const Journal &before)
{
    m_absent = before.m_absent;
    m_late = before.m_late;
    for (const Write &what : before.m_underWay)
        m_late.insert(what.intent.id, {what.intent, false, 0});
    writeLate();
}

void Journal::writeLate()
{
    const QHash<IntentId, Write> late = std::exchange(m_late, {});
    for (const Write &what : late)
        write(what);
}

void Journal::setAnswered(const IntentId &payment)
{
    if (!m_store)
        return;
    m_store->ask(m_account,
                 [payment](AccountDatabase &database) { return database.intents().setAnswered(payment); });
}

void Journal::read(QObject *context, Done<Kept> done)
{
    // Nobody has written anything yet: then there is no file to be made for a look into it.
    if (!m_store || !QFile::exists(m_store->pathOf(m_account))) {
        done(Kept());
        return;
    }
    m_store->ask(m_account, readAll, context, [done = std::move(done)](const store::Result<Kept> &kept) {
        done(kept.map_error(notWritten));
    });
}

} // namespace inbox::sync
