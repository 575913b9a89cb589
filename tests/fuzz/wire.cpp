// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/wire.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace inbox::fuzz {

namespace {

enum class Is { Id, Text, Word, Flag, Count, Angle, Time, Url, Object, List, Spans };

struct Field {
    const char *key;
    Is is;
    const char *of =
        ""; // the words of a Word, parted by '|'; else the kind of an Object or of a List's items
};

const QList<Field> &fieldsOf(const QByteArray &kind)
{
    static constexpr auto channels = "bridge|whatsapp|widget";
    static const QHash<QByteArray, QList<Field>> all{
        {"conversation",
         {{"id", Is::Id},
          {"created_at", Is::Time},
          {"channel", Is::Word, channels},
          {"status", Is::Word, "to-do|in-progress|done"},
          {"snooze_until", Is::Time},
          {"agent", Is::Object, "line"},
          {"customer", Is::Object, "customer"},
          {"user", Is::Object, "user"},
          {"latest_message", Is::Object, "message"},
          {"latest_customer_message", Is::Object, "message"},
          {"last_customer_reply_from", Is::Time},
          {"latest_note", Is::Object, "note"},
          {"unread_customer_messages_count", Is::Count},
          {"reply_until", Is::Time},
          {"reply_possible", Is::Flag},
          {"customer_interaction_required", Is::Flag}}},
        {"line",
         {{"id", Is::Id},
          {"channel", Is::Word, channels},
          {"display_id", Is::Text},
          {"name", Is::Text},
          {"in_sync", Is::Flag},
          {"unread_conversations_count", Is::Count}}},
        {"customer",
         {{"id", Is::Id},
          {"channel", Is::Word, channels},
          {"display_id", Is::Text},
          {"name", Is::Text},
          {"profile", Is::Object, "profile"}}},
        {"profile",
         {{"id", Is::Id},
          {"salutation", Is::Word, "formal_male|formal_female|informal"},
          {"name", Is::Text},
          {"gender", Is::Word, "undisclosed|male|female|diverse"},
          {"blocked", Is::Flag},
          {"date_of_birth", Is::Time},
          {"phone_number", Is::Text},
          {"email", Is::Text},
          {"address", Is::Text},
          {"custom_1", Is::Text},
          {"custom_5", Is::Text},
          {"created_at", Is::Time},
          {"updated_at", Is::Time}}},
        {"user",
         {{"id", Is::Id},
          {"name", Is::Text},
          {"email", Is::Text},
          {"roles", Is::List},
          {"permissions", Is::List},
          {"created_at", Is::Time},
          {"updated_at", Is::Time}}},
        {"note",
         {{"id", Is::Id},
          {"conversation_id", Is::Id},
          {"text", Is::Text},
          {"created_at", Is::Time},
          {"updated_at", Is::Time}}},
        {"message",
         {{"id", Is::Id},
          {"conversation_id", Is::Id},
          {"from", Is::Word, "system|agent|customer"},
          {"source", Is::Word, "user|whatsapp-campaign"},
          {"user_id", Is::Id},
          {"contents", Is::List, "content"},
          {"status", Is::Word, "created|sent|delivered|read|error"},
          {"agent_reaction", Is::Text},
          {"customer_reaction", Is::Text},
          {"sent_at", Is::Time},
          {"latest_error", Is::Object, "error"},
          {"whatsapp_campaign", Is::Object, "campaign"},
          {"reference", Is::Object, "message"}}},
        {"content",
         {{"type", Is::Word, "text|image|video|audio|document|location|contact"},
          {"content", Is::Text},
          {"uuid", Is::Text},
          {"filename", Is::Text},
          {"mime_type", Is::Text},
          {"size", Is::Count},
          {"caption", Is::Text},
          {"voice", Is::Flag},
          {"download_url", Is::Url},
          {"public_download_url", Is::Url},
          {"latitude", Is::Angle},
          {"longitude", Is::Angle},
          {"name", Is::Object, "contactname"},
          {"address", Is::Text},
          {"url", Is::Url},
          {"birthday", Is::Time},
          {"phones", Is::List, "labelled"},
          {"emails", Is::List, "labelled"},
          {"addresses", Is::List, "address"},
          {"org", Is::Object, "org"}}},
        {"contactname", {{"formatted_name", Is::Text}, {"first_name", Is::Text}, {"last_name", Is::Text}}},
        {"labelled", {{"type", Is::Text}, {"phone", Is::Text}, {"email", Is::Text}}},
        {"address",
         {{"type", Is::Text},
          {"street", Is::Text},
          {"zip", Is::Text},
          {"city", Is::Text},
          {"state", Is::Text},
          {"country", Is::Text},
          {"country_code", Is::Text}}},
        {"org", {{"company", Is::Text}, {"department", Is::Text}, {"title", Is::Text}}},
        {"error",
         {{"id", Is::Id},
          {"type", Is::Word, "status-update|other"},
          {"original_message", Is::Text},
          {"created_at", Is::Time}}},
        {"campaign", {{"id", Is::Id}, {"name", Is::Text}}},
        {"captain-conversation",
         {{"id", Is::Text},
          {"contactId", Is::Id},
          {"archived", Is::Flag},
          {"channelId", Is::Text},
          {"channelType", Is::Word, "web|meta-whatsapp|telegram|voice|email|facebook|debug"},
          {"operatorId", Is::Text},
          {"tags", Is::List},
          {"unread", Is::Flag},
          {"created", Is::Time},
          {"updated", Is::Time},
          {"providerId", Is::Text},
          {"name", Is::Text},
          {"lastMessage", Is::Object, "captain-content"},
          {"snoozed", Is::Time},
          {"lastUserAction", Is::Time},
          {"notes", Is::Object, "captain-notes"},
          {"lastSender", Is::Word, "user|bot|operator"},
          {"userInput", Is::Object, "captain-input"},
          {"team", Is::Object, "captain-team"},
          {"state", Is::Word, "0|1|2|3|-1"}}},
        {"captain-notes", {{"notes", Is::List}}},
        {"captain-input", {{"redirect", Is::Text}, {"isSensitive", Is::Flag}}},
        {"captain-team", {{"teamId", Is::Text}}},
        {"captain-message",
         {{"id", Is::Text},
          {"sender", Is::Word, "user|bot|agent"},
          {"type", Is::Word, "text|file|template"},
          {"persona", Is::Object, "captain-persona"},
          {"providerMessageId", Is::Word, "a|b|c"},
          {"status", Is::Text},
          {"created", Is::Time},
          {"sent", Is::Time},
          {"received", Is::Time},
          {"read", Is::Time},
          {"outgoing", Is::Flag},
          {"contextId", Is::Word, "a|b|c|d"},
          {"content", Is::Object, "captain-content"},
          {"error", Is::Text},
          {"isSensitive", Is::Flag},
          {"streamGroupId", Is::Word, "|s|t"}}},
        {"captain-persona", {{"image", Is::Url}, {"name", Is::Text}}},
        {"captain-content",
         {{"text", Is::Text},
          {"file", Is::Object, "captain-file"},
          {"buttons", Is::Object, "captain-buttons"},
          {"selectedButton", Is::Object, "captain-button"},
          {"template", Is::Object, "captain-template"},
          {"contact", Is::Object, "captain-card"},
          {"location", Is::Object, "captain-place"},
          {"note", Is::Object, "captain-words"},
          {"voiceHangup", Is::Object, "captain-words"},
          {"voiceTransfer", Is::Object, "captain-words"},
          {"agentHandover", Is::Object, "captain-words"},
          {"email", Is::Object, "captain-mail"},
          {"transcription", Is::Object, "captain-words"},
          {"textToSpeech", Is::Object, "captain-words"},
          {"reaction", Is::Object, "captain-reaction"},
          {"metaWhatsappTemplate", Is::Object, "captain-whatsapp"},
          {"operator", Is::Object, "captain-operator"},
          {"hologram", Is::Object, "captain-words"}}},
        {"captain-file",
         {{"name", Is::Text},
          {"url", Is::Url},
          {"type", Is::Word, "image|video|audio|file"},
          {"mimeType", Is::Word, "image/png|audio/ogg|application/pdf"},
          {"size", Is::Count},
          {"caption", Is::Text},
          {"transcript", Is::Text}}},
        {"captain-buttons", {{"buttons", Is::List, "captain-button"}}},
        {"captain-button", {{"label", Is::Text}, {"value", Is::Text}}},
        {"captain-template", {{"body", Is::Text}, {"header", Is::Text}, {"footer", Is::Text}}},
        {"captain-card", {{"name", Is::Object, "captain-person"}, {"phones", Is::List, "labelled"}}},
        {"captain-person", {{"formattedName", Is::Text}, {"firstName", Is::Text}}},
        {"captain-place", {{"latitude", Is::Angle}, {"longitude", Is::Angle}}},
        {"captain-words", {{"text", Is::Text}, {"reason", Is::Text}, {"target", Is::Text}}},
        {"captain-mail",
         {{"subject", Is::Text}, {"body", Is::Text}, {"from", Is::Text}, {"to", Is::List}, {"cc", Is::List}}},
        {"captain-reaction",
         {{"reactionToMid", Is::Word, "a|b|c"}, {"action", Is::Word, "react|unreact"}, {"emoji", Is::Text}}},
        {"captain-whatsapp",
         {{"headerText", Is::Text},
          {"bodyText", Is::Word, "{{1}} and {{2}}|{{|}}{{x}}{{99999999999}}"},
          {"footerText", Is::Text},
          {"bodyParameters", Is::List},
          {"buttons", Is::List, "captain-button"}}},
        {"captain-operator", {{"operatorId", Is::Text}}},
        {"captain-thing",
         {{"id", Is::Text},
          {"userId", Is::Text},
          {"name", Is::Text},
          {"color", Is::Text},
          {"userIds", Is::List},
          {"message", Is::Text},
          {"tags", Is::List},
          {"sortingDirection", Is::Count},
          {"type", Is::Word, "web|voice|pigeon"},
          {"online", Is::Flag},
          {"email", Is::Text}}},
        {"zild-conversation",
         {{"id", Is::Id},
          {"active", Is::Flag},
          {"from", Is::Word, "+491511|whatsapp:+491522|0"},
          {"token", Is::Text},
          {"createdAt", Is::Time},
          {"finishedAt", Is::Time},
          {"contactName", Is::Word, "Eva|491533|"},
          {"userId", Is::Count},
          {"userName", Is::Text},
          {"fileUrl", Is::Url},
          {"conversationSummary", Is::Text},
          {"messages", Is::List, "zild-message"},
          {"channelId", Is::Count},
          {"duration", Is::Text},
          {"tags", Is::List, "zild-value"},
          {"conversationType", Is::Count},
          {"totalUnreadedMessagesByUser", Is::Count},
          {"dynamicVariables", Is::List, "zild-value"},
          {"dataCollection", Is::List, "zild-value"}}},
        {"zild-message",
         {{"id", Is::Id},
          {"createdAt", Is::Time},
          {"from", Is::Word, "+491511|+49 30|"},
          {"to", Is::Word, "491511|00491522|+491533|+49 30|"},
          {"content", Is::Text},
          {"messageStatus", Is::Count},
          {"mediaUrl", Is::Url},
          {"mediaFileName", Is::Text},
          {"userId", Is::Count},
          {"sent", Is::Flag},
          {"delivered", Is::Flag},
          {"read", Is::Flag},
          {"errorCode", Is::Word, "|63024"},
          {"errorMessage", Is::Text}}},
        {"zild-value", {{"id", Is::Id}, {"name", Is::Text}, {"value", Is::Text}, {"active", Is::Flag}}},
        {"template",
         {{"id", Is::Id},
          {"name", Is::Text},
          {"friendly_name", Is::Text},
          {"language", Is::Text},
          {"category", Is::Word, "MARKETING|UTILITY|GOSSIP"},
          {"group", Is::Text},
          {"components", Is::List, "template-part"}}},
        {"template-part",
         {{"type", Is::Word, "HEADER|BODY|FOOTER|BUTTONS|body|carousel"},
          {"format", Is::Word, "TEXT|IMAGE|video|LOCATION"},
          {"text", Is::Word, "Hello {{1}} and {{name}}|{{|{{99999999999}}{{0}}|{{1}}{{2}}{{10}}|"},
          {"example", Is::Object, "template-example"},
          {"buttons", Is::List, "template-button"}}},
        {"template-example", {{"header_text", Is::List}, {"body_text", Is::List}}},
        {"template-button",
         {{"type", Is::Word, "URL|QUICK_REPLY|PHONE_NUMBER"},
          {"text", Is::Text},
          {"url", Is::Word, "https://example.com/{{1}}|{{x}}|"},
          {"example", Is::Text}}},
        {"settings",
         {{"custom_tenant_name", Is::Text},
          {"mark_external_messages_as_read", Is::Flag},
          {"delete_messages_after_days", Is::Count},
          {"opening_hours", Is::Spans}}},
    };
    static const QList<Field> none;
    const auto found = all.constFind(kind);
    return found == all.cend() ? none : *found;
}

constexpr int kDeepest = 6;

QJsonObject object(const char *kind, Bytes &bytes, int depth);

QString timeText(Bytes &bytes)
{
    static const char *const forms[] = {"2026-11-19T12:00:00Z",
                                        "2026-11-19 12:00:00",
                                        "2026-03-29T02:30:00",
                                        "2026-11-19T12:00:00.123456+14:00",
                                        "2026-02-30",
                                        "-4713-01-01T00:00:00Z",
                                        "9999-12-31T24:00:00-99:99",
                                        "1990-05-17"};
    return QString::fromLatin1(forms[bytes.choice(std::size(forms))]);
}

// Any value there is, whatever was documented.
QJsonValue anything(Bytes &bytes, int depth)
{
    switch (bytes.choice(10)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return bytes.oneIn(2);
    case 2:
        return bytes.number<qint64>();
    case 3:
        return bytes.number<double>(); // NaN and infinity become null
    case 4:
        return QString::number(bytes.number<qint64>());
    case 5:
        return timeText(bytes);
    case 6:
        return bytes.text();
    case 7:
        return depth < kDeepest ? QJsonValue(object("content", bytes, depth + 1)) : QJsonValue();
    case 8: {
        QJsonArray items;
        for (int i = bytes.choice(4); i > 0; --i)
            items.append(depth < kDeepest ? anything(bytes, depth + 1) : QJsonValue());
        return items;
    }
    default:
        return QJsonObject();
    }
}

QJsonValue documented(const Field &field, Bytes &bytes, int depth)
{
    switch (field.is) {
    case Is::Id:
        return bytes.oneIn(2) ? QJsonValue(qint64(bytes.number<quint16>())) : QJsonValue(bytes.text());
    case Is::Text:
        return bytes.text();
    case Is::Word: {
        const QList<QByteArray> words = QByteArray(field.of).split('|');
        return QString::fromLatin1(words.at(bytes.choice(int(words.size()))));
    }
    case Is::Flag:
        return bytes.oneIn(2);
    case Is::Count:
        return bytes.number<qint32>();
    case Is::Angle:
        return double(bytes.number<qint16>()) / 100;
    case Is::Time:
        return timeText(bytes);
    case Is::Url:
        return QString(QStringLiteral("https://files.example/") + bytes.text());
    case Is::Object:
        return depth < kDeepest ? QJsonValue(object(field.of, bytes, depth + 1)) : QJsonValue();
    case Is::List: {
        QJsonArray items;
        for (int i = bytes.choice(4); i > 0; --i) {
            if (*field.of == '\0')
                items.append(bytes.text());
            else if (depth < kDeepest)
                items.append(object(field.of, bytes, depth + 1));
        }
        return items;
    }
    case Is::Spans: {
        QJsonArray days;
        for (int day = bytes.choice(8); day > 0; --day) {
            days.append(QJsonArray{
                QJsonArray{QStringLiteral("08:00"),
                           QString::asprintf("%02d:%02d:00", bytes.choice(26), bytes.choice(61))}});
        }
        return days;
    }
    }
    return {};
}

QJsonObject object(const char *kind, Bytes &bytes, int depth)
{
    QJsonObject result;
    for (const Field &field : fieldsOf(kind)) {
        if (bytes.isEmpty())
            break;
        const QString key = QString::fromLatin1(field.key);
        switch (bytes.choice(8)) {
        case 0: // missing
            break;
        case 1:
            result.insert(key, anything(bytes, depth));
            break;
        default:
            result.insert(key, documented(field, bytes, depth));
        }
    }
    return result;
}

QJsonDocument document(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
}

} // namespace

