// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/automation.h"
#include "services/domain/conversation.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace inbox::ui {

// What is asked before a bot is set off: what, where, and with the plain warning that a real customer may be
// written to. Shown with open(); GUI thread. Never sets off anything itself.
class AutomationDialog : public QDialog {
    Q_OBJECT
public:
    // `conversation`: the open one, for what can be filled in; nullptr: none. Events and steps need it.
    // `lines`: where a customer can seem to write to.
    AutomationDialog(domain::Automation::Kind kind, const domain::Conversation *conversation,
                     const QList<domain::Line> &lines, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const inbox::domain::Automation &automation); // at most once

private:
    QLineEdit *addField(QFormLayout *form, const QString &label, const char *name);
    void addSource(QFormLayout *form, const domain::Conversation *conversation,
                   const QList<domain::Line> &lines);
    domain::Automation automation() const;
    bool isComplete() const;
    void confirm();

    const domain::Automation::Kind m_kind;
    domain::ConversationId m_conversation;
    QComboBox *m_line = nullptr;
    QLineEdit *m_provider = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_event = nullptr;
    QLineEdit *m_flow = nullptr;
    QLineEdit *m_step = nullptr;
    QLineEdit *m_payload = nullptr;
    QPlainTextEdit *m_words = nullptr;
    QPushButton *m_confirm;
};

} // namespace inbox::ui
