// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/draftlistmodel.h"

#include <tuple>

namespace inbox::models {

using namespace domain;
using Kind = DraftRow::Kind;

namespace {

constexpr std::chrono::milliseconds gather{20};

QStringList namesOf(const QList<Attachment> &files)
{
    QStringList names;
    for (const Attachment &file : files)
        names << file.name;
    return names;
}

} // namespace

DraftListModel::DraftListModel(sync::Inbox &inbox, const Drafts &drafts, QObject *parent)
    : RowsModel(parent)
    , m_inbox(inbox)
    , m_drafts(drafts)
{
    m_update.setSingleShot(true);
    m_update.setInterval(gather);
    connect(&m_update, &QTimer::timeout, this, &DraftListModel::update);
    const auto soon = [this] {
        if (!m_update.isActive())
            m_update.start();
    };
    connect(&drafts, &Drafts::draftChanged, this, soon);
    connect(&drafts, &Drafts::discardedChanged, this, soon);
    connect(&inbox, &sync::Inbox::sessionAdded, this, &DraftListModel::follow);
    connect(&inbox, &sync::Inbox::sessionRemoved, this, soon);
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        follow(session->id());
}

void DraftListModel::follow(const AccountId &account)
{
    const sync::AccountSession *session = m_inbox.session(account);
    if (!session)
        return;
    // Names come with the conversations.
    connect(session, &sync::AccountSession::conversationsChanged, this, [this] {
        if (!m_update.isActive())
            m_update.start();
    });
    connect(session, &sync::AccountSession::configChanged, &m_update, qOverload<>(&QTimer::start));
    m_update.start();
}

void DraftListModel::fill(DraftRow &row) const
{
    const sync::AccountSession *session = m_inbox.session(row.key.account);
    if (const Conversation *c = m_inbox.conversation(row.key)) {
        row.isKnown = true;
        row.customer = customerName(*c);
    }
    if (session && m_inbox.sessions().size() > 1) {
        row.accountName = session->config().name;
        row.accountColor = session->config().color;
    }
}

void DraftListModel::update()
{
    QList<DraftRow> rows;
    const QList<ConversationKey> keys = m_drafts.conversations();
    for (const ConversationKey &key : keys) {
        const Draft draft = m_drafts.draft(key);
        if (draft.isEmpty())
            continue;
        DraftRow row;
        row.kind = m_drafts.isOffered(key) ? Kind::Offered : draft.held ? Kind::Held : Kind::Open;
        row.key = key;
        row.text = draft.text;
        row.files = namesOf(draft.files);
        row.at = draft.held;
        fill(row);
        rows << row;
    }
    // What is in a hash has no order of its own.
    std::sort(rows.begin(), rows.end(), [](const DraftRow &a, const DraftRow &b) {
        const auto place = [](const DraftRow &row) {
            return std::tuple(int(row.kind), row.at.value_or(QDateTime()), row.customer, row.key.account,
                              row.key.id);
        };
        return place(a) < place(b);
    });
    for (const Discarded &one : m_drafts.discarded()) {
        DraftRow row;
        row.kind = Kind::Discarded;
        row.key = one.key();
        row.discarded = one.draft.id;
        row.customer = one.draft.customer;
        row.text = one.draft.text;
        row.files = namesOf(one.draft.files);
        row.at = one.draft.at;
        fill(row);
        rows << row;
    }
    become(rows);
}

} // namespace inbox::models
