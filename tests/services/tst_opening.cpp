// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/opening.h"

#include <QTest>

using namespace inbox::domain;
using Kind = TemplatePart::Kind;
using Row = RecipientResult::State;

namespace {

TemplatePart part(Kind kind, const char *text, const char *format = "", const char *url = "")
{
    TemplatePart made;
    made.kind = kind;
    made.format = QLatin1String(format);
    made.text = QString::fromUtf8(text);
    made.url = QString::fromUtf8(url);
    return made;
}

QString keys(const QList<TemplateVariable> &variables)
{
    QStringList all;
    for (const TemplateVariable &variable : variables)
        all << variable.key;
    return all.join(u' ');
}

Opening opening(const QByteArray &states, const QByteArray &words)
{
    Opening made;
    for (int i = 0; i < states.size(); ++i) {
        Recipient recipient;
        recipient.variables.insert(QStringLiteral("1"), QChar::fromLatin1(words.at(i)));
        made.recipients << recipient;
        RecipientResult result;
        result.state = states.at(i) == 'w' ? Row::Waiting : Row::Sent;
        made.results << result;
    }
    return made;
}

} // namespace

class TestOpening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceIsAVariable();
    void whatIsNoPlaceStaysText();
    void aValueFitsOrNot_data();
    void aValueFitsOrNot();
    void textIsFilled();
    void aChunkHoldsEqualsInTheirOrder_data();
    void aChunkHoldsEqualsInTheirOrder();
};

void TestOpening::everyPlaceIsAVariable()
{
    MessageTemplate message;
    message.parts = {part(Kind::Header, "Order {{1}}", "TEXT"),
                     part(Kind::Body, "Hello {{name}}, {{ 2 }} and {{1}} and {{name}}"),
                     part(Kind::Footer, "{{1}} is text here"), part(Kind::Button, "Yes", "QUICK_REPLY"),
                     part(Kind::Button, "Track", "URL", "https://example.com/{{1}}")};
    message.parts[1].examples.insert(QStringLiteral("name"), QStringLiteral("Maria"));
    const QList<TemplateVariable> variables = variablesOf(message);
    QCOMPARE(keys(variables), QStringLiteral("header.1 body.name body.2 body.1 button.1.1"));
    QCOMPARE(variables.at(1).example, QStringLiteral("Maria"));
    QCOMPARE(variables.at(1).part, Kind::Body);

    message.parts = {part(Kind::Header, "", "image"), part(Kind::Header, "", "LOCATION")};
    QCOMPARE(keys(variablesOf(message)),
             QStringLiteral("header.image header.latitude header.longitude header.name header.address"));
    QCOMPARE(variablesOf(message).at(1).takes, TemplateVariable::Takes::Latitude);
    QVERIFY(variablesOf({}).isEmpty());

    message.parts = {part(Kind::Body, "Yours"), part(Kind::Button, "Visit", "URL"),
                     part(Kind::Button, "Copy", "COPY_CODE")};
    QCOMPARE(keys(variablesOf(message)), QStringLiteral("button.1.coupon_code"));
    // The code is asked for once, also where the messenger keeps the words to itself.
    message.parts = {part(Kind::Body, "*{{1}}* is your code"), part(Kind::Button, "Copy", "OTP")};
    QCOMPARE(keys(variablesOf(message)), QStringLiteral("body.1"));
    message.parts.first().text.clear();
    QCOMPARE(keys(variablesOf(message)), QStringLiteral("body.1"));
}

void TestOpening::whatIsNoPlaceStaysText()
{
    MessageTemplate message;
    message.parts = {part(Kind::Body, "{{}} {{a b}} {1} {{1} }} {{{{ {{ä}}")};
    QVERIFY(variablesOf(message).isEmpty());
    QCOMPARE(filledText(message.parts.constFirst(), 0, {}), message.parts.constFirst().text);
}

