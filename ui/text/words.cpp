// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/words.h"

#include "ui/text/messageformat.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTextDocument>

#include <array>

namespace inbox::ui {

using namespace domain;

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr int kWeekdayReach = 6; // days back for which a weekday's name is unmistakable
constexpr int kMaximumMarks = 8; // combining marks on one letter
constexpr int kPreviewLength = 200;
constexpr int kDetailLength = 300;
constexpr int kToolTipLength = 1000;
constexpr int kToolTipLine = 80; // longer ones are left to Qt to break

// The direction controls that can make text read differently from what it is. LRM, RLM and ALM stay: they
// turn nothing around, and right-to-left keyboards and phone books put them everywhere.
QLatin1String bidiControlName(char32_t c)
{
    switch (c) {
    case 0x202A:
        return QLatin1String("LRE");
    case 0x202B:
        return QLatin1String("RLE");
    case 0x202C:
        return QLatin1String("PDF");
    case 0x202D:
        return QLatin1String("LRO");
    case 0x202E:
        return QLatin1String("RLO");
    case 0x2066:
        return QLatin1String("LRI");
    case 0x2067:
        return QLatin1String("RLI");
    case 0x2068:
        return QLatin1String("FSI");
    case 0x2069:
        return QLatin1String("PDI");
    default:
        return {};
    }
}

bool isPlainLocale(const QLocale &locale)
{
    return locale.language() == QLocale::C;
}

QString shortDate(const QDate &date)
{
    const QLocale locale;
    // The C locale writes "19 Nov 2026", too long for a list; ISO reads anywhere.
    return isPlainLocale(locale) ? date.toString(Qt::ISODate) : locale.toString(date, QLocale::ShortFormat);
}

QString longDateWithoutYear(const QDate &date)
{
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::LongFormat);
    if (isPlainLocale(locale))
        format = QStringLiteral("dddd, d MMMM yyyy");
    // Takes the year and what leads to it: ", yyyy", " yyyy", " 'de' yyyy".
    static const QRegularExpression year(QStringLiteral("(?:\\s*'[^']*'\\s*|[\\s,،]+)y+\\s*$"));
    format.remove(year);
    return locale.toString(date, format);
}

QString longDate(const QDate &date)
{
    const QLocale locale;
    if (isPlainLocale(locale))
        return locale.toString(date, QStringLiteral("dddd, d MMMM yyyy"));
    return locale.toString(date, QLocale::LongFormat);
}

} // namespace

// --- Errors ---

QString Words::errorReason(const Error &e)
{
    switch (e.kind) {
    case ErrorKind::HostNotFound:
        return tr("The server's name was not found.");
    case ErrorKind::ConnectionRefused:
        return tr("The server does not accept connections at the moment.");
    case ErrorKind::Offline:
        return tr("This computer is offline.");
    case ErrorKind::BadCertificate:
        return tr("The server's certificate is not trusted, so nothing was sent to it.");
    case ErrorKind::Timeout:
        return tr("The server did not answer in time.");
    case ErrorKind::ConnectionLost:
        return tr("The connection broke before the answer was complete.");
    case ErrorKind::Canceled:
        return tr("This was stopped before it was complete.");
    case ErrorKind::BadCredential:
        return tr("The server did not accept this account's token.");
    case ErrorKind::Forbidden:
        if (!e.permission.isEmpty())
            return tr("This account is not allowed to do that: the permission “%1” is missing.")
                .arg(safeLine(e.permission, kDetailLength));
        return tr("This account is not allowed to do that.");
    case ErrorKind::NotFound:
        return tr("The server no longer knows this entry.");
    case ErrorKind::Rejected:
        if (!e.detail.isEmpty())
            return tr("The server refused: “%1”.").arg(isolated(safeLine(e.detail, kDetailLength)));
        return tr("The server refused without giving a reason.");
    case ErrorKind::RateLimited:
        if (e.retryAt)
            return tr("The server asks for a pause until %1.").arg(clockTime(*e.retryAt));
        return tr("The server asks for a short pause.");
    case ErrorKind::ServerError:
        if (e.httpStatus > 0)
            return tr("The server has a problem of its own (%1).").arg(e.httpStatus);
        return tr("The server has a problem of its own.");
    case ErrorKind::Redirected:
        return tr("The server points to another address. For safety it is not followed.");
    case ErrorKind::NotThisApi:
        return tr("Something other than this API answered, for example a web page.");
    case ErrorKind::TooLarge:
        return tr("The answer was too large to be read safely.");
    case ErrorKind::Unsupported:
        return tr("This account cannot do that.");
    case ErrorKind::LocalFailure:
        return tr("Something went wrong on this computer.");
    }
    return {};
}

