// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/backends/clientapi/clientapibackend.h"
#include "tests/support/clientapicases.h"
#include "tests/support/httptest.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpServer>

using namespace inbox;
using namespace inbox::domain;
using backends::clientapi::ClientApiBackend;
using tests::Case;
using namespace std::chrono_literals;

namespace {

// What the decoders could not read of the answers since it was last emptied; paths without their indices.
QMap<QString, int> &complaints()
{
    static QMap<QString, int> all;
    return all;
}

QtMessageHandler shown = nullptr;
void countComplaints(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (qstrcmp(context.category, backends::clientapi::lcClientApi().categoryName()) != 0)
        return shown(type, context, text);
    // Made-up links lead anywhere, and are not followed on purpose.
    if (text.endsWith(QLatin1String("on another server: not followed")))
        return;
    static const QRegularExpression index(QStringLiteral("\\[\\d+\\]"));
    ++complaints()[QString(text).replace(index, QStringLiteral("[]"))];
}

} // namespace

// The real backend against a mock server that knows only tests/contract/client-api.yaml: it refuses each
// request that is not as described there and makes up answers that are. Environment: INBOX_PRISM (the mock
// server's command), INBOX_ANSWERS (how many answers an operation has to read).
class ContractClientApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        m_base.setScheme(QStringLiteral("http"));
        m_base.setHost(QStringLiteral("127.0.0.1"));
        m_base.setPort(probe.serverPort());
        probe.close();
        m_prism.setProcessChannelMode(QProcess::MergedChannels);
        m_prism.start(qEnvironmentVariable("INBOX_PRISM"),
                      {QStringLiteral("mock"), QStringLiteral("--dynamic"), QStringLiteral("--errors"),
                       QStringLiteral("--verboseLevel"), QStringLiteral("error"), QStringLiteral("--host"),
                       m_base.host(), QStringLiteral("--port"), QString::number(m_base.port()),
                       QStringLiteral(INBOX_SOURCE_DIR) + QStringLiteral("/tests/contract/client-api.yaml")});
        constexpr int startUp = 60'000;
        QVERIFY2(
            QTest::qWaitFor([this] { return status("GET", "/settings/general", {}, true) == 200; }, startUp),
            m_prism.readAll().constData());
        shown = qInstallMessageHandler(countComplaints);
        QLoggingCategory::setFilterRules(QStringLiteral("inbox.clientapi.debug=true"));
    }

    void cleanupTestCase()
    {
        qInstallMessageHandler(shown);
        m_prism.terminate();
        if (!m_prism.waitForFinished())
            m_prism.kill();
    }

    // Else everything below would be true of nothing.
    void mockRefusesWhatIsNotDescribed()
    {
        QCOMPARE(status("GET", "/settings/general", {}, false), 401);
        QCOMPARE(status("PATCH", "/conversations/1", R"({"status":"closed"})", true), 422);
        QCOMPARE(status("PATCH", "/conversations/1", R"({"state":"done"})", true), 422);
        QCOMPARE(status("POST", "/conversations/1/messages", R"({"type":"text"})", true), 422);
        QCOMPARE(status("GET", "/conversations/x", {}, true), 422);
        QCOMPARE(status("GET", "/inboxes", {}, true), 404);
    }

    void answersAreReadWhole_data()
    {
        QTest::addColumn<int>("index");
        const QList<Case> all = tests::cases();
        for (qsizetype i = 0; i < all.size(); ++i)
            QTest::newRow(all.at(i).name) << int(i);
    }

    void answersAreReadWhole()
    {
        QFETCH(int, index);
        const Case c = tests::cases().at(index);
        ClientApiBackend backend(AccountId(QStringLiteral("acc")), m_base, QUrlQuery(),
                                 QStringLiteral("token"));
        complaints().clear();
        const int wanted = std::max(1, qEnvironmentVariableIntValue("INBOX_ANSWERS"));
        int begun = 0;
        int read = 0;
        QMap<QString, int> refused;
        std::function<void()> next = [&] {
            if (begun == wanted)
                return;
            ++begun;
            c.start(backend).whenDone(this, [&](const Result<Nothing> &result) {
                ++read;
                if (!result)
                    ++refused[QStringLiteral("kind %1, status %2, %3")
                                  .arg(int(result.error().kind))
                                  .arg(result.error().httpStatus)
                                  .arg(result.error().detail)];
                next();
            });
        };
        QElapsedTimer time;
        time.start();
        constexpr int atOnce = 4;
        for (int i = 0; i < atOnce; ++i)
            next();
        constexpr int patience = 3'600'000;
        QVERIFY(QTest::qWaitFor([&] { return read == wanted; }, patience));
        qInfo().noquote() << read << "answers in" << time.elapsed() << "ms";
        QByteArray wrong;
        for (auto it = refused.cbegin(); it != refused.cend(); ++it)
            wrong += "\n  refused: " + it.key().toUtf8() + " (" + QByteArray::number(it.value()) + ')';
        for (auto it = complaints().cbegin(); it != complaints().cend(); ++it)
            wrong += "\n  lost: " + it.key().toUtf8() + " (" + QByteArray::number(it.value()) + ')';
        QVERIFY2(wrong.isEmpty(), wrong.constData());
    }

private:
    int status(const QByteArray &verb, const char *path, const QByteArray &body, bool signedIn)
    {
        QUrl url = m_base;
        url.setPath(QLatin1String(path));
        QNetworkRequest request(url);
        if (signedIn)
            request.setRawHeader("Authorization", "Bearer token");
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply *reply = m_network.sendCustomRequest(request, verb, body);
        const bool ended = QTest::qWaitFor([reply] { return reply->isFinished(); });
        reply->deleteLater();
        return ended ? reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    }

    QNetworkAccessManager m_network;
    QProcess m_prism;
    QUrl m_base;
};

QTEST_GUILESS_MAIN(ContractClientApi)
#include "contract_clientapi.moc"
