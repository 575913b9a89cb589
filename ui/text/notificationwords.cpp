// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/notificationwords.h"

#include "ui/list/conversationrowlayout.h"
#include "ui/text/words.h"

#include <QLocale>

namespace inbox::ui {

using models::Alert;
using models::NotificationPrivacy;

namespace {

constexpr qsizetype kNamed = 4; // customers of a group who are named
constexpr int kLongestName = 60;
constexpr int kLongestText = 160;

QString nameOf(const Alert &alert)
{
    return Words::safeLine(Words::customerNameOr(alert.customer), kLongestName);
}

} // namespace

NotificationText NotificationWords::one(const Alert &alert)
{
    const bool named = alert.privacy != NotificationPrivacy::Nothing;
    const QString text = Words::safeLine(alert.text, kLongestText);
    QString summary;
    QString body;
    switch (alert.kind) {
    case Alert::Kind::NewMessage:
        summary = tr("New message");
        if (alert.privacy == NotificationPrivacy::Everything) {
            models::ConversationRow row;
            row.preview = alert.preview;
            row.previewText = alert.text;
            body = previewLine(row);
        }
        if (body.isEmpty() && named)
            body = alert.unread > 1 ? tr("%n new message(s)", nullptr, alert.unread) : summary;
        break;
    case Alert::Kind::WindowClosing: {
        summary = tr("A reply window closes soon");
        const QString left = Words::duration(alert.secondsLeft);
        body = named ? tr("The reply window closes in %1, and the customer waits for an answer.").arg(left)
                     : tr("%1 left, and the customer waits for an answer.").arg(left);
        break;
    }
    case Alert::Kind::FailedSend:
        summary =
            alert.outcomeUnknown ? tr("A message may not have been sent") : tr("A message was not sent");
        if (named)
            body = text.isEmpty() ? summary : tr("%1: %2", "what went wrong: a message").arg(summary, text);
        break;
    case Alert::Kind::ReplyReady:
        summary = tr("A held reply can be sent");
        body = tr("The customer has answered. Your reply can be sent now.");
        break;
    case Alert::Kind::Mention:
        summary = tr("You were mentioned");
        body = tr("A colleague wants you to look at this conversation.");
        break;
    }
    if (named)
        summary = nameOf(alert);
    return {summary, body};
}

NotificationText NotificationWords::several(const QList<Alert> &alerts)
{
    const int count = int(alerts.size());
    NotificationText result;
    switch (alerts.constFirst().kind) {
    case Alert::Kind::NewMessage:
        result.summary = tr("New messages in %n conversation(s)", nullptr, count);
        break;
    case Alert::Kind::WindowClosing:
        result.summary = tr("%n reply window(s) close soon", nullptr, count);
        break;
    case Alert::Kind::FailedSend:
        result.summary = tr("%n message(s) not sent", nullptr, count);
        break;
    case Alert::Kind::ReplyReady:
        result.summary = tr("%n held reply(s) can be sent", nullptr, count);
        break;
    case Alert::Kind::Mention:
        result.summary = tr("You were mentioned in %n conversation(s)", nullptr, count);
        break;
    }
    if (alerts.constFirst().privacy == NotificationPrivacy::Nothing)
        return result;
    QStringList names;
    for (const Alert &alert : alerts.first(qMin(kNamed, alerts.size())))
        names << Words::isolated(nameOf(alert));
    if (alerts.size() > kNamed)
        names << tr("%n more", nullptr, int(alerts.size() - kNamed));
    result.body = Words::list(names);
    return result;
}

QString NotificationWords::openConversation()
{
    return tr("Open conversation");
}

QString NotificationWords::openInbox()
{
    return tr("Open inbox");
}

QString NotificationWords::windowTitle(int unread)
{
    return unread > 0 ? tr("(%1) Agent Inbox", "unread conversations").arg(QLocale().toString(unread))
                      : tr("Agent Inbox");
}

QString NotificationWords::unreadMine(int unread)
{
    return unread > 0 ? tr("%n unread conversation(s) of yours", nullptr, unread)
                      : tr("No unread conversation of yours");
}

} // namespace inbox::ui
