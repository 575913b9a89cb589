// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/records/outboxpage.h"

#include "models/workspace.h"
#include "ui/text/recordwords.h"
#include "ui/text/words.h"

namespace inbox::ui {

using domain::Intent;
using models::OutboxRow;
using State = OutboxRow::State;
using Tone = RecordLine::Tone;

namespace {

QString iconOf(Intent::Kind kind)
{
    switch (kind) {
    case Intent::Kind::SendText:
        return QStringLiteral("send");
    case Intent::Kind::SendFile:
        return QStringLiteral("attach");
    case Intent::Kind::Duplicate:
        return QStringLiteral("retry");
    case Intent::Kind::Restart:
        return QStringLiteral("refresh");
    case Intent::Kind::SetStatus:
        return QStringLiteral("status-progress");
    case Intent::Kind::Assign:
        return QStringLiteral("assign");
    case Intent::Kind::MarkRead:
        return QStringLiteral("eye");
    case Intent::Kind::React:
        return QStringLiteral("react");
    case Intent::Kind::EditNote:
    case Intent::Kind::AddNote:
        return QStringLiteral("note");
    case Intent::Kind::DeleteNote:
        return QStringLiteral("trash");
    case Intent::Kind::SetTags:
        return QStringLiteral("tag");
    case Intent::Kind::Snooze:
        return QStringLiteral("snooze");
    case Intent::Kind::AssignTeam:
        return QStringLiteral("users");
    case Intent::Kind::TakeOver:
        return QStringLiteral("bot");
    case Intent::Kind::MarkUnread:
        return QStringLiteral("mail");
    case Intent::Kind::Archive:
        return QStringLiteral("inbox");
    case Intent::Kind::Rename:
        return QStringLiteral("edit");
    case Intent::Kind::SetLanguage:
    case Intent::Kind::SetMetadata:
        return QStringLiteral("info");
    case Intent::Kind::Mention:
        return QStringLiteral("users");
    case Intent::Kind::Automate:
        return QStringLiteral("bot");
    }
    return {};
}

Tone toneOf(State state)
{
    switch (state) {
    case State::Underway:
    case State::Checking:
        return Tone::Quiet;
    case State::Waiting:
    case State::Unknown:
        return Tone::Warning;
    case State::NotSent:
        return Tone::Danger;
    }
    return Tone::Quiet;
}

} // namespace

OutboxPage::OutboxPage(models::Workspace &workspace)
    : RecordsPage(tr("Outbox"), QStringLiteral("outbox"), "outbox")
    , m_workspace(workspace)
{
    setEmpty(tr("Nothing waits"), tr("Everything you asked for has been done."));
    setModel(&m_workspace.outbox);
}

int OutboxPage::count() const
{
    return m_workspace.outbox.waitingCount();
}

RecordLine OutboxPage::line(int row) const
{
    const OutboxRow &record = m_workspace.outbox.row(row);
    RecordLine line;
    line.icon = iconOf(record.intent.kind);
    line.title = Words::safeLine(Words::customerNameOr(record.customer));
    line.account = Words::safeLine(record.accountName);
    line.accountColor = record.accountColor;
    line.time = Words::listTime(record.intent.createdAt, m_workspace.heartbeat.now());
    const QString words = RecordWords::words(record.intent);
    const QString kind = RecordWords::kind(record.intent);
    line.text = words.isEmpty() ? kind : tr("%1: %2", "what it is, and its words").arg(kind, words);
    line.state = RecordWords::state(record);
    line.tone = toneOf(record.state);
    line.toolTip = Words::safeToolTip(Words::exactTime(record.intent.createdAt) + u'\n' + line.text);
    return line;
}

QList<RecordsPage::Step> OutboxPage::steps(int row)
{
    const OutboxRow record = m_workspace.outbox.row(row);
    QList<Step> steps;
    if (record.intent.isMessage() || record.intent.kind == Intent::Kind::Automate)
        steps = messageSteps(record);
    else if (record.intent.kind == Intent::Kind::Restart)
        steps = restartSteps(record);
    if (record.isKnown)
        steps << openStep(record.key);
    return steps;
}

QList<RecordsPage::Step> OutboxPage::messageSteps(const OutboxRow &row)
{
    models::InboxActions &actions = m_workspace.actions;
    const auto settle = [this, &actions, key = row.key, id = row.intent.id](bool wasSent, bool toWrite) {
        return [this, &actions, key, id, wasSent, toWrite] {
            actions.settleMessage(key, id, wasSent);
            if (toWrite)
                Q_EMIT conversationWanted(key, true);
        };
    };
    // A retry's words stand in the thread already.
    const bool hasWords = !row.intent.unsent().isEmpty();
    QList<Step> steps;
    switch (row.state) {
    case State::Unknown:
        steps << Step{tr("It was sent"), QStringLiteral("tick"), settle(true, false), true};
        steps << Step{tr("It was not sent"), QStringLiteral("undo"), settle(false, false), true};
        break;
    case State::Waiting:
    case State::NotSent:
        if (row.mayWrite && (row.state == State::NotSent || row.intent.retryAt)) {
            steps << Step{
                row.state == State::NotSent ? tr("Send again") : tr("Try now"), QStringLiteral("send"),
                [&actions, key = row.key, id = row.intent.id] { actions.sendAgain(key, id); }, true};
        }
        steps << Step{hasWords ? tr("Put back into the reply") : tr("Do not send it"), QStringLiteral("undo"),
                      settle(false, hasWords && row.isKnown), true};
        break;
    case State::Underway:
    case State::Checking:
        break;
    }
    return steps;
}

QList<RecordsPage::Step> OutboxPage::restartSteps(const OutboxRow &row)
{
    if (row.state != State::Unknown)
        return {};
    models::InboxActions &actions = m_workspace.actions;
    QList<Step> steps;
    if (row.isKnown) {
        steps << Step{tr("Check again"), QStringLiteral("refresh"),
                      [&actions, key = row.key] { actions.checkRestart(key); }};
    }
    steps << Step{tr("It was sent"), QStringLiteral("tick"),
                  [&actions, key = row.key] { actions.settleRestart(key, true); }, true};
    steps << Step{tr("It was not sent"), QStringLiteral("undo"),
                  [&actions, key = row.key] { actions.settleRestart(key, false); }, true};
    return steps;
}

} // namespace inbox::ui
