// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingspage.h"

namespace inbox::ui {

// How the window looks and in which language it speaks.
class AppearancePage : public SettingsPage {
    Q_OBJECT
public:
    // `languages`: codes of those there are to choose from.
    AppearancePage(models::Preferences &preferences, const QStringList &languages);

    // What a language calls itself: "Deutsch".
    static QString languageName(const QString &code);
};

} // namespace inbox::ui
