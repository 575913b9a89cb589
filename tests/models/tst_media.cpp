// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/media.h"
#include "models/preferences.h"
#include "tests/support/inboxfixture.h"

#include <QBuffer>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <sys/stat.h>

using namespace inbox;
using namespace inbox::domain;
using models::MediaPhase;
using models::MediaRef;
using models::MediaState;

namespace {

QByteArray png(int width = 40, int height = 20)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

MediaContent file(const QString &uuid, const QString &name = QStringLiteral("IMG_1.png"))
{
    MediaContent content;
    content.kind = MediaKind::Image;
    content.uuid = uuid;
    content.name = name;
    content.downloadUrl = QUrl(QStringLiteral("https://inbox.example/files/") + uuid);
    return content;
}

constexpr int mebibyte = 1024 * 1024;

} // namespace

// The files in messages, as the window meets them.
class TestMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothingIsFetchedUnasked();
    void wantedPictureBecomesReady();
    void progressIsTold();
    void fewAtOnceAndTheLastWantedFirst();
    void cancelStopsItAndItCanBeWantedAgain();
    void canceledWhileWaitingIsNeverAsked();
    void failureSaysWhyAndCanBeAskedAgain();
    void tooLargeIsNotFetched();
    void tooLargeIsLearntFromTheServer();
    void raisedLimitBringsItBack();
    void messageWithoutAnAddressIsRefused();
    void unsafeAddressIsRefused();
    void textContentIsNoFile();
    void documentIsOpenableAndNoPicture();
    void drawingThatCallsItselfAPictureIsNone();
    void fileNameIsCleaned();
    void aPhotoBelongsToTheCustomer();

    void thumbnailIsDecodedOnce();
    void thumbnailOfNoPictureStaysNull();
    void viewerGetsThePicture();
    void viewerHearsOfWhatCannotBeShown();

    void savedCopyIsPrivate();
    void savingDoesNotOverwrite();
    void savingSaysWhatIsWrong();

    void restartFindsTheFile();
    void anotherServerHasOtherFiles();
    void evictedFileIsRemoteAgain();
    void clearedCacheIsEmpty();
    void removedAccountTakesItsFilesAlong();
    void replacedSessionKeepsThem();

private:
    MediaRef add(const MediaContent &content)
    {
        Message message = test::message(QStringLiteral("m%1").arg(m_messages.size() + 1), {}, test::kNoon);
        message.contents = {content};
        m_messages.append(message);
        m_backend->messagesOf[ConversationId(QStringLiteral("1"))] = m_messages;
        return {test::InboxFixture::key(QStringLiteral("1")), message.id, 0};
    }
    // The conversation has been opened and read.
    void open()
    {
        m_fixture->session().setOpenConversation(ConversationId(QStringLiteral("1")));
        QTRY_VERIFY(m_fixture->session().thread(ConversationId(QStringLiteral("1"))));
        m_fixture->session().refreshConversation(ConversationId(QStringLiteral("1")));
        QTRY_COMPARE(m_fixture->session().thread(ConversationId(QStringLiteral("1")))->messages.size(),
                     m_messages.size());
    }
    // A kept account at this address, in the place of the one before.
    void addAccount(const QString &url)
    {
        auto backend = std::make_unique<test::ScriptedBackend>();
        backend->conversationList << test::conversation(QStringLiteral("1"), 5);
        if (m_backend) {
            backend->messagesOf = m_backend->messagesOf;
            backend->files = m_backend->files;
        }
        m_backend = backend.get();
        AccountConfig config;
        config.id = AccountId(QStringLiteral("demo"));
        config.settings.insert(baseUrlSetting, url);
        sync::PollTimings timings;
        timings.openThread = timings.list = timings.sweepPage = timings.sweep = 3'600'000;
        m_fixture->inbox.addSession(config, std::move(backend), timings);
        m_fixture->start();
    }
    void makeMedia()
    {
        m_media = std::make_unique<models::Media>(m_fixture->inbox, *m_preferences, m_profile->path());
        connect(m_media.get(), &models::Media::changed, this,
                [this](const MediaRef &ref) { m_seen[ref].append(m_media->state(ref).phase); });
    }
    // Empty on success, else the reason.
    QString savedAs(const MediaRef &ref, const QString &path, bool replace)
    {
        std::optional<QString> answer;
        m_media->saveAs(ref, path, replace, this, [&answer](const QString &problem) { answer = problem; });
        if (answer) // at once: it would have held the window
            return QStringLiteral("saved on the caller's thread");
        return QTest::qWaitFor([&answer] { return answer.has_value(); }) ? *answer
                                                                         : QStringLiteral("no answer");
    }
    MediaRef ready(const MediaContent &content, const QByteArray &bytes)
    {
        m_backend->files.insert(content.uuid, bytes);
        const MediaRef ref = add(content);
        open();
        m_media->want(ref);
        if (!QTest::qWaitFor([&] { return m_media->state(ref).phase == MediaPhase::Ready; }))
            QTest::qFail("the file did not become ready", __FILE__, __LINE__);
        return ref;
    }
    QStringList cached() const
    {
        QStringList files;
        QDirIterator it(m_profile->path(), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
        return files;
    }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<test::InboxFixture> m_fixture;
    test::ScriptedBackend *m_backend = nullptr;
    std::unique_ptr<models::Preferences> m_preferences;
    std::unique_ptr<models::Media> m_media;
    QList<Message> m_messages;
    QHash<MediaRef, QList<MediaPhase>> m_seen;
};