namespace {

bool sendsSomething(Attempt attempt)
{
    return attempt == Attempt::Send || attempt == Attempt::Retry || attempt == Attempt::Restart;
}

} // namespace

QString Words::error(const Error &e, Attempt attempt)
{
    const auto join = [](const QString &a, const QString &b) {
        if (a.isEmpty() || b.isEmpty())
            return QString(a + b);
        return tr("%1 %2", "two sentences, one after the other").arg(a, b);
    };

    if (attempt == Attempt::Connect) {
        switch (e.kind) {
        case ErrorKind::HostNotFound:
            return tr("No server was found under this address. Check its spelling and your connection.");
        case ErrorKind::ConnectionRefused:
            return tr("Nothing answers at this address. Check the address and the port.");
        case ErrorKind::Offline:
            return tr("This computer is offline. Connect it to the network and test again.");
        case ErrorKind::BadCertificate:
            return tr("The server's certificate is not trusted, so the token was not sent. "
                      "Check the address, or ask whoever runs the server.");
        case ErrorKind::BadCredential:
            return tr("The server answers, but it does not accept this token. Check that it is complete.");
        case ErrorKind::NotFound:
        case ErrorKind::NotThisApi:
            return tr("A server answers, but not with this API. Check the whole address, "
                      "its path included.");
        case ErrorKind::Redirected:
            return tr("The server points to another address. Enter the final address itself.");
        case ErrorKind::Timeout:
            return tr("The server did not answer in time. Check the address, or test again in a moment.");
        case ErrorKind::ConnectionLost:
        case ErrorKind::ServerError:
            return join(errorReason(e), tr("Test again in a moment."));
        default:
            return errorReason(e);
        }
    }

    QString kept;
    const bool unknown = e.outcome == Outcome::Unknown;
    switch (attempt) {
    case Attempt::FirstLoad:
        break;
    case Attempt::Load:
        kept = tr("What you see may be out of date.");
        break;
    case Attempt::Send:
        kept = unknown
            ? tr("We do not know yet whether your message went out; the conversation is being read "
                 "to find out. Your text is kept.")
            : tr("Your message was not sent. Your text is kept.");
        break;
    case Attempt::Retry:
        kept = unknown ? tr("We do not know yet whether the message went out; the conversation is being read "
                            "to find out.")
                       : tr("The message was not sent again.");
        break;
    case Attempt::Restart:
        kept = unknown
            ? tr("We do not know yet whether the template went out; the conversation is being checked. "
                 "Your text is kept.")
            : tr("The template was not sent. Your text is kept.");
        break;
    case Attempt::SetStatus:
        kept = unknown ? tr("We do not know yet whether the status changed; it is being read again.")
                       : tr("The status is as it was.");
        break;
    case Attempt::Assign:
        kept = unknown ? tr("We do not know yet whether the assignment changed; it is being read again.")
                       : tr("The conversation is assigned as it was.");
        break;
    case Attempt::MarkRead:
        kept = unknown
            ? tr("We do not know yet whether the conversation was marked as read; it is being read again.")
            : tr("The conversation is still unread.");
        break;
    case Attempt::React:
        kept = unknown
            ? tr("We do not know yet whether the reaction was set; the message is being read again.")
            : tr("The reaction is as it was.");
        break;
    case Attempt::EditNote:
        kept = unknown ? tr("We do not know yet whether the note was saved. Your text is kept.")
                       : tr("The note was not saved. Your text is kept.");
        break;
    case Attempt::Connect:
        break;
    }

    QString help;
    switch (e.kind) {
    case ErrorKind::BadCredential:
        help = tr("Enter a new token in the account's settings.");
        break;
    case ErrorKind::BadCertificate:
        help = tr("Ask whoever runs the server.");
        break;
    case ErrorKind::Forbidden:
        help = tr("An administrator can change that.");
        break;
    case ErrorKind::Redirected:
    case ErrorKind::NotThisApi:
        help = tr("Check the address in the account's settings.");
        break;
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::ConnectionLost:
    case ErrorKind::ServerError:
    case ErrorKind::RateLimited:
        if (attempt == Attempt::Load || attempt == Attempt::FirstLoad)
            help = tr("It is tried again by itself.");
        // Never an invitation to repeat what may have reached a customer.
        else if (!(unknown && sendsSomething(attempt)))
            help = tr("Try again in a moment.");
        break;
    default:
        break;
    }
    return join(join(errorReason(e), kept), help);
}

