// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/openingrowsmodel.h"

#include <QDialog>

class QButtonGroup;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace inbox::models {
struct Workspace;
}

namespace inbox::ui {

class ButtonRow;
class FileSaver;
class LinesList;
class NoticeBar;
class PlainLabel;

// One opening while it runs and after: how many stand where, each recipient with what became of them, and
// what can be done about it. Shown with open(), deletes itself; GUI thread.
class OpeningDialog : public QDialog {
    Q_OBJECT
public:
    // `workspace` outlives the dialog.
    OpeningDialog(models::Workspace &workspace, const domain::AccountId &account, const domain::OpeningId &id,
                  QWidget *parent);

Q_SIGNALS:
    void conversationWanted(const inbox::domain::ConversationKey &key, bool toWrite);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFilters();
    void setFilter(int filter);
    void update();
    void updateSelected();
    int current() const;
    void settle(bool wasSent);
    void openConversation();
    void save();
    QPushButton *makeButton(const char *id, const QString &text, const char *icon);

    models::Workspace &m_workspace;
    const domain::AccountId m_account;
    const domain::OpeningId m_id;
    models::OpeningRowsModel m_rows;
    FileSaver *m_saver;
    PlainLabel *m_title;
    PlainLabel *m_about;
    PlainLabel *m_state;
    QProgressBar *m_progress;
    QButtonGroup *m_filters;
    QLineEdit *m_search;
    NoticeBar *m_notice;
    LinesList *m_list;
    PlainLabel *m_nothing;
    PlainLabel *m_selected;
    QPushButton *m_pause;
    QPushButton *m_resume;
    QPushButton *m_stop;
    QPushButton *m_wasSent;
    QPushButton *m_wasNotSent;
    QPushButton *m_open;
};

} // namespace inbox::ui
