// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/keymap.h"

#include <QAction>
#include <QHash>
#include <QObject>

#include <functional>

namespace inbox::models {
class Preferences;
}

namespace inbox::ui {

// The one command table and the only maker of actions. The window says what each command does and when it is
// possible; menus, keys, palette and help only ask here. Which keys count is the table changed by the
// person's preferences, at once when those change. Owned by the window; GUI thread.
class Commands : public QObject {
    Q_OBJECT
public:
    // Why a command cannot be done now, as a sentence; empty when it can.
    using Judge = std::function<QString(const CommandSpec &)>;

    // `preferences` outlive this.
    explicit Commands(models::Preferences &preferences, QObject *parent = nullptr);

    static const QList<CommandSpec> &table();
    static const CommandSpec &spec(Command command);
    static QString text(Command command); // translated
    static QString sectionName(Section section);
    // As people write keys: "Shift+E", "G M", "↓".
    static QString keyText(const QKeySequence &keys);

    // The keys in force.
    const KeyMap &keyMap() const { return m_keyMap; }
    const QList<KeyBinding> &bindings(Command command) const { return m_keyMap.bindings(command); }
    // What a person can press for a command in one of `scopes`, the most usual first.
    QList<QKeySequence> keys(Command command, Scopes scopes = ~Scopes()) const;
    // All keys of a command that count in one of `scopes`, joined for reading; empty when it has none.
    QString keysText(Command command, Scopes scopes = ~Scopes()) const;
    // For a sentence such as "Press %1": the first keys, or where to find the command when it has none.
    QString howToRun(Command command) const;

    QAction *action(Command command) const { return m_actions.value(command); }
    // An entry of a menu that is made of data (a colleague, an account), not of the table.
    static QAction *choice(const QString &text, QObject *parent);

    void setHandler(Command command, std::function<void()> handler);
    // For a command that repeats: goes as many steps at once, 1 to 999.
    void setStepper(Command command, std::function<void(int)> stepper);
    void setJudge(Judge judge);
    QString whyNot(Command command) const;
    // Asks the judge about every command, so that menus and buttons show what is possible.
    void refresh();
    // After a change of theme or language.
    void refreshLooks();

public Q_SLOTS:
    // Judged at this moment, whatever the action showed last. `times` counts for commands that repeat.
    void run(inbox::ui::Command command, int times = 1);

Q_SIGNALS:
    void refused(inbox::ui::Command command, const QString &reason);
    void finished(inbox::ui::Command command);
    void keysChanged(); // everything that names keys has to be written anew

private:
    void applyKeys();

    models::Preferences &m_preferences;
    KeyMap m_keyMap;
    QHash<Command, QAction *> m_actions;
    QHash<Command, std::function<void(int)>> m_handlers;
    Judge m_judge;
};

} // namespace inbox::ui
