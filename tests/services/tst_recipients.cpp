// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/recipients/csvimport.h"

#include <QRegularExpression>
#include <QStringConverter>
#include <QTest>

using namespace inbox::recipients;
using inbox::domain::Recipient;
using inbox::domain::TextEncoding;
using Use = Column::Use;

namespace {

const QString kMaria = QStringLiteral("+4915112345678");
const QString kBen = QStringLiteral("+491712345678");
const QString kAna = QStringLiteral("+34612345678");

Rules german()
{
    Rules rules;
    rules.region = QStringLiteral("DE");
    return rules;
}

// "number name", in the order they came.
QStringList told(const RecipientList &list)
{
    QStringList lines;
    for (const Recipient &one : list.recipients)
        lines << QString(one.phone + u' ' + one.name).trimmed();
    return lines;
}

QList<Column> columns(std::initializer_list<Use> uses)
{
    QList<Column> all;
    for (const Use use : uses)
        all << Column{use, {}};
    return all;
}

RecipientList read(const QByteArray &bytes, const CsvGlance &file, const Rules &rules = german())
{
    const std::atomic_bool stop = false;
    return csvRecipients(bytes, file.shape, file.columns, rules, stop);
}

} // namespace

class TestRecipients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }
    void takesAnyMixture_data();
    void takesAnyMixture();
    void keepsBadOnesOutAndSaysWhere();
    void mergesDuplicates();
    void takesNamesWhereNumbersAreNotNeeded();
    void detectsATable_data();
    void detectsATable();
    void mapsVariables();
    void letsThePersonNameVariables();
    void readsAHostileTable();
    void aQuoteThatIsNeverClosedIsTold();
    void readsItsOwnExportAgain();
    void stopsWhenAsked();
    void contactsComeFirstAndCountOnce();
};

void TestRecipients::takesAnyMixture_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("wanted");
    const QStringList two{kMaria, kBen};
    const QStringList named{kMaria + QStringLiteral(" Maria Keller"), kBen + QStringLiteral(" Ben")};
    QTest::newRow("lines") << QStringLiteral("0151 12345678\r\n+49 171 2345678\n\n") << two;
    QTest::newRow("commas") << QStringLiteral("0151 12345678,0171/2345678") << two;
    QTest::newRow("semicolons and tabs") << QStringLiteral(";0151-12345678;\t 0171 2345678;") << two;
    QTest::newRow("blanks") << QStringLiteral("0151 12345678   0171 2345678") << two;
    QTest::newRow("one blank before a plus") << QStringLiteral("+49 151 12345678 +49 171 2345678") << two;
    QTest::newRow("angle brackets") << QStringLiteral(
        "Maria Keller <+49 151 12345678>, \"Ben\" <0171 2345678>")
                                    << named;
    QTest::newRow("a table") << QStringLiteral("Maria Keller\t0151 12345678\nBen\t0171 2345678") << named;
    QTest::newRow("a table the other way")
        << QStringLiteral("0151 12345678;Maria Keller\n0171 2345678;Ben") << named;
    QTest::newRow("names after, in one line")
        << QStringLiteral("0151 12345678 Maria Keller, 0171 2345678 Ben") << named;
    QTest::newRow("names before, in one line")
        << QStringLiteral("Maria Keller 0151 12345678, Ben: 0171 2345678")
        << QStringList{named.first(), kBen + QStringLiteral(" Ben:")};
    QTest::newRow("addresses are left aside")
        << QStringLiteral("Ben, ben@example.com, 0171 2345678") << QStringList{named.last()};
    QTest::newRow("no-break blanks") << QStringLiteral("0151\u00A012345678\n(0171)\u00A02345678") << two;
    QTest::newRow("a name with a number in it")
        << QStringLiteral("Filiale 12; 0151 12345678") << QStringList{kMaria + QStringLiteral(" Filiale 12")};
    QTest::newRow("hidden marks") << QStringLiteral("\u202A+49 151 12345678\u202C\n\uFEFF0171 2345678")
                                  << two;
}

void TestRecipients::takesAnyMixture()
{
    QFETCH(QString, text);
    QFETCH(QStringList, wanted);
    const RecipientList list = typedRecipients(text, german());
    QCOMPARE(told(list), wanted);
    QVERIFY(list.bad.isEmpty());
}

void TestRecipients::keepsBadOnesOutAndSaysWhere()
{
    const RecipientList list = typedRecipients(
        QStringLiteral("Maria 0151 12345678\nBen\n0151abc99\n+49 30 901820 x12\n112, 0171 2345678"),
        german());
    QCOMPARE(told(list), (QStringList{kMaria + QStringLiteral(" Maria"), kBen}));
    QCOMPARE(list.rows, (QList<int>{1, 5}));
    const QList<BadRow> bad{{2, QStringLiteral("Ben"), RowProblem::NoPhone},
                            {3, QStringLiteral("0151abc99"), RowProblem::NotANumber},
                            {4, QStringLiteral("+49 30 901820 x12"), RowProblem::Extension},
                            {5, QStringLiteral("112"), RowProblem::TooShort}};
    QCOMPARE(list.bad, bad);
}

