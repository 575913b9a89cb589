// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/demo/captain.h"
#include "services/demo/server.h"
#include "services/secrets/memorystore.h"
#include "services/sync/inbox.h"
#include "ui/composer/composer.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>

namespace inbox::tests {

// The whole window over the demo server, which answers over real HTTP on 127.0.0.1; nobody writes unasked.
// With AGENT_INBOX_PICTURES set, picture() keeps what the window looks like in that folder.
class WindowBench {
public:
    enum class Account { None, Demo, Captain };

    // `profileDir` keeps what outlives the window; the account itself is never stored.
    explicit WindowBench(Account account = Account::Demo, const QString &profileDir = {},
                         const QSize &size = {1280, 800})
        : server(options())
        , inbox(profileDir, secrets, clock)
        , workspace(inbox, profileDir)
        , window(workspace, profileDir)
    {
        QString error;
        if (!server.start(&error))
            qFatal("%s", qPrintable(error));
        if (account == Account::Demo)
            connectDemo();
        if (account == Account::Captain)
            connectCaptain();
        window.resize(size);
        window.show();
        window.activateWindow();
    }

    void connectDemo()
    {
        domain::AccountConfig config;
        config.id = domain::AccountId(QStringLiteral("demo"));
        config.backend = QStringLiteral("client-api");
        config.name = QStringLiteral("Demo workspace");
        config.settings.insert(domain::baseUrlSetting, server.baseUrl());
        config.me = domain::UserId(QStringLiteral("11")); // Ben
        config.sessionOnly = true;
        if (!inbox.saveAccount(config, token()))
            qFatal("the account was refused");
    }

    // The same world through the other API.
    void connectCaptain()
    {
        const QJsonObject captain = server.captain();
        domain::AccountConfig config;
        config.id = domain::AccountId(QStringLiteral("captain"));
        config.backend = QStringLiteral("chatcaptain");
        config.name = QStringLiteral("Demo chatbot");
        config.settings.insert(domain::baseUrlSetting, captain.value(QLatin1String("base_url")).toString());
        for (const QString &name : {QStringLiteral("chatbot"), QStringLiteral("workspace")})
            config.settings.insert(name, captain.value(name).toString());
        config.me = captainMe();
        config.sessionOnly = true;
        if (!inbox.saveAccount(config, token()))
            qFatal("the account was refused");
    }
    static domain::UserId captainMe()
    {
        return domain::UserId(demo::CaptainRoutes::userId(11)); // Ben
    }

    bool waitForList()
    {
        return QTest::qWaitFor([this] { return list.rowCount() > 5; }, 10'000);
    }
    bool waitForThread()
    {
        return QTest::qWaitFor([this] { return thread.isLoaded(); }, 10'000);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.windowHandle(), key, modifiers);
    }
    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::keyClick(window.windowHandle(), letter.toLatin1());
    }
    bool openFirst()
    {
        if (!waitForList())
            return false;
        press(Qt::Key_J);
        return waitForThread();
    }
    // A widget with this accessible name is on screen.
    bool visible(const QString &accessibleName) const
    {
        const QList<QWidget *> all = window.findChildren<QWidget *>();
        return std::any_of(all.begin(), all.end(), [&accessibleName](const QWidget *widget) {
            return widget->accessibleName() == accessibleName && widget->isVisible();
        });
    }
    QString lastWords() const { return domain::plainText(thread.row(thread.rowCount() - 1).message); }
    // The open conversation's customer writes.
    void customerSays(const QString &text)
    {
        control(QStringLiteral("customer-says"),
                {{QStringLiteral("conversation_id"), current.key().id.value().toInt()},
                 {QStringLiteral("text"), text}});
        actions.refresh(current.key());
    }
    // The next `times` requests whose "METHOD /path" `match` finds are answered with `kind` instead.
    void spoil(const QString &match, const QString &kind, int times = 9)
    {
        control(QStringLiteral("fault"),
                {{QStringLiteral("match"), match},
                 {QStringLiteral("kind"), kind},
                 {QStringLiteral("times"), times}});
    }
    // The open conversation's reply window has just ended.
    void expire()
    {
        control(QStringLiteral("expire"),
                {{QStringLiteral("conversation_id"), current.key().id.value().toInt()}});
        actions.refresh(current.key());
    }
    // What stands above the reply; empty when nothing does.
    QString composerNotice() const
    {
        const auto *notice = window.findChild<ui::Composer *>()->notice();
        return notice->isVisible() ? notice->text() : QString();
    }
    const domain::Conversation *open() const { return current.conversation(); }
    // What the server says, asked by somebody else; without an id when it has no such conversation.
    domain::Conversation atServer(const domain::ConversationKey &key) const
    {
        const auto colleague = backends::createBackend(inbox.session(key.account)->config(), token());
        std::optional<domain::Conversation> told;
        QObject context;
        colleague->conversation(key.id).whenDone(&context,
                                                 [&told](const domain::Result<domain::Conversation> &now) {
                                                     told = now.value_or(domain::Conversation());
                                                 });
        const bool answered = QTest::qWaitFor([&told] { return told.has_value(); }, 10'000);
        return answered ? *told : domain::Conversation();
    }

    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("AGENT_INBOX_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QCoreApplication::sendPostedEvents(); // what is laid out lazily
        window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }

    static QString token() { return QStringLiteral("window-test-token"); }

    demo::Server server;
    domain::SystemClock clock;
    secrets::MemoryStore secrets;
    sync::Inbox inbox;
    models::Workspace workspace;
    models::Drafts &drafts = workspace.drafts;
    models::Heartbeat &heartbeat = workspace.heartbeat;
    models::ConversationListModel &list = workspace.list;
    models::ThreadModel &thread = workspace.thread;
    models::CurrentConversation &current = workspace.current;
    models::InboxActions &actions = workspace.actions;
    models::AccountsModel &accounts = workspace.accounts;
    ui::MainWindow window;

private:
    void control(const QString &what, const QJsonObject &body)
    {
        QUrl url(server.baseUrl());
        url.setPath(QStringLiteral("/demo-control/") + what);
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("Authorization", "Bearer " + token().toUtf8());
        request.setRawHeader("Connection", "close"); // the server's end waits for what is kept open
        QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson());
        QVERIFY(QTest::qWaitFor([reply] { return reply->isFinished(); }, 5000));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        reply->deleteLater();
    }

    QNetworkAccessManager m_network;

    static demo::ServerOptions options()
    {
        demo::ServerOptions options;
        options.token = token();
        options.world.quiet = true;
        return options;
    }
};

} // namespace inbox::tests
