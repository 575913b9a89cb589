// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/backend.h"
#include "services/demo/server.h"
#include "tests/support/httptest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>

#include <algorithm>

using namespace inbox;
using namespace inbox::domain;
using backends::Backend;

namespace {

const QString token = QStringLiteral("canary-token");

Result<Nothing> told(const Error &error)
{
    return Failure(error);
}
template <typename T> Result<Nothing> told(const Result<T> &result)
{
    return result.map([](const T &) { return Nothing(); });
}
// A failure of the test itself, told apart from the API's by its text.
Result<Nothing> broken(const char *what)
{
    return told(Error{ErrorKind::LocalFailure, Outcome::NotSent, 0, QLatin1String(what)});
}
Result<Nothing> fulfilled(bool good)
{
    return good ? Result<Nothing>(Nothing()) : broken("it was not done");
}

enum class Way { Read, Write };

// What the backend under test is asked to do, and what it is done to.
struct Stage {
    Backend &backend;
    QList<Conversation> list; // read before anything was spoilt
    Conversation target; // open, of a line that works
    QList<Message> thread; // of the target, newest first

    ConversationId id() const { return target.key.id; }
};

struct Step {
    const char *name;
    Capability needs;
    Way way;
    bool ofConversation; // the target's id is in the request
    std::function<Result<Nothing>(Stage &)> ask;
    // Reads again whether it was done; also after an answer that was lost. Empty: there is nothing to see.
    std::function<Result<Nothing>(Stage &)> look = {};
};

Conversation again(Stage &s)
{
    return tests::ended(s.backend.conversation(s.id())).value_or(Conversation());
}

qsizetype saidTimes(Stage &s, const QString &text)
{
    const auto page = tests::ended(s.backend.messages(s.id(), {}));
    qsizetype count = 0;
    for (const Message &m : page ? page->items : QList<Message>())
        count += plainText(m) == text ? 1 : 0;
    return count;
}

UserId someColleague(const Stage &s)
{
    for (const Conversation &c : s.list) {
        if (c.assignee && (!s.target.assignee || c.assignee->id != s.target.assignee->id))
            return c.assignee->id;
    }
    return {};
}

// Words that are nobody else's, so that copies can be counted.
QString fresh(const char *word)
{
    static int number = 0;
    return QLatin1String(word) + u' ' + QString::number(++number);
}

const QList<Step> &steps()
{
    static QString words; // of the step under way
    static Message theirs;
    static const QList<Step> all{
        {"list conversations", Capability::ListConversations, Way::Read, false,
         [](Stage &s) {
             const auto page = tests::ended(s.backend.conversations({}));
             return page && page->items.size() < 10 ? broken("too few") : told(page);
         }},
        {"show conversation", Capability::ListConversations, Way::Read, true,
         [](Stage &s) { return told(tests::ended(s.backend.conversation(s.id()))); }},
        {"list messages", Capability::ReadMessages, Way::Read, true,
         [](Stage &s) {
             const auto page = tests::ended(s.backend.messages(s.id(), {}));
             if (!page)
                 return told(page);
             for (qsizetype i = 1; i < page->items.size(); ++i) {
                 if (writtenAfter(page->items.at(i), page->items.at(i - 1)))
                     return broken("not the newest first");
             }
             return fulfilled(!page->items.isEmpty());
         }},
        {"show message", Capability::ReadMessages, Way::Read, true,
         [](Stage &s) {
             const auto m = tests::ended(s.backend.message(s.id(), s.thread.constFirst().id));
             return m ? fulfilled(m->id == s.thread.constFirst().id) : told(m);
         }},
        {"send text", Capability::SendText, Way::Write, true,
         [](Stage &s) {
             words = fresh("On its way");
             const auto m = tests::ended(s.backend.sendText(s.id(), words, {}));
             return m ? fulfilled(plainText(*m) == words && m->author == MessageAuthor::Agent) : told(m);
         },
         [](Stage &s) { return fulfilled(saidTimes(s, words) == 1); }},
        {"quote on send", Capability::QuoteOnSend, Way::Write, true,
         [](Stage &s) {
             words = fresh("As you say");
             return told(tests::ended(s.backend.sendText(s.id(), words, s.thread.constFirst().id)));
         },
         [](Stage &s) { return fulfilled(saidTimes(s, words) == 1); }},
        {"retry a message", Capability::DuplicateMessage, Way::Write, true,
         [](Stage &s) {
             MessageId ours = s.thread.constFirst().id;
             for (const Message &m : s.thread)
                 ours = m.author == MessageAuthor::Agent ? m.id : ours;
             return told(tests::ended(s.backend.duplicate(s.id(), ours)));
         }},
        {"restart", Capability::RestartPaid, Way::Write, true,
         [](Stage &s) {
             static QSet<ConversationId> restarted;
             for (const Conversation &c : s.list) {
                 const bool expired = c.replyPossible == false && c.channel == Channel::WhatsApp
                     && c.line->inSync != false && c.customerInteractionRequired == false && c.replyUntil
                     && *c.replyUntil < QDateTime::currentDateTimeUtc();
                 if (expired && !restarted.contains(c.key.id)) {
                     s.target = c;
                     break;
                 }
             }
             restarted.insert(s.id());
             return told(tests::ended(s.backend.restart(s.id())));
         }},
        {"set status", Capability::SetStatus, Way::Write, true,
         [](Stage &s) {
             return told(tests::ended(s.backend.update(s.id(), {ConversationStatus::InProgress, {}})));
         },
         [](Stage &s) { return fulfilled(again(s).status == ConversationStatus::InProgress); }},
        {"assign", Capability::Assign, Way::Write, true,
         [](Stage &s) {
             return told(tests::ended(s.backend.update(s.id(), {{}, someColleague(s)})));
         },
         [](Stage &s) {
             const auto who = again(s).assignee;
             return fulfilled(who && who->id == someColleague(s));
         }},
        {"unassign", Capability::Unassign, Way::Write, true,
         [](Stage &s) {
             return told(tests::ended(s.backend.update(s.id(), {{}, UserId()})));
         },
         [](Stage &s) { return fulfilled(!again(s).assignee); }},
        {"take over from the bot", Capability::TakeOverFromBot, Way::Write, true,
         [](Stage &s) {
             return told(
                 tests::ended(s.backend.update(s.id(), {ConversationStatus::InProgress, someColleague(s)})));
         },
         [](Stage &s) {
             const Conversation c = again(s);
             return fulfilled(c.status == ConversationStatus::InProgress && c.assignee
                              && c.assignee->id == someColleague(s));
         }},
        {"mark read", Capability::MarkRead, Way::Write, true,
         [](Stage &s) { return told(tests::ended(s.backend.markRead(s.id()))); },
         [](Stage &s) { return fulfilled(again(s).unreadCount == 0); }},
        {"mark unread", Capability::MarkUnread, Way::Write, true,
         [](Stage &s) { return told(tests::ended(s.backend.markUnread(s.id()))); },
         [](Stage &s) { return fulfilled(again(s).unreadCount > 0); }},
        {"archive", Capability::Archive, Way::Write, true,
         [](Stage &s) { return told(tests::ended(s.backend.setArchived(s.id(), true))); },
         [](Stage &s) { return fulfilled(again(s).archived); }},
        {"rename", Capability::Rename, Way::Write, true,
         [](Stage &s) {
             words = fresh("Zoë");
             return told(tests::ended(s.backend.rename(s.id(), words)));
         },
         [](Stage &s) { return fulfilled(customerName(again(s)) == words); }},
        {"set the language", Capability::SetLanguage, Way::Write, true,
         [](Stage &s) { return told(tests::ended(s.backend.setLanguage(s.id(), QStringLiteral("tlh")))); },
         [](Stage &s) { return fulfilled(again(s).language == QLatin1String("tlh")); }},
        {"set metadata", Capability::SetMetadata, Way::Write, true,
         [](Stage &s) {
             return told(tests::ended(
                 s.backend.setMetadata(s.id(), {{QStringLiteral("größe"), QStringLiteral("M")}})));
         },
         [](Stage &s) {
             const QMap<QString, QString> wanted{{QStringLiteral("größe"), QStringLiteral("M")}};
             return fulfilled(again(s).metadata == wanted);
         }},
        {"mention", Capability::Mention, Way::Write, true,
         [](Stage &s) { return told(tests::ended(s.backend.setMentions(s.id(), {someColleague(s)}))); },
         [](Stage &s) { return fulfilled(again(s).mentions == QList<UserId>{someColleague(s)}); }},
        {"show a contact", Capability::ShowContact, Way::Read, false,
         [](Stage &s) {
             const auto known = tests::ended(s.backend.profile(*s.list.constFirst().customer));
             return known ? fulfilled(!known->name.isEmpty()) : told(known);
         }},
        {"react", Capability::React, Way::Write, true,
         [](Stage &s) {
             theirs = s.thread.constFirst();
             return told(tests::ended(s.backend.react(s.id(), theirs.id, QStringLiteral("👍"))));
         },
         [](Stage &s) {
             const auto m = tests::ended(s.backend.message(s.id(), theirs.id));
             return fulfilled(m && m->agentReaction == QStringLiteral("👍"));
         }},
        {"edit a note", Capability::EditNote, Way::Write, true,
         [](Stage &s) {
             for (const Conversation &c : s.list)
                 s.target = c.latestNote ? c : s.target;
             words = fresh("Rings twice");
             return told(tests::ended(s.backend.editNote(s.id(), s.target.latestNote->id, words)));
         },
         [](Stage &s) { return fulfilled(again(s).latestNote->text == words); }},
        {"write a note", Capability::CreateNote, Way::Write, true,
         [](Stage &s) {
             words = fresh("VIP");
             return told(tests::ended(s.backend.addNote(s.id(), words)));
         },
         [](Stage &s) {
             qsizetype count = 0;
             const QList<Note> notes = again(s).notes;
             for (const Note &note : notes)
                 count += note.text == words ? 1 : 0;
             return fulfilled(count == 1);
         }},
        {"delete a note", Capability::DeleteNote, Way::Write, true,
         [](Stage &s) { return told(tests::ended(s.backend.removeNote(s.id(), QStringLiteral("Rye")))); },
         [](Stage &s) {
             const QList<Note> notes = again(s).notes;
             return fulfilled(std::none_of(notes.begin(), notes.end(),
                                           [](const Note &n) { return n.text == QLatin1String("Rye"); }));
         }},
        {"list tags", Capability::Tags, Way::Read, false,
         [](Stage &s) { return told(tests::ended(s.backend.tags())); }},
        {"set tags", Capability::Tags, Way::Write, true,
         [](Stage &s) {
             return told(tests::ended(s.backend.setTags(s.id(), {TagId(QStringLiteral("tagUrgent"))})));
         },
         [](Stage &s) {
             return fulfilled(again(s).tags == QList<TagId>{TagId(QStringLiteral("tagUrgent"))});
         }},
        {"list teams", Capability::AssignTeam, Way::Read, false,
         [](Stage &s) { return told(tests::ended(s.backend.teams())); }},
        {"assign a team", Capability::AssignTeam, Way::Write, true,
         [](Stage &s) {
             return told(tests::ended(s.backend.assignTeam(s.id(), TeamId(QStringLiteral("teamSales")))));
         },
         [](Stage &s) { return fulfilled(again(s).team.value() == QLatin1String("teamSales")); }},
        {"snooze", Capability::Snooze, Way::Write, true,
         [](Stage &s) {
             const QDateTime until(QDate(2031, 1, 2), QTime(9, 0), Qt::UTC);
             return told(tests::ended(s.backend.snooze(s.id(), until)));
         },
         [](Stage &s) {
             return fulfilled(again(s).snoozeUntil == QDateTime(QDate(2031, 1, 2), QTime(9, 0), Qt::UTC));
         }},
        {"start a conversation", Capability::StartConversation, Way::Write, false,
         [](Stage &s) {
             const OpeningForm &form = *s.backend.openingForm();
             static int number = 1'111'111;
             Recipient newcomer;
             newcomer.name = fresh("Newcomer");
             newcomer.phone = QStringLiteral("+49151%1").arg(++number);
             words = newcomer.name;
             OpeningRequest what;
             if (form.listsLines)
                 what.plan.line = s.target.line->id;
             if (form.namesVariables) // a template without any
                 what.plan.fields.insert(QStringLiteral("conversationTemplateId"), QStringLiteral("2"));
             if (form.listsTemplates) {
                 const auto templates = tests::ended(s.backend.templates());
                 if (!templates || templates->isEmpty())
                     return templates ? broken("no template") : told(templates);
                 what.plan.message = templates->constFirst();
                 for (const TemplateVariable &variable : variablesOf(what.plan.message))
                     newcomer.variables.insert(variable.key, QStringLiteral("value"));
             }
             what.recipients = {newcomer};
             const auto answer = tests::ended(s.backend.open(what));
             return answer ? fulfilled(answer->results.value(0).state == RecipientResult::State::Sent)
                           : told(answer);
         },
         [](Stage &s) {
             if (!s.backend.capabilities().has(Capability::ListConversations))
                 return fulfilled(true);
             qsizetype count = 0;
             const auto page = tests::ended(s.backend.conversations({}));
             for (const Conversation &c : page ? page->items : QList<Conversation>())
                 count += customerName(c) == words ? 1 : 0;
             return fulfilled(count == 1);
         }},
        {"find by the messenger's id", Capability::FindConversation, Way::Read, false,
         [](Stage &s) {
             const auto found =
                 tests::ended(s.backend.findConversation(s.target.line->id, s.target.customer->displayId));
             return found ? fulfilled(*found && (*found)->key == s.target.key) : told(found);
         }},
        {"delete a conversation", Capability::DeleteConversation, Way::Write, true,
         [](Stage &s) {
             static qsizetype last = 0;
             s.target = s.list.at(std::max<qsizetype>(s.list.size() - ++last, 0));
             return told(tests::ended(s.backend.deleteConversation(s.id())));
         },
         [](Stage &s) {
             const auto page = tests::ended(s.backend.conversations({}));
             return fulfilled(page
                              && std::none_of(page->items.begin(), page->items.end(),
                                              [&s](const Conversation &c) { return c.key == s.target.key; }));
         }},
        {"trigger an event", Capability::TriggerEvent, Way::Write, true,
         [](Stage &s) {
             words = fresh("shipped");
             return told(tests::ended(s.backend.triggerEvent(s.id(), words)));
         },
         [](Stage &s) {
             return fulfilled(saidTimes(s, QStringLiteral("There is news for you: ") + words) == 1);
         }},
        {"write in a customer's name", Capability::SimulateCustomer, Way::Write, false,
         [](Stage &s) {
             words = fresh("Hello from outside");
             backends::Source source;
             source.line = s.target.line->id;
             source.lineName = QStringLiteral("Line");
             source.providerId = s.target.customer->displayId;
             return told(tests::ended(s.backend.receiveText(source, words)));
         },
         [](Stage &s) { return fulfilled(saidTimes(s, words) == 1); }},
        {"text snippets", Capability::Snippets, Way::Read, false,
         [](Stage &s) { return told(tests::ended(s.backend.snippets())); }},
        {"saved views", Capability::SavedViews, Way::Read, false,
         [](Stage &s) { return told(tests::ended(s.backend.savedViews())); }},
        {"who is online", Capability::Availability, Way::Read, false,
         [](Stage &s) { return told(tests::ended(s.backend.presences())); }},
        {"go online", Capability::Availability, Way::Write, false,
         [](Stage &s) { return told(tests::ended(s.backend.setOnline(true))); },
         [](Stage &s) {
             const auto all = tests::ended(s.backend.presences());
             return fulfilled(all && all->constFirst().online == true);
         }},
        {"search contacts", Capability::SearchContacts, Way::Read, false,
         [](Stage &s) {
             const auto page = tests::ended(s.backend.searchContacts(customerName(s.target), {}));
             return page ? fulfilled(!page->items.isEmpty()) : told(page);
         }},
        {"a customer's colleagues", Capability::CustomerUsers, Way::Read, false,
         [](Stage &s) { return told(tests::ended(s.backend.customerUsers(s.target.customer->id))); }},
        {"general settings", Capability::Settings, Way::Read, false,
         [](Stage &s) { return told(tests::ended(s.backend.settings())); }},
    };
    return all;
}

struct Condition {
    const char *name;
    const char *fault; // of the demo server's hook; empty: none
    std::optional<ErrorKind> read; // nothing: it succeeds
    std::optional<ErrorKind> write;
    Outcome outcome; // of a failed write
};

const QList<Condition> &conditions()
{
    static const QList<Condition> all{
        {"fine", "", {}, {}, Outcome::Unknown},
        {"slow", "slow", {}, {}, Outcome::Unknown},
        {"wrong credential", "", ErrorKind::BadCredential, ErrorKind::BadCredential, Outcome::Refused},
        {"unknown conversation", "", {}, {}, Outcome::Refused}, // each API has its own word for it
        {"rate limited", "429", ErrorKind::RateLimited, ErrorKind::RateLimited, Outcome::Refused},
        {"server error", "500", ErrorKind::ServerError, ErrorKind::ServerError, Outcome::Unknown},
        {"maintenance", "503", ErrorKind::ServerError, ErrorKind::ServerError, Outcome::Unknown},
        {"captive portal", "html", ErrorKind::NotThisApi, ErrorKind::NotThisApi, Outcome::Unknown},
        {"answer lost", "close", ErrorKind::ConnectionLost, ErrorKind::ConnectionLost, Outcome::Unknown},
    };
    return all;
}

} // namespace

