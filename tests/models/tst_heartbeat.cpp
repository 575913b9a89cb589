// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/heartbeat.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inbox::domain;
using namespace inbox::models;

class TestHeartbeat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void hiddenHeartIsStill();
    void beatsAtOnceWhenShown();
    void beatsOnceASecond();
    void minutesAndDays_data();
    void minutesAndDays();
};

void TestHeartbeat::hiddenHeartIsStill()
{
    SystemClock clock;
    Heartbeat heartbeat(clock);
    QSignalSpy beat(&heartbeat, &Heartbeat::beat);
    heartbeat.setRunning(true);
    heartbeat.setRunning(false);
    QCOMPARE(beat.size(), 1);
    Heartbeat other(clock); // tells when the time of a beat is over
    other.setRunning(true);
    QSignalSpy elsewhere(&other, &Heartbeat::beat);
    QTRY_COMPARE_WITH_TIMEOUT(elsewhere.size(), 1, 4'000);
    QCOMPARE(beat.size(), 1);
}

void TestHeartbeat::beatsAtOnceWhenShown()
{
    SystemClock clock;
    Heartbeat heartbeat(clock);
    QSignalSpy beat(&heartbeat, &Heartbeat::beat);
    heartbeat.setRunning(true);
    heartbeat.setRunning(true);
    QCOMPARE(beat.size(), 1);
}

void TestHeartbeat::beatsOnceASecond()
{
    SystemClock clock;
    Heartbeat heartbeat(clock);
    heartbeat.setRunning(true);
    QSignalSpy beat(&heartbeat, &Heartbeat::beat);
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(beat.size(), 2, 4'000);
    QVERIFY(timer.elapsed() > 1'500);
}

void TestHeartbeat::minutesAndDays_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("days");
    const auto at = [](int hour, int minute, int second) {
        return QDateTime(QDate(2026, 11, 19), QTime(hour, minute, second), Qt::LocalTime).toUTC();
    };
    QTest::newRow("within a minute") << at(12, 0, 0) << 59 << 0 << 0;
    QTest::newRow("next minute") << at(12, 0, 59) << 1 << 1 << 0;
    QTest::newRow("hours") << at(12, 0, 0) << 7'200 << 1 << 0;
    QTest::newRow("midnight, local") << at(23, 59, 59) << 1 << 1 << 1;
    QTest::newRow("set back") << at(12, 0, 0) << -60 << 1 << 0;
    QTest::newRow("set back a day") << at(0, 0, 0) << -1 << 1 << 1;
}

void TestHeartbeat::minutesAndDays()
{
    QFETCH(QDateTime, from);
    QFETCH(int, seconds);
    QFETCH(int, minutes);
    QFETCH(int, days);
    FakeClock clock(from);
    Heartbeat heartbeat(clock);
    QSignalSpy beat(&heartbeat, &Heartbeat::beat);
    QSignalSpy minute(&heartbeat, &Heartbeat::minuteChanged);
    QSignalSpy day(&heartbeat, &Heartbeat::dayChanged);
    clock.advanceSeconds(seconds);
    heartbeat.beatNow();
    QCOMPARE(beat.size(), 1);
    QCOMPARE(minute.size(), minutes);
    QCOMPARE(day.size(), days);
}

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
