// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/drafttable.h"

namespace inbox::store {

using namespace domain;

Result<Drafts> DraftTable::all()
{
    return read(QStringLiteral("TRUE"), {});
}

Result<void> DraftTable::save(const ConversationId &conversation, const Draft &draft)
{
    const auto done = draft.isWorthKeeping()
        ? m_database.run(
            QStringLiteral("INSERT INTO draft(conversation, text, caret, quoted)"
                           " VALUES(?, ?, ?, ?) ON CONFLICT(conversation) DO UPDATE SET"
                           " text=excluded.text, caret=excluded.caret, quoted=excluded.quoted"),
            {conversation.value(), notNull(draft.text), draft.caret, notNull(draft.quoted.value())})
        : m_database.run(QStringLiteral("DELETE FROM draft WHERE conversation=?"), {conversation.value()});
    return done ? Result<void>() : Failure(done.error());
}

Result<void> DraftTable::prepend(const ConversationId &conversation, const QString &text)
{
    const Result<Drafts> kept = read(QStringLiteral("conversation=?"), QVariantList{conversation.value()});
    if (!kept)
        return Failure(kept.error());
    return save(conversation, withTextBefore(kept->value(conversation), text));
}

Result<Drafts> DraftTable::read(const QString &condition, const QVariantList &values)
{
    auto rows = m_database.run(
        QStringLiteral("SELECT conversation, text, caret, quoted FROM draft WHERE ") + condition, values);
    if (!rows)
        return Failure(rows.error());
    Drafts all;
    while (rows->next()) {
        all.insert(ConversationId(rows->value(0).toString()),
                   {rows->value(1).toString(), rows->value(2).toInt(), MessageId(rows->value(3).toString())});
    }
    return all;
}

} // namespace inbox::store
