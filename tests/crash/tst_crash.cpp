// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/accountdatabase.h"
#include "tests/crash/shop.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using store::AccountDatabase;
using State = Intent::State;

namespace {

// A draft is on its way to the disk this long after its last change at the latest; the rest is for a machine
// that has other things to do. How old a lost one really was is told at the end.
constexpr qint64 kDraftAge = 500 + 1500; // ms

// One line the agent printed.
struct Deed {
    qint64 at = 0; // ms
    QString what;
    QString conversation;
    QString text;
};

Deed deedFrom(const QByteArray &line)
{
    const QString all = QString::fromUtf8(line).chopped(1);
    return {all.section(u' ', 0, 0).toLongLong(), all.section(u' ', 1, 1), all.section(u' ', 2, 2),
            all.section(u' ', 3)};
}

int numberFrom(const char *variable, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber && number > 0 ? number : otherwise;
}

} // namespace

// Kills the program's inner half over and over while it works against a bad line, and then asks the server
// what its customers received. INBOX_CRASHES says how often, INBOX_CRASH_SEED with which luck.
class TestCrash : public QObject {
    Q_OBJECT

    QTemporaryDir m_profile;
    QHash<QString, QStringList> m_told; // by text: what the agent said of it, and when
    int m_drafts = 0;
    qint64 m_oldestLost = 0; // ms between the last word of a draft and the kill that took it

    QString path() const { return m_profile.filePath(QStringLiteral("accounts/a.sqlite")); }

