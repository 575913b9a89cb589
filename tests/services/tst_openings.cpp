// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/openings.h"

#include "services/store/store.h"
#include "services/sync/accountsession.h"
#include "tests/support/faultserver.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using tests::FaultReply;
using tests::FaultServer;
using tests::ReceivedRequest;
using Act = FaultReply::Act;
using Row = RecipientResult::State;
using State = Opening::State;

namespace {

const AccountId account(QStringLiteral("z"));

QStringList recipientsOf(const QByteArray &body)
{
    QStringList all;
    const QJsonArray phones =
        QJsonDocument::fromJson(body).object().value(QStringLiteral("recipient")).toArray();
    for (const QJsonValue &phone : phones)
        all << phone.toString();
    return all;
}

// A conversation for each recipient, its number the phone's last digits.
FaultReply done(const ReceivedRequest &request)
{
    QJsonArray all;
    for (const QString &phone : recipientsOf(request.body)) {
        const int id = phone.right(7).toInt();
        all.append(
            QJsonObject{{QStringLiteral("id"), id},
                        {QStringLiteral("token"), QStringLiteral("CANARY-TOKEN")},
                        {QStringLiteral("messages"),
                         QJsonArray{QJsonObject{{QStringLiteral("id"), id},
                                                {QStringLiteral("to"), phone},
                                                {QStringLiteral("content"), QStringLiteral("Hello")},
                                                {QStringLiteral("createdAt"),
                                                 QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                                                {QStringLiteral("sent"), true}}}}});
    }
    return FaultReply::json(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

// A yes to the request, and a no to each of its recipients.
FaultReply refusedInside(const ReceivedRequest &request)
{
    QJsonArray all;
    for (const QString &phone : recipientsOf(request.body)) {
        const int id = phone.right(7).toInt();
        all.append(QJsonObject{
            {QStringLiteral("id"), id},
            {QStringLiteral("messages"),
             QJsonArray{QJsonObject{{QStringLiteral("id"), id},
                                    {QStringLiteral("to"), phone},
                                    {QStringLiteral("errorCode"), QStringLiteral("63016")},
                                    {QStringLiteral("errorMessage"), QStringLiteral("No template")}}}}});
    }
    return FaultReply::json(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QList<Recipient> recipients(int count, int alike = 1'000'000)
{
    QList<Recipient> all;
    for (int i = 0; i < count; ++i) {
        Recipient one;
        one.phone = QStringLiteral("+49151%1").arg(1'000'000 + i);
        one.variables.insert(QStringLiteral("1"), QString::number(i / alike));
        all << one;
    }
    return all;
}

OpeningPlan plan(int perRequest = 1)
{
    OpeningPlan made;
    made.perRequest = perRequest;
    made.fields.insert(QStringLiteral("conversationTemplateId"), QStringLiteral("3"));
    made.lineName = QStringLiteral("Support");
    return made;
}

} // namespace

class TestOpenings : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<sync::AccountSession> m_session;

    void open()
    {
        AccountConfig config;
        config.id = account;
        config.backend = QStringLiteral("zild");
        config.settings.insert(baseUrlSetting, m_server->url().toString());
        auto backend = backends::createBackend(config, QStringLiteral("a.b.c"));
        QVERIFY(backend);
        m_session = std::make_unique<sync::AccountSession>(config, std::move(backend), m_clock,
                                                           sync::PollTimings(), m_store.get());
        m_session->start();
    }
    void reopen()
    {
        m_session.reset();
        m_store.reset(); // everything is on disk now
        m_store = std::make_unique<store::Store>(m_profile->path());
        open();
    }

    sync::Openings &openings() const { return m_session->openings(); }
    const Opening *only() const
    {
        return openings().all().size() == 1 ? openings().find(openings().all().constFirst()) : nullptr;
    }
    bool is(State state) const { return only() && only()->state == state; }
    // w: waiting, +: sending, s: sent, ?: unknown, f: failed, l: left
    QString rows() const
    {
        QString all;
        for (const RecipientResult &result : only() ? only()->results : QList<RecipientResult>())
            all += QLatin1String("w+s?fl").at(int(result.state));
        return all;
    }
    QList<Payment> payments()
    {
        QList<Payment> all;
        bool done = false;
        m_store->ask(
            account, [](store::AccountDatabase &database) { return database.payments(); }, this,
            [&](const store::Result<QList<Payment>> &read) {
                all = read.value_or(QList<Payment>());
                done = true;
            });
        return QTest::qWaitFor([&] { return done; }) ? all : QList<Payment>();
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<store::Store>(m_profile->path());
        m_server = std::make_unique<FaultServer>(done);
        open();
    }
    void cleanup()
    {
        m_session.reset();
        m_store.reset();
        m_server.reset();
    }
    void eachIsWrittenToOnce();
    void equalsGoTogether();
    void thousandsGoInOrder();
    void anAccountThatReadsNothingIsAtRest();
    void whatWasOpenedIsKept();
    void aConversationWithoutMessagesIsReadAllTheSame();
    void aLostAnswerIsNotSentAgain();
    void lostAnswersInARowPause();
    void whatDidNotLeaveWaits_data();
    void whatDidNotLeaveWaits();
    void whatIsRefusedTogetherMayBeDoneInPart_data();
    void whatIsRefusedTogetherMayBeDoneInPart();
    void aRefusedPlanPauses();
    void aNoInsideAYesPauses();
    void answersThatTellOfNobodyPause();
    void aPauseTheServerAsksForEndsByItself();
    void aPauseTheServerAsksForIsThePersonsToo();
    void pausedAndResumed();
    void stoppedAfterTheCurrentOne();
    void thePersonKnowsBetter();
    void itGoesOnInTheNextRun();
    void whatCannotBeWrittenDoesNotLeave();
    void anotherSessionTakesOver();
    void lateWritingIsTold();
    void whoWroteToUsIsTold();
    void onlyWhatIsOverIsForgotten();
};

void TestOpenings::eachIsWrittenToOnce()
{
    QSignalSpy changed(&openings(), &sync::Openings::openingChanged);
    const OpeningId id = openings().start(plan(), recipients(3));
    QVERIFY(!id.isEmpty());
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(rows(), QStringLiteral("sss"));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(m_server->count(), 3);
    const auto requests = m_server->requests();
    QCOMPARE(requests.at(1).body,
             QByteArray(R"({"contentVariables":{"1":"0"},"conversationTemplateId":3,)"
                        R"("recipient":["+491511000001"]})"));
    QCOMPARE(only()->results.at(1).conversation, ConversationId(QStringLiteral("1000001")));
    const QList<Payment> paid = payments();
    QCOMPARE(paid.size(), 3);
    QCOMPARE(paid.at(0).line, QStringLiteral("Support"));
    QCOMPARE(paid.at(0).customer, QStringLiteral("+491511000002"));
    QCOMPARE(paid.at(0).state, Intent::State::Accepted);
    QCOMPARE(paid.at(0).conversation, ConversationId(QStringLiteral("1000002")));
}

void TestOpenings::equalsGoTogether()
{
    openings().start(plan(2), recipients(7, 3)); // 000 111 2
    QTRY_VERIFY(is(State::Finished));
    QStringList chunks;
    for (const ReceivedRequest &request : m_server->requests())
        chunks << QString::number(recipientsOf(request.body).size());
    QCOMPARE(chunks.join(u' '), QStringLiteral("2 1 2 1 1"));
    QCOMPARE(m_server->requests().at(0).body,
             QByteArray(R"({"contentVariables":{"1":"0"},"conversationTemplateId":3,)"
                        R"("recipient":["+491511000000","+491511000001"]})"));
}

void TestOpenings::thousandsGoInOrder()
{
    constexpr int many = 5000;
    const QList<Recipient> all = recipients(many, 250);
    QCryptographicHash expected(QCryptographicHash::Sha256);
    for (const Recipient &one : all)
        expected.addData(
            QByteArray(one.phone.toLatin1() + one.variables.value(QStringLiteral("1")).toLatin1()));
    QElapsedTimer took;
    took.start();
    openings().start(plan(100), all);
    QTRY_VERIFY_WITH_TIMEOUT(is(State::Finished), 100'000);
    qInfo("%d recipients in %lld ms, %d requests", many, took.elapsed(), m_server->count());
    QCOMPARE(m_server->count(), 60); // 20 kinds of words, 250 recipients each: 100, 100, 50
    QCryptographicHash received(QCryptographicHash::Sha256);
    for (const ReceivedRequest &request : m_server->requests()) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QByteArray words =
            body.value(QStringLiteral("contentVariables"))[QStringLiteral("1")].toString().toLatin1();
        for (const QString &phone : recipientsOf(request.body))
            received.addData(QByteArray(phone.toLatin1() + words));
    }
    QCOMPARE(received.result().toHex(), expected.result().toHex());
    QCOMPARE(rows().count(u's'), many);
}

void TestOpenings::anAccountThatReadsNothingIsAtRest()
{
    QCOMPARE(m_session->status().phase, sync::SyncStatus::Phase::Synced);
    m_session->refresh();
    m_session->refreshConversation(ConversationId(QStringLiteral("1")));
    m_session->setOpenConversation(ConversationId(QStringLiteral("1")));
    QCOMPARE(m_session->status().phase, sync::SyncStatus::Phase::Synced);
    QVERIFY(!m_session->status().error);
    QCOMPARE(m_server->count(), 0);

    // A refused credential is told like any other's, and a new one is its end.
    m_server->setScript([](const ReceivedRequest &) { return FaultReply::json("{}", 401); });
    openings().start(plan(), recipients(1));
    QTRY_VERIFY(is(State::Paused));
    QCOMPARE(rows(), QStringLiteral("w"));
    QCOMPARE(m_session->status().phase, sync::SyncStatus::Phase::NeedsSignIn);
    m_server->setScript(done);
    m_session->setSecret(QStringLiteral("d.e.f"));
    QCOMPARE(m_session->status().phase, sync::SyncStatus::Phase::Synced);
    openings().resume(only()->id);
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(m_server->requests().constLast().header("authorization"), QByteArray("Bearer d.e.f"));
}

void TestOpenings::whatWasOpenedIsKept()
{
    openings().start(plan(2), recipients(2));
    QTRY_VERIFY(is(State::Finished));
    const ConversationId id(QStringLiteral("1000001"));
    QVERIFY(m_session->conversation(id));
    QVERIFY(m_session->thread(id));
    QCOMPARE(m_session->thread(id)->messages.size(), 1);
    reopen();
    QTRY_VERIFY(m_session->conversation(id));
    QCOMPARE(m_session->conversation(id)->customer->displayId, QStringLiteral("+491511000001"));
    m_session->setOpenConversation(id);
    QTRY_VERIFY(m_session->thread(id) && m_session->thread(id)->messages.size() == 1);
    QCOMPARE(m_session->thread(id)->messages.at(0).status.value, DeliveryStatus::Sent);
    m_session->refresh(); // no list takes away what no list can show
    QVERIFY(m_session->conversation(id));
    QCOMPARE(m_server->count(), 1);
    // The answer's secret is in no file.
    m_session.reset();
    m_store.reset();
    const QDir folder(m_profile->filePath(QStringLiteral("accounts")));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("CANARY"), qPrintable(name));
    }
}

void TestOpenings::aConversationWithoutMessagesIsReadAllTheSame()
{
    m_server->setScript([](const ReceivedRequest &) { return FaultReply::json(R"([{"id":7}])"); });
    openings().start(plan(), recipients(1));
    QTRY_VERIFY(is(State::Finished));
    const ConversationId id(QStringLiteral("7"));
    QVERIFY(m_session->thread(id) && m_session->thread(id)->loaded);
    reopen();
    QTRY_VERIFY(m_session->conversation(id));
    m_session->setOpenConversation(id);
    QTRY_VERIFY(m_session->thread(id) && m_session->thread(id)->loaded);
    QVERIFY(!m_session->thread(id)->hasOlder);
}

void TestOpenings::aLostAnswerIsNotSentAgain()
{
    m_server->setScript([](const ReceivedRequest &request) {
        return request.number == 2 ? FaultReply::html(502) : done(request);
    });
    openings().start(plan(2), recipients(6));
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(rows(), QStringLiteral("ss??ss"));
    QCOMPARE(only()->results.at(2).error->kind, ErrorKind::ServerError);
    QCOMPARE(m_server->count(), 3);
    QCOMPARE(payments().size(), 6); // it may have been paid for
}

void TestOpenings::lostAnswersInARowPause()
{
    m_server->setScript([](const ReceivedRequest &) { return FaultReply::html(502); });
    openings().start(plan(), recipients(9));
    QTRY_VERIFY(is(State::Paused));
    QCOMPARE(rows(), QStringLiteral("???wwwwww"));
    QCOMPARE(only()->error->kind, ErrorKind::ServerError);
}

void TestOpenings::whatDidNotLeaveWaits_data()
{
    QTest::addColumn<int>("status"); // 0: the server cannot be reached
    QTest::addColumn<int>("kind");

    QTest::newRow("too many") << 429 << int(ErrorKind::RateLimited);
    QTest::newRow("forbidden") << 403 << int(ErrorKind::Forbidden);
    QTest::newRow("out of reach") << 0 << int(ErrorKind::ConnectionRefused);
}

void TestOpenings::whatDidNotLeaveWaits()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    m_server->setScript([status](const ReceivedRequest &) { return FaultReply::json("{}", status); });
    if (status == 0)
        m_server->stopListening();
    openings().start(plan(), recipients(2));
    QTRY_VERIFY(is(State::Paused));
    QCOMPARE(rows(), QStringLiteral("ww"));
    QCOMPARE(int(only()->error->kind), kind);
    QVERIFY(payments().isEmpty());
    QVERIFY(!openings().writtenTo(QStringLiteral("+491511000000")));
    m_server->setScript(done);
    if (status == 0)
        m_server->listenAgain();
    openings().resume(only()->id);
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(rows(), QStringLiteral("ss"));
    QVERIFY(!only()->error);
}

void TestOpenings::whatIsRefusedTogetherMayBeDoneInPart_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("bad request") << 400;
    QTest::newRow("too many") << 429;
}

