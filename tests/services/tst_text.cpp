// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/text.h"

#include <QRegularExpression>
#include <QTest>

using namespace inbox::domain;

class TestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void cappedKeepsWholeCharacters_data();
    void cappedKeepsWholeCharacters();
    void oneLineHasNoBreaks_data();
    void oneLineHasNoBreaks();
    void oneLineOfAMegabyteIsQuick();
    void foldedForgetsCaseAndAccents_data();
    void foldedForgetsCaseAndAccents();
    void searchWordsComeOnce();
    void phoneDigitsOfAnyWriting_data();
    void phoneDigitsOfAnyWriting();
    void phoneQueryFindsNumber_data();
    void phoneQueryFindsNumber();
    void phoneQueryIsEmptyForWords_data();
    void phoneQueryIsEmptyForWords();
    void goodLinkPasses_data();
    void goodLinkPasses();
    void hostileLinkIsRefused_data();
    void hostileLinkIsRefused();
    void lookAlikeHostCanBeTold();
};

void TestText::cappedKeepsWholeCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("maximum");
    QTest::addColumn<QString>("expected");
    QTest::newRow("short") << QStringLiteral("abc") << 3 << QStringLiteral("abc");
    QTest::newRow("long") << QStringLiteral("abcd") << 3 << QStringLiteral("ab…");
    QTest::newRow("one") << QStringLiteral("abcd") << 1 << QStringLiteral("…");
    QTest::newRow("none") << QStringLiteral("abcd") << 0 << QString();
    QTest::newRow("negative") << QStringLiteral("abcd") << -5 << QString();
    QTest::newRow("surrogates") << QStringLiteral("a😀bcd") << 3 << QStringLiteral("a…");
    QTest::newRow("accent") << QStringLiteral("aé́xyz") << 3 << QStringLiteral("a…");
    QTest::newRow("family") << QStringLiteral("a👨‍👩‍👧 b") << 6 << QStringLiteral("a…");
    QTest::newRow("flag") << QStringLiteral("a🇩🇪 b") << 4 << QStringLiteral("a…");
}

void TestText::cappedKeepsWholeCharacters()
{
    QFETCH(QString, text);
    QFETCH(int, maximum);
    QFETCH(QString, expected);
    QCOMPARE(capped(text, maximum), expected);
}

void TestText::oneLineHasNoBreaks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QStringLiteral("Hello there") << QStringLiteral("Hello there");
    QTest::newRow("breaks") << QStringLiteral("\n a\r\n\r\nb\t c \n") << QStringLiteral("a b c");
    QTest::newRow("separators") << QStringLiteral("a\u2028b\u2029c\u0085d") << QStringLiteral("a b c d");
    QTest::newRow("control") << QStringLiteral("a\u0000\u0007b") << QStringLiteral("a b");
    QTest::newRow("nothing") << QStringLiteral(" \n ") << QString();
    QTest::newRow("cut") << QStringLiteral("0123456789\n0123456789x")
                         << QStringLiteral("0123456789 0123456…");
}

void TestText::oneLineHasNoBreaks()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(oneLine(text, 19), expected);
}

void TestText::oneLineOfAMegabyteIsQuick()
{
    const QString text(10'000'000, u'x');
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(oneLine(text, 300).size(), 300);
    QVERIFY2(timer.elapsed() < 100, "the whole text was looked at");
}

void TestText::foldedForgetsCaseAndAccents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("umlaut") << QStringLiteral("MÜLLER") << QStringLiteral("muller");
    QTest::newRow("decomposed") << QStringLiteral("Mu\u0308ller") << QStringLiteral("muller");
    QTest::newRow("wide") << QStringLiteral("ＭÜ１") << QStringLiteral("mu1");
    QTest::newRow("sharp s") << QStringLiteral("STRAẞE straße") << QStringLiteral("strasse strasse");
    QTest::newRow("ligature") << QStringLiteral("ﬁnden") << QStringLiteral("finden");
    QTest::newRow("hidden") << QStringLiteral("pa\u200Bket\u202E") << QStringLiteral("paket");
    QTest::newRow("blanks") << QStringLiteral("  a \n\t b\u00A0c ") << QStringLiteral("a b c");
    QTest::newRow("arabic marks") << QStringLiteral("مُحَمَّد") << QStringLiteral("محمد");
    QTest::newRow("greek") << QStringLiteral("ΆΛΦΑ") << QStringLiteral("αλφα");
    QTest::newRow("emoji") << QStringLiteral("👍 OK") << QStringLiteral("👍 ok");
}