// What every backend promises, asked of each over real sockets against the demo server, which speaks its API
// without sharing a line with it. What an account does not offer is asked too: it has to say so without a
// request.
class TestBackendContract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { tests::failOnAnyWarning(); }
    void keepsTheContract_data();
    void keepsTheContract();
    void sentMessageMovesForwardOnly_data();
    void sentMessageMovesForwardOnly();
    void cleanupTestCase();

private:
    std::unique_ptr<Backend> backendOf(const QString &api, const QString &secret) const;
    bool control(const QString &hook, const QJsonObject &what);
    void addApis() const;

    // Read once; each row asks for what it changes itself.
    struct Known {
        QList<Conversation> list;
        Conversation target;
        QList<Message> thread;
    };
    void learn(const QString &api);

    std::unique_ptr<demo::Server> m_server;
    QMap<QString, Known> m_known;
    QNetworkAccessManager m_network;
    QMap<QString, int> m_rows;
    QMap<QString, QStringList> m_missing;
};

void TestBackendContract::initTestCase()
{
    demo::ServerOptions options;
    options.token = token;
    options.world.quiet = true;
    options.world.speed = 1000;
    m_server = std::make_unique<demo::Server>(options);
    QString error;
    QVERIFY2(m_server->start(&error), qPrintable(error));
    const QList<BackendDescriptor> all = backends::descriptors();
    for (const BackendDescriptor &descriptor : all)
        learn(descriptor.id);
}