QString Words::errorDetails(const Error &e)
{
    QStringList lines;
    if (e.httpStatus > 0)
        lines << tr("Status: %1").arg(e.httpStatus);
    if (!e.detail.isEmpty())
        lines << tr("The server's words: %1").arg(safeLine(e.detail, kDetailLength));
    if (!e.requestId.isEmpty())
        lines << tr("Request: %1").arg(safeLine(e.requestId, kDetailLength));
    return lines.join(u'\n');
}

QString Words::storeProblem(const QString &account, const StoreProblem &problem)
{
    const QString reason = safeLine(problem.detail, kDetailLength);
    switch (problem.kind) {
    case StoreProblem::Kind::CannotOpen:
        return tr("Nothing can be kept on this computer for “%1” (%2). Unsent text is lost when you quit.")
            .arg(account, reason);
    case StoreProblem::Kind::CannotWrite:
        return tr("Unsent text in “%1” cannot be saved (%2). It stays on screen, but is lost when you quit.")
            .arg(account, reason);
    case StoreProblem::Kind::Damaged:
        return tr("What was kept on this computer for “%1” was damaged. The file was put aside in the "
                  "profile's "
                  "folder; unsent text from before may be missing.")
            .arg(account);
    case StoreProblem::Kind::Newer:
        return tr("A newer version of this program has kept what belongs to “%1”. It can be read here, but "
                  "unsent text is not saved.")
            .arg(account);
    }
    return {};
}

// --- Capabilities ---

QString Words::capability(Capability c)
{
    switch (c) {
    case Capability::ListConversations:
        return tr("List conversations");
    case Capability::ReadMessages:
        return tr("Read messages");
    case Capability::SendText:
        return tr("Send messages");
    case Capability::SendFile:
        return tr("Send files");
    case Capability::QuoteOnSend:
        return tr("Quote a message");
    case Capability::RestartPaid:
        return tr("Restart a conversation");
    case Capability::DuplicateMessage:
        return tr("Retry a failed message");
    case Capability::SetStatus:
        return tr("Change the status");
    case Capability::Assign:
        return tr("Assign to a colleague");
    case Capability::Unassign:
        return tr("Assign to nobody");
    case Capability::MarkRead:
        return tr("Mark as read");
    case Capability::MarkUnread:
        return tr("Mark as unread");
    case Capability::React:
        return tr("React to a message");
    case Capability::EditNote:
        return tr("Edit a note");
    case Capability::CreateNote:
        return tr("Write a note");
    case Capability::ListNotes:
        return tr("Read earlier notes");
    case Capability::Tags:
        return tr("Tags");
    case Capability::Snooze:
        return tr("Snooze");
    case Capability::CustomerUsers:
        return tr("See who may answer a customer");
    case Capability::Settings:
        return tr("Read the general settings");
    case Capability::StartConversation:
        return tr("Start a conversation");
    case Capability::DeleteConversation:
        return tr("Delete a conversation");
    case Capability::FindConversation:
        return tr("Find a conversation by the messenger's id");
    case Capability::AssignTeam:
        return tr("Assign to a team");
    case Capability::TakeOverFromBot:
        return tr("Take over from the bot");
    case Capability::DeleteNote:
        return tr("Delete a note");
    case Capability::Unsnooze:
        return tr("End a snooze early");
    case Capability::TriggerEvent:
        return tr("Trigger an event");
    case Capability::SimulateCustomer:
        return tr("Write in a customer's name");
    case Capability::Snippets:
        return tr("Text snippets");
    case Capability::SavedViews:
        return tr("Saved views");
    case Capability::Availability:
        return tr("See and set who is online");
    case Capability::SearchContacts:
        return tr("Search contacts");
    }
    return {};
}

