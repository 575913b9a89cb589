// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/preferences.h"

#include <QString>

class QKeyEvent;
class QPlainTextEdit;

namespace inbox::ui {

// What a press of Enter means in a field whose text is sent or saved.
enum class EnterPress { None, NewLine, Send };

// None: it is another key, or it belongs to the input method that is composing in `field`. A held key sends
// nothing, it would send what is typed next; that is None too. Ctrl+Enter always sends; Enter alone does with
// that choice, and Shift+Enter then begins a line.
EnterPress enterPress(const QKeyEvent &event, models::SendKey key, const QPlainTextEdit &field);
bool isComposing(const QPlainTextEdit &field);
// As people write the key.
QString sendKeyText(models::SendKey key);

} // namespace inbox::ui
