// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/zild.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace inbox::demo {

namespace {

constexpr int kIntegrationTypes = 19;

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

// As servers of this make speak of what is wrong with a body.
Answer wrong(const QString &field, const QString &why)
{
    return jsonAnswer({{key("title"), key("One or more validation errors occurred.")},
                       {key("status"), 400},
                       {key("message"), why},
                       {key("errors"), QJsonObject{{field, QJsonArray{why}}}}},
                      400);
}

bool isInt32(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble()
        && std::abs(value.toDouble()) <= std::numeric_limits<qint32>::max();
}

bool isInts(const QJsonValue &value)
{
    const QJsonArray all = value.toArray();
    return value.isNull() || (value.isArray() && std::all_of(all.begin(), all.end(), isInt32));
}

struct Template {
    int id;
    const char *text;
};
constexpr Template kTemplates[] = {
    {1, "Hello {{name}}, your order {{order}} is ready."},
    {2, "Good morning! We open again on Monday at eight."},
    {3, "Hello {{1}}, shall we keep your appointment on {{2}}?"},
};

// Empty: it is as documented.
QString problemIn(const QJsonObject &body, QString *field)
{
    static const QStringList ints{key("channelId"), key("botId"),   key("conversationTemplateId"),
                                  key("userId"),    key("queueId"), key("counterpartUserId")};
    for (auto it = body.begin(); it != body.end(); ++it) {
        *field = it.key();
        const QJsonValue value = it.value();
        if (ints.contains(it.key())) {
            if (!isInt32(value))
                return QStringLiteral("The value could not be converted to System.Int32.");
        } else if (it.key() == QLatin1String("conversationIntegrationType")) {
            if (!isInt32(value) || value.toInt() < 0 || value.toInt() >= kIntegrationTypes)
                return QStringLiteral("The value is not one of this enumeration.");
        } else if (it.key() == QLatin1String("liveAgent")) {
            if (!value.isBool())
                return QStringLiteral("The value could not be converted to System.Boolean.");
        } else if (it.key() == QLatin1String("accountIds") || it.key() == QLatin1String("contactIds")) {
            if (!isInts(value))
                return QStringLiteral("The value could not be converted to a list of System.Int32.");
        } else if (it.key() == QLatin1String("contentVariables")) {
            if (!value.isObject())
                return QStringLiteral("The value is not an object.");
        } else if (it.key() != QLatin1String("recipient")) {
            return QStringLiteral("There is no such field.");
        }
    }
    *field = key("recipient");
    static const QRegularExpression e164(QStringLiteral("^\\+?[1-9][0-9]{6,14}$"));
    const QJsonArray recipients = body.value(key("recipient")).toArray();
    if (recipients.isEmpty())
        return QStringLiteral("There is nobody to write to.");
    for (const QJsonValue &phone : recipients) {
        if (!e164.match(phone.toString()).hasMatch())
            return QStringLiteral("A recipient is not a telephone number.");
    }
    return {};
}

} // namespace

bool ZildRoutes::allows(const QString &bearer, const QString &token, QString *problem) const
{
    *problem = key("invalid_token");
    if (bearer == token)
        return true;
    const QStringList parts = bearer.split(u'.');
    if (parts.size() != 3 || parts.at(2) != token)
        return false;
    const QByteArray claims = QByteArray::fromBase64(parts.at(1).toLatin1(), QByteArray::Base64UrlEncoding);
    const qint64 end = QJsonDocument::fromJson(claims).object().value(key("exp")).toInteger();
    if (end * kSecond > m_world.absolute(m_world.now()))
        return true;
    *problem = key("The token is expired");
    return false;
}