void TestMedia::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_media.reset();
    m_seen.clear();
    // What the test before threw away is taken off the disk in the pool, and two at one folder disturb each
    // other.
    QThreadPool::globalInstance()->waitForDone();
    m_profile = std::make_unique<QTemporaryDir>();
    m_backend = nullptr;
    m_messages.clear();
    m_fixture = std::make_unique<test::InboxFixture>();
    m_preferences = std::make_unique<models::Preferences>();
    addAccount(QStringLiteral("https://inbox.example"));
    makeMedia();
}

void TestMedia::nothingIsFetchedUnasked()
{
    const MediaRef ref = add(file(QStringLiteral("u1")));
    open();
    QVERIFY(m_media->state(ref).phase == MediaPhase::Remote);
    QVERIFY(m_media->thumbnail(ref, QSize(100, 100)).isNull());
    test::settle();
    QCOMPARE(m_backend->sinks.size(), 0);
}

void TestMedia::wantedPictureBecomesReady()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png());
    const MediaState state = m_media->state(ref);
    QVERIFY(state.picture);
    QVERIFY(state.openable);
    QCOMPARE(state.pixels, QSize(40, 20));
    QCOMPARE(state.total.value_or(0), png().size());
    QVERIFY(QFile::exists(state.path));
    QVERIFY(m_seen[ref].contains(MediaPhase::Ready));
    QCOMPARE(m_media->cacheBytes(), png().size());
    m_media->want(ref); // again changes nothing
    test::settle();
    QCOMPARE(m_backend->sinks.size(), 1);
    QVERIFY(m_media->state(ref).phase == MediaPhase::Ready);
}

void TestMedia::progressIsTold()
{
    m_backend->holdDownloads = true;
    const MediaRef ref = add(file(QStringLiteral("u1")));
    open();
    m_media->want(ref);
    QTRY_COMPARE(m_backend->sinks.size(), 1);
    QVERIFY(m_media->state(ref).phase == MediaPhase::Loading);
    m_backend->sinks.first().progress(300, 1000);
    QCOMPARE(m_media->state(ref).received, 300);
    QCOMPARE(m_media->state(ref).total.value_or(0), 1000);
}

