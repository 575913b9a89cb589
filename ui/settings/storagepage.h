// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingspage.h"

namespace inbox::ui {

// Files that are loaded, the room they take, and where the program keeps its things.
class StoragePage : public SettingsPage {
    Q_OBJECT
public:
    StoragePage(models::Preferences &preferences, const QString &profileDir);
};

} // namespace inbox::ui
