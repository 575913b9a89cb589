// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/command.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace inbox::ui {

class Commands;
class PlainLabel;

// One command and its keys, each to be changed; one more can be added, all put back. Shows what is in force
// and asks for changes; changes nothing. Owned by the page of shortcuts; GUI thread.
class ShortcutRow : public QWidget {
    Q_OBJECT
public:
    ShortcutRow(Command command, Commands &commands, QWidget *parent);

    Command command() const { return m_command; }
    void update();
    bool matches(const QStringList &foldedWords) const;
    // Puts `recorder` under the keys.
    void take(QWidget *recorder);
    // On the button of these keys, or on the one that adds when there are none such.
    void focusKeys(const QKeySequence &keys);

Q_SIGNALS:
    // `instead` empty: one more.
    void changeWanted(const QKeySequence &instead);
    void resetWanted();

private:
    const Command m_command;
    Commands &m_commands;
    QVBoxLayout *m_layout;
    QHBoxLayout *m_caps;
    QList<QToolButton *> m_capButtons;
    QToolButton *m_add;
    QToolButton *m_reset;
};

} // namespace inbox::ui
