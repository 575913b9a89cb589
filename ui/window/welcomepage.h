// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;

namespace inbox::ui {

class Commands;

// What a newcomer sees: what this is, and two ways to begin. Shown while there is no account. Owned by the
// window; GUI thread.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(Commands &commands, QWidget *parent = nullptr);
    void focusFirst();

private:
    QPushButton *m_demo;
};

} // namespace inbox::ui
