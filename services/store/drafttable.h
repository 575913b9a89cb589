// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/draft.h"
#include "services/store/database.h"

#include <QHash>

namespace inbox::store {

using Drafts = QHash<domain::ConversationId, domain::Draft>;

// What was typed and not sent: one draft a conversation, and what was thrown away lately. Lives on the
// store's thread.
class DraftTable {
public:
    explicit DraftTable(Database &database)
        : m_database(database)
    {
    }

    Result<Drafts> all();
    // On disk when this returns. A draft that is not worth keeping is taken out.
    Result<void> save(const domain::ConversationId &conversation, const domain::Draft &draft);
    // What was sent or saved is no draft any more; the rest of it stays. The quote goes with the words.
    enum class Part { Words, Note };
    Result<void> clear(const domain::ConversationId &conversation, Part part);
    Result<void> takeFile(const domain::ConversationId &conversation, const domain::Attachment &file,
                          bool withWords);
    // Puts what was not sent before what is kept.
    Result<void> putBack(const domain::ConversationId &conversation, const domain::Unsent &unsent);
    Result<void> putBackNote(const domain::ConversationId &conversation, const QString &note);

    Result<void> discard(const domain::DiscardedDraft &discarded);
    // The latest first. What was thrown away before `since` is forgotten for good.
    Result<QList<domain::DiscardedDraft>> discarded(const QDateTime &since);
    Result<void> forgetDiscarded(const domain::DiscardedId &id);

private:
    Result<Drafts> read(const QString &condition, const QVariantList &values);

    Database &m_database;
};

} // namespace inbox::store
