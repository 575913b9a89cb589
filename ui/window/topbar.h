// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversationlistmodel.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QMenu;
class QToolButton;

namespace inbox::models {
class AccountsModel;
class Heartbeat;
class OutboxModel;
} // namespace inbox::models

namespace inbox::ui {

class Commands;

// The bar above the panes: view and its count, search, freshness, what waits to be sent, commands, and who
// acts. Owned by the window; GUI thread. Starts nothing itself except through commands and the list model's
// view and search.
class TopBar : public QWidget {
    Q_OBJECT
public:
    TopBar(models::ConversationListModel &list, models::AccountsModel &accounts, models::Heartbeat &heartbeat,
           models::OutboxModel &outbox, Commands &commands, QWidget *parent = nullptr);

    QLineEdit *search() const { return m_search; }
    void focusSearch();
    void clearSearch();
    // Without accounts there is nothing to search or to be fresh.
    void setWorking(bool working);
    // Shows the button that leads back to the list while the list is folded away.
    void setBackVisible(bool visible);

    static QString viewName(models::View view);

Q_SIGNALS:
    void backWanted(); // to the list, from wherever the keyboard is
    void searchFinished(); // Return: to the first match
    void searchLeft(); // Esc
    void savedViewWanted(const inbox::models::AccountView &saved);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateKeys();
    void updateView();
    void updateFreshness();
    void updateMe();
    void updateOutbox();
    void showViewMenu();
    void addSavedViews();
    void showMeMenu();
    void applySearch();

    models::ConversationListModel &m_list;
    models::AccountsModel &m_accounts;
    models::Heartbeat &m_heartbeat;
    models::OutboxModel &m_outboxModel;
    Commands &m_commands;
    QToolButton *m_back;
    QToolButton *m_view;
    QLineEdit *m_search;
    QToolButton *m_freshness;
    struct FreshnessDot {
        QColor color;
        bool rightToLeft = false;
        qreal ratio = 1;
        friend bool operator==(const FreshnessDot &, const FreshnessDot &) = default;
    };
    FreshnessDot m_dot; // as it is drawn now
    QToolButton *m_outbox; // while something waits in it
    QToolButton *m_palette;
    QToolButton *m_me;
    QMenu *m_viewMenu;
    QMenu *m_meMenu;
    QTimer m_searchTimer;
};

} // namespace inbox::ui
