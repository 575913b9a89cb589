// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/database.h"

#include <QDateTime>
#include <QFile>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

namespace inbox::store {

namespace {

Problem problemOf(const QSqlError &error)
{
    // SQLite's primary result codes: the low byte of the native one.
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber) & 0xff;
    const bool damaged = isNumber && (code == corrupt || code == notADatabase);
    return {damaged ? Problem::Kind::Damaged : Problem::Kind::CannotWrite, error.databaseText()};
}

} // namespace

Database::Database(QString connection)
    : m_connection(std::move(connection))
{
}

Database::~Database()
{
    {
        QSqlDatabase handle = QSqlDatabase::database(m_connection, false);
        handle.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

QStringList Database::filesOf(const QString &path)
{
    return {path, path + QStringLiteral("-wal"), path + QStringLiteral("-shm")};
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, const QList<Migration> &migrations,
                                                 const QStringList &unchecked)
{
    const auto attempt = [&]() -> Result<std::unique_ptr<Database>> {
        std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString()));
        {
            QSqlDatabase handle =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connection);
            handle.setDatabaseName(path);
            if (!handle.open())
                return Failure({Problem::Kind::CannotOpen, handle.lastError().databaseText()});
        }
        if (const auto prepared = database->prepare(path, migrations, unchecked); !prepared)
            return Failure(prepared.error());
        return database;
    };
    Result<std::unique_ptr<Database>> first = attempt();
    if (first || first.error().kind != Problem::Kind::Damaged)
        return first;

    // What can still be saved from it by hand stays; the program goes on.
    const QString suffix = QStringLiteral(".damaged-")
        + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QStringList files = filesOf(path);
    const QStringList aside = filesOf(path + suffix); // so that SQLite finds the journal beside it
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (QFile::exists(files.at(i)) && !QFile::rename(files.at(i), aside.at(i)))
            return first;
    }
    Result<std::unique_ptr<Database>> second = attempt();
    if (second) {
        (*second)->m_problem = first.error();
        (*second)->m_damagedCopy = path + suffix;
    }
    return second;
}

int Database::salvage(const QString &damaged, const QStringList &tables)
{
    if (!run(QStringLiteral("ATTACH ? AS damaged"), {damaged}))
        return 0;
    const auto versionOf = [this](const char *schema) {
        auto version = run(QStringLiteral("PRAGMA %1.user_version").arg(QLatin1String(schema)));
        return version && version->next() ? version->value(0).toInt() : -1;
    };
    int saved = 0;
    // An older version's tables lack columns that have defaults; a newer one's can mean anything.
    if (versionOf("damaged") <= versionOf("main")) {
        for (const QString &table : tables) {
            // Row by row: a statement over all of them would end with nothing at the first torn page.
            auto rows = run(QStringLiteral("SELECT * FROM damaged.") + table);
            while (rows && rows->next()) {
                QStringList columns;
                QVariantList values;
                for (int i = 0; i < rows->record().count(); ++i) {
                    columns << rows->record().fieldName(i);
                    values << rows->value(i);
                }
                const QString places = QStringLiteral("?, ").repeated(values.size()).chopped(2);
                const auto inserted = run(QStringLiteral("INSERT OR IGNORE INTO main.%1(%2) VALUES(%3)")
                                              .arg(table, columns.join(u','), places),
                                          values);
                saved += inserted ? inserted->numRowsAffected() : 0;
            }
        }
    }
    (void)run(QStringLiteral("DETACH damaged"));
    return saved;
}

Result<QSqlQuery> Database::run(const QString &statement, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return Failure(problemOf(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return Failure(problemOf(query.lastError()));
    return query;
}

Result<void> Database::readWhole(const QSqlQuery &rows)
{
    return rows.lastError().isValid() ? Failure(problemOf(rows.lastError())) : Result<void>();
}

Result<void> Database::runEach(const QString &statement, const QList<QVariantList> &rows)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.prepare(statement))
        return Failure(problemOf(query.lastError()));
    for (const QVariantList &values : rows) {
        for (qsizetype i = 0; i < values.size(); ++i)
            query.bindValue(int(i), values.at(i));
        if (!query.exec())
            return Failure(problemOf(query.lastError()));
    }
    return {};
}

