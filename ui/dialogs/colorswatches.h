// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QButtonGroup;

namespace inbox::ui {

// The choice of an account's colour: one disc for each of the palette, the chosen one with a tick. Tab leads
// to the chosen one, the arrow keys go on from there; each says its colour's name. GUI thread.
class ColorSwatches : public QWidget {
    Q_OBJECT
public:
    explicit ColorSwatches(QWidget *parent = nullptr);

    int color() const; // as in domain::AccountConfig::color
    void setColor(int color);

private:
    QButtonGroup *m_group;
};

} // namespace inbox::ui
