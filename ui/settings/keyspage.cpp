// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/keyspage.h"

#include "ui/settings/shortcutspage.h"

namespace inbox::ui {

KeysPage::KeysPage(models::Preferences &preferences, Commands &commands)
    : SettingsPage(tr("Shortcuts"), "keyboard", preferences)
{
    auto *shortcuts = new ShortcutsPage(commands, preferences);
    addPart(shortcuts, [this, shortcuts](const QString &search) {
        const bool whole = matchesKeywords(
            search, said("keys keyboard hotkeys bindings commands", "keywords of the search"));
        shortcuts->setFilter(whole ? QString() : search);
        return shortcuts->matches();
    });
}

} // namespace inbox::ui
