// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/accountdatabase.h"
#include "services/store/codec.h"
#include "tests/support/everything.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace inbox;
using namespace inbox::domain;
using store::AccountDatabase;
using store::Before;
using store::Database;
using store::HistoryTable;

namespace {

const AccountId account(QStringLiteral("one"));
constexpr QLatin1String writerOption("--write-history-to");
constexpr QLatin1String migrationOption("--migrate");
// tst_historytable --make-fixture N FILE: how tests/data/store/vN.sqlite was made when N was new.
constexpr QLatin1String fixtureOption("--make-fixture");
constexpr int kBatch = 40;

ConversationId conversationId(int n)
{
    return ConversationId(QString::number(n));
}

// Its latest activity is `n` seconds after an arbitrary beginning.
Conversation conversation(int n)
{
    Conversation c;
    c.key = {account, conversationId(n)};
    c.createdAt = test::someTime(n);
    c.customer = Customer();
    c.customer->name = QStringLiteral("Customer %1").arg(n);
    return c;
}

Message message(int n, const QString &text = QStringLiteral("text"))
{
    Message m;
    m.id = MessageId(QString::number(n));
    m.contents = {TextContent{text}};
    m.sentAt = test::someTime(n);
    return m;
}

// Messages first … last in one piece.
store::ThreadChange run(int conversation, int first, int last, Before before)
{
    store::ThreadChange change;
    change.conversation = conversationId(conversation);
    for (int n = first; n <= last; ++n)
        change.messages << store::ThreadChange::Item{message(n), n == first ? before : Before::Follows};
    return change;
}

QStringList ids(const store::Result<store::ThreadPage> &page)
{
    QStringList list;
    if (!page)
        return {page.error().detail};
    for (const Message &m : page->messages)
        list << m.id.value();
    if (page->reachesBeginning)
        list.prepend(QStringLiteral("beginning"));
    return list;
}

QStringList ids(const QList<Conversation> &conversations)
{
    QStringList list;
    for (const Conversation &c : conversations)
        list << c.key.id.value();
    return list;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

qint64 count(Database &database, const char *table)
{
    auto rows = database.run(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table));
    return rows && rows->next() ? rows->value(0).toLongLong() : -1;
}

// Batches for ever; each conversation has one message, and both carry the batch's number. Prints the number
// of each that is on disk. Ends by being killed.
int writeHistory(const QString &path)
{
    const auto database = AccountDatabase::open(path);
    if (!database)
        return 1;
    HistoryTable &history = (*database)->history();
    for (int batch = int(history.fact(QStringLiteral("batch"))->toInt());; ++batch) {
        QList<Conversation> conversations;
        QList<store::ThreadChange> threads;
        for (int i = 0; i < kBatch; ++i) {
            conversations << conversation(i);
            conversations.last().unreadCount = batch;
            store::ThreadChange change{conversationId(i), {}, {}};
            change.messages << store::ThreadChange::Item{
                message(1, QString::number(batch).leftJustified(3000, u'x')), Before::Beginning};
            threads << change;
        }
        if (!history.saveConversations(conversations) || !history.saveMessages(threads)
            || !history.setFact(QStringLiteral("batch"), QByteArray::number(batch)))
            return 1;
        std::printf("%d\n", batch);
        std::fflush(stdout);
    }
}

// Brings the file up to date, but stays for ever behind the given statement of the last step.
int migrateAndStay(const QString &path, int behind)
{
    QList<store::Migration> steps = AccountDatabase::migrations();
    steps.last().insert(behind,
                        QStringLiteral("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n)"
                                       " SELECT count(*) FROM n"));
    std::puts("begun");
    std::fflush(stdout);
    (void)Database::open(path, steps);
    return 1;
}

// Written without the product's classes, which only know the present version.
int makeFixture(int version, const QString &path)
{
    QFile::remove(path);
    QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    file.setDatabaseName(path);
    if (!file.open())
        return 1;
    QStringList statements;
    for (const store::Migration &migration : AccountDatabase::migrations().first(version))
        statements << migration;
    statements << QStringLiteral("INSERT INTO draft(conversation, text, caret, quoted) VALUES('1', 'Hallo', "
                                 "2, 'quoted'), ('2', 'Tsch\u00fcss', 0, '')");
    if (version >= 2) {
        statements << QStringLiteral(
            "INSERT INTO intent VALUES(1, 'a', 'restart', 'unknown', '1', 1780000000123,"
            " 1780000000124, '{\"customer\":\"Maria\",\"attempts\":2}')")
                   << QStringLiteral("INSERT INTO payment VALUES('a', 'Support', 'Ben', 11, 0)");
    }
    if (version >= 3) {
        const auto blob = [](const QByteArray &bytes) {
            return QStringLiteral("x'%1'").arg(QString::fromLatin1(bytes.toHex()));
        };
        statements << QStringLiteral(
                          "INSERT INTO conversation VALUES(1, '5', 1780000005123, 1780000006123, %1)")
                          .arg(blob(store::encode(test::everyConversation(account, 5))))
                   << QStringLiteral("INSERT INTO message VALUES(1, 6, '6', 1780000006123, 2, %1)")
                          .arg(blob(store::encode(test::everyMessage(6))))
                   << QStringLiteral("INSERT INTO fact VALUES('people', %1)")
                          .arg(blob(store::encode(QList<User>{test::everyUser(1)})));
    }
    if (version >= 5) {
        statements << QStringLiteral(
            "INSERT INTO opening VALUES(1, 'o', 'running', 1780000000123, 1, 7, 'Ben',"
            " '{\"lineName\":\"Support\",\"perRequest\":2,\"fields\":{\"channelId\":\"5\"}}', '')")
                   << QStringLiteral(
                          "INSERT INTO recipient VALUES"
                          "(1, 0, 'sent', '+491', '{\"name\":\"Maria\"}', 1780000001123, '5', ''),"
                          "(1, 1, 'sending', '+492', '{}', 1780000002123, '', ''),"
                          "(1, 2, 'waiting', '+493', '{\"variables\":{\"1\":\"x\"}}', NULL, '', '')");
    }
    if (version >= 6)
        statements << QStringLiteral("UPDATE draft SET note='Call back' WHERE conversation='2'");
    if (version >= 9) {
        statements << QStringLiteral("UPDATE draft SET edited_note='n', edited_note_before='VIP',"
                                     " edited_note_text='VIP?' WHERE conversation='2'");
    }
    statements << QStringLiteral("PRAGMA user_version=%1").arg(version);
    for (const QString &statement : std::as_const(statements)) {
        QSqlQuery query(file);
        if (query.exec(statement))
            continue;
        std::fprintf(stderr, "%s\n", qPrintable(query.lastError().text()));
        return 1;
    }
    return 0;
}

QString fixture(int version)
{
    return QStringView(INBOX_SOURCE_DIR).toString()
        + QStringLiteral("/tests/data/store/v%1.sqlite").arg(version);
}

QString integrity(const QString &path)
{
    const auto database = Database::open(path, AccountDatabase::migrations());
    if (!database)
        return database.error().detail;
    auto check = (*database)->run(QStringLiteral("PRAGMA integrity_check"));
    return check && check->next() ? check->value(0).toString() : QStringLiteral("no answer");
}

QStringList schema(const QString &path)
{
    const auto database = Database::open(path, AccountDatabase::migrations());
    QStringList all;
    auto rows = (*database)->run(QStringLiteral("SELECT ifnull(sql, name) FROM sqlite_schema ORDER BY 1"));
    while (rows && rows->next())
        all << rows->value(0).toString();
    return all;
}

} // namespace

class TestHistoryTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void conversationsComeNewestFirst();
    void whatIsTheSameIsNotWrittenAgain();
    void aRemovedConversationTakesItsMessagesAlong();
    void threadsEndAtAHole();
    void aHoleIsClosed();
    void theBeginningIsKnown();
    void messagesWithoutNumbersStandByTime();
    void deletedMessagesGo();
    void damagedRowsAreLeftOut();
    void factsAreKept();
    void oldThingsAreForgotten();
    void theOldestGoesFirstWhenThereIsNoRoom();
    void forgettingAllLeavesDraftsOnly();
    void aSliceIsShort();
    void nothingIsTornWhenKilled();
    void everyVersionIsBroughtUpToDate_data();
    void everyVersionIsBroughtUpToDate();
    void aKilledMigrationIsWholeOrNotAtAll();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<AccountDatabase> m_database;
    HistoryTable *m_history = nullptr;
};

void TestHistoryTable::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("a.sqlite"));
    auto database = AccountDatabase::open(m_path);
    QVERIFY(database);
    m_database = std::move(*database);
    m_history = &m_database->history();
}

void TestHistoryTable::cleanup()
{
    m_database.reset();
}

void TestHistoryTable::conversationsComeNewestFirst()
{
    QVERIFY(m_history->saveConversations({conversation(1), conversation(3), conversation(2)}));
    Conversation same = conversation(4);
    same.createdAt = test::someTime(3);
    Conversation changed = conversation(1);
    changed.createdAt = test::someTime(9);
    QVERIFY(m_history->saveConversations({same, changed}));
    const auto first = m_history->conversations(account, {}, 3);
    QVERIFY(first && first->next);
    QCOMPARE(ids(first->conversations), words("1 4 3"));
    QCOMPARE(first->conversations.first(), changed);
    const auto rest = m_history->conversations(account, *first->next, 3);
    QVERIFY(rest && !rest->next);
    QCOMPARE(ids(rest->conversations), words("2"));
}

