// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/store.h"

#include <QFile>
#include <QFileInfo>
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

// With every field set, so that one which is not kept shows.
Attachment somePicture()
{
    return {QStringLiteral("/home/ben/a \"cat\" \U0001F431.png"), QStringLiteral("a \"cat\".png"),
            MediaKind::Image, QStringLiteral("image/png"), 5'000'000'000};
}

Intent everything(Intent::Kind kind)
{
    Intent intent;
    intent.id = IntentId(QStringLiteral("intent %1").arg(int(kind)));
    intent.conversation = conversation(1);
    intent.kind = kind;
    intent.customer = QStringLiteral("Maria");
    intent.text = QStringLiteral("Hallo\n\U0001F44D \"");
    intent.message = MessageId(QStringLiteral("failed"));
    intent.quoted = MessageId(QStringLiteral("quoted"));
    intent.note = NoteId(QStringLiteral("note"));
    intent.status = {ConversationStatus::Done, QStringLiteral("done")};
    intent.assignee = User();
    intent.assignee->id = UserId(QStringLiteral("7"));
    intent.assignee->name = QStringLiteral("Ben");
    intent.before = QStringLiteral("before");
    intent.seen = {MessageId(QStringLiteral("newest")),
                   UserId(QStringLiteral("8")),
                   {ConversationStatus::Unknown, QStringLiteral("later")}};
    intent.createdAt = QDateTime::fromMSecsSinceEpoch(1'780'000'000'123, Qt::UTC);
    Error error;
    error.kind = ErrorKind::RateLimited;
    error.outcome = Outcome::NotSent;
    error.httpStatus = 429;
    error.detail = QStringLiteral("slowly");
    error.permission = QStringLiteral("may");
    error.retryAt = intent.createdAt.addSecs(7);
    error.requestId = QStringLiteral("r");
    intent.error = error;
    intent.retryAt = intent.createdAt.addSecs(8);
    intent.attempts = 3;
    intent.result = MessageId(QStringLiteral("sent"));
    if (kind == Intent::Kind::SendFile) {
        intent.file = somePicture();
    } else if (kind == Intent::Kind::SetTags) {
        intent.tags = {TagId(QStringLiteral("urgent")), TagId(QStringLiteral("vip"))};
        intent.seen.tags = {TagId(QStringLiteral("vip"))};
    } else if (kind == Intent::Kind::Snooze) {
        intent.until = intent.createdAt.addSecs(9);
        intent.seen.snoozeUntil = intent.createdAt.addSecs(10);
    } else if (kind == Intent::Kind::AssignTeam) {
        intent.team = TeamId(QStringLiteral("sales"));
        intent.seen.team = TeamId(QStringLiteral("returns"));
    } else if (kind == Intent::Kind::Archive) {
        intent.archived = true;
    } else if (kind == Intent::Kind::SetMetadata) {
        intent.metadata = {{QStringLiteral("größe"), QStringLiteral("M")}};
        intent.seen.metadata = {{QStringLiteral("größe"), QString()},
                                {QStringLiteral("a"), QStringLiteral("b")}};
    } else if (kind == Intent::Kind::Mention) {
        intent.mentions = {UserId(QStringLiteral("7")), UserId(QStringLiteral("8"))};
        intent.seen.mentions = {UserId(QStringLiteral("8"))};
    } else if (kind == Intent::Kind::Automate) {
        Automation automation;
        automation.kind = Automation::Kind::ChannelEvent;
        automation.conversation = intent.conversation;
        automation.text = QStringLiteral("joined");
        automation.step = {QStringLiteral("flow"), QStringLiteral("step"), QStringLiteral("event"),
                           QStringLiteral("{\"a\":1}")};
        automation.source = {LineId(QStringLiteral("line")), QStringLiteral("Website"), QStringLiteral("p1"),
                             QStringLiteral("Eva"),          QStringLiteral("e@x.org"), QStringLiteral("+49"),
                             QStringLiteral("de"),           QStringLiteral("Order")};
        intent.automation = automation;
    }
    return intent;
}

// Writes drafts for ever and prints the number of each that is on disk. Ends by being killed.
int writeDrafts(const QString &path)
{
    const auto database = AccountDatabase::open(path);
    if (!database)
        return 1;
    const int begin = int((*database)->drafts().all()->size());
    for (int i = begin;; ++i) {
        if (!(*database)->drafts().save(conversation(i), numbered(i)))
            return 1;
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
}

void keep(store::Store &store, const AccountId &where, int number, const Draft &draft)
{
    store.ask(where, [number, draft](AccountDatabase &database) {
        return database.drafts().save(conversation(number), draft);
    });
}

// nullopt: they cannot be read.
std::optional<store::Drafts> readDrafts(store::Store &store)
{
    std::optional<store::Result<store::Drafts>> read;
    store.ask(
        account, [](AccountDatabase &database) { return database.drafts().all(); }, &store,
        [&read](const store::Result<store::Drafts> &result) { read = result; });
    return QTest::qWaitFor([&read] { return read.has_value(); }) && *read ? std::optional(**read)
                                                                          : std::nullopt;
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
    void aDraftIsKeptAsHeld();
    void whatWasThrownAwayIsKeptForAWhile();
    void draftsOfAnOlderFileStay();
    void intentsComeBackAsTheyWere();
    void whatANewerVersionAskedForIsLeftAlone();
    void whatIsSentIsNoDraftAnyMore();
    void filesLeaveTheDraftOneByOne();
    void whatIsTakenBackIsADraftAgain();
    void oneRestartAtATime();
    void whatWasPaidIsNeverForgotten();
    void opensDurably();
    void nothingIsLostWhenKilled();
    void aDamagedFileIsPutAside();
    void whatCanStillBeReadOfADamagedFileIsSaved();
    void whatStandsBehindATornPageIsSaved();
    void aDamagedFileIsSavedByTheNextRunToo();
    void aFullDiskLosesNothing();
    void aLockedFileIsAProblemOfThatMoment();
    void damageInHistoryIsFoundWhenItIsRead();
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
    Draft draft{QStringLiteral("Hallo\n\U0001F44D"), 4, MessageId(QStringLiteral("m"))};
    draft.files = {somePicture(), {QStringLiteral("/b"), {}, MediaKind::Document, {}, 1}};
    {
        store::Store store(profile.path());
        keep(store, account, 1, numbered(1));
        keep(store, account, 1, draft);
        keep(store, account, 2, numbered(2));
        keep(store, account, 2, {});
        keep(store, AccountId(QStringLiteral("other")), 1, numbered(3));
    }
    store::Store store(profile.path());
    QCOMPARE(readDrafts(store), (store::Drafts{{conversation(1), draft}}));
}

void TestStore::intentsComeBackAsTheyWere()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    QList<Intent> asked;
    for (const Intent::Kind kind :
         {Intent::Kind::SendText,    Intent::Kind::Duplicate,  Intent::Kind::Restart,
          Intent::Kind::SetStatus,   Intent::Kind::Assign,     Intent::Kind::MarkRead,
          Intent::Kind::React,       Intent::Kind::EditNote,   Intent::Kind::SetTags,
          Intent::Kind::Snooze,      Intent::Kind::AssignTeam, Intent::Kind::AddNote,
          Intent::Kind::DeleteNote,  Intent::Kind::TakeOver,   Intent::Kind::MarkUnread,
          Intent::Kind::Archive,     Intent::Kind::Rename,     Intent::Kind::SetLanguage,
          Intent::Kind::SetMetadata, Intent::Kind::Mention,    Intent::Kind::Automate,
          Intent::Kind::SendFile})
        asked << everything(kind);
    const QList<Intent::State> stay{Intent::State::Queued, Intent::State::Sending, Intent::State::Unknown,
                                    Intent::State::Failed};
    {
        const auto database = AccountDatabase::open(path);
        QVERIFY(database);
        for (Intent &intent : asked) {
            QVERIFY((*database)->intents().add(intent).value_or(false));
            intent.state = stay.at(asked.indexOf(intent) % stay.size());
            QVERIFY((*database)->intents().update(intent));
        }
        Intent done = everything(Intent::Kind::SendText);
        for (const auto state : {Intent::State::Accepted, Intent::State::Withdrawn}) {
            done.id = IntentId(QString::number(int(state)));
            QVERIFY((*database)->intents().add(done));
            done.state = state;
            QVERIFY((*database)->intents().update(done));
        }
        Intent checking = everything(Intent::Kind::SendText);
        checking.id = IntentId(QStringLiteral("checking"));
        checking.state = Intent::State::Checking;
        QVERIFY((*database)->intents().add(checking));
        checking.state = Intent::State::Unknown; // nobody is checking after a start
        asked << checking;
    }
    const auto database = AccountDatabase::open(path);
    QVERIFY(database);
    QCOMPARE((*database)->intents().unfinished().value_or(QList<Intent>()), asked);
}

void TestStore::whatANewerVersionAskedForIsLeftAlone()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    const Intent known = everything(Intent::Kind::MarkRead);
    {
        const auto database = AccountDatabase::open(path);
        QVERIFY(database && (*database)->intents().add(everything(Intent::Kind::SetStatus)));
        QVERIFY((*database)->intents().add(known));
    }
    const auto plain = Database::open(path, AccountDatabase::migrations());
    QVERIFY(plain && (*plain)->run(QStringLiteral("UPDATE intent SET kind='teleport' WHERE kind='status'")));
    const auto database = AccountDatabase::open(path);
    QVERIFY(database);
    // Above all it is no message to be sent.
    QCOMPARE((*database)->intents().unfinished().value_or(QList<Intent>()), QList<Intent>{known});
}

