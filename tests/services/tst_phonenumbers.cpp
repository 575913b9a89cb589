// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/recipients/phonenumber.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace inbox::recipients;

Q_DECLARE_METATYPE(inbox::recipients::PhoneProblem)

class TestPhoneNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }
    void writesAsE164_data();
    void writesAsE164();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void writesForPeople();
    void guessesTheCountry();
    void knowsTheCountries();
};

// Three writings each of 20 countries: as people there write it, international, and with what else is usual.
void TestPhoneNumbers::writesAsE164_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("e164");
    struct Row {
        const char16_t *region;
        const char16_t *text;
        const char16_t *e164;
    };
    const Row rows[] = {{u"DE", u"0151 12345678", u"+4915112345678"},
                        {u"DE", u"+49 (0)30 901820", u"+4930901820"},
                        {u"DE", u"0049 171/2345678", u"+491712345678"},
                        {u"AT", u"0664 1234567", u"+436641234567"},
                        {u"AT", u"+43 1 5880700", u"+4315880700"},
                        {u"AT", u"0043 (0)650 1234567", u"+436501234567"},
                        {u"CH", u"079 123 45 67", u"+41791234567"},
                        {u"CH", u"+41 44 668 18 00", u"+41446681800"},
                        {u"CH", u"0041 78 123 45 67", u"+41781234567"},
                        {u"FR", u"06 12 34 56 78", u"+33612345678"},
                        {u"FR", u"+33 (0)1 42 68 53 00", u"+33142685300"},
                        {u"FR", u"0033 7 56 78 90 12", u"+33756789012"},
                        {u"IT", u"347 123 4567", u"+393471234567"},
                        {u"IT", u"+39 06 8412345", u"+39068412345"},
                        {u"IT", u"02 12345678", u"+390212345678"},
                        {u"ES", u"612 34 56 78", u"+34612345678"},
                        {u"ES", u"+34 91 123 45 67", u"+34911234567"},
                        {u"ES", u"0034 722 34 56 78", u"+34722345678"},
                        {u"PT", u"912 345 678", u"+351912345678"},
                        {u"PT", u"+351 21 123 4567", u"+351211234567"},
                        {u"PT", u"00351 962 345 678", u"+351962345678"},
                        {u"NL", u"06-12345678", u"+31612345678"},
                        {u"NL", u"+31 (0)20 123 4567", u"+31201234567"},
                        {u"NL", u"0031 6 4567 8901", u"+31645678901"},
                        {u"BE", u"0470 12 34 56", u"+32470123456"},
                        {u"BE", u"+32 2 201 23 45", u"+3222012345"},
                        {u"BE", u"0032 470/12.34.56", u"+32470123456"},
                        {u"GB", u"07400 123456", u"+447400123456"},
                        {u"GB", u"+44 (0)20 7946 0958", u"+442079460958"},
                        {u"GB", u"0044 7400 123457", u"+447400123457"},
                        {u"PL", u"512 345 678", u"+48512345678"},
                        {u"PL", u"+48 22 123 45 67", u"+48221234567"},
                        {u"PL", u"0048 601-234-567", u"+48601234567"},
                        {u"CZ", u"601 123 456", u"+420601123456"},
                        {u"CZ", u"+420 212 345 678", u"+420212345678"},
                        {u"CZ", u"00420 777 123 456", u"+420777123456"},
                        {u"SE", u"070-123 45 67", u"+46701234567"},
                        {u"SE", u"+46 8 123 456 78", u"+46812345678"},
                        {u"SE", u"0046 (0)73 123 45 67", u"+46731234567"},
                        {u"TR", u"0532 123 45 67", u"+905321234567"},
                        {u"TR", u"+90 212 345 67 89", u"+902123456789"},
                        {u"TR", u"0090 (0)505 123 45 67", u"+905051234567"},
                        {u"US", u"(201) 555-0123", u"+12015550123"},
                        {u"US", u"+1 212-555-0187", u"+12125550187"},
                        {u"US", u"1-650-253-0000", u"+16502530000"},
                        {u"BR", u"(11) 96123-4567", u"+5511961234567"},
                        {u"BR", u"+55 21 2345-6789", u"+552123456789"},
                        {u"BR", u"+55 (11) 99999.8888", u"+5511999998888"},
                        {u"MX", u"55 1234 5678", u"+525512345678"},
                        {u"MX", u"+52 222 123 4567", u"+522221234567"},
                        {u"MX", u"33 1234 5678", u"+523312345678"},
                        {u"IN", u"098765 43210", u"+919876543210"},
                        {u"IN", u"+91 98765-43210", u"+919876543210"},
                        {u"IN", u"0091 22 2345 6789", u"+912223456789"},
                        {u"SA", u"050 123 4567", u"+966501234567"},
                        {u"SA", u"+966 11 234 5678", u"+966112345678"},
                        {u"SA", u"٠٥٠ ١٢٣ ٤٥٦٧", u"+966501234567"},
                        {u"AE", u"050 123 4567", u"+971501234567"},
                        {u"AE", u"+971 4 234 5678", u"+97142345678"},
                        {u"AE", u"00971 55 123 4567", u"+971551234567"}};
    static_assert(std::size(rows) == 60);
    QSet<QString> regions;
    for (const Row &row : rows) {
        const QString region = QString::fromUtf16(row.region);
        const QString text = QString::fromUtf16(row.text);
        QTest::newRow(qPrintable(QString(region + u' ' + text)))
            << region << text << QString::fromUtf16(row.e164);
        regions.insert(region);
    }
    QCOMPARE(regions.size(), 20);
}

