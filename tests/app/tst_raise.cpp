// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/raise.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace inbox;
using namespace std::chrono_literals;

// A second start asks the first one for its window.
class TestRaise : public QObject {
    Q_OBJECT

    // How many of so many requests were heard.
    static int ask(const QString &profile, int requests, std::chrono::milliseconds patience)
    {
        int heard = 0;
        int ended = 0;
        std::vector<std::unique_ptr<app::RaiseRequest>> all;
        for (int i = 0; i < requests; ++i) {
            all.push_back(std::make_unique<app::RaiseRequest>(profile, patience));
            connect(all.back().get(), &app::RaiseRequest::answered, all.back().get(), [&](bool was) {
                heard += was;
                ++ended;
            });
        }
        (void)QTest::qWaitFor([&] { return ended == requests; }, 20'000);
        return heard;
    }

private Q_SLOTS:
    void aHundredStartsAreHeard()
    {
        const QTemporaryDir profile;
        app::RaiseListener listener(profile.path());
        QSignalSpy wanted(&listener, &app::RaiseListener::raiseWanted);
        QCOMPARE(ask(profile.path(), 100, 10s), 100);
        QCOMPARE(wanted.size(), 100);
    }

    void whereNobodyListensNobodyHears()
    {
        const QTemporaryDir profile;
        QCOMPARE(ask(profile.path(), 1, 200ms), 0);
    }

    void profilesAreKeptApart()
    {
        const QTemporaryDir profile;
        const QTemporaryDir other;
        const app::RaiseListener listener(other.path());
        QCOMPARE(ask(profile.path(), 1, 200ms), 0);
    }

    void theSocketOfAKilledProgramIsTakenOver()
    {
        const QTemporaryDir profile;
        app::RaiseListener killed(profile.path()); // its socket's file is there and will be replaced
        killed.blockSignals(true);
        app::RaiseListener listener(profile.path());
        QSignalSpy wanted(&listener, &app::RaiseListener::raiseWanted);
        QCOMPARE(ask(profile.path(), 1, 5s), 1);
        QCOMPARE(wanted.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRaise)
#include "tst_raise.moc"
