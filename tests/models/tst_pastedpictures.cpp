// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/attachments.h"
#include "models/drafts.h"
#include "models/workspace.h"
#include "services/secrets/memorystore.h"
#include "tests/support/inboxfixture.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace inbox;
using namespace inbox::domain;
using namespace inbox::models;

namespace {

const ConversationKey one{AccountId(QStringLiteral("a")), ConversationId(QStringLiteral("1"))};

} // namespace

// A picture that was pasted is nowhere else: it stays as long as anything could still send it.
class TestPastedPictures : public QObject {
    Q_OBJECT

    static bool saveAccount(sync::Inbox &inbox)
    {
        AccountConfig config;
        config.id = one.account;
        config.backend = QStringLiteral("client-api");
        config.settings.insert(baseUrlSetting, QStringLiteral("https://127.0.0.1:1/v1"));
        config.sessionOnly = true;
        return inbox.saveAccount(config, QStringLiteral("token")).has_value();
    }
    struct Run {
        explicit Run(const QString &profile)
            : inbox(profile, secrets, clock)
            , drafts(inbox)
            , attachments(profile)
        {
            if (!saveAccount(inbox))
                qFatal("the account was refused");
        }
        // Kept, and as if it had been pasted 31 days ago.
        Attachment oldPicture() const
        {
            QImage picture(8, 8, QImage::Format_RGB32);
            picture.fill(Qt::red);
            const Attachment kept = attachments.keep(one.account, picture).value_or(Attachment());
            QFile file(kept.path);
            if (!file.open(QIODevice::ReadWrite)
                || !file.setFileTime(QDateTime::currentDateTime().addDays(-31),
                                     QFileDevice::FileModificationTime))
                qFatal("the picture was not kept");
            return kept;
        }
        FakeClock clock{test::kNoon};
        secrets::MemoryStore secrets;
        sync::Inbox inbox;
        Drafts drafts;
        Attachments attachments;
    };

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void onlyWhatNothingUsesIsRemoved()
    {
        QTemporaryDir profile;
        Run run(profile.path());
        QTRY_VERIFY(filesInUse(run.inbox, run.drafts));
        const Attachment written = run.oldPicture();
        const Attachment thrownAway = run.oldPicture();
        const Attachment unused = run.oldPicture();
        Draft draft;
        draft.files = {thrownAway};
        run.drafts.setDraft(one, draft);
        run.drafts.discard(one);
        draft.files = {written};
        run.drafts.setDraft(one, draft);
        const auto inUse = filesInUse(run.inbox, run.drafts);
        QCOMPARE(*inUse, (QSet<QString>{written.path, thrownAway.path}));
        run.attachments.tidy(*inUse);
        QVERIFY(QFile::exists(written.path));
        QVERIFY(QFile::exists(thrownAway.path));
        QVERIFY(!QFile::exists(unused.path));
        // A month more, from now on.
        QVERIFY(QFileInfo(written.path).lastModified().secsTo(QDateTime::currentDateTime()) < 3600);
    }

    void picturesGoWithTheirAccount()
    {
        QTemporaryDir profile;
        FakeClock clock{test::kNoon};
        secrets::MemoryStore secrets;
        sync::Inbox inbox(profile.path(), secrets, clock);
        Workspace workspace(inbox, profile.path());
        QImage picture(8, 8, QImage::Format_RGB32);
        picture.fill(Qt::red);
        const auto going = workspace.attachments.keep(one.account, picture);
        const auto staying = workspace.attachments.keep(AccountId(QStringLiteral("b")), picture);
        QVERIFY(going && staying);
        QVERIFY(saveAccount(inbox));
        inbox.removeAccount(one.account);
        QVERIFY(!QFile::exists(going->path));
        QVERIFY(QFile::exists(staying->path));
    }

    void nothingIsJudgedBeforeTheDiskHasAnswered()
    {
        QTemporaryDir profile;
        Draft draft;
        {
            Run first(profile.path());
            draft.files = {first.oldPicture()};
            first.drafts.setDraft(one, draft);
        }
        Run second(profile.path());
        QVERIFY(!filesInUse(second.inbox, second.drafts)); // nothing is known of what it may still need
        QTRY_VERIFY(filesInUse(second.inbox, second.drafts));
        QCOMPARE(*filesInUse(second.inbox, second.drafts), QSet<QString>{draft.files.constFirst().path});
    }

    void withoutAnyAccountNothingIsKnown()
    {
        QTemporaryDir profile;
        Run run(profile.path());
        QTRY_VERIFY(filesInUse(run.inbox, run.drafts));
        run.inbox.removeAccount(one.account);
        QVERIFY(!filesInUse(run.inbox, run.drafts)); // as when the list of accounts could not be read
    }
};

QTEST_GUILESS_MAIN(TestPastedPictures)
#include "tst_pastedpictures.moc"
