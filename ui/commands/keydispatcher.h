// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/command.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QKeyEvent;
class QWidget;

namespace inbox::ui {

class Commands;

// Turns key presses in one window into commands. No action has a live shortcut of its own, so two can never
// be ambiguous and a letter never fires while somebody types. Owned by the window; GUI thread.
//
// Bare keys count in the list and the thread; in a text field only chords with Ctrl, function keys and Esc
// do. A first key of a two-key sequence waits one second for the second. Alt+letter is left alone: it
// writes letters in some languages.
class KeyDispatcher : public QObject {
    Q_OBJECT
public:
    KeyDispatcher(Commands &commands, QWidget &window);

    // Focus inside `area` counts as `scope`; the innermost area wins.
    void addArea(QWidget *area, Scope scope);
    // While a layer such as the palette is open it has all keys.
    void setSuspended(bool suspended);
    Scope scopeOf(const QWidget *focus) const;

Q_SIGNALS:
    // The commands one more key leads to; empty when the sequence has ended.
    void sequenceChanged(const QList<inbox::ui::Command> &next);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Match {
        const CommandSpec *full = nullptr;
        QList<Command> partial;
    };
    Match match(QKeyCombination key, Scope scope, bool typing) const;
    Match matchEvent(const QKeyEvent &event, Scope scope, bool typing) const;
    void endSequence();

    struct Area {
        QPointer<QWidget> widget;
        Scope scope;
    };
    Commands &m_commands;
    QWidget &m_window;
    QList<Area> m_areas;
    std::optional<QKeyCombination> m_first; // of a sequence under way
    QTimer m_sequenceTimer;
    bool m_suspended = false;
};

} // namespace inbox::ui
