// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/support/clientapicases.h"

#include <QFile>

namespace inbox::tests {

using namespace domain;
using backends::Backend;
using backends::clientapi::Operation;

namespace {

template <typename T> net::Call<Nothing> untyped(Backend &backend, net::Call<T> call)
{
    auto promise = std::make_shared<QPromise<Result<Nothing>>>();
    promise->start();
    call.whenDone(&backend, [promise](const Result<T> &result) {
        promise->addResult(result.map([](const T &) { return Nothing(); }));
        promise->finish();
    });
    return {promise->future(), call.cancel};
}

} // namespace

QByteArray example(const char *name)
{
    QFile file(QStringLiteral(INBOX_SOURCE_DIR) + QLatin1String("/tests/data/clientapi/")
               + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("test data is missing: %s", name);
    return file.readAll();
}

QList<Case> cases()
{
    return {
        {"list conversations", Operation::ListConversations,
         [](Backend &b) { return untyped(b, b.conversations({})); }, "GET /third-party/v1/conversations", "",
         example("conversations_page.json")},
        {"show conversation", Operation::ShowConversation,
         [](Backend &b) { return untyped(b, b.conversation(conversation501)); },
         "GET /third-party/v1/conversations/501", "", example("conversation.json")},
        {"list messages", Operation::ListMessages,
         [](Backend &b) { return untyped(b, b.messages(conversation501, {})); },
         "GET /third-party/v1/conversations/501/messages", "", example("messages_page.json")},
        {"show message", Operation::ShowMessage,
         [](Backend &b) { return untyped(b, b.message(conversation501, message9)); },
         "GET /third-party/v1/conversations/501/messages/9", "", example("message.json")},
        {"send text", Operation::SendText,
         [](Backend &b) {
             return untyped(b, b.sendText(conversation501, QStringLiteral("Grüße \"x\""), {}));
         },
         "POST /third-party/v1/conversations/501/messages",
         "{\"text\":{\"content\":\"Grüße \\\"x\\\"\"},\"type\":\"text\"}", example("message.json")},
        {"send text with quote", Operation::SendText,
         [](Backend &b) { return untyped(b, b.sendText(conversation501, QStringLiteral("Yes"), message9)); },
         "POST /third-party/v1/conversations/501/messages",
         R"({"reference_id":9,"text":{"content":"Yes"},"type":"text"})", example("message.json")},
        {"send a picture", Operation::SendFile,
         [](Backend &b) {
             const Attachment cat{QStringLiteral("/cat.png"), QStringLiteral("cat.png"), MediaKind::Image,
                                  QStringLiteral("image/png"), 9};
             const UploadedFile given{QStringLiteral("4f1a"), QStringLiteral("image/jpeg"), 7};
             return untyped(b, b.sendFile(conversation501, cat, given, QStringLiteral("A cat"), message9));
         },
         "POST /third-party/v1/conversations/501/messages",
         R"({"file":{"internal_uuid":"4f1a","mime_type":"image/jpeg","size":7},"image":{"caption":"A cat"},"reference_id":9,"type":"image"})",
         example("message.json")},
        {"send a document", Operation::SendFile,
         [](Backend &b) {
             const Attachment list{QStringLiteral("/l.pdf"), QStringLiteral("l.pdf"), MediaKind::Document,
                                   QStringLiteral("application/pdf"), 9};
             const UploadedFile given{QStringLiteral("4f1a"), QStringLiteral("application/pdf"), 9};
             return untyped(b, b.sendFile(conversation501, list, given, {}, {}));
         },
         "POST /third-party/v1/conversations/501/messages",
         R"({"document":{"filename":"l.pdf"},"file":{"internal_uuid":"4f1a","mime_type":"application/pdf","size":9},"type":"document"})",
         example("message.json")},
        {"send a sound", Operation::SendFile,
         [](Backend &b) {
             const Attachment song{QStringLiteral("/s.mp3"), QStringLiteral("s.mp3"), MediaKind::Audio,
                                   QStringLiteral("audio/mpeg"), 9};
             const UploadedFile given{QStringLiteral("4f1a"), QStringLiteral("audio/mpeg"), 9};
             return untyped(b, b.sendFile(conversation501, song, given, {}, {}));
         },
         "POST /third-party/v1/conversations/501/messages",
         R"({"audio":{"voice":false},"file":{"internal_uuid":"4f1a","mime_type":"audio/mpeg","size":9},"type":"audio"})",
         example("message.json")},
        {"duplicate", Operation::Duplicate,
         [](Backend &b) { return untyped(b, b.duplicate(conversation501, message9)); },
         "POST /third-party/v1/conversations/501/messages/9/duplicate", "", example("message.json")},
        {"restart", Operation::Restart, [](Backend &b) { return untyped(b, b.restart(conversation501)); },
         "POST /third-party/v1/conversations/501/restart", "", example("message.json")},
        {"set status", Operation::SetStatus,
         [](Backend &b) {
             return untyped(b, b.update(conversation501, {ConversationStatus::Done, {}}));
         },
         "PATCH /third-party/v1/conversations/501", R"({"status":"done"})",
         example("conversation_patched.json")},
        {"assign", Operation::Assign,
         [](Backend &b) {
             return untyped(b, b.update(conversation501, {{}, UserId(QStringLiteral("12"))}));
         },
         "PATCH /third-party/v1/conversations/501", R"({"user_id":12})",
         example("conversation_patched.json")},
        {"unassign", Operation::Assign,
         [](Backend &b) {
             return untyped(b, b.update(conversation501, {{}, UserId()}));
         },
         "PATCH /third-party/v1/conversations/501", R"({"user_id":null})",
         example("conversation_patched.json")},
        {"set status and assign", Operation::Update,
         [](Backend &b) {
             return untyped(
                 b, b.update(conversation501, {ConversationStatus::ToDo, UserId(QStringLiteral("13"))}));
         },
         "PATCH /third-party/v1/conversations/501", R"({"status":"to-do","user_id":13})",
         example("conversation_patched.json")},
        {"mark read", Operation::MarkRead, [](Backend &b) { return untyped(b, b.markRead(conversation501)); },
         "POST /third-party/v1/conversations/501/mark-read", "{}", example("conversation.json")},
        {"set reaction", Operation::SetReaction,
         [](Backend &b) { return untyped(b, b.react(conversation501, message9, QStringLiteral("👍"))); },
         "POST /third-party/v1/conversations/501/messages/9/set-reaction", R"({"reaction":"👍"})",
         example("message.json")},
        {"remove reaction", Operation::SetReaction,
         [](Backend &b) { return untyped(b, b.react(conversation501, message9, {})); },
         "POST /third-party/v1/conversations/501/messages/9/set-reaction", R"({"reaction":null})",
         example("message.json")},
        {"edit note", Operation::EditNote,
         [](Backend &b) {
             return untyped(b,
                            b.editNote(conversation501, NoteId(QStringLiteral("31")), QStringLiteral("Rye")));
         },
         "PATCH /third-party/v1/conversation/501/notes/31", R"({"text":"Rye"})", example("note.json")},
        {"show profile", Operation::ShowProfile,
         [](Backend &b) {
             Customer customer;
             customer.profile.emplace().id = ProfileId(QStringLiteral("70"));
             return untyped(b, b.profile(customer));
         },
         "GET /third-party/v1/profiles/70", "", example("profile.json")},
        {"customer users", Operation::CustomerUsers,
         [](Backend &b) { return untyped(b, b.customerUsers(CustomerId(QStringLiteral("77")))); },
         "GET /third-party/v1/customers/77/users", "", example("users.json")},
        {"list templates", Operation::ListTemplates, [](Backend &b) { return untyped(b, b.templates()); },
         "GET /third-party/v1/whatsapp/templates", "", example("templates.json")},
        {"send template", Operation::SendTemplate,
         [](Backend &b) {
             OpeningRequest request;
             request.plan.message.id = TemplateId(QStringLiteral("order_ready"));
             TemplatePart body;
             body.text = QStringLiteral("Ready: {{1}}");
             request.plan.message.parts = {body};
             Recipient recipient;
             recipient.phone = QStringLiteral("+4915224367929");
             recipient.name = QStringLiteral("Maria");
             recipient.variables.insert(QStringLiteral("body.1"), QStringLiteral("7 \"x\""));
             request.recipients = {recipient};
             return untyped(b, b.open(request));
         },
         "POST /third-party/v1/whatsapp/send-template",
         R"({"customer_name":"Maria","phone_number":"+4915224367929","template_components":[{"parameters":[{"text":"7 \"x\"","type":"text"}],"type":"body"}],"template_name":"order_ready"})",
         example("message.json")},
        {"general settings", Operation::GeneralSettings, [](Backend &b) { return untyped(b, b.settings()); },
         "GET /third-party/v1/settings/general", "", example("settings_general.json")},
    };
}

bool isWrite(const Case &c)
{
    return !c.line.startsWith("GET");
}

} // namespace inbox::tests