    static void read(QProcess &agent, QList<Deed> &deeds)
    {
        while (agent.canReadLine())
            deeds << deedFrom(agent.readLine());
    }
    // What was typed long enough before the end has to be there, letter by letter.
    void checkDrafts(const QList<Deed> &deeds, qint64 killedAt)
    {
        const auto database = AccountDatabase::open(path());
        QVERIFY(database);
        QVERIFY(!(*database)->problem());
        const auto drafts = (*database)->drafts().all();
        QVERIFY(drafts);
        QHash<QString, QList<Deed>> byConversation;
        for (const Deed &deed : deeds)
            byConversation[deed.conversation] << deed;
        for (auto it = byConversation.cbegin(); it != byConversation.cend(); ++it) {
            const QString kept = drafts->value(ConversationId(it.key())).text;
            // The newest that must be on disk, or anything that may be.
            bool isThere = false;
            bool isDue = false;
            QStringList typed;
            for (auto deed = it->crbegin(); deed != it->crend() && !isDue; ++deed) {
                isDue = killedAt - deed->at > kDraftAge;
                typed << QStringLiteral("%1 “%2” %3 ms before").arg(deed->what, deed->text).arg(killedAt - deed->at);
                // What was sent has left the draft, or was held and is in it again: the server is asked
                // later.
                isThere = isThere || deed->what != QLatin1String("draft") || kept.contains(deed->text);
                if (!isThere)
                    m_oldestLost = qMax(m_oldestLost, killedAt - deed->at);
            }
            m_drafts += isDue;
            if (isDue && !isThere)
                QFAIL(qPrintable(QStringLiteral("conversation %1: the draft is “%2”, typed was: %3")
                                     .arg(it.key(), kept, typed.join(QStringLiteral(", ")))));
        }
    }

private Q_SLOTS:
    void nothingIsLostAndNothingIsSentTwice()
    {
        const int crashes = numberFrom("INBOX_CRASHES", 10);
        const auto seed = quint32(numberFrom("INBOX_CRASH_SEED", 1));
        QRandomGenerator random(seed);
        tests::Shop shop(seed);
        QElapsedTimer took;
        took.start();
        QStringList sendsTold;
        for (int round = 0; round < crashes; ++round) {
            QProcess agent;
            agent.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            agent.start(QStringLiteral(INBOX_CRASH_AGENT),
                        {m_profile.path(), shop.url().toString(), QString::number(seed * 100'000 + round)});
            QVERIFY(agent.waitForStarted());
            QVERIFY(agent.waitForReadyRead(30'000));
            QElapsedTimer alive;
            alive.start();
            const int life = random.bounded(100, 2500);
            QList<Deed> deeds;
            while (alive.elapsed() < life) {
                agent.waitForReadyRead(10);
                read(agent, deeds);
            }
            agent.kill();
            const qint64 killedAt = QDateTime::currentMSecsSinceEpoch();
            QVERIFY(agent.waitForFinished());
            QCOMPARE(agent.exitStatus(), QProcess::CrashExit); // killed, not ended by itself
            read(agent, deeds);
            for (const Deed &deed : std::as_const(deeds)) {
                if (deed.what == QLatin1String("send"))
                    sendsTold << deed.text;
                m_told[deed.text] << QStringLiteral("%1: %2 (killed at %3)")
                                         .arg(deed.at)
                                         .arg(deed.what)
                                         .arg(killedAt);
            }
            deeds.removeIf([](const Deed &deed) { return deed.conversation.isEmpty(); });
            checkDrafts(deeds, killedAt);
            if (QTest::currentTestFailed())
                return;
        }

        shop.beKind();
        QProcess agent;
        agent.start(
            QStringLiteral(INBOX_CRASH_AGENT),
            {m_profile.path(), shop.url().toString(), QStringLiteral("0"), QStringLiteral("--settle")});
        if (!agent.waitForFinished(60'000)) {
            const QByteArray told = agent.readAll();
            agent.kill();
            QVERIFY(agent.waitForFinished());
            QFAIL(told.constData());
        }
        QCOMPARE(agent.exitStatus(), QProcess::NormalExit);

        const auto database = store::Database::open(path(), AccountDatabase::migrations());
        QVERIFY(database);
        auto check = (*database)->run(QStringLiteral("PRAGMA integrity_check"));
        QVERIFY(check && check->next());
        QCOMPARE(check->value(0).toString(), QStringLiteral("ok"));
        check->finish();

        QHash<QString, int> counts;
        QHash<QString, int> restarts; // that may have been paid for, by conversation
        auto rows = (*database)->run(QStringLiteral(
            "SELECT kind, state, conversation, details->>'$.text', details->>'$.result' FROM intent"));
        QVERIFY(rows);
        while (rows->next()) {
            const QString kind = rows->value(0).toString();
            const QString state = rows->value(1).toString();
            const QString text = rows->value(3).toString();
            ++counts[kind + u' ' + state];
            if (kind == QLatin1String("restart") && state != QLatin1String("withdrawn"))
                ++restarts[rows->value(2).toString()];
            if (kind != QLatin1String("send"))
                continue;
            const int sent = shop.sent(text);
            const QString story = state + u' ' + shop.story(text) + QStringLiteral("\n  ")
                + m_told.value(text).join(QStringLiteral("\n  "));
            QVERIFY2(sent <= 1, qPrintable(story));
            // What the person, not the server, called sent may be either.
            if (state == QLatin1String("accepted") && !rows->value(4).toString().isEmpty())
                QVERIFY2(sent == 1, qPrintable(story));
            if (state == QLatin1String("withdrawn") || state == QLatin1String("failed")
                || state == QLatin1String("queued"))
                QVERIFY2(sent == 0, qPrintable(story));
            QVERIFY2(state != QLatin1String("sending"), qPrintable(story));
        }
        for (const QString &text : std::as_const(sendsTold))
            QVERIFY2(shop.sent(text) <= 1, qPrintable(shop.story(text)));
        for (int i = 1; i <= 8; ++i) {
            const QString id = QString::number(i);
            QVERIFY2(shop.restartsOf(id) <= restarts.value(id), qPrintable(id));
            QVERIFY2(shop.restartsOf(id) <= 1, qPrintable(id));
        }
        QVERIFY(counts.value(QStringLiteral("send accepted")) > 0);

        QStringList figures;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            figures << it.key() + QStringLiteral(": ") + QString::number(it.value());
        figures.sort();
        qInfo(
            "%d kills in %lld s, seed %u; %d drafts looked for, the oldest that was lost had been typed %lld ms "
            "before the kill; %d writes at the server, %d with a lost answer, none twice; %s",
            crashes, took.elapsed() / 1000, seed, m_drafts, m_oldestLost, shop.sends(), shop.lost(),
            qPrintable(figures.join(QStringLiteral(", "))));
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
