// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversationlistmodel.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace inbox::models {
class AccountsModel;
}

namespace inbox::ui {

class Commands;
class ConversationListView;
class EmptyState;
class ListFreeze;
class PlainLabel;
class ProgressLine;

// The left pane: what is to do, which windows close soon, the list, and the bar that counts waiting changes.
// Owned by the window; GUI thread.
class ConversationPane : public QWidget {
    Q_OBJECT
public:
    ConversationPane(models::ConversationListModel &model, models::AccountsModel &accounts,
                     Commands &commands, QWidget *parent = nullptr);

    ConversationListView *view() const { return m_view; }
    QWidget *header() const { return m_header; }
    ListFreeze *freeze() const { return m_freeze; }

Q_SIGNALS:
    void searchCleared(); // from the empty state of a search without hits
    void showAllWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Emptiness { NoHits, View, Loading, Failing, NobodyYet };

    QWidget *makeSelectionBar();
    void updateHeader();
    void updateEmptiness();
    bool knowsWhoIAm() const;
    void placeWaitingBar();

    models::ConversationListModel &m_model;
    models::AccountsModel &m_accounts;
    Commands &m_commands;
    QWidget *m_header;
    PlainLabel *m_counts;
    QPushButton *m_closing;
    QStackedWidget *m_secondLine; // what closes soon, or what can be done with the selected conversations
    ProgressLine *m_progress;
    QWidget *m_body;
    ConversationListView *m_view;
    EmptyState *m_empty;
    QPushButton *m_waiting;
    ListFreeze *m_freeze;
    Emptiness m_emptiness = Emptiness::Loading;
};

} // namespace inbox::ui