void TestStore::whatIsSentIsNoDraftAnyMore()
{
    QTemporaryDir folder;
    const auto database = AccountDatabase::open(folder.filePath(QStringLiteral("a.sqlite")));
    QVERIFY(database);
    const Intent intent = everything(Intent::Kind::SendText);
    Draft draft{intent.text, 0, {}};
    draft.note = QStringLiteral("Call back");
    draft.noteEdit = {NoteId(QStringLiteral("n")), QStringLiteral("VIP"), QStringLiteral("VIP?")};
    QVERIFY((*database)->drafts().save(intent.conversation, draft));
    QVERIFY((*database)->intents().add(intent));
    Draft rest;
    rest.note = draft.note;
    rest.noteEdit = draft.noteEdit;
    QCOMPARE((*database)->drafts().all()->value(intent.conversation), rest);
    Intent note = everything(Intent::Kind::AddNote);
    QVERIFY((*database)->intents().add(note));
    rest.note.clear();
    QCOMPARE((*database)->drafts().all()->value(intent.conversation), rest);
    QVERIFY((*database)->drafts().save(intent.conversation, {}));
    QVERIFY((*database)->drafts().all()->isEmpty());
}

void TestStore::filesLeaveTheDraftOneByOne()
{
    QTemporaryDir folder;
    const auto database = AccountDatabase::open(folder.filePath(QStringLiteral("a.sqlite")));
    QVERIFY(database);
    const auto kept = [&] { return (*database)->drafts().all()->value(conversation(1)); };
    const Attachment second{QStringLiteral("/b.pdf"), QStringLiteral("b.pdf"), MediaKind::Document, {}, 1};
    Draft draft{QStringLiteral("Both"), 0, {}};
    draft.files = {somePicture(), second};
    draft.note = QStringLiteral("Call back");
    QVERIFY((*database)->drafts().save(conversation(1), draft));
    // A crash from here on: what was not written down as sent is still to be found.
    Intent first = everything(Intent::Kind::SendFile);
    QVERIFY((*database)->intents().add(first));
    QCOMPARE(kept().files, QList<Attachment>{second});
    QVERIFY(kept().text.isEmpty()); // it is the caption
    Intent other = everything(Intent::Kind::SendFile);
    other.id = IntentId(QStringLiteral("other"));
    other.file = second;
    other.text.clear();
    QVERIFY((*database)->intents().add(other));
    QVERIFY(kept().files.isEmpty());
    QCOMPARE(kept().note, draft.note);
    QVERIFY((*database)->intents().takeBack(other));
    QVERIFY((*database)->intents().takeBack(first));
    QCOMPARE(kept().files, draft.files);
    QCOMPARE(kept().text, first.text);
}

