// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/secrets/keychainstore.h"
#include "services/sync/inbox.h"
#include "tests/support/clientapiaccount.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using secrets::SecretResult;
using SecretState = sync::Inbox::SecretState;

namespace {

const QString kToken = QStringLiteral("canary-keychain-token-4711");
constexpr int kLongToken = 64 * 1024;
constexpr int kPatience = 10'000; // ms

QString tokenOf(int length)
{
    return length <= kToken.size() ? kToken : kToken.leftJustified(length, u'x');
}

// --- the program under test, in a process of its own: a process speaks to one session bus all its life
// ------

void tell(const QJsonObject &seen)
{
    QTextStream(stdout) << QJsonDocument(seen).toJson(QJsonDocument::Compact) << Qt::endl;
}

// What one start of the program, or signing in for the first time, comes to.
int runInbox(const QString &what, const QString &profile, int tokenLength)
{
    SystemClock clock;
    secrets::KeychainStore store;
    sync::Inbox inbox(profile, store, clock);
    int unavailable = 0;
    QObject::connect(&inbox, &sync::Inbox::keychainUnavailable, &inbox, [&] { ++unavailable; });
    QElapsedTimer time;
    time.start();
    if (what == QLatin1String("sign-in")) {
        const QUrl nobody(QStringLiteral("http://127.0.0.1:1"));
        if (!inbox.saveAccount(tests::clientApiAccount(nobody), tokenOf(tokenLength)))
            return 1;
    } else {
        inbox.load();
    }
    const auto state = [&] { return inbox.secretState(inbox.sessions().value(0)->id()); };
    if (inbox.sessions().isEmpty())
        return 2;
    const bool settled = QTest::qWaitFor(
        [&] { return unavailable > 0 || state() == SecretState::Kept || state() == SecretState::Missing; },
        kPatience);
    tell({{QStringLiteral("accounts"), int(inbox.sessions().size())},
          {QStringLiteral("state"), QVariant::fromValue(state()).toString()},
          {QStringLiteral("settled"), settled},
          {QStringLiteral("ms"), time.elapsed()},
          {QStringLiteral("unavailable"), unavailable},
          {QStringLiteral("id"), inbox.sessions().constFirst()->id().value()}});
    return 0;
}

int runStore(const QString &what, const QString &id)
{
    secrets::KeychainStore store;
    if (what == QLatin1String("empty")) {
        const auto written = store.write(AccountId(id), {});
        if (!QTest::qWaitFor([&] { return written.isFinished(); }, kPatience))
            return 3;
        tell({{QStringLiteral("written"), written.result().has_value()}});
        return 0;
    }
    const auto read = store.read(AccountId(id));
    if (!QTest::qWaitFor([&] { return read.isFinished(); }, kPatience))
        return 3;
    tell({{QStringLiteral("length"), read.result() ? int(read.result()->size()) : -1},
          {QStringLiteral("same"), read.result() && *read.result() == tokenOf(int(read.result()->size()))}});
    return 0;
}

// --- the world around it
// ------------------------------------------------------------------------------------

constexpr char kBusWithoutServices[] =
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
    "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>"
    "</policy></busconfig>";

// A home, a bus on which nothing is started unasked, and perhaps a keyring.
class World {
public:
    World()
    {
        QFile config(m_home.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            qFatal("no place for a bus");
        config.write(kBusWithoutServices);
        config.close();
        m_environment.remove(QStringLiteral("DISPLAY"));
        m_environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        for (const char *name :
             {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"})
            m_environment.insert(QLatin1String(name), m_home.path());
    }
    ~World()
    {
        stop(m_keyring);
        stop(m_bus);
        QDBusConnection::disconnectFromBus(m_address);
    }

    bool startBus()
    {
        m_bus.setStandardErrorFile(QProcess::nullDevice());
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                     QStringLiteral("--config-file=") + m_home.filePath(QStringLiteral("bus.conf"))});
        if (!QTest::qWaitFor([this] { return m_bus.canReadLine(); }, kPatience))
            return false;
        m_address = QString::fromUtf8(m_bus.readLine().trimmed());
        m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
        QDBusConnection::connectToBus(m_address, m_address);
        return true;
    }
    bool startKeyring(const QByteArray &password)
    {
        m_keyring.setProcessEnvironment(m_environment);
        m_keyring.setProcessChannelMode(QProcess::MergedChannels);
        m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
                        {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                         QStringLiteral("--components=secrets")});
        m_keyring.write(password);
        m_keyring.closeWriteChannel();
        return QTest::qWaitFor(
            [this] {
                return call(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"),
                            {QStringLiteral("org.freedesktop.secrets")})
                    .arguments()
                    .value(0)
                    .toBool();
            },
            kPatience);
    }
    void stopKeyring() { stop(m_keyring); }
    bool lockKeyring()
    {
        const QDBusObjectPath login(QStringLiteral("/org/freedesktop/secrets/collection/login"));
        return call(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                    QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"),
                    {QVariant::fromValue(QList<QDBusObjectPath>{login})})
            .errorMessage()
            .isEmpty();
    }

