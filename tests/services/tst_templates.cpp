// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/templates.h"
#include "services/backends/openingfields.h"

#include <QFile>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::backends::clientapi;
using backends::takesOpeningField;
using Kind = TemplatePart::Kind;

namespace {

QJsonDocument json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text);
}

MessageTemplate orderReady()
{
    QFile file(QStringLiteral(INBOX_SOURCE_DIR) + QLatin1String("/tests/data/clientapi/templates.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("test data is missing");
    return decodeTemplates(json(file.readAll())).value->constFirst();
}

OpeningRequest request()
{
    OpeningRequest made;
    made.plan.message = orderReady();
    Recipient recipient;
    recipient.phone = QStringLiteral("+4915224367929");
    recipient.name = QStringLiteral(" Maria ");
    recipient.variables = {{QStringLiteral("header.1"), QStringLiteral("4711")},
                           {QStringLiteral("body.1"), QStringLiteral("Maria")},
                           {QStringLiteral("body.2"), QStringLiteral("4711")},
                           {QStringLiteral("button.1.1"), QStringLiteral("t9")}};
    made.recipients = {recipient};
    return made;
}

QString refusal(const OpeningRequest &request)
{
    const auto body = encodeOpening(request);
    return body ? QStringLiteral("not refused") : body.error().detail;
}

} // namespace

class TestTemplates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTemplateIsReadWhole();
    void anyShapeIsRead_data();
    void anyShapeIsRead();
    void aTemplateIsFilledInWhatsAppsFormat();
    void namesAndFilesAreFilled();
    void placesAndCodesAreFilled();
    void whatNobodyCanFillIsNotSent();
    void whatIsMissingIsNamed();
    void theAnswerTellsOfItsMessage();
};

void TestTemplates::aTemplateIsReadWhole()
{
    const MessageTemplate t = orderReady();
    QCOMPARE(t.id, TemplateId(QStringLiteral("order_ready")));
    QCOMPARE(t.name, QStringLiteral("Order ready"));
    QCOMPARE(t.language, QStringLiteral("en"));
    QCOMPARE(t.category, QStringLiteral("UTILITY"));
    QCOMPARE(t.status, QStringLiteral("created"));
    QCOMPARE(t.parts.size(), 6);
    QCOMPARE(t.parts.at(0).examples.value(QStringLiteral("1")), QStringLiteral("4711"));
    QCOMPARE(t.parts.at(1).examples.value(QStringLiteral("2")), QStringLiteral("4711"));
    QCOMPARE(t.parts.at(4).url, QStringLiteral("https://example.com/t/{{1}}"));
    QCOMPARE(t.parts.at(5).phone, QStringLiteral("+49305550"));
    QCOMPARE(variablesOf(t).size(), 4);
}

void TestTemplates::anyShapeIsRead_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("count"); // -1: it is no list of templates

    QTest::newRow("one object in data") << QByteArray(R"({"data":{"name":"a"}})") << 1;
    QTest::newRow("bare object") << QByteArray(R"({"name":"a"})") << 1;
    QTest::newRow("bare list") << QByteArray(R"([{"name":"a"},{"name":"b"}])") << 2;
    QTest::newRow("none") << QByteArray(R"({"data":[]})") << 0;
    QTest::newRow("one bad") << QByteArray(R"({"data":[{"name":"a"},{"id":2},null,7]})") << 1;
    QTest::newRow("nothing but bad") << QByteArray(R"({"data":[{"id":2}]})") << -1;
    QTest::newRow("another API") << QByteArray(R"({"message":"hello"})") << -1;
    QTest::newRow("nothing") << QByteArray("{}") << -1;
    QTest::newRow("null") << QByteArray(R"({"data":null})") << -1;
    QTest::newRow("odd parts") << QByteArray(R"({"data":[{"name":"a","group":null,"components":[null,
        {"type":"BODY"},{"type":"carousel"},{"type":"buttons","buttons":{"type":"url"}},
        {"type":"header","example":{"header_text":"x"}}]}]})")
                               << 1;
}

void TestTemplates::anyShapeIsRead()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, count);
    const auto decoded = decodeTemplates(json(answer));
    QCOMPARE(decoded.value ? int(decoded.value->size()) : -1, count);
}

