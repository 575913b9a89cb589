// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace inbox::ui {

// How a customer is called, for every colleague. Shown with open(); GUI thread. Never changes anything
// itself.
class RenameDialog : public QDialog {
    Q_OBJECT
public:
    explicit RenameDialog(const QString &name, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const QString &name); // at most once, never blank

private:
    void refresh();
    void confirm();

    const QString m_before;
    QLineEdit *m_field;
    QPushButton *m_save;
};

} // namespace inbox::ui
