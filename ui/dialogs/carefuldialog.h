// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QElapsedTimer>

class QAbstractButton;

namespace inbox::ui {

// A question whose yes costs money: says it at most once, and not to a key or click that was meant for what
// was on screen before. GUI thread. Never sends anything itself.
class CarefulDialog : public QDialog {
    Q_OBJECT
public:
    // Presses so soon after opening are left-overs: a double click, a held or bouncing key.
    static constexpr int kDeafMs = 500;

    using QDialog::QDialog;

Q_SIGNALS:
    void confirmed(); // at most once

protected:
    // Once; `yes` confirms. What else can have the focus is guarded, too.
    void guard(QAbstractButton *yes, const QList<QWidget *> &others);

    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void confirm();
    bool isDeaf() const;

    QElapsedTimer m_shown;
    QAbstractButton *m_yes = nullptr;
    bool m_confirmed = false;
};

} // namespace inbox::ui
