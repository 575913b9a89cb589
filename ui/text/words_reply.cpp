// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// The reply state, and the paid restart out of it.
#include "ui/text/words.h"

namespace inbox::ui {

using namespace domain;

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

} // namespace

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

} // namespace inbox::ui
