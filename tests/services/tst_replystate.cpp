// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "services/domain/replystate.h"

#include <QRegularExpression>
#include <QTest>

using namespace inbox::domain;

namespace {

using Kind = ReplyStateKind;

// The moment all rows of the table are judged at; everything else is told in seconds from here.
const QDateTime kNow(QDate(2026, 11, 19), QTime(14, 0), Qt::UTC);
constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;

OptionalTime in(std::optional<qint64> seconds)
{
    return seconds ? OptionalTime(kNow.addSecs(*seconds)) : std::nullopt;
}

Capabilities all()
{
    Capabilities capabilities;
    capabilities.add(Capability::SendText);
    capabilities.add(Capability::RestartPaid);
    return capabilities;
}

// What a test row may vary; the rest is a WhatsApp conversation of a connected number.
struct Facts {
    std::optional<bool> possible;
    std::optional<qint64> until;
    std::optional<bool> interaction = {};
    Channel channel = Channel::WhatsApp;
    std::optional<bool> inSync = true;
    RestartRecord restart = {};
    std::optional<qint64> lastCustomerReply = {};

    Conversation conversation() const
    {
        Conversation c;
        c.channel.value = channel;
        c.replyPossible = possible;
        c.replyUntil = in(until);
        c.customerInteractionRequired = interaction;
        c.lastCustomerReplyAt = in(lastCustomerReply);
        c.line = Line{};
        c.line->inSync = inSync;
        return c;
    }
};

RestartRecord restarted(qint64 secondsAgo, RestartRecord::State state = RestartRecord::State::Accepted,
                        bool answered = false)
{
    return {state, kNow.addSecs(-secondsAgo), answered};
}

} // namespace

Q_DECLARE_METATYPE(Facts)
Q_DECLARE_METATYPE(inbox::domain::ReplyStateKind)
Q_DECLARE_METATYPE(inbox::domain::ReplyAction)
Q_DECLARE_METATYPE(inbox::domain::Urgency)

class TestReplyState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void kindFollowsTheTable_data();
    void kindFollowsTheTable();
    void urgencyChangesOnTheSecond_data();
    void urgencyChangesOnTheSecond();
    void composerIsOpenOnlyWhenSomethingCanBeSent_data();
    void composerIsOpenOnlyWhenSomethingCanBeSent();
    void actionIsTheOneThatHelps_data();
    void actionIsTheOneThatHelps();
    void missingCapabilityGivesItsReason();
    void estimateIsMarkedAsSuch();
    void saidDeadlineIsNoEstimate();
    void noEstimateWithoutWindow();
    void unansweredRestartIsTold_data();
    void unansweredRestartIsTold();
    void awaitingTellsWhenTheTemplateWent();
};

