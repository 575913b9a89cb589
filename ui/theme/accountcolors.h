// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QString>

namespace inbox::ui {

// The palette accounts are told apart by: marks, so 3:1 on every ground a row can have. `index` as in
// domain::AccountConfig::color; anything else gives an invalid colour.
QColor accountColor(int index, bool dark);
QColor accountColor(int index); // of the present theme
QString accountColorName(int index); // "Blue": a colour never stands without a word

} // namespace inbox::ui
