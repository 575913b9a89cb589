// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>

namespace inbox::domain {

// A vendor's id kept as text, because one vendor counts and another uses strings; an id of one kind cannot
// be given where another kind is wanted. Empty means "none".
template <typename Tag> class Id {
public:
    Id() = default;
    explicit Id(QString value)
        : m_value(std::move(value))
    {
    }

    const QString &value() const { return m_value; }
    bool isEmpty() const { return m_value.isEmpty(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_value == b.m_value; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

using AccountId = Id<struct AccountTag>; // ours: chosen when the account is added
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using CustomerId = Id<struct CustomerTag>;
using ProfileId = Id<struct ProfileTag>;
using UserId = Id<struct UserTag>; // a colleague
using LineId = Id<struct LineTag>; // the business number or widget a customer writes to
using NoteId = Id<struct NoteTag>;
using ErrorId = Id<struct ErrorTag>;
using CampaignId = Id<struct CampaignTag>;
using TagId = Id<struct TagTag>;
using TeamId = Id<struct TeamTag>;
using SnippetId = Id<struct SnippetTag>;
using ViewId = Id<struct ViewTag>;
using IntentId = Id<struct IntentTag>; // ours: one thing the person asked for
using DiscardedId = Id<struct DiscardedTag>; // ours: words that were thrown away
using TemplateId = Id<struct TemplateTag>; // a message template, by the name its API sends it with
using OpeningId = Id<struct OpeningTag>; // ours: conversations the person began with one confirmation

// Ids are unique within one account only, so whatever leaves an account carries both.
struct ConversationKey {
    AccountId account;
    ConversationId id;

    bool isEmpty() const { return id.isEmpty(); }
    friend bool operator==(const ConversationKey &, const ConversationKey &) = default;
    friend size_t qHash(const ConversationKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.account, key.id);
    }
};

// Orders numeric ids by number and all others by text: "9" comes before "10".
bool idLess(const QString &a, const QString &b);

} // namespace inbox::domain

Q_DECLARE_METATYPE(inbox::domain::ConversationKey)
Q_DECLARE_METATYPE(inbox::domain::ConversationId)
Q_DECLARE_METATYPE(inbox::domain::MessageId)
Q_DECLARE_METATYPE(inbox::domain::AccountId)
Q_DECLARE_METATYPE(inbox::domain::UserId)
Q_DECLARE_METATYPE(inbox::domain::IntentId)
