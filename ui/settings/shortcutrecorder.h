// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/command.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace inbox::ui {

class PlainLabel;

// Takes down the keys a person presses: one, or two within a second. Esc leaves everything as it is,
// Backspace takes the key away. Decides nothing about the keys; whoever owns it says what is wrong with
// them. GUI thread.
class ShortcutRecorder : public QWidget {
    Q_OBJECT
public:
    explicit ShortcutRecorder(QWidget *parent);

    // `replaces`: there is a key that can be taken away.
    void start(const QString &command, bool replaces);
    // Says what is wrong and waits for other keys; `canTake` offers to take them from who has them.
    void refuse(const QString &why, bool canTake);

Q_SIGNALS:
    void pressed(const QKeySequence &keys);
    void takeWanted();
    void removeWanted();
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void take(const QKeyEvent &press);
    void finish();

    QWidget *m_field;
    PlainLabel *m_keys;
    PlainLabel *m_problem;
    QPushButton *m_take;
    QPushButton *m_remove;
    QPushButton *m_cancel;
    QTimer m_pause; // for the second of two
    QList<QKeyCombination> m_pressed;
};

} // namespace inbox::ui
