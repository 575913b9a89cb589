// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/commands/keydispatcher.h"
#include "ui/dialogs/plainlabel.h"

namespace inbox::ui {

// What has been pressed of a count or a sequence and what may follow, at the window's lower edge until it
// has ended. Owned by the window; GUI thread; never takes the focus.
class SequenceHint : public PlainLabel {
    Q_OBJECT
public:
    explicit SequenceHint(QWidget *window);

    void showPending(const PendingKeys &pending);
};

} // namespace inbox::ui
