// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/routes.h"

#include <algorithm>

// The routes around the conversations: people, files, templates, settings.
namespace inbox::demo {

namespace {

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

Answer wrapped(const QJsonValue &data)
{
    return jsonAnswer({{key("data"), data}});
}

Answer download(const MediaFile &file)
{
    Answer answer;
    answer.body = file.bytes;
    answer.type = file.mimeType;
    answer.fileName = file.name;
    return answer;
}

MediaFile knownFile(const World &world, const QString &uuid)
{
    if (const std::optional<MediaFile> file = world.file(uuid))
        return *file;
    throw Refusal{404, QStringLiteral("The file could not be found."), {}};
}

QJsonObject templateOf(qint64 id, const char *name, const QString &friendly, const QJsonValue &group,
                       const char *language, const char *category, const QString &text, qint64 lineId)
{
    return {{key("id"), id},
            {key("agent_ids"), QJsonArray{lineId}},
            {key("group"), group},
            {key("template_id"), QString::number(880000000000 + id)},
            {key("namespace"), key("7c1d2a9e_4b30_4f0e_9a51_demo")},
            {key("name"), key(name)},
            {key("friendly_name"), friendly},
            {key("language"), key(language)},
            {key("category"), key(category)},
            {key("status"), key("created")},
            {key("components"), QJsonArray{QJsonObject{{key("type"), key("BODY")}, {key("text"), text}}}}};
}

// With everything a template can have.
QJsonObject richTemplate()
{
    QJsonObject rich =
        templateOf(5, "delivery_en", QStringLiteral("Delivery with a link"), key("delivery"), "en", "UTILITY",
                   QStringLiteral("Hello {{1}}, your {{2}} comes on {{3}}."), 201);
    QJsonArray components{
        QJsonObject{{key("type"), key("HEADER")},
                    {key("format"), key("TEXT")},
                    {key("text"), key("Order {{1}}")},
                    {key("example"), QJsonObject{{key("header_text"), QJsonArray{key("4711")}}}}}};
    QJsonObject body = rich.value(key("components"))[0].toObject();
    body.insert(key("example"),
                QJsonObject{{key("body_text"),
                             QJsonArray{QJsonArray{key("Maria"), key("bicycle"), key("Tuesday")}}}});
    components.append(body);
    components.append(QJsonObject{{key("type"), key("FOOTER")}, {key("text"), key("Lindner")}});
    components.append(
        QJsonObject{{key("type"), key("BUTTONS")},
                    {key("buttons"),
                     QJsonArray{QJsonObject{{key("type"), key("URL")},
                                            {key("text"), key("Where is it?")},
                                            {key("url"), key("https://lindner.example/track/{{1}}")},
                                            {key("example"), QJsonArray{key("4711")}}},
                                QJsonObject{{key("type"), key("QUICK_REPLY")},
                                            {key("text"), key("Another day, please")}}}}});
    rich.insert(key("components"), components);
    return rich;
}

// With what stands beside the words: a place, a code to copy, a code to sign in.
QJsonObject placeTemplate()
{
    QJsonObject place =
        templateOf(6, "pick_up_en", QStringLiteral("Pick up at a place"), QJsonValue::Null, "en", "UTILITY",
                   QStringLiteral("Hello {{1}}, here it waits for you until {{2}}."), 201);
    place.insert(key("components"),
                 QJsonArray{QJsonObject{{key("type"), key("HEADER")}, {key("format"), key("LOCATION")}},
                            place.value(key("components"))[0]});
    return place;
}

QJsonObject withButton(QJsonObject message, const QJsonObject &button)
{
    QJsonArray components = message.value(key("components")).toArray();
    components.append(QJsonObject{{key("type"), key("BUTTONS")}, {key("buttons"), QJsonArray{button}}});
    message.insert(key("components"), components);
    return message;
}

QJsonObject couponTemplate()
{
    return withButton(templateOf(7, "coupon_en", QStringLiteral("Coupon"), QJsonValue::Null, "en",
                                 "MARKETING",
                                 QStringLiteral("Hello {{1}}, this code takes 10 % off until Sunday."), 201),
                      {{key("type"), key("COPY_CODE")},
                       {key("text"), key("Copy code")},
                       {key("example"), key("AUTUMN10")}});
}

QJsonObject signInTemplate()
{
    return withButton(
        templateOf(8, "sign_in_en", QStringLiteral("Sign-in code"), QJsonValue::Null, "en", "AUTHENTICATION",
                   QStringLiteral("*{{1}}* is your code to sign in."), 201),
        {{key("type"), key("OTP")}, {key("otp_type"), key("COPY_CODE")}, {key("text"), key("Copy code")}});
}

// Needs products, which nobody can name by this API.
QJsonObject productsTemplate()
{
    return withButton(templateOf(9, "products_en", QStringLiteral("Products"), QJsonValue::Null, "en",
                                 "MARKETING", QStringLiteral("Hello {{1}}, look at our new bikes."), 201),
                      {{key("type"), key("MPM")}, {key("text"), key("View items")}});
}

// The one of this type, of a template or of a request: the words differ in case only.
QJsonObject component(const QJsonValue &components, const char *type)
{
    const QJsonArray all = components.toArray();
    for (const QJsonValue &one : all) {
        if (one[key("type")].toString().compare(key(type), Qt::CaseInsensitive) == 0)
            return one.toObject();
    }
    return {};
}

// WhatsApp takes no message whose parts lack what they need beside words.
void refuseIncomplete(const QJsonValue &parts, const QJsonValue &given)
{
    const auto parameter = [&given](const char *type) {
        return component(given, type).value(key("parameters"))[0];
    };
    bool complete = true;
    if (component(parts, "HEADER").value(key("format")) == key("LOCATION")) {
        const QJsonValue place = parameter("header")[key("location")];
        complete =
            !place[key("latitude")].toString().isEmpty() && !place[key("longitude")].toString().isEmpty();
    }
    const QJsonValue button = component(parts, "BUTTONS").value(key("buttons"))[0][key("type")];
    if (button == key("COPY_CODE"))
        complete &= !parameter("button")[key("coupon_code")].toString().isEmpty();
    else if (button == key("OTP"))
        complete &= !parameter("button")[key("text")].toString().isEmpty();
    else if (button == key("MPM"))
        complete &= parameter("button")[key("action")].isObject();
    if (!complete)
        throw Refusal{422, QStringLiteral("The template components are incomplete."),
                      key("template_components")};
}

QJsonArray templates()
{
    return {
        richTemplate(),
        templateOf(1, "restart_de", QStringLiteral("Gespräch fortsetzen"), key("restart"), "de", "MARKETING",
                   QStringLiteral("Hallo {{1}}, möchten Sie unser Gespräch fortsetzen?"), 201),
        templateOf(2, "restart_es", QStringLiteral("Continuar la conversación"), key("restart"), "es",
                   "MARKETING", QStringLiteral("Hola {{1}}, ¿quieres que sigamos con la conversación?"), 202),
        templateOf(3, "order_ready_de", QStringLiteral("Bestellung abholbereit"), QJsonValue::Null, "de",
                   "UTILITY",
                   QStringLiteral("Guten Tag {{1}}, Ihre Bestellung {{2}} liegt zur Abholung bereit."), 201),
        templateOf(4, "appointment_en", QStringLiteral("Appointment reminder"), QJsonValue::Null, "en",
                   "UTILITY", QStringLiteral("Hello {{1}}, a reminder of your appointment on {{2}}."), 201),
        placeTemplate(),
        couponTemplate(),
        signInTemplate(),
        productsTemplate()};
}

} // namespace

void Routes::addPeople()
{
    add("GET", "/customers", [this](const Call &call) {
        const qint64 perPage = std::clamp<qint64>(
            call.query.hasQueryItem(key("per_page")) ? call.query.queryItemValue(key("per_page")).toLongLong()
                                                     : 100,
            1, 500);
        const qint64 page =
            std::clamp<qint64>(call.query.queryItemValue(key("page")).toLongLong(), 1, 1000000);
        const qint64 total = m_world.conversationCount();
        QJsonArray data;
        const qint64 first = World::customerId(Conversation());
        for (qint64 i = (page - 1) * perPage; i < std::min(page * perPage, total); ++i)
            data.append(m_wire.customer(m_world.conversationOfCustomer(first + i)));
        return jsonAnswer(m_wire.page(key("/customers"), data, page, perPage, total));
    });
    add("GET", "/customers/{}", [this](const Call &call) {
        return wrapped(m_wire.customer(m_world.conversationOfCustomer(call.ids[0])));
    });
    add("GET", "/customers/{}/users", [this](const Call &call) {
        m_world.conversationOfCustomer(call.ids[0]); // 404 for nobody
        return wrapped(m_wire.users(m_world.customerUsers(call.ids[0])));
    });
    add("POST", "/customers/{}/users", [this](const Call &call) {
        m_world.conversationOfCustomer(call.ids[0]);
        const QJsonValue given = call.json().value(key("user_ids"));
        if (!given.isArray())
            throw Refusal{422, QStringLiteral("The user ids field is required."), key("user_ids")};
        std::vector<qint64> ids;
        for (const QJsonValue &id : given.toArray())
            ids.push_back(id.toInteger());
        m_world.setCustomerUsers(call.ids[0], ids);
        return wrapped(m_wire.users(m_world.customerUsers(call.ids[0])));
    });
    add("GET", "/profiles/{}",
        [this](const Call &call) { return wrapped(m_wire.profile(m_world.profile(call.ids[0]))); });
    add("PATCH", "/profiles/{}", [this](const Call &call) {
        Profile profile = m_world.profile(call.ids[0]);
        const QJsonObject body = call.json();
        const auto take = [&body](const char *name, QString &into) {
            const QJsonValue value = body.value(key(name));
            if (!value.isUndefined() && !value.isNull() && !value.isString())
                throw Refusal{422, QStringLiteral("The %1 must be a string.").arg(key(name)), key(name)};
            if (!value.isUndefined())
                into = value.toString();
        };
        const auto oneOf = [](const char *name, const QString &value, const QStringList &allowed) {
            if (!allowed.contains(value))
                throw Refusal{422, QStringLiteral("The selected %1 is invalid.").arg(key(name)), key(name)};
        };
        take("name", profile.name);
        take("salutation", profile.salutation);
        take("gender", profile.gender);
        take("date_of_birth", profile.dateOfBirth);
        take("phone_number", profile.phoneNumber);
        take("email", profile.email);
        take("address", profile.address);
        for (int i = 0; i < 5; ++i)
            take(QByteArray("custom_" + QByteArray::number(i + 1)).constData(), profile.custom[i]);
        if (profile.name.trimmed().isEmpty())
            throw Refusal{422, QStringLiteral("The name field is required."), key("name")};
        if (!profile.email.isEmpty() && !profile.email.contains(u'@'))
            throw Refusal{422, QStringLiteral("The email must be a valid email address."), key("email")};
        oneOf("salutation", profile.salutation, {key("formal_male"), key("formal_female"), key("informal")});
        oneOf("gender", profile.gender, {key("undisclosed"), key("male"), key("female"), key("diverse")});
        if (body.contains(key("blocked"))) {
            if (!body.value(key("blocked")).isBool())
                throw Refusal{422, QStringLiteral("The blocked field must be true or false."),
                              key("blocked")};
            profile.blocked = body.value(key("blocked")).toBool();
        }
        m_world.setProfile(profile);
        return jsonAnswer(m_wire.profile(m_world.profile(profile.id)));
    });
    add("GET", "/agents/{}",
        [this](const Call &call) { return wrapped(m_wire.line(m_world.line(call.ids[0]))); });
    add("POST", "/users", [this](const Call &call) {
        const QJsonObject body = call.json();
        const User &user =
            m_world.addUser(body.value(key("name")).toString(), body.value(key("email")).toString());
        return jsonAnswer(m_wire.user(&user).toObject()); // bare
    });
}

void Routes::addOthers()
{
    add("POST", "/files/temporary-upload", [this](const Call &call) {
        const auto type = call.parts.find("type");
        const auto file = call.parts.find("file");
        const QString kind =
            type == call.parts.end() ? QString() : QString::fromUtf8(type->second.first.bytes);
        static const QStringList kinds{key("image"), key("video"), key("audio"), key("document")};
        if (!kinds.contains(kind))
            throw Refusal{422, QStringLiteral("The selected type is invalid."), key("type")};
        if (file == call.parts.end() || !file->second.second)
            throw Refusal{422, QStringLiteral("The file field is required."), key("file")};
        const MediaFile &media = file->second.first;
        if (kind != QLatin1String("document") && !media.mimeType.startsWith(QString(kind + u'/')))
            throw Refusal{422, QStringLiteral("The file must be a file of type: %1.").arg(kind), key("file")};
        const QString uuid = m_world.addUpload(media);
        return jsonAnswer(m_wire.upload(uuid, media, kind)); // bare
    });
    add("GET", "/files/*", [this](const Call &call) { return download(knownFile(m_world, call.word)); });
    // Needs no token, but the signature ("use at your own risk").
    add("GET", "/public/files/*", [this](const Call &call) {
        if (call.query.queryItemValue(key("signature")) != m_wire.signatureOf(call.word))
            throw Refusal{403, QStringLiteral("Invalid signature."), {}};
        return download(knownFile(m_world, call.word));
    });
    add("GET", "/whatsapp/templates", [](const Call &call) {
        const QString group = call.query.queryItemValue(key("group"));
        QJsonArray data;
        for (const QJsonValue &value : templates()) {
            if (group.isEmpty() || value[key("group")].toString() == group)
                data.append(value);
        }
        return wrapped(data);
    });
    add("POST", "/whatsapp/send-template", [this](const Call &call) {
        const QJsonObject body = call.json();
        const QString phone = body.value(key("phone_number")).toString();
        const QString digits = phone.startsWith(u'+') ? phone.mid(1) : phone;
        const bool numeric =
            std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (digits.size() < 8 || digits.size() > 15 || !numeric)
            throw Refusal{422, QStringLiteral("The phone number must be in E.164 format."),
                          key("phone_number")};
        const QString name = body.value(key("customer_name")).toString();
        if (name.trimmed().isEmpty())
            throw Refusal{422, QStringLiteral("The customer name field is required."), key("customer_name")};
        const QString wanted = body.value(key("template_name")).toString();
        QJsonObject found;
        for (const QJsonValue &value : templates()) {
            if (value[key("name")].toString() == wanted)
                found = value.toObject();
        }
        if (found.isEmpty())
            throw Refusal{422, QStringLiteral("The selected template name is invalid."),
                          key("template_name")};
        refuseIncomplete(found.value(key("components")), body.value(key("template_components")));
        qint64 lineId = found.value(key("agent_ids"))[0].toInteger();
        if (body.value(key("agent_id")).isDouble())
            lineId = m_world.line(body.value(key("agent_id")).toInteger()).id;
        QString text = component(found.value(key("components")), "body").value(key("text")).toString();
        const QJsonArray parameters =
            component(body.value(key("template_components")), "body").value(key("parameters")).toArray();
        for (qsizetype i = 0; i < parameters.size(); ++i)
            text.replace(QStringLiteral("{{%1}}").arg(i + 1), parameters.at(i)[key("text")].toString());
        text.replace(QLatin1String("{{1}}"), name);
        const Message &message = m_world.sendTemplate(phone, name, text, lineId);
        Conversation &c = m_world.conversationWith(message.id);
        return wrapped(m_wire.message(c, &message));
    });
    add("GET", "/settings/general", [](const Call &) {
        const QJsonArray day{QJsonArray{key("08:00"), key("12:00")}, QJsonArray{key("13:00"), key("18:00")}};
        const QJsonArray saturday{QJsonArray{key("09:00"), key("13:00")}};
        return wrapped(QJsonObject{
            {key("opening_hours"), QJsonArray{day, day, day, day, day, saturday, QJsonArray()}},
            {key("force_close"), false},
            {key("send_welcome_message"), true},
            {key("welcome_message_open"),
             QStringLiteral("Willkommen bei Lindner Möbel & Rad! Wir antworten gleich.")},
            {key("welcome_message_closed"), QStringLiteral("Wir sind ab 8 Uhr wieder für Sie da.")},
            {key("custom_tenant_name"), QStringLiteral("Lindner Möbel & Rad")},
            {key("custom_notifications_email"), QJsonValue::Null},
            {key("logo_url"), QJsonValue::Null},
            {key("primary_color"), key("3257d6")},
            {key("send_privacy_message"), true},
            {key("privacy_link"), key("https://lindner.example/datenschutz")},
            {key("privacy_message"), QStringLiteral("Unsere Datenschutzhinweise finden Sie hier.")},
            {key("notify_on_message"), false},
            {key("notify_after_minutes"), 15},
            {key("rating_invite_message"), QJsonValue::Null},
            {key("rating_external_link"), QJsonValue::Null},
            {key("mark_external_messages_as_read"), false},
            {key("delete_messages_after_days"), 90},
        });
    });
    add("GET", "/auth/signed-login-url", [this](const Call &) {
        return wrapped(QJsonObject{{key("url"), m_wire.signedLoginUrl()}});
    });
}

} // namespace inbox::demo
