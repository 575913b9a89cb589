// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/records/recordswindow.h"

#include "ui/dialogs/pagelist.h"
#include "ui/media/filesaver.h"
#include "ui/records/draftspage.h"
#include "ui/records/ledgerpage.h"
#include "ui/records/openingspage.h"
#include "ui/records/outboxpage.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace inbox::ui {

namespace {
constexpr QSize kDefaultSize{760, 560};
constexpr QSize kMinimumSize{340, 360};
} // namespace

RecordsWindow::RecordsWindow(models::Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_saver(new FileSaver(this))
{
    setMinimumSize(kMinimumSize);
    resize(kDefaultSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(0);
    connect(&m_rebuild, &QTimer::timeout, this, &RecordsWindow::rebuild);
    build();
}

void RecordsWindow::build()
{
    m_body = new QWidget;
    m_pages.clear();
    m_navigation = new PageList;
    m_navigation->setObjectName(QStringLiteral("recordPages"));
    m_navigation->setAccessibleName(tr("Pages"));
    m_stack = new QStackedWidget;
    m_stack->setAutoFillBackground(true);
    m_stack->setBackgroundRole(QPalette::Base);
    addPage(new OutboxPage(m_workspace));
    addPage(new DraftsPage(m_workspace));
    m_openings = new OpeningsPage(m_workspace);
    addPage(m_openings);
    addPage(new LedgerPage(m_workspace, *m_saver));

    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeRecords"));
    close->setAutoDefault(false);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    side->addWidget(m_navigation);
    auto *edge = new QFrame;
    edge->setFrameShape(QFrame::VLine);
    edge->setFixedWidth(1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addLayout(side);
    middle->addWidget(edge);
    middle->addWidget(m_stack, 1);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(metrics::kMedium, metrics::kMedium, metrics::kMedium, metrics::kMedium);
    bottom->addStretch(1);
    bottom->addWidget(close);
    auto *all = new QVBoxLayout(m_body);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(middle, 1);
    all->addWidget(line);
    all->addLayout(bottom);
    layout()->addWidget(m_body);

    connect(m_navigation, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            showPage(row);
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    updateNames();
    m_navigation->setCurrentRow(m_page);
    showPage(m_page);
}

void RecordsWindow::addPage(RecordsPage *page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    m_navigation->addPage(page->name(), page->icon());
    connect(page, &RecordsPage::countChanged, this, &RecordsWindow::updateNames);
    connect(page, &RecordsPage::conversationWanted, this,
            [this](const domain::ConversationKey &key, bool toWrite) {
                hide(); // it would lie over the conversation
                Q_EMIT conversationWanted(key, toWrite);
            });
}

void RecordsWindow::rebuild()
{
    setUpdatesEnabled(false);
    delete m_body;
    build();
    m_body->show();
    layout()->activate();
    m_pages.at(m_page)->takeFocus();
    setUpdatesEnabled(true);
}

void RecordsWindow::updateNames()
{
    if (m_pages.size() != m_navigation->count())
        return; // not all are there yet
    for (int i = 0; i < m_pages.size(); ++i) {
        const RecordsPage *page = m_pages.at(i);
        m_navigation->setPageName(
            i,
            page->count() == 0 ? page->name()
                               : tr("%1  %L2", "a page and a number").arg(page->name()).arg(page->count()));
    }
    m_navigation->fit(width());
}

void RecordsWindow::present(Page page)
{
    m_navigation->setCurrentRow(page);
    show();
    raise();
    activateWindow();
    m_pages.at(page)->takeFocus();
}

void RecordsWindow::presentOpening(const domain::AccountId &account, const domain::OpeningId &id)
{
    present(Openings);
    m_openings->showOpening(account, id);
}

void RecordsWindow::showPage(int page)
{
    m_page = page;
    m_stack->setCurrentIndex(page);
    setWindowTitle(m_pages.at(page)->name());
}

void RecordsWindow::keyPressEvent(QKeyEvent *event)
{
    const bool next = event->matches(QKeySequence::NextChild);
    if (next || event->matches(QKeySequence::PreviousChild)) {
        const int pages = int(m_pages.size());
        m_navigation->setCurrentRow((m_page + (next ? 1 : pages - 1)) % pages);
        m_pages.at(m_page)->takeFocus();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // No button is the default one here: Enter presses the one that has the focus.
        auto *button = qobject_cast<QAbstractButton *>(focusWidget());
        if (button && !event->isAutoRepeat())
            button->click();
        else if (focusWidget() == m_navigation)
            m_pages.at(m_page)->takeFocus();
        return;
    }
    QDialog::keyPressEvent(event);
}

void RecordsWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_navigation->fit(width());
}

void RecordsWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_navigation->fit(width());
}

void RecordsWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_rebuild.start();
    if (event->type() == QEvent::FontChange && m_body)
        m_navigation->fit(width());
}

} // namespace inbox::ui