void TestMedia::fewAtOnceAndTheLastWantedFirst()
{
    m_backend->holdDownloads = true;
    QList<MediaRef> refs;
    for (int i = 0; i < 6; ++i)
        refs.append(add(file(QString::number(i))));
    open();
    for (const MediaRef &ref : std::as_const(refs)) {
        m_media->want(ref);
        QTRY_VERIFY(m_backend->sinks.size() >= std::min<qsizetype>(3, refs.indexOf(ref) + 1));
    }
    QCOMPARE(m_backend->sinks.size(), 3);
    QVERIFY(m_media->state(refs[0]).phase == MediaPhase::Loading);
    QVERIFY(m_media->state(refs[3]).phase == MediaPhase::Waiting);
    QVERIFY(m_media->state(refs[5]).phase == MediaPhase::Waiting);
    m_media->want(refs[4]); // the person came back to it
    m_backend->downloads.fail(ErrorKind::NotFound, Outcome::Refused);
    QTRY_COMPARE(m_backend->sinks.size(), 4);
    QVERIFY(m_media->state(refs[4]).phase == MediaPhase::Loading);
    m_backend->downloads.fail(ErrorKind::NotFound, Outcome::Refused);
    QTRY_COMPARE(m_backend->sinks.size(), 5);
    QVERIFY(m_media->state(refs[5]).phase == MediaPhase::Loading);
    QVERIFY(m_media->state(refs[3]).phase == MediaPhase::Waiting);
}

void TestMedia::cancelStopsItAndItCanBeWantedAgain()
{
    m_backend->holdDownloads = true;
    const MediaRef ref = add(file(QStringLiteral("u1")));
    open();
    m_media->want(ref);
    QTRY_COMPARE(m_backend->sinks.size(), 1);
    m_media->cancel(ref);
    QVERIFY(m_media->state(ref).phase == MediaPhase::Remote);
    test::settle();
    QVERIFY(m_media->state(ref).phase == MediaPhase::Remote);
    m_backend->holdDownloads = false;
    m_backend->files.insert(QStringLiteral("u1"), png());
    m_media->want(ref);
    QTRY_VERIFY(m_media->state(ref).phase == MediaPhase::Ready);
}

void TestMedia::canceledWhileWaitingIsNeverAsked()
{
    m_backend->holdDownloads = true;
    QList<MediaRef> refs;
    for (int i = 0; i < 4; ++i)
        refs.append(add(file(QString::number(i))));
    open();
    for (const MediaRef &ref : std::as_const(refs)) {
        m_media->want(ref);
        QTRY_VERIFY(m_backend->sinks.size() >= std::min<qsizetype>(3, refs.indexOf(ref) + 1));
    }
    QCOMPARE(m_backend->sinks.size(), 3);
    m_media->cancel(refs[3]);
    m_backend->downloads.fail(ErrorKind::NotFound, Outcome::Refused);
    QTRY_VERIFY(m_media->state(refs[0]).phase == MediaPhase::Failed);
    QCOMPARE(m_backend->sinks.size(), 3);
}

void TestMedia::failureSaysWhyAndCanBeAskedAgain()
{
    m_backend->holdDownloads = true;
    const MediaRef ref = add(file(QStringLiteral("u1")));
    open();
    m_media->want(ref);
    QTRY_COMPARE(m_backend->downloads.waiting(), 1);
    m_backend->downloads.fail(ErrorKind::Timeout, Outcome::Unknown);
    QTRY_VERIFY(m_media->state(ref).phase == MediaPhase::Failed);
    QVERIFY(m_media->state(ref).error->kind == ErrorKind::Timeout);
    QCOMPARE(m_media->state(ref).received, 0);
    m_media->want(ref);
    QTRY_COMPARE(m_backend->sinks.size(), 2);
    QVERIFY(m_media->state(ref).phase == MediaPhase::Loading);
}

