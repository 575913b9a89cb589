// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/outboxmodel.h"

namespace inbox::models {

using namespace domain;
using State = OutboxRow::State;

namespace {

constexpr std::chrono::milliseconds gather{20};

State stateOf(const Intent &intent, const sync::AccountSession &session)
{
    if (intent.kind == Intent::Kind::Restart) {
        return session.restartRecord(intent.conversation).state == RestartRecord::State::OutcomeUnknown
            ? State::Unknown
            : State::Underway;
    }
    switch (intent.state) {
    case Intent::State::Queued:
        return intent.error || intent.retryAt ? State::Waiting : State::Underway;
    case Intent::State::Checking:
        return State::Checking;
    case Intent::State::Unknown:
        // Of a change nobody has to decide anything: it is looked for and, where needed, asked for again.
        return intent.isMessage() || intent.kind == Intent::Kind::Automate ? State::Unknown : State::Waiting;
    case Intent::State::Failed:
        return State::NotSent;
    default:
        return State::Underway;
    }
}

} // namespace

OutboxModel::OutboxModel(sync::Inbox &inbox, QObject *parent)
    : RowsModel(parent)
    , m_inbox(inbox)
{
    m_update.setSingleShot(true);
    m_update.setInterval(gather);
    connect(&m_update, &QTimer::timeout, this, &OutboxModel::update);
    connect(&inbox, &sync::Inbox::sessionAdded, this, &OutboxModel::follow);
    connect(&inbox, &sync::Inbox::sessionRemoved, &m_update, qOverload<>(&QTimer::start));
    const QList<sync::AccountSession *> sessions = inbox.sessions();
    for (const sync::AccountSession *session : sessions)
        follow(session->id());
}

void OutboxModel::follow(const AccountId &account)
{
    const sync::AccountSession *session = m_inbox.session(account);
    if (!session)
        return;
    using Session = sync::AccountSession;
    // Not put off by what comes while it waits.
    const auto soon = [this] {
        if (!m_update.isActive())
            m_update.start();
    };
    connect(session, &Session::threadChanged, this, soon);
    connect(session, &Session::conversationsChanged, this, soon);
    connect(session, &Session::replyStateChanged, this, soon);
    connect(session, &Session::restartFinished, this, soon);
    connect(session, &Session::actionFailed, this, soon);
    connect(session, &Session::automationsChanged, this, soon);
    connect(session, &Session::statusChanged, this, soon);
    connect(session, &Session::configChanged, this, soon);
    soon();
}

QList<OutboxRow> OutboxModel::read() const
{
    QList<OutboxRow> rows;
    const QList<sync::AccountSession *> sessions = m_inbox.sessions();
    for (const sync::AccountSession *session : sessions) {
        QSet<ConversationId> held; // what stands behind a message that waits, waits too
        const QList<Intent> unfinished = session->unfinished();
        for (const Intent &intent : unfinished) {
            if (intent.kind == Intent::Kind::MarkRead)
                continue; // happens by itself, and nobody asks for it
            OutboxRow row;
            row.key = {session->id(), intent.conversation};
            row.intent = intent;
            row.state = stateOf(intent, *session);
            if (intent.isMessage()) {
                if (row.state == State::Underway && intent.state == Intent::State::Queued
                    && held.contains(intent.conversation))
                    row.state = State::Waiting;
                if (row.state == State::Waiting)
                    held.insert(intent.conversation);
            }
            const Conversation *c = session->conversation(intent.conversation);
            row.isKnown = c != nullptr;
            row.mayWrite = c && session->replyState(intent.conversation).composerOpen();
            row.customer = c ? customerName(*c) : intent.customer;
            if (sessions.size() > 1) {
                row.accountName = session->config().name;
                row.accountColor = session->config().color;
            }
            rows << row;
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const OutboxRow &a, const OutboxRow &b) {
        return a.waits() != b.waits() ? a.waits() : a.intent.createdAt < b.intent.createdAt;
    });
    return rows;
}

void OutboxModel::update()
{
    const QList<OutboxRow> now = read();
    become(now);
    const int waiting =
        int(std::count_if(now.cbegin(), now.cend(), [](const OutboxRow &row) { return row.waits(); }));
    if (std::exchange(m_waiting, waiting) != waiting)
        Q_EMIT waitingCountChanged();
}

} // namespace inbox::models
