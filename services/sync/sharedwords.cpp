// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/sync/sharedwords.h"

namespace inbox::sync {

using namespace domain;

namespace {

// `text` becomes a copy of `other` where it says the same.
void follow(QString &text, const QString &other)
{
    if (text == other)
        text = other;
}

} // namespace

void SharedWords::share(QString &text)
{
    if (text.isEmpty())
        return;
    if (const auto known = m_words.constFind(text); known != m_words.cend())
        text = *known;
    else
        m_words.insert(text);
}

void SharedWords::share(QStringList &texts)
{
    for (QString &text : texts)
        share(text);
}

template <typename Tag> void SharedWords::share(Id<Tag> &id)
{
    QString text = id.value();
    share(text);
    id = Id<Tag>(text);
}

template <typename E> void SharedWords::share(OpenEnum<E> &word)
{
    share(word.raw);
}

void SharedWords::share(Message &message)
{
    share(message.author);
    share(message.source);
    share(message.status);
    share(message.userId);
    share(message.authorName);
    for (LabelledValue &detail : message.details)
        share(detail.label);
}

void SharedWords::share(Conversation &c)
{
    share(c.key.account);
    share(c.channel);
    share(c.status);
    share(c.team);
    for (TagId &tag : c.tags)
        share(tag);
    for (LabelledValue &detail : c.details)
        share(detail.label);
    if (c.line) {
        share(c.line->id);
        share(c.line->channel);
        share(c.line->displayId);
        share(c.line->name);
    }
    if (c.assignee) {
        share(c.assignee->id);
        share(c.assignee->name);
        share(c.assignee->email);
        share(c.assignee->roles);
        share(c.assignee->permissions);
    }
    if (c.customer) {
        share(c.customer->channel);
        if (c.customer->profile) {
            Profile &profile = *c.customer->profile;
            share(profile.salutation);
            share(profile.gender);
            follow(profile.name, c.customer->name);
            follow(profile.phoneNumber, c.customer->displayId);
        }
    }
    for (std::optional<Message> *message : {&c.latestMessage, &c.latestCustomerMessage}) {
        if (!*message)
            continue;
        share(**message);
        if ((*message)->conversationId == c.key.id)
            (*message)->conversationId = c.key.id;
    }
    if (c.latestMessage && c.latestMessage == c.latestCustomerMessage)
        c.latestCustomerMessage = c.latestMessage;
}

} // namespace inbox::sync
