// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT

// Another language or direction: MainWindow's contents are made anew in place. Words stand in too many places
// to be set one by one, and one forgotten would stay for ever.
#include "ui/commands/keydispatcher.h"
#include "ui/composer/composer.h"
#include "ui/details/detailspane.h"
#include "ui/list/conversationlistview.h"
#include "ui/list/conversationpane.h"
#include "ui/media/mediadesk.h"
#include "ui/opening/newconversationwindow.h"
#include "ui/records/recordswindow.h"
#include "ui/settings/settingswindow.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/window/accountbanners.h"
#include "ui/window/mainwindow.h"
#include "ui/window/notices.h"
#include "ui/window/topbar.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QLayout>
#include <QLineEdit>

namespace inbox::ui {

void MainWindow::rebuild()
{
    // What only widgets know; everything else is in the models, and they go on undisturbed.
    QGuiApplication::inputMethod()->commit();
    const bool searching = m_topBar->search()->hasFocus() || focusWidget() == m_topBar->search();
    const QString search = m_topBar->search()->text();
    const Pane pane = focusedPane();
    const ThreadView::Place place = m_threadPane->view()->place();
    const bool keychainTrouble = m_banners->hasKeychainTrouble();
    const DetailsPane::NoteEdits notes = m_details->noteEdits();
    const Composer::Memory told = m_composer->memory();

    setUpdatesEnabled(false);
    const std::initializer_list<QObject *> senders{
        &m_models.accounts, &m_models.list,      &m_models.thread,      &m_models.current,
        &m_models.actions,  &m_models.heartbeat, &m_models.preferences, m_commands};
    for (QObject *sender : senders)
        sender->disconnect(this);
    Theme::instance().disconnect(m_commands);
    // Gone before their panes: one follows the focus, the other draws cards.
    saveSettings();
    delete m_media;
    delete m_keys;
    delete layout();
    const QList<QWidget *> before = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *widget : before) {
        if (widget == m_notices || widget == m_settingsWindow || widget == m_recordsWindow
            || widget == m_newConversation)
            continue;
        widget->hide(); // lets go of things, such as the list's freeze
        delete widget;
    }
    m_wide = false;

    setUp();
    // A layout shows what is added to a visible window only later; the focus goes there now.
    for (int i = 0; i < layout()->count(); ++i) {
        QWidget *widget = layout()->itemAt(i)->widget();
        if (widget && !widget->testAttribute(Qt::WA_WState_ExplicitShowHide))
            widget->show();
    }
    m_commands->refreshLooks();
    if (keychainTrouble)
        m_banners->showKeychainTrouble();
    m_threadPane->setPeeking(m_peeking);
    m_topBar->search()->setText(search);
    m_listPane->view()->setCurrentKey(openKey());
    m_details->setNoteEdits(notes);
    m_composer->setMemory(told);
    if (searching)
        m_topBar->focusSearch();
    else
        focusPane(pane);
    layout()->activate();
    m_threadPane->view()->setPlace(place);
    setUpdatesEnabled(true);
}

} // namespace inbox::ui