void TestStore::whatIsTakenBackIsADraftAgain()
{
    QTemporaryDir folder;
    const auto database = AccountDatabase::open(folder.filePath(QStringLiteral("a.sqlite")));
    QVERIFY(database);
    const Intent intent = everything(Intent::Kind::SendText);
    QVERIFY((*database)->intents().add(intent));
    QVERIFY((*database)->drafts().save(intent.conversation, {QStringLiteral("since"), 2, {}}));
    QVERIFY((*database)->intents().takeBack(intent));
    QVERIFY((*database)->intents().unfinished()->isEmpty());
    const Draft draft = (*database)->drafts().all()->value(intent.conversation);
    QCOMPARE(draft.text, QString(intent.text + QStringLiteral("\nsince")));
    QCOMPARE(draft.caret, int(intent.text.size()) + 1 + 2);
}

void TestStore::oneRestartAtATime()
{
    QTemporaryDir folder;
    const auto database = AccountDatabase::open(folder.filePath(QStringLiteral("a.sqlite")));
    QVERIFY(database);
    Intent first = everything(Intent::Kind::Restart);
    QCOMPARE((*database)->intents().add(first).value_or(false), true);
    int number = 0;
    const auto another = [&](const ConversationId &where) {
        Intent intent = everything(Intent::Kind::Restart);
        intent.id = IntentId(QStringLiteral("another %1").arg(++number));
        intent.conversation = where;
        return (*database)->intents().add(intent);
    };
    for (const auto open : {Intent::State::Queued, Intent::State::Sending, Intent::State::Unknown}) {
        first.state = open;
        QVERIFY((*database)->intents().update(first));
        QCOMPARE(another(first.conversation).value_or(true), false);
    }
    QCOMPARE(another(conversation(2)).value_or(false), true);
    for (const auto ended : {Intent::State::Failed, Intent::State::Accepted, Intent::State::Withdrawn}) {
        first.state = ended;
        QVERIFY((*database)->intents().update(first));
        Intent next = first;
        next.id = IntentId(QStringLiteral("next %1").arg(int(ended)));
        next.state = Intent::State::Queued;
        QCOMPARE((*database)->intents().add(next).value_or(false), true);
        first = next;
    }
}

