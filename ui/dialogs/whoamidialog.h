// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"

#include <QDialog>

class QPushButton;

namespace inbox::ui {

class ChoiceList;

// Which colleague an account acts as: no API says it, so the person chooses among the people seen. Shown with
// open(); GUI thread. Stores nothing: the owner takes what chosen() says.
class WhoAmIDialog : public QDialog {
    Q_OBJECT
public:
    WhoAmIDialog(const QString &accountName, const QList<domain::User> &people, const domain::UserId &now,
                 QWidget *parent = nullptr);

    // People are found while conversations are read; what is typed and picked stays.
    void setPeople(const QList<domain::User> &people);

Q_SIGNALS:
    void chosen(const inbox::domain::UserId &me);

private:
    const domain::UserId m_now;
    ChoiceList *m_list;
    QPushButton *m_choose;
};

} // namespace inbox::ui
