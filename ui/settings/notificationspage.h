// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingspage.h"

namespace inbox::ui {

// What the person is told while the window is not being looked at.
class NotificationsPage : public SettingsPage {
    Q_OBJECT
public:
    explicit NotificationsPage(models::Preferences &preferences);
};

} // namespace inbox::ui
