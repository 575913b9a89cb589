// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "ui/commands/latinkey.h"

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

} // namespace

Qt::Key latinKeyAtPosition(const QKeyEvent &event)
{
    const QString text = event.text();
    const bool foreignLetter =
        !text.isEmpty() && text.front().isLetter() && text.front().unicode() > 0x24f; // past Latin Extended-B
    const quint32 code = event.nativeScanCode();
    if (!foreignLetter || code == 0)
        return Qt::Key_unknown;
    for (const KeyRow &row : kRows) {
        const auto count = quint32(std::char_traits<char>::length(row.letters));
        if (code >= row.firstCode && code - row.firstCode < count)
            return Qt::Key(row.letters[code - row.firstCode]);
    }
    return Qt::Key_unknown;
}

} // namespace inbox::ui