void TestBackendContract::learn(const QString &api)
{
    const auto backend = backendOf(api, token);
    if (!backend->capabilities().has(Capability::ListConversations)) {
        // Nothing can be read: these are asked about all the same.
        Known made;
        made.target.key.id = ConversationId(QStringLiteral("1"));
        made.target.line.emplace();
        made.target.customer.emplace();
        made.thread.resize(1);
        made.list = {made.target, made.target};
        m_known.insert(api, made);
        return;
    }
    const auto page = tests::ended(backend->conversations({}));
    QVERIFY(page);
    Known known{page->items, page->items.constFirst(), {}};
    for (const Conversation &candidate : page->items) {
        const bool works = !candidate.line || candidate.line->inSync != false;
        if (works && candidate.replyPossible != false && candidate.channel == Channel::WhatsApp
            && candidate.customer && candidate.status != ConversationStatus::InProgress) {
            known.target = candidate;
            break;
        }
    }
    const auto thread = tests::ended(backend->messages(known.target.key.id, {}));
    QVERIFY(thread && !thread->items.isEmpty());
    known.thread = thread->items;
    m_known.insert(api, known);
}

std::unique_ptr<Backend> TestBackendContract::backendOf(const QString &api, const QString &secret) const
{
    AccountConfig config;
    config.id = AccountId(QStringLiteral("acc"));
    config.backend = api;
    const QJsonObject captain = m_server->captain();
    if (api == QLatin1String("client-api")) {
        config.settings.insert(baseUrlSetting, m_server->baseUrl());
    } else if (api == QLatin1String("zild")) {
        config.settings.insert(baseUrlSetting, m_server->zild().value(QLatin1String("base_url")).toString());
    } else {
        config.settings = {
            {baseUrlSetting, captain.value(QLatin1String("base_url")).toString()},
            {QStringLiteral("chatbot"), captain.value(QLatin1String("chatbot")).toString()},
            {QStringLiteral("workspace"), captain.value(QLatin1String("workspace")).toString()}};
    }
    return backends::createBackend(config, secret);
}

