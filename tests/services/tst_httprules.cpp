// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/net/origin.h"
#include "services/net/outcome.h"
#include "services/net/redact.h"
#include "services/net/serverclock.h"
#include "tests/support/httptest.h"

#include <QRandomGenerator>

#include <ctime>

using namespace inbox;
using namespace std::chrono_literals;
using domain::ErrorKind;
using domain::Outcome;
using net::Ending;
using net::ServerClock;

// The rules of talking HTTP that need no network: what headers mean, what became of a request, what a log may
// hold.
class TestHttpRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { tests::failOnAnyWarning(); }

    void retryAfter_data();
    void retryAfter();
    void retryAfterOfAnythingStaysInBounds();
    void httpDates_data();
    void httpDates();
    void clockNarrowsItsOffset();
    void clockIgnoresSlowAndBrokenAnswers();
    void clockBeginsAnewAfterAContradiction();
    void outcomeWithoutAnAnswer_data();
    void outcomeWithoutAnAnswer();
    void refusalCountsHoweverItEnds();
    void errorTexts_data();
    void errorTexts();
    void errorTextIsCapped();
    void endlessErrorTextTakesNoTime_data();
    void endlessErrorTextTakesNoTime();
    void baseUrls_data();
    void baseUrls();
    void jsonTypes_data();
    void jsonTypes();
    void origins_data();
    void origins();
    void redaction_data();
    void redaction();
};

void TestHttpRules::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds"); // -1: not understood
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("blanks") << QByteArray("  7 ") << 7;
    QTest::newRow("an hour at most") << QByteArray("86400") << 3600;
    QTest::newRow("beyond every number") << QByteArray("99999999999999999999999") << 3600;
    QTest::newRow("two headers") << QByteArray("5, 60") << 60;
    QTest::newRow("date") << QByteArray("Fri, 20 Nov 2026 12:00:30 GMT") << 30;
    QTest::newRow("date in the past") << QByteArray("Fri, 20 Nov 2026 11:00:00 GMT") << 0;
    QTest::newRow("date far ahead") << QByteArray("Fri, 20 Nov 2099 12:00:00 GMT") << 3600;
    QTest::newRow("none") << QByteArray() << -1;
    QTest::newRow("negative") << QByteArray("-5") << -1;
    QTest::newRow("exponent") << QByteArray("1e99") << -1;
    QTest::newRow("fraction") << QByteArray("1.5") << -1;
    QTest::newRow("words") << QByteArray("soon") << -1;
    QTest::newRow("comma only") << QByteArray(",") << -1;
}

void TestHttpRules::retryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    const auto wait = net::parseRetryAfter(header, now);
    QCOMPARE(wait ? int(wait->count()) : -1, seconds);
}

void TestHttpRules::retryAfterOfAnythingStaysInBounds()
{
    const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    QRandomGenerator random(4711);
    const QByteArray letters = "0123456789012345678901234567890123456789 ,,-+.eExGMT:";
    constexpr int tries = 100'000;
    for (int i = 0; i < tries; ++i) {
        QByteArray header;
        const int length = random.bounded(24);
        for (int c = 0; c < length; ++c)
            header.append(letters.at(random.bounded(int(letters.size()))));
        const auto wait = net::parseRetryAfter(header, now);
        bool isNumber = false;
        const qint64 number = header.toLongLong(&isNumber);
        if (isNumber && !header.contains('+') && !header.contains('-'))
            QVERIFY2(wait && wait->count() == std::min<qint64>(number, 3600), header.constData());
        QVERIFY2(!wait || (wait->count() >= 0 && wait->count() <= 3600), header.constData());
    }
}

void TestHttpRules::httpDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("expected");
    QTest::newRow("as written by servers") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT")
                                           << QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QTest::newRow("in an hour that summer time skips here")
        << QByteArray("Sun, 29 Mar 2026 02:30:00 GMT")
        << QDateTime(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC);
    QTest::newRow("other zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 CET") << QDateTime();
    QTest::newRow("no such day") << QByteArray("Sun, 31 Feb 1994 08:49:37 GMT") << QDateTime();
    QTest::newRow("empty") << QByteArray() << QDateTime();
    QTest::newRow("not Latin") << QByteArray("Sun, 06 N\xc3\xb6v 1994 08:49 GMT") << QDateTime();
}

