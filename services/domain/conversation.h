// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/message.h"

#include <QMap>
#include <QUrl>

#include <array>

namespace inbox::domain {

enum class Channel { Unknown, Bridge, WhatsApp, Widget, Facebook, Telegram, Voice, Email };
// Bot: a program answers until somebody takes over.
enum class ConversationStatus { Unknown, ToDo, InProgress, Done, Bot };
enum class Salutation { Unknown, FormalMale, FormalFemale, Informal };
enum class Gender { Unknown, Undisclosed, Male, Female, Diverse };

// The end of a channel that is ours: a WhatsApp number, a widget. The Client API calls it "agent".
struct Line {
    LineId id;
    OpenEnum<Channel> channel;
    QString displayId; // for WhatsApp the phone number
    QString name;
    std::optional<bool> inSync; // false: no longer connected, do not send
    std::optional<int> unreadConversations;
    friend bool operator==(const Line &, const Line &) = default;
};

struct Profile {
    ProfileId id;
    OpenEnum<Salutation> salutation;
    QString name;
    OpenEnum<Gender> gender;
    bool blocked = false; // their messages do not arrive
    QDate dateOfBirth;
    QString phoneNumber;
    QString email;
    QString address;
    std::array<QString, 5> custom; // names of these fields are an account setting
    OptionalTime createdAt;
    OptionalTime updatedAt;
    friend bool operator==(const Profile &, const Profile &) = default;
};

// One person on one channel. Several customers may share a profile.
struct Customer {
    CustomerId id;
    OpenEnum<Channel> channel;
    QString displayId;
    QString name;
    // Where the channel keeps a picture of them. Not kept on disk: such an address may be a credential.
    QUrl photo;
    std::optional<Profile> profile;
    friend bool operator==(const Customer &, const Customer &) = default;
};

// A colleague.
struct User {
    UserId id;
    QString name;
    QString email;
    QStringList roles;
    QStringList permissions;
    OptionalTime createdAt;
    OptionalTime updatedAt;
    friend bool operator==(const User &, const User &) = default;
};

// Visible to the business only.
struct Note {
    NoteId id;
    ConversationId conversationId;
    QString text;
    OptionalTime createdAt;
    OptionalTime updatedAt;
    friend bool operator==(const Note &, const Note &) = default;
};

struct Conversation {
    ConversationKey key;
    OptionalTime createdAt;
    OpenEnum<Channel> channel;
    OpenEnum<ConversationStatus> status;
    OptionalTime snoozeUntil;
    std::optional<Line> line;
    std::optional<Customer> customer;
    std::optional<User> assignee; // nullopt: nobody
    std::optional<Message> latestMessage;
    std::optional<Message> latestCustomerMessage;
    OptionalTime lastCustomerReplyAt;
    std::optional<Note> latestNote;
    QList<Note> notes; // all of them, oldest first, where the account can list notes
    QList<TagId> tags;
    TeamId team; // empty: none
    bool archived = false;
    int unreadCount = 0;
    OptionalTime replyUntil;
    std::optional<bool> replyPossible; // nullopt: the API does not say
    std::optional<bool> customerInteractionRequired;
    QString language; // its code, as the API has it
    QList<UserId> mentions; // colleagues who are to look at it
    QList<UserId> mentionsSeen; // those of them who have, as the server knows it
    QMap<QString, QString> metadata; // the business's own words about it
    QList<LabelledValue> details; // what else the API says, under its own words
    friend bool operator==(const Conversation &, const Conversation &) = default;
};

// The name to show: the profile's, else the customer's, else the number; empty when nothing is known.
QString customerName(const Conversation &conversation);
// When something last happened: the latest message; while that has no time, the customer's last one, else the
// creation.
OptionalTime lastActivity(const Conversation &conversation);

} // namespace inbox::domain
