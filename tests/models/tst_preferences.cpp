// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/preferences.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox::models;

class TestPreferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChoiceSurvivesARestart()
    {
        QTemporaryDir profile;
        PreferenceValues chosen;
        chosen.theme = ThemeMode::Dark;
        chosen.density = Density::Compact;
        chosen.fontPercent = 125;
        chosen.language = QStringLiteral("de");
        chosen.direction = Direction::RightToLeft;
        chosen.sendKey = SendKey::Enter;
        chosen.recentEmoji = {QStringLiteral("👍"), QStringLiteral("🙏")};
        chosen.emojiTone = 3;
        chosen.notifyNewMessages = false;
        chosen.notifyClosingWindows = false;
        chosen.notifyFailedSends = false;
        chosen.notifyMentions = false;
        chosen.notificationPrivacy = NotificationPrivacy::Everything;
        chosen.quietHours = true;
        chosen.quietFrom = QTime(22, 30);
        chosen.quietUntil = QTime(6, 15);
        chosen.loadPictures = false;
        chosen.loadPhotos = true;
        chosen.mediaCacheMib = 64;
        chosen.downloadLimitMib = 5;
        chosen.keys = {{QStringLiteral("done"), QStringLiteral("D; Ctrl+D")}, {QStringLiteral("peek"), {}}};
        Preferences(profile.path()).change([&chosen](PreferenceValues &values) { values = chosen; });
        QCOMPARE(Preferences(profile.path()).values(), chosen);

        Preferences again(profile.path());
        again.change([](PreferenceValues &values) { values.keys.clear(); });
        QVERIFY(Preferences(profile.path()).values().keys.isEmpty());
    }

    void nonsenseIsReadAsTheDefault()
    {
        QTemporaryDir profile;
        QFile file(profile.filePath(QStringLiteral("settings.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[appearance]\ntheme=purple\nfont-percent=9000\n[notifications]\nquiet-from=25:99\n"
                   "new-messages=perhaps\n[files]\ncache-mib=-3\n");
        file.close();
        QCOMPARE(Preferences(profile.path()).values(), PreferenceValues());
    }

    void tellsOnlyRealChanges()
    {
        Preferences preferences;
        QSignalSpy told(&preferences, &Preferences::changed);
        preferences.change([](PreferenceValues &values) { values.fontPercent = 100; });
        QCOMPARE(told.count(), 0);
        preferences.change([](PreferenceValues &values) { values.fontPercent = 110; });
        QCOMPARE(told.count(), 1);
        QCOMPARE(told.first().first().value<PreferenceValues>().fontPercent, 100);
        QCOMPARE(preferences.values().fontPercent, 110);
    }
};

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
