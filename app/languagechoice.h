// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/preferences.h"

namespace inbox::app {

// Keeps the program in the language and the direction the person has chosen, from now on and at once. Owned
// by the application, before the first window; GUI thread.
class LanguageChoice : public QObject {
    Q_OBJECT
public:
    // `forThisRun`: the command line's language; holds until another one is chosen, and is not stored.
    LanguageChoice(models::Preferences &preferences, const QString &forThisRun, QObject *parent = nullptr);

private:
    void apply();

    models::Preferences &m_preferences;
    QString m_language;
};

} // namespace inbox::app
