// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/workspace.h"
#include "services/demo/server.h"
#include "services/secrets/memorystore.h"
#include "ui/window/mainwindow.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using models::ConversationRow;
using models::View;

namespace {

constexpr int kPatience = 15'000; // milliseconds
const AccountId north(QStringLiteral("north"));
const AccountId south(QStringLiteral("south"));

demo::ServerOptions options(const QString &token, const QString &logFile)
{
    demo::ServerOptions options;
    options.token = token;
    options.logFile = logFile;
    options.world.quiet = true;
    return options;
}

} // namespace

// Two accounts of one kind in one window, over two servers with a token each. What the servers were asked for
// stands in their logs.
class TestTwoAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not)"))); }
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_north = std::make_unique<demo::Server>(options(QStringLiteral("token-north"), log(north)));
        m_south = std::make_unique<demo::Server>(options(QStringLiteral("token-south"), log(south)));
        QString error;
        QVERIFY2(m_north->start(&error), qPrintable(error));
        QVERIFY2(m_south->start(&error), qPrintable(error));
        m_inbox = std::make_unique<sync::Inbox>(QString(), m_secrets, m_clock);
        m_workspace = std::make_unique<models::Workspace>(*m_inbox);
        m_window = std::make_unique<ui::MainWindow>(*m_workspace, QString());
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        add(north, QStringLiteral("Support Nord"), *m_north, QStringLiteral("token-north"));
        add(south, QStringLiteral("Support Süd"), *m_south, QStringLiteral("token-south"));
        keys({Qt::Key_G, Qt::Key_A});
        QTRY_VERIFY_WITH_TIMEOUT(!rowOf(north).isEmpty() && !rowOf(south).isEmpty(), kPatience);
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_workspace.reset();
        m_inbox.reset();
    }

    void eachGetsAColourOfItsOwn()
    {
        QVERIFY(m_inbox->session(north)->config().color != m_inbox->session(south)->config().color);
    }

    void oneListHoldsBothAndTellsThemApart()
    {
        const models::ConversationListModel &list = m_workspace->list;
        QSet<QString> names;
        for (int row = 0; row < list.rowCount(); ++row) {
            const ConversationRow &r = list.row(row);
            const AccountConfig &config = m_inbox->session(r.key.account)->config();
            QCOMPARE(r.accountName, config.name);
            QCOMPARE(r.accountColor, config.color);
            names << r.accountName;
        }
        QCOMPARE(names.size(), 2);
        keys({Qt::Key_G, Qt::Key_M});
        QCOMPARE(list.view(), View::Mine);
        QVERIFY(!rowOf(north).isEmpty());
        QVERIFY(!rowOf(south).isEmpty());
        keys({Qt::Key_G, Qt::Key_A});
    }

    void searchFindsInBoth()
    {
        const ConversationKey key = rowOf(south);
        const QString name = m_workspace->list.row(m_workspace->list.rowOf(key)).name.section(u' ', 0, 0);
        keys({Qt::Key_Slash});
        QTest::keyClicks(QApplication::focusWidget(), name);
        QTRY_VERIFY(m_workspace->list.rowOf(key) >= 0 && m_workspace->list.searchText() == name);
        // The two worlds are the same but for who asks: the other's namesake is found as well.
        QVERIFY(!rowOf(north).isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_COMPARE(m_workspace->list.searchText(), QString());
    }

    void headerNamesTheAccount()
    {
        open(rowOf(south));
        const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("Support Süd · "));
        }));
    }

    void assigningGoesToTheRightServer()
    {
        const ConversationKey key = find([](const ConversationRow &row) {
            return row.key.account == south && !row.assignedToMe && row.reply.kind == ReplyStateKind::Open;
        });
        QVERIFY(!key.isEmpty());
        open(key);
        keys({Qt::Key_M});
        QTRY_COMPARE_WITH_TIMEOUT(written(south, key.id), 1, kPatience);
        QTRY_VERIFY(m_inbox->session(south)->pendingChange(key.id).isEmpty());
        QCOMPARE(m_inbox->conversation(key)->assignee->id, UserId(QString::number(m_south->userId())));
        QCOMPARE(written(north), 0);
    }

    void sendingGoesToTheRightServer()
    {
        const ConversationKey key = find([](const ConversationRow &row) {
            return row.key.account == north && row.assignedToMe && row.reply.kind == ReplyStateKind::Open
                && !row.blocked;
        });
        QVERIFY(!key.isEmpty());
        const int southBefore = written(south);
        open(key);
        keys({Qt::Key_R});
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("From the north."));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(sent(north, key.id) == 1, kPatience);
        QTRY_VERIFY(m_inbox->session(north)->thread(key.id)->outgoing.isEmpty());
        QCOMPARE(written(south), southBefore);
    }

    void eachServerSawItsOwnTokenOnly()
    {
        QCOMPARE(refused(north), 0);
        QCOMPARE(refused(south), 0);
    }

    void oneAccountLeftHasNoMark()
    {
        m_inbox->removeAccount(south);
        QTRY_VERIFY(rowOf(south).isEmpty());
        QVERIFY(m_workspace->list.rowCount() > 0);
        for (int row = 0; row < m_workspace->list.rowCount(); ++row) {
            QCOMPARE(m_workspace->list.row(row).accountName, QString());
            QCOMPARE(m_workspace->list.row(row).accountColor, noAccountColor);
        }
    }

