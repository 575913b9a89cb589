// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/zild/descriptor.h"

#include "services/backends/commonsettings.h"

namespace inbox::backends::zild {

using namespace domain;
using FieldKind = SettingField::Kind;

namespace {

Capabilities capabilities()
{
    Capabilities result;
    result.add(Capability::StartConversation);
    // One operation is documented. What else there may be is written nowhere.
    for (const Capability c : {Capability::ListConversations,
                               Capability::ReadMessages,
                               Capability::SendText,
                               Capability::SendFile,
                               Capability::QuoteOnSend,
                               Capability::RestartPaid,
                               Capability::DuplicateMessage,
                               Capability::SetStatus,
                               Capability::Assign,
                               Capability::Unassign,
                               Capability::MarkRead,
                               Capability::MarkUnread,
                               Capability::React,
                               Capability::EditNote,
                               Capability::CreateNote,
                               Capability::ListNotes,
                               Capability::Tags,
                               Capability::Snooze,
                               Capability::CustomerUsers,
                               Capability::Settings,
                               Capability::DeleteConversation,
                               Capability::FindConversation,
                               Capability::AssignTeam,
                               Capability::TakeOverFromBot,
                               Capability::DeleteNote,
                               Capability::Unsnooze,
                               Capability::TriggerEvent,
                               Capability::SimulateCustomer,
                               Capability::Snippets,
                               Capability::SavedViews,
                               Capability::Availability,
                               Capability::SearchContacts})
        result.remove(c, {Unavailable::Why::NotDocumented, {}});
    return result;
}

BackendDescriptor make()
{
    BackendDescriptor result;
    result.id = QStringLiteral("zild");
    result.name = QT_TRANSLATE_NOOP("Backend", "Zild");
    result.description =
        QT_TRANSLATE_NOOP("Backend", "Starts WhatsApp conversations from templates, for one person or many");

    result.fields = {
        addressField(QT_TRANSLATE_NOOP("Backend", "The https address of your server, without /api."),
                     QStringLiteral("https://api.example.com"))};
    result.secret =
        secretField(QStringLiteral("jwt"), QT_TRANSLATE_NOOP("Backend", "JWT token"),
                    QT_TRANSLATE_NOOP("Backend",
                                      "Kept in your system's keychain only. It can be tried only by "
                                      "starting a conversation."));
    result.capabilities = capabilities();
    return result;
}

SettingField field(const char *id, FieldKind kind, const char *label, const char *help = "")
{
    SettingField made;
    made.id = QLatin1String(id);
    made.kind = kind;
    made.label = label;
    made.help = help;
    return made;
}

OpeningForm makeForm()
{
    OpeningForm form;
    form.namesVariables = true;
    form.mostPerRequest = 100; // no limit is documented; what is lost at once stays small
    form.fields = {
        field("conversationTemplateId", FieldKind::Integer, QT_TRANSLATE_NOOP("Backend", "Template ID")),
        field("channelId", FieldKind::Integer, QT_TRANSLATE_NOOP("Backend", "Channel ID"),
              QT_TRANSLATE_NOOP("Backend", "The number of yours that the message comes from.")),
        field("botId", FieldKind::Integer, QT_TRANSLATE_NOOP("Backend", "Bot ID")),
        field("queueId", FieldKind::Integer, QT_TRANSLATE_NOOP("Backend", "Queue ID")),
        field("userId", FieldKind::Integer, QT_TRANSLATE_NOOP("Backend", "User ID")),
        field("counterpartUserId", FieldKind::Integer, QT_TRANSLATE_NOOP("Backend", "Counterpart user ID")),
        field("liveAgent", FieldKind::Boolean, QT_TRANSLATE_NOOP("Backend", "A person answers, not the bot")),
        field("accountIds", FieldKind::TextList, QT_TRANSLATE_NOOP("Backend", "Account IDs"),
              QT_TRANSLATE_NOOP("Backend", "Numbers, one a line.")),
        field("contactIds", FieldKind::TextList, QT_TRANSLATE_NOOP("Backend", "Contact IDs"),
              QT_TRANSLATE_NOOP("Backend", "Numbers, one a line.")),
        field("conversationIntegrationType", FieldKind::Integer,
              QT_TRANSLATE_NOOP("Backend", "Integration type"),
              QT_TRANSLATE_NOOP("Backend", "A number from 0 to 18; what each means is documented nowhere.")),
    };
    for (SettingField &field : form.fields) {
        if (field.id != QLatin1String("conversationTemplateId") && field.id != QLatin1String("channelId"))
            field.advanced = true;
    }
    return form;
}

} // namespace

const BackendDescriptor &descriptor()
{
    static const BackendDescriptor made = make();
    return made;
}

const OpeningForm &openingForm()
{
    static const OpeningForm made = makeForm();
    return made;
}

} // namespace inbox::backends::zild