void TestText::foldedForgetsCaseAndAccents()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(folded(text), expected);
}

void TestText::searchWordsComeOnce()
{
    QCOMPARE(searchWords(QStringLiteral(" Müller  paket MULLER ")),
             QStringList({QStringLiteral("muller"), QStringLiteral("paket")}));
    QCOMPARE(searchWords(QStringLiteral(" \n")), QStringList());
}

void TestText::phoneDigitsOfAnyWriting_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("expected");
    QTest::newRow("e164") << QStringLiteral("+4915223567929") << QStringLiteral("4915223567929");
    QTest::newRow("bare") << QStringLiteral("4915223567929") << QStringLiteral("4915223567929");
    QTest::newRow("blanks") << QStringLiteral("+49 152 2356-79.29") << QStringLiteral("4915223567929");
    QTest::newRow("00") << QStringLiteral("0049 152 23567929") << QStringLiteral("4915223567929");
    QTest::newRow("trunk") << QStringLiteral("+49 (0) 152/23567929") << QStringLiteral("4915223567929");
    QTest::newRow("national") << QStringLiteral("(0)152 23567929") << QStringLiteral("015223567929");
    QTest::newRow("arabic digits") << QStringLiteral("+٩٦٦ ٥٠١") << QStringLiteral("966501");
    QTest::newRow("isolated") << QStringLiteral("\u2068+49 152\u2069") << QStringLiteral("49152");
    QTest::newRow("none") << QStringLiteral("widget") << QString();
}

void TestText::phoneDigitsOfAnyWriting()
{
    QFETCH(QString, number);
    QFETCH(QString, expected);
    QCOMPARE(phoneDigits(number), expected);
}

void TestText::phoneQueryFindsNumber_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("national") << QStringLiteral("0152 2356");
    QTest::newRow("international") << QStringLiteral("+49 152 2356");
    QTest::newRow("00") << QStringLiteral("0049152");
    QTest::newRow("middle") << QStringLiteral("2356-79");
    QTest::newRow("trunk") << QStringLiteral("+49(0)152");
}

void TestText::phoneQueryFindsNumber()
{
    QFETCH(QString, query);
    const QString digits = phoneQuery(query);
    QVERIFY(!digits.isEmpty());
    QVERIFY2(phoneDigits(QStringLiteral("+49 152 23567929")).contains(digits), qPrintable(digits));
}

void TestText::phoneQueryIsEmptyForWords_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("nothing") << QString();
    QTest::newRow("word") << QStringLiteral("order 4711");
    QTest::newRow("short") << QStringLiteral("01 2");
    QTest::newRow("plus") << QStringLiteral("+++");
}

void TestText::phoneQueryIsEmptyForWords()
{
    QFETCH(QString, query);
    QCOMPARE(phoneQuery(query), QString());
}

void TestText::goodLinkPasses_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("expected");
    const auto same = [](const char *link) {
        QTest::newRow(link) << QString::fromUtf8(link) << QString::fromUtf8(link);
    };
    same("https://example.com");
    same("https://example.com/track?id=42&x=%20#part");
    same("http://example.com:8080/a/b");
    same("https://xn--mller-kva.de/");
    same("http://192.168.1.10/");
    same("http://[2001:db8::1]/x");
    same("mailto:maria@example.com");
    same("tel:+4915223567929");
    QTest::newRow("upper case") << QStringLiteral("HTTPS://EXAMPLE.COM/Path")
                                << QStringLiteral("https://example.com/Path");
    QTest::newRow("umlaut host") << QStringLiteral("https://müller.de/")
                                 << QStringLiteral("https://xn--mller-kva.de/");
    QTest::newRow("subject stays") << QStringLiteral("mailto:a@example.com?subject=My%20order%20%2342")
                                   << QStringLiteral("mailto:a@example.com?subject=My%20order%20%2342");
    QTest::newRow("attachment goes") << QStringLiteral(
        "mailto:a@example.com?attach=/etc/passwd&subject=Hi&cc=b@evil.example&body=x")
                                     << QStringLiteral("mailto:a@example.com?subject=Hi");
    QTest::newRow("to in the query") << QStringLiteral("mailto:?to=a@example.com&attachment=x")
                                     << QStringLiteral("mailto:a@example.com");
    QTest::newRow("header in the subject")
        << QStringLiteral("mailto:a@example.com?subject=Hi%0D%0ABcc:%20b@evil.example")
        << QStringLiteral("mailto:a@example.com?subject=Hi%20Bcc%3A%20b%40evil.example");
    QTest::newRow("written number") << QStringLiteral("tel:+49(0)152-23.56")
                                    << QStringLiteral("tel:+491522356");
}

