// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/newconversation.h"

#include <QPointer>
#include <QWidget>

class QFileDialog;
class QPlainTextEdit;
class QPushButton;

namespace inbox::ui {

class ContactsPanel;
class CsvPanel;
class NoticeBar;
class PickButton;
class PlainLabel;

// Whom to write to: contacts where the account takes them, a field to type and paste into, or a file with a
// table, and what was made of it. GUI thread; opens no nested event loop.
class RecipientsPanel : public QWidget {
    Q_OBJECT
public:
    // `composing` outlives the panel.
    explicit RecipientsPanel(models::NewConversation &composing);

    void update();
    void focusField();
    void showRows(bool bad);
    const QString &folder() const { return m_folder; }

private:
    void chooseFile();
    void updateResult();

    models::NewConversation &m_composing;
    ContactsPanel *m_contacts;
    QPlainTextEdit *m_typed;
    PickButton *m_country;
    QPushButton *m_choose;
    CsvPanel *m_csv;
    NoticeBar *m_notice;
    PlainLabel *m_result;
    PlainLabel *m_recent;
    QPushButton *m_showRecipients;
    QPushButton *m_showBad;
    QPointer<QFileDialog> m_dialog;
    QString m_folder; // of the last file
};

} // namespace inbox::ui