void TestHttpRules::httpDates()
{
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, expected);
    QCOMPARE(net::parseHttpDate(text).value_or(QDateTime()), expected);
}

void TestHttpRules::clockNarrowsItsOffset()
{
    // The server is 10.0 s ahead. It cuts its seconds off, so one answer leaves a second of doubt.
    ServerClock clock;
    const QDateTime start(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    QCOMPARE(clock.offset(), 0ms);
    QVERIFY(clock.learn("Fri, 20 Nov 2026 12:00:10 GMT", start, start.addMSecs(100)));
    QVERIFY(std::chrono::abs(clock.offset() - 10s) <= 600ms);
    // Asked shortly before its second turns: 12:00:20.9 there.
    clock.learn("Fri, 20 Nov 2026 12:00:20 GMT", start.addMSecs(10'900), start.addMSecs(10'950));
    QVERIFY2(std::chrono::abs(clock.offset() - 10s) <= 100ms,
             qPrintable(QString::number(clock.offset().count())));
}

void TestHttpRules::clockIgnoresSlowAndBrokenAnswers()
{
    ServerClock clock;
    const QDateTime start(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    QVERIFY(!clock.learn("Fri, 20 Nov 2026 13:00:00 GMT", start, start.addSecs(11)));
    QVERIFY(!clock.learn("Fri, 20 Nov 2026 13:00:00 GMT", start, start.addSecs(-1)));
    QVERIFY(!clock.learn("yesterday", start, start));
    QVERIFY(!clock.learn("", start, start));
    QCOMPARE(clock.offset(), 0ms);
}

void TestHttpRules::clockBeginsAnewAfterAContradiction()
{
    ServerClock clock;
    const QDateTime start(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    clock.learn("Fri, 20 Nov 2026 12:00:00 GMT", start, start);
    clock.learn("Fri, 20 Nov 2026 11:00:01 GMT", start.addSecs(1), start.addSecs(1)); // set back by an hour
    QCOMPARE(clock.offset(), -3600s + 500ms);
}

void TestHttpRules::outcomeWithoutAnAnswer_data()
{
    using Error = QNetworkReply::NetworkError;
    using Stopped = Ending::Stopped;
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [](const char *name, Ending ending, ErrorKind kind, Outcome outcome) {
        QTest::newRow(name) << ending << kind << outcome;
    };
    const auto full = [](int sent, Error error, Stopped stopped = Stopped::No) {
        return Ending{false, sent, sent > 0, sent > 0, error, 0, stopped};
    };
    const auto empty = [](Error error, bool encrypted, Stopped stopped = Stopped::No) {
        return Ending{true, 0, false, encrypted, error, 0, stopped};
    };
    row("host not found", full(0, Error::HostNotFoundError), ErrorKind::HostNotFound, Outcome::NotSent);
    row("refused", full(0, Error::ConnectionRefusedError), ErrorKind::ConnectionRefused, Outcome::NotSent);
    row("no certificate", full(0, Error::SslHandshakeFailedError), ErrorKind::BadCertificate,
        Outcome::NotSent);
    row("no route", full(0, Error::UnknownNetworkError), ErrorKind::Offline, Outcome::NotSent);
    row("timed out in the queue", full(0, Error::OperationCanceledError), ErrorKind::Timeout,
        Outcome::NotSent);
    row("timed out after sending", full(1, Error::OperationCanceledError), ErrorKind::Timeout,
        Outcome::Unknown);
    row("timed out while Qt was sending", Ending{false, 0, true, true, Error::OperationCanceledError},
        ErrorKind::Timeout, Outcome::Unknown);
    row("canceled in the queue", full(0, Error::OperationCanceledError, Stopped::Canceled),
        ErrorKind::Canceled, Outcome::NotSent);
    row("canceled after sending", full(1, Error::OperationCanceledError, Stopped::Canceled),
        ErrorKind::Canceled, Outcome::Unknown);
    row("deadline after sending", full(1, Error::OperationCanceledError, Stopped::Deadline),
        ErrorKind::Timeout, Outcome::Unknown);
    row("closed before sending", full(0, Error::RemoteHostClosedError), ErrorKind::ConnectionLost,
        Outcome::NotSent);
    row("closed after sending", full(1, Error::RemoteHostClosedError), ErrorKind::ConnectionLost,
        Outcome::Unknown);
    row("prevented re-send", full(1, Error::ContentReSendError), ErrorKind::ConnectionLost, Outcome::Unknown);
    row("empty body, host not found", empty(Error::HostNotFoundError, false), ErrorKind::HostNotFound,
        Outcome::NotSent);
    row("empty body, refused", empty(Error::ConnectionRefusedError, false), ErrorKind::ConnectionRefused,
        Outcome::NotSent);
    row("empty body, no certificate", empty(Error::SslHandshakeFailedError, false), ErrorKind::BadCertificate,
        Outcome::NotSent);
    row("empty body, TLS failed after its handshake", empty(Error::SslHandshakeFailedError, true),
        ErrorKind::BadCertificate, Outcome::Unknown);
    row("empty body, no route", empty(Error::UnknownNetworkError, false), ErrorKind::Offline,
        Outcome::Unknown);
    row("empty body, closed", empty(Error::RemoteHostClosedError, false), ErrorKind::ConnectionLost,
        Outcome::Unknown);
    row("empty body, timed out", empty(Error::OperationCanceledError, false), ErrorKind::Timeout,
        Outcome::Unknown);
    row("empty body, canceled", empty(Error::OperationCanceledError, false, Stopped::Canceled),
        ErrorKind::Canceled, Outcome::Unknown);
}

void TestHttpRules::outcomeWithoutAnAnswer()
{
    QFETCH(Ending, ending);
    QFETCH(ErrorKind, kind);
    QFETCH(Outcome, outcome);
    QVERIFY(net::failureOf(ending));
    QCOMPARE(*net::failureOf(ending), kind);
    QCOMPARE(net::outcomeOf(ending), outcome);
}

void TestHttpRules::refusalCountsHoweverItEnds()
{
    Ending ending{false, 1, true, true, QNetworkReply::RemoteHostClosedError, 422, Ending::Stopped::No};
    QCOMPARE(*net::failureOf(ending), ErrorKind::Rejected);
    QCOMPARE(net::outcomeOf(ending), Outcome::Refused);
    ending.stopped = Ending::Stopped::Deadline;
    QCOMPARE(*net::failureOf(ending), ErrorKind::Rejected);
    // A yes that was cut off is no yes.
    ending.httpStatus = 200;
    QCOMPARE(*net::failureOf(ending), ErrorKind::Timeout);
    QCOMPARE(net::outcomeOf(ending), Outcome::Unknown);
    ending = {false, 1, true, true, QNetworkReply::NoError, 200, Ending::Stopped::No};
    QVERIFY(!net::failureOf(ending));
}

void TestHttpRules::errorTexts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("permission");
    const auto row = [](const char *name, const char *body, const char *detail, const char *permission = "") {
        QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(detail) << QString::fromUtf8(permission);
    };
    row("message", R"({"message":"Not expired yet."})", "Not expired yet.");
    row("error", R"({"error":"Nope"})", "Nope");
    row("error object", R"({"error":{"code":3,"message":"Nope"}})", "Nope");
    row("validator", R"({"errors":{"status":["The status is invalid."]}})", "The status is invalid.");
    row("both", R"({"message":"The given data was invalid.","errors":{"to":["Not a number."]}})",
        "The given data was invalid. Not a number.");
    row("said twice", R"({"message":"Not a number.","errors":{"to":["Not a number."]}})", "Not a number.");
    row("a code beside it", R"({"error":{"code":"E7","message":"Nope"}})", "Nope");
    row("problem+json", R"({"title":"Bad","detail":"The id must be a number."})", "The id must be a number.");
    row("message before error", R"({"error":"e","message":"m"})", "m");
    row("null message", R"({"message":null,"error":"e"})", "e");
    row("number", R"({"message":5})", "");
    row("list", R"(["x"])", "");
    row("no JSON", "<html>", "");
    row("empty", "", "");
    row("too deep", R"({"message":[[[[["x"]]]]]})", "");
    row("lines", "{\"message\":\"a\\n\\tb\\u0000c\"}", "a b c");
    row("direction marks", "{\"message\":\"a\\u202eb\\u2066c\\u200f\"}", "abc");
    row("address", R"({"message":"GET https://x.example.com/a?token=1 failed"})", "GET … failed");
    row("address in a word", R"({"message":"at_1https://x.example.com/a?b=1"})", "at_1…");
    row("secret parted by a direction mark", "{\"message\":\"Key canary-\\u202esecret\"}", "Key [redacted]");
    row("secret", R"({"message":"Unknown key canary-secret"})", "Unknown key [redacted]");
    row("permission field", R"({"message":"No","permission":"chatbots.messages.list"})", "No",
        "chatbots.messages.list");
    row("permission in words", R"({"error":"Missing permission 'chatbots.messages.list' on it"})",
        "Missing permission 'chatbots.messages.list' on it", "chatbots.messages.list");
    row("no permission named", R"({"message":"You do not have permission."})", "You do not have permission.");
}

void TestHttpRules::errorTexts()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    QFETCH(QString, permission);
    const net::ErrorText text = net::errorText(body, {"canary-secret"});
    QCOMPARE(text.detail, detail);
    QCOMPARE(text.permission, permission);
}

void TestHttpRules::errorTextIsCapped()
{
    QByteArray long1 = "x";
    for (int i = 0; i < 400; ++i)
        long1 += "😀";
    const QString detail = net::errorText("{\"message\":\"" + long1 + "\"}", {}).detail;
    QVERIFY(detail.size() <= 300);
    QVERIFY(detail.endsWith(u'…'));
    QVERIFY(!detail.at(detail.size() - 2).isHighSurrogate());
}

void TestHttpRules::endlessErrorTextTakesNoTime_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("one word") << QByteArray("a");
    QTest::newRow("many borders") << QByteArray("-a");
    QTest::newRow("almost addresses") << QByteArray("a1.");
    QTest::newRow("almost phone numbers") << QByteArray("1 -");
}

void TestHttpRules::endlessErrorTextTakesNoTime()
{
    QFETCH(QByteArray, part);
    constexpr int most = 64 * 1024; // of an error's body
    const QByteArray body = "{\"message\":\"" + part.repeated(most / int(part.size())) + "\"}";
    const std::clock_t start = std::clock(); // processor time: a busy machine is no fault of ours
    QVERIFY(!net::errorText(body, {"canary-secret"}).detail.isEmpty());
    QVERIFY((std::clock() - start) * 10 < CLOCKS_PER_SEC);
}

void TestHttpRules::baseUrls_data()
{
    using Problem = net::BaseUrlProblem;
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url"); // empty: refused
    QTest::addColumn<int>("problem");
    const auto good = [](const char *typed, const char *url) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(url) << 0;
    };
    const auto bad = [](const char *typed, Problem problem) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString() << int(problem);
    };
    good(" https://x.example/v1/ ", "https://x.example/v1");
    good("https://x.example///", "https://x.example");
    good("https://x.example/a%20b%2Fc/", "https://x.example/a%20b%2Fc");
    good("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1");
    good("http://[::1]/", "http://[::1]");
    good("http://LOCALHOST", "http://localhost");
    bad("", Problem::Malformed);
    bad("x.example", Problem::Malformed);
    bad("https:///v1", Problem::Malformed);
    bad("ftp://x.example", Problem::NotHttps);
    bad("http://x.example", Problem::NotHttps);
    bad("http://127.0.0.1.example", Problem::NotHttps);
    bad("https://key@x.example", Problem::HasCredentials);
    bad("https://x.example?key=1", Problem::HasQuery);
    bad("https://x.example#top", Problem::HasQuery);
}

