// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/store/codec.h"
#include "services/sync/sharedwords.h"
#include "tests/support/everything.h"

#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::sync;

class TestSharedWords : public QObject {
    Q_OBJECT

    // With texts of its own, as it comes from disk.
    static Conversation readAnew()
    {
        const AccountId account(QStringLiteral("a") + QStringLiteral("ccount"));
        Conversation c = test::everyConversation(account, 1);
        c.customer->profile->phoneNumber = c.customer->displayId;
        c.latestCustomerMessage = c.latestMessage;
        return *store::decodeConversation(account, store::encode(c));
    }

private Q_SLOTS:
    void nothingChangesThatCanBeCompared()
    {
        SharedWords words;
        const Conversation as = readAnew();
        for (int i = 0; i < 2; ++i) {
            Conversation c = readAnew();
            words.share(c);
            QCOMPARE(c, as);
        }
    }

    void whatTwoConversationsSayIsKeptOnce()
    {
        SharedWords words;
        Conversation one = readAnew();
        Conversation two = readAnew();
        QVERIFY(one.status.raw.constData() != two.status.raw.constData());
        words.share(one);
        words.share(two);
        QCOMPARE(one.key.account.value().constData(), two.key.account.value().constData());
        QCOMPARE(one.status.raw.constData(), two.status.raw.constData());
        QCOMPARE(one.line->name.constData(), two.line->name.constData());
        QCOMPARE(one.assignee->email.constData(), two.assignee->email.constData());
        QCOMPARE(one.latestMessage->source.raw.constData(), two.latestMessage->source.raw.constData());
        // What is a customer's own is not looked for among the others'.
        QVERIFY(one.customer->displayId.constData() != two.customer->displayId.constData());
    }

    void whatOneSaysTwiceIsKeptOnce()
    {
        SharedWords words;
        Conversation c = readAnew();
        words.share(c);
        QCOMPARE(c.customer->profile->phoneNumber.constData(), c.customer->displayId.constData());
        QCOMPARE(c.latestCustomerMessage->contents.constData(), c.latestMessage->contents.constData());
    }
};

QTEST_GUILESS_MAIN(TestSharedWords)
#include "tst_sharedwords.moc"
