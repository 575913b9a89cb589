// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingspage.h"

namespace inbox::ui {

class AccountsPanel;

// The accounts of this profile, as a page of the settings.
class AccountsPage : public SettingsPage {
    Q_OBJECT
public:
    // Takes `panel`.
    AccountsPage(models::Preferences &preferences, AccountsPanel *panel);
};

} // namespace inbox::ui
