// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"
#include "services/domain/replystate.h"

#include <QDialog>
#include <QElapsedTimer>

class QCheckBox;
class QPushButton;

namespace inbox::ui {

// The question before the paid template: to whom, through which number, what it costs. Says yes at most once,
// and not to a key or click that was meant for what was on screen before. Shown with open(); GUI thread.
// Never sends anything itself.
class RestartDialog : public QDialog {
    Q_OBJECT
public:
    // Presses so soon after opening are left-overs: a double click, a held or bouncing key.
    static constexpr int kDeafMs = 500;

    RestartDialog(const domain::Conversation &conversation, const domain::ReplyState &state,
                  const QDateTime &serverNow, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(); // at most once

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void confirm();
    bool isDeaf() const;

    QElapsedTimer m_shown;
    QPushButton *m_restart;
    QPushButton *m_cancel;
    QCheckBox *m_again = nullptr; // only when the last template went unanswered
    bool m_confirmed = false;
};

} // namespace inbox::ui