void TestRecipients::mergesDuplicates()
{
    const RecipientList list = typedRecipients(
        QStringLiteral("0151 12345678\nMaria <+49 151 12345678>\n004915112345678 Other"), german());
    QCOMPARE(told(list), QStringList{kMaria + QStringLiteral(" Maria")});
    QCOMPARE(list.merged, 2);
}

void TestRecipients::takesNamesWhereNumbersAreNotNeeded()
{
    Rules rules = german();
    rules.needsPhone = false;
    rules.needsName = true;
    rules.takesEmail = true;
    const RecipientList list = typedRecipients(
        QStringLiteral(
            "Maria Keller, maria@example.com\nBen\nben@example\nana@example.com\n0171 2345678 Ben"),
        rules);
    QCOMPARE(
        told(list),
        (QStringList{QStringLiteral("Maria Keller"), QStringLiteral("Ben"), kBen + QStringLiteral(" Ben")}));
    QCOMPARE(list.recipients.first().email, QStringLiteral("maria@example.com"));
    const QList<BadRow> bad{{3, QStringLiteral("ben@example"), RowProblem::BadEmail},
                            {4, QStringLiteral("ana@example.com"), RowProblem::NoName}};
    QCOMPARE(list.bad, bad);
}

void TestRecipients::detectsATable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("header");
    QTest::addColumn<QList<Column>>("expected");
    const QString text =
        QStringLiteral("Kunde;E-Mail;Rufnummer\r\nMüller, Jörg;j@example.com;0151 12345678\r\n"
                       "\"Ben \"\"B\"\"\nBauer\";;+49 171 2345678\r\n");
    const auto all = columns({Use::Name, Use::Email, Use::Phone});
    QTest::newRow("utf-8") << text.toUtf8() << true << all;
    QTest::newRow("latin-1") << text.toLatin1() << true << all;
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("utf-16") << QByteArray(utf16.encode(text)) << true << all;
    QTest::newRow("no header") << text.section(QStringLiteral("\r\n"), 1).toUtf8() << false << all;
    QTest::newRow("words we do not know") << QByteArray("x,y,z\nMüller,j@example.com,0151 12345678\n"
                                                        "Ben,,+49 171 2345678\n")
                                          << true << columns({Use::Ignored, Use::Email, Use::Phone});
}

void TestRecipients::detectsATable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, header);
    QFETCH(QList<Column>, expected);
    const CsvGlance file = glance(bytes, {}, {}, QStringLiteral("DE"));
    QCOMPARE(file.shape.hasHeader, header);
    QCOMPARE(file.columns, expected);
    QCOMPARE(file.firstRows.size(), 2);
    const RecipientList list = read(bytes, file);
    QCOMPARE(list.recipients.size(), 2);
    QCOMPARE(list.recipients.first().phone, kMaria);
    QCOMPARE(list.rows, header ? (QList<int>{2, 3}) : (QList<int>{1, 2}));
    if (expected.first().use == Use::Name)
        QCOMPARE(told(list),
                 (QStringList{kMaria + QStringLiteral(" Müller, Jörg"),
                              kBen + QStringLiteral(" Ben \"B\" Bauer")}));
}

void TestRecipients::mapsVariables()
{
    const WantedVariables wanted{{QStringLiteral("body.1"), QStringLiteral("body.2")}, false};
    const QByteArray named("phone,2,{{1}}\n0151 12345678,two,one\n");
    const CsvGlance file = glance(named, {}, wanted, QStringLiteral("DE"));
    QCOMPARE(file.columns,
             (QList<Column>{{Use::Phone, {}},
                            {Use::Variable, QStringLiteral("body.2")},
                            {Use::Variable, QStringLiteral("body.1")}}));
    QCOMPARE(read(named, file).recipients.first().variables.value(QStringLiteral("body.1")),
             QStringLiteral("one"));
    // As many columns are left as variables: in their order.
    const CsvGlance ordered =
        glance("Order,Mobile,Day\nA-1,0151 12345678,Monday\n", {}, wanted, QStringLiteral("DE"));
    QCOMPARE(ordered.columns,
             (QList<Column>{{Use::Variable, QStringLiteral("body.1")},
                            {Use::Phone, {}},
                            {Use::Variable, QStringLiteral("body.2")}}));
    // One is left over: nobody guesses.
    const CsvGlance unclear = glance("Order,Mobile\nA-1,0151 12345678\n", {}, wanted, QStringLiteral("DE"));
    QCOMPARE(unclear.columns.first().use, Use::Ignored);
}

void TestRecipients::letsThePersonNameVariables()
{
    const CsvGlance file = glance("Mobile,First name,Order,,Order\n0151 12345678,Maria,A-1,x,y\n", {},
                                  WantedVariables{{}, true}, QStringLiteral("DE"));
    QCOMPARE(
        file.columns,
        (QList<Column>{{Use::Phone, {}}, {Use::Name, {}}, {Use::Variable, QStringLiteral("Order")}, {}, {}}));
}

