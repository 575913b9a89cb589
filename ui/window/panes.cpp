// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// Which panes are on screen at this width, and which of them has the focus.
#include "ui/commands/keydispatcher.h"
#include "ui/composer/composer.h"
#include "ui/details/detailspane.h"
#include "ui/list/conversationlistview.h"
#include "ui/list/conversationpane.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/topbar.h"
#include "ui/window/welcomepage.h"

#include <QSplitter>
#include <QStackedLayout>

namespace inbox::ui {

namespace {

constexpr int kThreadMinimum = 420;
constexpr int kThreadNarrow = 300; // when it stands alone
constexpr int kWithDetails = 1000; // below this the details fold away
constexpr int kWithList = 720; // below this the list does

} // namespace

bool MainWindow::showsOnePane() const
{
    return width() < kWithList;
}

MainWindow::Pane MainWindow::focusedPane() const
{
    switch (m_keys->scopeOf(focusWidget())) {
    case Scope::Composer:
        return Pane::Composer;
    case Scope::Thread:
        return Pane::Thread;
    case Scope::Details:
        return Pane::Details;
    case Scope::List:
    case Scope::Elsewhere:
        break;
    }
    return Pane::List;
}

void MainWindow::focusPane(Pane pane)
{
    if (m_models.current.conversation() == nullptr && pane != Pane::Details)
        pane = Pane::List;
    m_detailsInstead = pane == Pane::Details && width() < kWithDetails;
    m_threadOnTop = pane == Pane::Thread || pane == Pane::Composer;
    arrange();
    switch (pane) {
    case Pane::List:
        m_listPane->view()->setFocus(Qt::ShortcutFocusReason);
        break;
    case Pane::Thread:
        m_threadPane->view()->setFocus(Qt::ShortcutFocusReason);
        break;
    case Pane::Composer:
        m_composer->focusReply();
        break;
    case Pane::Details:
        m_details->setFocus(Qt::ShortcutFocusReason);
        break;
    }
}

void MainWindow::goBack()
{
    switch (m_keys->scopeOf(focusWidget())) {
    case Scope::Composer:
        focusPane(Pane::Thread);
        break;
    case Scope::Details:
        focusPane(Pane::Thread);
        break;
    case Scope::Thread:
        focusPane(Pane::List);
        break;
    case Scope::List:
        if (m_models.list.checkedCount() > 0)
            m_models.list.uncheckAll();
        else
            leaveSearch();
        break;
    case Scope::Elsewhere:
        focusPane(Pane::List);
        break;
    }
}

void MainWindow::leaveSearch()
{
    m_topBar->clearSearch();
    // The list is long again: the open conversation stays in sight.
    m_listPane->view()->setCurrentKey(openKey());
    focusPane(Pane::List);
}

void MainWindow::goToPane(int by)
{
    QList<Pane> panes{Pane::List};
    if (m_models.current.conversation()) {
        panes << Pane::Thread << Pane::Composer;
        if (m_details->isVisible())
            panes << Pane::Details;
    }
    const int now = int(panes.indexOf(focusedPane()));
    focusPane(panes.at((now + by + int(panes.size())) % int(panes.size())));
}

void MainWindow::toggleDetails()
{
    if (width() < kWithDetails)
        m_detailsInstead = !m_detailsInstead;
    else
        m_detailsWanted = !m_detailsWanted;
    arrange();
}

void MainWindow::arrange()
{
    const int room = width();
    bool list = true;
    bool thread = true;
    bool details = m_detailsWanted;
    if (room >= kWithDetails) {
        m_detailsInstead = false;
    } else if (room >= kWithList) {
        details = m_detailsInstead;
        list = !m_detailsInstead;
    } else {
        details = m_detailsInstead;
        thread = !details && m_threadOnTop && m_models.current.conversation();
        list = !details && !thread;
    }
    m_threadPane->setMinimumWidth(room < kWithList ? kThreadNarrow : kThreadMinimum);
    QWidget *focused = focusWidget();
    const bool wasWide = m_wide;
    m_wide = list && details && isVisible();
    m_listPane->setVisible(list);
    m_threadPane->setVisible(thread);
    m_details->setVisible(details);
    if (m_wide && !wasWide)
        m_splitter->setSizes(m_wideSizes);
    m_topBar->setBackVisible(!list && m_pages->currentWidget() == m_splitter);
    if (focused && focused->window() == this && !focused->isVisibleTo(this)) {
        if (thread)
            m_threadPane->view()->setFocus();
        else if (list)
            m_listPane->view()->setFocus();
        else
            m_details->setFocus();
    }
    updateAttention();
}

void MainWindow::updateWorking()
{
    const bool working = m_models.accounts.rowCount() > 0;
    const bool was = m_pages->currentWidget() == m_splitter;
    m_pages->setCurrentWidget(working ? static_cast<QWidget *>(m_splitter) : m_welcome);
    m_topBar->setWorking(working);
    if (!working) {
        openConversation({});
        m_welcome->focusFirst();
    } else if (!was) {
        m_listPane->view()->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::updateAttention()
{
    const bool shown = isVisible() && !isMinimized();
    m_models.heartbeat.setRunning(shown);
    m_models.actions.setAttentive(shown);
    // Beside another program nobody reads: what comes in stays unread, and is told.
    m_models.current.setVisible(shown && m_isActive && m_threadPane->isVisibleTo(this));
}

} // namespace inbox::ui