void TestMedia::tooLargeIsNotFetched()
{
    MediaContent large = file(QStringLiteral("u1"));
    large.size = 101LL * mebibyte;
    const MediaRef ref = add(large);
    open();
    QVERIFY(m_media->state(ref).phase == MediaPhase::TooLarge);
    QCOMPARE(m_media->state(ref).total.value_or(0), *large.size);
    m_media->want(ref);
    test::settle();
    QCOMPARE(m_backend->sinks.size(), 0);
}

void TestMedia::tooLargeIsLearntFromTheServer()
{
    m_backend->holdDownloads = true;
    const MediaRef ref = add(file(QStringLiteral("u1")));
    open();
    m_media->want(ref);
    QTRY_COMPARE(m_backend->sinks.size(), 1);
    QCOMPARE(m_backend->sinks.first().cap, 100LL * mebibyte);
    m_backend->sinks.first().progress(0, 300LL * mebibyte);
    m_backend->downloads.fail(ErrorKind::TooLarge, Outcome::Unknown);
    QTRY_VERIFY(m_media->state(ref).phase == MediaPhase::TooLarge);
    QCOMPARE(m_media->state(ref).total.value_or(0), 300LL * mebibyte);
}

void TestMedia::raisedLimitBringsItBack()
{
    MediaContent large = file(QStringLiteral("u1"));
    large.size = 150LL * mebibyte;
    const MediaRef ref = add(large);
    open();
    QVERIFY(m_media->state(ref).phase == MediaPhase::TooLarge);
    m_preferences->change([](models::PreferenceValues &values) { values.downloadLimitMib = 200; });
    QVERIFY(m_media->state(ref).phase == MediaPhase::Remote);
    QVERIFY(m_seen[ref] == QList{MediaPhase::Remote});
}

void TestMedia::messageWithoutAnAddressIsRefused()
{
    MediaContent lost = file(QStringLiteral("u1"));
    lost.downloadUrl = QUrl();
    const MediaRef ref = add(lost);
    open();
    QVERIFY(m_media->state(ref).phase == MediaPhase::Refused);
    m_media->want(ref);
    test::settle();
    QCOMPARE(m_backend->sinks.size(), 0);
}

void TestMedia::unsafeAddressIsRefused()
{
    m_backend->holdDownloads = true;
    const MediaRef ref = add(file(QStringLiteral("u1")));
    open();
    m_media->want(ref);
    QTRY_COMPARE(m_backend->downloads.waiting(), 1);
    m_backend->downloads.fail(ErrorKind::Unsupported, Outcome::NotSent);
    QTRY_VERIFY(m_media->state(ref).phase == MediaPhase::Refused);
}

void TestMedia::textContentIsNoFile()
{
    const MediaRef ref = add(file(QStringLiteral("u1")));
    m_messages.last().contents = {TextContent{QStringLiteral("Hello")}};
    m_backend->messagesOf[ConversationId(QStringLiteral("1"))] = m_messages;
    open();
    MediaRef beyond = ref;
    beyond.content = 7;
    for (const MediaRef &none : {ref, beyond, MediaRef()}) {
        m_media->want(none);
        QVERIFY(m_media->state(none) == MediaState());
    }
    test::settle();
    QCOMPARE(m_backend->sinks.size(), 0);
}

void TestMedia::documentIsOpenableAndNoPicture()
{
    const MediaRef ref = ready(file(QStringLiteral("u1"), QStringLiteral("invoice.pdf")), "%PDF-1.4");
    QVERIFY(m_media->state(ref).openable);
    QVERIFY(!m_media->state(ref).picture);
}

void TestMedia::drawingThatCallsItselfAPictureIsNone()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), "<svg xmlns='http://www.w3.org/2000/svg'/>");
    QVERIFY(!m_media->state(ref).picture);
    QVERIFY(!m_media->state(ref).openable);
    QVERIFY(m_media->state(ref).path.endsWith(QLatin1String(".bin")));
}