QString Words::unavailable(Capability c, const Unavailable &u)
{
    if (c == Capability::SendText) {
        switch (u.why) {
        case Unavailable::Why::NotDocumented:
        case Unavailable::Why::NotByThisApi:
            return tr("This account can read messages but not send them: its API has no way to do it.");
        case Unavailable::Why::Forbidden:
            if (u.permission.isEmpty())
                return tr("This account may read messages but not send them.");
            return tr("This account may not send messages: the permission “%1” is missing.")
                .arg(safeLine(u.permission, kDetailLength));
        case Unavailable::Why::NotBuilt:
            return tr("This version cannot send messages with this account yet.");
        }
    }
    const QString name = capability(c);
    switch (u.why) {
    case Unavailable::Why::NotDocumented:
        return tr("“%1” is not possible: the API's documentation describes no way to do it.").arg(name);
    case Unavailable::Why::NotByThisApi:
        return tr("“%1” is not possible: this account's API does not offer it.").arg(name);
    case Unavailable::Why::Forbidden:
        if (u.permission.isEmpty())
            return tr("“%1” is not allowed for this account.").arg(name);
        return tr("“%1” is not allowed: the permission “%2” is missing.")
            .arg(name, safeLine(u.permission, kDetailLength));
    case Unavailable::Why::NotBuilt:
        return tr("“%1” is not part of this version.").arg(name);
    }
    return {};
}

// --- Reply state ---

QString Words::windowChip(qint64 seconds)
{
    if (seconds >= 2 * kDay)
        return tr("%1 d", "days left, very short").arg(seconds / kDay);
    if (seconds >= kHour)
        return tr("%1 h %2", "hours and minutes left, very short: 3 h 12")
            .arg(seconds / kHour)
            .arg(seconds % kHour / kMinute, 2, 10, QLatin1Char('0'));
    if (seconds >= kMinute)
        return tr("%1 min", "minutes left, very short").arg(seconds / kMinute);
    return tr("< 1 min", "less than a minute left, very short");
}

