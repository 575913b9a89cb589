// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/keydispatcher.h"

#include "ui/commands/commands.h"
#include "ui/commands/keypress.h"

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
constexpr int kHighestCount = 999;

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
    m_pendingTimer.setSingleShot(true);
    m_pendingTimer.setInterval(kSequencePause);
    connect(&m_pendingTimer, &QTimer::timeout, this, &KeyDispatcher::endPending);
    qApp->installEventFilter(this);
}

void KeyDispatcher::addArea(QWidget *area, Scope scope)
{
    m_areas.append({area, scope});
}

void KeyDispatcher::setSuspended(bool suspended)
{
    m_suspended = suspended;
    endPending();
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

    if (const auto foreign = tellsForeignLayout(*press))
        m_foreignLayout = *foreign;
    const Scope scope = scopeOf(focus);
    if (takeDigit(*press, scope, typing, override)) {
        event->accept();
        return true;
    }

    // The wrong key after a count or the first of two belongs to them: it must not do something else by
    // accident. Unless it is one that nobody presses by accident.
    const bool wasPending = isPending();
    Match found = matchEvent(*press, scope, typing);
    const bool counted = found.full && found.full->repeats;
    if (wasPending && !m_first && found.full && !counted && !worksWhileTyping(found.key))
        found = {};
    if (wasPending && press->key() == Qt::Key_Escape)
        found = {};
    if (found.isEmpty()) {
        if (!wasPending)
            return false;
        event->accept();
        if (!override)
            endPending();
        return true;
    }
    event->accept();
    if (override)
        return true; // the press itself follows
    if (!found.full) {
        m_first = found.key;
        setPending(found.next);
        return true;
    }
    const int times = counted ? qMax(1, m_count) : 1;
    endPending();
    if (!press->isAutoRepeat() || found.full->repeats)
        m_commands.run(found.full->id, times);
    return true;
}

bool KeyDispatcher::takeDigit(const QKeyEvent &press, Scope scope, bool typing, bool override)
{
    const QKeyCombination key = meaningsOf(press, false).value(0, QKeyCombination(Qt::Key_unknown));
    const bool digit =
        key.keyboardModifiers() == Qt::NoModifier && key.key() >= Qt::Key_0 && key.key() <= Qt::Key_9;
    if (!digit || m_first || typing || !kReading.testFlag(scope))
        return false;
    const int value = key.key() - Qt::Key_0;
    if (value == 0 && m_count == 0)
        return false;
    if (override || press.isAutoRepeat())
        return true;
    m_count = qMin(kHighestCount, m_count * 10 + value);
    QList<PendingKeys::Next> next;
    for (const CommandSpec &spec : Commands::table()) {
        if (!spec.repeats)
            continue;
        for (const KeyBinding &binding : m_commands.bindings(spec.id)) {
            if (binding.scopes.testFlag(scope)) {
                next.append({spec.id, binding.keys});
                break;
            }
        }
    }
    setPending(next);
    return true;
}

KeyDispatcher::Match KeyDispatcher::matchEvent(const QKeyEvent &event, Scope scope, bool typing) const
{
    const QList<QKeyCombination> meanings = meaningsOf(event, m_foreignLayout);
    for (const QKeyCombination key : meanings) {
        const Match found = match(key, scope, typing);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

KeyDispatcher::Match KeyDispatcher::match(QKeyCombination key, Scope scope, bool typing) const
{
    Match found;
    found.key = key;
    if (typing && !m_first && !worksWhileTyping(key))
        return found;
    for (const CommandSpec &spec : Commands::table()) {
        for (const KeyBinding &binding : m_commands.bindings(spec.id)) {
            if (!binding.scopes.testFlag(scope))
                continue;
            const bool two = binding.keys.count() == 2;
            if (m_first) {
                if (two && binding.keys[0] == *m_first && binding.keys[1] == key)
                    found.full = &spec;
            } else if (binding.keys[0] == key) {
                if (two)
                    found.next.append({spec.id, QKeySequence(binding.keys[1])});
                else
                    found.full = &spec;
            }
        }
    }
    return found;
}

void KeyDispatcher::setPending(const QList<PendingKeys::Next> &next)
{
    m_pendingTimer.start();
    Q_EMIT pendingChanged({m_count, m_first ? QKeySequence(*m_first) : QKeySequence(), next});
}

void KeyDispatcher::endPending()
{
    m_pendingTimer.stop();
    if (!isPending())
        return;
    m_first.reset();
    m_count = 0;
    Q_EMIT pendingChanged({});
}

} // namespace inbox::ui
