// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingspage.h"

namespace inbox::models {
class Media;
}

namespace inbox::ui {

// Files that are loaded, the room they take, and where the program keeps its things.
class StoragePage : public SettingsPage {
    Q_OBJECT
public:
    // `media` outlives the page. `profileDir` empty: nothing is kept anywhere.
    StoragePage(models::Preferences &preferences, models::Media &media, const QString &profileDir);
};

} // namespace inbox::ui