ReplyText Words::reply(const ReplyState &s, const QDateTime &now)
{
    ReplyText t;
    const qint64 left = s.deadline ? now.secsTo(*s.deadline) : 0;
    if (s.deadline && s.deadlineEstimated)
        t.toolTip = tr("Estimated from the customer's last message: %1").arg(exactTime(*s.deadline));
    else if (s.deadline)
        t.toolTip = left > 0 ? tr("A reply is possible until %1").arg(exactTime(*s.deadline))
                             : tr("The window closed on %1").arg(exactTime(*s.deadline));

    switch (s.kind) {
    case ReplyStateKind::NotConnected:
        t.headline = tr("This number is no longer connected.");
        t.detail = tr("Nothing can be sent until it is connected again.");
        t.chip = tr("Not connected");
        t.spoken = tr("number not connected");
        break;
    case ReplyStateKind::Unsupported:
        t.headline = unavailable(Capability::SendText, s.reason.value_or(Unavailable()));
        break;
    case ReplyStateKind::Restarting:
        t.headline = tr("Restarting…");
        t.detail = tr("The template is on its way.");
        t.chip = tr("Restarting…");
        t.button = tr("Restarting…");
        t.spoken = tr("restarting");
        break;
    case ReplyStateKind::RestartUnknown:
        t.headline = tr("We do not know yet whether the template went out. Checking…");
        t.detail = tr("Nothing is sent a second time.");
        t.chip = tr("Checking…");
        t.button = tr("Check again");
        t.spoken = tr("restart being checked");
        break;
    case ReplyStateKind::ClosingRace:
        t.headline = s.deadline
            ? tr("The window should have closed at %1. Checking…").arg(clockTime(*s.deadline))
            : tr("The window should have closed. Checking…");
        t.chip = tr("Checking…");
        t.button = tr("Send");
        t.spoken = tr("window being checked");
        break;
    case ReplyStateKind::Open:
        t.button = tr("Send");
        if (s.deadline) {
            t.headline = tr("Window closes in %1").arg(duration(left));
            t.chip = windowChip(left);
            t.spoken = tr("window closes in %1").arg(spokenDuration(left));
        }
        break;
    case ReplyStateKind::AwaitingCustomer:
        t.headline = s.restartedAt
            ? tr("Template sent %1. The customer has to answer first.").arg(whenTime(*s.restartedAt, now))
            : tr("The customer has to answer first.");
        t.chip = tr("Waiting");
        t.spoken = tr("waiting for the customer's answer");
        break;
    case ReplyStateKind::ClosedByProvider:
        t.headline = tr("The provider does not allow a reply right now.");
        t.chip = tr("Closed");
        t.button = tr("Check again");
        t.spoken = tr("reply not allowed right now");
        break;
    case ReplyStateKind::ExpiredRestartable:
        t.headline = s.deadline ? tr("The reply window closed %1.").arg(whenTime(*s.deadline, now))
                                : tr("The reply window has closed.");
        if (s.lastRestartUnanswered)
            t.detail = s.restartedAt
                ? tr("The last template, sent %1, was not answered.").arg(whenTime(*s.restartedAt, now))
                : tr("The last template was not answered.");
        else
            t.detail = tr("A paid template asks the customer to write again.");
        t.chip = tr("Closed");
        t.button = tr("Restart conversation · about 11 ct");
        t.spoken = tr("window closed");
        break;
    case ReplyStateKind::Expired:
        t.headline = tr("The customer has to write first.");
        t.detail = tr("That is this channel's rule.");
        t.chip = tr("Closed");
        t.spoken = tr("window closed");
        break;
    case ReplyStateKind::Unknown:
        t.button = tr("Send");
        if (s.deadline && left > 0) {
            t.headline = tr("Window closes in about %1 (estimate)").arg(duration(left));
            t.chip = tr("about %1", "estimated time left, very short").arg(windowChip(left));
            t.spoken = tr("window closes in about %1").arg(spokenDuration(left));
        } else if (s.deadline) {
            t.headline = tr("The window has probably closed (estimate)");
            t.chip = tr("Closed?");
            t.spoken = tr("window probably closed");
        }
        break;
    }
    return t;
}

QString Words::restartQuestion(const QString &customer, const QString &line)
{
    const QString who = isolated(customerNameOr(safeLine(customer)));
    if (line.isEmpty())
        return tr("Restart the conversation with %1?").arg(who);
    return tr("Restart the conversation with %1 through %2?").arg(who, isolated(safeLine(line)));
}

QString Words::restartExplanation(const ReplyState &s, const QDateTime &now)
{
    const QString what = tr("A paid marketing template, a message the messenger has approved, is sent "
                            "(about 11 cents). You can write again once the customer has answered anything.");
    if (!s.lastRestartUnanswered)
        return what;
    const QString last = s.restartedAt
        ? tr("The last template, sent %1, was not answered.").arg(whenTime(*s.restartedAt, now))
        : tr("The last template was not answered.");
    return tr("%1 %2", "two sentences, one after the other").arg(last, what);
}

// --- Time ---

QString Words::clockTime(const QDateTime &time)
{
    const QLocale locale;
    const QTime local = time.toLocalTime().time();
    return isPlainLocale(locale) ? local.toString(QStringLiteral("HH:mm"))
                                 : locale.toString(local, QLocale::ShortFormat);
}

QString Words::listTime(const QDateTime &time, const QDateTime &now)
{
    const QDate date = time.toLocalTime().date();
    const qint64 days = date.daysTo(now.toLocalTime().date());
    // A message from a clock ahead of ours is still today's.
    if (days <= 0)
        return clockTime(time);
    if (days == 1)
        return tr("Yesterday");
    if (days <= kWeekdayReach)
        return QLocale().standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    return shortDate(date);
}

