// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/recordwords.h"

#include "ui/text/words.h"

#include <QLocale>

namespace inbox::ui {

using namespace domain;
using models::DraftRow;
using models::LedgerRow;
using models::OutboxRow;

namespace {
constexpr int kLongestWords = 200;
constexpr double kCents = 100;
} // namespace

QString RecordWords::kind(const Intent &intent)
{
    switch (intent.kind) {
    case Intent::Kind::SendText:
        return tr("Reply");
    case Intent::Kind::SendFile:
        return tr("File");
    case Intent::Kind::Duplicate:
        return tr("A failed message, sent again");
    case Intent::Kind::Restart:
        return tr("Restart of the conversation");
    case Intent::Kind::SetStatus:
        return tr("Status: %1").arg(Words::status(intent.status));
    case Intent::Kind::Assign:
        return tr("Assigned to: %1").arg(Words::safeLine(Words::assignee(intent.assignee)));
    case Intent::Kind::MarkRead:
        return tr("Marked as read");
    case Intent::Kind::React:
        return intent.text.isEmpty() ? tr("Reaction taken back") : tr("Reaction");
    case Intent::Kind::EditNote:
    case Intent::Kind::AddNote:
        return tr("Note");
    case Intent::Kind::DeleteNote:
        return tr("Note deleted");
    case Intent::Kind::SetTags:
        return tr("Tags");
    case Intent::Kind::Snooze:
        return intent.until ? tr("Snoozed") : tr("No longer snoozed");
    case Intent::Kind::AssignTeam:
        return tr("Assigned to a team");
    case Intent::Kind::TakeOver:
        return tr("Taken over from the bot");
    case Intent::Kind::MarkUnread:
        return tr("Marked as unread");
    case Intent::Kind::Archive:
        return intent.archived ? tr("Put into the archive") : tr("Taken out of the archive");
    case Intent::Kind::Rename:
        return tr("Renamed");
    case Intent::Kind::SetLanguage:
        return tr("Language");
    case Intent::Kind::SetMetadata:
        return tr("Metadata");
    case Intent::Kind::Mention:
        return tr("Colleagues mentioned");
    case Intent::Kind::Automate:
        return automation(intent.automation.value_or(Automation()).kind);
    }
    return {};
}

QString RecordWords::automation(Automation::Kind kind)
{
    switch (kind) {
    case Automation::Kind::Event:
        return tr("Event triggered");
    case Automation::Kind::Step:
        return tr("Flow step run");
    case Automation::Kind::CustomerMessage:
        return tr("Message in the customer's name");
    case Automation::Kind::ChannelEvent:
        return tr("Event in the channel's name");
    }
    return {};
}

QString RecordWords::words(const Intent &intent)
{
    if (!intent.file)
        return Words::safeLine(intent.text, kLongestWords);
    const QString file = Words::safeLine(intent.file->name, kLongestWords);
    return intent.text.isEmpty() ? file
                                 : tr("%1: %2", "a file and the words under it")
                                       .arg(file, Words::safeLine(intent.text, kLongestWords));
}

QString RecordWords::state(const OutboxRow &row)
{
    const auto join = [](const QString &a, const QString &b) {
        return b.isEmpty() ? a : tr("%1 %2", "two sentences, one after the other").arg(a, b);
    };
    const QString reason = row.intent.error ? Words::errorReason(*row.intent.error) : QString();
    const bool restart = row.intent.kind == Intent::Kind::Restart;
    const bool automated = row.intent.kind == Intent::Kind::Automate;
    switch (row.state) {
    case OutboxRow::State::Underway:
        return tr("Is being sent");
    case OutboxRow::State::Waiting:
        return join(tr("Waits for the connection."), reason);
    case OutboxRow::State::Checking:
        return tr("The answer was lost. Checking whether it was sent…");
    case OutboxRow::State::Unknown:
        return automated ? tr("May have gone out. Look at the thread: you decide.")
            : restart    ? tr("Not known whether the template was sent. You decide.")
                         : tr("Not known whether it was sent. You decide.");
    case OutboxRow::State::NotSent:
        return join(tr("Not sent."), reason);
    }
    return {};
}

QString RecordWords::waiting(int count)
{
    return tr("Outbox: %Ln waiting", nullptr, count);
}

QString RecordWords::state(const DraftRow &row, const QDateTime &now)
{
    switch (row.kind) {
    case DraftRow::Kind::Offered:
        return tr("Held since %1. It can be sent now.").arg(Words::whenTime(*row.at, now));
    case DraftRow::Kind::Held:
        return tr("Held since %1, until the customer answers.").arg(Words::whenTime(*row.at, now));
    case DraftRow::Kind::Open:
        return tr("Not sent yet");
    case DraftRow::Kind::Discarded:
        return tr("Discarded %1. Kept until %2.", "when, and a date")
            .arg(Words::whenTime(*row.at, now),
                 QLocale().toString(row.at->toLocalTime().date().addDays(sync::Inbox::discardedDays),
                                    QLocale::ShortFormat));
    }
    return {};
}

QString RecordWords::offeredPreview(const QString &draft)
{
    return tr("Can be sent now: %1").arg(Words::safeLine(draft, kLongestWords));
}

QString RecordWords::offer(const QDateTime &heldSince, const QDateTime &now, bool answered)
{
    const QString since = Words::whenTime(heldSince, now);
    return answered ? tr("The customer has answered. Your reply, held since %1, can be sent now.").arg(since)
                    : tr("Your reply, held since %1, can be sent now.").arg(since);
}

QString RecordWords::price(const std::optional<int> &cents)
{
    return cents ? tr("about %1 €").arg(QLocale().toString(*cents / kCents, 'f', 2)) : tr("price not known");
}

QString RecordWords::outcome(LedgerRow::Outcome outcome)
{
    switch (outcome) {
    case LedgerRow::Outcome::Accepted:
        return tr("Sent", "the paid template");
    case LedgerRow::Outcome::Unknown:
        return tr("Not known whether it was sent");
    case LedgerRow::Outcome::NotSent:
        return tr("Not sent, nothing was paid");
    }
    return {};
}

QString RecordWords::answer(LedgerRow::Answer answer)
{
    switch (answer) {
    case LedgerRow::Answer::Yes:
        return tr("The customer has answered");
    case LedgerRow::Answer::No:
        return tr("No answer yet");
    case LedgerRow::Answer::NotKnown:
        break;
    }
    return {};
}

QString RecordWords::month(const models::LedgerMonth &month)
{
    const auto cost = [](const models::LedgerSum &sum) {
        if (sum.withoutPrice == sum.count)
            return price({});
        return sum.withoutPrice == 0
            ? price(sum.cents)
            : tr("%1 without %Ln whose price is not known", "about 0.33 €; messages", sum.withoutPrice)
                  .arg(price(sum.cents));
    };
    const QString name = QLocale().toString(month.month, QStringLiteral("MMMM yyyy"));
    QStringList parts;
    if (month.accepted.count > 0)
        parts << tr("%Ln messages, %1", nullptr, month.accepted.count).arg(cost(month.accepted));
    if (month.unknown.count > 0)
        parts << tr("%Ln perhaps sent, %1", nullptr, month.unknown.count).arg(cost(month.unknown));
    return tr("%1: %2", "a month, and what it cost").arg(name, parts.join(QStringLiteral("; ")));
}

} // namespace inbox::ui
