// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/conversation.h"

namespace inbox::domain {

bool idLess(const QString &a, const QString &b)
{
    bool aIsNumber = false;
    bool bIsNumber = false;
    const qint64 x = a.toLongLong(&aIsNumber);
    const qint64 y = b.toLongLong(&bIsNumber);
    if (aIsNumber && bIsNumber)
        return x < y;
    return aIsNumber != bIsNumber ? aIsNumber : a < b;
}

bool writtenAfter(const Message &a, const Message &b)
{
    bool isNumber = false;
    a.id.value().toLongLong(&isNumber);
    if (isNumber || !a.sentAt || !b.sentAt)
        return idLess(b.id.value(), a.id.value());
    return *a.sentAt > *b.sentAt;
}

QString plainText(const Message &message)
{
    if (message.sensitive)
        return {};
    QStringList lines;
    for (const MessageContent &content : message.contents) {
        if (const auto *text = std::get_if<TextContent>(&content))
            lines << text->text;
        else if (const auto *media = std::get_if<MediaContent>(&content); media && !media->caption.isEmpty())
            lines << media->caption;
        else if (const auto *structured = std::get_if<StructuredContent>(&content))
            lines << QStringList{structured->title, structured->text} + structured->items;
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString customerName(const Conversation &c)
{
    if (!c.customer)
        return {};
    if (c.customer->profile && !c.customer->profile->name.isEmpty())
        return c.customer->profile->name;
    return c.customer->name.isEmpty() ? c.customer->displayId : c.customer->name;
}

OptionalTime lastActivity(const Conversation &c)
{
    if (c.latestMessage && c.latestMessage->sentAt)
        return c.latestMessage->sentAt;
    // A message just handed over has no time yet: its conversation must not look as old as its beginning.
    OptionalTime last = c.createdAt;
    const OptionalTime shown = c.latestCustomerMessage ? c.latestCustomerMessage->sentAt : std::nullopt;
    for (const OptionalTime &time : {shown, c.lastCustomerReplyAt})
        if (time && (!last || *time > *last))
            last = time;
    return last;
}

} // namespace inbox::domain