private:
    QString log(const AccountId &account) const { return m_dir.filePath(account.value()); }

    void add(const AccountId &id, const QString &name, const demo::Server &server, const QString &token)
    {
        AccountConfig config;
        config.id = id;
        config.backend = QStringLiteral("client-api");
        config.name = name;
        config.settings.insert(baseUrlSetting, server.baseUrl());
        config.me = UserId(QString::number(server.userId()));
        config.sessionOnly = true;
        QVERIFY(m_inbox->saveAccount(config, token).has_value());
    }
    void keys(const QList<Qt::Key> &pressed)
    {
        for (const Qt::Key key : pressed)
            QTest::keyClick(m_window->windowHandle(), key);
    }
    template <typename Fits> ConversationKey find(Fits fits) const
    {
        for (int row = 0; row < m_workspace->list.rowCount(); ++row) {
            if (fits(m_workspace->list.row(row)))
                return m_workspace->list.row(row).key;
        }
        return {};
    }
    ConversationKey rowOf(const AccountId &account) const
    {
        return find([&account](const ConversationRow &row) { return row.key.account == account; });
    }
    void open(const ConversationKey &key)
    {
        m_window->openConversation(key);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->thread.isLoaded(), kPatience);
    }
    // Requests in an account's log that `match`.
    template <typename Match> int count(const AccountId &account, Match match) const
    {
        QFile file(log(account));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        int found = 0;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject entry = QJsonDocument::fromJson(line).object();
            found += !entry.isEmpty()
                && match(entry.value(QStringLiteral("method")).toString(),
                         entry.value(QStringLiteral("path")).toString(),
                         entry.value(QStringLiteral("status")).toInt());
        }
        return found;
    }
    // Changes of conversations and messages; that something was read is no change anybody asked for.
    int written(const AccountId &account, const ConversationId &id = {}) const
    {
        return count(account, [&id](const QString &method, const QString &path, int) {
            return method != QLatin1String("GET") && !path.endsWith(QLatin1String("/mark-read"))
                && (id.isEmpty() || path.contains(u'/' + id.value()));
        });
    }
    int sent(const AccountId &account, const ConversationId &id) const
    {
        return count(account, [&id](const QString &method, const QString &path, int) {
            return method == QLatin1String("POST")
                && path.endsWith(u'/' + id.value() + QStringLiteral("/messages"));
        });
    }
    int refused(const AccountId &account) const
    {
        return count(account, [](const QString &, const QString &, int status) { return status == 401; });
    }

    QTemporaryDir m_dir;
    std::unique_ptr<demo::Server> m_north;
    std::unique_ptr<demo::Server> m_south;
    SystemClock m_clock;
    secrets::MemoryStore m_secrets;
    std::unique_ptr<sync::Inbox> m_inbox;
    std::unique_ptr<models::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
};

QTEST_MAIN(TestTwoAccounts)
#include "tst_twoaccounts.moc"
