// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/chatcaptain/operations.h"

namespace inbox::backends::chatcaptain {

using namespace std::chrono_literals;
using domain::Capability;
using domain::Effect;

const QList<OperationFacts> &operations()
{
    constexpr auto conversations = "/v1/chatbots/{cb}/conversations";
    constexpr auto conversation = "/v1/chatbots/{cb}/conversations/{}";
    constexpr auto mayEdit = "chatbots.conversations.edit";
    // clang-format off
    static const QList<OperationFacts> facts {
        {Operation::ListConversations, "list-conversations", "GET", conversations,
         Effect::Read, true, 120s, true, {Capability::ListConversations}, "chatbots.conversations.list"},
        // A second one would be another conversation, and may greet the customer.
        {Operation::CreateConversation, "create-conversation", "POST", conversations,
         Effect::Sends, false, 60s, true, {Capability::StartConversation}, "chatbots.conversations.create"},
        {Operation::FindConversation, "find-conversation", "GET", "/v1/chatbots/{cb}/conversations/find",
         Effect::Read, false, 30s, true, {Capability::FindConversation}, "chatbots.conversations.list"},
        {Operation::ShowConversation, "show-conversation", "GET", conversation,
         Effect::Read, false, 30s, true, {}, "chatbots.conversations.get"},
        {Operation::DeleteConversation, "delete-conversation", "DELETE", conversation,
         Effect::SafeWrite, false, 60s, false, {Capability::DeleteConversation}, mayEdit},
        {Operation::Update, "update", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {}, mayEdit},
        {Operation::SetStatus, "set-status", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::SetStatus, Capability::TakeOverFromBot}, mayEdit},
        {Operation::Assign, "assign", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::Assign, Capability::TakeOverFromBot}, mayEdit},
        {Operation::AssignTeam, "assign-team", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::AssignTeam}, mayEdit},
        {Operation::SetUnread, "set-unread", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::MarkRead, Capability::MarkUnread}, mayEdit},
        {Operation::SetArchived, "set-archived", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::Archive}, mayEdit},
        {Operation::SetTags, "set-tags", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::Tags}, mayEdit},
        {Operation::Snooze, "snooze", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::Snooze}, mayEdit},
        {Operation::Rename, "rename", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::Rename}, mayEdit},
        {Operation::SetLanguage, "set-language", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::SetLanguage}, mayEdit},
        {Operation::SetMetadata, "set-metadata", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::SetMetadata}, mayEdit},
        {Operation::Mention, "mention", "PATCH", conversation,
         Effect::SafeWrite, false, 30s, false, {Capability::Mention}, mayEdit},
        // These four set the business's flows going: each copy may write to the customer.
        {Operation::HandleMessage, "handle-message", "POST", "/v1/chatbots/{cb}/conversations/handle",
         Effect::Sends, false, 60s, true, {Capability::SimulateCustomer}, "chatbots.messages.handle"},
        {Operation::HandleEvent, "handle-event", "POST", "/v1/chatbots/{cb}/conversations/event",
         Effect::Sends, false, 60s, true, {Capability::SimulateCustomer}, "chatbots.events.handle"},
        {Operation::HandlePayload, "handle-payload", "POST", "/v1/chatbots/{cb}/conversations/payload",
         Effect::Sends, false, 60s, true, {Capability::SimulateCustomer}, "chatbots.step-payload.handle"},
        {Operation::CustomEvent, "custom-event", "POST", "/v1/chatbots/{cb}/conversations/custom-event",
         Effect::Sends, false, 60s, false, {Capability::TriggerEvent}, "chatbots.events.handle"},
        {Operation::ListMessages, "list-messages", "GET", "/v1/chatbots/{cb}/conversations/{}/messages",
         Effect::Read, true, 120s, true, {Capability::ReadMessages}, "chatbots.messages.list"},
        {Operation::ShowMessage, "show-message", "GET", "/v1/chatbots/{cb}/conversations/{}/messages/{}",
         Effect::Read, false, 30s, true, {}, ""},
        {Operation::SendText, "send-text", "POST", "/v1/inbox/{cb}/messages",
         Effect::Sends, false, 60s, true, {Capability::SendText}, "chatbots.inbox.messages.send"},
        // Where a conversation costs money depends on its channel; the API does not tell beforehand.
        {Operation::StartConversation, "start-conversation", "POST", "/v1/inbox/{cb}/conversations",
         Effect::CostsMoney, false, 60s, true, {Capability::StartConversation}, ""},
        // No customer sees a note, but a second copy would be a second note.
        {Operation::AddNotes, "add-notes", "PATCH", "/v1/chatbots/{cb}/conversations/{}/notes",
         Effect::Sends, false, 30s, false, {Capability::CreateNote}, ""},
        {Operation::RemoveNotes, "remove-notes", "DELETE", "/v1/chatbots/{cb}/conversations/{}/notes",
         Effect::SafeWrite, false, 30s, false, {Capability::DeleteNote}, ""},
        {Operation::ListTags, "list-tags", "GET", "/v1/inbox/{cb}/tags",
         Effect::Read, true, 30s, true, {Capability::Tags}, ""},
        {Operation::ListTeams, "list-teams", "GET", "/v1/inbox/{cb}/teams",
         Effect::Read, true, 30s, true, {Capability::AssignTeam}, ""},
        {Operation::ListViews, "list-views", "GET", "/v1/inbox/{cb}/views",
         Effect::Read, true, 30s, true, {Capability::SavedViews}, ""},
        {Operation::ListAnswers, "list-answers", "GET", "/v1/inbox/{cb}/answers",
         Effect::Read, true, 30s, true, {Capability::Snippets}, ""},
        {Operation::ListOnline, "list-online", "GET", "/v1/inbox/{cb}/agents/online",
         Effect::Read, true, 30s, true, {Capability::Availability}, ""},
        {Operation::SetOnline, "set-online", "POST", "/v1/inbox/{cb}/agents/me/online",
         Effect::SafeWrite, false, 30s, false, {Capability::Availability}, ""},
        {Operation::ListChannels, "list-channels", "GET", "/v1/chatbots/{cb}/channels",
         Effect::Read, true, 30s, true, {}, ""},
        {Operation::SearchContacts, "search-contacts", "GET", "/v1/chatbots/{cb}/contacts/search",
         Effect::Read, true, 60s, true, {Capability::SearchContacts}, ""},
        {Operation::ShowContact, "show-contact", "GET", "/v1/chatbots/{cb}/contacts/{}",
         Effect::Read, false, 30s, true, {Capability::ShowContact}, ""},
        {Operation::ListUsers, "list-users", "GET", "/v1/workspaces/{ws}/chatbots/{cb}/users",
         Effect::Read, true, 60s, true, {Capability::CustomerUsers}, ""},
        // At the address its message names, under the person's own cap, for as long as bytes keep coming.
        {Operation::DownloadFile, "download-file", "GET", "",
         Effect::Read, false, 30s, true, {}, ""},
    };
    // clang-format on
    return facts;
}

const OperationFacts &factsOf(Operation operation)
{
    return operations().at(int(operation)); // a test holds the order
}

const OperationFacts *factsOf(const QByteArray &name)
{
    for (const OperationFacts &facts : operations()) {
        if (name == facts.name)
            return &facts;
    }
    return nullptr;
}

} // namespace inbox::backends::chatcaptain
