// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/gallery/picturebackend.h"

namespace inbox::gallery {

// The people and messages in the pictures. Everything is invented and always the same.

// Friday, 20 November 2026, 14:10 in Berlin.
QDateTime pictureTime();
domain::AccountId pictureAccount();
domain::User ben(); // who looks at the pictures

// Conversations of the world, by what they are for.
namespace ids {
const domain::ConversationId parcel(QStringLiteral("1")); // open, unread, an ordinary talk
const domain::ConversationId amber(QStringLiteral("2")); // closes within four hours
const domain::ConversationId red(QStringLiteral("3")); // closes within half an hour
const domain::ConversationId expired(QStringLiteral("4")); // can be restarted
const domain::ConversationId awaiting(QStringLiteral("5")); // a template went out
const domain::ConversationId arabic(QStringLiteral("6"));
const domain::ConversationId widget(QStringLiteral("7")); // closed, not WhatsApp
const domain::ConversationId disconnected(QStringLiteral("8"));
const domain::ConversationId blocked(QStringLiteral("9"));
const domain::ConversationId everything(QStringLiteral("10")); // every content, every mark
const domain::ConversationId closing(QStringLiteral("11")); // says open, but time is over
const domain::ConversationId refused(QStringLiteral("12")); // closed by the provider
const domain::ConversationId silent(QStringLiteral("13")); // the API does not say
const domain::ConversationId failed(QStringLiteral("14")); // our last message was not delivered
const domain::ConversationId unanswered(QStringLiteral("15")); // restarted before, in vain
const domain::ConversationId unnamed(QStringLiteral("16"));
const domain::ConversationId hostile(QStringLiteral("17")); // text that wants to do harm
const domain::ConversationId bridge(QStringLiteral("18")); // open, no time given
const domain::ConversationId media(QStringLiteral("20")); // pictures and files in every state
const domain::ConversationId again(QStringLiteral("19")); // the person of `parcel`, on another channel
} // namespace ids

World pictureWorld();

} // namespace inbox::gallery
