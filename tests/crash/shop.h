// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/faultserver.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMutex>
#include <QRandomGenerator>
#include <QSet>

namespace inbox::tests {

// A small Client API server on a bad line: some requests are slowed down, some are carried out and never
// answered, some answered with a gateway's error whether carried out or not. What it counts is what customers
// would have received. Lives in another process than the agent that is killed.
class Shop {
public:
    // The last two of its conversations have expired.
    explicit Shop(quint32 seed, int conversations = 8);

    QUrl url() const { return m_server.url(); }
    // A good line from now on.
    void beKind();
    // How often a message with this text was carried out.
    int sent(const QString &text) const;
    // How often it was asked for and not turned away before anything was done.
    int asked(const QString &text) const;
    int sends() const; // requests
    int lost() const; // requests that were carried out or not, and whose answer did not say
    bool isLost(const QString &text) const; // one of those asked to send it
    int restartsOf(const QString &conversation) const;
    // What came of each request to send it, with the time in ms, for whoever has to understand a failure.
    QString story(const QString &text) const;

private:
    FaultReply reply(const ReceivedRequest &request);
    FaultReply decide(const ReceivedRequest &request);
    static QString textOf(const ReceivedRequest &request);
    FaultReply carryOut(const ReceivedRequest &request);
    QJsonObject &conversation(const QString &id);
    QJsonObject addMessage(const QString &id, const char *from, const QString &text);

    mutable QMutex m_mutex;
    QRandomGenerator m_random;
    bool m_kind = false;
    QList<QJsonObject> m_conversations;
    QHash<QString, QJsonArray> m_messages;
    QHash<QString, int> m_sent;
    QHash<QString, int> m_asked;
    QSet<QString> m_lostTexts;
    QHash<QString, QStringList> m_stories;
    QHash<QString, int> m_restarts;
    int m_sends = 0;
    int m_lost = 0;
    int m_lastId = 1000;
    FaultServer m_server; // last: its thread uses everything above
};

} // namespace inbox::tests