void TestStore::whatWasPaidIsNeverForgotten()
{
    QTemporaryDir folder;
    const auto database = AccountDatabase::open(folder.filePath(QStringLiteral("a.sqlite")));
    QVERIFY(database);
    Intent restart = everything(Intent::Kind::Restart);
    Payment payment;
    payment.line = QStringLiteral("Support");
    payment.agent = QStringLiteral("Ben");
    payment.cents = 11;
    QVERIFY((*database)->intents().add(restart, payment));
    restart.state = Intent::State::Accepted;
    QVERIFY((*database)->intents().update(restart));
    Intent message = everything(Intent::Kind::Duplicate);
    message.state = Intent::State::Accepted;
    QVERIFY((*database)->intents().add(message));
    QCOMPARE((*database)->intents().duplicated(message.createdAt).value_or(QList<MessageId>()),
             QList<MessageId>{message.message});
    QVERIFY((*database)->intents().setAnswered(restart.id));
    QVERIFY((*database)->intents().forgetBefore(QDateTime::currentDateTimeUtc().addYears(1)));

    payment.intent = restart.id;
    payment.conversation = restart.conversation;
    payment.customer = restart.customer;
    payment.at = restart.createdAt;
    payment.state = Intent::State::Accepted;
    payment.answered = true;
    QCOMPARE((*database)->intents().payments().value_or(QList<Payment>()), QList<Payment>{payment});
    QVERIFY((*database)->intents().duplicated(message.createdAt)->isEmpty());
}

