// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QVariantMap>

namespace inbox::tests {

// A message bus of the test's own.
class PrivateBus {
public:
    PrivateBus()
    {
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(
            QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (QTest::qWaitFor([this] { return m_process.canReadLine(); }))
            m_address = QString::fromLatin1(m_process.readLine().trimmed());
    }
    ~PrivateBus()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    static bool isInstalled()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty();
    }
    const QString &address() const { return m_address; }

private:
    QProcess m_process;
    QString m_address;
};

// A desktop's notification server: org.freedesktop.Notifications on the bus, remembering what it was told.
class NotificationServer : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Notified {
        uint replaces = 0;
        uint id = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    explicit NotificationServer(const QString &busAddress)
        : m_name(QStringLiteral("notification server %1").arg(quintptr(this)))
        , m_bus(QDBusConnection::connectToBus(busAddress, m_name))
    {
        m_isUp = m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                      QDBusConnection::ExportAllContents)
            && m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    ~NotificationServer() override
    {
        // A call that still waits for this object cannot be dropped: Qt would answer it by a connection that
        // is gone.
        m_bus.unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
        QCoreApplication::sendPostedEvents(this);
        QDBusConnection::disconnectFromBus(m_name);
    }

    bool isUp() const { return m_isUp; }
    // Everything of every notification, to be searched for what must not be there.
    QString everything() const
    {
        QString all;
        for (const Notified &n : notified) {
            all += n.summary + u'\n' + n.body + u'\n' + n.actions.join(u'\n') + u'\n';
            for (auto it = n.hints.cbegin(); it != n.hints.cend(); ++it)
                all += it.key() + u'=' + it.value().toString() + u'\n';
        }
        return all;
    }

    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body"),
                             QStringLiteral("body-markup")};
    bool silent = false; // takes calls, answers none
    QList<Notified> notified;
    QList<uint> closed;
    int asked = 0; // for capabilities

public Q_SLOTS:
    QStringList GetCapabilities()
    {
        ++asked;
        setDelayedReply(silent);
        return capabilities;
    }
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        setDelayedReply(silent);
        const uint id = replaces != 0 ? replaces : ++m_lastId;
        notified << Notified{replaces, id, summary, body, actions, hints};
        return id;
    }
    void CloseNotification(uint id)
    {
        closed << id;
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
    void ActivationToken(uint id, const QString &token);

private:
    const QString m_name;
    QDBusConnection m_bus;
    bool m_isUp = false;
    uint m_lastId = 100;
};

} // namespace inbox::tests
