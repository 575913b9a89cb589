// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QKeyEvent>
#include <QList>

namespace inbox::ui {

// What a key press can mean. Pure functions, shared by the dispatcher and by whoever records keys.

// Shift, a lock, a group switch, the Compose key: they change other keys and mean nothing alone.
bool isModifierKey(int key);
bool isLatinLetter(int key);
// Writes a sign or a letter of any script, going by the key alone.
bool isPrintableKey(int key);
// The form in which keys are bound and compared: Enter is Return, and Shift counts for letters and named keys
// only, because it is part of how "?" or "/" is typed on some layouts.
QKeyCombination normalizedKey(int key, Qt::KeyboardModifiers modifiers);
// Keys that write nothing, hence are safe in a text field: with Ctrl or Meta, function keys, Esc.
bool worksWhileTyping(QKeyCombination key);

// The Latin letter printed on the pressed key's place (US order) when the layout gives a letter of another
// script, so that J is J with a Russian or Arabic layout too. With `foreignLayout` also when it gives a sign
// there, as Hebrew layouts do on Q and W. Key_unknown when the key is no such letter or the platform does
// not tell the place.
Qt::Key latinKeyAtPosition(const QKeyEvent &event, bool foreignLayout = false);

// Whether the layout has shown to have no Latin letters: true for a letter of another script, false for a
// Latin one, nothing for any other key. Latin capitals of a Hebrew layout say nothing.
std::optional<bool> tellsForeignLayout(const QKeyEvent &event);

// Everything `event` can stand for, most likely first: what it writes, the same sign of another script
// ("؟" for "?"), the Latin letter at its place.
QList<QKeyCombination> meaningsOf(const QKeyEvent &event, bool foreignLayout);

// What is to be kept of a key somebody chooses: what it writes, but the Latin letter of its place for a
// letter of another script, so that the choice holds when the layout changes.
QKeyCombination keyToRecord(const QKeyEvent &event);

} // namespace inbox::ui
