// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/csv.h"

#include <QRegularExpression>
#include <QStringConverter>
#include <QTest>

using namespace inbox::domain;

Q_DECLARE_METATYPE(inbox::domain::TextEncoding)

namespace {

QList<QStringList> rowsOf(const QString &text, QChar delimiter)
{
    CsvReader reader(text, delimiter);
    QList<QStringList> rows;
    QStringList cells;
    while (reader.next(cells))
        rows << cells;
    return rows;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }
    void guessesTheEncoding_data();
    void guessesTheEncoding();
    void guessesTheDelimiter_data();
    void guessesTheDelimiter();
    void readsQuotesAndLineBreaks();
    void countsRowsAsASpreadsheetDoes();
    void readsWhatIsBroken();
    void writesWhatItReads();
    void neutralisesFormulas();
    void isCutWhereASpreadsheetCuts();
};

void TestCsv::guessesTheEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TextEncoding>("encoding");
    const QString text = QStringLiteral("Name;Telefon\nMüller;+49 151 23456789\n");
    QTest::newRow("utf-8") << text.toUtf8() << TextEncoding::Utf8;
    QTest::newRow("utf-8 with a mark") << QByteArray("\xEF\xBB\xBF" + text.toUtf8()) << TextEncoding::Utf8;
    const auto written = [&](QStringConverter::Encoding encoding, bool mark) {
        QStringEncoder encoder(encoding,
                               mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(text));
    };
    QTest::newRow("utf-16 of Excel") << written(QStringConverter::Utf16LE, true)
                                     << TextEncoding::Utf16LittleEndian;
    QTest::newRow("utf-16, no mark") << written(QStringConverter::Utf16LE, false)
                                     << TextEncoding::Utf16LittleEndian;
    QTest::newRow("utf-16, the other way")
        << written(QStringConverter::Utf16BE, true) << TextEncoding::Utf16BigEndian;
    QTest::newRow("utf-16, the other way, no mark")
        << written(QStringConverter::Utf16BE, false) << TextEncoding::Utf16BigEndian;
    QTest::newRow("latin-1") << text.toLatin1() << TextEncoding::Windows1252;
}

void TestCsv::guessesTheEncoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(TextEncoding, encoding);
    QCOMPARE(guessEncoding(bytes), encoding);
    QCOMPARE(decodedText(bytes, encoding), QStringLiteral("Name;Telefon\nMüller;+49 151 23456789\n"));
    QCOMPARE(decodedText("\x80 \x96 \xE9", TextEncoding::Windows1252), QStringLiteral("€ – é"));
}

void TestCsv::guessesTheDelimiter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("delimiter");
    QTest::newRow("comma") << QStringLiteral("a,b,c\n1,2,3\n") << QChar(u',');
    QTest::newRow("semicolon, commas in the words")
        << QStringLiteral("Name;Tel\nKeller, Maria;1\nBen;2\n") << QChar(u';');
    QTest::newRow("tab") << QStringLiteral("a\tb\n1,5\t2\n") << QChar(u'\t');
    QTest::newRow("bar") << QStringLiteral("a|b\n1|2\n") << QChar(u'|');
    QTest::newRow("one column") << QStringLiteral("+49 1\n+49 2\n") << QChar(u',');
    QTest::newRow("nothing") << QString() << QChar(u',');
    QTest::newRow("delimiters within quotes")
        << QStringLiteral("\"a;b;c;d\",1\n\"e;f\",2\n\"g\",3\n") << QChar(u',');
}

void TestCsv::guessesTheDelimiter()
{
    QFETCH(QString, text);
    QTEST(guessDelimiter(text), "delimiter");
}

void TestCsv::readsQuotesAndLineBreaks()
{
    const auto rows =
        rowsOf(QStringLiteral("\"Keller, \"\"M\"\"\",\"two\r\nlines\"\r\nx,\r,y\n\"\",z"), u',');
    const QList<QStringList> wanted{{QStringLiteral("Keller, \"M\""), QStringLiteral("two\r\nlines")},
                                    {QStringLiteral("x"), QString()},
                                    {QString(), QStringLiteral("y")},
                                    {QString(), QStringLiteral("z")}};
    QCOMPARE(rows, wanted);
}

