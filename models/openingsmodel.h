// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/rowsmodel.h"
#include "services/domain/opening.h"
#include "services/sync/inbox.h"

#include <QTimer>

#include <array>

namespace inbox::models {

class InboxActions;

// How many recipients of an opening stand where.
struct OpeningCounts {
    std::array<int, 6> of{}; // by RecipientResult::State

    int at(domain::RecipientResult::State state) const { return of[size_t(state)]; }
    int all() const;
    friend bool operator==(const OpeningCounts &, const OpeningCounts &) = default;
};
OpeningCounts counted(const domain::Opening &opening);

// One opening, without words and without its recipients.
struct OpeningRow {
    domain::AccountId account;
    domain::OpeningId id;
    QString accountName;
    int accountColor = domain::noAccountColor; // set only when there are several accounts
    QString templateName;
    QString lineName;
    QString firstName; // of the recipients: whom it is about when there is one
    QString firstPhone;
    domain::ConversationId only; // of the only recipient, once it is known
    bool sendsMessage = true;
    OpeningCounts counts;
    domain::Opening::State state = domain::Opening::State::Running;
    std::optional<domain::Error> error;
    domain::OptionalTime goesOnAt; // Paused by the server: resumes by itself then
    QDateTime createdAt;
    std::optional<int> cents;
    friend bool operator==(const OpeningRow &, const OpeningRow &) = default;

    bool isSameAs(const OpeningRow &other) const { return id == other.id && account == other.account; }
    bool isOver() const
    {
        return state == domain::Opening::State::Stopped || state == domain::Opening::State::Finished;
    }
};

// Conversations begun from our side, of all accounts, the latest first. Owned by the workspace; GUI thread.
class OpeningsModel : public RowsModel<OpeningRow> {
    Q_OBJECT
public:
    // Both outlive the model.
    OpeningsModel(sync::Inbox &inbox, InboxActions &actions, QObject *parent = nullptr);

    // As the row will have it, without waiting for that.
    domain::OptionalTime goesOnAt(const domain::AccountId &account, const domain::OpeningId &id) const;
    int open() const; // not over, or with somebody whose state is unknown: they wait for the person

private:
    void update();

    sync::Inbox &m_inbox;
    InboxActions &m_actions;
    QTimer m_update; // thousands of answers are shown a few times a second
};

} // namespace inbox::models
