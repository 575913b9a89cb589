// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace inbox::domain {

// What an account can do. Commands, panes and the palette follow these flags; nobody asks which backend it
// is.
enum class Capability {
    ListConversations,
    ReadMessages,
    SendText,
    SendFile,
    QuoteOnSend,
    RestartPaid,
    DuplicateMessage,
    SetStatus,
    Assign,
    Unassign,
    MarkRead,
    MarkUnread,
    React,
    EditNote,
    CreateNote,
    ListNotes,
    Tags,
    Snooze,
    CustomerUsers, // which colleagues may see a customer
    Settings, // the account's general settings can be read
    StartConversation,
    DeleteConversation,
    FindConversation, // by the id it has at its messenger
    AssignTeam,
    TakeOverFromBot,
    DeleteNote,
    Unsnooze, // before its time
    TriggerEvent, // the business's own automations
    SimulateCustomer, // what only a channel does otherwise: say something in a customer's name
    Snippets,
    SavedViews,
    Availability, // ours and our colleagues'
    SearchContacts,
    Archive, // out of the way without being done
    Rename, // how the customer is called here
    SetLanguage, // the one the conversation is in
    SetMetadata, // the business's own words about a conversation
    Mention, // colleagues, so that they look at it
    ShowContact, // what is known of a customer and not told with their conversations
};

// Why something cannot be done.
struct Unavailable {
    enum class Why {
        NotDocumented, // the vendor's documentation has no way to do it
        NotByThisApi, // the API is known not to do it
        Forbidden, // the server refused: `permission` is missing
        NotBuilt, // this version of the program does not do it yet
    };
    Why why = Why::NotByThisApi;
    QString permission;
    friend bool operator==(const Unavailable &, const Unavailable &) = default;
};

// A capability is there, or missing with a reason.
class Capabilities {
public:
    bool has(Capability c) const { return m_present.contains(c); }
    // nullopt when the capability is there.
    std::optional<Unavailable> reason(Capability c) const
    {
        if (has(c))
            return std::nullopt;
        return m_missing.value(c);
    }
    void add(Capability c)
    {
        m_missing.remove(c);
        m_present.insert(c);
    }
    void remove(Capability c, const Unavailable &why)
    {
        m_present.remove(c);
        m_missing.insert(c, why);
    }
    QList<Capability> missing() const { return m_missing.keys(); }
    friend bool operator==(const Capabilities &, const Capabilities &) = default;

private:
    QSet<Capability> m_present;
    QHash<Capability, Unavailable> m_missing;
};

inline size_t qHash(Capability c, size_t seed = 0)
{
    return ::qHash(int(c), seed);
}

} // namespace inbox::domain
