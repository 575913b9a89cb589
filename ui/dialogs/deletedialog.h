// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace inbox::ui {

// The question before a conversation is deleted for everybody: says what is lost, and wants the customer's
// name typed, so that neither a slip nor a habit can do it. Shown with open(); GUI thread. Never deletes
// anything itself.
class DeleteDialog : public QDialog {
    Q_OBJECT
public:
    explicit DeleteDialog(const QString &customer, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(); // at most once

private:
    bool isTyped() const;
    void confirm();

    const QString m_name; // as it is to be typed
    QLineEdit *m_field;
    QPushButton *m_delete;
};

} // namespace inbox::ui
