// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/records/draftspage.h"

#include "models/workspace.h"
#include "ui/text/recordwords.h"
#include "ui/text/words.h"

#include <QLocale>

namespace inbox::ui {

using models::DraftRow;
using Kind = DraftRow::Kind;

namespace {
constexpr int kLongestWords = 300;
} // namespace

DraftsPage::DraftsPage(models::Workspace &workspace)
    : RecordsPage(tr("Drafts"), QStringLiteral("draft"), "drafts")
    , m_workspace(workspace)
{
    setEmpty(tr("No drafts"),
             tr("What you type and do not send stands here, and for %Ln days what you discard.", nullptr,
                sync::Inbox::discardedDays));
    setModel(&m_workspace.draftList);
}

int DraftsPage::count() const
{
    const QList<DraftRow> &rows = m_workspace.draftList.rows();
    return int(std::count_if(rows.cbegin(), rows.cend(),
                             [](const DraftRow &row) { return row.kind == Kind::Offered; }));
}

RecordLine DraftsPage::line(int row) const
{
    const DraftRow &record = m_workspace.draftList.row(row);
    const QDateTime now = m_workspace.heartbeat.now();
    RecordLine line;
    switch (record.kind) {
    case Kind::Offered:
        line.icon = QStringLiteral("send");
        line.tone = RecordLine::Tone::Good;
        break;
    case Kind::Held:
        line.icon = QStringLiteral("clock");
        line.tone = RecordLine::Tone::Warning;
        break;
    case Kind::Open:
        line.icon = QStringLiteral("edit");
        break;
    case Kind::Discarded:
        line.icon = QStringLiteral("trash");
        break;
    }
    line.title = Words::safeLine(Words::customerNameOr(record.customer));
    line.account = Words::safeLine(record.accountName);
    line.accountColor = record.accountColor;
    if (record.at)
        line.time = Words::listTime(*record.at, now);
    const QString files = QLocale().createSeparatedList(record.files);
    line.text = Words::safeLine(record.text.trimmed().isEmpty() ? files : record.text, kLongestWords);
    line.state = RecordWords::state(record, now);
    line.toolTip = Words::safeToolTip(record.files.isEmpty() ? record.text : record.text + u'\n' + files);
    return line;
}

QList<RecordsPage::Step> DraftsPage::steps(int row)
{
    const DraftRow record = m_workspace.draftList.row(row);
    models::Drafts &drafts = m_workspace.drafts;
    QList<Step> steps;
    if (record.kind == Kind::Discarded) {
        steps << Step{tr("Bring it back"), QStringLiteral("undo"), [this, &drafts, record] {
                          drafts.bringBack(record.discarded);
                          if (record.isKnown)
                              Q_EMIT conversationWanted(record.key, true);
                      }};
        return steps;
    }
    if (record.isKnown) {
        steps << Step{tr("Open the conversation"), QStringLiteral("inbox"),
                      [this, key = record.key] { Q_EMIT conversationWanted(key, true); }};
    }
    steps << Step{tr("Discard"), QStringLiteral("trash"),
                  [&drafts, key = record.key] { drafts.discard(key); }, true};
    return steps;
}

} // namespace inbox::ui
