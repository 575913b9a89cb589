// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/records/ledgerpage.h"

#include "models/workspace.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/media/filesaver.h"
#include "ui/records/ledgercsv.h"
#include "ui/text/mediawords.h"
#include "ui/text/recordwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QPushButton>

namespace inbox::ui {

using models::LedgerRow;

namespace {
constexpr qsizetype kMonths = 3; // more are in the file
} // namespace

LedgerPage::LedgerPage(models::Workspace &workspace, FileSaver &saver)
    : RecordsPage(tr("Ledger"), QStringLiteral("document"), "ledger")
    , m_workspace(workspace)
    , m_saver(saver)
    , m_notice(new NoticeBar)
    , m_sums(new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Semibold))
    , m_explanation(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
{
    setEmpty(tr("Nothing was paid for"),
             tr("Each paid restart, and each message that begins a conversation, is written down here."));
    m_sums->setObjectName(QStringLiteral("ledgerSums"));
    m_sums->setWordWrap(true);
    m_sums->setContentsMargins(0, metrics::kMedium, 0, 0);
    m_explanation->setText(tr("The price is the documented one: the server does not say what was charged."));
    m_explanation->setWordWrap(true);
    m_explanation->setContentsMargins(0, metrics::kGrid, 0, metrics::kMedium);
    m_notice->hide();
    addAbove(m_notice);
    addAbove(m_sums);
    addAbove(m_explanation);
    auto *save = new QPushButton(tr("Save as CSV…"));
    save->setObjectName(QStringLiteral("saveLedger"));
    save->setIcon(Icons::icon(QLatin1String("download")));
    save->setAutoDefault(false);
    connect(save, &QPushButton::clicked, this, &LedgerPage::save);
    addPageButton(save);
    connect(&m_saver, &FileSaver::saved, this, [this](const QString &name) {
        m_notice->showNotice(NoticeBar::Kind::Success, MediaWords::saved(name));
    });
    connect(&m_saver, &FileSaver::failed, this, [this](const QString &reason) {
        m_notice->showNotice(NoticeBar::Kind::Problem, MediaWords::notSaved(reason));
    });
    setModel(&m_workspace.ledger);
}

void LedgerPage::onRowsChanged()
{
    QStringList sums;
    const QList<models::LedgerMonth> months = m_workspace.ledger.months();
    for (const models::LedgerMonth &month : months.first(qMin(kMonths, months.size())))
        sums << RecordWords::month(month);
    m_sums->setTextOrHide(sums.join(u'\n'));
    m_explanation->setVisible(!sums.isEmpty());
}

RecordLine LedgerPage::line(int row) const
{
    const LedgerRow &record = m_workspace.ledger.row(row);
    RecordLine line;
    line.icon = record.payment.isOpening ? QStringLiteral("send") : QStringLiteral("refresh");
    line.title = Words::safeLine(Words::customerNameOr(record.payment.customer));
    if (m_workspace.ledger.hasSeveralAccounts())
        line.account = Words::safeLine(record.accountName);
    line.accountColor = record.accountColor;
    line.time = Words::listTime(record.payment.at, m_workspace.heartbeat.now());
    QStringList parts{RecordWords::price(record.payment.cents)};
    for (const QString &part : {record.payment.line, record.payment.agent}) {
        if (!part.isEmpty())
            parts << Words::isolated(Words::safeLine(part, 60));
    }
    line.text = parts.join(QStringLiteral(" · "));
    line.state = RecordWords::outcome(record.outcome);
    switch (record.outcome) {
    case LedgerRow::Outcome::Accepted:
        if (record.answer != LedgerRow::Answer::NotKnown)
            line.state += QStringLiteral(" · ") + RecordWords::answer(record.answer);
        line.tone = record.payment.answered ? RecordLine::Tone::Good : RecordLine::Tone::Quiet;
        break;
    case LedgerRow::Outcome::Unknown:
        line.tone = RecordLine::Tone::Warning;
        break;
    case LedgerRow::Outcome::NotSent:
        break;
    }
    line.toolTip = Words::safeToolTip(Words::exactTime(record.payment.at));
    return line;
}

QList<RecordsPage::Step> LedgerPage::steps(int row)
{
    const LedgerRow &record = m_workspace.ledger.row(row);
    return record.isKnown ? QList<Step>{openStep(record.key)} : QList<Step>();
}

void LedgerPage::save()
{
    m_notice->clear();
    m_saver.save(FileSaver::suggestion(tr("Ledger", "a file's name"), {}, QStringLiteral("csv")),
                 {tr("Table (*.csv)")},
                 [this](const QString &path, bool replace, int, const FileSaver::Done &done) {
                     done(FileSaver::writeBytes(path, LedgerCsv::of(m_workspace.ledger.rows()), replace));
                 });
}

} // namespace inbox::ui
