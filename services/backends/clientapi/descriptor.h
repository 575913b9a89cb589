// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/account.h"

namespace inbox::backends::clientapi {

inline constexpr QLatin1String listQuerySetting{"listQuery"};

const domain::BackendDescriptor &descriptor();

} // namespace inbox::backends::clientapi
