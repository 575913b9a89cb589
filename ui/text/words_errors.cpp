// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// What went wrong, and what an account cannot do.
#include "services/domain/attachment.h"
#include "ui/text/words.h"

#include <QLocale>

namespace inbox::ui {

using namespace domain;

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
                .arg(safeLine(e.permission));
        return tr("This account is not allowed to do that.");
    case ErrorKind::NotFound:
        return tr("The server no longer knows this entry.");
    case ErrorKind::Rejected:
        if (!e.detail.isEmpty())
            return tr("The server refused: “%1”.").arg(isolated(safeLine(e.detail)));
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
    case ErrorKind::Overtaken:
        return tr("Somebody else changed this meanwhile, and their change stands.");
    case ErrorKind::FileUnreadable:
        return tr("The file is no longer there, cannot be read or is larger than %1.")
            .arg(QLocale().formattedDataSize(largestAttachment, 0, QLocale::DataSizeSIFormat));
    case ErrorKind::LocalFailure:
        if (!e.detail.isEmpty())
            return tr("Something went wrong on this computer: “%1”.").arg(isolated(safeLine(e.detail)));
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

    if (e.kind == ErrorKind::Overtaken && e.outcome != Outcome::Unknown)
        return errorReason(e); // to say that all is as it was would not be true

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
    case Attempt::SetTags:
        kept = unknown ? tr("We do not know yet whether the tags changed; they are being read again.")
                       : tr("The tags are as they were.");
        break;
    case Attempt::Snooze:
        kept = unknown ? tr("We do not know yet whether the conversation is snoozed; it is being read again.")
                       : tr("The conversation was not snoozed.");
        break;
    case Attempt::AssignTeam:
        kept = unknown ? tr("We do not know yet whether the team changed; it is being read again.")
                       : tr("The team is as it was.");
        break;
    case Attempt::AddNote:
        kept = unknown ? tr("We do not know yet whether the note was saved. Your text is kept.")
                       : tr("The note was not saved. Your text is kept.");
        break;
    case Attempt::DeleteNote:
        kept = unknown ? tr("We do not know yet whether the note was deleted; it is being read again.")
                       : tr("The note is still there.");
        break;
    case Attempt::TakeOver:
        kept = unknown
            ? tr("We do not know yet whether the bot is silent; the conversation is being read again.")
            : tr("The bot still answers.");
        break;
    case Attempt::Delete:
        kept = unknown ? tr("We do not know yet whether the conversation was deleted.")
                       : tr("The conversation was not deleted.");
        break;
    case Attempt::MarkUnread:
        kept = unknown
            ? tr("We do not know yet whether the conversation was marked as unread; it is being read again.")
            : tr("The conversation is read as before.");
        break;
    case Attempt::Archive:
        kept = unknown ? tr("We do not know yet whether the archive changed; it is being read again.")
                       : tr("The conversation is where it was.");
        break;
    case Attempt::Rename:
        kept = unknown ? tr("We do not know yet whether the name changed; it is being read again.")
                       : tr("The name is as it was.");
        break;
    case Attempt::SetLanguage:
        kept = unknown ? tr("We do not know yet whether the language changed; it is being read again.")
                       : tr("The language is as it was.");
        break;
    case Attempt::SetMetadata:
        kept = unknown ? tr("We do not know yet whether the metadata changed; it is being read again.")
                       : tr("The metadata is as it was.");
        break;
    case Attempt::Mention:
        kept = unknown
            ? tr("We do not know yet whether your colleagues were mentioned; it is being read again.")
            : tr("Nobody else was mentioned.");
        break;
    case Attempt::SetOnline:
        kept = unknown ? tr("We do not know yet how your colleagues see you; it is being read again.")
                       : tr("Your colleagues see you as before.");
        break;
    case Attempt::Automate:
        kept = unknown
            ? tr("We do not know whether the bot was set off. The thread is being read again: look "
                 "at it before you ask once more.")
            : tr("The bot was not set off.");
        break;
    case Attempt::Find:
        kept = tr("Nothing was looked up.");
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
        lines << tr("The server's words: %1").arg(safeLine(e.detail));
    if (!e.requestId.isEmpty())
        lines << tr("Request: %1").arg(safeLine(e.requestId));
    return lines.join(u'\n');
}

QString Words::storeProblem(const QString &account, const StoreProblem &problem)
{
    const QString reason = safeLine(problem.detail);
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
    case Capability::Archive:
        return tr("Archive");
    case Capability::Rename:
        return tr("Rename a customer");
    case Capability::SetLanguage:
        return tr("Set the language");
    case Capability::SetMetadata:
        return tr("Change the metadata");
    case Capability::Mention:
        return tr("Mention colleagues");
    case Capability::ShowContact:
        return tr("Read a customer's contact details");
    }
    return {};
}

QString Words::unavailable(Capability c, const Unavailable &u)
{
    if (c == Capability::SendText) {
        switch (u.why) {
        case Unavailable::Why::NotDocumented: // whether it can read is said with that
            return tr("This account cannot answer here: its API's documentation describes no way to do it.");
        case Unavailable::Why::NotByThisApi:
            return tr("This account can read messages but not send them: its API has no way to do it.");
        case Unavailable::Why::Forbidden:
            if (u.permission.isEmpty())
                return tr("This account may read messages but not send them.");
            return tr("This account may not send messages: the permission “%1” is missing.")
                .arg(safeLine(u.permission));
        case Unavailable::Why::NotBuilt:
            return tr("This version cannot send messages with this account yet.");
        }
    }
    if (c == Capability::ListConversations && u.why == Unavailable::Why::NotDocumented) {
        return tr(
            "What this account shows is as it was when it was begun: its API's documentation describes no "
            "way to read it again.");
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
        return tr("“%1” is not allowed: the permission “%2” is missing.").arg(name, safeLine(u.permission));
    case Unavailable::Why::NotBuilt:
        return tr("“%1” is not part of this version.").arg(name);
    }
    return {};
}

} // namespace inbox::ui