QString ZildRoutes::time() const
{
    return QDateTime::fromMSecsSinceEpoch(m_world.absolute(m_world.now()), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

Answer ZildRoutes::answer(Call &call)
{
    if (call.path != QLatin1String("/api/Conversation/proactive-conversation"))
        return jsonAnswer({{key("title"), key("Not Found")}, {key("status"), 404}}, 404);
    if (call.method != QLatin1String("POST"))
        return jsonAnswer({{key("title"), key("Method Not Allowed")}, {key("status"), 405}}, 405);
    const QJsonDocument document = QJsonDocument::fromJson(call.body);
    if (!document.isObject())
        return wrong(key("$"), QStringLiteral("The body is not a JSON object."));
    const QJsonObject body = document.object();
    QString field;
    if (const QString problem = problemIn(body, &field); !problem.isEmpty())
        return wrong(field, problem);
    const int wanted = body.value(key("conversationTemplateId")).toInt();
    const auto *found = std::find_if(std::begin(kTemplates), std::end(kTemplates),
                                     [wanted](const Template &t) { return t.id == wanted; });
    if (found == std::end(kTemplates))
        return wrong(key("conversationTemplateId"),
                     QStringLiteral("There is no conversation template %1.").arg(wanted));
    QString text = QString::fromUtf8(found->text);
    const QJsonObject variables = body.value(key("contentVariables")).toObject();
    for (auto it = variables.begin(); it != variables.end(); ++it)
        text.replace(QStringLiteral("{{%1}}").arg(it.key()), it.value().toString());
    if (text.contains(QLatin1String("{{")))
        return wrong(key("contentVariables"), QStringLiteral("A variable of the template has no value."));
    QJsonArray all;
    const QJsonArray recipients = body.value(key("recipient")).toArray();
    for (const QJsonValue &phone : recipients) {
        const QJsonObject conversation = begun(body, phone.toString(), text);
        if (!phone.toString().endsWith(QLatin1String("000")))
            all.append(conversation);
    }
    Answer answer;
    answer.body = QJsonDocument(all).toJson(QJsonDocument::Compact);
    return answer;
}

QJsonObject ZildRoutes::begun(const QJsonObject &body, const QString &phone, const QString &text)
{
    const int id = m_nextId++;
    const QString now = time();
    const bool fails = phone.endsWith(QLatin1String("404"));
    const QJsonObject message{
        {key("id"), m_nextMessage++},
        {key("createdAt"), now},
        {key("from"), key("whatsapp:+493055500")},
        {key("to"), QString(QStringLiteral("whatsapp:") + phone)},
        {key("content"), text},
        {key("conversationId"), id},
        {key("sentiment"), QJsonValue::Null},
        {key("offset"), QJsonValue::Null},
        {key("isNPS"), false},
        {key("contentSid"), key("HX00000000000000000000000000000001")},
        {key("messageType"), 0},
        {key("mediaUrl"), QJsonValue::Null},
        {key("mediaFileName"), QJsonValue::Null},
        {key("tenantId"), 5},
        {key("userId"), body.value(key("userId")).toInt()},
        {key("contentVariables"),
         QString::fromUtf8(
             QJsonDocument(body.value(key("contentVariables")).toObject()).toJson(QJsonDocument::Compact))},
        {key("messageSid"), QStringLiteral("SM%1").arg(m_nextMessage)},
        {key("messageStatus"), fails ? 5 : 1},
        {key("sent"), !fails},
        {key("delivered"), false},
        {key("read"), false},
        {key("errorCode"), fails ? QJsonValue(key("63024")) : QJsonValue()},
        {key("errorMessage"),
         fails ? QJsonValue(QStringLiteral("This number is not on WhatsApp.")) : QJsonValue()},
        {key("isReadByUser"), true},
        {key("documentId"), 0}};
    const bool isBare = phone.endsWith(QLatin1String("111"));
    return {{key("id"), id},
            {key("active"), true},
            {key("liveAgent"), body.value(key("liveAgent")).toBool()},
            {key("from"), key("whatsapp:+493055500")},
            {key("conversationId"), QStringLiteral("zc-%1").arg(id)},
            {key("waterMark"), QJsonValue::Null},
            {key("token"), QStringLiteral("not-for-disks-%1").arg(id)},
            {key("createdAt"), now},
            {key("finishedAt"), QJsonValue::Null},
            {key("queuedAt"), QJsonValue::Null},
            {key("lastConversationUpdateTime"), now},
            {key("lastMessageContent"), text},
            {key("contactName"), isBare ? phone : QString(QStringLiteral("Customer ") + phone.right(4))},
            {key("userId"), body.value(key("userId")).toInt()},
            {key("userName"), QJsonValue::Null},
            {key("counterpartUserId"), body.value(key("counterpartUserId")).toInt()},
            {key("counterpartUserName"), QJsonValue::Null},
            {key("botId"), body.value(key("botId")).toInt()},
            {key("botName"), QJsonValue::Null},
            {key("fileUrl"), QJsonValue::Null},
            {key("fileName"), QJsonValue::Null},
            {key("tenantId"), 5},
            {key("conversationSummary"), QJsonValue::Null},
            {key("messages"), isBare ? QJsonValue() : QJsonValue(QJsonArray{message})},
            {key("score"), 0},
            {key("finalScore"), 0},
            {key("checklistId"), 0},
            {key("channelId"), body.value(key("channelId")).toInt()},
            {key("conversationIntegrationType"), body.value(key("conversationIntegrationType")).toInt()},
            {key("duration"), QJsonValue::Null},
            {key("highImportanceErrorDetected"), false},
            {key("tags"),
             QJsonArray{QJsonObject{{key("id"), 3},
                                    {key("name"), key("Proactive")},
                                    {key("active"), true},
                                    {key("createdAt"), key("2026-03-01T08:00:00Z")},
                                    {key("tenantId"), 5}}}},
            {key("conversationEvaluationStatus"), 0},
            {key("conversationEvaluationStatusMessage"), QJsonValue::Null},
            {key("queueId"), body.value(key("queueId")).toInt()},
            {key("queueName"), QJsonValue::Null},
            {key("conversationEndedReasonId"), 0},
            {key("agentType"), 0},
            {key("conversationType"), 99},
            {key("applicationStatusId"), 0},
            {key("overallSentiment"), QJsonValue::Null},
            {key("callStatus"), QJsonValue::Null},
            {key("disconnectionReason"), QJsonValue::Null},
            {key("callSuccessful"), false},
            {key("totalUnreadedMessagesByUser"), 0},
            {key("dynamicVariables"), QJsonValue::Null},
            {key("dataCollection"), QJsonValue::Null},
            {key("agentId"), 0}};
}

} // namespace inbox::demo