void TestRecipients::readsAHostileTable()
{
    QByteArray bytes("phone,name\n");
    bytes += "0151 12345678,=HYPERLINK(\"http://x\")\n";
    bytes += "'+491712345678,<b>Ben</b>\n";
    bytes += ",only a name\n";
    bytes += "1e309,x\n";
    bytes += QByteArray(5'000, '9') + ",long\n";
    bytes += "\"0151 12345679\",\"never closed\n";
    const CsvGlance file = glance(bytes, {}, {}, QStringLiteral("DE"));
    const RecipientList list = read(bytes, file);
    QCOMPARE(list.recipients.size(), 2);
    QCOMPARE(list.recipients.at(1).name, QStringLiteral("<b>Ben</b>"));
    QCOMPARE(list.bad.size(), 4);
    QCOMPARE(list.bad.at(0), (BadRow{4, QStringLiteral("· only a name"), RowProblem::NoPhone}));
    QCOMPARE(list.bad.at(1).row, 5);
    QVERIFY(list.bad.at(2).text.size() <= 300);
    QCOMPARE(list.bad.at(3).row, 7);
    QCOMPARE(list.bad.at(3).problem, RowProblem::OpenQuote);
}

void TestRecipients::aQuoteThatIsNeverClosedIsTold()
{
    // It takes the rest of the table along: not without a word.
    QByteArray bytes("phone,name\n0151 12345678,Maria\n0171 2345678,\"Ben\n");
    for (int i = 0; i < 100; ++i)
        bytes += "0172 23456" + QByteArray::number(100 + i) + ",Aylin\n";
    const CsvGlance file = glance(bytes, {}, {}, QStringLiteral("DE"));
    const RecipientList list = read(bytes, file);
    QCOMPARE(list.recipients.size(), 1);
    QCOMPARE(list.bad.size(), 1);
    QCOMPARE(list.bad.at(0).row, 3);
    QCOMPARE(list.bad.at(0).problem, RowProblem::OpenQuote);
    CsvGlance headed = file;
    headed.shape.hasHeader = true;
    const RecipientList nothing = read("\"phone,name\n0151 12345678,Maria\n", headed);
    QVERIFY(nothing.recipients.isEmpty());
    QCOMPARE(nothing.bad.value(0).row, 1);
}

void TestRecipients::readsItsOwnExportAgain()
{
    inbox::domain::CsvWriter writer;
    writer.add({QStringLiteral("Phone"), QStringLiteral("Name")});
    writer.add({kMaria, QStringLiteral("=Maria")});
    writer.add({kAna, QStringLiteral("Ana, \"A\"")});
    const CsvGlance file = glance(writer.bytes(), {}, {}, {});
    QCOMPARE(told(read(writer.bytes(), file, Rules())),
             (QStringList{kMaria + QStringLiteral(" =Maria"), kAna + QStringLiteral(" Ana, \"A\"")}));
}

void TestRecipients::stopsWhenAsked()
{
    QByteArray bytes("phone\n");
    for (int i = 0; i < 5'000; ++i)
        bytes += "+4915112" + QByteArray::number(100'000 + i) + '\n';
    const CsvGlance file = glance(bytes, {}, {}, {});
    std::atomic_bool stop = false;
    int last = -1;
    const RecipientList list =
        csvRecipients(bytes, file.shape, file.columns, Rules(), stop, [&](int percent) {
            QVERIFY(percent > last && percent <= 100);
            last = percent;
            stop = percent > 30;
        });
    QVERIFY(last > 30);
    QVERIFY(list.recipients.size() > 500 && list.recipients.size() < 5'000);
}

void TestRecipients::contactsComeFirstAndCountOnce()
{
    Rules rules;
    rules.region = QStringLiteral("DE");
    rules.needsPhone = false;
    rules.takesEmail = true;
    RecipientList list = typedRecipients(
        QStringLiteral("Ben 0171 2345678\nMaria 0151 12345678\nEva, EVA@example.com\nAylin"), rules);
    QCOMPARE(list.recipients.size(), 4);
    Recipient maria;
    maria.contact = inbox::domain::CustomerId(QStringLiteral("c1"));
    maria.name = QStringLiteral("Maria Keller");
    maria.phone = QStringLiteral("+4915112345678");
    Recipient eva;
    eva.contact = inbox::domain::CustomerId(QStringLiteral("c2"));
    eva.email = QStringLiteral("eva@example.com");
    Recipient nobody; // neither number nor address: nobody else is taken for it
    nobody.contact = inbox::domain::CustomerId(QStringLiteral("c3"));
    putFirst(list, {maria, eva, nobody});
    QStringList names;
    for (const Recipient &one : std::as_const(list.recipients))
        names << (one.contact.isEmpty() ? one.name : one.contact.value());
    QCOMPARE(names.join(u' '), QStringLiteral("c1 c2 c3 Ben Aylin"));
    QCOMPARE(list.rows, (QList<int>{0, 0, 0, 1, 4}));
    QCOMPARE(list.merged, 2);
}

QTEST_GUILESS_MAIN(TestRecipients)
#include "tst_recipients.moc"