void TestReplyState::kindFollowsTheTable_data()
{
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<bool>("canSend");
    QTest::addColumn<bool>("canRestart");
    QTest::addColumn<ReplyStateKind>("kind");
    const auto row = [](const char *name, const Facts &facts, Kind kind, bool canSend = true,
                        bool canRestart = true) {
        QTest::newRow(name) << facts << canSend << canRestart << kind;
    };
    using State = RestartRecord::State;
    const auto with = [](Facts facts, const RestartRecord &restart) {
        facts.restart = restart;
        return facts;
    };
    const auto on = [](Facts facts, Channel channel) {
        facts.channel = channel;
        return facts;
    };
    const auto cut = [](Facts facts) {
        facts.inSync = false;
        return facts;
    };
    const Facts open{true, 5 * kHour};
    const Facts expired{false, -kHour};

    // 1: outranks all others
    row("1 number not connected", cut(open), Kind::NotConnected);
    row("1 before unsupported", cut(open), Kind::NotConnected, false);
    row("1 before restarting", cut(with(expired, restarted(5, State::InProgress))), Kind::NotConnected);
    row("1 before unknown", cut({{}, {}}), Kind::NotConnected);
    Facts unsaid = open;
    unsaid.inSync = std::nullopt;
    row("1 not said: connected", unsaid, Kind::Open);
    // 2
    row("2 account cannot send", open, Kind::Unsupported, false);
    row("2 before restarting", with(expired, restarted(5, State::InProgress)), Kind::Unsupported, false);
    row("2 before unknown", {{}, {}}, Kind::Unsupported, false);
    // 3
    row("3 restarting", with(expired, restarted(5, State::InProgress)), Kind::Restarting);
    row("3 fate unknown", with(expired, restarted(5, State::OutcomeUnknown)), Kind::RestartUnknown);
    row("3 before open", with(open, restarted(5, State::InProgress)), Kind::Restarting);
    row("3 unknown before open", with(open, restarted(5, State::OutcomeUnknown)), Kind::RestartUnknown);
    row("3 before not said", with({{}, {}}, restarted(5, State::OutcomeUnknown)), Kind::RestartUnknown);
    row("3 unknown does not age", with(expired, restarted(90 * kHour, State::OutcomeUnknown)),
        Kind::RestartUnknown);
    // 4 and 5: the second before, at and after the end of the window
    row("5 one second left", {true, 1}, Kind::Open);
    row("4 at the end", {true, 0}, Kind::ClosingRace);
    row("4 one second past", {true, -1}, Kind::ClosingRace);
    row("5 no deadline", {true, {}}, Kind::Open);
    row("5 after a restart", with(open, restarted(kHour)), Kind::Open);
    row("5 whatever interaction says", {true, 5 * kHour, true}, Kind::Open);
    row("5 widget", on({true, {}}, Channel::Widget), Kind::Open);
    // 6 and 7
    row("6 one second left", {false, 1, true}, Kind::AwaitingCustomer);
    row("6 ends with the deadline", {false, 0, true}, Kind::ExpiredRestartable);
    row("6 over", {false, -1, true}, Kind::ExpiredRestartable);
    row("6 by another's restart", {false, 20 * kHour, true}, Kind::AwaitingCustomer);
    row("6 ledger, one second left", with({false, {}, true}, restarted(24 * kHour - 1)),
        Kind::AwaitingCustomer);
    row("6 ledger, 24 hours", with({false, {}, true}, restarted(24 * kHour)), Kind::ExpiredRestartable);
    row("6 ledger, 24 hours and a second", with({false, {}, true}, restarted(24 * kHour + 1)),
        Kind::ExpiredRestartable);
    row("6 ledger, answered since", with({false, {}, true}, restarted(kHour, State::Accepted, true)),
        Kind::ExpiredRestartable);
    row("6 nothing in the ledger", {false, {}, true}, Kind::ExpiredRestartable);
    row("6 ledger but nothing required", with({false, {}, false}, restarted(kHour)),
        Kind::ExpiredRestartable);
    row("6 ledger but deadline over", with({false, -1, true}, restarted(kHour)), Kind::ExpiredRestartable);
    row("6 without the right to restart", {false, kHour, true}, Kind::AwaitingCustomer, true, false);
    row("7 one second left", {false, 1, false}, Kind::ClosedByProvider);
    row("7 requirement not said", {false, 1}, Kind::ClosedByProvider);
    row("7 ends with the deadline", {false, 0, false}, Kind::ExpiredRestartable);
    row("7 over", {false, -1, false}, Kind::ExpiredRestartable);
    row("7 on a widget", on({false, kHour, false}, Channel::Widget), Kind::ClosedByProvider);
    // 8 and 9
    row("8 expired", expired, Kind::ExpiredRestartable);
    row("8 no deadline", {false, {}}, Kind::ExpiredRestartable);
    row("9 account cannot restart", expired, Kind::Expired, true, false);
    row("9 widget", on(expired, Channel::Widget), Kind::Expired);
    row("9 bridge", on(expired, Channel::Bridge), Kind::Expired);
    row("9 unknown channel", on(expired, Channel::Unknown), Kind::Expired);
    // 10
    row("10 not said", {{}, {}}, Kind::Unknown);
    row("10 not said, deadline over", {{}, -kHour}, Kind::Unknown);
    row("10 not said, deadline ahead", {{}, kHour, true}, Kind::Unknown);
}

