// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/threadrow.h"

#include <QDialog>

namespace inbox::ui {

// Everything known about one message, for the person who has to ask somebody about it: ids, times, how far it
// came, what failed. Each value can be copied, or all at once. Shown with open(); GUI thread.
class MessageInfoDialog : public QDialog {
    Q_OBJECT
public:
    MessageInfoDialog(const models::ThreadRow &row, const domain::ConversationKey &conversation,
                      QWidget *parent = nullptr);

    // A line each: "Name: value".
    QString asText() const;

private:
    struct Fact {
        QString name;
        QString value;
    };
    QList<Fact> m_facts;
};

} // namespace inbox::ui
