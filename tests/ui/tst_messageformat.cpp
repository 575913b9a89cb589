// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/messageformat.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace inbox::ui;

namespace {

// "<b>…</b>"-like text form of a parsed message, so that a table can show what is expected at a glance.
QString shown(const FormattedText &f)
{
    QString out;
    qsizetype at = 0;
    for (const StyledRun &run : f.runs) {
        out += f.text.mid(at, run.start - at);
        QString name;
        if (run.styles & TextStyle::Bold)
            name += u'b';
        if (run.styles & TextStyle::Italic)
            name += u'i';
        if (run.styles & TextStyle::Strike)
            name += u's';
        if (run.styles & TextStyle::Mono)
            name += u'm';
        out += u'{' + name + u' ' + f.text.mid(run.start, run.length) + u'}';
        at = run.start + run.length;
    }
    return out + f.text.mid(at);
}

} // namespace

class TestMessageFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void marksBecomeStyles_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *raw, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(raw) << QString::fromUtf8(expected);
        };
        row("plain", "Hello", "Hello");
        row("bold", "a *b* c", "a {b b} c");
        row("italic", "_x y_", "{i x y}");
        row("strike", "~old~ new", "{s old} new");
        row("mono", "run ```ls -la``` now", "run {m ls -la} now");
        row("mono over lines", "```\na\nb\n```", "{m a\nb}");
        row("nested", "*_both_*", "{bi both}");
        row("crossed", "*a _b* c_", "{b a }{bi b}{i  c}");
        row("beside punctuation", "(*yes*)!", "({b yes})!");
        row("multiplication", "2*3*4", "2*3*4");
        row("spaced stars", "2 * 3 * 4", "2 * 3 * 4");
        row("snake case", "my_long_name", "my_long_name");
        row("not over lines", "*a\nb*", "*a\nb*");
        row("unclosed", "*a", "*a");
        row("empty", "** __ ~~ ``````", "** __ ~~ ``````");
        row("space before the end", "*a *", "*a *");
        row("inside mono", "```*a*```", "{m *a*}");
        row("in an address", "https://x.test/_a_/b", "https://x.test/_a_/b");
        row("around an address", "*https://x.test/a*", "{b https://x.test/a}");
        row("emoji", "*\xF0\x9F\x98\x80*", "{b \xF0\x9F\x98\x80}");
        row("two words bold", "*a* and *b*", "{b a} and {b b}");
        row("never HTML", "<b>x</b>", "<b>x</b>");
        row("code", "type `ls *a*` now", "type {m ls *a*} now");
        row("unclosed code", "a ` b", "a ` b");
        row("empty code", "a `` b", "a `` b");
        row("code not over lines", "`a\nb`", "`a\nb`");
        row("bold beside code", "*a* `b`", "{b a} {m b}");
        row("list with dashes", "- one\n- *two*", "\u2022 one\n\u2022 {b two}");
        row("list with stars", "* one\n* two*", "\u2022 one\n\u2022 two*");
        row("numbers", "1. one\n2. two", "1. one\n2. two");
        row("quoted", "> _you_ said\nno", "{i you} said\nno");
        row("quoted lines", "> a\n> b", "a\nb");
        row("not quoted", ">a", ">a");
        row("an arrow", "a > b", "a > b");
        row("a dash in a sentence", "a - b", "a - b");
        row("a dash alone", "- ", "- ");
        row("inside mono no list", "```- a\n> b```", "{m - a\n> b}");
        row("styles over the words of a line", "*one two three*", "{b one two three}");
        row("two lines each bold", "*a*\n*b*", "{b a}\n{b b}");
    }
    void marksBecomeStyles()
    {
        QFETCH(QString, raw);
        QFETCH(QString, expected);
        QCOMPARE(shown(parseMessage(raw)), expected);
    }

    void listsAndQuotedLinesAreBlocks()
    {
        const FormattedText f = parseMessage(QStringLiteral("Bring:\n- a\n12. b\n2024. c\n> d"));
        QCOMPARE(f.text, QString::fromUtf8("Bring:\n\u2022 a\n12. b\n2024. c\nd"));
        const QList<TextBlockMark> expected{
            {7, BlockKind::Item, 2}, {11, BlockKind::Item, 4}, {25, BlockKind::Quote, 0}};
        QCOMPARE(f.blocks, expected);
    }

    void emojiAloneAreCounted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        const auto row = [](const char *text, int count) {
            QTest::newRow(text) << QString::fromUtf8(text) << count;
        };
        row("👍", 1);
        row("👍🏽", 1);
        row("❤️", 1);
        row("✅", 1);
        row("1️⃣", 1);
        row("🇩🇪🇫🇷", 2);
        row("👨‍👩‍👧 👍\n🎉", 3);
        row("👍👍👍👍", 0);
        row("👍 ok", 0);
        row("ok", 0);
        row("1", 0);
        row("❤", 0); // without the selector a black heart of the text's font
        row("", 0);
        row(" ", 0);
    }
    void emojiAloneAreCounted()
    {
        QFETCH(QString, text);
        QTEST(emojiAlone(text), "count");
    }

    void linksAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected"); // "shown → target"
        const auto row = [](const char *name, const char *text, const QStringList &expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << expected;
        };
        row("none", "no link here", {});
        row("https", "see https://a.test/x?y=1.",
            {QStringLiteral("https://a.test/x?y=1 > https://a.test/x?y=1")});
        row("http", "(http://a.test)", {QStringLiteral("http://a.test > http://a.test")});
        row("brackets inside", "https://a.test/x_(y)",
            {QStringLiteral("https://a.test/x_(y) > https://a.test/x_(y)")});
        row("bare www", "www.a.test!", {QStringLiteral("www.a.test > https://www.a.test")});
        row("not www alone", "www. is short", {});
        row("e-mail", "write to a.b+c@mail.test, please",
            {QStringLiteral("a.b+c@mail.test > mailto:a.b+c@mail.test")});
        row("mailto", "mailto:a@b.test", {QStringLiteral("mailto:a@b.test > mailto:a@b.test")});
        row("phone", "call +49 152 2356 7929 now",
            {QStringLiteral("+49 152 2356 7929 > tel:+4915223567929")});
        row("phone 00", "0049-152-23567929", {QStringLiteral("0049-152-23567929 > tel:+4915223567929")});
        row("national phone", "Tel. 030 / 1234567", {QStringLiteral("030 / 1234567 > tel:0301234567")});
        row("tel", "tel:+4915223567929", {QStringLiteral("tel:+4915223567929 > tel:+4915223567929")});
        row("order number", "order 0123456789", {});
        row("date", "on 01.12.2026 or 01-12-2026", {});
        row("price", "1.000,00 EUR", {});
        row("another's name in front", "https://bank.test@evil.test/", {});
        row("script scheme", "javascript:alert(1)", {});
        row("file scheme", "file:///etc/passwd", {});
        row("smb scheme", "smb://host/share", {});
        row("upper case", "HTTPS://A.TEST", {QStringLiteral("HTTPS://A.TEST > https://a.test")});
        row("two", "https://a.test https://b.test",
            {QStringLiteral("https://a.test > https://a.test"),
             QStringLiteral("https://b.test > https://b.test")});
    }
    void linksAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QStringList found;
        for (const TextLink &link : findLinks(text))
            found << text.mid(link.start, link.length) + QLatin1String(" > ") + link.target.toString();
        QCOMPARE(found, expected);
    }

    void linkPositionsFollowTheMarksTakenOut()
    {
        const FormattedText f = parseMessage(QStringLiteral("*see* https://a.test *now*"));
        QCOMPARE(f.links.size(), 1);
        QCOMPARE(f.text.mid(f.links.first().start, f.links.first().length), QStringLiteral("https://a.test"));
    }

    void hostileTextIsParsedInTime_data()
    {
        QTest::addColumn<QString>("text");
        constexpr int kCount = 50000;
        QTest::newRow("stars") << QStringLiteral("*a ").repeated(kCount);
        QTest::newRow("underscores") << QStringLiteral("_").repeated(kCount);
        QTest::newRow("items") << QStringLiteral("- a\n").repeated(kCount);
        QTest::newRow("quoted") << QStringLiteral("> ").repeated(kCount);
        QTest::newRow("code") << QStringLiteral("` ").repeated(kCount);
        QTest::newRow("fences") << QStringLiteral("```").repeated(kCount);
        QTest::newRow("digits") << QStringLiteral("0").repeated(kCount);
        QTest::newRow("at signs") << QStringLiteral("a@").repeated(kCount);
        QTest::newRow("dots") << QStringLiteral("a.").repeated(kCount);
        QTest::newRow("one address") << QString(QStringLiteral("https://a.test/")
                                                + QStringLiteral("(").repeated(kCount));
        QTest::newRow("addresses") << QStringLiteral("www.").repeated(kCount);
    }
    void hostileTextIsParsedInTime()
    {
        QFETCH(QString, text);
        constexpr int kBudgetMs = 1500; // generous: a quadratic search would take minutes
        QElapsedTimer timer;
        timer.start();
        parseMessage(text);
        QVERIFY2(timer.elapsed() < kBudgetMs, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestMessageFormat)
#include "tst_messageformat.moc"