void TestHistoryTable::whatIsTheSameIsNotWrittenAgain()
{
    QVERIFY(m_history->saveConversations({conversation(1), conversation(2)}));
    const auto beside = Database::open(m_path, AccountDatabase::migrations());
    QVERIFY(beside);
    const auto version = [&beside] { // of what somebody else has written
        auto rows = (*beside)->run(QStringLiteral("PRAGMA data_version"));
        return rows && rows->next() ? rows->value(0).toLongLong() : -1;
    };
    const qint64 before = version();
    Conversation pictured = conversation(1);
    pictured.customer.emplace().photo = QUrl(QStringLiteral("https://example.com/eva.png")); // not kept
    QVERIFY(m_history->saveConversations({pictured}));
    const qint64 first = version(); // there was no customer
    QVERIFY(first != before);
    pictured.customer->photo = QUrl(QStringLiteral("https://example.com/eva2.png"));
    QVERIFY(m_history->saveConversations({pictured, conversation(2)}));
    QCOMPARE(version(), first);
    pictured.unreadCount = 7;
    QVERIFY(m_history->saveConversations({pictured, conversation(2)}));
    QVERIFY(version() != first);
}

void TestHistoryTable::aRemovedConversationTakesItsMessagesAlong()
{
    QVERIFY(m_history->saveConversations({conversation(1), conversation(2)}));
    QVERIFY(m_history->saveMessages(
        {run(1, 1, 3, Before::Beginning), run(2, 1, 3, Before::Beginning), run(3, 1, 3, Before::Beginning)}));
    QVERIFY(m_history->removeConversations({conversationId(1)}));
    QCOMPARE(ids(m_history->messages(conversationId(1), {}, 10)), QStringList());
    QCOMPARE(ids(m_history->messages(conversationId(2), {}, 10)), words("beginning 1 2 3"));
    QCOMPARE(ids(m_history->messages(conversationId(3), {}, 10)), QStringList());
}

void TestHistoryTable::threadsEndAtAHole()
{
    QVERIFY(m_history->saveConversations({conversation(1)}));
    QVERIFY(m_history->saveMessages({run(1, 8, 12, Before::Unknown)}));
    QVERIFY(m_history->saveMessages({run(1, 20, 22, Before::Unknown)}));
    const ConversationId id = conversationId(1);
    QCOMPARE(ids(m_history->messages(id, {}, 10)), words("20 21 22"));
    QCOMPARE(ids(m_history->messages(id, {}, 2)), words("21 22"));
    QCOMPARE(ids(m_history->messages(id, MessageId(QStringLiteral("21")), 10)), words("20"));
    QCOMPARE(ids(m_history->messages(id, MessageId(QStringLiteral("20")), 10)), QStringList());
    QCOMPARE(ids(m_history->messages(id, MessageId(QStringLiteral("12")), 2)), words("10 11"));
    QCOMPARE(ids(m_history->messages(id, MessageId(QStringLiteral("15")), 10)), QStringList());
}

