// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QString>

namespace inbox::ui {

// A tag's colour as the API has it: a CSS name or hex digits with or without their #, in any case. Made
// darker or lighter where it has to be: a mark, so 3:1 on every ground a row can have, and opaque. Invalid:
// no colour is meant. GUI thread; cheap enough to ask while painting.
QColor tagColor(const QString &raw, bool dark);
QColor tagColor(const QString &raw); // of the present theme

} // namespace inbox::ui
