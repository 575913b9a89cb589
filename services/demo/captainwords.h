// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/demo/routes.h"

#include <QJsonArray>

// The vendor's words, ids and fixed lists, shared by everything that speaks ChatCaptain here.
namespace inbox::demo::captain {

enum State { Open, Bot, InProgress, Closed, Nameless = -1 };

QString key(const char *text);
// The number backwards: an id by whose order nothing can be told.
QString scrambled(const char *prefix, qint64 number);
qint64 unscrambled(const char *prefix, const QString &id); // 0: not one of ours
QString conversationId(qint64 id);
QString messageId(qint64 id);
QString channelId(qint64 id);
QString contactId(const Conversation &conversation);
QString channelType(Channel channel);
QString text(const QJsonObject &object, const char *name);

Answer refused(const QString &why, int status);
// What went wrong, inside an answer that says all went well.
Answer quietly(const QString &why, int status = 200);

QJsonArray tags();
QJsonArray teams();
bool knows(const QJsonArray &things, const QString &id);
// An ordinary field of the same name in request and answer.
const QStringList &plainFields();

} // namespace inbox::demo::captain
