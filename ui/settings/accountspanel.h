// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/accountsmodel.h"

#include <QPointer>
#include <QWidget>

class QListView;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace inbox::ui {

class AccountDialog;
class FactRow;
class NoticeBar;
class PlainLabel;
class WhoAmIDialog;

// The accounts of this profile: how each is doing, where its token is, who the person is in it; add, edit and
// remove. Part of the settings; GUI thread. Never shows a token.
class AccountsPanel : public QWidget {
    Q_OBJECT
public:
    // `accounts` outlives the panel.
    explicit AccountsPanel(models::AccountsModel &accounts, QWidget *parent = nullptr);

    void takeFocus();
    void addAccount();
    void editAccount(const domain::AccountId &id);
    void chooseMe(const domain::AccountId &id);

Q_SIGNALS:
    void accountAdded(const inbox::domain::AccountId &id);

private:
    int currentRow() const;
    int rowOf(const domain::AccountId &id) const;
    void refresh();
    void fitList();
    void askToRemove(bool ask);
    void openDialog(const std::optional<domain::AccountConfig> &existing);

    models::AccountsModel &m_accounts;
    QListView *m_list;
    QStackedWidget *m_pages;
    PlainLabel *m_name;
    PlainLabel *m_statusLine;
    FactRow *m_kind;
    QList<FactRow *> m_settings;
    QVBoxLayout *m_settingsPlace;
    FactRow *m_token;
    FactRow *m_me;
    FactRow *m_online;
    QPushButton *m_edit;
    QPushButton *m_whoAmI;
    QPushButton *m_remove;
    QWidget *m_removeQuestion;
    PlainLabel *m_removeText;
    QPushButton *m_removeConfirm;
    QPushButton *m_removeKeep;
    NoticeBar *m_notice;
    domain::AccountId m_removing; // asked about; not the current row, which may move
    QPointer<AccountDialog> m_dialog;
    QPointer<WhoAmIDialog> m_whoAmIDialog;
};

} // namespace inbox::ui
