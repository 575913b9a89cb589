// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/thread/spokenmessages.h"

#include "models/threadmodel.h"
#include "ui/text/words.h"

namespace inbox::ui {

namespace {
// A screen reader is not helped by a novel; the text itself can be opened and read in full.
constexpr int kSpokenLength = 2'000;
constexpr int kReactionLength = 16; // UTF-16 units of one emoji with all its joiners
} // namespace

QVariant SpokenMessages::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole)
        return QIdentityProxyModel::data(index, role);
    const QVariant row = QIdentityProxyModel::data(index, models::ThreadModel::RowRole);
    return row.isValid() ? QVariant(sentence(row.value<models::ThreadRow>())) : QVariant();
}

QString SpokenMessages::words(const models::ThreadRow &row)
{
    const QString own = domain::plainText(row.message);
    if (!own.isEmpty())
        return own;
    if (row.message.sensitive)
        return Words::hiddenText();
    QStringList kinds;
    for (const domain::MessageContent &content : row.message.contents)
        kinds.append(Words::messageKind(content));
    return kinds.join(QStringLiteral(", "));
}

QString SpokenMessages::markWords(const models::ThreadRow &row)
{
    using M = models::DeliveryMark;
    switch (row.mark) {
    case M::None:
        return {};
    case M::Waiting:
        return tr("waiting to be sent");
    case M::Checking:
        return tr("checking whether it was sent");
    case M::Unknown:
        return tr("not known whether it was sent");
    case M::NotSent:
        return tr("not sent");
    case M::HandedOver:
        return tr("handed over");
    case M::Sent:
        return tr("sent");
    case M::Delivered:
        return tr("delivered");
    case M::Read:
        return tr("read by the customer");
    case M::Failed:
        return row.message.latestError
            ? tr("failed: %1").arg(Words::deliveryFailure(*row.message.latestError))
            : tr("failed");
    }
    return {};
}

QString SpokenMessages::sentence(const models::ThreadRow &row)
{
    using K = models::ThreadRow::Kind;
    switch (row.kind) {
    case K::Day:
        return Words::day(row.day, QDate::currentDate());
    case K::NewMessages:
        return Words::newMessages(row.newCount);
    case K::Older:
        return row.loading ? tr("Reading older messages…") : tr("Older messages");
    case K::Note:
        return tr("Note, only visible to us: %1").arg(Words::safeLine(row.note.text, kSpokenLength));
    case K::System:
        return tr("System: %1").arg(Words::safeLine(words(row), kSpokenLength));
    case K::Message:
        break;
    }
    QString author = Words::safeLine(row.authorName, 80);
    if (author.isEmpty())
        author = row.fromUs ? tr("We") : tr("Customer");
    const QString text = Words::safeLine(words(row), kSpokenLength);
    QStringList parts;
    parts.append(
        row.message.sentAt
            ? tr("%1, %2: %3", "author, time: text").arg(author, Words::clockTime(*row.message.sentAt), text)
            : tr("%1: %2", "author: text").arg(author, text));
    if (row.message.reference) {
        parts.append(
            tr("in answer to: %1").arg(Words::safeLine(Words::preview(*row.message.reference), 120)));
    }
    if (!row.message.customerReaction.isEmpty())
        parts.append(
            tr("customer reacted %1").arg(Words::safeLine(row.message.customerReaction, kReactionLength)));
    if (!row.message.agentReaction.isEmpty())
        parts.append(tr("we reacted %1").arg(Words::safeLine(row.message.agentReaction, kReactionLength)));
    if (row.message.campaign)
        parts.append(tr("campaign %1").arg(Words::safeLine(row.message.campaign->name, 80)));
    parts.append(markWords(row));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace inbox::ui
