// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/clock.h"
#include "services/secrets/memorystore.h"
#include "services/store/accountdatabase.h"
#include "services/sync/accountsession.h"
#include "services/sync/inbox.h"
#include "services/sync/openings.h"
#include "tests/support/faultserver.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QMutex>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace inbox;
using namespace inbox::domain;
using tests::FaultReply;
using tests::FaultServer;
using tests::ReceivedRequest;
using Row = RecipientResult::State;
using State = Opening::State;

namespace {

constexpr QLatin1String writerOption("--write-to-thousands");
const AccountId account(QStringLiteral("z"));
constexpr int kPeople = 5000;
constexpr int kPerRequest = 5;

QList<Recipient> people()
{
    QList<Recipient> all;
    for (int i = 0; i < kPeople; ++i) {
        Recipient one;
        one.phone = QStringLiteral("+49151%1").arg(1'000'000 + i);
        one.variables.insert(QStringLiteral("1"), QString::number(i / 1000));
        all << one;
    }
    return all;
}

// Begins the opening, or goes on with it, until it is over; prints how many rows are known.
int writeToThousands(const QString &profile, const QString &server)
{
    bool begins = true;
    {
        QDir().mkpath(profile + QStringLiteral("/accounts"));
        const auto database = store::AccountDatabase::open(profile + QStringLiteral("/accounts/z.sqlite"));
        const auto kept = database ? (*database)->openings().all() : store::Result<QList<Opening>>();
        begins = kept && kept->isEmpty();
    }
    const SystemClock clock;
    secrets::MemoryStore secrets;
    sync::Inbox inbox(profile, secrets, clock);
    AccountConfig config;
    config.id = account;
    config.backend = QStringLiteral("zild");
    config.settings.insert(baseUrlSetting, server);
    inbox.addSession(config, backends::createBackend(config, QStringLiteral("a.b.c")), {});
    sync::AccountSession &session = *inbox.session(account);
    session.start();
    sync::Openings &openings = session.openings();
    QObject::connect(&openings, &sync::Openings::openingChanged, &openings, [&](const OpeningId &id) {
        const Opening *opening = openings.find(id);
        std::printf("%lld\n",
                    static_cast<long long>(std::count_if(
                        opening->results.cbegin(), opening->results.cend(),
                        [](const RecipientResult &result) { return result.state == Row::Sent; })));
        std::fflush(stdout);
        if (opening->state == State::Finished)
            QCoreApplication::quit();
        else if (opening->state == State::Paused)
            QTimer::singleShot(0, &openings, [&openings, id] { openings.resume(id); });
    });
    if (begins) {
        OpeningPlan plan;
        plan.perRequest = kPerRequest;
        openings.start(plan, people());
    }
    return QCoreApplication::exec();
}

} // namespace

// Kills the program over and over while it writes to thousands of people, and then asks the server who was
// written to. INBOX_CRASHES says how often.
class TestCrashOpening : public QObject {
    Q_OBJECT

    QMutex m_mutex;
    QHash<QString, int> m_written;
    QRandomGenerator m_random{1};
    bool m_isKind = false;

    FaultReply reply(const ReceivedRequest &request)
    {
        const QMutexLocker lock(&m_mutex);
        const int dice = m_isKind ? 100 : int(m_random.bounded(100));
        if (dice < 2)
            return FaultReply::json("{}", 429);
        if (dice < 3)
            return FaultReply::html(502); // not carried out
        QJsonArray all;
        const QJsonArray phones =
            QJsonDocument::fromJson(request.body).object().value(QStringLiteral("recipient")).toArray();
        for (const QJsonValue &phone : phones) {
            ++m_written[phone.toString()];
            const int id = phone.toString().right(7).toInt();
            all.append(QJsonObject{
                {QStringLiteral("id"), id},
                {QStringLiteral("messages"),
                 QJsonArray{QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("to"), phone}}}}});
        }
        if (dice < 5)
            return FaultReply::fault(FaultReply::Act::Close); // carried out
        return FaultReply::json(QJsonDocument(all).toJson(QJsonDocument::Compact));
    }

private Q_SLOTS:
    void nobodyIsWrittenToTwice()
    {
        bool isNumber = false;
        const int asked = qEnvironmentVariableIntValue("INBOX_CRASHES", &isNumber);
        const int crashes = isNumber && asked > 0 ? asked : 6;
        QTemporaryDir profile;
        FaultServer server([this](const ReceivedRequest &request) { return reply(request); });
        const QStringList arguments{writerOption, profile.path(), server.url().toString()};
        int kills = 0;
        for (int round = 0; round < crashes; ++round) {
            QProcess writer;
            writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            writer.start(QCoreApplication::applicationFilePath(), arguments);
            // Anywhere: also before the first byte, and in the middle of a request.
            const int requests = server.count() + m_random.bounded(1, 120);
            while (server.count() < requests && writer.state() != QProcess::NotRunning)
                (void)writer.waitForReadyRead(5);
            if (writer.state() == QProcess::NotRunning)
                break;
            writer.kill();
            QVERIFY(writer.waitForFinished());
            ++kills;
        }
        {
            const QMutexLocker lock(&m_mutex);
            m_isKind = true;
        }
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(QCoreApplication::applicationFilePath(), arguments);
        while (writer.state() != QProcess::NotRunning) {
            (void)writer.waitForReadyRead(100);
            (void)writer.readAllStandardOutput();
        }
        QCOMPARE(writer.exitStatus(), QProcess::NormalExit);
        QCOMPARE(writer.exitCode(), 0);

        const auto database =
            store::AccountDatabase::open(profile.filePath(QStringLiteral("accounts/z.sqlite")), true);
        QVERIFY(database);
        QVERIFY(!(*database)->problem());
        const auto openings = (*database)->openings().all();
        QVERIFY(openings);
        QCOMPARE(openings->size(), 1);
        const Opening &opening = openings->first();
        QCOMPARE(opening.recipients, people());
        QCOMPARE(opening.state, State::Finished);
        const QMutexLocker lock(&m_mutex);
        int sent = 0;
        int unknown = 0;
        for (qsizetype i = 0; i < opening.recipients.size(); ++i) {
            const int received = m_written.value(opening.recipients.at(i).phone);
            const QByteArray which = opening.recipients.at(i).phone.toLatin1();
            const Row state = opening.results.at(i).state;
            QVERIFY2(received <= 1, which.constData());
            QVERIFY2(state == Row::Sent || state == Row::Unknown, which.constData());
            if (state == Row::Sent)
                QVERIFY2(received == 1, which.constData());
            sent += state == Row::Sent;
            unknown += state == Row::Unknown;
        }
        const auto payments = (*database)->payments();
        QVERIFY(payments);
        QCOMPARE(payments->size(), kPeople);
        QVERIFY(sent > 0);
        qInfo("%d kills while writing to %d people: %d sent, %d unknown, nobody twice; %d requests", kills,
              kPeople, sent, unknown, server.count());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == writerOption) {
        // Qt's word for each re-send that was prevented.
        QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
        return writeToThousands(arguments.at(2), arguments.at(3));
    }
    TestCrashOpening test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crashopening.moc"