void TestOpenings::whatIsRefusedTogetherMayBeDoneInPart()
{
    QFETCH(int, status);
    m_server->setScript([status](const ReceivedRequest &request) {
        if (request.number > 1)
            return done(request);
        return FaultReply::json(R"({"message":"No"})", status).with("Retry-After", "0");
    });
    openings().start(plan(3), recipients(6));
    QTRY_VERIFY(is(State::Paused));
    QCOMPARE(rows(), QStringLiteral("???www"));
    openings().resume(only()->id);
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(rows(), QStringLiteral("???sss"));
}

void TestOpenings::aRefusedPlanPauses()
{
    m_server->setScript([](const ReceivedRequest &request) {
        return request.number == 3 ? FaultReply::json(R"({"message":"Bad number"})", 400) : done(request);
    });
    openings().start(plan(), recipients(5));
    QTRY_VERIFY(is(State::Finished)); // it was about that one
    QCOMPARE(rows(), QStringLiteral("ssfss"));
    QCOMPARE(only()->results.at(2).error->detail, QStringLiteral("Bad number"));
    openings().forget(only()->id);
    QVERIFY(openings().all().isEmpty());

    m_server->setScript(
        [](const ReceivedRequest &) { return FaultReply::json(R"({"message":"No template"})", 400); });
    openings().start(plan(), recipients(5));
    QTRY_VERIFY(is(State::Paused)); // it is about all of them
    QCOMPARE(rows(), QStringLiteral("fwwww"));
    QCOMPARE(only()->error->detail, QStringLiteral("No template"));
}