void TestHistoryTable::aHoleIsClosed()
{
    QVERIFY(m_history->saveConversations({conversation(1)}));
    QVERIFY(m_history->saveMessages({run(1, 8, 10, Before::Unknown)}));
    QVERIFY(m_history->saveMessages({run(1, 20, 22, Before::Unknown)}));
    QVERIFY(m_history->saveMessages({run(1, 10, 20, Before::Follows)}));
    // Told less later: it stays known.
    QVERIFY(m_history->saveMessages({run(1, 9, 9, Before::Unknown), run(1, 20, 20, Before::Unknown)}));
    QCOMPARE(ids(m_history->messages(conversationId(1), {}, 50)).size(), 15);
}

void TestHistoryTable::theBeginningIsKnown()
{
    QVERIFY(m_history->saveConversations({conversation(1)}));
    QVERIFY(m_history->saveMessages({run(1, 8, 10, Before::Beginning)}));
    const ConversationId id = conversationId(1);
    QCOMPARE(ids(m_history->messages(id, {}, 50)), words("beginning 8 9 10"));
    QCOMPARE(ids(m_history->messages(id, {}, 2)), words("9 10"));
    QCOMPARE(ids(m_history->messages(id, MessageId(QStringLiteral("8")), 2)), words("beginning"));
}

void TestHistoryTable::messagesWithoutNumbersStandByTime()
{
    QVERIFY(m_history->saveConversations({conversation(1)}));
    store::ThreadChange change{conversationId(1), {}, {}};
    Message early = message(1);
    early.id = MessageId(QStringLiteral("zzz"));
    Message late = message(2);
    late.id = MessageId(QStringLiteral("aaa"));
    Message now = message(3);
    now.id = MessageId(QStringLiteral("mmm"));
    now.sentAt.reset();
    change.messages = {{late, Before::Follows}, {early, Before::Beginning}, {now, Before::Follows}};
    QVERIFY(m_history->saveMessages({change}));
    const ConversationId id = conversationId(1);
    QCOMPARE(ids(m_history->messages(id, {}, 50)), words("beginning zzz aaa mmm"));
    QCOMPARE(ids(m_history->messages(id, late.id, 50)), words("beginning zzz"));
    now.sentAt = test::someTime(3);
    change.messages = {{now, Before::Follows}};
    QVERIFY(m_history->saveMessages({change}));
    QCOMPARE(ids(m_history->messages(id, {}, 50)), words("beginning zzz aaa mmm"));
}

void TestHistoryTable::deletedMessagesGo()
{
    QVERIFY(m_history->saveConversations({conversation(1)}));
    QVERIFY(m_history->saveMessages({run(1, 1, 4, Before::Beginning)}));
    QVERIFY(m_history->saveMessages({{conversationId(1), {}, {MessageId(QStringLiteral("2"))}}}));
    QCOMPARE(ids(m_history->messages(conversationId(1), {}, 50)), words("beginning 1 3 4"));
}

void TestHistoryTable::damagedRowsAreLeftOut()
{
    QVERIFY(m_history->saveConversations({conversation(1), conversation(2)}));
    QVERIFY(m_history->saveMessages({run(1, 1, 4, Before::Beginning)}));
    m_database.reset();
    {
        const auto raw = Database::open(m_path, AccountDatabase::migrations());
        QVERIFY(raw && (*raw)->run(QStringLiteral("UPDATE conversation SET data=x'0102' WHERE id='2'")));
        QVERIFY((*raw)->run(QStringLiteral("UPDATE message SET data=x'' WHERE id='2'")));
    }
    const auto database = AccountDatabase::open(m_path);
    const auto slice = (*database)->history().conversations(account, {}, 10);
    QVERIFY(slice);
    QCOMPARE(ids(slice->conversations), words("1"));
    QCOMPARE(ids((*database)->history().messages(conversationId(1), {}, 10)), words("3 4"));
}

void TestHistoryTable::factsAreKept()
{
    QVERIFY(m_history->fact(QStringLiteral("a"))->isEmpty());
    QVERIFY(m_history->setFact(QStringLiteral("a"), "1"));
    QVERIFY(m_history->setFact(QStringLiteral("a"), "2"));
    QCOMPARE(*m_history->fact(QStringLiteral("a")), QByteArray("2"));
}

