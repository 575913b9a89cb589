// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/preferences.h"

#include <QPlainTextEdit>

namespace inbox::ui {

// The field a reply is typed into: plain text only, two to eight lines high, each paragraph in its own
// direction. Owned by the composer; GUI thread. Never changes what was typed; what cannot be taken is refused
// as a whole and said.
class ReplyEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    // UTF-16 code units. Laying out one run without a blank takes about 30 ms at this length and grows with
    // its square.
    static constexpr int kMaximumLength = 20'000;

    explicit ReplyEdit(QWidget *parent = nullptr);

    // Replaces everything and forgets the undo steps: another conversation's text.
    void setDraft(const QString &text, int caret);
    // Closed: the text can be read, selected and copied, not changed.
    void setOpen(bool open);
    bool isOpen() const { return !isReadOnly(); }
    void setSendKey(models::SendKey key) { m_sendKey = key; }
    // At the caret, in place of what is selected; one step to undo, whatever was typed before it.
    void insertPiece(const QString &text);
    // The same for any field, however much stands there.
    static void insertApart(QPlainTextEdit &field, const QString &text);
    // Puts `mark` around what is selected or the word at the caret, on each line for itself as WhatsApp reads
    // it; takes it away where it stands already. Without a word the caret is put between two marks.
    void toggleMark(QChar mark);

    // Pasted or dropped text as the field takes it: one kind of line break, no control characters, none that
    // turn the reading direction around, at most eight combining marks on a letter.
    static QString cleaned(const QString &text);

Q_SIGNALS:
    void sendPressed();
    void backspacedWhenEmpty();
    void refusedAsTooLong();
    // Pasted or dropped; nothing of them was put into the text.
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    QMimeData *createMimeDataFromSelection() const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    void alignText();
    void applyTheme();
    int room() const;

    models::SendKey m_sendKey = models::SendKey::CtrlEnter;
};

} // namespace inbox::ui
