// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/currentconversation.h"
#include "ui/details/notecard.h"

#include <QHash>
#include <QScrollArea>
#include <QUrl>

class QVBoxLayout;

namespace inbox::models {
class Drafts;
class InboxActions;
} // namespace inbox::models

namespace inbox::ui {

class Disclosure;
class FactRow;
class OtherRow;
class PlainLabel;
class SelectableLabel;
class WindowMeter;

// Everything known about the person and the conversation on screen. Built once and then changed in place, so
// that nothing jumps while it is read; scrolls to the top only for another conversation. Owned by the main
// window, GUI thread. Opens neither conversations nor links itself: it asks.
class DetailsPane : public QScrollArea {
    Q_OBJECT
public:
    // All outlive the pane.
    DetailsPane(models::CurrentConversation &current, models::InboxActions &actions, models::Drafts &drafts,
                QWidget *parent = nullptr);

    // What is being typed into notes, also of other conversations: for another pane in this one's place.
    using NoteEdits = QHash<domain::ConversationKey, NoteCard::Edit>;
    NoteEdits noteEdits();
    void setNoteEdits(const NoteEdits &edits);
    // The key that saves a note is the one that sends.
    void setSendKey(models::SendKey key) { m_note->setSendKey(key); }

Q_SIGNALS:
    void conversationRequested(const inbox::domain::ConversationKey &key);
    // Only links that domain::safeLink() has passed.
    void linkRequested(const QUrl &link);

private:
    struct Section {
        QWidget *box = nullptr;
        QVBoxLayout *rows = nullptr;
    };

    Section addSection(const QString &title);
    FactRow *addFact(const Section &section, const QString &name);
    void onOpened();
    void refresh();
    void refreshPerson(const domain::Conversation &conversation);
    void refreshFacts(const domain::Conversation &conversation);
    void refreshNote(const domain::Conversation &conversation);
    void refreshOthers();
    void refreshCustomFields(const domain::Conversation &conversation);
    void refreshMetadata(const domain::Conversation &conversation);
    void refreshMore(const domain::Conversation &conversation);
    void refreshLimits();
    void refreshMeter();
    void keepNoteEdit();
    NoteCard::Edit noteEdit() const;
    void onDraftChanged(const domain::ConversationKey &key);
    void onFailed(const domain::ConversationKey &key, const sync::ActionFailure &failure);

    models::CurrentConversation &m_current;
    models::InboxActions &m_actions;
    models::Drafts &m_drafts; // keep what is typed into notes on disk
    domain::ConversationKey m_key;
    NoteEdits m_noteEdits; // being typed, or given to the server

    QWidget *m_content;
    QVBoxLayout *m_layout;
    PlainLabel *m_empty;
    QWidget *m_filled;
    QVBoxLayout *m_sections;
    SelectableLabel *m_title;
    PlainLabel *m_blocked;

    FactRow *m_number;
    FactRow *m_channelName;
    FactRow *m_phone;
    FactRow *m_email;
    FactRow *m_address;
    FactRow *m_birthday;
    FactRow *m_salutation;
    FactRow *m_gender;
    FactRow *m_profileId;
    FactRow *m_profileTimes;
    WindowMeter *m_meter;
    FactRow *m_channel;
    FactRow *m_line;
    FactRow *m_lineState;
    FactRow *m_assignee;
    FactRow *m_status;
    FactRow *m_snoozed;
    FactRow *m_team;
    FactRow *m_tags;
    FactRow *m_archived;
    FactRow *m_mentions;
    FactRow *m_language;
    FactRow *m_lastReply;
    FactRow *m_created;
    FactRow *m_conversationId;
    FactRow *m_account;
    NoteCard *m_note;
    Section m_othersSection;
    QList<OtherRow *> m_others;
    Section m_customSection;
    QList<FactRow *> m_custom;
    Section m_metadataSection;
    QList<FactRow *> m_metadata;
    Section m_moreSection;
    QList<FactRow *> m_more;
    Section m_limitsSection;
    Disclosure *m_limitsToggle;
    PlainLabel *m_limits;
};

} // namespace inbox::ui