void TestHistoryTable::oldThingsAreForgotten()
{
    constexpr int day = 24 * 3600;
    const QDateTime now = test::someTime(100 * day);
    Conversation busy = conversation(1);
    busy.createdAt = now;
    Conversation old = conversation(2);
    old.createdAt = now.addDays(-31);
    QVERIFY(m_history->saveConversations({busy, old}));
    QVERIFY(m_database->drafts().save(conversationId(2), {QStringLiteral("draft"), 0, {}}));
    store::ThreadChange change{conversationId(1), {}, {}};
    for (int n = 0; n <= 100; ++n) {
        Message m = message(n);
        m.sentAt = test::someTime(n * day);
        change.messages << store::ThreadChange::Item{m, n == 0 ? Before::Beginning : Before::Follows};
    }
    QVERIFY(m_history->saveMessages({change}));
    for (int rounds = 0; m_history->forget({30, 0}, now).value_or(false); ++rounds)
        QVERIFY(rounds < 100);
    QStringList expected;
    for (int n = 70; n <= 100; ++n)
        expected << QString::number(n);
    // That the conversation begins before these is no longer known to be on disk: the server has to tell.
    QCOMPARE(ids(m_history->messages(conversationId(1), {}, 1000)), expected);
    QCOMPARE(ids(m_history->conversations(account, {}, 10)->conversations), words("1"));
    QCOMPARE(m_database->drafts().all()->size(), 1);
}

void TestHistoryTable::theOldestGoesFirstWhenThereIsNoRoom()
{
    constexpr int day = 24 * 3600;
    QList<Conversation> conversations;
    QList<store::ThreadChange> threads;
    for (int c = 0; c < 10; ++c) {
        conversations << conversation(c);
        store::ThreadChange change{conversationId(c), {}, {}};
        for (int n = 0; n < 200; ++n) {
            Message m = message(n, QString(700, u'x'));
            m.sentAt = test::someTime(n * day);
            change.messages << store::ThreadChange::Item{m, n == 0 ? Before::Beginning : Before::Follows};
        }
        QVERIFY(m_history->saveConversations({conversations.last()}));
        QVERIFY(m_history->saveMessages({change}));
    }
    QVERIFY(*m_history->size() > 1'500'000);
    constexpr qint64 most = 1'000'000;
    for (int rounds = 0; m_history->forget({0, most}, test::someTime(300 * day)).value_or(false); ++rounds)
        QVERIFY(rounds < 1000);
    qsizetype fewest = 200;
    qsizetype longest = 0;
    for (int c = 0; c < 10; ++c) {
        const auto page = m_history->messages(conversationId(c), {}, 1000);
        QCOMPARE(page->messages.constLast().id.value(), QStringLiteral("199"));
        fewest = std::min(fewest, page->messages.size());
        longest = std::max(longest, page->messages.size());
    }
    QVERIFY2(fewest > 10 && longest - fewest <= 1,
             qPrintable(QStringLiteral("%1 %2").arg(fewest).arg(longest)));
}

void TestHistoryTable::forgettingAllLeavesDraftsOnly()
{
    const QByteArray canary("CANARY-4f2a");
    QVERIFY(m_database->drafts().save(conversationId(1), {QStringLiteral("draft"), 0, {}}));
    Intent intent;
    intent.id = IntentId(QStringLiteral("i"));
    intent.conversation = conversationId(2);
    intent.createdAt = test::someTime(1);
    QVERIFY(m_database->intents().add(intent));
    for (int c = 0; c < 20; ++c) {
        Conversation named = conversation(c);
        named.customer->name = QString::fromLatin1(canary);
        QVERIFY(m_history->saveConversations({named}));
        store::ThreadChange change{conversationId(c), {}, {}};
        for (int n = 0; n < 100; ++n)
            change.messages << store::ThreadChange::Item{message(n, QString::fromLatin1(canary).repeated(20)),
                                                         Before::Follows};
        QVERIFY(m_history->saveMessages({change}));
    }
    QVERIFY(m_history->setFact(QStringLiteral("people"), canary));
    for (int rounds = 0; m_history->forgetAll().value_or(false); ++rounds)
        QVERIFY(rounds < 1000);
    QVERIFY(*m_history->size() < 100'000);
    // Also while it is still open.
    const QStringList files = Database::filesOf(m_path);
    for (const QString &name : files) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            QVERIFY2(!file.readAll().contains(canary), qPrintable(name));
    }
    QCOMPARE(m_database->drafts().all()->size(), 1);
    QCOMPARE(m_database->intents().unfinished()->size(), 1);
}