Result<void> Database::atomically(const std::function<Result<void>()> &work)
{
    if (const auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return Failure(begun.error());
    Result<void> done = work();
    if (done) {
        if (const auto committed = run(QStringLiteral("COMMIT")); !committed)
            done = Failure(committed.error());
    }
    if (!done)
        (void)run(QStringLiteral("ROLLBACK"));
    return done;
}

Result<void> Database::prepare(const QString &path, const QList<Migration> &migrations,
                               const QStringList &unchecked)
{
    for (const char *pragma :
         {"PRAGMA busy_timeout=5000", "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON"}) {
        if (const auto set = run(QLatin1String(pragma)); !set)
            return Failure(set.error());
    }
    if (const auto sound = isSound(unchecked); !sound)
        return sound;
    auto version = run(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return Failure(version.error());
    version->next();
    const auto present = version->value(0).toInt();
    version->finish();
    if (present > migrations.size()) {
        m_readOnly = true;
        m_problem = {Problem::Kind::Newer, QString::number(present)};
        const auto locked = run(QStringLiteral("PRAGMA query_only=ON"));
        return locked ? Result<void>() : Failure(locked.error());
    }
    // So that room can be given back a little at a time. For a file that did not have it yet it takes a
    // rewriting.
    auto vacuum = run(QStringLiteral("PRAGMA auto_vacuum"));
    if (!vacuum)
        return Failure(vacuum.error());
    vacuum->next();
    if (constexpr int incremental = 2; vacuum->value(0).toInt() != incremental) {
        vacuum->finish();
        if (const auto set = run(QStringLiteral("PRAGMA auto_vacuum=INCREMENTAL")); !set)
            return Failure(set.error());
        if (present > 0) {
            if (const auto rewritten = run(QStringLiteral("VACUUM")); !rewritten)
                return Failure(rewritten.error());
        }
    }
    vacuum->finish();
    auto journal = run(QStringLiteral("PRAGMA journal_mode=WAL"));
    if (!journal)
        return Failure(journal.error());
    journal->next();
    if (const QString mode = journal->value(0).toString(); mode != QLatin1String("wal"))
        return Failure({Problem::Kind::CannotWrite, QStringLiteral("journal_mode is ") + mode});
    journal->finish();
    // FULL: what was committed is on the disk, whatever happens next.
    if (const auto set = run(QStringLiteral("PRAGMA synchronous=FULL")); !set)
        return Failure(set.error());
    return present == migrations.size() ? Result<void>() : migrate(path, migrations.mid(present));
}

Result<void> Database::migrate(const QString &path, const QList<Migration> &missing)
{
    auto version = run(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return Failure(version.error());
    version->next();
    int reached = version->value(0).toInt();
    version->finish();
    const QString copy = path + QStringLiteral(".before-migration");
    if (reached > 0) {
        QFile::remove(copy);
        if (const auto copied = run(QStringLiteral("VACUUM INTO ?"), {copy}); !copied)
            return Failure(copied.error());
    }
    for (const Migration &migration : missing) {
        const QStringList statements = QStringList(migration)
            << QStringLiteral("PRAGMA user_version=%1").arg(reached + 1);
        const Result<void> done = atomically([&]() -> Result<void> {
            for (const QString &statement : statements) {
                if (const auto ran = run(statement); !ran)
                    return Failure(ran.error());
            }
            return {};
        });
        if (!done)
            return done;
        ++reached;
    }
    QFile::remove(copy);
    return {};
}

Result<void> Database::isSound(const QStringList &unchecked)
{
    const auto check = [this](const QString &statement) -> Result<void> {
        auto rows = run(statement);
        if (!rows)
            return Failure(rows.error());
        rows->next();
        const QString verdict = rows->value(0).toString();
        return verdict == QLatin1String("ok") ? Result<void>() : Failure({Problem::Kind::Damaged, verdict});
    };
    if (unchecked.isEmpty())
        return check(QStringLiteral("PRAGMA quick_check(1)"));
    auto rows = run(QStringLiteral("SELECT name FROM sqlite_schema WHERE type='table'"));
    if (!rows)
        return Failure(rows.error());
    QStringList tables;
    while (rows->next())
        tables << rows->value(0).toString();
    rows->finish();
    for (const QString &table : std::as_const(tables)) {
        if (unchecked.contains(table))
            continue;
        if (const auto sound = check(QStringLiteral("PRAGMA quick_check(\"%1\")").arg(table)); !sound)
            return sound;
    }
    return {};
}

} // namespace inbox::store
