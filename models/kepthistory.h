// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/preferences.h"
#include "services/sync/inbox.h"

namespace inbox::models {

// How much of what was seen stays on this computer, as the person has chosen, and the room it takes. Owned by
// the workspace; GUI thread.
class KeptHistory : public QObject {
    Q_OBJECT
public:
    struct Room {
        domain::AccountId account;
        QString name; // the account's
        qint64 bytes = 0;
    };

    // `inbox` and `preferences` outlive it.
    KeptHistory(sync::Inbox &inbox, const Preferences &preferences, QObject *parent = nullptr);

    // Accounts of which something is kept, as last measured.
    QList<Room> rooms() const;
    qint64 bytes() const; // of all
    // Ends with changed().
    void measure();
    // Takes what was read off the disk; what the person has written stays. An empty id: of all accounts. Ends
    // with changed().
    void forget(const domain::AccountId &account);

Q_SIGNALS:
    void changed();

private:
    void setLimits();

    sync::Inbox &m_inbox;
    const Preferences &m_preferences;
    QHash<domain::AccountId, qint64> m_bytes;
};

} // namespace inbox::models
