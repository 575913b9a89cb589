// SPDX-FileCopyrightText: 2026 The Agent Inbox authors
// SPDX-License-Identifier: MIT
#include "models/contactsearch.h"

#include "models/inboxactions.h"

namespace inbox::models {

using namespace domain;

namespace {
constexpr std::chrono::milliseconds kPause{250}; // after a letter was typed
} // namespace

ContactSearch::ContactSearch(InboxActions &actions, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &ContactSearch::ask);
}

ContactSearch::~ContactSearch()
{
    stop();
}

void ContactSearch::stop()
{
    ++m_ticket;
    m_pause.stop();
    if (const auto cancel = std::exchange(m_cancel, {}))
        cancel();
}

void ContactSearch::setAccount(const AccountId &account)
{
    if (m_account == account)
        return;
    m_account = account;
    const QString words = std::exchange(m_words, {});
    if (!words.isEmpty())
        setWords({});
    else
        stop();
}

void ContactSearch::setWords(const QString &words)
{
    const QString wanted = words.simplified();
    if (m_words == wanted && (!wanted.isEmpty() || m_state == State::Idle))
        return;
    stop();
    m_words = wanted;
    m_error.reset();
    m_next.clear();
    m_known.clear();
    m_found.become({});
    m_state = wanted.isEmpty() ? State::Idle : State::Searching;
    if (!wanted.isEmpty())
        m_pause.start();
    Q_EMIT changed();
}

void ContactSearch::readMore()
{
    if (m_state != State::Failed && !hasMore())
        return;
    m_state = State::Searching;
    m_error.reset();
    ask();
    Q_EMIT changed();
}

void ContactSearch::ask()
{
    const auto taken = [this, ticket = ++m_ticket](const Result<ContactPage> &page) {
        if (ticket != m_ticket)
            return;
        m_cancel = {};
        if (!page) {
            m_state = State::Failed;
            m_error = page.error();
            Q_EMIT changed();
            return;
        }
        QList<Customer> fresh;
        for (const Customer &one : page->found) {
            if (one.id.isEmpty() || m_known.contains(one.id))
                continue;
            m_known.insert(one.id);
            fresh << one;
        }
        m_state = State::There;
        // A server that gives the same again and again has no more.
        m_next = fresh.isEmpty() ? QString() : page->next;
        m_found.append(fresh);
        Q_EMIT changed();
    };
    m_cancel = m_actions.searchContacts(m_account, m_words, m_next, this, taken);
}

} // namespace inbox::models
