// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/crash/shop.h"

#include <QDateTime>
#include <QJsonDocument>

namespace inbox::tests {

namespace {

using Act = FaultReply::Act;

QString iso(const QDateTime &time)
{
    return time.toString(Qt::ISODate);
}

FaultReply data(const QJsonValue &value)
{
    return FaultReply::json(
        QJsonDocument(QJsonObject{{QStringLiteral("data"), value}}).toJson(QJsonDocument::Compact));
}

} // namespace

Shop::Shop(quint32 seed, int conversations)
    : m_random(seed)
    , m_server([this](const ReceivedRequest &request) { return reply(request); })
{
    const QMutexLocker lock(&m_mutex);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 1; i <= conversations; ++i) {
        const bool expired = i > conversations - 2;
        m_conversations << QJsonObject{
            {QStringLiteral("id"), i},
            {QStringLiteral("channel"), QStringLiteral("whatsapp")},
            {QStringLiteral("status"), QStringLiteral("to-do")},
            {QStringLiteral("agent"),
             QJsonObject{{QStringLiteral("id"), 5},
                         {QStringLiteral("name"), QStringLiteral("Support")},
                         {QStringLiteral("in_sync"), true}}},
            {QStringLiteral("customer"),
             QJsonObject{{QStringLiteral("id"), 100 + i},
                         {QStringLiteral("name"), QStringLiteral("Customer %1").arg(i)}}},
            {QStringLiteral("user"), QJsonValue()},
            {QStringLiteral("reply_possible"), !expired},
            {QStringLiteral("customer_interaction_required"), false},
            {QStringLiteral("reply_until"), iso(now.addSecs(expired ? -60 : 24 * 3600))}};
        addMessage(QString::number(i), "customer", QStringLiteral("Hello"));
    }
}

void Shop::beKind()
{
    const QMutexLocker lock(&m_mutex);
    m_kind = true;
}

int Shop::sent(const QString &text) const
{
    const QMutexLocker lock(&m_mutex);
    return m_sent.value(text);
}

int Shop::asked(const QString &text) const
{
    const QMutexLocker lock(&m_mutex);
    return m_asked.value(text);
}

int Shop::sends() const
{
    const QMutexLocker lock(&m_mutex);
    return m_sends;
}

int Shop::lost() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lost;
}

bool Shop::isLost(const QString &text) const
{
    const QMutexLocker lock(&m_mutex);
    return m_lostTexts.contains(text);
}

QString Shop::story(const QString &text) const
{
    const QMutexLocker lock(&m_mutex);
    return text + QStringLiteral("\n  ") + m_stories.value(text).join(QStringLiteral("\n  "));
}

int Shop::restartsOf(const QString &conversation) const
{
    const QMutexLocker lock(&m_mutex);
    return m_restarts.value(conversation);
}

QJsonObject &Shop::conversation(const QString &id)
{
    return m_conversations[qBound(0, id.toInt() - 1, int(m_conversations.size()) - 1)];
}

QJsonObject Shop::addMessage(const QString &id, const char *from, const QString &text)
{
    const QJsonObject message{{QStringLiteral("id"), ++m_lastId},
                              {QStringLiteral("conversation_id"), id.toInt()},
                              {QStringLiteral("from"), QLatin1String(from)},
                              {QStringLiteral("source"), QStringLiteral("user")},
                              {QStringLiteral("status"), QStringLiteral("created")},
                              {QStringLiteral("sent_at"), iso(QDateTime::currentDateTimeUtc())},
                              {QStringLiteral("contents"),
                               QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("text")},
                                                      {QStringLiteral("content"), text}}}}};
    m_messages[id].prepend(message); // newest first
    conversation(id).insert(QStringLiteral("latest_message"), message);
    return message;
}

FaultReply Shop::reply(const ReceivedRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    const FaultReply reply = decide(request);
    if (const QString text = textOf(request); !text.isEmpty()) {
        m_stories[text] << QStringLiteral("%1: %2 on connection %3, act %4, status %5, carried out %6")
                               .arg(QDateTime::currentMSecsSinceEpoch())
                               .arg(QString::fromLatin1(request.line()))
                               .arg(request.connection)
                               .arg(int(reply.act))
                               .arg(reply.status)
                               .arg(m_sent.value(text));
    }
    return reply;
}

FaultReply Shop::decide(const ReceivedRequest &request)
{
    const bool sends = request.verb == "POST";
    if (sends)
        ++m_sends;
    const int dice = m_kind ? 100 : int(m_random.bounded(100));
    if (dice < 5)
        return FaultReply::json(R"({"message":"Slowly."})", 429);
    if (const QString text = textOf(request); !text.isEmpty())
        ++m_asked[text];
    if (dice < 24 && sends) {
        ++m_lost;
        m_lostTexts.insert(textOf(request));
    }
    if (dice < 12) {
        carryOut(request);
        return FaultReply::fault(Act::Close);
    }
    if (dice < 15) {
        carryOut(request);
        FaultReply late = FaultReply::fault(Act::Reset);
        return late;
    }
    if (dice < 18)
        return FaultReply::html(502);
    if (dice < 21) {
        carryOut(request);
        return FaultReply::html(504);
    }
    if (dice < 24)
        return FaultReply::fault(Act::Close);
    FaultReply answer = carryOut(request);
    if (dice < 50) {
        answer.act = Act::Late;
        answer.between = std::chrono::milliseconds(m_random.bounded(1, 120));
    }
    return answer;
}

QString Shop::textOf(const ReceivedRequest &request)
{
    return QJsonDocument::fromJson(request.body)
        .object()
        .value(QStringLiteral("text"))[QStringLiteral("content")]
        .toString();
}

FaultReply Shop::carryOut(const ReceivedRequest &request)
{
    const QList<QByteArray> path = request.target.split('?').constFirst().split('/');
    const QString id = QString::fromLatin1(path.value(2));
    const QByteArray last = path.constLast();
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (path.value(1) != "conversations")
        return data(QJsonObject());
    if (request.verb == "GET" && path.size() == 2) {
        QJsonArray all;
        for (const QJsonObject &c : std::as_const(m_conversations))
            all.append(c);
        return data(all);
    }
    if (request.verb == "GET" && last == "messages") {
        QJsonArray page;
        for (int i = 0; i < qMin(100, int(m_messages.value(id).size())); ++i)
            page.append(m_messages.value(id).at(i));
        return data(page);
    }
    if (request.verb == "POST" && last == "messages") {
        const QString text = textOf(request);
        ++m_sent[text];
        return data(addMessage(id, "agent", text));
    }
    if (request.verb == "POST" && last == "restart") {
        ++m_restarts[id];
        QJsonObject &c = conversation(id);
        c.insert(QStringLiteral("customer_interaction_required"), true);
        c.insert(QStringLiteral("reply_until"), iso(QDateTime::currentDateTimeUtc().addSecs(24 * 3600)));
        return data(addMessage(id, "agent", QStringLiteral("May we go on?")));
    }
    QJsonObject &c = conversation(id);
    if (request.verb == "PATCH") {
        if (body.contains(QStringLiteral("status")))
            c.insert(QStringLiteral("status"), body.value(QStringLiteral("status")));
        if (body.contains(QStringLiteral("user_id"))) {
            c.insert(QStringLiteral("user"),
                     QJsonObject{{QStringLiteral("id"), body.value(QStringLiteral("user_id"))},
                                 {QStringLiteral("name"), QStringLiteral("Me")}});
        }
    }
    return data(c);
}

} // namespace inbox::tests
