// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/plainlabel.h"

#include <deque>
#include <memory>

namespace inbox::ui {

// A wrapped label whose words can be selected with the mouse and copied. QLabel would lay a document out
// about twenty times for that, which takes seconds where the letters are not those of the font; here each
// width costs one pass. Breaks inside a word that is too long for a line. GUI thread.
class SelectableLabel : public PlainLabel {
    Q_OBJECT
public:
    explicit SelectableLabel(Tone tone = Tone::Normal, Size size = Size::Base, QWidget *parent = nullptr);
    ~SelectableLabel() override;

    QString selection() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Layout;

    const Layout &layoutFor(int width) const;
    int contentWidth(int width) const;
    QPoint origin() const;
    int positionAt(const QPoint &point) const;
    void select(int from, int to);
    void copy() const;

    mutable std::deque<std::unique_ptr<Layout>> m_layouts; // of the widths asked for last
    // Between two positions of the text that was shown then.
    QString m_selectedIn;
    int m_from = 0;
    int m_to = 0;
};

} // namespace inbox::ui