void TestOpenings::aNoInsideAYesPauses()
{
    m_server->setScript(refusedInside);
    openings().start(plan(), recipients(9));
    QTRY_VERIFY(is(State::Paused));
    QCOMPARE(rows(), QStringLiteral("fwwwwwwww"));
    QCOMPARE(m_server->count(), 1);
    QVERIFY(only()->error);
    QCOMPARE(only()->error->kind, ErrorKind::Rejected);
    QCOMPARE(only()->error->detail, QStringLiteral("No template (63016)"));
    openings().stop(only()->id);
    openings().forget(only()->id);

    // After one was sent it takes two in a row.
    m_server->setScript([from = m_server->count()](const ReceivedRequest &request) {
        const int number = request.number - from;
        return number == 2 || number > 3 ? refusedInside(request) : done(request);
    });
    openings().start(plan(), recipients(9));
    QTRY_VERIFY(is(State::Paused));
    QCOMPARE(rows(), QStringLiteral("sfsffwwww"));
}

void TestOpenings::answersThatTellOfNobodyPause()
{
    m_server->setScript([](const ReceivedRequest &) { return FaultReply::json("[]"); });
    openings().start(plan(), recipients(9));
    QTRY_VERIFY(is(State::Paused));
    QCOMPARE(rows(), QStringLiteral("???wwwwww"));
    QVERIFY(only()->error);
    QCOMPARE(only()->error->outcome, Outcome::Unknown);
}