void TestStore::aDraftIsKeptAsHeld()
{
    QTemporaryDir folder;
    const auto database = AccountDatabase::open(folder.filePath(QStringLiteral("a.sqlite")));
    QVERIFY(database);
    store::DraftTable &drafts = (*database)->drafts();
    Draft held = numbered(1);
    held.held = QDateTime::fromMSecsSinceEpoch(1'780'000'000'123, Qt::UTC);
    QVERIFY(drafts.save(conversation(1), held));
    QCOMPARE(drafts.all()->value(conversation(1)), held);
    // Words that come back are looked at anew.
    QVERIFY(drafts.putBack(conversation(1), {QStringLiteral("more"), {}}));
    QVERIFY(!drafts.all()->value(conversation(1)).held);
}

void TestStore::whatWasThrownAwayIsKeptForAWhile()
{
    QTemporaryDir folder;
    const auto database = AccountDatabase::open(folder.filePath(QStringLiteral("a.sqlite")));
    QVERIFY(database);
    store::DraftTable &drafts = (*database)->drafts();
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'780'000'000'123, Qt::UTC);
    const auto thrownAway = [&](const char *id, const QDateTime &at) {
        return DiscardedDraft{DiscardedId(QLatin1String(id)), conversation(1), QStringLiteral("Maria"),
                              QStringLiteral("Hallo\n\U0001F44D"), at};
    };
    const DiscardedDraft old = thrownAway("old", now.addDays(-31));
    const DiscardedDraft first = thrownAway("first", now.addDays(-29));
    const DiscardedDraft second = thrownAway("second", now);
    for (const DiscardedDraft &one : {old, first, second})
        QVERIFY(drafts.discard(one));
    using All = QList<DiscardedDraft>;
    QCOMPARE(drafts.discarded(now.addDays(-30)).value_or(All()), (All{second, first}));
    QCOMPARE(drafts.discarded(now.addDays(-90)).value_or(All()), (All{second, first})); // gone for good
    QVERIFY(drafts.forgetDiscarded(second.id));
    QCOMPARE(drafts.discarded(now.addDays(-30)).value_or(All()), All{first});
}

