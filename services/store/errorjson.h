// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/error.h"
#include "services/domain/values.h"

#include <QJsonObject>

namespace inbox::store {

// How times and errors stand in the details of a row.
QJsonValue toJson(const domain::OptionalTime &time);
domain::OptionalTime timeFrom(const QJsonValue &value);
QJsonObject toJson(const domain::Error &error);
domain::Error errorFrom(const QJsonObject &json);

} // namespace inbox::store
