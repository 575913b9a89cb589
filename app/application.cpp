// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/application.h"

#include "app/demoserver.h"
#include "app/desktopalerts.h"
#include "app/language.h"
#include "app/languagechoice.h"
#include "app/raise.h"
#include "models/workspace.h"
#include "services/desktop/openfile.h"
#include "services/desktop/openlink.h"
#include "services/secrets/keychainstore.h"
#include "services/sync/inbox.h"
#include "ui/window/mainwindow.h"

#include <QCryptographicHash>
#include <QDir>
#include <QGuiApplication>

namespace inbox::app {

namespace {

constexpr QLatin1String demoServerProgram("agent-inbox-demo-server");
constexpr QLatin1String demoWorld("demo-world.json");
constexpr QLatin1String demoBackend("client-api");
// Ids of our own making: a server that was started anew replaces the account it had before.
constexpr QLatin1String demoAccount("demo");
constexpr QLatin1String demoCaptainAccount("demo-chatcaptain");
constexpr QLatin1String demoCaptainBackend("chatcaptain");
constexpr QLatin1String demoZildAccount("demo-zild");
constexpr QLatin1String demoZildBackend("zild");
// With the address: what was typed at one server never turns up at another.
QString connectedAccount(const CommandLine::Connect &connect)
{
    QByteArray place = connect.baseUrl.toEncoded();
    for (auto it = connect.options.cbegin(); it != connect.options.cend(); ++it)
        place += '\n' + it.key().toUtf8() + '=' + it.value().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256);
    return QStringLiteral("connected-") + QString::fromLatin1(hash.toHex().left(16));
}

ui::ThemeMode themeMode(CommandLine::Theme theme)
{
    switch (theme) {
    case CommandLine::Theme::Light:
        return ui::ThemeMode::Light;
    case CommandLine::Theme::Dark:
        return ui::ThemeMode::Dark;
    case CommandLine::Theme::System:
        break;
    }
    return ui::ThemeMode::System;
}

// Pictures and tests show some of the demo's accounts only.
bool isDemoWanted(QLatin1String backend)
{
    const QString wanted = qEnvironmentVariable("AGENT_INBOX_DEMO_ACCOUNTS");
    return wanted.isEmpty() || wanted.split(u',').contains(backend);
}

} // namespace

struct Application::Parts {
    Parts(const QString &profileDir, const QString &language)
        : inbox(profileDir, secrets, clock)
        , workspace(inbox, profileDir)
        , language(workspace.preferences, language)
        , demo(QDir(QCoreApplication::applicationDirPath()).filePath(demoServerProgram),
               QDir(profileDir).filePath(demoWorld))
        , window(workspace, profileDir)
        , alerts(inbox, workspace)
        , raise(profileDir)
    {
    }

    // Each outlives what is below it.
    domain::SystemClock clock;
    secrets::KeychainStore secrets;
    sync::Inbox inbox;
    models::Workspace workspace;
    LanguageChoice language;
    DemoServer demo;
    ui::MainWindow window;
    DesktopAlerts alerts;
    RaiseListener raise;
};

Application::Application(const CommandLine &line, const QString &profileDir, QString token, QObject *parent)
    : QObject(parent)
    , m_line(line)
    , m_token(std::move(token))
    , m_parts(std::make_unique<Parts>(profileDir, line.language))
{
    ui::MainWindow *window = &m_parts->window;
    DemoServer *demo = &m_parts->demo;
    window->setLanguages(availableLanguages());
    connect(window, &ui::MainWindow::linkActivated, this, [window](const QUrl &link) {
        if (!desktop::openLink(link))
            window->showNotice(ui::NoticeBar::Kind::Problem,
                               tr("No program on this computer opens this link."));
    });
    connect(window, &ui::MainWindow::openFileWanted, this, [window](const QString &path) {
        if (!desktop::openFile(path))
            window->showNotice(ui::NoticeBar::Kind::Problem,
                               tr("No program on this computer opens this file. It can be saved."));
    });
    connect(window, &ui::MainWindow::demoRequested, demo, [demo] { demo->start(); });
    connect(window, &ui::MainWindow::quitRequested, this, &Application::leave);
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this, &Application::leave);

    DesktopAlerts *alerts = &m_parts->alerts;
    connect(alerts, &DesktopAlerts::conversationWanted, this,
            [this](const domain::ConversationKey &key) { m_parts->window.present(key); });
    connect(alerts, &DesktopAlerts::inboxWanted, this, [this] {
        m_parts->window.present();
        m_parts->window.commands().run(ui::Command::ShowMine);
    });

    connect(&m_parts->raise, &RaiseListener::raiseWanted, window, [window] { window->present(); });

    connect(demo, &DemoServer::ready, this, &Application::openDemo);
    connect(demo, &DemoServer::captainReady, this, &Application::openDemoCaptain);
    connect(demo, &DemoServer::zildReady, this, &Application::openDemoZild);
    connect(demo, &DemoServer::restarted, window, [window] {
        window->showNotice(ui::NoticeBar::Kind::Warning,
                           tr("The demo workspace had stopped and was started again."));
    });
    connect(demo, &DemoServer::failed, window,
            [window](const QString &reason) { window->showNotice(ui::NoticeBar::Kind::Problem, reason); });
    connect(demo, &DemoServer::stopped, qApp, &QCoreApplication::quit);
}