// A draft that is saved meanwhile waits for one call.
void TestHistoryTable::aSliceIsShort()
{
    QList<Conversation> conversations;
    for (int i = 0; i < HistoryTable::sliceRows; ++i)
        conversations << test::everyConversation(account, i);
    QElapsedTimer timer;
    qint64 longest = 0;
    const auto took = [&] {
        longest = std::max(longest, timer.elapsed());
        return timer.restart();
    };
    timer.start();
    for (int round = 0; round < 5; ++round) {
        QVERIFY(m_history->saveConversations(conversations));
        const qint64 saving = took();
        QVERIFY(m_history->saveMessages({run(1, round * 200, round * 200 + 199, Before::Follows)}));
        const qint64 messages = took();
        QVERIFY(m_history->conversations(account, {}, HistoryTable::sliceRows));
        const qint64 reading = took();
        qInfo("conversations %lld ms, messages %lld ms, reading %lld ms", saving, messages, reading);
    }
    timer.restart();
    while (m_history->forgetAll().value_or(false))
        took();
    qInfo("longest %lld ms", longest);
    // Generous: the machine may be busy and a sanitizer at work. What is meant is 50.
    QVERIFY(longest < 1000 * INBOX_TEST_PATIENCE);
}

void TestHistoryTable::nothingIsTornWhenKilled()
{
    m_database.reset();
    QRandomGenerator random(5);
    int acknowledged = -1;
    for (int round = 0; round < 50; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {writerOption, m_path});
        const int target = acknowledged + 1 + int(random.bounded(3));
        while (acknowledged < target) {
            if (!writer.canReadLine() && !writer.waitForReadyRead(10'000))
                QFAIL("the writer says nothing");
            while (writer.canReadLine())
                acknowledged = writer.readLine().trimmed().toInt();
        }
        writer.kill(); // SIGKILL, into the middle of the next one
        QVERIFY(writer.waitForFinished());
        while (writer.canReadLine())
            acknowledged = qMax(acknowledged, writer.readLine().trimmed().toInt());

        const auto database = AccountDatabase::open(m_path);
        QVERIFY(database);
        QVERIFY(!(*database)->problem());
        const auto slice = (*database)->history().conversations(account, {}, 1000);
        QVERIFY(slice);
        QCOMPARE(slice->conversations.size(), kBatch);
        QSet<int> batches;
        QSet<QString> texts;
        for (const Conversation &c : slice->conversations) {
            batches.insert(c.unreadCount);
            const auto page = (*database)->history().messages(c.key.id, {}, 10);
            QCOMPARE(ids(page), words("beginning 1"));
            texts.insert(plainText(page->messages.first()));
        }
        QCOMPARE(batches.size(), 1);
        QCOMPARE(texts.size(), 1);
        QVERIFY(*batches.cbegin() >= acknowledged);
    }
    QCOMPARE(integrity(m_path), QStringLiteral("ok"));
}

void TestHistoryTable::everyVersionIsBroughtUpToDate_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= int(AccountDatabase::migrations().size()); ++version)
        QTest::addRow("version %d", version) << version;
}

