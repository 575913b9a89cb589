// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/net/httpclient.h"
#include "services/net/origin.h"
#include "tests/support/faultserver.h"
#include "tests/support/httptest.h"
#include "tests/support/memory.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace inbox;
using namespace std::chrono_literals;
using domain::ErrorKind;
using tests::FaultReply;
using tests::FaultServer;
using tests::ReceivedRequest;
using Act = FaultReply::Act;
using Transport = FaultServer::Transport;

namespace {

constexpr auto canary = "canary-7f3a91";

FaultReply fileReply(const QByteArray &body)
{
    return {Act::Answer, 200, "application/octet-stream", body};
}

QByteArray someBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 31 >> 3);
    return bytes;
}

// Requests in which the token arrived, wherever in them it stood.
int withToken(const FaultServer &server)
{
    int count = 0;
    const QList<ReceivedRequest> requests = server.requests();
    for (const ReceivedRequest &request : requests) {
        bool found = request.target.contains(canary) || request.body.contains(canary);
        for (const auto &[name, value] : request.headers)
            found = found || value.contains(canary);
        count += found ? 1 : 0;
    }
    return count;
}

} // namespace

// A file on its way to disk: whole or not at all, within its cap, without the token where that does not
// belong.
class TestDownloads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void fileArrivesWholeAndPrivate_data();
    void fileArrivesWholeAndPrivate();
    void emptyFileIsAFile();
    void progressRisesToTheTotal();
    void neverWritesOverAFile();
    void neverWritesThroughALink();
    void brokenDownloadLeavesNothing_data();
    void brokenDownloadLeavesNothing();
    void announcedTooLargeIsNotBegun();
    void capHoldsWhateverWasAnnounced();
    void hugeBodiesDoNotFillMemory();
    void hugeHeaderIsRefused_data();
    void hugeHeaderIsRefused();
    void packedBombIsNotUnpacked();
    void bytesThatKeepComingMayTakeLong();
    void silenceEndsIt();
    void cancelLeavesNothing();
    void cancelFromTheProgress();
    void deadClientLeavesNothing();

    void tokenGoesToTheOwnOriginOnly();
    void anonymousKeepsTheTokenAtHome();
    void tokenNeverFollowsARedirect_data();
    void tokenNeverFollowsARedirect();
    void tokenDoesNotComeBackFromAbroad();
    void unsafeAddressIsNotAsked_data();
    void unsafeAddressIsNotAsked();
    void downgradeIsRefused();
    void redirectToAnotherSchemeIsRefused_data();
    void redirectToAnotherSchemeIsRefused();
    void foreignClockTeachesNothing();
    void logHoldsNoAddress();

private:
    net::Call<qint64> fetch(net::HttpClient &client, const QUrl &url, qint64 cap = net::mebibyte)
    {
        net::Request request;
        request.name = "download";
        request.url = url;
        request.silence = m_silence;
        request.deadline = 100ms; // counts for answers that are not files
        request.anonymous = m_anonymous;
        request.file = net::FileSink{path(), cap, m_progress};
        return client.download(request);
    }
    QString path() const { return QDir(m_folder->path()).filePath(QStringLiteral("a.part")); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    QByteArray written() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::chrono::milliseconds m_silence{10'000};
    bool m_anonymous = false;
    std::function<void(qint64, std::optional<qint64>)> m_progress;
};

void TestDownloads::initTestCase()
{
    QVERIFY2(tests::TrustedTestCa::serverConfiguration(), "the openssl program is needed");
}

void TestDownloads::init()
{
    tests::failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_silence = 10s;
    m_anonymous = false;
    m_progress = nullptr;
}

void TestDownloads::fileArrivesWholeAndPrivate_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("size");
    QTest::newRow("small") << false << 100;
    QTest::newRow("larger than the read buffer") << false << 3'000'001;
    QTest::newRow("over TLS") << true << 3'000'001;
}

void TestDownloads::fileArrivesWholeAndPrivate()
{
    QFETCH(bool, tls);
    QFETCH(int, size);
    const tests::TrustedTestCa trusted;
    const QByteArray body = someBytes(size);
    FaultServer server([&](const auto &) { return fileReply(body); },
                       tls ? Transport::Tls : Transport::Plain);
    net::HttpClient client(server.url());
    const mode_t before = ::umask(0);
    const auto result = tests::ended(fetch(client, server.url(QStringLiteral("/f")), size));
    ::umask(before);
    QVERIFY(result);
    QCOMPARE(*result, size);
    QVERIFY(written() == body);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(0600));
}

