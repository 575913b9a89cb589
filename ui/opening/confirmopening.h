// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/carefuldialog.h"

namespace inbox::models {
class NewConversation;
}

namespace inbox::ui {

// The question before anything leaves: how many messages, to whom, from which number, what it costs, who of
// them was written to already today. Shown with open(); GUI thread.
class ConfirmOpening : public CarefulDialog {
    Q_OBJECT
public:
    // From so many on a single press is not enough.
    static constexpr int kMany = 50;

    ConfirmOpening(const models::NewConversation &composing, QWidget *parent);
};

} // namespace inbox::ui
