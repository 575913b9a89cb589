// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/accountsmodel.h"
#include "models/conversationlistmodel.h"
#include "models/currentconversation.h"
#include "models/drafts.h"
#include "models/heartbeat.h"
#include "models/inboxactions.h"
#include "models/threadmodel.h"
#include "services/domain/message.h"
#include "services/secrets/memorystore.h"
#include "services/sync/inbox.h"
#include "ui/dialogs/restartdialog.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/thread/spokenmessages.h"
#include "ui/window/bannerstrip.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using models::DeliveryMark;

namespace {

constexpr int kSpeed = 20; // people answer so many times faster
const QString kToken = QStringLiteral("main-job-token");
const QString kAnswer = QStringLiteral("It arrives tomorrow between 10 and 14.");

// The demo server as a program of its own, with its request log and test hooks.
class DemoProgram {
public:
    bool start()
    {
        if (!m_folder.isValid())
            return false;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("AGENT_INBOX_DEMO_TOKEN"), kToken);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/agent-inbox-demo-server"),
            {QStringLiteral("--quiet"), QStringLiteral("--exit-on-stdin-eof"), QStringLiteral("--speed"),
             QString::number(kSpeed), QStringLiteral("--log"), m_folder.filePath(QStringLiteral("log"))});
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 15'000))
            return false;
        const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
        m_baseUrl = ready.value(QStringLiteral("base_url")).toString();
        m_port = ready.value(QStringLiteral("port")).toInt();
        return m_port > 0;
    }
    ~DemoProgram() { kill(); }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(5'000);
    }
    QString baseUrl() const { return m_baseUrl; }

    bool control(const QString &what, const QJsonObject &body)
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(m_port);
        url.setPath(QStringLiteral("/demo-control/") + what);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + kToken.toUtf8());
        request.setRawHeader("Connection", "close"); // the server's end waits for what is kept open
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        const std::unique_ptr<QNetworkReply> reply(
            m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact)));
        return QTest::qWaitFor([&reply] { return reply->isFinished(); })
            && reply->error() == QNetworkReply::NoError;
    }

    // Bodies of the requests with this method whose path ends so.
    QStringList requests(const QString &method, const QString &path) const
    {
        QStringList bodies;
        QFile file(m_folder.filePath(QStringLiteral("log")));
        if (!file.open(QIODevice::ReadOnly))
            return bodies;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject request = QJsonDocument::fromJson(line).object();
            const QString target = request.value(QStringLiteral("path")).toString().section(u'?', 0, 0);
            if (request.value(QStringLiteral("method")).toString() == method && target.endsWith(path))
                bodies << request.value(QStringLiteral("body")).toString();
        }
        return bodies;
    }
    int posts(const QString &path) const { return int(requests(QStringLiteral("POST"), path).size()); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QNetworkAccessManager m_network;
    QString m_baseUrl;
    int m_port = 0;
};

// The whole window over that server, put together as the application does it.
struct Desk {
    Desk(const QString &baseUrl, const QString &token)
        : inbox(QString(), secrets, clock)
        , workspace(inbox)
        , window(workspace, {})
    {
        domain::AccountConfig config;
        config.id = domain::AccountId(QStringLiteral("demo"));
        config.backend = QStringLiteral("client-api");
        config.name = QStringLiteral("Demo workspace");
        config.settings.insert(domain::baseUrlSetting, baseUrl);
        config.me = domain::UserId(QStringLiteral("11")); // Ben
        config.sessionOnly = true;
        if (!inbox.saveAccount(config, token))
            qFatal("the account was refused");
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
    }

