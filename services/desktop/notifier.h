// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace inbox::desktop {

// One notification as the desktop is to show it: plain text, already judged fit for others' eyes.
struct Notification {
    QString tag; // ours: a later one with the same tag takes the place of the earlier
    QString summary;
    QString body;
    QString actionLabel; // of a click, for desktops that show it as a button
};

// The desktop's notifications (org.freedesktop.Notifications) over D-Bus. Owned by the application; GUI
// thread. Every call is asynchronous, the bus itself is opened on a thread of the pool: a desktop that is
// slow, silent or gone costs the window nothing. What it does not take within `patience` comes back by
// undelivered().
class Notifier : public QObject {
    Q_OBJECT
public:
    static constexpr int defaultPatience = 2'000; // milliseconds

    // `busAddress` empty: the session's bus.
    explicit Notifier(const QString &busAddress = {}, int patience = defaultPatience,
                      QObject *parent = nullptr);
    ~Notifier() override; // what is still shown is taken away: nobody would answer its click

    void show(const inbox::desktop::Notification &notification);
    // Takes it away; nothing happens when none of this tag is shown.
    void close(const QString &tag);

Q_SIGNALS:
    void activated(const QString &tag); // clicked
    void closed(const QString &tag); // by the person or the desktop
    void undelivered(const inbox::desktop::Notification &notification);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id, uint reason);
    void onActivationToken(uint id, const QString &token);
    void onOwnerChanged(const QString &name, const QString &before, const QString &now);

private:
    enum class State { Unasked, Asking, Ready };

    struct Shown {
        uint id = 0; // the server's; 0: not known yet
        bool waiting = false; // for the answer that tells the id
        bool closing = false; // as soon as the id is known
        std::optional<Notification> next; // replaces it then
    };

    void openBus();
    void onBus(const QDBusConnection &bus);
    void askCapabilities();
    void setReady(const QStringList &capabilities);
    void giveUp();
    void send(const Notification &notification);
    void sendClose(uint id);
    QString tagOf(uint id) const;

    const QString m_busAddress;
    const QString m_busName; // Qt's name for the connection
    const int m_patience; // milliseconds
    std::optional<QDBusConnection> m_bus;
    bool m_opening = false;
    State m_state = State::Unasked;
    quint64 m_round = 0; // answers to an earlier question are not listened to
    QTimer m_deadline;
    bool m_hasMarkup = false;
    bool m_hasActions = false;
    QList<Notification> m_waiting; // until the desktop has said what it can
    QHash<QString, Shown> m_shown; // by tag
};

} // namespace inbox::desktop
