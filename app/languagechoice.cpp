// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/languagechoice.h"

#include "app/language.h"

namespace inbox::app {

using models::Direction;

LanguageChoice::LanguageChoice(models::Preferences &preferences, const QString &forThisRun, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_language(forThisRun.isEmpty() ? preferences.values().language : forThisRun)
{
    apply();
    connect(&m_preferences, &models::Preferences::changed, this,
            [this](const models::PreferenceValues &before) {
                const models::PreferenceValues &now = m_preferences.values();
                if (now.language != before.language)
                    m_language = now.language;
                if (now.language != before.language || now.direction != before.direction)
                    apply();
            });
}

void LanguageChoice::apply()
{
    switch (m_preferences.values().direction) {
    case Direction::OfLanguage:
        installLanguage(m_language);
        break;
    case Direction::LeftToRight:
        installLanguage(m_language, Qt::LeftToRight);
        break;
    case Direction::RightToLeft:
        installLanguage(m_language, Qt::RightToLeft);
        break;
    }
}

} // namespace inbox::app