Application::~Application() = default;

void Application::start()
{
    if (m_line.theme)
        m_parts->window.setThemeMode(themeMode(*m_line.theme));
    m_parts->inbox.load();
    m_parts->window.show();
    m_parts->alerts.start(m_parts->window.commands());
    if (m_line.connect)
        openConnected();
    if (m_line.demoReset)
        for (const QLatin1String account : {demoAccount, demoCaptainAccount, demoZildAccount})
            m_parts->inbox.wipeKept(domain::AccountId(account));
    if (m_line.demo)
        m_parts->demo.start(m_line.demoReset);
}

void Application::leave()
{
    if (m_leaving)
        return;
    m_leaving = true;
    m_parts->window.close();
    m_parts->demo.stop();
}

void Application::openDemo(const QUrl &baseUrl, const QString &token, const domain::UserId &me)
{
    domain::AccountConfig config;
    config.id = domain::AccountId(demoAccount);
    config.backend = demoBackend;
    config.name = tr("Demo workspace");
    config.settings.insert(domain::baseUrlSetting, baseUrl.toString());
    const QStringList customFields{tr("Customer number"), tr("Customer group"), tr("Remark")};
    config.settings.insert(domain::customFieldsSetting, customFields.join(u'\n'));
    config.me = me;
    config.sessionOnly = true;
    open(config, token);
}

// The same customers, as a chatbot's account sees them: side by side shows what each API can do.
void Application::openDemoCaptain(const QMap<QString, QString> &settings, const QString &key,
                                  const domain::UserId &me)
{
    if (!isDemoWanted(demoCaptainBackend))
        return;
    domain::AccountConfig config;
    config.id = domain::AccountId(demoCaptainAccount);
    config.backend = demoCaptainBackend;
    config.name = tr("Demo workspace (ChatCaptain)");
    config.settings = settings;
    config.me = me;
    config.sessionOnly = true;
    open(config, key);
}

void Application::openDemoZild(const QMap<QString, QString> &settings, const QString &jwt)
{
    if (!isDemoWanted(demoZildBackend))
        return;
    domain::AccountConfig config;
    config.id = domain::AccountId(demoZildAccount);
    config.backend = demoZildBackend;
    config.name = tr("Demo workspace (Zild)");
    config.settings = settings;
    config.sessionOnly = true;
    open(config, jwt);
}

void Application::openConnected()
{
    domain::AccountConfig config;
    config.id = domain::AccountId(connectedAccount(*m_line.connect));
    config.backend = m_line.connect->backend;
    config.name = m_line.connect->baseUrl.host();
    config.settings = m_line.connect->options;
    config.settings.insert(domain::baseUrlSetting, m_line.connect->baseUrl.toString());
    config.sessionOnly = true;
    open(config, m_token);
    m_token.clear();
}

void Application::open(const domain::AccountConfig &config, const QString &secret)
{
    if (!m_parts->inbox.saveAccount(config, secret))
        m_parts->window.showNotice(ui::NoticeBar::Kind::Problem,
                                   tr("The account %1 cannot be opened.").arg(config.name));
}

} // namespace inbox::app
