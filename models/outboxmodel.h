// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/rowsmodel.h"
#include "services/sync/inbox.h"

#include <QTimer>

namespace inbox::models {

// One thing the person asked for whose end is not known yet: data without words.
struct OutboxRow {
    enum class State {
        Underway, // nobody has to do anything
        Waiting, // for the connection
        Checking, // the answer was lost; the server is being asked
        Unknown, // the person decides
        NotSent, // proven; the person decides
    };
    domain::ConversationKey key;
    bool isKnown = false; // the conversation was read: it can be opened
    bool mayWrite = false; // its reply window is open
    domain::Intent intent;
    State state = State::Underway;
    QString customer; // may be empty
    QString accountName; // set only when there are several accounts
    int accountColor = domain::noAccountColor; // likewise
    friend bool operator==(const OutboxRow &, const OutboxRow &) = default;

    bool isSameAs(const OutboxRow &other) const { return intent.id == other.intent.id; }
    // It moves on only with the person or the connection.
    bool waits() const { return state != State::Underway && state != State::Checking; }
};

// Everything unfinished of all accounts. What waits comes first, then the oldest. Owned by the workspace; GUI
// thread.
class OutboxModel : public RowsModel<OutboxRow> {
    Q_OBJECT
public:
    // `inbox` outlives the model.
    explicit OutboxModel(sync::Inbox &inbox, QObject *parent = nullptr);

    int waitingCount() const { return m_waiting; }

Q_SIGNALS:
    void waitingCountChanged();

private:
    void follow(const domain::AccountId &account);
    void update();
    QList<OutboxRow> read() const;

    sync::Inbox &m_inbox;
    int m_waiting = 0;
    QTimer m_update; // several signals tell of one change
};

} // namespace inbox::models
