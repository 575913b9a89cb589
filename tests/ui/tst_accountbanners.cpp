// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/secrets/memorystore.h"
#include "services/sync/inbox.h"
#include "tests/support/clientapiaccount.h"
#include "tests/support/faultserver.h"
#include "ui/window/accountbanners.h"
#include "ui/window/mainwindow.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using SecretState = sync::Inbox::SecretState;
using tests::FaultReply;
using tests::FaultServer;

// What the window says, and offers, above everything else.
class TestAccountBanners : public QObject {
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

    void whatTheServerSaysBesideItsAnswerIsShownOnce()
    {
        const auto saying = [](const char *error, const char *ofPresences = "") {
            return [error, ofPresences](const tests::ReceivedRequest &request) {
                if (request.target.endsWith("/agents/online"))
                    return FaultReply::json(
                        QByteArray(R"({"agents":[{"userId":"u","online":true}],"error":")") + ofPresences
                        + "\"}");
                const char *said = request.target.endsWith("/conversations") ? error : "";
                return FaultReply::json(QByteArray(R"({"conversations":[{"id":"a"}],"error":")") + said
                                        + "\"}");
            };
        };
        FaultServer server(saying("The archive is <b>closed</b>."));
        const QTemporaryDir profile;
        const SystemClock clock;
        secrets::MemoryStore keys;
        sync::Inbox inbox(profile.path(), keys, clock);
        models::Workspace workspace(inbox, QString());
        ui::MainWindow window(workspace, QString());
        window.show();
        AccountConfig config = tests::clientApiAccount(server.url());
        config.backend = QStringLiteral("chatcaptain");
        config.settings.insert(QStringLiteral("chatbot"), QStringLiteral("b"));
        QVERIFY(inbox.saveAccount(config, QStringLiteral("key")));
        const auto *banners = window.findChild<ui::AccountBanners *>();
        QTRY_COMPARE(banners->texts().size(), 1);
        QVERIFY(banners->texts().constFirst().endsWith(
            QLatin1String("answers, but also says: The archive is <b>closed</b>.")));
        for (QAbstractButton *button : banners->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->accessibleName() == QLatin1String("Dismiss"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        const int before = server.count();
        inbox.refreshAll();
        QTRY_VERIFY(server.count() > before + 1);
        QVERIFY(banners->texts().isEmpty()); // it was dismissed
        // And does not come back with another one.
        server.setScript(saying("The archive is <b>closed</b>.", "Nobody knows who is here."));
        inbox.refreshAll();
        QTRY_COMPARE(banners->texts().size(), 1);
        QVERIFY(banners->texts().constFirst().endsWith(QLatin1String("Nobody knows who is here.")));
        server.setScript(saying("The archive is open."));
        inbox.refreshAll();
        QTRY_VERIFY(banners->texts().join(u' ').contains(QLatin1String("The archive is open.")));
        server.setScript(saying(""));
        inbox.refreshAll();
        QTRY_VERIFY(banners->texts().isEmpty());
    }
};

QTEST_MAIN(TestAccountBanners)
#include "tst_accountbanners.moc"
