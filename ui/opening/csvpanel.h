// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/newconversation.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;

namespace inbox::ui {

class Disclosure;
class PlainLabel;

// How a file with a table is read: which column is what, with what stands in its first rows, and below a fold
// what was detected about the file itself. GUI thread.
class CsvPanel : public QWidget {
    Q_OBJECT
public:
    // `composing` outlives the panel.
    explicit CsvPanel(models::NewConversation &composing);

    void update();

private:
    void buildColumns();
    void applyShape();

    models::NewConversation &m_composing;
    PlainLabel *m_name;
    Disclosure *m_more;
    QWidget *m_shape;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QCheckBox *m_header;
    QWidget *m_columns = nullptr;
    models::CsvGlance m_shown;
    QStringList m_variables;
};

} // namespace inbox::ui
