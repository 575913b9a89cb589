// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/workspace.h"
#include "services/demo/server.h"
#include "services/secrets/memorystore.h"
#include "ui/window/mainwindow.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using models::View;

namespace {

constexpr int kPatience = 15'000; // milliseconds
const AccountId account(QStringLiteral("kept"));
const QString token = QStringLiteral("token-CANARY-71c3");

// One run of the program over a profile.
struct Run {
    Run(const QString &profile, secrets::SecretStore &secrets)
        : inbox(profile, secrets, clock)
        , workspace(inbox, profile)
        , window(workspace, profile)
    {
        window.resize(1280, 800);
        window.show();
        workspace.list.setView(View::All);
    }
    bool read(const ConversationKey &key)
    {
        window.openConversation(key);
        return QTest::qWaitFor([this] { return workspace.thread.isLoaded(); }, kPatience);
    }

    SystemClock clock;
    sync::Inbox inbox;
    models::Workspace workspace;
    ui::MainWindow window;
};

// Files below `folder` that hold these bytes.
QStringList filesWith(const QString &folder, const QByteArray &bytes)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            found << file.fileName();
    }
    return found;
}

} // namespace

// What one run has seen, the next one shows without a server.
class TestOffline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)"))); }
    void whatWasSeenIsThere()
    {
        QTemporaryDir profile;
        secrets::MemoryStore secrets;
        demo::ServerOptions options;
        options.token = token;
        options.world.quiet = true;
        auto server = std::make_unique<demo::Server>(options);
        QString error;
        QVERIFY2(server->start(&error), qPrintable(error));

        ConversationKey opened;
        QString name;
        int conversations = 0;
        int rows = 0;
        {
            Run run(profile.path(), secrets);
            AccountConfig config;
            config.id = account;
            config.backend = QStringLiteral("client-api");
            config.name = QStringLiteral("Support");
            config.settings.insert(baseUrlSetting, server->baseUrl());
            QVERIFY(run.inbox.saveAccount(config, token));
            QTRY_VERIFY_WITH_TIMEOUT(run.workspace.list.rowCount() > 20, kPatience);
            opened = run.workspace.list.row(2).key;
            name = run.workspace.list.row(2).name;
            QVERIFY(run.read(opened));
            conversations = run.workspace.list.rowCount();
            rows = run.workspace.thread.rowCount();
            QVERIFY(rows > 1);
        }
        server.reset();
        QVERIFY(!filesWith(profile.path(), name.toUtf8()).isEmpty());
        QCOMPARE(filesWith(profile.path(), "CANARY-71c3"), QStringList());

        {
            Run run(profile.path(), secrets);
            run.inbox.load();
            QTRY_COMPARE_WITH_TIMEOUT(run.workspace.list.rowCount(), conversations, kPatience);
            QVERIFY(run.read(opened));
            QCOMPARE(run.workspace.thread.rowCount(), rows);
            run.workspace.list.setSearchText(name);
            QVERIFY(run.workspace.list.rowOf(opened) >= 0);
            QVERIFY(run.workspace.list.rowCount() < conversations);
            QTRY_COMPARE_WITH_TIMEOUT(run.workspace.accounts.overallStatus().phase,
                                      sync::SyncStatus::Phase::Failing, kPatience);
            QVERIFY(run.workspace.accounts.overallStatus().lastSynced);
            QVERIFY(run.workspace.accounts.overallStatus().failingSince);

            run.workspace.accounts.remove(account);
            QCOMPARE(run.workspace.list.rowCount(), 0);
        }
        QCOMPARE(filesWith(profile.path(), name.toUtf8()), QStringList());
    }
};

QTEST_MAIN(TestOffline)
#include "tst_offline.moc"
