// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/settingswindow.h"

#include "services/domain/text.h"
#include "ui/dialogs/pagelist.h"
#include "ui/dialogs/plainlabel.h"
#include "ui/icons/icons.h"
#include "ui/settings/accountspage.h"
#include "ui/settings/accountspanel.h"
#include "ui/settings/appearancepage.h"
#include "ui/settings/keyspage.h"
#include "ui/settings/notificationspage.h"
#include "ui/settings/sendingpage.h"
#include "ui/settings/storagepage.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace inbox::ui {

namespace {

constexpr QSize kDefaultSize{860, 640};
constexpr QSize kMinimumSize{420, 400};
constexpr int kWidestLetters = 110;

} // namespace

SettingsWindow::SettingsWindow(models::Workspace &workspace, Commands &commands,
                               const Environment &environment, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_commands(commands)
    , m_environment(environment)
{
    setMinimumSize(kMinimumSize);
    resize(kDefaultSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(0);
    connect(&m_rebuild, &QTimer::timeout, this, &SettingsWindow::rebuild);
    connect(&m_workspace.preferences, &models::Preferences::changed, this, &SettingsWindow::updateReset);
    build();
}

void SettingsWindow::build()
{
    setWindowTitle(tr("Settings"));
    m_body = new QWidget;
    m_pages.clear();

    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("searchSettings"));
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setMaxLength(100);
    m_search->setClearButtonEnabled(true);
    const QList<QToolButton *> clear = m_search->findChildren<QToolButton *>();
    for (QToolButton *button : clear)
        button->setAccessibleName(tr("Clear the search"));
    // The field's own decoration, not something to run: hence not in the command table.
    m_search->addAction(Icons::icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    const QList<QToolButton *> decorations = m_search->findChildren<QToolButton *>();
    for (QToolButton *button : decorations) {
        button->setFocusPolicy(Qt::NoFocus);
        if (!clear.contains(button))
            button->setAccessibleName(tr("Search settings"));
    }
    m_search->installEventFilter(this);

    m_navigation = new PageList;
    m_navigation->setObjectName(QStringLiteral("settingsPages"));
    m_navigation->setAccessibleName(tr("Pages"));

    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::kLarge + metrics::kSmall, metrics::kLarge,
                               metrics::kLarge + metrics::kSmall, metrics::kSmall);
    column->setSpacing(0);
    m_found = new PlainLabel(PlainLabel::Tone::Muted, PlainLabel::Size::Base);
    m_found->setObjectName(QStringLiteral("found"));
    m_found->setWordWrap(true);
    m_found->setContentsMargins(0, 0, 0, metrics::kMedium);
    m_found->hide();
    column->addWidget(m_found);

    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("settingsScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setBackgroundRole(QPalette::Base);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    models::Preferences &preferences = m_workspace.preferences;
    m_accounts = new AccountsPanel(m_workspace.accounts);
    addPage(new AppearancePage(preferences, m_environment.languages));
    addPage(new SendingPage(preferences));
    addPage(new NotificationsPage(preferences));
    addPage(new AccountsPage(preferences, m_accounts));
    addPage(new KeysPage(preferences, m_commands));
    addPage(new StoragePage(preferences, m_workspace.media, m_workspace.history, m_environment.profileDir));
    for (SettingsPage *page : std::as_const(m_pages))
        column->addWidget(page, page->fillsHeight() ? 1 : 0);
    column->addStretch(0);
    m_scroll->setWidget(content);

    m_reset = new QPushButton(tr("Reset this page"));
    m_reset->setObjectName(QStringLiteral("resetPage"));
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeSettings"));
    for (QPushButton *button : {m_reset, close})
        button->setAutoDefault(false);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(metrics::kMedium, metrics::kMedium, metrics::kMedium, metrics::kMedium);
    top->addWidget(m_search);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(metrics::kSmall, metrics::kSmall, metrics::kSmall, metrics::kSmall);
    side->addWidget(m_navigation);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addLayout(side);
    auto *edge = new QFrame;
    edge->setFrameShape(QFrame::VLine);
    edge->setFixedWidth(1);
    middle->addWidget(edge);
    middle->addWidget(m_scroll, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(metrics::kMedium, metrics::kMedium, metrics::kMedium, metrics::kMedium);
    bottom->addWidget(m_reset);
    bottom->addStretch(1);
    bottom->addWidget(close);
    const auto line = [] {
        auto *frame = new QFrame;
        frame->setFrameShape(QFrame::HLine);
        frame->setFixedHeight(1);
        return frame;
    };
    auto *all = new QVBoxLayout(m_body);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(top);
    all->addWidget(line());
    all->addLayout(middle, 1);
    all->addWidget(line());
    all->addLayout(bottom);
    layout()->addWidget(m_body);

    connect(m_search, &QLineEdit::textChanged, this, &SettingsWindow::search);
    connect(m_navigation, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            showPage(row);
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_pages.at(m_page)->reset(); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_navigation->setCurrentRow(m_page);
    fitNavigation();
}

void SettingsWindow::addPage(SettingsPage *page)
{
    page->hide();
    m_pages.append(page);
    m_navigation->addPage(page->name(), page->icon());
}

void SettingsWindow::rebuild()
{
    const QString typed = m_search->text();
    const int scrolled = m_scroll->verticalScrollBar()->value();
    const QString focused = focusWidget() ? focusWidget()->objectName() : QString();
    setUpdatesEnabled(false);
    delete m_body;
    build();
    m_body->show();
    m_search->setText(typed);
    if (auto *widget = focused.isEmpty() ? nullptr : findChild<QWidget *>(focused))
        widget->setFocus(Qt::OtherFocusReason);
    layout()->activate();
    m_scroll->verticalScrollBar()->setValue(scrolled);
    setUpdatesEnabled(true);
}

void SettingsWindow::present()
{
    if (!isVisible()) {
        m_search->clear();
        m_search->setFocus(Qt::OtherFocusReason);
    }
    show();
    raise();
    activateWindow();
}

void SettingsWindow::showAccounts(bool addNew)
{
    for (int page = 0; page < m_pages.size(); ++page) {
        if (qobject_cast<AccountsPage *>(m_pages.at(page)))
            showPage(page);
    }
    m_accounts->takeFocus();
    if (addNew)
        m_accounts->addAccount();
}

void SettingsWindow::showPage(int page)
{
    m_page = page;
    const QSignalBlocker quiet(m_navigation);
    m_navigation->setCurrentRow(page);
    if (m_search->text().isEmpty())
        search({});
    else
        m_search->clear();
    m_scroll->verticalScrollBar()->setValue(0);
}

void SettingsWindow::search(const QString &text)
{
    const bool searching = !domain::searchWords(text).isEmpty();
    int found = 0;
    for (int i = 0; i < m_pages.size(); ++i) {
        const int matches = m_pages.at(i)->filter(text);
        m_pages.at(i)->setVisible(searching ? matches > 0 : i == m_page);
        found += matches;
    }
    QString words;
    if (searching) {
        words = found > 0 ? tr("%Ln settings found", nullptr, found)
                          : tr("No setting has to do with “%1”. Try another word, or look through the pages.")
                                .arg(text.simplified());
    }
    if (words != m_found->text()) {
        m_found->setTextOrHide(words);
        if (!words.isEmpty()) {
            QAccessibleEvent event(m_found, QAccessible::Alert);
            QAccessible::updateAccessibility(&event);
        }
    }
    const QSignalBlocker quiet(m_navigation);
    if (searching)
        m_navigation->setCurrentRow(-1);
    else
        m_navigation->setCurrentRow(m_page);
    m_scroll->verticalScrollBar()->setValue(0);
    updateReset();
}

void SettingsWindow::updateReset()
{
    const SettingsPage *page = m_pages.at(m_page);
    m_reset->setVisible(page->canReset() && domain::searchWords(m_search->text()).isEmpty());
    m_reset->setEnabled(!page->isReset());
}

void SettingsWindow::focusFirstMatch()
{
    for (QWidget *next = m_scroll->nextInFocusChain(); next != m_scroll; next = next->nextInFocusChain()) {
        if (m_scroll->widget()->isAncestorOf(next) && next->isVisible() && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::TabFocusReason);
            m_scroll->ensureWidgetVisible(next);
            return;
        }
    }
}

void SettingsWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        m_search->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // No button is the default one here: Enter presses the one that has the focus.
        auto *button = qobject_cast<QAbstractButton *>(focusWidget());
        if (button && !event->isAutoRepeat())
            button->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

bool SettingsWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            focusFirstMatch();
            return true;
        case Qt::Key_Down:
            if (m_search->text().isEmpty())
                m_navigation->setFocus(Qt::TabFocusReason);
            else
                focusFirstMatch();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void SettingsWindow::fitNavigation()
{
    m_navigation->fit(width());
    // Lines that are too long are hard to follow from a label to its control.
    m_scroll->widget()->setMaximumWidth(kWidestLetters * fontMetrics().averageCharWidth());
}

void SettingsWindow::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitNavigation();
}

void SettingsWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitNavigation();
}

void SettingsWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_rebuild.start();
    if (event->type() == QEvent::FontChange && m_body)
        fitNavigation();
}

} // namespace inbox::ui
