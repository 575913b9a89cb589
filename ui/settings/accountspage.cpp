// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/accountspage.h"

#include "ui/settings/accountspanel.h"

namespace inbox::ui {

AccountsPage::AccountsPage(models::Preferences &preferences, AccountsPanel *panel)
    : SettingsPage(tr("Accounts"), "users", preferences)
{
    addPart(panel, [this](const QString &search) {
        return matchesKeywords(
            search,
            said("connect account token sign in log in server address who am I remove name",
                 "keywords of the search"));
    });
}

} // namespace inbox::ui
