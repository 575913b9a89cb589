// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/architecture/sourcetree.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace inbox::tests;

namespace {

struct Message {
    QString context;
    QString source;
    QString comment; // tells equal sources apart
    bool plural = false;
    bool finished = true;
    QStringList translations; // one, or one for each plural form

    QString name() const
    {
        return QString(context + QStringLiteral(": \"") + source + u'"'
                       + (comment.isEmpty() ? QString() : QString(QStringLiteral(" (") + comment + u')')));
    }
};

QList<Message> messages(const QByteArray &ts)
{
    QList<Message> result;
    QString context;
    QXmlStreamReader xml(ts);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView tag = xml.name();
        if (tag == u"name") {
            context = xml.readElementText();
        } else if (tag == u"message") {
            Message message;
            message.context = context;
            message.plural = xml.attributes().value(QLatin1String("numerus")) == u"yes";
            result.append(message);
        } else if (tag == u"source") {
            result.last().source = xml.readElementText();
        } else if (tag == u"comment") {
            result.last().comment = xml.readElementText();
        } else if (tag == u"translation") {
            result.last().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!result.last().plural)
                result.last().translations.append(xml.readElementText());
        } else if (tag == u"numerusform") {
            result.last().translations.append(xml.readElementText());
        }
    }
    return result;
}

// %1, %L2, %n and %Ln, sorted: each one as often as it stands there. Two arguments joined by nothing ("%1%2")
// count too.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?(?:[1-9][0-9]?|n)"));
    QStringList found;
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.sort();
    return found;
}

bool isCount(const QString &placeholder)
{
    return placeholder == QLatin1String("%n") || placeholder == QLatin1String("%Ln");
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("&\\w"));
    return text.contains(pattern);
}

// What is wrong with one message, in a few words; empty when nothing is. German and English both have two
// plural forms.
QString problem(const Message &message)
{
    const QString &source = message.source;
    if (source != source.trimmed())
        return QStringLiteral("the source begins or ends with a space: a sentence glued from parts?");
    const QStringList inSource = placeholders(source);
    if (message.plural != std::any_of(inSource.cbegin(), inSource.cend(), isCount))
        return QStringLiteral("plural forms and %n belong together");
    if (!message.finished)
        return QStringLiteral("not translated, or marked unfinished");
    if (message.translations.size() != (message.plural ? 2 : 1))
        return QStringLiteral("a plural form is missing");
    for (qsizetype form = 0; form < message.translations.size(); ++form) {
        const QString &text = message.translations.at(form);
        if (text.isEmpty())
            return QStringLiteral("empty");
        if (text != text.trimmed())
            return QStringLiteral("begins or ends with a space");
        QStringList wanted = inSource;
        QStringList found = placeholders(text);
        // "One message" needs no number.
        if (message.plural && form == 0) {
            wanted.removeIf(isCount);
            found.removeIf(isCount);
        }
        if (wanted != found)
            return QStringLiteral("other placeholders than the source");
        if (hasMnemonic(source) != hasMnemonic(text))
            return QStringLiteral("the underlined letter (&) is missing or too much");
        if (source.endsWith(u'…') != text.endsWith(u'…'))
            return QStringLiteral("… at the end of one but not of the other");
        if (source.endsWith(u':') != text.endsWith(u':'))
            return QStringLiteral(": at the end of one but not of the other");
        if (source.count(u'\n') != text.count(u'\n'))
            return QStringLiteral("another number of lines than the source");
        if (text.contains(u'!'))
            return QStringLiteral("an exclamation mark");
        if (message.plural && text.contains(QLatin1String("(s)")))
            return QStringLiteral("(s) in place of a plural form");
    }
    return {};
}

QString translationFile(const char *language)
{
    return QStringLiteral("translations/inbox_%1.ts").arg(QString::fromLatin1(language));
}

QStringList problemsOf(const char *language)
{
    QStringList result;
    const QList<Message> all = messages(sourceText(translationFile(language)).toUtf8());
    for (const Message &message : all) {
        const QString wrong = problem(message);
        if (!wrong.isEmpty())
            result.append(QString(message.name() + QStringLiteral(": ") + wrong));
    }
    return result;
}

QStringList names(const QList<Message> &all)
{
    QStringList result;
    for (const Message &message : all)
        result.append(QString(message.name() + (message.plural ? QStringLiteral(" [plural]") : QString())));
    return result;
}

QString lines(const QStringList &list)
{
    return QString(u'\n' + list.join(u'\n'));
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesAMessage_data();
    void judgesAMessage();
    void readsAFile();
    void sourcesAreReadable();
    void everyTextIsInTheFile_data();
    void everyTextIsInTheFile();
    void germanIsComplete();
    void englishPluralsAreComplete();
};

