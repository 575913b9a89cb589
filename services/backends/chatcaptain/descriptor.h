// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/opening.h"

namespace inbox::backends::chatcaptain {

inline constexpr QLatin1String chatbotSetting{"chatbot"};
inline constexpr QLatin1String workspaceSetting{"workspace"};
inline constexpr QLatin1String capSetting{"listCapMiB"}; // of a whole list's answer

inline constexpr QLatin1String environmentField{"environment"}; // of OpeningForm::fields

const domain::BackendDescriptor &descriptor();
const domain::OpeningForm &openingForm();
// What an account with or without a workspace can do.
domain::Capabilities capabilitiesOf(bool hasWorkspace);

} // namespace inbox::backends::chatcaptain
