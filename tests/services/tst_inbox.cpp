// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/secrets/memorystore.h"
#include "services/sync/inbox.h"
#include "tests/support/clientapiaccount.h"
#include "tests/support/faultserver.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace inbox;
using namespace inbox::domain;
using secrets::SecretError;
using secrets::SecretResult;
using tests::clientApiAccount;
using tests::FaultReply;
using tests::FaultServer;

namespace {

const QString kToken = QStringLiteral("canary-token-4711");

// A keychain that is not there.
class BrokenStore final : public secrets::SecretStore {
public:
    template <typename T> static QFuture<SecretResult<T>> fail()
    {
        QPromise<SecretResult<T>> promise;
        promise.start();
        promise.addResult(
            tl::unexpected(SecretError{SecretError::Kind::Unavailable, QStringLiteral("no bus")}));
        promise.finish();
        return promise.future();
    }
    QFuture<SecretResult<QString>> read(const AccountId &) override { return fail<QString>(); }
    QFuture<SecretResult<Nothing>> write(const AccountId &, const QString &) override
    {
        return fail<Nothing>();
    }
    QFuture<SecretResult<Nothing>> remove(const AccountId &) override { return fail<Nothing>(); }
};

// A keychain that fails as it is told, until it is told otherwise.
class MoodyStore final : public secrets::SecretStore {
public:
    QFuture<SecretResult<QString>> read(const AccountId &id) override
    {
        ++reads;
        return mood ? failing<QString>() : kept.read(id);
    }
    QFuture<SecretResult<Nothing>> write(const AccountId &id, const QString &secret) override
    {
        ++writes;
        return mood ? failing<Nothing>() : kept.write(id, secret);
    }
    QFuture<SecretResult<Nothing>> remove(const AccountId &id) override { return kept.remove(id); }

    secrets::MemoryStore kept;
    std::optional<SecretError::Kind> mood;
    int reads = 0;
    int writes = 0;

private:
    template <typename T> QFuture<SecretResult<T>> failing() const
    {
        QPromise<SecretResult<T>> promise;
        promise.start();
        promise.addResult(tl::unexpected(SecretError{*mood, QStringLiteral("no bus")}));
        promise.finish();
        return promise.future();
    }
};

FaultReply emptyList(const tests::ReceivedRequest &)
{
    return FaultReply::json(R"({"data":[]})");
}

} // namespace

class TestInbox : public QObject {
    Q_OBJECT

    SystemClock m_clock;

