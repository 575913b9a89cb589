// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// What colleagues share, what a bot says, and what sets it off.
#include "services/backends/chatcaptain/decoders.h"
#include "services/demo/files.h"
#include "tests/ui/gallery/scenes.h"

#include "ui/thread/threadheader.h"
#include "ui/thread/threadview.h"

#include <QJsonDocument>
#include <QToolButton>

#include <algorithm>

namespace inbox::gallery {

using namespace domain;
using ui::Command;

namespace {

using Prepare = std::function<void(PictureBackend &)>;
using Act = std::function<void(Stage &)>;

Scene scene(const char *name, const char *title, const ConversationId &id, const Act &act,
            const Prepare &prepare, int tall = 0)
{
    return {QString::fromLatin1(name), QString::fromLatin1(title),
            [id, act, prepare, tall](const QSize &size) {
                Stage stage(tall ? QSize(size.width(), tall) : size, Stage::Account::Prepared, prepare);
                stage.open(id);
                if (act)
                    act(stage);
                return stage.picture();
            }};
}

// An account whose people share tags, teams and notes, and a chatbot.
void withTeamwork(PictureBackend &b)
{
    for (const Capability c :
         {Capability::Tags, Capability::AssignTeam, Capability::Snooze, Capability::CreateNote,
          Capability::DeleteNote, Capability::TakeOverFromBot, Capability::DeleteConversation,
          Capability::Archive, Capability::FindConversation, Capability::TriggerEvent,
          Capability::SimulateCustomer, Capability::Rename, Capability::SetLanguage, Capability::SetMetadata,
          Capability::Mention, Capability::Snippets, Capability::Availability})
        b.mutableCapabilities.add(c);
    const auto tag = [](const char *id, const char *name, const char *color) {
        return Tag{TagId(QLatin1String(id)), QString::fromUtf8(name), QString::fromUtf8(color)};
    };
    b.world.tags = {tag("1", "Dringend", "#D0021B"), tag("2", "Rückgabe", ""),
                    tag("3", "Stammkundschaft", "dark_green")};
    b.world.teams = {Team{TeamId(QStringLiteral("1")), QStringLiteral("Retouren"), {}},
                     Team{TeamId(QStringLiteral("2")), QStringLiteral("Werkstatt"), {}}};
    Line support;
    support.id = LineId(QStringLiteral("1"));
    support.name = QStringLiteral("Radhaus WhatsApp");
    Line website;
    website.id = LineId(QStringLiteral("2"));
    website.name = QStringLiteral("Website");
    b.world.lines = {support, website};
    const auto snippet = [](const char *id, const char *name, const char *text) {
        return Snippet{SnippetId(QLatin1String(id)), QString::fromUtf8(name), QString::fromUtf8(text)};
    };
    b.world.snippets = {
        snippet("1", "Begrüßung", "Guten Tag! Wie können wir Ihnen helfen?"),
        snippet("2", "Öffnungszeiten", "Wir sind montags bis freitags von 8 bis 18 Uhr für Sie da."),
        snippet("3", "Retoure",
                "Legen Sie den Retourenschein bei und geben Sie das Paket in jeder Filiale ab."),
        snippet("4", "Thank you", "Thank you for your patience. We will be back to you by tomorrow noon.")};
    for (qsizetype i = 0; i < b.world.users.size(); ++i)
        b.world.presences << Presence{b.world.users.at(i).id, i % 3 != 2};
    for (Conversation &c : b.world.conversations) {
        if (c.key.id != ids::parcel)
            continue;
        c.tags = {b.world.tags.at(0).id, b.world.tags.at(2).id};
        c.team = b.world.teams.at(1).id;
        c.snoozeUntil = pictureTime().addDays(3);
        c.language = QStringLiteral("pt-BR");
        c.mentions = {b.world.users.value(0).id, b.world.users.value(1).id};
        c.mentionsSeen = {b.world.users.value(1).id};
        c.metadata = {
            {QStringLiteral("campaign"), QStringLiteral("Herbst 2026")},
            {QStringLiteral("page"), QStringLiteral("https://radhaus.example/touren/7?von=newsletter")}};
        c.details = {{QStringLiteral("environment"), QStringLiteral("prod")},
                     {QStringLiteral("sessionCount"), QStringLiteral("3")},
                     {QStringLiteral("lastBlock"), QStringLiteral("Hand over")},
                     {QStringLiteral("lastButton"), QStringLiteral("Talk to a person")},
                     {QStringLiteral("variables.orderNumber"), QStringLiteral("4711")}};
    }
}

void withBot(PictureBackend &b)
{
    withTeamwork(b);
    for (Conversation &c : b.world.conversations) {
        if (c.key.id != ids::parcel)
            continue;
        c.status = {ConversationStatus::Bot, {}};
        if (c.latestMessage)
            c.latestMessage->author = {MessageAuthor::Agent, QStringLiteral("bot")};
    }
}

// One message for each content that words alone cannot carry.
void withContents(PictureBackend &b)
{
    withBot(b);
    QList<Message> messages; // oldest first
    const auto say = [&messages](MessageAuthor author, const MessageContent &content) -> Message & {
        Message m;
        m.id = MessageId(QStringLiteral("c%1").arg(messages.size() + 1));
        m.conversationId = ids::parcel;
        m.author = {author, {}};
        m.authorName = author == MessageAuthor::Agent ? QStringLiteral("Lindi") : QString();
        m.status = {DeliveryStatus::Read, QStringLiteral("read")};
        m.sentAt = pictureTime().addSecs(-3600 + 60 * messages.size());
        m.contents = {content};
        messages << m;
        return messages.last();
    };
    using Kind = StructuredContent::Kind;
    const auto bot = MessageAuthor::Agent;
    const auto customer = MessageAuthor::Customer;
    say(bot, TextContent{QStringLiteral("Hello! I am Lindi. What can I do for you?")});
    say(bot,
        StructuredContent{Kind::Buttons,
                          QStringLiteral("Please choose"),
                          {},
                          {QStringLiteral("My order"), QStringLiteral("Opening hours"),
                           QStringLiteral("Talk to a person")}});
    say(customer, TextContent{QStringLiteral("Talk to a person")});
    say(customer,
        StructuredContent{Kind::Email,
                          QStringLiteral("Order 4711: wrong size"),
                          QStringLiteral("Hello,\n\nthe jacket came in M instead of L. Can I have "
                                         "the right one by Friday?\n\nKind regards\nMaria Keller"),
                          {QStringLiteral("maria@example.com"), QStringLiteral("shop@example.com")},
                          {QStringLiteral("returns@example.com")},
                          {QStringLiteral("archive@example.com")},
                          2});
    say(customer,
        StructuredContent{
            Kind::Transcription, {}, QStringLiteral("Yes hello, I am calling because of the jacket."), {}});
    say(bot,
        StructuredContent{Kind::VoiceTransfer,
                          QStringLiteral("The caller wants a person"),
                          {},
                          {QStringLiteral("+49 30 1234567")}});
    say(bot, StructuredContent{Kind::VoiceHangup, QStringLiteral("The caller hung up"), {}, {}});
    say(bot, StructuredContent{Kind::Handover, QStringLiteral("The customer asked for a person"), {}, {}});
    say(bot, StructuredContent{Kind::Note, {}, QStringLiteral("Calls back after five."), {}});
    say(customer, StructuredContent{Kind::Reaction, {}, QStringLiteral("👍"), {}});
    Message &ours =
        say(MessageAuthor::Agent, TextContent{QStringLiteral("Template: order_update (Maria, 4711)")});
    ours.authorName.clear();
    ours.userId = ben().id;
    say(bot, UnknownContent{QStringLiteral("carousel")});
    std::reverse(messages.begin(), messages.end());
    b.world.messages.insert(ids::parcel, messages);
}

// What a bot reads out on the telephone, and templates with their values, as the API tells them: all of it
// plain words in the thread.
void withSpokenAndFilled(PictureBackend &b)
{
    withBot(b);
    const QByteArray told = R"({"messages":[
        {"id":"1","sender":"bot","type":"text","created":"%1:01:00Z","persona":{"name":"Lindi"},
         "content":{"textToSpeech":{"text":"Good morning, this is Lindi at Radhaus. What is your call about?"}}},
        {"id":"2","sender":"user","type":"text","created":"%1:02:00Z",
         "content":{"transcription":{"text":"I would like to know where my order is."}}},
        {"id":"3","sender":"bot","type":"text","created":"%1:03:00Z","persona":{"name":"Lindi"},
         "content":{"textToSpeech":{"text":"Your order 4711 left our house this morning. Goodbye!"}}},
        {"id":"4","sender":"agent","type":"template","created":"%1:10:00Z","read":"%1:11:00Z",
         "content":{"template":{"header":"Radhaus","body":"Hello Maria, was everything right with your call?",
                                "footer":"Lindenstraße 7"}}},
        {"id":"5","sender":"agent","type":"template","created":"%1:20:00Z","read":"%1:21:00Z",
         "content":{"metaWhatsappTemplate":{"headerText":"Your order is on its way",
                    "bodyText":"Hello {{1}}, your order {{2}} will be with you on {{3}}.",
                    "bodyParameters":["Maria","4711","Friday between 9 and 12"],"footerText":"Radhaus",
                    "buttons":[{"label":"Follow the parcel"},{"label":"Another day"}]}}}]})";
    const QByteArray hour =
        pictureTime().addSecs(-3600).toUTC().toString(QStringLiteral("yyyy-MM-ddTHH")).toUtf8();
    const auto page = backends::chatcaptain::decodeMessages(
        QJsonDocument::fromJson(QByteArray(told).replace("%1", hour)), {AccountId(), ids::parcel, {}});
    b.world.messages.insert(ids::parcel, page.value ? page.value->items : QList<Message>());
}

