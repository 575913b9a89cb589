// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/demo/captain.h"
#include "services/demo/server.h"
#include "services/store/accountdatabase.h"
#include "services/store/store.h"
#include "services/sync/accountsession.h"
#include "services/sync/colleagues.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace inbox;
using namespace inbox::domain;
using store::AccountDatabase;
using Kind = Intent::Kind;

namespace {

const QString token = QStringLiteral("shared-changes-token");
const AccountId account(QStringLiteral("captain"));
const TagId urgent(QStringLiteral("tagUrgent"));
const TagId vip(QStringLiteral("tagVip"));
const TeamId sales(QStringLiteral("teamSales"));
const TeamId returns(QStringLiteral("teamReturns"));

} // namespace

// Tags, team, snoozing, notes and taking over, through lost answers, colleagues and the program's own end.
// The demo server's ChatCaptain is the witness.
class TestSharedChanges : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    QNetworkAccessManager m_network;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<demo::Server> m_server;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<sync::AccountSession> m_session;
    std::unique_ptr<backends::Backend> m_colleague;
    ConversationId m_id;

    AccountConfig config() const
    {
        const QJsonObject captain = m_server->captain();
        AccountConfig config;
        config.id = account;
        config.backend = QStringLiteral("chatcaptain");
        config.me = UserId(captain.value(QLatin1String("user_id")).toString());
        config.settings.insert(baseUrlSetting, captain.value(QLatin1String("base_url")).toString());
        for (const QString &name : {QStringLiteral("chatbot"), QStringLiteral("workspace")})
            config.settings.insert(name, captain.value(name).toString());
        return config;
    }
    void open()
    {
        m_store = std::make_unique<store::Store>(m_profile->path());
        sync::PollTimings quick;
        quick.openThread = quick.list = 50;
        quick.firstRetry = 30;
        quick.longestRetry = 100;
        m_session = std::make_unique<sync::AccountSession>(config(), backends::createBackend(config(), token),
                                                           m_clock, quick, m_store.get());
        m_session->restore();
    }
    void start()
    {
        open();
        m_session->start();
        QTRY_COMPARE(m_session->status().phase, sync::SyncStatus::Phase::Synced);
        QTRY_VERIFY(!m_session->colleagues().people().isEmpty());
    }
    void close()
    {
        m_session.reset();
        m_store.reset();
    }
    // What the server says, asked by somebody else.
    Conversation server()
    {
        auto call = m_colleague->conversation(m_id);
        std::optional<Conversation> told;
        call.whenDone(this,
                      [&told](const Result<Conversation> &now) { told = now.value_or(Conversation()); });
        const bool ended = QTest::qWaitFor([&told] { return told.has_value(); }, 5'000);
        return ended ? *told : Conversation();
    }
    template <typename T> void colleague(net::Call<T> call)
    {
        bool done = false;
        call.whenDone(this, [&done](const Result<T> &) { done = true; });
        QVERIFY(QTest::qWaitFor([&done] { return done; }, 5'000));
    }
    void leaveBehind(Intent intent)
    {
        const auto database = AccountDatabase::open(path());
        QVERIFY(database && (*database)->intents().add(intent).value_or(false));
        intent.state = Intent::State::Sending;
        QVERIFY((*database)->intents().update(intent));
    }
    qsizetype unfinished()
    {
        const auto database = AccountDatabase::open(path());
        return database ? (*database)->intents().unfinished().value_or(QList<Intent>()).size() : -1;
    }
    static UserId colleagueId(int which) { return UserId(demo::CaptainRoutes::userId(11 + which)); }
    Intent intent(Kind kind) const
    {
        Intent i;
        i.id = IntentId(QStringLiteral("left behind"));
        i.conversation = m_id;
        i.kind = kind;
        i.createdAt = QDateTime::currentDateTimeUtc();
        return i;
    }
    QString path() const { return m_profile->filePath(QStringLiteral("accounts/captain.sqlite")); }
    bool settled()
    {
        return QTest::qWaitFor([this] { return m_session->pendingChange(m_id).isEmpty(); }, 10'000);
    }
    // The next answer to a change is lost, after or before it was made.
    void lose(const QString &kind, const QString &match = QStringLiteral("PATCH"))
    {
        QNetworkRequest request(
            QUrl(QStringLiteral("http://127.0.0.1:%1/demo-control/fault").arg(m_server->port())));
        request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
        request.setRawHeader("Connection", "close"); // the server's end waits for what is kept open
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const QJsonObject what{
            {QStringLiteral("match"), match}, {QStringLiteral("kind"), kind}, {QStringLiteral("times"), 1}};
        QNetworkReply *reply = m_network.post(request, QJsonDocument(what).toJson());
        QVERIFY(QTest::qWaitFor([reply] { return reply->isFinished(); }, 5'000));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        reply->deleteLater();
    }

    Automation automation(Automation::Kind kind) const
    {
        const Conversation here = *m_session->conversation(m_id);
        Automation automation;
        automation.kind = kind;
        automation.conversation = m_id;
        automation.text = QStringLiteral("parcel");
        automation.step.step = QStringLiteral("step7");
        automation.source.line = here.line->id;
        automation.source.lineName = QStringLiteral("Website");
        automation.source.providerId = here.customer->displayId;
        return automation;
    }
    int timesSaid(const QString &words) const
    {
        const sync::Thread *thread = m_session->thread(m_id);
        if (!thread)
            return 0;
        return int(std::count_if(thread->messages.cbegin(), thread->messages.cend(),
                                 [&words](const Message &m) { return plainText(m) == words; }));
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_profile->path()).mkpath(QStringLiteral("accounts")));
        demo::ServerOptions options;
        options.token = token;
        options.world.quiet = true;
        m_server = std::make_unique<demo::Server>(options);
        QString error;
        QVERIFY2(m_server->start(&error), qPrintable(error));
        m_colleague = backends::createBackend(config(), token);
        std::optional<QList<Conversation>> all;
        m_colleague->conversations({}).whenDone(this,
                                                [&all](const Result<backends::Page<Conversation>> &page) {
                                                    all = page ? page->items : QList<Conversation>();
                                                });
        QTRY_VERIFY(all.has_value());
        for (const Conversation &c : std::as_const(*all)) {
            if (c.status == ConversationStatus::Bot)
                m_id = c.key.id;
        }
        QVERIFY(!m_id.isEmpty());
    }
    void cleanup()
    {
        close();
        m_colleague.reset();
        m_server.reset();
    }

    void everyKindReachesTheServer()
    {
        start();
        const QDateTime until(QDate(2031, 1, 2), QTime(9, 0), Qt::UTC);
        m_session->setTags(m_id, {urgent, vip});
        m_session->assignTeam(m_id, sales);
        m_session->snooze(m_id, until);
        m_session->addNote(m_id, QStringLiteral("Rings twice"));
        m_session->takeOverFromBot(m_id);
        const auto asAsked = [&](const Conversation &c) {
            return c.tags == QList<TagId>{urgent, vip} && c.team == sales && c.snoozeUntil == until
                && c.notes.size() == 1 && c.status == ConversationStatus::InProgress && c.assignee
                && c.assignee->id == m_session->config().me;
        };
        QVERIFY(asAsked(*m_session->conversation(m_id))); // at once
        QVERIFY(!asAsked(server()));
        QVERIFY(settled());
        QVERIFY(asAsked(server()));
        QVERIFY(asAsked(*m_session->conversation(m_id)));
        m_session->deleteNote(m_id, QStringLiteral("Rings twice"));
        QVERIFY(settled());
        QVERIFY(server().notes.isEmpty());
    }

    void whatWasAskedForOutlivesTheProgram()
    {
        Intent tags = intent(Kind::SetTags);
        tags.tags = {urgent};
        leaveBehind(tags);
        start();
        QVERIFY(settled());
        QTRY_COMPARE(unfinished(), 0);
        QCOMPARE(server().tags, QList<TagId>{urgent});
    }

    void aColleaguesNewerChangeStands()
    {
        colleague(m_colleague->assignTeam(m_id, returns));
        Intent team = intent(Kind::AssignTeam);
        team.team = sales;
        leaveBehind(team);
        open();
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_session->start();
        QTRY_COMPARE(failed.size(), 1);
        const auto failure = failed.constFirst().constFirst().value<sync::ActionFailure>();
        QCOMPARE(failure.error.kind, ErrorKind::Overtaken);
        QCOMPARE(failure.action, sync::ActionKind::AssignTeam);
        QCOMPARE(server().team, returns);
    }

    void aNoteIsNeverWrittenTwice_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("the answer was lost") << QStringLiteral("close");
        QTest::newRow("it was not written") << QStringLiteral("503");
    }
    void aNoteIsNeverWrittenTwice()
    {
        QFETCH(const QString, kind);
        start();
        lose(kind);
        m_session->addNote(m_id, QStringLiteral("VIP"));
        QVERIFY(settled());
        const QList<Note> notes = server().notes;
        QCOMPARE(notes.size(), 1);
        m_session->addNote(m_id, QStringLiteral("VIP")); // is there
        QVERIFY(m_session->pendingChange(m_id).isEmpty());
    }

    void aRefusedNoteComesBack()
    {
        start();
        lose(QStringLiteral("403"));
        QSignalSpy held(m_session.get(), &sync::AccountSession::noteHeld);
        m_session->addNote(m_id, QStringLiteral("Rings twice"));
        QTRY_COMPARE(held.size(), 1);
        QCOMPARE(held.constFirst().at(1).toString(), QStringLiteral("Rings twice"));
        close();
        QCOMPARE(unfinished(), 0);
        const auto database = AccountDatabase::open(path());
        QVERIFY(database);
        QCOMPARE((*database)->drafts().all()->value(m_id).note, QStringLiteral("Rings twice"));
    }

    void whatCanBeTakenBackIs()
    {
        start();
        m_session->setTags(m_id, {urgent});
        m_session->addNote(m_id, QStringLiteral("VIP"));
        QVERIFY(settled());
        m_session->undo();
        m_session->undo();
        QVERIFY(settled());
        QVERIFY(server().notes.isEmpty());
        QVERIFY(server().tags.isEmpty());
        m_session->redo();
        QVERIFY(settled());
        QCOMPARE(server().tags, QList<TagId>{urgent});
        // The API knows no way back from these.
        m_session->undo();
        m_session->takeOverFromBot(m_id);
        m_session->assignTeam(m_id, sales);
        QVERIFY(settled());
        QVERIFY(!m_session->undoable());
        // A snooze is ended by the present time.
        m_session->snooze(m_id, QDateTime(QDate(2031, 1, 2), QTime(9, 0), Qt::UTC));
        QVERIFY(settled());
        QVERIFY(server().snoozeUntil);
        m_session->undo();
        QVERIFY(settled());
        QVERIFY(!server().snoozeUntil);
        QVERIFY(!m_session->conversation(m_id)->snoozeUntil);
    }

    void whatIsArchivedOrUnreadCanBeReadAtTheServer()
    {
        start();
        m_session->setRead(m_id, true);
        QVERIFY(settled());
        m_session->setRead(m_id, false);
        m_session->setArchived(m_id, true);
        QVERIFY(m_session->conversation(m_id)->archived); // at once
        QVERIFY(m_session->conversation(m_id)->unreadCount > 0);
        QVERIFY(settled());
        QVERIFY(server().archived);
        QVERIFY(server().unreadCount > 0);
        m_session->undo();
        QVERIFY(settled());
        QVERIFY(!server().archived);
    }

    void whatDescribesAConversationReachesTheServer()
    {
        start();
        const QMap<QString, QString> before = m_session->conversation(m_id)->metadata;
        const QString nameBefore = customerName(*m_session->conversation(m_id));
        const QMap<QString, QString> metadata{{QStringLiteral("größe"), QStringLiteral("M")}};
        const QList<UserId> mentions{colleagueId(0), colleagueId(1)};
        m_session->rename(m_id, QStringLiteral("Zoë"));
        m_session->setLanguage(m_id, QStringLiteral("pt-BR"));
        m_session->setMetadata(m_id, metadata);
        m_session->setMentions(m_id, mentions);
        const auto asAsked = [&](const Conversation &c) {
            return customerName(c) == QStringLiteral("Zoë") && c.language == QLatin1String("pt-BR")
                && c.metadata == metadata && c.mentions == mentions;
        };
        QVERIFY(asAsked(*m_session->conversation(m_id))); // at once
        QVERIFY(!asAsked(server()));
        QVERIFY(settled());
        QVERIFY(asAsked(server()));
        QVERIFY(asAsked(*m_session->conversation(m_id)));
        for (int i = 0; i < 4; ++i)
            m_session->undo();
        QVERIFY(settled());
        QCOMPARE(customerName(server()), nameBefore);
        QCOMPARE(server().metadata, before);
        QVERIFY(server().mentions.isEmpty());
        m_session->redo();
        QVERIFY(settled());
        QCOMPARE(customerName(server()), QStringLiteral("Zoë"));
        // What is so already, and how either is emptied is not known.
        for (const QString &name : {QStringLiteral("Zoë"), QString(), QStringLiteral(" ")})
            m_session->rename(m_id, name);
        m_session->setLanguage(m_id, {});
        QVERIFY(m_session->pendingChange(m_id).isEmpty());
    }

    void whatDescribesAConversationOutlivesTheProgram_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<sync::ActionKind>("action");
        QTest::newRow("name") << Kind::Rename << sync::ActionKind::Rename;
        QTest::newRow("language") << Kind::SetLanguage << sync::ActionKind::SetLanguage;
        QTest::newRow("metadata") << Kind::SetMetadata << sync::ActionKind::SetMetadata;
        QTest::newRow("mentions") << Kind::Mention << sync::ActionKind::Mention;
    }
    void whatDescribesAConversationOutlivesTheProgram()
    {
        QFETCH(const Kind, kind);
        QFETCH(const sync::ActionKind, action);
        const Conversation seen = server();
        Intent wish = intent(kind);
        wish.text = kind == Kind::Rename ? QStringLiteral("Zoë") : QStringLiteral("pt");
        wish.before = kind == Kind::Rename ? customerName(seen) : seen.language;
        wish.metadata = {{QStringLiteral("größe"), QStringLiteral("M")}};
        wish.seen.metadata = seen.metadata;
        wish.mentions = {colleagueId(1)};
        wish.seen.mentions = seen.mentions;
        const auto fulfilled = [&](const Conversation &c) {
            switch (kind) {
            case Kind::Rename:
                return customerName(c) == wish.text;
            case Kind::SetLanguage:
                return c.language == wish.text;
            case Kind::SetMetadata:
                return c.metadata == wish.metadata;
            default:
                return c.mentions == wish.mentions;
            }
        };
        leaveBehind(wish);
        start();
        QVERIFY(settled());
        QTRY_COMPARE(unfinished(), 0);
        QVERIFY(fulfilled(server()));
        close();

        // The same once more, but a colleague was there in between.
        colleague(m_colleague->rename(m_id, QStringLiteral("Ada")));
        colleague(m_colleague->setLanguage(m_id, QStringLiteral("en-GB")));
        colleague(m_colleague->setMetadata(m_id, {{QStringLiteral("a"), QStringLiteral("b")}}));
        colleague(m_colleague->setMentions(m_id, {colleagueId(0)}));
        wish.id = IntentId(QStringLiteral("left behind again"));
        leaveBehind(wish);
        open();
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_session->start();
        QTRY_COMPARE(failed.size(), 1);
        const auto failure = failed.constFirst().constFirst().value<sync::ActionFailure>();
        QCOMPARE(failure.error.kind, ErrorKind::Overtaken);
        QCOMPARE(failure.action, action);
        QVERIFY(!fulfilled(server()));
    }

    void whatTheBotSaysStandsInTheThread_data()
    {
        QTest::addColumn<Automation::Kind>("kind");
        QTest::addColumn<QString>("says");
        using Says = Automation::Kind;
        QTest::newRow("event") << Says::Event << QStringLiteral("There is news for you: parcel");
        QTest::newRow("step") << Says::Step << QStringLiteral("Here we go on: step7");
        QTest::newRow("message") << Says::CustomerMessage << QStringLiteral("You wrote: parcel");
        QTest::newRow("channel") << Says::ChannelEvent << QStringLiteral("The channel says: parcel");
    }
    void whatTheBotSaysStandsInTheThread()
    {
        QFETCH(const Automation::Kind, kind);
        QFETCH(const QString, says);
        start();
        m_session->setOpenConversation(m_id);
        QSignalSpy ended(m_session.get(), &sync::AccountSession::automationEnded);
        const Automation asked = automation(kind);
        QVERIFY(m_session->automate(asked));
        QVERIFY(!m_session->automate(asked)); // a second press
        QTRY_COMPARE(ended.size(), 1);
        const auto end = ended.constFirst().constFirst().value<AutomationEnd>();
        QVERIFY(!end.error);
        QCOMPARE(end.conversation, m_id);
        QCOMPARE(end.answers, kind == Automation::Kind::Event ? 0 : 1);
        QTRY_COMPARE(timesSaid(says), 1);
    }

    void aLostAnswerIsUnknownAndNothingIsAskedForAgain()
    {
        start();
        m_session->setOpenConversation(m_id);
        lose(QStringLiteral("close"), QStringLiteral("custom-event"));
        QSignalSpy ended(m_session.get(), &sync::AccountSession::automationEnded);
        QVERIFY(m_session->automate(automation(Automation::Kind::Event)));
        QTRY_COMPARE(ended.size(), 1);
        const auto end = ended.constFirst().constFirst().value<AutomationEnd>();
        QVERIFY(end.error);
        QCOMPARE(end.error->outcome, Outcome::Unknown);
        // It had arrived: the thread that is read afterwards tells.
        QTRY_COMPARE(timesSaid(QStringLiteral("There is news for you: parcel")), 1);
        QSignalSpy read(m_session.get(), &sync::AccountSession::threadRead);
        m_session->refreshConversation(m_id);
        QTRY_VERIFY(!read.isEmpty());
        QCOMPARE(timesSaid(QStringLiteral("There is news for you: parcel")), 1);
    }

    void whatWasAnsweredIsNotKept()
    {
        start();
        QSignalSpy ended(m_session.get(), &sync::AccountSession::automationEnded);
        QVERIFY(m_session->automate(automation(Automation::Kind::Event)));
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(m_session->unfinished().isEmpty());
        QTRY_COMPARE(unfinished(), 0);
    }

    void colleaguesAreSeenOnlineAndSoAmI()
    {
        start();
        const UserId me = m_session->config().me;
        QTRY_VERIFY(m_session->colleagues().isOnline(me).has_value());
        QVERIFY(m_session->colleagues().isOnline(colleagueId(1)).has_value());
        QVERIFY(!m_session->colleagues().isOnline(UserId(QStringLiteral("nobody"))));
        const bool before = *m_session->colleagues().amOnline();
        QCOMPARE(m_session->colleagues().isOnline(me), std::optional(before));
        QSignalSpy set(m_session.get(), &sync::AccountSession::onlineSet);
        m_session->colleagues().setOnline(!before);
        QTRY_COMPARE(set.size(), 1);
        QCOMPARE(m_session->colleagues().amOnline(), std::optional(!before));
        QTRY_COMPARE(m_session->colleagues().isOnline(me), std::optional(!before)); // the server says so too
        lose(QStringLiteral("503"), QStringLiteral("me/online"));
        QSignalSpy failed(m_session.get(), &sync::AccountSession::actionFailed);
        m_session->colleagues().setOnline(before);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<sync::ActionFailure>().action,
                 sync::ActionKind::SetOnline);
        QCOMPARE(m_session->colleagues().amOnline(), std::optional(!before));
    }

    void findsByTheMessengersId()
    {
        start();
        QTRY_VERIFY(!m_session->colleagues().lines().isEmpty());
        const Conversation here = *m_session->conversation(m_id);
        QSignalSpy found(m_session.get(), &sync::AccountSession::conversationFound);
        m_session->findConversation(here.line->id, here.customer->displayId);
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.constLast().constFirst().value<ConversationId>(), m_id);
        m_session->findConversation(here.line->id, QStringLiteral("nobody"));
        QTRY_COMPARE(found.size(), 2);
        QVERIFY(found.constLast().constFirst().value<ConversationId>().isEmpty());
    }

    void namesAreReadOnce()
    {
        start();
        QTRY_COMPARE(m_session->colleagues().tags().size(), 3);
        QTRY_COMPARE(m_session->colleagues().teams().size(), 2);
    }

    void whatIsDeletedIsGone()
    {
        start();
        m_session->deleteConversation(m_id);
        QTRY_VERIFY(!m_session->conversation(m_id));
        QVERIFY(server().key.id.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSharedChanges)
#include "tst_sharedchanges.moc"
