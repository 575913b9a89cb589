// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace inbox::ui {

// A button that shows or hides what stands below it. GUI thread.
class Disclosure : public QToolButton {
    Q_OBJECT
public:
    explicit Disclosure(const QString &text, QWidget *parent = nullptr);

    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    // The words give way where there is no room for them.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void openChanged(bool open);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showState();

    bool m_open = false;
};

} // namespace inbox::ui