void TestOpenings::aPauseTheServerAsksForEndsByItself()
{
    m_server->setScript([](const ReceivedRequest &request) {
        return request.number == 2 ? FaultReply::json("{}", 429).with("Retry-After", "1") : done(request);
    });
    const OpeningId id = openings().start(plan(), recipients(3));
    QTRY_VERIFY(is(State::Paused));
    QCOMPARE(rows(), QStringLiteral("sww"));
    QCOMPARE(only()->error->kind, ErrorKind::RateLimited);
    QVERIFY(openings().goesOnAt(id));
    QVERIFY(*openings().goesOnAt(id) > QDateTime::currentDateTimeUtc().addMSecs(-100));
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(rows(), QStringLiteral("sss"));
    QVERIFY(!openings().goesOnAt(id));
    QCOMPARE(m_server->count(), 4);
}

void TestOpenings::aPauseTheServerAsksForIsThePersonsToo()
{
    m_server->setScript(
        [](const ReceivedRequest &) { return FaultReply::json("{}", 429).with("Retry-After", "1"); });
    const OpeningId id = openings().start(plan(), recipients(2));
    QTRY_VERIFY(openings().goesOnAt(id));
    openings().pause(id);
    QVERIFY(!openings().goesOnAt(id));
    QVERIFY(is(State::Paused));
    openings().resume(id);
    QTRY_VERIFY(openings().goesOnAt(id));
    // In the next run the person looks first.
    reopen();
    QTRY_VERIFY(is(State::Paused));
    QVERIFY(!openings().goesOnAt(id));
    openings().stop(id);
    QCOMPARE(rows(), QStringLiteral("ll"));
}