void TestHttpRules::baseUrls()
{
    QFETCH(QString, typed);
    QFETCH(QString, url);
    QFETCH(int, problem);
    const auto parsed = net::parseBaseUrl(typed);
    QCOMPARE(parsed ? parsed->toString(QUrl::FullyEncoded) : QString(), url);
    if (!parsed)
        QCOMPARE(int(parsed.error()), problem);
}

void TestHttpRules::jsonTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("json");
    QTest::newRow("plain") << QByteArray("application/json") << true;
    QTest::newRow("charset") << QByteArray("Application/JSON; charset=utf-8") << true;
    QTest::newRow("problem") << QByteArray("application/problem+json") << true;
    QTest::newRow("html") << QByteArray("text/html") << false;
    QTest::newRow("text") << QByteArray("text/plain") << false;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("lookalike") << QByteArray("text/html; x=application/json") << false;
}

void TestHttpRules::jsonTypes()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, json);
    QCOMPARE(net::isJsonType(type), json);
}

void TestHttpRules::origins_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("same") << QStringLiteral("https://x.example.com/other?q") << true;
    QTest::newRow("default port") << QStringLiteral("https://x.example.com:443/") << true;
    QTest::newRow("case") << QStringLiteral("HTTPS://X.Example.COM/") << true;
    QTest::newRow("scheme") << QStringLiteral("http://x.example.com:443/") << false;
    QTest::newRow("port") << QStringLiteral("https://x.example.com:444/") << false;
    QTest::newRow("suffix") << QStringLiteral("https://x.example.com.evil.org/") << false;
    QTest::newRow("user info") << QStringLiteral("https://x.example.com@evil.org/") << false;
    QTest::newRow("lookalike") << QStringLiteral("https://х.example.com/") << false;
    QTest::newRow("relative") << QStringLiteral("/x") << false;
    QTest::newRow("empty") << QString() << false;
}

