// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"
#include "services/domain/replystate.h"
#include "ui/dialogs/carefuldialog.h"

class QCheckBox;
class QPushButton;

namespace inbox::ui {

// The question before the paid template: to whom, through which number, what it costs. Shown with open(); GUI
// thread.
class RestartDialog : public CarefulDialog {
    Q_OBJECT
public:
    RestartDialog(const domain::Conversation &conversation, const domain::ReplyState &state,
                  const QDateTime &serverNow, QWidget *parent = nullptr);

private:
    QPushButton *m_restart;
    QPushButton *m_cancel;
    QCheckBox *m_again = nullptr; // only when the last template went unanswered
};

} // namespace inbox::ui
