// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/records/openingspage.h"

#include "models/workspace.h"
#include "ui/opening/openingdialog.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"

namespace inbox::ui {

using models::OpeningRow;
using State = domain::RecipientResult::State;

OpeningsPage::OpeningsPage(models::Workspace &workspace)
    : RecordsPage(tr("Begun"), QStringLiteral("send"), "openings")
    , m_workspace(workspace)
{
    setEmpty(tr("No conversation was begun from here"),
             tr("What you send to customers who did not write first stands here, with what became of it."));
    setModel(&m_workspace.openings);
}

int OpeningsPage::count() const
{
    return m_workspace.openings.open();
}

void OpeningsPage::showOpening(const domain::AccountId &account, const domain::OpeningId &id)
{
    auto *dialog = new OpeningDialog(m_workspace, account, id, this);
    connect(dialog, &OpeningDialog::conversationWanted, this, &OpeningsPage::conversationWanted);
    dialog->open();
}

RecordLine OpeningsPage::line(int row) const
{
    const OpeningRow &record = m_workspace.openings.row(row);
    RecordLine line;
    line.icon =
        record.state == domain::Opening::State::Paused ? QStringLiteral("pause") : QStringLiteral("send");
    line.title = OpeningWords::title(record);
    line.account = Words::safeLine(record.accountName);
    line.accountColor = record.accountColor;
    line.time = Words::listTime(record.createdAt, m_workspace.heartbeat.now());
    QStringList parts;
    for (const QString &part : {record.templateName, record.lineName}) {
        if (!part.isEmpty())
            parts << Words::isolated(Words::safeLine(part, 60));
    }
    if (record.sendsMessage && record.cents)
        parts << OpeningWords::price(record.cents, record.counts.all());
    line.text = parts.isEmpty() ? tr("New conversations") : parts.join(QStringLiteral(" · "));
    line.state = OpeningWords::state(record);
    if (record.counts.at(State::Unknown) > 0 || record.state == domain::Opening::State::Paused)
        line.tone = RecordLine::Tone::Warning;
    else if (record.counts.at(State::Failed) > 0)
        line.tone = RecordLine::Tone::Danger;
    else if (record.state == domain::Opening::State::Finished)
        line.tone = RecordLine::Tone::Good;
    line.toolTip = Words::safeToolTip(Words::exactTime(record.createdAt));
    return line;
}

QList<RecordsPage::Step> OpeningsPage::steps(int row)
{
    const OpeningRow record = m_workspace.openings.row(row);
    models::InboxActions &actions = m_workspace.actions;
    QList<Step> steps{{tr("Show the recipients"), QStringLiteral("users"),
                       [this, record] { showOpening(record.account, record.id); }}};
    if (!record.only.isEmpty())
        steps << openStep({record.account, record.only});
    if (record.state == domain::Opening::State::Running || record.goesOnAt) {
        steps << Step{tr("Pause"), QStringLiteral("pause"),
                      [&actions, record] { actions.pauseOpening(record.account, record.id); }};
    }
    if (record.state == domain::Opening::State::Paused && record.counts.at(State::Waiting) > 0) {
        steps << Step{tr("Go on"), QStringLiteral("play"),
                      [&actions, record] { actions.resumeOpening(record.account, record.id); }, true};
    }
    if (!record.isOver()) {
        steps << Step{tr("Stop for good"), QStringLiteral("close"),
                      [&actions, record] { actions.stopOpening(record.account, record.id); }, true};
    } else if (record.counts.at(State::Unknown) == 0) {
        steps << Step{tr("Remove from this list"), QStringLiteral("trash"),
                      [&actions, record] { actions.forgetOpening(record.account, record.id); }, true};
    }
    return steps;
}

} // namespace inbox::ui