void TestTranslations::judgesAMessage_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("translations");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const char *source, std::initializer_list<const char *> texts,
                        bool finished, bool good) {
        QStringList translations;
        for (const char *text : texts)
            translations.append(QString::fromUtf8(text));
        QTest::newRow(name) << QString::fromUtf8(source) << translations << finished << good;
    };
    row("good", "Window closed", {"Fenster geschlossen"}, true, true);
    row("unfinished", "Window closed", {"Fenster geschlossen"}, false, false);
    row("empty", "Window closed", {""}, true, false);
    row("plural", "%n message(s)", {"Eine Nachricht", "%n Nachrichten"}, true, true);
    row("plural with one form", "%n message(s)", {"%n Nachrichten"}, true, false);
    row("plural without number", "%n message(s)", {"Eine Nachricht", "Nachrichten"}, true, false);
    row("plural with digits grouped", "%Ln message(s)", {"%Ln Nachricht", "%Ln Nachrichten"}, true, true);
    row("plural with digits no longer grouped", "%Ln message(s)", {"Eine Nachricht", "%n Nachrichten"}, true,
        false);
    row("plural as (s)", "%n message(s)", {"%n message(s)", "%n messages"}, true, false);
    row("other order", "%1 of %2", {"%2, davon %1"}, true, true);
    row("lost placeholder", "%1 of %2", {"%1 von 2"}, true, false);
    row("doubled placeholder", "%1 now", {"%1 jetzt %1"}, true, false);
    row("mnemonic", "&Save", {"&Sichern"}, true, true);
    row("lost mnemonic", "&Save", {"Sichern"}, true, false);
    row("lost ellipsis", "Assign…", {"Zuweisen"}, true, false);
    row("lost colon", "Name:", {"Name"}, true, false);
    row("space at the end", "Window closed", {"Fenster geschlossen "}, true, false);
    row("glued source", "Closed ", {"Geschlossen"}, true, false);
    row("lost line", "One\ntwo", {"Eins zwei"}, true, false);
    row("shouting", "Sent.", {"Gesendet!"}, true, false);
}

void TestTranslations::judgesAMessage()
{
    QFETCH(QString, source);
    QFETCH(QStringList, translations);
    QFETCH(bool, finished);
    QFETCH(bool, good);
    Message message;
    message.source = source;
    message.plural = source.contains(QLatin1String("%n")) || source.contains(QLatin1String("%Ln"));
    message.finished = finished;
    message.translations = translations;
    QCOMPARE(problem(message).isEmpty(), good);
}

void TestTranslations::readsAFile()
{
    const QList<Message> found = messages(
        "<TS><context><name>a::B</name>"
        "<message><source>x &amp; y</source><comment>c</comment><translation "
        "type=\"unfinished\"></translation>"
        "</message><message numerus=\"yes\"><source>%n</source><translation><numerusform>1</numerusform>"
        "<numerusform>2</numerusform></translation></message></context></TS>");
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).name(), QStringLiteral("a::B: \"x & y\" (c)"));
    QVERIFY(!found.at(0).finished);
    QCOMPARE(found.at(1).translations, QStringList({QStringLiteral("1"), QStringLiteral("2")}));
    QVERIFY(found.at(1).plural && found.at(1).finished);
}

namespace {

// Copies the files, has lupdate bring the copies up to date, and leaves what it complained about.
void updateCopies(const QTemporaryDir &copies, QString *complaints)
{
    const QDir root(QStringLiteral(INBOX_SOURCE_DIR));
    for (const char *language : {"de", "en"}) {
        const QString name = translationFile(language);
        QVERIFY(QFile::copy(root.filePath(name), copies.filePath(QFileInfo(name).fileName())));
    }
    QProcess update;
    update.start(root.filePath(QStringLiteral("translations/update")),
                 {QStringLiteral(INBOX_LUPDATE), copies.path()});
    QVERIFY(update.waitForFinished());
    *complaints = QString::fromUtf8(update.readAllStandardError());
    QVERIFY2(update.exitCode() == 0, qPrintable(*complaints));
}

} // namespace

// A class without Q_OBJECT, a tr() of something that is no text: lupdate sees them and goes on.
void TestTranslations::sourcesAreReadable()
{
    const QTemporaryDir copies;
    QString complaints;
    updateCopies(copies, &complaints);
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
}

void TestTranslations::everyTextIsInTheFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("German") << translationFile("de");
    QTest::newRow("English") << translationFile("en");
}

void TestTranslations::everyTextIsInTheFile()
{
    QFETCH(QString, file);
    const QTemporaryDir copies;
    QString complaints;
    updateCopies(copies, &complaints);
    QFile updated(copies.filePath(QFileInfo(file).fileName()));
    QVERIFY(updated.open(QIODevice::ReadOnly));
    const QStringList wanted = names(messages(updated.readAll()));
    const QStringList present = names(messages(sourceText(file).toUtf8()));
    QVERIFY2(!wanted.isEmpty(), "lupdate found no text at all");
    QStringList missing;
    QStringList left;
    std::copy_if(wanted.cbegin(), wanted.cend(), std::back_inserter(missing),
                 [&present](const QString &name) { return !present.contains(name); });
    std::copy_if(present.cbegin(), present.cend(), std::back_inserter(left),
                 [&wanted](const QString &name) { return !wanted.contains(name); });
    if (!missing.isEmpty() || !left.isEmpty()) {
        QFAIL(qPrintable(QString(QStringLiteral("run ./dev translations\nmissing:") + lines(missing)
                                 + QStringLiteral("\nno longer in the sources:") + lines(left))));
    }
}

void TestTranslations::germanIsComplete()
{
    const QStringList found = problemsOf("de");
    QVERIFY2(found.isEmpty(), qPrintable(lines(found)));
}

void TestTranslations::englishPluralsAreComplete()
{
    const QStringList found = problemsOf("en");
    QVERIFY2(found.isEmpty(), qPrintable(lines(found)));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
