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

// What has been pressed of something longer, and what may follow.
struct PendingKeys {
    struct Next {
        Command command;
        QKeySequence keys; // still to be pressed
    };
    int count = 0; // 0: none given
    QKeySequence pressed; // the first of two, or empty
    QList<Next> next;

    bool isEmpty() const { return count == 0 && pressed.isEmpty(); }
};

// Turns key presses in one window into commands. No action has a live shortcut of its own, so two can never
// be ambiguous and a letter never fires while somebody types. Owned by the window; GUI thread.
//
// Bare keys count in the list and the thread; in a text field only chords with Ctrl, function keys and Esc
// do. There, too, digits say how many times the next command that repeats shall run ("3J"), 999 at most. A
// count and the first key of a two-key sequence wait one second for what follows; Esc drops them. Alt+letter
// is left alone: it writes letters in some languages. Keys mean what the layout writes with them; the Latin
// letter at their place counts where the layout has no Latin letters.
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
    // Empty when it has ended.
    void pendingChanged(const inbox::ui::PendingKeys &pending);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Match {
        const CommandSpec *full = nullptr;
        QKeyCombination key; // in the meaning that fits
        QList<PendingKeys::Next> next; // when it is the first of two

        bool isEmpty() const { return !full && next.isEmpty(); }
    };
    Match match(QKeyCombination key, Scope scope, bool typing) const;
    Match matchEvent(const QKeyEvent &event, Scope scope, bool typing) const;
    bool takeDigit(const QKeyEvent &press, Scope scope, bool typing, bool override);
    bool isPending() const { return m_first || m_count > 0; }
    void setPending(const QList<PendingKeys::Next> &next);
    void endPending();

    struct Area {
        QPointer<QWidget> widget;
        Scope scope;
    };
    Commands &m_commands;
    QWidget &m_window;
    QList<Area> m_areas;
    std::optional<QKeyCombination> m_first; // of a sequence under way
    int m_count = 0; // typed before a command; 0: none
    QTimer m_pendingTimer;
    bool m_foreignLayout = false; // the last letter that told was of another script
    bool m_suspended = false;
};

} // namespace inbox::ui
