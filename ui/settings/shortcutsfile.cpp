// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/settings/shortcutsfile.h"

#include "ui/commands/commands.h"

namespace inbox::ui {

namespace {

constexpr int kMostLetters = 40; // of a line that is shown in a sentence

std::optional<Command> commandNamed(const QString &name)
{
    for (const CommandSpec &spec : Commands::table()) {
        if (name == QLatin1String(spec.name))
            return spec.id;
    }
    return std::nullopt;
}

QString shortened(const QString &text)
{
    return text.size() > kMostLetters ? text.left(kMostLetters) + u'…' : text;
}

} // namespace

QString ShortcutsFile::write(const KeyMap &keys)
{
    QString text =
        QStringLiteral("# Agent Inbox: which keys run which command.\n"
                       "# Several keys are parted by \"; \", two pressed one after the other by \", \".\n"
                       "[keys]\n");
    std::optional<Section> section;
    for (const CommandSpec &spec : Commands::table()) {
        if (section != spec.section)
            text += QStringLiteral("\n# %1\n").arg(Commands::sectionName(spec.section));
        section = spec.section;
        text += QStringLiteral("%1 = %2")
                    .arg(QLatin1String(spec.name), KeyMap::text(keys.keys(spec.id)))
                    .trimmed()
            + u'\n';
    }
    return text;
}

ShortcutsFile::Reading ShortcutsFile::read(const QString &text)
{
    Reading reading;
    QMap<QString, QString> wanted;
    struct Line {
        int number;
        Command command;
        QList<QKeySequence> keys;
    };
    QList<Line> lines;
    const QStringList all = text.split(u'\n');
    for (int i = 0; i < all.size(); ++i) {
        const QString line = all.at(i).trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';') || line.startsWith(u'['))
            continue;
        const auto problem = [&](const QString &what) {
            reading.problems.append(
                tr("Line %1: %2", "of a file; what is wrong with it").arg(i + 1).arg(what));
        };
        const qsizetype equals = line.indexOf(u'=');
        const QString name = line.left(equals).trimmed();
        const auto command = equals > 0 ? commandNamed(name) : std::nullopt;
        const auto keys = KeyMap::fromText(line.mid(equals + 1).trimmed());
        if (equals <= 0)
            problem(tr("“%1” is no command with its keys.").arg(shortened(line)));
        else if (!command)
            problem(tr("There is no command “%1”.").arg(shortened(name)));
        else if (!keys)
            problem(tr("“%1” are no keys.").arg(shortened(line.mid(equals + 1).trimmed())));
        else if (wanted.contains(name))
            problem(tr("“%1” has its keys already.").arg(shortened(name)));
        else {
            wanted.insert(name, KeyMap::text(*keys));
            lines.append({i + 1, *command, *keys});
        }
    }
    // One by one, as a person would enter them: what differs from the table is kept, the rest is the table.
    reading.keys = KeyMap(wanted);
    for (const Line &line : std::as_const(lines)) {
        const QList<QKeySequence> held = reading.keys.keys(line.command);
        reading.keys.setKeys(line.command, held);
        ++reading.commands;
        for (const QKeySequence &each : line.keys) {
            if (held.contains(each))
                continue;
            QString why = KeyMap::refusal(line.command, each);
            const QList<KeyMap::Taken> taken = reading.keys.takenBy(line.command, each);
            if (why.isEmpty() && !taken.isEmpty())
                why = tr("It belongs to “%1”.").arg(Commands::text(taken.first().by));
            reading.problems.append(tr("Line %1: “%2” is left out. %3", "of a file; keys; the reason")
                                        .arg(line.number)
                                        .arg(Commands::keyText(each), why));
        }
    }
    return reading;
}

} // namespace inbox::ui
