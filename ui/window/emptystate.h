// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;

namespace inbox::ui {

class PlainLabel;

// What stands in a pane that has nothing to show: why, and the one thing to do next. Owned by its pane.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    // An empty `button` shows none.
    void setContent(QLatin1String icon, const QString &title, const QString &text,
                    const QString &button = {});
    QString title() const;

Q_SIGNALS:
    void pressed();

private:
    void paintIcon();

    QString m_iconName;
    PlainLabel *m_icon;
    PlainLabel *m_title;
    PlainLabel *m_text;
    QPushButton *m_button;
};

} // namespace inbox::ui
