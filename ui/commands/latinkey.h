// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QKeyEvent>

namespace inbox::ui {

// The Latin letter printed on the pressed key's place (US order) when the layout gives a letter of another
// script, so that J is J with a Russian or Arabic layout too. Key_unknown when the key is no such letter or
// the platform does not tell the place.
Qt::Key latinKeyAtPosition(const QKeyEvent &event);

} // namespace inbox::ui
