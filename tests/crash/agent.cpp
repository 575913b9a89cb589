// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// A person at work without a window: types, sends, restarts and files conversations in a seeded random order
// until it is killed. Prints each thing it did, after it did it. With --settle it does nothing new and ends
// when nothing is under way any more.
#include "models/conversationlistmodel.h"
#include "models/drafts.h"
#include "models/heartbeat.h"
#include "models/inboxactions.h"
#include "services/domain/clock.h"
#include "services/secrets/memorystore.h"
#include "services/sync/inbox.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTimer>

#include <cstdio>

using namespace inbox;
using namespace inbox::domain;

namespace {

const AccountId account(QStringLiteral("a"));
constexpr int kTalkative = 4; // conversations
constexpr int kMostAtOnce = 3;

sync::PollTimings quick()
{
    sync::PollTimings t;
    t.openThread = 100;
    t.list = 100;
    t.sweepPage = 50;
    t.lookAgain = 50;
    t.firstRetry = 50;
    t.longestRetry = 400;
    return t;
}

void tell(const QString &line)
{
    std::printf("%lld %s\n", QDateTime::currentMSecsSinceEpoch(), line.toUtf8().constData());
    std::fflush(stdout);
}

class Person : public QObject {
public:
    Person(const QString &profile, const QUrl &server, quint32 seed, bool settle)
        : m_inbox(profile, m_secrets, m_clock)
        , m_drafts(m_inbox)
        , m_heartbeat(m_clock)
        , m_list(m_inbox, m_drafts, m_heartbeat)
        , m_actions(m_inbox, m_drafts, m_list)
        , m_random(seed)
        , m_seed(seed)
        , m_settle(settle)
    {
        AccountConfig config;
        config.id = account;
        config.backend = QStringLiteral("client-api");
        config.settings.insert(baseUrlSetting, server.toString());
        config.me = UserId(QStringLiteral("1"));
        m_inbox.addSession(config, backends::createBackend(config, QStringLiteral("secret")), quick());
        session().start();
        connect(&m_acting, &QTimer::timeout, this, [this] { m_settle ? considerLeaving() : act(); });
        m_acting.start(settle ? 50 : 8);
    }

private:
    sync::AccountSession &session() { return *m_inbox.session(account); }

    void act()
    {
        QList<ConversationId> ids = session().conversationIds();
        if (ids.isEmpty())
            return;
        std::sort(ids.begin(), ids.end());
        const ConversationId id = ids.at(m_random.bounded(int(ids.size())));
        const ConversationKey key{account, id};
        const auto say = [&](const char *what, const QString &text = {}) {
            tell(QLatin1String(what) + u' ' + id.value() + u' ' + text);
        };
        // Never the same twice, so that the server's log can tell them apart.
        const QString text = QStringLiteral("%1.%2 \u00e4\U0001F44D").arg(m_seed).arg(++m_number);
        // Drafts in one half of the conversations rest long enough to be due on disk; the other half sends.
        const bool types = id.value().toInt() > kTalkative;
        const sync::Thread *thread = session().thread(id);
        const bool mayBeSent =
            session().replyState(id).composerOpen() && (!thread || thread->outgoing.size() < kMostAtOnce);
        const int dice = m_random.bounded(100);
        if (dice < 15 && types) {
            m_drafts.setDraft(key, {text, int(text.size()), {}});
            say("draft", text);
        } else if (dice < 40 && !types && mayBeSent) {
            m_drafts.setDraft(key, {text, int(text.size()), {}});
            if (m_actions.sendDraft(key))
                say("send", text);
        } else if (dice < 42) {
            m_actions.restart(key);
        } else if (dice < 54) {
            m_actions.setStatus(key, ConversationStatus(1 + m_random.bounded(3)));
        } else if (dice < 60) {
            m_actions.assignToMe(key);
        } else if (dice < 66) {
            m_inbox.setOpenConversation(key);
        } else if (thread) {
            // As somebody who looked into the messenger: what nobody knows counts as sent.
            const QList<Intent> outgoing = thread->outgoing;
            for (const Intent &intent : outgoing) {
                if (intent.state == Intent::State::Unknown)
                    m_actions.settleMessage(key, intent.id, true);
            }
        }
    }

    void considerLeaving()
    {
        constexpr int tellEvery = 100; // looks
        const bool tells = ++m_looks % tellEvery == 0;
        if (session().status().phase != sync::SyncStatus::Phase::Synced) {
            if (tells)
                tell(QStringLiteral("phase %1").arg(int(session().status().phase)));
            return;
        }
        for (const Intent &intent : session().unfinished()) {
            if (intent.state != Intent::State::Unknown && intent.state != Intent::State::Failed
                && !waitsBehindUnknown(intent)) {
                if (tells) {
                    tell(QStringLiteral("waits for kind %1 state %2 conversation %3 error %4 “%5”")
                             .arg(int(intent.kind))
                             .arg(int(intent.state))
                             .arg(intent.conversation.value())
                             .arg(intent.error ? int(intent.error->kind) : -1)
                             .arg(intent.text));
                }
                return;
            }
        }
        if (++m_calm > 10) // what is quiet may only be between two steps
            QCoreApplication::quit();
    }

    bool waitsBehindUnknown(const Intent &intent)
    {
        if (intent.state != Intent::State::Queued || !intent.isMessage())
            return false;
        const QList<Intent> all = session().unfinished();
        return std::any_of(all.cbegin(), all.cend(), [&](const Intent &other) {
            return other.isMessage() && other.conversation == intent.conversation
                && other.state == Intent::State::Unknown;
        });
    }

    SystemClock m_clock;
    secrets::MemoryStore m_secrets;
    sync::Inbox m_inbox;
    models::Drafts m_drafts;
    models::Heartbeat m_heartbeat;
    models::ConversationListModel m_list;
    models::InboxActions m_actions;
    QRandomGenerator m_random;
    const quint32 m_seed;
    const bool m_settle;
    int m_number = 0;
    int m_calm = 0;
    int m_looks = 0;
    QTimer m_acting;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    // Qt's word for each re-send that was prevented, of which there are many here.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4)
        return 2;
    const Person person(arguments.at(1), QUrl(arguments.at(2)), arguments.at(3).toUInt(),
                        arguments.value(4) == QLatin1String("--settle"));
    tell(QStringLiteral("ready"));
    return QCoreApplication::exec();
}
