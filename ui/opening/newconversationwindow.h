// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/newconversation.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QBoxLayout;
class QPushButton;
class QScrollArea;
class QStackedLayout;

namespace inbox::ui {

class ConfirmOpening;
class EmptyState;
class MessagePanel;
class MessagePreview;
class NoticeBar;
class PlainLabel;
class RecipientsPanel;
class VariablesPanel;

// Begins conversations: from which account, with what, to whom; beside it what the customer will see; and the
// question before anything leaves. Closing it loses nothing. Not modal, owned by the main window, kept while
// hidden; GUI thread.
class NewConversationWindow : public QDialog {
    Q_OBJECT
public:
    // `composing` outlives the window.
    NewConversationWindow(models::NewConversation &composing, QWidget *parent);

    void present(const domain::AccountId &preferred);
    // Asks before sending; says what is missing instead while something is.
    void goOn();

Q_SIGNALS:
    void started(const inbox::domain::AccountId &account, const inbox::domain::OpeningId &id, int recipients);
    void accountsWanted(); // there is none that can begin conversations

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void rebuild();
    QWidget *makeForm();
    QWidget *makePreview();
    QWidget *makeFoot();
    void updateForm();
    void updateState();
    void updatePreview();
    void stepPreview(int by);
    void discard();
    void forgetGoingOn();
    void send();
    void showFocused(); // scrolls the field that has the focus into sight
    void fitWidth();
    bool isNarrow() const;
    void arrange();

    models::NewConversation &m_composing;
    QTimer m_rebuild;
    QTimer m_update; // many changes are one drawing
    QTimer m_see; // once everything has been laid out
    bool m_goOnWhenRead = false; // it was tried while something was still being read
    bool m_isCounted = false; // for this try: who was written to lately
    bool m_strict = false; // it was tried to go on: what is missing is marked
    int m_shown = 0; // the recipient in the preview
    QString m_warning; // about the account's token
    QPointer<QWidget> m_inSight; // what has got the focus, until the person scrolls
    QPointer<ConfirmOpening> m_question;

    QWidget *m_body = nullptr;
    QStackedLayout *m_pages = nullptr;
    EmptyState *m_nobody = nullptr;
    QScrollArea *m_scroll = nullptr;
    QPointer<QWidget> m_content;
    QBoxLayout *m_columns = nullptr;
    MessagePanel *m_message = nullptr;
    RecipientsPanel *m_recipients = nullptr;
    QWidget *m_variablesBox = nullptr;
    VariablesPanel *m_variables = nullptr;
    QWidget *m_previewBox = nullptr;
    MessagePreview *m_preview = nullptr;
    PlainLabel *m_previewFor = nullptr;
    PlainLabel *m_previewNote = nullptr;
    QPushButton *m_before = nullptr;
    QPushButton *m_after = nullptr;
    NoticeBar *m_notice = nullptr;
    PlainLabel *m_state = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_goOn = nullptr;
};

} // namespace inbox::ui
