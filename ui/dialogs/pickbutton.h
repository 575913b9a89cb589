// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/choicelist.h"

#include <QPushButton>

namespace inbox::ui {

// One thing out of many, shown as a field: Enter, Space or Down opens the list, typing narrows it. GUI
// thread.
class PickButton : public QPushButton {
    Q_OBJECT
public:
    // `name`: what is picked, for screen readers; `placeholder`: of the field that narrows the list; empty:
    // there is none.
    PickButton(const QString &name, const QString &placeholder, QWidget *parent = nullptr);

    // What is picked stays when it is still there.
    void setChoices(const QList<Choice> &choices);
    void setPicked(const QString &id);
    const QString &pickedId() const { return m_picked; }
    // While nothing is picked.
    void setNothing(const QString &text);
    void openList();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void picked(const QString &id); // by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Choice *choice() const;
    void showPicked();

    const QString m_name;
    const QString m_placeholder;
    QString m_nothing;
    QList<Choice> m_choices;
    QString m_picked;
};

} // namespace inbox::ui
