// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/store.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace inbox;
using namespace inbox::domain;
using store::AccountDatabase;
using store::Database;

namespace {

const AccountId account(QStringLiteral("one"));
constexpr QLatin1String writerOption("--write-drafts-to");

ConversationId conversation(int number)
{
    return ConversationId(QString::number(number));
}

// Long enough to take pages of its own, so that a torn write would show.
Draft numbered(int number)
{
    return {QStringLiteral("draft %1 ").arg(number).repeated(200), number, {}};
}

// Writes drafts for ever and prints the number of each that is on disk. Ends by being killed.
int writeDrafts(const QString &path)
{
    const auto database = AccountDatabase::open(path);
    if (!database)
        return 1;
    const int begin = int((*database)->drafts()->size());
    for (int i = begin;; ++i) {
        if (!(*database)->saveDraft(conversation(i), numbered(i)))
            return 1;
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
}

qint64 bytesOf(const QString &path, const QByteArray &needle)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count(needle) : 0;
}

} // namespace

class TestStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void draftsAreKept();
    void opensDurably();
    void nothingIsLostWhenKilled();
    void aDamagedFileIsPutAside();
    void aNewerFileIsOnlyRead();
    void aMigrationIsWholeOrNotAtAll();
    void whatWasDeletedIsGoneFromTheFile();
    void wipingLeavesNothing();
    void anUnusableFolderIsToldOnce();
    void idsDoNotLeadOutOfTheFolder();
};

void TestStore::draftsAreKept()
{
    QTemporaryDir profile;
    const Draft draft{QStringLiteral("Hallo\n\U0001F44D"), 4, MessageId(QStringLiteral("m"))};
    {
        store::Store store(profile.path());
        store.saveDraft({account, conversation(1)}, numbered(1));
        store.saveDraft({account, conversation(1)}, draft);
        store.saveDraft({account, conversation(2)}, numbered(2));
        store.saveDraft({account, conversation(2)}, {});
        store.saveDraft({AccountId(QStringLiteral("other")), conversation(1)}, numbered(3));
    }
    store::Store store(profile.path());
    QSignalSpy read(&store, &store::Store::draftsRead);
    store.readDrafts(account);
    QVERIFY(read.wait());
    QCOMPARE(read.first().at(1).value<store::Drafts>(), (store::Drafts{{conversation(1), draft}}));
}

void TestStore::opensDurably()
{
    QTemporaryDir folder;
    const auto database = Database::open(folder.filePath(QStringLiteral("a.sqlite")), {});
    QVERIFY(database);
    const auto value = [&](const char *pragma) {
        auto query = (*database)->run(QLatin1String(pragma));
        return query && query->next() ? query->value(0).toString() : QString();
    };
    QCOMPARE(value("PRAGMA journal_mode"), QStringLiteral("wal"));
    QCOMPARE(value("PRAGMA synchronous"), QStringLiteral("2")); // FULL
    QCOMPARE(value("PRAGMA secure_delete"), QStringLiteral("1"));
}

void TestStore::nothingIsLostWhenKilled()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    QRandomGenerator random(7);
    int acknowledged = -1;
    for (int round = 0; round < 50; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {writerOption, path});
        const int target = acknowledged + 1 + int(random.bounded(1, 12));
        while (acknowledged < target) {
            if (!writer.canReadLine() && !writer.waitForReadyRead(10'000))
                QFAIL("the writer says nothing");
            while (writer.canReadLine())
                acknowledged = writer.readLine().trimmed().toInt();
        }
        writer.kill(); // SIGKILL
        QVERIFY(writer.waitForFinished());
        while (writer.canReadLine())
            acknowledged = qMax(acknowledged, writer.readLine().trimmed().toInt());

        const auto database = AccountDatabase::open(path);
        QVERIFY(database);
        QVERIFY(!(*database)->problem());
        const auto drafts = (*database)->drafts();
        QVERIFY(drafts);
        for (int i = 0; i <= acknowledged; ++i)
            QCOMPARE(drafts->value(conversation(i)), numbered(i));
    }
    const auto database = Database::open(path, AccountDatabase::migrations());
    QVERIFY(database);
    auto check = (*database)->run(QStringLiteral("PRAGMA integrity_check"));
    QVERIFY(check && check->next());
    QCOMPARE(check->value(0).toString(), QStringLiteral("ok"));
}

