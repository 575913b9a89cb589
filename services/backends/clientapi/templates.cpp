// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/templates.h"

#include "services/backends/clientapi/decoders.h"
#include "services/backends/reader.h"

#include <algorithm>

namespace inbox::backends::clientapi {

using namespace domain;
using Part = TemplatePart;

namespace {

OpeningForm makeForm()
{
    OpeningForm form;
    form.listsTemplates = true;
    form.needsName = true;
    SettingField agent;
    agent.id = agentField;
    agent.kind = SettingField::Kind::Integer;
    agent.label = QT_TRANSLATE_NOOP("Backend", "Agent ID");
    agent.help = QT_TRANSLATE_NOOP(
        "Backend", "The number of yours that the message comes from. Empty: the server chooses.");
    agent.advanced = true;
    form.fields = {agent};
    return form;
}

QString jsonOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// The vendor's examples stand in lists, in the order of the places; named ones say their names.
void takeExamples(const Reader &in, const char *listed, const char *named, QMap<QString, QString> &examples)
{
    in.nested("example", [&](const Reader &example) {
        QJsonArray values = example.value(listed).toArray();
        if (values.size() == 1 && values.at(0).isArray())
            values = values.at(0).toArray();
        for (qsizetype i = 0; i < values.size(); ++i)
            examples.insert(QString::number(i + 1), values.at(i).toString());
        example.each(named, [&](const Reader &one) {
            if (const QString name = one.text("param_name"); !name.isEmpty())
                examples.insert(name, one.text("example"));
        });
        return true;
    });
}

Part button(const Reader &in, const QJsonObject &raw)
{
    Part part;
    part.kind = Part::Kind::Button;
    part.format = in.text("type").toUpper();
    part.text = in.text("text");
    part.url = in.text("url");
    part.phone = in.text("phone_number");
    const QJsonValue example = in.value("example");
    const QString first = example.isArray() ? example.toArray().at(0).toString() : example.toString();
    if (!first.isEmpty())
        part.examples.insert(QStringLiteral("1"), first);
    part.rawJson = jsonOf(raw);
    return part;
}

void takeComponent(const Reader &in, const QJsonObject &raw, MessageTemplate &message)
{
    const QString type = in.text("type").toUpper();
    if (type == QLatin1String("BUTTONS")) {
        const QJsonArray buttons = in.value("buttons").toArray();
        qsizetype at = 0;
        in.each("buttons", [&](const Reader &r) {
            message.parts.append(button(r, buttons.at(at).toObject()));
            ++at;
        });
        return;
    }
    Part part;
    if (type == QLatin1String("HEADER")) {
        part.kind = Part::Kind::Header;
        takeExamples(in, "header_text", "header_text_named_params", part.examples);
    } else if (type == QLatin1String("BODY")) {
        part.kind = Part::Kind::Body;
        takeExamples(in, "body_text", "body_text_named_params", part.examples);
    } else if (type == QLatin1String("FOOTER")) {
        part.kind = Part::Kind::Footer;
    } else {
        in.note("type", QStringLiteral("an unknown word"));
        if (!type.isEmpty() && type != QLatin1String("CALL_PERMISSION_REQUEST")) // which takes no values
            message.otherParts << type;
        return;
    }
    part.format = in.text("format").toUpper();
    part.text = in.text("text");
    part.rawJson = jsonOf(raw);
    message.parts.append(part);
}

MessageTemplate templateOf(const Reader &in)
{
    MessageTemplate result;
    const QString name = in.text("name").trimmed(); // which send-template wants
    result.id = TemplateId(name);
    result.name = in.text("friendly_name").trimmed();
    if (result.name.isEmpty())
        result.name = name;
    result.language = in.text("language");
    result.category = in.text("category");
    result.status = in.text("status");
    result.group = in.text("group");
    const QJsonArray components = in.value("components").toArray();
    qsizetype at = 0;
    in.each("components", [&](const Reader &r) {
        takeComponent(r, components.at(at).toObject(), result);
        ++at;
    });
    return result;
}

Failure refused(const QString &what)
{
    Error error{ErrorKind::LocalFailure, Outcome::NotSent};
    error.detail = what;
    return Failure(error);
}

std::optional<qint64> agentOf(const QString &text)
{
    const bool digits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 value = text.toLongLong(&fits);
    return digits && fits ? std::optional(value) : std::nullopt;
}

// WhatsApp's own format, without its parameters.
QJsonObject componentOf(const Part &part, int buttonIndex)
{
    if (part.kind == Part::Kind::Header)
        return {{QStringLiteral("type"), QStringLiteral("header")}};
    if (part.kind == Part::Kind::Body)
        return {{QStringLiteral("type"), QStringLiteral("body")}};
    // WhatsApp makes a link of the button that copies a sign-in code.
    return {{QStringLiteral("type"), QStringLiteral("button")},
            {QStringLiteral("sub_type"), copiesTheCode(part) ? QStringLiteral("url") : part.format.toLower()},
            {QStringLiteral("index"), QString::number(buttonIndex)}};
}

QJsonObject parameterOf(const QString &name, const QString &value, const Part &part)
{
    const QString media = part.format.toLower();
    if (part.kind == Part::Kind::Header && name == media)
        return {{QStringLiteral("type"), media}, {media, QJsonObject{{QStringLiteral("link"), value}}}};
    if (part.kind == Part::Kind::Button && media == QLatin1String("copy_code"))
        return {{QStringLiteral("type"), name}, {name, value}};
    QJsonObject parameter{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), value}};
    bool isNumber = false;
    name.toInt(&isNumber);
    if (!isNumber)
        parameter.insert(QStringLiteral("parameter_name"), name);
    return parameter;
}

