// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/attachment.h"

#include <QJsonObject>

namespace inbox::store {

QJsonObject toJson(const domain::Attachment &file);
// nullopt: it names no file.
std::optional<domain::Attachment> attachmentFrom(const QJsonObject &json);
// As a draft keeps them: empty for none.
QString filesText(const QList<domain::Attachment> &files);
QList<domain::Attachment> filesFrom(const QString &text);

} // namespace inbox::store
