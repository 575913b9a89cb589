// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/theme.h"

#include <QStyleOptionToolButton>
#include <QToolButton>

namespace inbox::ui {

// A button that says by its arrow that it opens a choice. The choice is popped up by whoever owns it: a menu
// set on the button would make every action in it a shortcut of the button.
class DropButton : public QToolButton {
    Q_OBJECT
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override
    {
        // The style keeps room for a menu's arrow twice; ours stands once, close to the words.
        int width = 2 * metrics::kSmall + iconSize().width();
        if (toolButtonStyle() != Qt::ToolButtonIconOnly)
            width += metrics::kGrid + fontMetrics().horizontalAdvance(text()) + metrics::kGrid
                + metrics::kSmallIcon + metrics::kGrid;
        return {width, QToolButton::sizeHint().height()};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override
    {
        QToolButton::initStyleOption(option);
        option->features |= QStyleOptionToolButton::HasMenu;
    }
};

} // namespace inbox::ui