    // Keys reach what has the focus, a dialog over the window included.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWindow *target = QGuiApplication::focusWindow();
        QTest::keyClick(target ? target : window.windowHandle(), key, modifiers);
    }
    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::keyClick(window.windowHandle(), letter.toLatin1());
    }
    // Like a key that is held down: presses without releases, all but the first repeated.
    void hold(QWidget *widget, Qt::Key key)
    {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, QStringLiteral("\r"), true);
        QCoreApplication::sendEvent(widget, &event);
    }

    bool showAll()
    {
        if (!QTest::qWaitFor([this] { return list.rowCount() > 5; }, 10'000))
            return false;
        press(Qt::Key_G);
        press(Qt::Key_A);
        return list.view() == models::View::All;
    }
    bool open(const QString &name, const QString &id)
    {
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        press(Qt::Key_Slash);
        type(name);
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        return current.key().id.value() == id
            && QTest::qWaitFor([this] { return thread.isLoaded(); }, 10'000);
    }
    void write(const QString &text)
    {
        press(Qt::Key_R);
        type(text);
    }
    void send() { press(Qt::Key_Return, Qt::ControlModifier); }
    QString reply() const
    {
        return window.findChild<QPlainTextEdit *>(QStringLiteral("reply"))->toPlainText();
    }

    // The last row that holds these words; nullptr when there is none.
    const models::ThreadRow *row(const QString &words) const
    {
        for (int i = thread.rowCount() - 1; i >= 0; --i) {
            if (ui::SpokenMessages::sentence(thread.row(i)).contains(words))
                return &thread.row(i);
        }
        return nullptr;
    }
    // Waits for it, reading anew in between as an impatient person does.
    template <typename Condition> bool readUntil(Condition condition)
    {
        for (int i = 0; i < 50 && !condition(); ++i) {
            press(Qt::Key_F5);
            if (QTest::qWaitFor(condition, 200))
                return true;
        }
        return condition();
    }
    bool isDraft(const QString &text) const { return drafts.draft(current.key()).text == text; }
    domain::ReplyStateKind state() const { return current.replyState().kind; }

    domain::SystemClock clock;
    secrets::MemoryStore secrets;
    sync::Inbox inbox;
    models::Workspace workspace;
    models::Drafts &drafts = workspace.drafts;
    models::Heartbeat &heartbeat = workspace.heartbeat;
    models::ConversationListModel &list = workspace.list;
    models::ThreadModel &thread = workspace.thread;
    models::CurrentConversation &current = workspace.current;
    models::InboxActions &actions = workspace.actions;
    models::AccountsModel &accounts = workspace.accounts;
    ui::MainWindow window;
};

} // namespace

// What the program is for, from the keyboard to the server's log and back.
class TestMainJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::Theme::instance().install(*qApp); }
    void init()
    {
        // The off-screen platform says what it cannot do; Qt, that it would have sent a body once more if it
        // could.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not|QIODevice::seek)")));
        m_server = std::make_unique<DemoProgram>();
        QVERIFY(m_server->start());
    }
    void cleanup() { m_server.reset(); }

    void twoCustomersAreAnsweredAndOneIsDone()
    {
        Desk desk(m_server->baseUrl(), kToken);
        QVERIFY(desk.showAll());
        QVERIFY(desk.open(QStringLiteral("maria keller"), QStringLiteral("1001")));
        desk.write(kAnswer);
        desk.send();
        QVERIFY(desk.row(kAnswer)); // at once
        QCOMPARE(desk.reply(), QString());
        QVERIFY(desk.readUntil([&] { return desk.row(QStringLiteral("Super, dann bin ich zu Hause.")); }));

        QVERIFY(desk.open(QStringLiteral("jonas ott"), QStringLiteral("1002")));
        desk.write(QStringLiteral("Keep the board."));
        desk.send();
        QTRY_COMPARE(m_server->posts(QStringLiteral("/conversations/1002/messages")), 1);
        desk.press(Qt::Key_Escape);
        desk.press(Qt::Key_E);
        QTRY_COMPARE(m_server->requests(QStringLiteral("PATCH"), QStringLiteral("/conversations/1002")),
                     QStringList{QStringLiteral("{\"status\":\"done\"}")});
        QVERIFY(desk.current.key().id.value() != QLatin1String("1002"));
        QCOMPARE(m_server->posts(QStringLiteral("/conversations/1001/messages")), 1);
    }

    void expiredWindowIsRestartedOnceAndTheTextWaits()
    {
        Desk desk(m_server->baseUrl(), kToken);
        QVERIFY(desk.showAll());
        QVERIFY(desk.open(QStringLiteral("emily"), QStringLiteral("1003")));
        desk.write(kAnswer);
        QVERIFY(m_server->control(QStringLiteral("expire"), {{QStringLiteral("conversation_id"), 1003}}));
        QVERIFY(desk.readUntil([&] { return desk.state() == domain::ReplyStateKind::ExpiredRestartable; }));
        desk.send();
        QCOMPARE(desk.reply(), kAnswer);

        desk.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(desk.window.findChild<QDialog *>() && desk.window.findChild<QDialog *>()->isVisible());
        const QPointer<QDialog> question = desk.window.findChild<QDialog *>();
        const QPointer<QPushButton> yes =
            question->findChild<QPushButton *>(QStringLiteral("restartConfirm"));
        QVERIFY(yes->accessibleName().startsWith(QLatin1String("Restart conversation")));
        desk.press(Qt::Key_Return); // meant for what was there before
        QVERIFY(question->isVisible());
        // Held down it never says yes, however long.
        const auto answered = [&] {
            desk.hold(yes, Qt::Key_Return);
            return !question || !question->isVisible();
        };
        QVERIFY(!QTest::qWaitFor(answered, 2 * ui::RestartDialog::kDeafMs));
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return);
        if (yes)
            QTest::mouseDClick(yes, Qt::LeftButton);
        QTRY_VERIFY(!question || !question->isVisible());
        desk.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        desk.press(Qt::Key_Return);

        QTRY_COMPARE(m_server->posts(QStringLiteral("/conversations/1003/restart")), 1);
        QVERIFY(desk.readUntil([&] { return desk.state() == domain::ReplyStateKind::Open; }));
        QCOMPARE(desk.reply(), kAnswer);
        QCOMPARE(m_server->posts(QStringLiteral("/conversations/1003/messages")), 0); // never sent unasked
        QCOMPARE(m_server->posts(QStringLiteral("/conversations/1003/restart")), 1);
    }

    void conversationIsGivenToAylinByName()
    {
        Desk desk(m_server->baseUrl(), kToken);
        QVERIFY(desk.showAll());
        QVERIFY(desk.open(QStringLiteral("emily"), QStringLiteral("1003")));
        desk.press(Qt::Key_A);
        desk.type(QStringLiteral("ayl"));
        desk.press(Qt::Key_Return);
        QTRY_COMPARE(m_server->requests(QStringLiteral("PATCH"), QStringLiteral("/conversations/1003")),
                     QStringList{QStringLiteral("{\"user_id\":12}")});
        QTRY_COMPARE(desk.current.conversation()->assignee->name, QStringLiteral("Aylin"));
    }

    void failedMessageIsRetriedOnce()
    {
        Desk desk(m_server->baseUrl(), kToken);
        QVERIFY(desk.showAll());
        QVERIFY(desk.open(QStringLiteral("thomas brandt"), QStringLiteral("1005")));
        for (int i = 0; i < 4; ++i)
            desk.press(Qt::Key_T);
        QVERIFY(desk.readUntil([&] {
            const models::ThreadRow *last = desk.row(QStringLiteral("Bis 18:30 Uhr."));
            return last && last->mark == DeliveryMark::Read;
        }));
        QCOMPARE(m_server->posts(QStringLiteral("/duplicate")), 1);
    }

    void wrongTokenIsSaid()
    {
        Desk desk(m_server->baseUrl(), QStringLiteral("not-the-token"));
        const auto *banners = desk.window.findChild<ui::BannerStrip *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY(banners->texts().join(u' ').contains(QLatin1String("no longer accepts the access")));
    }

    void serverGoneBeforeSendingKeepsTheText()
    {
        Desk desk(m_server->baseUrl(), kToken);
        QVERIFY(desk.showAll());
        QVERIFY(desk.open(QStringLiteral("maria keller"), QStringLiteral("1001")));
        m_server->kill();
        desk.write(kAnswer);
        desk.send();
        QTRY_VERIFY(desk.row(kAnswer) && desk.row(kAnswer)->outgoingError);
        QCOMPARE(desk.row(kAnswer)->mark, DeliveryMark::Waiting);
        const QString said = ui::Words::trouble(*desk.row(kAnswer));
        QVERIFY2(said.contains(QLatin1String("is sent as soon as it is possible")), qPrintable(said));
        QCOMPARE(m_server->posts(QStringLiteral("/conversations/1001/messages")), 0);
    }

    void serverGoneWhileSendingIsUnknownAndNothingIsSentAgain()
    {
        Desk desk(m_server->baseUrl(), kToken);
        QVERIFY(desk.showAll());
        QVERIFY(desk.open(QStringLiteral("maria keller"), QStringLiteral("1001")));
        QVERIFY(m_server->control(QStringLiteral("fault"),
                                  {{QStringLiteral("match"), QStringLiteral("POST .*/1001/messages")},
                                   {QStringLiteral("kind"), QStringLiteral("no-answer")},
                                   {QStringLiteral("ms"), 800}}));
        desk.write(kAnswer);
        desk.send();
        QTRY_VERIFY(desk.row(kAnswer) && desk.row(kAnswer)->mark == DeliveryMark::Checking);
        m_server->kill();
        desk.type(QStringLiteral("Next"));
        const QString said = ui::SpokenMessages::sentence(*desk.row(kAnswer));
        QVERIFY2(said.contains(QLatin1String("checking whether it was sent")), qPrintable(said));
        QCOMPARE(desk.reply(), QStringLiteral("Next"));
        QCOMPARE(m_server->posts(QStringLiteral("/conversations/1001/messages")), 1);
    }

    void lostAnswerIsFoundInTheThread()
    {
        Desk desk(m_server->baseUrl(), kToken);
        QVERIFY(desk.showAll());
        QVERIFY(desk.open(QStringLiteral("maria keller"), QStringLiteral("1001")));
        QVERIFY(m_server->control(QStringLiteral("fault"),
                                  {{QStringLiteral("match"), QStringLiteral("POST .*/1001/messages")},
                                   {QStringLiteral("kind"), QStringLiteral("close")}}));
        desk.write(kAnswer);
        desk.send();
        QTRY_VERIFY_WITH_TIMEOUT(desk.row(kAnswer) && !desk.row(kAnswer)->message.id.isEmpty(), 10'000);
        int copies = 0;
        for (int i = 0; i < desk.thread.rowCount(); ++i)
            copies += domain::plainText(desk.thread.row(i).message) == kAnswer;
        QCOMPARE(copies, 1);
        QCOMPARE(m_server->posts(QStringLiteral("/conversations/1001/messages")), 1);
    }

private:
    std::unique_ptr<DemoProgram> m_server;
};

QTEST_MAIN(TestMainJob)
#include "tst_mainjob.moc"
