// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/account.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace inbox::ui {

class PlainLabel;

// One setting of an account as its descriptor tells: label, field, help, and what is wrong with it, said
// beside it. GUI thread. A secret is masked until the person asks to see it.
class SettingRow : public QWidget {
    Q_OBJECT
public:
    SettingRow(const domain::SettingField &field, const QString &value, QWidget *parent = nullptr);

    const QString &id() const { return m_field.id; }
    bool isAdvanced() const { return m_field.advanced; }
    // As it is stored: a list has one entry a line, a yes is "true".
    QString value() const;
    // What can be said without asking the server: missing, not a number, not an address. Empty: nothing.
    QString findProblem() const;
    // Also says that an existing secret stays when nothing is entered.
    void setOptionalSecret(const QString &placeholder);
    void setHelp(const QString &help);
    void setProblem(const QString &problem);
    bool hasProblem() const;
    void focusField();

    static QString translated(const char *text); // of a descriptor

Q_SIGNALS:
    void edited();

private:
    QWidget *editor() const;

    domain::SettingField m_field;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_list = nullptr;
    QCheckBox *m_check = nullptr;
    QToolButton *m_reveal = nullptr;
    PlainLabel *m_help;
    PlainLabel *m_problem;
};

} // namespace inbox::ui
