// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/inboxactions.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace inbox::ui {

class PlainLabel;

// Looks a conversation up by the id it has at its messenger, and says so when there is none. Shown with
// open(); GUI thread.
class FindDialog : public QDialog {
    Q_OBJECT
public:
    // `actions` outlives the dialog. `line`: the one chosen at first; empty: the account's first.
    FindDialog(models::InboxActions &actions, const domain::AccountId &account, const domain::LineId &line,
               QWidget *parent = nullptr);

Q_SIGNALS:
    void found(const inbox::domain::ConversationKey &key);

private:
    void find();
    void onFound(const domain::ConversationKey &key, const std::optional<domain::Error> &error);
    void refresh();

    models::InboxActions &m_actions;
    const domain::AccountId m_account;
    bool m_looking = false;
    QComboBox *m_line;
    QLineEdit *m_provider;
    PlainLabel *m_said;
    QPushButton *m_find;
};

} // namespace inbox::ui
