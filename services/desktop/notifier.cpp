// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/desktop/notifier.h"

#include <QCoreApplication>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPointer>
#include <QThreadPool>
#include <QUuid>

namespace inbox::desktop {

namespace {

// https://specifications.freedesktop.org/notification-spec/1.2/
const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kInterface = QStringLiteral("org.freedesktop.Notifications");
const QString kDefaultAction = QStringLiteral("default");
constexpr int kExpiry = -1; // as the desktop likes

QDBusMessage method(const QString &name, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(kService, kPath, kInterface, name);
    message.setArguments(arguments);
    return message;
}

} // namespace

Notifier::Notifier(const QString &busAddress, int patience, QObject *parent)
    : QObject(parent)
    , m_busAddress(busAddress)
    , m_busName(busAddress.isEmpty() ? QString() : QUuid::createUuid().toString())
    , m_patience(patience)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(m_patience);
    connect(&m_deadline, &QTimer::timeout, this, &Notifier::giveUp);
}

Notifier::~Notifier()
{
    for (const Shown &shown : std::as_const(m_shown)) {
        if (shown.id != 0)
            sendClose(shown.id);
    }
    if (!m_busName.isEmpty())
        QDBusConnection::disconnectFromBus(m_busName);
}

void Notifier::show(const Notification &notification)
{
    if (m_state == State::Ready) {
        send(notification);
        return;
    }
    m_waiting.removeIf([&](const Notification &n) { return n.tag == notification.tag; });
    m_waiting << notification;
    if (m_state == State::Asking)
        return;
    m_state = State::Asking;
    m_deadline.start();
    if (m_bus && m_bus->isConnected())
        askCapabilities();
    else
        openBus();
}

void Notifier::close(const QString &tag)
{
    m_waiting.removeIf([&](const Notification &n) { return n.tag == tag; });
    const auto it = m_shown.find(tag);
    if (it == m_shown.end())
        return;
    if (it->waiting) {
        it->closing = true;
        it->next.reset();
        return;
    }
    sendClose(it->id);
    m_shown.erase(it);
}

// Connecting waits for the bus's answer, which may never come.
void Notifier::openBus()
{
    if (m_opening)
        return;
    m_opening = true;
    QThreadPool::globalInstance()->start([self = QPointer(this), address = m_busAddress, name = m_busName] {
        QDBusConnection bus =
            address.isEmpty() ? QDBusConnection::sessionBus() : QDBusConnection::connectToBus(address, name);
        // By way of the application: this object may be gone, and only its own thread can tell.
        if (QCoreApplication *application = QCoreApplication::instance()) {
            QMetaObject::invokeMethod(
                application,
                // Handed over whole: a connection must not end on this thread.
                [self, bus = std::move(bus)] {
                    if (self)
                        self->onBus(bus);
                },
                Qt::QueuedConnection);
        }
    });
}

void Notifier::onBus(const QDBusConnection &bus)
{
    m_opening = false;
    m_bus = bus;
    if (!bus.isConnected()) {
        if (m_state == State::Asking)
            giveUp();
        return;
    }
    // Without a service's name: with one, Qt would ask the bus for its owner and wait for the answer.
    QDBusConnection &to = *m_bus;
    to.connect({}, kPath, kInterface, QStringLiteral("ActionInvoked"), this,
               SLOT(onActionInvoked(uint, QString)));
    to.connect({}, kPath, kInterface, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
    to.connect({}, kPath, kInterface, QStringLiteral("ActivationToken"), this,
               SLOT(onActivationToken(uint, QString)));
    to.connect({}, QStringLiteral("/org/freedesktop/DBus"), QStringLiteral("org.freedesktop.DBus"),
               QStringLiteral("NameOwnerChanged"), {kService}, QString(), this,
               SLOT(onOwnerChanged(QString, QString, QString)));
    if (m_state == State::Asking)
        askCapabilities();
}

void Notifier::askCapabilities()
{
    const quint64 round = ++m_round;
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus->asyncCall(method(QStringLiteral("GetCapabilities"), {}), m_patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, round] {
        watcher->deleteLater();
        if (round != m_round || m_state != State::Asking)
            return;
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError())
            giveUp();
        else
            setReady(reply.value());
    });
}

