// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingspage.h"

namespace inbox::ui {

class Commands;

// The keys of all commands, as a page of the settings. Resetting is its own business: it can be undone there.
class KeysPage : public SettingsPage {
    Q_OBJECT
public:
    // `commands` outlive the page.
    KeysPage(models::Preferences &preferences, Commands &commands);
};

} // namespace inbox::ui
