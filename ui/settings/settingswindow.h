// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/workspace.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;
class QPushButton;
class QScrollArea;

namespace inbox::ui {

class AccountsPanel;
class Commands;
class PageList;
class PlainLabel;
class SettingsPage;

// All choices about the program in one window: pages at the side, one search over all of them. What is
// changed here holds at once. Not modal, owned by the main window, kept while hidden; GUI thread.
class SettingsWindow : public QDialog {
    Q_OBJECT
public:
    struct Environment {
        QStringList languages; // codes to choose from
        QString profileDir; // empty: there is none
    };
    // `workspace` and `commands` outlive the window.
    SettingsWindow(models::Workspace &workspace, Commands &commands, const Environment &environment,
                   QWidget *parent);

    // Shows it and lets a person type into the search.
    void present();
    // Its page of accounts, with the question for a new one.
    void showAccounts(bool addNew);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void rebuild();
    void addPage(SettingsPage *page);
    void showPage(int page);
    void search(const QString &text);
    void updateReset();
    void focusFirstMatch();
    void fitNavigation();

    models::Workspace &m_workspace;
    Commands &m_commands;
    const Environment m_environment;
    QTimer m_rebuild;
    int m_page = 0;

    QWidget *m_body = nullptr;
    QLineEdit *m_search = nullptr;
    PageList *m_navigation = nullptr;
    QScrollArea *m_scroll = nullptr;
    PlainLabel *m_found = nullptr;
    QPushButton *m_reset = nullptr;
    AccountsPanel *m_accounts = nullptr;
    QList<SettingsPage *> m_pages;
};

} // namespace inbox::ui
