// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "tests/support/chatcaptaincases.h"

namespace inbox::tests::chatcaptain {

using namespace domain;
using backends::ConversationUpdate;
using backends::chatcaptain::ConversationPatch;

namespace {

using Api = ChatCaptainBackend;

template <typename T> net::Call<Nothing> untyped(Api &backend, net::Call<T> call)
{
    auto promise = std::make_shared<QPromise<Result<Nothing>>>();
    promise->start();
    call.whenDone(&backend, [promise](const Result<T> &result) {
        promise->addResult(result.map([](const T &) { return Nothing(); }));
        promise->finish();
    });
    return {promise->future(), call.cancel};
}

QDateTime moment()
{
    return QDateTime(QDate(2026, 11, 20), QTime(18, 30), Qt::UTC);
}

backends::Source source()
{
    backends::Source source;
    source.line = LineId(QStringLiteral("ch1"));
    source.lineName = QStringLiteral("Website");
    source.providerId = QStringLiteral("p1");
    source.name = QStringLiteral("Eva");
    source.email = QStringLiteral("eva@example.com");
    return source;
}

// Every field a change can have.
ConversationPatch everything()
{
    ConversationPatch p;
    p.contactId = QStringLiteral("c2");
    p.archived = true;
    p.idToken = QStringLiteral("tok");
    p.language = QStringLiteral("de");
    p.operatorId = UserId(QStringLiteral("op1"));
    p.photoUrl = QStringLiteral("https://example.com/p.png");
    p.sessionCount = 3;
    p.tags = QStringList{QStringLiteral("t1"), QStringLiteral("t2")};
    p.unread = false;
    p.lastBlock = backends::chatcaptain::NamedBlock{QStringLiteral("b1"), QStringLiteral("Start")};
    p.lastButton = backends::chatcaptain::Button{QStringLiteral("k1"), QStringLiteral("Yes"), {}};
    p.providerId = QStringLiteral("p9");
    p.lastMessage = QJsonObject{{QStringLiteral("text"), QStringLiteral("Hi")}};
    p.notes = QStringList{QStringLiteral("VIP")};
    p.snoozed = moment();
    p.lastUserAction = moment();
    p.mentions = QStringList{QStringLiteral("op2")};
    p.lastSender = QStringLiteral("operator");
    p.name = QStringLiteral("Eva");
    p.userInput = backends::chatcaptain::UserInput{QStringLiteral("flow"), true};
    p.metadata = QMap<QString, QString>{{QStringLiteral("order"), QStringLiteral("17")}};
    p.leadAiConversation =
        backends::chatcaptain::Flow{QStringLiteral("f1"), QStringLiteral("s1"), 2, QStringLiteral("x1")};
    p.team = TeamId(QStringLiteral("tm1"));
    p.lastUserInput = QStringLiteral("yes");
    p.state = ConversationStatus::InProgress;
    p.lastAssignedOperatorId = UserId(QStringLiteral("op1"));
    p.lastSeen = moment();
    return p;
}

const QByteArray all = "/v1/chatbots/bot%201/conversations";
const QByteArray one = all + "/" + conversationXInPath;

} // namespace

QByteArray conversationObject()
{
    return R"({"id":"cv1","contactId":"c1","archived":false,"channelId":"ch1","channelType":"meta-whatsapp",
        "chatbotId":"bot 1","idToken":"eyJhbGciOi.canary.token","language":"de","operatorId":"op1","photoUrl":"",
        "sessionCount":"2","tags":["t1"],"unread":true,"variables":{"a":"b"},"created":"2026-11-01T08:00:00Z",
        "updated":"2026-11-20T18:05:00.500Z","providerId":"4915223567929","name":"Eva Roth",
        "lastMessage":{"text":"Where is my parcel?"},"snoozed":"","lastUserAction":"2026-11-20T18:05:00Z",
        "mentions":[],"mentionsRead":{},"notes":{"notes":["VIP","Rings twice"]},"lastSender":"user",
        "environment":"prod","metadata":{},"team":{"teamId":"tm1"},"state":0})";
}

