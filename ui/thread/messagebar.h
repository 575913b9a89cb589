// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/threadrow.h"
#include "ui/commands/command.h"
#include "ui/text/mediawords.h"

#include <QFrame>

class QToolButton;

namespace inbox::ui {

class Commands;

// What can be done with the selected message, as real buttons beside it. Owned by the thread view; GUI
// thread.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(Commands &commands, QWidget *parent);

    // Shows the buttons that can help with `row`.
    void setRow(const models::ThreadRow &row);
    // What its first card is for, and whether it can be saved.
    void setCard(CardAct main, bool canSave);

Q_SIGNALS:
    // The person has decided about a message whose fate is unknown.
    void settled(const inbox::domain::IntentId &intent, bool wasSent);
    void sendAgainWanted(const inbox::domain::IntentId &intent);
    // Proven not sent: its text goes back into the reply.
    void putBackWanted(const inbox::domain::IntentId &intent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QString &text, QLatin1String icon, bool withText);
    QToolButton *addCommand(Commands &commands, Command command, bool withText);

    domain::IntentId m_intent;
    QToolButton *m_wasSent;
    QToolButton *m_wasNotSent;
    QToolButton *m_sendAgain;
    QToolButton *m_putBack;
    QToolButton *m_open;
    QToolButton *m_save;
    QToolButton *m_retry;
    QToolButton *m_quote;
    QToolButton *m_react;
    QToolButton *m_copy;
    QToolButton *m_info;
};

} // namespace inbox::ui