// The places of one part in the order WhatsApp counts them.
QStringList placesOf(const QString &prefix, const QList<TemplateVariable> &variables)
{
    QStringList names;
    for (const TemplateVariable &variable : variables) {
        if (variable.key.startsWith(prefix))
            names << variable.key.mid(prefix.size());
    }
    std::stable_sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        return a.toInt() != 0 && b.toInt() != 0 && a.toInt() < b.toInt();
    });
    return names;
}

} // namespace

const OpeningForm &openingForm()
{
    static const OpeningForm made = makeForm();
    return made;
}

bool takesField(const QString &field, const QString &value)
{
    return field != agentField || agentOf(value).has_value();
}

Decoded<QList<MessageTemplate>> decodeTemplates(const QJsonDocument &answer)
{
    Decoded<QList<MessageTemplate>> decoded;
    QJsonValue rows = answer.isArray() ? QJsonValue(answer.array()) : QJsonValue(answer.object());
    if (rows.isObject() && rows.toObject().contains(QStringLiteral("data"))
        && !rows.toObject().contains(QStringLiteral("name")))
        rows = rows.toObject().value(QStringLiteral("data"));
    const QJsonArray items =
        rows.isObject() && !rows.toObject().isEmpty() ? QJsonArray{rows} : rows.toArray();
    QList<MessageTemplate> all;
    const Path root;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Path path = root.item(i);
        if (items.at(i).isObject()) {
            all.append(templateOf(Reader(items.at(i).toObject(), path, decoded.problems)));
            if (!all.constLast().id.isEmpty())
                continue;
            all.removeLast();
        }
        decoded.problems.append({path.text(), QStringLiteral("no name: left out")});
    }
    const bool isEmptyList = items.isEmpty() && rows.isArray();
    if (!all.isEmpty() || isEmptyList)
        decoded.value = all;
    return decoded;
}

