// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/media/filecache.h"

#include <QBuffer>
#include <QDirIterator>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

using namespace inbox;
using media::CachedFile;
using media::CacheKey;
using media::FileCache;

namespace {

CacheKey key(const QString &name, const QString &account = QStringLiteral("one"), bool thisRunOnly = false)
{
    return media::cacheKey(media::cacheFolder(domain::AccountId(account), thisRunOnly), {name});
}

} // namespace

// What is kept on disk, for how long, and who may read it.
class TestFileCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void addedFileIsFound();
    void pictureKeepsItsSize();
    void everythingIsPrivate();
    void namesAreOurOwn();
    void keysDoNotRunTogether();
    void restartFindsEverything();
    void restartRemovesHalves();
    void restartKnowsWhatWasUsedLast();
    void leastUsedGoesFirst();
    void newestStaysWhateverItsSize();
    void smallerLimitRemovesAtOnce();
    void accountIsWiped();
    void wipedWhileAddedIsNotKept();
    void accountsOfThisRunDoNotOutliveIt();
    void accountsOfACrashedRunAreGone();
    void clearRemovesAll();
    void temporaryCacheGoesAway();
    void unwritableFolderIsReported();

private:
    std::unique_ptr<FileCache> open() const
    {
        auto cache = std::make_unique<FileCache>(directory());
        if (!QTest::qWaitFor([&] { return cache->isReady(); }))
            QTest::qFail("the cache did not become ready", __FILE__, __LINE__);
        return cache;
    }
    static bool add(FileCache &cache, const CacheKey &key, const QByteArray &bytes,
                    const QString &name = QStringLiteral("x.bin"))
    {
        const QString path = cache.newPartPath(key);
        QFile part(path);
        if (!part.open(QIODevice::WriteOnly | QIODevice::NewOnly) || part.write(bytes) != bytes.size())
            return false;
        part.close();
        cache.add(key, path, name);
        return QTest::qWaitFor([&] { return cache.find(key) != nullptr; });
    }
    QString directory() const { return m_profile->filePath(QStringLiteral("media")); }
    // Everything below the cache, folders included, without what is on its way out.
    QStringList everything() const
    {
        QStringList found;
        QDirIterator it(directory(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            found.append(it.next());
        return found;
    }
    QStringList files() const
    {
        QStringList found = everything();
        found.removeIf([](const QString &path) { return QFileInfo(path).isDir(); });
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_profile;
};

void TestFileCache::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_profile = std::make_unique<QTemporaryDir>();
}

void TestFileCache::addedFileIsFound()
{
    const auto cache = open();
    QVERIFY(!cache->find(key(QStringLiteral("a"))));
    QVERIFY(add(*cache, key(QStringLiteral("a")), "%PDF-1.4 x", QStringLiteral("invoice.exe")));
    const CachedFile file = *cache->find(key(QStringLiteral("a")));
    QCOMPARE(file.size, 10);
    QVERIFY(file.type == domain::FileType::Pdf);
    QVERIFY(file.path.endsWith(QLatin1String(".pdf")));
    QCOMPARE(cache->size(), 10);
    QVERIFY(add(*cache, key(QStringLiteral("a")), "MZ")); // anew, and something else
    QTRY_COMPARE(cache->size(), 2);
    QTRY_COMPARE(files().size(), 1);
}

void TestFileCache::pictureKeepsItsSize()
{
    const auto cache = open();
    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(image.save(&buffer, "PNG"));
    QVERIFY(add(*cache, key(QStringLiteral("a")), png));
    QCOMPARE(cache->find(key(QStringLiteral("a")))->pixels, QSize(30, 20));
    // One that only begins like a picture has none.
    QVERIFY(add(*cache, key(QStringLiteral("b")), png.left(12)));
    QVERIFY(cache->find(key(QStringLiteral("b")))->pixels.isEmpty());
}

void TestFileCache::everythingIsPrivate()
{
    for (const mode_t mask : {mode_t(022), mode_t(0)}) {
        m_profile = std::make_unique<QTemporaryDir>();
        const mode_t before = ::umask(mask);
        const auto cache = open();
        const bool added = add(*cache, key(QStringLiteral("a")), "x");
        ::umask(before);
        QVERIFY(added);
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(directory()).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, mode_t(0700));
        const QStringList all = everything();
        QCOMPARE(all.size(), 2);
        for (const QString &path : all) {
            QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
            QCOMPARE(status.st_mode & 07777, S_ISDIR(status.st_mode) ? mode_t(0700) : mode_t(0600));
        }
    }
}