void TestStore::aDamagedFileIsPutAside()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();

    const auto database = AccountDatabase::open(path);
    QVERIFY(database);
    QVERIFY((*database)->problem());
    QCOMPARE((*database)->problem()->kind, StoreProblem::Kind::Damaged);
    QVERIFY((*database)->saveDraft(conversation(1), numbered(1)));
    const QStringList aside = QDir(folder.path()).entryList({QStringLiteral("a.sqlite.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(bytesOf(folder.filePath(aside.first()), "x"), 8192);
}

void TestStore::aNewerFileIsOnlyRead()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    {
        const auto database = AccountDatabase::open(path);
        QVERIFY(database && (*database)->saveDraft(conversation(1), numbered(1)));
    }
    {
        const auto database = Database::open(path, AccountDatabase::migrations());
        QVERIFY(database && (*database)->run(QStringLiteral("PRAGMA user_version=999")));
    }
    const auto database = AccountDatabase::open(path);
    QVERIFY(database);
    QCOMPARE((*database)->problem()->kind, StoreProblem::Kind::Newer);
    QCOMPARE((*database)->drafts()->value(conversation(1)), numbered(1));
    QVERIFY(!(*database)->saveDraft(conversation(1), {}));
    QCOMPARE((*database)->drafts()->value(conversation(1)), numbered(1));
}

void TestStore::aMigrationIsWholeOrNotAtAll()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    const store::Migration first{QStringLiteral("CREATE TABLE t(x)"),
                                 QStringLiteral("INSERT INTO t VALUES(1)")};
    const store::Migration broken{QStringLiteral("INSERT INTO t VALUES(2)"), QStringLiteral("no such thing")};
    const store::Migration second{QStringLiteral("INSERT INTO t VALUES(3)")};
    QVERIFY(Database::open(path, {first}));
    QVERIFY(!Database::open(path, {first, broken}));
    const auto mended = Database::open(path, {first, second});
    QVERIFY(mended);
    auto rows = (*mended)->run(QStringLiteral("SELECT group_concat(x) FROM t"));
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->value(0).toString(), QStringLiteral("1,3"));
    QVERIFY(!QFile::exists(path + QStringLiteral(".before-migration")));
}

void TestStore::whatWasDeletedIsGoneFromTheFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    const QByteArray canary("CANARY-9d1f");
    {
        const auto database = AccountDatabase::open(path);
        QVERIFY(database);
        const Draft secret{QString::fromLatin1(canary).repeated(2000), 0, {}};
        QVERIFY((*database)->saveDraft(conversation(1), secret));
        QVERIFY((*database)->saveDraft(conversation(1), {}));
    }
    const QStringList files = Database::filesOf(path);
    for (const QString &file : files)
        QCOMPARE(bytesOf(file, canary), 0);
}

void TestStore::wipingLeavesNothing()
{
    QTemporaryDir profile;
    const AccountId longer(QStringLiteral("one-more"));
    {
        store::Store store(profile.path());
        store.saveDraft({account, conversation(1)}, numbered(1));
        store.saveDraft({longer, conversation(1)}, numbered(1));
        store.wipe(account);
    }
    const QStringList left = QDir(profile.filePath(QStringLiteral("accounts"))).entryList(QDir::Files);
    QCOMPARE(left, QStringList{QStringLiteral("one-more.sqlite")});
}

void TestStore::anUnusableFolderIsToldOnce()
{
    QTemporaryDir profile;
    QFile inTheWay(profile.filePath(QStringLiteral("accounts")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    store::Store store(profile.path());
    QSignalSpy troubled(&store, &store::Store::troubled);
    QSignalSpy read(&store, &store::Store::draftsRead);
    store.saveDraft({account, conversation(1)}, numbered(1));
    store.saveDraft({account, conversation(2)}, numbered(2));
    store.readDrafts(account);
    QVERIFY(read.wait());
    QCOMPARE(troubled.size(), 1);
    QCOMPARE(troubled.first().at(1).value<StoreProblem>().kind, StoreProblem::Kind::CannotOpen);
}

void TestStore::idsDoNotLeadOutOfTheFolder()
{
    const store::Store store(QStringLiteral("/profile"));
    QCOMPARE(store.pathOf(AccountId(QStringLiteral("../../etc/passwd"))),
             QStringLiteral("/profile/accounts/%2E%2E%2F%2E%2E%2Fetc%2Fpasswd.sqlite"));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == writerOption)
        return writeDrafts(arguments.at(2));
    TestStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_store.moc"
