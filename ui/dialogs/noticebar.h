// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/selectablelabel.h"

#include <QFrame>

class QToolButton;

namespace inbox::ui {

// One or two sentences about what just happened, inside the pane they belong to, until they are dismissed.
// Announced to screen readers when they appear. Never takes the focus, never goes away by itself.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Success, Warning, Problem };

    explicit NoticeBar(QWidget *parent = nullptr);

    void showNotice(Kind kind, const QString &text);
    void clear();
    QString text() const { return m_label->text(); }
    Kind kind() const { return m_kind; }

Q_SIGNALS:
    void dismissed(); // by the person, not by clear()

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTone();

    SelectableLabel *m_label;
    QToolButton *m_close;
    Kind m_kind = Kind::Information;
};

} // namespace inbox::ui
