// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/opening.h"

namespace inbox::backends::zild {

const domain::BackendDescriptor &descriptor();
const domain::OpeningForm &openingForm();

} // namespace inbox::backends::zild