void TestText::goodLinkPasses()
{
    QFETCH(QString, link);
    QFETCH(QString, expected);
    const std::optional<QUrl> url = safeLink(link);
    QVERIFY(url.has_value());
    QCOMPARE(url->toString(QUrl::FullyEncoded), expected);
    // Judged once more before it is opened: what has passed passes unchanged.
    const std::optional<QUrl> again = safeLink(expected);
    QVERIFY(again.has_value());
    QCOMPARE(again->toString(QUrl::FullyEncoded), expected);
}

void TestText::hostileLinkIsRefused_data()
{
    QTest::addColumn<QString>("link");
    const char *const links[] = {
        // no link at all, or nothing to go to
        "",
        " ",
        "example.com",
        "www.example.com/x",
        "//example.com/x",
        "/etc/passwd",
        "?x=1",
        "https:",
        "https://",
        "https:///etc/passwd",
        "http:/example.com",
        "https:example.com",
        "http://:80/",
        // other schemes
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "ftp://example.com/x",
        "smb://example.com/share/pwn.desktop",
        "sftp://example.com/",
        "ssh://example.com",
        "about:config",
        "blob:https://example.com/x",
        "view-source:https://example.com",
        "jar:https://example.com!/x",
        "ms-msdt:/id PCWDiagnostic",
        "ms-word:ofe|u|https://example.com/x.docx",
        "search-ms:query=x",
        "vscode://file/etc/passwd",
        "steam://run/1",
        "whatsapp://send?phone=1",
        "sms:+4915223567929",
        "intent://x#Intent;scheme=http;end",
        "qrc:/main.qml",
        "applescript://x",
        "dav://example.com",
        "x-terminal:rm",
        // who is it really
        "https://example.com@evil.example/",
        "https://user:secret@example.com/",
        "https://@evil.example/",
        "https://example.com%40evil.example@evil.example/",
        "https://:secret@example.com/",
        "https://exam ple.com/",
        "https://example.com\\@evil.example/",
        "https:\\\\evil.example\\share",
        "\\\\evil.example\\share",
        " https://example.com",
        "https://example.com\n",
        "https://example.com/\r\nHost: evil.example",
        "https://example.com/\tx",
        "https://example\u202Emoc.com/",
        "https://example.com/\u202Egpj.exe",
        "https://example\u200B.com/",
        "https://example.com/\u2028x",
        "https://exa<b>mple.com/",
        "https://example.com:99999/",
        "https://example.com:http/",
        "https://[::1/",
        "https://example.com/%zz",
        "https://..example..com/",
        // mail and telephone
        "mailto:",
        "mailto:nobody",
        "mailto:@example.com",
        "mailto:?attach=/etc/passwd",
        "mailto:a@example.com,b@evil.example",
        "mailto:a@example.com%0D%0ABcc:b@evil.example",
        "mailto:%22-X/tmp/x%22@example.com?x",
        "mailto://a@example.com",
        "tel:",
        "tel:+",
        "tel:*%2306%23",
        "tel:**21*4915223567929%23",
        "tel:call-me",
        "tel:+49152;phone-context=evil.example",
        "tel://4915223567929",
        "tel:1234567890123456789012345",
        "tel:49+152",
    };
    for (const char *const link : links)
        QTest::newRow(*link ? link : "nothing") << QString::fromUtf8(link);
    QTest::newRow("very long") << QString(QStringLiteral("https://example.com/") + QString(5000, u'a'));
    QTest::newRow("nul") << QString(QStringLiteral("https://example.com/") + QChar(0) + u'x');
    QTest::newRow("half a character") << QString(QStringLiteral("https://example.com/") + QChar(0xD800));
}

void TestText::hostileLinkIsRefused()
{
    QFETCH(QString, link);
    const std::optional<QUrl> url = safeLink(link);
    QVERIFY2(!url, url ? qPrintable(url->toString(QUrl::FullyEncoded)) : "");
}

void TestText::lookAlikeHostCanBeTold()
{
    // The first letter is Cyrillic.
    const std::optional<QUrl> url = safeLink(QStringLiteral("https://аpple.com/"));
    QVERIFY(url.has_value());
    QCOMPARE(url->host(QUrl::FullyEncoded), QStringLiteral("xn--pple-43d.com"));
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
