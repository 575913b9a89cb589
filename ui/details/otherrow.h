// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/conversation.h"

#include <QAbstractButton>

namespace inbox::ui {

// Another conversation of the same person: where, when and what was said last. Pressing it opens it.
class OtherRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit OtherRow(QWidget *parent = nullptr);

    void setConversation(const domain::Conversation &conversation, const QDateTime &now);
    const domain::ConversationKey &key() const { return m_key; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    domain::ConversationKey m_key;
    QString m_icon;
    QString m_title;
    QString m_time;
    QString m_preview;
};

} // namespace inbox::ui
