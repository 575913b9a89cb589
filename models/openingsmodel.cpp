// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/openingsmodel.h"

#include "models/inboxactions.h"
#include "services/sync/accountsession.h"
#include "services/sync/openings.h"

#include <numeric>

namespace inbox::models {

using namespace domain;
using State = RecipientResult::State;

namespace {
constexpr std::chrono::milliseconds kGather{50};
} // namespace

int OpeningCounts::all() const
{
    return std::accumulate(of.cbegin(), of.cend(), 0);
}

OpeningCounts counted(const Opening &opening)
{
    OpeningCounts counts;
    for (const RecipientResult &result : opening.results)
        ++counts.of[size_t(result.state)];
    return counts;
}

OpeningsModel::OpeningsModel(sync::Inbox &inbox, InboxActions &actions, QObject *parent)
    : RowsModel(parent)
    , m_inbox(inbox)
    , m_actions(actions)
{
    m_update.setSingleShot(true);
    m_update.setInterval(kGather);
    connect(&m_update, &QTimer::timeout, this, &OpeningsModel::update);
    const auto soon = [this] {
        if (!m_update.isActive())
            m_update.start();
    };
    connect(&actions, &InboxActions::openingChanged, this, soon);
    connect(&inbox, &sync::Inbox::sessionAdded, this, soon);
    connect(&inbox, &sync::Inbox::sessionRemoved, this, soon);
    soon();
}

void OpeningsModel::update()
{
    QList<OpeningRow> rows;
    const QList<sync::AccountSession *> sessions = m_inbox.sessions();
    for (const sync::AccountSession *session : sessions) {
        const QList<OpeningId> ids = m_actions.openings(session->id());
        for (const OpeningId &id : ids) {
            const Opening *opening = m_actions.opening(session->id(), id);
            if (!opening)
                continue;
            OpeningRow row;
            row.account = session->id();
            row.id = id;
            if (sessions.size() > 1) {
                row.accountName = session->config().name;
                row.accountColor = session->config().color;
            }
            row.templateName = opening->plan.message.name;
            row.lineName = opening->plan.lineName;
            if (!opening->recipients.isEmpty()) {
                row.firstName = opening->recipients.first().name;
                row.firstPhone = opening->recipients.first().phone;
                if (row.firstName.isEmpty() && row.firstPhone.isEmpty())
                    row.firstName = opening->recipients.first().email;
            }
            if (opening->results.size() == 1)
                row.only = opening->results.first().conversation;
            row.sendsMessage = opening->sendsMessage;
            row.counts = counted(*opening);
            row.state = opening->state;
            row.error = opening->error;
            row.goesOnAt = session->openings().goesOnAt(id);
            row.createdAt = opening->createdAt;
            row.cents = opening->cents;
            rows << row;
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const OpeningRow &a, const OpeningRow &b) { return a.createdAt > b.createdAt; });
    become(rows);
}

OptionalTime OpeningsModel::goesOnAt(const AccountId &account, const OpeningId &id) const
{
    const sync::AccountSession *session = m_inbox.session(account);
    return session ? session->openings().goesOnAt(id) : std::nullopt;
}

int OpeningsModel::open() const
{
    return int(std::count_if(rows().cbegin(), rows().cend(), [](const OpeningRow &row) {
        return !row.isOver() || row.counts.at(State::Unknown) > 0;
    }));
}

} // namespace inbox::models
