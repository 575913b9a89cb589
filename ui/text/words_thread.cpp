// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// What the thread says beside the messages' own text.
#include "ui/text/words.h"

namespace inbox::ui {

using namespace domain;

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
    case Mark::Waiting:
        if (row.outgoingError)
            return tr("%1 %2", "two sentences, one after the other")
                .arg(errorReason(*row.outgoingError), tr("This is sent as soon as it is possible."));
        return {};
    case Mark::Checking:
        return tr("The answer was lost. Checking whether it was sent…");
    case Mark::Unknown:
        return tr("We do not know whether this was sent. Look at the conversation and decide.");
    default:
        return {};
    }
}

QString Words::sendStopped(int newMessages, const std::optional<std::optional<User>> &assignee)
{
    const QString again = tr("Your text is kept; send again when it still fits.");
    QString news;
    if (newMessages > 0)
        news = tr("%n new messages have arrived.", nullptr, newMessages);
    else if (assignee && *assignee)
        news = tr("The conversation is assigned to %1 now.").arg(isolated(safeLine(userName(**assignee))));
    else
        news = tr("The conversation is assigned to nobody now.");
    return tr("%1 %2", "two sentences, one after the other").arg(news, again);
}

QString Words::replyHeld(const QString &customer, domain::HeldBecause why)
{
    const QString name = isolated(safeLine(customerNameOr(customer)));
    switch (why) {
    case domain::HeldBecause::WindowClosed:
        return tr("Your reply to %1 was not sent: the window had closed. It is kept as a draft.").arg(name);
    case domain::HeldBecause::Changed:
        return tr("Your reply to %1 was not sent: something new stands in the conversation. "
                  "It is kept as a draft.")
            .arg(name);
    case domain::HeldBecause::NotWritten:
        return tr("Your reply to %1 was not sent: this computer could not write it down. "
                  "It is kept as a draft.")
            .arg(name);
    }
    return {};
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

QString Words::showHidden()
{
    return tr("Show it");
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

} // namespace inbox::ui
