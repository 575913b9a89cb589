// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/newconversation.h"

#include <QDialog>

namespace inbox::ui {

class FileSaver;

// Who will be written to, or which rows are kept out and why. Shown with open(); follows the recipients; GUI
// thread.
class RowsDialog : public QDialog {
    Q_OBJECT
public:
    enum class Rows { Recipients, Bad };

    // `composing` outlives the dialog.
    RowsDialog(models::NewConversation &composing, Rows rows, QWidget *parent);

private:
    void save();

    models::NewConversation &m_composing;
    FileSaver *m_saver;
};

} // namespace inbox::ui
