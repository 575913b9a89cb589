// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/rowsdialog.h"

#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/lineslist.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/media/filesaver.h"
#include "ui/opening/openingcsv.h"
#include "ui/text/mediawords.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

using domain::Recipient;
using models::BadRow;

namespace {
constexpr QSize kSize{560, 460};
} // namespace

RowsDialog::RowsDialog(models::NewConversation &composing, Rows rows, QWidget *parent)
    : QDialog(parent)
    , m_composing(composing)
    , m_saver(new FileSaver(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kSize.boundedTo(parent->window()->size()));
    models::RecipientSource &source = composing.source();
    const bool bad = rows == Rows::Bad;
    setWindowTitle(bad ? tr("Rows that are kept out") : tr("Recipients"));
    auto *title = new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title);
    title->setText(windowTitle());
    auto *list = new LinesList(windowTitle());
    list->setObjectName(bad ? QStringLiteral("badRows") : QStringLiteral("recipientRows"));
    auto *notice = new NoticeBar;
    notice->hide();
    if (bad) {
        list->setLines(&source.bad(), [&source](int row) {
            const BadRow &one = source.bad().row(row);
            return LinesList::Line{tr("Row %1: %2", "its number, what stands there")
                                       .arg(QString::number(one.row), Words::safeLine(one.text, 120)),
                                   OpeningWords::problem(one.problem), QStringLiteral("warning")};
        });
    } else {
        list->setLines(&source.recipients(), [this, &source](int row) {
            const Recipient &one = source.recipients().row(row);
            const auto heard = m_composing.heardFrom(one);
            const auto written = m_composing.writtenTo(one);
            QString lately;
            if (heard)
                lately = tr("wrote %1", "today at 14:02").arg(Words::whenTime(*heard, m_composing.now()));
            else if (written)
                lately =
                    tr("written to %1", "today at 14:02").arg(Words::whenTime(*written, m_composing.now()));
            return LinesList::Line{OpeningWords::nameAndPhone(one), lately,
                                   !lately.isEmpty()           ? QStringLiteral("warning")
                                       : one.contact.isEmpty() ? QStringLiteral("user")
                                                               : QStringLiteral("contact")};
        });
    }
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeRows"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new ButtonRow;
    if (bad) {
        auto *save = new QPushButton(tr("Save as CSV…"));
        save->setObjectName(QStringLiteral("saveBadRows"));
        save->setIcon(Icons::icon(QLatin1String("download")));
        save->setAutoDefault(false);
        connect(save, &QPushButton::clicked, this, &RowsDialog::save);
        buttons->addButton(save, ButtonRow::Side::Leading);
    }
    buttons->addButton(close, ButtonRow::Side::Trailing);
    connect(m_saver, &FileSaver::saved, this, [notice](const QString &name) {
        notice->showNotice(NoticeBar::Kind::Success, MediaWords::saved(name));
    });
    connect(m_saver, &FileSaver::failed, this, [notice](const QString &reason) {
        notice->showNotice(NoticeBar::Kind::Problem, MediaWords::notSaved(reason));
    });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(title);
    if (bad) {
        auto *help = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small);
        help->setText(
            tr("Nothing is sent to these. Mend them where they came from, or save them as a file."));
        help->setWordWrap(true);
        layout->addWidget(help);
    }
    layout->addWidget(notice);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    list->setFocus();
}

void RowsDialog::save()
{
    m_saver->save(
        FileSaver::suggestion(tr("Rows kept out", "a file's name"), {}, QStringLiteral("csv")),
        {tr("Table (*.csv)")}, [this](const QString &path, bool replace, int, const FileSaver::Done &done) {
            done(FileSaver::writeBytes(path, OpeningCsv::bad(m_composing.source().bad().rows()), replace));
        });
}

} // namespace inbox::ui
