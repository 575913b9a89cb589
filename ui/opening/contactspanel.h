// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/newconversation.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace inbox::ui {

class LinesList;
class PickButton;
class PlainLabel;

// People the account knows already: a field that searches them, what was found, and who was chosen. Keys go
// to the field, arrows and Enter to what was found, so nobody has to change between them. GUI thread.
class ContactsPanel : public QWidget {
    Q_OBJECT
public:
    // `composing` outlives the panel.
    explicit ContactsPanel(models::NewConversation &composing);

    void update();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeChosen();
    QWidget *makeEnvironment();
    void showFound();
    void step(int by);
    void addCurrent();
    void removeCurrent();
    bool pressedInField(int key);

    models::NewConversation &m_composing;
    QLineEdit *m_field;
    LinesList *m_found;
    PlainLabel *m_said;
    LinesList *m_chosen;
    QPushButton *m_remove;
    QWidget *m_chosenBox;
    PickButton *m_environment;
    PlainLabel *m_warning;
    QWidget *m_environmentBox;
};

} // namespace inbox::ui
