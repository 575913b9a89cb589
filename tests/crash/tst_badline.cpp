// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/clock.h"
#include "services/secrets/memorystore.h"
#include "services/sync/inbox.h"
#include "tests/crash/shop.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace inbox;
using namespace inbox::domain;
using State = Intent::State;

namespace {

const AccountId account(QStringLiteral("a"));
constexpr int kConversations = 40;

sync::PollTimings quick()
{
    sync::PollTimings t;
    t.openThread = 100;
    t.list = 200;
    t.sweepPage = 50;
    t.lookAgain = 50;
    t.firstRetry = 50;
    t.longestRetry = 400;
    return t;
}

} // namespace

// Sends hundreds of messages over a line that loses every fifth answer, as somebody who looks into the
// messenger whenever the program says that it does not know. INBOX_MESSAGES says how many, INBOX_CRASH_SEED
// with which luck.
class TestBadLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsSentAtMostOnce()
    {
        bool isNumber = false;
        const int asked = qEnvironmentVariableIntValue("INBOX_MESSAGES", &isNumber);
        const int messages = isNumber && asked > 0 ? asked : 400;
        const int given = qEnvironmentVariableIntValue("INBOX_CRASH_SEED");
        tests::Shop shop(given > 0 ? quint32(given) : 1, kConversations);

        const QTemporaryDir profile;
        const SystemClock clock;
        secrets::MemoryStore secrets;
        sync::Inbox inbox(profile.path(), secrets, clock);
        AccountConfig config;
        config.id = account;
        config.backend = QStringLiteral("client-api");
        config.settings.insert(baseUrlSetting, shop.url().toString());
        inbox.addSession(config, backends::createBackend(config, QStringLiteral("secret")), quick());
        sync::AccountSession &session = *inbox.session(account);

        QHash<IntentId, QString> open; // what is under way
        QHash<ConversationId, IntentId> busy;
        int begun = 0;
        int unknown = 0;
        QStringList all;
        QStringList acceptedTexts;
        QStringList unsentTexts; // the program says that it knows
        QObject context;
        connect(&session, &sync::AccountSession::messageAccepted, &context,
                [&](const ConversationId &id, const IntentId &intent) {
                    if (!open.contains(intent))
                        return;
                    acceptedTexts << open.take(intent);
                    busy.remove(id);
                });
        connect(&session, &sync::AccountSession::repliesHeld, &context,
                [&](const ConversationId &id, const Unsent &, HeldBecause) {
                    // It is text again; whoever wants it sent sends it anew.
                    unsentTexts << open.take(busy.take(id));
                });
        session.start();
        QTRY_COMPARE_WITH_TIMEOUT(session.conversationIds().size(), kConversations, 30'000);

        const auto goOn = [&] {
            for (int i = 1; i <= kConversations - 2 && begun < messages; ++i) {
                const ConversationId id(QString::number(i));
                if (busy.contains(id) || !session.replyState(id).composerOpen())
                    continue;
                const QString text = QStringLiteral("%1 \u00e4\U0001F44D").arg(++begun);
                all << text;
                const IntentId intent = session.sendText(id, text);
                open.insert(intent, text);
                busy.insert(id, intent);
            }
            const QList<Intent> unfinished = session.unfinished();
            for (const Intent &intent : unfinished) {
                if (!open.contains(intent.id))
                    continue;
                const bool wasSent = shop.sent(intent.text) == 1;
                if (intent.state == State::Unknown) {
                    ++unknown;
                } else if (intent.state == State::Failed) {
                    unsentTexts << intent.text;
                } else {
                    continue;
                }
                open.remove(intent.id);
                busy.remove(intent.conversation);
                session.settle(intent.conversation, intent.id, wasSent);
            }
        };
        QElapsedTimer took;
        took.start();
        QTimer working;
        connect(&working, &QTimer::timeout, &context, goOn);
        working.start(20);
        QTRY_VERIFY_WITH_TIMEOUT(begun == messages && open.isEmpty(), 1000 * messages);
        int carriedOut = 0;
        for (const QString &text : std::as_const(all)) {
            QVERIFY2(shop.sent(text) <= 1, qPrintable(text));
            QVERIFY2(shop.asked(text) <= 1, qPrintable(text)); // nothing was sent again by itself
            carriedOut += shop.sent(text);
        }
        for (const QString &text : std::as_const(acceptedTexts))
            QVERIFY2(shop.sent(text) == 1, qPrintable(text));
        for (const QString &text : std::as_const(unsentTexts))
            QVERIFY2(shop.sent(text) == 0 && !shop.isLost(text), qPrintable(text));
        QVERIFY(acceptedTexts.size() > messages / 3);
        QVERIFY(shop.lost() > 0);
        qInfo("%d messages in %lld s: %d carried out, none twice, none asked for twice; %d answers lost; %d "
              "accepted, %d unknown, %d proven unsent",
              begun, took.elapsed() / 1000, carriedOut, shop.lost(), int(acceptedTexts.size()), unknown,
              int(unsentTexts.size()));
    }
};

QTEST_GUILESS_MAIN(TestBadLine)
#include "tst_badline.moc"