void TestDownloads::emptyFileIsAFile()
{
    FaultServer server([](const auto &) { return fileReply({}); });
    net::HttpClient client(server.url());
    QCOMPARE(tests::ended(fetch(client, server.url())).value_or(-1), 0);
    QCOMPARE(files().size(), 1);
}

void TestDownloads::progressRisesToTheTotal()
{
    constexpr qint64 size = 4 * net::mebibyte;
    QList<qint64> told;
    std::optional<qint64> total;
    m_progress = [&](qint64 received, std::optional<qint64> of) {
        told.append(received);
        total = of;
    };
    FaultServer server([&](const auto &) { return fileReply(QByteArray(size, 'x')); });
    net::HttpClient client(server.url());
    QVERIFY(tests::ended(fetch(client, server.url(), size)));
    QVERIFY(told.size() > 1);
    QVERIFY(std::is_sorted(told.cbegin(), told.cend()));
    QCOMPARE(told.constLast(), size);
    QCOMPARE(total.value_or(0), size);
}

void TestDownloads::neverWritesOverAFile()
{
    QFile present(path());
    QVERIFY(present.open(QIODevice::WriteOnly) && present.write("mine") == 4);
    present.close();
    FaultServer server([](const auto &) { return fileReply("theirs"); });
    net::HttpClient client(server.url());
    const auto result = tests::ended(fetch(client, server.url()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::LocalFailure);
    QCOMPARE(written(), "mine");
}

void TestDownloads::neverWritesThroughALink()
{
    const QString target = QDir(m_folder->path()).filePath(QStringLiteral("target"));
    QVERIFY(QFile::link(target, path()));
    FaultServer server([](const auto &) { return fileReply("theirs"); });
    net::HttpClient client(server.url());
    QVERIFY(!tests::ended(fetch(client, server.url())));
    QVERIFY(!QFile::exists(target));
}

void TestDownloads::brokenDownloadLeavesNothing_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray body = someBytes(200'000);
    const auto act = [&body](Act a) { return FaultReply{a, 200, "image/png", body}; };
    QTest::newRow("truncated") << act(Act::Truncate) << ErrorKind::ConnectionLost;
    QTest::newRow("ended without an answer")
        << FaultReply{Act::Fin, 200, {}, {}} << ErrorKind::ConnectionLost;
    QTest::newRow("closed") << act(Act::Close) << ErrorKind::ConnectionLost;
    QTest::newRow("reset") << act(Act::Reset) << ErrorKind::ConnectionLost;
    QTest::newRow("stalls in the middle") << act(Act::StallBody) << ErrorKind::Timeout;
    QTest::newRow("stalls at once") << act(Act::Stall) << ErrorKind::Timeout;
    QTest::newRow("part of a file") << FaultReply{Act::Answer, 206, "image/png", body}
                                    << ErrorKind::NotThisApi;
    QTest::newRow("nothing") << FaultReply::empty(204) << ErrorKind::NotThisApi;
    QTest::newRow("401") << FaultReply::json("{}", 401) << ErrorKind::BadCredential;
    QTest::newRow("403") << FaultReply::json("{}", 403) << ErrorKind::Forbidden;
    QTest::newRow("404") << FaultReply::html(404) << ErrorKind::NotFound;
    QTest::newRow("429") << FaultReply::json("{}", 429) << ErrorKind::RateLimited;
    QTest::newRow("500") << FaultReply::html(500) << ErrorKind::ServerError;
    QTest::newRow("redirect to nowhere") << FaultReply::empty(302) << ErrorKind::Redirected;
}

void TestDownloads::brokenDownloadLeavesNothing()
{
    QFETCH(FaultReply, reply);
    QFETCH(ErrorKind, kind);
    m_silence = 700ms;
    FaultServer server([&](const auto &) { return reply; });
    net::HttpClient client(server.url());
    const auto result = tests::ended(fetch(client, server.url()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(files(), QStringList());
}

void TestDownloads::announcedTooLargeIsNotBegun()
{
    std::optional<qint64> total;
    m_progress = [&](qint64, std::optional<qint64> of) { total = of; };
    FaultReply reply{Act::Pour, 200, "video/mp4", QByteArray(64 * 1024, 'x')};
    reply.pour = 300 * net::mebibyte;
    FaultServer server([&](const auto &) { return reply; });
    net::HttpClient client(server.url());
    const qint64 before = tests::residentBytes();
    const auto result = tests::ended(fetch(client, server.url(), 100 * net::mebibyte));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TooLarge);
    QCOMPARE(total.value_or(0), reply.pour); // the person is told how large it is
    QVERIFY(tests::residentBytes() - before < 32 * net::mebibyte);
    QCOMPARE(files(), QStringList());
}

void TestDownloads::capHoldsWhateverWasAnnounced()
{
    FaultReply reply = fileReply(QByteArray(1001, 'x'));
    reply.announced = false;
    reply = reply.with("Connection", "close");
    FaultServer server([&](const auto &) { return reply; });
    net::HttpClient client(server.url());
    reply.act = Act::Pour;
    reply.pour = 1000;
    QCOMPARE(tests::ended(fetch(client, server.url(), 1000)).value_or(0), 1000);
    QVERIFY(QFile::remove(path()));
    reply.pour = 1001;
    const auto result = tests::ended(fetch(client, server.url(), 1000));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TooLarge);
    QCOMPARE(files(), QStringList());
}

void TestDownloads::hugeBodiesDoNotFillMemory()
{
    FaultReply reply{Act::Pour, 200, "video/mp4", QByteArray(64 * 1024, 'x')};
    reply.pour = 300 * net::mebibyte;
    reply.announced = false;
    FaultServer server([&](const auto &) { return reply; });
    net::HttpClient client(server.url());
    const qint64 before = tests::residentBytes();
    qint64 most = 0;
    m_progress = [&](qint64, std::optional<qint64>) { most = std::max(most, tests::residentBytes()); };
    const auto result = tests::ended(fetch(client, server.url(), 100 * net::mebibyte));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TooLarge);
    QVERIFY2(!tests::memoryCounts || most - before < 32 * net::mebibyte,
             QByteArray::number(most - before).constData());
    QCOMPARE(files(), QStringList());
}