QString Words::listTimeAhead(const QDateTime &time, const QDateTime &now)
{
    const QDate date = time.toLocalTime().date();
    const qint64 days = now.toLocalTime().date().daysTo(date);
    if (days <= 0)
        return clockTime(time);
    if (days == 1)
        return tr("Tomorrow");
    if (days <= kWeekdayReach)
        return QLocale().standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    return shortDate(date);
}

QString Words::exactTime(const QDateTime &time)
{
    return tr("%1, %2", "a date, then a time of day")
        .arg(longDate(time.toLocalTime().date()), clockTime(time));
}

QString Words::whenTime(const QDateTime &time, const QDateTime &now)
{
    const QDate date = time.toLocalTime().date();
    const qint64 days = now.toLocalTime().date().daysTo(date);
    const QString clock = clockTime(time);
    if (days == 0)
        return tr("today at %1", "in the middle of a sentence").arg(clock);
    if (days == -1)
        return tr("yesterday at %1", "in the middle of a sentence").arg(clock);
    if (days == 1)
        return tr("tomorrow at %1", "in the middle of a sentence").arg(clock);
    const QString dayName = qAbs(days) <= kWeekdayReach
        ? QLocale().standaloneDayName(date.dayOfWeek(), QLocale::LongFormat)
        : shortDate(date);
    return tr("%1 at %2", "a weekday or date, then a time of day, in the middle of a sentence")
        .arg(dayName, clock);
}

QString Words::day(const QDate &day, const QDate &today)
{
    if (day == today)
        return tr("Today");
    if (day.daysTo(today) == 1)
        return tr("Yesterday");
    return day.year() == today.year() ? longDateWithoutYear(day) : longDate(day);
}

QString Words::duration(qint64 seconds)
{
    if (seconds >= 2 * kDay) {
        const qint64 hours = seconds % kDay / kHour;
        if (hours == 0)
            return tr("%1 d", "days").arg(seconds / kDay);
        return tr("%1 d %2 h", "days and hours").arg(seconds / kDay).arg(hours);
    }
    if (seconds >= kHour) {
        const qint64 minutes = seconds % kHour / kMinute;
        if (minutes == 0)
            return tr("%1 h", "hours").arg(seconds / kHour);
        return tr("%1 h %2 min", "hours and minutes").arg(seconds / kHour).arg(minutes);
    }
    if (seconds >= kMinute)
        return tr("%1 min", "minutes").arg(seconds / kMinute);
    return tr("less than 1 min");
}

QString Words::spokenDuration(qint64 seconds)
{
    const auto both = [](const QString &a, const QString &b) {
        return tr("%1 %2", "two amounts of time: 3 hours 12 minutes").arg(a, b);
    };
    const int days = int(qMin<qint64>(seconds / kDay, 100000));
    const int hours = int(seconds % kDay / kHour);
    const int minutes = int(seconds % kHour / kMinute);
    if (seconds >= 2 * kDay)
        return hours == 0 ? tr("%n day(s)", nullptr, days)
                          : both(tr("%n day(s)", nullptr, days), tr("%n hour(s)", nullptr, hours));
    if (seconds >= kHour) {
        const int allHours = int(seconds / kHour);
        return minutes == 0 ? tr("%n hour(s)", nullptr, allHours)
                            : both(tr("%n hour(s)", nullptr, allHours), tr("%n minute(s)", nullptr, minutes));
    }
    if (seconds >= kMinute)
        return tr("%n minute(s)", nullptr, minutes);
    return tr("less than a minute");
}

QString Words::syncedAgo(qint64 seconds)
{
    // In steps: a figure that moves each second asks for attention, and repaints, for nothing.
    constexpr qint64 recent = 15;
    constexpr qint64 step = 5;
    if (seconds < recent)
        return tr("synced just now");
    if (seconds < kMinute)
        return tr("synced %1 s ago").arg(seconds - seconds % step);
    if (seconds < kHour)
        return tr("synced %1 min ago").arg(seconds / kMinute);
    return tr("synced %1 h ago").arg(seconds / kHour);
}