void TestTemplates::aTemplateIsFilledInWhatsAppsFormat()
{
    OpeningRequest filled = request();
    QCOMPARE(encodeOpening(filled).value_or(QByteArray()),
             QByteArray(R"({"customer_name":"Maria","phone_number":"+4915224367929","template_components":[)"
                        R"({"parameters":[{"text":"4711","type":"text"}],"type":"header"},)"
                        R"({"parameters":[{"text":"Maria","type":"text"},{"text":"4711","type":"text"}],)"
                        R"("type":"body"},)"
                        R"({"index":"1","parameters":[{"text":"t9","type":"text"}],"sub_type":"url",)"
                        R"("type":"button"}],"template_name":"order_ready"})"));
    filled.plan.message.parts.clear();
    filled.plan.fields.insert(agentField, QStringLiteral(" 201 "));
    QCOMPARE(encodeOpening(filled).value_or(QByteArray()),
             QByteArray(R"({"agent_id":201,"customer_name":"Maria","phone_number":"+4915224367929",)"
                        R"("template_components":[],"template_name":"order_ready"})"));
}

void TestTemplates::namesAndFilesAreFilled()
{
    OpeningRequest filled = request();
    TemplatePart header;
    header.kind = Kind::Header;
    header.format = QStringLiteral("IMAGE");
    TemplatePart body;
    body.text = QStringLiteral("{{10}} {{2}} {{who}}");
    filled.plan.message.parts = {header, body};
    filled.recipients[0].variables = {
        {QStringLiteral("header.image"), QStringLiteral("https://example.com/a.png")},
        {QStringLiteral("body.10"), QStringLiteral("ten")},
        {QStringLiteral("body.2"), QStringLiteral("two")},
        {QStringLiteral("body.who"), QStringLiteral("you")}};
    const QByteArray sent = encodeOpening(filled).value_or(QByteArray());
    QVERIFY2(sent.contains("{\"image\":{\"link\":\"https://example.com/a.png\"},\"type\":\"image\"}"),
             sent.constData());
    QVERIFY2(sent.contains(R"([{"text":"two","type":"text"},{"text":"ten","type":"text"},)"
                           R"({"parameter_name":"who","text":"you","type":"text"}])"),
             sent.constData());
}

void TestTemplates::placesAndCodesAreFilled()
{
    const auto part = [](Kind kind, const char *format, const char *text) {
        TemplatePart made;
        made.kind = kind;
        made.format = QString::fromLatin1(format);
        made.text = QString::fromLatin1(text);
        return made;
    };
    OpeningRequest filled = request();
    filled.plan.message.parts = {part(Kind::Header, "LOCATION", ""), part(Kind::Body, "", "Come by"),
                                 part(Kind::Button, "QUICK_REPLY", "Yes"),
                                 part(Kind::Button, "COPY_CODE", "Copy")};
    filled.recipients[0].variables = {{QStringLiteral("header.latitude"), QStringLiteral("52.5163")},
                                      {QStringLiteral("header.longitude"), QStringLiteral(" 13,3777")},
                                      {QStringLiteral("header.name"), QStringLiteral("Shop")},
                                      {QStringLiteral("header.address"), QStringLiteral("Weg 1, Berlin")},
                                      {QStringLiteral("button.1.coupon_code"), QStringLiteral("25OFF")}};
    QByteArray sent = encodeOpening(filled).value_or(QByteArray());
    QVERIFY2(sent.contains(R"([{"parameters":[{"location":{"address":"Weg 1, Berlin","latitude":"52.5163",)"
                           R"("longitude":"13.3777","name":"Shop"},"type":"location"}],"type":"header"},)"
                           R"({"index":"1","parameters":[{"coupon_code":"25OFF","type":"coupon_code"}],)"
                           R"("sub_type":"copy_code","type":"button"}])"),
             sent.constData());
    filled.recipients[0].variables[QStringLiteral("header.latitude")] = QStringLiteral("north");
    QCOMPARE(refusal(filled), QStringLiteral("header.latitude"));

    filled.plan.message.parts = {part(Kind::Body, "", ""), part(Kind::Button, "OTP", "Copy")};
    filled.recipients[0].variables = {{QStringLiteral("body.1"), QStringLiteral("4711")}};
    sent = encodeOpening(filled).value_or(QByteArray());
    QVERIFY2(sent.contains(R"([{"parameters":[{"text":"4711","type":"text"}],"type":"body"},)"
                           R"({"index":"0","parameters":[{"text":"4711","type":"text"}],)"
                           R"("sub_type":"url","type":"button"}])"),
             sent.constData());
}

