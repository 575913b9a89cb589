// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/opening.h"

namespace inbox::backends::zild {

// Strict: what is not documented is refused with ErrorKind::LocalFailure and Outcome::NotSent. What was left
// empty is not sent. `detail` of a refusal is the name of the field.
domain::Result<QByteArray> encodeOpening(const domain::OpeningRequest &request);
// Whether encodeOpening() would take this, without blanks around it, in a field of the plan.
bool takesField(const QString &field, const QString &value);

} // namespace inbox::backends::zild
