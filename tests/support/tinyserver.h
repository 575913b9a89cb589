// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/faultserver.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMutex>

namespace inbox::tests {

// One conversation on a server that keeps its word, with faults on demand. The server is the witness: what it
// counts is what a customer would have received.
class TinyServer {
    static QString iso(const QDateTime &t) { return t.toString(Qt::ISODate); }

    static QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

    static QJsonObject data(const QJsonValue &value)
    {
        QJsonObject object;
        object.insert(QLatin1String("data"), value);
        return object;
    }

    static QString textOf(const QJsonValue &content) { return content[QLatin1String("content")].toString(); }

    static QJsonObject aylin() { return json(R"({"id": 2, "name": "Aylin"})"); }

public:
    // `ahead`: seconds by which its clock is ahead of ours, as it says itself in each answer.
    explicit TinyServer(qint64 ahead = 0)
        : m_ahead(ahead)
        , m_server([this](const ReceivedRequest &r) { return reply(r); })
    {
        const QDateTime now = this->now();
        m_conversation = json(R"({"id": 1, "channel": "whatsapp", "status": "to-do",
            "agent": {"id": 5, "name": "Support", "in_sync": true},
            "customer": {"id": 7, "name": "Maria", "display_id": "4915223567929"}, "user": null,
            "unread_customer_messages_count": 1, "reply_possible": true,
            "customer_interaction_required": false})");
        m_conversation.insert(QLatin1String("reply_until"), iso(now.addSecs(3600)));
        addMessage("customer", QStringLiteral("Is my parcel on its way?"), "read");
    }

    QUrl url() const { return m_server.url(); }
    int count(const QByteArray &line) const
    {
        int n = 0;
        for (const ReceivedRequest &r : m_server.requests())
            n += r.line() == line;
        return n;
    }
    ReceivedRequest last(const QByteArray &line) const
    {
        ReceivedRequest found;
        for (const ReceivedRequest &r : m_server.requests()) {
            if (r.line() == line)
                found = r;
        }
        return found;
    }

    // The next requests with this line are answered so; `processed` says whether they take effect all the
    // same.
    void failNext(const QByteArray &line, const FaultReply &fault, bool processed, int times = 1)
    {
        const QMutexLocker lock(&m_mutex);
        m_faults.insert(line, {fault, processed, times});
    }
    // The next request with this line takes effect, but neither its answer nor any other comes until
    // refuseConnections(false): no read gets in between.
    void vanishAt(const QByteArray &line)
    {
        const QMutexLocker lock(&m_mutex);
        m_vanishesAt = line;
    }
    void set(const char *field, const QJsonValue &value)
    {
        const QMutexLocker lock(&m_mutex);
        m_conversation.insert(QLatin1String(field), value);
    }
    // Offline for its clients: connections that are open break at the next request.
    void refuseConnections(bool refuse)
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_refuses = refuse;
        }
        if (refuse)
            m_server.stopListening();
        else
            m_server.listenAgain();
    }
    void expire()
    {
        const QMutexLocker lock(&m_mutex);
        m_conversation.insert(QLatin1String("reply_until"), iso(now().addSecs(-60)));
        m_conversation.insert(QLatin1String("reply_possible"), false);
    }
    // The list does not name the conversation, as one that filters would; it can be read all the same.
    void leaveOutOfList(bool out)
    {
        const QMutexLocker lock(&m_mutex);
        m_listed = !out;
    }
    void customerSays(const char *text)
    {
        const QMutexLocker lock(&m_mutex);
        addMessage("customer", QString::fromUtf8(text), "delivered");
        m_conversation.insert(QLatin1String("reply_possible"), true);
        m_conversation.insert(QLatin1String("customer_interaction_required"), false);
        m_conversation.insert(QLatin1String("reply_until"), iso(now().addSecs(86400)));
        m_conversation.insert(QLatin1String("last_customer_reply_from"), iso(now().addSecs(1)));
    }
    void messageFails(int index)
    {
        const QMutexLocker lock(&m_mutex);
        QJsonObject m = m_messages.at(index).toObject();
        m.insert(QLatin1String("status"), QLatin1String("error"));
        m.insert(QLatin1String("latest_error"), json(R"({"id": 3, "original_message": "Lost"})"));
        m_messages.replace(index, m);
    }
    void addAgentMessage(const char *text)
    {
        const QMutexLocker lock(&m_mutex);
        addMessage("agent", QString::fromUtf8(text), "created");
    }
    int messages() const
    {
        const QMutexLocker lock(&m_mutex);
        return int(m_messages.size());
    }

    QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(m_ahead); }

