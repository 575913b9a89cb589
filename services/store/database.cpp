// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/database.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

namespace inbox::store {

namespace {

const QString kUnsaved = QStringLiteral(".unsaved-");
const QString kDamaged = QStringLiteral(".damaged-");

// SQLite's primary result codes: the low byte of the native one. 0: none.
enum Code { Corrupt = 11, Constraint = 19, NotADatabase = 26 };

int codeOf(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

Problem problemOf(const QSqlError &error)
{
    const bool damaged = codeOf(error) == Corrupt || codeOf(error) == NotADatabase;
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
    if (first)
        (*first)->findUnsaved(path, {Problem::Kind::Damaged, {}});
    if (first || first.error().kind != Problem::Kind::Damaged)
        return first;

    // What can still be saved from it by hand stays; the program goes on.
    const QString suffix =
        kUnsaved + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QStringList files = filesOf(path);
    const QStringList aside = filesOf(path + suffix); // so that SQLite finds the journal beside it
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (QFile::exists(files.at(i)) && !QFile::rename(files.at(i), aside.at(i)))
            return first;
    }
    Result<std::unique_ptr<Database>> second = attempt();
    if (second)
        (*second)->findUnsaved(path, first.error());
    return second;
}

void Database::findUnsaved(const QString &path, const Problem &why)
{
    const QFileInfo file(path);
    const QStringList copies =
        file.dir().entryList({file.fileName() + kUnsaved + u'*'}, QDir::Files,
                             QDir::Name | QDir::Reversed); // what the latest has counts
    for (const QString &copy : copies) {
        if (!copy.endsWith(QLatin1String("-wal")) && !copy.endsWith(QLatin1String("-shm")))
            m_unsaved << file.dir().filePath(copy);
    }
    if (!m_unsaved.isEmpty() && !m_readOnly)
        m_problem = why;
}

Result<int> Database::salvage(const QStringList &tables)
{
    int saved = 0;
    const QStringList unsaved = m_readOnly ? QStringList() : std::exchange(m_unsaved, {});
    for (const QString &copy : unsaved) {
        bool isWhole = true;
        saved += salvage(copy, tables, isWhole);
        if (!isWhole)
            return Failure(
                {Problem::Kind::CannotWrite, QStringLiteral("not all of a damaged file was taken over")});
        const QStringList files = filesOf(copy);
        const QStringList done = filesOf(QString(copy).replace(kUnsaved, kDamaged));
        for (qsizetype i = 0; i < files.size(); ++i)
            QFile::rename(files.at(i), done.at(i));
    }
    return saved;
}

int Database::salvage(const QString &damaged, const QStringList &tables, bool &isWhole)
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
            // Row by row: a statement over all of them would end with nothing at the first torn page. And
            // from both ends, for behind that page the first pass reads nothing.
            for (const char *order : {"", " DESC"}) {
                auto rows = run(QStringLiteral("SELECT * FROM damaged.%1 ORDER BY %2")
                                    .arg(table, keyOf(table, QLatin1String(order))));
                while (rows && rows->next()) {
                    const std::optional<int> added = addRow(table, rows->record());
                    isWhole &= added.has_value();
                    saved += added.value_or(0);
                }
            }
        }
    }
    (void)run(QStringLiteral("DETACH damaged"));
    return saved;
}

// The order in which the rows lie in the file, so that no sorting reads all of them first.
QString Database::keyOf(const QString &table, QLatin1String order)
{
    QStringList key;
    auto columns =
        run(QStringLiteral("SELECT name FROM pragma_table_info(?) WHERE pk>0 ORDER BY pk"), {table});
    while (columns && columns->next())
        key << columns->value(0).toString() + order;
    return key.join(QLatin1String(", "));
}

std::optional<int> Database::addRow(const QString &table, const QSqlRecord &row)
{
    QStringList columns;
    for (int i = 0; i < row.count(); ++i)
        columns << row.fieldName(i);
    const QString places = QStringLiteral("?, ").repeated(row.count()).chopped(2);
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(QStringLiteral("INSERT OR IGNORE INTO main.%1(%2) VALUES(%3)")
                      .arg(table, columns.join(u','), places));
    for (int i = 0; i < row.count(); ++i)
        query.addBindValue(row.value(i));
    if (query.exec())
        return query.numRowsAffected();
    if (codeOf(query.lastError()) == Constraint) // what it belongs to is lost
        return 0;
    return std::nullopt;
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
