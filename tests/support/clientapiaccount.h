// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"

namespace inbox::tests {

// A Client API account at this address, with everything else as its descriptor proposes.
inline domain::AccountConfig clientApiAccount(const QUrl &url)
{
    domain::AccountConfig config;
    config.backend = QStringLiteral("client-api");
    config.name = QStringLiteral("Shop");
    const QList<domain::BackendDescriptor> all = backends::descriptors();
    for (const domain::BackendDescriptor &descriptor : all) {
        if (descriptor.id != config.backend)
            continue;
        for (const domain::SettingField &field : descriptor.fields) {
            if (field.kind == domain::SettingField::Kind::Url)
                config.settings.insert(field.id, url.toString());
        }
    }
    return config;
}

} // namespace inbox::tests