Decoded<OpeningAnswer> decodeOpening(const QJsonDocument &answer)
{
    Decoded<Message> message = decodeMessage(answer, {});
    Decoded<OpeningAnswer> decoded{std::nullopt, std::move(message.problems)};
    if (!message.value)
        return decoded;
    RecipientResult result;
    result.state = RecipientResult::State::Sent;
    result.conversation = message.value->conversationId;
    result.message = message.value->id;
    if (message.value->status == DeliveryStatus::Error) {
        result.state = RecipientResult::State::Failed;
        if (message.value->latestError)
            result.reason = message.value->latestError->originalMessage;
    }
    // The conversation itself comes with the list.
    decoded.value = OpeningAnswer{{result}, {}};
    return decoded;
}

Result<QByteArray> encodeOpening(const OpeningRequest &request)
{
    const MessageTemplate &message = request.plan.message;
    if (request.recipients.size() != 1 || request.recipients.constFirst().phone.isEmpty())
        return refused(QStringLiteral("phone_number"));
    const Recipient &recipient = request.recipients.constFirst();
    if (recipient.name.trimmed().isEmpty())
        return refused(QStringLiteral("customer_name"));
    if (message.id.isEmpty())
        return refused(QStringLiteral("template_name"));
    if (!unfillable(message).isEmpty())
        return refused(QStringLiteral("template_components"));
    const QList<TemplateVariable> variables = variablesOf(message);
    for (const TemplateVariable &variable : variables) {
        const QString value = recipient.variables.value(variable.key);
        if (value.trimmed().isEmpty() || !fits(variable.takes, value))
            return refused(variable.key);
    }
    QJsonArray components;
    int button = 0;
    for (const Part &part : message.parts) {
        if (part.kind == Part::Kind::Footer)
            continue;
        const int index = part.kind == Part::Kind::Button ? button++ : 0;
        QString prefix =
            part.kind == Part::Kind::Header ? QStringLiteral("header.") : QStringLiteral("body.");
        if (part.kind == Part::Kind::Button)
            prefix = QStringLiteral("button.%1.").arg(index);
        QStringList places = placesOf(prefix, variables);
        if (copiesTheCode(part)) {
            prefix = QStringLiteral("body.");
            places = {QStringLiteral("1")};
        }
        QJsonArray parameters;
        if (part.kind == Part::Kind::Header && part.format.toUpper() == QLatin1String("LOCATION")) {
            QJsonObject location;
            for (const TemplateVariable &place : variables) {
                if (!place.key.startsWith(prefix))
                    continue;
                const bool isDegrees = place.takes == TemplateVariable::Takes::Latitude
                    || place.takes == TemplateVariable::Takes::Longitude;
                const QString value = recipient.variables.value(place.key);
                location.insert(place.key.mid(prefix.size()),
                                isDegrees ? degreesToSend(value) : value.trimmed());
            }
            parameters.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("location")},
                                          {QStringLiteral("location"), location}});
        } else {
            for (const QString &name : std::as_const(places))
                parameters.append(parameterOf(name, recipient.variables.value(prefix + name), part));
        }
        // A button that opens a form has to be named although it takes nothing.
        const bool isFlow = part.kind == Part::Kind::Button && part.format.toUpper() == QLatin1String("FLOW");
        if (parameters.isEmpty() && !isFlow)
            continue;
        QJsonObject component = componentOf(part, index);
        if (!parameters.isEmpty())
            component.insert(QStringLiteral("parameters"), parameters);
        components.append(component);
    }
    QJsonObject body{{QStringLiteral("phone_number"), recipient.phone},
                     {QStringLiteral("customer_name"), recipient.name.trimmed()},
                     {QStringLiteral("template_name"), message.id.value()},
                     {QStringLiteral("template_components"), components}};
    if (const QString agent = request.plan.fields.value(agentField).trimmed(); !agent.isEmpty()) {
        const auto id = agentOf(agent);
        if (!id)
            return refused(agentField);
        body.insert(QStringLiteral("agent_id"), *id);
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace inbox::backends::clientapi
