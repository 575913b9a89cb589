// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/conversationrow.h"

#include "services/domain/text.h"

#include <algorithm>
#include <tuple>

namespace inbox::models {

using namespace domain;

namespace {

// No list is wide enough for more, and what is not kept cannot slow down a paint.
constexpr int kLongestPreview = 200;
constexpr int kLongestName = 120;
constexpr int kLongestTag = 40;
constexpr qsizetype kMostTags = 8;

struct Preview {
    PreviewKind kind = PreviewKind::Nothing;
    QString text;
};

Preview previewOf(const MessageContent &content)
{
    if (const auto *text = std::get_if<TextContent>(&content))
        return {PreviewKind::Text, text->text};
    if (const auto *media = std::get_if<MediaContent>(&content)) {
        switch (media->kind) {
        case MediaKind::Image:
            return {PreviewKind::Image, media->caption};
        case MediaKind::Video:
            return {PreviewKind::Video, media->caption};
        case MediaKind::Audio:
            return {media->voice ? PreviewKind::Voice : PreviewKind::Audio, media->caption};
        case MediaKind::Document:
            return {PreviewKind::Document, media->caption.isEmpty() ? media->name : media->caption};
        }
    }
    if (const auto *location = std::get_if<LocationContent>(&content))
        return {PreviewKind::Location, location->name.isEmpty() ? location->address : location->name};
    if (const auto *contact = std::get_if<ContactContent>(&content))
        return {PreviewKind::Contact, contact->formattedName};
    if (const auto *structured = std::get_if<StructuredContent>(&content)) {
        for (const QString &words :
             {structured->title, structured->text, structured->items.join(QStringLiteral(", "))}) {
            if (!words.isEmpty())
                return {PreviewKind::Text, words};
        }
    }
    return {PreviewKind::Unknown, {}};
}

Preview previewOf(const Message &message)
{
    if (message.sensitive)
        return {PreviewKind::Sensitive, {}};
    if (message.contents.isEmpty())
        return {PreviewKind::Unknown, {}};
    Preview preview = previewOf(message.contents.constFirst());
    // A picture with the words in a content of their own.
    if (preview.text.isEmpty() && message.contents.size() > 1)
        preview.text = plainText(message);
    return preview;
}

// A bot speaks for us as a colleague does: only the API's own word tells them apart.
bool isByBot(const Message &message)
{
    return message.author == MessageAuthor::Agent
        && message.author.raw.compare(QLatin1String("bot"), Qt::CaseInsensitive) == 0;
}

void tellAuthor(ConversationRow &row, const Conversation &c, const Message &message,
                const ConversationRowContext &context)
{
    row.previewFromUs = message.author == MessageAuthor::Agent;
    row.previewFromBot = isByBot(message);
    if (!row.previewFromUs || row.previewFromBot || message.userId.isEmpty() || message.userId == context.me)
        return;
    QString name = context.colleagueName ? context.colleagueName(message.userId) : QString();
    if (name.isEmpty() && c.assignee && c.assignee->id == message.userId)
        name = c.assignee->name;
    row.previewByName = oneLine(name, kLongestName);
    // While nobody knows who I am, one without a name may be me.
    if (!row.previewByName.isEmpty() || !context.me.isEmpty())
        row.previewBy = message.userId;
}

QList<RowTag> rowTags(const QList<TagId> &tags, const QList<Tag> *known)
{
    QList<RowTag> result;
    for (const TagId &id : tags) {
        if (result.size() == kMostTags)
            break;
        if (!known) {
            result << RowTag{oneLine(id.value(), kLongestTag), {}};
            continue;
        }
        // An id says nothing to people: until the list has been read, or again, there is no mark.
        const auto tag =
            std::find_if(known->cbegin(), known->cend(), [&id](const Tag &t) { return t.id == id; });
        if (tag != known->cend() && !tag->name.isEmpty())
            result << RowTag{oneLine(tag->name, kLongestTag), tag->color};
    }
    return result;
}

auto shown(const ConversationRow &r)
{
    return std::tie(r.key, r.customer, r.name, r.channel, r.status, r.preview, r.previewText, r.previewFromUs,
                    r.previewFromBot, r.previewBy, r.previewByName, r.mentionsMe, r.mentionSeen, r.tags,
                    r.lastActivity, r.unread, r.reply, r.assignee, r.assigneeName, r.assignedToMe,
                    r.failedSend, r.pending, r.blocked, r.snoozedUntil, r.archived, r.accountName,
                    r.accountColor);
}

} // namespace

bool operator==(const ConversationRow &a, const ConversationRow &b)
{
    return shown(a) == shown(b);
}

ConversationRow conversationRow(const Conversation &c, const ConversationRowContext &context)
{
    ConversationRow row;
    row.key = c.key;
    if (c.customer) {
        row.customer = c.customer->id;
        row.blocked = c.customer->profile && c.customer->profile->blocked;
    }
    row.name = oneLine(customerName(c), kLongestName);
    row.channel = c.channel;
    row.status = c.status;

    Preview preview;
    if (!context.draft.isEmpty()) {
        QStringList words{context.draft.text.trimmed()};
        for (const Attachment &file : context.draft.files)
            words << file.name;
        words.removeAll(QString());
        preview = {context.draftOffered ? PreviewKind::OfferedDraft : PreviewKind::Draft,
                   words.join(QStringLiteral(", "))};
    } else if (!context.outgoingText.isEmpty()) {
        preview = {PreviewKind::Text, context.outgoingText};
        row.previewFromUs = true;
    } else if (c.latestMessage) {
        preview = previewOf(*c.latestMessage);
        tellAuthor(row, c, *c.latestMessage, context);
    }
    row.preview = preview.kind;
    row.previewText = oneLine(preview.text, kLongestPreview);

    row.lastActivity = lastActivity(c);
    row.unread = c.unreadCount;
    row.reply = context.reply;
    row.now = context.now;
    if (c.assignee) {
        row.assignee = c.assignee->id;
        row.assigneeName = oneLine(c.assignee->name, kLongestName);
        row.assignedToMe = !context.me.isEmpty() && c.assignee->id == context.me;
    }
    row.mentionsMe = !context.me.isEmpty() && c.mentions.contains(context.me);
    row.mentionSeen = row.mentionsMe && c.mentionsSeen.contains(context.me);
    row.tags = rowTags(c.tags, context.tags);
    row.failedSend = context.failedSend;
    row.pending = context.pending;
    if (c.snoozeUntil && *c.snoozeUntil > context.now)
        row.snoozedUntil = c.snoozeUntil;
    row.archived = c.archived;
    row.accountName = context.accountName;
    row.accountColor = context.accountColor;
    return row;
}

qint64 minutesLeft(const ConversationRow &row)
{
    if (!row.reply.deadline)
        return -1;
    const qint64 left = row.now.msecsTo(*row.reply.deadline);
    constexpr qint64 kMinute = 60'000;
    return left > 0 ? left / kMinute : -1;
}

} // namespace inbox::models
