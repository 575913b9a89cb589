// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/plainlabel.h"

namespace inbox::ui {

// Keys as they are written, drawn as a little cap. GUI thread.
class KeyCap : public PlainLabel {
    Q_OBJECT
public:
    explicit KeyCap(const QString &keys, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace inbox::ui
