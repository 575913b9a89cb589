// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyleOptionToolButton>
#include <QToolButton>

namespace inbox::ui {

// A button that says by its arrow that it opens a choice. The choice is popped up by whoever owns it: a menu
// set on the button would make every action in it a shortcut of the button.
class DropButton : public QToolButton {
    Q_OBJECT
public:
    using QToolButton::QToolButton;

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override
    {
        QToolButton::initStyleOption(option);
        option->features |= QStyleOptionToolButton::HasMenu;
    }
};

} // namespace inbox::ui
