// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/secrets/keychainstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using secrets::SecretError;

namespace {

const domain::AccountId berlin(QStringLiteral("berlin"));
const domain::AccountId lisbon(QStringLiteral("lisbon"));
const QString token = QStringLiteral("tok-5ecret-ü-ש-😀");

} // namespace

// The keychain's store against a real keyring on a bus of its own, with a home of its own.
class SecretKeyringTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const char *program : {"dbus-daemon", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                QSKIP(qPrintable(QString::fromLatin1(program) + QStringLiteral(" is not installed")));
        }
        QVERIFY(m_home.isValid());
        const QByteArray home = m_home.path().toLocal8Bit();
        for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            qputenv(name, home);
        qunsetenv("DISPLAY");

        m_bus.setStandardErrorFile(QProcess::nullDevice());
        m_bus.start(
            QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QTRY_VERIFY(m_bus.canReadLine());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());

        m_keyring.setProcessChannelMode(QProcess::MergedChannels);
        m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
                        {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                         QStringLiteral("--components=secrets")});
        m_keyring.write("password of the keyring");
        m_keyring.closeWriteChannel();
        QTRY_VERIFY(call(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                         QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"),
                         {QStringLiteral("org.freedesktop.secrets")})
                        .arguments()
                        .value(0)
                        .toBool());
    }

    void cleanupTestCase()
    {
        for (QProcess *process : {&m_keyring, &m_bus}) {
            process->kill();
            process->waitForFinished();
        }
    }

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsWhatWasWritten()
    {
        secrets::KeychainStore store;
        auto written = store.write(berlin, token);
        auto read = store.read(berlin);
        QTRY_VERIFY(read.isFinished());
        QVERIFY(written.result().has_value());
        QCOMPARE(read.result().value(), token);
    }

    void anotherStoreReadsItToo()
    {
        secrets::KeychainStore store;
        auto read = store.read(berlin);
        QTRY_VERIFY(read.isFinished());
        QCOMPARE(read.result().value(), token);
    }

    void keepsAccountsApart()
    {
        secrets::KeychainStore store;
        auto read = store.read(lisbon);
        QTRY_VERIFY(read.isFinished());
        QCOMPARE(read.result().error().kind, SecretError::Kind::NotFoundOrLocked);
    }

    void keepsALongSecret()
    {
        const QString longSecret(64 * 1024, u'x');
        secrets::KeychainStore store;
        auto written = store.write(lisbon, longSecret);
        auto read = store.read(lisbon);
        QTRY_VERIFY(read.isFinished());
        QCOMPARE(read.result().value().size(), longSecret.size());
    }

    void forgetsWhatWasRemoved()
    {
        secrets::KeychainStore store;
        auto removed = store.remove(lisbon);
        auto read = store.read(lisbon);
        auto removedAgain = store.remove(lisbon);
        QTRY_VERIFY(removedAgain.isFinished());
        QVERIFY(removed.result().has_value());
        QCOMPARE(read.result().error().kind, SecretError::Kind::NotFoundOrLocked);
        // Where there was nothing to remove, some keychains say so and others are content.
        const auto again = removedAgain.result();
        QVERIFY(again || again.error().kind == SecretError::Kind::NotFoundOrLocked);
    }

    void leavesNoPlainTextOnDisk()
    {
        int files = 0;
        QDirIterator it(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            ++files;
            QVERIFY2(!file.readAll().contains("tok-5ecret"), qPrintable(file.fileName()));
        }
        QVERIFY(files > 0);
    }

    void lockedLooksLikeNotFound()
    {
        const QDBusObjectPath login(QStringLiteral("/org/freedesktop/secrets/collection/login"));
        const QDBusMessage locked =
            call(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                 QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"),
                 {QVariant::fromValue(QList<QDBusObjectPath>{login})});
        QCOMPARE(locked.errorMessage(), QString());
        secrets::KeychainStore store;
        auto read = store.read(berlin);
        QTRY_VERIFY(read.isFinished());
        QCOMPARE(read.result().error().kind, SecretError::Kind::NotFoundOrLocked);
    }

    void writingToAKeyringThatDiedIsUnavailable()
    {
        m_keyring.kill();
        QTRY_COMPARE(m_keyring.state(), QProcess::NotRunning);
        secrets::KeychainStore store;
        auto written = store.write(berlin, token);
        QTRY_VERIFY(written.isFinished());
        QCOMPARE(written.result().error().kind, SecretError::Kind::Unavailable);
    }

private:
    static QDBusMessage call(const QString &service, const QString &path, const QString &interface,
                             const QString &method, const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
        message.setArguments(arguments);
        return QDBusConnection::sessionBus().call(message);
    }

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
};

QTEST_GUILESS_MAIN(SecretKeyringTest)
#include "tst_secretkeyring.moc"
