// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/keymap.h"

#include "ui/commands/commands.h"
#include "ui/commands/keypress.h"

#include <algorithm>
#include <array>

namespace inbox::ui {

namespace {

constexpr int kMostChords = 2;
constexpr Scopes kTypingScopes = Scope::Composer | Scope::Details | Scope::Elsewhere;
const QLatin1String kBetween("; ");

QList<QKeySequence> tableKeys(const CommandSpec &spec)
{
    QList<QKeySequence> keys;
    for (const KeyBinding &binding : spec.bindings)
        keys.append(binding.keys);
    return keys;
}

const CommandSpec *specNamed(const QString &name)
{
    const auto &table = Commands::table();
    const auto found = std::find_if(table.cbegin(), table.cend(), [&name](const CommandSpec &spec) {
        return name == QLatin1String(spec.name);
    });
    return found == table.cend() ? nullptr : &*found;
}

// Where keys that the person has chosen count.
Scopes scopesFor(const CommandSpec &spec, const QKeySequence &keys)
{
    Scopes own;
    for (const KeyBinding &binding : spec.bindings) {
        if (binding.keys == keys)
            return binding.scopes;
        own |= binding.scopes;
    }
    const bool general = !own || own == kReading;
    if (worksWhileTyping(keys[0]))
        return general ? kEverywhere : own;
    return general ? kReading : own & kReading;
}

// What every text field understands; a command on it would take it away from whoever writes.
bool editsText(QKeyCombination key)
{
    constexpr std::array moving{Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,       Qt::Key_Down,
                                Qt::Key_Home,   Qt::Key_End,    Qt::Key_PageUp,   Qt::Key_PageDown,
                                Qt::Key_Delete, Qt::Key_Insert, Qt::Key_Backspace};
    if (std::find(moving.begin(), moving.end(), key.key()) != moving.end())
        return true;
    constexpr std::array letters{Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Y, Qt::Key_Z};
    const bool plain = key.keyboardModifiers() == Qt::ControlModifier;
    const bool redo = key == (Qt::ControlModifier | Qt::ShiftModifier | Qt::Key_Z);
    return redo || (plain && std::find(letters.begin(), letters.end(), key.key()) != letters.end());
}

bool collide(const QKeySequence &one, const QKeySequence &other)
{
    const int common = qMin(one.count(), other.count());
    for (int i = 0; i < common; ++i) {
        if (one[uint(i)] != other[uint(i)])
            return false;
    }
    return common > 0;
}

} // namespace

KeyMap::KeyMap(const QMap<QString, QString> &changed)
{
    for (auto it = changed.cbegin(); it != changed.cend(); ++it) {
        const CommandSpec *spec = specNamed(it.key());
        if (!spec)
            m_foreign.insert(it.key(), it.value());
        else if (const auto keys = fromText(it.value()))
            m_chosen.insert(spec->id, *keys);
    }
    rebuild();
}

QList<QKeySequence> KeyMap::keys(Command command) const
{
    QList<QKeySequence> keys;
    for (const KeyBinding &binding : bindings(command))
        keys.append(binding.keys);
    return keys;
}

bool KeyMap::isChanged(Command command) const
{
    return keys(command) != tableKeys(Commands::spec(command));
}

QMap<QString, QString> KeyMap::changed() const
{
    QMap<QString, QString> all = m_foreign;
    for (auto it = m_chosen.cbegin(); it != m_chosen.cend(); ++it)
        all.insert(QLatin1String(Commands::spec(it.key()).name), text(it.value()));
    return all;
}

bool KeyMap::isFixed(Command command, const QKeySequence &keys)
{
    return (command == Command::Back && keys == QKeySequence(Qt::Key_Escape))
        || (command == Command::Send && keys == QKeySequence(Qt::ControlModifier | Qt::Key_Return));
}

QString KeyMap::refusal(Command command, const QKeySequence &keys)
{
    const CommandSpec &spec = Commands::spec(command);
    if (tableKeys(spec).contains(keys))
        return {};
    if (keys.isEmpty() || keys.count() > kMostChords)
        return tr("One key or two, one after the other.");
    for (int i = 0; i < keys.count(); ++i) {
        const QKeyCombination key = keys[uint(i)];
        if (isModifierKey(key.key()))
            return tr("This key does nothing alone.");
        if (key.key() == Qt::Key_Escape)
            return tr("Esc always leads back.");
        if (key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab)
            return tr("Tab always moves to the next field.");
        if ((key.keyboardModifiers() & Qt::AltModifier) && isPrintableKey(key.key()))
            return tr("Alt with a letter writes other letters in some languages.");
    }
    const QKeyCombination first = keys[0];
    if (first.keyboardModifiers() == Qt::NoModifier && first.key() >= Qt::Key_0 && first.key() <= Qt::Key_9)
        return tr("Digits say how many times the next key counts.");
    const Scopes scopes = scopesFor(spec, keys);
    if (!scopes)
        return tr("This is needed while you type: use Ctrl with another key, or a function key.");
    if ((scopes & kTypingScopes) && editsText(first))
        return tr("Text fields need this key.");
    return {};
}

QList<KeyMap::Taken> KeyMap::takenBy(Command command, const QKeySequence &keys) const
{
    const Scopes scopes = scopesFor(Commands::spec(command), keys);
    QList<Taken> taken;
    for (const CommandSpec &other : Commands::table()) {
        for (const KeyBinding &binding : bindings(other.id)) {
            // Of its own keys none may begin another either, but the same once more is no conflict.
            if (other.id == command && binding.keys == keys)
                continue;
            if ((binding.scopes & scopes) && collide(binding.keys, keys))
                taken.append({other.id, binding.keys});
        }
    }
    return taken;
}

void KeyMap::setKeys(Command command, const QList<QKeySequence> &keys)
{
    if (keys == tableKeys(Commands::spec(command)))
        m_chosen.remove(command);
    else
        m_chosen.insert(command, keys);
    rebuild();
}

void KeyMap::reset(Command command)
{
    m_chosen.remove(command);
    rebuild();
}

void KeyMap::take(Command command, const QKeySequence &keys, const QKeySequence &instead)
{
    const QList<Taken> others = takenBy(command, keys);
    for (const Taken &other : others) {
        if (isFixed(other.by, other.keys))
            continue;
        QList<QKeySequence> left = this->keys(other.by);
        left.removeOne(other.keys);
        setKeys(other.by, left);
    }
    QList<QKeySequence> own = this->keys(command);
    if (own.contains(keys)) {
        own.removeOne(instead == keys ? QKeySequence() : instead);
    } else if (const qsizetype at = own.indexOf(instead); at >= 0) {
        own[at] = keys;
    } else {
        own.append(keys);
    }
    setKeys(command, own);
}

QString KeyMap::text(const QList<QKeySequence> &keys)
{
    QStringList parts;
    for (const QKeySequence &each : keys)
        parts.append(each.toString(QKeySequence::PortableText));
    return parts.join(kBetween);
}

std::optional<QList<QKeySequence>> KeyMap::fromText(const QString &text)
{
    QList<QKeySequence> keys;
    if (text.trimmed().isEmpty())
        return keys;
    const QStringList parts = text.split(kBetween);
    for (const QString &part : parts) {
        const QKeySequence read = QKeySequence::fromString(part.trimmed(), QKeySequence::PortableText);
        if (read.isEmpty() || read.count() > kMostChords)
            return std::nullopt;
        std::array<QKeyCombination, kMostChords> chords{Qt::Key(0), Qt::Key(0)};
        for (int i = 0; i < read.count(); ++i) {
            if (isModifierKey(read[uint(i)].key()))
                return std::nullopt;
            chords[size_t(i)] = normalizedKey(read[uint(i)].key(), read[uint(i)].keyboardModifiers());
        }
        const QKeySequence clean =
            read.count() == 1 ? QKeySequence(chords[0]) : QKeySequence(chords[0], chords[1]);
        if (!keys.contains(clean))
            keys.append(clean);
    }
    return keys;
}

bool KeyMap::isFree(Command command, const KeyBinding &binding) const
{
    return takenBy(command, binding.keys).isEmpty();
}

void KeyMap::rebuild()
{
    const QList<CommandSpec> &table = Commands::table();
    m_bindings = QList<QList<KeyBinding>>(table.size());
    const auto give = [this](const CommandSpec &spec, const KeyBinding &binding) {
        if (isFree(spec.id, binding))
            m_bindings[int(spec.id)].append(binding);
    };
    for (const CommandSpec &spec : table) {
        for (const KeyBinding &binding : spec.bindings) {
            if (m_chosen.contains(spec.id) && isFixed(spec.id, binding.keys))
                give(spec, binding);
        }
    }
    for (auto it = m_chosen.cbegin(); it != m_chosen.cend(); ++it) {
        const CommandSpec &spec = Commands::spec(it.key());
        for (const QKeySequence &keys : it.value()) {
            if (!isFixed(spec.id, keys) && refusal(spec.id, keys).isEmpty())
                give(spec, {keys, scopesFor(spec, keys)});
        }
    }
    for (const CommandSpec &spec : table) {
        if (!m_chosen.contains(spec.id)) {
            for (const KeyBinding &binding : spec.bindings)
                give(spec, binding);
        }
    }
}

} // namespace inbox::ui
