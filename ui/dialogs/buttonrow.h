// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QAbstractButton;

namespace inbox::ui {

// Buttons side by side, or below each other where large text or a narrow place leaves no room. GUI thread.
class ButtonRow : public QWidget {
public:
    enum class Side { Leading, Trailing };

    explicit ButtonRow(QWidget *parent = nullptr);

    // Takes the button. On the trailing side, too, the first one added stands first.
    void addButton(QAbstractButton *button, Side side);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry {
        QAbstractButton *button;
        Side side;
    };

    QList<Entry> shown() const;
    void place();

    QList<Entry> m_entries;
};

} // namespace inbox::ui
