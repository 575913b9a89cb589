// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/newconversation.h"

#include <QWidget>

class QLineEdit;

namespace inbox::ui {

class PlainLabel;

// What stands in the template's places: one field each, for everybody who brings no value of their own. Where
// the API names none the person does. GUI thread.
class VariablesPanel : public QWidget {
    Q_OBJECT
public:
    // `composing` outlives the panel.
    explicit VariablesPanel(models::NewConversation &composing);

    void update();
    bool isNeeded() const; // there is something to fill in or to name
    void focusField(const QStringList &keys); // the first of them
    // Marks what is missing; until then an empty field is no reproach.
    void setStrict(bool strict);

private:
    struct Field {
        QString key;
        QLineEdit *line;
        PlainLabel *about;
    };

    void build();
    QWidget *makeAdding();

    models::NewConversation &m_composing;
    QWidget *m_content = nullptr;
    QList<domain::TemplateVariable> m_shown;
    bool m_naming = false; // the person may name more
    bool m_strict = false;
    QList<Field> m_fields;
};

} // namespace inbox::ui