void TestFileCache::namesAreOurOwn()
{
    const auto cache = open();
    const CacheKey hostile = media::cacheKey(
        media::cacheFolder(domain::AccountId(QStringLiteral("../../up")), false), {QStringLiteral("../x")});
    QVERIFY(add(*cache, hostile, "x", QStringLiteral("../../evil.desktop")));
    const QStringList all = files();
    QCOMPARE(all.size(), 1);
    static const QRegularExpression ours(QStringLiteral("/media/[0-9a-f]{32}/[0-9a-f]{32}\\.bin$"));
    QVERIFY2(ours.match(all.first()).hasMatch(), qPrintable(all.first()));
}

void TestFileCache::keysDoNotRunTogether()
{
    const auto of = [](const QStringList &words) { return media::cacheKey({}, words).digest; };
    QVERIFY(of({QStringLiteral("1"), QStringLiteral("23")})
            != of({QStringLiteral("12"), QStringLiteral("3")}));
    QVERIFY(of({QStringLiteral("1"), QString()}) != of({QStringLiteral("1")}));
    QCOMPARE(of({QStringLiteral("1")}), of({QStringLiteral("1")}));
}

void TestFileCache::restartFindsEverything()
{
    CachedFile before;
    {
        const auto cache = open();
        QVERIFY(add(*cache, key(QStringLiteral("a")), "GIF89a\x05\0\x04\0"));
        QVERIFY(add(*cache, key(QStringLiteral("b"), QStringLiteral("two")), "%PDF-1.4"));
        before = *cache->find(key(QStringLiteral("a")));
    }
    const auto cache = open();
    QCOMPARE(cache->find(key(QStringLiteral("a")))->path, before.path);
    QCOMPARE(cache->find(key(QStringLiteral("a")))->pixels, before.pixels);
    QVERIFY(cache->find(key(QStringLiteral("a")))->type == before.type);
    QVERIFY(cache->find(key(QStringLiteral("b"), QStringLiteral("two")))->type == domain::FileType::Pdf);
    QCOMPARE(cache->size(), before.size + 8);
}

void TestFileCache::restartRemovesHalves()
{
    QString half;
    {
        const auto cache = open();
        half = cache->newPartPath(key(QStringLiteral("a")));
        QFile part(half);
        QVERIFY(part.open(QIODevice::WriteOnly));
    }
    QVERIFY(QFile::exists(half));
    const auto cache = open();
    QVERIFY(!QFile::exists(half));
    QCOMPARE(cache->size(), 0);
}

void TestFileCache::restartKnowsWhatWasUsedLast()
{
    const QStringList names{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    QString oldest;
    {
        const auto cache = open();
        for (const QString &name : names)
            QVERIFY(add(*cache, key(name), QByteArray(100, 'x')));
        oldest = cache->find(key(QStringLiteral("b")))->path;
    }
    QFile file(oldest);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-3), QFileDevice::FileModificationTime));
    file.close();
    const auto cache = open();
    cache->setLimit(250);
    QVERIFY(!cache->find(key(QStringLiteral("b"))));
    QVERIFY(cache->find(key(QStringLiteral("a"))));
    QVERIFY(cache->find(key(QStringLiteral("c"))));
}

void TestFileCache::leastUsedGoesFirst()
{
    const auto cache = open();
    cache->setLimit(300);
    const QByteArray bytes(100, 'x');
    for (const char16_t name : u"abc") {
        if (name)
            QVERIFY(add(*cache, key(QString(name)), bytes));
    }
    cache->touch(key(QStringLiteral("a")));
    QSignalSpy removed(cache.get(), &FileCache::removed);
    QVERIFY(add(*cache, key(QStringLiteral("d")), bytes));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().value<CacheKey>(), key(QStringLiteral("b")));
    QVERIFY(cache->find(key(QStringLiteral("a"))));
    QCOMPARE(cache->size(), 300);
    QTRY_COMPARE(files().size(), 3);
}

void TestFileCache::newestStaysWhateverItsSize()
{
    const auto cache = open();
    cache->setLimit(100);
    QVERIFY(add(*cache, key(QStringLiteral("a")), "x"));
    QVERIFY(add(*cache, key(QStringLiteral("large")), QByteArray(500, 'x')));
    QVERIFY(!cache->find(key(QStringLiteral("a"))));
    QVERIFY(cache->find(key(QStringLiteral("large"))));
}

