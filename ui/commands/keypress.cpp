// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/keypress.h"

#include <array>

namespace inbox::ui {

namespace {

// Scan codes are platform knowledge: X11 and Wayland count from the evdev codes plus eight, Windows has the
// codes of the PC/AT set 1. Elsewhere the place is not known and only Latin layouts have letter keys.
#if defined(Q_OS_WIN)
constexpr quint32 kFirstRow = 0x10; // Q
constexpr quint32 kSecondRow = 0x1e; // A
constexpr quint32 kThirdRow = 0x2c; // Z
#elif defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
constexpr quint32 kFirstRow = 24;
constexpr quint32 kSecondRow = 38;
constexpr quint32 kThirdRow = 52;
#else
constexpr quint32 kFirstRow = 0xffffff00;
constexpr quint32 kSecondRow = 0xffffff20;
constexpr quint32 kThirdRow = 0xffffff40;
#endif

struct KeyRow {
    quint32 firstCode;
    const char *letters;
};
constexpr std::array<KeyRow, 3> kRows = {
    {{kFirstRow, "QWERTYUIOP"}, {kSecondRow, "ASDFGHJKL"}, {kThirdRow, "ZXCVBNM"}}};

// Past Latin Extended-B; Qt gives its own named keys numbers above Unicode.
constexpr int kFirstForeign = 0x250;

bool isForeignLetter(int key)
{
    return key >= kFirstForeign && key < 0x10000 && QChar(ushort(key)).isLetter();
}

int keyOrLetter(const QKeyEvent &event)
{
    // A platform may name no key for a letter it still writes.
    const bool named = event.key() != 0 && event.key() != Qt::Key_unknown;
    return named || event.text().isEmpty() ? event.key() : event.text().front().toUpper().unicode();
}

// Windows reports AltGr as Ctrl+Alt: what writes a sign with both is no chord.
Qt::KeyboardModifiers chordModifiers(const QKeyEvent &event)
{
    constexpr Qt::KeyboardModifiers altGr = Qt::ControlModifier | Qt::AltModifier;
    const bool writes = !event.text().isEmpty() && event.text().front().isPrint();
    Qt::KeyboardModifiers modifiers = event.modifiers();
    if (writes && (modifiers & altGr) == altGr)
        modifiers = (modifiers & ~altGr) | Qt::GroupSwitchModifier;
    return modifiers;
}

} // namespace

bool isModifierKey(int key)
{
    switch (key) {
    case 0:
    case Qt::Key_unknown:
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
    case Qt::Key_AltGr:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_ScrollLock:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_Hyper_L:
    case Qt::Key_Hyper_R:
    case Qt::Key_Mode_switch:
    case Qt::Key_Multi_key:
        return true;
    default:
        return false;
    }
}

bool isLatinLetter(int key)
{
    return key >= Qt::Key_A && key <= Qt::Key_Z;
}

bool isPrintableKey(int key)
{
    return key > Qt::Key_Space && key < Qt::Key_Escape;
}

QKeyCombination normalizedKey(int key, Qt::KeyboardModifiers modifiers)
{
    modifiers &= Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (key == Qt::Key_Enter)
        key = Qt::Key_Return;
    const bool letter = key < 0x10000 && QChar(ushort(key)).isLetter();
    if (isPrintableKey(key) && !letter)
        modifiers &= ~Qt::ShiftModifier;
    return QKeyCombination(modifiers, Qt::Key(key));
}

bool worksWhileTyping(QKeyCombination key)
{
    const bool function = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return function || key.key() == Qt::Key_Escape
        || (key.keyboardModifiers() & (Qt::ControlModifier | Qt::MetaModifier));
}

Qt::Key latinKeyAtPosition(const QKeyEvent &event, bool foreignLayout)
{
    const int key = keyOrLetter(event);
    const bool foreign =
        isForeignLetter(key) || (foreignLayout && isPrintableKey(key) && !isLatinLetter(key));
    const quint32 code = event.nativeScanCode();
    if (!foreign || code == 0)
        return Qt::Key_unknown;
    for (const KeyRow &row : kRows) {
        const auto count = quint32(std::char_traits<char>::length(row.letters));
        if (code >= row.firstCode && code - row.firstCode < count)
            return Qt::Key(row.letters[code - row.firstCode]);
    }
    return Qt::Key_unknown;
}

std::optional<bool> tellsForeignLayout(const QKeyEvent &event)
{
    const int key = keyOrLetter(event);
    if (isForeignLetter(key))
        return true;
    if (isLatinLetter(key) && event.modifiers() == Qt::NoModifier)
        return false;
    return std::nullopt;
}

QList<QKeyCombination> meaningsOf(const QKeyEvent &event, bool foreignLayout)
{
    const Qt::KeyboardModifiers modifiers = chordModifiers(event);
    const int key = keyOrLetter(event);
    QList<QKeyCombination> meanings;
    // With AltGr a layout without a third level gives the plain letter: nobody means a command by it.
    if (!(isLatinLetter(key) && (modifiers & Qt::GroupSwitchModifier)))
        meanings.append(normalizedKey(key, modifiers));
    switch (key) {
    case 0x061f: // Arabic question mark
        meanings.append(normalizedKey(Qt::Key_Question, modifiers));
        break;
    case 0x061b: // Arabic semicolon
    case 0x037e: // Greek question mark, which looks like one
        meanings.append(normalizedKey(Qt::Key_Semicolon, modifiers));
        break;
    case 0x060c: // Arabic comma
        meanings.append(normalizedKey(Qt::Key_Comma, modifiers));
        break;
    default:
        break;
    }
    if (const Qt::Key latin = latinKeyAtPosition(event, foreignLayout); latin != Qt::Key_unknown)
        meanings.append(normalizedKey(latin, modifiers));
    return meanings;
}

QKeyCombination keyToRecord(const QKeyEvent &event)
{
    const Qt::Key latin = latinKeyAtPosition(event);
    return normalizedKey(latin != Qt::Key_unknown ? int(latin) : keyOrLetter(event), chordModifiers(event));
}

} // namespace inbox::ui
