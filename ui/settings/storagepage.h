// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settingspage.h"

namespace inbox::models {
class KeptHistory;
class Media;
} // namespace inbox::models

namespace inbox::ui {

// What is kept of conversations and files, the room it takes, and where the program keeps its things.
class StoragePage : public SettingsPage {
    Q_OBJECT
public:
    // `media` and `history` outlive the page. `profileDir` empty: nothing is kept anywhere.
    StoragePage(models::Preferences &preferences, models::Media &media, models::KeptHistory &history,
                const QString &profileDir);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addHistory();

    models::KeptHistory &m_history;
};

} // namespace inbox::ui
