// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/text/words.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace inbox::domain;
using namespace inbox::ui;

Q_DECLARE_METATYPE(inbox::domain::ReplyState)

namespace {

constexpr int kErrorKinds = int(ErrorKind::LocalFailure) + 1;
constexpr int kAttempts = int(Attempt::Connect) + 1;
constexpr int kCapabilities = int(Capability::StartConversation) + 1;

QDateTime berlin(int year, int month, int day, int hour, int minute)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone("Europe/Berlin")).toUTC();
}

const QDateTime kNow = berlin(2026, 11, 19, 14, 2); // a Thursday

Message message(const MessageContent &content)
{
    Message m;
    m.contents << content;
    return m;
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QLocale::setDefault(QLocale::c());
    }

    void everyErrorOfEveryAttemptIsWholeSentences()
    {
        for (int kind = 0; kind < kErrorKinds; ++kind) {
            for (int attempt = 0; attempt < kAttempts; ++attempt) {
                for (const Outcome outcome : {Outcome::NotSent, Outcome::Refused, Outcome::Unknown}) {
                    Error e;
                    e.kind = ErrorKind(kind);
                    e.outcome = outcome;
                    const QString text = Words::error(e, Attempt(attempt));
                    QVERIFY2(text.endsWith(u'.') && text.at(0).isUpper(), qPrintable(text));
                    QVERIFY2(!text.contains(u'!') && !text.contains(u'%'), qPrintable(text));
                }
            }
        }
    }

    void anAmpersandOnAButtonIsAnAmpersand()
    {
        QCOMPARE(Words::safeButton(QStringLiteral("R&D")), QStringLiteral("R&&D"));
    }

    void anUnknownSendNeverInvitesToRepeat()
    {
        for (int kind = 0; kind < kErrorKinds; ++kind) {
            for (const Attempt attempt : {Attempt::Send, Attempt::Retry, Attempt::Restart}) {
                Error e;
                e.kind = ErrorKind(kind);
                e.outcome = Outcome::Unknown;
                const QString text = Words::error(e, attempt);
                QVERIFY2(!text.contains(QLatin1String("ry again")), qPrintable(text));
                QVERIFY2(text.contains(QLatin1String("do not know yet")), qPrintable(text));
            }
        }
    }

    void connectionTestTellsMistakesApart()
    {
        QSet<QString> sentences;
        for (const ErrorKind kind : {ErrorKind::HostNotFound, ErrorKind::BadCredential, ErrorKind::NotThisApi,
                                     ErrorKind::Offline, ErrorKind::BadCertificate}) {
            Error e;
            e.kind = kind;
            sentences.insert(Words::error(e, Attempt::Connect));
        }
        QCOMPARE(sentences.size(), 5);
    }

    void nothingThatIsNotShownIsCalledOutOfDate()
    {
        Error e;
        e.kind = ErrorKind::HostNotFound;
        const QString outOfDate = QStringLiteral("out of date");
        QVERIFY(Words::error(e, Attempt::Load).contains(outOfDate));
        QVERIFY(!Words::error(e, Attempt::FirstLoad).contains(outOfDate));
    }

    void theServersWordsAreQuotedAndTamed()
    {
        Error e;
        e.kind = ErrorKind::Rejected;
        e.detail = QStringLiteral("bad \u202Evalue");
        QVERIFY(!Words::errorReason(e).contains(QChar(0x202E)));
        QVERIFY(Words::errorReason(e).contains(QStringLiteral("‹RLO›")));
    }

    void everyMissingCapabilityHasAReason()
    {
        for (int c = 0; c < kCapabilities; ++c) {
            QVERIFY(!Words::capability(Capability(c)).isEmpty());
            for (const auto why : {Unavailable::Why::NotDocumented, Unavailable::Why::NotByThisApi,
                                   Unavailable::Why::Forbidden, Unavailable::Why::NotBuilt}) {
                const QString text = Words::unavailable(Capability(c), Unavailable{why, QString()});
                QVERIFY2(text.endsWith(u'.') && !text.contains(u'%'), qPrintable(text));
            }
            const QString text = Words::unavailable(
                Capability(c), Unavailable{Unavailable::Why::Forbidden, QStringLiteral("a.b.c")});
            QVERIFY2(text.contains(QLatin1String("a.b.c")), qPrintable(text));
        }
    }

    void whoCannotReadIsNotSaidToRead()
    {
        const Unavailable why{Unavailable::Why::NotDocumented, QString()};
        QVERIFY(!Words::unavailable(Capability::SendText, why).contains(QLatin1String("read")));
        QVERIFY(Words::unavailable(Capability::ListConversations, why).contains(QLatin1String("as it was")));
    }

    void whatWentWrongHereIsNamed()
    {
        Error e{ErrorKind::LocalFailure, Outcome::NotSent};
        const QString bare = Words::errorReason(e);
        e.detail = QStringLiteral("conversationIntegrationType");
        QVERIFY(!bare.isEmpty() && Words::errorReason(e) != bare);
        QVERIFY(Words::errorReason(e).contains(e.detail));
    }

    void replyStatesSayWhatIsSo_data()
    {
        QTest::addColumn<ReplyState>("state");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("button");
        const auto row = [](const char *name, const ReplyState &state, const char *headline,
                            const char *button) {
            QTest::newRow(name) << state << QString::fromUtf8(headline) << QString::fromUtf8(button);
        };
        ReplyState s;
        s.kind = ReplyStateKind::NotConnected;
        row("not connected", s, "This number is no longer connected.", "");
        s.kind = ReplyStateKind::Restarting;
        row("restarting", s, "Restarting…", "Restarting…");
        s.kind = ReplyStateKind::RestartUnknown;
        row("restart unknown", s, "We do not know yet whether the template went out. Checking…",
            "Check again");
        s.kind = ReplyStateKind::ClosingRace;
        s.deadline = kNow.addSecs(-60);
        row("closing race", s, "The window should have closed at 14:01. Checking…", "Send");
        s.kind = ReplyStateKind::Open;
        s.deadline = kNow.addSecs(3 * 3600 + 12 * 60);
        row("open", s, "Window closes in 3 h 12 min", "Send");
        s.deadline.reset();
        row("open for good", s, "", "Send");
        s.kind = ReplyStateKind::AwaitingCustomer;
        s.restartedAt = berlin(2026, 11, 19, 10, 42);
        row("awaiting", s, "Template sent today at 10:42. The customer has to answer first.", "");
        s.kind = ReplyStateKind::ClosedByProvider;
        row("closed by provider", s, "The provider does not allow a reply right now.", "Check again");
        s = ReplyState();
        s.kind = ReplyStateKind::ExpiredRestartable;
        s.deadline = berlin(2026, 11, 18, 9, 0);
        row("restartable", s, "The reply window closed yesterday at 09:00.",
            "Restart conversation · about 11 ct");
        s.kind = ReplyStateKind::Expired;
        row("expired", s, "The customer has to write first.", "");
        s.kind = ReplyStateKind::Unknown;
        s.deadlineEstimated = true;
        s.deadline = kNow.addSecs(600);
        row("estimate", s, "Window closes in about 10 min (estimate)", "Send");
    }
    void replyStatesSayWhatIsSo()
    {
        QFETCH(ReplyState, state);
        QFETCH(QString, headline);
        QFETCH(QString, button);
        const ReplyText text = Words::reply(state, kNow);
        QCOMPARE(text.headline, headline);
        QCOMPARE(text.button, button);
    }

    void anUnansweredRestartIsMentionedBeforePayingAgain()
    {
        ReplyState s;
        s.kind = ReplyStateKind::ExpiredRestartable;
        s.lastRestartUnanswered = true;
        s.restartedAt = berlin(2026, 11, 17, 8, 30);
        QCOMPARE(Words::reply(s, kNow).detail,
                 QStringLiteral("The last template, sent Tuesday at 08:30, was not answered."));
        QVERIFY(Words::restartExplanation(s, kNow).contains(QLatin1String("about 11 cents")));
    }

    void listTimesGetCoarserWithAge_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("expected");
        QTest::newRow("now") << kNow << QStringLiteral("14:02");
        QTest::newRow("midnight") << berlin(2026, 11, 19, 0, 0) << QStringLiteral("00:00");
        QTest::newRow("a minute before midnight")
            << berlin(2026, 11, 18, 23, 59) << QStringLiteral("Yesterday");
        QTest::newRow("three days") << berlin(2026, 11, 16, 12, 0) << QStringLiteral("Mon");
        QTest::newRow("six days") << berlin(2026, 11, 13, 12, 0) << QStringLiteral("Fri");
        QTest::newRow("a week") << berlin(2026, 11, 12, 12, 0) << QStringLiteral("2026-11-12");
        QTest::newRow("a clock ahead") << kNow.addSecs(90) << QStringLiteral("14:03");
    }
    void listTimesGetCoarserWithAge()
    {
        QFETCH(QDateTime, time);
        QFETCH(QString, expected);
        QCOMPARE(Words::listTime(time, kNow), expected);
    }

    void germanTimesAreGerman()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(Words::listTime(berlin(2026, 3, 12, 12, 0), kNow), QStringLiteral("12.03.26"));
        QCOMPARE(Words::day(QDate(2026, 11, 12), QDate(2026, 11, 19)),
                 QStringLiteral("Donnerstag, 12. November"));
        QCOMPARE(Words::day(QDate(2025, 11, 12), QDate(2026, 11, 19)),
                 QStringLiteral("Mittwoch, 12. November 2025"));
        QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
        QCOMPARE(Words::day(QDate(2026, 11, 12), QDate(2026, 11, 19)),
                 QStringLiteral("quinta-feira, 12 de novembro"));
        QLocale::setDefault(QLocale::c());
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("long_");
        QTest::addColumn<QString>("chip");
        QTest::newRow("past") << qint64(-5) << QStringLiteral("less than 1 min") << QStringLiteral("< 1 min");
        QTest::newRow("59 s") << qint64(59) << QStringLiteral("less than 1 min") << QStringLiteral("< 1 min");
        QTest::newRow("1 min") << qint64(60) << QStringLiteral("1 min") << QStringLiteral("1 min");
        QTest::newRow("59 min") << qint64(3599) << QStringLiteral("59 min") << QStringLiteral("59 min");
        QTest::newRow("1 h") << qint64(3600) << QStringLiteral("1 h") << QStringLiteral("1 h 00");
        QTest::newRow("3 h 12") << qint64(11520) << QStringLiteral("3 h 12 min") << QStringLiteral("3 h 12");
        QTest::newRow("a day") << qint64(86400) << QStringLiteral("24 h") << QStringLiteral("24 h 00");
        QTest::newRow("two days") << qint64(2 * 86400 + 3600) << QStringLiteral("2 d 1 h")
                                  << QStringLiteral("2 d");
    }
    void durations()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, long_);
        QFETCH(QString, chip);
        QCOMPARE(Words::duration(seconds), long_);
        QCOMPARE(Words::windowChip(seconds), chip);
    }

    void freshness()
    {
        QCOMPARE(Words::syncedAgo(0), QStringLiteral("synced just now"));
        QCOMPARE(Words::syncedAgo(14), QStringLiteral("synced just now"));
        QCOMPARE(Words::syncedAgo(15), QStringLiteral("synced 15 s ago"));
        QCOMPARE(Words::syncedAgo(19), QStringLiteral("synced 15 s ago"));
        QCOMPARE(Words::syncedAgo(59), QStringLiteral("synced 55 s ago"));
        QCOMPARE(Words::syncedAgo(125), QStringLiteral("synced 2 min ago"));
        QCOMPARE(Words::offlineSince(berlin(2026, 11, 19, 13, 0), kNow),
                 QStringLiteral("offline since 13:00"));
        QCOMPARE(Words::offlineSince(berlin(2026, 11, 18, 13, 0), kNow),
                 QStringLiteral("offline since yesterday at 13:00"));
    }

    void previews_data()
    {
        QTest::addColumn<Message>("message");
        QTest::addColumn<QString>("expected");
        QTest::newRow("text") << message(TextContent{QStringLiteral("Is my\n*parcel* here?")})
                              << QStringLiteral("Is my parcel here?");
        QTest::newRow("photo") << message(MediaContent{}) << QStringLiteral("Document");
        MediaContent photo;
        photo.kind = MediaKind::Image;
        photo.caption = QStringLiteral("Look");
        QTest::newRow("photo with caption") << message(photo) << QStringLiteral("Photo: Look");
        MediaContent voice;
        voice.kind = MediaKind::Audio;
        voice.voice = true;
        QTest::newRow("voice") << message(voice) << QStringLiteral("Voice message");
        QTest::newRow("unknown") << message(UnknownContent{QStringLiteral("poll")})
                                 << QStringLiteral("Message of the kind “poll”");
        QTest::newRow("nothing") << Message() << QStringLiteral("Empty message");
        using Kind = StructuredContent::Kind;
        QTest::newRow("mail") << message(
            StructuredContent{Kind::Email, QStringLiteral("Invoice"), QStringLiteral("See below"), {}})
                              << QStringLiteral("E-mail: Invoice");
        QTest::newRow("note") << message(StructuredContent{Kind::Note, {}, QStringLiteral("VIP"), {}})
                              << QStringLiteral("Note, not seen by the customer: VIP");
        Message secret = message(TextContent{QStringLiteral("4711")});
        secret.sensitive = true;
        QTest::newRow("sensitive") << secret << QStringLiteral("Sensitive content is hidden.");
    }
    void structuredContentsHaveAHeading()
    {
        using Kind = StructuredContent::Kind;
        StructuredContent mail{Kind::Email,
                               QStringLiteral("Invoice"),
                               QStringLiteral("See below."),
                               {QStringLiteral("eva@example.com"), QStringLiteral("shop@example.com")}};
        QCOMPARE(Words::structured(mail),
                 QStringLiteral("E-mail: Invoice\nFrom eva@example.com\nTo shop@example.com\nSee below."));
        mail.copies = {QStringLiteral("ben@example.com"), QStringLiteral("aylin@example.com")};
        mail.blindCopies = {QStringLiteral("me@example.com")};
        mail.files = 2;
        QCOMPARE(Words::structured(mail).split(u'\n').mid(3),
                 (QStringList{QStringLiteral("Copy to ben@example.com, aylin@example.com"),
                              QStringLiteral("Blind copy to me@example.com"),
                              QStringLiteral("2 file(s) attached, not to be read here"),
                              QStringLiteral("See below.")}));
        const StructuredContent buttons{Kind::Buttons, {}, {}, {QStringLiteral("Yes"), QStringLiteral("No")}};
        QCOMPARE(Words::structured(buttons), QStringLiteral("Buttons\n▢ Yes\n▢ No"));
    }
    void previews()
    {
        QFETCH(Message, message);
        QFETCH(QString, expected);
        QCOMPARE(Words::preview(message), expected);
    }

    void knownFailuresAreExplained()
    {
        MessageError e;
        e.originalMessage = QStringLiteral("(#131047) Re-engagement message");
        QVERIFY(Words::deliveryFailure(e).contains(QLatin1String("24 hours")));
        e.originalMessage = QStringLiteral("Gateway is sad");
        QVERIFY(Words::deliveryFailure(e).contains(QLatin1String("Gateway is sad")));
        e.originalMessage.clear();
        QCOMPARE(Words::deliveryFailure(e), QStringLiteral("Not delivered. The messenger gave no reason."));
        // A longer number that happens to contain a code is not the code.
        e.originalMessage = QStringLiteral("id 9131047123");
        QVERIFY(!Words::deliveryFailure(e).contains(QLatin1String("24 hours")));
    }

    void spoofingControlsAreShown()
    {
        QCOMPARE(Words::safe(QStringLiteral("a\u202Eb\u2066c")), QStringLiteral("a‹RLO›b‹LRI›c"));
        QCOMPARE(Words::safe(QStringLiteral("a\u200Fb")), QStringLiteral("a\u200Fb"));
        QCOMPARE(Words::safe(QStringLiteral("a\x01")), QStringLiteral("a\u2401"));
        QCOMPARE(Words::safe(QStringLiteral("a\r\nb\rc\u2028d")), QStringLiteral("a\nb\nc\nd"));
    }

    void combiningMarksAreLimited()
    {
        const QString zalgo = QStringLiteral("a") + QString(100, QChar(0x0301)) + QStringLiteral("b");
        QCOMPARE(Words::safe(zalgo).size(), 1 + 8 + 1);
    }

    void aCapNeverCutsACharacterInHalf()
    {
        const QString smiles = QStringLiteral("😀😀");
        QCOMPARE(Words::safe(smiles, 3), QStringLiteral("😀…"));
        QCOMPARE(Words::safe(smiles, 4), smiles);
    }

    void toolTipsAreEscaped()
    {
        const QString tip = Words::safeToolTip(QStringLiteral("<img src=x>"));
        QVERIFY(!tip.contains(QLatin1String("<img")));
        QVERIFY(tip.contains(QLatin1String("&lt;img")));
        QVERIFY(Words::safeToolTip(QString()).isEmpty());
    }

    void toolTipsWithoutMarkupStayPlain()
    {
        const QString short_ = QStringLiteral("Last read: 5 < 6 & 7\nPress F5");
        QCOMPARE(Words::safeToolTip(short_), short_);
        QVERIFY(Qt::mightBeRichText(Words::safeToolTip(QString(100, u'x')))); // it can be broken into lines
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &from, const QString &to) {
            QTest::newRow(name) << from << to;
        };
        row("two names", QStringLiteral("Maria Keller"), QStringLiteral("MK"));
        row("three names", QStringLiteral("Ana de Souza"), QStringLiteral("AS"));
        row("one name", QStringLiteral("maria"), QStringLiteral("M"));
        row("apostrophe", QStringLiteral("Jo O'Neil"), QStringLiteral("JO"));
        row("hyphen", QStringLiteral("Karl-Heinz"), QStringLiteral("KH"));
        row("emoji", QStringLiteral("😀 Lena"), QStringLiteral("L"));
        row("number", QStringLiteral("+49 152 123"), QString());
        row("arabic", QStringLiteral("أحمد علي"), QStringLiteral("أ\u200Cع"));
        row("empty", QString(), QString());
    }
    void initials()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(Words::initials(name), expected);
    }

    void sizesAreForPeople()
    {
        QCOMPARE(Words::fileSize(1234567), QStringLiteral("1.2 MB"));
        QCOMPARE(Words::fileSize(84000), QStringLiteral("84 kB"));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
