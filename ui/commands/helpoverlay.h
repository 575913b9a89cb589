// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/command.h"

#include <QPointer>
#include <QScrollArea>
#include <QWidget>

namespace inbox::ui {

class Commands;

// "What can I press?": the keys that do something now, in groups, over the window until Esc or ?. Owned by
// the window; GUI thread.
class HelpOverlay : public QWidget {
    Q_OBJECT
public:
    HelpOverlay(Commands &commands, QWidget *window);

    // For somebody whose focus is in `scope`.
    void open(Scope scope);
    void close();

Q_SIGNALS:
    void opened();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void fill(Scope scope);
    void place();

    Commands &m_commands;
    QScrollArea *m_area;
    QPointer<QWidget> m_focusBefore;
};

} // namespace inbox::ui