QString Words::offlineSince(const QDateTime &since, const QDateTime &now)
{
    const bool today = since.toLocalTime().date() == now.toLocalTime().date();
    return tr("offline since %1").arg(today ? clockTime(since) : whenTime(since, now));
}

// --- Things ---

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
    return tr("Unknown (%1)").arg(safeLine(status.raw, kDetailLength));
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
    return tr("Unknown (%1)").arg(safeLine(channel.raw, kDetailLength));
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
    return tr("Unknown (%1)").arg(safeLine(status.raw, kDetailLength));
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
    return tr("Message of the kind “%1”").arg(safeLine(unknown->type, kDetailLength));
}

QString Words::structured(const StructuredContent &content)
{
    QStringList lines{captioned(messageKind(content), content.title)};
    if (content.kind == StructuredContent::Kind::Email && !content.items.isEmpty()) {
        lines << tr("From %1").arg(content.items.constFirst());
        if (content.items.size() > 1)
            lines << tr("To %1").arg(content.items.mid(1).join(QStringLiteral(", ")));
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
    return tr("Sensitive words are hidden.");
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
    const QString original = safeLine(error.originalMessage, kDetailLength);
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
    return safeLine(salutation.raw, kDetailLength);
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
    return safeLine(gender.raw, kDetailLength);
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

// --- The thread ---

QString Words::mark(models::DeliveryMark mark)
{
    using Mark = models::DeliveryMark;
    switch (mark) {
    case Mark::None:
        return {};
    case Mark::Waiting:
        return tr("Waiting to be sent");
    case Mark::Checking:
        return tr("Checking whether it was sent");
    case Mark::Unknown:
        return tr("Not known whether it was sent");
    case Mark::NotSent:
        return tr("Not sent");
    case Mark::HandedOver:
        return tr("Handed over");
    case Mark::Sent:
        return tr("Sent");
    case Mark::Delivered:
        return tr("Delivered");
    case Mark::Read:
        return tr("Read by the customer");
    case Mark::Failed:
        return tr("Not delivered");
    }
    return {};
}

QString Words::trouble(const models::ThreadRow &row)
{
    using Mark = models::DeliveryMark;
    switch (row.mark) {
    case Mark::Failed:
        return deliveryFailure(row.message.latestError.value_or(MessageError()));
    case Mark::NotSent:
        if (row.outgoingError)
            return tr("%1 %2", "two sentences, one after the other")
                .arg(tr("Not sent."), errorReason(*row.outgoingError));
        return tr("Not sent.");
    case Mark::Checking:
        return tr("The answer was lost. Checking whether it was sent…");
    case Mark::Unknown:
        return tr("We do not know whether this was sent. Look at the conversation and decide.");
    default:
        return {};
    }
}

QString Words::noteHeading()
{
    return tr("Note, only visible to us");
}

QString Words::loadingOlder()
{
    return tr("Reading older messages…");
}

QString Words::showOlder()
{
    return tr("Show older messages");
}

QString Words::showMore()
{
    return tr("Show more");
}

QString Words::campaign()
{
    return tr("Campaign");
}

QString Words::us()
{
    return tr("Us", "author of a quoted message");
}

QString Words::customer()
{
    return tr("Customer");
}

QString Words::cannotBeShown()
{
    return tr("This version cannot show it.");
}

QString Words::fileType(const QString &mimeType)
{
    const QString type = mimeType.section(u';', 0, 0).trimmed().toLower();
    if (type.isEmpty() || type == QLatin1String("application/octet-stream"))
        return {};
    // Vendors' long names for what people call otherwise.
    if (type.contains(QLatin1String("wordprocessingml")) || type == QLatin1String("application/msword"))
        return QStringLiteral("Word");
    if (type.contains(QLatin1String("spreadsheetml")) || type == QLatin1String("application/vnd.ms-excel"))
        return QStringLiteral("Excel");
    if (type.contains(QLatin1String("presentationml")))
        return QStringLiteral("PowerPoint");
    constexpr int kLongestShortName = 5; // PDF, JPEG, X-WAV is said as WAV
    QString name = type.section(u'/', 1, 1);
    if (name.startsWith(QLatin1String("x-")))
        name.remove(0, 2);
    return name.size() <= kLongestShortName ? safeLine(name).toUpper() : QString();
}

// --- Text safety ---

QString Words::isolated(const QString &text)
{
    if (text.isEmpty())
        return text;
    constexpr QChar kFirstStrongIsolate(0x2068);
    constexpr QChar kPopIsolate(0x2069);
    return kFirstStrongIsolate + safe(text) + kPopIsolate;
}

QString Words::safe(const QString &text, int maximum)
{
    QString out;
    const qsizetype end = maximum > 0 ? qMin<qsizetype>(text.size(), maximum) : text.size();
    out.reserve(end + 1);
    int marks = 0;
    for (qsizetype i = 0; i < end; ++i) {
        char32_t c = text.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            if (i + 1 >= end)
                break; // never half a character
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        } else if (QChar::isSurrogate(c)) {
            c = QChar::ReplacementCharacter;
        }
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing) {
            if (++marks > kMaximumMarks)
                continue;
        } else {
            marks = 0;
        }
        if (const QLatin1String name = bidiControlName(c); !name.isEmpty()) {
            out += QChar(0x2039) + name + QChar(0x203A); // ‹RLO›
            continue;
        }
        if (c == u'\r') {
            if (i + 1 < text.size() && text.at(i + 1) == u'\n')
                continue;
            c = u'\n';
        } else if (c == 0x2028 || c == 0x2029 || c == 0x0085 || c == 0x000B || c == 0x000C) {
            c = u'\n';
        } else if (c < 0x20 && c != u'\n' && c != u'\t') {
            c += 0x2400; // the picture of the control character
        } else if ((c >= 0x7F && c < 0xA0) || c == 0xFFFC) {
            c = QChar::ReplacementCharacter; // U+FFFC would ask the layout for an inline object
        }
        out += QChar::fromUcs4(c);
    }
    if (end < text.size())
        out += QChar(0x2026);
    return out;
}