void TestReplyState::kindFollowsTheTable()
{
    QFETCH(Facts, facts);
    QFETCH(bool, canSend);
    QFETCH(bool, canRestart);
    QFETCH(ReplyStateKind, kind);
    Capabilities capabilities = all();
    if (!canSend)
        capabilities.remove(Capability::SendText, {Unavailable::Why::Forbidden, {}});
    if (!canRestart)
        capabilities.remove(Capability::RestartPaid, {Unavailable::Why::NotByThisApi, {}});
    QCOMPARE(replyState(facts.conversation(), capabilities, facts.restart, kNow).kind, kind);
}

void TestReplyState::urgencyChangesOnTheSecond_data()
{
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<Urgency>("urgency");
    const auto row = [](const char *name, const Facts &facts, Urgency urgency) {
        QTest::newRow(name) << facts << urgency;
    };
    row("a second before amber", {true, 4 * kHour + 1}, Urgency::Neutral);
    row("amber", {true, 4 * kHour}, Urgency::Amber);
    row("a second after amber", {true, 4 * kHour - 1}, Urgency::Amber);
    row("a second before red", {true, 30 * kMinute + 1}, Urgency::Amber);
    row("red", {true, 30 * kMinute}, Urgency::Red);
    row("a second after red", {true, 30 * kMinute - 1}, Urgency::Red);
    row("last second", {true, 1}, Urgency::Red);
    row("closing", {true, 0}, Urgency::Amber);
    row("a second past closing", {true, -1}, Urgency::Amber);
    row("no deadline", {true, {}}, Urgency::None);
    row("expired", {false, -1}, Urgency::None);
    row("awaiting", {false, 60, true}, Urgency::None);
    row("closed by provider", {false, 60, false}, Urgency::None);
    // An estimate: 24 hours after the customer's last message.
    const auto estimate = [](qint64 secondsLeft) {
        Facts facts{{}, {}};
        facts.lastCustomerReply = secondsLeft - 24 * kHour;
        return facts;
    };
    row("estimate, a second before amber", estimate(4 * kHour + 1), Urgency::Neutral);
    row("estimate, amber", estimate(4 * kHour), Urgency::Amber);
    row("estimate, a second before red", estimate(30 * kMinute + 1), Urgency::Amber);
    row("estimate, red", estimate(30 * kMinute), Urgency::Red);
}

void TestReplyState::urgencyChangesOnTheSecond()
{
    QFETCH(Facts, facts);
    QFETCH(Urgency, urgency);
    QCOMPARE(replyState(facts.conversation(), all(), facts.restart, kNow).urgency, urgency);
}

void TestReplyState::composerIsOpenOnlyWhenSomethingCanBeSent_data()
{
    QTest::addColumn<ReplyStateKind>("kind");
    QTest::addColumn<bool>("open");
    QTest::newRow("1") << Kind::NotConnected << false;
    QTest::newRow("2") << Kind::Unsupported << false;
    QTest::newRow("3") << Kind::Restarting << false;
    QTest::newRow("3b") << Kind::RestartUnknown << false;
    QTest::newRow("4") << Kind::ClosingRace << true;
    QTest::newRow("5") << Kind::Open << true;
    QTest::newRow("6") << Kind::AwaitingCustomer << false;
    QTest::newRow("7") << Kind::ClosedByProvider << false;
    QTest::newRow("8") << Kind::ExpiredRestartable << false;
    QTest::newRow("9") << Kind::Expired << false;
    QTest::newRow("10") << Kind::Unknown << true;
}

void TestReplyState::composerIsOpenOnlyWhenSomethingCanBeSent()
{
    QFETCH(ReplyStateKind, kind);
    QFETCH(bool, open);
    ReplyState state;
    state.kind = kind;
    QCOMPARE(state.composerOpen(), open);
}