void TestStore::draftsOfAnOlderFileStay()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    {
        const auto before = Database::open(path, AccountDatabase::migrations().first(2));
        QVERIFY(before);
        QVERIFY((*before)->run(QStringLiteral("INSERT INTO draft VALUES('1', 'Hello', 2, 'm')")));
    }
    const auto database = AccountDatabase::open(path);
    QVERIFY(database);
    QVERIFY(!(*database)->problem());
    QCOMPARE((*database)->drafts().all()->value(conversation(1)),
             (Draft{QStringLiteral("Hello"), 2, MessageId(QStringLiteral("m"))}));
    QVERIFY((*database)->drafts().discarded(QDateTime())->isEmpty());
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
        const auto drafts = (*database)->drafts().all();
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
    QVERIFY((*database)->drafts().save(conversation(1), numbered(1)));
    const QStringList aside = QDir(folder.path()).entryList({QStringLiteral("a.sqlite.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(bytesOf(folder.filePath(aside.first()), "x"), 8192);
}

void TestStore::whatCanStillBeReadOfADamagedFileIsSaved()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    Intent restart = everything(Intent::Kind::Restart);
    {
        const auto database = AccountDatabase::open(path);
        QVERIFY(database);
        for (int i = 0; i < 40; ++i)
            QVERIFY((*database)->drafts().save(conversation(i), numbered(i)));
        QVERIFY((*database)->intents().add(restart, Payment()));
    }
    {
        // Far enough from the beginning that there still is a database.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        file.write(QByteArray(3 * 4096, '\xA5'));
    }
    const auto database = AccountDatabase::open(path);
    QVERIFY(database);
    QVERIFY((*database)->problem());
    QCOMPARE((*database)->problem()->kind, StoreProblem::Kind::Damaged);
    const auto drafts = (*database)->drafts().all();
    QVERIFY(drafts);
    // What was overwritten is lost; what was not is there as it was.
    const auto intact = std::count_if(drafts->keyValueBegin(), drafts->keyValueEnd(), [](const auto &kept) {
        return kept.second == numbered(kept.first.value().toInt());
    });
    QVERIFY2(intact >= 5, qPrintable(QString::number(intact)));
    // What may have been paid for must not be offered again.
    Intent again = everything(Intent::Kind::Restart);
    again.id = IntentId(QStringLiteral("again"));
    if (!(*database)->intents().unfinished()->isEmpty())
        QCOMPARE((*database)->intents().add(again).value_or(true), false);
}

// Rows are read from both ends: what stands behind a torn page is the newest, and what matters most.
void TestStore::whatStandsBehindATornPageIsSaved()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    constexpr int rows = 400;
    const auto idOf = [](int i) { return IntentId(QStringLiteral("i%1").arg(i)); };
    {
        const auto database = AccountDatabase::open(path);
        QVERIFY(database);
        for (int i = 0; i < rows; ++i) {
            Intent intent = everything(Intent::Kind::SendText);
            intent.id = idOf(i);
            intent.text = QString(300, u'x');
            QVERIFY((*database)->intents().add(intent).value_or(false));
        }
    }
    const auto page = [&](int number) -> QByteArray { // whose leaf of the table holds this row
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll().mid(qint64(number) * 4096, 4096);
    };
    const auto holds = [&](int number, int row) {
        const QByteArray bytes = page(number);
        return !bytes.isEmpty() && bytes.at(0) == 0x0d // a leaf of a table
            && bytes.contains(QByteArray(idOf(row).value().toUtf8() + "send"));
    };
    int torn = -1;
    for (int number = 1; number * 4096 < QFileInfo(path).size() && torn < 0; ++number) {
        if (holds(number, rows / 4))
            torn = number;
    }
    QVERIFY(torn > 0);
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(qint64(torn) * 4096));
        file.write(QByteArray(4096, '\xA5'));
    }
    const auto database = AccountDatabase::open(path);
    QVERIFY(database);
    QCOMPARE((*database)->problem()->kind, StoreProblem::Kind::Damaged);
    const QList<Intent> saved = *(*database)->intents().unfinished();
    QVERIFY2(saved.size() > rows - 40, qPrintable(QString::number(saved.size())));
    const auto has = [&](int i) {
        return std::any_of(saved.cbegin(), saved.cend(), [&](const Intent &it) { return it.id == idOf(i); });
    };
    QVERIFY(has(0));
    QVERIFY(!has(rows / 4));
    QVERIFY(has(rows - 1));
}

// As when the program ended, or the disk was full, just after it was put aside.
void TestStore::aDamagedFileIsSavedByTheNextRunToo()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    const QString aside = path + QStringLiteral(".unsaved-20261128-120000-000");
    {
        const auto database = AccountDatabase::open(aside);
        QVERIFY(database && (*database)->drafts().save(conversation(1), numbered(1)));
    }
    {
        const auto database = AccountDatabase::open(path);
        QVERIFY(database);
        QCOMPARE((*database)->problem()->kind, StoreProblem::Kind::Damaged);
        QCOMPARE((*database)->drafts().all()->value(conversation(1)), numbered(1));
        QVERIFY((*database)->drafts().save(conversation(1), {}));
    }
    QVERIFY(!QFile::exists(aside));
    QVERIFY(QFile::exists(path + QStringLiteral(".damaged-20261128-120000-000")));
    const auto database = AccountDatabase::open(path); // and not a second time
    QVERIFY(database && !(*database)->problem());
    QVERIFY((*database)->drafts().all()->isEmpty());
}

