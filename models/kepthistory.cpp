// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/kepthistory.h"

namespace inbox::models {

using namespace domain;

KeptHistory::KeptHistory(sync::Inbox &inbox, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::changed, this, &KeptHistory::setLimits);
    connect(&inbox, &sync::Inbox::keptMeasured, this, [this](const AccountId &account, qint64 bytes) {
        m_bytes.insert(account, bytes);
        Q_EMIT changed();
    });
    connect(&inbox, &sync::Inbox::accountRemoved, this, [this](const AccountId &account) {
        m_bytes.remove(account);
        Q_EMIT changed();
    });
    setLimits();
}

QList<KeptHistory::Room> KeptHistory::rooms() const
{
    QList<Room> all;
    const QList<sync::AccountSession *> sessions = m_inbox.sessions();
    for (const sync::AccountSession *session : sessions) {
        if (const auto bytes = m_bytes.constFind(session->id()); bytes != m_bytes.cend())
            all << Room{session->id(), session->config().name, *bytes};
    }
    return all;
}

qint64 KeptHistory::bytes() const
{
    qint64 sum = 0;
    for (const Room &room : rooms())
        sum += room.bytes;
    return sum;
}

void KeptHistory::measure()
{
    m_inbox.measureKept();
}

void KeptHistory::forget(const AccountId &account)
{
    if (!account.isEmpty()) {
        m_inbox.forgetHistory(account);
        return;
    }
    const QList<Room> all = rooms();
    for (const Room &room : all)
        m_inbox.forgetHistory(room.account);
}

void KeptHistory::setLimits()
{
    constexpr qint64 mebibyte = 1024 * 1024;
    const PreferenceValues &values = m_preferences.values();
    m_inbox.setHistoryLimits({values.historyDays, values.historyMib * mebibyte});
}

} // namespace inbox::models
