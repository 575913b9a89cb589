// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/threadrow.h"
#include "services/domain/account.h"
#include "services/domain/automation.h"
#include "services/domain/capability.h"
#include "services/domain/conversation.h"
#include "services/domain/error.h"
#include "services/domain/intent.h"
#include "services/domain/message.h"
#include "services/domain/replystate.h"
#include "services/domain/storeproblem.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace inbox::ui {

// What a person was doing when something went wrong: decides what an error sentence says was kept and what
// helps.
enum class Attempt {
    FirstLoad, // reading what is not on screen yet
    Load, // reading again conversations, messages, profiles
    Send, // a message or note typed in the composer
    Retry, // a failed message once more
    Restart, // the paid template
    SetStatus,
    Assign,
    MarkRead,
    React,
    EditNote,
    SetTags,
    Snooze,
    AssignTeam,
    AddNote,
    DeleteNote,
    TakeOver,
    Delete, // a whole conversation
    MarkUnread,
    Archive,
    Automate, // set a bot off
    Rename,
    SetLanguage,
    SetMetadata,
    Mention,
    SetOnline,
    Find, // a conversation by the messenger's id
    Connect, // "Test connection" in the account dialog
};

// Everything the window says about the reply state of one conversation. Parts that do not apply are empty.
struct ReplyText {
    QString headline; // one sentence: what is so
    QString detail; // one sentence: why, or what to do
    QString button; // the primary action's label; begins with "Restart conversation" for a restart
    QString chip; // list row and header: "3 h 12 min", "Closed"
    QString spoken; // for a screen reader: "window closes in 3 hours 12 minutes"
    QString toolTip; // the exact time, plain text
};

