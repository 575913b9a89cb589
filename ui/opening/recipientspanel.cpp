// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/recipientspanel.h"

#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/noticebar.h"
#include "ui/dialogs/pickbutton.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/opening/contactspanel.h"
#include "ui/opening/csvpanel.h"
#include "ui/opening/rowsdialog.h"
#include "ui/text/openingwords.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace inbox::ui {

using models::RecipientSource;

namespace {

constexpr int kLines = 4;

QPushButton *makeLink(const char *name)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    setButtonKind(button, ButtonKind::Quiet);
    return button;
}

} // namespace

RecipientsPanel::RecipientsPanel(models::NewConversation &composing)
    : m_composing(composing)
    , m_contacts(new ContactsPanel(composing))
    , m_typed(new QPlainTextEdit)
    , m_country(new PickButton(tr("Numbers without + belong to"), tr("Type a country…")))
    , m_choose(new QPushButton(tr("Choose a file…")))
    , m_csv(new CsvPanel(composing))
    , m_notice(new NoticeBar)
    , m_result(new PlainLabel)
    , m_recent(new PlainLabel(PlainLabel::Tone::Warning, PlainLabel::Size::Small))
    , m_showRecipients(makeLink("showRecipients"))
    , m_showBad(makeLink("showBad"))
{
    m_typed->setObjectName(QStringLiteral("recipients"));
    m_typed->setAccessibleName(tr("Recipients"));
    m_typed->setTabChangesFocus(true);
    m_typed->setFixedHeight(kLines * m_typed->fontMetrics().lineSpacing() + 2 * metrics::kSmall);
    m_typed->setPlainText(composing.source().typed());
    m_country->setObjectName(QStringLiteral("phoneRegion"));
    m_country->setNothing(tr("No country"));
    m_choose->setObjectName(QStringLiteral("chooseFile"));
    m_choose->setIcon(Icons::icon(QLatin1String("attach")));
    m_choose->setAutoDefault(false);
    m_choose->setToolTip(
        Words::safeToolTip(tr("A table as a CSV file, from any spreadsheet or address book")));
    m_result->setObjectName(QStringLiteral("recipientsResult"));
    m_result->setWordWrap(true);
    m_recent->setObjectName(QStringLiteral("recipientsRecent"));
    m_recent->setWordWrap(true);
    m_showRecipients->setText(tr("Show…"));
    m_showRecipients->setAccessibleName(tr("Show the recipients"));
    m_notice->hide();

    QList<Choice> choices{
        {QString(), tr("No country: international numbers only"), {}, QStringLiteral("minus")}};
    const QList<models::Country> all = models::RecipientSource::countries();
    for (const models::Country &country : all)
        choices << Choice{country.region, OpeningWords::country(country), country.region, {}};
    m_country->setChoices(choices);
    connect(m_country, &PickButton::picked, this,
            [this](const QString &region) { m_composing.setRegion(region); });
    connect(m_typed, &QPlainTextEdit::textChanged, this,
            [this] { m_composing.source().setTyped(m_typed->toPlainText()); });
    connect(m_choose, &QPushButton::clicked, this, &RecipientsPanel::chooseFile);
    connect(m_showRecipients, &QPushButton::clicked, this, [this] { showRows(false); });
    connect(m_showBad, &QPushButton::clicked, this, [this] { showRows(true); });

    auto *country = new QHBoxLayout;
    country->setSpacing(metrics::kSmall);
    auto *label = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small);
    label->setText(tr("Numbers without + belong to"));
    country->addWidget(label);
    country->addWidget(m_country, 1);
    country->addWidget(m_choose);
    auto *result = new QHBoxLayout;
    result->setSpacing(metrics::kGrid);
    result->addWidget(m_result, 1);
    result->addWidget(m_showBad);
    result->addWidget(m_showRecipients);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kSmall);
    layout->addWidget(m_contacts);
    layout->addWidget(m_typed);
    layout->addWidget(m_csv);
    layout->addWidget(m_notice);
    layout->addLayout(country);
    layout->addLayout(result);
    layout->addWidget(m_recent);
    update();
}

void RecipientsPanel::focusField()
{
    if (m_typed->isVisibleTo(this))
        m_typed->setFocus(Qt::OtherFocusReason);
    else
        m_choose->setFocus(Qt::OtherFocusReason);
}

void RecipientsPanel::chooseFile()
{
    if (m_dialog)
        return;
    auto *dialog = new QFileDialog(this, tr("Choose a file with recipients"), m_folder);
    m_dialog = dialog;
    dialog->setObjectName(QStringLiteral("recipientsFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_folder = QFileInfo(path).absolutePath();
        m_composing.source().openFile(path);
    });
    dialog->open();
}

void RecipientsPanel::showRows(bool bad)
{
    auto *dialog =
        new RowsDialog(m_composing, bad ? RowsDialog::Rows::Bad : RowsDialog::Rows::Recipients, this);
    dialog->open();
}

void RecipientsPanel::update()
{
    RecipientSource &source = m_composing.source();
    if (m_typed->toPlainText() != source.typed())
        m_typed->setPlainText(source.typed());
    m_contacts->setVisible(m_composing.takesContacts());
    if (m_composing.takesContacts())
        m_contacts->update();
    const domain::OpeningForm *form = m_composing.form();
    m_typed->setPlaceholderText(
        form && form->needsName
            ? tr("Type or paste names and numbers:\nMaria Keller <+49 1511 2345678>, Ben Adler 0171 2345678")
            : tr("Type or paste numbers, with or without names:\n+49 1511 2345678, Maria Keller 0171 "
                 "2345678"));
    m_typed->setVisible(!source.hasFile());
    m_csv->setVisible(source.hasFile());
    if (source.hasFile())
        m_csv->update();
    m_country->setPicked(m_composing.region());
    m_choose->setText(source.hasFile() ? tr("Another file…") : tr("Choose a file…"));
    if (source.fileProblem() == RecipientSource::FileProblem::None)
        m_notice->clear();
    else
        m_notice->showNotice(NoticeBar::Kind::Problem, OpeningWords::fileProblem(source.fileProblem()));
    updateResult();
}

void RecipientsPanel::updateResult()
{
    RecipientSource &source = m_composing.source();
    const int count = m_composing.count();
    const int bad = source.bad().rowCount();
    QString text;
    if (source.isReading() && source.percent() > 0) {
        text = tr("Reading… %L1 %").arg(source.percent());
    } else if (count > 0 || bad > 0 || source.hasFile()) {
        text = OpeningWords::recipients(count);
        if (source.merged() > 0) {
            text = tr("%1. %2", "two sentences, one after the other")
                       .arg(text, OpeningWords::merged(source.merged()));
        }
    }
    m_result->setTextOrHide(text);
    m_showRecipients->setVisible(count > 0);
    m_showBad->setText(tr("%1…", "a button that shows them").arg(OpeningWords::keptOut(bad)));
    m_showBad->setVisible(bad > 0);
    m_recent->setTextOrHide(OpeningWords::lately(m_composing));
}

} // namespace inbox::ui