private:
    QJsonObject addMessage(const char *from, const QString &text, const char *status)
    {
        QJsonObject m = json(R"({"conversation_id": 1, "source": "user", "contents": [{"type": "text"}]})");
        m.insert(QLatin1String("id"), ++m_lastId);
        m.insert(QLatin1String("from"), QLatin1String(from));
        m.insert(QLatin1String("status"), QLatin1String(status));
        m.insert(QLatin1String("sent_at"), iso(now()));
        QJsonObject content = json(R"({"type": "text"})");
        content.insert(QLatin1String("content"), text);
        m.insert(QLatin1String("contents"), QJsonArray{content});
        m_messages.append(m);
        m_conversation.insert(QLatin1String("latest_message"), m);
        if (qstrcmp(from, "customer") == 0)
            m_conversation.insert(QLatin1String("latest_customer_message"), m);
        return m;
    }

    QJsonValue process(const ReceivedRequest &r)
    {
        const QByteArray path = r.target.split('?').constFirst();
        const QJsonObject body = QJsonDocument::fromJson(r.body).object();
        if (r.verb == "GET" && path == "/conversations")
            return data(m_listed ? QJsonArray{m_conversation} : QJsonArray());
        if (r.verb == "GET" && path == "/conversations/1")
            return data(m_conversation);
        if (r.verb == "GET" && path == "/conversations/1/messages") {
            QJsonArray newestFirst;
            for (const QJsonValue &m : std::as_const(m_messages))
                newestFirst.prepend(m);
            return data(newestFirst);
        }
        for (const QJsonValue &m : std::as_const(m_messages)) {
            if (r.verb == "GET"
                && path == "/conversations/1/messages/" + QByteArray::number(m[QLatin1String("id")].toInt()))
                return data(m);
        }
        if (r.verb == "POST" && path == "/conversations/1/messages")
            return data(addMessage("agent", textOf(body.value(QLatin1String("text"))), "created"));
        if (r.verb == "POST" && path == "/conversations/1/restart") {
            m_conversation.insert(QLatin1String("customer_interaction_required"), true);
            m_conversation.insert(QLatin1String("reply_until"), iso(now().addSecs(86400)));
            return data(addMessage("agent", QStringLiteral("May we go on?"), "created"));
        }
        if (r.verb == "POST" && path.endsWith("/duplicate"))
            return data(
                addMessage("agent", textOf(m_messages.last()[QLatin1String("contents")][0]), "created"));
        if (r.verb == "POST" && path == "/conversations/1/mark-read") {
            m_conversation.insert(QLatin1String("unread_customer_messages_count"), 0);
            return data(m_conversation);
        }
        if (r.verb == "PATCH" && path == "/conversations/1") {
            if (body.contains(QLatin1String("status")))
                m_conversation.insert(QLatin1String("status"), body.value(QLatin1String("status")));
            if (body.contains(QLatin1String("user_id"))) {
                const QJsonValue user = body.value(QLatin1String("user_id"));
                m_conversation.insert(QLatin1String("user"),
                                      user.isNull() ? QJsonValue() : QJsonValue(aylin()));
            }
            return m_conversation;
        }
        if (r.verb == "GET" && path == "/customers/7/users")
            return data(QJsonArray{aylin()});
        return data(QJsonObject());
    }

    FaultReply reply(const ReceivedRequest &r)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_refuses)
            return FaultReply::fault(FaultReply::Act::Close);
        if (r.line() == m_vanishesAt) {
            m_vanishesAt.clear();
            m_refuses = true;
            process(r);
            return FaultReply::fault(FaultReply::Act::Close);
        }
        const auto fault = m_faults.find(r.line());
        if (fault != m_faults.end()) {
            const Fault now = *fault;
            if (--fault->times == 0)
                m_faults.erase(fault);
            if (now.processed)
                process(r);
            return now.reply;
        }
        const QJsonValue answer = process(r);
        const FaultReply all =
            FaultReply::json(QJsonDocument(answer.toObject()).toJson(QJsonDocument::Compact));
        if (m_ahead == 0)
            return all;
        return all.with("Date",
                        QLocale::c().toString(now(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1()
                            + " GMT");
    }

    const qint64 m_ahead;
    mutable QMutex m_mutex;
    QJsonObject m_conversation;
    QJsonArray m_messages;
    int m_lastId = 100;
    bool m_refuses = false;
    bool m_listed = true;
    QByteArray m_vanishesAt;
    struct Fault {
        FaultReply reply;
        bool processed;
        int times;
    };
    QHash<QByteArray, Fault> m_faults;
    tests::FaultServer m_server; // last: its thread uses everything above
};

} // namespace inbox::tests