void TestMedia::fileNameIsCleaned()
{
    const MediaRef ref = add(file(QStringLiteral("u1"), QStringLiteral("../../a\u202Egnp.exe")));
    open();
    QCOMPARE(m_media->state(ref).fileName, QStringLiteral("agnp.exe"));
}

void TestMedia::aPhotoBelongsToTheCustomer()
{
    const MediaRef ref = MediaRef::photoOf(test::InboxFixture::key(QStringLiteral("1")));
    QCOMPARE(m_media->state(ref).phase, MediaPhase::Refused); // there is none
    const QString address = QStringLiteral("https://cdn.example/maria.png");
    m_backend->files.insert(address, png());
    const auto movesTo = [&](const QString &photo) {
        m_backend->conversationList.first().customer->photo = QUrl(photo);
        m_fixture->poll();
    };
    movesTo(address + QStringLiteral("?signature=1"));
    QCOMPARE(m_media->state(ref).phase, MediaPhase::Remote);
    m_media->want(ref);
    QTRY_COMPARE(m_media->state(ref).phase, MediaPhase::Ready);
    QTRY_VERIFY(!m_media->thumbnail(ref, QSize(20, 20)).isNull());
    movesTo(address + QStringLiteral("?signature=2"));
    QCOMPARE(m_media->state(ref).phase, MediaPhase::Ready);
    movesTo(QStringLiteral("https://cdn.example/maria2.png"));
    QCOMPARE(m_media->state(ref).phase, MediaPhase::Remote);
}

void TestMedia::thumbnailIsDecodedOnce()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png(400, 200));
    QSignalSpy decoded(m_media.get(), &models::Media::thumbnailReady);
    QVERIFY(m_media->thumbnail(ref, QSize(100, 100)).isNull());
    QVERIFY(m_media->thumbnail(ref, QSize(100, 100)).isNull());
    QTRY_COMPARE(decoded.size(), 1);
    QCOMPARE(m_media->thumbnail(ref, QSize(100, 100)).size(), QSize(100, 50));
    test::settle();
    QCOMPARE(decoded.size(), 1);
    QVERIFY(m_media->thumbnail(ref, QSize(50, 50)).isNull()); // another size is another picture
    QTRY_COMPARE(decoded.size(), 2);
}

void TestMedia::thumbnailOfNoPictureStaysNull()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), "%PDF-1.4");
    QSignalSpy decoded(m_media.get(), &models::Media::thumbnailReady);
    QVERIFY(m_media->thumbnail(ref, QSize(100, 100)).isNull());
    test::settle();
    QCOMPARE(decoded.size(), 0);
}

void TestMedia::viewerGetsThePicture()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png(5000, 10));
    QSignalSpy decoded(m_media.get(), &models::Media::pictureDecoded);
    m_media->decode(ref);
    QCOMPARE(decoded.size(), 0); // not within the call
    QTRY_COMPARE(decoded.size(), 1);
    QCOMPARE(decoded.first().at(1).value<QImage>().width(), models::Media::viewerSide);
}

void TestMedia::viewerHearsOfWhatCannotBeShown()
{
    const MediaRef ref = add(file(QStringLiteral("u1")));
    open();
    QSignalSpy decoded(m_media.get(), &models::Media::pictureDecoded);
    m_media->decode(ref);
    QTRY_COMPARE(decoded.size(), 1);
    QVERIFY(decoded.first().at(1).value<QImage>().isNull());
}

void TestMedia::savedCopyIsPrivate()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png());
    for (const bool replace : {false, true}) {
        const QString path = m_profile->filePath(QStringLiteral("copy%1.png").arg(int(replace)));
        const mode_t before = ::umask(0);
        const QString problem = savedAs(ref, path, replace);
        ::umask(before);
        QCOMPARE(problem, QString());
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, mode_t(0600));
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QVERIFY(copy.readAll() == png());
    }
}

