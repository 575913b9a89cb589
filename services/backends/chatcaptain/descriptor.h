// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/opening.h"

namespace inbox::backends::chatcaptain {

inline constexpr QLatin1String chatbotSetting{"chatbot"};
inline constexpr QLatin1String workspaceSetting{"workspace"};
inline constexpr QLatin1String channelSetting{"channel"}; // only its conversations
inline constexpr QLatin1String contactSetting{"contact"}; // likewise
inline constexpr QLatin1String environmentSetting{"environment"};
inline constexpr QLatin1String capSetting{"listCapMiB"}; // of a whole list's answer

const domain::BackendDescriptor &descriptor();
const domain::OpeningForm &openingForm();
// What an account with or without a workspace can do.
domain::Capabilities capabilitiesOf(bool hasWorkspace);

} // namespace inbox::backends::chatcaptain
