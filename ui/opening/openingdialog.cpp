// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/opening/openingdialog.h"

#include "models/workspace.h"
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

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace inbox::ui {

using namespace domain;
using State = RecipientResult::State;

namespace {

constexpr QSize kSize{700, 600};
constexpr QSize kMinimumSize{340, 380};
constexpr int kProgressHeight = 4;
// In the order of the buttons; the first shows all.
constexpr std::array<std::optional<State>, 6> kFilters{std::nullopt,   State::Waiting, State::Sent,
                                                       State::Unknown, State::Failed,  State::Left};

} // namespace

OpeningDialog::OpeningDialog(models::Workspace &workspace, const AccountId &account, const OpeningId &id,
                             QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_account(account)
    , m_id(id)
    , m_rows(workspace.actions, account, id)
    , m_saver(new FileSaver(this))
    , m_title(new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Title))
    , m_about(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base))
    , m_state(new PlainLabel(PlainLabel::Tone::Normal, PlainLabel::Size::Base))
    , m_progress(new QProgressBar)
    , m_filters(new QButtonGroup(this))
    , m_search(new QLineEdit)
    , m_notice(new NoticeBar)
    , m_list(new LinesList(tr("Recipients")))
    , m_nothing(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base))
    , m_selected(new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Small))
    , m_pause(makeButton("pauseOpening", tr("Pause"), "pause"))
    , m_resume(makeButton("resumeOpening", tr("Go on"), "play"))
    , m_stop(makeButton("stopOpening", tr("Stop for good"), "close"))
    , m_wasSent(makeButton("wasSent", tr("It was sent"), "tick"))
    , m_wasNotSent(makeButton("wasNotSent", tr("It was not sent"), "close"))
    , m_open(makeButton("openConversation", tr("Open the conversation"), "inbox"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Conversations begun"));
    setMinimumSize(kMinimumSize);
    resize(kSize.boundedTo(parent->window()->size().expandedTo(kMinimumSize)));
    m_list->setObjectName(QStringLiteral("openingRows"));
    m_list->setLines(&m_rows, [this](int row) {
        return LinesList::Line{OpeningWords::nameAndPhone(m_rows.recipient(row)),
                               OpeningWords::result(m_rows.result(row)),
                               OpeningWords::stateIcon(m_rows.result(row).state)};
    });
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setText(tr("Nobody is here."));
    m_notice->hide();
    m_selected->setWordWrap(true);
    m_selected->setObjectName(QStringLiteral("selectedResult"));

    auto *save = makeButton("saveOpening", tr("Save as CSV…"), "download");
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeOpeningDialog"));
    close->setAutoDefault(false);
    auto *selected = new ButtonRow;
    for (QPushButton *button : {m_wasSent, m_wasNotSent, m_open})
        selected->addButton(button, ButtonRow::Side::Leading);
    auto *buttons = new ButtonRow;
    for (QPushButton *button : {m_pause, m_resume, m_stop, save})
        buttons->addButton(button, ButtonRow::Side::Leading);
    buttons->addButton(close, ButtonRow::Side::Trailing);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kLarge, metrics::kLarge, metrics::kLarge, metrics::kLarge);
    layout->setSpacing(metrics::kMedium);
    layout->addWidget(makeHead());
    layout->addWidget(makeFilters());
    layout->addWidget(m_notice);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_selected);
    layout->addWidget(selected);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(1);
    layout->addWidget(line);
    layout->addWidget(buttons);

    models::InboxActions &actions = m_workspace.actions;
    connect(m_pause, &QPushButton::clicked, this,
            [this, &actions] { actions.pauseOpening(m_account, m_id); });
    connect(m_resume, &QPushButton::clicked, this,
            [this, &actions] { actions.resumeOpening(m_account, m_id); });
    connect(m_stop, &QPushButton::clicked, this, [this, &actions] { actions.stopOpening(m_account, m_id); });
    connect(m_wasSent, &QPushButton::clicked, this, [this] { settle(true); });
    connect(m_wasNotSent, &QPushButton::clicked, this, [this] { settle(false); });
    connect(m_open, &QPushButton::clicked, this, &OpeningDialog::openConversation);
    connect(m_list, &QAbstractItemView::doubleClicked, this, &OpeningDialog::openConversation);
    connect(save, &QPushButton::clicked, this, &OpeningDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_saver, &FileSaver::saved, this, [this](const QString &name) {
        m_notice->showNotice(NoticeBar::Kind::Success, MediaWords::saved(name));
    });
    connect(m_saver, &FileSaver::failed, this, [this](const QString &reason) {
        m_notice->showNotice(NoticeBar::Kind::Problem, MediaWords::notSaved(reason));
    });
    connect(&m_rows, &models::OpeningRowsModel::openingChanged, this, &OpeningDialog::update);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &OpeningDialog::updateSelected);
    connect(m_list->model(), &QAbstractItemModel::dataChanged, this, &OpeningDialog::updateSelected);
    update();
    m_list->setFocus();
}

QPushButton *OpeningDialog::makeButton(const char *id, const QString &text, const char *icon)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(id));
    button->setIcon(Icons::icon(QLatin1String(icon)));
    button->setAutoDefault(false);
    return button;
}

QWidget *OpeningDialog::makeHead()
{
    auto *head = new QWidget;
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("openingTitle"));
    m_about->setWordWrap(true);
    m_state->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("openingProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(kProgressHeight);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_title);
    layout->addWidget(m_about);
    layout->addWidget(m_state);
    layout->addSpacing(metrics::kGrid);
    layout->addWidget(m_progress);
    return head;
}