void TestOpening::aValueFitsOrNot_data()
{
    using Takes = TemplateVariable::Takes;
    QTest::addColumn<Takes>("takes");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("fit");

    QTest::newRow("words") << Takes::Words << QStringLiteral("x") << true;
    QTest::newRow("https") << Takes::HttpsAddress << QStringLiteral(" https://example.com/a.png ") << true;
    QTest::newRow("http") << Takes::HttpsAddress << QStringLiteral("http://example.com/a.png") << false;
    QTest::newRow("no host") << Takes::HttpsAddress << QStringLiteral("https:///a.png") << false;
    QTest::newRow("a path") << Takes::HttpsAddress << QStringLiteral("/home/a.png") << false;
    QTest::newRow("latitude") << Takes::Latitude << QStringLiteral("-52.5163") << true;
    QTest::newRow("beyond the pole") << Takes::Latitude << QStringLiteral("90.1") << false;
    QTest::newRow("longitude") << Takes::Longitude << QStringLiteral("179") << true;
    QTest::newRow("once around") << Takes::Longitude << QStringLiteral("181") << false;
    QTest::newRow("a comma") << Takes::Latitude << QStringLiteral("52,5") << true;
    QTest::newRow("two numbers") << Takes::Latitude << QStringLiteral("52,5, 13,4") << false;
    QTest::newRow("no number") << Takes::Longitude << QStringLiteral("nan") << false;
}

void TestOpening::aValueFitsOrNot()
{
    QFETCH(TemplateVariable::Takes, takes);
    QFETCH(QString, value);
    QFETCH(bool, fit);
    QCOMPARE(fits(takes, value), fit);
}

void TestOpening::textIsFilled()
{
    const TemplatePart body = part(Kind::Body, "Hello {{1}}, {{ 2 }}!");
    // What was filled in is not filled again.
    QCOMPARE(filledText(body, 0,
                        {{QStringLiteral("body.1"), QStringLiteral("{{2}}")},
                         {QStringLiteral("body.2"), QStringLiteral("x")}}),
             QStringLiteral("Hello {{2}}, x!"));
    QCOMPARE(filledText(body, 0, {{QStringLiteral("body.1"), QStringLiteral("A")}}),
             QStringLiteral("Hello A, {{ 2 }}!"));
    const TemplatePart button = part(Kind::Button, "Order {{1}}");
    QCOMPARE(filledText(button, 1, {{QStringLiteral("button.1.1"), QStringLiteral("7")}}),
             QStringLiteral("Order 7"));
}

void TestOpening::aChunkHoldsEqualsInTheirOrder_data()
{
    QTest::addColumn<QByteArray>("states"); // w: waits
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("most");
    QTest::addColumn<QList<qsizetype>>("rows");

    using Rows = QList<qsizetype>;
    QTest::newRow("one") << QByteArray("ww") << QByteArray("aa") << 1 << Rows{0};
    QTest::newRow("two") << QByteArray("www") << QByteArray("aaa") << 2 << Rows{0, 1};
    QTest::newRow("another ends it") << QByteArray("www") << QByteArray("aba") << 3 << Rows{0};
    QTest::newRow("what is done is stepped over") << QByteArray("swsw") << QByteArray("abca") << 3 << Rows{1};
    QTest::newRow("done ones between equals") << QByteArray("wsw") << QByteArray("aba") << 3 << Rows{0, 2};
    QTest::newRow("none") << QByteArray("ss") << QByteArray("aa") << 3 << Rows();
    QTest::newRow("no number") << QByteArray("ww") << QByteArray("aa") << 0 << Rows{0};
}

void TestOpening::aChunkHoldsEqualsInTheirOrder()
{
    QFETCH(QByteArray, states);
    QFETCH(QByteArray, words);
    QFETCH(int, most);
    QFETCH(QList<qsizetype>, rows);
    QCOMPARE(nextChunk(opening(states, words), most), rows);
}

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
