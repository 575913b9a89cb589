// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/descriptor.h"

#include "services/backends/commonsettings.h"

namespace inbox::backends::clientapi {

using namespace domain;

namespace {

Capabilities capabilities()
{
    Capabilities result;
    for (const Capability c :
         {Capability::ListConversations, Capability::ReadMessages, Capability::SendText,
          Capability::QuoteOnSend, Capability::RestartPaid, Capability::DuplicateMessage,
          Capability::SetStatus, Capability::Assign, Capability::Unassign, Capability::MarkRead,
          Capability::React, Capability::EditNote, Capability::CustomerUsers, Capability::Settings,
          Capability::StartConversation, Capability::SendFile, Capability::ShowContact})
        result.add(c);
    using Why = Unavailable::Why;
    // The API shows when a conversation is snoozed until and the latest note, but documents no way to set the
    // one, nor to write or list the other.
    for (const Capability c : {Capability::MarkUnread, Capability::CreateNote, Capability::ListNotes,
                               Capability::Tags, Capability::Snooze})
        result.remove(c, {Why::NotDocumented, {}});
    return result;
}

BackendDescriptor make()
{
    BackendDescriptor result;
    result.id = QStringLiteral("client-api");
    result.name = QT_TRANSLATE_NOOP("Backend", "Client API");
    result.description = QT_TRANSLATE_NOOP("Backend", "WhatsApp, web widget and bridge conversations");

    SettingField custom;
    custom.id = customFieldsSetting;
    custom.kind = SettingField::Kind::TextList;
    custom.label = QT_TRANSLATE_NOOP("Backend", "Names of the custom fields");
    custom.help = QT_TRANSLATE_NOOP("Backend",
                                    "Up to five names, one a line. A profile has five fields of your own; "
                                    "the server does not tell their names.");

    SettingField query;
    query.id = listQuerySetting;
    query.kind = SettingField::Kind::Text;
    query.label = QT_TRANSLATE_NOOP("Backend", "Extra query for the list");
    query.help =
        QT_TRANSLATE_NOOP("Backend", "Added to the request for conversations, for servers that can filter.");
    query.placeholder = QStringLiteral("per_page=50");
    query.advanced = true;

    result.fields = {
        addressField(QT_TRANSLATE_NOOP(
                         "Backend", "The https address of your server, up to and including /third-party/v1."),
                     QStringLiteral("https://1-your-company.example.com/third-party/v1")),
        custom, pollField(), query};
    result.secret = secretField(QStringLiteral("token"), QT_TRANSLATE_NOOP("Backend", "Access token"),
                                QT_TRANSLATE_NOOP("Backend", "Kept in your system's keychain only."));
    result.capabilities = capabilities();
    return result;
}

} // namespace

const BackendDescriptor &descriptor()
{
    static const BackendDescriptor made = make();
    return made;
}

} // namespace inbox::backends::clientapi
