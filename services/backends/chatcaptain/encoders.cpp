// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/chatcaptain/encoders.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace inbox::backends::chatcaptain {

using namespace domain;

namespace {

Failure refused()
{
    return Failure(Error{ErrorKind::LocalFailure, Outcome::NotSent});
}

QString key(const char *name)
{
    return QLatin1String(name);
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString written(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonArray list(const QStringList &words)
{
    return QJsonArray::fromStringList(words);
}

// {"tags": {"tags": […]}}: a change wraps what an answer gives plainly.
QJsonObject wrapped(const char *name, const QJsonValue &value)
{
    return {{key(name), value}};
}

// Builds an object field by field and remembers whether everything was fit to be sent.
class Writer {
public:
    void put(const char *name, const QJsonValue &value) { m_object.insert(key(name), value); }
    void put(const char *name, const std::optional<QString> &text)
    {
        if (text)
            put(name, QJsonValue(*text));
    }
    void put(const char *name, const std::optional<bool> &flag)
    {
        if (flag)
            put(name, QJsonValue(*flag));
    }
    void put(const char *name, const std::optional<QDateTime> &time)
    {
        if (!time)
            return;
        require(time->isValid());
        put(name, QJsonValue(written(*time)));
    }
    template <typename Tag> void put(const char *name, const std::optional<Id<Tag>> &id)
    {
        if (!id)
            return;
        require(!id->isEmpty());
        put(name, QJsonValue(id->value()));
    }
    void putUnlessEmpty(const char *name, const QString &text)
    {
        if (!text.isEmpty())
            put(name, QJsonValue(text));
    }
    // What the documentation calls required must say something.
    void putRequired(const char *name, const QString &text)
    {
        require(!text.trimmed().isEmpty());
        put(name, QJsonValue(text));
    }
    void require(bool good) { m_good = m_good && good; }

    const QJsonObject &object() const { return m_object; }
    Result<QJsonObject> result() const
    {
        if (!m_good || m_object.isEmpty())
            return refused();
        return m_object;
    }
    Bytes body() const { return result().map(bytes); }
    Bytes bodyAs(const char *name) const
    {
        return result().map([name](const QJsonObject &o) { return bytes({{key(name), o}}); });
    }

private:
    QJsonObject m_object;
    bool m_good = true;
};

std::optional<int> stateNumber(ConversationStatus status)
{
    switch (status) {
    case ConversationStatus::ToDo:
        return 0;
    case ConversationStatus::Bot:
        return 1;
    case ConversationStatus::InProgress:
        return 2;
    case ConversationStatus::Done:
        return 3;
    case ConversationStatus::Unknown:
        break;
    }
    return std::nullopt;
}

bool isDocumentedContent(const QJsonObject &content)
{
    static const QStringList known{
        key("text"),          key("file"),          key("buttons"),       key("selectedButton"),
        key("template"),      key("contact"),       key("location"),      key("note"),
        key("voiceHangup"),   key("voiceTransfer"), key("agentHandover"), key("email"),
        key("transcription"), key("textToSpeech"),  key("reaction"),      key("callSettings"),
        key("operator"),      key("delay"),         key("leadAiId"),      key("metaWhatsappTemplate")};
    const QStringList keys = content.keys();
    return !keys.isEmpty()
        && std::all_of(keys.begin(), keys.end(), [](const QString &k) { return known.contains(k); });
}

QJsonObject profileOf(const Source &source)
{
    Writer out;
    out.putUnlessEmpty("name", source.name);
    out.putUnlessEmpty("email", source.email);
    out.putUnlessEmpty("phoneNumber", source.phone);
    out.putUnlessEmpty("language", source.language);
    out.putUnlessEmpty("subject", source.subject);
    return out.object();
}

Writer incoming(const QString &chatbot, const Source &source)
{
    Writer out;
    out.putRequired("chatbotId", chatbot);
    out.putRequired("channelId", source.line.value());
    out.putRequired("channelName", source.lineName);
    out.putRequired("providerId", source.providerId);
    out.put("profileData", QJsonValue(profileOf(source)));
    return out;
}

} // namespace

Result<QString> encodeId(const QString &id)
{
    // The last two would climb out of the collection.
    const bool leadsElsewhere = id.isEmpty() || id == QLatin1String(".") || id == QLatin1String("..");
    const auto control = [](QChar c) { return c.category() == QChar::Other_Control; };
    constexpr qsizetype longest = 500;
    if (leadsElsewhere || id.size() > longest || std::any_of(id.begin(), id.end(), control))
        return refused();
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

Bytes encodePatch(const ConversationPatch &p)
{
    Writer out;
    out.put("contactId", p.contactId);
    out.put("archived", p.archived);
    out.put("idToken", p.idToken);
    if (p.language)
        out.putRequired("language", *p.language);
    out.put("operatorId", p.operatorId);
    out.put("photoUrl", p.photoUrl);
    if (p.sessionCount)
        out.put("sessionCount", QJsonValue(*p.sessionCount));
    if (p.tags)
        out.put("tags", QJsonValue(wrapped("tags", list(*p.tags))));
    out.put("unread", p.unread);
    if (p.lastBlock) {
        Writer block;
        block.putRequired("id", p.lastBlock->id);
        block.put("name", QJsonValue(p.lastBlock->name));
        out.require(block.result().has_value());
        out.put("lastBlock", QJsonValue(block.object()));
    }
    if (p.lastButton) {
        Writer button;
        button.putRequired("id", p.lastButton->id);
        button.putUnlessEmpty("text", p.lastButton->text);
        button.putUnlessEmpty("value", p.lastButton->value);
        out.require(button.result().has_value());
        out.put("lastButton", QJsonValue(button.object()));
    }
    out.put("providerId", p.providerId);
    if (p.lastMessage) {
        out.require(isDocumentedContent(*p.lastMessage));
        out.put("lastMessage", QJsonValue(*p.lastMessage));
    }
    if (p.notes)
        out.put("notes", QJsonValue(wrapped("notes", list(*p.notes))));
    out.put("snoozed", p.snoozed);
    out.put("lastUserAction", p.lastUserAction);
    if (p.mentions)
        out.put("mentions", QJsonValue(wrapped("mentions", list(*p.mentions))));
    out.put("lastSender", p.lastSender);
    if (p.name)
        out.putRequired("name", *p.name);
    if (p.userInput) {
        Writer input;
        input.put("redirect", QJsonValue(p.userInput->redirect));
        input.put("isSensitive", p.userInput->isSensitive);
        out.put("userInput", QJsonValue(input.object()));
    }
    if (p.metadata) {
        QJsonObject map;
        for (auto it = p.metadata->cbegin(); it != p.metadata->cend(); ++it)
            map.insert(it.key(), it.value());
        out.put("metadata", QJsonValue(wrapped("metadata", map)));
    }
    if (const auto &flow = p.leadAiConversation) {
        Writer state;
        state.putRequired("flowId", flow->flowId);
        state.putRequired("stepId", flow->stepId);
        state.put("interactions", QJsonValue(flow->interactions));
        state.putRequired("executionId", flow->executionId);
        out.require(state.result().has_value());
        out.put("leadAiConversation", QJsonValue(state.object()));
    }
    if (p.team) {
        out.require(!p.team->isEmpty());
        out.put("team", QJsonValue(wrapped("teamId", p.team->value())));
    }
    out.put("lastUserInput", p.lastUserInput);
    if (p.state) {
        const auto number = stateNumber(*p.state);
        out.require(number.has_value());
        out.put("state", QJsonValue(number.value_or(0)));
    }
    out.put("lastAssignedOperatorId", p.lastAssignedOperatorId);
    out.put("lastSeen", p.lastSeen);
    return out.bodyAs("conversation");
}

Bytes encodeUpdate(const ConversationUpdate &change)
{
    ConversationPatch patch;
    patch.state = change.status;
    patch.operatorId = change.assignee;
    return encodePatch(patch);
}

Bytes encodeText(const ConversationId &conversation, const QString &text)
{
    Writer out;
    out.putRequired("conversationId", conversation.value());
    out.putRequired("text", text);
    return out.body();
}

Bytes encodeNotes(const QStringList &notes)
{
    Writer out;
    out.require(!notes.isEmpty());
    for (const QString &note : notes)
        out.require(!note.trimmed().isEmpty());
    out.put("notes", QJsonValue(list(notes)));
    return out.body();
}

Bytes encodeOnline(bool online, const QDateTime &now)
{
    Writer out;
    out.put("online", QJsonValue(online));
    // A text by the documentation.
    out.put("clientTimestamp", QJsonValue(QString::number(now.toMSecsSinceEpoch())));
    return out.body();
}

Bytes encodeCreation(const NewConversation &what)
{
    Writer out;
    out.putRequired("channelId", what.line.value());
    out.putRequired("name", what.name);
    if (what.contact.isEmpty()) {
        out.putUnlessEmpty("email", what.email);
        out.putUnlessEmpty("phone", what.phone);
        return out.body();
    }
    static const QStringList channels{key("facebook"), key("voice"),    key("audiocodes"),
                                      key("web"),      key("telegram"), key("meta-whatsapp"),
                                      key("brevo"),    key("email"),    key("debug")};
    out.require(channels.contains(what.channel));
    out.put("contactId", QJsonValue(what.contact.value()));
    out.put("channelType", QJsonValue(what.channel));
    static const QStringList environments{key("dev"), key("test"), key("prod")};
    const QString environment = what.environment.isEmpty() ? key("prod") : what.environment;
    out.require(environments.contains(environment));
    out.put("environment", QJsonValue(environment));
    out.putUnlessEmpty("providerId", what.providerId);
    out.putUnlessEmpty("operatorId", what.assignee.value());
    if (!what.tags.isEmpty()) {
        QStringList tags;
        for (const TagId &tag : what.tags)
            tags << tag.value();
        out.put("tags", QJsonValue(wrapped("tags", list(tags))));
    }
    if (!what.notes.isEmpty())
        out.put("notes", QJsonValue(wrapped("notes", list(what.notes))));
    return out.bodyAs("conversation");
}

Bytes encodeEvent(const QString &chatbot, const ConversationId &conversation, const QString &event)
{
    Writer out;
    out.putRequired("chatbotId", chatbot);
    out.putRequired("conversationId", conversation.value());
    out.putRequired("event", event);
    return out.body();
}

Bytes encodeIncomingText(const QString &chatbot, const Source &source, const QString &text,
                         const QString &messageId, const QDateTime &now)
{
    Writer message;
    message.putRequired("providerMessageId", messageId);
    message.require(!text.trimmed().isEmpty());
    message.put("content", QJsonValue(wrapped("text", text)));
    message.put("sender", QJsonValue(key("user")));
    message.put("type", QJsonValue(key("text")));
    message.put("status", QJsonValue(key("sent")));
    message.put("created", QJsonValue(written(now)));
    message.put("outgoing", QJsonValue(false));
    Writer out = incoming(chatbot, source);
    out.require(message.result().has_value());
    out.put("message", QJsonValue(message.object()));
    return out.body();
}

Bytes encodeIncomingEvent(const QString &chatbot, const Source &source, const QString &event)
{
    Writer out = incoming(chatbot, source);
    out.putRequired("event", event);
    return out.body();
}

Bytes encodeStep(const QString &chatbot, const ConversationId &conversation, const FlowStep &step)
{
    Writer out;
    out.putRequired("chatbotId", chatbot);
    out.putRequired("conversationId", conversation.value());
    out.putUnlessEmpty("flowId", step.flow);
    out.putUnlessEmpty("stepId", step.step);
    out.putUnlessEmpty("event", step.event);
    out.putUnlessEmpty("eventPayload", step.payload);
    return out.body();
}

} // namespace inbox::backends::chatcaptain