// Sentences made from data: the only place that turns domain values into words for people. Pure functions
// over the application's locale and translator; times are UTC in, local out. Everything returned is plain
// text.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    // --- Errors ---
    // What happened, what was kept, what to do: one to three short sentences.
    static QString error(const domain::Error &error, Attempt attempt);
    // What happened, alone, for places where nothing was attempted ("offline since …" bars).
    static QString errorReason(const domain::Error &error);
    // Status, the API's own words and the request id, a line each; no secrets. Empty when there is nothing.
    static QString errorDetails(const domain::Error &error);
    // What it means that what is typed in this account cannot be kept on this computer.
    static QString storeProblem(const QString &account, const domain::StoreProblem &problem);

    // --- Capabilities ---
    static QString capability(domain::Capability capability); // "Snooze"
    static QString unavailable(domain::Capability capability, const domain::Unavailable &why);

    // --- Reply state ---
    static ReplyText reply(const domain::ReplyState &state, const QDateTime &now);
    static QString windowChip(qint64 seconds); // "3 h 12", "12 min": time left, as short as can be
    // The question before a paid restart: who and through which number.
    static QString restartQuestion(const QString &customer, const QString &line);
    static QString restartExplanation(const domain::ReplyState &state, const QDateTime &now);

    // --- Time ---
    static QString listTime(const QDateTime &time, const QDateTime &now); // "14:02", "Yesterday", "Mon", date
    static QString listTimeAhead(const QDateTime &time, const QDateTime &now); // as listTime, for the future
    static QString clockTime(const QDateTime &time); // "14:02"
    static QString exactTime(const QDateTime &time); // "Thursday, 19 November 2026, 14:02"
    // "today at 14:02", "tomorrow at 9:00", "Thursday at 9:00", else a date: for the middle of a sentence.
    static QString whenTime(const QDateTime &time, const QDateTime &now);
    static QString day(const QDate &day, const QDate &today); // "Today", "Yesterday", "Thursday, 19 November"
    static QString duration(qint64 seconds); // "3 h 12 min", "12 min", "less than 1 min"
    static QString spokenDuration(qint64 seconds); // "3 hours 12 minutes"
    static QString syncedAgo(qint64 seconds); // "synced just now", "synced 20 s ago": in steps
    static QString offlineSince(const QDateTime &since, const QDateTime &now); // "offline since 14:02"

    // --- Things ---
    static QString fileSize(qint64 bytes); // "1.2 MB"
    static QString status(const domain::OpenEnum<domain::ConversationStatus> &status);
    static QString channel(const domain::OpenEnum<domain::Channel> &channel);
    static QString delivery(const domain::OpenEnum<domain::DeliveryStatus> &status);
    static QString messageKind(const domain::MessageContent &content); // "Photo", "Voice message"
    // One line for a list row: the words, or the kind of content; without the author.
    // What such a content says, under a heading, one thing a line.
    static QString structured(const domain::StructuredContent &content);
    static QString hiddenText(); // instead of what is sensitive
    static QString preview(const domain::Message &message);
    static QString captioned(const QString &kind, const QString &caption); // "Photo: …", or "Photo"
    static QString previewByYou(const QString &preview); // "You: …"
    static QString previewBy(const QString &author, const QString &preview); // "Ben: …"
    static QString draftPreview(const QString &draft); // "Draft: …"
    // Why a message was not delivered, in plain words; known messenger codes are explained.
    static QString deliveryFailure(const domain::MessageError &error);
    static QString salutation(const domain::OpenEnum<domain::Salutation> &salutation);
    static QString gender(const domain::OpenEnum<domain::Gender> &gender);
    static QString customerNameOr(const QString &name); // "Unknown customer" when empty
    static QString assignee(const std::optional<domain::User> &user); // "Nobody" when unassigned
    static QString userName(const domain::User &user); // name, else e-mail, else "Colleague 12"
    static QString newMessages(int count); // "2 new"
    static QString unread(int count); // "2 unread"
    static QString failedSend(); // "a message was not sent"
    static QString pendingChange(); // "a change is not confirmed yet"
    static QString language(const QString &code); // "Deutsch"; the code where nobody knows it
    static QString online(bool online); // "Online" or "Away"
    // That a bot was set off, and how often it has answered at once.
    static QString automated(domain::Automation::Kind kind, int answers);
    static QString blockedCustomer();
    static QString snoozedUntil(const QDateTime &until, const QDateTime &now);
    static QString assignedTo(const QString &name);
    static QString assignedToYou();
    // "a, b, c" in the language's own way.
    static QString list(const QStringList &parts);

    // --- The thread ---
    static QString mark(models::DeliveryMark mark); // "Delivered", "Waiting to be sent"
    // Why a message of ours did not arrive, or is not known to have; empty when there is no trouble.
    static QString trouble(const models::ThreadRow &row);
    // Why the send key did not send: so many messages are new, or somebody else has the conversation now.
    static QString sendStopped(int newMessages, const std::optional<std::optional<domain::User>> &assignee);
    // A reply that waited did not go out and is a draft again.
    static QString replyHeld(const QString &customer, domain::HeldBecause why);
    static QString noteHeading(); // "Note, only visible to us"
    static QString loadingOlder();
    static QString showOlder();
    static QString showMore();
    static QString showHidden(); // of what is sensitive
    static QString campaign();
    static QString us(); // author of a quoted message that one of us wrote
    static QString customer(); // author of a quoted message of a customer without a name
    static QString cannotBeShown();
    // "PDF" for "application/pdf"; empty when the type says nothing to people.
    static QString fileType(const QString &mimeType);

    // --- Text safety ---
    // Wrapped in FSI/PDI so that a phone number or a name in another script does not disturb its sentence.
    static QString isolated(const QString &text);
    // Bidi controls and other invisible characters made visible; at most 8 combining marks on a letter; at
    // most `maximum` characters (0: no cap), line breaks kept. Of what is slow to lay out (emoji, letters no
    // common font has) a long text may hold less. `cut` says whether something was left out.
    static QString safe(const QString &text, int maximum = 0, bool *cut = nullptr);
    // As safe(), on one line: for titles, list rows and tool tips.
    static QString safeLine(const QString &text, int maximum = 300);
    // As safeLine(), for a button, where an ampersand would otherwise make a keyboard shortcut.
    static QString safeButton(const QString &text, int maximum = 300);
    // For QWidget::setToolTip, which guesses HTML: escaped, capped, word-wrapped.
    static QString safeToolTip(const QString &text);
    // One or two letters for an avatar; empty when the name has no letter (a phone number): draw a person
    // then.
    static QString initials(const QString &name);
};

} // namespace inbox::ui
