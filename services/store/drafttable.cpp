// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/drafttable.h"

#include "services/store/attachmentjson.h"

namespace inbox::store {

using namespace domain;

namespace {

QDateTime timeOf(const QVariant &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

Draft withoutWords(const Draft &draft)
{
    Draft rest;
    rest.note = draft.note;
    rest.files = draft.files;
    rest.noteEdit = draft.noteEdit;
    return rest;
}

} // namespace

Result<Drafts> DraftTable::all()
{
    return read(QStringLiteral("TRUE"), {});
}

Result<void> DraftTable::save(const ConversationId &conversation, const Draft &draft)
{
    const auto done = draft.isWorthKeeping()
        ? m_database.run(
            QStringLiteral("INSERT INTO draft(conversation, text, caret, quoted, held, note, files,"
                           " edited_note, edited_note_before, edited_note_text)"
                           " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(conversation) DO UPDATE SET"
                           " text=excluded.text, caret=excluded.caret, quoted=excluded.quoted,"
                           " held=excluded.held, note=excluded.note, files=excluded.files,"
                           " edited_note=excluded.edited_note,"
                           " edited_note_before=excluded.edited_note_before,"
                           " edited_note_text=excluded.edited_note_text"),
            {conversation.value(), notNull(draft.text), draft.caret, notNull(draft.quoted.value()),
             draft.held ? QVariant(draft.held->toMSecsSinceEpoch()) : QVariant(), notNull(draft.note),
             notNull(filesText(draft.files)), notNull(draft.noteEdit.note.value()),
             notNull(draft.noteEdit.before), notNull(draft.noteEdit.text)})
        : m_database.run(QStringLiteral("DELETE FROM draft WHERE conversation=?"), {conversation.value()});
    return done ? Result<void>() : Failure(done.error());
}

Result<void> DraftTable::clear(const ConversationId &conversation, Part part)
{
    const Result<Drafts> kept = read(QStringLiteral("conversation=?"), QVariantList{conversation.value()});
    if (!kept)
        return Failure(kept.error());
    Draft rest = kept->value(conversation);
    if (part == Part::Note)
        rest.note.clear();
    else
        rest = withoutWords(rest);
    return save(conversation, rest);
}

Result<void> DraftTable::takeFile(const ConversationId &conversation, const Attachment &file, bool withWords)
{
    const Result<Drafts> kept = read(QStringLiteral("conversation=?"), QVariantList{conversation.value()});
    if (!kept)
        return Failure(kept.error());
    Draft rest = kept->value(conversation);
    rest.files.removeOne(file);
    return save(conversation, withWords ? withoutWords(rest) : rest);
}

Result<void> DraftTable::putBack(const ConversationId &conversation, const Unsent &unsent)
{
    const Result<Drafts> kept = read(QStringLiteral("conversation=?"), QVariantList{conversation.value()});
    if (!kept)
        return Failure(kept.error());
    return save(conversation, withUnsentBefore(kept->value(conversation), unsent));
}

Result<void> DraftTable::putBackNote(const ConversationId &conversation, const QString &note)
{
    const Result<Drafts> kept = read(QStringLiteral("conversation=?"), QVariantList{conversation.value()});
    if (!kept)
        return Failure(kept.error());
    return save(conversation, withNoteBefore(kept->value(conversation), note));
}

Result<Drafts> DraftTable::read(const QString &condition, const QVariantList &values)
{
    auto rows = m_database.run(
        QStringLiteral("SELECT conversation, text, caret, quoted, held, note, files, edited_note,"
                       " edited_note_before, edited_note_text FROM draft WHERE ")
            + condition,
        values);
    if (!rows)
        return Failure(rows.error());
    Drafts all;
    while (rows->next()) {
        all.insert(ConversationId(rows->value(0).toString()),
                   {rows->value(1).toString(), rows->value(2).toInt(), MessageId(rows->value(3).toString()),
                    rows->value(4).isNull() ? OptionalTime() : timeOf(rows->value(4)),
                    rows->value(5).toString(), filesFrom(rows->value(6).toString()),
                    NoteEdit{NoteId(rows->value(7).toString()), rows->value(8).toString(),
                             rows->value(9).toString()}});
    }
    return all;
}

Result<void> DraftTable::discard(const DiscardedDraft &discarded)
{
    const auto done = m_database.run(
        QStringLiteral("INSERT INTO discarded_draft(id, conversation, customer, text, discarded, files)"
                       " VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        {discarded.id.value(), discarded.conversation.value(), notNull(discarded.customer),
         notNull(discarded.text), discarded.at.toMSecsSinceEpoch(), notNull(filesText(discarded.files))});
    return done ? Result<void>() : Failure(done.error());
}

Result<QList<DiscardedDraft>> DraftTable::discarded(const QDateTime &since)
{
    // A file that can only be read is no reason to show nothing.
    (void)m_database.run(QStringLiteral("DELETE FROM discarded_draft WHERE discarded<?"),
                         {since.toMSecsSinceEpoch()});
    auto rows = m_database.run(QStringLiteral("SELECT id, conversation, customer, text, discarded, files"
                                              " FROM discarded_draft WHERE discarded>=?"
                                              " ORDER BY discarded DESC, id"),
                               {since.toMSecsSinceEpoch()});
    if (!rows)
        return Failure(rows.error());
    QList<DiscardedDraft> all;
    while (rows->next()) {
        all << DiscardedDraft{DiscardedId(rows->value(0).toString()),
                              ConversationId(rows->value(1).toString()),
                              rows->value(2).toString(),
                              rows->value(3).toString(),
                              timeOf(rows->value(4)),
                              filesFrom(rows->value(5).toString())};
    }
    return all;
}

Result<void> DraftTable::forgetDiscarded(const DiscardedId &id)
{
    const auto done = m_database.run(QStringLiteral("DELETE FROM discarded_draft WHERE id=?"), {id.value()});
    return done ? Result<void>() : Failure(done.error());
}

} // namespace inbox::store