void TestDownloads::hugeHeaderIsRefused_data()
{
    QTest::addColumn<FaultReply>("reply");
    QTest::addColumn<int>("fields");
    QTest::addColumn<int>("size");
    const QByteArray body = someBytes(200'000);
    for (const auto &[name, act] : {std::pair("stays open", Act::Answer), std::pair("ends", Act::Last)}) {
        const FaultReply reply{act, 200, "image/png", body};
        QTest::addRow("one field, connection %s", name) << reply << 1 << 900'000;
        QTest::addRow("fields of 1 kB, connection %s", name) << reply << 900 << 1'000;
    }
    QTest::newRow("fields of a few bytes") << FaultReply{Act::Last, 200, "image/png", body} << 40'000 << 10;
}

void TestDownloads::hugeHeaderIsRefused()
{
    QFETCH(FaultReply, reply);
    QFETCH(int, fields);
    QFETCH(int, size);
    reply.headers.fill({"X-Padding", QByteArray(size, 'x')}, fields);
    FaultServer server([&](const auto &) { return reply; });
    net::HttpClient client(server.url());
    const qint64 before = tests::residentBytes();
    const auto result = tests::ended(fetch(client, server.url()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::NotThisApi);
    QVERIFY(tests::residentBytes() - before < 32 * net::mebibyte);
    QCOMPARE(files(), QStringList());
}

void TestDownloads::packedBombIsNotUnpacked()
{
    // 200 MiB of zeros in about 200 kB: one packed mebibyte after the other, as gzip allows.
    const QByteArray zeros = qCompress(QByteArray(net::mebibyte, '\0'), 9);
    const QByteArray packed = zeros.mid(6, zeros.size() - 10); // without what zlib puts around it
    const QByteArray checksumAndSize = QByteArray::fromHex("1cea38a700001000");
    const QByteArray member = QByteArray::fromHex("1f8b08000000000000ff") + packed + checksumAndSize;
    const QByteArray bomb = member.repeated(200);
    QVERIFY(bomb.size() < net::mebibyte);
    QByteArray asked;
    FaultServer server([&](const ReceivedRequest &request) {
        asked = request.header("Accept-Encoding");
        return fileReply(bomb).with("Content-Encoding", "gzip");
    });
    net::HttpClient client(server.url());
    const qint64 before = tests::residentBytes();
    const auto result = tests::ended(fetch(client, server.url(), 100 * net::mebibyte));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::NotThisApi);
    QCOMPARE(asked, "identity");
    QVERIFY(tests::residentBytes() - before < 32 * net::mebibyte);
    QCOMPARE(files(), QStringList());
}

void TestDownloads::bytesThatKeepComingMayTakeLong()
{
    m_silence = 1s;
    FaultReply reply{Act::DripBody, 200, "image/png", QByteArray(100, 'x')};
    reply.between = 15ms;
    FaultServer server([&](const auto &) { return reply; });
    net::HttpClient client(server.url());
    QElapsedTimer took;
    took.start();
    QVERIFY(tests::ended(fetch(client, server.url())));
    QVERIFY(took.elapsed() > 1'000);
    QCOMPARE(written(), reply.body);
}

void TestDownloads::silenceEndsIt()
{
    m_silence = 300ms;
    FaultServer server([](const auto &) { return FaultReply::fault(Act::StallBody); });
    net::HttpClient client(server.url());
    QElapsedTimer took;
    took.start();
    QCOMPARE(tests::ended(fetch(client, server.url())).error().kind, ErrorKind::Timeout);
    QVERIFY(took.elapsed() < 2'000);
}

void TestDownloads::cancelLeavesNothing()
{
    FaultServer server([](const auto &) {
        return FaultReply{Act::StallBody, 200, "image/png", QByteArray(1000, 'x')};
    });
    net::HttpClient client(server.url());
    net::Call<qint64> call = fetch(client, server.url());
    QTRY_COMPARE(files().size(), 1);
    call.cancel();
    QCOMPARE(tests::ended(call).error().kind, ErrorKind::Canceled);
    QCOMPARE(files(), QStringList());
}

void TestDownloads::cancelFromTheProgress()
{
    std::function<void()> cancel;
    m_progress = [&](qint64, std::optional<qint64>) { cancel(); };
    FaultServer server([](const auto &) { return fileReply(QByteArray(100'000, 'x')); });
    net::HttpClient client(server.url());
    net::Call<qint64> call = fetch(client, server.url());
    cancel = call.cancel;
    QCOMPARE(tests::ended(call).error().kind, ErrorKind::Canceled);
    QCOMPARE(files(), QStringList());
}

void TestDownloads::deadClientLeavesNothing()
{
    FaultServer server([](const auto &) {
        return FaultReply{Act::StallBody, 200, "image/png", QByteArray(1000, 'x')};
    });
    auto client = std::make_unique<net::HttpClient>(server.url());
    const net::Call<qint64> call = fetch(*client, server.url());
    QTRY_COMPARE(files().size(), 1);
    client.reset();
    QCOMPARE(tests::ended(call).error().kind, ErrorKind::Canceled);
    QCOMPARE(files(), QStringList());
}

void TestDownloads::tokenGoesToTheOwnOriginOnly()
{
    FaultServer home([](const auto &) { return fileReply("a"); });
    FaultServer elsewhere([](const auto &) { return fileReply("b"); });
    net::HttpClient client(home.url());
    client.setCredential({{"Authorization", QByteArray("Bearer ") + canary}});
    QVERIFY(tests::ended(fetch(client, home.url(QStringLiteral("/f")))));
    QCOMPARE(withToken(home), 1);
    QVERIFY(QFile::remove(path()));
    QVERIFY(tests::ended(fetch(client, elsewhere.url(QStringLiteral("/f")))));
    QCOMPARE(elsewhere.count(), 1);
    QCOMPARE(withToken(elsewhere), 0);
    QCOMPARE(written(), "b");
}

void TestDownloads::anonymousKeepsTheTokenAtHome()
{
    FaultServer home([](const auto &) { return fileReply("a"); });
    net::HttpClient client(home.url());
    client.setCredential({{"Authorization", QByteArray("Bearer ") + canary}});
    m_anonymous = true;
    QVERIFY(tests::ended(fetch(client, home.url(QStringLiteral("/f")))));
    QCOMPARE(home.count(), 1);
    QCOMPARE(withToken(home), 0);
}

void TestDownloads::tokenNeverFollowsARedirect_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestDownloads::tokenNeverFollowsARedirect()
{
    QFETCH(int, status);
    FaultServer storage([](const auto &) { return fileReply("file"); });
    FaultServer home([&](const auto &) {
        return FaultReply::empty(status).with(
            "Location", storage.url(QStringLiteral("/bucket/f")).toEncoded() + "?signature=abc");
    });
    net::HttpClient client(home.url());
    client.setCredential({{"Authorization", QByteArray("Bearer ") + canary}});
    QVERIFY(tests::ended(fetch(client, home.url(QStringLiteral("/f")))));
    QCOMPARE(written(), "file");
    QCOMPARE(withToken(home), 1);
    QCOMPARE(storage.count(), 1);
    QCOMPARE(withToken(storage), 0);
    QCOMPARE(storage.requests().constFirst().line(), "GET /bucket/f?signature=abc");
}

void TestDownloads::tokenDoesNotComeBackFromAbroad()
{
    QUrl homeUrl;
    FaultServer abroad([&](const auto &) {
        return FaultReply::empty(302).with("Location", homeUrl.toEncoded() + "/chosen-by-them");
    });
    FaultServer home([&](const ReceivedRequest &request) {
        return request.target == "/f" ? FaultReply::empty(302).with("Location", abroad.url().toEncoded())
                                      : fileReply("x");
    });
    homeUrl = home.url();
    net::HttpClient client(homeUrl);
    client.setCredential({{"Authorization", QByteArray("Bearer ") + canary}});
    QVERIFY(tests::ended(fetch(client, home.url(QStringLiteral("/f")))));
    QCOMPARE(home.count(), 2);
    QCOMPARE(withToken(home), 1);
    QCOMPARE(withToken(abroad), 0);
}

void TestDownloads::unsafeAddressIsNotAsked_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *name, const char *base, const char *url) {
        QTest::newRow(name) << QString::fromLatin1(base) << QString::fromLatin1(url);
    };
    row("plain http elsewhere", "https://inbox.example", "http://files.example/f");
    row("plain http elsewhere from a local account", "http://127.0.0.1:1", "http://files.example/f");
    row("this machine from a real account", "https://inbox.example", "http://127.0.0.1:1/f");
    row("user in the address", "https://inbox.example", "https://user:pw@inbox.example/f");
    row("local file", "https://inbox.example", "file:///etc/passwd");
    row("data", "https://inbox.example", "data:image/png;base64,AAAA");
    row("ftp", "https://inbox.example", "ftp://inbox.example/f");
    row("no host", "https://inbox.example", "https:///f");
    row("relative", "https://inbox.example", "/f");
}

void TestDownloads::unsafeAddressIsNotAsked()
{
    QFETCH(QString, base);
    QFETCH(QString, url);
    net::HttpClient client{QUrl(base)};
    const auto result = tests::ended(fetch(client, QUrl(url)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Unsupported);
    QCOMPARE(result.error().outcome, domain::Outcome::NotSent);
}

void TestDownloads::downgradeIsRefused()
{
    const tests::TrustedTestCa trusted;
    FaultServer plain([](const auto &) { return fileReply("x"); });
    FaultServer home(
        [&](const auto &) { return FaultReply::empty(302).with("Location", plain.url().toEncoded()); },
        Transport::Tls);
    net::HttpClient client(home.url());
    const auto result = tests::ended(fetch(client, home.url()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Redirected);
    QCOMPARE(plain.count(), 0);
    QCOMPARE(files(), QStringList());
}

void TestDownloads::redirectToAnotherSchemeIsRefused_data()
{
    QTest::addColumn<QByteArray>("location");
    for (const char *location : {"file:///etc/passwd", "data:,x", "ftp://127.0.0.1/", "javascript:x",
                                 "http://198.51.100.1/", "http://u:p@127.0.0.1/", "//"})
        QTest::newRow(location) << QByteArray(location);
}

void TestDownloads::redirectToAnotherSchemeIsRefused()
{
    QFETCH(QByteArray, location);
    FaultServer home([&](const auto &) { return FaultReply::empty(302).with("Location", location); });
    net::HttpClient client(home.url());
    const auto result = tests::ended(fetch(client, home.url()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Redirected);
    QCOMPARE(files(), QStringList());
}

void TestDownloads::foreignClockTeachesNothing()
{
    FaultServer storage(
        [](const auto &) { return fileReply("x").with("Date", "Fri, 20 Nov 2020 18:00:00 GMT"); });
    FaultServer home([](const auto &) { return fileReply("x"); });
    net::HttpClient client(home.url());
    QVERIFY(tests::ended(fetch(client, storage.url())));
    QCOMPARE(client.serverOffset(), 0ms);
}

namespace {

QStringList &logged()
{
    static QStringList lines;
    return lines;
}

} // namespace

void TestDownloads::logHoldsNoAddress()
{
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=true"));
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { logged().append(text); });
    FaultServer home([](const auto &) { return fileReply("x"); });
    net::HttpClient client(home.url());
    client.setCredential({{"Authorization", QByteArray("Bearer ") + canary}});
    QUrl url = home.url(QStringLiteral("/secret-path"));
    url.setQuery(QStringLiteral("signature=secret-signature"));
    const auto result = tests::ended(fetch(client, url));
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(result);
    const QString all = logged().join(u'\n');
    QVERIFY(all.contains(QLatin1String("download")));
    QVERIFY2(!all.contains(QLatin1String("secret-")), qPrintable(all));
    QVERIFY(!all.contains(QLatin1String(canary)));
}

QTEST_GUILESS_MAIN(TestDownloads)
#include "tst_downloads.moc"
