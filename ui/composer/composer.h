// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/currentconversation.h"
#include "models/drafts.h"
#include "models/preferences.h"
#include "ui/dialogs/noticebar.h"

#include <QBoxLayout>
#include <QHash>
#include <QPointer>
#include <QPushButton>
#include <QSet>

class QToolButton;

namespace inbox::models {
class Attachments;
class InboxActions;
class SendGuard;
class ThreadModel;
} // namespace inbox::models

namespace inbox::ui {

class AttachmentStrip;
class PlainLabel;
class QuoteStrip;
class ReplyEdit;
class RestartDialog;
class SnippetOffer;

// Where a reply is written: the field, what the reply state says, and the one thing to do next. Follows the
// conversation on screen and shows its draft; what arrives never changes the text or takes the focus. Owned
// by the main window, GUI thread. Never starts a request itself: it asks InboxActions.
class Composer : public QWidget {
    Q_OBJECT
public:
    // All of them outlive the composer. `thread` is where quoted messages are looked up.
    Composer(models::CurrentConversation &current, models::InboxActions &actions, models::Drafts &drafts,
             const models::ThreadModel &thread, models::SendGuard &guard,
             const models::Attachments &attachments, QWidget *parent = nullptr);
    ~Composer() override;

    // Puts the caret into the field, also while it is closed: its text can be copied.
    void focusReply();
    bool hasReplyFocus() const;
    enum class After { Nothing, Done };
    // What the send key does. False when there is nothing to send, no reply is possible, or something has
    // arrived that was not seen yet. After::Done: once it is accepted, the conversation is done.
    bool send(After after = After::Nothing);
    // The question before the paid template. Does nothing unless the reply state offers a restart.
    void askToRestart();
    // What the primary button does at the moment: send, check again or ask to restart.
    void doPrimaryAction();
    void quote(const domain::MessageId &message);
    // The key that sends, as the settings have it; shown beside the button.
    void setSendKey(models::SendKey key);
    // At the caret, as one step to undo.
    void insert(const QString &text);
    // Files that go out with the reply, each as a message of its own. What cannot be taken is said.
    void addFiles(const QStringList &paths);
    void chooseFiles();
    // Over the caret; false: there are none, or nothing can be written.
    bool offerSnippets();
    // WhatsApp's mark around what is selected, or away from it.
    void toggleMark(QChar mark);

    struct KeptNotice {
        NoticeBar::Kind kind;
        QString text;
    };
    // What is known of conversations here and nowhere else.
    struct Memory {
        QHash<domain::ConversationKey, KeptNotice> notices; // until dismissed or sent
        QSet<domain::ConversationKey> restartChecked; // the thread was read and the template not found
    };
    const Memory &memory() const { return m_memory; }
    void setMemory(const Memory &memory);

    QToolButton *emojiButton() const { return m_emoji; }
    QPushButton *primaryButton() const { return m_primary; }
    NoticeBar *notice() const { return m_notice; }

Q_SIGNALS:
    void attachWanted();
    void emojiWanted();
    void stoppedByNews(); // what is new has to come into view
    void sent(const inbox::domain::ConversationKey &key); // given to the outbox, not yet accepted

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onOpened();
    void showWhatIsKnown();
    void onReplyStateChanged(const domain::ReplyState &before);
    void onDraftChanged(const domain::ConversationKey &key);
    void onRestartFinished(const domain::ConversationKey &key, sync::RestartOutcome outcome,
                           const std::optional<domain::Error> &error);
    void saveDraft();
    void loadDraft();
    void checkRestart();
    void settleRestart(bool wasSent);
    void showNotice(NoticeBar::Kind kind, const QString &text);
    void showNoticeFor(const domain::ConversationKey &key, NoticeBar::Kind kind, const QString &text);
    void addFiles(const QList<domain::Attachment> &files, const QStringList &problems);
    void addPicture(const QImage &picture);
    void setFiles(const QList<domain::Attachment> &files);
    bool canAttach() const;
    bool hasReply() const; // words or files
    void updateOffer();
    void updateQuote();
    void updateState();
    void updateLength();
    void arrangeFooter();

    models::CurrentConversation &m_current;
    models::InboxActions &m_actions;
    models::Drafts &m_drafts;
    const models::ThreadModel &m_thread;
    models::SendGuard &m_guard;

    domain::ConversationKey m_key; // whose text stands in the field
    domain::MessageId m_quoted;
    QList<domain::Attachment> m_files;
    const models::Attachments &m_attachments;
    QString m_folder; // where files were chosen last
    bool m_saving = false;
    Memory m_memory;
    bool m_offering = false; // the notice offers the held reply that stands in the field

    QWidget *m_bot; // says that one is answering
    QPushButton *m_takeOver;
    NoticeBar *m_notice;
    QuoteStrip *m_quote;
    AttachmentStrip *m_strip;
    ReplyEdit *m_edit;
    SnippetOffer *m_snippets;
    PlainLabel *m_headline;
    PlainLabel *m_detail;
    PlainLabel *m_length;
    PlainLabel *m_keyHint;
    QToolButton *m_attach;
    QToolButton *m_emoji;
    QPushButton *m_wasSent;
    QPushButton *m_wasNotSent;
    QPushButton *m_primary;
    QWidget *m_box; // field and footer, inside the rounded frame
    QBoxLayout *m_footer;
    QPointer<RestartDialog> m_restartDialog;
};

} // namespace inbox::ui
