// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/language.h"

#include <QTest>

using namespace inbox;

class LanguageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void choosesTheFirstThatIsSpoken_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("chosen");
        const auto row = [](const char *name, const char *wanted, const char *chosen) {
            QTest::newRow(name) << QString::fromLatin1(wanted).split(u' ', Qt::SkipEmptyParts)
                                << QString::fromLatin1(chosen);
        };
        row("German", "de-DE", "de");
        row("with script", "de-Latn-AT de-AT", "de");
        row("second choice", "fr-FR de-DE en-US", "de");
        row("English before German", "en-GB de-DE", "en");
        row("none spoken", "fr-FR es-ES", "en");
        row("nothing wanted", "", "en");
        row("no locale", "C", "en");
    }
    void choosesTheFirstThatIsSpoken()
    {
        QFETCH(QStringList, wanted);
        QFETCH(QString, chosen);
        QCOMPARE(app::chooseLanguage(wanted, {QStringLiteral("de"), QStringLiteral("en")}), chosen);
    }

    void datesAreWrittenAsWhereThePersonLives()
    {
        const QLocale germany(QLocale::German, QLocale::Germany);
        QCOMPARE(app::localeFor(QStringLiteral("de"), germany), germany);
        QCOMPARE(app::localeFor(QStringLiteral("en"), germany).territory(), QLocale::Germany);
        QCOMPARE(app::localeFor(QStringLiteral("en"), germany).language(), QLocale::English);
    }

    void withoutALocaleTimesHave24Hours()
    {
        const QLocale locale = app::localeFor(QStringLiteral("en"), QLocale::c());
        QCOMPARE(locale.toString(QTime(14, 2), QLocale::ShortFormat), QStringLiteral("14:02"));
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "tst_language.moc"
