// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/workspace.h"

#include <QDialog>
#include <QTimer>

class QStackedWidget;

namespace inbox::ui {

class FileSaver;
class OpeningsPage;
class PageList;
class RecordsPage;

// What was asked for, typed, begun and paid for, in one window: outbox, drafts, openings, ledger. Not modal,
// owned by the main window, kept while hidden; GUI thread.
class RecordsWindow : public QDialog {
    Q_OBJECT
public:
    enum Page { Outbox, Drafts, Openings, Ledger };

    // `workspace` outlives the window.
    RecordsWindow(models::Workspace &workspace, QWidget *parent);

    void present(Page page);
    void presentOpening(const domain::AccountId &account, const domain::OpeningId &id);
    FileSaver &saver() { return *m_saver; }

Q_SIGNALS:
    // `toWrite`: with the caret in the reply.
    void conversationWanted(const inbox::domain::ConversationKey &key, bool toWrite);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void rebuild();
    void addPage(RecordsPage *page);
    void showPage(int page);
    void updateNames();

    models::Workspace &m_workspace;
    FileSaver *m_saver;
    QTimer m_rebuild;
    int m_page = 0;

    QWidget *m_body = nullptr;
    PageList *m_navigation = nullptr;
    QStackedWidget *m_stack = nullptr;
    OpeningsPage *m_openings = nullptr;
    QList<RecordsPage *> m_pages;
};

} // namespace inbox::ui
