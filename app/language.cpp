// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/language.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QPointer>
#include <QTranslator>

namespace inbox::app {

namespace {

const QString english = QStringLiteral("en");
constexpr QLatin1String directory(":/translations");

QList<QPointer<QTranslator>> &installed()
{
    static QList<QPointer<QTranslator>> translators;
    return translators;
}

void install(const QString &name, const QString &from)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(name, from)) {
        QCoreApplication::installTranslator(translator);
        installed().append(translator);
    } else {
        delete translator;
    }
}

} // namespace

QStringList availableLanguages()
{
    QStringList codes{english};
    const QStringList files =
        QDir(directory).entryList({QStringLiteral("inbox_*.qm")}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        codes.append(file.section(u'_', 1).section(u'.', 0, 0));
    codes.removeDuplicates();
    codes.sort();
    return codes;
}

QString chooseLanguage(const QStringList &wanted, const QStringList &available)
{
    for (const QString &tag : wanted) {
        const QString code = tag.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
        if (available.contains(code))
            return code;
    }
    return english;
}

QLocale localeFor(const QString &language, const QLocale &system)
{
    const QLocale wanted(language);
    if (system.language() == wanted.language())
        return system;
    if (system.language() != QLocale::C)
        return QLocale(wanted.language(), system.territory());
    // A machine that says nothing about its place: 24-hour times rather than those of one country.
    if (wanted.language() == QLocale::English)
        return QLocale(QLocale::English, QLocale::UnitedKingdom);
    return wanted;
}

void installLanguage(const QString &language, std::optional<Qt::LayoutDirection> direction)
{
    const QLocale system = QLocale::system();
    const QStringList available = availableLanguages();
    const QString code =
        available.contains(language) ? language : chooseLanguage(system.uiLanguages(), available);
    const QLocale locale = localeFor(code, system);
    QLocale::setDefault(locale);
    const QList<QPointer<QTranslator>> before = std::exchange(installed(), {});
    for (const QPointer<QTranslator> &translator : before)
        delete translator; // takes itself out
    install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("inbox_") + code, directory);
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        QGuiApplication::setLayoutDirection(direction.value_or(QLocale(code).textDirection()));
}

} // namespace inbox::app
