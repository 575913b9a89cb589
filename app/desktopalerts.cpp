// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/desktopalerts.h"

#include "ui/text/notificationwords.h"

#include <QGuiApplication>

#include <algorithm>

namespace inbox::app {

using domain::ConversationKey;
using models::Alert;
using ui::NotificationText;
using ui::NotificationWords;

namespace {

// A session starts its programs in any order, and its panel may start anew: nobody tells when a tray comes.
constexpr int kLookForTrayMs = 30'000;
constexpr qsizetype kMostSingle = 2; // of one kind at one moment; more become one notification

QString tagOf(const ConversationKey &key)
{
    return key.account.value() + u'\n' + key.id.value();
}

QString groupTag(Alert::Kind kind)
{
    return QStringLiteral("group %1").arg(int(kind));
}

} // namespace

DesktopAlerts::DesktopAlerts(sync::Inbox &inbox, models::Workspace &workspace, const QString &busAddress,
                             QObject *parent, HasTray hasTray)
    : QObject(parent)
    , m_workspace(workspace)
    , m_model(inbox, workspace.list, workspace.current, workspace.drafts, workspace.preferences)
    , m_notifier(busAddress)
    , m_hasTray(hasTray)
{
    m_look.setInterval(kLookForTrayMs);
    connect(&m_look, &QTimer::timeout, this, &DesktopAlerts::lookForTray);
    connect(&m_model, &models::Notifications::raised, this, &DesktopAlerts::onRaised);
    connect(&m_model, &models::Notifications::settled, this, &DesktopAlerts::onSettled);
    connect(&m_notifier, &desktop::Notifier::activated, this, &DesktopAlerts::onActivated);
    connect(&m_notifier, &desktop::Notifier::closed, this, &DesktopAlerts::onClosed);
    connect(&m_notifier, &desktop::Notifier::undelivered, this,
            [this](const desktop::Notification &notification) {
                lookForTray();
                if (m_tray)
                    m_tray->showMessage(notification.tag, notification.summary, notification.body);
            });
    const auto follow = [this](Qt::ApplicationState state) {
        m_model.setActive(state == Qt::ApplicationActive);
    };
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, follow);
    follow(QGuiApplication::applicationState());
    connect(&workspace.list, &models::ConversationListModel::countsChanged, this,
            &DesktopAlerts::updateUnread);
}

DesktopAlerts::~DesktopAlerts() = default;

void DesktopAlerts::start(ui::Commands &commands)
{
    m_commands = &commands;
    if (m_tray)
        m_tray->setCommands(commands);
    else
        lookForTray();
}

void DesktopAlerts::lookForTray()
{
    if (m_tray || !m_commands)
        return;
    if (!m_hasTray()) {
        m_look.start();
        return;
    }
    m_look.stop();
    m_tray = std::make_unique<ui::TrayIcon>();
    connect(m_tray.get(), &ui::TrayIcon::messageClicked, this, &DesktopAlerts::onActivated);
    m_tray->setCommands(*m_commands);
    updateUnread();
}

void DesktopAlerts::updateUnread()
{
    if (m_tray)
        m_tray->setUnread(m_workspace.list.unreadCount(models::View::Mine));
}

void DesktopAlerts::onRaised(const QList<Alert> &alerts)
{
    if (alerts.size() <= kMostSingle) {
        for (const Alert &alert : alerts) {
            const NotificationText text = NotificationWords::one(alert);
            const QString tag = tagOf(alert.key);
            m_keys.insert(tag, alert.key);
            m_notifier.show({tag, text.summary, text.body, NotificationWords::openConversation()});
        }
        return;
    }
    const QString tag = groupTag(alerts.constFirst().kind);
    QList<Alert> &group = m_groups[tag];
    group.removeIf([&alerts](const Alert &known) {
        return std::any_of(alerts.cbegin(), alerts.cend(),
                           [&known](const Alert &alert) { return alert.key == known.key; });
    });
    group = alerts + group;
    const NotificationText text = NotificationWords::several(group);
    m_notifier.show({tag, text.summary, text.body, NotificationWords::openInbox()});
}

void DesktopAlerts::onSettled(const ConversationKey &key)
{
    m_keys.remove(tagOf(key));
    m_notifier.close(tagOf(key));
    for (auto it = m_groups.begin(); it != m_groups.end();) {
        it->removeIf([&key](const Alert &alert) { return alert.key == key; });
        if (it->isEmpty()) {
            m_notifier.close(it.key());
            it = m_groups.erase(it);
        } else {
            ++it;
        }
    }
}

void DesktopAlerts::onActivated(const QString &tag)
{
    if (m_keys.contains(tag))
        Q_EMIT conversationWanted(m_keys.value(tag));
    else if (m_groups.contains(tag))
        Q_EMIT inboxWanted();
}

void DesktopAlerts::onClosed(const QString &tag)
{
    m_keys.remove(tag);
    m_groups.remove(tag);
}

} // namespace inbox::app