    static QByteArray everythingIn(const QString &dir)
    {
        QByteArray all;
        for (const QFileInfo &info : QDir(dir).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    // An account of an earlier run, its token in the keychain.
    AccountId keptAccount(const FaultServer &server, const QTemporaryDir &dir, secrets::SecretStore &secrets)
    {
        sync::Inbox inbox(dir.path(), secrets, m_clock);
        const AccountId id = *inbox.saveAccount(clientApiAccount(server.url()), kToken);
        const auto kept = [&] { return inbox.secretState(id) == sync::Inbox::SecretState::Kept; };
        return QTest::qWaitFor(kept) ? id : AccountId();
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void anAccountComesBackAfterARestartWithItsToken()
    {
        FaultServer server(emptyList);
        QTemporaryDir dir;
        secrets::MemoryStore secrets;
        AccountId id;
        {
            sync::Inbox inbox(dir.path(), secrets, m_clock);
            inbox.load();
            const auto saved = inbox.saveAccount(clientApiAccount(server.url()), kToken);
            QVERIFY(saved.has_value());
            id = *saved;
            QTRY_COMPARE(inbox.session(id)->status().phase, sync::SyncStatus::Phase::Synced);
            QTRY_COMPARE(inbox.secretState(id), sync::Inbox::SecretState::Kept);
        }
        QVERIFY(!everythingIn(dir.path()).contains(kToken.toUtf8()));
        const int before = server.count();
        sync::Inbox again(dir.path(), secrets, m_clock);
        again.load();
        QCOMPARE(again.session(id)->config().name, QStringLiteral("Shop"));
        QTRY_COMPARE(again.session(id)->status().phase, sync::SyncStatus::Phase::Synced);
        QCOMPARE(server.requests().at(before).header("authorization"), "Bearer " + kToken.toUtf8());
    }

    void eachAccountGetsAColourThatStays()
    {
        FaultServer server(emptyList);
        QTemporaryDir dir;
        secrets::MemoryStore secrets;
        QList<AccountId> ids;
        {
            sync::Inbox inbox(dir.path(), secrets, m_clock);
            QSet<int> colors;
            for (int i = 0; i < accountColorCount; ++i) {
                ids << inbox.saveAccount(clientApiAccount(server.url()), kToken).value();
                colors << inbox.session(ids.constLast())->config().color;
            }
            QCOMPARE(colors.size(), accountColorCount);
            QVERIFY(!colors.contains(noAccountColor));
            AccountConfig chosen = inbox.session(ids.constFirst())->config();
            chosen.color = 5;
            QVERIFY(inbox.saveAccount(chosen, {}).has_value());
            QCOMPARE(inbox.session(ids.constFirst())->config().color, 5);
            inbox.removeAccount(ids.at(1));
            QCOMPARE(inbox.freeColor(), 0); // the first that nobody has
        }
        sync::Inbox again(dir.path(), secrets, m_clock);
        again.load();
        QCOMPARE(again.session(ids.constFirst())->config().color, 5);
        QCOMPARE(again.session(ids.at(2))->config().color, 2);
    }

    void aColourThatIsNoneIsReplaced()
    {
        QTemporaryDir dir;
        secrets::MemoryStore secrets;
        QFile file(dir.filePath(QStringLiteral("accounts.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[a]\nbackend=client-api\ncolor=99\nsettings\\url=http://127.0.0.1:1/v1\n"
                   "[b]\nbackend=client-api\nsettings\\url=http://127.0.0.1:1/v1\n");
        file.close();
        sync::Inbox inbox(dir.path(), secrets, m_clock);
        inbox.load();
        QCOMPARE(inbox.sessions().size(), 2);
        QCOMPARE(inbox.session(AccountId(QStringLiteral("a")))->config().color, 0);
        QCOMPARE(inbox.session(AccountId(QStringLiteral("b")))->config().color, 1);
    }

    void withoutAKeychainTheTokenLivesForTheRunAndTheWindowHears()
    {
        FaultServer server(emptyList);
        QTemporaryDir dir;
        BrokenStore secrets;
        sync::Inbox inbox(dir.path(), secrets, m_clock);
        QSignalSpy unavailable(&inbox, &sync::Inbox::keychainUnavailable);
        const AccountId id = *inbox.saveAccount(clientApiAccount(server.url()), kToken);
        QTRY_COMPARE(inbox.session(id)->status().phase, sync::SyncStatus::Phase::Synced);
        QTRY_COMPARE(unavailable.size(), 1);
        QCOMPARE(inbox.secretState(id), sync::Inbox::SecretState::ForThisRunOnly);
        QVERIFY(!everythingIn(dir.path()).contains(kToken.toUtf8()));
    }

    void anAccountIsNotForgottenBecauseItsSecretWasNotFound()
    {
        FaultServer server(emptyList);
        QTemporaryDir dir;
        secrets::MemoryStore kept;
        AccountId id;
        {
            sync::Inbox inbox(dir.path(), kept, m_clock);
            id = *inbox.saveAccount(clientApiAccount(server.url()), kToken);
            QTRY_COMPARE(inbox.secretState(id), sync::Inbox::SecretState::Kept);
        }
        secrets::MemoryStore empty;
        {
            sync::Inbox inbox(dir.path(), empty, m_clock);
            inbox.load();
            QTRY_COMPARE(inbox.secretState(id), sync::Inbox::SecretState::Missing);
            QVERIFY(inbox.session(id));
        }
        sync::Inbox later(dir.path(), kept, m_clock);
        later.load();
        QTRY_COMPARE(later.secretState(id), sync::Inbox::SecretState::Kept);
    }

    void aLockedKeychainIsSaidAndTriedAgainWhenAsked()
    {
        FaultServer server(emptyList);
        QTemporaryDir dir;
        MoodyStore secrets;
        const AccountId id = keptAccount(server, dir, secrets);
        secrets.mood = SecretError::Kind::NotFoundOrLocked;
        const int before = server.count();
        sync::Inbox inbox(dir.path(), secrets, m_clock);
        inbox.setKeychainRetry(std::chrono::milliseconds(0));
        QSignalSpy unavailable(&inbox, &sync::Inbox::keychainUnavailable);
        inbox.load();
        QTRY_COMPARE(inbox.secretState(id), sync::Inbox::SecretState::Missing);
        QCOMPARE(inbox.session(id)->status().phase, sync::SyncStatus::Phase::NeedsSignIn);
        QCOMPARE(unavailable.size(), 0);
        QCOMPARE(server.count(), before); // without a token nothing is asked
        secrets.mood.reset();
        QCOMPARE(secrets.reads, 1); // and it is not tried again unasked: it may be for the person to unlock
        inbox.tryKeychainAgain();
        QTRY_COMPARE(inbox.session(id)->status().phase, sync::SyncStatus::Phase::Synced);
        QCOMPARE(inbox.secretState(id), sync::Inbox::SecretState::Kept);
    }

    void aKeychainThatDoesNotAnswerIsTriedAgainOnce()
    {
        FaultServer server(emptyList);
        QTemporaryDir dir;
        MoodyStore secrets;
        const AccountId id = keptAccount(server, dir, secrets);
        secrets.mood = SecretError::Kind::Unavailable;
        sync::Inbox inbox(dir.path(), secrets, m_clock);
        inbox.setKeychainRetry(std::chrono::milliseconds(1));
        QSignalSpy unavailable(&inbox, &sync::Inbox::keychainUnavailable);
        inbox.load();
        QTRY_COMPARE(unavailable.size(), 2);
        QCOMPARE(inbox.secretState(id), sync::Inbox::SecretState::Unreachable);
        QCOMPARE(inbox.session(id)->status().phase, sync::SyncStatus::Phase::NeedsSignIn);
        QCOMPARE(secrets.reads, 2);
        secrets.mood.reset();
        QSignalSpy answered(&inbox, &sync::Inbox::keychainAnswered);
        inbox.tryKeychainAgain();
        QTRY_COMPARE(inbox.session(id)->status().phase, sync::SyncStatus::Phase::Synced);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(secrets.reads, 3);
    }

    void aKeychainThatStartsLateIsFoundByItself()
    {
        FaultServer server(emptyList);
        QTemporaryDir dir;
        MoodyStore secrets;
        const AccountId id = keptAccount(server, dir, secrets);
        secrets.mood = SecretError::Kind::Unavailable;
        sync::Inbox inbox(dir.path(), secrets, m_clock);
        inbox.setKeychainRetry(std::chrono::milliseconds(1));
        connect(&inbox, &sync::Inbox::keychainUnavailable, this, [&] { secrets.mood.reset(); });
        inbox.load();
        QTRY_COMPARE(inbox.session(id)->status().phase, sync::SyncStatus::Phase::Synced);
        QCOMPARE(inbox.secretState(id), sync::Inbox::SecretState::Kept);
    }

    void anEmptyEntryIsNoToken()
    {
        FaultServer server(emptyList);
        QTemporaryDir dir;
        MoodyStore secrets;
        const AccountId id = keptAccount(server, dir, secrets);
        secrets.write(id, {});
        sync::Inbox inbox(dir.path(), secrets, m_clock);
        inbox.load();
        QTRY_COMPARE(inbox.secretState(id), sync::Inbox::SecretState::Missing);
        QVERIFY(inbox.session(id));
    }

    void aTokenThatCouldNotBeKeptIsKeptLater()
    {
        FaultServer server(emptyList);
        MoodyStore secrets;
        secrets.mood = SecretError::Kind::Unavailable;
        sync::Inbox inbox({}, secrets, m_clock);
        const AccountId id = *inbox.saveAccount(clientApiAccount(server.url()), kToken);
        QTRY_COMPARE(secrets.writes, 1);
        QCOMPARE(inbox.secretState(id), sync::Inbox::SecretState::ForThisRunOnly);
        secrets.mood.reset();
        inbox.tryKeychainAgain();
        QTRY_COMPARE(inbox.secretState(id), sync::Inbox::SecretState::Kept);
        QCOMPARE(secrets.kept.read(id).result().value(), kToken);
    }

    void removingAnAccountWipesItsSecretAndItsEntry()
    {
        FaultServer server(emptyList);
        QTemporaryDir dir;
        secrets::MemoryStore secrets;
        sync::Inbox inbox(dir.path(), secrets, m_clock);
        const AccountId id = *inbox.saveAccount(clientApiAccount(server.url()), kToken);
        QTRY_COMPARE(inbox.secretState(id), sync::Inbox::SecretState::Kept);
        inbox.removeAccount(id);
        QVERIFY(!inbox.session(id));
        QVERIFY(!everythingIn(dir.path()).contains(id.value().toUtf8()));
        QFuture<SecretResult<QString>> read = secrets.read(id);
        QTRY_VERIFY(read.isFinished());
        QVERIFY(!read.result().has_value());
    }

    void aSessionOnlyAccountLeavesNothingBehind()
    {
        FaultServer server(emptyList);
        QTemporaryDir dir;
        secrets::MemoryStore secrets;
        sync::Inbox inbox(dir.path(), secrets, m_clock);
        AccountConfig once = clientApiAccount(server.url());
        once.sessionOnly = true;
        const AccountId id = *inbox.saveAccount(once, kToken);
        QTRY_COMPARE(inbox.session(id)->status().phase, sync::SyncStatus::Phase::Synced);
        QVERIFY(QDir(dir.path()).isEmpty());
        QFuture<SecretResult<QString>> read = secrets.read(id);
        QTRY_VERIFY(read.isFinished());
        QVERIFY(!read.result().has_value());
    }

    void aNewTokenOfTheSameServerKeepsWhatIsKnown()
    {
        FaultServer server([](const tests::ReceivedRequest &r) {
            return r.header("authorization") == "Bearer " + kToken.toUtf8()
                ? FaultReply::json(R"({"data":[]})")
                : FaultReply::json("{}", 401);
        });
        secrets::MemoryStore secrets;
        sync::Inbox inbox({}, secrets, m_clock);
        const AccountId id = *inbox.saveAccount(clientApiAccount(server.url()), QStringLiteral("old"));
        const sync::AccountSession *session = inbox.session(id);
        QTRY_COMPARE(session->status().phase, sync::SyncStatus::Phase::NeedsSignIn);
        AccountConfig same = session->config();
        QVERIFY(inbox.saveAccount(same, kToken).has_value());
        QCOMPARE(inbox.session(id), session);
        QTRY_COMPARE(session->status().phase, sync::SyncStatus::Phase::Synced);
    }

    void changedSettingsKeepWhatIsOpen()
    {
        FaultServer server([](const tests::ReceivedRequest &r) {
            const QByteArray conversation =
                R"({"id": 1, "channel": "whatsapp", "status": "to-do", "reply_possible": false,
                    "reply_until": "2020-01-01T00:00:00Z", "customer_interaction_required": false,
                    "customer": {"id": 7, "name": "Maria"}})";
            if (r.verb == "POST")
                return FaultReply::html(502);
            if (r.target.endsWith("/conversations"))
                return FaultReply::json("{\"data\":[" + conversation + "]}");
            if (r.target.endsWith("/messages"))
                return FaultReply::json(R"({"data":[]})");
            return FaultReply::json("{\"data\":" + conversation + "}");
        });
        const auto posts = [&server] {
            const QList<tests::ReceivedRequest> all = server.requests();
            return std::count_if(all.cbegin(), all.cend(), [](const auto &r) { return r.verb == "POST"; });
        };
        secrets::MemoryStore secrets;
        sync::Inbox inbox({}, secrets, m_clock);
        const AccountId id = *inbox.saveAccount(clientApiAccount(server.url()), kToken);
        const ConversationId one(QStringLiteral("1"));
        QTRY_VERIFY(inbox.session(id)->conversation(one));
        inbox.session(id)->restart(one);
        QTRY_COMPARE(inbox.session(id)->restartRecord(one).state, RestartRecord::State::OutcomeUnknown);

        AccountConfig changed = inbox.session(id)->config();
        changed.settings.insert(customFieldsSetting, QStringLiteral("Branch"));
        QVERIFY(inbox.saveAccount(changed, {}).has_value());
        sync::AccountSession *session = inbox.session(id);
        QCOMPARE(session->config().settings.value(customFieldsSetting), QStringLiteral("Branch"));
        QCOMPARE(session->restartRecord(one).state, RestartRecord::State::OutcomeUnknown);
        QTRY_VERIFY(session->conversation(one));
        QSignalSpy finished(session, &sync::AccountSession::restartFinished);
        session->restart(one);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().at(1).value<sync::RestartOutcome>(),
                 sync::RestartOutcome::AlreadyRunning);
        QCOMPARE(posts(), 1);
    }

    void testingAConnectionTellsWhatIsWrong_data()
    {
        QTest::addColumn<FaultReply>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("wrong token") << FaultReply::json("{}", 401) << ErrorKind::BadCredential;
        QTest::newRow("wrong address") << FaultReply::json("{}", 404) << ErrorKind::NotFound;
        QTest::newRow("a web page") << FaultReply::html() << ErrorKind::NotThisApi;
        QTest::newRow("another API") << FaultReply::json(R"({"hello":"world"})") << ErrorKind::NotThisApi;
    }
    void testingAConnectionTellsWhatIsWrong()
    {
        QFETCH(FaultReply, answer);
        QFETCH(ErrorKind, kind);
        FaultServer server([answer](const tests::ReceivedRequest &) { return answer; });
        secrets::MemoryStore secrets;
        sync::Inbox inbox({}, secrets, m_clock);
        net::Call<Nothing> call = inbox.testConnection(clientApiAccount(server.url()), kToken);
        QTRY_VERIFY(call.future.isFinished());
        QVERIFY(!call.future.result().has_value());
        QCOMPARE(call.future.result().error().kind, kind);
        QVERIFY(inbox.sessions().isEmpty());
    }

    void testingAKnownAccountUsesTheTokenThatIsKept()
    {
        FaultServer server(emptyList);
        secrets::MemoryStore secrets;
        sync::Inbox inbox({}, secrets, m_clock);
        const AccountId id = *inbox.saveAccount(clientApiAccount(server.url()), kToken);
        QTRY_COMPARE(inbox.secretState(id), sync::Inbox::SecretState::Kept);
        net::Call<Nothing> call = inbox.testConnection(inbox.session(id)->config(), {});
        QTRY_VERIFY(call.future.isFinished());
        QVERIFY(call.future.result().has_value());
        QCOMPARE(server.requests().constLast().header("authorization"), "Bearer " + kToken.toUtf8());
    }

    void aKeptTokenNeverGoesToAnotherServer()
    {
        FaultServer server(emptyList);
        FaultServer other(emptyList);
        secrets::MemoryStore secrets;
        sync::Inbox inbox({}, secrets, m_clock);
        const AccountId id = *inbox.saveAccount(clientApiAccount(server.url()), kToken);
        QTRY_COMPARE(inbox.secretState(id), sync::Inbox::SecretState::Kept);
        AccountConfig moved = clientApiAccount(other.url());
        moved.id = id;
        const auto saved = inbox.saveAccount(moved, {});
        QVERIFY(!saved.has_value());
        QCOMPARE(saved.error(), QStringLiteral("token"));
        net::Call<Nothing> call = inbox.testConnection(moved, {});
        QTRY_VERIFY(call.future.isFinished());
        for (const tests::ReceivedRequest &request : other.requests())
            QVERIFY(!request.header("authorization").contains(kToken.toUtf8()));
        QVERIFY(inbox.saveAccount(moved, QStringLiteral("new")).has_value());
    }
};

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
