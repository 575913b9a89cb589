// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

// The things the demo world is made of. Plain values; the names follow the Client API's documentation.
namespace inbox::demo {

// World time: milliseconds since the world was born; what lies before is negative. Everything is kept in
// world time, so a world that slept for a week wakes up as fresh as it was.
using Millis = qint64;

constexpr Millis kSecond = 1000;
constexpr Millis kMinute = 60 * kSecond;
constexpr Millis kHour = 60 * kMinute;
constexpr Millis kDay = 24 * kHour;

// A request that is answered with no. Thrown by the world, turned into an answer by the server.
struct Refusal {
    int status = 422;
    QString message;
    QString field;
};

enum class Channel { WhatsApp, Widget, Bridge, Telegram };
enum class From { System, Agent, Customer };

struct MessageError {
    qint64 id = 0;
    QString type;
    QString text;
    Millis at = 0;
};

struct Message {
    qint64 id = 0;
    From from = From::Customer;
    QString source;
    qint64 userId = 0; // 0: nobody
    QJsonArray contents; // as on the wire, files without size and addresses
    QString status;
    QString agentReaction;
    QString customerReaction;
    std::optional<Millis> sentAt;
    Millis createdAt = 0; // never on the wire: the documentation knows no such field
    qint64 referenceId = 0; // 0: none
    qint64 campaignId = 0; // 0: none
    std::optional<MessageError> error;
    bool fresh = false; // differs from what the generator would make again: belongs into the state file
};

struct Note {
    qint64 id = 0;
    QString text;
    Millis createdAt = 0;
    Millis updatedAt = 0;
};

// How the provider sees the reply window, beside the window's end itself.
enum class WindowMode {
    Normal,
    AwaitingCustomer, // a restart went out; only the customer can open the window
    ClosedByProvider, // time is left, yet the provider takes nothing
    Unstated, // reply_possible is not in the answer at all
    ClosesLate, // the provider goes on saying "possible" for a while after the end
};

struct Person {
    QString name;
    QString displayId;
    QString language;
};

struct Conversation {
    qint64 id = 0;
    int index = 0;
    Channel channel = Channel::WhatsApp;
    int line = 0;
    qint64 userId = 0; // 0: nobody
    QString status;
    std::optional<Millis> snoozeUntil;
    std::optional<Millis> replyUntil;
    WindowMode mode = WindowMode::Normal;
    qint64 templateId = 0; // the template message the customer has not answered yet
    Millis createdAt = 0;
    Millis lastActivity = 0;
    std::optional<Millis> lastCustomerReplyAt;
    std::optional<Note> note;
    int unread = 0;
    bool silent = false; // this customer never answers
    bool failsOnce = false; // the next message to this customer fails, its retry succeeds
    int dialogue = -1; // index into the script
    int position = 0; // how much of the dialogue has been spoken
    int closers = 0; // polite last words already said
    bool nudged = false;
    qint64 firstMessageId = 0;
    int generated = 0; // how many messages the generator makes…
    Millis madeUntil = 0; // …when the last of them was written…
    int madePosition = 0; // …how far into the dialogue they go…
    int madeUnread = 0; // …and how many of them nobody had read
    qint64 madeUserId = 0; // who wrote the agent's part
    std::optional<Person> newcomer; // somebody who came after the world was made
    bool touched = false;
    bool loaded = false;
    std::vector<Message> messages; // oldest first; valid while loaded
};

struct Profile {
    qint64 id = 0;
    QString salutation;
    QString name;
    QString gender;
    bool blocked = false;
    QString dateOfBirth;
    QString phoneNumber;
    QString email;
    QString address;
    QStringList custom; // always five
    Millis createdAt = 0;
    Millis updatedAt = 0;
};

struct User {
    qint64 id = 0;
    QString name;
    QJsonValue email; // the documentation types it as a number or null; people live with text too
    QStringList roles;
    QStringList permissions;
};

// A business line: what the documentation calls an agent.
struct Line {
    qint64 id = 0;
    Channel channel = Channel::WhatsApp;
    QJsonValue displayId; // text, or a number as in the documentation's example
    QString name;
    bool inSync = true;
    int unreadConversations = 0;
};

} // namespace inbox::demo
