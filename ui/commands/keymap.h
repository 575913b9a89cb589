// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/command.h"

#include <QCoreApplication>
#include <QMap>

namespace inbox::ui {

// Which keys run which command: the table's, changed by what the person has chosen. A value; knows no
// widgets. Holds two promises whatever it is made of: no two commands answer to the same keys where both
// count, and no command's keys begin another's. A person's own choice goes before the table's.
class KeyMap {
    Q_DECLARE_TR_FUNCTIONS(KeyMap)
public:
    struct Taken {
        Command by;
        QKeySequence keys;
    };

    // `changed` as Preferences keep it. What cannot be read, is refused or is taken already is left out.
    explicit KeyMap(const QMap<QString, QString> &changed = {});

    const QList<KeyBinding> &bindings(Command command) const { return m_bindings.at(int(command)); }
    QList<QKeySequence> keys(Command command) const;
    bool isChanged(Command command) const;
    // What Preferences shall keep: only what differs from the table, and what is not understood here.
    QMap<QString, QString> changed() const;
    // Of commands this program does not know: a newer one may.
    const QMap<QString, QString> &foreign() const { return m_foreign; }

    // Keys that stay with their command: Esc leads back, Ctrl+Enter sends.
    static bool isFixed(Command command, const QKeySequence &keys);
    // Why `keys` can never run `command`, as a sentence; empty when they can.
    static QString refusal(Command command, const QKeySequence &keys);
    // Other commands that answer to `keys`, to their beginning, or to what begins with them.
    QList<Taken> takenBy(Command command, const QKeySequence &keys) const;

    void setKeys(Command command, const QList<QKeySequence> &keys);
    void reset(Command command);
    // Gives `keys` to `command`, in the place of `instead` if that is not empty, and takes them from others.
    void take(Command command, const QKeySequence &keys, const QKeySequence &instead = {});

    // "D; Ctrl+D" and back. Empty text is no keys; nullopt: something in it is no key.
    static QString text(const QList<QKeySequence> &keys);
    static std::optional<QList<QKeySequence>> fromText(const QString &text);

private:
    void rebuild();
    bool isFree(Command command, const KeyBinding &binding) const;

    QMap<Command, QList<QKeySequence>> m_chosen; // instead of the table's
    QMap<QString, QString> m_foreign;
    QList<QList<KeyBinding>> m_bindings; // by command
};

} // namespace inbox::ui