    QJsonObject run(const QStringList &arguments) const
    {
        QProcess program;
        program.setProcessEnvironment(m_environment);
        program.setStandardErrorFile(QProcess::nullDevice());
        program.start(QCoreApplication::applicationFilePath(),
                      QStringList{QStringLiteral("--inside")} + arguments);
        program.waitForFinished(3 * kPatience);
        return QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    }
    QJsonObject signIn(int tokenLength = 0) const
    {
        return run({QStringLiteral("sign-in"), profile(), QString::number(tokenLength)});
    }
    QJsonObject start() const { return run({QStringLiteral("start"), profile(), QStringLiteral("0")}); }
    QString profile() const { return m_home.filePath(QStringLiteral("profile")); }

    // Files below the home that hold the token in any dress; empty when there is none.
    QStringList filesWithTheToken() const
    {
        const QByteArray plain = kToken.toUtf8();
        QByteArrayList dresses{plain, plain.toHex(), plain.toHex().toUpper()};
        for (int shift = 0; shift < 3; ++shift) {
            // The part of its base64 that does not depend on what stands before and after it.
            const QByteArray shifted = QByteArray(shift, ' ') + plain;
            dresses << shifted.toBase64().mid(4, (shifted.size() - 4) / 3 * 4 - 4);
        }
        QByteArray little;
        QByteArray big;
        for (const char c : plain) {
            little.append(c).append('\0');
            big.append('\0').append(c);
        }
        dresses << little << big;
        QStringList found;
        QDirIterator it(m_home.path(), QDir::Files | QDir::Hidden | QDir::System,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray all = file.readAll();
            for (const QByteArray &dress : std::as_const(dresses)) {
                if (all.contains(dress))
                    found << file.fileName();
            }
        }
        return found;
    }

private:
    static void stop(QProcess &process)
    {
        process.kill();
        process.waitForFinished();
    }
    QDBusMessage call(const QString &service, const QString &path, const QString &interface,
                      const QString &method, const QVariantList &arguments) const
    {
        QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
        message.setArguments(arguments);
        return QDBusConnection(m_address).call(message);
    }

    QTemporaryDir m_home;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_bus;
    QProcess m_keyring;
    QString m_address;
};

} // namespace