void TestMedia::savingDoesNotOverwrite()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png());
    const QString path = m_profile->filePath(QStringLiteral("mine"));
    QFile mine(path);
    QVERIFY(mine.open(QIODevice::ReadWrite) && mine.write("mine") == 4);
    mine.close();
    QVERIFY(!savedAs(ref, path, false).isEmpty());
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QCOMPARE(mine.readAll(), "mine");
    mine.close();
    QCOMPARE(savedAs(ref, path, true), QString());
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QVERIFY(mine.readAll() == png());
}

void TestMedia::savingSaysWhatIsWrong()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png());
    QVERIFY(!savedAs(ref, QStringLiteral("/nowhere/at/all.png"), false).isEmpty());
    QVERIFY(!savedAs(ref, QStringLiteral("/nowhere/at/all.png"), true).isEmpty());
    QVERIFY(!savedAs(MediaRef(), m_profile->filePath(QStringLiteral("x")), false).isEmpty());
    QVERIFY(!QFile::exists(m_profile->filePath(QStringLiteral("x"))));
}

void TestMedia::restartFindsTheFile()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png());
    const QString path = m_media->state(ref).path;
    m_media.reset();
    makeMedia();
    QTRY_VERIFY(m_media->state(ref).phase == MediaPhase::Ready);
    QCOMPARE(m_media->state(ref).path, path);
    QVERIFY(m_media->state(ref).picture);
    QCOMPARE(m_backend->sinks.size(), 1);
}

void TestMedia::anotherServerHasOtherFiles()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png());
    addAccount(QStringLiteral("https://other.example"));
    open();
    QVERIFY(m_media->state(ref).phase == MediaPhase::Remote);
}

void TestMedia::evictedFileIsRemoteAgain()
{
    m_preferences->change([](models::PreferenceValues &values) { values.mediaCacheMib = 16; });
    const QByteArray large(9 * mebibyte, 'x');
    const MediaRef first = ready(file(QStringLiteral("u1")), large);
    const MediaRef second = ready(file(QStringLiteral("u2")), large);
    QVERIFY(m_media->state(first).phase == MediaPhase::Remote);
    QVERIFY(m_seen[first].last() == MediaPhase::Remote);
    QVERIFY(m_media->state(second).phase == MediaPhase::Ready);
    QCOMPARE(m_media->cacheBytes(), large.size());
}

void TestMedia::clearedCacheIsEmpty()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png());
    QSignalSpy sizes(m_media.get(), &models::Media::cacheChanged);
    m_media->clearCache();
    QVERIFY(m_media->state(ref).phase == MediaPhase::Remote);
    QCOMPARE(m_media->cacheBytes(), 0);
    QCOMPARE(sizes.size(), 1);
    QTRY_COMPARE(cached(), QStringList());
}

void TestMedia::removedAccountTakesItsFilesAlong()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png());
    QCOMPARE(cached().size(), 1);
    m_backend->holdDownloads = true;
    const MediaRef under = add(file(QStringLiteral("u2")));
    open();
    m_media->want(under);
    QTRY_COMPARE(m_backend->sinks.size(), 2);
    m_fixture->inbox.removeAccount(AccountId(QStringLiteral("demo")));
    QVERIFY(!QFile::exists(m_media->state(ref).path));
    QCOMPARE(m_media->cacheBytes(), 0);
    QVERIFY(m_media->thumbnail(ref, QSize(9, 9)).isNull());
    QTRY_COMPARE(cached(), QStringList());
}

void TestMedia::replacedSessionKeepsThem()
{
    const MediaRef ref = ready(file(QStringLiteral("u1")), png());
    addAccount(QStringLiteral("https://inbox.example")); // the same, with other settings
    open();
    QVERIFY(m_media->state(ref).phase == MediaPhase::Ready);
    QCOMPARE(cached().size(), 1);
}

QTEST_GUILESS_MAIN(TestMedia)
#include "tst_media.moc"
