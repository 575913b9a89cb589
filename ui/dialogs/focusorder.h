// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace inbox::ui {

// Tab goes through what is in `root` as its layouts have it: what was made anew stands where it is seen, not
// behind everything else.
void followTheEye(QWidget *root);

} // namespace inbox::ui
