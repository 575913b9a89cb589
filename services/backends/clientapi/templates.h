// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/backends/backend.h"
#include "services/backends/decoded.h"

#include <QJsonDocument>

namespace inbox::backends::clientapi {

inline constexpr QLatin1String agentField{"agentId"}; // of OpeningForm::fields

const domain::OpeningForm &openingForm();

// As the other decoders: tolerant, pure. One template where a list is meant is a list of one.
Decoded<QList<domain::MessageTemplate>> decodeTemplates(const QJsonDocument &answer);
// The answer to send-template, which tells of one message.
Decoded<OpeningAnswer> decodeOpening(const QJsonDocument &answer);
// Strict, as the other encoders: one recipient, and a value for each place of the template. `detail` of a
// refusal names what is missing.
domain::Result<QByteArray> encodeOpening(const domain::OpeningRequest &request);
// Whether encodeOpening() would take this, without blanks around it, in a field of the plan.
bool takesField(const QString &field, const QString &value);

} // namespace inbox::backends::clientapi
