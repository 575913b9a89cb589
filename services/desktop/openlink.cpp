// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/desktop/openlink.h"

#include "services/domain/text.h"

#include <QDesktopServices>

namespace inbox::desktop {

bool openLink(const QUrl &link)
{
    const std::optional<QUrl> safe = domain::safeLink(link.toString(QUrl::FullyEncoded));
    return safe && QDesktopServices::openUrl(*safe);
}

} // namespace inbox::desktop
