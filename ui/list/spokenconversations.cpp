// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/list/spokenconversations.h"

#include "models/conversationlistmodel.h"
#include "ui/text/words.h"

namespace inbox::ui {

namespace {

QString kindOfPreview(models::PreviewKind kind)
{
    using K = models::PreviewKind;
    switch (kind) {
    case K::Image:
        return SpokenConversations::tr("photo");
    case K::Video:
        return SpokenConversations::tr("video");
    case K::Audio:
        return SpokenConversations::tr("audio file");
    case K::Voice:
        return SpokenConversations::tr("voice message");
    case K::Document:
        return SpokenConversations::tr("document");
    case K::Location:
        return SpokenConversations::tr("location");
    case K::Contact:
        return SpokenConversations::tr("contact");
    case K::Draft:
        return SpokenConversations::tr("draft");
    case K::Unknown:
    case K::Nothing:
    case K::Text:
        break;
    }
    return {};
}

} // namespace

QVariant SpokenConversations::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole)
        return QIdentityProxyModel::data(index, role);
    const QVariant row = QIdentityProxyModel::data(index, models::ConversationListModel::RowRole);
    return row.isValid() ? QVariant(sentence(row.value<models::ConversationRow>())) : QVariant();
}

QString SpokenConversations::sentence(const models::ConversationRow &row)
{
    QStringList parts;
    parts.append(Words::customerNameOr(row.name));
    parts.append(Words::channel(row.channel));
    if (!row.accountName.isEmpty())
        parts.append(row.accountName);
    if (row.failedSend)
        parts.append(tr("a message was not sent"));
    if (row.unread > 0)
        parts.append(Words::unread(row.unread));
    parts.append(Words::reply(row.reply, row.now).spoken);
    parts.append(Words::status(row.status));
    if (row.assignedToMe)
        parts.append(tr("assigned to you"));
    else if (!row.assigneeName.isEmpty())
        parts.append(tr("assigned to %1").arg(row.assigneeName));
    if (row.blocked)
        parts.append(tr("blocked"));
    if (row.pending)
        parts.append(tr("change not confirmed yet"));
    if (row.lastActivity)
        parts.append(Words::listTime(*row.lastActivity, row.now));
    parts.append(kindOfPreview(row.preview));
    const QString preview = Words::safeLine(row.previewText);
    parts.append(row.previewFromUs && !preview.isEmpty() ? Words::previewByYou(preview) : preview);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace inbox::ui
