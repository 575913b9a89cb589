// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/secrets/memorystore.h"
#include "services/sync/inbox.h"
#include "tests/support/clientapiaccount.h"
#include "tests/support/faultserver.h"
#include "ui/window/mainwindow.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using SecretState = sync::Inbox::SecretState;
using tests::FaultReply;
using tests::FaultServer;

// What the window says, and offers, when a token cannot be had.
class TestKeychainBanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMissingTokenIsSaidAndTriedAgain()
    {
        FaultServer server([](const auto &) { return FaultReply::json(R"({"data":[]})"); });
        const QTemporaryDir profile;
        const SystemClock clock;
        const QString token = QStringLiteral("canary-token");
        AccountId id;
        {
            secrets::MemoryStore before;
            sync::Inbox inbox(profile.path(), before, clock);
            id = *inbox.saveAccount(tests::clientApiAccount(server.url()), token);
            QTRY_COMPARE(inbox.secretState(id), SecretState::Kept);
        }
        secrets::MemoryStore locked;
        sync::Inbox inbox(profile.path(), locked, clock);
        models::Workspace workspace(inbox, QString());
        ui::MainWindow window(workspace, QString());
        window.show();
        inbox.load();
        QTRY_COMPARE(inbox.secretState(id), SecretState::Missing);
        const auto again = [&window]() -> QPushButton * {
            const QList<QPushButton *> all = window.findChildren<QPushButton *>();
            for (QPushButton *button : all) {
                if (button->isVisible() && button->text() == QLatin1String("Try again"))
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(again());
        locked.write(id, token); // the person has unlocked it
        QTest::mouseClick(again(), Qt::LeftButton);
        QTRY_COMPARE(inbox.session(id)->status().phase, sync::SyncStatus::Phase::Synced);
        QTRY_VERIFY(!again());
    }
};

QTEST_MAIN(TestKeychainBanner)
#include "tst_keychainbanner.moc"
