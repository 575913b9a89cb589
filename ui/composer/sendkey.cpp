// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/composer/sendkey.h"

#include "ui/commands/commands.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>

namespace inbox::ui {

EnterPress enterPress(const QKeyEvent &event, models::SendKey key, const QPlainTextEdit &field)
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return EnterPress::None;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool sends =
        modifiers == Qt::ControlModifier || (modifiers == Qt::NoModifier && key == models::SendKey::Enter);
    if (sends)
        return event.isAutoRepeat() || isComposing(field) ? EnterPress::None : EnterPress::Send;
    return modifiers & ~Qt::ShiftModifier ? EnterPress::None : EnterPress::NewLine;
}

bool isComposing(const QPlainTextEdit &field)
{
    const QTextLayout *layout = field.textCursor().block().layout();
    return layout && !layout->preeditAreaText().isEmpty();
}

QString sendKeyText(models::SendKey key)
{
    const Qt::KeyboardModifiers modifiers =
        key == models::SendKey::Enter ? Qt::NoModifier : Qt::ControlModifier;
    return Commands::keyText(QKeySequence(QKeyCombination(modifiers, Qt::Key_Return)));
}

} // namespace inbox::ui