void TestPhoneNumbers::writesAsE164()
{
    QFETCH(QString, region);
    QFETCH(QString, text);
    QFETCH(QString, e164);
    QCOMPARE(checkedPhone(text, region), (CheckedPhone{e164, PhoneProblem::None}));
    QCOMPARE(checkedPhone(e164, {}), (CheckedPhone{e164, PhoneProblem::None}));
    QCOMPARE(checkedPhone(phoneForPeople(e164), {}).e164, e164);
    QCOMPARE(regionOf(e164), region);
}

void TestPhoneNumbers::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("region");
    QTest::addColumn<PhoneProblem>("problem");
    const auto row = [](const char *name, const char16_t *text, const char16_t *region,
                        PhoneProblem problem) {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(region) << problem;
    };
    row("nothing", u" ", u"DE", PhoneProblem::Empty);
    row("words", u"Maria", u"DE", PhoneProblem::NotANumber);
    row("letters for digits", u"1-800-FLOWERS", u"US", PhoneProblem::NotANumber);
    row("a number among words", u"call 0151 12345678", u"DE", PhoneProblem::NotANumber);
    row("a letter glued to it", u"015112345678a", u"DE", PhoneProblem::NotANumber);
    row("two at once", u"+4915112345678+4915112345679", u"DE", PhoneProblem::NotANumber);
    row("a national one and no country", u"0151 12345678", u"", PhoneProblem::NoCountry);
    row("nobody's calling code", u"+999 12345678", u"DE", PhoneProblem::UnknownCountry);
    row("too short", u"06 12", u"FR", PhoneProblem::TooShort);
    row("too long", u"+49 151 1234567890123", u"DE", PhoneProblem::TooLong);
    row("longer than E.164", u"612015112345678", u"DE", PhoneProblem::TooLong);
    row("far too long", u"123456789012345678901234567890", u"DE", PhoneProblem::TooLong);
    row("no number of its country", u"+49 1000 123456", u"DE", PhoneProblem::NotInUse);
    row("an extension", u"+49 30 901820 ext. 12", u"DE", PhoneProblem::Extension);
    row("an extension, short", u"030 901820 x12", u"DE", PhoneProblem::Extension);
    row("emergency", u"112", u"DE", PhoneProblem::TooShort);
}

void TestPhoneNumbers::saysWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(QString, region);
    QFETCH(PhoneProblem, problem);
    QCOMPARE(checkedPhone(text, region), (CheckedPhone{{}, problem}));
}

void TestPhoneNumbers::writesForPeople()
{
    QCOMPARE(phoneForPeople(QStringLiteral("+4915112345678")), QStringLiteral("+49 1511 2345678"));
    QCOMPARE(phoneForPeople(QStringLiteral("visitor 12")), QStringLiteral("visitor 12"));
    // What pasting and spreadsheets leave around a number.
    for (const char16_t *text : {u"\u202A+49 1511 2345678\u202C", u"'+49 1511 2345678", u"tel:+4915112345678",
                                 u"\u00A0+49\u00A01511\u00A02345678 ", u"＋49 1511 2345678"})
        QCOMPARE(checkedPhone(QString::fromUtf16(text), {}).e164, QStringLiteral("+4915112345678"));
}

void TestPhoneNumbers::guessesTheCountry()
{
    QCOMPARE(guessedRegion({QStringLiteral("widget"), QStringLiteral("41 44 668 18 00")}),
             QStringLiteral("CH"));
    QCOMPARE(guessedRegion({QStringLiteral("+1 650-253-0000")}), QStringLiteral("US"));
    QCOMPARE(regionOf(QStringLiteral("+80012345678")), QString()); // freephone of the whole world
}

void TestPhoneNumbers::knowsTheCountries()
{
    const QList<Country> all = countries();
    QVERIFY(all.size() > 200);
    const auto find = [&](const QString &region) {
        return *std::find_if(all.cbegin(), all.cend(), [&](const Country &c) { return c.region == region; });
    };
    QCOMPARE(find(QStringLiteral("DE")).name, QStringLiteral("Deutschland"));
    QCOMPARE(find(QStringLiteral("DE")).callingCode, 49);
    QCOMPARE(find(QStringLiteral("GB")).name, QStringLiteral("United Kingdom"));
    QVERIFY(std::none_of(all.cbegin(), all.cend(), [](const Country &c) { return c.name.isEmpty(); }));
}

QTEST_GUILESS_MAIN(TestPhoneNumbers)
#include "tst_phonenumbers.moc"
