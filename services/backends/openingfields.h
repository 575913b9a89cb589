// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace inbox::backends {

// Whether a request of this kind of account can carry `value` in this field of its OpeningForm: what it
// cannot is said before anything is begun. An empty one is left out, and fits.
bool takesOpeningField(const QString &backend, const QString &field, const QString &value);

} // namespace inbox::backends
