// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace inbox::ui {

// A thin line that says something is being refreshed. Appears only after a moment, so that quick answers do
// not flicker; stands still where the system asks for less movement. Always takes the same room.
class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(QWidget *parent = nullptr);
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_busy = false;
    bool m_shown = false;
    QTimer m_appear;
    QTimer m_step;
    QElapsedTimer m_time;
};

} // namespace inbox::ui