bool TestBackendContract::control(const QString &hook, const QJsonObject &what)
{
    QNetworkRequest request(
        QUrl(QStringLiteral("http://127.0.0.1:%1/demo-control/").arg(m_server->port()) + hook));
    request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    request.setRawHeader("Connection", "close"); // the server's end waits for what is kept open
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply *reply = m_network.post(request, QJsonDocument(what).toJson());
    const bool ended = QTest::qWaitFor([reply] { return reply->isFinished(); }, 5'000);
    reply->deleteLater();
    return ended && reply->error() == QNetworkReply::NoError;
}

void TestBackendContract::addApis() const
{
    QTest::addColumn<QString>("api");
    const QList<BackendDescriptor> all = backends::descriptors();
    for (const BackendDescriptor &descriptor : all)
        QTest::newRow(qPrintable(descriptor.id)) << descriptor.id;
}

void TestBackendContract::keepsTheContract_data()
{
    QTest::addColumn<QString>("api");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("condition");
    const QList<BackendDescriptor> all = backends::descriptors();
    for (const BackendDescriptor &descriptor : all) {
        for (int step = 0; step < steps().size(); ++step) {
            for (int condition = 0; condition < conditions().size(); ++condition)
                QTest::addRow("%s, %s, %s", qPrintable(descriptor.id), steps().at(step).name,
                              conditions().at(condition).name)
                    << descriptor.id << step << condition;
        }
    }
}

void TestBackendContract::keepsTheContract()
{
    QFETCH(QString, api);
    QFETCH(int, step);
    QFETCH(int, condition);
    const Step &s = steps().at(step);
    const Condition &c = conditions().at(condition);
    ++m_rows[api];
    const auto backend = backendOf(api, token);
    QVERIFY(backend);
    const Known &known = m_known[api];
    Stage stage{*backend, known.list, known.target, known.thread};

    const auto reason = backend->capabilities().reason(s.needs);
    if (reason) {
        // Declared missing: said without asking anybody.
        const QString name = QLatin1String(s.name);
        if (!m_missing[api].contains(name))
            m_missing[api] << name;
        // These two are ordinary changes, in other words.
        if (s.needs != Capability::Unassign && s.needs != Capability::TakeOverFromBot) {
            const auto result = s.ask(stage);
            QVERIFY2(!result, "a missing capability has to be refused");
            QCOMPARE(result.error().outcome, Outcome::NotSent);
            QCOMPARE(result.error().kind, ErrorKind::Unsupported);
        }
        QSKIP("not offered by this API, by its own declaration");
    }

    const bool isUnknown = QByteArray(c.name) == "unknown conversation";
    if (isUnknown) {
        if (!s.ofConversation || s.needs == Capability::EditNote || s.needs == Capability::DeleteConversation
            || s.needs == Capability::RestartPaid) {
            return; // it names no conversation, or chooses its own
        }
        stage.target.key.id = ConversationId(
            api == QLatin1String("client-api") ? QStringLiteral("99999999") : QStringLiteral("cnv99999999"));
    }
    if (QByteArray(c.name) == "wrong credential")
        backend->setSecret(QStringLiteral("wrong"));
    if (*c.fault) {
        constexpr int copiesQtMayTry = 30;
        const QString pattern =
            s.way == Way::Read ? QStringLiteral("^GET ") : QStringLiteral("^(?!GET )(?!POST /demo)");
        QVERIFY(control(QStringLiteral("fault"),
                        {{QStringLiteral("match"), pattern},
                         {QStringLiteral("kind"), QLatin1String(c.fault)},
                         {QStringLiteral("ms"), 40},
                         {QStringLiteral("times"), s.way == Way::Read ? copiesQtMayTry : 1}}));
        if (s.way == Way::Write && QByteArray(c.fault) == "close")
            tests::expectPreventedResend();
    }
    const auto result = s.ask(stage);
    if (*c.fault && s.way == Way::Read) // what was left of it
        m_server->clearFaults();
    const std::optional<ErrorKind> wanted = s.way == Way::Read ? c.read : c.write;
    if (isUnknown) {
        QVERIFY(!result);
        QCOMPARE(result.error().outcome, Outcome::Refused);
        QVERIFY(result.error().kind == ErrorKind::NotFound || result.error().kind == ErrorKind::Rejected);
        return;
    }
    if (!wanted) {
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
    } else {
        QVERIFY(!result);
        QCOMPARE(result.error().kind, *wanted);
        if (s.way == Way::Write)
            QCOMPARE(result.error().outcome, c.outcome);
    }
    // Done once when it was answered, and once when the answer was lost.
    const bool wasDone = !wanted || QByteArray(c.fault) == "close";
    if (s.look && wasDone)
        QVERIFY2(s.look(stage), "it has to be done, and once");
}

void TestBackendContract::sentMessageMovesForwardOnly_data()
{
    addApis();
}

void TestBackendContract::sentMessageMovesForwardOnly()
{
    QFETCH(QString, api);
    const auto backend = backendOf(api, token);
    if (!backend->capabilities().has(Capability::SendText))
        QSKIP("not offered by this API, by its own declaration");
    const auto page = tests::ended(backend->conversations({}));
    QVERIFY(page);
    const auto open = std::find_if(page->items.begin(), page->items.end(), [](const Conversation &c) {
        return c.replyPossible != false && c.channel == Channel::WhatsApp
            && (!c.line || c.line->inSync != false);
    });
    QVERIFY(open != page->items.end());
    const auto sent = tests::ended(backend->sendText(open->key.id, fresh("Look"), {}));
    QVERIFY(sent);
    DeliveryStatus reached = sent->status.value;
    bool wentBack = false;
    const auto isDelivered = [&] {
        const auto now = tests::ended(backend->message(open->key.id, sent->id));
        wentBack = wentBack || !now || now->status.value < reached;
        if (now)
            reached = now->status.value;
        return wentBack || reached >= DeliveryStatus::Delivered;
    };
    QTRY_VERIFY(isDelivered());
    QVERIFY(!wentBack);
}

void TestBackendContract::cleanupTestCase()
{
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it)
        qInfo("%s: %d rows; not offered (%d of %d operations): %s", qPrintable(it.key()), it.value(),
              int(m_missing.value(it.key()).size()), int(steps().size()),
              qPrintable(m_missing.value(it.key()).join(QStringLiteral(", "))));
    m_network.clearConnectionCache(); // the server waits for those who may ask again
    m_server.reset();
}

QTEST_GUILESS_MAIN(TestBackendContract)
#include "tst_backendcontract.moc"
