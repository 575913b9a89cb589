// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/teamwork.h"

namespace inbox::models {

// A filter that the colleagues of one account have saved.
struct AccountView {
    domain::AccountId account;
    domain::SavedView view;
    friend bool operator==(const AccountView &, const AccountView &) = default;
};

} // namespace inbox::models
