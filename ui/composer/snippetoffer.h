// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/inboxactions.h"
#include "ui/dialogs/popup.h"

#include <QKeySequence>
#include <QPointer>

#include <functional>

class QPlainTextEdit;

namespace inbox::ui {

class ChoiceList;

// An account's snippets to pick one from; follows what is read meanwhile. Enter picks.
class SnippetPopup : public Popup {
    Q_OBJECT
public:
    // `typed`: the slash that opened it, or nothing. Whoever typed one may have meant just that: as soon as
    // no snippet fits, a blank follows, or it closes, what was typed is passed on.
    SnippetPopup(models::InboxActions &actions, const domain::ConversationKey &key, const QString &typed,
                 QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &text); // at most one of the two, and once
    void passedOn(const QString &typed);

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void onTyped(const QString &text);

    models::InboxActions &m_actions;
    const domain::ConversationKey m_key;
    QString m_typed;
    bool m_over = false;
    ChoiceList *m_list;
};

// Offers snippets where somebody writes: when asked to, and for a slash where a word begins. Without any a
// slash is a slash. Owned by its field; GUI thread.
class SnippetOffer : public QObject {
    Q_OBJECT
public:
    // `actions` outlives the field. `insert` puts a text in at the caret.
    SnippetOffer(models::InboxActions &actions, QPlainTextEdit &field,
                 std::function<void(const QString &)> insert);

    // Whose account's snippets. Closes what is open.
    void setConversation(const domain::ConversationKey &key);
    // Where no command does it.
    void setKeys(const QList<QKeySequence> &keys) { m_keys = keys; }
    // False: there are none, or nothing can be written. `typed`: see SnippetPopup.
    bool open(const QString &typed = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isAtWordStart() const;

    models::InboxActions &m_actions;
    QPlainTextEdit &m_field;
    const std::function<void(const QString &)> m_insert;
    domain::ConversationKey m_key;
    QList<QKeySequence> m_keys;
    QPointer<SnippetPopup> m_popup;
};

} // namespace inbox::ui
