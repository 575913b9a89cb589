// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/window/bannerstrip.h"

namespace inbox::models {
class AccountsModel;
} // namespace inbox::models

namespace inbox::ui {

// What stands across the window about the accounts as long as it is so: no access, no token, no keychain, no
// place for drafts. Follows the accounts by itself. Owned by the window; GUI thread.
class AccountBanners : public BannerStrip {
    Q_OBJECT
public:
    // `accounts` outlives the banners.
    explicit AccountBanners(models::AccountsModel &accounts, QWidget *parent = nullptr);

    // The keychain tells its trouble once: whoever takes this strip's place has to be told.
    bool hasKeychainTrouble() const { return m_keychainTrouble; }
    void showKeychainTrouble();

Q_SIGNALS:
    void newTokenWanted();

private:
    void updateBanners();
    void updateRemarks();

    models::AccountsModel &m_accounts;
    bool m_keychainTrouble = false;
    QStringList m_saidRemarks; // some perhaps dismissed since
};

} // namespace inbox::ui
