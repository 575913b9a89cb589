// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingspage.h"

namespace inbox::ui {

// How a reply is sent.
class SendingPage : public SettingsPage {
    Q_OBJECT
public:
    explicit SendingPage(models::Preferences &preferences);
};

} // namespace inbox::ui