void TestStore::aFullDiskLosesNothing()
{
    QTemporaryDir folder;
    const auto database =
        Database::open(folder.filePath(QStringLiteral("a.sqlite")), AccountDatabase::migrations());
    QVERIFY(database);
    store::DraftTable drafts(**database);
    store::IntentTable intents(**database, drafts);
    const Intent small = everything(Intent::Kind::SendText);
    QVERIFY(drafts.save(small.conversation, {small.text, 0, {}}));
    auto pages = (*database)->run(QStringLiteral("PRAGMA page_count"));
    QVERIFY(pages && pages->next());
    const int count = pages->value(0).toInt();
    pages->finish();
    QVERIFY((*database)->run(QStringLiteral("PRAGMA max_page_count=%1").arg(count)));

    Intent big = small;
    big.text = QString(1'000'000, u'x');
    const auto added = intents.add(big);
    QVERIFY(!added);
    QCOMPARE(added.error().kind, StoreProblem::Kind::CannotWrite);
    QVERIFY(intents.unfinished()->isEmpty());
    QCOMPARE(drafts.all()->value(small.conversation).text, small.text); // it did not leave the draft either

    QVERIFY((*database)->run(QStringLiteral("PRAGMA max_page_count=1000000")));
    QVERIFY(intents.add(big).value_or(false));
    QVERIFY(drafts.all()->isEmpty());
}

void TestStore::aLockedFileIsAProblemOfThatMoment()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    const auto database = AccountDatabase::open(path);
    QVERIFY(database);
    const auto other = Database::open(path, AccountDatabase::migrations());
    QVERIFY(other && (*other)->run(QStringLiteral("BEGIN IMMEDIATE")));
    const auto refused = (*database)->drafts().save(conversation(1), numbered(1));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, StoreProblem::Kind::CannotWrite);
    QVERIFY((*other)->run(QStringLiteral("COMMIT")));
    QVERIFY((*database)->drafts().save(conversation(1), numbered(1)));
}

void TestStore::damageInHistoryIsFoundWhenItIsRead()
{
    QTemporaryDir profile;
    QString path;
    {
        store::Store store(profile.path());
        path = store.pathOf(account);
        keep(store, account, 1, numbered(1));
        store.ask(account, [](AccountDatabase &database) {
            QList<Conversation> conversations;
            for (int i = 0; i < 500; ++i) {
                Conversation c;
                c.key = {account, conversation(i)};
                c.customer = Customer();
                c.customer->name = QString(500, u'n');
                conversations << c;
            }
            return database.history().saveConversations(conversations);
        });
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() - 20 * 4096));
    file.write(QByteArray(18 * 4096, 'x'));
    file.close();

    store::Store store(profile.path());
    QSignalSpy troubled(&store, &store::Store::troubled);
    QCOMPARE(readDrafts(store), (store::Drafts{{conversation(1), numbered(1)}}));
    QVERIFY(troubled.isEmpty());
    store.ask(account,
              [](AccountDatabase &database) { return database.history().conversations(account, {}, 1000); });
    QTRY_COMPARE(troubled.size(), 1);
    keep(store, account, 2, numbered(2));
    // A new file was begun, and what was typed came along.
    QCOMPARE(readDrafts(store),
             (store::Drafts{{conversation(1), numbered(1)}, {conversation(2), numbered(2)}}));
    QCOMPARE(QFileInfo(path).dir().entryList({QStringLiteral("*.damaged-*")}).size(), 1);
}

void TestStore::aNewerFileIsOnlyRead()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.sqlite"));
    {
        const auto database = AccountDatabase::open(path);
        QVERIFY(database && (*database)->drafts().save(conversation(1), numbered(1)));
    }
    {
        const auto database = Database::open(path, AccountDatabase::migrations());
        QVERIFY(database && (*database)->run(QStringLiteral("PRAGMA user_version=999")));
    }
    const auto database = AccountDatabase::open(path);
    QVERIFY(database);
    QCOMPARE((*database)->problem()->kind, StoreProblem::Kind::Newer);
    QCOMPARE((*database)->drafts().all()->value(conversation(1)), numbered(1));
    QVERIFY(!(*database)->drafts().save(conversation(1), {}));
    QCOMPARE((*database)->drafts().all()->value(conversation(1)), numbered(1));
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
        QVERIFY((*database)->drafts().save(conversation(1), secret));
        QVERIFY((*database)->drafts().save(conversation(1), {}));
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
        keep(store, account, 1, numbered(1));
        keep(store, longer, 1, numbered(1));
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
    keep(store, account, 1, numbered(1));
    keep(store, account, 2, numbered(2));
    QVERIFY(!readDrafts(store));
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
