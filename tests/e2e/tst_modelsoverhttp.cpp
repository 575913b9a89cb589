// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/conversationlistmodel.h"
#include "models/currentconversation.h"
#include "models/drafts.h"
#include "models/heartbeat.h"
#include "models/inboxactions.h"
#include "models/media.h"
#include "models/preferences.h"
#include "models/threadmodel.h"
#include "services/secrets/memorystore.h"
#include "tests/support/rowshadow.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;

namespace {

const AccountId kAccount(QStringLiteral("demo"));
constexpr int kPatience = 15'000; // milliseconds; the demo's people answer when they like

} // namespace

// The models over the real backend and the demo workspace's server: what the window would show, without a
// window. The world lives meanwhile, so tests ask for what must come true, not for exact states.
class TestModelsOverHttp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void listFillsAndStaysConsistent();
    void sentMessageKeepsItsRow();
    void olderMessagesComeAtTheTop();
    void statusIsConfirmed();
    void restartIsPaidOnce();
    void filesArrive();

private:
    // The first row of the list that `fits`.
    template <typename Fits> ConversationKey find(Fits fits) const
    {
        for (int row = 0; row < m_list->rowCount(); ++row) {
            if (fits(m_list->row(row)))
                return m_list->row(row).key;
        }
        return {};
    }
    void open(const ConversationKey &key)
    {
        m_thread->setConversation(key);
        m_current->open(key);
        QTRY_VERIFY_WITH_TIMEOUT(m_thread->isLoaded(), kPatience);
    }
    int logged(const QString &method, const QString &pathEnd) const
    {
        QFile file(m_dir.filePath(QStringLiteral("log")));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        int count = 0;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject entry = QJsonDocument::fromJson(line).object();
            if (entry.value(QStringLiteral("method")).toString() == method
                && entry.value(QStringLiteral("path")).toString().endsWith(pathEnd))
                ++count;
        }
        return count;
    }

    QTemporaryDir m_dir;
    QProcess m_server;
    SystemClock m_clock;
    secrets::MemoryStore m_secrets;
    std::unique_ptr<sync::Inbox> m_inbox;
    std::unique_ptr<Drafts> m_drafts;
    std::unique_ptr<Heartbeat> m_heartbeat;
    std::unique_ptr<ConversationListModel> m_list;
    std::unique_ptr<ThreadModel> m_thread;
    std::unique_ptr<CurrentConversation> m_current;
    std::unique_ptr<InboxActions> m_actions;
    std::unique_ptr<QAbstractItemModelTester> m_listTester;
    std::unique_ptr<QAbstractItemModelTester> m_threadTester;
    std::unique_ptr<test::RowShadow> m_shadow;
};

void TestModelsOverHttp::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QFile token(m_dir.filePath(QStringLiteral("token")));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write("a-token-of-this-test");
    token.close();
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/agent-inbox-demo-server"),
                   {QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--quiet"),
                    QStringLiteral("--token-file"), token.fileName(), QStringLiteral("--log"),
                    m_dir.filePath(QStringLiteral("log")), QStringLiteral("--parent-pid"),
                    QString::number(QCoreApplication::applicationPid())});
    QTRY_VERIFY_WITH_TIMEOUT(m_server.canReadLine(), kPatience);
    const QJsonObject ready = QJsonDocument::fromJson(m_server.readLine()).object();
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));

    m_inbox = std::make_unique<sync::Inbox>(QString(), m_secrets, m_clock);
    m_drafts = std::make_unique<Drafts>(*m_inbox);
    m_heartbeat = std::make_unique<Heartbeat>(m_clock);
    m_list = std::make_unique<ConversationListModel>(*m_inbox, *m_drafts, *m_heartbeat);
    m_thread = std::make_unique<ThreadModel>(*m_inbox, *m_heartbeat);
    m_current = std::make_unique<CurrentConversation>(*m_inbox, *m_heartbeat);
    m_actions = std::make_unique<InboxActions>(*m_inbox, *m_drafts, *m_list);
    m_listTester = std::make_unique<QAbstractItemModelTester>(m_list.get());
    m_threadTester = std::make_unique<QAbstractItemModelTester>(m_thread.get());
    m_shadow = std::make_unique<test::RowShadow>(*m_list, [this](int row) -> QString {
        return m_list->row(row).key.id.value() + u' ' + QString::number(m_list->row(row).revision);
    });
    m_list->setView(View::All);

    AccountConfig config;
    config.id = kAccount;
    config.backend = QStringLiteral("client-api");
    config.name = QStringLiteral("Demo");
    config.settings.insert(baseUrlSetting, ready.value(QStringLiteral("base_url")).toString());
    config.me = UserId(QString::number(ready.value(QStringLiteral("user_id")).toInteger()));
    config.sessionOnly = true;
    const auto saved = m_inbox->saveAccount(config, QStringLiteral("a-token-of-this-test"));
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error()));
    m_heartbeat->setRunning(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_list->rowCount() > 0, kPatience);
}