void TestHttpRules::origins()
{
    QFETCH(QString, other);
    QFETCH(bool, same);
    const QUrl base(QStringLiteral("https://x.example.com/third-party/v1"));
    QCOMPARE(net::sameOrigin(QUrl(other), base), same);
    QCOMPARE(net::sameOrigin(base, QUrl(other)), same);
}

void TestHttpRules::redaction_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *line, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(expected);
    };
    row("nothing to hide", "GET /conversations/501 200 12 ms", "GET /conversations/501 200 12 ms");
    row("bearer", "Authorization: Bearer abc.DEF-1", "Authorization: Bearer [redacted]");
    row("key header", "x-chatcaptain-key: CCSB-123", "x-chatcaptain-key: [redacted]");
    row("api key", "api_key=12 apikey=34 access_token=5",
        "api_key=[redacted] apikey=[redacted] access_token=[redacted]");
    row("JSON token", "{\"token\":\"abc\"}", "{\"token\":\"[redacted]\"}");
    row("JSON web token", "got eyJhbGciOi.eyJzdWIi.sig-1", "got [redacted]");
    row("message", "{\"content\":\"my \\\"secret\\\" words\",\"id\":1}",
        "{\"content\":\"[redacted]\",\"id\":1}");
    row("query", "see https://x.example.com/a?sig=1#b now", "see https://x.example.com/a?[redacted] now");
    row("user in address", "https://joe:pw@x.example.com/a", "https://x.example.com/a");
    row("e-mail", "from ann.b@example.org!", "from [e-mail]!");
    row("phone", "call +49 152 2356 7929 now", "call [phone …929] now");
    row("phone without blanks", "4915223567929", "[phone …929]");
    row("several", "a@b.de, c@d.de", "[e-mail], [e-mail]");
}

void TestHttpRules::redaction()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    QCOMPARE(net::redact(line), expected);
}

QTEST_GUILESS_MAIN(TestHttpRules)
#include "tst_httprules.moc"
