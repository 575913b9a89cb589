// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/appearancepage.h"

#include <QLocale>

namespace inbox::ui {

using models::Density;
using models::Direction;
using models::PreferenceValues;
using models::ThemeMode;

QString AppearancePage::languageName(const QString &code)
{
    // Qt would say "American English".
    if (code == QLatin1String("en"))
        return QStringLiteral("English");
    const QLocale locale(code);
    QString name = locale.nativeLanguageName();
    if (!name.isEmpty())
        name.replace(0, 1, locale.toUpper(name.left(1)));
    return name.isEmpty() ? code : name;
}

AppearancePage::AppearancePage(models::Preferences &preferences, const QStringList &languages)
    : SettingsPage(tr("Appearance"), "sun", preferences)
{
    addChoice("theme", said("Theme"), said("Light or dark colours, for the whole program."),
              said("colours color dark light night mode", "keywords of the search"), &PreferenceValues::theme,
              {{ThemeMode::System, tr("As the system")},
               {ThemeMode::Light, tr("Light")},
               {ThemeMode::Dark, tr("Dark")}});
    addChoice("density", said("Density"), said("Compact shows more conversations and messages at once."),
              said("spacing rows height compact comfortable", "keywords of the search"),
              &PreferenceValues::density,
              {{Density::Comfortable, tr("Comfortable")}, {Density::Compact, tr("Compact")}});
    constexpr int kLeast = 75;
    constexpr int kMost = 200;
    constexpr int kStep = 5;
    addNumber("fontPercent", said("Text size"), said("In percent of the size the system has chosen."),
              said("font letters zoom bigger smaller scale", "keywords of the search"),
              &PreferenceValues::fontPercent, kLeast, kMost, kStep, QStringLiteral(" %"));
    QList<std::pair<QString, QString>> names{{QString(), tr("As the system")}};
    for (const QString &code : languages)
        names.append({code, languageName(code)});
    addChoice("language", said("Language"),
              said("Of the program's own words. Messages stay as they were written."),
              said("translation locale German English", "keywords of the search"),
              &PreferenceValues::language, names);
    addChoice("direction", said("Direction"),
              said("The side the window begins on. Each message keeps its own direction."),
              said("right to left mirrored Arabic Hebrew layout", "keywords of the search"),
              &PreferenceValues::direction,
              {{Direction::OfLanguage, tr("Of the language")},
               {Direction::LeftToRight, tr("Left to right")},
               {Direction::RightToLeft, tr("Right to left")}});
}

} // namespace inbox::ui
