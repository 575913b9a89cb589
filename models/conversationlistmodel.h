// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/accountview.h"
#include "models/conversationrow.h"
#include "services/sync/inbox.h"

#include <QAbstractListModel>

namespace inbox::models {

class Drafts;
class Heartbeat;

// A work queue. Latest activity comes first, except in Closing.
enum class View {
    Mine, // assigned to me, neither done nor snoozed
    Unassigned, // assigned to nobody, neither done nor snoozed
    All, // everything that is not done; what is snoozed stands here too, marked
    Closing, // not done, and the window is open and has an end: the one that closes first comes first
    Done,
    Snoozed, // until a time that is still ahead, and not done
    Mentions, // colleagues want me to look at it, and it is not done
};

// The conversation list: all accounts, filtered by view and search words, sorted here, changed by exact steps
// (insert, remove, move, dataChanged with roles). A reset happens only when the view, the accounts or, with a
// large effect, the search words change: the person did that, so what waited is applied too.
// While frozen, rows keep their place and set; what waits is counted.
// Its rows are a window of the whole list, from the first on: a view lays out every row it is told of, so it
// is told of as many as somebody has gone to. GUI thread.
class ConversationListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { RowRole = Qt::UserRole + 1, KeyRole };

    // As many rows come into the window at once: several screens, and laid out in a moment.
    static constexpr int usualPage = 300;

    // `page`: at least 1.
    ConversationListModel(sync::Inbox &inbox, Drafts &drafts, Heartbeat &heartbeat, int page = usualPage,
                          QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    ConversationRow row(int row) const;
    int rowOf(const domain::ConversationKey &key) const; // -1 when not in the window
    // Whatever the view and the search; nullopt when the conversation is unknown.
    std::optional<ConversationRow> find(const domain::ConversationKey &key) const;

    // How many rows the whole list has; rowCount() of them are in the window.
    int length() const;
    // A page more comes into the window, if there is more.
    void showMore();
    // The window reaches as far as `key`, if that is in the list.
    void showUpTo(const domain::ConversationKey &key);
    void showAll();

    View view() const;
    void setView(View view); // and no longer a saved one
    // Shown in the view's place; nullopt: none is.
    const std::optional<AccountView> &savedView() const;
    void setSavedView(const AccountView &saved);
    // Words, all of which must occur in name, number or text; case and accents do not matter. Empty: all
    // rows.
    QString searchText() const;
    void setSearchText(const QString &text);

    // Frozen: rows neither move, appear nor leave; their content stays up to date.
    bool isFrozen() const;
    void setFrozen(bool frozen);
    // Conversations that would move, appear or leave.
    int waitingChanges() const;
    // Applies what waits, once, without ending the freeze.
    void applyWaiting();
    // An own action (done, assign) takes its effect on the list at once, frozen or not.
    void applyFor(const domain::ConversationKey &key);

    int count(View view) const; // over all accounts, search words ignored
    int unreadCount(View view) const; // conversations with something unread
    int countWithStatus(domain::ConversationStatus status) const; // within the present view, not a saved one
    // The open window that closes next after that of `after`; after the last, or when `after` has none, the
    // first of all. Empty when none closes.
    domain::ConversationKey nextToClose(const domain::ConversationKey &after = {}) const;
    int closingSoonCount() const; // windows that close within four hours
    // Open windows of all accounts that close by then (server time), the first to close first; those that
    // have just run out may still be among them.
    QList<domain::ConversationKey> closingBy(const QDateTime &time) const;

    // Within the present view: the row to go to when `key` leaves it: the next, else the one before, else
    // empty.
    domain::ConversationKey neighbour(const domain::ConversationKey &key) const;

    // Checked conversations are those that one command is to act on together. Only what stands in the list
    // can be checked, in the window or not; whatever leaves it is checked no more. Qt::CheckStateRole.
    bool isChecked(const domain::ConversationKey &key) const;
    void setChecked(const domain::ConversationKey &key, bool checked);
    void checkAll(); // the whole list
    void uncheckAll();
    int checkedCount() const;
    QList<domain::ConversationKey> checked() const; // in the order of the list

Q_SIGNALS:
    void viewChanged();
    void countsChanged();
    void lengthChanged(); // without a reset
    void waitingChangesChanged(int waiting);
    void checkedChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;

public:
    ~ConversationListModel() override;
};

} // namespace inbox::models
