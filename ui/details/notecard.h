// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/preferences.h"
#include "services/domain/conversation.h"
#include "services/domain/draft.h"

#include <QFrame>

class QPlainTextEdit;
class QPushButton;

namespace inbox::ui {

class NoticeBar;
class PlainLabel;
class SelectableLabel;

// The latest note of a conversation, and a field to change it where the account can. What was typed stays
// until the note was really saved. GUI thread; asks, never saves by itself.
class NoteCard : public QFrame {
    Q_OBJECT
public:
    // A note being changed: kept by the owner while another conversation is on screen.
    struct Edit : domain::NoteEdit {
        bool saving = false;
        QString failure; // why the last attempt was refused
    };

    explicit NoteCard(QWidget *parent = nullptr);

    // `remark` says why there is no button, or what this account's notes are like.
    void setNote(const std::optional<domain::Note> &note, bool editable, const QString &remark);
    Edit edit() const;
    void setEdit(const Edit &edit);
    void stopEditing();
    // The key that saves is the one that sends.
    void setSendKey(models::SendKey key);
    bool isEditing() const { return m_edit.isActive(); }

Q_SIGNALS:
    void edited(); // what edit() gives, by typing or by its end
    void saveRequested(const inbox::domain::NoteId &note, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void save();
    void arrange();

    std::optional<domain::Note> m_note;
    bool m_editable = false;
    Edit m_edit;
    models::SendKey m_sendKey = models::SendKey::CtrlEnter;
    NoticeBar *m_notice;
    SelectableLabel *m_text;
    PlainLabel *m_time;
    PlainLabel *m_remark;
    QPlainTextEdit *m_field;
    QPushButton *m_begin;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace inbox::ui