// The same masked and shown: words, and a picture with a caption.
void withSensitive(PictureBackend &b)
{
    withTeamwork(b);
    QList<Message> messages; // newest first
    for (int n = 4; n >= 1; --n) {
        Message m;
        m.id = MessageId(QStringLiteral("s%1").arg(n));
        m.conversationId = ids::parcel;
        m.author = {MessageAuthor::Customer, {}};
        m.sentAt = pictureTime().addSecs(-600 + 60 * n);
        m.sensitive = n < 4;
        MediaContent picture;
        picture.kind = MediaKind::Image;
        picture.uuid = picture.name = QStringLiteral("frame.png");
        picture.mimeType = QStringLiteral("image/png");
        picture.caption = QStringLiteral("My identity card");
        if (n == 3)
            m.contents = {picture};
        else
            m.contents = {TextContent{n == 4 ? QStringLiteral("That is all you need?")
                                             : QStringLiteral("My PIN is 4711.")}};
        messages << m;
    }
    b.world.messages.insert(ids::parcel, messages);
}

// Not everybody has one.
void withPhotos(PictureBackend &b)
{
    constexpr int kPortraits = 4;
    int n = 0;
    for (Conversation &c : b.world.conversations) {
        if (++n % 3 == 0 || !c.customer)
            continue;
        const QString portrait = QStringLiteral("portrait%1").arg(n % kPortraits);
        c.customer->photo = QUrl(QStringLiteral("https://files.example.com/") + portrait);
        b.world.files.insert(c.customer->photo.toString(),
                             demo::catalogueFile(demo::catalogueUuid(portrait, 1))->bytes);
    }
}

} // namespace

