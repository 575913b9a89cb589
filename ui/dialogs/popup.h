// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

namespace inbox::ui {

// A small panel over the window that closes on Esc, on a click elsewhere and when something was picked.
// Deletes itself when it closes; GUI thread. Never blocks.
class Popup : public QFrame {
    Q_OBJECT
public:
    explicit Popup(QWidget *parent);

    // Under `anchor`, or above it where there is no room, always on the screen.
    void popupAt(QWidget *anchor);
    // Above `anchor`, or under it where there is no room, so that they end on the same side.
    void popupAbove(QWidget *anchor);
    void popupAbove(const QRect &globalAnchor);
    // As the first, for a place in global coordinates (a row of the thread).
    void popupAt(const QRect &globalAnchor);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Side { Below, Above };
    void popup(const QRect &globalAnchor, Side side, bool endsTogether);
};

} // namespace inbox::ui
