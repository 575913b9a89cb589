// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/operations.h"

namespace inbox::backends::clientapi {

using namespace std::chrono_literals;
using domain::Capability;
using domain::Effect;

namespace {

constexpr qint64 smallAnswer = net::mebibyte;
constexpr qint64 pageAnswer = net::ordinaryAnswer;

const QList<OperationFacts> &table()
{
    // clang-format off
    static const QList<OperationFacts> facts {
        {Operation::ListConversations, "list-conversations", "GET", "/conversations",
         Effect::Read, pageAnswer, 60s, true, {Capability::ListConversations}},
        {Operation::ShowConversation, "show-conversation", "GET", "/conversations/%1",
         Effect::Read, smallAnswer, 30s, true, {}},
        {Operation::ListMessages, "list-messages", "GET", "/conversations/%1/messages",
         Effect::Read, pageAnswer, 60s, true, {Capability::ReadMessages}},
        {Operation::ShowMessage, "show-message", "GET", "/conversations/%1/messages/%2",
         Effect::Read, smallAnswer, 30s, true, {}},
        {Operation::SendText, "send-text", "POST", "/conversations/%1/messages",
         Effect::Sends, smallAnswer, 60s, true, {Capability::SendText}},
        {Operation::Duplicate, "duplicate-message", "POST", "/conversations/%1/messages/%2/duplicate",
         Effect::Sends, smallAnswer, 60s, true, {Capability::DuplicateMessage}},
        {Operation::Restart, "restart", "POST", "/conversations/%1/restart",
         Effect::CostsMoney, smallAnswer, 60s, true, {Capability::RestartPaid}},
        {Operation::Update, "update", "PATCH", "/conversations/%1",
         Effect::SafeWrite, smallAnswer, 30s, false, {}},
        {Operation::SetStatus, "set-status", "PATCH", "/conversations/%1",
         Effect::SafeWrite, smallAnswer, 30s, false, {Capability::SetStatus}},
        {Operation::Assign, "assign", "PATCH", "/conversations/%1",
         Effect::SafeWrite, smallAnswer, 30s, false, {Capability::Assign, Capability::Unassign}},
        // The customer may see it (blue ticks), but a second time changes nothing more.
        {Operation::MarkRead, "mark-read", "POST", "/conversations/%1/mark-read",
         Effect::SafeWrite, smallAnswer, 30s, false, {Capability::MarkRead}},
        // Arrives at the customer's phone each time.
        {Operation::SetReaction, "set-reaction", "POST", "/conversations/%1/messages/%2/set-reaction",
         Effect::Sends, smallAnswer, 30s, false, {Capability::React}},
        // The singular is the vendor's.
        {Operation::EditNote, "edit-note", "PATCH", "/conversation/%1/notes/%2",
         Effect::SafeWrite, smallAnswer, 30s, false, {Capability::EditNote}},
        {Operation::ShowProfile, "show-profile", "GET", "/profiles/%1",
         Effect::Read, smallAnswer, 30s, true, {Capability::ShowContact}},
        {Operation::CustomerUsers, "customer-users", "GET", "/customers/%1/users",
         Effect::Read, pageAnswer, 30s, true, {Capability::CustomerUsers}},
        {Operation::GeneralSettings, "general-settings", "GET", "/settings/general",
         Effect::Read, smallAnswer, 30s, true, {Capability::Settings}},
        // At the address its message names, under the person's own cap, for as long as bytes keep coming.
        {Operation::DownloadFile, "download-file", "GET", "",
         Effect::Read, smallAnswer, 30s, true, {}},
        {Operation::ListTemplates, "list-templates", "GET", "/whatsapp/templates",
         Effect::Read, pageAnswer, 30s, true, {}},
        {Operation::SendTemplate, "send-template", "POST", "/whatsapp/send-template",
         Effect::CostsMoney, smallAnswer, 60s, true, {Capability::StartConversation}},
        // Reaches nobody, and is gone after a day.
        {Operation::Upload, "temporary-upload", "POST", "/files/temporary-upload",
         Effect::SafeWrite, smallAnswer, 10min, true, {Capability::SendFile}},
        {Operation::SendFile, "send-file", "POST", "/conversations/%1/messages",
         Effect::Sends, smallAnswer, 60s, true, {Capability::SendFile}},
    };
    // clang-format on
    return facts;
}

} // namespace

const OperationFacts &factsOf(Operation operation)
{
    return table().at(int(operation)); // a test holds the order
}

const OperationFacts *factsOf(const QByteArray &name)
{
    for (const OperationFacts &facts : table()) {
        if (name == facts.name)
            return &facts;
    }
    return nullptr;
}

} // namespace inbox::backends::clientapi
