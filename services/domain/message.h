// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/ids.h"
#include "services/domain/values.h"

#include <QDate>
#include <QList>
#include <QUrl>

#include <variant>

namespace inbox::domain {

enum class MessageAuthor { Unknown, System, Agent, Customer };
enum class MessageSource { Unknown, User, WhatsappCampaign };
// In order of progress; Error ends it from anywhere.
enum class DeliveryStatus { Unknown, Created, Sent, Delivered, Read, Error };
enum class MediaKind { Image, Video, Audio, Document };

struct TextContent {
    QString text;
    friend bool operator==(const TextContent &, const TextContent &) = default;
};

struct MediaContent {
    MediaKind kind = MediaKind::Document;
    QString uuid;
    QString name; // the vendor's file name: hostile until cleaned, never a path
    QString mimeType;
    std::optional<qint64> size; // bytes
    QString caption;
    bool voice = false; // audio recorded in the messenger
    QUrl downloadUrl; // needs the account's credential
    QUrl publicUrl; // works without one: a secret, never logged
    friend bool operator==(const MediaContent &, const MediaContent &) = default;
};

struct LocationContent {
    std::optional<double> latitude; // degrees, WGS 84
    std::optional<double> longitude;
    QString name;
    QString address;
    QString url;
    friend bool operator==(const LocationContent &, const LocationContent &) = default;
};

struct LabelledValue {
    QString label; // the vendor's word for it: "WORK", "CELL"
    QString value;
    friend bool operator==(const LabelledValue &, const LabelledValue &) = default;
};

struct ContactContent {
    QString formattedName;
    QString firstName;
    QString middleName;
    QString lastName;
    QString prefix;
    QString suffix;
    QDate birthday;
    QList<LabelledValue> phones;
    QList<LabelledValue> emails;
    QList<LabelledValue> addresses; // each on one line
    QString company;
    QString department;
    QString title;
    friend bool operator==(const ContactContent &, const ContactContent &) = default;
};

// What words alone cannot carry: who reads it has to know that it is a note and not an answer, that these
// words can be pressed, or that they were spoken. One value for all, because each is a heading for people,
// which is made in the window, over the same three things.
struct StructuredContent {
    enum class Kind {
        Buttons, // items: what can be chosen
        Email, // title: the subject; text: the body; items: from, then to whom
        Transcription, // text: what was said
        VoiceHangup, // title: the reason
        VoiceTransfer, // title: the reason; items: where to
        Handover, // to a person; title: the reason
        Note, // text; never seen by the customer
        Reaction, // text: the emoji; to a message that is not here
    };
    Kind kind = Kind::Note;
    QString title;
    QString text;
    QStringList items;
    // Email only.
    QStringList copies = {};
    QStringList blindCopies = {};
    int files = 0; // attached; no operation reads them
    friend bool operator==(const StructuredContent &, const StructuredContent &) = default;
};

// A content of a kind this version does not know: the kind's raw name is shown.
struct UnknownContent {
    QString type;
    friend bool operator==(const UnknownContent &, const UnknownContent &) = default;
};

using MessageContent = std::variant<TextContent, MediaContent, LocationContent, ContactContent,
                                    UnknownContent, StructuredContent>;

struct MessageError {
    enum class Kind { Unknown, StatusUpdate, Other };
    ErrorId id;
    OpenEnum<Kind> kind;
    QString originalMessage; // the messenger's own words
    OptionalTime createdAt;
    friend bool operator==(const MessageError &, const MessageError &) = default;
};

struct Campaign {
    CampaignId id;
    QString name;
    friend bool operator==(const Campaign &, const Campaign &) = default;
};

struct Message {
    MessageId id;
    ConversationId conversationId;
    OpenEnum<MessageAuthor> author;
    OpenEnum<MessageSource> source;
    UserId userId; // the colleague who wrote it; empty when not said
    QString authorName; // of whoever has no id: a bot's persona
    bool sensitive = false; // its words are shown in the thread only, and only when asked for
    QList<MessageContent> contents;
    OpenEnum<DeliveryStatus> status;
    QString agentReaction; // one emoji, or empty
    QString customerReaction;
    OptionalTime sentAt;
    Boxed<Message> reference; // the quoted message; at most one level is kept
    std::optional<MessageError> latestError;
    std::optional<Campaign> campaign;
    QList<LabelledValue> details; // what else the API says, under its own words
    friend bool operator==(const Message &, const Message &) = default;
};

// The message's own words: its text contents and captions, one a line. Empty for a picture without caption,
// and for what is sensitive.
QString plainText(const Message &message);
// Whether `a` was written after `b`. Numbers count up; of ids that say nothing the times decide.
bool writtenAfter(const Message &a, const Message &b);

} // namespace inbox::domain
