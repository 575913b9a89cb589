// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/account.h"

namespace inbox::backends {

// Settings that accounts of several vendors have: asked for in the same words everywhere. `help` and `label`
// are marked for translation by who gives them.
domain::SettingField addressField(const char *help, const QString &example);
domain::SettingField pollField();
domain::SettingField secretField(const QString &id, const char *label, const char *help);

} // namespace inbox::backends