QList<Scene> teamworkScenes()
{
    return {
        scene("bot", "A bot is answering", ids::parcel, {}, withBot),
        scene(
            "bot-again", "Handing back to the bot", ids::parcel,
            [](Stage &s) {
                s.window->findChild<ui::ThreadHeader *>()->statusButton()->click();
                s.settle();
            },
            withTeamwork),
        scene(
            "mentions", "The view of what mentions me", ids::parcel,
            [](Stage &s) { s.run(Command::ShowMentions); }, withTeamwork),
        scene(
            "tags", "Choosing tags", ids::parcel, [](Stage &s) { s.run(Command::SetTags); }, withTeamwork),
        scene(
            "team", "Choosing a team", ids::parcel, [](Stage &s) { s.run(Command::AssignTeam); },
            withTeamwork),
        scene(
            "snooze", "Snoozing", ids::parcel, [](Stage &s) { s.run(Command::Snooze); }, withTeamwork),
        scene(
            "snooze-typed", "Snoozing: what was understood", ids::parcel,
            [](Stage &s) {
                s.run(Command::Snooze);
                s.type(QStringLiteral("tomorrow 14:30"));
            },
            withTeamwork),
        scene(
            "note-new", "Writing a note", ids::parcel,
            [](Stage &s) {
                s.run(Command::AddNote);
                s.type(QStringLiteral("Ruft nach 17 Uhr an."));
            },
            withTeamwork),
        scene(
            "delete", "Asking before deleting", ids::parcel,
            [](Stage &s) { s.run(Command::DeleteConversation); }, withTeamwork),
        scene(
            "event", "Triggering an event", ids::parcel, [](Stage &s) { s.run(Command::TriggerEvent); },
            withTeamwork),
        scene(
            "step", "Running a step of a flow", ids::parcel, [](Stage &s) { s.run(Command::RunStep); },
            withTeamwork),
        scene(
            "simulate", "Simulating a customer's message", ids::parcel,
            [](Stage &s) {
                s.run(Command::SimulateMessage);
                s.type(QStringLiteral("Where is my parcel?"));
            },
            withTeamwork),
        scene(
            "simulate-event", "Simulating an event of the channel", ids::parcel,
            [](Stage &s) { s.run(Command::SimulateEvent); }, withTeamwork),
        scene(
            "find", "Finding by the provider's id", ids::parcel,
            [](Stage &s) {
                s.run(Command::FindConversation);
                s.type(QStringLiteral("4915200000000"));
                s.press(Qt::Key_Return);
                s.settle();
            },
            withTeamwork),
        scene("described", "What describes a conversation", ids::parcel, {}, withTeamwork, 1900),
        scene(
            "rename", "Renaming a customer", ids::parcel, [](Stage &s) { s.run(Command::Rename); },
            withTeamwork),
        scene(
            "language", "Choosing a language", ids::parcel,
            [](Stage &s) {
                s.run(Command::SetLanguage);
                s.type(QStringLiteral("por"));
            },
            withTeamwork),
        scene(
            "metadata", "Changing the metadata", ids::parcel, [](Stage &s) { s.run(Command::SetMetadata); },
            withTeamwork),
        scene(
            "metadata-wrong", "Metadata that cannot be saved", ids::parcel,
            [](Stage &s) {
                s.run(Command::SetMetadata);
                s.press(Qt::Key_Down);
                s.press(Qt::Key_Down);
                s.type(QStringLiteral("XL"));
            },
            withTeamwork),
        scene(
            "mention", "Mentioning colleagues", ids::parcel, [](Stage &s) { s.run(Command::Mention); },
            withTeamwork),
        scene(
            "snippets", "Snippets in the reply", ids::parcel, [](Stage &s) { s.run(Command::InsertSnippet); },
            withTeamwork),
        scene(
            "snippets-typed", "Snippets: a word typed", ids::parcel,
            [](Stage &s) {
                s.run(Command::InsertSnippet);
                s.type(QStringLiteral("uhr"));
            },
            withTeamwork),
        scene(
            "assign-online", "Who is online", ids::parcel, [](Stage &s) { s.run(Command::Assign); },
            withTeamwork),
        scene("spoken", "What is read out, and a template with its values", ids::parcel, {},
              withSpokenAndFilled),
        scene(
            "photos", "Customers' photos", ids::parcel,
            [](Stage &s) {
                s.workspace.preferences.change(
                    [](models::PreferenceValues &values) { values.loadPhotos = true; });
                s.run(Command::ShowAll);
                s.settle();
                s.settle();
            },
            withPhotos),
        scene("contents", "What a bot, a telephone and an e-mail say", ids::parcel, {}, withContents, 1900),
        scene(
            "sensitive", "What is sensitive, masked and shown", ids::parcel,
            [](Stage &s) {
                auto *thread = s.window->findChild<ui::ThreadView *>();
                thread->expand(MessageId(QStringLiteral("s2")));
                thread->showMessage(MessageId(QStringLiteral("s3")));
                s.settle();
            },
            withSensitive),
    };
}

} // namespace inbox::gallery