QJsonDocument answerOf(const char *kind, Bytes &bytes, const char *wrapper)
{
    const int shape = bytes.choice(8);
    const QJsonValue value = shape == 7 ? anything(bytes, 0) : QJsonValue(object(kind, bytes, 0));
    if (shape >= 4 && shape < 7)
        return document(QJsonObject{{QLatin1String(wrapper), value}});
    return document(shape == 3 ? QJsonValue(QJsonArray{value}) : value);
}

QJsonDocument pageOf(const char *kind, Bytes &bytes, const char *wrapper)
{
    const int shape = bytes.choice(8);
    QJsonArray rows;
    for (int row = bytes.choice(5); row > 0; --row)
        rows.append(bytes.oneIn(8) ? anything(bytes, 0) : QJsonValue(object(kind, bytes, 0)));
    if (shape == 7)
        return document(rows);
    QJsonObject page{{QLatin1String(wrapper), rows}};
    if (shape >= 3)
        page.insert(QStringLiteral("links"), QJsonObject{{QStringLiteral("next"), anything(bytes, 0)}});
    if (shape >= 5)
        page.insert(QStringLiteral("meta"), QJsonObject{{QStringLiteral("total"), anything(bytes, 0)}});
    if (shape == 6)
        page.insert(QStringLiteral("error"), anything(bytes, 0));
    return document(page);
}

} // namespace inbox::fuzz
