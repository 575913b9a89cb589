// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/drafts.h"
#include "models/rowsmodel.h"

#include <QTimer>

namespace inbox::models {

// One draft of any kind: data without words.
struct DraftRow {
    enum class Kind {
        Offered, // held, and the customer can be answered now
        Held, // waits for the customer
        Open,
        Discarded,
    };
    Kind kind = Kind::Open;
    domain::ConversationKey key;
    domain::DiscardedId discarded; // Discarded
    bool isKnown = false; // the conversation was read: it can be opened
    QString customer; // may be empty
    QString text;
    QStringList files; // their names
    domain::OptionalTime at; // Held, Offered: since; Discarded: when
    QString accountName; // set only when there are several accounts
    int accountColor = domain::noAccountColor; // likewise
    friend bool operator==(const DraftRow &, const DraftRow &) = default;

    bool isSameAs(const DraftRow &other) const { return key == other.key && discarded == other.discarded; }
};

// All drafts of all accounts: those that can be sent now, those that wait, the open ones, the discarded ones.
// Owned by the workspace; GUI thread.
class DraftListModel : public RowsModel<DraftRow> {
    Q_OBJECT
public:
    // Both outlive the model.
    DraftListModel(sync::Inbox &inbox, const Drafts &drafts, QObject *parent = nullptr);

private:
    void follow(const domain::AccountId &account);
    void update();
    void fill(DraftRow &row) const;

    sync::Inbox &m_inbox;
    const Drafts &m_drafts;
    QTimer m_update; // several signals tell of one change
};

} // namespace inbox::models