QString Words::safeLine(const QString &text, int maximum)
{
    // Cut before the costly part; white space may shrink, so take somewhat more than asked for.
    const QString line = (maximum > 0 ? text.left(4 * maximum) : text).simplified();
    return safe(line, maximum);
}

QString Words::safeButton(const QString &text, int maximum)
{
    return safeLine(text, maximum).replace(u'&', QLatin1String("&&"));
}

QString Words::safeToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QString shown = safe(text, kToolTipLength);
    // A tool tip is also what a screen reader reads where nothing else is said, and that reads marks aloud:
    // only what Qt would take for HTML, and what is too long to stand on its lines unbroken, is wrapped in
    // it.
    const QStringList lines = shown.split(u'\n');
    const bool fits = std::all_of(lines.cbegin(), lines.cend(),
                                  [](const QString &line) { return line.size() <= kToolTipLine; });
    if (fits && !Qt::mightBeRichText(shown))
        return shown;
    return Qt::convertFromPlainText(shown, Qt::WhiteSpaceNormal);
}

QString Words::initials(const QString &name)
{
    QList<char32_t> letters;
    bool wordStart = true;
    const auto points = name.left(kPreviewLength).toUcs4();
    for (const uint c : points) {
        if (QChar::isLetter(c)) {
            if (wordStart)
                letters << char32_t(QChar::toUpper(c));
            wordStart = false;
        } else if (!QChar::isMark(c) && c != u'\'' && c != 0x2019) {
            wordStart = true;
        }
    }
    if (letters.isEmpty())
        return {};
    QString out;
    out += QChar::fromUcs4(letters.first());
    if (letters.size() > 1) {
        // Two Arabic letters would join into a word of their own.
        if (QChar::direction(letters.first()) == QChar::DirAL)
            out += QChar(0x200C);
        out += QChar::fromUcs4(letters.last());
    }
    return out;
}

} // namespace inbox::ui