QWidget *OpeningDialog::makeFilters()
{
    auto *row = new ButtonRow;
    m_filters->setExclusive(true);
    for (int i = 0; i < int(kFilters.size()); ++i) {
        auto *button = new QPushButton;
        button->setObjectName(QStringLiteral("filter%1").arg(i));
        button->setCheckable(true);
        button->setAutoDefault(false);
        setButtonKind(button, ButtonKind::Quiet);
        m_filters->addButton(button, i);
        row->addButton(button, ButtonRow::Side::Leading);
    }
    m_filters->button(0)->setChecked(true);
    connect(m_filters, &QButtonGroup::idClicked, this, &OpeningDialog::setFilter);
    m_search->setObjectName(QStringLiteral("openingSearch"));
    m_search->setAccessibleName(tr("Search the recipients"));
    m_search->setPlaceholderText(tr("Name or number"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_rows.setSearch(text);
        update();
    });
    auto *both = new QWidget;
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kSmall);
    layout->addWidget(m_search);
    layout->addWidget(row);
    return both;
}

void OpeningDialog::setFilter(int filter)
{
    m_rows.setState(kFilters.at(size_t(filter)));
    update();
}

int OpeningDialog::current() const
{
    return m_list->currentIndex().row();
}

void OpeningDialog::update()
{
    if (m_rows.isGone()) {
        close();
        return;
    }
    const Opening &opening = m_rows.opening();
    const models::OpeningCounts counts = models::counted(opening);
    models::OpeningRow row;
    row.counts = counts;
    row.state = opening.state;
    row.error = opening.error;
    row.goesOnAt = m_workspace.openings.goesOnAt(m_account, m_id);
    if (!opening.recipients.isEmpty()) {
        row.firstName = opening.recipients.first().name;
        row.firstPhone = opening.recipients.first().phone;
    }
    m_title->setText(OpeningWords::title(row));
    QStringList about;
    for (const QString &part :
         {Words::safeLine(opening.plan.message.name, 60), Words::safeLine(opening.plan.lineName, 60),
          Words::exactTime(opening.createdAt)}) {
        if (!part.isEmpty())
            about << Words::isolated(part);
    }
    m_about->setText(about.join(QStringLiteral(" · ")));
    m_state->setText(OpeningWords::state(row));
    const int waiting = counts.at(State::Waiting) + counts.at(State::Sending);
    m_progress->setMaximum(std::max(1, counts.all()));
    m_progress->setValue(counts.all() - waiting);
    m_progress->setAccessibleName(m_state->text());
    m_pause->setVisible(opening.state == Opening::State::Running || row.goesOnAt);
    m_resume->setVisible(opening.state == Opening::State::Paused && waiting > 0);
    m_stop->setVisible(!opening.isOver());
    for (int i = 0; i < int(kFilters.size()); ++i) {
        QAbstractButton *button = m_filters->button(i);
        const int count = !kFilters[size_t(i)]       ? counts.all()
            : *kFilters[size_t(i)] == State::Waiting ? waiting
                                                     : counts.at(*kFilters[size_t(i)]);
        const QString name = kFilters[size_t(i)] ? OpeningWords::filter(*kFilters[size_t(i)]) : tr("All");
        button->setText(tr("%1  %L2", "a filter, and how many it leaves").arg(name).arg(count));
        // What nobody is in is not offered, but for what is chosen already.
        button->setVisible(i == 0 || count > 0 || button->isChecked());
    }
    const bool any = m_rows.rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    if (any && current() < 0)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    updateSelected();
}

void OpeningDialog::updateSelected()
{
    const int row = current();
    const bool any = row >= 0 && row < m_rows.rowCount();
    const RecipientResult result = any ? m_rows.result(row) : RecipientResult();
    m_selected->setTextOrHide(
        any ? tr("%1. %2", "a recipient, and what became of the message")
                  .arg(OpeningWords::nameAndPhone(m_rows.recipient(row)), OpeningWords::result(result))
            : QString());
    m_wasSent->setVisible(any && result.state == State::Unknown);
    m_wasNotSent->setVisible(any && result.state == State::Unknown);
    m_open->setVisible(any && !result.conversation.isEmpty());
}

void OpeningDialog::settle(bool wasSent)
{
    if (current() < 0)
        return;
    m_workspace.actions.settleOpening(m_account, m_id, m_rows.placeOf(current()), wasSent);
    m_list->setFocus();
}

void OpeningDialog::openConversation()
{
    const int row = current();
    if (row < 0 || m_rows.result(row).conversation.isEmpty())
        return;
    Q_EMIT conversationWanted({m_account, m_rows.result(row).conversation}, false);
    close();
}

void OpeningDialog::save()
{
    m_notice->clear();
    m_saver->save(
        FileSaver::suggestion(tr("Conversations begun", "a file's name"), {}, QStringLiteral("csv")),
        {tr("Table (*.csv)")}, [this](const QString &path, bool replace, int, const FileSaver::Done &done) {
            done(FileSaver::writeBytes(path, OpeningCsv::results(m_rows.opening()), replace));
        });
}

void OpeningDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // No button is the default one here: Enter presses the one that has the focus.
        auto *button = qobject_cast<QAbstractButton *>(focusWidget());
        if (button && !event->isAutoRepeat())
            button->click();
        else if (focusWidget() == m_list && !event->isAutoRepeat())
            openConversation();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace inbox::ui
