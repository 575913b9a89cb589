// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace inbox::models {
class ConversationListModel;
}

namespace inbox::ui {

// Keeps rows from moving under a hand. The list's order is frozen
//   - while the pointer rests on it, for 30 seconds after it last moved or clicked there, and
//   - for 8 seconds after a person moved through the conversations by key.
// Then what waited is applied by itself. Owned by the conversation pane; GUI thread.
class ListFreeze : public QObject {
    Q_OBJECT
public:
    ListFreeze(models::ConversationListModel &model, QWidget *viewport, QObject *parent = nullptr);

    // A person moved to another conversation.
    void noteNavigation();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hold(std::chrono::milliseconds time);
    void release();

    models::ConversationListModel &m_model;
    QTimer m_release;
};

} // namespace inbox::ui
