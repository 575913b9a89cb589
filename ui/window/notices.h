// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/noticebar.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace inbox::ui {

// The quiet corner where the window says what did not work, or what just happened. Floats over the panes,
// takes no focus and no keys. What went wrong stays until dismissed or pushed out by three newer ones; what
// merely happened goes by itself. Owned by the window; GUI thread.
class Notices : public QWidget {
    Q_OBJECT
public:
    // Keeps itself in the upper middle of `parent`, below its bars.
    explicit Notices(QWidget *parent);

    void show(NoticeBar::Kind kind, const QString &text);
    void dismissAll();
    // What merely happened is about what was on screen then.
    void dismissPassing();
    bool isEmpty() const { return m_bars.isEmpty(); }
    QStringList texts() const;
    void place();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remove(NoticeBar *bar);

    QVBoxLayout *m_layout;
    QList<NoticeBar *> m_bars;
};

} // namespace inbox::ui