void TestTemplates::whatNobodyCanFillIsNotSent()
{
    const auto templateWith = [](const QByteArray &component) {
        return decodeTemplates(
                   json(R"({"name":"a","components":[{"type":"BODY","text":"Look"},)" + component + "]}"))
            .value->constFirst();
    };
    const QList<QPair<QByteArray, QString>> cases{
        {R"({"type":"CAROUSEL","cards":[]})", QStringLiteral("CAROUSEL")},
        {R"({"type":"limited_time_offer"})", QStringLiteral("LIMITED_TIME_OFFER")},
        {R"({"type":"HEADER","format":"PRODUCT"})", QStringLiteral("PRODUCT")},
        {R"({"type":"BUTTONS","buttons":[{"type":"FLOW","text":"Ask"},{"type":"MPM","text":"View items"}]})",
         QStringLiteral("MPM")}};
    for (const auto &[component, what] : cases) {
        OpeningRequest wanted = request();
        wanted.plan.message = templateWith(component);
        QCOMPARE(unfillable(wanted.plan.message), QStringList{what});
        QCOMPARE(refusal(wanted), QStringLiteral("template_components"));
    }
    QVERIFY(unfillable(orderReady()).isEmpty());
    OpeningRequest asking = request();
    asking.plan.message = templateWith(R"({"type":"BUTTONS","buttons":[{"type":"FLOW","text":"Ask"}]})");
    const QByteArray sent = encodeOpening(asking).value_or(QByteArray());
    QVERIFY2(sent.contains(R"("template_components":[{"index":"0","sub_type":"flow","type":"button"}])"),
             sent.constData());
    QVERIFY(unfillable(templateWith(R"({"type":"call_permission_request"})")).isEmpty());
    QVERIFY(unfillable(templateWith("{}")).isEmpty());
}

void TestTemplates::whatIsMissingIsNamed()
{
    OpeningRequest bad = request();
    bad.recipients[0].variables.remove(QStringLiteral("button.1.1"));
    QCOMPARE(refusal(bad), QStringLiteral("button.1.1"));
    bad = request();
    bad.recipients[0].variables[QStringLiteral("body.2")] = QStringLiteral("  ");
    QCOMPARE(refusal(bad), QStringLiteral("body.2"));
    bad = request();
    bad.recipients[0].name.clear();
    QCOMPARE(refusal(bad), QStringLiteral("customer_name"));
    bad = request();
    bad.recipients << bad.recipients.constFirst();
    QCOMPARE(refusal(bad), QStringLiteral("phone_number"));
    bad = request();
    bad.plan.message.id = {};
    QCOMPARE(refusal(bad), QStringLiteral("template_name"));
    bad = request();
    bad.plan.fields.insert(agentField, QStringLiteral("x"));
    QCOMPARE(refusal(bad), QString(agentField));
    const QString api = QStringLiteral("client-api");
    QVERIFY(!takesOpeningField(api, agentField, QStringLiteral("x")));
    QVERIFY(!takesOpeningField(api, agentField, QStringLiteral("-1")));
    QVERIFY(takesOpeningField(api, agentField, QStringLiteral(" 201 ")));
}

void TestTemplates::theAnswerTellsOfItsMessage()
{
    auto decoded = decodeOpening(json(R"({"data":{"id":9,"conversation_id":501,"status":"created"}})"));
    QVERIFY(decoded.value);
    QCOMPARE(decoded.value->results.size(), 1);
    QCOMPARE(decoded.value->results.at(0).state, RecipientResult::State::Sent);
    QCOMPARE(decoded.value->results.at(0).conversation, ConversationId(QStringLiteral("501")));
    QCOMPARE(decoded.value->results.at(0).message, MessageId(QStringLiteral("9")));
    decoded = decodeOpening(json(
        R"({"id":9,"conversation_id":501,"status":"error","latest_error":{"id":1,"original_message":"No"}})"));
    QCOMPARE(decoded.value->results.at(0).state, RecipientResult::State::Failed);
    QCOMPARE(decoded.value->results.at(0).reason, QStringLiteral("No"));
    QVERIFY(!decodeOpening(json("{}")).value);
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