void TestModelsOverHttp::cleanupTestCase()
{
    m_drafts.reset(); // is kept by the inbox
    m_inbox.reset();
    m_server.terminate();
    QVERIFY(m_server.waitForFinished(kPatience));
}

void TestModelsOverHttp::listFillsAndStaysConsistent()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_list->count(View::All) + m_list->count(View::Done) >= 50, kPatience);
    QCOMPARE(m_shadow->rows, m_shadow->present());
    QVERIFY(m_list->count(View::Mine) > 0);
    QVERIFY(m_list->count(View::Closing) > 0);
    QCOMPARE(m_list->row(0).reply, m_inbox->session(kAccount)->replyState(m_list->row(0).key.id));
}

void TestModelsOverHttp::sentMessageKeepsItsRow()
{
    const ConversationKey key = find([](const ConversationRow &row) {
        return row.reply.kind == ReplyStateKind::Open && row.channel == Channel::WhatsApp && !row.blocked
            && !row.failedSend;
    });
    QVERIFY(!key.isEmpty());
    open(key);
    QTRY_VERIFY_WITH_TIMEOUT(!m_thread->isRefreshing(), kPatience);
    QSignalSpy removed(m_thread.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy accepted(m_actions.get(), &InboxActions::messageAccepted);
    m_drafts->setDraft(key, {QStringLiteral("Your parcel is on its way."), 0, {}});
    QVERIFY(m_actions->sendDraft(key));
    const ThreadRow &waiting = m_thread->row(m_thread->rowCount() - 1);
    QCOMPARE(waiting.mark, DeliveryMark::Waiting);
    QTRY_COMPARE_WITH_TIMEOUT(accepted.size(), 1, kPatience);
    QCOMPARE(removed.size(), 0);
    int found = 0;
    for (int row = 0; row < m_thread->rowCount(); ++row) {
        if (plainText(m_thread->row(row).message) != QStringLiteral("Your parcel is on its way."))
            continue;
        ++found;
        QVERIFY(m_thread->row(row).outgoing.isEmpty());
        QVERIFY(m_thread->row(row).mark >= DeliveryMark::HandedOver);
    }
    QCOMPARE(found, 1);
}

void TestModelsOverHttp::olderMessagesComeAtTheTop()
{
    for (int row = 0; row < m_list->rowCount() && !m_thread->hasOlder(); ++row)
        open(m_list->row(row).key);
    QVERIFY2(m_thread->hasOlder(), "the world has a conversation of several pages");
    const int before = m_thread->rowCount();
    MessageId newest; // the last row may be a note
    for (int row = 0; row < before; ++row) {
        if (!m_thread->row(row).message.id.isEmpty())
            newest = m_thread->row(row).message.id;
    }
    const int place = m_thread->rowOf(newest);
    QSignalSpy arrived(m_thread.get(), &ThreadModel::messagesArrived);
    m_thread->loadOlder();
    QTRY_VERIFY_WITH_TIMEOUT(m_thread->rowCount() > before + 20, kPatience);
    QVERIFY(m_thread->rowOf(newest) >= place + 20);
    QCOMPARE(arrived.size(), 0);
}

void TestModelsOverHttp::statusIsConfirmed()
{
    const ConversationKey key = find(
        [](const ConversationRow &row) { return row.status == ConversationStatus::ToDo && !row.pending; });
    QVERIFY(!key.isEmpty());
    m_actions->setStatus(key, ConversationStatus::InProgress);
    QVERIFY(m_list->row(m_list->rowOf(key)).pending);
    QVERIFY(m_list->row(m_list->rowOf(key)).status == ConversationStatus::InProgress);
    QTRY_VERIFY_WITH_TIMEOUT(!m_list->row(m_list->rowOf(key)).pending, kPatience);
    QVERIFY(m_list->row(m_list->rowOf(key)).status == ConversationStatus::InProgress);
}

void TestModelsOverHttp::restartIsPaidOnce()
{
    const ConversationKey key = find([](const ConversationRow &row) {
        return row.reply.kind == ReplyStateKind::ExpiredRestartable && !row.reply.lastRestartUnanswered;
    });
    QVERIFY(!key.isEmpty());
    open(key);
    QSignalSpy finished(m_actions.get(), &InboxActions::restartFinished);
    for (int press = 0; press < 20; ++press)
        m_actions->restart(key);
    QCOMPARE(m_current->replyState().kind, ReplyStateKind::Restarting);
    const auto accepted = [&finished] {
        return std::any_of(finished.cbegin(), finished.cend(), [](const QList<QVariant> &arguments) {
            return arguments.at(1).value<sync::RestartOutcome>() == sync::RestartOutcome::Accepted;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(accepted(), kPatience);
    QVERIFY(m_current->replyState().kind != ReplyStateKind::ExpiredRestartable);
    QCOMPARE(logged(QStringLiteral("POST"), key.id.value() + QStringLiteral("/restart")), 1);
    QCOMPARE(m_shadow->rows, m_shadow->present());
}

void TestModelsOverHttp::filesArrive()
{
    const auto named = [this](const char *name) {
        return find([name](const ConversationRow &row) { return row.name == QLatin1String(name); });
    };
    Preferences preferences;
    Media media(*m_inbox, preferences, m_dir.filePath(QStringLiteral("profile")));
    QSignalSpy changed(&media, &Media::changed);
    QStringList endings;
    bool sawHalf = false;
    for (const ConversationKey &key : {named("Leonie Seidel"), named("Lukas Meier")}) {
        QVERIFY(!key.isEmpty());
        open(key);
        const sync::Thread *thread = m_inbox->session(kAccount)->thread(key.id);
        QTRY_VERIFY_WITH_TIMEOUT(thread->loaded, kPatience);
        QList<MediaRef> refs;
        for (const Message &message : thread->messages) {
            for (int i = 0; i < int(message.contents.size()); ++i) {
                if (std::holds_alternative<MediaContent>(message.contents.at(i)))
                    refs.append({key, message.id, i});
            }
        }
        for (const MediaRef &ref : std::as_const(refs)) {
            media.want(ref);
            const auto ended = [&] {
                const MediaState state = media.state(ref);
                sawHalf = sawHalf || (state.received > 0 && state.received < state.total.value_or(0));
                return state.phase == MediaPhase::Ready || state.phase == MediaPhase::Failed;
            };
            QTRY_VERIFY_WITH_TIMEOUT(ended(), kPatience);
            const MediaState state = media.state(ref);
            QVERIFY2(state.phase == MediaPhase::Ready, qPrintable(state.fileName));
            QVERIFY2(state.openable, qPrintable(state.fileName)); // real bytes of a type we know
            QCOMPARE(QFileInfo(state.path).size(), state.total.value_or(0));
            endings.append(QFileInfo(state.path).suffix());
            if (!state.picture)
                continue;
            QSignalSpy decoded(&media, &Media::thumbnailReady);
            media.thumbnail(ref, QSize(200, 200));
            QTRY_COMPARE_WITH_TIMEOUT(decoded.size(), 1, kPatience);
            QVERIFY2(!media.thumbnail(ref, QSize(200, 200)).isNull(), qPrintable(state.path));
        }
    }
    for (const char *ending : {"png", "webp", "mp4"})
        QVERIFY2(endings.contains(QLatin1String(ending)), ending);
    QVERIFY(sawHalf); // the large photograph has a progress to be seen
}

QTEST_GUILESS_MAIN(TestModelsOverHttp)
#include "tst_modelsoverhttp.moc"
