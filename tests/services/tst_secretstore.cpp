// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/secrets/keychainstore.h"
#include "services/secrets/memorystore.h"

#include <QElapsedTimer>
#include <QTest>

using namespace inbox;
using secrets::SecretError;

namespace {

const domain::AccountId berlin(QStringLiteral("berlin"));
const domain::AccountId lisbon(QStringLiteral("lisbon"));

} // namespace

// The store in memory, and the keychain's store on a machine that has no keychain.
class SecretStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("DISPLAY");
        QVERIFY(m_runtime.isValid());
        qputenv("XDG_RUNTIME_DIR",
                m_runtime.path().toLocal8Bit()); // a user's bus may listen in the usual one
    }

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void memoryReadsWhatWasWritten()
    {
        secrets::MemoryStore store;
        QVERIFY(store.write(berlin, QStringLiteral("first")).result().has_value());
        QVERIFY(store.write(berlin, QStringLiteral("second")).result().has_value());
        QCOMPARE(store.read(berlin).result().value(), QStringLiteral("second"));
    }

    void memoryKeepsAccountsApart()
    {
        secrets::MemoryStore store;
        QVERIFY(store.write(berlin, QStringLiteral("b")).result().has_value());
        QCOMPARE(store.read(lisbon).result().error().kind, SecretError::Kind::NotFoundOrLocked);
    }

    void memoryForgetsWhatWasRemoved()
    {
        secrets::MemoryStore store;
        QVERIFY(store.write(berlin, QStringLiteral("b")).result().has_value());
        QVERIFY(store.remove(berlin).result().has_value());
        QCOMPARE(store.read(berlin).result().error().kind, SecretError::Kind::NotFoundOrLocked);
        QCOMPARE(store.remove(berlin).result().error().kind, SecretError::Kind::NotFoundOrLocked);
    }

    void withoutKeychainReadingIsUnavailableInTime()
    {
        secrets::KeychainStore store;
        QElapsedTimer time;
        time.start();
        auto answer = store.read(berlin);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().kind, SecretError::Kind::Unavailable);
        QVERIFY(!answer.result().error().detail.isEmpty());
        QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
    }

    void withoutKeychainWritingIsUnavailable()
    {
        secrets::KeychainStore store;
        auto answer = store.write(berlin, QStringLiteral("tok-5ecret"));
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().kind, SecretError::Kind::Unavailable);
        QVERIFY(!answer.result().error().detail.contains(QStringLiteral("tok-5ecret")));
    }

    void aStoreThatGoesCancelsWhatWasAsked()
    {
        auto store = std::make_unique<secrets::KeychainStore>();
        auto answer = store->read(berlin);
        bool called = false;
        answer.then(this, [&called](const secrets::SecretResult<QString> &) { called = true; });
        store.reset();
        QVERIFY(answer.isFinished());
        QVERIFY(answer.isCanceled());
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void aContinuationMayAskAgain()
    {
        secrets::KeychainStore store;
        int answers = 0;
        store.read(berlin).then(this, [&](const secrets::SecretResult<QString> &) {
            ++answers;
            store.read(lisbon).then(this, [&](const secrets::SecretResult<QString> &) { ++answers; });
        });
        QTRY_COMPARE(answers, 2);
    }

private:
    QTemporaryDir m_runtime;
};

QTEST_GUILESS_MAIN(SecretStoreTest)
#include "tst_secretstore.moc"
