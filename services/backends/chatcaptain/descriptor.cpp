// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/chatcaptain/descriptor.h"

#include "services/backends/commonsettings.h"

namespace inbox::backends::chatcaptain {

using namespace domain;

Capabilities capabilitiesOf(bool hasWorkspace)
{
    Capabilities result;
    for (const Capability c : {Capability::ListConversations,
                               Capability::ReadMessages,
                               Capability::SendText,
                               Capability::SetStatus,
                               Capability::Assign,
                               Capability::MarkRead,
                               Capability::MarkUnread,
                               Capability::Archive,
                               Capability::CreateNote,
                               Capability::ListNotes,
                               Capability::DeleteNote,
                               Capability::Tags,
                               Capability::Snooze,
                               Capability::Unsnooze,
                               Capability::StartConversation,
                               Capability::DeleteConversation,
                               Capability::FindConversation,
                               Capability::AssignTeam,
                               Capability::TakeOverFromBot,
                               Capability::TriggerEvent,
                               Capability::SimulateCustomer,
                               Capability::Snippets,
                               Capability::SavedViews,
                               Capability::Availability,
                               Capability::SearchContacts,
                               Capability::Rename,
                               Capability::SetLanguage,
                               Capability::SetMetadata,
                               Capability::Mention,
                               Capability::ShowContact})
        result.add(c);
    using Why = Unavailable::Why;
    // A conversation says who has it, and that can be set; how it is taken back is written nowhere. The only
    // attachments the API takes are ones it gives no way to upload.
    for (const Capability c : {Capability::Unassign, Capability::SendFile})
        result.remove(c, {Why::NotDocumented, {}});
    // An agent's message has a text and nothing else. Notes are removed by their words and never changed.
    for (const Capability c : {Capability::QuoteOnSend, Capability::RestartPaid, Capability::DuplicateMessage,
                               Capability::React, Capability::EditNote, Capability::Settings})
        result.remove(c, {Why::NotByThisApi, {}});
    // The users of a chatbot are listed under its workspace.
    if (hasWorkspace)
        result.add(Capability::CustomerUsers);
    else
        result.remove(Capability::CustomerUsers, {Why::NotByThisApi, {}});
    return result;
}

namespace {

BackendDescriptor make()
{
    BackendDescriptor result;
    result.id = QStringLiteral("chatcaptain");
    result.name = QT_TRANSLATE_NOOP("Backend", "ChatCaptain");
    result.description =
        QT_TRANSLATE_NOOP("Backend", "A chatbot's conversations on WhatsApp, the web, e-mail and telephone");

    SettingField url =
        addressField(QT_TRANSLATE_NOOP("Backend", "The https address of the API, without /v1."),
                     QStringLiteral("https://api.chatcaptain.com"));
    url.defaultValue = url.placeholder;

    SettingField chatbot;
    chatbot.id = chatbotSetting;
    chatbot.kind = SettingField::Kind::Text;
    chatbot.label = QT_TRANSLATE_NOOP("Backend", "Chatbot id");
    chatbot.help = QT_TRANSLATE_NOOP("Backend", "Of the chatbot whose conversations are answered here.");
    chatbot.required = true;

    SettingField workspace;
    workspace.id = workspaceSetting;
    workspace.kind = SettingField::Kind::Text;
    workspace.label = QT_TRANSLATE_NOOP("Backend", "Workspace id");
    workspace.help = QT_TRANSLATE_NOOP("Backend", "Colleagues have names only when the workspace is known.");

    SettingField channel;
    channel.id = channelSetting;
    channel.kind = SettingField::Kind::Text;
    channel.label = QT_TRANSLATE_NOOP("Backend", "Only this channel");
    channel.help = QT_TRANSLATE_NOOP("Backend", "Its id: the server then gives no other conversations.");
    channel.advanced = true;

    SettingField contact;
    contact.id = contactSetting;
    contact.kind = SettingField::Kind::Text;
    contact.label = QT_TRANSLATE_NOOP("Backend", "Only this contact");
    contact.help = QT_TRANSLATE_NOOP("Backend", "Their id: the server then gives no other conversations.");
    contact.advanced = true;

    SettingField environment;
    environment.id = environmentSetting;
    environment.kind = SettingField::Kind::Text;
    environment.label = QT_TRANSLATE_NOOP("Backend", "Environment");
    environment.help =
        QT_TRANSLATE_NOOP("Backend", "Conversations of prod, test or dev; “all” puts them in one list.");
    environment.defaultValue = QStringLiteral("prod");
    environment.advanced = true;

    SettingField cap;
    cap.id = capSetting;
    cap.kind = SettingField::Kind::Integer;
    cap.label = QT_TRANSLATE_NOOP("Backend", "Largest list, in megabytes");
    cap.help = QT_TRANSLATE_NOOP("Backend", "The API gives whole lists only. A longer one is not read.");
    cap.defaultValue = QStringLiteral("64");
    cap.advanced = true;

    result.fields = {url, chatbot, workspace, environment, channel, contact, pollField(), cap};
    result.secret = secretField(QStringLiteral("key"), QT_TRANSLATE_NOOP("Backend", "API key"),
                                QT_TRANSLATE_NOOP("Backend", "Kept in your system's keychain only."));
    result.capabilities = capabilitiesOf(true);
    return result;
}

OpeningForm makeForm()
{
    OpeningForm form;
    form.sendsMessage = false;
    form.listsLines = true;
    form.needsName = true;
    form.takesEmail = true;
    form.needsPhone = false;
    form.takesContact = true;
    form.environments = QStringList{QStringLiteral("prod"), QStringLiteral("test"), QStringLiteral("dev")};
    return form;
}

} // namespace

const OpeningForm &openingForm()
{
    static const OpeningForm made = makeForm();
    return made;
}

const BackendDescriptor &descriptor()
{
    static const BackendDescriptor made = make();
    return made;
}

} // namespace inbox::backends::chatcaptain
