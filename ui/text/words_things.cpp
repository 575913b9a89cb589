// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// What conversations, messages and people are called.
#include "ui/text/messageformat.h"
#include "ui/text/words.h"

#include <QLocale>
#include <QRegularExpression>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr int kPreviewLength = 200;

} // namespace

QString Words::fileSize(qint64 bytes)
{
    constexpr qint64 kMega = 1000 * 1000;
    return QLocale().formattedDataSize(bytes, bytes < kMega ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString Words::status(const OpenEnum<ConversationStatus> &status)
{
    switch (status.value) {
    case ConversationStatus::ToDo:
        return tr("To do");
    case ConversationStatus::InProgress:
        return tr("In progress");
    case ConversationStatus::Done:
        return tr("Done");
    case ConversationStatus::Bot:
        return tr("Bot answers");
    case ConversationStatus::Unknown:
        break;
    }
    if (status.raw.isEmpty())
        return tr("Unknown status");
    return tr("Unknown (%1)").arg(safeLine(status.raw));
}

QString Words::channel(const OpenEnum<Channel> &channel)
{
    switch (channel.value) {
    case Channel::WhatsApp:
        return tr("WhatsApp");
    case Channel::Widget:
        return tr("Website chat");
    case Channel::Bridge:
        return tr("Bridge");
    case Channel::Facebook:
        return tr("Facebook");
    case Channel::Telegram:
        return tr("Telegram");
    case Channel::Voice:
        return tr("Telephone");
    case Channel::Email:
        return tr("E-mail");
    case Channel::Unknown:
        break;
    }
    if (channel.raw.isEmpty())
        return tr("Unknown channel");
    return tr("Unknown (%1)").arg(safeLine(channel.raw));
}

QString Words::delivery(const OpenEnum<DeliveryStatus> &status)
{
    switch (status.value) {
    case DeliveryStatus::Created:
        return tr("Handed over");
    case DeliveryStatus::Sent:
        return tr("Sent");
    case DeliveryStatus::Delivered:
        return tr("Delivered");
    case DeliveryStatus::Read:
        return tr("Read");
    case DeliveryStatus::Error:
        return tr("Not delivered");
    case DeliveryStatus::Unknown:
        break;
    }
    if (status.raw.isEmpty())
        return {};
    return tr("Unknown (%1)").arg(safeLine(status.raw));
}

QString Words::messageKind(const MessageContent &content)
{
    if (std::holds_alternative<TextContent>(content))
        return tr("Text");
    if (std::holds_alternative<LocationContent>(content))
        return tr("Location");
    if (std::holds_alternative<ContactContent>(content))
        return tr("Contact");
    if (const auto *media = std::get_if<MediaContent>(&content)) {
        switch (media->kind) {
        case MediaKind::Image:
            return tr("Photo");
        case MediaKind::Video:
            return tr("Video");
        case MediaKind::Audio:
            return media->voice ? tr("Voice message") : tr("Audio");
        case MediaKind::Document:
            return tr("Document");
        }
    }
    if (const auto *structured = std::get_if<StructuredContent>(&content)) {
        switch (structured->kind) {
        case StructuredContent::Kind::Buttons:
            return tr("Buttons");
        case StructuredContent::Kind::Email:
            return tr("E-mail");
        case StructuredContent::Kind::Transcription:
            return tr("Spoken words");
        case StructuredContent::Kind::VoiceHangup:
            return tr("The call has ended");
        case StructuredContent::Kind::VoiceTransfer:
            return tr("The call was put through");
        case StructuredContent::Kind::Handover:
            return tr("The bot hands over to a person");
        case StructuredContent::Kind::Note:
            return tr("Note, not seen by the customer");
        case StructuredContent::Kind::Reaction:
            return tr("Reaction");
        }
    }
    const auto *unknown = std::get_if<UnknownContent>(&content);
    if (!unknown || unknown->type.isEmpty())
        return tr("Message of an unknown kind");
    return tr("Message of the kind “%1”").arg(safeLine(unknown->type));
}

QString Words::structured(const StructuredContent &content)
{
    QStringList lines{captioned(messageKind(content), content.title)};
    if (content.kind == StructuredContent::Kind::Email && !content.items.isEmpty()) {
        lines << tr("From %1").arg(content.items.constFirst());
        if (content.items.size() > 1)
            lines << tr("To %1").arg(content.items.mid(1).join(QStringLiteral(", ")));
        if (!content.copies.isEmpty())
            lines << tr("Copy to %1").arg(content.copies.join(QStringLiteral(", ")));
        if (!content.blindCopies.isEmpty())
            lines << tr("Blind copy to %1").arg(content.blindCopies.join(QStringLiteral(", ")));
        if (content.files > 0)
            lines << tr("%n file(s) attached, not to be read here", nullptr, content.files);
    } else if (content.kind == StructuredContent::Kind::Buttons) {
        for (const QString &label : content.items)
            lines << QStringLiteral("▢ ") + label;
    } else {
        lines << content.items;
    }
    lines << content.text;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString Words::hiddenText()
{
    return tr("Sensitive content is hidden.");
}

QString Words::preview(const Message &message)
{
    if (message.sensitive)
        return hiddenText();
    for (const MessageContent &content : message.contents) {
        QString words;
        if (const auto *text = std::get_if<TextContent>(&content)) {
            words = safeLine(withoutFormatMarks(text->text.left(4 * kPreviewLength)), kPreviewLength);
            if (words.isEmpty())
                continue;
            return words;
        }
        if (const auto *media = std::get_if<MediaContent>(&content)) {
            words = media->caption;
            if (words.isEmpty() && media->kind == MediaKind::Document)
                words = media->name;
        } else if (const auto *location = std::get_if<LocationContent>(&content)) {
            words = location->name.isEmpty() ? location->address : location->name;
        } else if (const auto *contact = std::get_if<ContactContent>(&content)) {
            words = contact->formattedName;
        } else if (const auto *structured = std::get_if<StructuredContent>(&content)) {
            words = structured->title.isEmpty() ? structured->text : structured->title;
            if (words.isEmpty())
                words = structured->items.join(QStringLiteral(", "));
        }
        words = safeLine(withoutFormatMarks(words.left(4 * kPreviewLength)), kPreviewLength);
        return captioned(messageKind(content), words);
    }
    return tr("Empty message");
}

QString Words::captioned(const QString &kind, const QString &caption)
{
    if (caption.isEmpty())
        return kind;
    return tr("%1: %2", "kind of content, then its caption or name").arg(kind, caption);
}

QString Words::previewByYou(const QString &preview)
{
    return tr("You: %1").arg(preview);
}

QString Words::previewBy(const QString &author, const QString &preview)
{
    return tr("%1: %2", "a colleague's name, then what they wrote").arg(isolated(safeLine(author)), preview);
}

QString Words::draftPreview(const QString &draft)
{
    return tr("Draft: %1").arg(safeLine(draft, kPreviewLength));
}

QString Words::deliveryFailure(const MessageError &error)
{
    const QString original = safeLine(error.originalMessage);
    // The messenger's own numbers, as WhatsApp publishes them; what they mean is what an agent needs.
    static const QRegularExpression code(QStringLiteral("(?<!\\d)(13\\d{4}|470|368)(?!\\d)"));
    switch (code.match(original).captured(1).toInt()) {
    case 470:
    case 131047:
        return tr("Not delivered: more than 24 hours have passed since the customer last wrote.");
    case 131026:
        return tr("Not delivered: this number cannot receive the message. It may not use WhatsApp.");
    case 131049:
    case 130472:
        return tr("Not delivered: WhatsApp limits how many marketing messages this customer gets.");
    case 131050:
        return tr("Not delivered: the customer does not want marketing messages.");
    case 131048:
    case 131056:
    case 130429:
        return tr("Not delivered: too many messages in a short time. Wait a little before the next try.");
    case 131051:
        return tr("Not delivered: WhatsApp does not take this kind of message.");
    case 131052:
    case 131053:
        return tr("Not delivered: WhatsApp could not process the file.");
    case 131031:
    case 368:
        return tr("Not delivered: WhatsApp has restricted the business number.");
    default:
        break;
    }
    if (original.isEmpty())
        return tr("Not delivered. The messenger gave no reason.");
    return tr("Not delivered. The messenger says: “%1”").arg(isolated(original));
}

QString Words::salutation(const OpenEnum<Salutation> &salutation)
{
    switch (salutation.value) {
    case Salutation::FormalMale:
        return tr("Formal, Mr");
    case Salutation::FormalFemale:
        return tr("Formal, Ms");
    case Salutation::Informal:
        return tr("Informal, first name");
    case Salutation::Unknown:
        break;
    }
    return safeLine(salutation.raw);
}

QString Words::gender(const OpenEnum<Gender> &gender)
{
    switch (gender.value) {
    case Gender::Undisclosed:
        return tr("Not disclosed");
    case Gender::Male:
        return tr("Male");
    case Gender::Female:
        return tr("Female");
    case Gender::Diverse:
        return tr("Diverse");
    case Gender::Unknown:
        break;
    }
    return safeLine(gender.raw);
}

QString Words::customerNameOr(const QString &name)
{
    return name.trimmed().isEmpty() ? tr("Unknown customer") : name;
}

QString Words::assignee(const std::optional<User> &user)
{
    return user ? userName(*user) : tr("Nobody");
}

QString Words::userName(const User &user)
{
    if (!user.name.isEmpty())
        return safeLine(user.name);
    if (!user.email.isEmpty())
        return safeLine(user.email);
    return tr("Colleague %1", "%1 is an id").arg(safeLine(user.id.value()));
}

QString Words::newMessages(int count)
{
    return tr("%n new", "messages since reading stopped", count);
}

QString Words::unread(int count)
{
    return tr("%n unread", nullptr, count);
}

QString Words::failedSend()
{
    return tr("a message was not sent");
}

QString Words::automated(Automation::Kind kind, int answers)
{
    const QString more = answers > 0 ? tr("The bot has answered %n times: see the thread.", nullptr, answers)
                                     : tr("What the bot answers stands in the thread.");
    switch (kind) {
    case Automation::Kind::Event:
        return tr("The event was triggered. %1").arg(more);
    case Automation::Kind::Step:
        return tr("The step was run. %1").arg(more);
    case Automation::Kind::CustomerMessage:
        return tr("The message was taken as the customer's. %1").arg(more);
    case Automation::Kind::ChannelEvent:
        return tr("The event was taken as the channel's. %1").arg(more);
    }
    return {};
}

QString Words::language(const QString &code)
{
    constexpr int kNameLength = 60;
    const QLocale locale(code);
    // QLocale takes what it does not know for the C locale.
    if (code.isEmpty() || locale.language() == QLocale::C)
        return safeLine(code, kNameLength);
    const QString name = locale.nativeLanguageName();
    return name.isEmpty() ? safeLine(code, kNameLength) : name.left(1).toUpper() + name.mid(1);
}

QString Words::online(bool online)
{
    return online ? tr("Online") : tr("Away");
}

QString Words::pendingChange()
{
    return tr("a change is not confirmed yet");
}

QString Words::blockedCustomer()
{
    return tr("customer blocked");
}

QString Words::snoozedUntil(const QDateTime &until, const QDateTime &now)
{
    return tr("snoozed until %1").arg(whenTime(until, now));
}

QString Words::assignedTo(const QString &name)
{
    return tr("assigned to %1").arg(isolated(safeLine(name)));
}

QString Words::assignedToYou()
{
    return tr("assigned to you");
}

QString Words::list(const QStringList &parts)
{
    QString all;
    for (const QString &part : parts)
        all = all.isEmpty() ? part : tr("%1, %2", "an enumeration so far, then its next part").arg(all, part);
    return all;
}

} // namespace inbox::ui
