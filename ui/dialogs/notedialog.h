// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/inboxactions.h"
#include "models/preferences.h"

#include <QDialog>
#include <QKeySequence>

class QPlainTextEdit;
class QPushButton;

namespace inbox::ui {

// A note for colleagues about one customer, which the customer never sees. Shown with open(); GUI thread.
// Never saves anything itself.
class NoteDialog : public QDialog {
    Q_OBJECT
public:
    // `customer`: by name; `text`: what was written before. The key that saves is the one that sends.
    NoteDialog(const QString &customer, const QString &text, models::SendKey key, QWidget *parent = nullptr);

    // Puts the caret at its end, unless that stands there already.
    void setText(const QString &text);
    // Of the conversation's account; with these keys and with a slash. `actions` outlives the dialog.
    void offerSnippets(models::InboxActions &actions, const domain::ConversationKey &key,
                       const QList<QKeySequence> &keys);

Q_SIGNALS:
    void written(const QString &text); // at most once, never blank
    void typed(const QString &text); // with each change: to be kept, whatever becomes of the dialog

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void save();

    const models::SendKey m_key;
    QPlainTextEdit *m_field;
    QPushButton *m_save;
};

} // namespace inbox::ui
