// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/storeproblem.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <tl/expected.hpp>

namespace inbox::store {

using Problem = domain::StoreProblem;
template <typename T> using Result = tl::expected<T, Problem>;
using Failure = tl::unexpected<Problem>;

// A null text would be bound as NULL.
inline QString notNull(const QString &text)
{
    return text.isNull() ? QLatin1String("") : text;
}

// The statements that lead from the version before to this one. Never changed once released: a fixture of
// each version is kept in tests/data/store.
using Migration = QStringList;

// One SQLite file: opened durably (WAL, synchronous=FULL, secure_delete), checked and brought up to date.
// Lives on the thread that opened it and never leaves it. The file is readable by its user only because the
// program's umask is 077.
class Database {
public:
    // `migrations` in order: the first makes version 1. A copy of the file is kept beside it while it is
    // migrated. A damaged file is renamed to "….unsaved-<time>", after salvage() to "….damaged-<time>", and a
    // new one is begun: problem() then says so. Tables in `unchecked` are not looked through: it would take
    // seconds where they are large.
    static Result<std::unique_ptr<Database>> open(const QString &path, const QList<Migration> &migrations,
                                                  const QStringList &unchecked = {});
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    bool isReadOnly() const { return m_readOnly; }
    // Something the person has to know although the file can be used.
    const std::optional<Problem> &problem() const { return m_problem; }
    // Takes over every row of these tables that can still be read from damaged files that were put aside,
    // also by an earlier run that did not come to it. Returns how many; what is here already stays.
    // After a failure
    // nothing else may be written before it has succeeded: rows get their numbers from the damaged file.
    Result<int> salvage(const QStringList &tables);

    // Runs one statement with its values bound in order.
    Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    // Whether no more rows means that there are none: damage may show on the way.
    static Result<void> readWhole(const QSqlQuery &rows);
    // Runs it once for each of the rows.
    Result<void> runEach(const QString &statement, const QList<QVariantList> &rows);
    // All of `work`'s statements are on disk when this returns, or none is.
    Result<void> atomically(const std::function<Result<void>()> &work);

    // All files SQLite may have made for `path`.
    static QStringList filesOf(const QString &path);

private:
    explicit Database(QString connection);
    Result<void> prepare(const QString &path, const QList<Migration> &migrations,
                         const QStringList &unchecked);
    Result<void> migrate(const QString &path, const QList<Migration> &migrations);
    Result<void> isSound(const QStringList &unchecked);
    void findUnsaved(const QString &path, const Problem &why);
    int salvage(const QString &damaged, const QStringList &tables, bool &isWhole);
    QString keyOf(const QString &table, QLatin1String order);
    // How many rows it became, 0 or 1; nullopt: there is no room for it now.
    std::optional<int> addRow(const QString &table, const QSqlRecord &row);

    const QString m_connection;
    bool m_readOnly = false;
    std::optional<Problem> m_problem;
    QStringList m_unsaved; // damaged files whose rows were not taken over yet
};

} // namespace inbox::store