void TestOpenings::pausedAndResumed()
{
    const OpeningId id = openings().start(plan(), recipients(3));
    connect(&openings(), &sync::Openings::openingChanged, &openings(), [this, id] {
        if (rows() == QLatin1String("+ww"))
            openings().pause(id);
    });
    QTRY_COMPARE(rows(), QStringLiteral("sww"));
    QVERIFY(is(State::Paused));
    QVERIFY(!only()->error);
    openings().resume(id);
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(m_server->count(), 3);
}

void TestOpenings::stoppedAfterTheCurrentOne()
{
    const OpeningId id = openings().start(plan(), recipients(3));
    connect(&openings(), &sync::Openings::openingChanged, &openings(), [this, id] {
        if (rows() != QLatin1String("+ww"))
            return;
        openings().stop(id);
        openings().forget(id); // not yet
    });
    QTRY_COMPARE(rows(), QStringLiteral("sll"));
    openings().resume(id);
    QVERIFY(is(State::Stopped));
    reopen();
    QTRY_VERIFY(is(State::Stopped));
    QCOMPARE(rows(), QStringLiteral("sll"));
    QCOMPARE(m_server->count(), 1);
}

void TestOpenings::thePersonKnowsBetter()
{
    m_server->setScript([](const ReceivedRequest &request) {
        return request.number <= 1 ? FaultReply::html(502) : done(request);
    });
    const OpeningId id = openings().start(plan(2), recipients(4));
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(rows(), QStringLiteral("??ss"));
    openings().settle(id, 0, true);
    openings().settle(id, 1, false);
    openings().settle(id, 2, false); // is known already
    openings().settle(id, 99, false);
    QCOMPARE(rows(), QStringLiteral("swss"));
    QVERIFY(is(State::Paused));
    QCOMPARE(payments().size(), 3);
    openings().resume(id);
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(rows(), QStringLiteral("ssss"));
    QCOMPARE(m_server->count(), 3);
}

void TestOpenings::itGoesOnInTheNextRun()
{
    m_server->setScript([](const ReceivedRequest &request) {
        return request.number == 2 ? FaultReply::fault(Act::Stall) : done(request);
    });
    openings().start(plan(), recipients(4));
    QTRY_COMPARE(m_server->count(), 2);
    QTRY_COMPARE(rows(), QStringLiteral("s+ww"));
    reopen();
    QTRY_VERIFY(is(State::Paused));
    QCOMPARE(rows(), QStringLiteral("s?ww"));
    QCOMPARE(only()->plan, plan());
    QCOMPARE(only()->recipients, recipients(4));
    m_server->setScript(done);
    openings().resume(only()->id);
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(rows(), QStringLiteral("s?ss"));
    QCOMPARE(m_server->count(), 4);
}