void Notifier::setReady(const QStringList &capabilities)
{
    m_deadline.stop();
    m_state = State::Ready;
    m_hasMarkup = capabilities.contains(QLatin1String("body-markup"));
    m_hasActions = capabilities.contains(QLatin1String("actions"));
    const QList<Notification> waiting = std::exchange(m_waiting, {});
    for (const Notification &notification : waiting)
        send(notification);
}

// Not for ever: the next notification asks again.
void Notifier::giveUp()
{
    m_deadline.stop();
    ++m_round;
    m_state = State::Unasked;
    const QList<Notification> waiting = std::exchange(m_waiting, {});
    for (const Notification &notification : waiting)
        Q_EMIT undelivered(notification);
}

void Notifier::send(const Notification &notification)
{
    const QString tag = notification.tag;
    Shown &shown = m_shown[tag];
    if (shown.waiting) {
        shown.next = notification;
        shown.closing = false;
        return;
    }
    shown.waiting = true;
    const QStringList actions =
        m_hasActions ? QStringList{kDefaultAction, notification.actionLabel} : QStringList();
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("agent-inbox")},
                            {QStringLiteral("category"), QStringLiteral("im")}};
    const quint64 round = m_round;
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus->asyncCall(
            method(QStringLiteral("Notify"),
                   {QStringLiteral("Agent Inbox"), shown.id, QStringLiteral("agent-inbox"),
                    notification.summary, m_hasMarkup ? notification.body.toHtmlEscaped() : notification.body,
                    actions, hints, kExpiry}),
            m_patience),
        this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification, tag, round] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        const auto it = round == m_round ? m_shown.find(tag) : m_shown.end();
        if (reply.isError()) {
            std::optional<Notification> lost = notification;
            if (it != m_shown.end()) {
                if (it->next)
                    lost = it->next;
                else if (it->closing)
                    lost.reset();
                m_shown.erase(it);
            }
            if (lost)
                Q_EMIT undelivered(*lost);
            return;
        }
        if (it == m_shown.end())
            return; // of a desktop that is gone
        it->id = reply.value();
        it->waiting = false;
        if (it->closing) {
            sendClose(it->id);
            m_shown.erase(it);
        } else if (const auto next = std::exchange(it->next, std::nullopt)) {
            send(*next);
        }
    });
}

void Notifier::sendClose(uint id)
{
    if (m_bus)
        m_bus->asyncCall(method(QStringLiteral("CloseNotification"), {id}), m_patience);
}

QString Notifier::tagOf(uint id) const
{
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (it->id == id)
            return it.key();
    }
    return {};
}

void Notifier::onActionInvoked(uint id, const QString &action)
{
    const QString tag = tagOf(id);
    if (id != 0 && !tag.isNull() && action == kDefaultAction)
        Q_EMIT activated(tag);
}

void Notifier::onClosed(uint id, uint)
{
    const QString tag = tagOf(id);
    // One that is about to be replaced is asked for anew: its answer has the id.
    if (id == 0 || tag.isNull() || m_shown.value(tag).waiting)
        return;
    m_shown.remove(tag);
    Q_EMIT closed(tag);
}

// The desktop's leave to take the focus; Qt hands it on when the window is raised.
void Notifier::onActivationToken(uint id, const QString &token)
{
    if (id != 0 && !tagOf(id).isNull())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

// Another desktop knows neither our ids nor does it share the former's abilities.
void Notifier::onOwnerChanged(const QString &name, const QString &, const QString &)
{
    if (name != kService || m_state != State::Ready)
        return;
    ++m_round;
    m_state = State::Unasked;
    const QHash<QString, Shown> before = std::exchange(m_shown, {});
    for (const Shown &shown : before) {
        if (shown.next)
            show(*shown.next);
    }
}

} // namespace inbox::desktop
