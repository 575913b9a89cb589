// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/threadrow.h"
#include "services/sync/inbox.h"

#include <QAbstractListModel>

namespace inbox::models {

class Heartbeat;

// The messages of one conversation with day lines, the "new" line, the latest note and messages on their way.
// Changed by exact steps; reset only when another conversation is shown. A message on its way becomes the
// server's message in place. GUI thread.
class ThreadModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { RowRole = Qt::UserRole + 1, MessageIdRole };

    ThreadModel(sync::Inbox &inbox, Heartbeat &heartbeat, QObject *parent = nullptr);
    ~ThreadModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const ThreadRow &row(int row) const;
    int rowOf(const domain::MessageId &id) const; // -1 when not loaded
    int firstUnreadRow() const; // the "new" line, -1 when everything was read

    domain::ConversationKey conversation() const;
    // Remembers where reading stopped for the "new" line. An empty key shows nothing.
    void setConversation(const domain::ConversationKey &key);
    bool isLoaded() const; // from the server or, until it has answered, from disk
    bool isRefreshing() const;
    std::optional<domain::Error> error() const;
    // Older messages come at the top, so this is not QAbstractItemModel's fetchMore().
    bool hasOlder() const;
    bool isLoadingOlder() const;
    void loadOlder();

Q_SIGNALS:
    void conversationChanged();
    void stateChanged(); // loaded, refreshing or error
    // Messages were added at the end, not for the first time; `fromCustomer` of them by the customer.
    void messagesArrived(int rows, int fromCustomer);
    // A thread that was shown from memory has been read again, and the "new" line stands in it now.
    void newLineFound();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace inbox::models