void TestCsv::countsRowsAsASpreadsheetDoes()
{
    const QString text = QStringLiteral("a\n\n\"b\nb\"\nc");
    CsvReader reader(text, u',');
    QList<int> rows;
    QStringList cells;
    while (reader.next(cells))
        rows << reader.row();
    QCOMPARE(rows, (QList<int>{1, 3, 4}));
    QVERIFY(cells.isEmpty());
    QCOMPARE(reader.position(), text.size());
}

void TestCsv::readsWhatIsBroken()
{
    QCOMPARE(rowsOf(QStringLiteral("a,\"never closed\nb,c"), u','),
             (QList<QStringList>{{QStringLiteral("a"), QStringLiteral("never closed\nb,c")}}));
    CsvReader open(QStringLiteral("a,b\nc,\"never closed\nd,e"), u',');
    QStringList cells;
    QVERIFY(open.next(cells) && !open.isOpen());
    QVERIFY(open.next(cells) && open.isOpen());
    QCOMPARE(open.row(), 2);
    QCOMPARE(rowsOf(QStringLiteral("5\" pipe,\"a\"b,c"), u','),
             (QList<QStringList>{{QStringLiteral("5\" pipe"), QStringLiteral("ab"), QStringLiteral("c")}}));
    QCOMPARE(rowsOf(QStringLiteral(" , ,\n\n\r\n"), u','), QList<QStringList>());
}

void TestCsv::writesWhatItReads()
{
    const QList<QStringList> rows{
        {QStringLiteral("Keller, \"M\""), QStringLiteral("two\r\nlines"), QString()},
        {QStringLiteral("ü;|\t"), QStringLiteral("'"), QStringLiteral("x")}};
    for (const QChar separator : {u',', u';'}) {
        CsvWriter writer(separator);
        for (const QStringList &row : rows)
            writer.add(row);
        const QByteArray bytes = writer.bytes();
        QCOMPARE(guessEncoding(bytes), TextEncoding::Utf8);
        QCOMPARE(rowsOf(decodedText(bytes, TextEncoding::Utf8), separator), rows);
    }
}

void TestCsv::neutralisesFormulas()
{
    for (const char *formula : {"=1+1", "+49", "-1", "@SUM(A1)", "\tx"})
        QCOMPARE(CsvWriter::cell(QLatin1String(formula)), QString(u'\'' + QLatin1String(formula)));
    QCOMPARE(CsvWriter::cell(QStringLiteral("\r=1")), QStringLiteral("\"'\r=1\""));
    QCOMPARE(CsvWriter::cell(QStringLiteral("a,b")), QStringLiteral("\"a,b\""));
}

void TestCsv::isCutWhereASpreadsheetCuts()
{
    QCOMPARE(listSeparator(QLocale(QLocale::German, QLocale::Germany)), QChar(u';'));
    QCOMPARE(listSeparator(QLocale(QLocale::English, QLocale::UnitedKingdom)), QChar(u','));
    QCOMPARE(listSeparator(QLocale(QLocale::German, QLocale::Switzerland)), QChar(u','));
    // A formula in the middle of a cell stays in its middle.
    CsvWriter writer(listSeparator(QLocale(QLocale::German, QLocale::Germany)));
    writer.add({QStringLiteral("x;=1+1;y"), QStringLiteral("5,- Euro, @home"), QStringLiteral("z")});
    QCOMPARE(QString::fromUtf8(writer.bytes().mid(3)),
             QStringLiteral("\"x;=1+1;y\";\"5,- Euro, @home\";z\r\n"));
    QCOMPARE(CsvWriter::cell(QStringLiteral("x;=1+1;y")), QStringLiteral("\"x;=1+1;y\""));
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
