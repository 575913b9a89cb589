// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/keydispatcher.h"

#include "ui/commands/commands.h"
#include "ui/commands/latinkey.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QWidget>

namespace inbox::ui {

namespace {

constexpr std::chrono::milliseconds kSequencePause{1000};

bool isTyping(const QWidget *focus)
{
    if (auto *line = qobject_cast<const QLineEdit *>(focus))
        return !line->isReadOnly();
    if (auto *edit = qobject_cast<const QTextEdit *>(focus))
        return !edit->isReadOnly();
    if (auto *edit = qobject_cast<const QPlainTextEdit *>(focus))
        return !edit->isReadOnly();
    if (auto *combo = qobject_cast<const QComboBox *>(focus))
        return combo->isEditable();
    return qobject_cast<const QAbstractSpinBox *>(focus) != nullptr;
}

bool isModifierKey(int key)
{
    switch (key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
    case Qt::Key_AltGr:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
        return true;
    default:
        return false;
    }
}

bool isLetter(int key)
{
    return key >= Qt::Key_A && key <= Qt::Key_Z;
}

// Shift is part of how "?" or "/" is typed on some layouts, so it counts for letters and named keys only.
QKeyCombination normalized(int key, Qt::KeyboardModifiers modifiers)
{
    modifiers &= Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (key == Qt::Key_Enter)
        key = Qt::Key_Return;
    const bool printable = key > Qt::Key_Space && key < Qt::Key_Escape;
    if (printable && !isLetter(key))
        modifiers &= ~Qt::ShiftModifier;
    return QKeyCombination(modifiers, Qt::Key(key));
}

// Keys that write nothing, hence are safe in a text field.
bool worksWhileTyping(QKeyCombination key)
{
    const bool function = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return function || key.key() == Qt::Key_Escape
        || (key.keyboardModifiers() & (Qt::ControlModifier | Qt::MetaModifier));
}

bool pressesButton(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
}

} // namespace

KeyDispatcher::KeyDispatcher(Commands &commands, QWidget &window)
    : QObject(&window)
    , m_commands(commands)
    , m_window(window)
{
    m_sequenceTimer.setSingleShot(true);
    m_sequenceTimer.setInterval(kSequencePause);
    connect(&m_sequenceTimer, &QTimer::timeout, this, &KeyDispatcher::endSequence);
    qApp->installEventFilter(this);
}

void KeyDispatcher::addArea(QWidget *area, Scope scope)
{
    m_areas.append({area, scope});
}

void KeyDispatcher::setSuspended(bool suspended)
{
    m_suspended = suspended;
    endSequence();
}

Scope KeyDispatcher::scopeOf(const QWidget *focus) const
{
    // Nothing has the focus: the list is what a person sees as the start.
    if (!focus || focus == &m_window)
        return Scope::List;
    for (const QWidget *w = focus; w; w = w->parentWidget()) {
        for (const Area &area : m_areas) {
            if (area.widget == w)
                return area.scope;
        }
    }
    return Scope::Elsewhere;
}

bool KeyDispatcher::eventFilter(QObject *watched, QEvent *event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (m_suspended || (!override && event->type() != QEvent::KeyPress))
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    // A menu, a popup or a dialog is a window of its own and keeps its keys.
    if (!widget || widget->window() != &m_window || QApplication::activePopupWidget())
        return false;

    auto *press = static_cast<QKeyEvent *>(event);
    if (isModifierKey(press->key()))
        return false;
    QWidget *focus = m_window.focusWidget();
    // A press climbs from the focus widget to its parents; it is judged once, at the start.
    if (widget != (focus ? focus : &m_window))
        return false;
    const bool typing = isTyping(focus);
    if (auto *button = qobject_cast<QAbstractButton *>(focus);
        button && press->modifiers() == Qt::NoModifier && pressesButton(press->key())) {
        if (press->key() == Qt::Key_Space)
            return false;
        if (!override && !press->isAutoRepeat())
            button->click();
        event->accept();
        return true;
    }

    const Match found = matchEvent(*press, scopeOf(focus), typing);
    const bool inSequence = m_first.has_value();
    if (!found.full && found.partial.isEmpty()) {
        if (override)
            return false;
        endSequence();
        // The wrong second key belongs to the sequence: it must not do something else by accident.
        return inSequence;
    }
    event->accept();
    if (override)
        return true; // the press itself follows
    if (!found.full) {
        m_first = normalized(press->key(), press->modifiers());
        if (const Qt::Key latin = latinKeyAtPosition(*press); latin != Qt::Key_unknown)
            m_first = normalized(latin, press->modifiers());
        m_sequenceTimer.start();
        Q_EMIT sequenceChanged(found.partial);
        return true;
    }
    endSequence();
    if (!press->isAutoRepeat() || found.full->repeats)
        m_commands.run(found.full->id);
    return true;
}

KeyDispatcher::Match KeyDispatcher::matchEvent(const QKeyEvent &event, Scope scope, bool typing) const
{
    Match found = match(normalized(event.key(), event.modifiers()), scope, typing);
    if (!found.full && found.partial.isEmpty()) {
        if (const Qt::Key latin = latinKeyAtPosition(event); latin != Qt::Key_unknown)
            found = match(normalized(latin, event.modifiers()), scope, typing);
    }
    return found;
}

KeyDispatcher::Match KeyDispatcher::match(QKeyCombination key, Scope scope, bool typing) const
{
    Match found;
    if (typing && !worksWhileTyping(key))
        return found;
    for (const CommandSpec &spec : Commands::table()) {
        for (const KeyBinding &binding : spec.bindings) {
            if (!binding.scopes.testFlag(scope))
                continue;
            if (m_first) {
                if (binding.keys.count() == 2 && binding.keys[0] == *m_first && binding.keys[1] == key)
                    found.full = &spec;
            } else if (binding.keys[0] == key) {
                if (binding.keys.count() == 1)
                    found.full = &spec;
                else
                    found.partial.append(spec.id);
            }
        }
    }
    return found;
}

void KeyDispatcher::endSequence()
{
    m_sequenceTimer.stop();
    if (!m_first)
        return;
    m_first.reset();
    Q_EMIT sequenceChanged({});
}

} // namespace inbox::ui