void TestReplyState::actionIsTheOneThatHelps_data()
{
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<ReplyAction>("action");
    Facts unknown{false, -kHour};
    unknown.restart = restarted(5, RestartRecord::State::OutcomeUnknown);
    Facts restarting{false, -kHour};
    restarting.restart = restarted(5, RestartRecord::State::InProgress);
    Facts widget{false, -kHour};
    widget.channel = Channel::Widget;
    Facts cut{true, kHour};
    cut.inSync = false;
    QTest::newRow("not connected") << cut << ReplyAction::None;
    QTest::newRow("restarting") << restarting << ReplyAction::None;
    QTest::newRow("restart unknown") << unknown << ReplyAction::CheckAgain;
    QTest::newRow("race") << Facts{true, -1} << ReplyAction::Send;
    QTest::newRow("open") << Facts{true, kHour} << ReplyAction::Send;
    QTest::newRow("awaiting") << Facts{false, kHour, true} << ReplyAction::None;
    QTest::newRow("closed by provider") << Facts{false, kHour} << ReplyAction::CheckAgain;
    QTest::newRow("expired on WhatsApp") << Facts{false, -kHour} << ReplyAction::Restart;
    QTest::newRow("expired elsewhere") << widget << ReplyAction::None;
    QTest::newRow("not said") << Facts{{}, {}} << ReplyAction::Send;
}

void TestReplyState::actionIsTheOneThatHelps()
{
    QFETCH(Facts, facts);
    QFETCH(ReplyAction, action);
    QCOMPARE(replyState(facts.conversation(), all(), facts.restart, kNow).action, action);
}

void TestReplyState::missingCapabilityGivesItsReason()
{
    Capabilities capabilities = all();
    const Unavailable why{Unavailable::Why::Forbidden, QStringLiteral("messages.send")};
    capabilities.remove(Capability::SendText, why);
    const ReplyState state = replyState(Facts{true, kHour}.conversation(), capabilities, {}, kNow);
    QCOMPARE(state.kind, Kind::Unsupported);
    QVERIFY(state.reason == why);
}

void TestReplyState::estimateIsMarkedAsSuch()
{
    Facts facts{{}, {}};
    facts.lastCustomerReply = -20 * kHour;
    const ReplyState state = replyState(facts.conversation(), all(), {}, kNow);
    QVERIFY(state.deadlineEstimated);
    QCOMPARE(state.deadline.value(), kNow.addSecs(4 * kHour));
}

void TestReplyState::saidDeadlineIsNoEstimate()
{
    Facts facts{{}, kHour};
    facts.lastCustomerReply = -20 * kHour;
    const ReplyState state = replyState(facts.conversation(), all(), {}, kNow);
    QVERIFY(!state.deadlineEstimated);
    QCOMPARE(state.deadline.value(), kNow.addSecs(kHour));
}

void TestReplyState::noEstimateWithoutWindow()
{
    Facts facts{{}, {}};
    facts.channel = Channel::Widget;
    facts.lastCustomerReply = -20 * kHour;
    QVERIFY(!replyState(facts.conversation(), all(), {}, kNow).deadline);
}

void TestReplyState::unansweredRestartIsTold_data()
{
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<bool>("told");
    Facts ours{false, -1};
    ours.restart = restarted(30 * kHour);
    Facts answered = ours;
    answered.restart.answered = true;
    QTest::newRow("never restarted") << Facts{false, -1} << false;
    QTest::newRow("ours, unanswered") << ours << true;
    QTest::newRow("ours, answered") << answered << false;
    QTest::newRow("somebody's, unanswered") << Facts{false, -1, true} << true;
}

void TestReplyState::unansweredRestartIsTold()
{
    QFETCH(Facts, facts);
    QFETCH(bool, told);
    const ReplyState state = replyState(facts.conversation(), all(), facts.restart, kNow);
    QCOMPARE(state.kind, Kind::ExpiredRestartable);
    QCOMPARE(state.lastRestartUnanswered, told);
}

void TestReplyState::awaitingTellsWhenTheTemplateWent()
{
    Facts facts{false, 20 * kHour, true};
    QVERIFY(!replyState(facts.conversation(), all(), {}, kNow).restartedAt);
    facts.restart = restarted(4 * kHour);
    QCOMPARE(replyState(facts.conversation(), all(), facts.restart, kNow).restartedAt.value(),
             kNow.addSecs(-4 * kHour));
}

QTEST_APPLESS_MAIN(TestReplyState)
#include "tst_replystate.moc"
