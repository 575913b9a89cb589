// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "app/profile.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using inbox::app::Profile;

class ProfileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void isCreatedForItsUserOnly()
    {
        const QString path = m_dir->filePath(QStringLiteral("a/b"));
        const auto profile = Profile::open(path);
        QVERIFY(profile);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    }

    void becomesTheCurrentDirectory()
    {
        const auto profile = Profile::open(m_dir->path());
        QVERIFY(profile);
        QCOMPARE(QDir::current().canonicalPath(), QDir(m_dir->path()).canonicalPath());
    }

    void cannotBeOpenedTwice()
    {
        const auto first = Profile::open(m_dir->path());
        QVERIFY(first);
        const auto second = Profile::open(m_dir->path());
        QVERIFY(!second);
        QCOMPARE(second.error(), Profile::Problem::InUse);
    }

    void canBeOpenedAgainAfterwards()
    {
        QVERIFY(Profile::open(m_dir->path()).has_value());
        QVERIFY(Profile::open(m_dir->path()).has_value());
    }

    void aFileInTheWayIsNotWritable()
    {
        QFile file(m_dir->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto profile = Profile::open(m_dir->filePath(QStringLiteral("file/profile")));
        QVERIFY(!profile);
        QCOMPARE(profile.error(), Profile::Problem::NotWritable);
    }

    void aThrowAwayOneLeavesNothing()
    {
        QString path;
        {
            const auto profile = Profile::openThrowAway();
            QVERIFY(profile);
            path = profile->directory();
            QFile file(QDir(path).filePath(QStringLiteral("something")));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(!path.isEmpty());
        QVERIFY(!QFileInfo::exists(path));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