QByteArray messageObject()
{
    return R"({"id":"m-7","sender":"agent","type":"text","status":"sent","created":"2026-11-20T18:06:00Z",
        "sent":"2026-11-20T18:06:01Z","outgoing":true,"content":{"text":"On its way."},"tags":[]})";
}

QByteArray conversationAnswer()
{
    return R"({"conversation":)" + conversationObject() + "}";
}

std::unique_ptr<ChatCaptainBackend> backendAt(const QUrl &base, const QString &workspace)
{
    backends::chatcaptain::Place place;
    place.base = base;
    place.chatbot = QStringLiteral("bot 1");
    place.workspace = workspace;
    return std::make_unique<ChatCaptainBackend>(AccountId(QStringLiteral("acc")), place,
                                                QStringLiteral("canary-key"));
}

QList<Case> cases()
{
    const QByteArray conversation = conversationAnswer();
    const QByteArray message = R"({"message":)" + messageObject() + "}";
    const QByteArray arrival =
        R"({"conversationId":"cv1","messageId":"m1","messages":[)" + messageObject() + "]}";
    const QByteArray profile = R"("profileData":{"email":"eva@example.com","name":"Eva"})";
    const ConversationId &x = conversationX;
    return {
        {"list conversations", Operation::ListConversations,
         [](Api &b) { return untyped(b, b.conversations({})); }, "GET " + all, "",
         R"({"conversations":[)" + conversationObject() + "]}"},
        {"list a contact's conversations", Operation::ListConversations,
         [](Api &b) { return untyped(b, b.conversationsOf(CustomerId(QStringLiteral("c&1")), {})); },
         "GET " + all + "?contactId=c%261", "", R"({"conversations":[]})"},
        {"list a channel's conversations", Operation::ListConversations,
         [](Api &b) { return untyped(b, b.conversationsOf({}, LineId(QStringLiteral("ch1")))); },
         "GET " + all + "?channelId=ch1", "", R"({"conversations":[]})"},
        {"create conversation", Operation::CreateConversation,
         [](Api &b) {
             backends::NewConversation what;
             what.contact = CustomerId(QStringLiteral("c1"));
             what.line = LineId(QStringLiteral("ch1"));
             what.channel = QStringLiteral("web");
             what.name = QStringLiteral("Eva");
             what.tags = {TagId(QStringLiteral("t1"))};
             what.notes = QStringList{QStringLiteral("VIP")};
             return untyped(b, b.createConversation(what));
         },
         "POST " + all,
         R"({"conversation":{"channelId":"ch1","channelType":"web","contactId":"c1","environment":"prod",)"
         R"("name":"Eva","notes":{"notes":["VIP"]},"tags":{"tags":["t1"]}}})",
         conversation},
        {"start conversation", Operation::StartConversation,
         [](Api &b) {
             backends::NewConversation what;
             what.line = LineId(QStringLiteral("ch1"));
             what.name = QStringLiteral("Eva");
             what.phone = QStringLiteral("+4915223567929");
             return untyped(b, b.createConversation(what));
         },
         "POST /v1/inbox/bot%201/conversations",
         R"({"channelId":"ch1","name":"Eva","phone":"+4915223567929"})", conversation},
        {"find conversation", Operation::FindConversation,
         [](Api &b) {
             return untyped(b, b.findConversation(LineId(QStringLiteral("ch1")), QStringLiteral("+49 1=2")));
         },
         "GET " + all + "/find?channelId=ch1&providerId=%2B49%201%3D2", "", conversation},
        {"show conversation", Operation::ShowConversation,
         [x](Api &b) { return untyped(b, b.conversation(x)); }, "GET " + one, "", conversation},
        {"delete conversation", Operation::DeleteConversation,
         [x](Api &b) { return untyped(b, b.deleteConversation(x)); }, "DELETE " + one, "",
         R"({"deleted":true})"},
        {"change everything", Operation::Update,
         [x](Api &b) { return untyped(b, b.patch(Operation::Update, x, everything())); }, "PATCH " + one,
         R"({"conversation":{"archived":true,"contactId":"c2","idToken":"tok","language":"de",)"
         R"("lastAssignedOperatorId":"op1","lastBlock":{"id":"b1","name":"Start"},)"
         R"("lastButton":{"id":"k1","text":"Yes"},"lastMessage":{"text":"Hi"},)"
         R"("lastSeen":"2026-11-20T18:30:00.000Z","lastSender":"operator",)"
         R"("lastUserAction":"2026-11-20T18:30:00.000Z","lastUserInput":"yes",)"
         R"("leadAiConversation":{"executionId":"x1","flowId":"f1","interactions":2,"stepId":"s1"},)"
         R"("mentions":{"mentions":["op2"]},"metadata":{"metadata":{"order":"17"}},"name":"Eva",)"
         R"("notes":{"notes":["VIP"]},"operatorId":"op1","photoUrl":"https://example.com/p.png",)"
         R"("providerId":"p9","sessionCount":3,"snoozed":"2026-11-20T18:30:00.000Z","state":2,)"
         R"("tags":{"tags":["t1","t2"]},"team":{"teamId":"tm1"},"unread":false,)"
         R"("userInput":{"isSensitive":true,"redirect":"flow"}}})",
         conversation},
        {"take over", Operation::Update,
         [x](Api &b) {
             const ConversationUpdate change{ConversationStatus::InProgress, UserId(QStringLiteral("op1"))};
             return untyped(b, b.update(x, change));
         },
         "PATCH " + one, R"({"conversation":{"operatorId":"op1","state":2}})", conversation},
        {"set status", Operation::SetStatus,
         [x](Api &b) {
             return untyped(b, b.update(x, {ConversationStatus::Done, {}}));
         },
         "PATCH " + one, R"({"conversation":{"state":3}})", conversation},
        {"assign", Operation::Assign,
         [x](Api &b) {
             return untyped(b, b.update(x, {{}, UserId(QStringLiteral("op1"))}));
         },
         "PATCH " + one, R"({"conversation":{"operatorId":"op1"}})", conversation},
        {"assign a team", Operation::AssignTeam,
         [x](Api &b) { return untyped(b, b.assignTeam(x, TeamId(QStringLiteral("tm1")))); }, "PATCH " + one,
         R"({"conversation":{"team":{"teamId":"tm1"}}})", conversation},
        {"mark read", Operation::SetUnread, [x](Api &b) { return untyped(b, b.markRead(x)); }, "PATCH " + one,
         R"({"conversation":{"unread":false}})", conversation},
        {"mark unread", Operation::SetUnread, [x](Api &b) { return untyped(b, b.markUnread(x)); },
         "PATCH " + one, R"({"conversation":{"unread":true}})", conversation},
        {"archive", Operation::SetArchived, [x](Api &b) { return untyped(b, b.setArchived(x, true)); },
         "PATCH " + one, R"({"conversation":{"archived":true}})", conversation},
        {"out of the archive", Operation::SetArchived,
         [x](Api &b) { return untyped(b, b.setArchived(x, false)); }, "PATCH " + one,
         R"({"conversation":{"archived":false}})", conversation},
        {"set tags", Operation::SetTags,
         [x](Api &b) { return untyped(b, b.setTags(x, {TagId(QStringLiteral("t1"))})); }, "PATCH " + one,
         R"({"conversation":{"tags":{"tags":["t1"]}}})", conversation},
        {"remove all tags", Operation::SetTags, [x](Api &b) { return untyped(b, b.setTags(x, {})); },
         "PATCH " + one, R"({"conversation":{"tags":{"tags":[]}}})", conversation},
        {"snooze", Operation::Snooze, [x](Api &b) { return untyped(b, b.snooze(x, moment())); },
         "PATCH " + one, R"({"conversation":{"snoozed":"2026-11-20T18:30:00.000Z"}})", conversation},
        {"rename", Operation::Rename, [x](Api &b) { return untyped(b, b.rename(x, QStringLiteral("Zoë"))); },
         "PATCH " + one, R"({"conversation":{"name":"Zoë"}})", conversation},
        {"set language", Operation::SetLanguage,
         [x](Api &b) { return untyped(b, b.setLanguage(x, QStringLiteral("pt-BR"))); }, "PATCH " + one,
         R"({"conversation":{"language":"pt-BR"}})", conversation},
        {"set metadata", Operation::SetMetadata,
         [x](Api &b) {
             return untyped(b,
                            b.setMetadata(x,
                                          {{QStringLiteral("größe"), QStringLiteral("M")},
                                           {QStringLiteral("order"), QStringLiteral("17")}}));
         },
         "PATCH " + one, R"({"conversation":{"metadata":{"metadata":{"größe":"M","order":"17"}}}})",
         conversation},
        {"remove all metadata", Operation::SetMetadata,
         [x](Api &b) { return untyped(b, b.setMetadata(x, {})); }, "PATCH " + one,
         R"({"conversation":{"metadata":{"metadata":{}}}})", conversation},
        {"mention", Operation::Mention,
         [x](Api &b) {
             return untyped(b,
                            b.setMentions(x, {UserId(QStringLiteral("op2")), UserId(QStringLiteral("op1"))}));
         },
         "PATCH " + one, R"({"conversation":{"mentions":{"mentions":["op2","op1"]}}})", conversation},
        {"mention nobody", Operation::Mention, [x](Api &b) { return untyped(b, b.setMentions(x, {})); },
         "PATCH " + one, R"({"conversation":{"mentions":{"mentions":[]}}})", conversation},
        {"handle message", Operation::HandleMessage,
         [](Api &b) { return untyped(b, b.receiveText(source(), QStringLiteral("Hi"))); },
         "POST " + all + "/handle",
         R"(\{"channelId":"ch1","channelName":"Website","chatbotId":"bot 1","message":\{"content":\{"text":"Hi"\},)"
         R"("created":"[0-9T:.-]+Z","outgoing":false,"providerMessageId":"[0-9a-f-]{36}","sender":"user",)"
         R"("status":"sent","type":"text"\},"profileData":\{"email":"eva@example.com","name":"Eva"\},)"
         R"("providerId":"p1"\})",
         arrival, true},
        {"handle event", Operation::HandleEvent,
         [](Api &b) { return untyped(b, b.receiveEvent(source(), QStringLiteral("user_seen"))); },
         "POST " + all + "/event",
         R"({"channelId":"ch1","channelName":"Website","chatbotId":"bot 1","event":"user_seen",)" + profile
             + R"(,"providerId":"p1"})",
         arrival},
        {"handle payload", Operation::HandlePayload,
         [x](Api &b) {
             return untyped(b,
                            b.runStep(x,
                                      {QStringLiteral("f1"), QStringLiteral("s1"), QStringLiteral("go"),
                                       QStringLiteral("{\"a\":1}")}));
         },
         "POST " + all + "/payload",
         R"({"chatbotId":"bot 1","conversationId":"Cv/1 ä%2F","event":"go","eventPayload":"{\"a\":1}",)"
         R"("flowId":"f1","stepId":"s1"})",
         arrival},
        {"custom event", Operation::CustomEvent,
         [x](Api &b) { return untyped(b, b.triggerEvent(x, QStringLiteral("order-shipped"))); },
         "POST " + all + "/custom-event",
         R"({"chatbotId":"bot 1","conversationId":"Cv/1 ä%2F","event":"order-shipped"})", "{}"},
        {"list messages", Operation::ListMessages, [x](Api &b) { return untyped(b, b.messages(x, {})); },
         "GET " + one + "/messages", "", R"({"messages":[)" + messageObject() + "]}"},
        {"show message", Operation::ShowMessage, [x](Api &b) { return untyped(b, b.message(x, messageM)); },
         "GET " + one + "/messages/m-7", "", message},
        {"send text", Operation::SendText,
         [x](Api &b) { return untyped(b, b.sendText(x, QStringLiteral("Grüße \"x\""), {})); },
         "POST /v1/inbox/bot%201/messages", R"({"conversationId":"Cv/1 ä%2F","text":"Grüße \"x\""})",
         message},
        {"add a note", Operation::AddNotes,
         [x](Api &b) { return untyped(b, b.addNote(x, QStringLiteral("Rye"))); }, "PATCH " + one + "/notes",
         R"({"notes":["Rye"]})", "{}"},
        {"remove a note", Operation::RemoveNotes,
         [x](Api &b) { return untyped(b, b.removeNote(x, QStringLiteral("Rye"))); },
         "DELETE " + one + "/notes", R"({"notes":["Rye"]})", "{}"},
        {"list tags", Operation::ListTags, [](Api &b) { return untyped(b, b.tags()); },
         "GET /v1/inbox/bot%201/tags", "",
         R"({"tags":[{"id":"t1","name":"Urgent","color":"#F00","created":"","updated":""}]})"},
        {"list teams", Operation::ListTeams, [](Api &b) { return untyped(b, b.teams()); },
         "GET /v1/inbox/bot%201/teams", "",
         R"({"teams":[{"id":"tm1","name":"Returns","userIds":["op1"],"icon":""}]})"},
        {"list views", Operation::ListViews, [](Api &b) { return untyped(b, b.savedViews()); },
         "GET /v1/inbox/bot%201/views", "", R"({"views":[{"id":"v1","name":"Mine","selfAssigned":true}]})"},
        {"list answers", Operation::ListAnswers, [](Api &b) { return untyped(b, b.snippets()); },
         "GET /v1/inbox/bot%201/answers", "", R"({"answers":[{"id":"a1","name":"hi","message":"Hello!"}]})"},
        {"list who is online", Operation::ListOnline, [](Api &b) { return untyped(b, b.presences()); },
         "GET /v1/inbox/bot%201/agents/online", "", R"({"agents":[{"userId":"op1","online":true}]})"},
        {"be online", Operation::SetOnline, [](Api &b) { return untyped(b, b.setOnline(true)); },
         "POST /v1/inbox/bot%201/agents/me/online", R"(\{"clientTimestamp":"[0-9]{13}","online":true\})",
         "{}", true},
        {"list channels", Operation::ListChannels, [](Api &b) { return untyped(b, b.lines()); },
         "GET /v1/chatbots/bot%201/channels", "",
         R"({"channels":[{"id":"ch1","name":"Website","type":"web","token":"canary"}]})"},
        {"search contacts", Operation::SearchContacts,
         [](Api &b) { return untyped(b, b.searchContacts(QStringLiteral("Eva & Co"), {})); },
         "GET /v1/chatbots/bot%201/contacts/search?query=Eva%20%26%20Co&page=1&pageSize=50", "",
         R"({"results":{"contacts":[{"id":"c1","name":"Eva"}]}})"},
        {"show contact", Operation::ShowContact,
         [](Api &b) {
             Customer customer;
             customer.id = CustomerId(QStringLiteral("c1"));
             return untyped(b, b.profile(customer));
         },
         "GET /v1/chatbots/bot%201/contacts/c1", "", R"({"contact":{"id":"c1","name":"Eva"}})"},
        {"list users", Operation::ListUsers, [](Api &b) { return untyped(b, b.customerUsers({})); },
         "GET /v1/workspaces/ws/chatbots/bot%201/users", "", R"({"users":[{"userId":"op1","name":"Ben"}]})"},
    };
}

bool isWrite(const Case &c)
{
    return !c.line.startsWith("GET");
}

} // namespace inbox::tests::chatcaptain