void TestHistoryTable::everyVersionIsBroughtUpToDate()
{
    QFETCH(int, version);
    m_database.reset();
    const QString path = m_folder->filePath(QStringLiteral("old.sqlite"));
    QVERIFY2(QFile::copy(fixture(version), path), qPrintable(fixture(version)));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    {
        const auto database = AccountDatabase::open(path);
        QVERIFY(database);
        QVERIFY(!(*database)->problem());
        const Draft draft{QStringLiteral("Hallo"), 2, MessageId(QStringLiteral("quoted"))};
        QCOMPARE((*database)->drafts().all()->value(conversationId(1)), draft);
        QCOMPARE((*database)->drafts().all()->size(), 2);
        QCOMPARE((*database)->drafts().all()->value(conversationId(2)).note,
                 version >= 6 ? QStringLiteral("Call back") : QString());
        QCOMPARE((*database)->drafts().all()->value(conversationId(2)).noteEdit,
                 version >= 9
                     ? NoteEdit({NoteId(QStringLiteral("n")), QStringLiteral("VIP"), QStringLiteral("VIP?")})
                     : NoteEdit());
        if (version >= 2) {
            const auto intents = (*database)->intents().unfinished();
            QVERIFY(intents);
            QCOMPARE(intents->size(), 1);
            QCOMPARE(intents->first().kind, Intent::Kind::Restart);
            QCOMPARE(intents->first().customer, QStringLiteral("Maria"));
            QCOMPARE((*database)->intents().payments()->first().cents, 11);
        }
        if (version >= 3) {
            const auto slice = (*database)->history().conversations(account, {}, 10);
            QVERIFY(slice);
            QCOMPARE(slice->conversations, QList<Conversation>{test::everyConversation(account, 5)});
            const auto page = (*database)->history().messages(conversationId(5), {}, 10);
            QVERIFY(page && page->reachesBeginning);
            QCOMPARE(page->messages, QList<Message>{test::everyMessage(6)});
            QCOMPARE(store::decodeUsers(*(*database)->history().fact(QStringLiteral("people"))),
                     std::optional(QList<User>{test::everyUser(1)}));
        }
        if (version >= 5) {
            const auto openings = (*database)->openings().all();
            QVERIFY(openings);
            QCOMPARE(openings->size(), 1);
            const Opening &opening = openings->first();
            QCOMPARE(opening.plan.fields.value(QStringLiteral("channelId")), QStringLiteral("5"));
            QCOMPARE(opening.results.at(0).state, RecipientResult::State::Sent);
            QCOMPARE(opening.results.at(1).state, RecipientResult::State::Unknown);
            QCOMPARE(opening.recipients.at(2).variables.value(QStringLiteral("1")), QStringLiteral("x"));
            const auto payments = (*database)->payments();
            QVERIFY(payments);
            QCOMPARE(payments->size(), 3); // two of them and the restart
            QCOMPARE(payments->at(0).customer, QStringLiteral("+492"));
            QCOMPARE(payments->at(1).state, Intent::State::Accepted);
            QCOMPARE(payments->at(1).cents, 7);
        }
        QVERIFY((*database)->history().saveConversations({conversation(5)}));
    }
    QCOMPARE(schema(path), schema(m_path));
    QCOMPARE(integrity(path), QStringLiteral("ok"));
}

void TestHistoryTable::aKilledMigrationIsWholeOrNotAtAll()
{
    m_database.reset();
    const QList<store::Migration> steps = AccountDatabase::migrations();
    const int before = int(steps.size()) - 1;
    const QStringList present = schema(m_path);
    // What the last step brings.
    const QString brought = QStringLiteral("pragma_table_info('draft') WHERE name LIKE 'edited_note%'");
    for (int behind = 0; behind <= steps.last().size(); ++behind) {
        const QString path = m_folder->filePath(QStringLiteral("%1.sqlite").arg(behind));
        QVERIFY(QFile::copy(fixture(before), path));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        QProcess migration;
        migration.start(QCoreApplication::applicationFilePath(),
                        {migrationOption, path, QString::number(behind)});
        QVERIFY(migration.waitForReadyRead(10'000));
        QTRY_VERIFY(QFile::exists(path + QStringLiteral(".before-migration")));
        QCOMPARE(migration.state(), QProcess::Running);
        migration.kill();
        QVERIFY(migration.waitForFinished());
        {
            // As it is on disk now: the old version, untouched.
            const auto old = Database::open(path, steps.first(before));
            QVERIFY(old && !(*old)->problem());
            QCOMPARE(count(**old, "draft"), 2);
            QCOMPARE(count(**old, qPrintable(brought)), 0);
        }
        const auto database = AccountDatabase::open(path);
        QVERIFY(database && !(*database)->problem());
        QCOMPARE((*database)->drafts().all()->size(), 2);
        QCOMPARE(schema(path), present);
        QVERIFY(!QFile::exists(path + QStringLiteral(".before-migration")));
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == writerOption)
        return writeHistory(arguments.at(2));
    if (arguments.size() == 4 && arguments.at(1) == migrationOption)
        return migrateAndStay(arguments.at(2), arguments.at(3).toInt());
    if (arguments.size() == 4 && arguments.at(1) == fixtureOption)
        return makeFixture(arguments.at(2).toInt(), arguments.at(3));
    TestHistoryTable test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_historytable.moc"
