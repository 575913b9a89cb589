// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace inbox::models {
class CurrentConversation;
}

namespace inbox::ui {

class Commands;
class ElidedLabel;
class PlainLabel;

// Who one is talking to, over what, how long one may still write, and the two things that change most:
// status and assignee. Owned by the thread pane; GUI thread.
class ThreadHeader : public QWidget {
    Q_OBJECT
public:
    ThreadHeader(models::CurrentConversation &current, Commands &commands, QWidget *parent = nullptr);

    QToolButton *statusButton() const { return m_status; }
    QToolButton *assigneeButton() const { return m_assignee; }

Q_SIGNALS:
    void statusWanted(); // the choice of a status, beside statusButton()

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void update();
    void updateCountdown();
    void showMenu();

    models::CurrentConversation &m_current;
    Commands &m_commands;
    ElidedLabel *m_name;
    ElidedLabel *m_line;
    PlainLabel *m_countdown;
    QToolButton *m_status;
    QToolButton *m_assignee;
    QToolButton *m_more;
    QMenu *m_menu;
};

} // namespace inbox::ui
