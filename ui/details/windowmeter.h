// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "services/domain/replystate.h"

#include <QWidget>

namespace inbox::ui {

class PlainLabel;

// The reply window as a bar that empties, with the time left in words beside it and the exact time in the
// tool tip. No bar while there is no window to measure. GUI thread.
class WindowMeter : public QWidget {
    Q_OBJECT
public:
    explicit WindowMeter(QWidget *parent = nullptr);

    void setState(const domain::ReplyState &state, const QDateTime &serverNow);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor barColor() const;

    PlainLabel *m_words;
    domain::Urgency m_urgency = domain::Urgency::None;
    double m_left = -1; // 0…1, negative: no bar
};

} // namespace inbox::ui