void TestFileCache::smallerLimitRemovesAtOnce()
{
    const auto cache = open();
    QVERIFY(add(*cache, key(QStringLiteral("a")), QByteArray(100, 'x')));
    QVERIFY(add(*cache, key(QStringLiteral("b")), QByteArray(100, 'x')));
    QSignalSpy sizes(cache.get(), &FileCache::sizeChanged);
    cache->setLimit(150);
    QCOMPARE(sizes.size(), 1);
    QCOMPARE(cache->size(), 100);
}

void TestFileCache::accountIsWiped()
{
    const auto cache = open();
    QVERIFY(add(*cache, key(QStringLiteral("a")), "canary of account one"));
    QVERIFY(add(*cache, key(QStringLiteral("b"), QStringLiteral("two")), "x"));
    QFile half(cache->newPartPath(key(QStringLiteral("c"))));
    QVERIFY(half.open(QIODevice::WriteOnly) && half.write("canary") == 6);
    const QString folder = media::cacheFolder(domain::AccountId(QStringLiteral("one")), false);
    cache->removeFolder(folder);
    QVERIFY(!QFile::exists(QDir(directory()).filePath(folder))); // at once, the rest in the background
    QVERIFY(!cache->find(key(QStringLiteral("a"))));
    QVERIFY(cache->find(key(QStringLiteral("b"), QStringLiteral("two"))));
    QCOMPARE(cache->size(), 1);
    QTRY_COMPARE(everything().size(), 2); // the other account's folder and file
}

void TestFileCache::wipedWhileAddedIsNotKept()
{
    const auto cache = open();
    const CacheKey added = key(QStringLiteral("a"));
    const QString path = cache->newPartPath(added);
    QFile part(path);
    QVERIFY(part.open(QIODevice::WriteOnly) && part.write("x") == 1);
    part.close();
    QSignalSpy notAdded(cache.get(), &FileCache::notAdded);
    cache->add(added, path, {});
    cache->removeFolder(added.folder);
    QTRY_COMPARE(notAdded.size(), 1);
    QVERIFY(!cache->find(added));
    QTRY_COMPARE(everything(), QStringList());
}

void TestFileCache::accountsOfThisRunDoNotOutliveIt()
{
    {
        const auto cache = open();
        QVERIFY(add(*cache, key(QStringLiteral("a"), QStringLiteral("demo"), true), "x"));
        QCOMPARE(files().size(), 1);
    }
    QCOMPARE(everything(), QStringList());
}

void TestFileCache::accountsOfACrashedRunAreGone()
{
    const QDir folder(
        QDir(directory()).filePath(media::cacheFolder(domain::AccountId(QStringLiteral("demo")), true)));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QFile left(folder.filePath(QString(32, u'a') + QStringLiteral(".pdf")));
    QVERIFY(left.open(QIODevice::WriteOnly));
    const auto cache = open();
    QCOMPARE(everything(), QStringList());
}

void TestFileCache::clearRemovesAll()
{
    const auto cache = open();
    QVERIFY(add(*cache, key(QStringLiteral("a")), "x"));
    QVERIFY(add(*cache, key(QStringLiteral("b"), QStringLiteral("two")), "x"));
    cache->clear();
    QCOMPARE(cache->size(), 0);
    QTRY_COMPARE(everything(), QStringList());
    QVERIFY(add(*cache, key(QStringLiteral("a")), "x")); // and goes on
}

void TestFileCache::temporaryCacheGoesAway()
{
    QString path;
    {
        FileCache cache{QString()};
        QTRY_VERIFY(cache.isReady());
        QVERIFY(add(cache, key(QStringLiteral("a")), "x"));
        path = cache.find(key(QStringLiteral("a")))->path;
    }
    QVERIFY(!QFile::exists(path));
    QVERIFY(!QFileInfo(path).dir().exists());
}

void TestFileCache::unwritableFolderIsReported()
{
    QFile inTheWay(directory());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto cache = open();
    QCOMPARE(cache->newPartPath(key(QStringLiteral("a"))), QString());
}

QTEST_GUILESS_MAIN(TestFileCache)
#include "tst_filecache.moc"
