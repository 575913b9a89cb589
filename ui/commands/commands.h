// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/command.h"

#include <QAction>
#include <QHash>
#include <QObject>

#include <functional>

namespace inbox::ui {

// The one command table and the only maker of actions. The window says what each command does and when it is
// possible; menus, keys, palette and help only ask here. Owned by the window; GUI thread.
class Commands : public QObject {
    Q_OBJECT
public:
    // Why a command cannot be done now, as a sentence; empty when it can.
    using Judge = std::function<QString(const CommandSpec &)>;

    explicit Commands(QObject *parent = nullptr);

    static const QList<CommandSpec> &table();
    static const CommandSpec &spec(Command command);
    static QString text(Command command); // translated
    static QString sectionName(Section section);
    // As people write keys: "Shift+E", "G M", "↓".
    static QString keyText(const QKeySequence &keys);
    // Whether Enter alone sends in the composer: said wherever the keys are shown.
    static void setEnterSends(bool sends);
    // The keys of a command that count in one of `scopes`, the most usual first.
    static QList<QKeySequence> keys(Command command, Scopes scopes = ~Scopes());
    // All keys of a command that count in one of `scopes`, joined for reading; empty when it has none.
    static QString keysText(Command command, Scopes scopes = ~Scopes());

    QAction *action(Command command) const { return m_actions.value(command); }
    // An entry of a menu that is made of data (a colleague, an account), not of the table.
    static QAction *choice(const QString &text, QObject *parent);

    void setHandler(Command command, std::function<void()> handler);
    void setJudge(Judge judge);
    QString whyNot(Command command) const;
    // Asks the judge about every command, so that menus and buttons show what is possible.
    void refresh();
    // After a change of theme or language.
    void refreshLooks();

public Q_SLOTS:
    // Judged at this moment, whatever the action showed last.
    void run(inbox::ui::Command command);

Q_SIGNALS:
    void refused(inbox::ui::Command command, const QString &reason);
    void finished(inbox::ui::Command command);

private:
    QHash<Command, QAction *> m_actions;
    QHash<Command, std::function<void()>> m_handlers;
    Judge m_judge;
};

} // namespace inbox::ui
