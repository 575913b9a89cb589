// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/inboxactions.h"
#include "ui/dialogs/popup.h"

class QLineEdit;

namespace inbox::models {
class CurrentConversation;
} // namespace inbox::models

namespace inbox::ui {

class ChoiceList;
class PlainLabel;

// All act in one conversation or in several of one account at once, whichever is opened meanwhile. `keys` has
// at least one.

// The account's tags: Enter puts one on or, where all have it, takes it off; Esc ends. Each takes effect at
// once.
class TagsPopup : public Popup {
    Q_OBJECT
public:
    // Both outlive the popup; `current` tells of changes while it is open.
    TagsPopup(models::InboxActions &actions, const models::CurrentConversation &current,
              const QList<domain::ConversationKey> &keys, QWidget *parent);

private:
    void fill();
    bool allHave(const domain::TagId &tag) const;

    models::InboxActions &m_actions;
    const QList<domain::ConversationKey> m_keys;
    ChoiceList *m_list;
};

// The team that looks after them: type a name, Enter picks.
class TeamPopup : public Popup {
    Q_OBJECT
public:
    TeamPopup(models::InboxActions &actions, const QList<domain::ConversationKey> &keys, QWidget *parent);

Q_SIGNALS:
    void done(); // something was picked and asked for

private:
    ChoiceList *m_list;
};

// Until when they are out of the way: typed in words, which are repeated as they were understood before
// anything is asked for, or picked from a few usual ones.
class SnoozePopup : public Popup {
    Q_OBJECT
public:
    // `now`: the server's.
    SnoozePopup(models::InboxActions &actions, const QList<domain::ConversationKey> &keys,
                const QDateTime &now, QWidget *parent);

Q_SIGNALS:
    void done(); // something was asked for

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showUnderstood();
    void choose(const QString &id); // of what stands in the list
    void snoozeAs(const QString &typed); // nothing happens when it is not understood
    void snooze(const domain::OptionalTime &until); // nullopt: wakes
    bool canWake() const;

    models::InboxActions &m_actions;
    const QList<domain::ConversationKey> m_keys;
    const QDateTime m_now;
    QLineEdit *m_field;
    PlainLabel *m_understood;
    ChoiceList *m_usual;
};

} // namespace inbox::ui