// Signing in and starting again in every state a keychain can be in: the right thing is said within 2 s, the
// account is never lost, and the token is in no file.
class TestKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *program : {"dbus-daemon", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                QSKIP(qPrintable(QString::fromLatin1(program) + QStringLiteral(" is not installed")));
        }
    }

    void unlocked()
    {
        World world;
        QVERIFY(world.startBus() && world.startKeyring("right"));
        expect(world.signIn(), SecretState::Kept, false);
        expect(world.start(), SecretState::Kept, false);
        QCOMPARE(world.filesWithTheToken(), QStringList());
    }

    void locked()
    {
        World world;
        QVERIFY(world.startBus() && world.startKeyring("right"));
        expect(world.signIn(), SecretState::Kept, false);
        QVERIFY(world.lockKeyring());
        expect(world.start(), SecretState::Missing, false);
        world.stopKeyring();
        QVERIFY(world.startKeyring("right"));
        expect(world.start(), SecretState::Kept, false);
        QCOMPARE(world.filesWithTheToken(), QStringList());
    }

    void wrongPassword()
    {
        World world;
        QVERIFY(world.startBus() && world.startKeyring("right"));
        expect(world.signIn(), SecretState::Kept, false);
        world.stopKeyring();
        QVERIFY(world.startKeyring("wrong"));
        expect(world.start(), SecretState::Missing, false);
        world.stopKeyring();
        QVERIFY(world.startKeyring("right"));
        expect(world.start(), SecretState::Kept, false);
    }

    void busWithoutAKeychain()
    {
        World world;
        QVERIFY(world.startBus());
        expect(world.signIn(), SecretState::ForThisRunOnly, true);
        expect(world.start(), SecretState::Unreachable, true);
        QVERIFY(world.startKeyring("right"));
        expect(world.start(), SecretState::Missing, false);
        QCOMPARE(world.filesWithTheToken(), QStringList());
    }

    void noBus()
    {
        const World world;
        expect(world.signIn(), SecretState::ForThisRunOnly, true);
        expect(world.start(), SecretState::Unreachable, true);
        QCOMPARE(world.filesWithTheToken(), QStringList());
    }

    void diesInBetween()
    {
        World world;
        QVERIFY(world.startBus() && world.startKeyring("right"));
        expect(world.signIn(), SecretState::Kept, false);
        world.stopKeyring();
        expect(world.start(), SecretState::Unreachable, true);
        QVERIFY(world.startKeyring("right"));
        expect(world.start(), SecretState::Kept, false);
        QCOMPARE(world.filesWithTheToken(), QStringList());
    }

    void emptyEntry()
    {
        World world;
        QVERIFY(world.startBus() && world.startKeyring("right"));
        const QString id = world.signIn().value(QLatin1String("id")).toString();
        QVERIFY(world.run({QStringLiteral("empty"), id}).value(QLatin1String("written")).toBool());
        expect(world.start(), SecretState::Missing, false);
    }

    void longToken()
    {
        World world;
        QVERIFY(world.startBus() && world.startKeyring("right"));
        const QJsonObject signedIn = world.signIn(kLongToken);
        expect(signedIn, SecretState::Kept, false);
        expect(world.start(), SecretState::Kept, false);
        const QJsonObject read =
            world.run({QStringLiteral("read"), signedIn.value(QLatin1String("id")).toString()});
        QCOMPARE(read.value(QLatin1String("length")).toInt(), kLongToken);
        QVERIFY(read.value(QLatin1String("same")).toBool());
        QCOMPARE(world.filesWithTheToken(), QStringList());
    }

private:
    static void expect(const QJsonObject &seen, SecretState state, bool unavailable)
    {
        constexpr int soon = 2000; // ms
        QCOMPARE(seen.value(QLatin1String("state")).toString(), QVariant::fromValue(state).toString());
        QCOMPARE(seen.value(QLatin1String("unavailable")).toInt(), unavailable ? 1 : 0);
        QCOMPARE(seen.value(QLatin1String("accounts")).toInt(), 1);
        QVERIFY2(seen.value(QLatin1String("ms")).toInt() < soon,
                 QByteArray::number(seen.value(QLatin1String("ms")).toInt()).constData());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) != QLatin1String("--inside")) {
        TestKeychain test;
        return QTest::qExec(&test, argc, argv);
    }
    const QString what = arguments.value(2);
    if (what == QLatin1String("sign-in") || what == QLatin1String("start"))
        return runInbox(what, arguments.value(3), arguments.value(4).toInt());
    return runStore(what, arguments.value(3));
}
#include "tst_keychain.moc"