void TestOpenings::whatCannotBeWrittenDoesNotLeave()
{
    m_session.reset();
    m_store.reset();
    QTemporaryDir broken;
    QFile inTheWay(broken.filePath(QStringLiteral("accounts")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    m_store = std::make_unique<store::Store>(broken.path());
    open();
    openings().start(plan(), recipients(2));
    QTRY_VERIFY(is(State::Paused));
    QCOMPARE(only()->error->kind, ErrorKind::LocalFailure);
    QCOMPARE(rows(), QStringLiteral("ww"));
    QCOMPARE(m_server->count(), 0);
    m_session.reset();
    m_store.reset();
}

void TestOpenings::anotherSessionTakesOver()
{
    m_server->setScript([](const ReceivedRequest &request) {
        return request.number == 2 ? FaultReply::fault(Act::Stall) : done(request);
    });
    openings().start(plan(), recipients(4));
    QTRY_COMPARE(m_server->count(), 2);
    QTRY_COMPARE(rows(), QStringLiteral("s+ww"));
    const std::unique_ptr<sync::AccountSession> before = std::move(m_session);
    AccountConfig config = before->config();
    m_session = std::make_unique<sync::AccountSession>(
        config, backends::createBackend(config, QStringLiteral("g.h.i")), m_clock, sync::PollTimings(),
        m_store.get());
    m_session->takeOver(*before);
    QVERIFY(is(State::Paused));
    QCOMPARE(rows(), QStringLiteral("s?ww"));
    m_session->start();
    m_server->setScript(done);
    openings().resume(only()->id);
    QTRY_VERIFY(is(State::Finished));
    QCOMPARE(rows(), QStringLiteral("s?ss"));
    QCOMPARE(m_server->count(), 4);
}

void TestOpenings::lateWritingIsTold()
{
    const QString phone = QStringLiteral("+49 151 1000-000");
    QVERIFY(!openings().writtenTo(phone));
    QVERIFY(!openings().writtenTo(QString()));
    openings().start(plan(), recipients(1));
    QTRY_VERIFY(is(State::Finished));
    QVERIFY(openings().writtenTo(phone));
    QVERIFY(!openings().writtenTo(QStringLiteral("+491511000001")));
    openings().forget(only()->id);
    reopen();
    QTRY_VERIFY(openings().writtenTo(phone));
    QVERIFY(openings().all().isEmpty());
    QCOMPARE(payments().size(), 1); // the ledger forgets nothing
}

void TestOpenings::whoWroteToUsIsTold()
{
    m_server->setScript([](const ReceivedRequest &request) {
        const QString phone = recipientsOf(request.body).value(0);
        const QJsonArray messages{QJsonObject{
            {QStringLiteral("id"), 2},
            {QStringLiteral("from"), phone},
            {QStringLiteral("content"), QStringLiteral("Thank you")},
            {QStringLiteral("createdAt"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}}};
        const QJsonObject conversation{{QStringLiteral("id"), 1},
                                       {QStringLiteral("contactName"), phone},
                                       {QStringLiteral("messages"), messages}};
        return FaultReply::json(QJsonDocument(QJsonArray{conversation}).toJson(QJsonDocument::Compact));
    });
    const QString phone = recipients(1).constFirst().phone;
    QVERIFY(!openings().heardFrom(phone));
    openings().start(plan(), recipients(1));
    QTRY_VERIFY(is(State::Finished));
    QVERIFY(openings().heardFrom(phone));
    QVERIFY(!openings().heardFrom(recipients(2).constLast().phone));
    QVERIFY(!openings().heardFrom(QString()));
}

void TestOpenings::onlyWhatIsOverIsForgotten()
{
    m_server->setScript([](const ReceivedRequest &) { return FaultReply::json("{}", 429); });
    const OpeningId id = openings().start(plan(), recipients(2));
    QTRY_VERIFY(is(State::Paused));
    openings().forget(id);
    QVERIFY(only());
    openings().stop(id);
    openings().forget(id);
    QVERIFY(!only());
    QVERIFY(openings().start(plan(), {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestOpenings)
#include "tst_openings.moc"
